# What the loop counts is small and not negative: no overflow test, and a division without sign.
# FUNCTION: .halves/boxed#
# CHECK-NOT: @llvm.smul.with.overflow
# CHECK-NOT: sdiv
# CHECK: ret


def halves(items):
    total = 0
    for i in range(len(items)):
        total ^= (i * 2 + 1) // 3 + i % 10
    return total


print(halves([0] * 100))

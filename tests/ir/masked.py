# Under a mask arithmetic wraps: no overflow test, no big integer.
# FUNCTION: .mix/boxed#
# CHECK-NOT: with.overflow
# CHECK: mul i64
# CHECK-NOT: @tp_and
# CHECK: ret


def mix(a, b):
    return ((a * b + 12345) ^ (a << 7)) & 0xFFFFFFFF


print(mix(2**40 + 1, 99))

# A generator expression in a `for` is part of the loop.
# FUNCTION: .total#
# CHECK-NOT: @tp_make_generator
# CHECK-NOT: @tp_next
# CHECK: ret


def total(n):
    t = 0
    for x in (i * i for i in range(n) if i & 1):
        t += x
    return t


print(total(1000))

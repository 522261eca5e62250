# Floats live in registers: multiplication and addition are one instruction each, nothing is boxed in the loop.
# FUNCTION: .dot/boxed#
# CHECK: fmul double
# CHECK-NOT: @tp_mul
# CHECK-NOT: @tp_add


def dot(n):
    total = 0.0
    x = 1.5
    for i in range(n):
        total += x * 2.0
        x = x * 0.5
    return total


print(dot(100))

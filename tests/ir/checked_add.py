# A sum of ints in a typed function is machine addition with an overflow check: no boxing, no call.
# FUNCTION: .total#
# CHECK: sadd.with.overflow
# CHECK-NOT: @tp_add


def total(n):
    result = 0
    for i in range(n):
        result += i * i
    return result


print(total(1000))

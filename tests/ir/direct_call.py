# A call of a known function passes unboxed arguments in registers and checks neither arity nor keywords.
# FUNCTION: .caller#
# CHECK-NOT: @tp_call
# CHECK-NOT: @tp_bind_arguments
# CHECK: ret


def twice(x):
    return x + x


def caller(n):
    total = 0
    for i in range(n):
        total = total ^ twice(i)
    return total


print(caller(10))

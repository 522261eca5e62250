# A call of a function whose name is bound once, before anything can run, tests neither the name nor the function.
# FUNCTION: .count#
# CHECK-NOT: @taipan.code.
# CHECK-NOT: @tp_raise_name_error
# CHECK: ret

STEP = 2


def count(n):
    return 0 if n == 0 else count(n - 1) + STEP


print(count(10))

# A generator expression that a builtin uses up is a loop: no generator is made, and what it captured stays in registers.
# FUNCTION: .matches#
# CHECK-NOT: @tp_make_generator
# CHECK-NOT: @tp_make_cell
# CHECK-NOT: @tp_next
# CHECK: ret


def matches(n, wanted):
    return sum(x * x for x in range(n) if x % wanted == 0)


print(matches(1000, 7))

# `for i in range(n)` over ints is a counter: no iterator object, no call of `next`.
# FUNCTION: .count#
# CHECK-NOT: @tp_next
# CHECK-NOT: @tp_iter
# CHECK: ret


def count(n):
    odd = 0
    for i in range(n):
        if i & 1:
            odd += 1
    return odd


print(count(1001))

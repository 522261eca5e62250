# A function that calls nothing but itself leaves the count of frames in its register: the mutator's word is not written on
# its usual ways (a store of it is a store to 16 bytes behind `tp_mutator`), and some levels share a frame.
# FUNCTION: .fib#
# CHECK-NOT: inner
# CHECK: ret


def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


print(fib(15))

# A function that calls nothing but itself leaves the count of frames in its register: before the first call of what may
# read it, the mutator's word is not written. Some levels share a frame: no copy is left.
# FUNCTION: .fib#
# CHECK-NOT: store i64
# CHECK-NOT: call fastcc { i64, i64 } @"py.__main__.fib#1.inner
# CHECK: call fastcc { i64, i64 } @"py.__main__.fib#1"


def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


print(fib(15))

# A direct call whose argument or result no longer fits.
def double(n):
    return n + n


def chain(n):
    return double(double(double(n)))


def loop(n):
    k = 0
    for _ in range(70):
        n = double(n)
        k += 1
    return n, k


print(chain(1), chain(2**60), chain(-(2**61)), chain(2**70))
print(loop(1))
print(loop(0))


def factorial(n):
    if n <= 1:
        return 1
    return n * factorial(n - 1)


for n in (0, 1, 5, 20, 21, 25, 30):
    print(n, factorial(n))


def fib(n):
    if n < 2:
        return n
    return fib(n - 1) + fib(n - 2)


print([fib(n) for n in range(20)])


def fast_fib(n):
    a, b = 0, 1
    for _ in range(n):
        a, b = b, a + b
    return a


print(fast_fib(90), fast_fib(92), fast_fib(93), fast_fib(100), fast_fib(300))

from functools import *


def attempt(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)


def power(base, exp, *rest, **kw):
    return base ** exp, rest, kw


square = partial(power, exp=2)
print(square(5), square(3, exp=3), partial(power, 2)(10), partial(power, 2, 3)(4, k=5))
print(square.func is power, square.args, square.keywords, partial(partial(power, 1), 2).args)
print(partial(int, base=2), partial(int, "1"))
basetwo = partial(int, base=2)
basetwo.__doc__ = "binary"
print(basetwo("1010"), basetwo.__doc__)
attempt(lambda: partial())
attempt(lambda: partial(3))
print(reduce(lambda a, b: a * b, range(1, 6)), reduce(max, [3, 9, 2]), reduce(lambda a, b: a + b, [], "start"))
attempt(lambda: reduce(max, []))
attempt(lambda: reduce(max, 5))
print(sorted(["bb", "a", "ccc"], key=cmp_to_key(lambda a, b: len(b) - len(a))), sorted([3, 1, 2], key=cmp_to_key(lambda a, b: (a > b) - (a < b))))
calls = []


@lru_cache(maxsize=2)
def sq(x):
    calls.append(x)
    return x * x


print([sq(n) for n in (1, 2, 1, 3, 2, 1)], calls, sq.cache_info(), sq.__name__, sq.cache_parameters())
sq.cache_clear()
print(sq.cache_info())


@cache
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


print(fib(90), fib.cache_info(), fib.__wrapped__(1))


@lru_cache
def area(w, h=1, *, unit="m"):
    return f"{w * h}{unit}"


print(area(2), area(2, 3), area(2, h=3), area(2.0), area(2, unit="k"), area.cache_info())
attempt(lambda: area([]))


@lru_cache(typed=True)
def kind(x):
    return type(x).__name__


print(kind(1), kind(1.0), kind(True), kind.cache_info())


@lru_cache(maxsize=0)
def never(x):
    return x


never(1)
never(1)
print(never.cache_info())


class Solver:
    def __init__(self):
        self.n = 0

    @lru_cache(maxsize=None)
    def solve(self, k):
        self.n += 1
        return k + 1


s = Solver()
print(s.solve(1), s.solve(1), s.n, Solver.solve.cache_info().hits)


@cache
def deep(n):
    return 0 if n == 0 else 1 + deep(n - 1)


print(deep(400))

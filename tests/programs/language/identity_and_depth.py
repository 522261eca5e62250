# A nan is equal to itself only inside containers, and each float("nan") is another one.
import math

a, b = float("nan"), float("nan")
print(a is a, a is b, a == a, a in [a], a in [b], [a] == [a], [a] == [b], (a,) == (b,))
print(len({a, b, a}), len({a: 1, b: 2}), len({float("nan") for _ in range(3)}), [a, b].index(b))
print(math.nan in [math.nan], float("nan") in [math.nan], repr(b), f"{-b:.1f}", b + 1)

# The sign of a zero quotient is that of the exact one, large divisors too.
print(0 / -5, 0 / -(2**63), 0 / -(2**70), 0 / 2**70)

# A class's own `+` does not go before the `+=` that it inherits.
from collections import deque


class Vector(list):
    def __add__(self, other):
        return Vector(x + y for x, y in zip(self, other))

    def __mul__(self, k):
        return Vector(x * k for x in self)


v = Vector([1, 2])
v += [5]
print(v, v + v, v * 2)
v *= 3
print(v)


class Bytes(bytearray):
    def __add__(self, other):
        return "add"


class Queue(deque):
    def __add__(self, other):
        return "add"


class Pair(tuple):
    def __add__(self, other):
        return "add"


for x, y in ((Bytes(b"a"), b"b"), (Queue([1]), [2]), (Pair([1]), (2,))):
    x += y
    print(x)


# The runtime's own recursion is not counted with that of functions.
def deep(n):
    try:
        return deep(n + 1)
    except RecursionError as e:
        return str(e)


print(deep(0))


class Shown:
    def __repr__(self):
        return f"{self!r}"


try:
    repr(Shown())
except RecursionError as e:
    print(e)
for n in (500, 4000):
    x, y = [], []
    t = ()
    for _ in range(n):
        x, y, t = [x], [y], (t,)
    print(len(repr(x)), x == y, hash(t) == hash(t), isinstance(1, t))

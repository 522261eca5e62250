import operator
from operator import *


def attempt(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)


print(add(1, 2), sub(5, 3), mul("a", 3), truediv(7, 2), floordiv(7, 2), mod(7, 3), pow(2, 10), neg(3), pos(-3), invert(5))
print(and_(6, 3), or_(6, 3), xor(6, 3), lshift(1, 4), rshift(16, 2), lt(1, 2), le(2, 2), eq(1, 1.0), ne(1, 2), gt(1, 2), ge(2, 1))
print(not_([]), truth("a"), is_(None, None), is_not(1, None), abs(-4), index(True), contains([1, 2], 2), countOf([1, 2, 1], 1), indexOf("abc", "c"))
print(concat([1], [2]), getitem({"a": 5}, "a"), operator.__add__(2, 3), length_hint([1, 2]), length_hint(iter(range(5))), call(max, 3, 9))
d = {}
setitem(d, "k", 1)
delitem(d, "k")
l = [1]
print(d, iadd(l, [2]), l, imul(3, 4), ior({1}, {2}))
rows = [("b", 2), ("a", 2), ("c", 1)]
print(sorted(rows, key=itemgetter(1)), sorted(rows, key=itemgetter(1, 0)), itemgetter(0)("xyz"), itemgetter(slice(1, 3))("abcd"), itemgetter("k")({"k": 9}))


class P:
    def __init__(self, x, y):
        self.x = x
        self.y = y

    def scaled(self, k, plus=0):
        return self.x * k + plus


p = P(3, P(4, 5))
print(attrgetter("x")(p), attrgetter("y.x")(p), attrgetter("x", "y.y")(p), methodcaller("scaled", 10)(p), methodcaller("scaled", 2, plus=1)(p))
print(itemgetter(1), itemgetter(1, "a"), attrgetter("a.b", "c"), methodcaller("f", 1, k=2))
print(list(map(methodcaller("upper"), ["a", "b"])), max([{"v": 1}, {"v": 7}], key=itemgetter("v")))
attempt(lambda: itemgetter())
attempt(lambda: itemgetter(1)("a"))
attempt(lambda: attrgetter(1))
attempt(lambda: attrgetter("q")(p))
attempt(lambda: methodcaller())
attempt(lambda: add(1))
attempt(lambda: neg(1, 2))
attempt(lambda: add(1, "a"))
attempt(lambda: indexOf([1], 2))
attempt(lambda: index(1.5))

# sum, min, max, any, all, sorted over every kind of iterable.
def attempt(f):
    try:
        print("ok", repr(f()))
    except Exception as e:
        print(type(e).__name__ + ":", e)


print(sum([]), sum([1, 2, 3]), sum([1, 2], 10), sum([1, 2], start=5), sum(range(10**5)), sum([2**62, 2**62, -1]))
print(sum([0.1] * 10), sum([1, 2.5, True]), sum([1e100, 1.0, -1e100]), sum([0.1, 0.2, 0.3]), sum([1.5, 10**400 // 10**399]))
print(sum([[1], [2, 3]], []), sum([(1,), (2,)], ()), sum([1j, 2, 3.5]), sum([True, True]), sum({1: 0, 2: 0}), sum([-0.0], -0.0), sum([-0.0]))
print(sum([float("inf"), 1.0]), sum([1e308, 1e308]), sum([3, 10**30, 0.5]), sum([0.5, 10**30]), sum(x for x in (1, 2)))
print(min(3, 1, 2), max(3, 1, 2), min([3, 1]), max("hello"), min((1, 2), (1,)), max([1, 1.0, True]), min([1.0, 1]))
print(min([], default=None), max((), default=-1), min(["bb", "a"], key=len), max("a", "BB", key=str.lower), max([1, 2, 3], key=lambda x: -x))
print(min([2, 1, 1.0, True]), max([(1, "b"), (1, "a")]), min({"b": 1, "a": 2}), max({"b": 1, "a": 2}, key={"b": 1, "a": 2}.get))
print(max([0, float("nan"), 1]), min([float("nan"), 1]), max(10**30, 2.0), min("b", "a", "c"), max([5], default=9))
print(any([]), all([]), any([0, "", 3]), all([1, "a", 0]), any(x > 2 for x in range(5)), all(x < 5 for x in range(5)))
it = iter([0, 1, 2])
print(any(it), list(it))
it = iter([1, 0, 2])
print(all(it), list(it))
print(sorted([3, 1, 2]), sorted("cab", reverse=1), sorted({"x": 1, "a": 2}.items(), key=lambda p: p[1]))
attempt(lambda: sum())
attempt(lambda: sum(1))
attempt(lambda: sum(["a"]))
attempt(lambda: sum(["a"], ""))
attempt(lambda: sum([b"a"], b""))
attempt(lambda: sum([], bytearray()))
attempt(lambda: sum([1], 2, 3))
attempt(lambda: sum([[1]]))
attempt(lambda: min())
attempt(lambda: min(1))
attempt(lambda: min([]))
attempt(lambda: max(()))
attempt(lambda: max(1, 2, default=3))
attempt(lambda: max(1, "a"))
attempt(lambda: min([1], foo=2))
attempt(lambda: min([1, 2], key=5))
attempt(lambda: any(1))
attempt(lambda: all())
attempt(lambda: any([1], [2]))
attempt(lambda: sorted())
attempt(lambda: sorted([1], 1))
attempt(lambda: sorted(1))
attempt(lambda: sorted([1], foo=1))
attempt(lambda: sorted([1, "a"]))
attempt(lambda: sorted([1], reverse="x"))
attempt(lambda: len(1))
attempt(lambda: len())


class Loud:
    def __init__(self, v):
        self.v = v

    def __bool__(self):
        print("bool", self.v)
        return self.v

    def __add__(self, other):
        print("add", self.v)
        return other

    def __radd__(self, other):
        print("radd", other)
        return 100

    def __lt__(self, other):
        print("lt")
        return False

    def __gt__(self, other):
        print("gt")
        return True


print(any([Loud(False), Loud(True), Loud(True)]), all([Loud(True), Loud(False), Loud(True)]), sum([Loud(1), 5]))
print(max([Loud(1), Loud(2), Loud(3)]).v, min([Loud(1), Loud(2)]).v)

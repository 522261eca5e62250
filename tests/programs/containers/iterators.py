# enumerate, zip, map, filter, reversed, iter, next: laziness, state, length hints.
def attempt(f):
    try:
        print("ok", f())
    except BaseException as e:
        print(type(e).__name__ + ":", e)


print(list(enumerate("ab")), list(enumerate("ab", 5)), list(enumerate([], start=3)), list(enumerate(iterable="x", start=10**20)))
print(list(zip()), list(zip([1, 2])), list(zip([1, 2, 3], "ab")), list(zip((1,), [2], {3}, "4")), list(zip([1], [2], strict=True)))
print(list(map(str, [1, 2])), list(map(lambda a, b: a + b, [1, 2, 3], (10, 20))), list(map(max, [1, 5], [4, 2], [3, 3])))
print(list(filter(None, [0, 1, "", "a", [], None, 2.0])), list(filter(lambda x: x % 2, range(6))))
print(list(reversed([1, 2, 3])), list(reversed("abc")), list(reversed((1, 2))), list(reversed(range(3))), list(reversed({"a": 1, "b": 2})))
print([type(iter(x)).__name__ for x in ([], (), {}, set(), "", b"", range(1), range(10**30), {}.values(), {}.items())])
print([type(x).__name__ for x in (enumerate([]), zip(), map(len, []), filter(None, []), reversed([]), reversed(()), reversed({}))])
a = iter([1, 2, 3])
print(iter(a) is a, next(a), list(zip(a, a)), list(a))
e = enumerate("xyz")
print(next(e), iter(e) is e, list(e), list(e))
m = map(print, "ab")
print("lazy")
print(next(m), next(m), next(m, "done"))
z = zip(iter([1, 2, 3]), iter([4]))
print(list(z))
it = iter([1, 2, 3])
print(list(zip("a", it)), list(it))
it = iter([1, 2, 3])
print(list(zip(it, "a")), list(it))
values = iter([3, 2, 1, 0, 5])
print(list(iter(lambda: next(values), 0)), list(values))


class Sequence:
    def __len__(self):
        return 3

    def __getitem__(self, i):
        print("get", i)
        if i >= 3:
            raise IndexError(i)
        return i * i


print(list(reversed(Sequence())))
print(list(Sequence()), 4 in Sequence())


class Rev:
    def __reversed__(self):
        return "anything"


class NoRev(list):
    __reversed__ = None


print(reversed(Rev()))
attempt(lambda: reversed(NoRev()))
attempt(lambda: reversed(1))
attempt(lambda: reversed({1}))
attempt(lambda: reversed(iter([])))
attempt(lambda: next(1))
attempt(lambda: next([]))
attempt(lambda: next(iter([])))
attempt(lambda: iter(1))
attempt(lambda: iter(1, 2))
attempt(lambda: enumerate())
attempt(lambda: enumerate(1))
attempt(lambda: enumerate([], "a"))
attempt(lambda: zip(1))
attempt(lambda: zip([], 1))
attempt(lambda: zip(foo=1))
attempt(lambda: list(zip([1], [], strict=True)))
attempt(lambda: list(zip([], [1], strict=True)))
attempt(lambda: list(zip([1], [1], [], strict=True)))
attempt(lambda: list(zip([], [], [1], strict=True)))
attempt(lambda: list(zip([1, 2], [1, 2], [1], strict=True)))
attempt(lambda: map())
attempt(lambda: map(1))
attempt(lambda: map(1, 2))
attempt(lambda: list(map(1, [2])))
attempt(lambda: filter(1))
attempt(lambda: filter(1, 2))
attempt(lambda: list(filter(1, [2])))
print(iter([1, 2]).__length_hint__(), iter((1,)).__length_hint__(), reversed([1]).__length_hint__(), iter("ab").__length_hint__())


class Endless:
    def __iter__(self):
        return self

    n = 0

    def __next__(self):
        self.n += 1
        if self.n > 3:
            raise StopIteration
        return self.n


print(list(Endless()), [x for x in Endless()], dict(enumerate(Endless())), list(zip(Endless(), Endless())), sum(Endless()))


class NotIterator:
    def __iter__(self):
        return 5


attempt(lambda: list(NotIterator()))
attempt(lambda: [x for x in NotIterator()])


class RaisesInNext:
    def __iter__(self):
        return self

    def __next__(self):
        raise ValueError("next failed")


attempt(lambda: list(RaisesInNext()))
attempt(lambda: tuple(map(str, RaisesInNext())))
attempt(lambda: sorted(RaisesInNext()))


class Hint:
    def __iter__(self):
        return iter([1, 2])

    def __len__(self):
        print("len asked")
        return 2


print(list(Hint()), tuple(Hint()), sorted(Hint()), [*Hint()])


class MyEnumerate(enumerate):
    tag = "t"


print(list(MyEnumerate("ab")), MyEnumerate("").tag)

# `in`, `not in`, bool() and len() of containers and of what looks like one.
print(1 in [1, 2], 3 not in [1, 2], 1.0 in (1,), "a" in {"a": 1}, 1 in {"a": 1}, 2 in {1, 2}, 2 in range(3))
print([] in [[]], () in [()], None in [None], "b" in "abc", "" in "abc", b"a" in b"abc", 97 in b"abc")
print([bool(x) for x in ([], [0], (), (0,), {}, {0: 0}, set(), {0}, "", "0", range(0), range(1), frozenset(), b"")])
print(len([1, 2]), len(()), len({1: 2}), len({1}), len("é日"), len(range(5)), len({}.items()))


class Contains:
    def __contains__(self, x):
        print("contains", x)
        return x > 5


class Iterable:
    def __iter__(self):
        print("iter")
        return iter([1, 2, 3])


class Getitem:
    def __getitem__(self, i):
        print("getitem", i)
        if i == 3:
            raise IndexError
        return i


print(6 in Contains(), 3 in Contains(), 2 in Iterable(), 9 in Iterable(), 1 in Getitem(), 7 in Getitem())


class Len:
    def __init__(self, n):
        self.n = n

    def __len__(self):
        return self.n


print(bool(Len(0)), bool(Len(2)), len(Len(3)), not Len(0))
for bad in (lambda: 1 in 5, lambda: 1 in None, lambda: len(5), lambda: len(Len(-1)), lambda: len(Len("x")), lambda: 1 in "abc", lambda: bool(Len(-1)), lambda: [1] in "abc", lambda: len(Len(10**30))):
    try:
        print(bad())
    except Exception as e:
        print(type(e).__name__, e)


class Eq:
    def __eq__(self, other):
        print("eq", other)
        return other == 2


e = Eq()
print(e in [1, 2, 3], 2 in [e], e in [e], [x for x in (1, 2) if x in [e]], e in (5, 6), e in {7: 1}.values())
x = [1, 2, 3]
print(all(i in x for i in (1, 2)), any(i in x for i in (9, 8)), [i for i in range(5) if i not in x])

"""`in` on tuples, lists and sets that stand in the text."""


class Loud:
    def __eq__(self, other):
        print("eq", other)
        return other == 3

    def __hash__(self):
        print("hash")
        return 3


def ints(n):
    hits = 0
    for i in range(n):
        if i % 10 in (1, 3, 5):
            hits += 1
        if i % 10 in {2, 4, 6}:
            hits += 10
        if i % 10 not in [7, 8]:
            hits += 100
        if i in (0, 2**70, 5):
            hits += 1000
        if i in (1.0, 2):
            hits += 10000
        while i in (4, -1):
            i += 1
    return hits


def texts(text):
    kinds = []
    for c in text:
        if c in ("+", "-"):
            kinds.append("sum")
        elif c in ["*", "/", "//"]:
            kinds.append("product")
        elif c in {"(", ")"}:
            kinds.append("bracket")
        elif c not in ("é", " "):
            kinds.append(c)
    return kinds


def words(names):
    return [name for name in names if name in ("one", "two") or name in {"six", "one"} or name not in ("two",) and len(name) > 4]


def anything(x):
    out = []
    for attempt in (lambda: x in (1, 2, 3), lambda: x in {1, 2, 3}, lambda: x not in [1, "a", None], lambda: x in ("a", "b")):
        try:
            out.append(attempt())
        except TypeError as e:
            out.append(str(e))
    return out


def unions(x, y):
    return x in (1, 0), y in ("True", "x"), x in {True, 0.0}, y in (), x in ()


print(ints(40))
print(texts("a + b*(c-1)é/2"))
print(words(["one", "two", "three", "six", "four"]))
for x in (1, 1.0, True, "a", None, [1], (1,), 2**80, float("nan"), Loud()):
    print(anything(x))
print(unions(1, "x"), unions(0, "y"), unions(True, 5), unions("1", None))
print([w in ("a", "") for w in ["", "a", "ab"]], [i in (3,) for i in [3, 4]], 5 in {5, 5, 6})

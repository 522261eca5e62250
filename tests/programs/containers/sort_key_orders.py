# Keys of every simple sort, in sizes that are ordered by different means, against a sort that knows only `<`.
class Plain:
    """Something that is ordered by `<` of what it holds, and by nothing faster."""

    def __init__(self, held):
        self.held = held

    def __lt__(self, other):
        return self.held < other.held


def numbers(n, seed):
    for _ in range(n):
        seed = (seed * 1103515245 + 12345) % 2147483648
        yield seed >> 4


def check(name, keys):
    rows = list(enumerate(keys))
    for backward in (False, True):
        expected = sorted(rows, key=lambda row: Plain(row[1]), reverse=backward)
        found = sorted(rows, key=lambda row: row[1], reverse=backward)
        assert [i for i, _ in found] == [i for i, _ in expected], (name, len(keys), backward)
        keys_only = sorted(keys, reverse=backward)
        assert repr(keys_only) == repr([k for _, k in expected]), (name, len(keys), backward)
        in_place = keys[:]
        in_place.sort(reverse=backward)
        assert repr(in_place) == repr(keys_only), name


SHAPES = {
    "small ints": lambda n: n % 7,
    "ints": lambda n: n * n * n % 2**40 - 2**39,
    "wide ints": lambda n: (n * 2654435761 % 2**62) * (1 if n & 1 else -1) * 2,
    "bools": lambda n: n & 1 == 0,
    "ints and bools": lambda n: n % 5 if n & 8 else n & 1 == 0,
    "floats": lambda n: (n % 1001 - 500) / 7,
    "zeros": lambda n: (-0.0, 0.0, 1.5, -1.5)[n >> 3 & 3],
    "ints and floats": lambda n: n % 50 if n & 4 else n % 50 + 0.5,
    "big ints and floats": lambda n: 2**53 + n % 5 if n & 4 else 2.0**53 + 2 * (n % 3),
    "big ints": lambda n: 2 ** (n % 90) + n,
    "short texts": lambda n: f"k{n % 300}",
    "empty texts": lambda n: "\0" * (n % 4),
    "common starts": lambda n: f"something long and common {n % 40}",
    "ends": lambda n: "abcdefghijklmnopqrstuvwxyz0123456789"[: n % 37],
    "accents": lambda n: "caf\xe9\xff"[n % 3 :] * (n % 6),
    "wide texts": lambda n: "ab\u20ac\U0001f600\x7f"[n % 5 :] * (n % 3) + str(n % 11),
    "pairs": lambda n: (n % 9, n % 1013),
    "pairs of texts": lambda n: (f"c{n % 5}", f"name of {n % 33}", n % 7),
    "floats and texts": lambda n: (n % 4 / 2, f"{n % 90}"),
    "nested": lambda n: ((n % 3, (n >> 3) % 3), n % 8),
    "lists": lambda n: [n % 6, n % 77],
    "lists of different lengths": lambda n: [n % 3] * (n % 4),
    "tuples of different lengths": lambda n: (n % 3,) * (n % 3 + 1),
    "tuples that are rarely alike": lambda n: (n, None) if n % 2 else (n, "x"),
    "equal": lambda n: (),
    "long tuples": lambda n: (1, 1, 1, 1, 1, 1, 1, 1, 1, 1, n % 20),
}

for name, shape in SHAPES.items():
    for n in (2, 9, 40, 300):
        check(name, [shape(x) for x in numbers(n, n + 3)])
for name in ("ints", "floats", "short texts", "pairs"):
    shape = SHAPES[name]
    keys = [shape(x) for x in numbers(2000, 5)]
    check(name, sorted(keys))
    check(name, sorted(keys, reverse=True))
    check(name, sorted(keys[:1000]) + sorted(keys[1000:]))
print("all orders agree")

nan = float("nan")
print(sorted([3.0, nan, 1.0, 2.0]), sorted([nan, 2, 1.0]), sorted([(1.0, 2), (nan, 1), (0.5, 3)]))
print(min([nan, 1.0]), min([1.0, nan, 0.5]), max([nan, 1.0]), max([1.0, nan, 2.0]), min([-0.0, 0.0]), max([0.0, -0.0]))
for bad in ([(1, "a"), (1, 2)], [1, "a"], ["a", None], [(1,), 2], [1j, 2j]):
    try:
        print(sorted(bad))
    except TypeError as e:
        print(e)
print(sorted([(2, None), (1, None), (3, "x")]))
try:
    print(sorted([(2, None), (1, None), (2, None), (2, 3)]))
except TypeError as e:
    print(e)


class Answer:
    """`__lt__` gives no bool."""

    def __init__(self, n, kind):
        self.n = n
        self.kind = kind

    def __lt__(self, other):
        if self.kind == "list":
            return [1] if self.n < other.n else []
        if self.kind == "later":
            return NotImplemented
        return self.n < other.n

    def __gt__(self, other):
        return self.n > other.n

    def __repr__(self):
        return f"A{self.n}"


for kind in ("bool", "list", "later"):
    some = [Answer(n % 13, kind) for n in numbers(30, 1)]
    print(sorted(some), min(some), max(some))


class Child(Answer):
    def __lt__(self, other):
        return super().__lt__(other)


mixed = [(Child if n & 1 else Answer)(n % 50, "bool") for n in numbers(20, 4)]
print(sorted(mixed))


class Changing:
    def __init__(self, n):
        self.n = n

    def __lt__(self, other):
        global calls
        calls += 1
        if calls == 5:
            Changing.__lt__ = lambda a, b: a.n > b.n
        return self.n < other.n


calls = 0
print([c.n for c in sorted(Changing(n) for n in (5, 3, 8, 1, 9, 2, 7))], calls)

data = [3, 1, 2]
try:
    data.sort(key=lambda x: data.append(x) or x)
except ValueError as e:
    print(e, data)
data = [3, 1, 2]
print(data.sort(key=lambda x: len(data) * 10 + x), data)
data = [3, 1, 0, 2]
try:
    data.sort(key=lambda x: 1 / x)
except ZeroDivisionError as e:
    print(e, data)

# Elements with __eq__ and __hash__ in Python, and subclasses of set.
class Point:
    def __init__(self, x, y):
        self.x, self.y = x, y

    def __eq__(self, other):
        return isinstance(other, Point) and (self.x, self.y) == (other.x, other.y)

    def __hash__(self):
        return hash((self.x, self.y))

    def __repr__(self):
        return f"P({self.x}, {self.y})"


s = {Point(1, 2), Point(1, 2), Point(3, 4)}
print(len(s), Point(1, 2) in s, Point(9, 9) in s, sorted((p.x, p.y) for p in s))
print(sorted(map(repr, s | {Point(5, 6)})), s == {Point(3, 4), Point(1, 2)}, s - {Point(1, 2)})


class Log:
    def __init__(self, n):
        self.n = n

    def __hash__(self):
        print("hash", self.n)
        return self.n % 3

    def __eq__(self, other):
        print("eq", self.n, getattr(other, "n", other))
        return isinstance(other, Log) and self.n == other.n

    def __repr__(self):
        return f"L{self.n}"


t = {Log(1), Log(4), Log(1)}
print(t, len(t))
u = set(t)
print(u == t)
v = t & {Log(4)}
print(v)
t.discard(Log(7))
t.remove(Log(1))
print(t)


class Evil:
    def __init__(self, s):
        self.s = s

    def __hash__(self):
        return 1

    def __eq__(self, other):
        self.s.clear()
        return False


w = {1}
w.add(Evil(w))
print(len(w))


class S(set):
    def add(self, x):
        super().add(x * 2)


k = S([1, 2])
k.add(5)
k.tag = "t"
print(k, k.tag, type(k | {1}), type(k & k), type(k.copy()), k == {1, 2, 10}, len(k), S(), isinstance(k, set))


class F(frozenset):
    def __new__(cls, items):
        return super().__new__(cls, [i + 1 for i in items])


f = F([1, 2])
print(f, type(f | f), hash(f) == hash(frozenset([2, 3])), f == {2, 3}, {f: 1}[frozenset([3, 2])], 2 in f, len(f), sorted(f))


class Bad:
    def __hash__(self):
        return 5

    def __eq__(self, other):
        raise ValueError("eq raised")


x = {5}
for action in (lambda: x.add(Bad()), lambda: Bad() in x, lambda: x.discard(Bad()), lambda: x | {Bad()}, lambda: x == {Bad()}, lambda: x & {Bad()}):
    try:
        action()
    except ValueError as e:
        print(e, x)

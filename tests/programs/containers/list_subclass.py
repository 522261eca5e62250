# Subclasses of list and tuple.
class Stack(list):
    def push(self, x):
        self.append(x)
        return self

    @property
    def top(self):
        return self[-1]


s = Stack([1, 2])
s.push(3).push(4)
print(s, s.top, len(s), s[1:], type(s[1:]), type(s + [1]), type(s * 2), type(s.copy()), isinstance(s, list), s == [1, 2, 3, 4])
s.name = "stack"
print(s.name, s.__dict__, sorted(s, reverse=True), [x for x in s], s.index(3), s.pop())
s += (9,)
s[0:2] = ["a"]
del s[0]
print(s, type(s))


class Loud(list):
    def __getitem__(self, i):
        print("get", i)
        return super().__getitem__(i)

    def __setitem__(self, i, v):
        print("set", i, v)
        super().__setitem__(i, v)

    def __len__(self):
        return 100

    def __contains__(self, x):
        return True

    def __iter__(self):
        return iter("iter")


q = Loud([1, 2])
q[0] = 5
print(q[0], len(q), "zz" in q, list(q), [*q], tuple(q), repr(q), bool(q))


class Vec(tuple):
    def __new__(cls, *xs):
        return super().__new__(cls, xs)

    def __add__(self, other):
        return Vec(*(a + b for a, b in zip(self, other)))

    @property
    def x(self):
        return self[0]


v = Vec(1, 2)
w = v + Vec(3, 4)
print(v, w, type(w), w.x, w == (4, 6), hash(v) == hash((1, 2)), v[1], v[:1], type(v[:1]), len(v), {v: 1}[(1, 2)], (1, 2) in {v})
a, b = v
print(a, b, 1 in v, v.index(2), v.count(1), sorted([Vec(2), Vec(1)]), v < (1, 3), (0,) < v, v * 2, isinstance(v, tuple), [*v], v + (1, 1))
v.note = "n"
print(v.note, max(v), list(map(str, v)), "%d-%d" % v)


class Empty(list):
    pass


print(Empty(), Empty("ab"), Empty() == [], bool(Empty()), [] + Empty([1]), [1] == Empty([1]), Empty([1]) + [2])


class Init(list):
    def __init__(self, n):
        super().__init__(range(n))


print(Init(3), Init(0))
try:
    Init()
except TypeError as e:
    print(e)


class Matrix(list):
    def __getitem__(self, k):
        if isinstance(k, tuple):
            i, j = k
            return super().__getitem__(i)[j]
        return super().__getitem__(k)


m = Matrix([[1, 2], [3, 4]])
print(m[1, 0], m[0], m)

# Unpacking from every kind of iterable, and its errors.
def attempt(f):
    try:
        f()
    except Exception as e:
        print(type(e).__name__ + ":", e)


a, b = 1, 2
a, b = b, a
print(a, b)
[c, d], (e, f) = (3, 4), "xy"
print(c, d, e, f)
g, *h = range(5)
*i, j = "abc"
k, *l, m = [1, 2]
print(g, h, i, j, k, l, m)
(n, *o), *p = [(1, 2, 3), 4, 5]
print(n, o, p)
x, y = {1: "a", 2: "b"}
print(x, y)
x, y = {7: 0}.popitem()
(q,) = [9]
[r] = {3}
print(x, y, q, r)
for s, (t, u) in [(1, (2, 3)), (4, (5, 6))]:
    print(s, t, u)
z = [0, 0]
z[0], z[1] = z[1] + 1, z[0] + 2
print(z)
v = w = [1]
print(v is w)
first, *rest = (n * n for n in range(4))
print(first, rest)


def g1():
    a, b, c = [1, 2]


def g2():
    a, b = [1, 2, 3]


def g3():
    a, b = 1


def g4():
    a, *b, c = [1]


def g5():
    a, b = iter([1, 2, 3])


def g6():
    a, b = {1: 1, 2: 2, 3: 3}


def g7():
    (a,) = ()


def g8():
    a, b = "abc"


def g9():
    a, *b = 1


def g10():
    a, b = (x for x in range(10))


def g11():
    *a, b = []


def g12():
    a, b = None


def g13():
    for x, y in [(1, 2), (3,)]:
        print(x, y)


def g14():
    a, b, *c = (1,)


def g15():
    a, b = range(3)


class It:
    def __iter__(self):
        yield 1
        raise KeyError("inside")


def g16():
    a, b = It()


class Seq:
    def __getitem__(self, i):
        if i > 2:
            raise IndexError
        return i * 10


for g in (g1, g2, g3, g4, g5, g6, g7, g8, g9, g10, g11, g12, g13, g14, g15, g16):
    attempt(g)
a, b, c = Seq()
print(a, b, c, list(Seq()), 20 in Seq(), 5 in Seq())
print([*Seq()], {**{"a": 1}}, [*"ab", *(1, 2)], (*[], 1), {*[1, 1]})

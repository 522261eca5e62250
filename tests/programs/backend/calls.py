def many(a, b, c, d, e, f, g, h, i=9, *rest, j, k=11, **more):
    return a, b, c, d, e, f, g, h, i, rest, j, k, more


print(many(1, 2, 3, 4, 5, 6, 7, 8, j=10))
print(many(1, 2, 3, 4, 5, 6, 7, 8, 90, 91, 92, j=10, k=12, z=1, y=2))
print(many(*range(10), j=3, **{"q": 4}))
print(many(h=8, g=7, f=6, e=5, d=4, c=3, b=2, a=1, j=0))


def pos_only(a, b=2, /, c=3, *, d=4):
    return a, b, c, d


print(pos_only(1), pos_only(1, 5, c=6, d=7))
for bad in (
    lambda: many(1),
    lambda: pos_only(a=1),
    lambda: pos_only(1, 2, 3, 4),
    lambda: pos_only(1, e=5),
    lambda: many(1, 2, 3, 4, 5, 6, 7, 8),
    lambda: pos_only(1, 2, 3, c=3),
    lambda: 3(),  # noqa
    lambda: print(1, nosuch=2),
):
    try:
        bad()
    except TypeError as e:
        print(e)


def default_list(x, acc=[]):
    acc.append(x)
    return acc


print(default_list(1), default_list(2), default_list(3, []))


def counter():
    n = 0

    def inc(by=1):
        nonlocal n
        n += by
        return n

    return inc


c1, c2 = counter(), counter()
print(c1(), c1(5), c2(), c1())
print((lambda *a, **k: (a, k))(1, 2, x=3))
fs = [lambda i=i: i * i for i in range(4)]
print([f() for f in fs])
late = [lambda: i for i in range(3)]
print([f() for f in late])


def compose(*fs):
    def run(x):
        for f in fs:
            x = f(x)
        return x

    return run


print(compose(lambda x: x + 1, lambda x: x * 2, str)(5))

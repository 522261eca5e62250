def f(a, b=2, *args, c, d=4, **kw):
    return a, b, args, c, d, kw


print(f(1, c=3), f(1, 2, 3, 4, c=5, e=6), f(c=1, a=2), f(*[1, 2], **{"c": 3, "z": 4}))


def pos(a, b, /, c, *, d):
    return a, b, c, d


print(pos(1, 2, 3, d=4), pos(1, 2, c=3, d=4))


def both(a, /, **kw):
    return a, kw


print(both(1, a=2))


def none():
    pass


def many(a, b, c=3):
    return a, b, c


def kwonly(*, a, b=2):
    return a, b


def star(*args):
    return args


five, text, nothing = 5, "x", None
cases = [
    lambda: none(1), lambda: none(x=1), lambda: many(), lambda: many(1), lambda: many(1, 2, 3, 4),
    lambda: many(1, 2, b=3), lambda: many(1, 2, d=3), lambda: many(b=1), lambda: kwonly(), lambda: kwonly(1),
    lambda: kwonly(1, a=2), lambda: kwonly(c=1, a=1), lambda: pos(1, b=2, c=3, d=4), lambda: pos(1, 2, 3),
    lambda: pos(a=1, b=2, c=3, d=4), lambda: star(a=1), lambda: f(), lambda: f(1), lambda: f(1, 2, a=3, c=1),
    lambda: many(*[1, 2, 3, 4, 5]), lambda: many(**{"a": 1}), lambda: five(), lambda: text(1), lambda: nothing(),
    lambda: (lambda x: x)(), lambda: (lambda x, y: x)(1, 2, 3), lambda: kwonly(1, 2, a=3, b=4),
    lambda: many(1, 2, 3, 4, 5, x=6),
]
for case in cases:
    try:
        print(case())
    except TypeError as e:
        print(e)


class K:
    def m(self, a):
        return a

    def __call__(self, *a, **k):
        return "called", a, k

    @staticmethod
    def s(a):
        return a

    @classmethod
    def c(cls, a):
        return cls.__name__, a


k = K()
print(k(1, x=2), k.m(1), K.m(k, 2), K.s(3), k.s(4), K.c(5), k.c(6))
for case in [lambda: k.m(), lambda: k.m(1, 2), lambda: K.m(), lambda: K.m(1), lambda: k.s(), lambda: K.c(), lambda: K(1)]:
    try:
        print(case())
    except TypeError as e:
        print(e)
bound = k.m
print(bound(9), bound.__self__ is k, bound.__func__ is K.m, bound.__name__)


def default(x, acc=[]):
    acc.append(x)
    return acc


print(default(1), default(2), default(3, []), default.__defaults__)


def deco(fn):
    def wrapper(*args, **kwargs):
        return "wrapped", fn(*args, **kwargs)

    return wrapper


@deco
def add(a, b=1):
    return a + b


print(add(1), add(1, 2), add(b=5, a=1), add.__name__)
compose = lambda *fs: lambda x: x if not fs else compose(*fs[1:])(fs[0](x))
print(compose(lambda x: x + 1, lambda x: x * 2)(5))


def fact(n):
    return 1 if n < 2 else n * fact(n - 1)


print(fact(20), fact(25))


def ack(m, n):
    if m == 0:
        return n + 1
    return ack(m - 1, 1 if n == 0 else ack(m, n - 1))


print(ack(2, 3))


def rebind(a, b):
    a, b = b, a
    args = [a, b]
    return args


print(rebind(1, 2), (lambda a, b=2, *c, d, **e: (a, b, c, d, e))(1, d=4, f=5))


def outer(a):
    def inner(b=a):
        a_copy = a
        return a_copy + b

    return inner


print(outer(1)(), outer(1)(10))


def kwargs_order(**kw):
    return list(kw)


print(kwargs_order(z=1, a=2, m=3))
print(max([3, 1], key=lambda v: -v), sorted("bca", key=str, reverse=True), print("x", "y", sep="-", end="!\n"))


def deep(n):
    return deep(n + 1)


try:
    deep(0)
except RecursionError as e:
    print(e)

def attempt(f):
    try:
        print("ok", f())
    except TypeError as e:
        print(e)


def none():
    pass


def one(a):
    pass


def two(a, b):
    pass


def three(a, b, c):
    pass


def opt(a, b=1):
    pass


def kw(a, *, b, c):
    pass


def kwo(*, b=1):
    pass


def po(a, b, /):
    pass


def pok(a, /, b):
    pass


def star(*args):
    pass


def many(a, b, c=1, *, d):
    pass


attempt(lambda: none(1))
attempt(lambda: none(1, 2))
attempt(lambda: one())
attempt(lambda: one(1, 2))
attempt(lambda: two())
attempt(lambda: two(1))
attempt(lambda: two(b=1))
attempt(lambda: three())
attempt(lambda: three(1))
attempt(lambda: three(b=2))
attempt(lambda: opt())
attempt(lambda: opt(1, 2, 3))
attempt(lambda: kw(1))
attempt(lambda: kw(1, b=2))
attempt(lambda: kw(1, 2, b=1, c=2))
attempt(lambda: kwo(1))
attempt(lambda: kwo(1, b=2))
attempt(lambda: po(a=1, b=2))
attempt(lambda: po(1, b=2))
attempt(lambda: pok(b=2))
attempt(lambda: star(x=1))
attempt(lambda: two(1, a=2))
attempt(lambda: two(1, 2, c=3))
attempt(lambda: two(1, 2, 3, c=3))
attempt(lambda: two(1, bb=3))
attempt(lambda: many(1, 2, 3, 4, 5, d=6))
attempt(lambda: many(1, 2, 3, 4))
attempt(lambda: many())
attempt(lambda: two(*1))
attempt(lambda: two(**1))
attempt(lambda: two(*[1], **{1: 2}))
attempt(lambda: two(1, **{"a": 2}))
attempt(lambda: two(**{"a": 1}, **{"a": 2}))
attempt(lambda: (lambda x: x)())
attempt(lambda: 5())
attempt(lambda: None(1))
attempt(lambda: "s"())
attempt(lambda: [](1))


class C:
    def m(self, a):
        pass

    def none():
        pass


attempt(lambda: C().m())
attempt(lambda: C().m(1, 2))
attempt(lambda: C().none())
attempt(lambda: C(1))
attempt(lambda: C.m())


class D:
    def __init__(self, x):
        pass


attempt(lambda: D())
attempt(lambda: D(1, 2))
attempt(lambda: D(y=1))

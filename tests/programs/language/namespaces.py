def f(a, b=2, *args, **kw):
    c = 3
    if False:
        never = 1
    snapshot = locals()
    d = 4
    return snapshot


print(f(1))


def g():
    x = 1

    def h():
        y = x
        return sorted(locals().items())

    return h(), sorted(locals())


print(g()[0], g()[1])
value = 10
print(globals()["value"], "value" in globals(), globals() is globals())
globals()["made"] = 5
print(made)


class C:
    p = 1
    q = sorted(k for k in locals() if not k.startswith("__"))


print(C.q)
print(sorted(k for k in vars(C) if not k.startswith("__")))


class D:
    def __init__(self):
        self.b, self.a = 1, 2


print(vars(D()), D().__dict__)
print("f" in dir(), [n for n in dir(D()) if not n.startswith("_")])


def h():
    z, y = 1, 2
    return dir(), vars()


print(h())
print(__name__, f.__module__, C.__module__)
print(f.__name__, f.__qualname__, g.__doc__, f.__defaults__)


def doc():
    """First line.

        Indented.
    Back.
    """


print(repr(doc.__doc__))


class Doc:
    '''Class doc.
    second'''

    def m(self):
        "method doc"


print(repr(Doc.__doc__), Doc.m.__doc__)


def attrs():
    pass


attrs.counter = 1
attrs.counter += 1
print(attrs.counter, attrs.__dict__)
x = "module"


def shadow(x):
    def inner():
        global x
        return x

    return inner(), x


print(shadow("param"))


def loc_update():
    a = 1
    locals()["a"] = 2
    return a


print(loc_update())

def f(a, b=2, *args, c, d=4, **kw):
    return a, b, args, c, d, kw


print(f(1, c=3))
print(f(1, 2, 3, 4, c=5, d=6, e=7))
print(f(*[1, 2], **{"c": 3, "z": 0}))
print(f(c=1, a=2))
print(f(*(1,), *(2, 3), c=0, **{}, **{"k": 1}))


def g(a, /, b, *, c):
    return a, b, c


print(g(1, 2, c=3), g(1, b=2, c=3))


def h(*args, **kwargs):
    return args, kwargs


print(h(), h(1, x=2), h(*range(3), **dict(a=1)))


def defaults(a, b=[], c={}):
    b.append(a)
    c[a] = len(b)
    return b, c


print(defaults(1), defaults(2), defaults(3, []))


def kwonly(*, a, b=1):
    return a, b


print(kwonly(a=1), kwonly(b=2, a=0))
lam = lambda x, *y, z=3, **w: (x, y, z, w)
print(lam(1), lam(1, 2, z=0, q=5))


def positional_names(a, b, /, **kw):
    return a, b, kw


print(positional_names(1, 2, a=3, b=4))


def order():
    def p(x):
        print("eval", x)
        return x

    return f(p(1), *[p(2)], c=p(3), **{"d": p(4)})


print(order())
print((lambda: 5)(), (lambda *a: a)(1, 2))


class A:
    def method(self, x, y=10):
        return x, y

    @staticmethod
    def s(x=1):
        return x

    @classmethod
    def c(cls, x):
        return cls.__name__, x


a = A()
print(a.method(1), a.method(y=1, x=2), A.method(a, 3), A.s(), a.s(2), A.c(1), a.c(x=2))
m = a.method
print(m(5), m(5, y=6))

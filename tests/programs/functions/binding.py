def show(f, *a, **k):
    try: print(f(*a, **k))
    except TypeError as e: print("TypeError:", e)
def a0(): return 0
def a1(x): return x
def a2(x, y): return x, y
def d2(x, y=2): return x, y
def d3(x, y=2, z=3): return x, y, z
def va(x, *args): return x, args
def kw(x, **kws): return x, kws
def ko(*, k): return k
def ko2(a, *, k, m=5, n): return a, k, m, n
def po(a, b, /, c, *, d): return a, b, c, d
def po2(a, /, **k): return a, k
def everything(a, b=2, /, c=3, *args, d, e=5, **kws): return a, b, c, args, d, e, kws
show(a0); show(a0, 1); show(a0, x=1)
show(a1); show(a1, 1, 2); show(a1, y=1); show(a1, 1, x=2)
show(a2); show(a2, 1); show(a2, 1, 2, 3)
show(d2); show(d2, 1, 2, 3); show(d3, 1, z=5); show(d3, 1, 2, 3, 4)
show(va); show(va, 1, 2, 3)
show(kw, 1, a=2, b=3); show(kw)
show(ko); show(ko, 1); show(ko, 1, k=2); show(ko, k=3)
show(ko2, 1); show(ko2, 1, k=1); show(ko2, 1, 2, k=3, n=4); show(ko2, 1, n=2, k=3)
show(po, 1, 2, 3, d=4); show(po, a=1, b=2, c=3, d=4); show(po, 1, 2, c=3); show(po, 1)
show(po2, 1, a=2)
show(everything, 1, d=4); show(everything, 1, 2, 3, 4, 5, d=6, z=7); show(everything)
show(a2, 1, zz=3); show(d3, 1, yy=4); show(ko, kk=2)
class C:
    def m(self, x): return x
    @classmethod
    def c(cls, x): return x
    @staticmethod
    def s(x): return x
show(C().m); show(C().m, 1, 2); show(C.c); show(C.s, 1, 2); show(C.m)
show(lambda x: x); show(lambda: 1, 2)
def outer():
    def inner(q): return q
    return inner
show(outer(), 1, 2)
show(len); show(len, 1, 2); show(isinstance, 1); show(print, bad=1); show(int, 1, 2, 3); show("".join); show([].append)
show("abc".upper, 1); show(sorted); show(abs, 1, 2)
show(a2, *[1, 2]); show(a2, *[1], **{"y": 5}); show(a2, **{"x": 1, "y": 2})
show(lambda: a2(*5)); show(lambda: a2(**5)); show(lambda: a2(1, **{"x": 2}))
show(lambda: kw(1, **{"a": 1}, **{"a": 2}))
show(lambda: kw(1, **{1: 2}))
def default(x, acc=[]):
    acc.append(x); return acc
print(default(1), default(2), default.__defaults__)
print(everything.__defaults__, everything.__kwdefaults__, everything.__name__, everything.__qualname__, C.m.__qualname__, outer().__qualname__)
print(everything.__code__.co_varnames[:7], everything.__code__.co_argcount, everything.__module__)
def counter():
    n = 0
    def inc():
        nonlocal n
        n += 1
        return n
    return inc
c = counter(); c(); print(c(), c.__closure__[0].cell_contents)
def deco(prefix):
    def wrap(f):
        def inner(*a, **k): return (prefix, f(*a, **k))
        inner.__name__ = f.__name__
        inner.__doc__ = f.__doc__
        return inner
    return wrap
@deco("p")
def decorated(x):
    "docs"
    return x
print(decorated(3), decorated.__name__, decorated.__doc__)
decorated.attr = 5
print(decorated.attr, decorated.__dict__)
fs = [lambda i=i: i for i in range(3)]
print([f() for f in fs])
def anno(x: int, y: "str" = 1) -> list: pass
print(anno.__annotations__)
def fact(n): return 1 if n < 2 else n * fact(n - 1)
print(fact(25))
from functools import partial
try: print(partial(a2, 1)(2))
except ImportError: pass

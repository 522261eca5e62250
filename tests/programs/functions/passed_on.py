"""Keyword dicts passed on, partial objects, and the keys of cached calls."""

import functools
def show(*a, **k):
    return a, sorted(k.items())
def wrap(f):
    @functools.wraps(f)
    def w(*args, **kwargs):
        return f(*args, **kwargs)
    return w
s = wrap(show)
print(s(), s(1), s(1, b=2), s(a=1, c=3), s(*[1, 2], **{"x": 1}))
class M:
    def keys(self): return ["p", "q"]
    def __getitem__(self, k): return k * 2
print(show(**M()), show(1, **M()), show(z=0, **M()))
for bad in (5, {1: 2}, [1], None):
    try:
        print(show(**bad))
    except TypeError as e:
        print(e)
try:
    show(x=1, **{"x": 2})
except TypeError as e:
    print(e)
def mutates(**k):
    k["new"] = 1
    return len(k)
d = {"a": 1}
print(mutates(**d), d)
def grab(**k): return k
e = grab(**d)
print(e is d, e)
def two(a, b=3): return a * b
try: wrap(two)()
except TypeError as e: print(e)
try: wrap(two)(1, c=2)
except TypeError as e: print(e)
p = functools.partial(show, 1, 2, x=1, y=2)
print(p(), p(3), p(3, z=4), p(x=9), p(3, x=9, z=4))
q = functools.partial(p, 5, x=7, w=1)
print(q(), q(6, y=0), q.keywords)
print(functools.partial(two, b=5)(2), functools.partial(two, 3)(b=4))
try: functools.partial(two, a=5)(2)
except TypeError as e: print(e)
many = functools.partial(show, *range(10), **{f"k{i}": i for i in range(10)})
print(many(1, k3="x"), many(2, zz=1))
@functools.lru_cache(None)
def f(*a): 
    print("miss", len(a))
    return a
print(f(1, 2), f(1, 2), f(1.0, 2), f(True, 2), f("a", 1), f("a", 1), f(1, "2"), f((1, 2)), f((1, 2)), f(), f())
print(f(1, 2, 3, 4, 5, 6), f(1, 2, 3, 4, 5, 6), f(1, 2, 3, 4, 5, 6, 7), f(1, 2, 3, 4, 5, 6, 7), f.cache_info())
class K:
    def __init__(self, v): self.v = v
    def __hash__(self): return hash(self.v)
    def __eq__(self, o): print("eq"); return o == self.v
print(f(K(1), 2)[1], f(1, 2))
f.cache_clear()
x = f(K(1), 2)
print(f(1, 2)[1], f.cache_info())
@functools.lru_cache(maxsize=2)
def g(a, b): return a + b
print(g(1, 2), g(1, 2), g(2, 3), g(3, 4), g(1, 2), g.cache_info())
@functools.lru_cache(maxsize=None, typed=True)
def h(a, b): return type(a).__name__
print(h(1, 2), h(1.0, 2), h(True, 2), h.cache_info())
@functools.cache
def grid(r, c):
    return 1 if r == 0 or c == 0 else grid(r - 1, c) + grid(r, c - 1)
print(grid(60, 60), grid.cache_info())

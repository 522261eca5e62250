import functools, time
def timer(f):
    @functools.wraps(f)
    def w(*a, **k):
        r = f(*a, **k); print(f"{f.__name__} took"); return r
    return w
def repeat(n=2, *, sep="-"):
    def deco(f):
        @functools.wraps(f)
        def w(*a, **k): return sep.join(str(f(*a, **k)) for _ in range(n))
        return w
    return deco
def maybe(_f=None, *, tag="t"):
    def d(f):
        def w(*a): return (tag, f(*a))
        return w
    return d if _f is None else d(_f)
class CountCalls:
    def __init__(self, f): functools.update_wrapper(self, f); self.f = f; self.n = 0
    def __call__(self, *a, **k): self.n += 1; return self.f(*a, **k)
    def __get__(self, inst, owner): return functools.partial(self, inst) if inst else self
class Memo(dict):
    def __init__(self, f): self.f = f
    def __call__(self, *a): return self[a]
    def __missing__(self, k): r = self[k] = self.f(*k); return r
@timer
@repeat(3, sep="+")
def greet(name: str = "x") -> str:
    """Doc of greet."""
    return f"hi {name}"
print(greet("bob"), greet.__name__, greet.__doc__, greet.__wrapped__.__wrapped__("q"), greet.__annotations__)
@maybe
def a(x): return x
@maybe(tag="zz")
def b(x): return x
print(a(1), b(2))
@CountCalls
def c(x, y=2): "cdoc"; return x + y
print(c(1), c(1, y=5), c.n, c.__name__, c.__doc__)
class K:
    @CountCalls
    def m(self, z): return z * 2
    @functools.cached_property
    def cp(self): print("computing"); return 5
    @functools.lru_cache(maxsize=None)
    def fib(self, n): return n if n < 2 else self.fib(n-1) + self.fib(n-2)
    @functools.singledispatchmethod
    def sd(self, x): return "default"
    @sd.register
    def _(self, x: int): return "int"
    @sd.register(str)
    def _(self, x): return "str"
k = K(); print(k.m(3), k.cp, k.cp, k.fib(50), K.fib.cache_info(), k.sd(1), k.sd("a"), k.sd(2.0))
@Memo
def fact(n): return 1 if n == 0 else n * fact(n - 1)
print(fact(20), len(fact))
@functools.lru_cache
def fib(n): return n if n < 2 else fib(n-1) + fib(n-2)
print(fib(80), fib.cache_info(), fib.__wrapped__.__name__); fib.cache_clear(); print(fib.cache_info())
@functools.singledispatch
def show(x): return f"obj {x}"
@show.register(int)
@show.register(float)
def _(x): return f"num {x}"
@show.register
def _(x: list): return f"list {len(x)}"
print(show(1), show(1.5), show([1]), show("s"), show(True), sorted(t.__name__ for t in show.registry))
def validate(**types):
    def deco(f):
        @functools.wraps(f)
        def w(*args, **kw):
            names = f.__code__.co_varnames[:f.__code__.co_argcount]
            for n, v in {**dict(zip(names, args)), **kw}.items():
                if n in types and not isinstance(v, types[n]): raise TypeError(f"{f.__name__}() argument {n!r} must be {types[n].__name__}, got {type(v).__name__}")
            return f(*args, **kw)
        return w
    return deco
@validate(a=int, b=str)
def vf(a, b="x"): return a, b
print(vf(1), vf(1, b="q"))
try: vf("a")
except TypeError as e: print(e)
def cls_deco(cls):
    cls.extra = lambda self: f"extra {self.v}"
    orig = cls.__init__
    def init(self, *a, **k): print("before"); orig(self, *a, **k); print("after")
    cls.__init__ = init
    return cls
@cls_deco
class Z:
    def __init__(self, v): self.v = v
print(Z(3).extra())
@functools.total_ordering
class Ver:
    def __init__(self, s): self.t = tuple(map(int, s.split(".")))
    def __eq__(self, o): return self.t == o.t
    def __lt__(self, o): return self.t < o.t
print(Ver("1.2") <= Ver("1.10"), Ver("2") > Ver("1.9"), Ver("1") >= Ver("1"), max([Ver("1.2"), Ver("1.10")], key=lambda v: v.t).t)
add = lambda x, y, z: x * 100 + y * 10 + z
p = functools.partial(add, 1, z=3); print(p(y=2), p.func is add, p.args, p.keywords)
print(functools.reduce(lambda a, b: a * b, range(1, 6)), functools.reduce(lambda a, b: a + b, [], "init"))
print(sorted(["b", "A", "c"], key=functools.cmp_to_key(lambda a, b: (a.lower() > b.lower()) - (a.lower() < b.lower()))))
compose = lambda *fs: functools.reduce(lambda f, g: lambda x: f(g(x)), fs)
print(compose(str, lambda x: x + 1, abs)(-5))
@(lambda f: lambda *a: f(*a) * 2)
def weird(x): return x
print(weird(4))
@property
def notmeth(self): return 1
print(type(notmeth), isinstance(notmeth, property))

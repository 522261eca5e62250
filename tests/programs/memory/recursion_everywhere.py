# Recursion without end through operators, builtins and callbacks is RecursionError each time.
from functools import cmp_to_key, reduce


class R:
    def __repr__(self): return repr(self)
    def __eq__(self, other): return self == other
    def __hash__(self): return hash(self)
    def __lt__(self, other): return self < other
    def __getattr__(self, name): return self.missing
    def __call__(self): return self()
    def __iter__(self): return iter(self)
    def __len__(self): return len(self)
    def __bool__(self): return bool(self)
    def __add__(self, other): return self + other
    def __getitem__(self, i): return self[i]
    def __contains__(self, i): return i in self
    def __index__(self): return range(10)[self]
    def __str__(self): return f"{self}"
    def __format__(self, spec): return format(self, spec)
    @property
    def prop(self): return self.prop


class Init:
    def __init__(self): Init()


class New(int):
    def __new__(cls, *args): return New(*args)


def attempt(name, f):
    try:
        f()
    except RecursionError:
        print(name, "RecursionError")
    else:
        print(name, "ok")


r = R()
attempt("repr", lambda: repr(r))
attempt("eq", lambda: r == R())
attempt("hash", lambda: hash(r))
attempt("sort", lambda: sorted([r, R()]))
attempt("getattr", lambda: r.foo)
attempt("call", lambda: r())
attempt("iter", lambda: iter(r))
attempt("len", lambda: len(r))
attempt("bool", lambda: bool(r))
attempt("add", lambda: r + 1)
attempt("getitem", lambda: r[1])
attempt("contains", lambda: 1 in r)
attempt("index", lambda: [1, 2][r])
attempt("str", lambda: str(r))
attempt("format", lambda: format(r, "x"))
attempt("property", lambda: r.prop)
attempt("init", Init)
attempt("new", lambda: New(1))


def key(x): return sorted([1, 2], key=key)[0]
def mapped(x): return list(map(mapped, [x]))
def filtered(x): return list(filter(filtered, [x]))
def reduced(a, b): return reduce(reduced, [1, 2])
def compared(a, b): return sorted([a, b], key=cmp_to_key(compared))[0]
def generator(n): yield from generator(n + 1)


attempt("key", lambda: sorted([1, 2], key=key))
attempt("map", lambda: mapped(1))
attempt("filter", lambda: filtered(1))
attempt("reduce", lambda: reduce(reduced, [1, 2]))
attempt("cmp_to_key", lambda: compared(1, 2))
attempt("generator", lambda: list(generator(0)))
nested = []
for i in range(100_000):
    nested = [nested]
attempt("repr of nested", lambda: repr(nested))

class V:
    def __init__(self, *c): self.c = c
    def __repr__(self): return f"V{self.c}"
    def __add__(self, o): return V(*(a + b for a, b in zip(self.c, o.c))) if isinstance(o, V) else NotImplemented
    def __mul__(self, k): return V(*(a * k for a in self.c))
    __rmul__ = __mul__
    def __neg__(self): return V(*(-a for a in self.c))
    def __matmul__(self, o): return sum(a * b for a, b in zip(self.c, o.c))
    def __eq__(self, o): return isinstance(o, V) and self.c == o.c
    def __hash__(self): return hash(self.c)
    def __lt__(self, o): return self.c < o.c
    def __bool__(self): return any(self.c)
    def __iadd__(self, o): print("iadd"); return self + o
    def __pow__(self, n, m=None): return ("pow", n, m)
    def __divmod__(self, o): return ("divmod", o)
    def __index__(self): return self.c[0]
    def __int__(self): return self.c[0]
    def __float__(self): return float(self.c[0])
    def __abs__(self): return 5
    def __round__(self, n=None): return ("round", n)
    def __format__(self, spec): return f"<{spec}>"
    def __reversed__(self): return reversed(self.c)
a, b = V(1, 2), V(3, 4)
print(a + b, a * 3, 3 * a, -a, a @ b, a == V(1, 2), a != b, a < b, a > b, bool(V(0, 0)))
a += b
print(a, a ** 2, pow(a, 2, 3), divmod(a, 7), [10, 20, 30, 40, 50][V(2)], int(a), float(a), abs(a), round(a), round(a, 2), f"{a:xyz}", format(a), list(reversed(a)))
print({V(1): 1}[V(1)], hex(V(255)), range(V(3)))
for f in [lambda: a + 1, lambda: 1 + a, lambda: a - b, lambda: a <= b, lambda: a << 1, lambda: +a, lambda: ~a]:
    try: print(f())
    except TypeError as e: print(e)
class R:
    def __radd__(self, o): return ("radd", o)
    def __rsub__(self, o): return ("rsub", o)
    def __rpow__(self, o): return ("rpow", o)
    def __rmod__(self, o): return ("rmod", o)
r = R()
print(1 + r, [] + r, "s" + r, 2.5 - r, 2 ** r, 5 % r)
class Base:
    def __add__(self, o): return "base add"
    def __radd__(self, o): return "base radd"
class Derived(Base):
    def __radd__(self, o): return "derived radd"
print(Base() + Derived(), Derived() + Base(), Base() + Base())
class Cmp:
    def __init__(self, v): self.v = v
    def __lt__(self, o): return ("lt", self.v)
    def __ge__(self, o): return ("ge", self.v)
    def __eq__(self, o): return "eq"
print(Cmp(1) < Cmp(2), Cmp(1) > Cmp(2), Cmp(1) >= Cmp(2), Cmp(1) <= Cmp(2), Cmp(1) == 3, Cmp(1) != 3)
class NoEq: pass
n = NoEq()
print(n == n, n == NoEq(), n != n)
class It:
    def __init__(self): self.i = 0
    def __iter__(self): return self
    def __next__(self):
        self.i += 1
        if self.i > 3: raise StopIteration
        return self.i
print(list(It()), sum(It()), 2 in It(), max(It()), [*It()], dict(zip(It(), "abc")))
x, y, z = It()
print(x, y, z)
class Bad:
    def __len__(self): return -1
    def __bool__(self): return 5
    def __hash__(self): return "x"
    def __iter__(self): return 5
    def __str__(self): return 5
    def __repr__(self): return None
    def __index__(self): return "i"
    def __contains__(self, x): return "yes"
bad = Bad()
for f in [lambda: len(bad), lambda: bool(bad), lambda: hash(bad), lambda: iter(bad), lambda: str(bad), lambda: repr(bad), lambda: [1][bad], lambda: 3 in bad]:
    try: print(f())
    except (TypeError, ValueError) as e: print(type(e).__name__, e)
class Ctx:
    def __enter__(self): print("enter"); return self
    def __exit__(self, t, v, tb): print("exit", t and t.__name__, v); return t is ValueError
with Ctx() as c: print("body")
with Ctx(): raise ValueError("swallowed")
try:
    with Ctx(): raise KeyError("k")
except KeyError as e: print("out", e)
try:
    with 5: pass
except TypeError as e: print(e)
class Items:
    def __getitem__(self, k): return k
    def __setitem__(self, k, v): print("set", k, v)
    def __delitem__(self, k): print("del", k)
i = Items()
print(i[1], i[1:2], i[1:2:3, ...], i["a"])
i[1] = 2; i[::2] = 3
del i[5]
i[0] += 10

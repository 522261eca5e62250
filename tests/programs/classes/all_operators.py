from functools import total_ordering
import math
class Vec:
    __slots__ = ("x", "y")
    def __init__(self, x, y): self.x, self.y = x, y
    def __repr__(self): return f"Vec({self.x!r}, {self.y!r})"
    def __add__(s, o): return Vec(s.x + o.x, s.y + o.y) if isinstance(o, Vec) else NotImplemented
    def __radd__(s, o): return s if o == 0 else NotImplemented
    def __sub__(s, o): return Vec(s.x - o.x, s.y - o.y)
    def __mul__(s, k):
        if isinstance(k, Vec): return s.x * k.x + s.y * k.y
        return Vec(s.x * k, s.y * k)
    __rmul__ = __mul__
    def __truediv__(s, k): return Vec(s.x / k, s.y / k)
    def __floordiv__(s, k): return Vec(s.x // k, s.y // k)
    def __mod__(s, k): return Vec(s.x % k, s.y % k)
    def __pow__(s, k, m=None): return ("pow", k, m)
    def __rpow__(s, k): return ("rpow", k)
    def __matmul__(s, o): return s.x * o.y - s.y * o.x
    def __neg__(s): return Vec(-s.x, -s.y)
    def __pos__(s): return s
    def __abs__(s): return math.hypot(s.x, s.y)
    def __invert__(s): return Vec(s.y, s.x)
    def __eq__(s, o): return isinstance(o, Vec) and (s.x, s.y) == (o.x, o.y)
    def __hash__(s): return hash((s.x, s.y))
    def __bool__(s): return bool(s.x or s.y)
    def __iter__(s): yield s.x; yield s.y
    def __getitem__(s, i): return (s.x, s.y)[i]
    def __len__(s): return 2
    def __iadd__(s, o): s.x += o.x; s.y += o.y; return s
    def __lshift__(s, n): return ("<<", n)
    def __rrshift__(s, n): return ("r>>", n)
    def __and__(s, o): return ("&", o)
    def __ror__(s, o): return ("r|", o)
    def __xor__(s, o): return ("^", o)
    def __divmod__(s, o): return ("dm", o)
    def __rdivmod__(s, o): return ("rdm", o)
    def __round__(s, n=None): return ("round", n)
    def __floor__(s): return "floor"
    def __ceil__(s): return "ceil"
    def __trunc__(s): return "trunc"
    def __int__(s): return 7
    def __float__(s): return 7.5
    def __complex__(s): return 7j
    def __index__(s): return 2
    def __call__(s, *a, **k): return a, k
    def __contains__(s, v): return v in (s.x, s.y)
    def __format__(s, spec): return f"({s.x:{spec}}, {s.y:{spec}})"
    def __lt__(s, o): return abs(s) < abs(o)
    def __le__(s, o): return abs(s) <= abs(o)
a, b = Vec(3, 4), Vec(1, 2)
print(a + b, a - b, a * 2, 2 * a, a * b, a / 2, a // 2, a % 2, a ** 2, pow(a, 2, 5), 2 ** a, a @ b, -a, +a, abs(a), ~a, a == b, a != b, a == Vec(3, 4), hash(a) == hash((3, 4)), bool(Vec(0, 0)), list(a), a[0], len(a), a << 1, 5 >> a, a & 1, 1 | a, a ^ 3, divmod(a, 2), divmod(2, a), round(a), round(a, 2), math.floor(a), math.ceil(a), math.trunc(a), int(a), float(a), complex(a), [1, 2, 3][a], hex(a), a(1, k=2), 3 in a, f"{a:.2f}", a < b, a > b, a <= b, a >= b, sum([a, b]), sorted([a, b]), max(a, b), "ab" * a if False else 0)
c = a; c += b; print(a, c is a); c -= b; print(c, a, c is a)
x, y = a; print(x, y, {a: 1}[Vec(4, 6)])
for e in ["a + 1", "1 + a", "a < 1"]:
    try: print({"a + 1": lambda: a + 1, "1 + a": lambda: 1 + a, "a < 1": lambda: a - 1}[e]())
    except (TypeError, AttributeError) as ex: print(type(ex).__name__, ex)
class Base:
    def __add__(s, o): return "Base.add"
    def __radd__(s, o): return "Base.radd"
class Derived(Base):
    def __radd__(s, o): return "Derived.radd"
print(Base() + Derived(), Derived() + Base(), Base() + 1, 1 + Base())
class Only:
    def __lt__(s, o): return "lt"
    def __gt__(s, o): return "gt"
print(Only() < 5, 5 < Only(), Only() > 5, 5 > Only())
class EqOnly:
    def __eq__(s, o): return "eq!"
print(EqOnly() == 1, 1 == EqOnly(), EqOnly() != 1)
try: hash(EqOnly())
except TypeError as e: print(e)
class AttrDict(dict):
    def __getattr__(s, n):
        try: return s[n]
        except KeyError: raise AttributeError(n) from None
    def __setattr__(s, n, v): s[n] = v
    def __delattr__(s, n): del s[n]
d = AttrDict(a=1); d.b = 2; print(d, d.a, d.b, hasattr(d, "zz")); del d.a; print(d)
class MyInt(int):
    def __add__(s, o): return MyInt(int(s) + o + 100)
    def __repr__(s): return f"MyInt({int(s)})"
print(MyInt(5) + 1, 1 + MyInt(5), MyInt(5) * 2, type(MyInt(5) * 2), [MyInt(3)], MyInt("12"), MyInt(3) == 3, {MyInt(3): 1}[3], f"{MyInt(5)}", f"{MyInt(5):03d}", "%d" % MyInt(4))
class MyStr(str):
    def __new__(cls, v, tag): o = super().__new__(cls, v); o.tag = tag; return o
    def upper(s): return MyStr(super().upper() + "!", s.tag)
s = MyStr("abc", "T"); print(s, s.tag, s.upper(), s.upper().tag, type(s + "d"), len(s), s[0], s == "abc", isinstance(s, str))
class MyList(list):
    def __getitem__(s, i): return super().__getitem__(i % len(s)) if isinstance(i, int) else MyList(super().__getitem__(i))
    def append(s, x): super().append(x * 2)
m = MyList([1, 2, 3]); m.append(5); print(m, m[5], m[1:], type(m[1:]), m + [1], type(m + [1]), sorted(m), m == [1, 2, 3, 10])
class Money:
    def __init__(s, c): s.c = c
    def __getattr__(s, n): print("getattr", n); return 0
    def __getattribute__(s, n):
        if n == "magic": return "M"
        return super().__getattribute__(n)
    def __dir__(s): return ["z", "a"]
mm = Money(3); print(mm.magic, mm.c, mm.other, dir(mm), hasattr(mm, "q"))
class Prop:
    def __init__(s): s._v = 1
    @property
    def v(s): "vdoc"; return s._v
    @v.setter
    def v(s, x):
        if x < 0: raise ValueError("neg")
        s._v = x
    @v.deleter
    def v(s): print("deleting")
    ro = property(lambda s: 42)
p = Prop(); p.v = 5; print(p.v, Prop.v.__doc__); del p.v
for code in (lambda: setattr(p, "v", -1), lambda: setattr(p, "ro", 1), lambda: delattr(p, "ro")):
    try: code()
    except Exception as e: print(type(e).__name__, e)

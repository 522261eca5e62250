class L(list):
    def __init__(self, *a):
        super().__init__(*a)
        self.tag = "t"
    def append(self, x):
        super().append(x * 2)
    def __getitem__(self, i):
        return ("item", super().__getitem__(i))
l = L([1, 2]); l.append(3)
print(l, l[0], len(l), l.tag, l == [1, 2, 6], isinstance(l, list), [x for x in l], sorted(l), l + [9], type(l + [9]).__name__)
class D(dict):
    def __missing__(self, k): return f"missing {k}"
    def __setitem__(self, k, v): super().__setitem__(k, v + 1)
d = D(a=1); d["b"] = 5
print(d, d["zz"], d.get("zz"), "a" in d, list(d.items()), d == {"a": 1, "b": 6})
class S(set):
    def hello(self): return "hello"
s = S([1, 2]); s.add(3)
print(sorted(s), s.hello(), len(s), s | {9} == {1, 2, 3, 9}, type(s | {9}).__name__)
class T(tuple):
    def __new__(cls, a, b): return super().__new__(cls, (a, b))
    @property
    def first(self): return self[0]
t = T(1, 2)
print(t, t.first, len(t), t + (3,), t == (1, 2), hash(t) == hash((1, 2)), {(1, 2): "k"}[t], list(t), 2 in t)
a, b = t
print(a, b)
class I(int):
    def __new__(cls, v, unit="m"):
        o = super().__new__(cls, v)
        o.unit = unit
        return o
    def __repr__(self): return f"I({int(self)}{self.unit})"
    def __str__(self): return "str" + repr(self)
i = I(5, "kg")
print(i, repr(i), i + 1, i * i, -i, i > 3, i == 5, i.unit, [10] * i, "ab" * I(2), range(I(3)), f"{i:3d}|", f"{i}", "%d %s" % (i, i), int(i), float(i), bool(I(0)), i // 2, divmod(i, 2), 2 ** I(3), [0, 1, 2, 3, 4, 5][i], hex(I(255)), max(I(1), I(7)), sum([I(1), I(2)]))
class F(float): pass
f = F(2.5)
print(f, f + 1, type(f + 1).__name__, f == 2.5, round(f), f.is_integer(), int(F(3.9)))
class St(str):
    def shout(self): return self.upper() + "!"
    def __len__(self): return 99
st = St("abc")
print(st, st.shout(), len(st), st + "d", "x" + st, st == "abc", {"abc": 1}[st], st[1], st[::-1], "b" in st, st.split("b"), ",".join([st, st]), f"{st:>5}", "%s" % st, st in ["abc"], st < "abd", "abcabc".replace(st, "-"), "abc".startswith(St("ab")), getattr("", "upper")() , int(St("12")))
class B(bytes): pass
print(B(b"ab"), B(b"ab") + b"c", B(b"x") == b"x", len(B(b"abc")), B(b"abc")[0])
class E(Exception):
    def __init__(self, a, b):
        self.a = a; self.b = b
    def __str__(self): return f"E:{self.a}-{self.b}"
try: raise E(1, 2)
except E as e: print(e, repr(e), e.args, e.a, e.__dict__)
class C(complex): pass
print(C(1, 2) + 1, C(1, 2).real)
class FS(frozenset): pass
print(FS([1]) == frozenset([1]), len(FS([1, 2])))
from collections import OrderedDict, defaultdict, Counter, namedtuple
P = namedtuple("P", "x y")
class P3(P):
    def norm(self): return self.x + self.y
p = P3(1, 2)
print(p, p.norm(), p._replace(x=5), p._asdict(), p == (1, 2), P(3, 4), P._fields, p[0], [*p])
class DD(defaultdict): pass
dd = DD(list); dd["a"].append(1); print(dict(dd))

class T:
    def __init__(self, n): self.n = n
    def __getattr__(self, a): print("getattr", self.n, a); return lambda *x, **k: (print("call", a, x, k), self)[1]
    def __getitem__(self, i): print("getitem", self.n, i); return self
    def __setitem__(self, i, v): print("setitem", self.n, i, v)
    def __setattr__(self, a, v):
        if a != "n": print("setattr", self.n, a, v)
        else: object.__setattr__(self, a, v)
    def __iadd__(self, o): print("iadd", self.n, o); return self
    def __add__(self, o): print("add", self.n, o); return self
    def __bool__(self): print("bool", self.n); return True
    def __eq__(self, o): print("eq", self.n); return False
    def __lt__(self, o): print("lt", self.n); return True
    def __contains__(self, o): print("contains", self.n, o); return False
    def __iter__(self): print("iter", self.n); return iter([1, 2])
    def __repr__(self): return f"T{self.n}"
def v(n): print("v", n); return T(n)
v(1).foo(v(2), k=v(3)).bar
v(1)[v(2)] = v(3)
v(1).x = v(2)
v(1)[0] += v(2)
v(1).y += 5
a, b = v(1)
x = y = v(4)
v(1) < v(2) < v(3)
v(1) == v(2) == v(3)
v(1) in v(2)
v(1) and v(2) or v(3)
not v(1)
{v(1): v(2), **{}}.keys
[*v(1), v(2)]
v(1)[v(2):v(3):v(4)]
del T.__eq__
(v(1) if v(2) else v(3))
for v(1)[0] in [5]: pass
with_ = lambda a=v(9): a
f"{v(1)!r:>{len('abcd')}} {v(2)}"
print(v(1), v(2), sep="|", end="\n", **{"flush": bool(v(3))})
def deco(n): print("deco", n); return lambda f: (print("apply", n), f)[1]
@deco(1)
@deco(2)
def fn(a: print("ann a") = print("def a"), *, b=print("def b")) -> print("ret ann"): pass
@deco(3)
class C(print("base") or object, metaclass=(print("meta"), type)[1]):
    print("body")
    @deco(4)
    def m(self, x=print("mdef")): pass
lst = [0, 1, 2]
i = 0
i, lst[i] = 1, "x"
print(lst)
lst[0], lst[1] = lst[1], lst[0]
print(lst)
def gen():
    print("g start"); x = yield 1; print("g got", x)
g = gen(); print(next(g))
try: g.send("s")
except StopIteration: print("stop")
print([print("elt") for _ in range(2) if print("cond") is None])
assert (print("assert"), True)[1], print("msg not evaluated")
x = [1, 2, 3]
for e in x:
    if e == 1: x.append(4)
    print(e, end=" ")
print()
d = {"a": 1}
try:
    for k in d: d[k + "x"] = 1
except RuntimeError as e: print(e)
try:
    s = {1}
    for k in s: s.add(k + 1)
except RuntimeError as e: print(e)

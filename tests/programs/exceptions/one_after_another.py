class Node:
    def __init__(self, v, nxt=None):
        self.v = v
        self.nxt = nxt
    def total(self):
        return self.v + self.nxt.total()
def walk(d, *keys):
    for k in keys:
        d = d[k]
    return d
def run(fns):
    fn, *rest = fns
    try:
        fn()
    except Exception:
        if not rest: raise
        run(rest)
class P:
    @property
    def val(self):
        return self._missing
    def __getitem__(self, k):
        raise KeyError(k)
    def __add__(self, o):
        return self.nope + o
    def __iter__(self):
        yield 1
        yield 1 // 0
    def __call__(self, *a, **k):
        return a[5]
    def __enter__(self): return self
    def __exit__(self, *a): raise OSError("in exit")
    def __len__(self): return -5
    def __del__(self): pass
p = P()
def multi():
    return walk(
        {"a": 1},
        "b",
    )
def multi2():
    x = (1 +
         2 * (3 /
              0))
    return x
def deep():
    return [
        i / j
        for i in range(2)
        for j in (1, 0)
    ]
def wi():
    with p as q:
        pass
def aug():
    d = {}
    d["x"] += 1
def attr_chain():
    p.val.foo.bar()
def call_chain():
    return p(1)(2)[3]
def unp():
    a, b = p
def loop():
    for i in p:
        pass
def cmpf():
    return 1 < "a" < 3
def neg(): return -"a"
def sl(): return [1, 2, 3]["a":]
def starc(): return max(*5)
def kw(): return walk(**{"nope": 1})
def lam(): return (lambda x, y: x / y)(1, 0)
def cond(): return 1 if p[0] else 2
def fs(): return f"a {p.nope!r:>10} b"
def ass(): assert p is None, ("tuple", "msg")
def gen(): return sum(x / 0 for x in range(3))
def dele(): del p.zzz
def sett(): p.a.b = 5
def ret():
    return undefined_name
def inop(): return 5 in 7
def walrus(): return (y := 1 / 0)
def dictc(): return {k: 1 / k for k in range(-1, 2)}
def imp2(): import no_such_mod.sub
def glb():
    global zz
    zz += 1
def nonl():
    v = 1
    def inner():
        nonlocal v
        v = v.x
    inner()
def dec():
    @undefined_deco
    def f(): pass
def cls():
    class A(undefined_base): pass
def default():
    def f(a=1/0): pass
def match_():
    match p:
        case P(x, y): pass
def chained(): return p.val + 1
run([lambda: Node(1, Node(2)).total(), lambda: walk({"a": {"b": [1, 2]}}, "a", "b", 5), multi, multi2, deep, wi, aug, attr_chain, call_chain, unp, loop, cmpf, neg, sl, starc, kw, lam, cond, fs, ass, gen, dele, sett, ret, inop, walrus, dictc, imp2, glb, nonl, dec, cls, default, match_, chained])

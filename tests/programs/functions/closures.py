def counter():
    n = 0
    def inc(by=1):
        nonlocal n; n += by; return n
    def get(): return n
    return inc, get
i, g = counter(); i(); i(5); print(g(), i.__closure__[0].cell_contents, i.__code__.co_freevars)
fs = [lambda: i for i in range(3)]; print([f() for f in fs])
fs = [lambda i=i: i for i in range(3)]; print([f() for f in fs])
fs = []
for k in range(3):
    def f(): return k
    fs.append(f)
print([f() for f in fs])
def make_adders(): return [(lambda x, n=n: x + n) for n in range(3)]
print([a(10) for a in make_adders()])
def bad(x, acc=[]): acc.append(x); return acc
print(bad(1), bad(2), bad.__defaults__)
def outer():
    x = 1
    def mid():
        nonlocal x
        x += 1
        def inner():
            nonlocal x
            x *= 10
            return x
        return inner
    return mid()(), x
print(outer())
g1 = 1
def setg():
    global g1, g2
    g1 = 2; g2 = 3
setg(); print(g1, g2)
def f(a, b=2, *args, c, d=4, **kw): return a, b, args, c, d, kw
print(f(1, c=3), f(1, 2, 3, 4, c=5, e=6), f(*[1, 2], **{"c": 3, "z": 1}), f(*(1,), *[2, 3], c=1, **{"x": 1}, **{"y": 2}))
def p(a, b, /, c, *, d): return a, b, c, d
print(p(1, 2, 3, d=4), p(1, 2, c=3, d=4))
def kwonly(*, a=1, **kw): return a, kw
print(kwonly(), kwonly(a=2, b=3))
def pos(a, /, **kw): return a, kw
print(pos(1, a=2))
print((lambda *a, **k: (a, k))(1, 2, x=3), (lambda: (yield))().__class__.__name__, (lambda x, *, y=2: x + y)(1))
Y = lambda f: (lambda x: x(x))(lambda y: f(lambda *a: y(y)(*a)))
print(Y(lambda f: lambda n: 1 if n < 2 else n * f(n - 1))(10))
def evalorder():
    def t(n): print(n, end=" "); return n
    d = {t(1): t(2), t(3): t(4)}
    l = [t(5), t(6)][t(0)]
    x = t(7) if t(1) else t(8)
    f(t(1), *[t(2)], c=t(3), **{"q": t(4)})
    t(1) < t(2) < t(0) < t(9)
    (t(1) or t(2)) and t(3)
    a = [0] * 3
    a[t(0)] = t(1)
    a[t(1)] += t(5)
    print(a)
evalorder()
x = 10
def shadow():
    print([x for x in range(3)], x)
shadow()
def unb():
    try: print(x)
    except UnboundLocalError as e: print(e)
    x = 1
unb()
def rec(n, memo={}):
    if n in memo: return memo[n]
    r = n if n < 2 else rec(n - 1) + rec(n - 2)
    memo[n] = r
    return r
print(rec(90))
if (n := len("hello")) > 3: print(n)
while (line := next(iter([""]), None)): pass
print([y := 1, y + 1], (z := 5) + z)
print(max((len(w), w) for w in "the quick brown".split()), sorted({"b": 1, "a": 2}.items(), key=lambda kv: -kv[1]))
a = b = c = []; a.append(1); print(b, c is a)
a, b = 1, 2; a, b = b, a; print(a, b)
(a, b), [c, *d], e = (1, 2), "xyz", None; print(a, b, c, d, e)
i = 0; l = [5, 6, 7]; i, l[i] = 2, 9; print(i, l)
for i, (a, *b) in enumerate([(1, 2, 3), "ab"]): print(i, a, b)
for x in range(5):
    if x == 3: break
else: print("no break")
else_ran = [x for x in range(3)]
for x in []: pass
else: print("else ran", x)
while x > 0:
    x -= 1
    if x % 2: continue
    print("x", x)
else: print("while else")
del a, l[0], else_ran[:]; print(l, else_ran)
print(1 < 2 < 3, 1 < 3 < 2, 1 == 1.0 == True, not 1 == 2, 3 if 0 else 4, 1 and 0 or 5, [] or "d", None is None, "a" in "abc" in ["abc"])
print(5 // -2, -5 // 2, 5 % -2, -5 % 2, -5.5 // 2, 5.5 % -2, divmod(-7, 3), 2 ** -1, 2 ** 3 ** 2, -2 ** 2, ~5, 1 << 70, -1 >> 1, 5 & 3 | 8 ^ 1, 0b101 + 0o17 + 0xff, 1_000_000, 1e3, .5, 5., 1j * 1j, 10 ** 20 // 3, 7 / 2, int(-3.7), round(-2.5), round(0.5), round(1.005, 2), abs(-3))

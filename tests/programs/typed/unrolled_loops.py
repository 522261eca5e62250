def f(g, x, y):
    n = 0
    for dy in (-1, 0, 1):
        for dx, dz in ((1, 0), (-1, 0), (0, 1)):
            if dx == dy: continue
            n += g[y + dy] + dx - dz
    return n
print(f([1, 2, 3, 4], 1, 1))
def brk(xs):
    for v in (3, 5, 7):
        if v in xs: break
    else:
        return "none"
    return v
print(brk([5]), brk([7, 3]), brk([]))
def exc():
    out = []
    for k in ("a", 1, None, 2.5):
        try:
            out.append(k + 1)
        except TypeError as e:
            out.append(str(e))
        finally:
            out.append("f")
    return out
print(exc())
def nested():
    r = []
    for a in (1, 2):
        for b in [10, 20]:
            for c in ("x", "y"):
                if a == 2 and b == 20: break
                r.append((a, b, c))
            else:
                r.append("e")
    return r, a, b, c
print(nested())
def vals(p, q):
    s = []
    for v in (p, q, p + q):
        p = v * 2
        s.append(v)
    return s, p
print(vals(1, 2), vals("a", "b"))
def ret():
    for i in (1, 2, 3):
        if i == 2:
            return i * 100
print(ret())
def wh():
    n = 0
    for i in (1, 2):
        j = 0
        while j < 3:
            j += 1
            if j == 2: continue
            n += i * j
    return n
print(wh())
def clos():
    fs = []
    for i in (1, 2, 3): fs.append(lambda: i)
    return [f() for f in fs]
print(clos(), [d for d in (1, 2)], {k: v for k, v in (("a", 1), ("b", 2))}, sum(x * y for x in (1, 2) for y in (3, 4)))
def gen():
    for i in (1, 2): yield i
    for a, b in ((1, 2), (3, 4)): yield a * b
print(list(gen()))
for a, b in ((1, 2), (3,)):
    try:
        print(a, b)
    except ValueError: pass
def seed(s):
    out = []
    for i in range(4):
        s = (s * 6364136223846793005 + 1442695040888963407) % 2**64
        out.append(s >> 33)
    return out
print(seed(99), seed(-5), seed(2**70))
def folded(x):
    return x % 2**64, x & 2**64 - 1, x << 2**3, x + 10**9 + 7, x // (7 - 4), ~5, -2**31, 2**-1, 7 // -2, -7 % 3, 1 << 70, (1 << 65) % 2**64
print(folded(3), folded(-1), folded(2**65 + 5))
for bad in (lambda: 1 // 0, lambda: 5 % 0, lambda: 1 << -1, lambda: 0 ** -1):
    try:
        print(bad())
    except Exception as e:
        print(type(e).__name__, e)

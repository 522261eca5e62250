def f(xs, ys):
    t = 0
    for i, x in enumerate(xs):
        t += i * x
    for i, (a, b) in enumerate(zip(xs, ys), 5):
        t += i * a * b
    for a, b in zip(xs, ys):
        t += a - b
    for a, b, c in zip(xs, ys, range(10)):
        t += a * b * c
        if t > 10**6: break
    else:
        t += 1
    return t
print(f([1, 2, 3], [4, 5, 6]), f((1, 2), range(5)))
def g(xs):
    t = 0
    for i, x in enumerate(xs):
        t = t * 1000003 + x + i
        if i == 3: continue
    return t
print(g([2**40] * 12))
def h(xs):
    r = []
    for i, x in enumerate(xs):
        y = x + i
        r.append(y)
    return r
print(h([1, 2, 3]), h([1.5, 2]), h([1, 2.5, 2**70]))
def z(a, b):
    ia, ib = iter(a), iter(b)
    for x, y in zip(ia, ib):
        pass
    return list(ia), list(ib)
print(z([1, 2, 3, 4], [1, 2]), z([1, 2], [1, 2, 3, 4]))
def m(xs):
    for i, x in enumerate(xs):
        if i < 5: xs.append(x)
    return xs
print(m([1]))
def gen():
    try:
        yield 1
        yield 2
        raise KeyError("x")
    finally:
        print("closed")
def w():
    for i, x in enumerate(gen()):
        print(i, x)
try: w()
except KeyError as e: print(repr(e))
class It:
    def __iter__(self): return self
    def __next__(self): raise StopIteration
def v():
    for i, x in enumerate(It()): print("no")
    else: print("else")
    for p in enumerate("ab"): print(p)
    for i, j, *k in zip("ab", "cd", "ef", "gh"): print(i, j, k)
    print([(i, c) for i, c in enumerate("xy", -1)], {k: v for k, v in zip("ab", [1, 2])})
    print(min(3, 1, 2), max(3.5, 1.5, 2.5), min(2, 1.5, 3), max(1, 2, 3, 4, key=lambda q: -q))
v()
def bad():
    for i, x in enumerate(5): pass
try: bad()
except TypeError as e: print(e)
def bad2(q):
    for i, x in zip([1], q): print(i)
bad2([1])
bad2(7)

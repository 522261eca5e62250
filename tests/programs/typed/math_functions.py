import math
from math import sqrt, floor
def f(x, n):
    t = 0.0
    for i in range(n):
        t += math.sqrt(x) + math.sin(x) + floor(x) + math.ceil(x) + x ** 0.5 + x ** 2 + sqrt(x)
        x += 0.25
    return t
print(f(1.0, 100))
def g(x):
    r = []
    for fn in range(9):
        try:
            if fn == 0: r.append(math.sqrt(x))
            elif fn == 1: r.append(math.floor(x))
            elif fn == 2: r.append(math.log(x))
            elif fn == 3: r.append(math.exp(x))
            elif fn == 4: r.append(math.sin(x))
            elif fn == 5: r.append(int(x))
            elif fn == 6: r.append(round(x))
            elif fn == 7: r.append(x ** 0.5)
            elif fn == 8: r.append(x ** -1.0)
        except (ValueError, OverflowError, ZeroDivisionError) as e:
            r.append(str(e))
    return r
for v in (0.0, -0.0, 1.5, 2.5, -2.5, 1e300, 1e18, 1e19, -1e19, float("inf"), float("-inf"), float("nan"), -4.0, 9.3e18,9223372036854775807.0):
    print(v, g(v))
def h(s):
    t = 0
    for c in s:
        t = t * 31 + ord(c)
        if isinstance(c, str): t ^= 1
        if isinstance(t, (int, float)) and not isinstance(t, bool): t &= 0xffffffff
    return t
print(h("hello wörld \u4e2d\U0001f600"))
for bad in ("", "ab", 5, b"x"):
    try:
        print(ord(bad))
    except TypeError as e: print(e)
def pairs(l):
    t = 0
    for a, b in l:
        t += a * b
    return t
print(pairs([(1, 2), (3, 4), [5, 6]]))
try: pairs([(1, 2), (3, 4, 5)])
except ValueError as e: print(e)
def p(n): return n ** 2 + n ** 3
print(p(5), p(10**7), p(3037000500), p(2**40))
old = math.sqrt
math.sqrt = lambda x: 42
print(f(1.0, 1))
print(math.sqrt(4.0))
math.sqrt = old
print(f(1.0, 1))
try:
    isinstance(3, 4)
except TypeError as e: print(e)
def fl(x):
    try:
        return math.sqrt(x)
    except ValueError:
        raise
fl(4.0)
fl(-1.0)

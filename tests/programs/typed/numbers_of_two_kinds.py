import math
def total(xs):
    t = 0
    for x in xs:
        t += x * 0.5
    return t
print(total([1.0, 2.0]), total([]), total([3, 4]))
def mix(n):
    a = 0
    b = 1.5
    for i in range(n):
        if i % 2: a = a + b
        else: a = a - i
        if a > 2.5: b = i
    return a, b
print(mix(7), mix(0), mix(1))
def acc(values):
    s = 0
    for v in values: s = s + v
    return s
print(acc([1, 2.5, 3]), acc([2**62, 2**62, 1]), acc([2**62, 2**62, 0.5]), acc([True, 2.5, False]), acc([]))
def best(xs):
    b = None
    for x in xs:
        if b is None or x < b: b = x
    return b
print(best([1.5, 0.5]), best([]), best([3, 2.5, 4]))
def cmp(a, b): return a < b, a <= b, a == b, a != b, a > b, a >= b
r = 0
for q in [1, 2.0]: r = q
print(cmp(r, 2.0), cmp(2**53 + 1, float(2**53)))
def h(flag):
    x = 2**60 + 1 if flag else 0.5
    return x < 1152921504606846976.0, x == 1152921504606846976.0, x > 1152921504606846976.0, x + 0.5, 0.5 * x, x / 2.0, x // 2.0, x % 7.0, x ** 2.0
print(h(True), h(False))
def g(flag):
    x = True if flag else 0.5
    return x + 0.5, x < 0.7
print(g(True), g(False))
def z(flag):
    x = 0 if flag else 0.5
    try: return 1.0 / x
    except ZeroDivisionError as e: return str(e)
print(z(True), z(False))
def none(flag):
    x = None if flag else 0.5
    try: return x + 1.0
    except TypeError as e: return str(e)
print(none(True), none(False))
m = [[1, 2.0], [3.5, 4]]
print(sum(sum(r) for r in m), max(max(r) for r in m), [x * 2.0 for r in m for x in r])
def pw(k):
    x = 1
    for _ in range(k): x = x * 1.5
    return x
print(pw(0), pw(3))
class A:
    def __init__(self): self.v = 0
    def add(self, d): self.v += d
a = A(); a.add(1); a.add(0.5); a.add(2); print(a.v)
for k in (-0.0, 0): print(k * 1.0, k + -0.0)

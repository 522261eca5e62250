# consumers of generator expressions
xs = [3, 1, 4, 1, 5, 9, 2, 6]
fs = [0.1] * 10
print(sum(x * x for x in xs), sum(f for f in fs), sum(0.1 for _ in range(10)), sum(f for f in []), sum(x for x in []))
print(sum(x for x in [1, 2.5, 3]), sum(x for x in [True, False, True]), sum(x for x in [2**62, 2**62, 2**63, -1]))
print(sum(1e100 if i % 2 else 1.0 for i in range(6)), sum(x for x in [1e308, 1e308, -1e308]), sum(x for x in [float('inf'), 1.0]))
print(sum(x for x in [-0.0]), sum(-0.0 for _ in range(3)))
print(any(x > 8 for x in xs), all(x > 0 for x in xs), any(x for x in []), all(x for x in []))
print(max(x * 2 for x in xs), min(-x for x in xs), max((x for x in []), default=None), min((x for x in xs), default=7))
print(list(x + 1 for x in xs), tuple(x for x in xs if x % 2), sorted(x % 5 for x in xs), sorted((x for x in xs), reverse=True), sorted((-x for x in xs), key=lambda v: v % 3))
print(set(x % 3 for x in xs) == {0, 1, 2}, dict((x, x * x) for x in xs), dict((k, v) for k, v in zip("abc", xs)))
print("".join(str(x) for x in xs), ", ".join(f"{x:02}" for x in xs if x > 2))
print(sum(sum(y for y in range(x)) for x in xs), max(len(s) for s in ["a", "bcd", "ef"]), min(s for s in ["b", "a"]))
print(max((v, k) for k, v in enumerate(xs)), sum(len(w) for line in ["a b", "cc d"] for w in line.split()))

def count(items, n):
    return sum(1 for x in items if x == n)
print(count(xs, 1), count("hello", "l"))

def primes(n):
    found = []
    for c in range(2, n):
        if all(c % p for p in found):
            found.append(c)
    return found
print(primes(50))

def closure(n):
    total = 0
    for i in range(n):
        total += sum(i * j for j in range(i) if any(k == j for k in (1, 2, 3)))
    def later():
        return n
    return total, later()
print(closure(6))

def f_late():
    fs = list((lambda: i) for i in range(3))
    return [f() for f in fs]
print(f_late())
def unbound(flag):
    if flag:
        y = 3
    return sum(y for _ in range(2))
print(unbound(True))
try:
    unbound(False)
except NameError as e:
    print(type(e).__name__, e)
def loop_unbound():
    for i in range(2):
        try:
            print([x for _ in range(1) for x in (1,) if sum(x + q for q in range(2))])
        except NameError as e:
            print(e)
loop_unbound()
class V:
    def __init__(self, a): self.a = a
    def __add__(self, o): return V(self.a + (o.a if isinstance(o, V) else o))
    __radd__ = __add__
    def __lt__(self, o): return self.a < o.a
    def __gt__(self, o): return self.a > o.a
    def __repr__(self): return f"V({self.a})"
print(sum(V(i) for i in range(4)), max(V(i % 3) for i in range(4)), min(V(i % 3) for i in range(4)))
for bad in (lambda: sum(x for x in "ab"), lambda: max(x for x in []), lambda: min(x for x in [1, "a"]), lambda: set(x for x in [[]]),
            lambda: "".join(x for x in [1]), lambda: dict((x, 1) for x in [[]]), lambda: sum(1 // x for x in [1, 0]), lambda: list(x for x in 5),
            lambda: sum(x for x in [1, None]), lambda: any(x.y for x in [1]), lambda: sorted(x for x in [1, "a"])):
    try:
        print(bad())
    except Exception as e:
        print(type(e).__name__, e)
def walrus():
    if any((hit := x) > 4 for x in xs):
        return hit
print(walrus())
def gen():
    total = sum(x for x in range(4))
    yield total
    yield any(x == total for x in range(10))
print(list(gen()))
sum_ = sum
def shadow():
    sum = lambda g: list(g)
    return sum(x for x in range(3))
print(shadow())
g = (x for x in range(3))
print(sum(g), sum(g))
def rec(n):
    return 1 + sum(rec(m) for m in range(n))
print(rec(6))
print(max((x for x in range(5)), key=lambda v: -v))
big = [10**20, 1, 2]
print(sum(b for b in big), max(b for b in big), sum(b * 1.5 for b in big))

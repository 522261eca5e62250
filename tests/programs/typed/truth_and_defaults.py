class Node:
    def __init__(self, v): self.v = v; self.next = None
class Falsy:
    def __init__(self): self.n = 0
    def __bool__(self): return self.n > 0
class Sized:
    def __init__(self, n): self.n = n
    def __len__(self): return self.n
def walk(n):
    s = 0
    while n:
        s += n.v
        n = n.next
    return s
a = Node(1); a.next = Node(2); a.next.next = Node(3)
print(walk(a))
def t(x): return "T" if x else "F"
print(t(Falsy()), t(Sized(0)), t(Sized(2)), t(Node(0)), t(None), t(""), t("a"), t(0), t(1.5), t([]), t({}), t((1,)))
def u(s):
    n = 0
    while s:
        n += 1; s = s[1:]
    return n
print(u("hello"), u((1, 2, 3)), u(b"ab"))
def v(n): return not n
print(v(a), v(None))
Node.__bool__ = lambda self: False
print(walk(a), v(a))
del Node.__bool__
print(walk(a))
def memo_fib(n, memo={}):
    if n in memo: return memo[n]
    if n < 2: return n
    memo[n] = memo_fib(n - 1) + memo_fib(n - 2)
    return memo[n]
print(memo_fib(60))
def app(x, acc=[]):
    acc.append(x); return acc
app(1); print(app(2), app(3, []), app(4))
LIMIT = 10
def lim(x, k=LIMIT, *, z=5): return x + k + z
LIMIT = 20
print(lim(1), lim(1, 2), lim(1, k=3, z=4))
def make(i):
    def g(x, k=i): return x * k
    return g
print([make(i)(10) for i in range(4)])
class P:
    D = [0]
    def m(self, x, d=D): d.append(x); return len(d)
p = P(); print(p.m(1), p.m(2), P().m(3))
f = p.m
print(f(9), f(x=1))
class Q(P):
    def m(self, x, d=None): return "Q"
f = Q().m
print(f(1))
def each(fs): return [g(1) for g in fs]
print(each([p.m, p.m]))

class P:
    __match_args__ = ("x", "y")
    def __init__(self, x, y): self.x = x; self.y = y
def f(v):
    match v:
        case P(x=1, y=yy): return yy
        case P(a, b): return a, b
print(f(P(1, 2)), f(P(3, 4)))
try:
    match P(1, 2):
        case P(1,2,3): pass
except TypeError as e: print(e)
class Q:
    __match_args__ = ("n", "f", "b")
    def __init__(self, n, f, b): self.n = n; self.f = f; self.b = b
def g(v):
    match v:
        case Q(1, x, b): return x * 2, not b
        case Q(n=n, f=f): return n + 1, f / 2
        case P(x, y): return x + y
        case {"k": k}: return k * 2
        case _: return None
for v in (Q(1, 1.5, True), Q(2, 2.5, False), P(10, 5), {"k": 4}, 7): print(g(v))
print(g(Q(2**62, 1.0, True)), g(Q(2**63 - 1, 1.0, True)), g(P(2**63, 1)), g(P("a", "b")), g(Q("z" and 3, 4, 0)))

class A:
    def f(self): return ["A"]
class B(A):
    def f(self): return ["B"] + super().f()
class C(A):
    def f(self): return ["C"] + super().f()
class D(B, C):
    def f(self): return ["D"] + super().f()
print(D().f(), [c.__name__ for c in D.__mro__])
print(D.mro() == list(D.__mro__), A.__subclasses__(), D.__base__, D.__bases__)
def bad(f):
    try: f()
    except TypeError as e: print(e)
bad(lambda: type("X", (A, B), {}))
bad(lambda: type("X", (A, A), {}))
bad(lambda: type("X", (int, str), {}))
bad(lambda: type("X", (bool,), {}))
bad(lambda: type("X", (1,), {}))
bad(lambda: type(1, (), {}))
bad(lambda: type("X", (), []))
bad(lambda: type())
bad(lambda: object(1))
bad(lambda: A(1))
class N:
    def __new__(cls, *a): return object.__new__(cls, *a)
bad(lambda: N(1))
class I:
    def __init__(self, *a): object.__init__(self, *a)
bad(lambda: I(1))
class R:
    def __init__(self): return 5
bad(lambda: R())
class S(A):
    f2 = A.f
print(S().f2(), super(B, D()).f(), super(D, D).f(D()))
A.f = lambda self: ["patched"]
print(D().f())
A.g = lambda self: "g"
print(D().g())
del A.g
try: D().g()
except AttributeError as e: print(e)
class P:
    x = 1
class Q(P): pass
q = Q()
P.x = 2
print(q.x, Q.x)
Q.x = 3
print(P.x, q.x)
q.x = 4
print(Q.x, q.x)
del q.x
print(q.x)
P.__len__ = lambda self: 9
print(len(q))
P.__bool__ = lambda self: False
print(bool(q))
del P.__bool__
print(bool(q))

x = "global"
class A:
    x = "class"
    y = x + "!"
    def f(self): return x
    l = [x for _ in range(2)]
    z = [x for x in [1, 2]]
    lam = lambda self: x
    class Inner:
        w = x
        def g(self): return A.y
    for i in range(3): pass
    if True: cond = 1
    try: und
    except NameError: caught = True
    __private = 5
    def get(self): return self.__private
    def __mangled(self): return "m"
    def call(self): return self.__mangled()
    a: int
    b: str = "q"
    del cond
print(A.y, A().f(), A.l, A.z, A().lam(), A.Inner.w, A.Inner().g(), A.i, A.caught, A().get(), A._A__private, A().call(), A.__annotations__, hasattr(A, "cond"), hasattr(A, "a"))
def outer():
    x = "enclosing"
    class B:
        print(x)
        x = "b"
        print(x)
        def f(self): return x
    return B().f()
print(outer())
class Meta1(type):
    def hello(cls): return f"hello from {cls.__name__}"
class UsesMeta(metaclass=Meta1): pass
print(UsesMeta.hello())
class Base:
    def __init__(self): print("Base"); super().__init__()
class M1(Base):
    def __init__(self): print("M1"); super().__init__()
class M2(Base):
    def __init__(self): print("M2"); super().__init__()
class D(M1, M2):
    def __init__(self): print("D"); super().__init__()
D(); print([c.__name__ for c in D.__mro__], D.mro()[1])
class Parent:
    registry = []
    count = 0
    def __init__(self): type(self).count += 1; Parent.registry.append(self.__class__.__name__)
    @classmethod
    def create(cls, *a): return cls(*a)
    @staticmethod
    def util(x): return x * 2
    def __del__(self): pass
class Child(Parent):
    def __init__(self, v=0): super().__init__(); self.v = v
    def __eq__(self, o): return self.v == o.v
    __hash__ = None
print(Child.create(5).v, Parent.registry, Parent.count, Child.count, Child.util(4), Child(1) == Child(1), Child(1) != Child(2))
try: {Child()}
except TypeError as e: print(e)
class Slots:
    __slots__ = ("a", "b")
    def __init__(self): self.a = 1
s = Slots()
for op in (lambda: s.b, lambda: setattr(s, "c", 1), lambda: s.__dict__):
    try: print(op())
    except AttributeError as e: print(e)
print(Slots.__slots__, Slots.a, type(Slots.a))
class Cached:
    _cache = {}
    def __new__(cls, k):
        if k in cls._cache: return cls._cache[k]
        o = cls._cache[k] = super().__new__(cls); return o
    def __init__(self, k): self.k = k
print(Cached(1) is Cached(1), Cached(1) is Cached(2))
o = type("Anon", (), {})(); o.x = 1; print(o.__dict__, type(o).__name__)
setattr(A, "added", lambda self: "added"); print(A().added())
A.f = lambda self: "patched"; print(A().f())
inst = A(); inst.f = lambda: "inst"; print(inst.f()); del inst.f; print(inst.f())
print(isinstance(D(), (int, Base)), issubclass(D, Base), super(M1, D()).__init__.__qualname__, D.__init__ is M1.__init__)
inst.__class__ = Parent; print(type(inst).__name__)
def meth(self): return self.q
import types
inst.q = 3; inst.meth = types.MethodType(meth, inst); print(inst.meth())

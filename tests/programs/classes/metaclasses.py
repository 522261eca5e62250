class Registry(type):
    classes = {}
    @classmethod
    def __prepare__(mcs, name, bases, **kw):
        print("prepare", name, kw)
        return {"injected": 1}
    def __new__(mcs, name, bases, ns, **kw):
        cls = super().__new__(mcs, name, bases, dict(ns))
        mcs.classes[name] = cls
        return cls
    def __init__(cls, name, bases, ns, **kw):
        super().__init__(name, bases, ns)
    def __len__(cls): return 42
    def __getitem__(cls, k): return (cls.__name__, k)
    def __contains__(cls, x): return x == 1
    def __instancecheck__(cls, inst): return inst == "magic" or type.__instancecheck__(cls, inst)
    def __subclasscheck__(cls, sub): return sub is int or super().__subclasscheck__(sub)
    def __getattr__(cls, name): return f"meta-{name}"
    def __repr__(cls): return f"<registry {cls.__name__}>"
    def __eq__(cls, other): return cls is other
    def __hash__(cls): return 7
    @property
    def prop(cls): return "prop of " + cls.__name__
class A(metaclass=Registry, flag=True): pass
class B(A): pass
print(A.injected, len(A), A["x"], 1 in A, 2 in A, A, B, A.prop, A.nothing)
print(isinstance("magic", A), isinstance(B(), A), isinstance(3, A), issubclass(int, A), issubclass(B, A), issubclass(str, A))
print(sorted(Registry.classes), type(B) is Registry, hash(A))
C = type("C", (), {"x": 5, "f": lambda self: self.x + 1})
print(C, C().f(), C.__name__, C.__bases__, C.__module__)
D = Registry("D", (A,), {})
print(D, D.__mro__)
class X(type): pass
class Y(type): pass
class XA(metaclass=X): pass
class YA(metaclass=Y): pass
try:
    class Z(XA, YA): pass
except TypeError as e: print(e)
class Single(type):
    _inst = {}
    def __call__(cls, *a, **k):
        if cls not in cls._inst:
            cls._inst[cls] = super().__call__(*a, **k)
        return cls._inst[cls]
class Conf(metaclass=Single):
    def __init__(self): print("init")
print(Conf() is Conf())

class Registry(type):
    registry = {}
    def __new__(mcls, name, bases, ns, **kw):
        cls = super().__new__(mcls, name, bases, ns)
        if name != "Base": mcls.registry[kw.get("key", name.lower())] = cls
        return cls
    def __init__(cls, name, bases, ns, **kw):
        super().__init__(name, bases, ns)
        cls.kw = kw
    def __call__(cls, *a, **k):
        print("creating", cls.__name__, a, k)
        return super().__call__(*a, **k)
    def __iter__(cls): return iter(cls.registry)
    def __len__(cls): return len(cls.registry)
    def __contains__(cls, x): return x in cls.registry
    def __getitem__(cls, x): return cls.registry[x]
    def __repr__(cls): return f"<cls {cls.__name__}>"
    def __instancecheck__(cls, o): return o == 42 or super().__instancecheck__(o)
    def __subclasscheck__(cls, o): return o is int or super().__subclasscheck__(o)
    @property
    def upper(cls): return cls.__name__.upper()
    def __getattr__(cls, n):
        if n.startswith("dyn_"): return n[4:]
        raise AttributeError(n)
class Base(metaclass=Registry):
    def __init__(self, x=0): self.x = x
class Foo(Base): pass
class Bar(Base, key="barkey"): pass
print(list(Base), len(Base), "foo" in Base, Base["barkey"], Foo(3).x, isinstance(42, Foo), issubclass(int, Foo), Foo.upper, Foo.dyn_hey, Bar.kw, type(Foo), type(Foo) is Registry)
try: Foo.nope
except AttributeError as e: print("AE", e)
class Singleton(type):
    _inst = {}
    def __call__(cls, *args, **kwargs):
        if cls not in cls._inst: cls._inst[cls] = super(Singleton, cls).__call__(*args, **kwargs)
        return cls._inst[cls]
class DB(metaclass=Singleton):
    def __init__(self): print("init db")
print(DB() is DB())
class Plugin:
    plugins = []
    def __init_subclass__(cls, /, name=None, **kw):
        super().__init_subclass__(**kw)
        cls.plugins.append((name, cls.__name__))
class P1(Plugin, name="one"): pass
class P2(Plugin): pass
print(Plugin.plugins)
try:
    class P3(Plugin, bogus=1): pass
except TypeError as e: print(e)
class Field:
    def __set_name__(self, owner, name): self.name = "_" + name; print("set_name", owner.__name__, name)
    def __get__(self, i, o=None): return self if i is None else getattr(i, self.name, None)
    def __set__(self, i, v):
        if not isinstance(v, int): raise TypeError(f"{self.name[1:]} must be int")
        setattr(i, self.name, v)
    def __delete__(self, i): print("del", self.name); delattr(i, self.name)
class Pt:
    x = Field(); y = Field()
    def __class_getitem__(cls, item): return f"{cls.__name__}[{item}]"
p = Pt(); p.x = 3
print(p.x, p.y, Pt[int], Pt[1, 2], vars(p))
try: p.y = "a"
except TypeError as e: print(e)
del p.x
print(p.__dict__)
X = type("X", (Base,), {"hello": lambda self: f"hi {self.x}", "__doc__": "dynamic"})
print(X(9).hello(), X.__doc__, X.__mro__, X.__bases__)
class OrderedMeta(type):
    @classmethod
    def __prepare__(mcls, name, bases, **kw):
        print("prepare", name); return {"injected": 1}
    def __new__(mcls, name, bases, ns): 
        ns["order"] = [k for k in ns if not k.startswith("__")]
        return type.__new__(mcls, name, bases, dict(ns))
class OM(metaclass=OrderedMeta):
    b = 1
    a = injected + 1
    def m(self): pass
print(OM.order, OM.a)
def metaf(name, bases, ns): return (name, bases, sorted(k for k in ns if k[0] != "_"))
class Fn(metaclass=metaf): q = 1
print(Fn)
class Abs:
    def __new__(cls, *a):
        if cls is Abs: raise TypeError("abstract")
        return super().__new__(cls)
class Con(Abs):
    def __init__(self, a): self.a = a
print(Con(1).a)
try: Abs()
except TypeError as e: print(e)
from abc import ABC, abstractmethod, ABCMeta
class Shape(ABC):
    @abstractmethod
    def area(self): ...
    @property
    @abstractmethod
    def name(self): ...
try: Shape()
except TypeError as e: print(e)
class Sq(Shape):
    def area(self): return 4
try: Sq()
except TypeError as e: print(e)
print(Shape.__abstractmethods__ == frozenset({"area", "name"}), Sq.__abstractmethods__)
class Metaconf1(type): pass
class Metaconf2(type): pass
class A1(metaclass=Metaconf1): pass
class A2(metaclass=Metaconf2): pass
try:
    class A3(A1, A2): pass
except TypeError as e: print(e)

from abc import ABC, ABCMeta, abstractmethod
class Shape(ABC):
    def __init__(self, n): self.n = n
    @abstractmethod
    def area(self): ...
    @property
    def name(self): return f"{self.n}:{self.area()}"
class Sq(Shape):
    def __init__(self, s): super().__init__("sq"); self.s = s
    def area(self): return self.s * self.s
class Ci(Shape):
    def area(self): return 3
class Bad(Shape): pass
class Meta(ABCMeta):
    def __call__(cls, *a):
        print("making", cls.__name__); return super().__call__(*a)
class W(metaclass=Meta):
    def __init__(self, v): self.v = v
class V(W): pass
def total(xs):
    t = 0
    for x in xs: t += x.area()
    return t
xs = [Sq(2), Ci("c"), Sq(5)]
print(total(xs), [x.name for x in xs], isinstance(xs[0], Shape), issubclass(Ci, Shape))
for c in (Shape, Bad):
    try: c("x")
    except TypeError as e: print(e)
def mk(n):
    return [V(i).v for i in range(n)]
print(mk(3))
for i in range(4):
    s = Sq(i)
    print(s.area(), end=" ")
print()
Sq.area = lambda self: -1
print(total(xs))
class Slotted(ABC):
    __slots__ = ("a", "b")
    def __init__(self): self.a = 1; self.b = 2
    @abstractmethod
    def f(self): ...
class S2(Slotted):
    __slots__ = ("c",)
    def f(self): self.c = self.a + self.b; return self.c
print(S2().f())
try: S2().zz = 1
except AttributeError as e: print(e)
class S3(Slotted):
    def f(self): self.q = 5; return self.q + self.a
print(S3().f(), S3().__dict__)

import weakref, functools
class Typed:
    def __init__(self, typ, default=None): self.typ, self.default = typ, default
    def __set_name__(self, owner, name): self.name = name; self.key = f"_{owner.__name__}__{name}"
    def __get__(self, obj, owner=None):
        if obj is None: return self
        return obj.__dict__.get(self.key, self.default)
    def __set__(self, obj, value):
        if not isinstance(value, self.typ): raise TypeError(f"{self.name}: expected {self.typ.__name__}, got {type(value).__name__}")
        obj.__dict__[self.key] = value
    def __delete__(self, obj): obj.__dict__.pop(self.key, None)
    def __repr__(self): return f"Typed({self.typ.__name__})"
class Positive(Typed):
    def __set__(self, o, v):
        super().__set__(o, v)
        if v <= 0: raise ValueError(f"{self.name} must be positive")
class Person:
    name = Typed(str, "anon"); age = Positive(int)
    def __init__(self, name, age): self.name, self.age = name, age
p = Person("Al", 3)
print(p.name, p.age, p.__dict__, Person.name, Person.__dict__["age"])
for fn in (lambda: setattr(p, "age", "x"), lambda: setattr(p, "age", -1), lambda: Person(3, 4)):
    try: fn()
    except (TypeError, ValueError) as e: print(type(e).__name__, e)
del p.name; print(p.name)
class NonData:
    def __get__(self, o, t): return "nondata"
class LazyProp:
    def __init__(self, f): self.f = f; functools.update_wrapper(self, f)
    def __set_name__(self, o, n): self.n = n
    def __get__(self, o, t=None):
        if o is None: return self
        v = o.__dict__[self.n] = self.f(o); return v
class A:
    nd = NonData()
    @LazyProp
    def lazy(self): "lazydoc"; print("compute"); return 42
    def __getattr__(self, n): return f"<{n}>"
    def __setattr__(self, n, v): print("set", n, v); super().__setattr__(n, v)
    def __delattr__(self, n): print("del", n); object.__delattr__(self, n)
a = A(); print(a.nd, a.lazy, a.lazy, a.foo, A.lazy.__doc__); a.nd = "inst"; print(a.nd); del a.nd; print(a.nd)
try: del a.zz
except AttributeError as e: print(e)
class Temp:
    def __init__(self, c=0): self._c = c
    @property
    def f(self): "Fahrenheit"; return self._c * 9 / 5 + 32
    @f.setter
    def f(self, v): self._c = (v - 32) * 5 / 9
    c = property(lambda s: s._c, lambda s, v: setattr(s, "_c", v), None, "Celsius")
t = Temp(100); print(t.f, t.c); t.f = 32; print(t.c, Temp.f.__doc__, Temp.c.__doc__, Temp.f.fset is not None, Temp.c.fdel)
try: del t.c
except AttributeError as e: print(e)
class RO:
    @property
    def x(self): return 1
try: RO().x = 2
except AttributeError as e: print(e)
try: RO().y
except AttributeError as e: print(e)
class Cls:
    @classmethod
    @property
    def bad(cls): return 1
    @functools.cached_property
    def cp(self): return [1]
c = Cls(); c.cp.append(2); print(c.cp, c.__dict__); del c.cp; print(c.cp)
class WithSlots:
    __slots__ = ("a", "__dict__", "__weakref__")
w = WithSlots(); w.a = 1; w.b = 2; print(w.__dict__, w.a); r = weakref.ref(w); print(r() is w)
class Sub(WithSlots): __slots__ = ("c",)
s = Sub(); s.a = s.c = 5; print(s.a, s.c, Sub.__slots__)
class Point:
    __slots__ = ["x", "y"]
    def __init__(self, x, y): self.x = x; self.y = y
try: Point(1, 2).z = 3
except AttributeError as e: print(e)
try: Point(1, 2).__dict__
except AttributeError as e: print(e)
class B:
    def __getattribute__(self, n):
        if n.startswith("_"): return object.__getattribute__(self, n)
        return f"ga:{n}"
print(B().anything, B().__class__)
class Method:
    def __init__(self, f): self.f = f
    def __get__(self, o, t): return functools.partial(self.f, o or t)
class UsesM:
    @Method
    def m(self, x): return (type(self).__name__, x)
print(UsesM().m(1), UsesM.m(2))
bound = p.__init__; bound("Zed", 9); print(p.name, Person.__init__(p, "Q", 1), p.name)
print(Person.__init__.__get__(p)("W", 2), p.name, str.upper.__get__("abc")(), (lambda s: s * 2).__get__(4)())
class Money:
    def __init__(self, v): self.v = v
    def __lt__(self, o): return self.v < o.v
    def __eq__(self, o): return isinstance(o, Money) and self.v == o.v
    def __repr__(self): return f"${self.v:,.2f}"
    def __hash__(self): return hash(self.v)
    def __format__(self, s): return format(self.v, s) if s else str(self)
print(sorted([Money(3), Money(1)]), min(Money(2), Money(1)), Money(1) in [Money(1)], {Money(1): 2}[Money(1)], f"{Money(1234.5)} {Money(2):.1f}", Money(1) != Money(2), Money(2) > Money(1))
try: Money(1) <= Money(2)
except TypeError as e: print(e)
try: Money(1) + Money(2)
except TypeError as e: print(e)

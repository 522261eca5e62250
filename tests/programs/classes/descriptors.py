class NonData:
    def __get__(self, obj, owner=None):
        return f"nondata({obj is not None}, {owner.__name__})"
class Data:
    def __init__(self): self.store = {}
    def __set_name__(self, owner, name):
        self.name = name
        print("set_name", owner.__name__, name)
    def __get__(self, obj, owner=None):
        if obj is None: return self
        return self.store.get(id(obj), "unset")
    def __set__(self, obj, value): self.store[id(obj)] = value
    def __delete__(self, obj): del self.store[id(obj)]
class C:
    n = NonData()
    d = Data()
c = C()
print(c.n, C.n, c.d)
c.n = 5
c.d = 6
print(c.n, c.d, c.__dict__)
del c.d
print(c.d)
del c.n
print(c.n)
class P:
    def __init__(self): self._v = 1
    @property
    def v(self):
        "the doc"
        return self._v
    @v.setter
    def v(self, x): self._v = x
    @v.deleter
    def v(self): print("deleting")
    @property
    def ro(self): return 1
    w = property(None, lambda self, x: print("w", x))
p = P()
p.v = 10
print(p.v, P.v.__doc__, P.v.fget.__name__)
del p.v
for f in [lambda: setattr(p, 'ro', 1), lambda: delattr(p, 'ro'), lambda: p.w]:
    try: f()
    except AttributeError as e: print(e)
p.w = 3
class Lazy:
    def __init__(self, f): self.f = f; self.name = f.__name__
    def __get__(self, obj, owner):
        print("computing")
        v = self.f(obj)
        obj.__dict__[self.name] = v
        return v
class L:
    def __init__(self): self.a = 2
    @Lazy
    def big(self): return self.a * 100
l = L()
print(l.big, l.big, l.__dict__)
class G:
    def __init__(self): self.real = 1
    def __getattribute__(self, name):
        if name == "fake": return "faked"
        return super().__getattribute__(name)
    def __getattr__(self, name): return "default " + name
    def __setattr__(self, name, v):
        super().__setattr__(name, v if name == "real" else v * 2)
    def __delattr__(self, name):
        print("del", name)
        super().__delattr__(name)
g = G()
g.x = 5
print(g.real, g.fake, g.x, g.zzz)
del g.x
print(g.x)
class S:
    __slots__ = ("a", "__dict__")
s = S()
s.a = 1; s.b = 2
print(s.a, s.b, s.__dict__)
class S2:
    __slots__ = ["x", "y"]
    def __init__(self, x, y): self.x = x; self.y = y
class S3(S2):
    __slots__ = ("z",)
t = S3(1, 2); t.z = 3
print(t.x, t.y, t.z, hasattr(t, "__dict__"))
del t.z
print(hasattr(t, 'z'))
class CM:
    @classmethod
    def a(cls): return cls.__name__
    @staticmethod
    def b(x): return x
class CM2(CM): pass
print(CM2.a(), CM2().a(), CM.b(1), CM2().b(2))
m = c.__class__
f = CM2().a
print(f.__self__, f.__func__.__name__)

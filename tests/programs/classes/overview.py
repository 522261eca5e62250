class A:
    cv = 10
    def __init__(self, x, y=2, *args, k=5, **kw):
        self.x = x
        self.y = y
        self.args = args
        self.kw = kw
    def __repr__(self): return f"A({self.x}, {self.y})"
    def __add__(self, o): return A(self.x + (o.x if isinstance(o, A) else o))
    def __radd__(self, o): return A(self.x + o)
    def __eq__(self, o): return isinstance(o, A) and self.x == o.x
    @property
    def z(self): return self.x * 2
    @z.setter
    def z(self, v): self.x = v // 2
    @classmethod
    def make(cls, n): return cls(n)
    @staticmethod
    def st(n): return n + 1
    def __getitem__(self, i):
        if i > 2: raise IndexError(i)
        return i * 10
    def __len__(self): return 3
    def __contains__(self, x): return x == 7
    def __call__(self, *a, **k): return (a, k)
class B(A):
    def __init__(self, *a, **k):
        super().__init__(*a, **k)
        self.b = 1
    def __repr__(self): return "B:" + super().__repr__()
a = A(1, 3, 4, 5, k=1, q=2)
print(a, a.args, a.kw, a + 1, 1 + a, a == A(1), a != A(1), a.z)
a.z = 10
print(a.x, A.make(4), B.make(5), A.st(3), list(a), len(a), 7 in a, 8 in a, a(1, b=2))
b = B(1)
print(b, b.b, b.cv, vars(b), b.__dict__, B.__mro__, type(b), isinstance(b, A), issubclass(B, A))
b.late = 3
print(vars(b))
b.__dict__['n'] = 5
print(b.n, vars(b))
try:
    b.nope
except AttributeError as e:
    print(e, type(e).__name__)
try: hash(a)
except TypeError as e: print(e)
try: A()
except TypeError as e: print(e)
try: a.st(1,2)
except TypeError as e: print(e)
try: B.make(1, 2)
except TypeError as e: print(e)
def f(a, b=1, *, c, d=4): return a, b, c, d
for args, kw in [((), {}), ((1,), {}), ((1,2,3),{'c':1}), ((1,),{'c':1,'x':2}), ((1,),{'c':1,'a':2}), ((1,),{'c':3})]:
    try: print(f(*args, **kw))
    except TypeError as e: print(e)
class M(type):
    def __new__(m, n, b, d, **kw):
        print("new", n, sorted(k for k in d if not k.startswith('__')), kw)
        return super().__new__(m, n, b, d)
    def __init__(c, n, b, d, **kw): super().__init__(n, b, d)
    def __call__(c, *a):
        print("call", a); return super().__call__(*a)
    def __iter__(c): return iter([1,2])
class C(metaclass=M, q=1):
    def __init__(self, v): self.v = v
    x = 1
print(C(5).v, list(C), type(C))
class S:
    __slots__ = ('a', 'b')
s = S(); s.a = 1
print(s.a)
try: s.c = 1
except AttributeError as e: print(e)
try: s.b
except AttributeError as e: print(e)
class D:
    def __init_subclass__(cls, **kw): print("sub", cls.__name__, kw)
class E(D, q=3): pass
class Desc:
    def __set_name__(self, o, n): self.n = n
    def __get__(self, i, o): return (self.n, i is None, o.__name__)
    def __set__(self, i, v): print("set", v)
class F: d = Desc()
print(F.d, F().d); F().d = 4
class MyInt(int):
    def __add__(self, o): return MyInt(int.__add__(self, o) + 100)
print(MyInt(3) + 4, MyInt(3) * 2, 1 + MyInt(2), type(MyInt(3) + 4).__name__, MyInt(5) == 5, hash(MyInt(5)), {5: 'x'}[MyInt(5)])
class L(list):
    def foo(self): return len(self)
l = L([1,2]); l.append(3); print(l, l.foo(), l + [1], type(l))
class MyStr(str):
    def hi(self): return self.upper() + "!"
print(MyStr("abc").hi(), MyStr("x") + "y", "y" + MyStr("x"), len(MyStr("abc")))
class G:
    def __getattr__(self, n): return "ga_" + n
print(G().foo, getattr(G(), 'bar'), hasattr(G(), 'x'))
def gen(n):
    r = yield 1
    print("got", r)
    try:
        yield 2
    finally:
        print("fin")
    return 9
def outer():
    v = yield from gen(1)
    print("v", v)
g = outer()
print(next(g), g.send(5))
try: next(g)
except StopIteration as e: print("stop", e.value)
print(list(gen(2)))

import functools, copy, contextlib, io, sys
from functools import *
from contextlib import *
def t(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
def deco(f):
    @wraps(f)
    def w(*a, **k):
        "w doc"
        return f(*a, **k) + 1
    return w
@deco
def foo(x):
    "foo doc"
    return x
print(foo(1), foo.__name__, foo.__doc__, foo.__wrapped__(1), foo.__qualname__)
@total_ordering
class V:
    def __init__(self, v): self.v = v
    def __eq__(self, o): return self.v == o.v
    def __lt__(self, o): return self.v < o.v
print(V(1) <= V(2), V(1) >= V(2), V(2) > V(1), V(1) <= V(1)); t(lambda: V(1) < 3)
def bad():
    @total_ordering
    class Z: pass
t(bad)
@lru_cache(maxsize=2)
def sq(x):
    print('compute', x); return x * x
sq(1); sq(2); sq(1); sq(3); sq(2); print(sq.cache_info(), sq.cache_parameters(), sq.__name__); sq.cache_clear(); print(sq.cache_info())
@cache
def fib(n): return n if n < 2 else fib(n-1) + fib(n-2)
print(fib(100), fib.cache_info())
@lru_cache
def g(a, *, b=1): return a + b
print(g(1), g(1, b=1), g(1.0), g.cache_info()); t(lambda: g([]))
class M:
    def __init__(self): self.n = 0
    @cached_property
    def c(self): self.n += 1; return self.n
    def add(self, a, b, c=0): return (a, b, c)
    pm = partialmethod(add, 1, c=5)
    @singledispatchmethod
    def sd(self, x): return 'def'
    @sd.register
    def _(self, x: int): return 'int'
    @sd.register(str)
    def _(self, x): return 'str'
m = M(); print(m.c, m.c, m.__dict__, m.pm(2), m.sd(1), m.sd('a'), m.sd(1.0)); del m.c; print(m.c)
@singledispatch
def f(x, *a): return 'obj'
@f.register
def _(x: int): return 'int'
@f.register(list)
@f.register(tuple)
def _(x): return 'seq'
@f.register
def _(x: float | complex): return 'num'
f.register(str, lambda x: 'S')
print(f(1), f(True), f([]), f(()), f(1.5), f(1j), f('a'), f(None), f.dispatch(bool) is f.registry[int]); t(lambda: f())
from collections.abc import Mapping, Sequence
@f.register
def _(x: Mapping): return 'map'
print(f({}), f(''))
t(lambda: f.register(3))
print(partial(int, base=2)('101'), partial(print, 1, sep='-').args, reduce(lambda a, b: a * b, [1,2,3,4]), reduce(lambda a, b: a+b, [], 5)); t(lambda: reduce(max, []))
print(sorted([3,1,2], key=cmp_to_key(lambda a, b: b - a)))
@contextmanager
def cm(x):
    print('in', x)
    try: yield x * 2
    except ValueError as e: print('caught', e)
    finally: print('out')
with cm(4) as v: print(v)
with cm(4) as v: raise ValueError('q')
try:
    with cm(1): raise KeyError('k')
except KeyError as e: print('KE', e)
@contextmanager
def bad2():
    yield 1; yield 2
def r():
    with bad2(): pass
t(r)
@contextmanager
def bad3():
    if 0: yield
def r():
    with bad3(): pass
t(r)
@cm(7)
def decorated(a): print('dec', a); return a
print(decorated(3), decorated(4))
with suppress(ZeroDivisionError, KeyError): 1/0
print('after')
b = io.StringIO()
with redirect_stdout(b): print('hidden')
print(repr(b.getvalue()))
with nullcontext(5) as z: print(z)
class C:
    def close(self): print('closed')
with closing(C()) as c: pass
with ExitStack() as st:
    st.callback(print, 'cb1'); x = st.enter_context(cm(1)); st.callback(print, 'cb2', sep='')
    st.push(lambda *a: print('exit', a[0]))
def r():
    with ExitStack() as st:
        st.callback(lambda: 1/0)
        raise ValueError('x')
try: r()
except ZeroDivisionError as e: print(repr(e), repr(e.__context__))
with ExitStack() as st:
    st.push(lambda *a: True); raise ValueError
t(lambda: ExitStack().enter_context(3))
class CD(ContextDecorator):
    def __enter__(self): print('E'); return self
    def __exit__(self, *a): print('X'); return False
@CD()
def ff(): print('ff')
ff()
class Foo:
    def __init__(self, a): self.a = a; self.b = [a]
o = Foo([1]); s = copy.copy(o); d = copy.deepcopy(o); print(s.a is o.a, d.a is o.a, d.a == o.a, s is o)
l = [1, [2, 3], {'a': (4, [5])}]; d = copy.deepcopy(l); l[1].append(9); l[2]['a'][1].append(7); print(d, copy.copy(l) == l)
c = []; c.append(c); d = copy.deepcopy(c); print(d[0] is d, d is c)
class Sl:
    __slots__ = ('x', 'y')
q = Sl(); q.x = [1]; w = copy.deepcopy(q); print(w.x, w.x is q.x, hasattr(w, 'y'))
class LL(list): pass
ll = LL([1, [2]]); ll.z = 3; k = copy.deepcopy(ll); print(k, type(k), k.z, k[1] is ll[1]); k = copy.copy(ll); print(k, k[1] is ll[1])
class DD(dict): pass
print(copy.copy(DD(a=1)), type(copy.copy(DD(a=1))), copy.deepcopy({1, 2}), copy.deepcopy((1, [2])), copy.copy(frozenset([1])), copy.copy({1}))
class My(int): pass
print(copy.copy(My(5)), type(copy.deepcopy(My(5))))
class Cu:
    def __copy__(self): return 'copied'
    def __deepcopy__(self, memo): return 'deep'
print(copy.copy(Cu()), copy.deepcopy(Cu()), copy.deepcopy([Cu()]), copy.deepcopy(len), copy.deepcopy(Foo), repr(copy.copy(ValueError('a', 1))))
from collections import *
print(copy.deepcopy(defaultdict(list, {1: [2]})), copy.copy(Counter('aab')), copy.deepcopy(Counter('aab')), copy.deepcopy(deque([1, [2]], maxlen=3)), copy.deepcopy(OrderedDict(a=[1])), copy.deepcopy(namedtuple('P', 'x y')(1, [2])), copy.deepcopy(UserDict(a=1)))
class GS:
    def __init__(self): self.x = 1; self.y = 2
    def __getstate__(self): return {'x': self.x}
    def __setstate__(self, s): self.__dict__.update(s); self.y = 'restored'
print(copy.copy(GS()).__dict__)
class Node:
    def __init__(self, v): self.v = v; self.next = None
n = Node(1); n.next = Node(2); n.next.next = n; k = copy.deepcopy(n); print(k.next.next is k, k.v, k is n)
t(lambda: copy.copy(x for x in ''))
print(copy.copy(o.__init__) == o.__init__)

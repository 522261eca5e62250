from collections import *
from collections.abc import *
import copy
def t(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
P = namedtuple('P', 'x y z', defaults=[3])
p = P(1, 2)
print(p, p.x, p._asdict(), p._replace(x=5), P._fields, P._field_defaults, P._make([1,2,3]), P.__doc__, P)
t(lambda: P()); t(lambda: P(1)); t(lambda: P(1,2,3,4)); t(lambda: P(1,2,x=3)); t(lambda: P(1,2,w=3)); t(lambda: P._make([1])); t(lambda: p._replace(q=1))
t(lambda: setattr(p, 'x', 3)); t(lambda: namedtuple('a b', 'c')); t(lambda: namedtuple('A', 'def')); t(lambda: namedtuple('A', '_x')); t(lambda: namedtuple('A', 'x x'))
print(namedtuple('A', 'x def x', rename=True)._fields, p == (1,2,3), hash(p) == hash((1,2,3)), p < (1,3,0))
class Q(P):
    __slots__ = ()
    def s(self): return self.x + self.y
print(Q(1,2), Q(1,2).s(), Q(1,2)._replace(x=9))
c = Counter('abracadabra'); print(c, c.most_common(2), c['zz'], list(c.elements()), c.total())
c.update('aa'); c.subtract({'b': 5}); print(c, +c, -c, c + Counter(a=1), c - Counter(a=1), c & Counter(a=1, b=1), c | Counter(z=4))
c += Counter(q=2); print(c); del c['nope']; print(Counter(a=1) == Counter(a=1, b=0), Counter(a=1) <= Counter(a=2), Counter(), Counter({'a': 'x', 'b': 3}))
t(lambda: Counter.fromkeys('ab')); t(lambda: c.most_common(0)); t(lambda: c.most_common(1))
o = OrderedDict(a=1, b=2, c=3); o.move_to_end('a'); print(o); o.move_to_end('c', last=False); print(o, o.popitem(), o.popitem(last=False), o)
print(OrderedDict(a=1,b=2) == OrderedDict(b=2,a=1), OrderedDict(a=1,b=2) == dict(b=2,a=1), list(reversed(OrderedDict(a=1,b=2))), OrderedDict(a=1)|{'z':1}, {'z':1}|OrderedDict(a=1))
t(lambda: OrderedDict().popitem()); t(lambda: o.move_to_end('zz')); print(OrderedDict.fromkeys('abc', 0), o.copy())
m = ChainMap({'a': 1}, {'a': 2, 'b': 3}); print(m, m['a'], m['b'], len(m), list(m), m.new_child({'c': 1}), m.parents, dict(m), 'b' in m, m.get('q', 7))
t(lambda: m['zz']); t(lambda: m.pop('b')); 
def d(): del m['b']
t(d); t(lambda: m.popitem()); t(lambda: m.popitem())
class D(UserDict):
    def __setitem__(self, k, v): super().__setitem__(k, v * 2)
d = D(a=1); d['b'] = 2; print(d, len(d), list(d.items()), d.pop('a'), d | {'c': 1}, d.copy(), d.setdefault('e', 5)); t(lambda: d['z'])
l = UserList([3,1,2]); l.sort(); l.append(5); l += [1]; print(l, l[1:], l + [1], [1] + l, l * 2, l == [1,2,3,5,1], l.pop(), 3 in l, list(reversed(l)))
s = UserString('hello'); print(s, s.upper(), s + ' x', s[1], s[1:3], s.count('l'), s == 'hello', repr(s), hash(s) == hash('hello'), s.replace('l', 'L'), 'ell' in s)
print(isinstance([], Sequence), isinstance((), MutableSequence), isinstance({}, Mapping), isinstance(deque(), MutableSequence), isinstance(set(), Set), isinstance(3, Hashable), isinstance([], Hashable), isinstance(iter([]), Iterator), isinstance((x for x in ''), Generator), isinstance(len, Callable), isinstance({}.keys(), KeysView), isinstance({}.keys(), Set), isinstance('', Collection), isinstance(range(3), Reversible), isinstance(b'', Sequence), isinstance(b'', ByteString) if 0 else '')
class It:
    def __iter__(self): return iter(())
class No: pass
print(isinstance(It(), Iterable), isinstance(No(), Iterable), issubclass(It, Iterable), issubclass(int, Sized))
class LS(Set):
    def __init__(self, it): self.e = list(dict.fromkeys(it))
    def __iter__(self): return iter(self.e)
    def __contains__(self, v): return v in self.e
    def __len__(self): return len(self.e)
print(list(LS('abcdef') & LS('defghi')), list(LS('ab') | LS('bc')), LS('ab') <= LS('abc'), list(LS('abc') - LS('b')), list(LS('abc') ^ LS('bd')), LS('ab') == LS('ba'), LS('ab')._hash() == hash(frozenset('ab')))
class MS(MutableSequence):
    def __init__(self): self.l = []
    def __getitem__(self, i): return self.l[i]
    def __setitem__(self, i, v): self.l[i] = v
    def __delitem__(self, i): del self.l[i]
    def __len__(self): return len(self.l)
    def insert(self, i, v): self.l.insert(i, v)
m = MS(); m.append(1); m.extend([2,3]); m += [4]; print(list(m), m.pop(), m.index(2), 3 in m, m.count(1), list(reversed(m))); m.reverse(); m.remove(1); print(m.l); t(lambda: m.index(99))
class MM(MutableMapping):
    def __init__(self): self.d = {}
    def __getitem__(self, k): return self.d[k]
    def __setitem__(self, k, v): self.d[k] = v
    def __delitem__(self, k): del self.d[k]
    def __iter__(self): return iter(self.d)
    def __len__(self): return len(self.d)
m = MM(); m.update(a=1, b=2); print(m.pop('a'), m.get('q'), list(m.items()), m.keys() | {'z'} >= {'z'}, m == {'b': 2}, m.setdefault('q', 1), m.popitem()); t(lambda: m.pop('zz'))
t(lambda: MutableMapping()); t(lambda: Sized()); t(lambda: Callable[[int], str]); t(lambda: Iterable[int])
class Half(Mapping):
    def __len__(self): return 0
t(lambda: Half())
print(Sequence, Sequence.__abstractmethods__ == frozenset({'__len__', '__getitem__'}))
from abc import ABC, abstractmethod, ABCMeta
class A(ABC):
    @abstractmethod
    def f(self): ...
    @property
    @abstractmethod
    def g(self): ...
class B(A):
    def f(self): return 1
class C(B):
    g = 3
t(lambda: A()); t(lambda: B()); t(lambda: C().f())
A.register(int); print(isinstance(3, A), issubclass(bool, A), isinstance('', A), type(A))
class M(metaclass=ABCMeta):
    @classmethod
    def __subclasshook__(cls, C): return hasattr(C, 'quack') or NotImplemented
class Dk:
    def quack(self): pass
print(isinstance(Dk(), M), issubclass(int, M))

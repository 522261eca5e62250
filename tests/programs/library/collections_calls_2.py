def t(s, f):
    try:
        r = f()
        print(s, '->', type(r).__name__, repr(r))
    except Exception as e:
        print(s, '!!', type(e).__name__, e)
import collections as C, collections.abc
from collections import *
c = Counter('aab')
c += Counter('b'); c -= Counter('a'); c |= Counter('q'); c &= Counter('qqb')
del c['nope']
dd = defaultdict(list); dd['a'].append(1); dd['b']
od = OrderedDict([('a', 1), ('b', 2), ('c', 3)])
d = deque([1, 2, 3])
d = deque(range(5), maxlen=3); d.append(9); d.appendleft(8)
d[0] = 7; del d[1]
d += [1, 2]
P = namedtuple('P', 'x y')
t('P()', lambda: (P()))
t('P(1, 2, x=1)', lambda: (P(1, 2, x=1)))
t('P(1, 2).z', lambda: (P(1, 2).z))
t("setattr(P(1, 2), 'x', 5)", lambda: (setattr(P(1, 2), 'x', 5)))
t("setattr(P(1, 2), 'q', 5)", lambda: (setattr(P(1, 2), 'q', 5)))
t('P(1, 2)._replace(z=1)', lambda: (P(1, 2)._replace(z=1)))
t('P._make([1])', lambda: (P._make([1])))
t('P._make([1, 2, 3])', lambda: (P._make([1, 2, 3])))
t('P._make(5)', lambda: (P._make(5)))
t('P(1, 2)[5]', lambda: (P(1, 2)[5]))
t('P(1, 2) + 5', lambda: (P(1, 2) + 5))
t("namedtuple('Q', ['a', 'b'], defaults=[1])(5), namedtuple('Q', 'a, b', defaults=(1, 2))(), namedtuple('Q', 'a def a', rename=True)._fields, namedtuple('Q', '')(), namedtuple('Q', 'a', module='m').__module__", lambda: (namedtuple('Q', ['a', 'b'], defaults=[1])(5), namedtuple('Q', 'a, b', defaults=(1, 2))(), namedtuple('Q', 'a def a', rename=True)._fields, namedtuple('Q', '')(), namedtuple('Q', 'a', module='m').__module__))
t("namedtuple('Q', 'a b', defaults=[1])._field_defaults, namedtuple('Q', 'a b', defaults=[1])", lambda: (namedtuple('Q', 'a b', defaults=[1])._field_defaults, namedtuple('Q', 'a b', defaults=[1])))
t("namedtuple('Q', 'a a')", lambda: (namedtuple('Q', 'a a')))
t("namedtuple('Q', '_a')", lambda: (namedtuple('Q', '_a')))
t("namedtuple('Q', 'def')", lambda: (namedtuple('Q', 'def')))
t("namedtuple('1Q', 'a')", lambda: (namedtuple('1Q', 'a')))
t("namedtuple('class', 'a')", lambda: (namedtuple('class', 'a')))
t("namedtuple('Q', 'a', defaults=[1, 2])", lambda: (namedtuple('Q', 'a', defaults=[1, 2])))
t("namedtuple('Q', ['a b'])", lambda: (namedtuple('Q', ['a b'])))
t("namedtuple('Q')", lambda: (namedtuple('Q')))
t("namedtuple(5, 'a')", lambda: (namedtuple(5, 'a')))
t("namedtuple('Q', 5)", lambda: (namedtuple('Q', 5)))
t("UserDict({'a': 1}), UserDict(a=1), UserDict().data, UserList([1, 2]), UserList('ab').data, UserString('abc'), UserString('abc').upper(), UserList([1]) + [2], UserList([3, 1])[0], UserString('a') + 'b', UserDict({'a': 1}) | {'b': 2}, UserList([1, 2]) == [1, 2], len(UserString('abc')), UserString('abc')[1], UserList([1, 2])[:1], UserString(5), UserDict({'a': 1}) == {'a': 1}, 'a' in UserDict(a=1), UserString('hello').replace('l', 'L'), repr(UserString('x')), hash(UserString('x')) == hash('x')", lambda: (UserDict({'a': 1}), UserDict(a=1), UserDict().data, UserList([1, 2]), UserList('ab').data, UserString('abc'), UserString('abc').upper(), UserList([1]) + [2], UserList([3, 1])[0], UserString('a') + 'b', UserDict({'a': 1}) | {'b': 2}, UserList([1, 2]) == [1, 2], len(UserString('abc')), UserString('abc')[1], UserList([1, 2])[:1], UserString(5), UserDict({'a': 1}) == {'a': 1}, 'a' in UserDict(a=1), UserString('hello').replace('l', 'L'), repr(UserString('x')), hash(UserString('x')) == hash('x')))
t("UserDict()['z']", lambda: (UserDict()['z']))
t('UserList([1])[5]', lambda: (UserList([1])[5]))
class MD(dict):
    def __missing__(self, k): return k * 2
t("MD()['ab'], MD().get('ab'), MD({1: 2}), MD(a=1)", lambda: (MD()['ab'], MD().get('ab'), MD({1: 2}), MD(a=1)))
t("C.abc.Sized, isinstance([], C.abc.Sequence), isinstance({}, C.abc.Mapping), isinstance(set(), C.abc.MutableSet), isinstance('', C.abc.Iterable), isinstance(5, C.abc.Hashable), isinstance([], C.abc.Hashable), issubclass(dict, C.abc.MutableMapping), isinstance(iter([]), C.abc.Iterator), isinstance((x for x in []), C.abc.Generator), isinstance(len, C.abc.Callable), isinstance(range(3), C.abc.Sequence), isinstance({}.keys(), C.abc.KeysView), isinstance(deque(), C.abc.MutableSequence), isinstance({}.items(), C.abc.Set), isinstance(reversed([]), C.abc.Iterator), isinstance(5, C.abc.Sized), isinstance(object(), C.abc.Container)", lambda: (C.abc.Sized, isinstance([], C.abc.Sequence), isinstance({}, C.abc.Mapping), isinstance(set(), C.abc.MutableSet), isinstance('', C.abc.Iterable), isinstance(5, C.abc.Hashable), isinstance([], C.abc.Hashable), issubclass(dict, C.abc.MutableMapping), isinstance(iter([]), C.abc.Iterator), isinstance((x for x in []), C.abc.Generator), isinstance(len, C.abc.Callable), isinstance(range(3), C.abc.Sequence), isinstance({}.keys(), C.abc.KeysView), isinstance(deque(), C.abc.MutableSequence), isinstance({}.items(), C.abc.Set), isinstance(reversed([]), C.abc.Iterator), isinstance(5, C.abc.Sized), isinstance(object(), C.abc.Container)))
t('C.abc.Sequence()', lambda: (C.abc.Sequence()))
t('C.abc.Mapping()', lambda: (C.abc.Mapping()))
class Seq(C.abc.Sequence):
    def __init__(self, d): self.d = d
    def __len__(self): return len(self.d)
    def __getitem__(self, i): return self.d[i]
t("list(Seq('abc')), 'b' in Seq('abc'), Seq('abc').index('c'), Seq('aab').count('a'), list(reversed(Seq('abc')))", lambda: (list(Seq('abc')), 'b' in Seq('abc'), Seq('abc').index('c'), Seq('aab').count('a'), list(reversed(Seq('abc')))))
t("Seq('abc').index('z')", lambda: (Seq('abc').index('z')))
class MS(C.abc.MutableSequence):
    def __init__(self): self.d = []
    def __len__(self): return len(self.d)
    def __getitem__(self, i): return self.d[i]
    def __setitem__(self, i, v): self.d[i] = v
    def __delitem__(self, i): del self.d[i]
    def insert(self, i, v): self.d.insert(i, v)
m = MS(); m.append(1); m.extend([2, 3]); m.reverse(); m += [9]
t('m.d, m.pop(), m.pop(0), m.remove(2), m.d, m.clear(), m.d', lambda: (m.d, m.pop(), m.pop(0), m.remove(2), m.d, m.clear(), m.d))
t('m.remove(99)', lambda: (m.remove(99)))
t('m.pop()', lambda: (m.pop()))
class MM(C.abc.MutableMapping):
    def __init__(self, *a, **k): self.d = dict(*a, **k)
    def __len__(self): return len(self.d)
    def __getitem__(self, i): return self.d[i]
    def __setitem__(self, i, v): self.d[i] = v
    def __delitem__(self, i): del self.d[i]
    def __iter__(self): return iter(self.d)
m = MM(a=1, b=2)
t("list(m.items()), list(m.keys()), list(m.values()), m.get('a'), m.get('z', 0), m.pop('a'), m.setdefault('q', 7), m.update(x=1), m.d, 'x' in m, m == {'b': 2, 'q': 7, 'x': 1}, m.popitem(), dict(m), {**m}, m.keys() & {'b'}, len(m.items()), repr(m.keys())[:10]", lambda: (list(m.items()), list(m.keys()), list(m.values()), m.get('a'), m.get('z', 0), m.pop('a'), m.setdefault('q', 7), m.update(x=1), m.d, 'x' in m, m == {'b': 2, 'q': 7, 'x': 1}, m.popitem(), dict(m), {**m}, m.keys() & {'b'}, len(m.items()), repr(m.keys())[:10]))
t("m.pop('zzz')", lambda: (m.pop('zzz')))
t("m['zzz']", lambda: (m['zzz']))
class St(C.abc.Set):
    def __init__(self, e=()): self.e = list(dict.fromkeys(e))
    def __contains__(self, x): return x in self.e
    def __iter__(self): return iter(self.e)
    def __len__(self): return len(self.e)
t("(St('ab') | St('bc')).e, (St('ab') & St('bc')).e, (St('ab') - St('bc')).e, (St('ab') ^ St('bc')).e, St('a') < St('ab'), St('ab') == St('ba'), St('a').isdisjoint(St('b')), St('ab') <= {'a', 'b'}, St('ab') == {'a', 'b'}", lambda: ((St('ab') | St('bc')).e, (St('ab') & St('bc')).e, (St('ab') - St('bc')).e, (St('ab') ^ St('bc')).e, St('a') < St('ab'), St('ab') == St('ba'), St('a').isdisjoint(St('b')), St('ab') <= {'a', 'b'}, St('ab') == {'a', 'b'}))
class Abs(C.abc.Iterator): pass
t('Abs()', lambda: (Abs()))
class Dk:
    def __len__(self): return 1
    def __iter__(self): return iter([])
    def __contains__(self, x): return False
t('isinstance(Dk(), C.abc.Sized), isinstance(Dk(), C.abc.Collection), issubclass(Dk, C.abc.Iterable), isinstance(Dk(), C.abc.Sequence)', lambda: (isinstance(Dk(), C.abc.Sized), isinstance(Dk(), C.abc.Collection), issubclass(Dk, C.abc.Iterable), isinstance(Dk(), C.abc.Sequence)))

def t(s, f):
    try:
        r = f()
        print(s, '->', type(r).__name__, repr(r))
    except Exception as e:
        print(s, '!!', type(e).__name__, e)
import itertools as it, operator as op, functools, heapq, bisect
L = list
t("op.add('a', 1)", lambda: (op.add('a', 1)))
t('op.length_hint(5, 3), op.length_hint(iter([1, 2]))', lambda: (op.length_hint(5, 3), op.length_hint(iter([1, 2]))))
t("op.length_hint([], 'a')", lambda: (op.length_hint([], 'a')))
t("op.itemgetter(1)([1, 2]), op.itemgetter(0, 2)('abc'), op.itemgetter('a')({'a': 1}), op.itemgetter(slice(1, 3))('abcd'), op.itemgetter(-1)([1, 2])", lambda: (op.itemgetter(1)([1, 2]), op.itemgetter(0, 2)('abc'), op.itemgetter('a')({'a': 1}), op.itemgetter(slice(1, 3))('abcd'), op.itemgetter(-1)([1, 2])))
t('op.itemgetter()', lambda: (op.itemgetter()))
t('op.itemgetter(5)([1])', lambda: (op.itemgetter(5)([1])))
t("op.attrgetter('real')(5), op.attrgetter('real', 'imag')(5), op.attrgetter('real.imag')(5)", lambda: (op.attrgetter('real')(5), op.attrgetter('real', 'imag')(5), op.attrgetter('real.imag')(5)))
t("op.attrgetter('foo')(5)", lambda: (op.attrgetter('foo')(5)))
t('op.attrgetter(5)', lambda: (op.attrgetter(5)))
t('op.attrgetter()', lambda: (op.attrgetter()))
t("op.methodcaller('upper')('a'), op.methodcaller('split', ',')('a,b'), op.methodcaller('split', sep=',', maxsplit=1)('a,b,c')", lambda: (op.methodcaller('upper')('a'), op.methodcaller('split', ',')('a,b'), op.methodcaller('split', sep=',', maxsplit=1)('a,b,c')))
t('op.methodcaller()', lambda: (op.methodcaller()))
t('op.methodcaller(5)', lambda: (op.methodcaller(5)))
t("op.methodcaller('foo')(5)", lambda: (op.methodcaller('foo')(5)))
t("repr(op.itemgetter(1)), repr(op.itemgetter(1, 'a')), repr(op.attrgetter('a.b')), repr(op.methodcaller('x', 1, k=2)), repr(op.add), op.__add__(1, 2)", lambda: (repr(op.itemgetter(1)), repr(op.itemgetter(1, 'a')), repr(op.attrgetter('a.b')), repr(op.methodcaller('x', 1, k=2)), repr(op.add), op.__add__(1, 2)))
t('op.iadd([1], [2]), op.imul([1], 2), op.ior({1}, {2}), op.iconcat([1], [2]), op.setitem([1], 0, 2), op.delitem([1], 0), op.isub(5, 2), op.ipow(2, 3)', lambda: (op.iadd([1], [2]), op.imul([1], 2), op.ior({1}, {2}), op.iconcat([1], [2]), op.setitem([1], 0, 2), op.delitem([1], 0), op.isub(5, 2), op.ipow(2, 3)))
t("functools.reduce(op.add, [1, 2, 3]), functools.reduce(op.add, [], 5), functools.reduce(lambda a, b: a * b, range(1, 6)), functools.reduce(op.add, 'abc', '>')", lambda: (functools.reduce(op.add, [1, 2, 3]), functools.reduce(op.add, [], 5), functools.reduce(lambda a, b: a * b, range(1, 6)), functools.reduce(op.add, 'abc', '>')))
t('functools.reduce(op.add, [])', lambda: (functools.reduce(op.add, [])))
t('functools.reduce(op.add)', lambda: (functools.reduce(op.add)))
t('functools.reduce(op.add, 5)', lambda: (functools.reduce(op.add, 5)))
t("functools.partial(int, base=2)('101'), functools.partial(print, 1).func, functools.partial(pow, 2).args, functools.partial(int, base=2).keywords, repr(functools.partial(pow, 2)), repr(functools.partial(int, base=2)), functools.partial(functools.partial(pow, 2), 3)()", lambda: (functools.partial(int, base=2)('101'), functools.partial(print, 1).func, functools.partial(pow, 2).args, functools.partial(int, base=2).keywords, repr(functools.partial(pow, 2)), repr(functools.partial(int, base=2)), functools.partial(functools.partial(pow, 2), 3)()))
t('functools.partial()', lambda: (functools.partial()))
t('functools.partial(5)', lambda: (functools.partial(5)))
t('functools.cmp_to_key(lambda a, b: b - a)(1) < functools.cmp_to_key(lambda a, b: b - a)(2), sorted([3, 1, 2], key=functools.cmp_to_key(lambda a, b: b - a))', lambda: (functools.cmp_to_key(lambda a, b: b - a)(1) < functools.cmp_to_key(lambda a, b: b - a)(2), sorted([3, 1, 2], key=functools.cmp_to_key(lambda a, b: b - a))))
@functools.lru_cache(maxsize=2)
def f(x): return x * 2
t('f(1), f(2), f(1), f(3), f(2), f.cache_info(), f.cache_parameters(), f.__wrapped__(5), f.__name__', lambda: (f(1), f(2), f(1), f(3), f(2), f.cache_info(), f.cache_parameters(), f.__wrapped__(5), f.__name__))
t('f([])', lambda: (f([])))
t('f.cache_clear(), f.cache_info()', lambda: (f.cache_clear(), f.cache_info()))
@functools.cache
def g(*a, **k): return (a, k)
t('g(1), g(1, b=2), g(1.0), g(1), g.cache_info(), g.cache_parameters()', lambda: (g(1), g(1, b=2), g(1.0), g(1), g.cache_info(), g.cache_parameters()))
@functools.lru_cache
def h(x, y=2): return x + y
t('h(1), h(1, 2), h(1, y=2), h.cache_info()', lambda: (h(1), h(1, 2), h(1, y=2), h.cache_info()))
t("functools.lru_cache(maxsize='a')", lambda: (functools.lru_cache(maxsize='a')))
t('functools.lru_cache(typed=True)(lambda x: x)(1)', lambda: (functools.lru_cache(typed=True)(lambda x: x)(1)))
@functools.singledispatch
def sd(x): return 'obj'
@sd.register
def _(x: int): return 'int'
@sd.register(str)
def _(x): return 'str'
@sd.register(list)
@sd.register(tuple)
def _(x): return 'seq'
@sd.register
def _(x: float | complex): return 'num'
t("sd(1), sd('a'), sd([]), sd(()), sd(1.5), sd(1j), sd(None), sd(True), sd.dispatch(bool) is sd.dispatch(int), sorted(k.__name__ for k in sd.registry)", lambda: (sd(1), sd('a'), sd([]), sd(()), sd(1.5), sd(1j), sd(None), sd(True), sd.dispatch(bool) is sd.dispatch(int), sorted(k.__name__ for k in sd.registry)))
t('sd()', lambda: (sd()))
@functools.total_ordering
class T:
    def __init__(self, x): self.x = x
    def __eq__(self, o): return self.x == o.x
    def __lt__(self, o): return self.x < o.x
t('T(1) < T(2), T(1) <= T(2), T(1) > T(2), T(1) >= T(1), T(1) != T(2), T(2) <= T(1)', lambda: (T(1) < T(2), T(1) <= T(2), T(1) > T(2), T(1) >= T(1), T(1) != T(2), T(2) <= T(1)))
class CP:
    n = 0
    @functools.cached_property
    def v(self): CP.n += 1; return CP.n
    @functools.singledispatchmethod
    def m(self, x): return 'obj'
    @m.register
    def _(self, x: int): return 'int'
    pm = functools.partialmethod(lambda self, a, b: (a, b), 1)
c = CP()
t("c.v, c.v, c.__dict__, c.m(1), c.m('a'), c.pm(5)", lambda: (c.v, c.v, c.__dict__, c.m(1), c.m('a'), c.pm(5)))
@functools.wraps(f)
def w(): "doc"
t('w.__name__, w.__doc__, w.__wrapped__ is f', lambda: (w.__name__, w.__doc__, w.__wrapped__ is f))
t('functools.total_ordering(int) if 0 else 1', lambda: (functools.total_ordering(int) if 0 else 1))
t("functools.total_ordering(type('X', (), {}))", lambda: (functools.total_ordering(type('X', (), {}))))
t("heapq.nsmallest(2, [3, 1, 2]), heapq.nlargest(2, [3, 1, 2]), heapq.nsmallest(2, ['bb', 'a'], key=len), heapq.nlargest(0, [1]), heapq.nsmallest(10, [2, 1]), heapq.nlargest(1, [1, 5, 3]), L(heapq.merge([1, 3], [2, 4])), L(heapq.merge([3, 1], [4, 2], reverse=True)), L(heapq.merge(['a', 'ccc'], ['bb'], key=len))", lambda: (heapq.nsmallest(2, [3, 1, 2]), heapq.nlargest(2, [3, 1, 2]), heapq.nsmallest(2, ['bb', 'a'], key=len), heapq.nlargest(0, [1]), heapq.nsmallest(10, [2, 1]), heapq.nlargest(1, [1, 5, 3]), L(heapq.merge([1, 3], [2, 4])), L(heapq.merge([3, 1], [4, 2], reverse=True)), L(heapq.merge(['a', 'ccc'], ['bb'], key=len))))
hh = [5, 3, 1, 4]; heapq.heapify(hh)
t('hh, heapq.heappush(hh, 0), heapq.heappop(hh), heapq.heappushpop(hh, 2), heapq.heapreplace(hh, 9), hh', lambda: (hh, heapq.heappush(hh, 0), heapq.heappop(hh), heapq.heappushpop(hh, 2), heapq.heapreplace(hh, 9), hh))
t('heapq.heappop([])', lambda: (heapq.heappop([])))
t('heapq.heapreplace([], 1)', lambda: (heapq.heapreplace([], 1)))
t('heapq.heapify((1, 2))', lambda: (heapq.heapify((1, 2))))
t('heapq.heappush(5, 1)', lambda: (heapq.heappush(5, 1)))
t("heapq.heappush([1], 'a')", lambda: (heapq.heappush([1], 'a')))
t("heapq.heapify([1, 'a'])", lambda: (heapq.heapify([1, 'a'])))
t("bisect.bisect([1, 2, 2, 3], 2), bisect.bisect_left([1, 2, 2, 3], 2), bisect.bisect_right([1, 2], 5), bisect.bisect([1, 2, 3], 2, 2), bisect.bisect([1, 2, 3], 2, hi=1), bisect.bisect_left([{'a': 1}, {'a': 3}], 2, key=lambda d: d['a'])", lambda: (bisect.bisect([1, 2, 2, 3], 2), bisect.bisect_left([1, 2, 2, 3], 2), bisect.bisect_right([1, 2], 5), bisect.bisect([1, 2, 3], 2, 2), bisect.bisect([1, 2, 3], 2, hi=1), bisect.bisect_left([{'a': 1}, {'a': 3}], 2, key=lambda d: d['a'])))
bl = [1, 3]; bisect.insort(bl, 2); bisect.insort_left(bl, 2); bisect.insort_right(bl, 5, key=lambda x: x)
t('bl', lambda: (bl))
t("bisect.bisect([1], 'a')", lambda: (bisect.bisect([1], 'a')))
t('bisect.bisect([1], 1, -1)', lambda: (bisect.bisect([1], 1, -1)))
t('bisect.bisect(5, 1)', lambda: (bisect.bisect(5, 1)))
t('bisect.bisect([1])', lambda: (bisect.bisect([1])))
t('bisect.bisect([1, 2], 1, lo=0, hi=5)', lambda: (bisect.bisect([1, 2], 1, lo=0, hi=5)))

import sys, os, io, itertools, collections, functools, operator
from itertools import *
def take(n, it): return list(islice(it, n))
def grouper(it, n, fill=None): return zip_longest(*[iter(it)] * n, fillvalue=fill)
def roundrobin(*its):
    its = deque_ = collections.deque(map(iter, its))
    while its:
        try:
            while True:
                yield next(its[0]); its.rotate(-1)
        except StopIteration:
            its.popleft()
def powerset(it): s = list(it); return chain.from_iterable(combinations(s, r) for r in range(len(s) + 1))
def unique_everseen(it, key=None):
    seen = set()
    for x in it:
        k = x if key is None else key(x)
        if k not in seen: seen.add(k); yield x
def sliding(it, n):
    it = iter(it); w = collections.deque(islice(it, n - 1), maxlen=n)
    for x in it: w.append(x); yield tuple(w)
def primes():
    yield 2; D = {}
    for q in count(3, 2):
        p = D.pop(q, None)
        if p: 
            x = q + 2 * p
            while x in D: x += 2 * p
            D[x] = p
        else: D[q * q] = q; yield q
print(take(5, count(10)), list(grouper('abcdefg', 3, 'x')), list(roundrobin('abc', 'd', 'ef')))
print(list(powerset([1, 2, 3])), ''.join(unique_everseen('AAbBCca', str.lower)), list(sliding(range(5), 3)))
print(take(12, primes()), sum(takewhile(lambda p: p < 100, primes())))
a, b = tee(range(4)); next(b, None); print(list(zip(a, b)), list(pairwise('abcd')))
print([(k, len(list(g))) for k, g in groupby('aaabbc')], list(starmap(pow, [(2, 5), (3, 2)])), list(compress('ABCDEF', [1, 0, 1, 0, 1, 1])))
print(list(batched(range(7), 3)), list(product([0, 1], repeat=2)), list(permutations('abc', 2))[:4], list(dropwhile(str.isdigit, '12ab3')))
inv = collections.defaultdict(lambda: collections.defaultdict(int))
for l in ['a b a', 'b c', 'a']:
    for w in l.split(): inv[w][l] += 1
print({k: dict(v) for k, v in inv.items()})
c = collections.ChainMap({'a': 1}, {'a': 2, 'b': 3}); print(c['a'], c['b'], dict(c), c.new_child({'b': 9})['b'])
c1, c2 = collections.Counter('hello'), collections.Counter('world'); print(c1 & c2, c1 | c2, c1 - c2, (c1 + c2).most_common(3), sum(c1.values()))
class LRU:
    def __init__(self, n): self.n = n; self.d = collections.OrderedDict()
    def get(self, k):
        if k not in self.d: return -1
        self.d.move_to_end(k); return self.d[k]
    def put(self, k, v):
        self.d[k] = v; self.d.move_to_end(k)
        if len(self.d) > self.n: self.d.popitem(last=False)
l = LRU(2); l.put(1, 1); l.put(2, 2); print(l.get(1)); l.put(3, 3); print(l.get(2), l.get(3), list(l.d.items()), l.d.keys(), l.d.values(), l.d.items())
class MyList(collections.UserList):
    def append(self, x): super().append(x * 2)
m = MyList([1]); m.append(5); print(m, m + [1], m[::-1], sorted(m), m.data, m == [1, 10])
class Lower(collections.UserDict):
    def __setitem__(self, k, v): super().__setitem__(k.lower(), v)
lo = Lower(A=1); lo['B'] = 2; print(lo, 'a' in lo, lo.get('b'), {**lo}, lo | {'C': 3})
path = 'ordinary.txt'
with open(path, 'w') as f:
    f.write('alpha,1\nbeta,2\n'); f.writelines(f'{x},{i}\n' for i, x in enumerate(['g', 'd'], 3)); print('last', 5, sep=',', file=f)
with open(path) as f:
    head = f.readline().strip(); rest = [l.rstrip('\n').split(',') for l in f]
print(head, rest, os.path.exists(path), os.path.basename(path), os.path.splitext(path)[1], os.path.getsize(path))
with open(path, 'a+') as f: f.write('x'); f.seek(0); print(len(f.read()))
with open(path, 'rb') as f: print(f.read(5), f.seek(-3, 2), f.read())
for i, line in enumerate(open(path), 1):
    if i > 2: break
    print(f'{i:02d}: {line}', end='')
os.remove(path); print(os.path.exists(path))
try: open(path)
except FileNotFoundError as e: print(e, e.errno, e.filename, e.strerror)
except OSError: print('os')
def memo(f):
    cache = {}
    @functools.wraps(f)
    def w(*a):
        if a not in cache: cache[a] = f(*a)
        return cache[a]
    w.cache = cache
    return w
@memo
def grid(r, c): return 1 if 0 in (r, c) else grid(r - 1, c) + grid(r, c - 1)
print(grid(16, 16), len(grid.cache))
print(functools.reduce(operator.xor, [1, 2, 3, 4]), list(map(operator.itemgetter(1), [(1, 'a'), (2, 'b')])), operator.methodcaller('count', 'a')('banana'))
old = sys.stdout; sys.stdout = io.StringIO(); print('captured'); got = sys.stdout.getvalue(); sys.stdout = old; print(repr(got))
print('%-10s|%5.2f|%+d|%x|%o|%e|%%|%r|%c' % ('left', 3.14159, 5, 255, 8, 12345.678, 'q', 65))
print('{:>{w}}|{!r}|{:,}|{:08.3f}|{:^+9d}|{[1]}|{.real}'.format('a', 'b', 1234567, 3.14159, 7, [1, 2], 3j, w=4))
print(sys.version_info[:2], sys.maxsize > 2**32, sys.byteorder, len(sys.argv))
print(*sorted({'b': 1, 'a': 2}.items(), key=lambda kv: kv[1], reverse=True), sep='; ', end='.\n')
sys.stderr.write('to stderr\n')
sys.exit('bye')

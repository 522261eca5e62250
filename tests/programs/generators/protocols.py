import itertools as it, operator
class Countdown:
    def __init__(self, n): self.n = n
    def __iter__(self): return self
    def __next__(self):
        if self.n <= 0: raise StopIteration
        self.n -= 1; return self.n + 1
print(list(Countdown(3)), [*Countdown(2)], sum(Countdown(4)), max(Countdown(3)), tuple(Countdown(2)), set(Countdown(2)), dict(zip("ab", Countdown(2))), 2 in Countdown(3), sorted(Countdown(3)))
def fib():
    a, b = 0, 1
    while True: yield a; a, b = b, a + b
print(list(it.islice(fib(), 10)), next(x for x in fib() if x > 100), list(it.takewhile(lambda x: x < 30, fib())))
def primes():
    D = {}; q = 2
    while 1:
        if q not in D: yield q; D[q*q] = [q]
        else:
            for p in D[q]: D.setdefault(p + q, []).append(p)
            del D[q]
        q += 1
print(*it.islice(primes(), 15))
def flatten(x):
    for i in x:
        if isinstance(i, (list, tuple)): yield from flatten(i)
        else: yield i
print(list(flatten([1, [2, [3, (4, [5])]], 6])))
def acc():
    total = 0
    while True:
        v = yield total
        if v is None: return total
        total += v
def deleg():
    r = yield from acc(); print("result", r); return r * 2
g = deleg(); next(g); print(g.send(5), g.send(7))
try: g.send(None)
except StopIteration as e: print(e.value)
print(list(it.chain([1], "ab", (2,))), list(it.chain.from_iterable([[1], [2, 3]])), list(it.product("ab", repeat=2)), list(it.permutations([1,2,3], 2)), list(it.combinations("abcd", 2)), list(it.combinations_with_replacement("ab", 2)))
print(list(it.accumulate([1,2,3,4])), list(it.accumulate([1,2,3], operator.mul, initial=10)), list(it.groupby("aabbc"))[0][0], [(k, list(g)) for k, g in it.groupby([1,1,2,3,3], key=lambda x: x % 2)], list(it.zip_longest("abc", [1], fillvalue="-")), list(it.starmap(pow, [(2,3),(3,2)])), list(it.compress("abcd", [1,0,1,0])), list(it.dropwhile(lambda x: x < 3, [1,3,2])), list(it.filterfalse(lambda x: x % 2, range(5))), list(it.pairwise([1,2,3])), list(it.batched("abcde", 2)), list(map(list, it.tee([1,2], 2))))
c = it.cycle("ab"); print([next(c) for _ in range(5)], list(it.islice(it.count(10, 5), 3)), list(it.repeat("x", 2)), list(it.islice(range(100), 5, 50, 15)))
print(list(zip([1,2,3], "ab")), list(enumerate("ab", start=1)), list(reversed([1,2])), list(map(lambda a, b: a + b, [1,2], [3,4])), list(filter(None, [0, 1, "", "a"])), any([]), all([]), list(zip(*[(1,2),(3,4)])))
try: list(zip([1], [1, 2], strict=True))
except ValueError as e: print(e)
try: list(zip([1,2], [1], [1], strict=True))
except ValueError as e: print(e)
i = iter([1,2,3]); print(next(i), list(i), next(i, "done"), list(i))
print(list(iter(iter([1,2,3,0,5]).__next__, 0)))
class Tree:
    def __init__(s, v, l=None, r=None): s.v, s.l, s.r = v, l, r
    def __iter__(s):
        if s.l: yield from s.l
        yield s.v
        if s.r: yield from s.r
    def __reversed__(s):
        if s.r: yield from reversed(s.r)
        yield s.v
        if s.l: yield from reversed(s.l)
    def __len__(s): return sum(1 for _ in s)
    def __contains__(s, x): return any(x == y for y in s)
    def __getitem__(s, i):
        if isinstance(i, slice): return list(s)[i]
        return list(s)[i]
t = Tree(4, Tree(2, Tree(1), Tree(3)), Tree(6))
print(list(t), list(reversed(t)), len(t), 3 in t, 9 in t, t[0], t[-1], t[1:3], [*t], bool(t))
a, *b, c = t; print(a, b, c)
class Seq:
    def __getitem__(self, i):
        if i >= 3: raise IndexError
        return i * 10
    def __len__(self): return 3
print(list(Seq()), list(reversed(Seq())), 20 in Seq(), [*Seq()])
ge = (x * y for x in range(3) for y in range(3) if x != y); print(list(ge), list(ge))
n = 10
lz = (n + x for x in range(2)); n = 20; print(list(lz))
m = [[1,2,3],[4,5,6]]
print([list(r) for r in zip(*m)], [x for r in m for x in r if x % 2], {x: x**2 for x in range(3)}, {x % 3 for x in range(9)}, [[j for j in range(i)] for i in range(3)], [(y := x + 1, y ** 2) for x in range(2)], y)
def g2():
    x = yield 1
    print("x", x)
    try: yield 2
    except GeneratorExit: print("exit"); raise
g = g2(); print(next(g), g.send("v")); g.close(); g.close()
def g3(): return (yield)
g = g3(); next(g)
try: g.send(5)
except StopIteration as e: print("ret", e.value)
g = g3()
try: g.send(5)
except TypeError as e: print(e)
def g4():
    try: yield
    except GeneratorExit: yield 1
g = g4(); next(g)
try: g.close()
except RuntimeError as e: print(e)
def g5(): yield g.gi_running; yield next(g)
g = g5(); print(next(g))
try: next(g)
except ValueError as e: print(e)
print(g.__name__, g.__qualname__, type(g).__name__, g.gi_frame is None if False else "")

import random as rm
from random import *
def t(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
for s in (0, 42, -5, 'hello', b'bytes', 3.5, 10**40, '', True):
    rm.seed(s); print(s, rm.random(), randint(1, 100), getrandbits(70), choice('abcdef'), uniform(1, 5))
rm.seed(1)
l = list(range(20)); shuffle(l); print(l, sample(range(1000), 5), sample(l, 7), sample(range(100000), 30)[:3], sample(['a', 'b'], 4, counts=[3, 5]))
print(choices('abc', k=5), choices([1, 2, 3], weights=[1, 5, 2], k=6), choices('ab', cum_weights=[1, 4], k=3))
print(gauss(), gauss(1, 2), normalvariate(), normalvariate(5, 1), triangular(1, 5, 2), triangular(), betavariate(1, 2), gammavariate(2, 1), gammavariate(.5, 1), gammavariate(1, 2), expovariate(1.5), vonmisesvariate(0, 4), vonmisesvariate(0, 0), paretovariate(3), weibullvariate(1, 1.5), lognormvariate(0, 1), binomialvariate(10, .3), binomialvariate(100, .4), binomialvariate(1000, .6), binomialvariate(), randbytes(5), randrange(10), randrange(5, 10), randrange(0, 100, 7), randrange(100, 0, -3), randrange(10**30))
st = getstate(); a = rm.random(); setstate(st); print(a == rm.random(), st[0], len(st[1]), st[1][:3], st[2])
r = Random(7); print(r.random(), r.randint(1, 6), r.gauss(0, 1), r.getrandbits(0), r.getrandbits(1), r.getrandbits(32), r.getrandbits(33))
t(lambda: randint(5, 1)); t(lambda: choice([])); t(lambda: sample([1], 2)); t(lambda: sample({1}, 1)); t(lambda: seed([])); t(lambda: choices([1], weights=[0])); t(lambda: randrange(0)); t(lambda: randrange(1, 2, 0)); t(lambda: choices([1,2], 3)); t(lambda: randrange(5, step=2)); t(lambda: randrange(1.5))
class R(Random):
    def random(self): return 0.25
r = R(); print(r.randint(1, 100), r.choice('abcd'), r.uniform(0, 8))
class G(Random):
    def getrandbits(self, k): return 1
print(G().randrange(10))
t(lambda: rm.getrandbits(-1)); 

import random, mymod
from random import random as rr, randint
random.seed(7)
def g(n):
    s = 0.0
    for i in range(n):
        s += random.random()
    return s
def h(n):
    s = 0
    for i in range(n):
        s += mymod.f(i) + mymod.K
    return s
def k(n):
    s = 0.0
    for i in range(n):
        s += rr() + randint(1, 6) + random.randrange(5)
    return s
def c(n):
    t = 0
    for i in range(n):
        t += mymod.C(i).v
    return t
print(g(300), h(300), k(100), c(200))
xs = list(range(10)); random.shuffle(xs); print(xs, random.choice(xs), random.sample(xs, 3), random.gauss(0, 1), random.uniform(1, 2))
r = random.Random(5); print(r.random(), r.randint(1, 100))
mymod.f = lambda x: -x
mymod.K = 7.5
print(h(10))
def patched(): return 0.5
random.random = patched
print(g(3))
try:
    mymod.zzz(3)
except AttributeError as e: print(e)
del mymod.f
try:
    h(3)
except AttributeError as e: print(e)
m2 = mymod
class M: K = 1; f = staticmethod(lambda x: 100)
mymod = M
print(h(3))
mymod = m2
import mymod
print(mymod.C(2).v)
h(2)

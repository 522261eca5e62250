# Fields of data classes and named tuples, and what takes them away.
from dataclasses import dataclass, field, asdict, replace, fields
from typing import ClassVar
import copy
@dataclass
class P:
    x: int
    y: float = 1.5
    tags: list = field(default_factory=list)
    count: ClassVar[int] = 0
    def move(self, d):
        self.x += d
        self.z = d
        return self
@dataclass(order=True)
class Q(P):
    w: int = 3
    def __post_init__(self):
        self.extra = self.w * 2
@dataclass(frozen=True)
class F:
    a: int
    b: int = 2
@dataclass(slots=True)
class S:
    a: int
    b: int = 2
    def total(self):
        return self.a + self.b
def dec(c):
    c.marked = True
    return c
@dec
@dataclass
class D:
    v: int
def work(n):
    t = 0
    for i in range(n):
        p = P(i)
        t += p.move(2).x + int(p.y)
        q = Q(i, 2.5, w=i)
        t += q.extra + q.w
        f = F(i)
        t += f.a + f.b
        s = S(i)
        t += s.total()
        d = D(i)
        t += d.v
    return t
print(work(100))
p = P(1)
print(p, p.__dict__, vars(Q(2)), asdict(p), replace(p, x=9), P(1) == P(1), Q(1) < Q(2))
p.move(3)
print(p.__dict__, list(p.__dict__), [f.name for f in fields(P)])
del p.y
print(p.y, p.__dict__)
p.y = "str"
print(p.y, work(3), p)
p.x = None
try:
    p.move(1)
except TypeError as e:
    print(e)
print(copy.copy(p), copy.deepcopy(Q(5)))
P.y = 7
r = P(4)
del r.y
print(r.y)
P.x = property(lambda self: 42)
try:
    print(P(3).x)
except AttributeError as e:
    print(e)
try:
    F(1).a = 3
except Exception as e:
    print(type(e).__name__, e)
print(F(1), S(1), D(1), D.marked, hash(F(1)) == hash(F(1)))
from collections import namedtuple
class Pair(namedtuple("Pair", "a b")):
    def swap(self):
        return Pair(self.b, self.a)
def total(pairs):
    t = 0
    for p in pairs:
        t += p.a * 2 - p.b
    return t
print(total([Pair(i, 1) for i in range(10)]), Pair(1, 2).swap())
Pair.a = property(lambda self: 100)
print(total([Pair(i, 1) for i in range(10)]))
calls = 0
def late_default():
    global calls
    calls += 1
    if calls == 3:
        E.b = property(lambda self: "changed", lambda self, v: None)
    return calls
@dataclass
class E:
    a: int = field(default_factory=late_default)
    b: int = 5
for i in range(4):
    e = E()
    print(e.a, e.b, list(e.__dict__))
e.__init__(7)
print(e.a, e.b)

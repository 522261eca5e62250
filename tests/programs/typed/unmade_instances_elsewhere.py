# Instances that are not made, with handlers, generators, closures, slots, super, identity, copies, late changes.
class Base:
    __slots__ = ("a",)
    def __init__(self, a):
        self.a = a
    def twice(self):
        return self.a * 2
class Sub(Base):
    __slots__ = ("b",)
    def __init__(self, a, b):
        super().__init__(a)
        self.b = b
    def both(self):
        return self.twice() + self.b
def slots(n):
    t = 0
    for i in range(n):
        s = Sub(i, 1)
        t += s.both()
        if i == 5:
            del s.b
            try:
                s.both()
            except AttributeError as e:
                print(e)
            try:
                s.zz = 1
            except AttributeError as e:
                print(e)
    return t
class Counter:
    def __init__(self):
        self.n = 0
        self.items = []
    def add(self, x):
        self.n += x
        self.items.append(x)
        return self
def counters(n):
    total = 0
    for i in range(n):
        c = Counter()
        c.add(i).add(i + 1)
        total += c.n + len(c.items)
    return total
def closure(n):
    c = Counter()
    def bump(x):
        c.add(x)
    for i in range(n):
        bump(i)
    return c.n
def gen(n):
    for i in range(n):
        c = Counter()
        c.add(i)
        yield c.n
        c.add(1)
        yield c.n
def broken(n):
    last = None
    for i in range(n):
        c = Counter()
        c.n = i
        if i == 3:
            last = c
            break
        if i % 2:
            continue
        last = c
    return last.n
def finals(n):
    out = []
    for i in range(n):
        c = Counter()
        try:
            c.n = 10 // (i - 1)
            if i == 3:
                return out, c.n
        except ZeroDivisionError:
            c.n = -1
        finally:
            out.append(c.n)
class Pt:
    def __init__(self, x=0, y=0):
        self.x = x
        self.y = y
    def __eq__(self, o):
        if not isinstance(o, Pt):
            return NotImplemented
        return self.x == o.x and self.y == o.y
    def __add__(self, o):
        if isinstance(o, (int, float)):
            return Pt(self.x + o, self.y + o)
        return Pt(self.x + o.x, self.y + o.y)
    def __radd__(self, o):
        return self + o
    def __neg__(self):
        return Pt(-self.x, -self.y)
    def __bool__(self):
        return self.x != 0 or self.y != 0
    def __abs__(self):
        return (self.x ** 2 + self.y ** 2) ** 0.5
    def __hash__(self):
        return hash((self.x, self.y))
    def __iadd__(self, o):
        self.x += o.x
        return self
def points(n):
    acc = Pt()
    hits = 0
    for i in range(n):
        p = Pt(i, y=i + 1)
        q = p + 1
        q = 1 + q
        if -p == Pt(-i, -i - 1):
            hits += 1
        if p == 3 or p != q:
            hits += 10
        if Pt(i % 2):
            hits += 100
        acc += q
        acc = acc + p
    return acc.x, acc.y, hits, abs(acc) > 1
def while_state(n):
    lo, hi = Pt(0, n), Pt(n, 0)
    steps = 0
    while lo.x < hi.x:
        mid = Pt((lo.x + hi.x) // 2, steps)
        if mid.x % 3:
            lo = Pt(mid.x + 1, lo.y)
        else:
            hi = mid
        steps += 1
    return lo.x, hi.y, steps
def maybe(n):
    best = None
    for i in range(n):
        p = Pt(i * 7 % 11, i)
        if best is None or p.x > best.x:
            best = p
    return best.x, best.y
def weak():
    import weakref
    p = Pt(1, 2)
    r = weakref.ref(p)
    return r().x, r() is p
def ids(n):
    seen = set()
    for i in range(n):
        p = Pt(i)
        q = p
        seen.add(id(p) == id(q))
    return seen
class Loud:
    def __init__(self, n):
        self.n = n
        if n == 2:
            raise ValueError("two")
def loud(n):
    out = []
    for i in range(n):
        try:
            out.append(Loud(i).n)
        except ValueError as e:
            out.append(str(e))
    return out
class Bad:
    def __init__(self, n):
        self.n = n
        return n
def bad():
    try:
        return Bad(3)
    except TypeError as e:
        return str(e)
print(slots(8), counters(10), closure(5), list(gen(3)), broken(9), finals(6))
print(points(9), while_state(100), maybe(20), weak(), ids(3), loud(4), bad())
print(points(9) == points(9))
import copy
def copies(n):
    t = 0
    for i in range(n):
        p = Pt(i, 2)
        q = copy.copy(p)
        q.x += 1
        t += p.x * 2 + q.x
        t += getattr(p, "y") + vars(q)["x"]
        setattr(p, "y", 5)
        t += p.y
        p.__dict__["x"] = 50
        t += p.x
    return t
print(copies(5))
def big(n):
    p = Pt(1, 1)
    for i in range(n):
        p = Pt(p.x * 10, p.y + 1)
    return p.x, p.y
print(big(30))
Pt.__init__ = lambda self, x=0, y=0: (setattr(self, "x", x + 1000), setattr(self, "y", y)) and None
print(big(3), points(2))

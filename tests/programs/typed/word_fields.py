# Fields that hold machine words, read in every way there is.
import copy
MASK = 0xFFFFFFFFFFFFFFFF

class Rng:
    def __init__(self, seed):
        self.state = seed
        self.calls = 0

    def next(self):
        self.calls += 1
        x = self.state
        x ^= (x << 13) & MASK
        x ^= x >> 7
        x ^= (x << 17) & MASK
        self.state = x
        return x

    def lcg(self):
        self.state = (self.state * 6364136223846793005 + 1442695040888963407) % 2**64
        return self.state >> 33

    def __eq__(self, other):
        return isinstance(other, Rng) and self.state == other.state

class Slotted:
    __slots__ = ("state", "other")
    def __init__(self, seed):
        self.state = seed & MASK
        self.other = None
    def step(self):
        self.state = (self.state * 0x9E3779B97F4A7C15) & MASK
        return self.state

class Hash:
    def __init__(self):
        self.state = 0xcbf29ce484222325
    def update(self, data):
        h = self.state
        for b in data:
            h ^= b
            h = (h * 0x100000001b3) & MASK
        self.state = h
    def digest(self):
        return "%016x" % self.state

class Sub(Rng):
    def __init__(self, seed):
        super().__init__(seed)
        self.extra = [1]

def by_name(o, name):
    return getattr(o, name)

def anything(o):
    return o.state

def main():
    r = Rng(88172645463325252)
    s = 0
    for i in range(2000):
        s = (s + r.next()) & MASK
    print(s, r.state, r.calls)
    for i in range(100):
        r.lcg()
    while r.state < 2**63:
        r.lcg()
    print(r.state, type(r.state).__name__, by_name(r, "state"), anything(r))
    print(vars(copy.copy(r)))
    print(copy.deepcopy(r).state == r.state)
    q = Rng(r.state)
    print(q == r, q.state is not None)
    print(r.__dict__)
    print(r.next(), r.state)
    r.state = "text"
    try:
        r.next()
    except TypeError as e:
        print("TypeError", e)
    r.state = -5
    print(r.lcg(), r.state)
    r.state = -5
    print(r.next())
    r.state = 2 ** 70
    print(r.lcg())
    del r.state
    try:
        print(r.next())
    except AttributeError as e:
        print(e)
    z = Slotted(1)
    for _ in range(50):
        z.step()
    print(z.state, anything(z), by_name(z, "state"), Slotted.state.__get__(z))
    while z.step() < 2**63:
        pass
    print(z.state, anything(z), by_name(z, "state"), Slotted.state.__get__(z), z.__getstate__() if 0 else "")
    h = Hash()
    h.update(b"hello world" * 20)
    print(h.digest(), h.state, f"{h.state:x}", hash(h.state))
    h2 = Hash()
    objs = [Rng(1), Sub(2), Slotted(3), h, h2]
    for o in objs:
        for _ in range(5):
            if isinstance(o, Rng):
                o.lcg()
            elif isinstance(o, Slotted):
                o.step()
        print(type(o).__name__, anything(o), o.state)
    d = {o.state: i for i, o in enumerate(objs)}
    print(sorted(d))
    u = Sub(7)
    u.late = 1
    del u.state
    u.state = 9
    for _ in range(30):
        u.next()
    print(u.__dict__, dir(u)[-6:])
    setattr(u, "state", MASK)
    print(u.lcg(), u.state)
    big = [Rng(i) for i in range(300)]
    for _ in range(20):
        for o in big:
            o.lcg(); o.next()
    print(sum(o.state for o in big), max(o.state for o in big))

main()


# a word made in __init__ that raises, an instance that does not leave
M = 2**64 - 1
class A:
    def __init__(self, s):
        self.h = (s * 0x9E3779B97F4A7C15) & M
        if s == 3:
            raise ValueError(self.h)
        self.g = self.h ^ 0xFFFF
    def mix(self, v):
        self.h = (self.h ^ v) * 0x9E3779B97F4A7C15 & M
        return self
def hashed(n):
    a = A(n)
    for i in range(n % 50):
        a.mix(i)
    return a.h
t = 0
for i in range(1000):
    try:
        t ^= hashed(i)
    except ValueError as e:
        print("raised", e)
print(t)
def swap(n):
    a = A(1)
    b = A(2)
    for i in range(n):
        a, b = b, a
        a.mix(i)
    return a, b
a, b = swap(9)
print(a.h, a.g, b.h, b.g)
class Lfg:
    def __init__(self):
        self.a = 1
        self.b = 0
    def next(self):
        self.a, self.b = (self.a + 0x9E3779B97F4A7C15) & M, self.a
        z = self.a
        z = ((z ^ (z >> 30)) * 0xBF58476D1CE4E5B9) & M
        z = ((z ^ (z >> 27)) * 0x94D049BB133111EB) & M
        return z ^ (z >> 31)
    def unit(self):
        return (self.next() >> 11) / 2**53
g = Lfg()
print([g.unit() for _ in range(3)], g.b)
try:
    print(A.__init__(g, 5), g.h, g.g)
except Exception as e:
    print(type(e))
def low(o):
    return o.h & 0xFFFF, o.h % 10, o.h // 3, o.h + 1, -o.h, o.h == o.g, o.h < o.g, bool(o.h), str(o.h), [o.h][0], (o.h, 1), o.h if o.h else 0
print(low(a), low(b))

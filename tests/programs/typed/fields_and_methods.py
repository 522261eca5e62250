class Vec:
    def __init__(self, x, y):
        self.x = x
        self.y = y
    def add(self, o):
        return Vec(self.x + o.x, self.y + o.y)
    def dot(self, o):
        return self.x * o.x + self.y * o.y
    def scale(self, k=2.0):
        return Vec(self.x * k, self.y * k)

class Shape:
    def __init__(self, n): self.n = n
    def area(self): return 0
    def name(self): return "shape"
class Circle(Shape):
    def __init__(self, r):
        super().__init__(1)
        self.r = r
    def area(self): return 3.0 * self.r * self.r
class Square(Shape):
    def __init__(self, a):
        super().__init__(4)
        self.a = a
    def area(self): return self.a * self.a

def run(n):
    v = Vec(0.0, 1.0)
    d = Vec(0.5, 0.25)
    s = 0.0
    for i in range(n):
        v = v.add(d)
        s += v.dot(d.scale(v.scale().x))
    return s, v.x, v.y

def shapes(n):
    l = []
    for i in range(n):
        if i % 2: l.append(Circle(float(i)))
        else: l.append(Square(i))
    t = 0
    for s in l:
        t += s.area()
        if s.name() != "shape": print("no")
    return t
print(run(1000))
print(shapes(1001))
def late():
    c = Circle(2.0)
    print(c.area())
    Circle.area = lambda self: 7
    print(c.area())
    c.area = lambda: 8
    print(c.area())
    d = Circle(1.0)
    print(d.area())
    del c.area
    print(c.area(), c.__dict__)
    d.__class__ = Square
    d.a = 5
    print(d.area(), d.__dict__)
late()
class Bad:
    def __init__(self, k):
        return k
def mk(k): return Bad(k)
mk(None)
try:
    mk(3)
except TypeError as e: print(e)
class C:
    count = 0
    def __init__(self):
        C.count += 1
        self.id = C.count
    def who(self): return self.id
def many():
    t = 0
    for i in range(1000):
        t += C().who()
    return t
print(many(), C.count)
class P:
    @property
    def v(self): return 4
    def __getattr__(self, n): return n
p = P()
print(p.v, p.zzz)
print(sorted([Vec(3, 1), Vec(1, 2), Vec(2, 0)], key=lambda v: v.x)[0].x)
try:
    Vec(1)
except TypeError as e: print(e)
try:
    v = Vec(1, 2); del v.x; v.dot(v)
except AttributeError as e: print(e)

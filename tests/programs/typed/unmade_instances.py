# Instances that need not be made: what shows that they would have been there.
class V:
    def __init__(self, x, y):
        self.x = x
        self.y = y
    def __add__(self, o):
        return V(self.x + o.x, self.y + o.y)
    def __sub__(self, o):
        return V(self.x - o.x, self.y - o.y)
    def __mul__(self, k):
        return V(self.x * k, self.y * k)
    def __eq__(self, o):
        return self.x == o.x and self.y == o.y
    def __lt__(self, o):
        return self.x < o.x
    def __getitem__(self, i):
        if i == 0:
            return self.x
        return self.y
    def dot(self, o):
        return self.x * o.x + self.y * o.y
    def __repr__(self):
        return f"V({self.x}, {self.y})"

class Late(V):
    pass

def accumulate(n):
    total = V(0.0, 0.0)
    for i in range(n):
        total = total + V(i * 1.0, 1.0)
    return total

def swap(n):
    a = V(1, 2)
    b = V(3, 4)
    for i in range(n):
        a, b = b, a
        a.x += 1
    return a.x, a.y, b.x, b.y, a is b

def previous(n):
    out = []
    prev = V(0, 0)
    for i in range(n):
        cur = V(i, i + 1)
        if prev is cur:
            out.append("same")
        if i % 3 == 0:
            out.append(prev.x + cur.y)
        prev = cur
    return out, prev.x

def overflow(n):
    p = V(2 ** 62, 1)
    q = V(1, 1)
    out = []
    for i in range(n):
        q = q * 1000003
        if i == n - 1:
            out.append(q)
        r = p + q
        out.append(r.x)
    return out

def alias(n):
    s = 0
    for i in range(n):
        a = V(i, 0)
        b = a
        b.x += 5
        a.y = b.x
        s += a.x + b.y
        if a is b:
            s += 1
        if a == V(i + 5, i + 5):
            s += 100
    return s

def escaping(n):
    kept = []
    for i in range(n):
        v = V(i, i)
        w = v + v
        if i % 2:
            kept.append(w)
        w.x += 1
        if i % 4 == 1:
            kept.append(w)
            w.y = -1
    return kept, kept[0] is kept[1]

def second_type(n):
    out = []
    for i in range(n):
        v = V(i, i)
        if i == 3:
            v.x = "str"
        if i == 4:
            v.y = None
        if i == 5:
            v.z = 9
            out.append(v.__dict__)
        try:
            w = v + V(1, 1)
            out.append(w.x)
        except TypeError as e:
            out.append(str(e))
    return out

def handled(n):
    v = V(0, 0)
    out = []
    for i in range(n):
        try:
            v = V(i, 10 // (i - 2))
            out.append(v.y)
        except ZeroDivisionError:
            out.append((v.x, v.y))
            v.x += 100
        finally:
            out.append(v.x)
    return out

def patch():
    a = V(1, 2)
    r = [(a + a).dot(a)]
    V.dot = lambda self, o: "patched"
    r.append((a + a).dot(a))
    V.__add__ = lambda self, o: V(100, 100)
    r.append((a + a).x)
    del V.dot
    try:
        r.append(a.dot(a))
    except AttributeError as e:
        r.append(str(e))
    return r

def deleted():
    v = V(1, 2)
    del v.x
    try:
        return v.x
    except AttributeError as e:
        return str(e), vars(v)

def late():
    v = V(1, 2)
    v.__class__ = Late
    return type(v).__name__, v.x, type(V(1, 2)).__name__

class Ray:
    def __init__(self, origin, direction):
        self.origin = origin
        self.direction = direction
    def at(self, t):
        return self.origin + self.direction * t

def nested(n):
    s = 0.0
    for i in range(n):
        r = Ray(V(0.5, 0.5), V(i * 1.0, 2.0))
        p = r.at(0.5)
        s += p.x + p.y + r.origin.x
        r.origin = p
        s += r.at(1.0).y
        if i == n - 1:
            keep = r
    return s, keep.origin, keep.direction

def conditional(n):
    out = 0
    for i in range(n):
        if i % 2:
            v = V(i, 1)
        else:
            v = V(1, i)
        out += v.x * 3 + v.y
        if i % 3 == 0:
            v = v * 2
        out += v.x
    return out, v

def cycle():
    v = V(1, 2)
    v.x = v
    w = v.x
    return w is v, w.x is v, v.y

def items(n):
    s = 0
    for i in range(n):
        v = V(i, 2 * i)
        s += v[0] + v[1]
        if v < V(5, 0):
            s += 1000
    return s

for f in (accumulate, swap, previous, overflow, alias, escaping, second_type, handled, nested, conditional, items):
    print(f.__name__, f(7))
print(cycle())
print(deleted())
print(late())
print(patch())
print(accumulate(3))
def fails(n):
    v = V(n, "a")
    return (v - V(1, 1)).x
fails(3)

# Fields that hold floats in all of the text, and how they may come to hold something else, or nothing.
class Ball:
    def __init__(self, x, v):
        self.x = x
        self.v = v
        self.hit = False
        self.half = self.x / 2.0

    def move(self, dt):
        self.x += self.v * dt
        if self.x > 10.0:
            self.v = -self.v
            self.hit = not self.hit
        return self.x

class Heavy(Ball):
    def __init__(self, x, v, mass):
        super().__init__(x, v)
        self.mass = mass
    def momentum(self):
        return self.mass * self.v

class Early:
    """Something sees it before all is there."""
    def __init__(self, a, other):
        self.a = a
        self.seen = self.look(other)
        self.b = a + 1.0
    def look(self, other):
        try:
            return self.a + self.b
        except AttributeError as e:
            return str(e)
    def total(self):
        return self.a + self.b

class Raises:
    made = []
    def __init__(self, a):
        self.a = a
        if a < 0.0:
            raise ValueError("negative")
        if a > 100.0:
            Raises.made.append(self)
            raise ValueError("large")
        self.b = a * 2.0
    def both(self):
        return self.a + self.b

class Loops:
    def __init__(self, n):
        for i in range(n):
            self.last = i * 1.5
        self.n = 1.0
    def get(self):
        return self.last + self.n

class Caught:
    def __init__(self, a):
        try:
            self.a = 1.0 / a
        except ZeroDivisionError:
            pass
        self.b = 0.0
    def sum(self):
        return self.a + self.b

class Again:
    depth = 0
    def __init__(self, a):
        self.a = a
        if Again.depth < 3:
            Again.depth += 1
            self.inner = Again(a / 2.0)
        self.b = a
    def sum(self):
        return self.a + self.b

class Slotted:
    __slots__ = ("x", "y")
    def __init__(self, x, y):
        self.x = x
        self.y = y
    def norm(self):
        return self.x * self.x + self.y * self.y

def attempt(f, *args):
    try:
        print(f(*args))
    except Exception as e:
        print(type(e).__name__, e)

def set_x(o, value):
    o.x = value

def steps(balls, n):
    t = 0.0
    for i in range(n):
        for b in balls:
            t += b.move(0.25)
    return t

def norms(points):
    t = 0.0
    for p in points:
        t += p.norm()
    return t

def main():
    balls = [Ball(float(i), 1.0 + i) for i in range(5)] + [Heavy(0.5, 2.0, 3.0)]
    print(steps(balls, 20), [b.hit for b in balls], balls[0].half)
    heavy = Heavy(1.0, 2.0, 3.0)
    print(heavy.momentum(), heavy.move(1.0))
    e = Early(1.0, None)
    print(e.seen, e.total())
    for a in (1.0, -1.0, 101.0):
        attempt(lambda: Raises(a).both())
    attempt(Raises.made[0].both)
    attempt(lambda: Loops(2).get())
    attempt(lambda: Loops(0).get())
    attempt(lambda: Caught(2.0).sum())
    attempt(lambda: Caught(0.0).sum())
    print(Again(8.0).sum())
    points = [Slotted(1.0, i * 1.0) for i in range(4)]
    print(norms(points))
    points[2].y = 7
    print(norms(points), points[2].norm())
    points[1].x = "text"
    attempt(norms, points)
    for value in (3, True, 10**30, "s", None):
        b = Ball(1.0, 2.0)
        set_x(b, value)
        attempt(b.move, 1.0)
        attempt(steps, [b, Ball(0.0, 1.0)], 3)
    print(steps(balls, 20))
main()

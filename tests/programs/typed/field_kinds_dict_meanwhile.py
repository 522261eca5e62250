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


import builtins
put = getattr(builtins, "setattr")
drop = getattr(builtins, "delattr")

def dict_of(o):
    return getattr(o, "__dict__")

def make_unmade(cls):
    return getattr(object, "__new__")(cls)

def balls_of():
    return [Ball(float(i), 1.0 + i) for i in range(5)]

# The store comes while typed code runs.
class Spoiler:
    def __init__(self, ball, at, how):
        self.ball = ball
        self.at = at
        self.how = how
    def step(self, i):
        if i == self.at:
            if self.how == 0:
                put(self.ball, "x", i)
            elif self.how == 1:
                drop(self.ball, "v")
            elif self.how == 2:
                dict_of(self.ball)["x"] = 5
            elif self.how == 3:
                self.keep = make_unmade(Ball)
        return 1.0
def run(ball, spoiler, n):
    t = 0.0
    for i in range(n):
        t += ball.x * spoiler.step(i) + ball.x
        ball.x += 0.5
    return t, ball.v
b = Ball(1.0, 2.0)
print(run(b, Spoiler(Ball(1.0, 2.0), 3, 2), 10))
attempt(run, b, Spoiler(b, 3, 2), 10)
print(b.x)
attempt(steps, [b], 2)

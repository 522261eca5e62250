# Fields that hold floats in all of the text, and how they may come to hold something else, or nothing.
import builtins

drop = getattr(builtins, "delattr")


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


def balls_of():
    return [Ball(float(i), 1.0 + i) for i in range(5)]


balls = balls_of()
print(steps(balls, 20))
drop(balls[1], "x")
attempt(steps, balls, 2)
balls[1].x = 1.0
print(steps(balls, 20))
p = [Slotted(1.0, 2.0), Slotted(3.0, 4.0)]
print(norms(p))
drop(p[0], "x")
attempt(norms, p)

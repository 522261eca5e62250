# Fields that hold floats in all of the text, and how they may come to hold something else, or nothing.
import builtins

put = getattr(builtins, "setattr")


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


def balls_of():
    return [Ball(float(i), 1.0 + i) for i in range(5)]


def other_init(self, x, v):
    self.x = x


balls = balls_of()
heavy = Heavy(1.0, 2.0, 3.0)
print(steps(balls, 20), heavy.momentum())
old = Ball.__init__
put(Ball, "__init__", other_init)
balls.append(Ball(1.0, 2.0))
heavy2 = Heavy(1.0, 2.0, 3.0)
put(Ball, "__init__", old)
attempt(steps, balls, 2)
attempt(heavy2.momentum)
print(heavy.momentum())
balls.pop()
print(steps(balls, 20))

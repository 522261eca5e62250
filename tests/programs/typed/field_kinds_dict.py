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


def dict_of(o):
    return getattr(o, "__dict__")


def balls_of():
    return [Ball(float(i), 1.0 + i) for i in range(5)]


balls = balls_of()
print(steps(balls, 20))
print(dict_of(balls[1]))
print(steps(balls, 20))
dict_of(balls[1])["x"] = 3
print(steps(balls, 20))
del dict_of(balls[1])["v"]
attempt(steps, balls, 2)

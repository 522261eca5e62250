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


# The store comes while typed code runs.
class Spoiler:
    def __init__(self, ball, at):
        self.ball = ball
        self.at = at

    def step(self, i):
        if i == self.at:
            drop(self.ball, "v")
        return 1.0


def run(ball, spoiler, n):
    t = 0.0
    for i in range(n):
        t += ball.x * spoiler.step(i) + ball.x
        ball.x += 0.5
    return t, ball.v


b = Ball(1.0, 2.0)
print(run(b, Spoiler(Ball(1.0, 2.0), 3), 10))
attempt(run, b, Spoiler(b, 3), 10)
print(b.x)
attempt(steps, [b], 2)

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


def unknown(o, name, value):
    for n in (name,):
        put(o, n, value)


class Sim:
    def __init__(self, n):
        self.time = 0.0
        self.done = False
        self.balls = [Ball(float(i), 0.5) for i in range(n)]

    def run(self, until):
        while not self.done:
            for b in self.balls:
                self.time += b.move(0.125) * 0.001
            if self.time > until:
                self.done = True
        return self.time


s = Sim(10)
print(s.run(1.0))
s.done = False
unknown(s, "time", 0)
print(s.run(1.0))
s.done = 0
print(s.run(2.0), s.done)
s.done = ""
s.time = 1
print(s.run(3.0))
o = s
for i in range(3):
    o.time = [1.5, 2, "x"][i]
    print(o.time)

import random
from collections import deque
random.seed(7)
class Cell:
    __slots__ = ("alive", "age")
    def __init__(self, alive=False): self.alive, self.age = alive, 0
class Elevator:
    def __init__(self): self.floor, self.queue, self.log = 0, deque(), []
    def call(self, *fs): self.queue.extend(fs); return self
    def step(self):
        if not self.queue: return False
        t = self.queue[0]
        if t == self.floor: self.queue.popleft(); self.log.append(f"open@{t}")
        else: self.floor += 1 if t > self.floor else -1
        return True
e = Elevator().call(3, 1, 4); n = 0
while e.step(): n += 1
print(n, e.log)
class Particle:
    def __init__(self, x, v): self.x, self.v = x, v
    def update(self, dt): self.x += self.v * dt; self.v *= 0.9
ps = [Particle(random.random(), random.uniform(-1, 1)) for _ in range(3)]
for _ in range(10):
    for p in ps: p.update(0.1)
print([f"{p.x:.4f}" for p in ps])
def monte(n):
    k = sum(1 for _ in range(n) if random.random() ** 2 + random.random() ** 2 <= 1)
    return 4 * k / n
print(monte(2000))
class Market:
    def __init__(self): self.price, self.hist = 100.0, []
    def tick(self):
        self.price *= 1 + random.gauss(0, 0.01); self.hist.append(round(self.price, 2))
m = Market()
for _ in range(5): m.tick()
print(m.hist, f"{max(m.hist):,.1f}")
deck = [f"{r}{s}" for s in "♠♥♦♣" for r in "A23456789TJQK"]; random.shuffle(deck); print(deck[:5], random.choice(deck))
grid = [[Cell(random.random() < 0.3) for _ in range(6)] for _ in range(4)]
def show(g): return "\n".join("".join("#" if c.alive else "." for c in r) for r in g)
print(show(grid))
dice = [random.randint(1, 6) + random.randint(1, 6) for _ in range(100)]
for v in range(2, 13): print(f"{v:2d} {'*' * dice.count(v)}")
def collatz(n):
    while n != 1: yield n; n = n // 2 if n % 2 == 0 else 3 * n + 1
    yield 1
print(*collatz(6), sep="->")
class LCG:
    def __init__(s, seed): s.s = seed
    def __iter__(s): return s
    def __next__(s): s.s = (1103515245 * s.s + 12345) % 2 ** 31; return s.s
g = LCG(1); print([next(g) for _ in range(3)])
words = "the cat sat on the mat the end".split(); chain = {}
for a, b in zip(words, words[1:]): chain.setdefault(a, []).append(b)
w = "the"; out = [w]
while w in chain and len(out) < 8: w = random.choice(chain[w]); out.append(w)
print(" ".join(out), chain)

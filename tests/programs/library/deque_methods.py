from collections import deque


def attempt(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)


d = deque([1, 2, 3])
d.append(4)
d.appendleft(0)
print(d, len(d), d[0], d[-1], d.pop(), d.popleft(), d)
d.extend([7, 8])
d.extendleft("ab")
print(d)
d.rotate(2)
print(d)
d.rotate(-3)
print(d, d.count(2), d.index(7), 8 in d, 99 in d)
d.reverse()
print(d, list(d), list(reversed(d)), d.copy() == d, d + deque([1]), deque([1]) * 3)
d.remove(7)
d.insert(1, "x")
d.insert(-1, "y")
d.insert(100, "z")
print(d)
del d[0]
d[0] = "first"
print(d, bool(deque()), deque() == deque(), deque([1]) < deque([2]))
m = deque(maxlen=3)
for i in range(6):
    m.append(i)
print(m, m.maxlen, deque([1, 2, 3], 2), deque("abc").maxlen)
m.appendleft("l")
m.extend([9, 9])
print(m)
m += [5]
print(m, m * 2)
d = deque([1, 2])
d.append(d)
print(d)
d.clear()
print(d)
attempt(lambda: d.pop())
attempt(lambda: d.popleft())
attempt(lambda: d[0])
attempt(lambda: deque([1]).remove(5))
attempt(lambda: deque([1]).index(5))
attempt(lambda: deque([1], 1).insert(0, 2))
attempt(lambda: deque(maxlen=-1))
attempt(lambda: deque(5))
attempt(lambda: hash(d))
attempt(lambda: deque([1])["a"])
attempt(lambda: deque([1]) + [2])


def mutate():
    x = deque([1, 2, 3])
    for v in x:
        x.append(v)


attempt(mutate)
q = deque([("a", 1)])
seen = []
while q:
    name, depth = q.popleft()
    seen.append(name * depth)
    if depth < 4:
        q.append((name, depth + 1))
print(seen)


class Stack(deque):
    def top(self):
        return self[-1]


s = Stack([1, 2])
s.append(3)
print(s.top(), s, type(s.copy()).__name__)
big = deque(range(1000))
for _ in range(500):
    big.append(big.popleft())
print(big[0], big[-1], len(big), sum(big))

"""Small dicts that grow, sets of all kinds of elements in set algebra, orders of sets of ints."""
import random


class Shown:
    def __init__(self, name, number):
        self.name = name
        self.number = number

    def __hash__(self):
        return self.number

    def __eq__(self, other):
        print("eq", self.name, getattr(other, "name", other))
        return self is other

    def __repr__(self):
        return self.name


def small_dicts():
    for n in range(1, 9):
        d = {}
        for i in range(n):
            d[str(i)] = i
            if i == 1:
                del d["0"]
        d.popitem()
        d["last"] = n
        print(list(d.items()), len(d))
    d = {"a": 1, "b": 2, "c": 3}
    e = {**d, "d": 4, "e": 5, "f": 6}
    d.update(e)
    d |= {"g": 7}
    print(d, e.copy(), dict(d) == d)
    try:
        for k in d:
            d[k + k] = 1
    except RuntimeError as error:
        print(error, len(d))
    d = {1: 1, 2: 2}
    seen = []
    try:
        for k in d:
            seen.append(k)
            if len(seen) < 8:
                del d[k]
                d[k + 10] = k
    except RuntimeError as error:
        print(error)
    print(seen, d)
    stack = {}
    for i in range(3000):
        stack[i] = i
        if i % 3:
            stack.popitem()
        if i % 50 == 0:
            stack.clear()
    print(list(stack))


def algebra():
    r = random.Random(11)
    for size in (3, 8, 40, 400):
        a = {r.randrange(size * 3) - size for _ in range(size)}
        b = {r.randrange(size * 3) - size for _ in range(size)}
        c = set(a)
        c ^= b
        for s in (a & b, a | b, a - b, a ^ b, c, b - a, b & a):
            print(list(s)[:20], sum(s))
        for x in range(size):
            c.discard(x)
            c.add(-x)
        print(list(c)[:20], list(c & a)[:20])
    big = {2**61 - 1, 2**61, 2**62, -(2**61), -1, -2, 0, 2**63 - 1, -(2**63)}
    print(list(big), list(big - {0}), list(big & {-1, -2, 2**61}), list(big ^ {-1, 5}))
    mixed = {1, 2.5, None, "s", (1, 2), True, False, 0.0}
    print(len(mixed), len(mixed & {1.0, "s", (1, 2), None}), len(mixed ^ {2.5, "t"}), len(mixed | {(1, 2), 3}))
    tuples = {(x, y) for x in range(5) for y in range(5)}
    print(len(tuples & {(1, 1), (9, 9)}), len(tuples - {(1, 1)}), len(tuples ^ {(1, 1), (9, 9)}))
    frozen = {frozenset((i % 3, i % 5)) for i in range(30)}
    print(len(frozen), frozenset((1, 2)) in frozen, {1, 2} in frozen)


def shown():
    a, b, c = Shown("a", 7), Shown("b", 7), Shown("c", 8)
    s = {a, 7, b, c}
    print("made")
    print(len(s & {7, a, b}))
    print(len(s - {c}))
    print(len(s ^ {a, 9}))
    s.symmetric_difference_update([b, 10])
    print(len(s))


def hashes():
    d = {}
    for i in range(200):
        d[i << 32] = i
        d[i * 2**20 + 1] = i
        d[-i] = i
        d[float(i)] = -i
    print(len(d), d[5], d[-5], d[5 << 32], d.get(6 * 2**20 + 1), d[2.0], (10**30 in d), d.get(-1), d.get(-2))
    d[2**61 - 1] = "m"
    print(d[0], d[-(2**61 - 1)] if -(2**61 - 1) in d else "none", d.get(2**61 - 1))
    for i in range(0, 200, 3):
        del d[i << 32]
    print(sum(1 for i in range(200) if i << 32 in d), len(d))
    for i in range(500):
        d[i, "x"] = i
    print(d[499, "x"], len(d), sum(v for v in d.values() if isinstance(v, int)))


small_dicts()
algebra()
shown()
hashes()

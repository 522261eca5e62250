"""Tuples that are only keys are not made; nothing may show it."""


class Loud:
    def __init__(self, name, same):
        self.name = name
        self.same = same

    def __hash__(self):
        print("hash", self.name)
        return 7

    def __eq__(self, other):
        print("eq", self.name, getattr(other, "name", other))
        return self.same


class Keyed:
    """Sees the keys it is asked for."""

    def __getitem__(self, key):
        return key

    def __setitem__(self, key, value):
        self.last = key, value

    def __contains__(self, key):
        return len(key) == 2


def count(cells):
    counts = {}
    for x, y in cells:
        for dx in (-1, 0, 1):
            place = (x + dx, y)
            counts[place] = counts.get(place, 0) + 1
    return counts


def walk(width, height):
    seen = {(0, 0)}
    queue = [(0, 0)]
    for x, y in queue:
        for dx, dy in ((1, 0), (0, 1)):
            n = (x + dx, y + dy)
            if n[0] < width and n[1] < height and n not in seen:
                seen.add(n)
                queue.append(n)
    same = 0
    for a in queue:
        for b in seen:
            if a is b:
                same += 1
    return len(queue), len(seen), same


def numbers():
    d = {}
    for a in (1, 1.0, True, 2**62, 2**61 - 1, -1, -2, 0, 0.0, False):
        d[a, 0] = d.get((a, 0), 0) + 1
        d[0, a, "t"] = a
    d[2**70, 0] = "big"
    nan = float("nan")
    d[nan, 0] = "nan"
    return d, (nan, 0) in d, (float("nan"), 0) in d, d[2**70, 0], (1.0, 0) in d


def texts():
    d = {}
    words = ["a", "b", "é", "\u4e2d", "\U0001f600", "\ud800", "ab"]
    for i, w in enumerate(words):
        for j, v in enumerate(words):
            d[w + v, i] = j
            d.setdefault((w, v), []).append(i * j)
    return len(d), d["a" + "b", 0], d["ab", 6] if ("ab", 6) in d else None, d["\ud800", "é"]


def loud():
    a, b = Loud("a", False), Loud("b", True)
    d = {}
    s = set()
    d[a, 1] = 1
    d[b, 1] = 2
    s.add((a, 1))
    s.add((b, 1))
    print((b, 1) in d, (a, 2) in s, d.get((b, 1)), len(d), len(s))


def errors():
    d, s = {(1, 2): 3}, {(1, 2)}
    for attempt in range(6):
        try:
            if attempt == 0:
                d[1, 3]
            elif attempt == 1:
                d[[], 3] = 1
            elif attempt == 2:
                print(([], 1) in s)
            elif attempt == 3:
                s.add((1, []))
            elif attempt == 4:
                d[1, 2] += "x"
            else:
                d[5, 6] += 1
        except (KeyError, TypeError) as error:
            print(type(error).__name__, error)
    key = (1, 2)
    try:
        d[key] = d[key] + d[key, 1]
    except KeyError as error:
        print(key, error)


def escapes(flag, x):
    pair = (x, x + 1)
    if flag:
        pair = (x, x + 2)
    known = {(3, 4): "near", (3, 5): "far"}
    if pair in known:
        text = known[pair]
    else:
        text = repr(pair)
    a, b = pair
    return text, a + b, pair, pair[-1], len(pair)


def nested(n):
    d = {}
    for i in range(n):
        key = ((i % 3, i % 2), "k")
        d[key] = d.get(key, 0) + i
    return sorted(d.items())


def grows():
    s = set()
    total = 0
    t = (0, 0)
    for i in range(2000):
        t = (t[1], i)
        s.add(t)
        if (i, i + 1) in s:
            total += 1
        if (i - 1, i) in s:
            total += 1
    big = 2**63 - 5
    for i in range(10):
        s.add((big + i, 1))
    return len(s), total, (2**63, 1) in s, (2**63 - 1, 1) in s


print(sorted(count([(0, 0), (1, 0), (5, 5)]).items()))
print(walk(4, 3))
print(numbers())
print(texts())
loud()
errors()
print(escapes(True, 3), escapes(False, 3), escapes(True, 9))
print(nested(12))
print(grows())
k = Keyed()
k[1, 2] = 3
print(k[4, 5], k.last, (1, 2) in k, (1, 2, 3) in k)
m = [[1, 2], [3, 4]]
try:
    print(m[0, 1])
except TypeError as error:
    print(error)
print((1, 2) in [(1, 2)], (1, 2) in ((1, 2), 3))

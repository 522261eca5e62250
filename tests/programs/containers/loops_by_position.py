"""Loops over tuples, sets, and keys and values of dicts: what leaves typed code in the middle goes on with the same iterator."""
from collections import defaultdict, deque


def leave_in_tuple(t):
    total = 1
    for x in t:
        total = total * x + 1
    return total


def constants():
    out = []
    for dx in (-1, 0, 1):
        for dy, dz in ((1, 2), (3, 4)):
            out.append(dx * dy + dz)
    for x in ():
        out.append(x)
    for x in (1, "a", 2.5, None):
        out.append(x)
    for x in (2**62, 2**62, 3):
        out.append(x * x)
    return out


def grown_set(n):
    s = {1, 2, 3}
    seen = 0
    try:
        for x in s:
            seen += 1
            if x == n:
                s.add(x + 100)
    except RuntimeError as e:
        print(e, seen)
    for x in s:
        if x == n:
            s.discard(x)
            s.add(x)
    return len(s)


def grown_dict(n):
    d = {1: "a", 2: "b", 3: "c"}
    try:
        for k in d:
            if k == n:
                d[k + 100] = "d"
    except RuntimeError as e:
        print(e)
    try:
        for v in d.values():
            if v == "b":
                del d[n]
    except RuntimeError as e:
        print(e)
    try:
        for k in d:
            del d[k]
            d[k + 1000] = 0
    except RuntimeError as e:
        print(e, len(d))
    for k in d.keys():
        d[k] = k
    return d


def overflow_in_set(s):
    total = 1
    for x in s:
        total *= x
    return total


def overflow_in_dict(d):
    total, keys = 1, 0
    for v in d.values():
        total *= v
    for k in d:
        keys = keys * 31 + k
    return total, keys


def mixed(s):
    out = []
    for x in s:
        out.append(x)
    return sorted(map(str, out))


def nested(d):
    pairs = 0
    for a in d:
        for b in d:
            for c in d.values():
                if a + b == c:
                    pairs += 1
    return pairs


def early(t, s, d):
    for x in t:
        if x > 2:
            break
    else:
        x = None
    for y in s:
        if y > 2:
            break
    for z in d:
        if z > 2:
            return x, y, z
    return x, y


class Sub(dict):
    def __iter__(self):
        return iter(["sub"])

    def values(self):
        return ["values"]


def over(d):
    out = []
    for k in d:
        out.append(k)
    for v in d.values():
        out.append(v)
    return out


def ring():
    q = deque([], 3)
    for i in range(6):
        q.append(i)
    r = deque()
    for i in range(40):
        r.append((i, i * i))
        if i % 3 == 0:
            a, b = r.popleft()
    try:
        while True:
            a, b = r.popleft()
    except IndexError as e:
        print(e, a, b)
    return list(q), len(r)


def members(s, f):
    return [x in s for x in range(-2, 3)], [x in f for x in (0, 63, 64, 2**61 - 1, 2**61, 2**62)], -1 in s, 10**20 in s


print(leave_in_tuple((2, 3)), leave_in_tuple((2**40, 2**40, 5)), leave_in_tuple((1.5, 2)))
print(constants())
print(grown_set(2), grown_set(9))
print(grown_dict(2))
print(overflow_in_set({2**40, 2**41, 3}), overflow_in_set({2, 3}), overflow_in_set({1.5}))
print(overflow_in_dict({10**i: 10**i for i in range(15)}), overflow_in_dict({1: 2}))
print(mixed({1, "x", None, (1, 2)}), mixed(frozenset({2, 3})))
print(nested({i: i * 2 for i in range(8)}))
print(early((1, 2, 3), {1, 5}, {1: 1, 7: 7}), early((1, 2), {1}, {1: 1}))
print(over({1: 2}), over(Sub()), over(defaultdict(int, {3: 4})))
print(ring())
print(members({-1, 0, 2}, frozenset({0, 63, 64.0, 2**61 - 1, 2.0**62})), members({1}, frozenset()), members({0.0, True}, {0}))

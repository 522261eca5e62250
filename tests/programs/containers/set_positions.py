"""Sets: removed and re-added elements, equal halves of hashes, numbers that are equal, elements with methods of their own."""


class Element:
    log = []

    def __init__(self, name, number):
        self.name, self.number = name, number

    def __hash__(self):
        return self.number

    def __eq__(self, other):
        Element.log.append((self.name, getattr(other, "name", other)))
        return isinstance(other, Element) and self.number == other.number


def halves():
    # Equal low halves of the hash, different hashes: equality is never asked.
    a, b = Element("a", 5), Element("b", 5 + (1 << 32))
    s = {a, b}
    print(len(s), Element.log, 5 in s, Element.log)
    Element.log.clear()
    print(Element("c", 5) in s, Element.log)
    Element.log.clear()
    t = {5, 5 + (1 << 32), 5 + (2 << 32), -5, 2**61 - 1 + 5}
    print(sorted(t), 5 in t, 5 + (3 << 32) in t, 2**61 + 4 in t)
    t.discard(5)
    print(5 in t, 5 + (1 << 32) in t, 2**61 + 4 in t)


def removed():
    s = set()
    for i in range(2000):
        s.add(i * 37 % 1009)
        if i % 3 == 0:
            s.discard(i * 11 % 1009)
        if i % 500 == 0:
            print(len(s), 0 in s, i in s, list(s)[:5])
    print(list(s)[:20], sum(s))
    while len(s) > 700:
        s.pop()
    s.add(-1)
    s.add(-2)
    print(list(s)[:20], -1 in s, -2 in s, -3 in s)


def equal_numbers():
    s = {1, 2.0, (1, 2), "x"}
    for v in (1.0, True, 2, 2 + 0j, (True, 2.0), (1, 3), "x", "y", 0, False, None):
        print(v, v in s, end="; ")
    print(len(s | {True, 1.0, 2, (1.0, 2.0)}))
    nan = float("nan")
    print(nan in {nan}, (nan,) in {(nan,)})
    print(0 in {False}, False in {0}, 0 in {0.0}, "" in {0}, {0: 1}.get(False), -1 in {-1, -2}, -2 in {-1})


def pairs():
    s = set()
    for x in range(-20, 20):
        for y in range(-20, 20):
            if (x * y) % 3:
                s.add((x, y))
    n = 0
    for x in range(-25, 25):
        for y in range(-25, 25):
            if (x, y) in s:
                n += 1
                s.discard((x, -y))
    print(n, len(s), (1, 1) in s, (1, 2, 3) in s, sorted(s)[:3])
    f = frozenset([(1, 2), (3, 4)])
    print((1, 2) in f, hash(f) == hash(frozenset([(3, 4), (1, 2)])), f <= {(1, 2), (3, 4), 5})


halves()
removed()
equal_numbers()
pairs()

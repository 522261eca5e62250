"""Look-ups by kind of key: what is equal across types, hashes that collide, keys whose methods raise or change the dict."""
from collections import OrderedDict, defaultdict


class Text(str):
    def __eq__(self, other):
        return str.__eq__(self, other)

    __hash__ = str.__hash__


class SameHash:
    def __init__(self, h, name):
        self.h, self.name = h, name

    def __hash__(self):
        return self.h

    def __eq__(self, other):
        return isinstance(other, SameHash) and self.name == other.name

    def __repr__(self):
        return self.name


def numbers():
    d = {}
    for k in (1, True, 1.0, 0, False, -0.0, 2**61 - 1, -1, -2, 2**64, float(2**64), -(2**63), 2**63, 1.5):
        d[k] = d.get(k, 0) + 1
    print(d)
    print(True in d, 1.0 in d, 2**61 - 1 in d, -1 in d, -2 in d, 1 << 64 in d, 3 in d)
    nan = float("nan")
    e = {nan: 1}
    print(e[nan], nan in e, len(e))
    print(hash(-1) == hash(-2), {-1: "a", -2: "b"})
    s = {1, True, 2.0, 63, 64, -1, 0}
    print(sorted(s), 2 in s, 2.0 in s, False in s, 63.0 in s, 64 in s, 65 in s, None in s, "1" in s)
    s.discard(True)
    s.discard(2)
    s.remove(63)
    print(sorted(s), 1 in s, 2 in s, 63 in s)
    s.add(True)
    print(1 in s, True in s, s - {64, -1, 0})
    t = s | {5, 6}
    t.discard(5)
    print(5 in t, 6 in t, 5 in s, sorted(t ^ {6, 7}), 7 in t)
    t.clear()
    print(6 in t, 0 in t, len(t))
    u = {3}
    u.add(SameHash(3, "three"))
    u.discard(3)
    print(3 in u, u, SameHash(3, "three") in u)
    u &= {SameHash(3, "three"), 9}
    print(9 in u, u)


def texts():
    d = {}
    for k in ("", "a", "ab", "abc", "abcd", "abcdefg", "abcdefgh", "abcdefghi", "x" * 16, "x" * 17, "é", "日本", "\ud800", "😀"):
        d[k] = len(d)
        d["".join(list(k))] += 100
    print([v for v in d.values()])
    print("abcdefgh" in d, "abcdefgx" in d, "xbcdefgh" in d, "abd" in d, "acc" in d, "x" * 15 + "y" in d)
    d[Text("abc")] = "subclass"
    print(d["abc"], d[Text("ab")], len(d), Text("zz") in d)
    d[Text("new")] = 1
    d["new"] += 1
    print(d["new"], [type(k).__name__ for k in d][-1])
    s = {"a", Text("b"), "\udfff"}
    print("b" in s, Text("a") in s, "\udfff" in s, b"a" in s)


def tuples():
    d = {(1, 2): "a", (1, "x"): "b", (1, (2, 3)): "c", (): "d", (1.0, None): "e"}
    print(d[(True, 2.0)], d[(1, "x")], d[1.0, (2, 3)], d[()], d[1, None], (1, 3) in d, (1, 2, 3) in d)
    d[1, 2] += "!"
    x, y = 1, 2
    d[(x, y)] += "?"
    print(d[x, y], len(d))
    seen = {(0, 0), (1, SameHash(7, "q"))}
    print((x - 1, y - 2) in seen, (1, SameHash(7, "q")) in seen, (1, SameHash(7, "r")) in seen)
    for bad in ([1], {}, ({}, 1), {1, 2}):
        try:
            print(bad in seen)
        except TypeError as error:
            print("TypeError", error)
        try:
            d[bad] = 1
        except TypeError as error:
            print("TypeError", error)
    fs = {frozenset({1, 2})}
    print({1, 2} in fs, {1} in fs)
    fs.discard({1, 2})
    print(fs)


class Rude:
    def __init__(self, d, act):
        self.d, self.act = d, act

    def __hash__(self):
        return 5

    def __eq__(self, other):
        if self.act == "raise":
            raise ValueError("no comparison")
        if self.act == "clear":
            self.d.clear()
        if self.act == "grow":
            for i in range(100, 130):
                self.d[i] = i
        return self is other


def rude():
    for act in ("raise", "clear", "grow"):
        d = {5: "five"}
        k = Rude(d, act)
        for step in ("get", "set", "in", "pop", "default"):
            try:
                if step == "get":
                    print(act, step, d.get(k, "none"))
                elif step == "set":
                    d[k] = 1
                    print(act, step, len(d))
                elif step == "in":
                    print(act, step, k in d)
                elif step == "pop":
                    print(act, step, d.pop(k, "gone"))
                else:
                    print(act, step, d.setdefault(k, 2), len(d))
            except ValueError as error:
                print(act, step, error)
    try:
        {Rude({}, "raise")}.add(5)
    except ValueError as error:
        print("set", error)


def stores_after_look_ups():
    d = {i: i for i in range(5)}
    v = d[3]
    del d[3]
    d[3] = v + 1
    print(d, d.get(4))
    d.pop(4)
    d[4] = "again"
    print(d)
    d.get(0)
    d.clear()
    d[0] = "fresh"
    print(d, d.get(0))
    for i in range(40):
        d[i] = d.get(i, 0) if i else 1
        d[i] += 1
    print(sum(d.values()), list(d)[:5])
    d.get(1)
    d[True] = "bool"
    d[1.0] = "float"
    print(d[1], list(d)[:3])
    k = 1.0
    d = {k: 0}
    for k in (1, 1.0, True):
        d[k] += 1
    print(d)


def subclasses():
    class Missing(dict):
        def __missing__(self, key):
            return f"no {key}"

    class Loud(dict):
        def __getitem__(self, key):
            return ("loud", key)

        def get(self, key, default=None):
            return ("get", key, default)

        def items(self):
            return [(1, 2), (3, 4)]

    m = Missing(a=1)
    print(m["a"], m["b"], m.get("b"), "b" in m)
    for d in (Loud(a=1), {"a": 1}, OrderedDict(a=1), defaultdict(int, a=1), m):
        print(d.get("a", 0), d["a"], d.get("z"), [k for k, v in d.items()])
    dd = defaultdict(list)
    for i in range(6):
        dd[i % 3].append(i)
        dd[str(i % 2)] += [i]
    print(dict(dd), dd.get(9), 9 in dd, len(dd), dd.pop(0), dd.pop(0, "x"))
    none = defaultdict(None, {1: 2})
    try:
        none[2]
    except KeyError as error:
        print("KeyError", error)

    def fail():
        raise RuntimeError("factory")

    bad = defaultdict(fail)
    try:
        bad[1] += 1
    except RuntimeError as error:
        print(error, len(bad))


def item_loops(d):
    total = 0
    for k, v in d.items():
        total += k * v
    try:
        for k, v in d.items():
            d[k + 100] = v
    except RuntimeError as error:
        print(error)
    try:
        for k, v in d.items():
            del d[k]
            d[k + 1000] = v
    except RuntimeError as error:
        print(error)
    for k, v in d.items():
        d[k] = -v
        if v > 20:
            break
    else:
        print("else")
    for k, v in {}.items():
        print("never")
    else:
        print("empty")
    big = 1
    for k, v in {1: 2**40, 2: 2**40}.items():
        big = big * v + k
    print(total, sorted(d.items())[-3:], big)
    return [(k, v) for k, v in {"a": 1, "b": None}.items() if v] + [k for k, (a, b) in {1: (2, 3)}.items()]


numbers()
texts()
tuples()
rude()
stores_after_look_ups()
subclasses()
print(item_loops({i: i * i for i in range(1, 7)}))

"""What one look-up finds is not taken for what the next one finds when the dict has changed meanwhile."""


class Key:
    calls = 0

    def __init__(self, n):
        self.n = n

    def __hash__(self):
        Key.calls += 1
        return self.n % 4

    def __eq__(self, other):
        Key.calls += 1
        return isinstance(other, Key) and self.n == other.n


class Unsteady:
    """Its hash changes with each call."""

    def __init__(self):
        self.n = 0

    def __hash__(self):
        self.n += 1
        return self.n

    def __eq__(self, other):
        return self is other


def changes():
    d = {}
    for k in (1, "one", (1, "one"), (2, (3, 4)), 10**30, 2.5, None, True):
        print(k in d, d.get(k, 0), end=" ")
        d[k] = d.get(k, 0) + 1
        d[k] += 1
        print(d[k], k in d, d.pop(k), k in d, d.get(k))
        d[k] = "again"
        d.clear()
        print(k in d, len(d))
        d[k] = 1
        e = d.copy()
        d[k] = 2
        print(d[k], e[k], e == d)
        d.popitem()
        d["new"] = 0
        print(k in d, d)
        d |= {k: 7}
        print(d[k], list(d))
        del d[k]
        print(d.get(k, "gone"))
        d = dict(e)
        print(d[k])


def last_out():
    d = {"a": 1, "b": 2}
    print("c" in d)
    d["x"] = 1
    d.popitem()
    d["c"] = 3
    print("c" in d, d["c"], len(d))
    d.popitem()
    print("c" in d)
    d["d"] = 4
    print("c" in d, d)
    k = (1, 2)
    if k not in d:
        d[(1, 2)] = 5
    print(d[k], k in d)
    d.pop((1, 2))
    print(k in d)
    d.setdefault(k, 6)
    d.setdefault(k, 7)
    d[k] += 10
    print(d)
    for i in range(100):
        d[i] = i
        if i % 3 == 0:
            del d[i]
        print(i in d, end=" ")
    print(len(d), k in d, d[k])


def two_dicts():
    a, b = {}, {}
    for i in range(20):
        k = i % 7
        if k in a:
            b[k] = b.get(k, 0) + a[k]
        else:
            a[k] = i
        a[k] += 1
    print(a, b)


def users_keys():
    d = {}
    for i in range(10):
        k = Key(i % 5)
        if k in d:
            d[k] += 1
        else:
            d[k] = 1
    print([(k.n, v) for k, v in d.items()], Key.calls)
    t = (Key(1), 2)
    Key.calls = 0
    d[t] = 1
    d[t] += 1
    print(t in d, d[t], Key.calls)
    u = Unsteady()
    d = {u: 1}
    print(u in d, d.get(u), u.n)
    t = (u, 1)
    d[t] = 1
    print(t in d, u.n)


def equal_numbers():
    d = {1: "int"}
    d[True] += " bool"
    d[1.0] += " float"
    print(d, 1 in d, 1.0 in d, True in d)
    d[(1, 2)] = "t"
    d[(1.0, True + 1)] += "u"
    print(d[(True, 2)], d)


def collected():
    d = {}
    for i in range(3000):
        k = (i, str(i))
        if k not in d:
            d[k] = [i]
        d[k].append(i)
        if i > 10:
            del d[(i - 10, str(i - 10))]
    print(len(d), sum(map(len, d.values())))


changes()
last_out()
two_dicts()
users_keys()
equal_numbers()
collected()

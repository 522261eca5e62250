# Subclasses of dict: __missing__, overridden methods, attributes.
class Default(dict):
    def __missing__(self, key):
        print("missing", key)
        return f"<{key}>"


d = Default(a=1)
print(d["a"], d["b"], d.get("b"), "b" in d, d)


class Counting(dict):
    def __missing__(self, key):
        self[key] = value = len(self)
        return value


c = Counting()
print([c[w] for w in "abracadabra"], c, len(c), isinstance(c, dict))


class Lower(dict):
    def __setitem__(self, k, v):
        super().__setitem__(k.lower(), v)

    def __getitem__(self, k):
        return super().__getitem__(k.lower())

    def __contains__(self, k):
        return super().__contains__(k.lower())


m = Lower()
m["ABC"] = 1
m["Def"] = 2
print(m, m["aBc"], "DEF" in m, m.get("ABC"), m.get("abc"), list(m), dict(m))
m.update(XYZ=3)
print(m)
m.extra = "attribute"
print(m.extra, m.__dict__, m == {"abc": 1, "def": 2, "XYZ": 3})


class Init(dict):
    def __init__(self, n):
        super().__init__((i, i * i) for i in range(n))
        self.n = n


i = Init(4)
print(i, i.n, type(i), type(i.copy()), type(i).__name__, repr(i))


class Ordered(dict):
    def __iter__(self):
        return iter(sorted(super().keys()))

    def keys(self):
        return list(iter(self))


o = Ordered(b=1, a=2)
print(list(o), dict(o), {**o}, [k for k in o], o)
print(Default.fromkeys("xy", 1), type(Default.fromkeys("xy")), Counting() == {}, bool(Counting()))
try:
    Init()
except TypeError as e:
    print(e)
try:
    class Plain(dict):
        pass
    Plain()["nope"]
except KeyError as e:
    print("KeyError", e)
del c["a"]
print(c.pop("b"), c.popitem(), c)

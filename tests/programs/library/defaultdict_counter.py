from collections import Counter, defaultdict


def attempt(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)


d = defaultdict(list)
for k, v in [("a", 1), ("b", 2), ("a", 3)]:
    d[k].append(v)
print(d, dict(d), d["zz"], len(d), "q" in d, d.get("q"), d.default_factory)
n = defaultdict(int, {"x": 5}, y=6)
n["x"] += 1
n["new"] += 2
print(n, n.copy(), sorted(n.items()), n == {"x": 6, "y": 6, "new": 2})
t = defaultdict(lambda: defaultdict(int))
t["a"]["b"] += 1
print(t["a"], {k: dict(v) for k, v in t.items()})
attempt(lambda: defaultdict()["k"])
attempt(lambda: defaultdict(3))
e = defaultdict(None, a=1)
print(e)
attempt(lambda: e["b"])
print(defaultdict(int, a=1) | {"b": 2}, {"z": 0} | defaultdict(int, a=1))


class Keyed(defaultdict):
    def __missing__(self, key):
        self[key] = key * 2
        return self[key]


k = Keyed()
print(k["ab"], k)
c = Counter("mississippi")
print(c, c.most_common(2), c["z"], c["s"], sorted(c.elements()), c.total())
c.update("mm")
c["q"] -= 1
print(c, +c, -c)
print(Counter(a=3, b=1) + Counter(a=1, c=2), Counter(a=3, b=1) - Counter(a=1, b=2), Counter(a=3) & Counter(a=1), Counter(a=3) | Counter(a=1, b=7))
c.subtract("mississippi")
print(c, Counter(), Counter({"a": "x", "b": 1}), Counter([1, 1, 2]) == Counter({1: 2, 2: 1}))
print(Counter("abc") <= Counter("aabbcc"), Counter(a=1) < Counter(a=1), dict(Counter("ab")), list(Counter("ba")))
del c["never"]
attempt(lambda: Counter.fromkeys("ab"))
words = "the quick brown fox jumps over the lazy dog the end".split()
for word, count in Counter(words).most_common(3):
    print(word, count)
print(max(Counter("hello").items(), key=lambda kv: kv[1]), sum(Counter("hello").values()))

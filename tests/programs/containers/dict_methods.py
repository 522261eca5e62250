# Every dict method, with its edges.
d = {"a": 1, "b": 2}
print(d, len(d), d["a"], d.get("a"), d.get("z"), d.get("z", 0))
d["c"] = 3
d["a"] = 10
print(d, list(d), list(d.keys()), list(d.values()), list(d.items()))
print(d.pop("a"), d.pop("zz", None), d.pop("zz", "default"), d)
print(d.setdefault("b", 5), d.setdefault("n"), d.setdefault("m", []), d)
print(d.popitem(), d.popitem(), d)
d.update({"x": 1})
d.update([("y", 2), ["z", 3]], w=4)
d.update(x=9)
d.update({})
d.update()
d.update(["k1", "k2"])
print(d)
e = d.copy()
e["only e"] = 1
print("only e" in d, "only e" in e, e == d, d == dict(d))
d.clear()
print(d, bool(d))
print(dict(), dict(a=1, b=2), dict([("a", 1)]), dict({"a": 1}, b=2), dict(zip("abc", range(3))))
print(dict.fromkeys("abc"), dict.fromkeys([1, 2], 0), dict.fromkeys({}, 1), {}.fromkeys("x", []))
print({"a": 1} | {"b": 2}, {"a": 1} | {"a": 2, "c": 3}, {} | {})
f = {"a": 1}
g = f
f |= {"b": 2}
f |= [("c", 3)]
print(f, g is f)
print({**{"a": 1}, "b": 2, **{"a": 3}}, {1: "int", 1.0: "float", True: "bool"}, {0: "a", False: "b", -0.0: "c"})
print({i: i * i for i in range(5)}, {k: v for k, v in [("a", 1), ("a", 2)]})
del f["a"]
f["a"] = "again"
print(f, list(reversed(f)), list(reversed(f.items())), list(reversed(f.values())))
print({1: 2} == {1: 2.0}, {1: 2} != {2: 1}, {1: 2, 3: 4} == {3: 4, 1: 2}, {1: 2} == [(1, 2)])
print("a" in f, "q" in f, "q" not in f, sorted(f), max(f), list(f.items())[0])
h = {}
h[()] = "empty tuple"
h[None] = "none"
h[1.5] = "float"
h[(1, (2,))] = "nested"
h[frozenset([1])] = "frozenset"
h[10**30] = "big"
h[b"b"] = "bytes"
h[int] = "type"
h[len] = "builtin"
h[1j] = "complex"
h[range(3)] = "range"
print(h[()], h[None], h[3 / 2], h[(1.0, (2,))], h[frozenset([True])], h[10**30], h[b"b"], h[int], h[len], h[1j], h[range(3)])

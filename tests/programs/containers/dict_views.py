# Views are live, and keys and items behave as sets.
d = {1: "a", 2: "b", 3: "c"}
k, v, i = d.keys(), d.values(), d.items()
print(k, v, i, len(k), len(v), len(i))
d[4] = "d"
del d[1]
print(k, v, i)
print(2 in k, 9 in k, "b" in v, "z" in v, (2, "b") in i, (2, "z") in i, 5 in i, (2,) in i)
print(sorted(k & {2, 3, 9}), sorted(k | {9}), sorted(k - {2}), sorted(k ^ {2, 9}))
print(sorted({2, 9} & k), sorted({9} | k), sorted({2, 9} - k), sorted({2, 9} ^ k))
print(sorted(k & [2, 2, 7]), sorted(k | [9]), sorted([2, 9] - k), sorted(k - d))
print(sorted(i & {(2, "b"), (3, "z")}), sorted(i - {(2, "b")}), sorted(i ^ {(2, "b"), (7, "q")}), sorted(i | [(0, "")]))
print(k == {2, 3, 4}, k == d.keys(), k == [2, 3, 4], k < {2, 3, 4, 5}, k <= {2, 3, 4}, k > {2}, k >= {9}, k != {1})
print(i == {(2, "b"), (3, "c"), (4, "d")}, v == d.values(), v == v)
print(k.isdisjoint([1, 5]), k.isdisjoint({2}), i.isdisjoint([]), k.isdisjoint(k), {}.keys().isdisjoint({}.keys()))
print(list(reversed(k)), list(reversed(v)), list(reversed(i)))
print(list(k), tuple(v), dict(i), set(k) == k, sorted(v), max(i), [*k], {*k} == {2, 3, 4})
print(type(k & k), type(k | [1]), type(i - i), k.mapping == d, type(k.mapping))
print({}.keys(), {}.values(), {}.items())
e = {"x": 1, "y": 2}
f = {"y": 2, "z": 3}
print(sorted(e.keys() & f.keys()), sorted(e.items() & f.items()), sorted(e.keys() | f.keys()), sorted(e.items() ^ f.items()))
print(e.items() >= {"x": 1}.items(), {"x": 1}.items() <= e.items(), e.keys() > {"x"}, e.items() > {("x", 2)})
for bad in (lambda: k + k, lambda: k | 5, lambda: 5 & k, lambda: v | v, lambda: hash(k), lambda: k[0], lambda: {1: []}.items() | [], lambda: k < [1], lambda: k.foo):
    try:
        print(bad())
    except (TypeError, AttributeError) as err:
        print(type(err).__name__, err)
k2 = {"a": 1}.keys()
print(list(k2), hash(v) == hash(v), k2 == {"a"})


class D(dict):
    pass


s = D(a=1, b=2)
print(s.keys(), s.items(), s.values(), s, type(s.copy()), type(s | {}), type({} | s))

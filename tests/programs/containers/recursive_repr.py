# repr of containers inside themselves, and of nested ones.
a = [1]
a.append(a)
print(a, repr(a), str(a))
d = {"a": 1}
d["self"] = d
d["list"] = a
print(d)
t = ([],)
t[0].append(t)
print(t)
u = ([], 2)
u[0].append(u)
print(u)
x, y = [1], [2]
x.append(y)
y.append(x)
print(x, y)
print([[], {}, (), set(), frozenset(), "", b"", None, 1.0, [[]], ((),), {(): []}])
print([[1, [2, [3, [4]]]]], ((1,), (2, 3)), {"k": {"k": {}}}, [{1}], [range(3), slice(1)])
print({1: "a", "b": 2.0, None: [1], (1, 2): {3}})


class C:
    def __repr__(self):
        return "C!"

    def __str__(self):
        return "never"


print([C()], (C(),), {C(): C()}, {"k": C()}, [[C()]], f"{[C()]}", str((C(),)))


class L(list):
    pass


m = L([1])
m.append(m)
print(m)


class Raises:
    def __repr__(self):
        raise RuntimeError("no repr")


try:
    print([1, Raises()])
except RuntimeError as e:
    print(e)
b = [1]
b.append(b)
print(b, len(b[1][1][1]))
deep = []
for _ in range(50):
    deep = [deep]
print(deep)
v = {}
v["v"] = v.values()
v["i"] = [v]
print(v)

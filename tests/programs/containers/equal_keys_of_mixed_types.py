# Look-ups by exact ints and strs take short cuts; keys of other types that are equal to them must still be found.
class Text(str):
    pass


class Same:
    def __init__(self, value):
        self.value = value

    def __hash__(self):
        return hash(self.value)

    def __eq__(self, other):
        return self.value == other


d = {1.0: "float", True + 1: "int", Text("k"): "subclass", Same("s"): "instance", 2.5: "half", 2**70: "big"}
for k in (1, True, 1.0, 2, 2.0, "k", "s", "t", 2.5, 2**70, float(2**70), 0, False, None):
    print(repr(k), d.get(k))
for i in range(100):
    d[i] = i
    d[float(i) + 0.5] = -i
    d[f"n{i}"] = i
print(d[1], d[1.0], d[True], d["k"], d["s"], len(d), list(d)[:3])

s = {1.0, Same(7), 2**64, Text("x"), (1, 2.0)}
print([k in s for k in (1, True, 7, 8, 2**64, 2.0**64, "x", "y", (1.0, 2), (True, 2), (1, 3), 0, -1, -2)])
s.discard(1)
s.add(0)
print([k in s for k in (1, 0, False, 0.0, 7.0)])
t = {(i, j, str(i)): i * j for i in range(30) for j in range(30)}
print(sum(t[i, float(j), str(i)] for i in range(30) for j in range(30)), (1, 2) in t, (1, 2, "2") in t)
nan = float("nan")
print((nan,) in {(nan,): 1}, (0.0,) in {(-0.0,)})
print(min(3, 2.0, 2), max(1, True), min(1.5, nan), max("a", "b", "ab"), max(2, 2.0))

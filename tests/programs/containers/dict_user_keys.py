# Keys with __eq__ and __hash__ in Python: what is called, and what happens when they misbehave.
class Key:
    def __init__(self, name, h=1):
        self.name = name
        self.h = h

    def __hash__(self):
        print("hash", self.name)
        return self.h

    def __eq__(self, other):
        print("eq", self.name, other.name if isinstance(other, Key) else other)
        return isinstance(other, Key) and self.name == other.name

    def __repr__(self):
        return f"K({self.name})"


d = {}
a, b, c = Key("a"), Key("b"), Key("c", 2)
d[a] = 1
d[b] = 2
d[c] = 3
print(d)
print(d[a], d[b])
print(d.get(Key("b")), d.get(Key("z")))
print(d[Key("c", 2)])
d[Key("a")] = 100
print(d)
del d[Key("b")]
print(d, a in d, b in d)
print({Key("q", 1): 0} == {Key("q", 1): 0})
e = dict(d)
print(e == d)
e = {**d, 1: "one"}
print(e)


class Evil:
    def __init__(self, d):
        self.d = d

    def __hash__(self):
        return 1

    def __eq__(self, other):
        self.d.clear()
        return False


d = {}
d[1] = "one"
d[Evil(d)] = "evil"
print(len(d))


class Raising:
    def __hash__(self):
        return 1

    def __eq__(self, other):
        raise ValueError("eq raised")


d = {1: "one"}
for action in (lambda: d[Raising()], lambda: d.get(Raising()), lambda: Raising() in d, lambda: d.pop(Raising(), 0), lambda: d.setdefault(Raising(), 1)):
    try:
        action()
    except ValueError as err:
        print(err, d)


class HashRaises:
    def __hash__(self):
        raise KeyError("in hash")


try:
    {}[HashRaises()]
except KeyError as err:
    print("KeyError", err)


class Int(int):
    def __hash__(self):
        return 99

    def __eq__(self, other):
        return int(self) == other


d = {5: "five"}
print(d.get(Int(5)), {Int(5): 1}.get(5))


class Str(str):
    pass


d = {"k": 1}
print(d[Str("k")], {Str("k"): 2}["k"], Str("k") in d, d == {Str("k"): 1})
nan = float("nan")
d = {nan: 1}
print(d[nan], nan in d, d == {nan: 1}, list(d) == [nan])

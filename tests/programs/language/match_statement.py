class Point:
    __match_args__ = ("x", "y")

    def __init__(self, x, y):
        self.x, self.y = x, y

    def __repr__(self):
        return f"Point({self.x}, {self.y})"


class Color:
    RED = 1
    GREEN = "g"


def f(v):
    match v:
        case 0:
            return "zero"
        case -1 | -2:
            return "minus"
        case 1.5:
            return "float"
        case "text" | b"bytes":
            return "text"
        case None | True | False:
            return f"singleton {v}"
        case Color.GREEN:
            return "green"
        case []:
            return "empty"
        case [x]:
            return f"one {x}"
        case [1, x, y] if x == y:
            return f"pair {x}"
        case [1, *rest]:
            return f"one and {rest}"
        case [*init, "end"]:
            return f"{init} then end"
        case [_, (a, b), *_]:
            return f"nested {a} {b}"
        case {"kind": "circle", "r": r}:
            return f"circle {r}"
        case {"kind": kind, **rest}:
            return f"{kind} {rest}"
        case {}:
            return f"mapping {len(v)}"
        case Point(0, 0):
            return "origin"
        case Point(x, y=0):
            return f"on x at {x}"
        case Point(x=px, y=py) as p:
            return f"{p} {px} {py}"
        case int(n) if n > 100:
            return f"big {n}"
        case int() | float() as number:
            return f"number {number}"
        case str(s):
            return f"str {s}"
        case (set() | frozenset()) as s:
            return f"set {len(s)}"
        case x:
            return f"other {type(x).__name__}"


values = [0, 0.0, False, -1, -2, 1.5, "text", b"bytes", None, True, "g", [], (), [7], (1, 4, 4), [1, 4, 5], [1],
          [2, 3, "end"], [0, (1, 2)], [0, [1, 2], 5, 6], {"kind": "circle", "r": 2}, {"kind": "sq", "a": 1}, {}, {"z": 1},
          Point(0, 0), Point(3, 0), Point(1, 2), 101, 50, 2.5, "hello", {1, 2}, range(0), range(2), "", b"x", object]
for v in values:
    print(repr(v) if not isinstance(v, (type, set)) else "-", "->", f(v))


def binds(v):
    x = "before"
    match v:
        case [x, 2]:
            pass
        case [x, 3] if x > 100:
            pass
        case _:
            pass
    return x


print(binds([1, 2]), binds([5, 3]), binds([5, 4]))


def ors(v):
    match v:
        case ("a", x, y) | (y, "b", x):
            return x, y
        case {"p": x} | [x, _, _, _]:
            return x


print(ors(("a", 1, 2)), ors((1, "b", 2)), ors({"p": 5}), ors([9, 0, 0, 0]), ors(1))
try:
    match 5:
        case int(1, 2):
            pass
except TypeError as e:
    print(e)


class NoArgs:
    pass


try:
    match NoArgs():
        case NoArgs(1):
            pass
except TypeError as e:
    print(e)
match 1, 2:
    case a, b:
        print(a, b)
match NoArgs():
    case NoArgs(missing=1):
        print("no")
    case _:
        print("no attribute")


def subject():
    print("subject once")
    return 3


match subject():
    case 1:
        pass
    case 2:
        pass
    case 3:
        print("three")


def nothing(v):
    match v:
        case 1:
            return "one"


print(nothing(2))


def bound_subject(x):
    match x:
        case [x, y] if y > 5:
            return "first", x
        case [a, b]:
            return "second", a, b, x


print(bound_subject([1, 2]), bound_subject([1, 9]))
m = {"a": 1, "b": {"c": [1, 2, {"d": "deep"}]}}
match m:
    case {"b": {"c": [_, _, {"d": found}]}}:
        print(found)
match "abc":
    case [*_]:
        print("sequence")
    case str():
        print("string is no sequence")

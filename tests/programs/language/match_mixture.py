from dataclasses import dataclass
from enum import Enum
class Color(Enum): RED = 1; GREEN = 2
@dataclass
class Point: x: int; y: int
@dataclass
class Circle: c: Point; r: float
class Custom:
    __match_args__ = ("a", "b")
    def __init__(self, a, b): self.a, self.b = a, b
    def __repr__(self): return f"Custom({self.a!r}, {self.b!r})"
def f(v):
    match v:
        case 0: return "zero"
        case -1 | 1: return "unit"
        case 1.5: return "1.5"
        case -2j: return "cplx"
        case True: return "never?"
        case None: return "none"
        case "hi" | "hello" as g: return f"greet {g}"
        case b"x": return "bytes"
        case Color.RED: return "red"
        case Color(): return f"color {v.name}"
        case Point(x=0, y=0): return "origin"
        case Point(x=0, y=yy): return f"y axis {yy}"
        case Point(a, b) if a == b: return f"diag {a}"
        case Point(): return "point"
        case Circle(Point(x, y), r=rr): return f"circ {x} {y} {rr}"
        case Custom(a, b=[1, *rest]): return f"custom {a} {rest}"
        case []: return "empty"
        case [x]: return f"one {x}"
        case [int(x), str(y)]: return f"int-str {x} {y}"
        case [x, [y, z]]: return f"nest {x}{y}{z}"
        case (1, 2, *_): return "12.."
        case [first, *mid, last]: return f"{first} {mid} {last}"
        case {"type": "a", "v": val}: return f"a {val}"
        case {"k": [x, y], **rest}: return f"k {x} {y} {rest}"
        case {}: return "mapping"
        case str(): return "str " + v
        case float() | complex() as n: return f"num {n}"
        case int(n): return f"int {n}"
        case _: return f"other {type(v).__name__}"
for v in [0, 1, -1, 1.5, -2j, True, False, None, "hi", "yo", b"x", b"y", Color.RED, Color.GREEN, Point(0,0), Point(0,3), Point(2,2), Point(1,2), Circle(Point(1,2),3), Custom(1,[1,2,3]), Custom(1, []), [], [5], (5, "a"), [1,[2,3]], [1, 2, 3, 4], (9,8,7), {"type":"a","v":1}, {"k":[1,2],"z":3}, {"q":1}, {}, 2.5, 42, {1}, range(3), "abc", bytearray(b"q"), object, lambda: 0]:
    print(repr(v) if not callable(v) else "callable", "->", f(v))
def cmd(s):
    match s.split():
        case ["go", ("north" | "south" | "east" | "west") as d]: return f"going {d}"
        case ["get", obj, *_] if obj != "gun": return f"got {obj}"
        case ["drop", *objs]: return f"dropped {objs}"
        case ["quit" | "exit"]: return "bye"
        case []: return "nothing"
        case [verb, *_]: return f"unknown {verb!r}"
for s in ["go north", "go up", "get lamp now", "get gun", "drop a b", "quit", "", "dance"]: print(cmd(s))
try:
    match 3:
        case int(1, 2): pass
except TypeError as e: print(e)
try:
    match Point(1, 2):
        case Point(1, 2, 3): pass
except TypeError as e: print(e)
try:
    match Point(1, 2):
        case Point(1, x=2): pass
except TypeError as e: print(e)
class NoArgs: pass
try:
    match NoArgs():
        case NoArgs(1): pass
except TypeError as e: print(e)
x = 5
match x:
    case y if (z := y * 2) > 5: print(y, z)
match (1, 2), 3:
    case (a, b), c: print(a, b, c)
match = 3; case = 4
print(match, case)
match [1, 2]:
    case [a, b] if a > b: print("gt")
    case [a, _]: print("a", a)
import sys
match {"a": 1, "b": 2}:
    case {"a": int(), **kw}: print(kw)
match sys.maxsize:
    case sys.maxsize: print("max")

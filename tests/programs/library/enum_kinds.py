from enum import Enum, IntEnum, Flag, IntFlag, auto, unique, StrEnum
class Color(Enum):
    RED = 1
    GREEN = 2
    BLUE = auto()
    ALIAS = 1
    def describe(self): return f"{self.name}={self.value}"
    @classmethod
    def default(cls): return cls.RED
    @property
    def low(self): return self.name.lower()
    def __str__(self): return f"Color<{self.name}>"
print(Color.RED, repr(Color.RED), Color.ALIAS is Color.RED, list(Color), Color["RED"], Color(1), Color.RED.describe(), Color.default().low, dict(Color.__members__), len(Color), Color.RED == 1, Color.RED in Color, isinstance(Color.RED, Color), {Color.RED: 1}, f"{Color.RED}", f"{Color.RED!r:>20}", Color.RED.__class__, Color.RED != Color.GREEN, type(Color), Color.BLUE.value, 1 in Color, 9 in Color)
class Planet(Enum):
    MERCURY = (3.303e23, 2.4397e6)
    EARTH = (5.976e24, 6.37814e6)
    def __init__(self, mass, radius): self.mass, self.radius = mass, radius
    @property
    def g(self): return 6.67300E-11 * self.mass / self.radius ** 2
print(Planet.EARTH.g, Planet.EARTH.value, Planet.EARTH, [p.name for p in Planet], Planet((3.303e23, 2.4397e6)))
class Weekday(IntEnum): MON = 1; TUE = 2
print(Weekday.MON < Weekday.TUE, Weekday.MON + 1, Weekday(2), repr(Weekday.MON), f"{Weekday.MON}", str(Weekday.MON), [1, 2, 3][Weekday.MON], sorted([Weekday.TUE, Weekday.MON]), int(Weekday.TUE), max(Weekday))
class Perm(Flag): R = auto(); W = auto(); X = auto(); RW = R | W
p = Perm.R | Perm.X; print(p, repr(p), Perm.R in p, Perm.W in p, p & Perm.R, ~Perm.R, p ^ Perm.X, bool(p & Perm.W), list(p), Perm(3), Perm.RW, p.value, Perm(0), len(p), Perm.RW.name, p.name)
class IF(IntFlag): A = 1; B = 2
print(IF.A | IF.B, IF(3), IF.A + 1, IF.A | 8, repr(IF.A | 8), IF(0))
class S(StrEnum): A = auto(); B = "bee"
print(S.A, repr(S.B), S.A == "a", S.B.upper(), f"{S.A}", S("bee"), "x" + S.A, list(S))
try:
    @unique
    class U(Enum): A = 1; B = 1
except ValueError as e: print(e)
for fn in (lambda: Color(9), lambda: Color["X"], lambda: Color.NOPE, lambda: setattr(Color, "RED", 5), lambda: Color.RED < Color.GREEN, lambda: type("E2", (Color,), {}), lambda: delattr(Color, "RED"), lambda: Weekday("x"), lambda: setattr(Color.RED, "value", 3)):
    try: print(fn())
    except Exception as e: print(type(e).__name__, e)
Animal = Enum("Animal", "CAT DOG"); print(Animal.CAT, list(Animal), Animal.DOG.value, Enum("N", {"a": 5}).a, Enum("M", ["x", "y"]).y)
class Op(Enum):
    ADD = "+"; SUB = "-"
    def __call__(self, a, b): return {"+": a + b, "-": a - b}[self.value]
    @classmethod
    def _missing_(cls, v): return cls.ADD if v == "plus" else None
print(Op.ADD(1, 2), Op("plus"), [o(5, 3) for o in Op])
match Color(2):
    case Color.RED: print("r")
    case Color.GREEN: print("g")
class Auto(Enum):
    @staticmethod
    def _generate_next_value_(name, start, count, last): return name.lower() + str(count)
    A = auto(); B = auto()
print([a.value for a in Auto])
class Meth(Enum):
    f = lambda x: x
    A = 1
print(list(Meth), Meth.f(3))
class St(Enum):
    A = "a"; B = "b"
    @property
    def nxt(self): m = list(type(self)); return m[(m.index(self) + 1) % len(m)]
print(St.A.nxt, St.B.nxt.nxt)

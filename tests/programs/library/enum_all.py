from enum import *
import enum
def t(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
class Color(Enum):
    RED = 1
    GREEN = 2
    BLUE = 3
    CRIMSON = 1
print(Color.RED, repr(Color.RED), Color(2), Color['BLUE'], list(Color), len(Color), Color.CRIMSON, Color.CRIMSON is Color.RED)
print(Color.RED.name, Color.RED.value, Color.RED == 1, Color.RED == Color.RED, Color.RED != Color.GREEN, isinstance(Color.RED, Color), type(Color.RED), Color)
t(lambda: Color(9)); t(lambda: Color['X']); t(lambda: setattr(Color, 'RED', 3)); t(lambda: Color.ZZ); t(lambda: Color.RED < Color.GREEN); t(lambda: setattr(Color.RED, 'value', 5)); t(lambda: delattr(Color, 'RED'))
print({Color.RED: 1}[Color.RED], Color.RED in Color, 1 in Color, 7 in Color, Color.__members__, list(reversed(Color)), f"{Color.RED}", f"{Color.RED:>12}|", "%s" % Color.RED, dict(Color.__members__))
class P(Enum):
    A = auto()
    B = auto()
    C = 10
    D = auto()
    def describe(self): return self.name.lower(), self.value
    @property
    def double(self): return self.value * 2
    @classmethod
    def default(cls): return cls.A
    @staticmethod
    def st(): return 5
    def __str__(self): return 'P!' + self.name
print(list(P), P.A.describe(), P.B.double, P.default(), P.st(), P.D, f'{P.A}')
class I(IntEnum):
    X = 1
    Y = 2
print(I.X, repr(I.X), I.X + 1, I.X < I.Y, I.X == 1, f"{I.X}", f"{I.X:03d}", [10,20,30][I.X], int(I.Y), sorted([I.Y, I.X]), hash(I.X) == hash(1), I(2), {1: 'a'}[I.X], max(I), I.X | I.Y, isinstance(I.X, int), "%d" % I.X, str(I.X))
class S(StrEnum):
    A = auto()
    B = 'bee'
print(S.A, repr(S.A), S.B == 'bee', S('bee'), S.B.upper(), f"{S.A:>5}", S.A + 'x', ','.join(S), 'bee' in S, {S.B: 1}['bee'])
class Perm(Flag):
    R = auto()
    W = auto()
    X = auto()
    RWX = R | W | X
print(Perm.R | Perm.W, repr(Perm.R | Perm.W), Perm.R & Perm.W, Perm.RWX, ~Perm.R, Perm.R in Perm.RWX, list(Perm.RWX), bool(Perm(0)), Perm(0), repr(Perm(0)), Perm(3), Perm.R ^ Perm.RWX, list(Perm), len(Perm.RWX), (Perm.R|Perm.W).name, (Perm.R|Perm.W).value)
t(lambda: Perm(8)); t(lambda: Perm('a')); t(lambda: Perm.R | 1); t(lambda: 1 in Perm.R); print(Perm.R | Perm.W == Perm(3), (Perm.R | Perm.W) is Perm(3), hash(Perm.R | Perm.W) == hash(Perm(3)))
class F(IntFlag):
    A = 1
    B = 2
    C = 8
print(F.A | F.B, repr(F.A | F.B), F.A | 16, repr(F.A | 16), F.A + 1, ~F.A, repr(~F.A), F(3), repr(F(0)), F.A | F.C == 9, list(F(11)), F.A in F(3), isinstance(F(3), int), repr(F(100)))
class Planet(Enum):
    EARTH = (5.976e+24, 6.37814e6)
    MARS = (6.421e+23, 3.3972e6)
    def __init__(self, mass, radius):
        self.mass = mass
        self.radius = radius
    @property
    def g(self): return 6.67e-11 * self.mass / (self.radius ** 2)
print(Planet.EARTH.g, Planet.EARTH, Planet.EARTH.value, Planet((6.421e+23, 3.3972e6)))
class N(Enum):
    def __new__(cls, value, label):
        obj = object.__new__(cls)
        obj._value_ = value
        obj.label = label
        return obj
    ONE = (1, 'one')
    TWO = (2, 'two')
print(N.ONE.label, N(2), repr(N.TWO), N.TWO.value)
A = Enum('A', 'x y z'); print(list(A), A); B = Enum('B', {'p': 1, 'q': 'w'}); print(list(B)); C = IntEnum('C', ['m', 'n'], start=5); print(list(C), C.m + 1); D = Enum('D', [('a', 1), ('b', 2)]); print(list(D)); E = Flag('E', 'a b c'); print(list(E)); G = Enum('G', 'a', type=str); print(G.a, repr(G.a))
def bad():
    @unique
    class U(Enum):
        A = 1
        B = 1
t(bad)
def bad():
    class X(Color): pass
t(bad)
def bad():
    class X(Enum):
        A = 1
        A = 2
t(bad)
class Miss(Enum):
    A = 1
    @classmethod
    def _missing_(cls, v): return cls.A if v == 'a' else None
print(Miss('a')); t(lambda: Miss('b'))
class ML(Enum):
    L = [1, 2]
    M = {'a': 1}
    T = (1, 2)
print(ML([1, 2]), ML.M.value, ML.T, repr(ML.L), ML((1,2))); 
class Gen(Enum):
    def _generate_next_value_(name, start, count, last): return name.title()
    AB = auto()
    CD = auto()
print(list(Gen))
class Mix(str, Enum):
    A = 'a'
    B = 'b'
print(Mix.A, repr(Mix.A), Mix.A == 'a', f"{Mix.A}", Mix.A.upper(), str(Mix.A), "%s" % Mix.A, Mix('b'), ''.join([Mix.A, Mix.B]))
class MixI(int, Enum):
    A = 3
print(MixI.A, repr(MixI.A), MixI.A + 1, f"{MixI.A}")
class Ord(Enum):
    A = 1
    B = 2
    def __lt__(self, o): return self.value < o.value
print(Ord.A < Ord.B, sorted([Ord.B, Ord.A]))
class Fn(Enum):
    ADD = member(lambda a, b: a + b)
    k = nonmember(5)
    def __call__(self, *a): return self.value(*a)
print(Fn.ADD(1, 2), Fn.k, list(Fn.__members__))
class VN(Enum):
    value = 5
    name = 'n'
print(VN.value, VN.name, VN.value.value, VN.name.name)
import copy; print(copy.copy(Color.RED) is Color.RED, copy.deepcopy([Color.RED])[0] is Color.RED)
match Color.RED:
    case Color.GREEN: print('g')
    case Color.RED: print('r')
print(Color.RED.__class__, Color.__name__, Color.RED._name_, [m.name for m in Color], Color.RED.RED if hasattr(Color.RED, 'RED') else None, dir(Color)[-4:], hasattr(Color, 'foo'), callable(Color), Color.__doc__, issubclass(Color, Enum), type(Color))
class W(Enum):
    MON = 1
    @classmethod
    def from_date(cls, d): return cls(d)
print(W.from_date(1))
@verify(UNIQUE, CONTINUOUS)
class V(Enum):
    A = 1
    B = 2
def bad():
    @verify(CONTINUOUS)
    class V(Enum):
        A = 1
        B = 4
t(bad)
class CB(Flag, boundary=CONFORM):
    A = 1
    B = 2
print(CB(7), CB.A | CB.B); t(lambda: Enum('Q')); t(lambda: Enum())
print(isinstance(Perm.R, Flag), Color.RED.__hash__() == hash('RED'), Perm.R.__or__(3))
class O(Enum):
    _order_ = 'A B'
    A = 1
    B = 2
class Tup(tuple, Enum):
    A = (1, 2)
print(Tup.A, Tup.A.value, Tup.A[0], repr(Tup.A))

def t(s, f):
    try:
        r = f()
        print(s, '->', type(r).__name__, repr(r))
    except Exception as e:
        print(s, '!!', type(e).__name__, e)
from enum import *
import enum
class C(Enum):
    R = 1
    G = 'g'
    B = (1, 2)
    RED = 1
    @property
    def low(self): return self.name.lower()
    def m(self): return self.value
    @classmethod
    def d(cls): return cls.R
t("C.R, str(C.R), repr(C.G), C.R.name, C.R.value, C(1), C['G'], list(C), len(C), C.RED is C.R, C.RED, C.__members__, C.R in C, 1 in C, 'zz' in C, C.R.low, C.G.m(), C.d(), isinstance(C.R, C), type(C.R), C.R == 1, C.R != C.G, hash(C.R) == hash(C.R), {C.R: 1}[C.R], C, repr(C), C.R.__class__, bool(C.R), C.__name__, [*reversed(C)], C.R is C(1), f'{C.R}', f'{C.R!r:>10}', '%s' % C.R, format(C.R, '>10'), C.R.__doc__, C.__doc__, C._member_names_, C.R._name_, C.R._value_", lambda: (C.R, str(C.R), repr(C.G), C.R.name, C.R.value, C(1), C['G'], list(C), len(C), C.RED is C.R, C.RED, C.__members__, C.R in C, 1 in C, 'zz' in C, C.R.low, C.G.m(), C.d(), isinstance(C.R, C), type(C.R), C.R == 1, C.R != C.G, hash(C.R) == hash(C.R), {C.R: 1}[C.R], C, repr(C), C.R.__class__, bool(C.R), C.__name__, [*reversed(C)], C.R is C(1), f'{C.R}', f'{C.R!r:>10}', '%s' % C.R, format(C.R, '>10'), C.R.__doc__, C.__doc__, C._member_names_, C.R._name_, C.R._value_))
t('C(5)', lambda: (C(5)))
t("C['Q']", lambda: (C['Q']))
t('C.Q', lambda: (C.Q))
t('C.R < C.G', lambda: (C.R < C.G))
t("setattr(C, 'R', 5)", lambda: (setattr(C, 'R', 5)))
t("setattr(C.R, 'value', 5)", lambda: (setattr(C.R, 'value', 5)))
t("setattr(C.R, 'name', 5)", lambda: (setattr(C.R, 'name', 5)))
t("delattr(C, 'R')", lambda: (delattr(C, 'R')))
t('C()', lambda: (C()))
t('C(1, 2)', lambda: (C(1, 2)))
t('C.R()', lambda: (C.R()))
t('C.R + 1', lambda: (C.R + 1))
t('C.R.foo', lambda: (C.R.foo))
t('len(C.R)', lambda: (len(C.R)))
class I(IntEnum):
    A = 1
    B = auto()
    C = 10
t("I.A, str(I.A), repr(I.B), I.A + 1, I.A < I.B, I.A == 1, sorted([I.C, I.A]), f'{I.A}', '%d' % I.A, '%s' % I.A, format(I.A), int(I.C), I(10), [10, 20][I.A], I.A | I.B, I.A * 2.5, max(I), isinstance(I.A, int), I.A.bit_length(), I.A / 2, -I.A, hash(I.A) == hash(1), {1: 'x'}[I.A], range(I.C)[3], I.A is I(1), I.A.real, repr([I.A])", lambda: (I.A, str(I.A), repr(I.B), I.A + 1, I.A < I.B, I.A == 1, sorted([I.C, I.A]), f'{I.A}', '%d' % I.A, '%s' % I.A, format(I.A), int(I.C), I(10), [10, 20][I.A], I.A | I.B, I.A * 2.5, max(I), isinstance(I.A, int), I.A.bit_length(), I.A / 2, -I.A, hash(I.A) == hash(1), {1: 'x'}[I.A], range(I.C)[3], I.A is I(1), I.A.real, repr([I.A])))
t('I(99)', lambda: (I(99)))
class F(Flag):
    R = auto()
    W = auto()
    X = auto()
    RW = R | W
t("F.R, F.R | F.W, F.R | F.X, F.RW, F.R & F.W, ~F.R, F(0), F(3), F(7), F.R in F.RW, F.X in F.RW, bool(F.R & F.W), F.R.value, list(F), list(F.RW), len(F), F.RW.name, (F.R | F.X).name, F(0).name, str(F.R | F.X), str(F(0)), repr(F(0)), F.R ^ F.RW, F['R'], F.__members__, len(F.RW), F.R | F.R, ~F(0), ~F(7), iter(F.RW).__next__(), F.R == 1, F.R == F(1)", lambda: (F.R, F.R | F.W, F.R | F.X, F.RW, F.R & F.W, ~F.R, F(0), F(3), F(7), F.R in F.RW, F.X in F.RW, bool(F.R & F.W), F.R.value, list(F), list(F.RW), len(F), F.RW.name, (F.R | F.X).name, F(0).name, str(F.R | F.X), str(F(0)), repr(F(0)), F.R ^ F.RW, F['R'], F.__members__, len(F.RW), F.R | F.R, ~F(0), ~F(7), iter(F.RW).__next__(), F.R == 1, F.R == F(1)))
t('F(8)', lambda: (F(8)))
t('F(-1)', lambda: (F(-1)))
t('F.R | 1', lambda: (F.R | 1))
t("F('a')", lambda: (F('a')))
class IF(IntFlag):
    A = 1
    B = 2
    C = 4
t("IF.A, IF.A | IF.B, IF.A | 8, IF(9), IF(0), ~IF.A, IF.A + 1, str(IF.A | IF.B), repr(IF(16)), IF.A & 1, IF.A == 1, IF(3).name, list(IF(5)), IF.A in IF(3), f'{IF(3)}', IF.A ^ 3, 2 | IF.A, IF(-1), ~IF(0), IF.A.value, (IF.A | 8).value", lambda: (IF.A, IF.A | IF.B, IF.A | 8, IF(9), IF(0), ~IF.A, IF.A + 1, str(IF.A | IF.B), repr(IF(16)), IF.A & 1, IF.A == 1, IF(3).name, list(IF(5)), IF.A in IF(3), f'{IF(3)}', IF.A ^ 3, 2 | IF.A, IF(-1), ~IF(0), IF.A.value, (IF.A | 8).value))
class S(StrEnum):
    A = auto()
    B = 'bee'
t("S.A, str(S.A), repr(S.B), S.A == 'a', S.A + 'x', f'{S.A}', S.A.upper(), S('bee'), S['A'], {'a': 1}[S.A], isinstance(S.A, str), ','.join(S), S.A.value, len(S.B), '%s' % S.A, sorted(S)", lambda: (S.A, str(S.A), repr(S.B), S.A == 'a', S.A + 'x', f'{S.A}', S.A.upper(), S('bee'), S['A'], {'a': 1}[S.A], isinstance(S.A, str), ','.join(S), S.A.value, len(S.B), '%s' % S.A, sorted(S)))
t("S('zz')", lambda: (S('zz')))
def badS():
    class X(StrEnum):
        A = 1
t('badS()', lambda: (badS()))
def dup():
    @unique
    class X(Enum):
        A = 1
        B = 1
t('dup()', lambda: (dup()))
def dup2():
    class X(Enum):
        A = 1
        A = 2
t('dup2()', lambda: (dup2()))
def sub():
    class X(C): pass
t('sub()', lambda: (sub()))
def sub2():
    class X(C):
        Z = 5
t('sub2()', lambda: (sub2()))
An = Enum('An', 'CAT DOG'); An2 = Enum('An2', ['A', 'B'], start=5); An3 = Enum('An3', {'x': 1, 'y': 'z'}); An4 = Enum('An4', [('p', 1), ('q', 2)]); An5 = IntEnum('An5', 'a, b', module='mm', qualname='qq')
t("An.CAT, list(An), An.DOG.value, list(An2), list(An3), list(An4), list(An5), An, An.__module__, An5.__module__, An5.__qualname__, An['CAT'], An(2)", lambda: (An.CAT, list(An), An.DOG.value, list(An2), list(An3), list(An4), list(An5), An, An.__module__, An5.__module__, An5.__qualname__, An['CAT'], An(2)))
class Planet(Enum):
    MERCURY = (3.303e+23, 2.4397e6)
    EARTH = (5.976e+24, 6.37814e6)
    def __init__(self, mass, radius):
        self.mass = mass; self.radius = radius
    @property
    def g(self): return 6.67e-11 * self.mass / self.radius ** 2
t('Planet.EARTH.g, Planet.EARTH.mass, Planet.EARTH, Planet((3.303e+23, 2.4397e6)).name, Planet.EARTH.value', lambda: (Planet.EARTH.g, Planet.EARTH.mass, Planet.EARTH, Planet((3.303e+23, 2.4397e6)).name, Planet.EARTH.value))
class Auto(Enum):
    def _generate_next_value_(name, start, count, last_values): return name.lower() + str(count)
    A = auto()
    B = auto()
t('list(Auto)', lambda: (list(Auto)))
class Mis(Enum):
    A = 1
    B = 2
    @classmethod
    def _missing_(cls, v):
        if isinstance(v, str): return cls[v.upper()]
        return None
t("Mis('a'), Mis('b')", lambda: (Mis('a'), Mis('b')))
t('Mis(7)', lambda: (Mis(7)))
class Nw(Enum):
    A = (1, 'x')
    B = (2, 'y')
    def __new__(cls, v, label):
        o = object.__new__(cls); o._value_ = v; o.label = label; return o
t('Nw.A, Nw(1).label, Nw.B.value, list(Nw)', lambda: (Nw.A, Nw(1).label, Nw.B.value, list(Nw)))
class Ord(Enum):
    LO = 1
    HI = 2
    def __lt__(self, o): return self.value < o.value
    def __str__(self): return f'<{self.name}>'
t("Ord.LO < Ord.HI, sorted([Ord.HI, Ord.LO]), str(Ord.LO), f'{Ord.LO}', Ord.LO, max(Ord.LO, Ord.HI)", lambda: (Ord.LO < Ord.HI, sorted([Ord.HI, Ord.LO]), str(Ord.LO), f'{Ord.LO}', Ord.LO, max(Ord.LO, Ord.HI)))
class NM(Enum):
    A = 1
    X = nonmember(5)
    @member
    def f(self): return 3
    _ignore_ = ['t']
    t = 3
t('NM.X, NM.A, list(NM) and len(NM)', lambda: (NM.X, NM.A, list(NM) and len(NM)))
class Mix(str, Enum):
    A = 'a'
    B = 'b'
t("Mix.A, str(Mix.A), Mix.A == 'a', f'{Mix.A}', Mix.A.upper(), 'x' + Mix.B, Mix('a'), repr(Mix.A), '%s' % Mix.A, format(Mix.A, '>5')", lambda: (Mix.A, str(Mix.A), Mix.A == 'a', f'{Mix.A}', Mix.A.upper(), 'x' + Mix.B, Mix('a'), repr(Mix.A), '%s' % Mix.A, format(Mix.A, '>5')))
class Num(int, Enum):
    ONE = 1
t("Num.ONE, str(Num.ONE), f'{Num.ONE}', Num.ONE + 1, Num.ONE == 1", lambda: (Num.ONE, str(Num.ONE), f'{Num.ONE}', Num.ONE + 1, Num.ONE == 1))
class Fl(float, Enum):
    H = 0.5
t('Fl.H, Fl.H * 2, str(Fl.H)', lambda: (Fl.H, Fl.H * 2, str(Fl.H)))
class Op(Enum):
    ADD = '+'
    SUB = '-'
    def __call__(self, a, b): return a + b if self is Op.ADD else a - b
t("Op.ADD(1, 2), Op('-')(5, 3)", lambda: (Op.ADD(1, 2), Op('-')(5, 3)))
class Bd(Flag, boundary=CONFORM):
    A = 1
    B = 2
t('Bd(5), Bd(7)', lambda: (Bd(5), Bd(7)))
class Bk(Flag, boundary=KEEP):
    A = 1
t('Bk(5)', lambda: (Bk(5)))
class Day(Enum):
    MON = auto(); TUE = auto()
    @classmethod
    def parse(cls, s): return cls[s.upper()]
    @staticmethod
    def st(): return 's'
    def next(self):
        m = list(type(self)); return m[(m.index(self) + 1) % len(m)]
t("Day.parse('tue'), Day.MON.next().next(), Day.st(), [d.name for d in Day], {d.value: d for d in Day}, dict(Day.__members__), Day.MON.name.title()", lambda: (Day.parse('tue'), Day.MON.next().next(), Day.st(), [d.name for d in Day], {d.value: d for d in Day}, dict(Day.__members__), Day.MON.name.title()))
match Day.MON:
    case Day.TUE: print('no')
    case Day.MON: print('mon')
t('verify(UNIQUE)(C) if 0 else 1', lambda: (verify(UNIQUE)(C) if 0 else 1))
def cont():
    @verify(CONTINUOUS)
    class X(IntEnum):
        A = 1
        B = 3
t('cont()', lambda: (cont()))
class E0(Enum): pass
t('list(E0), E0, issubclass(C, Enum), issubclass(I, int), C.__bases__, I.__mro__', lambda: (list(E0), E0, issubclass(C, Enum), issubclass(I, int), C.__bases__, I.__mro__))
class Desc(Enum):
    A = 1
    def describe(self): return self.name, self.value
    def __repr__(self): return 'D.' + self.name
t('Desc.A.describe(), Desc.A, [Desc.A], str(Desc.A)', lambda: (Desc.A.describe(), Desc.A, [Desc.A], str(Desc.A)))
class Nest(Enum):
    A = {'k': 1}
    B = [1, 2]
    F = lambda x: x
t("Nest.A.value['k'], Nest([1, 2]), Nest({'k': 1}), len(Nest)", lambda: (Nest.A.value['k'], Nest([1, 2]), Nest({'k': 1}), len(Nest)))
import copy
t('copy.copy(C.R) is C.R, copy.deepcopy([C.R])[0] is C.R', lambda: (copy.copy(C.R) is C.R, copy.deepcopy([C.R])[0] is C.R))
t('dir(C), dir(C.R)', lambda: (dir(C), dir(C.R)))

import abc, math
from typing import NamedTuple, Generic, TypeVar, Callable, Iterator
from collections.abc import MutableMapping, Sequence, Iterable
from functools import singledispatch, cached_property, total_ordering, cmp_to_key
from fractions import Fraction
from enum import IntEnum, Flag, StrEnum, unique, IntFlag
T = TypeVar('T')
class Stack(Generic[T]):
    def __init__(self, items: Iterable[T] = ()): self._items: list[T] = list(items)
    def push(self, x: T) -> 'Stack[T]': self._items.append(x); return self
    def pop(self) -> T:
        if not self._items: raise IndexError('pop from empty stack')
        return self._items.pop()
    def __repr__(self): return f'{type(self).__name__}({self._items!r})'
    def __bool__(self): return bool(self._items)
s = Stack[int]([1, 2]).push(3)
print(s, s.pop(), bool(Stack()), s)
try: Stack().pop()
except IndexError as e: print(type(e).__name__, e)
class Shape(abc.ABC):
    registry: dict[str, type] = {}
    def __init_subclass__(cls, /, kind=None, **kw):
        super().__init_subclass__(**kw)
        Shape.registry[kind or cls.__name__.lower()] = cls
    @property
    @abc.abstractmethod
    def area(self) -> float: ...
    @classmethod
    def make(cls, kind, *a): return cls.registry[kind](*a)
    def __lt__(self, o): return self.area < o.area
    def __format__(self, spec): return f'{type(self).__name__}<{self.area:{spec or ".2f"}}>'
class Circle(Shape):
    def __init__(self, r): self.r = r
    @cached_property
    def area(self): return math.pi * self.r ** 2
class Rect(Shape, kind='box'):
    def __init__(self, w, h): self.w, self.h = w, h
    @property
    def area(self): return self.w * self.h
shapes = [Shape.make('circle', 1), Shape.make('box', 2, 3), Shape.make('box', 1, 1)]
print(*(f'{x}' for x in sorted(shapes)), sep=', ')
print(f'{shapes[0]:.4f}', f'{min(shapes):>8.1f}', list(Shape.registry))
try: Shape()
except TypeError as e: print(e)
class CaseDict(MutableMapping):
    def __init__(self, *a, **k): self._d = {}; self.update(*a, **k)
    def __getitem__(self, k): return self._d[k.lower()][1]
    def __setitem__(self, k, v): self._d[k.lower()] = (k, v)
    def __delitem__(self, k): del self._d[k.lower()]
    def __iter__(self): return (k for k, _ in self._d.values())
    def __len__(self): return len(self._d)
    def __repr__(self): return f'CaseDict({dict(self.items())})'
d = CaseDict(Hello=1, WORLD=2)
print(d['hello'], d.get('x', 'none'), d, 'world' in d, d.pop('HELLO'), list(d), d.setdefault('n', 5), dict(d), d == {'WORLD': 2, 'n': 5})
@singledispatch
def show(x): return f'obj {x!r}'
@show.register
def _(x: int): return f'int {x:,}'
@show.register(list)
@show.register(tuple)
def _(x): return '[' + ', '.join(map(show, x)) + ']'
@show.register
def _(x: str): return f'str {x.upper()}'
@show.register(type(None))
def _(x): return 'nothing'
print(show([1234567, 'a', None, 2.5, (1, True)]))
class Perm(Flag):
    R = 4; W = 2; X = 1
    RWX = R | W | X
p = Perm.R | Perm.W
print(p, p.value, Perm.W in p, Perm.X in p, ~p, p ^ Perm.R, Perm.RWX & Perm.X, [x.name for x in Perm], bool(p & Perm.X), Perm(5))
class Level(IntEnum):
    LOW = 1; MID = 5; HIGH = 10
print(Level.LOW < Level.HIGH, sorted([Level.HIGH, Level.LOW]), Level(5), Level['MID'] + 1, f'{Level.LOW:03d}', Level.HIGH == 10, [0] * Level.MID)
class Color(StrEnum):
    RED = 'red'; GREEN = 'green'
print(Color.RED, Color('green').name, Color.RED == 'red', 'x-' + Color.RED, [c.value for c in Color], repr(Color.RED))
class Emp(NamedTuple):
    name: str
    salary: float = 1000.0
    def raised(self, pct): return self._replace(salary=self.salary * (1 + pct / 100))
e = Emp('Bob'); print(e, e.raised(10), e[0], e._asdict(), e == ('Bob', 1000.0)); n, sal = e; print(n, sal)
@total_ordering
class Version:
    def __init__(self, s): self.parts = tuple(map(int, s.split('.')))
    def __eq__(self, o): return isinstance(o, Version) and self.parts == o.parts
    def __lt__(self, o): return self.parts < o.parts
    def __hash__(self): return hash(self.parts)
    def __repr__(self): return 'v' + '.'.join(map(str, self.parts))
vs = [Version('1.10'), Version('1.2'), Version('1.2.0')]
print(sorted(vs), max(vs), Version('1.2') <= Version('1.2'), len({Version('1'), Version('1')}))
print(sorted(['banana', 'kiwi', 'apple'], key=cmp_to_key(lambda a, b: len(a) - len(b) or (a > b) - (a < b))))
print(sum([Fraction(1, i) for i in range(1, 6)]), Fraction('0.75') + Fraction(1, 3), float(Fraction(1, 3)), Fraction(7, 3).limit_denominator(2), round(Fraction(22, 7), 3), Fraction(3, 4) ** 2, divmod(Fraction(7, 2), Fraction(1, 3)))
def harmonic(n) -> Iterator[Fraction]:
    total = Fraction(0)
    for i in range(1, n + 1):
        total += Fraction(1, i); yield total
print(*harmonic(5))
print(f'{Fraction(1, 3):.5f} {Fraction(5, 2)} {Fraction(10, 5)!r}')
match e:
    case Emp(name='Bob', salary=s) if s > 500: print('rich bob', s)
match {'type': 'circle', 'r': 2, 'extra': 1}:
    case {'type': 'circle', 'r': r, **rest}: print(r, rest)
print(f"{'name':<10}|{'qty':>5}|{'price':^10}|")
for nm, q, pr in [('apple', 3, 1.5), ('kiwi', 12, 0.25)]: print(f"{nm:<10}|{q:>5d}|{pr:^10.2f}|{q * pr:+.3e}|{q / 7:%}")

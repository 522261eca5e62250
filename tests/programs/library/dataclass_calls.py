def t(s, f):
    try:
        r = f()
        print(s, '->', type(r).__name__, repr(r))
    except Exception as e:
        print(s, '!!', type(e).__name__, e)
from dataclasses import *
import dataclasses, copy
from typing import *
@dataclass
class A:
    x: int
    y: str = 'q'
    z: list = field(default_factory=list)
t("A(1), A(1, 'b', [2]), A(x=1) == A(1), A(1) != A(2), A.__match_args__, [f.name for f in fields(A)], asdict(A(1)), astuple(A(1)), replace(A(1), x=5), is_dataclass(A), is_dataclass(A(1)), is_dataclass(5), A.y, A(1) == 5, A.__doc__, A.__name__, A.__annotations__", lambda: (A(1), A(1, 'b', [2]), A(x=1) == A(1), A(1) != A(2), A.__match_args__, [f.name for f in fields(A)], asdict(A(1)), astuple(A(1)), replace(A(1), x=5), is_dataclass(A), is_dataclass(A(1)), is_dataclass(5), A.y, A(1) == 5, A.__doc__, A.__name__, A.__annotations__))
t('A()', lambda: (A()))
t('A(1, 2, 3, 4)', lambda: (A(1, 2, 3, 4)))
t('A(1, q=2)', lambda: (A(1, q=2)))
t('A(1, x=2)', lambda: (A(1, x=2)))
t('A.x', lambda: (A.x))
t('A(1) < A(2)', lambda: (A(1) < A(2)))
t('hash(A(1))', lambda: (hash(A(1))))
t('replace(A(1), q=5)', lambda: (replace(A(1), q=5)))
t('asdict(5)', lambda: (asdict(5)))
t('astuple(5)', lambda: (astuple(5)))
t('fields(5)', lambda: (fields(5)))
t('fields(int)', lambda: (fields(int)))
t('A.__hash__', lambda: (A.__hash__))
t('fields(A)[0].type, fields(A)[1].default, fields(A)[0].default is MISSING, fields(A)[2].default_factory, fields(A)[0].init, fields(A)[0].repr, fields(A)[0].metadata, fields(A)[0].kw_only', lambda: (fields(A)[0].type, fields(A)[1].default, fields(A)[0].default is MISSING, fields(A)[2].default_factory, fields(A)[0].init, fields(A)[0].repr, fields(A)[0].metadata, fields(A)[0].kw_only))
@dataclass(order=True, frozen=True)
class B:
    a: int
    b: float = 0.5
t('B(1) < B(2), B(1) <= B(1), B(1) > B(0), sorted([B(3), B(1), B(2)]), hash(B(1)) == hash(B(1)), {B(1): 2}[B(1)], max(B(1), B(5, 2))', lambda: (B(1) < B(2), B(1) <= B(1), B(1) > B(0), sorted([B(3), B(1), B(2)]), hash(B(1)) == hash(B(1)), {B(1): 2}[B(1)], max(B(1), B(5, 2))))
t("setattr(B(1), 'a', 5)", lambda: (setattr(B(1), 'a', 5)))
t("delattr(B(1), 'a')", lambda: (delattr(B(1), 'a')))
t("setattr(B(1), 'q', 5)", lambda: (setattr(B(1), 'q', 5)))
t('B(1) < 5', lambda: (B(1) < 5))
t('B(1) < A(1)', lambda: (B(1) < A(1)))
@dataclass
class Base:
    p: int
    q: int = 2
@dataclass
class Der(Base):
    r: int = 3
    p: int = 9
t('Der(), Der(1, 2, 3), Der.__mro__[1].__name__, [f.name for f in fields(Der)], Der() == Base(9, 2)', lambda: (Der(), Der(1, 2, 3), Der.__mro__[1].__name__, [f.name for f in fields(Der)], Der() == Base(9, 2)))
def bad1():
    @dataclass
    class X:
        a: int = 1
        b: int
t('bad1()', lambda: (bad1()))
def bad2():
    @dataclass
    class X:
        a: list = []
t('bad2()', lambda: (bad2()))
def bad3():
    @dataclass(order=True)
    class X:
        a: int
        def __lt__(self, o): return 1
t('bad3()', lambda: (bad3()))
def bad4():
    @dataclass(eq=False, order=True)
    class X:
        a: int
t('bad4()', lambda: (bad4()))
def bad5():
    @dataclass
    class X(B):
        a: int
t('bad5()', lambda: (bad5()))
def bad6():
    field(default=1, default_factory=list)
t('bad6()', lambda: (bad6()))
def bad7():
    @dataclass
    class X:
        a = field()
t('bad7()', lambda: (bad7()))
@dataclass
class PI:
    a: int
    b: InitVar[int] = 3
    c: int = field(init=False)
    d: ClassVar[int] = 10
    e: int = field(default=1, repr=False, compare=False)
    def __post_init__(self, b): self.c = self.a * b
t('PI(2), PI(2, 5).c, PI(2) == PI(2, e=9), PI.d, [f.name for f in fields(PI)], PI(1).b, asdict(PI(1))', lambda: (PI(2), PI(2, 5).c, PI(2) == PI(2, e=9), PI.d, [f.name for f in fields(PI)], PI(1).b, asdict(PI(1))))
t('PI(1, c=5)', lambda: (PI(1, c=5)))
@dataclass(slots=True)
class S:
    a: int
    b: int = 2
t("S(1), S(1).b, S.__slots__, hasattr(S(1), '__dict__')", lambda: (S(1), S(1).b, S.__slots__, hasattr(S(1), '__dict__')))
t("setattr(S(1), 'z', 5)", lambda: (setattr(S(1), 'z', 5)))
@dataclass(kw_only=True)
class K:
    a: int
    b: int = 2
t('K(a=1), K(a=1, b=3)', lambda: (K(a=1), K(a=1, b=3)))
t('K(1)', lambda: (K(1)))
t('K()', lambda: (K()))
@dataclass
class K2:
    a: int
    _: KW_ONLY
    b: int = 2
    c: int
t('K2(1, c=3), K2.__match_args__', lambda: (K2(1, c=3), K2.__match_args__))
t('K2(1)', lambda: (K2(1)))
t('K2(1, 2)', lambda: (K2(1, 2)))
@dataclass(unsafe_hash=True)
class U:
    a: int
    b: list = field(hash=False, default_factory=list)
t('hash(U(1)) == hash((1,)), {U(1): 5}', lambda: (hash(U(1)) == hash((1,)), {U(1): 5}))
@dataclass(repr=False, eq=False)
class N:
    a: int
t('N(1) == N(1), repr(N(1))[:15], hash(N(1)) is not None', lambda: (N(1) == N(1), repr(N(1))[:15], hash(N(1)) is not None))
@dataclass(init=False)
class NI:
    a: int
    def __init__(self, v): self.a = v * 2
t('NI(4), NI(4) == NI(4)', lambda: (NI(4), NI(4) == NI(4)))
@dataclass
class Node:
    v: int
    nxt: 'Optional[Node]' = None
    kids: List['Node'] = field(default_factory=list)
n = Node(1, Node(2)); n.kids.append(n)
t('n, Node(1, Node(2)) == Node(1, Node(2)), asdict(Node(1, Node(2), [Node(3)])), astuple(Node(1, Node(2)))', lambda: (n, Node(1, Node(2)) == Node(1, Node(2)), asdict(Node(1, Node(2), [Node(3)])), astuple(Node(1, Node(2)))))
P = make_dataclass('P', ['x', ('y', int), ('z', int, field(default=5))], namespace={'dist': lambda self: self.x + self.y})
t('P(1, 2), P(1, 2).dist(), P.__name__, P.__module__', lambda: (P(1, 2), P(1, 2).dist(), P.__name__, P.__module__))
t("make_dataclass('Q', ['a'], bases=(A,), frozen=False) if 0 else 1", lambda: (make_dataclass('Q', ['a'], bases=(A,), frozen=False) if 0 else 1))
t("make_dataclass('Q', ['def'])", lambda: (make_dataclass('Q', ['def'])))
t("make_dataclass('Q', ['a', 'a'])", lambda: (make_dataclass('Q', ['a', 'a'])))
t("asdict(A(1, 'x', [A(2), {'k': A(3)}, (A(4),)])), asdict(A(1), dict_factory=lambda l: l), astuple(A(1), tuple_factory=list)", lambda: (asdict(A(1, 'x', [A(2), {'k': A(3)}, (A(4),)])), asdict(A(1), dict_factory=lambda l: l), astuple(A(1), tuple_factory=list)))
t("copy.copy(A(1)), copy.deepcopy(A(1, 'a', [[1]])), copy.replace(A(1), x=9)", lambda: (copy.copy(A(1)), copy.deepcopy(A(1, 'a', [[1]])), copy.replace(A(1), x=9)))
@dataclass
class WithProp:
    _v: int = 0
    @property
    def v(self): return self._v
    def __str__(self): return f'v={self._v}'
    @classmethod
    def make(cls): return cls(7)
    @staticmethod
    def st(): return 1
t("str(WithProp()), repr(WithProp()), WithProp.make(), f'{WithProp(3)}', WithProp().v", lambda: (str(WithProp()), repr(WithProp()), WithProp.make(), f'{WithProp(3)}', WithProp().v))
@dataclass
class G(Generic[TypeVar('T')]):
    v: int
t('G(1), G[int](2)', lambda: (G(1), G[int](2)))
match A(1, 'w'):
    case A(1, y): print('m', y)
match A(5):
    case A(x=5, z=[]): print('m2')
class Plain:
    x: int = 5
t('dataclass(Plain)(), dataclass(Plain).__init__.__qualname__, A.__init__.__name__, A.__eq__.__qualname__, A.__repr__.__qualname__, A.__init__.__annotations__, A.__init__.__defaults__', lambda: (dataclass(Plain)(), dataclass(Plain).__init__.__qualname__, A.__init__.__name__, A.__eq__.__qualname__, A.__repr__.__qualname__, A.__init__.__annotations__, A.__init__.__defaults__))
t('dataclass(5)', lambda: (dataclass(5)))
t("FrozenInstanceError.__mro__[1], FrozenInstanceError('x')", lambda: (FrozenInstanceError.__mro__[1], FrozenInstanceError('x')))
@dataclass
class EqT:
    a: float
    b: Any = None
t("EqT(float('nan')) == EqT(float('nan')), EqT(1) == EqT(1.0), EqT(1, [2]) == EqT(1, [2])", lambda: (EqT(float('nan')) == EqT(float('nan')), EqT(1) == EqT(1.0), EqT(1, [2]) == EqT(1, [2])))
@dataclass(frozen=True)
class FP:
    a: int
    def __post_init__(self):
        if self.a < 0: raise ValueError('neg')
        object.__setattr__(self, 'a', self.a + 1)
t('FP(1)', lambda: (FP(1)))
t('FP(-1)', lambda: (FP(-1)))
@dataclass(frozen=True, slots=True)
class FS:
    a: int = 1
t('FS(), hash(FS()) == hash(FS()), FS(2) == FS(2)', lambda: (FS(), hash(FS()) == hash(FS()), FS(2) == FS(2)))
t("setattr(FS(), 'a', 2)", lambda: (setattr(FS(), 'a', 2)))
t("setattr(FS(), 'b', 2)", lambda: (setattr(FS(), 'b', 2)))
@dataclass(order=True)
class Pr:
    sort_index: float = field(init=False, repr=False)
    name: str
    pr: int
    def __post_init__(self): self.sort_index = self.pr
t("sorted([Pr('a', 3), Pr('b', 1)]), Pr('a', 1) < Pr('b', 2)", lambda: (sorted([Pr('a', 3), Pr('b', 1)]), Pr('a', 1) < Pr('b', 2)))
t('A.__dataclass_params__', lambda: (A.__dataclass_params__))
t('A.__dataclass_fields__.keys()', lambda: (A.__dataclass_fields__.keys()))
@dataclass
class Outer:
    @dataclass
    class Inner:
        a: int
    i: Inner
t('Outer(Outer.Inner(1))', lambda: (Outer(Outer.Inner(1))))
def loc():
    @dataclass
    class L:
        a: int
    return L(1)
t('loc()', lambda: (loc()))

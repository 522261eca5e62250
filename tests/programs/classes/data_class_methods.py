from dataclasses import dataclass, field, replace, asdict, fields, InitVar, KW_ONLY
from typing import ClassVar, Optional
import dataclasses

@dataclass
class P:
    x: int
    y: int = 3

@dataclass
class D:
    name: str
    n: int = 0
    items: list = field(default_factory=list)
    table: dict[str, int] = field(default_factory=dict)
    grid: list = field(default_factory=lambda: [0] * 4)

@dataclass
class Post:
    w: float
    h: float
    area: float = field(init=False)
    def __post_init__(self):
        if self.w < 0:
            raise ValueError("negative width")
        self.area = self.w * self.h

@dataclass(frozen=True, order=True)
class F:
    x: int
    y: str = "a"

@dataclass(slots=True)
class S:
    x: int
    y: int = 5
    def total(self):
        return self.x + self.y

@dataclass(frozen=True, slots=True)
class FS:
    x: int
    y: tuple = ()

@dataclass
class Derived(P):
    z: float = 1.5
    limit: ClassVar[int] = 7

@dataclass
class I:
    a: int
    b: InitVar[int]
    c: int = field(init=False, default=9)
    _: KW_ONLY
    k: int = 4
    def __post_init__(self, b):
        self.a += b

class Color:
    RED = 1
counter = 0
def next_id():
    global counter
    counter += 1
    return counter

@dataclass
class Id:
    name: str
    id: int = field(default_factory=next_id)
    best: int = Color.RED
    p: Optional[P] = None
    q: P = field(default_factory=lambda: P(1, 2))
    inner: P = field(default_factory=None or (lambda: P(5)))

@dataclass(unsafe_hash=True)
class H:
    x: int = field(hash=False)
    y: int = field(compare=False)
    z: int = 0

@dataclass(eq=False)
class NoEq:
    x: int
@dataclass(init=False)
class NoInit:
    x: int
    def __init__(self):
        self.x = 9
@dataclass
class OwnInit:
    x: int
    def __init__(self, a, b):
        self.x = a + b
    def __eq__(self, other):
        return "own"
    def __repr__(self):
        return "OwnInit!"
@dataclass(kw_only=True)
class KW:
    x: int = 0
    y: int
def main():
    p = P(1)
    q = P(1, 3)
    print(p, q, p == q, p != q, P(x=2), p == 3, P(y=1, x=0))
    d = D("a")
    e = D("a", 1, [1], {"k": 2})
    d.items.append(3)
    d.table["z"] = 1
    d.grid[1] += 5
    print(d, e, D("a"), d == e, D("q", items=[7]), D("q", table={}, n=5), D("none", 1, None))
    for w in (2.0, 3.0, -1.0):
        try:
            print(Post(w, 2.0))
        except ValueError as err:
            print("error", err)
    a, b = F(1), F(1, "b")
    print(a < b, a <= b, a > b, a >= b, a == b, sorted([F(3), F(2, "z"), F(2)]), hash(a) == hash((1, "a")), {a: 1}[F(1)])
    try:
        a.x = 4
    except dataclasses.FrozenInstanceError as err:
        print(type(err).__name__, err)
    try:
        del a.x
    except dataclasses.FrozenInstanceError as err:
        print(type(err).__name__, err)
    s = S(1)
    s.y += 5
    print(s, s.total(), S(1, 10) == s, S.__slots__, hasattr(s, "__dict__"))
    try:
        s.zz = 1
    except AttributeError as err:
        print(err)
    f = FS(1)
    print(f, hash(f) == hash((1, ())), {f, FS(1), FS(2)} == {FS(1), FS(2)})
    print(Derived(1), Derived(1, 2, 3.0), Derived(1) == P(1), Derived.limit, P(1) == Derived(1))
    print(I(1, 2), I(1, b=5, k=9), I(1, 1).c)
    print(Id("a"), Id("b"), Id("c", 77), counter)
    print(H(1, 2) == H(1, 5), hash(H(1, 2, 3)) == hash(H(5, 6, 3)), NoEq(1) == NoEq(1), NoInit(), OwnInit(1, 2) == 1, OwnInit(1, 2))
    print(KW(y=1), KW(y=1, x=2))
    print(replace(d, n=9), asdict(e), [f.name for f in fields(D)])
    for bad in (lambda: P(), lambda: P(1, 2, 3), lambda: P(1, z=2), lambda: D(), lambda: KW(1), lambda: P(1, x=1), lambda: F(1) < 3, lambda: P(1) < P(2), lambda: F(1) < F("a")):
        try:
            bad()
        except TypeError as err:
            print("TypeError:", err)
    print(P.__init__.__defaults__, P.__init__.__doc__, P.__init__.__qualname__, P.__init__.__module__, P.__doc__, D.__doc__)
    print(P.__init__.__annotations__, "__init__" in P.__dict__)
    print(P.__init__.__code__.co_varnames, P.__init__.__code__.co_filename, P.__static_attributes__, P.__match_args__, P.__hash__)
    match p:
        case P(x, y):
            print("match", x, y)

class Sub(F):
    def __init__(self, v):
        super().__init__(v, "sub")
class Free(P):
    pass
print(Sub(5), Free(1), Free(1) == P(1), Free(1) == Free(1), Free(2).x)
main()
P.__init__ = lambda self, x: setattr(self, "x", x * 100)
print(P(2).x)
def late():
    try:
        Post(-2.0, 1.0)
    finally:
        print("done")
late()

from dataclasses import dataclass, field, asdict, astuple, replace, fields, InitVar, KW_ONLY, is_dataclass, make_dataclass
from typing import ClassVar
@dataclass
class P:
    x: int
    y: int = 0
    tags: list = field(default_factory=list)
    n: ClassVar[int] = 0
    def dist(self): return (self.x ** 2 + self.y ** 2) ** 0.5
p = P(3, 4); print(p, p.dist(), p == P(3, 4), p != P(1), asdict(p), astuple(p), replace(p, x=9), [f.name for f in fields(P)], is_dataclass(p), P.__match_args__, P.__annotations__)
@dataclass(order=True, frozen=True, slots=True)
class V:
    major: int; minor: int = 0
    label: str = field(default="", compare=False, repr=False)
print(V(1, 2) < V(1, 3), sorted([V(2), V(1, 5)]), hash(V(1)) == hash(V(1)), {V(1): "a"}[V(1)])
for fn in (lambda: setattr(V(1), "major", 3), lambda: P(), lambda: P(1, 2, 3, 4), lambda: V(1) < 3, lambda: hash(P(1))):
    try: fn()
    except Exception as e: print(type(e).__name__, e)
@dataclass
class C(P):
    z: float = 1.5
    _: KW_ONLY
    k: str = "kw"
    init: InitVar[int] = 5
    computed: int = field(init=False)
    def __post_init__(self, init): self.computed = self.x + init
print(C(1, 2, [], 3.0, k="q", init=10), C(1).computed)
try:
    @dataclass
    class Bad:
        a: int = 0
        b: str
except TypeError as e: print(e)
try:
    @dataclass
    class Bad2:
        a: list = []
except ValueError as e: print(e)
D = make_dataclass("D", [("a", int), ("b", str, "x")]); print(D(1))
@dataclass(kw_only=True)
class K: a: int; b: int = 2
print(K(a=1))
try: K(1)
except TypeError as e: print(e)
@dataclass(eq=False, repr=False)
class N: a: int
print(N(1) == N(1), repr(N(1)).startswith("<__main__.N object"))
@dataclass
class Inv:
    items: dict[str, int] = field(default_factory=dict)
    def add(self, n, q=1): self.items[n] = self.items.get(n, 0) + q; return self
    def __len__(self): return sum(self.items.values())
print(Inv().add("a").add("b", 2), len(Inv().add("z", 5)))
@dataclass
class Tree:
    v: int
    l: "Tree | None" = None
    r: "Tree | None" = None
    def __iter__(self):
        if self.l: yield from self.l
        yield self.v
        if self.r: yield from self.r
print(Tree(2, Tree(1), Tree(3)), list(Tree(2, Tree(1), Tree(3))), asdict(Tree(1, Tree(0))))

from dataclasses import *
from typing import ClassVar, List
@dataclass
class P:
    x: int
    y: int = 0
    tags: list = field(default_factory=list)
    c: ClassVar[int] = 5
print(P(1), P(1,2,[3]), P(1)==P(1), P(1)!=P(2))
def t(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
t(lambda: P()); t(lambda: P(1,2,3,4)); t(lambda: P(1, x=2)); t(lambda: P(1, z=2)); t(lambda: P(1, tagz=2))
@dataclass(order=True, frozen=True)
class Q(object):
    a: int
    b: str = field(default="q", compare=False, repr=False)
print(sorted([Q(3), Q(1), Q(2)]), hash(Q(1)) == hash(Q(1, "z")), Q(1) < Q(2), Q.__match_args__)
t(lambda: setattr(Q(1), 'a', 3)); t(lambda: delattr(Q(1), 'a')); t(lambda: Q(1) < 3)
@dataclass
class R(P):
    z: InitVar[int] = 3
    def __post_init__(self, z): self.w = z * 2
r = R(1, z=7); print(r, r.w, asdict(r), astuple(r), fields(r)[0].name)
print(replace(r, x=9, z=1).w)
@dataclass(slots=True)
class S:
    a: int = 1
    b: "list[int]" = field(default_factory=list, kw_only=True)
s = S(4); print(s, S.__slots__, hasattr(s, '__dict__'))
t(lambda: setattr(s, 'q', 1))
t(lambda: S(1, 2)); t(lambda: S(1, 2, b=3)); t(lambda: S.__hash__)
@dataclass(kw_only=True)
class K:
    a: int
    b: int
t(lambda: K()); t(lambda: K(a=1)); t(lambda: K(1, 2)); t(lambda: K(1, a=2, b=3)); t(lambda: K(a=2,b=1))
@dataclass
class KK:
    a: int
    _: KW_ONLY
    b: int = 3
t(lambda: KK(1, 2)); t(lambda: KK(1, b=2))
def bad():
    @dataclass
    class B:
        a: list = []
t(bad)
def bad():
    @dataclass
    class B:
        a: int = 1
        b: int
t(bad)
D = make_dataclass('D', [('x', int), ('y', int, field(default=5))], namespace={'add': lambda self: self.x + self.y})
print(D(1), D(1).add(), D.__doc__, is_dataclass(D), is_dataclass(3), P.__doc__, K.__doc__)
@dataclass
class T:
    l: int
    r: 'T' = None
a = T(1); a.r = a; print(a)
@dataclass(unsafe_hash=True)
class U:
    a: int
    b: list = field(hash=False, default_factory=list)
print(hash(U(1)) == hash((1,)), U(1).__eq__(3), U.__dataclass_params__)
match P(1,2):
    case P(x, y): print(x, y)
print(P.__init__.__qualname__)
t(lambda: replace(3)); t(lambda: fields(3)); t(lambda: asdict(P))

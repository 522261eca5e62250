"""What a test shows of a variable, and what happens where the guess behind it is wrong."""
from enum import Enum, Flag, IntEnum, auto
from dataclasses import dataclass, field
from functools import cache, lru_cache, reduce, wraps, total_ordering
import copy, functools, itertools, operator


class Node:
    def __init__(self, value, next=None):
        self.value = value
        self.next = next


def length(node):
    n = 0
    while node is not None:
        n += node.value
        node = node.next
    return n


def length2(node):
    n = 0
    while node:
        node, n = node.next, n + 1
    return n


chain = Node(1, Node(2, Node(3.5)))
print(length(chain), length(None), length2(chain))


def kind(x):
    if x is None:
        return "none"
    if isinstance(x, bool):
        return not x
    if isinstance(x, int):
        return x + 1
    if isinstance(x, (float, complex)):
        return x * 2
    if not isinstance(x, str):
        if isinstance(x, (list, tuple)):
            return [kind(i) for i in x]
        return type(x).__name__
    return x.upper()


class Int(int):
    pass


class Text(str):
    def upper(self):
        return "mine"


print([kind(x) for x in [None, True, 2**70, 3, 1.5, 2j, "a", [1, "b"], (None,), {}, Int(4), Text("x"), {1}]])


def exact(x):
    if type(x) is int:
        return x + 1
    elif type(x) == float:
        return x / 2
    return repr(x)


print(exact(3), exact(True), exact(2.5), exact(Int(3)), exact(2**63 - 1))


class Liar:
    @property
    def __class__(self):
        return int

    def __add__(self, other):
        return "liar"


def trusting(x):
    if isinstance(x, int):
        return x + 1
    return "no int"


print(trusting(1), trusting(Liar()))


class Meta(type):
    def __instancecheck__(cls, instance):
        return True


class Everything(metaclass=Meta):
    def hello(self):
        return "hello"


def greet(x):
    if isinstance(x, Everything):
        try:
            return x.hello()
        except AttributeError as error:
            return str(error)
    return "never"


print(greet(Everything()), greet(3))


def default(items=None, scale=None):
    if items is None:
        items = []
    scale = scale or 2
    items.append(scale)
    return items


print(default(), default([1]), default(scale=2.5), default((lambda: [0])()))


def walrus(values):
    out = []
    it = iter(values)
    while (v := next(it, None)) is not None:
        if (w := v % 3) and isinstance(v, int):
            out.append((v, w))
    return out


print(walrus([1, 2.5, 3, 4, 2**65, None, 7]))


class Refused(Exception):
    def __init__(self, code, why):
        super().__init__(why)
        self.code = code


def refuse(n):
    try:
        if n % 2:
            raise Refused(n, "odd")
        if n > 4:
            raise KeyError(n)
        return n
    except Refused as error:
        return error.code * 10
    except (KeyError, IndexError) as error:
        return error.args


print([refuse(n) for n in range(7)])


class Shape:
    def __init__(self, w, h):
        self.w, self.h = w, h
        self.reads = 0

    @property
    def area(self):
        self.reads += 1
        return self.w * self.h

    @area.setter
    def area(self, value):
        self.h = value / self.w

    @staticmethod
    def unit():
        return Shape(1, 1)

    @classmethod
    def square(cls, side):
        return cls(side, side)

    @functools.cached_property
    def diagonal(self):
        return (self.w**2 + self.h**2) ** 0.5


class Box(Shape):
    @property
    def area(self):
        return "box"


s = Shape(2, 3)
print(s.area, s.reads, Shape.unit().area, s.unit().w, Shape.square(4).area, Box.square(2).area, s.diagonal)
s.area = 9
print(s.h, s.area)


class Colour(Enum):
    RED = 1
    GREEN = "g"

    def describe(self):
        return f"{self.name}={self.value}"

    @property
    def loud(self):
        return self.name + "!"


class Level(IntEnum):
    LOW = auto()
    HIGH = auto()


print([c.describe() for c in Colour], Colour(1), Colour["GREEN"].loud, Colour.RED is Colour(1))
print(Level.HIGH + 1, Level.LOW < Level.HIGH, [level.value for level in Level], max(Level))


@dataclass(order=True)
class Point:
    x: float
    y: float = 0.0
    tags: list = field(default_factory=list, compare=False)

    def norm(self):
        return self.x * self.x + self.y * self.y


@dataclass
class Point3(Point):
    z: int = 1


p = Point(1.5, 2)
p.tags.append("t")
print(p, p.norm(), Point("a", "b"), Point3(1, 2, z=3), sorted([Point(2), Point(1, 5)]), Point(1) == Point(1))


@lru_cache(maxsize=None)
def paths(r, c):
    return 1 if r == 0 or c == 0 else paths(r - 1, c) + paths(r, c - 1)


@cache
def label(n):
    return str(n) * n


print(paths(20, 20), paths(40, 40), label(3), paths.cache_info().misses)


def logged(f):
    calls = []

    @wraps(f)
    def wrapper(*args, **kwargs):
        calls.append((len(args), sorted(kwargs)))
        return f(*args, **kwargs)

    wrapper.calls = calls
    return wrapper


@logged
def add(a, b=1):
    return a + b


print(add(1), add(1, 2), add("a", b="b"), add(2**63, 2**63), add.calls, add.__name__)


def spread(*args, sep=" ", **rest):
    return sep.join(str(a) for a in args), rest


print(spread(1, "b", 2.5), spread(), spread(*[1, 2], sep="-", k=3), spread(*"ab", **{"sep": "+"}))
print(reduce(operator.mul, range(1, 25)), reduce(lambda a, b: a + b, [[1], [2]], []), reduce(max, [3, 1.5, 7]))
print(list(itertools.accumulate([1, 2.5, 3])), list(itertools.accumulate([1, 2, 3], operator.mul, initial=2)))
print([(k, list(g)) for k, g in itertools.groupby("aabbb")], list(itertools.chain.from_iterable([[1], "a"])))
print(list(zip(*[[1, 2], ["a", "b"]])), dict(zip("ab", [1, 2.5])), {**{"a": 1}, "b": None}, {1: 2} | {"c": 3})
deep = copy.deepcopy([[1, 2], ["a"]])
deep[0].append(2.5)
print(deep, sum([[1], ["a"]], []), list(map(list, zip(*[[1, 2], [3, 4]]))))


def match(x):
    match x:
        case bool() as b:
            return "bool", b
        case int() as n if n > 5:
            return "big", n + 1
        case int(n):
            return "int", n
        case Point(x=0.0, y=y):
            return "axis", y
        case Point(a, b):
            return a, b
        case str() | None as t:
            return "text", t
        case [first, *rest]:
            return first, rest
        case other:
            return "other", other


print([match(v) for v in [True, 3, 7, 2**64, Point(0.0, 4), Point(1, 2), "s", None, [1, 2, 3], 2.5, Int(3)]])

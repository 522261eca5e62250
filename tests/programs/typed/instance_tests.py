"""isinstance in line: exact values, subclasses, classes that claim, metaclasses, and classes that are no classes."""
import collections


class Int(int):
    pass


class Base:
    pass


class Child(Base):
    pass


class Meta(type):
    def __instancecheck__(cls, instance):
        return instance == 3


class Odd(metaclass=Meta):
    pass


class Claims:
    @property
    def __class__(self):
        return str


class D(dict):
    pass


VALUES = [
    None, True, 3, 2**80, 1.5, 2j, "s", b"b", bytearray(b"a"), [1], (1,), {1: 2}, {1}, frozenset([1]), range(3),
    slice(1), Int(3), Base(), Child(), Odd(), Claims(), D(), collections.OrderedDict(), collections.defaultdict(int),
    collections.Counter(), ValueError(), int, Base, len, Ellipsis,
]


def table(x):
    return [
        isinstance(x, int), isinstance(x, bool), isinstance(x, float), isinstance(x, str), isinstance(x, (int, float)),
        isinstance(x, (list, tuple)), isinstance(x, dict), isinstance(x, (set, frozenset)), isinstance(x, bytes),
        isinstance(x, Base), isinstance(x, Child), isinstance(x, Odd), isinstance(x, (Base, str)), isinstance(x, object),
        isinstance(x, Exception), isinstance(x, type), isinstance(x, int | None), isinstance(x, Claims),
        isinstance(x, (range, slice, complex, bytearray)), isinstance(x, ()), isinstance(x, D),
    ]


for value in VALUES:
    print(type(value).__name__, "".join("01"[answer] for answer in table(value)))

moved = Base()
moved.__class__ = Child
print(isinstance(moved, Child), isinstance(moved, Base), table(moved)[9:11])

for wrong in (3, "int", [int], (int, 3)):
    try:
        print(isinstance("x", wrong))
    except TypeError as error:
        print(error)


def unboxed(n, f, b):
    return isinstance(n, int), isinstance(n, float), isinstance(f, (int, float)), isinstance(b, int), isinstance(b, bool)


print(unboxed(1, 2.0, True), sum(isinstance(v, (int, str)) for v in VALUES))

Base = str
print(isinstance("now", Base), table("now")[9])

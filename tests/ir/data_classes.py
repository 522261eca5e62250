# The methods of data classes are compiled with the program: instances that do not leave the loop are not made.
# FUNCTION: .lengths#1
# CHECK: add
# CHECK-NOT: new.fast
# CHECK-NOT: __init__
from dataclasses import dataclass


@dataclass
class Point:
    x: int
    y: int = 1


@dataclass(frozen=True, slots=True)
class Pair:
    a: int
    b: int


def lengths(n):
    total = 0
    for i in range(n):
        p = Point(i)
        q = Pair(i, n)
        total += p.x + p.y + q.a + q.b
    return total


print(lengths(3))

# Instances that do not leave the loop are not made: only where control leaves is memory asked for.
# FUNCTION: .total#1
# CHECK: fadd double
# CHECK-NOT: new.fast
# CHECK-NOT: call fastcc { i64, i64 } @"py.__main__.Vec.


class Vec:
    def __init__(self, x, y):
        self.x = x
        self.y = y

    def __add__(self, other):
        return Vec(self.x + other.x, self.y + other.y)

    def dot(self, other):
        return self.x * other.x + self.y * other.y


def total(n):
    at = Vec(0.0, 0.0)
    for i in range(n):
        at = at + Vec(i * 0.5, 1.0)
    return at.dot(at)


print(total(10))

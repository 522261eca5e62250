# A field of an instance of a known class is loaded and stored at a constant offset: the class is tested in line, and where
# it is another one, control leaves for good.
# FUNCTION: .move#1
# CHECK: @taipan.shape.__main__.Point
# CHECK: fadd double
# CHECK-NOT: @tp_getattr
# CHECK-NOT: @tp_setattr
# CHECK-NOT: @tp_log_object


class Point:
    def __init__(self, x):
        self.x = x
        self.v = 0.5


def move(point, n):
    for i in range(n):
        point.x += point.v
    return point.x


print(move(Point(1.0), 10))

# An instance is made in line: the cursor moves, the header is the shape's word.
# FUNCTION: .make#1
# CHECK: @tp_mutator
# CHECK: call ptr @tp_allocate
# CHECK: @taipan.shape.__main__.Pair
# CHECK-NOT: @tp_new_instance
# CHECK-NOT: call fastcc { i64, i64 } @"py.__main__.Pair.__init__#


class Pair:
    def __init__(self, a, b):
        self.a = a
        self.b = b


def make(n):
    pair = Pair(0, 0)
    for i in range(n):
        pair = Pair(i, i)
    return pair


print(make(10).a)

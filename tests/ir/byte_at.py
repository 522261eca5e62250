# An item of `bytes` whose index is inside is one load: the row is for all else.
# FUNCTION: .total#
# CHECK-NOT: @tp_getitem(
# CHECK: zext i8
# CHECK: ret


def total(data):
    t = 0
    for i in range(len(data)):
        t += data[i]
    return t


print(total(b"some bytes"))

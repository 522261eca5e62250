# A generator that one `for` makes and uses is part of the loop: nothing is asked for the next item.
# FUNCTION: .total#
# CHECK-NOT: @tp_frame_store
# CHECK: llvm.sadd.with.overflow
# CHECK: ret


def evens(n):
    for i in range(n):
        if i % 2 == 0:
            yield i


def total(n):
    t = 0
    for x in evens(n):
        t += x
    return t


print(total(1000))

# All raising operations of a function share one cold block that adds the traceback entry.
# FLAGS: -O1 --no-specialize
# FUNCTION: .many#
# CHECK: call void @tp_trace
# CHECK-NOT: call void @tp_trace


def many(a, b, c):
    return a[b] + b[c] + c[a] + a.x + b.y


print(many)

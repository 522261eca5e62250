# FLAGS: -O0 --no-specialize
# Without types every operator is a call of its row.
# FUNCTION: .double#
# CHECK: call { i64, i64 } @tp_add


def double(x):
    return x + x


print(double(4))

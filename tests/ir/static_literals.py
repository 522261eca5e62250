# Literals are static objects: making one costs nothing at run time.
# FLAGS: -O3 --no-specialize
# FUNCTION: .literals/boxed#
# CHECK: @taipan.const
# CHECK-NOT: @tp_build_tuple
# CHECK: ret


def literals():
    return ("a", 1, 2.5, b"x")


print(literals())

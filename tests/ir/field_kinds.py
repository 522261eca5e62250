# Fields that hold floats in all of the program are loaded without looking at their tags, and stored without writing them: in
# the loop there is arithmetic only.
# FUNCTION: .drift#1
# CHECK: @taipan.shape.__main__.Body
# CHECK: load double
# CHECK-NOT: icmp eq i64
# CHECK: fmul double
# CHECK-NOT: store i64
# CHECK: fadd double
# CHECK-NOT: store i64
# CHECK: br i1


class Body:
    def __init__(self, x, v):
        self.x = x
        self.v = v


def drift(body, n, dt):
    for i in range(n):
        body.x += body.v * dt
    return body.x


print(drift(Body(0.0, 1.5), 10, 0.5))

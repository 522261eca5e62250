# One variable, many types; inference must not lose a value.
def changing(n):
    x = 0
    for i in range(n):
        if i == 2:
            x = 1.5
        elif i == 4:
            x = "s"
        elif i == 6:
            x = [x]
        elif i == 7:
            x = None
        elif isinstance(x, (int, float)):
            x = x + i
        print(i, x, type(x).__name__)
    return x


changing(9)


def either(flag):
    if flag:
        r = 1
    else:
        r = 2.5
    return r * 2


print(either(True), either(False), either(1), either([]))


def maybe(n):
    if n > 3:
        return n
    return None


print([maybe(i) for i in range(6)])


def bools(n):
    b = n > 2
    c = b + b
    return b, c, -b, ~n, b * 3, b / 2, b and n, n or b, not n


print(bools(1), bools(3), bools(0))


def poly(x, y):
    return x + y, x * 2, y


print(poly(1, 2), poly(1.5, 2), poly("a", "b"), poly([1], [2]), poly(True, 1), poly((1,), (2,)))

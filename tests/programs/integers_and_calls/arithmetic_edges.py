# Every operator at the borders of i64.
BIG = 9223372036854775807
LOW = -9223372036854775808


def add(a, b):
    return a + b


def sub(a, b):
    return a - b


def mul(a, b):
    return a * b


def floordiv(a, b):
    return a // b


def mod(a, b):
    return a % b


def shl(a, b):
    return a << b


def shr(a, b):
    return a >> b


def neg(a):
    return -a


def absolute(a):
    return abs(a)


def power(a, b):
    return a**b


values = [0, 1, -1, 2, -2, 3, 7, -7, BIG, LOW, BIG - 1, LOW + 1, 3037000500, -3037000500]
for a in values:
    print(a, neg(a), absolute(a), +a, ~a)
    for b in values:
        print(add(a, b), sub(a, b), mul(a, b), a & b, a | b, a ^ b)
        if b:
            print(floordiv(a, b), mod(a, b), divmod(a, b))
for a in (1, -1, 3, BIG, LOW, 0):
    for b in (0, 1, 31, 62, 63, 64, 65, 200):
        print(shl(a, b), shr(a, b))
for a in (2, -2, 3, 10, -1, 0, 1):
    for b in (0, 1, 2, 39, 62, 63, 64, 65):
        print(power(a, b), end=" ")
    print()
print(2**-1, 10**-2, (-3) ** -3)

def ops(a, b):
    out = [a + b, a - b, a * b, -a, +a, abs(a)]
    if b:
        out += [a / b, a // b, a % b]
    return out


for a, b in (
    (1.5, 2.25),
    (7.0, -2.0),
    (-7.0, 2.0),
    (1e308, 10.0),
    (-1e308, 1e308),
    (5e-324, 2.0),
    (0.0, -3.0),
    (-0.0, 3.0),
    (3, 0.5),
    (7.5, 2),
    (-7.5, 2),
    (float("inf"), 2.0),
    (2.0, float("inf")),
    (-2.0, float("inf")),
):
    print(ops(a, b))
print(2.0**0.5, 2**0.5, 2.0**-1, (-8) ** (1 / 3), 0.0**0, float("nan") ** 0)
try:
    print(10.0**400)
except OverflowError as e:
    print(e)
print(1e16 + 1, 0.1 + 0.2, 1 / 3, 100 * 1.1, 1e100, 1e-7, 123456789012345680.0)


def integrate(n):
    h = 1.0 / n
    s = 0.0
    for i in range(n):
        x = h * (i + 0.5)
        s += 4.0 / (1.0 + x * x)
    return s * h


print(integrate(1000))

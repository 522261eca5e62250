def kinds(a, b):
    return a + b, a - b, a * b, a < b, a <= b, a == b, a != b, a > b, a >= b


nan = float("nan")
inf = float("inf")
for a in (1.5, -2.25, 0.0, -0.0, inf, -inf, nan, 3, True):
    for b in (0.5, inf, nan, 2, 10**30):
        print(a, b, kinds(a, b))


def divide(a, b):
    try:
        return a / b, a // b, a % b
    except ZeroDivisionError as e:
        return str(e)


for a in (7.5, -7.5, 1e300, 7, -7):
    for b in (2.0, -2.0, 0.5, inf, 0.0, 0, 3):
        print(a, b, divide(a, b))
print(2**53 + 1.0 == 2**53 + 1, 2**53 == 2.0**53, 10**400 > 1e308)
print(2.0**0.5, 2**-1, (-8) ** (1 / 3), 0.0**0, 10**-3)
total = 0.0
for i in range(1000):
    total += 0.1
print(total, round(total, 5), int(total), total.is_integer())
print(1e22, 1e21, 123456789.123456789, 1 / 3, 100.0, 1e100)
try:
    print(10**400 * 1.0)
except OverflowError as e:
    print(e)

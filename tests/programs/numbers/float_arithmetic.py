# Float operators: //, %, divmod, **, rounding, comparisons with ints.
vals = (0.0, -0.0, 1.0, -1.0, 2.5, -2.5, 7.0, -7.0, 0.1, 1e300, -1e-300, float("inf"), float("-inf"), float("nan"))
for a in vals:
    for b in vals:
        row = [a + b, a - b, a * b]
        for f in (lambda: a / b, lambda: a // b, lambda: a % b, lambda: divmod(a, b), lambda: a ** b):
            try:
                row.append(f())
            except Exception as e:
                row.append(type(e).__name__ + " " + str(e))
        print(a, b, *row, a < b, a == b, a >= b)
print(7 // 2.0, 7 % 2.5, -7 // 2.0, 7.5 // 2, 2 ** 0.5, 2 ** -1.0, (-8) ** (1/3), 0 ** 0.5, 4 ** 0.5, 10 ** -2)
for x in (0.5, 1.5, 2.5, -0.5, -1.5, 2.675, 1.005, 1e16, 123.456):
    print(round(x), round(x, 0), round(x, 1), round(x, 2), round(x, -1), round(x, -2), round(x, 20), round(x, None))
print(round(1234567.891, -3), round(-0.04, 1), round(5e-324, 300), round(1.7976931348623157e308, -300), round(0.15, 1), round(0.25, 1), round(0.35, 1))
big = 2**53
print(big == float(big), big + 1 == float(big), big + 1 > float(big), 2**1000 > 1e300, 2**1024 > float("inf"), -2**1024 < float("-inf"), 10**400 == float("inf"), 1 == 1.0, 2**63 == 9.223372036854775808e18, 2**63 - 1 < 9.223372036854775808e18)
print(2**62 + 0.5, 10**20 * 1.0, 10**20 / 10**19, 1 / 3, 10 / 5, 2**70 / 3, (2**64 + 1) / 2**64, -7 / 2, 10**400 / 10**399)
print(int(1e18), int(-1e25), int(2.9), float(2**60), float(10**22), float(10**23))
print(min(1, 1.0), max(1, 1.0), sum([0.1] * 10), sum([1, 2.5]), sum([0.1, 0.2, 0.3]), abs(-0.0), -0.0 == 0.0)
print(hash(1.0), hash(0.5), hash(1e300), hash(-2.5), hash(float("inf")), hash(float("-inf")), hash(2**61 - 1), hash(2**61), hash(-1), hash(-2), hash(10**30), hash(-10**30), hash(0.1), hash(1e-320))

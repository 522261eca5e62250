# Exact comparison of ints with floats.
def compare(a, b):
    return (a < b, a <= b, a == b, a != b, a > b, a >= b)


pairs = [
    (2**53 + 1, 2.0**53),
    (2**53, 2.0**53),
    (9223372036854775807, 9223372036854775807.0),
    (-9223372036854775808, -9223372036854775808.0),
    (9007199254740993, 9007199254740992.0),
    (1, 1.0),
    (0, -0.0),
    (5, float("inf")),
    (5, float("-inf")),
    (5, float("nan")),
    (10**400, 1e308),
    (10**400, float("inf")),
    (True, 1.0),
    (3, 3.5),
]
for a, b in pairs:
    print(compare(a, b))
    print(compare(b, a))
nan = float("nan")
print(nan == nan, nan != nan, nan < nan, [nan] == [nan], nan in [nan])


def least(a, b):
    return min(a, b), max(a, b)


print(least(1, 2), least(2, 1), least(1.0, 1), least(1, 1.0), least(0.0, -0.0), least(-0.0, 0.0))
print(least(nan, 1.0), least(1.0, nan))

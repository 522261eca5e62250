# Arithmetic and comparison of values that are ints here and floats there, at the edges of both.
INF = float("inf")
NAN = float("nan")


def relax(dist, edges):
    changed = 0
    for a, b, weight in edges:
        if dist[a] + weight < dist[b]:
            dist[b] = dist[a] + weight
            changed += 1
    return changed


dist = [INF] * 6
dist[0] = 0
edges = [(0, 1, 4), (0, 2, 1.5), (2, 1, 1), (1, 3, 2**62), (3, 4, 2**62), (4, 5, 0.25)]
while relax(dist, edges):
    pass
print(dist)


def table(values):
    rows = []
    for a in values:
        for b in values:
            row = [a < b, a <= b, a == b, a != b, a > b, a >= b, a + b, a - b, a * b]
            try:
                row.append(a / b)
            except (ZeroDivisionError, OverflowError) as error:
                row.append(str(error))
            rows.append(row)
    return rows


VALUES = [
    0, -0.0, 1, 1.0, -1, 2.5, INF, -INF, NAN, 2**53, float(2**53), 2**53 + 1, -(2**53) - 1, 2**63 - 1, float(2**63), -(2**63),
    2**64, 1e308, True, 5e-324,
]
for row in table(VALUES):
    print(*row)

total = 0
for x in [1, 2.5, 3, 2**62, 2**62, 0.5]:
    total += x
    total -= 1 / x
    if total > 5:
        total = total * 2
print(total)


def mixed(values):
    best = None
    for v in values:
        if best is None or v > best:
            best = v
    return best


print(mixed([1, 2.5, 2]), mixed([3, 2.5]), mixed(["a", "b"]))
try:
    mixed([1, "a"])
except TypeError as error:
    print(error)
try:
    print(sum([1, 2.5]) / (len([]) + 0))
except ZeroDivisionError as error:
    print(error)

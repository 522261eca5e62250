# Searching, counting, comparing and folding lists whose items are numbers.
nan = float("nan")
ints = [(i * 37) % 101 for i in range(101)]
floats = [x / 4 for x in ints]
bools = [x % 3 == 0 for x in ints]
lists = {"ints": ints, "floats": floats, "bools": bools, "nans": [nan, 1.0], "mixed": [1, 2.0, True, "x", None]}
wanted = [0, 5, 100, 101, -1, 2.0, 2.5, 0.25, -0.0, nan, True, False, None, "x", 2**53, 2**63, 2**70, 1e300, 3j, (1,)]
for name, l in lists.items():
    print(name, [l.count(x) for x in wanted], [x in l for x in wanted])
    found = []
    for x in wanted:
        for bounds in ((), (3,), (90, 2000), (5, -5), (50, 10), (-1,)):
            try:
                found.append(l.index(x, *bounds))
            except ValueError:
                found.append("-")
    print(*found)

print([2**53 + 1].count(2.0**53), [2.0**53].count(2**53 + 1), [2**63 - 1].count(2.0**63), [-(2**63)].count(-(2.0**63)))


class Same:
    def __eq__(self, other):
        print("asked", other)
        return other == 2


print([1, 2, 3].index(Same()), [1.0, 2.0].count(Same()), Same() in [True, True])

pairs = [
    ([1, 2], [1, 2]), ([1, 2], [1, 3]), ([1, 2], [1, 2, 0]), ([], [1]), ([1.5], [1.5]), ([1.5, nan], [1.5, nan]),
    ([nan], [float("nan")]), ([0.0], [-0.0]), ([1], [1.0]), ([1], [True]), ([True, False], [True, True]), ([1.0, 2.0], [1.0]),
    ([-1], [1]), ([nan, 1.0], [nan, 2.0]),
]
for a, b in pairs:
    print(a == b, a != b, a < b, a <= b, a > b, a >= b)

print(sum(ints), sum(floats), sum(bools), sum([]), sum([0.1] * 10), sum([1e100, 1.0, -1e100]), sum([-0.0]))
print(sum([2**62, 2**62]), sum([2**63 - 1, 1, -1]), sum([1, 2], 0.5), sum([0.5], 1), sum([0.5, 0.25], 2**70), sum([1], True))
print(sum([float("inf"), 1.0]), sum([float("inf"), float("-inf")]), sum([[1], [2]], []))
print(min(ints), max(ints), min(floats), max(floats), min(bools), max(bools), max([3]), min([-1.5]))
print(min([5, 3], default=0), max([], default="none"), min([2.5, 1], key=lambda x: -x), max([[1, 2], [1, 3]]), min([(1, "b"), (1, "a")]))
for bad in (min, max):
    try:
        bad([])
    except ValueError as e:
        print(e)
    try:
        bad([1, "a"])
    except TypeError as e:
        print(e)

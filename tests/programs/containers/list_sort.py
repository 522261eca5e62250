# Sorting: stability, keys, reversal, mixed numbers, tuples.
print(sorted([3, 1, 2]), sorted([3, 1, 2], reverse=True), sorted("banana"), sorted([]))
words = ["pear", "Apple", "fig", "banana", "cherry", "date", "Egg"]
print(sorted(words), sorted(words, key=str.lower), sorted(words, key=len), sorted(words, key=len, reverse=True))
pairs = [(1, "b"), (0, "z"), (1, "a"), (0, "a"), (2, "")]
print(sorted(pairs), sorted(pairs, key=lambda p: p[0]), sorted(pairs, key=lambda p: p[0], reverse=True))
print(sorted([2.5, -1.0, 0.0, -0.0, 1e300, -1e-300, float("inf"), float("-inf")]))
print(sorted([1, 2.5, 0, True, False, 10**30, -10**30, 3]))
print(sorted([10**20, 10**19, -1, 10**21]), sorted([True, False, True]))
print(sorted({"b": 1, "a": 2}), sorted({3, 1, 2}), sorted(range(5, 0, -1)))
print(sorted([[2, 1], [1, 2], [1], []]), sorted([(2, [1]), (1, [5]), (1, [2])]))
print(sorted(["é", "e", "z", "日", "\U0001f600", "a", "ab", "a\0", "A"]))
print(sorted([b"b", b"a", b"ab"]))
data = [(i * 7919 % 101, i) for i in range(300)]
data.sort()
print(data[:5], data[-5:])
data.sort(key=lambda t: t[1] % 10)
print(data[:5], data[-5:])
data.sort(key=lambda t: (-t[0], t[1]))
print(data[:5])
records = [{"n": n, "g": n % 3} for n in range(10)]
records.sort(key=lambda r: r["g"], reverse=True)
print([r["n"] for r in records])
nan = float("nan")
print(len(sorted([nan, 1.0, nan, 0.5])))
xs = [5, 4, 3]
print(xs.sort(), xs)
print(sorted([3, 1, 2], key=None), sorted([1, 2, 3], key=lambda x: -x), sorted("abc", key=lambda c: 0, reverse=True))
print(sorted([(1, None), (0, None)]), sorted([None, None], key=lambda x: 1))
big = [(x * 1103515245 + 12345) % 1000003 for x in range(2000)]
assert sorted(big) == sorted(big, key=lambda v: v) == sorted(sorted(big, reverse=True))
assert sorted(map(str, big)) == sorted([str(b) for b in big], key=lambda s: s)
print(sum(sorted(big)[:100]))

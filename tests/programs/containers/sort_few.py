"""Sorting nothing, one thing, and two, in every way."""
for items in ([], [3], [2, 1], [2.5, 1], ["b", "a"], [(1, "x"), (0, "y")], [None], [True, False], [[2], [1]]):
    print(sorted(items), sorted(items, reverse=True), sorted(items, key=str), sorted(items, key=id, reverse=True)[:0])
    copy = list(items)
    copy.sort(key=lambda x: (repr(x),))
    print(copy, sorted({}.items(), key=lambda kv: (-kv[1], kv[0])), sorted(set(), key=len), sorted(()))
    print(max(items, key=str, default="none"), min(items, key=repr, default=None), sorted(range(0), key=abs))

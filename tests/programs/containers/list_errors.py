# The text of every error that lists raise.
def attempt(f, *args, **kwargs):
    try:
        print("ok", f(*args, **kwargs))
    except Exception as e:
        print(type(e).__name__ + ":", e)


def set_item(xs, k, v):
    xs[k] = v


def del_item(xs, k):
    del xs[k]


attempt([].pop)
attempt([1].pop, 5)
attempt([1].pop, -2)
attempt([1].pop, "a")
attempt([1].pop, 10**30)
attempt([1].remove, 2)
attempt([1].index, 2)
attempt([1].index, "x y")
attempt([1].index, 1, "a")
attempt([1].index)
attempt([1].count)
attempt([1].append)
attempt([1].append, 1, 2)
attempt([1].insert, 1)
attempt([1].insert, "a", 1)
attempt([1].extend, 5)
attempt([1].clear, 1)
attempt([1].copy, 1)
attempt([1].reverse, 1)
attempt([1].sort, 1)
attempt([1].sort, foo=1)
attempt([1, "a"].sort)
attempt([1, 2].sort, key=5)
attempt(list, 5)
attempt(list, 1, 2)
attempt(list, a=1)
attempt(lambda: [1][5])
attempt(lambda: [1][-2])
attempt(lambda: [1]["a"])
attempt(lambda: [1][1.0])
attempt(lambda: [1][None])
attempt(lambda: [1][10**30])
attempt(lambda: [1, 2][::0])
attempt(lambda: [1, 2][1:"a"])
attempt(set_item, [1], 3, 2)
attempt(set_item, [1], "a", 2)
attempt(set_item, [1, 2, 3], slice(None, None, 2), [1])
attempt(set_item, [1, 2, 3], slice(None, None, 2), 5)
attempt(set_item, [1, 2, 3], slice(0, 1), 5)
attempt(del_item, [1], 3)
attempt(del_item, [1], "a")
attempt(lambda: [1] + (1,))
attempt(lambda: [1] * "a")
attempt(lambda: [1] * 1.5)
attempt(lambda: [1] < (1,))
attempt(lambda: [1, "a"] < [1, 2])
attempt(hash, [])
attempt(lambda: {[1]: 2})
attempt(lambda: [1] - [1])
attempt(lambda: -[1])
attempt(lambda: [1].nothing)

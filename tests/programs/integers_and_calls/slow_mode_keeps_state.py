# Everything live at the point of overflow must survive: iterators, flags, handled exceptions, unbound names.
def state(values, limit):
    seen = set()
    flag = limit > 2
    it = iter(values)
    label = None
    for k in range(1, 100, 3):
        try:
            v = next(it)
        except StopIteration:
            label = "end"
            break
        product = v * v * k
        seen.add(product % 1000)
        if flag and product > 2**63:
            label = "big"
        for w in (1, 2):
            product += w
        if k > 20:
            extra = product
    try:
        print(extra)
    except UnboundLocalError as e:
        print(e)
    return sorted(seen), flag, label, k


print(state([1, 2, 3], 1))
print(state([1, 2**31, 2**32, 5], 5))
print(state([2**40] * 10, 5))


def while_handled(n):
    try:
        raise KeyError(n)
    except KeyError as e:
        x = n
        for _ in range(4):
            x = x * n
        try:
            raise
        except KeyError as again:
            return x, again is e


print(while_handled(3), while_handled(10**6))


def two_loops(n):
    rows = []
    for i in range(3):
        row = 1
        for j in range(i, n, 2):
            row = row * (j + 10**6) + i
            rows.append((i, j, row))
    return rows[-1], len(rows)


print(two_loops(4), two_loops(12))


def reverse_range(n):
    p = 1
    for i in range(n, 0, -1):
        p *= i
        if p > 10**30:
            return i, p
    return 0, p


print(reverse_range(10), reverse_range(40))


def string_and_int(s, n):
    h = 7
    for c in s:
        h = h * 31 + ord(c)
        if n == 0:
            break
        n -= 1
    return h, s[:n]


print(string_and_int("hello", 10), string_and_int("a long string that overflows", 100))

"""Loops that append to one list and read others, rows at indices that the loop does not change, and what goes wrong there."""

def scaled(xs, by):
    out = []
    for i in range(len(xs)):
        out.append(xs[i] * by)
    return out


print(scaled([1, 2, 3], 4), scaled([1.5, -0.0], 2.0), scaled([], 3))
print(scaled([2**62, 1], 2), scaled([1, 2.5, True, 2**70], 2))


def doubled_in_place(xs, out, n):
    for i in range(n):
        out.append(xs[i] + 1)
    return out


print(doubled_in_place([1, 2, 3], [], 3))
same = [1]
print(doubled_in_place(same, same, 8))
try:
    doubled_in_place([1, 2], [], 3)
except IndexError as e:
    print(e, e.__traceback__.tb_next.tb_lineno)


def fibonacci(n):
    f = [0, 1]
    for i in range(2, n):
        f.append(f[i - 1] + f[i - 2])
    return f


print(fibonacci(20), fibonacci(100)[-3:])


def while_growing(limit):
    queue = [1]
    sums = [0, 0, 0]
    at = 0
    while at < len(queue):
        x = queue[at]
        sums[at % 3] += x
        if len(queue) < limit:
            queue.append(x * 2)
            queue.append(x + 3)
        at += 1
    return queue, sums


print(while_growing(9))


def lcs(a, b):
    n, m = len(a), len(b)
    dp = [[0] * (m + 1) for _ in range(n + 1)]
    for i in range(1, n + 1):
        for j in range(1, m + 1):
            if a[i - 1] == b[j - 1]:
                dp[i][j] = dp[i - 1][j - 1] + 1
            else:
                dp[i][j] = max(dp[i - 1][j], dp[i][j - 1])
    return dp[n][m]


print(lcs("abcbdab", "bdcaba"), lcs("", "x"), lcs("日本語abc", "本aç語c"), lcs("naïve\U0001f600", "nave\U0001f600"))


def distance(a, b):
    previous = list(range(len(b) + 1))
    for i, ca in enumerate(a, 1):
        current = [i]
        for j, cb in enumerate(b, 1):
            cost = previous[j - 1] if ca == cb else 1 + min(previous[j - 1], previous[j], current[j - 1])
            current.append(cost)
        previous = current
    return previous[-1]


print(distance("kitten", "sitting"), distance("", "abc"), distance("日本", "本日"))


def relax(grid, i, w):
    for j in range(1, w):
        grid[i][j] = grid[i - 1][j] + grid[i + 1][j - 1] + grid[i - 1][j - 1]


table = [[r * 4 + c for c in range(4)] for r in range(4)]
relax(table, 1, 4)
relax(table, 2, 4)
relax(table, 0, 4)
print(table)
for bad in (3, 4, -2, -5, 2**63 - 1, -2**63):
    try:
        relax(table, bad, 4)
    except (IndexError, OverflowError) as e:
        print(bad, type(e).__name__, e)
    print(table)
shared = [1, 2, 3, 4]
rows = [shared, shared, shared, [0.5, 1.5, 2.5, 3.5]]
relax(rows, 1, 4)
print(rows)
relax(rows, 2, 4)
print(rows)
short = [[1, 2, 3, 4], [5, 6], [7, 8, 9, 10]]
try:
    relax(short, 1, 4)
except IndexError as e:
    print(e, e.__traceback__.tb_next.tb_lineno)
print(short)
relax([[2**62] * 3, [0] * 3, [2**62] * 3], 1, 3)


def append_rows(grid, i, n):
    for j in range(n):
        grid[i].append(grid[i - 1][j])
    return grid


print(append_rows([[1, 2, 3], []], 1, 3))
row = [1, 2]
print(append_rows([row, row], 1, 4))
try:
    append_rows([[1, 2, 3], (4,)], 1, 2)
except AttributeError as e:
    print(e)


def mixed_kinds(xs, ys, n):
    for i in range(n):
        ys.append(xs[i])
        if i == 1:
            xs[i] = 2.5
    return xs, ys


print(mixed_kinds([1, 2, 3], [], 3))
print(mixed_kinds([1, 2, 3], [1.0], 3))


class Log:
    def __init__(self):
        self.items = []

    def append(self, x):
        self.items.append(x)
        if len(self.items) == 2:
            source.clear()


def collect(xs, out):
    total = 0
    for i in range(3):
        total += xs[i]
        out.append(total)
    return total


source = [1, 2, 3]
print(collect(source, []))
try:
    collect(source, Log())
except IndexError as e:
    print(e, source)


def back(xs, n):
    out = []
    for i in range(n, 0, -1):
        out.append(xs[i - 1])
    return out


print(back([1, 2, 3], 3))
try:
    back([1, 2, 3], 5)
except IndexError as e:
    print(e)
print(back([1, 2, 3], -2))


def long(xs, n):
    kept = []
    for k in range(n):
        kept.append(xs[k % 7] * k)
    return sum(kept)


print(long([1, 2, 3, 4, 5, 6, 7], 20000))


def texts(s):
    out = []
    codes = [0] * 128
    for ch in s:
        out.append(ch)
        if ord(ch) < 128:
            codes[ord(ch)] += 1
    return "".join(out), codes[97], codes[32]


print(texts("a b a"), texts("añ 語 a\U0001f600"))
relax(short, 1, 4)

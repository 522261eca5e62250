"""Indices at a distance from the counter that the loop does not change: flat tables, gaps, windows of texts, and their ends."""


def row_sum(cells, row, width):
    total = 0
    for x in range(width):
        total += cells[row * width + x]
    return total


flat = list(range(12))
print([row_sum(flat, r, 4) for r in range(3)])
for row, width in ((3, 4), (2, 5), (-1, 4), (2**62, 4), (-(2**40), 3), (2**57, 2), (5, -3)):
    try:
        print(row_sum(flat, row, width))
    except IndexError as e:
        print(row, width, e)


def shell_sort(a):
    gap = len(a) // 2
    while gap:
        for i in range(gap, len(a)):
            x = a[i]
            j = i
            while j >= gap and a[j - gap] > x:
                a[j] = a[j - gap]
                j -= gap
            a[j] = x
        gap //= 2
    return a


print(shell_sort([5, 2, 9, 1, 7, 3, 8]), shell_sort([2.5, -1.0, 0.5]), shell_sort([2**70, 1, -(2**65)]))


def ways(kinds, amount):
    table = [0] * (amount + 1)
    table[0] = 1
    for k in kinds:
        for a in range(k, amount + 1):
            table[a] = table[a] + table[a - k]
    return table[amount]


print(ways([1, 2, 5], 100), ways([1], 0))
print(ways([1, 3, 4, 6], 3000))
print(ways(range(1, 90), 2500))
try:
    print(ways([-1], 5))
except IndexError as e:
    print(e)


def knapsack(weights, values, capacity):
    best = [0] * (capacity + 1)
    for i in range(len(weights)):
        w = weights[i]
        v = values[i]
        for c in range(capacity, w - 1, -1):
            if best[c - w] + v > best[c]:
                best[c] = best[c - w] + v
    return best


print(knapsack([1, 3, 4], [15, 20, 30], 6), knapsack([2], [0.5], 4), knapsack([7], [1], 3))


def count(text, part):
    found = 0
    for i in range(len(text) - len(part) + 1):
        for j in range(len(part)):
            if text[i + j] != part[j]:
                break
        else:
            found += 1
    return found


print(count("abababa", "aba"), count("aaa", ""), count("a", "abc"), count("日本日本", "本日"), count("añaña", "ña"))


def windows(text, size, start):
    out = []
    for j in range(size):
        out.append(text[start + j])
    return "".join(out)


print(windows("abcdef", 3, 2), windows("abcdef", 3, -3))
for start in (4, -8, 2**63 - 1, -(2**63), 2**60):
    try:
        print(windows("abcdef", 3, start))
    except (IndexError, OverflowError) as e:
        print(start, type(e).__name__)


def ends(items, first, last, add):
    total = 0
    for k in range(first, last):
        total += items[k + add]
    return total


big = 2**62
print(ends([1, 2, 3], big, big + 3, -big), ends([1, 2, 3], -big, -big + 3, big))
for first, last, add in ((2**63 - 3, 2**63 - 1, 5), (2**60, 2**60 + 2, -(2**60)), (0, 3, 1), (-1, 2, 0), (0, 0, 2**63 - 1)):
    try:
        print(ends([1, 2, 3], first, last, add))
    except (IndexError, OverflowError) as e:
        print(first, type(e).__name__)


def smooth(src, dst, w, y):
    for x in range(1, w - 1):
        dst[y * w + x] = (src[y * w + x - 1] + src[y * w + x] * 2.0 + src[y * w + x + 1]) / 4


a = [float(i * i % 7) for i in range(20)]
b = [0.0] * 20
for y in range(4):
    smooth(a, b, 5, y)
print(b)
smooth(a, a, 5, 2)
print(a)
try:
    smooth(a, [0.0] * 7, 5, 1)
except IndexError as e:
    print(e)


def pairs(n):
    for m in range(n):
        m, d = divmod(m * 7 - 20, 5)
        q, r = divmod(m, -3)
        print(m, d, q, r, end="; ")
    print()


pairs(6)


def digits(n, base):
    out = []
    while n:
        n, d = divmod(n, base)
        out.append(d)
    return out


print(digits(12345, 10), digits(2**64 + 1, 1000), digits(0, 7))
for n, base in ((5, 0), (-(2**63), -1)):
    try:
        q, r = divmod(n, base)
        print(q, r)
    except ZeroDivisionError as e:
        print(e)
windows("abc", 2, 2)

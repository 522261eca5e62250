def lcs(a, b):
    dp = [[""] * (len(b) + 1) for _ in range(len(a) + 1)]
    for i, x in enumerate(a):
        for j, y in enumerate(b):
            dp[i + 1][j + 1] = dp[i][j] + x if x == y else max(dp[i + 1][j], dp[i][j + 1], key=len)
    return dp[-1][-1]
print(lcs("AGGTAB", "GXTXAYB"))
def edit(a, b):
    prev = range(len(b) + 1)
    for i, ca in enumerate(a, 1):
        cur = [i]
        for j, cb in enumerate(b, 1):
            cur.append(min(prev[j] + 1, cur[-1] + 1, prev[j - 1] + (ca != cb)))
        prev = cur
    return prev[-1]
print(edit("kitten", "sitting"), edit("", "abc"), edit("same", "same"))
def knap(W, items):
    best = [0] * (W + 1)
    for w, v in items:
        for c in range(W, w - 1, -1): best[c] = max(best[c], best[c - w] + v)
    return best[W]
print(knap(50, [(10, 60), (20, 100), (30, 120)]))
def lis(a):
    from bisect import bisect_left
    t = []
    for x in a:
        i = bisect_left(t, x)
        t[i:i + 1] = [x]
    return len(t), t
print(lis([10, 9, 2, 5, 3, 7, 101, 18]))
def nqueens(n):
    def place(row, cols, d1, d2, cur):
        if row == n: yield cur[:]; return
        for c in range(n):
            if c not in cols and row + c not in d1 and row - c not in d2:
                yield from place(row + 1, cols | {c}, d1 | {row + c}, d2 | {row - c}, cur + [c])
    return place(0, frozenset(), frozenset(), frozenset(), [])
sols = list(nqueens(6)); print(len(sols), sols[0])
for r in sols[0]: print("." * r + "Q" + "." * (5 - r))
def hanoi(n, a="A", b="B", c="C"):
    if n: return hanoi(n - 1, a, c, b) + [(a, c)] + hanoi(n - 1, b, a, c)
    return []
print(len(hanoi(8)), hanoi(3))
def perms(s): return [s] if len(s) < 2 else sorted({c + p for i, c in enumerate(s) for p in perms(s[:i] + s[i+1:])})
print(perms("aab"))
def subsets(l): return [[]] if not l else [s + x for s in subsets(l[1:]) for x in ([], [l[0]])]
print(subsets([1, 2, 3]))
def quick(a): return a if len(a) < 2 else quick([x for x in a[1:] if x < a[0]]) + [a[0]] + quick([x for x in a[1:] if x >= a[0]])
def merge_sort(a):
    if len(a) <= 1: return a
    m = len(a) // 2; l, r = merge_sort(a[:m]), merge_sort(a[m:]); out = []
    i = j = 0
    while i < len(l) and j < len(r):
        if l[i] <= r[j]: out.append(l[i]); i += 1
        else: out.append(r[j]); j += 1
    out.extend(l[i:]); out.extend(r[j:]); return out
def bubble(a):
    a = a[:]
    for i in range(len(a)):
        swapped = False
        for j in range(len(a) - i - 1):
            if a[j] > a[j + 1]: a[j], a[j + 1] = a[j + 1], a[j]; swapped = True
        if not swapped: break
    return a
def heap_sort(a):
    def sift(a, i, n):
        while (k := 2 * i + 1) < n:
            if k + 1 < n and a[k + 1] > a[k]: k += 1
            if a[i] >= a[k]: return
            a[i], a[k] = a[k], a[i]; i = k
    a = list(a); n = len(a)
    for i in range(n // 2 - 1, -1, -1): sift(a, i, n)
    for e in range(n - 1, 0, -1): a[0], a[e] = a[e], a[0]; sift(a, 0, e)
    return a
def counting(a):
    c = [0] * (max(a) + 1)
    for x in a: c[x] += 1
    return [i for i, n in enumerate(c) for _ in range(n)]
def radix(a):
    e = 1
    while max(a) // e:
        b = [[] for _ in range(10)]
        for x in a: b[x // e % 10].append(x)
        a = sum(b, []); e *= 10
    return a
data = [170, 45, 75, 90, 802, 24, 2, 66, 45]
for f in (quick, merge_sort, bubble, heap_sort, counting, radix, sorted): print(f"{f.__name__:>12}: {f(data)}")
def binsearch(a, t, lo=0, hi=None):
    hi = len(a) - 1 if hi is None else hi
    if lo > hi: return -1
    mid = (lo + hi) // 2
    return mid if a[mid] == t else binsearch(a, t, mid + 1, hi) if a[mid] < t else binsearch(a, t, lo, mid - 1)
print(binsearch(sorted(data), 75), binsearch(sorted(data), 76))
def matmul(a, b): return [[sum(x * y for x, y in zip(r, c)) for c in zip(*b)] for r in a]
def matpow(m, n):
    r = [[int(i == j) for j in range(len(m))] for i in range(len(m))]
    while n:
        if n & 1: r = matmul(r, m)
        m = matmul(m, m); n >>= 1
    return r
print(matpow([[1, 1], [1, 0]], 200)[0][1])
def det(m): return m[0][0] if len(m) == 1 else sum((-1) ** j * m[0][j] * det([r[:j] + r[j+1:] for r in m[1:]]) for j in range(len(m)))
print(det([[2, -3, 1], [2, 0, -1], [1, 4, 5]]))
def gauss(a):
    n = len(a)
    for i in range(n):
        p = max(range(i, n), key=lambda r: abs(a[r][i])); a[i], a[p] = a[p], a[i]
        for r in range(i + 1, n):
            f = a[r][i] / a[i][i]
            a[r] = [x - f * y for x, y in zip(a[r], a[i])]
    x = [0] * n
    for i in reversed(range(n)): x[i] = (a[i][n] - sum(a[i][j] * x[j] for j in range(i + 1, n))) / a[i][i]
    return x
print([round(v, 6) for v in gauss([[2, 1, -1, 8], [-3, -1, 2, -11], [-2, 1, 2, -3]])])
def sudoku(b):
    for i in range(81):
        if b[i] == 0:
            r, c = divmod(i, 9); br, bc = r // 3 * 3, c // 3 * 3
            used = {b[r * 9 + k] for k in range(9)} | {b[k * 9 + c] for k in range(9)} | {b[(br + k // 3) * 9 + bc + k % 3] for k in range(9)}
            for v in set(range(1, 10)) - used:
                b[i] = v
                if sudoku(b): return True
            b[i] = 0; return False
    return True
b = [int(c) for c in "530070000600195000098000060800060003400803001700020006060000280000419005000080079"]
print(sudoku(b)); print("\n".join(" ".join(map(str, b[i:i+9])) for i in range(0, 81, 9)))
def life(cells):
    from collections import Counter
    n = Counter((x + dx, y + dy) for x, y in cells for dx in (-1, 0, 1) for dy in (-1, 0, 1) if (dx, dy) != (0, 0))
    return {p for p, k in n.items() if k == 3 or (k == 2 and p in cells)}
g = {(1, 0), (2, 1), (0, 2), (1, 2), (2, 2)}
for _ in range(4): g = life(g)
print(sorted(g))
def kmp(t, p):
    f = [0]
    for c in p[1:]:
        k = f[-1]
        while k and p[k] != c: k = f[k - 1]
        f.append(k + (p[k] == c))
    k, out = 0, []
    for i, c in enumerate(t):
        while k and (k == len(p) or p[k] != c): k = f[k - 1]
        k += p[k] == c
        if k == len(p): out.append(i - k + 1)
    return out
print(kmp("ababcababa", "aba"))
def roman(n): 
    out = ""
    for v, s in zip((1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1), "M CM D CD C XC L XL X IX V IV I".split()): out += s * (n // v); n %= v
    return out
print([roman(x) for x in (1994, 2024, 3999, 4)])
def caesar(s, k): return "".join(chr((ord(c) - b + k) % 26 + b) if c.isalpha() and (b := 65 if c.isupper() else 97) else c for c in s)
print(caesar("Hello, World!", 3), caesar(caesar("Hello, World!", 3), -3))
def rle(s):
    from itertools import groupby
    return "".join(f"{len(list(g))}{k}" for k, g in groupby(s))
print(rle("aaabbc"), bin(10)[2:].zfill(8), int("1010", 2), format(255, "08b"), hex(255), oct(8), f"{-5 & 0xff:b}")

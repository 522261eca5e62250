"""Loops that change no list, and what makes them leave: indices outside, other kinds, aliases, rows replaced."""


def dot(a, b, m):
    total = 0.0
    for k in range(m):
        total += a[k] * b[k]
    return total


def window(xs, out):
    for i in range(1, len(xs) - 1):
        out[i] = xs[i - 1] + xs[i] + xs[i + 1]


def wrap(xs):
    s = 0
    for i in range(len(xs)):
        s += xs[i - 1] * (i + 1)
    return s


def down(xs):
    s = 0
    for i in range(len(xs) - 1, -1, -1):
        s = s * 3 % 1000003 + xs[i]
    return s


def grid_sum(g, h, w):
    t = 0
    for y in range(h):
        for x in range(w):
            t += g[y][x]
            g[y][x] = t % 7
    return t


def insertion(a):
    for i in range(1, len(a)):
        key = a[i]
        j = i - 1
        while j >= 0 and a[j] > key:
            a[j + 1] = a[j]
            j -= 1
        a[j + 1] = key


def out(xs, n):
    t = 0
    for i in range(n):
        t += xs[i]
    return t


def caught(xs, n):
    t = 0
    for i in range(n):
        try:
            t += xs[i]
        except IndexError:
            t += 1000
    return t


def alias(a, b):
    for i in range(1, len(a)):
        a[i] = b[i - 1] + 1


def whiles(xs):
    i = 0
    t = 0
    while i < len(xs):
        t += xs[i]
        i += 1
    return t


def cond(xs):
    n = len(xs)
    t = 0
    for i in range(n):
        if i + 1 < n and xs[i] < xs[i + 1]:
            t += 1
    return t


def bools(n):
    f = [True] * n
    for i in range(2, n):
        if f[i]:
            for j in range(i * i, n, i):
                f[j] = False
    return sum(1 for i in range(2, n) if f[i])


def big(xs):
    t = 0
    for i in range(len(xs)):
        xs[i] = xs[i] * 4611686018427387904
        t += xs[i]
    return t


def turn(xs):
    for i in range(len(xs)):
        if i == 3:
            xs[i] = "s"
        else:
            xs[i] = i
    return xs


def scan(xs):
    m = xs[0]
    for x in xs:
        if x > m:
            m = x
    return m


def floyd(d, n):
    for k in range(n):
        for i in range(n):
            for j in range(n):
                if d[i][k] + d[k][j] < d[i][j]:
                    d[i][j] = d[i][k] + d[k][j]


def rowalias(g):
    r = g[0]
    t = 0
    for j in range(3):
        g[0][j] = 5
        t += r[j] + g[1][j]
    return t


def replaced(g, n):
    t = 0
    for j in range(n):
        t += g[0][j]
        if j == 1:
            g[0] = [7, 8, 9, 10]
    return t
a = [float(i) for i in range(50)]
print(dot(a, a, 50), dot(a, a, 0))
try:
    dot(a, a, 51)
except IndexError as e:
    print(e)
xs = list(range(20)); o = [0] * 20
window(xs, o); print(o)
print(wrap(xs), down(xs), wrap([]), down([5]))
g = [[(x * y) % 5 for x in range(9)] for y in range(7)]
print(grid_sum(g, 7, 9), g)
try:
    grid_sum(g, 8, 9)
except IndexError as e:
    print(e, g[6])
a2 = [(i * 7919) % 101 for i in range(60)]
insertion(a2); print(a2)
print(out(xs, 20), caught(xs, 25), out([True, False, True], 3), out([1, 2.5, 3], 3), out((1, 2, 3), 3))
alias(xs, xs); print(xs)
print(whiles(xs), cond(a2), bools(1000))
print(big([1, 2, 3, 4, 5]))
print(turn([0] * 6), scan(a2), scan([2.5, 7.5]), scan([1, 2.5, True]))

d = [[(i * 17 + j * 31) % 23 + 1 for j in range(12)] for i in range(12)]
floyd(d, 12); print(d)
d = [[(i * 17 + j * 31) % 23 + 1.5 for j in range(12)] for i in range(12)]
floyd(d, 12); print(d[3])
print(rowalias([[1, 2, 3], [4, 5, 6]]))
r = [1, 2, 3]
print(rowalias([r, r]))
print(replaced([[1, 2, 3, 4]], 4))


def trace(xs, n):
    t = 0
    for i in range(n):
        t += xs[i]
    return t
print(trace(xs, 30))

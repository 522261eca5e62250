def eight(a, b, c, d, e, f, g, h):
    return a + b * 2 + c * 3 + d * 4 + e * 5 + f * 6 + g * 7 + h * 8


def mixed(a, b, c, d, e, f, g, h, i, j):
    return [a, b, c, d, e, f, g, h, i, j]


def loop(n):
    t = 0
    for i in range(n):
        t += eight(i, i + 1, i + 2, i + 3, i + 4, i + 5, i + 6, i + 7)
    return t


print(eight(1, 2, 3, 4, 5, 6, 7, 8), loop(5), eight(*[1.5] * 8), eight(*[2**62] * 8))
print(mixed(1, 2.5, True, None, "s", b"b", [1], (2,), {3: 4}, 5j))
print(mixed(*range(10)), mixed(j=0, i=1, h=2, g=3, f=4, e=5, d=6, c=7, b=8, a=9))

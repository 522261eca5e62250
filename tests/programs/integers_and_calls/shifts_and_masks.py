def xorshift(seed, n):
    x = seed
    out = []
    for _ in range(n):
        x ^= (x << 13) & 0xFFFFFFFFFFFFFFFF
        x ^= x >> 7
        x ^= (x << 17) & 0xFFFFFFFFFFFFFFFF
        out.append(x)
    return out


print(xorshift(88172645463325252, 5))


def popcount(n):
    c = 0
    while n:
        c += n & 1
        n >>= 1
    return c


print(popcount(0), popcount(255), popcount(2**64 - 1), popcount(2**100 + 1))


def fnv(text):
    h = 14695981039346656037
    for c in text.encode():
        h = ((h ^ c) * 1099511628211) & 0xFFFFFFFFFFFFFFFF
    return h


print(fnv("hello"), fnv(""))


def attempt(a, b):
    for f in (lambda: a << b, lambda: a >> b):
        try:
            print(f())
        except (ValueError, OverflowError) as e:
            print(type(e).__name__, e)


attempt(1, -1)
attempt(5, 64)
attempt(-5, 70)
attempt(0, -1)
attempt(-1, 63)
print(-1 >> 100, 1 << 63, -1 << 63, -1 << 64, 5 >> 0, True << 3, 6 & ~2, -8 | 3, -8 ^ 5)

# numbers in hot typed loops, crossing boundaries
def total(n):
    s = 0
    for i in range(n):
        s += i * i
    return s
print(total(10), total(1000), total(3000000))
def grow():
    x = 1
    steps = 0
    while x < 10**30:
        x = x * 3 + 1
        steps += 1
    return x, steps
print(grow())
def collatz(n):
    c = 0
    while n != 1:
        n = n // 2 if n % 2 == 0 else 3 * n + 1
        c += 1
    return c
print(max(range(1, 3000), key=collatz), collatz(27), collatz(837799))
def mix(a, b):
    return a + b, a - b, a * b, a / b, a // b, a % b, a < b, a == b
print(mix(7, 2), mix(7.5, 2), mix(7, 2.5), mix(-7, 2), mix(True, 2), mix(2**62, 3), mix(2**64, 2**32))
def power(b, e):
    r = 1
    for _ in range(e):
        r *= b
    return r
print(power(2, 62), power(2, 63), power(2, 64), power(-2, 63), power(-3, 41), power(10, 30), power(1.5, 20))
def hsh(s):
    h = 0
    for c in s:
        h = (h * 31 + ord(c)) & 0xFFFFFFFF
    return h
print(hsh("hello world"), hsh("taipan" * 50))
def xorshift(x):
    x ^= (x << 13) & 0xFFFFFFFFFFFFFFFF
    x ^= x >> 7
    x ^= (x << 17) & 0xFFFFFFFFFFFFFFFF
    return x
x = 88172645463325252
for _ in range(5):
    x = xorshift(x)
    print(x)
def lcg(seed):
    while True:
        seed = (seed * 6364136223846793005 + 1442695040888963407) % 2**64
        yield seed >> 33
g = lcg(42)
print([next(g) for _ in range(5)])
def fl(n):
    a = 0.0
    for i in range(n):
        a = a + i / 3 - a * 0.01
    return a
print(fl(1000), fl(5) // 1, -fl(7) % 2)
vals = [3, 1.5, True, 2**70, -4, 0.0]
print(sum(vals), max(vals), min(vals), sorted(vals), [v * 2 for v in vals], [bool(v) for v in vals], [str(v) for v in vals], [hash(v) for v in vals], [isinstance(v, int) for v in vals])
n = 5
n += 2.5; n *= 2; n -= 1; n /= 4; n **= 2; n //= 1.5; print(n)
n = 100
n //= 7; n <<= 70; n |= 5; n ^= 3; n &= ~1; n >>= 3; n %= 10**15; print(n)
s = "ab"; s += "cd"; s *= 3; print(s)
i = 0
while True:
    i += 1
    if i ** 3 > 10**19: break
    if i > 5: i *= 2
print(i, i ** 3)
print(sum(1 for i in range(10000) if str(i) == str(i)[::-1]), sum(map(int, str(3**200))))
m = [[(i * j) % 7 for j in range(5)] for i in range(5)]
for row in m: print(" ".join(f"{v:2d}" for v in row))
print(0.1 + 0.2 == 0.3, abs(0.1 + 0.2 - 0.3) < 1e-9, 1e16 + 1, 2**53 + 1.0, int(1e16) + 1, 3.0 == 3, 3 is 3, 1.0.is_integer(), (0.1).as_integer_ratio())

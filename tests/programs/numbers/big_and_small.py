import sys
big = 2 ** 200
print(big, -big, big // 3, big % 1000007, -big // 7, -big % 7, big * big == 2 ** 400, big >> 190, big & 0xFF, (big - 1) & 0xFFFF, big ^ (big - 1) == 2 * big - 1, ~big == -big - 1, pow(3, big, 1000007), hex(big)[:10], bin(big).count("0"), len(str(big)), big.bit_length(), hash(big), float(big), int(float(2 ** 60)), big / 2 ** 190, divmod(big, 12345), isinstance(big, int), big > 1e50, 10 ** 25 == 1e25, int("1" * 50), str(10 ** 50)[-3:], round(12345678901234567890, -5), (10 ** 30).__format__(","), f"{10 ** 21:_}", f"{2 ** 70:x}", sum([2 ** 62] * 4), 2 ** 63 - 1 + 1, -2 ** 63 - 1, (2 ** 63) * -1, abs(-2 ** 63), -(-2 ** 63), 2 ** 31 * 2 ** 32, 3 ** 40 * 3 ** 2, (2 ** 64 - 1) % (2 ** 32), 7 // -2, -7 // -2, 7 % -2, 0 // 5, True + 2, ~0, 1 << 64, (1 << 64) >> 64, int.from_bytes(b"\xff" * 9, "big"), (-1).to_bytes(4, "big", signed=True), (2 ** 70).to_bytes(9, "little"), 5 .bit_count(), 0b1 | 0x10, 100 ** 0, 0 ** 0, (-8) ** (1 / 3), 4 ** 0.5, 2 ** -2, -3 ** 2, 10 // 3 * 3 + 10 % 3)
def fact(n): return 1 if n < 2 else n * fact(n - 1)
print(fact(30), fact(50) // fact(48), sum(int(c) for c in str(fact(100))))
a, b = 0, 1
for _ in range(300): a, b = b, a + b
print(a)
def isprime(n):
    if n < 2: return False
    for p in (2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37):
        if n % p == 0: return n == p
    d, s = n - 1, 0
    while d % 2 == 0: d //= 2; s += 1
    for a in (2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37):
        x = pow(a, d, n)
        if x in (1, n - 1): continue
        for _ in range(s - 1):
            x = x * x % n
            if x == n - 1: break
        else: return False
    return True
print(isprime(2 ** 61 - 1), isprime(2 ** 67 - 1), [n for n in range(50) if isprime(n)])
def egcd(a, b): return (a, 1, 0) if b == 0 else (lambda g, x, y: (g, y, x - a // b * y))(*egcd(b, a % b))
print(egcd(240, 46), pow(17, -1, 3120), pow(65, 17, 3233), pow(2790, 2753, 3233))
x = 1
for i in range(70): x = x * 3 + i
print(x, x.bit_length(), x % 2 ** 64)
h = 14695981039346656037
for ch in b"hello": h = ((h ^ ch) * 1099511628211) & 0xFFFFFFFFFFFFFFFF
print(h, hex(h))
s = 123456789
for _ in range(5): s ^= s << 13 & 0xFFFFFFFF; s ^= s >> 17; s ^= s << 5 & 0xFFFFFFFF; print(s & 0xFFFFFFFF, end=" ")
print()
print(sum(i * i for i in range(10 ** 4)), sum(range(10 ** 6)), 999999999999 * 999999999999, int("123_456"), int("-0b101", 2), int("zz", 36), [int(d) for d in str(2 ** 40)], "".join(reversed(str(12345))), 12321 == int(str(12321)[::-1]))
try: int("1" * 5000)
except ValueError as e: print(e)
try: str(10 ** 5000)
except ValueError as e: print(e)
print(1_000_000 * 1.0, 1e308 * 10, -1e308 * 10, 1e-320, 0.1 + 0.1 + 0.1 == 0.3, 1.1 * 3, 1e16 + 1, 2.0 ** 53 + 1, 5e-324 / 2, 1.0 % 0.1, -1.0 % 3, 7.0 // 2, 1e300 * 1e-300, float("1e400"), 0.1 * 3, 1 / 3 * 3, 100 * 1.1, 3.0 == 3, hash(3.0) == hash(3), 1e22, 1e21 + 1, 123456789.123456789, 1.5e-7, 0.00001, 0.0001, 1e5, 123456.0, 1.0e15, 1e16, 12345678901234567.0, round(2.5), round(3.5), round(-2.5), round(0.125, 2), round(2.675, 2), round(1e20), round(1.23456e-5, 7), int(1e18), float(2 ** 53 + 1), min(1, 1.0), max(1.0, 1), sorted([2, 1.5, True, -0.0, 0]), sum([0.1] * 10), 3.7 // 1, -3.7 // 1, int(-3.7), 1e3 == 1000)

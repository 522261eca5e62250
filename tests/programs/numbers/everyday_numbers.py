from fractions import Fraction
import math
def isqrt_newton(n):
    x = n
    y = (x + 1) // 2
    while y < x:
        x = y
        y = (x + n // x) // 2
    return x
print(isqrt_newton(10**40), math.isqrt(10**41), math.gcd(2**100, 6**50), math.factorial(25), math.comb(50, 25))
def egcd(a, b):
    if b == 0: return a, 1, 0
    g, x, y = egcd(b, a % b)
    return g, y, x - (a // b) * y
print(egcd(240, 46), egcd(10**20 + 39, 10**18 + 9))
def fibmat(n):
    def mul(a, b):
        return (a[0]*b[0]+a[1]*b[2], a[0]*b[1]+a[1]*b[3], a[2]*b[0]+a[3]*b[2], a[2]*b[1]+a[3]*b[3])
    r = (1, 0, 0, 1); m = (1, 1, 1, 0)
    while n:
        if n & 1: r = mul(r, m)
        m = mul(m, m); n >>= 1
    return r[1]
print(fibmat(10), fibmat(200), fibmat(1000) % 10**20)
def miller(n):
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
print([p for p in range(2, 60) if miller(p)], miller(2**61 - 1), miller(2**89 - 1), miller(2**67 - 1), miller(10**18 + 9))
pi, q, r, t, k, n, l = "", 1, 0, 1, 1, 3, 3
while len(pi) < 60:
    if 4 * q + r - t < n * t:
        pi += str(n)
        q, r, n = 10 * q, 10 * (r - n * t), ((10 * (3 * q + r)) // t) - 10 * n
    else:
        q, r, t, k, n, l = q * k, (2 * q + r) * l, t * l, k + 1, (q * (7 * k + 2) + r * l) // (t * l), l + 2
print(pi)
print(Fraction(1, 3) + Fraction(1, 6), Fraction("0.125"), Fraction(3, -6), float(Fraction(7, 8)), Fraction(10**20, 3) * 2, hash(Fraction(1, 2)) == hash(0.5))
h = sum(Fraction(1, i) for i in range(1, 30))
print(h, float(h))
x = 0.0
for i in range(1, 100000):
    x += 1 / (i * i)
print(x, math.sqrt(x * 6), round(x, 5), f"{x:.10f}", f"{x:e}")
for v in (1e-10, 123456789.123456789, 0.1 + 0.2, 1e21, 5e-324, 1/3):
    print(v, f"{v:.3f} {v:.3e} {v:g} {v:10.4g}|{v!r}|{v:,.2f}", "%.4f %g %e" % (v, v, v), round(v, 3))
def mandel(c):
    z = 0
    for i in range(50):
        z = z * z + c
        if abs(z) > 2: return i
    return 50
for y in range(-6, 7, 2):
    print("".join(" .:-=+*#%@"[mandel(complex(x / 10, y / 5)) // 6] for x in range(-20, 8)))
print((1+2j) * (3-1j), abs(3+4j), (1+2j).conjugate(), 1j**2, complex(2).real)
print(0b1010 | 0x0F, 0o17, ~5, 5 ^ 3, 1 << 40, -17 >> 2, -17 // 4, -17 % 4, 17 % -4, bin(-10), (-10) & 0xff, 1_000_000)
print(int("123") + int("-45"), float("1e3"), int(-3.7), round(-2.5), round(3.5), abs(-7), divmod(-17, 5), pow(2, 100), 7 / 2, 7 // 2, 2 ** -2, 10 ** 20, type(2 ** 63), isinstance(2 ** 63, int))
print(9223372036854775807 + 1, -9223372036854775808 - 1, 9223372036854775807 * 2, 3037000500 ** 2, -(-9223372036854775808), abs(-9223372036854775808), -9223372036854775808 // -1)
tot = 1
for i in range(1, 40): tot *= i
print(tot, tot // 10**30, tot % 97, str(tot).rstrip("0"), len(str(tot)), tot.bit_length())
a = 10**50
b = 3**70
print(a + b, a - b, a * b, a // b, a % b, -a // b, -a % b, a > b, a == 10**50, hash(a) == hash(10**50), a / b, float(a), int(float(a)), a ** 2 // b ** 3, a & b, a | b, a ^ b, a >> 60, b << 33, ~a)

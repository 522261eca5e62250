# Ints of a few to some dozen limbs: text, common divisors, powers, bits.
from math import gcd, lcm


def numbers(count, bits):
    state = 987654321
    found = []
    for i in range(count):
        n = 0
        for _ in range(bits // 32 + i % 3):
            state = (state * 6364136223846793005 + 1442695040888963407) % 2**64
            n = n << 32 | state >> 32
        found.append(n)
    return found


def check(bits):
    m = 10**18 + 9
    values = numbers(8, bits)
    for a, b in zip(values, values[1:]):
        for x, y in ((a, b), (a, -b), (-a, b)):
            print((x & y) % m, (x | y) % m, (x ^ y) % m)
        g = gcd(a * 1001, b * 77)
        print(g, gcd(a * b, b) == b, lcm(a, b) * gcd(a, b) == a * b)
        print(pow(a, 65537, b) % m, pow(b, 3, a) % m, pow(a, 2, m), pow(7, 2**61, b) % m)
        print(hex(a)[:20], hex(-b)[-20:], f"{a:x}"[5:15], f"{b:,}"[:20])
        assert int(str(a)) == a and int(str(-b)) == -b and int(hex(a), 16) == a
        assert int(str(a) + "_" + str(b)) == int(str(a) + str(b))


for bits in (64, 96, 128, 200, 512, 2000):
    check(bits)
for power in (18, 19, 20, 37, 38, 39, 57, 58, 600, 633, 634, 635, 636, 640, 700):
    n = 10**power
    for m in (n, n - 1, -n, n + 1):
        text = str(m)
        assert int(text) == m, power
        print(text[:3], len(text), text[-3:], int("00" + text.lstrip("-")) == abs(m))
print(gcd(2**200, 2**100), gcd(0, 3**90) == 3**90, gcd(3**90, 0) == 3**90, gcd(-(3**50), 3**45) == 3**45)
a, b = 0, 1
for _ in range(1500):
    a, b = b, a + b
print(gcd(a, b), gcd(b, a), gcd(a * 10**30, b * 10**30) == 10**30)
print(pow(3, 10**6, 2**127 - 1), pow(2**100, 12345, 10**40), pow(10**40, 5, 10**20), pow(5, 1, 2**65), pow(-5, 7, 2**65))
print(2**200 & 0, 2**200 & 1, (2**200 | 1) & (2**64 - 1), 2**200 ^ 2**200, (2**64 - 1) & 2**63)
for m in (2**63 - 1, 2**63 - 25, 10**9 + 7, 2, 1):
    print(pow(2**62 + 12345, 10**15 + 1, m), pow(-7, 10**15, m))

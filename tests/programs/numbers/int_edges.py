# Integers around the edges of machine words.
M = 2**63 - 1
m = -2**63
for a in (M, m, M - 1, m + 1, 0, 1, -1, 2**31, 2**32, 2**62, 2**64, -2**64, 2**127, -(2**127)):
    print(a, a + 1, a - 1, -a, abs(a), ~a, a * a, a * -1, a.bit_length(), a.bit_count())
    for b in (1, -1, 2, -2, 3, 7, -7, 2**62, -2**63, 2**65):
        print(a // b, a % b, divmod(a, b), a == b, a < b, a >= b, a & b, a | b, a ^ b)
for s in (0, 1, 31, 62, 63, 64, 65, 100):
    print(1 << s, -1 << s, M >> s, m >> s, (M << s) >> s, (1 << s) - 1)
x = 1
for i in range(100):
    x = x * 7 + i
print(x, x % 1000007, x // 3**50, x >> 77, x & 0xffffffffffffffffffff, -x >> 13, -x & 255)
print(sum(i * i for i in range(2000000, 2000100)))
n = 0
for i in range(70):
    n += 2**i
    n -= i
print(n)
print((-7) // 2, (-7) % 2, 7 // -2, 7 % -2, -7 // -2, -7 % -2)
print(True + True, True * 5, False - 1, -True, ~False, True & 3, True | 2, True ^ True, True & False)
print(isinstance(True, int), int(True), 3 + True, True == 1, hash(True) == hash(1))

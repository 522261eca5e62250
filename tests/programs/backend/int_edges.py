# The edges at which machine arithmetic leaves 64 bits.
M = 9223372036854775807
m = -M - 1


def ops(a, b):
    return [a + b, a - b, a * b, -a, abs(a)]


for a in (M, m, M - 1, m + 1, 0, 1, -1, 3037000499, 3037000500):
    for b in (M, m, 1, -1, 2, 3037000500):
        print(a, b, ops(a, b))


def divs(a, b):
    return a // b, a % b, divmod(a, b)


for a in (7, -7, M, m):
    for b in (2, -2, 3, -3, M, m, -1, 1):
        print(a, b, divs(a, b))


def shifts(a, n):
    return a << n, a >> n


for a in (1, -1, 5, -5, M, m):
    for n in (0, 1, 31, 62, 63, 64, 65, 200):
        print(a, n, shifts(a, n))


def bits(a, b):
    return a & b, a | b, a ^ b, ~a


for a in (0, -1, M, m, 2**64, -(2**64)):
    print(bits(a, 255), bits(a, -256), bits(a, 2**70))

total = 0
for i in range(64):
    total += 1 << i
print(total)
n = 1
while n < 10**40:
    n *= 37
print(n)
fact = 1
for i in range(1, 31):
    fact *= i
print(fact, fact // 10**20, fact % 10**9)

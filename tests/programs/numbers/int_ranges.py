# Loop counters, remainders, shifts and negations at the ends of 64 bits: what is proven to fit, and what is not.
def f(n, m):
    t = 0
    for i in range(0, n, 3):
        j = i - 7
        t += j // 4 + j % 8 + j % 3 + (j // 3)
        if j < 0:
            t += abs(j) * 2
        elif j > 2**40:
            t += 1
        k = (j & 15) << 3
        t ^= k
        if m != 0:
            t += j % m + j // m
        t += (j << 2) - (-j)
    return t
def g(x):
    r = []
    while x > -10:
        r.append(x // 2)
        x -= 3
    return r
def h(a, b):
    try:
        return a // b, a % b, a / b
    except ZeroDivisionError as e:
        return str(e)
def lim(i):
    # counts up to the end of i64
    n = 0
    while i > 0:
        i += 1
        n += 1
        if n > 5:
            break
    return i, n
def down(i):
    s = 0
    while i >= 0:
        s += i
        i -= 1
    return s, i
def ratio(n):
    t = 0.0
    for i in range(n):
        for j in range(n):
            t += 1.0 / ((i + j) * (i + j + 1) // 2 + i + 1)
            t += i / (j + 1)
    return t
def spin(n):
    x = 0
    for i in range(n):
        x = (x * 3 + i) % 1000003
        if x == 0:
            x = -1
        x = -x
    return x
print(f(100, 7), f(100, -7), f(50, 0), g(11), h(7, 2), h(-7, 2), h(7, -2), h(1, 0), h(-2**63, -1), h(2**63 - 1, 1))
print(lim(2**63 - 3), lim(1), down(10), down(-1), ratio(20), spin(1000))
for lo, hi, st in [(2**63 - 5, 2**63 - 1, 2), (-(2**63), -(2**63) + 7, 3), (2**63 - 1, 2**63 - 6, -2), (5, 0, -1), (-(2**63) + 3, -(2**63), -1)]:
    t = []
    for i in range(lo, hi, st):
        t.append(i)
    print(t)
def shifts(x, n):
    try:
        return x << n, x >> n, (x << n) & 255
    except (ValueError, OverflowError) as e:
        return str(e)
print([shifts(x, n) for x in (1, -1, 2**62, -(2**63)) for n in (0, 1, 62, 63, 64, 65, -1)])
def neg(x):
    return -x, abs(x), x * -1, x // -1, divmod(x, -1), x - 1, x + 1
for v in (-(2**63), 2**63 - 1, 0, 2**62, -(2**62)):
    print(neg(v))
def ords(s):
    t = 0
    for c in s:
        o = ord(c) - 97
        t = (t * 26 + o) % 1009
        t += o * o // 3
    return t
print(ords("hello world\U0010ffff"))

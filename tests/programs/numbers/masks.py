# Arithmetic under masks: low bits are exact whatever the operands are, and words of 64 bits go back and forth.

M32 = 0xFFFFFFFF
M64 = 0xFFFFFFFFFFFFFFFF
M63 = 0x7FFFFFFFFFFFFFFF

EDGES = [0, 1, -1, 2, -2, 3, 2**31 - 1, 2**31, -(2**31), 2**32 - 1, 2**62, -(2**62), 2**63 - 1, -(2**63), 2**53, 12345678901234567]


def mixed(a, b, c):
    return (
        (a * b + c) & 0xFFFFFFFF,
        (a - b * c) & 0x7FFFFFFFFFFFFFFF,
        (a * b * c - a) & 0xFFFFFFFFFFFFFFFF,
        (~a ^ b << 7) & 0xFFFF,
        (-a + (b | c)) % 65536,
        (a << 40 | b) & 0xFFFFFFFFFFFFFFFF,
        (a * b) % 2**63,
        (a * b) % 2**64,
        (a + b) & 1,
    )


def edges():
    seen = 0
    for a in EDGES:
        for b in EDGES:
            for c in (0, 1, -1, 2**63 - 1, -(2**63)):
                for value in mixed(a, b, c):
                    seen = (seen * 31 + value) % 1000000007
    print(seen)
    print(mixed(2**63 - 1, 2**63 - 1, -(2**63)))
    print(mixed(-(2**63), 3, -1))
    print(mixed(2**70, -(2**66), 5))


class Lcg:
    def __init__(self, seed):
        self.state = seed

    def step(self):
        self.state = (self.state * 6364136223846793005 + 1442695040888963407) & 0xFFFFFFFFFFFFFFFF
        return self.state >> 33

    def below(self, n):
        return self.step() % n


def splitmix(x):
    x = (x + 0x9E3779B97F4A7C15) & M64
    z = x
    z = ((z ^ (z >> 30)) * 0xBF58476D1CE4E5B9) & 0xFFFFFFFFFFFFFFFF
    z = ((z ^ (z >> 27)) * 0x94D049BB133111EB) & 0xFFFFFFFFFFFFFFFF
    return z ^ (z >> 31)


def xorshift(x, count):
    total = 0
    for _ in range(count):
        x ^= (x << 13) & 0xFFFFFFFFFFFFFFFF
        x ^= x >> 7
        x ^= (x << 17) & 0xFFFFFFFFFFFFFFFF
        total += x % 1000
        if x > 0x8000000000000000:
            total += 1
        if x:
            total += 1
    return x, total


def fnv(data):
    h = 0xCBF29CE484222325
    for byte in data:
        h ^= byte
        h = (h * 0x100000001B3) & 0xFFFFFFFFFFFFFFFF
    return h


def rotl(x, k):
    return ((x << k) | (x >> (64 - k))) & 0xFFFFFFFFFFFFFFFF


def rotate32(x, n):
    return (x >> n | x << (32 - n)) & 0xFFFFFFFF


def words():
    r = Lcg(2024)
    print([r.below(100) for _ in range(20)], r.state, type(r.state))
    r.state = -5
    print(r.step(), r.state)
    r.state = 2**64 + 3
    print(r.step(), r.state)
    r.state = True
    print(r.step(), r.state)
    x = 0
    for _ in range(5):
        x = splitmix(x)
        print(x, x // 3, x // 2, x % 10, x / 2**64, -x, x + 1, x - 1, x * 2, hex(x), x == x + 0, x < 2**63, [x])
    print(xorshift(88172645463325252, 50))
    print(fnv(b"hello world"), fnv(b""), fnv([1, 2, 3]))
    try:
        fnv([1.5])
    except TypeError as error:
        print(error)
    print(fnv([-1, 2**65]))
    y = 0xDEADBEEFCAFEBABE
    for k in range(1, 64, 9):
        y = rotl(y, k)
        print(y)
    z = 0x12345678
    for k in range(1, 32, 5):
        z = rotate32(z, k)
        print(z)


def failing(a, items, i):
    # What stands before the failure is exact where it is seen.
    try:
        return (a * 3 + items[i]) & 0xFFFFFFFF
    except (IndexError, TypeError) as error:
        return repr(error)


def leaving():
    print(failing(2**62, [1, 2], 1), failing(2**62, [1, 2], 2), failing(2**62, [1, "x"], 1))
    print(failing(2**62, [1, 2**80], 1), failing(-(2**63), [1, 0.5], 0), failing(-(2**63), [1, 0.5], 1))


class Odd:
    def __radd__(self, other):
        return other >> 60


def unusual():
    print((lambda a, o: (a * 5 + o) & 0xFF)(2**62, Odd()))
    print(failing(2**62, [Odd()], 0))


def narrow_words():
    w = (0 - 1) & M64
    print(w, w >> 1, w >> 63, w >> 64, w >> 70, w & M32, w & M63, w | 1, w ^ w, w ^ 1, w & w, ~w)
    for shift in (0, 1, 63, 64, 65):
        print(w >> shift, end=" ")
    print()
    for n in (1, 2, 3, -1, -7, 2**62, 2**63, 2**64 - 1):
        print(w % n, w // n, divmod(w, n))
    for n in (0, -1):
        try:
            print(w >> n)
        except ValueError as error:
            print(error)
    try:
        print(w % 0)
    except ZeroDivisionError as error:
        print(error)
    w = w ^ -1 & M64
    print(w)
    w = w | -8
    print(w)


edges()
words()
leaving()
unusual()
narrow_words()

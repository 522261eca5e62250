import random
random.seed(7)
def rnd():
    k = random.choice([1, 30, 62, 63, 64, 65, 127, 128, 129, 190, 192, 256, 400, 4000])
    r = random.random()
    n = random.getrandbits(k)
    if r < 0.2: n = (1 << k)
    elif r < 0.3: n = (1 << k) - 1
    elif r < 0.4: n = ((1 << k) - 1) << random.choice([1, 64, 3])
    return -n if random.random() < 0.5 else n
h = 0
def mix(x):
    global h
    h = (h * 1000003 ^ (x & ((1 << 61) - 1)) ^ x.bit_length()) & ((1 << 61) - 1)
for i in range(1500):
    a, b = rnd(), rnd()
    mix(a + b); mix(a - b); mix(a * b); mix(a & b); mix(a | b); mix(a ^ b)
    if b:
        q, r = divmod(a, b)
        mix(q); mix(r); mix(a // b); mix(a % b)
        assert q * b + r == a and (0 <= r < b or b < r <= 0)
    s = random.choice([0, 1, 63, 64, 65, 127, 128, 200])
    mix(a << s); mix(a >> s); mix(~a); mix(-a); mix(abs(a))
    mix(int(a < b) + 2 * int(a <= b) + 4 * int(a == b))
    if i % 20 == 0: mix(hash(str(a)+hex(b)) * 0 + int(str(a)) + int(hex(b), 16))
print(h)
for a in (2**63, -2**63, 2**64, 2**64-1, -2**64, 2**63-1, -2**63-1):
    for b in (2**63, -2**63, 2**64-1, 1, -1, 2**62, -2**64):
        print(a // b, a % b, a & b, a | b, a ^ b, a >> 3, a << 2, a - b, a > b, str(a), end='; ')
    print()

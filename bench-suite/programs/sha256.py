"""SHA-256 in plain Python: rotations and sums of 32-bit words with `& 0xffffffff`, lists of ints, bytes."""


def primes(count):
    found = []
    n = 2
    while len(found) < count:
        if all(n % p for p in found):
            found.append(n)
        n += 1
    return found


def root_bits(n, power):
    """The first 32 bits of the fraction of the square or cube root of a small number, without floats."""
    target = n << (32 * power)
    low, high = 0, 1 << 36
    while high - low > 1:
        middle = (low + high) // 2
        if middle**power <= target:
            low = middle
        else:
            high = middle
    return low & 0xFFFFFFFF


K = [root_bits(p, 3) for p in primes(64)]
START = [root_bits(p, 2) for p in primes(8)]


def rotate(x, n):
    return (x >> n | x << (32 - n)) & 0xFFFFFFFF


def compress(state, block):
    w = [0] * 64
    for i in range(16):
        w[i] = block[4 * i] << 24 | block[4 * i + 1] << 16 | block[4 * i + 2] << 8 | block[4 * i + 3]
    for i in range(16, 64):
        a, b = w[i - 15], w[i - 2]
        s0 = rotate(a, 7) ^ rotate(a, 18) ^ a >> 3
        s1 = rotate(b, 17) ^ rotate(b, 19) ^ b >> 10
        w[i] = (w[i - 16] + s0 + w[i - 7] + s1) & 0xFFFFFFFF
    a, b, c, d, e, f, g, h = state
    for i in range(64):
        s1 = rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25)
        choice = (e & f) ^ (~e & g)
        t1 = (h + s1 + choice + K[i] + w[i]) & 0xFFFFFFFF
        s0 = rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22)
        majority = (a & b) ^ (a & c) ^ (b & c)
        t2 = (s0 + majority) & 0xFFFFFFFF
        h = g
        g = f
        f = e
        e = (d + t1) & 0xFFFFFFFF
        d = c
        c = b
        b = a
        a = (t1 + t2) & 0xFFFFFFFF
    return [(x + y) & 0xFFFFFFFF for x, y in zip(state, (a, b, c, d, e, f, g, h))]


def sha256(message):
    padded = bytearray(message)
    padded.append(0x80)
    while len(padded) % 64 != 56:
        padded.append(0)
    padded += (8 * len(message)).to_bytes(8, "big")
    state = START
    for start in range(0, len(padded), 64):
        state = compress(state, padded[start : start + 64])
    return "".join(f"{word:08x}" for word in state)


def main():
    assert sha256(b"abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
    assert sha256(b"") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
    message = bytes((i * 7 + i // 256) & 255 for i in range(160_000))
    print(sha256(message))
    digest = "taipan"
    for _ in range(1500):
        digest = sha256(digest.encode())
    print(digest)


main()

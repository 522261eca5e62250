"""Digests of bytes: MD5 and the SHA-1 and SHA-2 families."""

from math import isqrt as _isqrt

__all__ = ["md5", "sha1", "sha224", "sha256", "sha384", "sha512", "new", "algorithms_available", "algorithms_guaranteed"]

_M32 = 0xFFFFFFFF
_M64 = 0xFFFFFFFFFFFFFFFF


def _primes(n):
    found = []
    candidate = 2
    while len(found) < n:
        if all(candidate % p for p in found):
            found.append(candidate)
        candidate += 1
    return found


def _root(n, k, bits):
    """The first `bits` bits of the fraction of the k-th root of n."""
    if k == 2:
        return _isqrt(n << 2 * bits) & ((1 << bits) - 1)
    target = n << 3 * bits
    low, high = 0, 1 << (bits + 4)
    while low < high:
        middle = (low + high + 1) // 2
        if middle**3 <= target:
            low = middle
        else:
            high = middle - 1
    return low & ((1 << bits) - 1)


_tables = {}


def _constants(bits, rounds):
    if bits not in _tables:
        _tables[bits] = [_root(p, 3, bits) for p in _primes(rounds)]
    return _tables[bits]


_MD5_SHIFTS = [7, 12, 17, 22] * 4 + [5, 9, 14, 20] * 4 + [4, 11, 16, 23] * 4 + [6, 10, 15, 21] * 4


def _md5_constants():
    if "md5" not in _tables:
        from math import floor, sin

        _tables["md5"] = [floor(abs(sin(i + 1)) * 2**32) for i in range(64)]
    return _tables["md5"]


def _md5_block(state, block):
    k = _md5_constants()
    words = [int.from_bytes(block[i : i + 4], "little") for i in range(0, 64, 4)]
    a, b, c, d = state
    for i in range(64):
        if i < 16:
            f, g = (b & c) | (~b & d), i
        elif i < 32:
            f, g = (d & b) | (~d & c), (5 * i + 1) & 15
        elif i < 48:
            f, g = b ^ c ^ d, (3 * i + 5) & 15
        else:
            f, g = c ^ (b | (~d & 0xFFFFFFFF)), (7 * i) & 15
        f = (f + a + k[i] + words[g]) & 0xFFFFFFFF
        s = _MD5_SHIFTS[i]
        a, d, c = d, c, b
        b = (b + (f << s | f >> (32 - s))) & 0xFFFFFFFF
    return [(x + y) & _M32 for x, y in zip(state, (a, b, c, d))]


def _sha1_block(state, block):
    w = [int.from_bytes(block[i : i + 4], "big") for i in range(0, 64, 4)]
    for i in range(16, 80):
        x = w[i - 3] ^ w[i - 8] ^ w[i - 14] ^ w[i - 16]
        w.append((x << 1 | x >> 31) & 0xFFFFFFFF)
    a, b, c, d, e = state
    for i in range(80):
        if i < 20:
            f, k = (b & c) | (~b & d), 0x5A827999
        elif i < 40:
            f, k = b ^ c ^ d, 0x6ED9EBA1
        elif i < 60:
            f, k = (b & c) | (b & d) | (c & d), 0x8F1BBCDC
        else:
            f, k = b ^ c ^ d, 0xCA62C1D6
        t = ((a << 5 | a >> 27) + f + e + k + w[i]) & 0xFFFFFFFF
        a, b, c, d, e = t, a, (b << 30 | b >> 2) & 0xFFFFFFFF, c, d
    return [(x + y) & _M32 for x, y in zip(state, (a, b, c, d, e))]


def _sha2_block(state, block, bits, mask, rounds, s0, s1, S0, S1):
    k = _constants(bits, rounds)
    size = bits // 8
    w = [int.from_bytes(block[i : i + size], "big") for i in range(0, 16 * size, size)]
    for i in range(16, rounds):
        x, y = w[i - 15], w[i - 2]
        p = (x >> s0[0] | x << (bits - s0[0])) ^ (x >> s0[1] | x << (bits - s0[1])) ^ (x >> s0[2])
        q = (y >> s1[0] | y << (bits - s1[0])) ^ (y >> s1[1] | y << (bits - s1[1])) ^ (y >> s1[2])
        w.append((w[i - 16] + (p & mask) + w[i - 7] + (q & mask)) & mask)
    a, b, c, d, e, f, g, h = state
    for i in range(rounds):
        p = (e >> S1[0] | e << (bits - S1[0])) ^ (e >> S1[1] | e << (bits - S1[1])) ^ (e >> S1[2] | e << (bits - S1[2]))
        t1 = (h + (p & mask) + ((e & f) ^ (~e & g)) + k[i] + w[i]) & mask
        q = (a >> S0[0] | a << (bits - S0[0])) ^ (a >> S0[1] | a << (bits - S0[1])) ^ (a >> S0[2] | a << (bits - S0[2]))
        t2 = ((q & mask) + ((a & b) ^ (a & c) ^ (b & c))) & mask
        a, b, c, d, e, f, g, h = (t1 + t2) & mask, a, b, c, (d + t1) & mask, e, f, g
    return [(x + y) & mask for x, y in zip(state, (a, b, c, d, e, f, g, h))]


def _sha256_block(state, block):
    return _sha2_block(state, block, 32, _M32, 64, (7, 18, 3), (17, 19, 10), (2, 13, 22), (6, 11, 25))


def _sha512_block(state, block):
    return _sha2_block(state, block, 64, _M64, 80, (1, 8, 7), (19, 61, 6), (28, 34, 39), (14, 18, 41))


def _start(name):
    if name == "md5":
        return [0x67452301, 0xEFCDAB89, 0x98BADCFE, 0x10325476]
    if name == "sha1":
        return [0x67452301, 0xEFCDAB89, 0x98BADCFE, 0x10325476, 0xC3D2E1F0]
    if name == "sha256":
        return [_root(p, 2, 32) for p in _primes(8)]
    if name == "sha512":
        return [_root(p, 2, 64) for p in _primes(8)]
    following = [_root(p, 2, 64) for p in _primes(16)[8:]]
    return following if name == "sha384" else [x & _M32 for x in following]


# name: block's transformation, block size, digest size, bytes of a word, byte order
_KINDS = {
    "md5": (_md5_block, 64, 16, 4, "little"), "sha1": (_sha1_block, 64, 20, 4, "big"),
    "sha224": (_sha256_block, 64, 28, 4, "big"), "sha256": (_sha256_block, 64, 32, 4, "big"),
    "sha384": (_sha512_block, 128, 48, 8, "big"), "sha512": (_sha512_block, 128, 64, 8, "big"),
}
algorithms_available = set(_KINDS)
algorithms_guaranteed = set(_KINDS)


class HASH:
    def __init__(self, name, data=b""):
        self.name = name
        self._block, self.block_size, self.digest_size, self._word, self._order = _KINDS[name]
        self._state = _start(name)
        self._rest = b""
        self._length = 0
        self.update(data)

    def __repr__(self):
        return f"<{self.name} _hashlib.HASH object @ {hex(id(self))}>"

    def update(self, data, /):
        if isinstance(data, str):
            raise TypeError("Strings must be encoded before hashing")
        data = bytes(data) if isinstance(data, (bytes, bytearray)) else _not_bytes(data)
        self._length += len(data)
        data = self._rest + data
        size = self.block_size
        whole = len(data) - len(data) % size
        for at in range(0, whole, size):
            self._state = self._block(self._state, data[at : at + size])
        self._rest = data[whole:]

    def digest(self):
        size, room = self.block_size, self._word * 2
        tail = self._rest + b"\x80"
        tail += bytes(-(len(tail) + room) % size) + (8 * self._length).to_bytes(room, self._order)
        state = self._state
        for at in range(0, len(tail), size):
            state = self._block(state, tail[at : at + size])
        return b"".join(x.to_bytes(self._word, self._order) for x in state)[: self.digest_size]

    def hexdigest(self):
        return self.digest().hex()

    def copy(self):
        other = HASH(self.name)
        other._state, other._rest, other._length = self._state[:], self._rest, self._length
        return other


def _not_bytes(data):
    raise TypeError("object supporting the buffer API required")


def new(name, data=b"", **kwargs):
    if name.lower().replace("-", "") not in _KINDS:
        raise ValueError("unsupported hash type " + name)
    return HASH(name.lower().replace("-", ""), data)


def md5(string=b"", *, usedforsecurity=True):
    return HASH("md5", string)


def sha1(string=b"", *, usedforsecurity=True):
    return HASH("sha1", string)


def sha224(string=b"", *, usedforsecurity=True):
    return HASH("sha224", string)


def sha256(string=b"", *, usedforsecurity=True):
    return HASH("sha256", string)


def sha384(string=b"", *, usedforsecurity=True):
    return HASH("sha384", string)


def sha512(string=b"", *, usedforsecurity=True):
    return HASH("sha512", string)

"""Random numbers that cannot be foretold."""

import os
from random import SystemRandom

__all__ = ["choice", "randbelow", "randbits", "SystemRandom", "token_bytes", "token_hex", "token_urlsafe", "compare_digest"]

DEFAULT_ENTROPY = 32
_random = SystemRandom()
randbits = _random.getrandbits
choice = _random.choice


def randbelow(exclusive_upper_bound):
    if exclusive_upper_bound <= 0:
        raise ValueError("Upper bound must be positive.")
    return _random.randrange(exclusive_upper_bound)


def token_bytes(nbytes=None):
    return os.urandom(DEFAULT_ENTROPY if nbytes is None else nbytes)


def token_hex(nbytes=None):
    return token_bytes(nbytes).hex()


_ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"


def token_urlsafe(nbytes=None):
    data = token_bytes(nbytes)
    bits = int.from_bytes(data, "big") << -8 * len(data) % 6
    n = (8 * len(data) + 5) // 6
    return "".join(_ALPHABET[bits >> 6 * (n - 1 - i) & 63] for i in range(n))


def compare_digest(a, b):
    return a == b

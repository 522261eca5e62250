"""`struct`: values as bytes, laid out as a format says."""

import math


class error(Exception):
    pass


error.__module__ = "struct"

# size, alignment on this machine; size where sizes are standard (None: not there)
_CODES = {
    "x": (1, 1, 1), "c": (1, 1, 1), "b": (1, 1, 1), "B": (1, 1, 1), "?": (1, 1, 1), "h": (2, 2, 2), "H": (2, 2, 2),
    "i": (4, 4, 4), "I": (4, 4, 4), "l": (8, 8, 4), "L": (8, 8, 4), "q": (8, 8, 8), "Q": (8, 8, 8), "n": (8, 8, None),
    "N": (8, 8, None), "e": (2, 2, 2), "f": (4, 4, 4), "d": (8, 8, 8), "s": (1, 1, 1), "p": (1, 1, 1), "P": (8, 8, None),
}
# bits of the exponent and of the fraction
_FLOATS = {"e": (5, 10), "f": (8, 23), "d": (11, 52)}


def _parse(format):
    """Byte order, and items (code, count, size, offset), and the size of all."""
    if isinstance(format, (bytes, bytearray)):
        format = bytes(format).decode("ascii")
    if not isinstance(format, str):
        raise TypeError(f"Struct() argument 1 must be a str or bytes object, not {type(format).__name__}")
    order, native, i = "little", True, 0
    if format[:1] in ("@", "=", "<", ">", "!"):
        native = format[0] == "@"
        order = "big" if format[0] in ">!" else "little"
        i = 1
    items, offset = [], 0
    while i < len(format):
        start = i
        while i < len(format) and format[i].isdigit():
            i += 1
        if i == len(format):
            raise error("repeat count given without format specifier")
        count = int(format[start:i]) if i > start else 1
        code = format[i]
        i += 1
        if code.isspace() and i - 1 == start:
            continue
        if code not in _CODES or (not native and _CODES[code][2] is None):
            raise error("bad char in struct format")
        size = _CODES[code][0 if native else 2]
        if native and size > 1:
            offset += -offset % _CODES[code][1]
        items.append((code, count, size, offset))
        offset += count * size
    return order, items, offset


def float_bits(x, code):
    exponent_bits, fraction_bits = _FLOATS[code]
    top = (1 << exponent_bits) - 1
    bias = top >> 1
    sign = 1 if math.copysign(1.0, x) < 0 else 0
    if x != x:
        e, f = top, 1 << (fraction_bits - 1)
    elif math.isinf(x):
        e, f = top, 0
    elif x == 0:
        e, f = 0, 0
    else:
        m, e = math.frexp(abs(x))
        e += bias - 1
        # A number too small for a full fraction has fewer bits of it.
        shift = fraction_bits + 1 if e > 0 else fraction_bits + e
        scaled = math.ldexp(m, shift)
        f = int(scaled)
        rest = scaled - f
        if rest > 0.5 or (rest == 0.5 and f & 1):
            f += 1
        if e > 0:
            f += (e - 1) << fraction_bits
            e = f >> fraction_bits
            if e >= top:
                names = {"e": "e", "f": "f"}
                raise OverflowError(f"float too large to pack with {names[code]} format")
            f &= (1 << fraction_bits) - 1
        else:
            e = f >> fraction_bits
            f &= (1 << fraction_bits) - 1
    return sign << (exponent_bits + fraction_bits) | e << fraction_bits | f


def float_of_bits(n, code):
    exponent_bits, fraction_bits = _FLOATS[code]
    top = (1 << exponent_bits) - 1
    f = n & ((1 << fraction_bits) - 1)
    e = n >> fraction_bits & top
    if e == top:
        x = math.nan if f else math.inf
    elif e == 0:
        x = math.ldexp(f, 1 - (top >> 1) - fraction_bits)
    else:
        x = math.ldexp(f | 1 << fraction_bits, e - (top >> 1) - fraction_bits)
    return -x if n >> (exponent_bits + fraction_bits) else x


def int_bytes(code, size, order, v):
    if not isinstance(v, int):
        if not hasattr(v, "__index__"):
            raise error("required argument is not an integer")
        v = v.__index__()
    bits = 8 * size
    low, high = (0, (1 << bits) - 1) if code in "BHILQNP" else (-1 << (bits - 1), (1 << (bits - 1)) - 1)
    if not low <= v <= high:
        if size == 8:
            raise error("int too large to convert")
        raise error(f"'{code}' format requires {low} <= number <= {high}")
    return (v & ((1 << bits) - 1)).to_bytes(size, order)


class Struct:
    def __init__(self, format):
        self._order, self._items, self.size = _parse(format)
        self.format = format if isinstance(format, str) else bytes(format).decode("ascii")
        self._native = self.format[:1] not in ("=", "<", ">", "!")
        self._values = sum(1 if c in "sp" else 0 if c == "x" else n for c, n, size, at in self._items)

    def __repr__(self):
        return f"Struct({self.format!r})"

    def pack(self, *values):
        if len(values) != self._values:
            raise error(f"pack expected {self._values} items for packing (got {len(values)})")
        return self._packed(values)

    def _packed(self, values):
        out = bytearray(self.size)
        given = iter(values)
        for code, count, size, at in self._items:
            if code == "x":
                continue
            if code in "sp":
                v = next(given)
                if not isinstance(v, (bytes, bytearray)):
                    raise error(f"argument for '{code}' must be a bytes object")
                if code == "p" and count:
                    v = bytes([min(len(v), count - 1, 255)]) + v[: count - 1]
                part = bytes(v[:count])
                out[at : at + len(part)] = part
                continue
            for _ in range(count):
                v = next(given)
                if code == "c":
                    if not isinstance(v, (bytes, bytearray)) or len(v) != 1:
                        raise error("char format requires a bytes object of length 1")
                    part = bytes(v)
                elif code == "?":
                    part = b"\x01" if v else b"\x00"
                elif code in _FLOATS:
                    if not isinstance(v, (int, float)) and not hasattr(v, "__float__"):
                        raise error("required argument is not a float")
                    try:
                        n = float_bits(float(v), code)
                    except OverflowError:
                        # The machine's own format holds what a cast gives.
                        if not self._native or code != "f":
                            raise
                        n = float_bits(math.copysign(math.inf, v), code)
                    part = n.to_bytes(size, self._order)
                else:
                    part = int_bytes(code, size, self._order, v)
                out[at : at + size] = part
                at += size
        return bytes(out)

    def pack_into(self, buffer, offset, *values):
        if len(values) != self._values:
            raise error(f"pack_into expected {self._values} items for packing (got {len(values)})")
        if offset < 0:
            offset += len(buffer)
        if len(buffer) - offset < self.size:
            raise error(
                f"pack_into requires a buffer of at least {self.size + offset} bytes for packing {self.size} bytes "
                f"at offset {offset} (actual buffer size is {len(buffer)})"
            )
        buffer[offset : offset + self.size] = self._packed(values)

    def unpack(self, buffer):
        if len(buffer) != self.size:
            raise error(f"unpack requires a buffer of {self.size} bytes")
        return self._unpacked(bytes(buffer), 0)

    def unpack_from(self, buffer, offset=0):
        if offset < 0:
            offset += len(buffer)
        if len(buffer) - offset < self.size:
            raise error(
                f"unpack_from requires a buffer of at least {self.size + offset} bytes for unpacking {self.size} bytes "
                f"at offset {offset} (actual buffer size is {len(buffer)})"
            )
        return self._unpacked(bytes(buffer), offset)

    def iter_unpack(self, buffer):
        if not self.size:
            raise error("cannot iteratively unpack with a struct of length 0")
        if len(buffer) % self.size:
            raise error(f"iterative unpacking requires a buffer of a multiple of {self.size} bytes")
        data = bytes(buffer)
        return (self._unpacked(data, at) for at in range(0, len(data), self.size))

    def _unpacked(self, data, start):
        out = []
        for code, count, size, at in self._items:
            at += start
            if code == "x":
                continue
            if code == "s":
                out.append(data[at : at + count])
                continue
            if code == "p":
                n = min(data[at], count - 1) if count else 0
                out.append(data[at + 1 : at + 1 + n])
                continue
            for _ in range(count):
                part = data[at : at + size]
                at += size
                if code == "c":
                    out.append(part)
                elif code == "?":
                    out.append(part != b"\x00")
                elif code in _FLOATS:
                    out.append(float_of_bits(int.from_bytes(part, self._order), code))
                else:
                    out.append(int.from_bytes(part, self._order, signed=code in "bhilqn"))
        return tuple(out)


def calcsize(format, /):
    return _parse(format)[2]


def pack(format, /, *values):
    return Struct(format).pack(*values)


def pack_into(format, buffer, offset, /, *values):
    Struct(format).pack_into(buffer, offset, *values)


def unpack(format, buffer, /):
    return Struct(format).unpack(buffer)


def unpack_from(format, /, buffer, offset=0):
    return Struct(format).unpack_from(buffer, offset)


def iter_unpack(format, buffer, /):
    return Struct(format).iter_unpack(buffer)

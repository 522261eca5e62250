"""Arrays of numbers of one machine type."""

from _struct_formats import float_bits, float_of_bits
from operator import index as _index

__all__ = ["array", "ArrayType", "typecodes"]

typecodes = "bBuwhHiIlLqQfd"
_SIZES = {"b": 1, "B": 1, "u": 4, "w": 4, "h": 2, "H": 2, "i": 4, "I": 4, "l": 8, "L": 8, "q": 8, "Q": 8, "f": 4, "d": 8}
_NAMES = {
    "b": "signed char", "B": "unsigned byte integer", "h": "signed short integer", "H": "unsigned short",
    "i": "signed integer", "I": "unsigned int",
}


def _checked(code, v):
    """The value as the array holds it."""
    if code == "d":
        if not hasattr(v, "__float__") and not hasattr(v, "__index__"):
            raise TypeError(f"must be real number, not {type(v).__name__}")
        return float(v)
    if code == "f":
        if not hasattr(v, "__float__") and not hasattr(v, "__index__"):
            raise TypeError(f"must be real number, not {type(v).__name__}")
        try:
            return float_of_bits(float_bits(float(v), "f"), "f")
        except OverflowError:
            return float("inf") if v > 0 else float("-inf")
    if code in "uw":
        if not isinstance(v, str) or len(v) != 1:
            raise TypeError(f"array item must be a unicode character, not {type(v).__name__}")
        return v
    if isinstance(v, float):
        raise TypeError("'float' object cannot be interpreted as an integer")
    v = _index(v)
    bits = 8 * _SIZES[code]
    if code in "BHILQ":
        if v < 0:
            if code in "BH":
                raise OverflowError(f"{_NAMES[code]} is less than minimum")
            raise OverflowError("can't convert negative value to unsigned int")
        if v >> bits:
            if code in "BHI":
                raise OverflowError(f"{_NAMES[code]} is greater than maximum")
            raise OverflowError("int too big to convert")
    elif v >= 1 << (bits - 1):
        if code in "bhi":
            raise OverflowError(f"{_NAMES[code]} is greater than maximum")
        raise OverflowError("int too big to convert")
    elif v < -1 << (bits - 1):
        if code in "bhi":
            raise OverflowError(f"{_NAMES[code]} is less than minimum")
        raise OverflowError("int too big to convert")
    return v


class array:
    def __init__(self, typecode, initializer=(), /):
        if not isinstance(typecode, str) or len(typecode) != 1:
            raise TypeError("array() argument 1 must be a unicode character, not " + type(typecode).__name__)
        if typecode not in _SIZES:
            raise ValueError("bad typecode (must be b, B, u, h, H, i, I, l, L, q, Q, f or d)")
        self.typecode = typecode
        self.itemsize = _SIZES[typecode]
        self._items = []
        if isinstance(initializer, (bytes, bytearray)):
            self.frombytes(initializer)
        elif isinstance(initializer, str) and typecode not in "uw":
            raise TypeError(f"cannot use a str to initialize an array with typecode '{typecode}'")
        else:
            self._items = [_checked(typecode, v) for v in initializer]

    def _like(self, items):
        result = array(self.typecode)
        result._items = items
        return result

    def __repr__(self):
        if not self._items:
            return f"array('{self.typecode}')"
        if self.typecode in "uw":
            return f"array('{self.typecode}', {''.join(self._items)!r})"
        return f"array('{self.typecode}', {self._items!r})"

    def __len__(self):
        return len(self._items)

    def __iter__(self):
        return iter(self._items)

    def __reversed__(self):
        return reversed(self._items)

    def __contains__(self, v):
        return v in self._items

    def __getitem__(self, i):
        if isinstance(i, slice):
            return self._like(self._items[i])
        try:
            return self._items[i]
        except IndexError:
            raise IndexError("array index out of range") from None
        except TypeError:
            raise TypeError("array indices must be integers") from None

    def __setitem__(self, i, v):
        if isinstance(i, slice):
            if not isinstance(v, array):
                raise TypeError(f'can only assign array (not "{type(v).__name__}") to array slice')
            if v.typecode != self.typecode:
                raise TypeError("bad argument type for built-in operation")
            self._items[i] = v._items
            return
        v = _checked(self.typecode, v)
        try:
            self._items[i] = v
        except IndexError:
            raise IndexError("array assignment index out of range") from None

    def __delitem__(self, i):
        try:
            del self._items[i]
        except IndexError:
            raise IndexError("array assignment index out of range") from None

    def __eq__(self, other):
        return self._items == other._items if isinstance(other, array) else NotImplemented

    def __lt__(self, other):
        return self._items < other._items if isinstance(other, array) else NotImplemented

    def __le__(self, other):
        return self._items <= other._items if isinstance(other, array) else NotImplemented

    def __gt__(self, other):
        return self._items > other._items if isinstance(other, array) else NotImplemented

    def __ge__(self, other):
        return self._items >= other._items if isinstance(other, array) else NotImplemented

    __hash__ = None

    def __add__(self, other):
        if not isinstance(other, array):
            raise TypeError(f'can only append array (not "{type(other).__name__}") to array')
        if other.typecode != self.typecode:
            raise TypeError("bad argument type for built-in operation")
        return self._like(self._items + other._items)

    def __iadd__(self, other):
        if not isinstance(other, array):
            raise TypeError(f'can only extend with array (not "{type(other).__name__}")')
        self.extend(other)
        return self

    def __mul__(self, n):
        return self._like(self._items * n)

    __rmul__ = __mul__

    def __imul__(self, n):
        self._items *= n
        return self

    def __copy__(self):
        return self._like(self._items[:])

    def __deepcopy__(self, memo):
        return self._like(self._items[:])

    def append(self, v, /):
        self._items.append(_checked(self.typecode, v))

    def extend(self, other, /):
        if isinstance(other, array) and other.typecode != self.typecode:
            raise TypeError("can only extend with array of same kind")
        self._items.extend([_checked(self.typecode, v) for v in other])

    def insert(self, i, v, /):
        self._items.insert(i, _checked(self.typecode, v))

    def pop(self, i=-1, /):
        if not self._items:
            raise IndexError("pop from empty array")
        try:
            return self._items.pop(i)
        except IndexError:
            raise IndexError("pop index out of range") from None

    def remove(self, v, /):
        try:
            self._items.remove(v)
        except ValueError:
            raise ValueError("array.remove(x): x not in array") from None

    def index(self, v, start=0, stop=None, /):
        try:
            return self._items.index(v, start, len(self._items) if stop is None else stop)
        except ValueError:
            raise ValueError("array.index(x): x not in array") from None

    def count(self, v, /):
        return self._items.count(v)

    def reverse(self):
        self._items.reverse()

    def clear(self):
        self._items.clear()

    def tolist(self):
        return self._items[:]

    def fromlist(self, items, /):
        if not isinstance(items, list):
            raise TypeError("arg must be list")
        self.extend(items)

    def tounicode(self):
        return "".join(self._items)

    def fromunicode(self, text, /):
        self.extend(text)

    def tobytes(self):
        out = bytearray()
        for v in self._items:
            if self.typecode in "fd":
                n = float_bits(v, self.typecode)
            else:
                n = ord(v) if self.typecode in "uw" else v & ((1 << 8 * self.itemsize) - 1)
            out += n.to_bytes(self.itemsize, "little")
        return bytes(out)

    def frombytes(self, data, /):
        if len(data) % self.itemsize:
            raise ValueError("bytes length not a multiple of item size")
        for at in range(0, len(data), self.itemsize):
            n = int.from_bytes(data[at : at + self.itemsize], "little", signed=self.typecode in "bhilq")
            if self.typecode in "fd":
                n = float_of_bits(n, self.typecode)
            elif self.typecode in "uw":
                n = chr(n)
            self._items.append(n)

    def byteswap(self):
        data = self.tobytes()
        self._items.clear()
        size = self.itemsize
        self.frombytes(b"".join(data[at : at + size][::-1] for at in range(0, len(data), size)))

    def buffer_info(self):
        return id(self._items), len(self._items)


ArrayType = array

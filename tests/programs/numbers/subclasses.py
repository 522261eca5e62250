# Subclasses of the number types.
class MyInt(int):
    def __new__(cls, v, label="x"):
        self = super().__new__(cls, v)
        self.label = label
        return self
    def __add__(self, other):
        return MyInt(int(self) + int(other), self.label + "+")
    def __repr__(self):
        return f"MyInt({int(self)}, {self.label!r})"
a = MyInt(5)
print(a, a + 1, a - 1, type(a - 1).__name__, type(a + 1).__name__, a * 2, 2 * a, -a, a == 5, hash(a) == hash(5), a.label, a + 1 + 2)
print({a: 1}[5], [10, 20, 30, 40, 50, 60][a], "x" * a, range(a), f"{a:03d}", "%d" % a, a.bit_length(), divmod(a, 2), a ** 2, a / 2, a // 2, a < 6, int(a), float(a), bool(a), str(a), hex(a))
class Celsius(float):
    def __str__(self):
        return f"{float(self):.1f}C"
c = Celsius(36.6)
print(c, repr(c), c + 1, type(c + 1).__name__, c * 2, c > 30, round(c), f"{c:.3f}", f"{c}", [c], c.is_integer(), c.hex(), -c, abs(c))
class Z(complex):
    pass
z = Z(1, 2)
print(z, z + 1, z.real, abs(Z(3, 4)), type(z * 2).__name__, isinstance(z, complex))
class Flag(int):
    A = 1
    def __or__(self, other):
        return Flag(int.__or__(self, other))
    def __ror__(self, other):
        return Flag(int.__or__(self, other))
f = Flag(4) | 1
print(f, type(f).__name__, 2 | Flag(1), type(2 | Flag(1)).__name__)
class Even(int):
    def __eq__(self, other):
        return int(self) % 2 == int(other) % 2
    def __hash__(self):
        return 0
print(Even(2) == 4, Even(3) == 4, 4 == Even(2), Even(2) != 4)
print(MyInt.from_bytes(b"\x01\x00", "big"), Celsius.fromhex("0x1p4"), isinstance(Celsius.fromhex("0x1p4"), Celsius))
class B:
    def __bool__(self):
        return False
    def __index__(self):
        return 3
    def __int__(self):
        return 4
    def __float__(self):
        return 5.5
    def __round__(self, n=None):
        return ("r", n)
    def __abs__(self):
        return "abs"
    def __neg__(self):
        return "neg"
    def __invert__(self):
        return "inv"
    def __divmod__(self, o):
        return "dm"
    def __pow__(self, o, m=None):
        return ("pow", o, m)
    def __trunc__(self):
        return 9
b = B()
print(bool(b), int(b), float(b), round(b), round(b, 2), abs(b), -b, ~b, divmod(b, 1), pow(b, 2), pow(b, 2, 3), hex(b), "ab" * b, [1, 2, 3, 4][b], not b)

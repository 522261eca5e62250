import sys
# uncommon corners
print(sys.maxsize, sys.float_info.max if hasattr(sys, "float_info") else None, sys.int_info.bits_per_digit if hasattr(sys, "int_info") else None)
class S(str): pass
class I(int): pass
class F(float): pass
class B(bytes): pass
print(S("a") + S("b"), type(S("a").strip()), type(I(3) + I(4)), type(+I(3)), type(I(5) // 2), type(F(1.5) + 1), S("%d") % 5, type(S("x")[0:1]), type(str(S("x"))), type(int(I(4))), type(float(F(2))))
print(S("abc").join(["1", "2"]), "abc".startswith(S("a")), S("a") in {"a": 1}, {S("k"): 2}["k"], "a" == S("a"), S("a") < "b", [S("z"), "y"].index("z"), isinstance(S("x"), str), S.__name__, S("x").__class__.__name__, S.upper(S("q")), str.upper("w"))
print(I(3) == 3, {3: "x"}[I(3)], [1, 2, 3, 4][I(2)], range(I(3)), "ab" * I(2), f"{I(7):03}", "%x" % I(255), I(3) / 2, -I(3), ~I(3), I(3) ** I(2), I(3) < 4, hash(I(3)), bool(I(0)), I("12"), I("ff", 16), I(3.9), divmod(I(7), 2), pow(I(2), 3, 5), round(I(15), -1), I(5).bit_length())
print(F("1.5"), F(2) == 2, hash(F(2.0)), F(3).is_integer(), f"{F(2.5):.2f}", F(1) // 1, round(F(2.567), 1), int(F(3.7)), F.fromhex("0x1p1"))
class Base(int):
    def __new__(cls, x, y=0):
        o = int.__new__(cls, x + y)
        o.y = y
        return o
    def __str__(self): return f"<{int(self)}>"
    def __eq__(self, o): return int(self) == int(o) + 0
    __hash__ = int.__hash__
    def __index__(self): return 99
b = Base(3, y=4)
print(b, b.y, repr(b), f"{b}", f"{b:d}", b + 1, [b], b == 7, {7: "seven"}[b], "%d %s" % (b, b), int(b), list(range(10))[b] if False else "")
class Temp(float):
    def __init__(self, v): self.note = "n"
    def __add__(self, o): return Temp(float(self) + o)
    def __radd__(self, o): return Temp(o + float(self))
t = Temp(3.5)
print(t + 1, type(t + 1).__name__, 1 + t, type(1 + t).__name__, t.note, sum([Temp(1), Temp(2)]), type(sum([Temp(1)])).__name__)
class Hex(int):
    def __repr__(self): return hex(self)
    def __add__(self, other): return Hex(super().__add__(other))
print(Hex(255), repr(Hex(255)), str(Hex(16)), Hex(1) + Hex(2), [Hex(10)], f"{Hex(10)}", f"{Hex(10)!r}", "{}".format(Hex(11)))
class P(complex):
    def __repr__(self): return "P" + super().__repr__()
print(P(1, 2), P(1, 2) + 1, [P(0, 1)])
print(str(True), repr(False), int("1" * 30), "%s" % True, "%d" % True, f"{True:5}", True.__class__, (True).real, True.numerator, bool("False"), bool(0.0), bool(""), bool([0]), True is (1 == 1))
print((5).__class__, type(5) is int, type(5.0) is float, (5).__add__(6), int.__add__(5, 6), float.__mul__(2.0, 3.0), str.__add__("a", "b"), (5).__eq__("x"), "a".__contains__("a"), "abc".__getitem__(1), "abc".__len__(), (3).__rsub__(10), (2.5).__rtruediv__(5), "a".__lt__("b"), "x".__mul__(3), (3).__rpow__(2), (7).__floordiv__(2), (7).__rfloordiv__(20), "a%s".__mod__("b"), (1).__bool__(), (0).__float__(), (5).__int__(), (5.9).__int__(), "a".__hash__() == hash("a"), (5).__repr__(), (5).__str__(), "q".__repr__(), "q".__str__(), (5).__format__("03d"), "q".__format__(">3"), "abc".__iter__().__next__())
print(dir(5)[-3:], hasattr("", "isascii"), hasattr(5, "real"), callable("".join), "".join.__name__, str.join.__name__, int.__doc__ is not None, "abc".upper.__self__)
f = "x{}".format
print(f(1), list(map("{:02d}".format, [1, 2])), list(map(str.strip, [" a ", "b "])), list(map(int, "1 2 3".split())), list(map(float, ["1", "2.5"])), sorted(["b", "A", "c"], key=str.lower), list(filter(str.isdigit, "a1b2")), list(map(chr, [65, 66])), list(map(ord, "AB")), list(map("abc".find, "abcd")), max(["aa", "b"], key=len), list(zip("ab", [1, 2])), dict.fromkeys("ab", 0), list(map(bool, [0, 1, "", "a"])), "".join(reversed("abc")), "-".join(sorted("cab")), any(c.isdigit() for c in "ab1"), all(map(str.isalpha, "abc")))
x, y = "12 34".split(); print(int(x) + int(y))
print("a,b;c d".replace(",", " ").replace(";", " ").split(), "line1\nline2".split("\n"), "k=v=w".split("=", 1), "path/to/file.txt".rsplit("/", 1)[-1].split("."), "  lead".lstrip(), "CamelCaseString".lower(), "hello world".title(), "UPPER".swapcase(), "x".join(["a"] * 3), "abc"[::-1], "hello"[1:-1], "hello"[-3:], "%s is %d years and %.1f%%" % ("Bob", 5, 99.5))
print("{:>10}|{:<10}|{:^10}|{:*^10}|{:010.3f}|{:+}|{:e}|{:x}|{:b}|{:o}|{:%}".format("r", "l", "c", "s", 3.14159, 5, 12345.678, 255, 5, 8, 0.5))
print(f"{3.14159:.{2}f} {'x':>{5}} {10:>{2+3}} {'a' if True else 'b'} {[i for i in range(3)]} {dict(a=1)['a']} {'%d' % 3} {{}} {'{'} {1:>3}{2:<3}|")
print("tab\there", 'quote"s', "back\\slash", r"raw\n", "uni\u00e9", "\x41", b"by\x00te", """tri
ple""", "con" "cat", 'it''s', "nul\0".encode(), "a\
b")

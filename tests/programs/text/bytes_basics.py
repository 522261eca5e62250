# bytes and bytearray: indexing, slicing, methods.
b = b"Hello, World"
print(b[0], b[-1], b[1:4], b[::-1], b[::3], len(b), b"World" in b, 72 in b, 300 % 256 in b, list(b[:3]), b == b"Hello, World", b < b"I", b + b"!", b * 2, bytes([1, 2, 255]), bytes(3), bytes(), bytes(range(5)))
print(b.upper(), b.lower(), b.title(), b.swapcase(), b.capitalize(), b.find(b"o"), b.rfind(b"o"), b.find(111), b.index(b"W"), b.count(b"l"), b.split(b", "), b.split(), b.rsplit(b"o", 1), b.partition(b","), b.rpartition(b"o"), b.replace(b"l", b"LL"), b.startswith(b"He"), b.endswith((b"x", b"ld")))
print(b"  x ".strip(), b"xxaxx".strip(b"x"), b"a,b".split(b","), b",".join([b"a", bytearray(b"b")]), b"ab".center(6, b"*"), b"7".zfill(3), b"a\tb".expandtabs(4), b"a\nb\r\nc".splitlines(), b"abc".hex(), b"abc".hex("-"), b"abcd".hex(" ", 2), bytes.fromhex("48 65 6c"), b"abc".translate(bytes.maketrans(b"a", b"z")), b"abc".translate(None, b"b"))
print(b"abc".isalpha(), b"12".isdigit(), b"a1".isalnum(), b" \t".isspace(), b"AB".isupper(), b"ab".islower(), b"Ab Cd".istitle(), b"\xff".isascii(), b"".isalpha(), b"".isascii(), b"pre-x".removeprefix(b"pre-"), b"x.py".removesuffix(b".py"))
a = bytearray(b"hello")
a[0] = 72
a.append(33)
a += b"??"
a.extend([65, 66])
a.insert(0, 62)
print(a, len(a), a.pop(), a.pop(0), a)
a[1:3] = b"EEEE"
del a[-2:]
a.reverse()
print(a, a[::2], a.find(b"E"), bytes(a), a.decode(), a == bytes(a), a.copy() is a)
a[::2] = b"-" * len(a[::2])
print(a)
a.remove(45)
a.clear()
print(a, bool(a), bytearray(3), bytearray(b"x") * 3, bytearray("é", "utf-8"), bytearray([1, 2]))
m = bytearray(b"abc")
m *= 2
print(m, hash(b"abc") == hash(b"abc"), {b"k": 1}[b"k"], b"a" == "a", bytearray(b"a") == b"a", isinstance(m, bytearray), b"abc" != b"abd", max(b"abc"), sum(b"abc"), sorted(b"cab"))
for x in b"hi":
    print(x, end=" ")
print(*bytearray(b"xy"), list(reversed(b"abc")), b"%d-%s-%x" % (5, b"q", 255), b"%5.1f|" % 2.25, b"%-4d|" % 3, b"%c%c" % (65, b"B"))
class MyBytes(bytes):
    pass
class MyArray(bytearray):
    def total(self):
        return sum(self)
print(MyBytes(b"abc"), MyBytes(b"abc").upper(), type(MyBytes(b"x") + b"y").__name__, MyArray(b"\x01\x02").total(), MyArray(b"ab"), len(MyArray(5)))

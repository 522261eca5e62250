# Reading and writing integers.
for s in ("0", "-0", "+5", "  12  ", "1_000", "\t7\n", "٣٤", "１２", "0007", "-9223372036854775808", "9223372036854775808", "123456789012345678901234567890"):
    print(repr(s), int(s))
for s, b in (("ff", 16), ("0xff", 16), ("0XFF", 0), ("0b101", 2), ("0o17", 8), ("0o17", 0), ("z", 36), ("-Zz", 36), ("1_0", 2), ("0x_f", 0), ("00", 0), ("101", 3)):
    print(s, b, int(s, b))
for s, b in (("", 10), ("1__0", 10), ("_1", 10), ("1_", 10), ("12", 2), ("0xfg", 16), ("010", 0), ("0x", 16), ("1.5", 10), ("1e5", 10), ("- 5", 10), ("--5", 10), ("½", 10), ("a" * 300, 10)):
    try:
        print(int(s, b))
    except ValueError as e:
        print(e)
print(int(3.99), int(-3.99), int(1e20), int(b"42"), int(bytearray(b" 7 ")), int())
for n in (0, 5, -5, 255, -255, 10**20, -10**20):
    print(hex(n), oct(n), bin(n), f"{n:x} {n:X} {n:o} {n:b} {n:#x} {n:#b} {n:,} {n:_} {n:_x}")
print((1024).to_bytes(2, "big"), (1024).to_bytes(4, "little"), (-1).to_bytes(2, "big", signed=True), (5).to_bytes())
print(int.from_bytes(b"\x04\x00", "big"), int.from_bytes(b"\xff\xfe", "little"), int.from_bytes(b"\xff\xff", "big", signed=True), int.from_bytes([1, 2, 3]), int.from_bytes(b""))
print((10**30).to_bytes(13, "little"), int.from_bytes(bytes(range(20)), "big"))
print((6).as_integer_ratio(), (6).numerator, (6).denominator, (6).real, (6).imag, (6).conjugate(), (-6).__abs__(), (6).__index__())
print(round(12345, -2), round(15, -1), round(25, -1), round(-15, -1), round(5, 3), round(10**25 + 5, -1), round(12, -5))
print((5).__add__(3), (5).__radd__(3), (5).__add__("x"), (5).__truediv__(2), (5).__lt__(6), (5).__eq__(5.0), (7).__divmod__(2), (2).__pow__(5))

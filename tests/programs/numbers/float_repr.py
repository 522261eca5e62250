# Shortest repr of floats.
for x in (0.0, -0.0, 1.0, 0.1, 0.2, 0.1 + 0.2, 1/3, 2/3, 1e15, 1e16, 1e17, 123456789012345678.0, 1e22, 1e23, 1e-4, 1e-5, 0.00012345, 5e-324, 1.7976931348623157e308, 2.2250738585072014e-308, 1e100, 3.14159265358979, 100.0, 1e5, 123456.789, 9007199254740993.0, 4.35, 2.675, 1e-7, 12345678.9, float("inf"), float("-inf"), float("nan")):
    print(x, repr(x), str(-x), [x], f"{x}")
x = 1.0
for _ in range(20):
    x /= 7
    print(x, 1 / x)
print(1e0, 1E5, 1_000.5, .5, 5., 1e+3, 1e-3)
print(float("1e400"), float("-1e400"), float("1e-400"), float(" 3.5 "), float("1_0.5"), float("infinity"), float("-INF"), float("nan"), float("٣.٥"))
for s in ("", " ", "1e", "e5", ".", "1__0", "_1", "1_.5", "0x10", "1,5", "in", "nanx", "--1"):
    try:
        print(float(s))
    except ValueError as e:
        print(e)
print((0.5).hex(), (0.1).hex(), (-1.5).hex(), (0.0).hex(), (1e-320).hex(), float.fromhex("0x1.8p3"), float.fromhex("-0x.1"), float.fromhex("1p-1074"), float.fromhex(" 0xF.Fp+2 "), float.fromhex("inf"))
print((0.75).as_integer_ratio(), (0.1).as_integer_ratio(), (-2.0).as_integer_ratio(), (1e20).as_integer_ratio())
print((2.0).is_integer(), (2.5).is_integer(), float("inf").is_integer(), (5).is_integer())
print((3.7).__trunc__(), (3.7).__floor__(), (3.2).__ceil__(), (-3.7).__floor__(), (-3.7).__trunc__(), (2.5).__round__(), (3.5).__round__())
print((1.5).real, (1.5).imag, (1.5).conjugate())

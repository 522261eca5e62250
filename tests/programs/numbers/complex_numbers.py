# Complex numbers.
a = 3 + 4j
b = 1 - 2j
print(a, b, a + b, a - b, a * b, a / b, a ** 2, a ** b, -a, +a, abs(a), a.real, a.imag, a.conjugate())
print(a == b, a == 3 + 4j, 1 + 0j == 1, 1j != 1, 2 + 0j == 2.0, bool(0j), bool(1j))
print(1j, -1j, 0j, -0j, 1 + 0j, complex(0, -0.0), complex(-0.0, 1), complex(1, -0.0), complex("inf"), complex(float("nan"), float("-inf")))
print(complex(), complex(1), complex(1, 2), complex(1.5), complex("1+2j"), complex("-j"), complex(" ( 3-4.5e1j ) ") , complex(1j, 2), complex(1, 2j), complex(real=1, imag=2), complex("1_0+2_0j"))
print(1 + 2j + 3, 2.5 * 1j, 1j - 1, 5 / (1 + 2j), 2 ** 1j, 1j ** 2, 1j ** 0.5, (1 + 1j) ** 10, (1 + 1j) ** -3, 1j ** 200)
print(hash(1 + 2j), hash(1 + 0j) == hash(1), hash(0.5j), hash(-1 - 1j))
print(f"{a}", f"{a:.2f}", f"{a:+.1e}", f"{a:>20}", f"{a:<20}|", f"{a:^20.1f}|", f"{1j:g}", f"{a:,}", f"{0j:.3}", f"{1.5+2.25j:.2}")
print(str(1e20 + 1e-5j), repr(1.5 - 0.1j), [1j, 2 + 3j])
for s in ("", "1+", "1+2", "j1", "1 + 2j", "1+2j3", "++1j", "(1j", "1e", "a"):
    try:
        print(complex(s))
    except ValueError as e:
        print(e)
for f in (lambda: 1j / 0, lambda: 1j // 1, lambda: 1j % 1, lambda: divmod(1j, 1), lambda: 1j < 2j, lambda: int(1j), lambda: float(1j), lambda: 0j ** -1, lambda: round(1j), lambda: complex("1", 1), lambda: complex(1, "1"), lambda: complex([]), lambda: complex(1, []), lambda: 1j & 1):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
class C:
    def __complex__(self):
        return 2 + 3j
class F:
    def __float__(self):
        return 2.5
class I:
    def __index__(self):
        return 7
print(complex(C()), complex(F()), complex(I()), complex(F(), I()))

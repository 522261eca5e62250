# Decimal arithmetic, contexts, formatting.
from decimal import *
print(Decimal('1.1')+Decimal('2.2'), Decimal(1)/Decimal(3), Decimal('3.14159').quantize(Decimal('0.01')), getcontext().prec, Decimal(2).sqrt(), round(Decimal('2.675'),2), f"{Decimal('1234567.891'):,.2f}", Decimal('NaN'), Decimal('1E+3'), Decimal(0.1))
getcontext().prec=50; print(Decimal(1)/7, Decimal(2).ln(), Decimal(10).exp())
try: Decimal(1)/0
except ZeroDivisionError as e: print(type(e).__name__, e)
try: Decimal('abc')
except InvalidOperation as e: print(e)
print(Decimal('1.50')==Decimal('1.5'), hash(Decimal('1.5'))==hash(1.5), sorted([Decimal(3),Decimal('1.5')]), sum([Decimal('.1')]*3), Decimal('2.5').to_integral_value(ROUND_HALF_EVEN), repr(Decimal('5')), Decimal('7')//2, Decimal('-7')%3, abs(Decimal(-1)), -Decimal(1), int(Decimal('3.9')), float(Decimal('.5')), Decimal(3).compare(Decimal(4)), Decimal('123.456').as_tuple(), max(Decimal(1),Decimal(2)))
with localcontext() as ctx:
    ctx.prec=5; print(Decimal(1)/3)
print(getcontext().prec)
setcontext(Context(prec=6, rounding=ROUND_HALF_UP))
for text in ("1.005", "-7.5", "1E+3", "0.00", "123456789", "2.675E-10", "Infinity", "NaN"):
    d = Decimal(text)
    print(d, +d, f"{d:.2f} {d:e} {d:,} {d:>12} {d:.1%} {d:g}", d.normalize(), d.to_eng_string(), d.is_finite() and d.as_tuple())
for a, b in (("7", "-3"), ("1", "3"), ("2", "0.5"), ("10", "-2"), ("1E+10", "7"), ("-7.25", "2")):
    a, b = Decimal(a), Decimal(b)
    print(a + b, a - b, a * b, a / b, a // b, a % b, divmod(a, b), a**b if b == int(b) or a > 0 else "", a < b, a.compare(b), max(a, b), a.quantize(Decimal("0.01")))
for f in (lambda: Decimal(0) / 0, lambda: Decimal(1) // 0, lambda: Decimal(-1).sqrt(), lambda: Decimal("x"), lambda: Decimal(1) + 1.5, lambda: Decimal("1e9").quantize(Decimal("1e-9")), lambda: int(Decimal("NaN")), lambda: Decimal([1]), lambda: format(Decimal(1), "d")):
    try:
        print(f())
    except (ArithmeticError, TypeError, ValueError) as e:
        print(type(e).__name__, e)
print(Decimal(2) ** Decimal("0.5"), Decimal(100).log10(), Decimal("0.1").exp(), Decimal(1) == 1.0, Decimal("0.5") < 1, 3 - Decimal(1), 2 ** Decimal(3), Decimal(1.5), {Decimal(1): "x"}[1], bool(Decimal("0.0")))
Decimal(1) / 0

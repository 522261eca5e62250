# Functions of math on unboxed numbers, inside and outside of where they have an answer.
import math
from math import gcd, hypot, isqrt


def floats(x, y):
    print(math.hypot(x, y), hypot(y, x), math.copysign(x, y) if y else 0.0)
    print(math.sinh(x), math.cosh(x), math.tanh(y), math.asinh(x), math.cbrt(x), math.erf(x), math.erfc(y), math.exp2(x))
    print(math.expm1(x), math.isnan(x), math.isinf(y), math.isfinite(x * y), math.degrees(x), math.radians(y))


def guarded(function, *values):
    try:
        print(function(*values))
    except (ValueError, OverflowError, ZeroDivisionError) as error:
        print(type(error).__name__, error)


def logs(x, base):
    print(math.log(x, base), math.log(x), math.log1p(x))


def ints(a, b):
    return math.gcd(a, b) + gcd(b, a)


def roots(n):
    total = 0
    for i in range(n):
        total += isqrt(i) + math.isqrt(i * i + 1)
    return total


floats(3.0, 4.0)
floats(-0.5, 1e-300)
floats(2.5, -1e200)
for pair in ((3, 4), (1e308, 1e308), (5e-324, 5e-324), (math.inf, math.nan), (math.nan, 1.0), (0.0, -0.0), (1e-160, 1e-200)):
    print(hypot(*pair), math.hypot(pair[0], pair[1]))
guarded(logs, 8.0, 2.0)
guarded(logs, 100, 10)
guarded(logs, 2.0, 0.0)
guarded(logs, -1.0, 2.0)
guarded(logs, 2.0, 1.0)
guarded(logs, 2.0, math.inf)
guarded(logs, 0.0, 10.0)
print(ints(12, 18), ints(0, 0), ints(-4, 6), ints(2**62, 2**61), ints(-2**63, 0), ints(2**80, 6))
print(roots(2000), isqrt(2**63 - 1), isqrt(2**100))
guarded(lambda n: isqrt(n), -1)
guarded(lambda x: math.sinh(x), 1000.0)
guarded(lambda x: math.atanh(x), 1.0)
guarded(lambda x: math.acosh(x), 0.5)
guarded(lambda x: math.log1p(x), -1.0)
guarded(lambda x: math.expm1(x), 1000.0)
guarded(lambda x: math.gcd(x), 5)
guarded(lambda x: math.gcd(x, 10, 4), 6)
print(math.isnan(3), math.isinf(10**18), math.isfinite(7), math.isnan(math.nan), math.isinf(-math.inf), math.isfinite(math.inf))

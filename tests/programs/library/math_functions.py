import math
from math import *


def attempt(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)


print(pi, e, tau, inf, nan)
for x in (0.0, 0.5, 1.0, -0.7):
    print(sin(x), cos(x), tan(x), asin(x), acos(x), atan(x), sinh(x), cosh(x), tanh(x), asinh(x), exp(x), expm1(x))
print(acosh(2), atanh(0.5), cbrt(27), cbrt(-8), exp2(10), log(10), log(8, 2), log2(8), log10(1000), log1p(1e-10))
print(log(10**400), log2(2**2000), log10(10**500), log(10**30, 10))
print(sqrt(2), sqrt(16), isqrt(17), isqrt(10**40), hypot(3, 4), hypot(1, 2, 3), hypot(), dist((1, 2), (4, 6)))
print(floor(2.7), floor(-2.7), ceil(2.1), ceil(-2.1), trunc(-2.7), floor(1e20), ceil(5), floor(True))
print(gcd(12, 18), gcd(), gcd(-4), gcd(10**30, 10**20 * 3), lcm(4, 6), lcm(), lcm(0, 5), lcm(10**20, 3))
print(factorial(0), factorial(5), factorial(20), factorial(25), comb(5, 2), comb(50, 25), comb(100, 50), comb(3, 5))
print(perm(5), perm(5, 2), perm(30, 20), perm(2, 3), prod([1, 2, 3, 4]), prod([1.5, 2]), prod([], start=7), prod([2**70, 3]))
print(fsum([0.1] * 10), sum([0.1] * 10), fsum([1e100, 1.0, -1e100]), fsum([]), sumprod([1, 2, 3], [4, 5, 6]), sumprod([0.1] * 3, [3.0] * 3))
print(gamma(5), gamma(0.5), gamma(-1.5), gamma(10.5), lgamma(10), lgamma(0.1), erf(0.5), erfc(0.5))
print(degrees(pi), radians(180), copysign(3, -0.0), fabs(-3), fmod(7, 3), fmod(-7, 3), remainder(7, 4), modf(3.25), modf(-3.25), modf(-inf))
print(frexp(8.0), frexp(0), frexp(-0.1), ldexp(0.5, 4), ldexp(1, -1074), nextafter(1.0, 2.0), nextafter(0, 1), ulp(1.0), ulp(0))
print(isnan(nan), isinf(-inf), isfinite(1), isclose(1.0, 1.0 + 1e-10), isclose(1, 2), isclose(1, 1.1, rel_tol=0.2), isclose(0, 1e-12, abs_tol=1e-9))
print(pow(2, 3), pow(2.0, 0.5), pow(0, 0), pow(-8, 3), atan2(1, -1), atan2(0.0, -0.0), fma(2, 3, 4))
attempt(lambda: sqrt(-1))
attempt(lambda: log(0))
attempt(lambda: log(-5))
attempt(lambda: acos(2))
attempt(lambda: exp(1000))
attempt(lambda: pow(0, -1))
attempt(lambda: pow(-8, 1 / 3))
attempt(lambda: factorial(-1))
attempt(lambda: factorial(2.5))
attempt(lambda: floor(inf))
attempt(lambda: ceil(nan))
attempt(lambda: floor("x"))
attempt(lambda: sin("x"))
attempt(lambda: sin())
attempt(lambda: gcd(1.5, 2))
attempt(lambda: comb(-1, 2))
attempt(lambda: isqrt(-1))
attempt(lambda: gamma(0))
attempt(lambda: gamma(200))
attempt(lambda: fmod(1, 0))
attempt(lambda: sin(inf))
attempt(lambda: dist((1,), (1, 2)))
attempt(lambda: sumprod([1], [1, 2]))
attempt(lambda: trunc("x"))
attempt(lambda: ldexp(1.0, 5000))


class N:
    def __floor__(self):
        return "floor"

    def __ceil__(self):
        return "ceil"

    def __trunc__(self):
        return "trunc"

    def __float__(self):
        return 0.25

    def __index__(self):
        return 6


print(floor(N()), ceil(N()), trunc(N()), sqrt(N()), factorial(N()), math.gcd(N(), 4))

import cmath


def show(z):
    print(f"{z.real:.12g} {z.imag:.12g}")


for z in (1 + 2j, -1 - 0.5j, 0.5j, 3 + 0j):
    for f in (cmath.exp, cmath.log, cmath.sqrt, cmath.sin, cmath.cos, cmath.tan, cmath.sinh, cmath.cosh, cmath.tanh,
              cmath.asin, cmath.acos, cmath.atan, cmath.asinh, cmath.acosh, cmath.atanh, cmath.log10):
        show(f(z))
print(cmath.phase(-1 + 0j), cmath.polar(1j), cmath.sqrt(-1), cmath.isnan(complex("nan")), cmath.isinf(1j), cmath.isfinite(1j))
show(cmath.rect(2, cmath.pi / 2))
print(cmath.isclose(1 + 1j, 1 + 1.0000000001j), cmath.log(8, 2), cmath.inf, cmath.infj)
try:
    cmath.log(0)
except ValueError as e:
    print(e)
print(abs(cmath.exp(cmath.pi * 1j) + 1) < 1e-15)

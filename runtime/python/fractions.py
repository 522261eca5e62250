"""Rational numbers of any size."""

import math
import numbers
import operator
import sys

__all__ = ["Fraction"]

_MODULUS = sys.hash_info.modulus
_HASH_INF = sys.hash_info.inf


def _digits_end(text, i):
    """Where the digits (with single underscores between them) that start at `i` end."""
    start = i
    while i < len(text):
        if text[i].isdecimal():
            i += 1
        elif text[i] == "_" and i > start and i + 1 < len(text) and text[i + 1].isdecimal():
            i += 1
        else:
            break
    return i


def _parse(text):
    """Numerator and denominator of `3/4`, `-1.25`, `2e-3`; None if it is none of these."""
    text = text.strip()
    i = 0
    negative = False
    if text[:1] in ("+", "-"):
        negative = text[0] == "-"
        i = 1
    end = _digits_end(text, i)
    whole = text[i:end]
    if not whole and not (text[end:end + 1] == "." and text[end + 1:end + 2].isdecimal()):
        return None
    numerator = int(whole or "0")
    denominator = 1
    i = end
    j = i
    while j < len(text) and text[j].isspace():
        j += 1
    if whole and text[j:j + 1] == "/":
        j += 1
        while j < len(text) and text[j].isspace():
            j += 1
        end = _digits_end(text, j)
        if end == j or end != len(text):
            return None
        denominator = int(text[j:end])
    else:
        if text[i:i + 1] == ".":
            end = _digits_end(text, i + 1)
            decimal = text[i + 1:end].replace("_", "")
            if decimal:
                scale = 10 ** len(decimal)
                numerator = numerator * scale + int(decimal)
                denominator = scale
            i = end
        if text[i:i + 1] in ("e", "E"):
            j = i + 1
            if text[j:j + 1] in ("+", "-"):
                j += 1
            end = _digits_end(text, j)
            if end == j:
                return None
            exponent = int(text[i + 1:end])
            if exponent >= 0:
                numerator *= 10 ** exponent
            else:
                denominator *= 10 ** -exponent
            i = end
        if i != len(text):
            return None
    return (-numerator if negative else numerator), denominator


def _round_to_exponent(n, d, exponent, no_neg_zero=False):
    """n/d to the nearest multiple of 10**exponent, ties to even: whether negative, and the digits."""
    if exponent >= 0:
        d *= 10 ** exponent
    else:
        n *= 10 ** -exponent
    q, r = divmod(n + (d >> 1), d)
    if r == 0 and d & 1 == 0:
        q &= -2
    sign = q < 0 if no_neg_zero else n < 0
    return sign, abs(q)


def _round_to_figures(n, d, figures):
    """n/d to `figures` significant digits: whether negative, the digits, and their exponent."""
    if n == 0:
        return False, 0, 1 - figures
    str_n, str_d = str(abs(n)), str(d)
    m = len(str_n) - len(str_d) + (str_d <= str_n)
    exponent = m - figures
    sign, significand = _round_to_exponent(n, d, exponent)
    if len(str(significand)) == figures + 1:
        significand //= 10
        exponent += 1
    return sign, significand, exponent


class _Spec:
    """A format specification taken apart."""

    def __init__(self, text):
        self.fill = None
        self.align = None
        i = 0
        if len(text) > 1 and text[1] in "<>=^":
            self.fill = text[0]
            self.align = text[1]
            i = 2
        elif text and text[0] in "<>=^":
            self.align = text[0]
            i = 1
        self.sign = ""
        if text[i:i + 1] in ("-", "+", " "):
            self.sign = text[i]
            i += 1
        self.no_neg_zero = text[i:i + 1] == "z"
        i += self.no_neg_zero
        self.alternate = text[i:i + 1] == "#"
        i += self.alternate
        self.zeropad = text[i:i + 1] == "0" and text[i + 1:i + 2].isdecimal()
        i += self.zeropad
        start = i
        while i < len(text) and text[i] in "0123456789":
            i += 1
            if text[start] == "0":
                break
        self.width = int(text[start:i] or "0")
        self.separator = ""
        if text[i:i + 1] in (",", "_"):
            self.separator = text[i]
            i += 1
        self.precision = None
        if text[i:i + 1] == ".":
            start = i + 1
            i = start
            while i < len(text) and text[i] in "0123456789":
                i += 1
                if text[start] == "0":
                    break
            if i > start:
                self.precision = int(text[start:i])
            else:
                i = start - 1
        self.kind = ""
        if text[i:i + 1] in ("e", "E", "f", "F", "g", "G", "%"):
            self.kind = text[i]
            i += 1
        self.is_valid = i == len(text)

    def pad(self, sign, body):
        padding = (self.fill or " ") * (self.width - len(sign) - len(body))
        align = self.align or ">"
        if align == ">":
            return padding + sign + body
        if align == "<":
            return sign + body + padding
        if align == "^":
            half = len(padding) // 2
            return padding[:half] + sign + body + padding[half:]
        return sign + padding + body


def _operator_fallbacks(monomorphic_operator, fallback_operator, handle_complex=True):
    """The forward and the reflected method of an operator that is written for two Fractions."""

    def forward(a, b):
        if isinstance(b, Fraction):
            return monomorphic_operator(a, b)
        if isinstance(b, int):
            return monomorphic_operator(a, Fraction(b))
        if isinstance(b, float):
            return fallback_operator(float(a), b)
        if handle_complex and isinstance(b, complex):
            return fallback_operator(complex(a), b)
        return NotImplemented

    def reverse(b, a):
        if isinstance(a, numbers.Rational):
            return monomorphic_operator(Fraction(a), b)
        if isinstance(a, numbers.Real):
            return fallback_operator(float(a), float(b))
        if handle_complex and isinstance(a, numbers.Complex):
            return fallback_operator(complex(a), complex(b))
        return NotImplemented

    return forward, reverse


class Fraction(numbers.Rational):
    __slots__ = ("_numerator", "_denominator")

    def __new__(cls, numerator=0, denominator=None):
        if denominator is None:
            if type(numerator) is int:
                return cls._from_coprime_ints(numerator, 1)
            if isinstance(numerator, numbers.Rational):
                return cls._from_coprime_ints(numerator.numerator, numerator.denominator)
            if isinstance(numerator, float) or (
                not isinstance(numerator, str) and hasattr(numerator, "as_integer_ratio")
            ):
                n, d = numerator.as_integer_ratio()
                return cls._from_coprime_ints(n, d)
            if not isinstance(numerator, str):
                raise TypeError("argument should be a string or a Rational instance")
            parsed = _parse(numerator)
            if parsed is None:
                raise ValueError(f"Invalid literal for Fraction: {numerator!r}")
            numerator, denominator = parsed
        elif type(numerator) is int is type(denominator):
            pass
        elif isinstance(numerator, numbers.Rational) and isinstance(denominator, numbers.Rational):
            numerator, denominator = (
                numerator.numerator * denominator.denominator,
                denominator.numerator * numerator.denominator,
            )
        else:
            raise TypeError("both arguments should be Rational instances")
        if denominator == 0:
            raise ZeroDivisionError(f"Fraction({numerator}, 0)")
        g = math.gcd(numerator, denominator)
        if denominator < 0:
            g = -g
        return cls._from_coprime_ints(numerator // g, denominator // g)

    @classmethod
    def from_float(cls, f):
        if isinstance(f, numbers.Integral):
            return cls(f)
        if not isinstance(f, float):
            raise TypeError(f"{cls.__name__}.from_float() only takes floats, not {f!r} ({type(f).__name__})")
        return cls._from_coprime_ints(*f.as_integer_ratio())

    @classmethod
    def from_decimal(cls, dec):
        return cls._from_coprime_ints(*dec.as_integer_ratio())

    @classmethod
    def _from_coprime_ints(cls, numerator, denominator, /):
        self = object.__new__(cls)
        self._numerator = numerator
        self._denominator = denominator
        return self

    def is_integer(self):
        return self._denominator == 1

    def as_integer_ratio(self):
        return (self._numerator, self._denominator)

    def limit_denominator(self, max_denominator=1000000):
        if max_denominator < 1:
            raise ValueError("max_denominator should be at least 1")
        if self._denominator <= max_denominator:
            return Fraction(self)
        # The best bounds are convergents or semiconvergents of the continued fraction.
        p0, q0, p1, q1 = 0, 1, 1, 0
        n, d = self._numerator, self._denominator
        while True:
            a = n // d
            q2 = q0 + a * q1
            if q2 > max_denominator:
                break
            p0, q0, p1, q1 = p1, q1, p0 + a * p1, q2
            n, d = d, n - a * d
        k = (max_denominator - q0) // q1
        if 2 * d * (q0 + k * q1) <= self._denominator:
            return Fraction._from_coprime_ints(p1, q1)
        return Fraction._from_coprime_ints(p0 + k * p1, q0 + k * q1)

    @property
    def numerator(a):
        return a._numerator

    @property
    def denominator(a):
        return a._denominator

    def __repr__(self):
        return f"{self.__class__.__name__}({self._numerator}, {self._denominator})"

    def __str__(self):
        if self._denominator == 1:
            return str(self._numerator)
        return f"{self._numerator}/{self._denominator}"

    def __format__(self, format_spec, /):
        spec = _Spec(format_spec)
        if spec.is_valid:
            if not spec.kind:
                if spec.precision is None and not spec.no_neg_zero and not spec.zeropad:
                    return self._format_general(spec)
            elif spec.align is None or not spec.zeropad:
                return self._format_float_style(spec)
        raise ValueError(
            f"Invalid format specifier {format_spec!r} for object of type {type(self).__name__!r}"
        )

    def _format_general(self, spec):
        n, d = self._numerator, self._denominator
        body = format(abs(n), spec.separator)
        if d > 1 or spec.alternate:
            body += "/" + format(d, spec.separator)
        sign = "-" if n < 0 else "" if spec.sign == "-" else spec.sign
        return spec.pad(sign, body)

    def _format_float_style(self, spec):
        kind = spec.kind
        precision = 6 if spec.precision is None else spec.precision
        if kind in "fF%":
            exponent = -precision
            if kind == "%":
                exponent -= 2
            negative, significand = _round_to_exponent(
                self._numerator, self._denominator, exponent, spec.no_neg_zero
            )
            scientific = False
            point_pos = precision
        else:
            figures = max(precision, 1) if kind in "gG" else precision + 1
            negative, significand, exponent = _round_to_figures(self._numerator, self._denominator, figures)
            scientific = kind in "eE" or exponent > 0 or exponent + figures <= -4
            point_pos = figures - 1 if scientific else -exponent
        if kind == "%":
            suffix = "%"
        elif scientific:
            suffix = f"{'E' if kind in 'EFG' else 'e'}{exponent + point_pos:+03d}"
        else:
            suffix = ""
        digits = f"{significand:0{point_pos + 1}d}"
        sign = "-" if negative else "" if spec.sign == "-" else spec.sign
        leading = digits[:len(digits) - point_pos]
        frac_part = digits[len(digits) - point_pos:]
        if kind in "gG" and not spec.alternate:
            frac_part = frac_part.rstrip("0")
        point = "" if not spec.alternate and not frac_part else "."
        trailing = point + frac_part + suffix
        if spec.zeropad:
            min_leading = spec.width - len(sign) - len(trailing)
            leading = leading.zfill(3 * min_leading // 4 + 1 if spec.separator else min_leading)
        if spec.separator:
            first = 1 + (len(leading) - 1) % 3
            leading = leading[:first] + "".join(
                [spec.separator + leading[i:i + 3] for i in range(first, len(leading), 3)]
            )
        return spec.pad(sign, leading + trailing)

    def _add(a, b):
        na, da = a._numerator, a._denominator
        nb, db = b._numerator, b._denominator
        # Knuth 4.5.1: the common divisors are taken out before the products grow.
        g = math.gcd(da, db)
        if g == 1:
            return Fraction._from_coprime_ints(na * db + da * nb, da * db)
        s = da // g
        t = na * (db // g) + nb * s
        g2 = math.gcd(t, g)
        if g2 == 1:
            return Fraction._from_coprime_ints(t, s * db)
        return Fraction._from_coprime_ints(t // g2, s * (db // g2))

    __add__, __radd__ = _operator_fallbacks(_add, operator.add)

    def _sub(a, b):
        na, da = a._numerator, a._denominator
        nb, db = b._numerator, b._denominator
        g = math.gcd(da, db)
        if g == 1:
            return Fraction._from_coprime_ints(na * db - da * nb, da * db)
        s = da // g
        t = na * (db // g) - nb * s
        g2 = math.gcd(t, g)
        if g2 == 1:
            return Fraction._from_coprime_ints(t, s * db)
        return Fraction._from_coprime_ints(t // g2, s * (db // g2))

    __sub__, __rsub__ = _operator_fallbacks(_sub, operator.sub)

    def _mul(a, b):
        na, da = a._numerator, a._denominator
        nb, db = b._numerator, b._denominator
        g1 = math.gcd(na, db)
        if g1 > 1:
            na //= g1
            db //= g1
        g2 = math.gcd(nb, da)
        if g2 > 1:
            nb //= g2
            da //= g2
        return Fraction._from_coprime_ints(na * nb, db * da)

    __mul__, __rmul__ = _operator_fallbacks(_mul, operator.mul)

    def _div(a, b):
        nb, db = b._numerator, b._denominator
        if nb == 0:
            raise ZeroDivisionError(f"Fraction({db}, 0)")
        na, da = a._numerator, a._denominator
        g1 = math.gcd(na, nb)
        if g1 > 1:
            na //= g1
            nb //= g1
        g2 = math.gcd(db, da)
        if g2 > 1:
            da //= g2
            db //= g2
        n, d = na * db, nb * da
        if d < 0:
            n, d = -n, -d
        return Fraction._from_coprime_ints(n, d)

    __truediv__, __rtruediv__ = _operator_fallbacks(_div, operator.truediv)

    def _floordiv(a, b):
        return (a.numerator * b.denominator) // (a.denominator * b.numerator)

    __floordiv__, __rfloordiv__ = _operator_fallbacks(_floordiv, operator.floordiv, False)

    def _divmod(a, b):
        da, db = a.denominator, b.denominator
        div, n_mod = divmod(a.numerator * db, da * b.numerator)
        return div, Fraction(n_mod, da * db)

    __divmod__, __rdivmod__ = _operator_fallbacks(_divmod, divmod, False)

    def _mod(a, b):
        da, db = a.denominator, b.denominator
        return Fraction((a.numerator * db) % (b.numerator * da), da * db)

    __mod__, __rmod__ = _operator_fallbacks(_mod, operator.mod, False)

    def __pow__(a, b):
        if isinstance(b, numbers.Rational):
            if b.denominator != 1:
                return float(a) ** float(b)
            power = b.numerator
            if power >= 0:
                return Fraction._from_coprime_ints(a._numerator ** power, a._denominator ** power)
            if a._numerator > 0:
                return Fraction._from_coprime_ints(a._denominator ** -power, a._numerator ** -power)
            if a._numerator == 0:
                raise ZeroDivisionError(f"Fraction({a._denominator ** -power}, 0)")
            return Fraction._from_coprime_ints((-a._denominator) ** -power, (-a._numerator) ** -power)
        if isinstance(b, (float, complex)):
            return float(a) ** b
        return NotImplemented

    def __rpow__(b, a):
        if b._denominator == 1 and b._numerator >= 0:
            return a ** b._numerator
        if isinstance(a, numbers.Rational):
            return Fraction(a.numerator, a.denominator) ** b
        if b._denominator == 1:
            return a ** b._numerator
        return a ** float(b)

    def __pos__(a):
        return Fraction._from_coprime_ints(a._numerator, a._denominator)

    def __neg__(a):
        return Fraction._from_coprime_ints(-a._numerator, a._denominator)

    def __abs__(a):
        return Fraction._from_coprime_ints(abs(a._numerator), a._denominator)

    def __int__(a):
        return a.__trunc__()

    def __trunc__(a):
        if a._numerator < 0:
            return -(-a._numerator // a._denominator)
        return a._numerator // a._denominator

    def __floor__(a):
        return a._numerator // a._denominator

    def __ceil__(a):
        return -(-a._numerator // a._denominator)

    def __round__(self, ndigits=None):
        if ndigits is None:
            d = self._denominator
            floor, remainder = divmod(self._numerator, d)
            if remainder * 2 < d:
                return floor
            if remainder * 2 > d:
                return floor + 1
            return floor if floor % 2 == 0 else floor + 1
        shift = 10 ** abs(ndigits)
        if ndigits > 0:
            return Fraction(round(self * shift), shift)
        return Fraction(round(self / shift) * shift)

    def __hash__(self):
        # The same hash as the equal int, float or complex.
        try:
            inverse = pow(self._denominator, -1, _MODULUS)
        except ValueError:
            h = _HASH_INF
        else:
            h = hash(hash(abs(self._numerator)) * inverse)
        result = h if self._numerator >= 0 else -h
        return -2 if result == -1 else result

    def __eq__(a, b):
        if type(b) is int:
            return a._numerator == b and a._denominator == 1
        if isinstance(b, numbers.Rational):
            return a._numerator == b.numerator and a._denominator == b.denominator
        if isinstance(b, numbers.Complex) and b.imag == 0:
            b = b.real
        if isinstance(b, float):
            if math.isnan(b) or math.isinf(b):
                return 0.0 == b
            return a == a.from_float(b)
        return NotImplemented

    def _richcmp(self, other, op):
        if isinstance(other, numbers.Rational):
            return op(self._numerator * other.denominator, self._denominator * other.numerator)
        if isinstance(other, float):
            if math.isnan(other) or math.isinf(other):
                return op(0.0, other)
            return op(self, self.from_float(other))
        return NotImplemented

    def __lt__(a, b):
        return a._richcmp(b, operator.lt)

    def __gt__(a, b):
        return a._richcmp(b, operator.gt)

    def __le__(a, b):
        return a._richcmp(b, operator.le)

    def __ge__(a, b):
        return a._richcmp(b, operator.ge)

    def __bool__(a):
        return bool(a._numerator)

    def __reduce__(self):
        return (self.__class__, (self._numerator, self._denominator))

    def __copy__(self):
        if type(self) == Fraction:
            return self
        return self.__class__(self._numerator, self._denominator)

    def __deepcopy__(self, memo):
        return self.__copy__()

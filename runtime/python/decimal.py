"""Decimal numbers and their arithmetic: a sign, an integer coefficient and a power of ten.

Contexts, rounding and signals follow the General Decimal Arithmetic Specification as CPython's `decimal` does.
What is not rational (`exp`, `ln`, powers) is computed by `_decimal_functions` and rounded correctly.
"""

import math
import sys
from collections import namedtuple

import _decimal_functions as _functions

__all__ = [
    "Decimal", "Context", "DecimalTuple", "DefaultContext", "BasicContext", "ExtendedContext", "DecimalException",
    "Clamped", "InvalidOperation", "DivisionByZero", "Inexact", "Rounded", "Subnormal", "Overflow", "Underflow",
    "FloatOperation", "DivisionImpossible", "InvalidContext", "ConversionSyntax", "DivisionUndefined", "ROUND_DOWN",
    "ROUND_HALF_UP", "ROUND_HALF_EVEN", "ROUND_CEILING", "ROUND_FLOOR", "ROUND_UP", "ROUND_HALF_DOWN", "ROUND_05UP",
    "setcontext", "getcontext", "localcontext", "MAX_PREC", "MAX_EMAX", "MIN_EMIN", "MIN_ETINY", "HAVE_THREADS",
    "HAVE_CONTEXTVAR",
]

ROUND_DOWN = "ROUND_DOWN"
ROUND_HALF_UP = "ROUND_HALF_UP"
ROUND_HALF_EVEN = "ROUND_HALF_EVEN"
ROUND_CEILING = "ROUND_CEILING"
ROUND_FLOOR = "ROUND_FLOOR"
ROUND_UP = "ROUND_UP"
ROUND_HALF_DOWN = "ROUND_HALF_DOWN"
ROUND_05UP = "ROUND_05UP"
_ROUNDINGS = (
    ROUND_UP, ROUND_DOWN, ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, ROUND_HALF_DOWN, ROUND_HALF_EVEN, ROUND_05UP,
)
HAVE_THREADS = True
HAVE_CONTEXTVAR = True
MAX_PREC = 999999999999999999
MAX_EMAX = 999999999999999999
MIN_EMIN = -999999999999999999
MIN_ETINY = MIN_EMIN - (MAX_PREC - 1)

DecimalTuple = namedtuple("DecimalTuple", "sign digits exponent", module="decimal")


class DecimalException(ArithmeticError):
    pass


class Clamped(DecimalException):
    pass


class InvalidOperation(DecimalException):
    pass


class ConversionSyntax(InvalidOperation):
    pass


class DivisionByZero(DecimalException, ZeroDivisionError):
    pass


class DivisionImpossible(InvalidOperation):
    pass


class DivisionUndefined(InvalidOperation, ZeroDivisionError):
    pass


class Inexact(DecimalException):
    pass


class InvalidContext(InvalidOperation):
    pass


class Rounded(DecimalException):
    pass


class Subnormal(DecimalException):
    pass


class Overflow(Inexact, Rounded):
    pass


class Underflow(Inexact, Rounded, Subnormal):
    pass


class FloatOperation(DecimalException, TypeError):
    pass


# In the order in which contexts show them.
_SIGNALS = (
    Clamped, InvalidOperation, DivisionByZero, Inexact, FloatOperation, Overflow, Rounded, Subnormal, Underflow,
)
_CONDITIONS = (ConversionSyntax, DivisionImpossible, DivisionUndefined, InvalidContext)


def _digits(c):
    """How many decimal digits `c > 0` has."""
    n = c.bit_length() * 1233 >> 12
    return n + 1 if c >= 10**n else n


def _shorten(c, n, rounding, negative):
    """`c / 10**n` rounded to an integer, and whether anything but zeros went."""
    power = 10**n
    q, r = divmod(c, power)
    if r == 0:
        return q, False
    twice = 2 * r
    if rounding == ROUND_HALF_EVEN:
        up = twice > power or (twice == power and q & 1)
    elif rounding == ROUND_HALF_UP:
        up = twice >= power
    elif rounding == ROUND_HALF_DOWN:
        up = twice > power
    elif rounding == ROUND_DOWN:
        up = False
    elif rounding == ROUND_UP:
        up = True
    elif rounding == ROUND_CEILING:
        up = not negative
    elif rounding == ROUND_FLOOR:
        up = negative
    else:
        up = q % 5 == 0
    return (q + 1 if up else q), True


def _raise(context, condition, result):
    """Signals a condition: `result` if the context does not trap it."""
    signal = InvalidOperation if condition in _CONDITIONS else condition
    context.flags[signal] = True
    if context.traps[signal]:
        raise signal([condition])
    return result


def _new(cls, sign, coefficient, exponent, kind=""):
    d = object.__new__(cls)
    d._sign = sign
    d._int = coefficient
    d._exp = exponent
    d._kind = kind
    return d


def _make(sign, coefficient, exponent):
    return _new(Decimal, sign, coefficient, exponent)


def _infinity(sign):
    return _new(Decimal, sign, 0, 0, "F")


def _nan(kind="n", sign=0, payload=0):
    return _new(Decimal, sign, payload, 0, kind)


def _is_digits(s):
    return s.isdecimal()


def _parse(text):
    """(sign, coefficient, exponent, kind) of a literal, None if it is none."""
    s = text.strip().replace("_", "")
    sign = 0
    if s[:1] in ("-", "+"):
        sign = 1 if s[0] == "-" else 0
        s = s[1:]
    low = s.lower()
    if low in ("inf", "infinity"):
        return sign, 0, 0, "F"
    for word, kind in (("snan", "N"), ("nan", "n")):
        if low.startswith(word):
            rest = s[len(word):]
            if rest and not _is_digits(rest):
                return None
            return sign, int(rest or 0), 0, kind
    mantissa, e, exponent = low.partition("e")
    if e:
        number = exponent[1:] if exponent[:1] in ("-", "+") else exponent
        if not _is_digits(number):
            return None
    whole, _, fraction = mantissa.partition(".")
    if not _is_digits(whole + fraction):
        return None
    return sign, int(whole + fraction), (int(exponent) if e else 0) - len(fraction), ""


class Decimal:
    __slots__ = ("_sign", "_int", "_exp", "_kind")
    __match_args__ = ()

    def __new__(cls, value="0", context=None):
        if isinstance(value, str):
            parts = _parse(value)
            if parts is None:
                context = context or getcontext()
                return _raise(context, ConversionSyntax, _new(cls, 0, 0, 0, "n"))
            return _new(cls, *parts)
        if isinstance(value, int):
            return _new(cls, 1 if value < 0 else 0, abs(int(value)), 0)
        if isinstance(value, Decimal):
            return _new(cls, value._sign, value._int, value._exp, value._kind)
        if isinstance(value, float):
            context = context or getcontext()
            _raise(context, FloatOperation, None)
            return cls.from_float(value)
        if isinstance(value, (list, tuple)):
            return _from_tuple(cls, value)
        raise TypeError(f"conversion from {type(value).__name__} to Decimal is not supported")

    @classmethod
    def from_float(cls, f):
        if isinstance(f, int):
            return _new(cls, 1 if f < 0 else 0, abs(f), 0)
        if not isinstance(f, float):
            raise TypeError("argument must be int or float")
        if f != f:
            return _new(cls, 0, 0, 0, "n")
        sign = 1 if math.copysign(1.0, f) < 0 else 0
        if math.isinf(f):
            return _new(cls, sign, 0, 0, "F")
        n, d = abs(f).as_integer_ratio()
        k = d.bit_length() - 1
        return _new(cls, sign, n * 5**k, -k)

    # What it is

    def is_nan(self):
        return self._kind == "n" or self._kind == "N"

    def is_qnan(self):
        return self._kind == "n"

    def is_snan(self):
        return self._kind == "N"

    def is_infinite(self):
        return self._kind == "F"

    def is_finite(self):
        return self._kind == ""

    def is_signed(self):
        return self._sign == 1

    def is_zero(self):
        return self._kind == "" and self._int == 0

    def is_normal(self, context=None):
        context = context or getcontext()
        return self._kind == "" and self._int != 0 and context.Emin <= self.adjusted()

    def is_subnormal(self, context=None):
        context = context or getcontext()
        return self._kind == "" and self._int != 0 and self.adjusted() < context.Emin

    def is_canonical(self):
        return True

    def canonical(self):
        return self

    def adjusted(self):
        if self._kind:
            return 0
        return self._exp + (_digits(self._int) if self._int else 1) - 1

    def as_tuple(self):
        if self._kind == "F":
            return DecimalTuple(self._sign, (0,), "F")
        if self._kind:
            digits = tuple(map(int, str(self._int))) if self._int else ()
            return DecimalTuple(self._sign, digits, self._kind)
        return DecimalTuple(self._sign, tuple(map(int, str(self._int))), self._exp)

    def as_integer_ratio(self):
        if self._kind == "F":
            raise OverflowError("cannot convert Infinity to integer ratio")
        if self._kind:
            raise ValueError("cannot convert NaN to integer ratio")
        n = -self._int if self._sign else self._int
        if self._exp >= 0:
            return n * 10**self._exp, 1
        d = 10**-self._exp
        g = math.gcd(n, d)
        return n // g, d // g

    def radix(self):
        return _make(0, 10, 0)

    def number_class(self, context=None):
        if self._kind == "N":
            return "sNaN"
        if self._kind == "n":
            return "NaN"
        sign = "-" if self._sign else "+"
        if self._kind:
            return sign + "Infinity"
        if not self._int:
            return sign + "Zero"
        return sign + ("Subnormal" if self.is_subnormal(context) else "Normal")

    # Text

    def __repr__(self):
        return f"Decimal('{self}')"

    def __str__(self):
        return self._text(False, getcontext().capitals)

    def to_eng_string(self, context=None):
        return self._text(True, (context or getcontext()).capitals)

    def _text(self, engineering, capitals):
        sign = "-" if self._sign else ""
        if self._kind == "F":
            return sign + "Infinity"
        if self._kind:
            return sign + ("NaN" if self._kind == "n" else "sNaN") + (str(self._int) if self._int else "")
        digits = str(self._int)
        left = self._exp + len(digits)
        if self._exp <= 0 and left > -6:
            point = left
        elif not engineering:
            point = 1
        elif self._int == 0:
            point = (left + 1) % 3 - 1
        else:
            point = (left - 1) % 3 + 1
        if point <= 0:
            whole, fraction = "0", "." + "0" * -point + digits
        elif point >= len(digits):
            whole, fraction = digits + "0" * (point - len(digits)), ""
        else:
            whole, fraction = digits[:point], "." + digits[point:]
        if left == point:
            return sign + whole + fraction
        return sign + whole + fraction + ("E" if capitals else "e") + f"{left - point:+d}"

    def __format__(self, spec, context=None):
        return _functions.formatted(self, spec, context or getcontext())

    # Conversions

    def __int__(self):
        if self._kind == "F":
            raise OverflowError("cannot convert Infinity to integer")
        if self._kind:
            raise ValueError("cannot convert NaN to integer")
        n = self._int * 10**self._exp if self._exp >= 0 else self._int // 10**-self._exp
        return -n if self._sign else n

    __trunc__ = __int__

    def __float__(self):
        if self._kind == "N":
            raise ValueError("cannot convert signaling NaN to float")
        if self._kind == "n":
            return -float("nan") if self._sign else float("nan")
        return float(str(self))

    def __complex__(self):
        return complex(float(self))

    @property
    def real(self):
        return self

    @property
    def imag(self):
        return _make(0, 0, 0)

    def conjugate(self):
        return self

    def __bool__(self):
        return self._kind != "" or self._int != 0

    def __hash__(self):
        if self._kind == "N":
            raise TypeError("Cannot hash a signaling NaN value")
        if self._kind == "n":
            return object.__hash__(self)
        if self._kind:
            return -sys.hash_info.inf if self._sign else sys.hash_info.inf
        p = sys.hash_info.modulus
        h = self._int * pow(10, self._exp, p) % p
        h = -h if self._sign else h
        return -2 if h == -1 else h

    def __floor__(self):
        return int(self.to_integral_value(ROUND_FLOOR)) if not self._kind else int(self)

    def __ceil__(self):
        return int(self.to_integral_value(ROUND_CEILING)) if not self._kind else int(self)

    def __round__(self, n=None):
        if n is None:
            return int(self) if self._kind else int(self.to_integral_value(ROUND_HALF_EVEN))
        return self.quantize(_make(0, 1, -n))

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self

    def __reduce__(self):
        return self.__class__, (str(self),)

    # Comparison

    def _compared(self, other):
        """-1, 0 or 1; neither is a nan."""
        if self._kind or other._kind:
            a = (-1 if self._sign else 1) if self._kind else 0
            b = (-1 if other._sign else 1) if other._kind else 0
            return (a > b) - (a < b)
        a = -self._int if self._sign else self._int
        b = -other._int if other._sign else other._int
        if self._exp != other._exp and a and b and (a < 0) == (b < 0):
            # Numbers far apart are told by their sizes, without a coefficient of all their digits.
            x, y = self.adjusted(), other.adjusted()
            if x != y:
                return (1 if x > y else -1) * (-1 if a < 0 else 1)
        if a and b:
            if self._exp > other._exp:
                a *= 10 ** (self._exp - other._exp)
            else:
                b *= 10 ** (other._exp - self._exp)
        return (a > b) - (a < b)

    def __eq__(self, other):
        other = _comparable(other)
        if other is NotImplemented:
            return other
        if self.is_nan() or other.is_nan():
            if self._kind == "N" or other._kind == "N":
                _raise(getcontext(), InvalidOperation, None)
            return False
        return self._compared(other) == 0

    def _ordered(self, other):
        if self.is_nan() or other.is_nan():
            return _raise(getcontext(), InvalidOperation, None)
        return self._compared(other)

    def __lt__(self, other):
        other = _comparable(other)
        if other is NotImplemented:
            return other
        c = self._ordered(other)
        return c is not None and c < 0

    def __le__(self, other):
        other = _comparable(other)
        if other is NotImplemented:
            return other
        c = self._ordered(other)
        return c is not None and c <= 0

    def __gt__(self, other):
        other = _comparable(other)
        if other is NotImplemented:
            return other
        c = self._ordered(other)
        return c is not None and c > 0

    def __ge__(self, other):
        other = _comparable(other)
        if other is NotImplemented:
            return other
        c = self._ordered(other)
        return c is not None and c >= 0

    def compare(self, other, context=None):
        other = _operand(other, True)
        nan = self._some_nan(other, context)
        return nan if nan is not None else Decimal(self._compared(other))

    def compare_total(self, other, context=None):
        other = _operand(other, True)
        a, b = _functions.total_key(self), _functions.total_key(other)
        return Decimal((a > b) - (a < b))

    def same_quantum(self, other, context=None):
        other = _operand(other, True)
        if self._kind or other._kind:
            return (self.is_nan() and other.is_nan()) or (self._kind == "F" and other._kind == "F")
        return self._exp == other._exp

    def max(self, other, context=None):
        return self._choose(other, context, 1)

    def min(self, other, context=None):
        return self._choose(other, context, -1)

    def _choose(self, other, context, wanted):
        context = context or getcontext()
        other = _operand(other, True)
        if self.is_nan() != other.is_nan() and self._kind != "N" and other._kind != "N":
            return (other if self.is_nan() else self)._fix(context)
        nan = self._some_nan(other, context)
        if nan is not None:
            return nan
        c = self._compared(other)
        if c == 0:
            a, b = _functions.total_key(self), _functions.total_key(other)
            c = 1 if a >= b else -1
        return (self if c == wanted else other)._fix(context)

    # Arithmetic

    def _some_nan(self, other=None, context=None):
        for d in (self, other) if other is not None else (self,):
            if d._kind == "N":
                return _raise(context or getcontext(), InvalidOperation, _nan("n", d._sign, d._int))
        for d in (self, other) if other is not None else (self,):
            if d._kind == "n":
                return d
        return None

    def _fix(self, context):
        """Rounded to the context."""
        if self._kind:
            return self
        exponent, c = self._exp, self._int
        tiny = context.Etiny()
        if c == 0:
            top = context.Etop() if context.clamp else context.Emax
            new = min(max(exponent, tiny), top)
            if new != exponent:
                _raise(context, Clamped, None)
                return _make(self._sign, 0, new)
            return self
        length = _digits(c)
        least = exponent + length - context.prec
        if least > context.Etop():
            context.flags[Inexact] = context.flags[Rounded] = True
            _raise(context, Overflow, None)
            return self._overflowed(context)
        subnormal = least < tiny
        if subnormal:
            least = tiny
        if exponent < least:
            c, inexact = _shorten(c, least - exponent, context.rounding, self._sign)
            if c and _digits(c) > context.prec:
                c //= 10
                least += 1
            result = _make(self._sign, c, least)
            if least > context.Etop():
                _raise(context, Overflow, None)
                result = self._overflowed(context)
            if inexact and subnormal:
                _raise(context, Underflow, None)
            if subnormal:
                _raise(context, Subnormal, None)
            if inexact:
                _raise(context, Inexact, None)
            _raise(context, Rounded, None)
            if not c:
                _raise(context, Clamped, None)
            return result
        if subnormal:
            _raise(context, Subnormal, None)
        if context.clamp and exponent > context.Etop():
            _raise(context, Clamped, None)
            return _make(self._sign, c * 10 ** (exponent - context.Etop()), context.Etop())
        return self

    def _overflowed(self, context):
        r = context.rounding
        if r in (ROUND_HALF_UP, ROUND_HALF_EVEN, ROUND_HALF_DOWN, ROUND_UP) or r == (
            ROUND_FLOOR if self._sign else ROUND_CEILING
        ):
            return _infinity(self._sign)
        return _make(self._sign, 10**context.prec - 1, context.Etop())

    def __pos__(self, context=None):
        context = context or getcontext()
        nan = self._some_nan(None, context)
        if nan is not None:
            return nan
        if not self and context.rounding != ROUND_FLOOR:
            return self.copy_abs()._fix(context)
        return self._fix(context)

    def __neg__(self, context=None):
        context = context or getcontext()
        nan = self._some_nan(None, context)
        if nan is not None:
            return nan
        if not self and context.rounding != ROUND_FLOOR:
            return self.copy_abs()._fix(context)
        return self.copy_negate()._fix(context)

    def __abs__(self):
        return -self if self._sign else +self

    def copy_abs(self):
        return _new(Decimal, 0, self._int, self._exp, self._kind)

    def copy_negate(self):
        return _new(Decimal, 1 - self._sign, self._int, self._exp, self._kind)

    def copy_sign(self, other, context=None):
        return _new(Decimal, _operand(other, True)._sign, self._int, self._exp, self._kind)

    def __add__(self, other, context=None):
        other = _operand(other)
        if other is NotImplemented:
            return other
        context = context or getcontext()
        if self._kind or other._kind:
            nan = self._some_nan(other, context)
            if nan is not None:
                return nan
            if self._kind and other._kind and self._sign != other._sign:
                return _raise(context, InvalidOperation, _nan())
            return _infinity(self._sign if self._kind else other._sign)
        exponent = min(self._exp, other._exp)
        negative_zero = 1 if context.rounding == ROUND_FLOOR and self._sign != other._sign else 0
        if not self._int and not other._int:
            return _make(self._sign if self._sign == other._sign else negative_zero, 0, exponent)._fix(context)
        a, b = _functions.aligned(self, other, context.prec)
        a_int = -a[0] if self._sign else a[0]
        total = a_int + (-b[0] if other._sign else b[0])
        if total == 0:
            return _make(negative_zero, 0, a[1])._fix(context)
        return _make(1 if total < 0 else 0, abs(total), a[1])._fix(context)

    __radd__ = __add__

    def __sub__(self, other, context=None):
        other = _operand(other)
        if other is NotImplemented:
            return other
        return self.__add__(other if other.is_nan() else other.copy_negate(), context)

    def __rsub__(self, other):
        other = _operand(other)
        return other if other is NotImplemented else other.__sub__(self)

    def __mul__(self, other, context=None):
        other = _operand(other)
        if other is NotImplemented:
            return other
        context = context or getcontext()
        sign = self._sign ^ other._sign
        if self._kind or other._kind:
            nan = self._some_nan(other, context)
            if nan is not None:
                return nan
            if not self or not other:
                return _raise(context, InvalidOperation, _nan())
            return _infinity(sign)
        return _make(sign, self._int * other._int, self._exp + other._exp)._fix(context)

    __rmul__ = __mul__

    def __truediv__(self, other, context=None):
        other = _operand(other)
        if other is NotImplemented:
            return other
        context = context or getcontext()
        sign = self._sign ^ other._sign
        if self._kind or other._kind:
            nan = self._some_nan(other, context)
            if nan is not None:
                return nan
            if self._kind and other._kind:
                return _raise(context, InvalidOperation, _nan())
            return _infinity(sign) if self._kind else _raise(context, Clamped, _make(sign, 0, context.Etiny()))
        if not other._int:
            if not self._int:
                return _raise(context, DivisionUndefined, _nan())
            return _raise(context, DivisionByZero, _infinity(sign))
        ideal = self._exp - other._exp
        if not self._int:
            return _make(sign, 0, ideal)._fix(context)
        shift = _digits(other._int) - _digits(self._int) + context.prec + 1
        exponent = ideal - shift
        if shift >= 0:
            c, rest = divmod(self._int * 10**shift, other._int)
        else:
            c, rest = divmod(self._int, other._int * 10**-shift)
        if rest:
            # A last digit that is neither 0 nor 5 rounds as all that follow it would.
            if c % 5 == 0:
                c += 1
        else:
            while exponent < ideal and c % 10 == 0:
                c //= 10
                exponent += 1
        return _make(sign, c, exponent)._fix(context)

    def __rtruediv__(self, other):
        other = _operand(other)
        return other if other is NotImplemented else other.__truediv__(self)

    def _divided(self, other, context):
        """Quotient towards zero, and the rest; both finite, `other` not zero."""
        ideal = min(self._exp, other._exp)
        if not self._int or self.adjusted() - other.adjusted() <= -2:
            return _make(self._sign ^ other._sign, 0, 0), _make(self._sign, self._int * 10 ** (self._exp - ideal), ideal)
        a, b = self._int * 10 ** (self._exp - ideal), other._int * 10 ** (other._exp - ideal)
        q, r = divmod(a, b)
        if q >= 10**context.prec:
            return None
        return _make(self._sign ^ other._sign, q, 0), _make(self._sign, r, ideal)

    def __divmod__(self, other, context=None):
        other = _operand(other)
        if other is NotImplemented:
            return other
        context = context or getcontext()
        if not other and self and not self._kind and not other._kind:
            context.flags[InvalidOperation] = context.flags[DivisionByZero] = True
            trapped = [s for s in (InvalidOperation, DivisionByZero) if context.traps[s]]
            if trapped:
                raise trapped[0](trapped)
        return self._quotient(other, context), self.__mod__(other, context)

    def _quotient(self, other, context):
        context = context or getcontext()
        nan = self._some_nan(other, context)
        if nan is not None:
            return nan
        sign = self._sign ^ other._sign
        if self._kind:
            return _raise(context, InvalidOperation, _nan()) if other._kind else _infinity(sign)
        if other._kind:
            return _make(sign, 0, 0)
        if not other._int:
            if not self._int:
                return _raise(context, DivisionUndefined, _nan())
            return _raise(context, DivisionByZero, _infinity(sign))
        both = self._divided(other, context)
        return _raise(context, DivisionImpossible, _nan()) if both is None else both[0]

    def __floordiv__(self, other, context=None):
        other = _operand(other)
        return other if other is NotImplemented else self._quotient(other, context)

    def __rfloordiv__(self, other):
        other = _operand(other)
        return other if other is NotImplemented else other.__floordiv__(self)

    def __mod__(self, other, context=None):
        other = _operand(other)
        if other is NotImplemented:
            return other
        context = context or getcontext()
        nan = self._some_nan(other, context)
        if nan is not None:
            return nan
        if self._kind:
            return _raise(context, InvalidOperation, _nan())
        if other._kind:
            return self._fix(context)
        if not other._int:
            return _raise(context, InvalidOperation if self._int else DivisionUndefined, _nan())
        both = self._divided(other, context)
        return _raise(context, DivisionImpossible, _nan()) if both is None else both[1]._fix(context)

    def __rmod__(self, other):
        other = _operand(other)
        return other if other is NotImplemented else other.__mod__(self)

    def __rdivmod__(self, other):
        other = _operand(other)
        return other if other is NotImplemented else other.__divmod__(self)

    def remainder_near(self, other, context=None):
        context = context or getcontext()
        other = _operand(other, True)
        if self._kind or other._kind or not other:
            return self.__mod__(other, context)
        both = self._divided(other, context)
        if both is None:
            return _raise(context, DivisionImpossible, _nan())
        q, r = both
        size = other._int * 10 ** (other._exp - r._exp)
        if 2 * r._int > size or (2 * r._int == size and q._int & 1):
            r = _make(1 - r._sign, size - r._int, r._exp)
        return r._fix(context)

    def fma(self, other, third, context=None):
        other, third = _operand(other, True), _operand(third, True)
        if self._kind or other._kind:
            product = self.__mul__(other, context)
        else:
            product = _make(self._sign ^ other._sign, self._int * other._int, self._exp + other._exp)
        return product.__add__(third, context)

    def __pow__(self, other, modulo=None, context=None):
        other = _operand(other)
        if other is NotImplemented:
            return other
        return _functions.power(self, other, modulo, context or getcontext())

    def __rpow__(self, other, modulo=None):
        other = _operand(other)
        return other if other is NotImplemented else other.__pow__(self, modulo)

    def sqrt(self, context=None):
        return _functions.sqrt(self, context or getcontext())

    def exp(self, context=None):
        return _functions.exp(self, context or getcontext())

    def ln(self, context=None):
        return _functions.ln(self, context or getcontext())

    def log10(self, context=None):
        return _functions.log10(self, context or getcontext())

    # Exponents

    def quantize(self, exp, rounding=None, context=None):
        exp = _operand(exp, True)
        context = context or getcontext()
        nan = self._some_nan(exp, context)
        if nan is not None:
            return nan
        if self._kind or exp._kind:
            if self._kind and exp._kind:
                return self
            return _raise(context, InvalidOperation, _nan())
        rounding = _checked_rounding(rounding) or context.rounding
        e = exp._exp
        if not context.Etiny() <= e <= context.Emax:
            return _raise(context, InvalidOperation, _nan())
        inexact = False
        if e >= self._exp:
            c, inexact = _shorten(self._int, e - self._exp, rounding, self._sign)
        else:
            if self._int and self.adjusted() - e + 1 > context.prec:
                return _raise(context, InvalidOperation, _nan())
            c = self._int * 10 ** (self._exp - e)
        if c and (_digits(c) > context.prec or _digits(c) + e - 1 > context.Emax):
            return _raise(context, InvalidOperation, _nan())
        if e > self._exp and self._int:
            if inexact:
                _raise(context, Inexact, None)
            _raise(context, Rounded, None)
        return _make(self._sign, c, e)

    def to_integral_value(self, rounding=None, context=None):
        context = context or getcontext()
        nan = self._some_nan(None, context)
        if nan is not None:
            return nan
        if self._kind or self._exp >= 0:
            return self
        rounding = _checked_rounding(rounding) or context.rounding
        return _make(self._sign, _shorten(self._int, -self._exp, rounding, self._sign)[0], 0)

    to_integral = to_integral_value

    def to_integral_exact(self, rounding=None, context=None):
        context = context or getcontext()
        result = self.to_integral_value(rounding, context)
        if not self._kind and self._exp < 0 and self._int:
            if result != self:
                _raise(context, Inexact, None)
            _raise(context, Rounded, None)
        return result

    def normalize(self, context=None):
        context = context or getcontext()
        nan = self._some_nan(None, context)
        if nan is not None:
            return nan
        d = self._fix(context)
        if d._kind:
            return d
        if not d._int:
            return _make(d._sign, 0, 0)
        c, e = d._int, d._exp
        while c % 10 == 0 and e < context.Emax:
            c //= 10
            e += 1
        return _make(d._sign, c, e)

    def scaleb(self, other, context=None):
        context = context or getcontext()
        other = _operand(other, True)
        nan = self._some_nan(other, context)
        if nan is not None:
            return nan
        if other._kind or other._exp != 0:
            return _raise(context, InvalidOperation, _nan())
        return self if self._kind else _make(self._sign, self._int, self._exp + int(other))._fix(context)

    def logb(self, context=None):
        context = context or getcontext()
        nan = self._some_nan(None, context)
        if nan is not None:
            return nan
        if self._kind:
            return _infinity(0)
        if not self._int:
            return _raise(context, DivisionByZero, _infinity(1))
        return Decimal(self.adjusted())._fix(context)

    def next_plus(self, context=None):
        return _functions.neighbour(self, ROUND_CEILING, context or getcontext())

    def next_minus(self, context=None):
        return _functions.neighbour(self, ROUND_FLOOR, context or getcontext())


def _from_tuple(cls, value):
    if len(value) != 3:
        raise ValueError("argument must be a sequence of length 3")
    sign, digits, exponent = value
    if sign not in (0, 1):
        raise ValueError("sign must be an integer with the value 0 or 1")
    for d in digits:
        if not isinstance(d, int) or not 0 <= d <= 9:
            raise ValueError("coefficient must be a tuple of digits")
    c = int("".join(map(str, digits)) or 0)
    if exponent in ("F", "n", "N"):
        return _new(cls, sign, 0 if exponent == "F" else c, 0, exponent)
    if not isinstance(exponent, int):
        raise ValueError("string argument in the third position must be 'F', 'n' or 'N'")
    return _new(cls, sign, c, exponent)


def _operand(v, must=False):
    if isinstance(v, Decimal):
        return v
    if isinstance(v, int):
        return Decimal(v)
    if must:
        raise TypeError(f"conversion from {type(v).__name__} to Decimal is not supported")
    return NotImplemented


def _comparable(v):
    if isinstance(v, Decimal):
        return v
    if isinstance(v, int):
        return Decimal(v)
    if isinstance(v, float):
        getcontext().flags[FloatOperation] = True
        return Decimal.from_float(v)
    return NotImplemented


def _checked_rounding(rounding):
    if rounding is not None and rounding not in _ROUNDINGS:
        raise TypeError(
            "valid values for rounding are:\n  [ROUND_CEILING, ROUND_FLOOR, ROUND_UP, ROUND_DOWN,\n"
            "   ROUND_HALF_UP, ROUND_HALF_DOWN, ROUND_HALF_EVEN,\n   ROUND_05UP]"
        )
    return rounding


class Context:
    def __init__(
        self, prec=None, rounding=None, Emin=None, Emax=None, capitals=None, clamp=None, flags=None, traps=None,
    ):
        d = _DEFAULTS
        self.prec = d["prec"] if prec is None else prec
        self.rounding = d["rounding"] if rounding is None else rounding
        self.Emin = d["Emin"] if Emin is None else Emin
        self.Emax = d["Emax"] if Emax is None else Emax
        self.capitals = 1 if capitals is None else capitals
        self.clamp = 0 if clamp is None else clamp
        self.traps = _signal_table(_DEFAULT_TRAPS if traps is None else traps)
        self.flags = _signal_table([] if flags is None else flags)

    def __setattr__(self, name, value):
        if name == "prec":
            if not isinstance(value, int):
                raise TypeError("an integer is required (got type %s)" % type(value).__name__)
            if not 1 <= value <= MAX_PREC:
                raise ValueError("valid range for prec is [1, MAX_PREC]")
        elif name == "rounding":
            _checked_rounding(value)
        elif name == "Emin":
            if not MIN_EMIN <= value <= 0:
                raise ValueError("valid range for Emin is [MIN_EMIN, 0]")
        elif name == "Emax":
            if not 0 <= value <= MAX_EMAX:
                raise ValueError("valid range for Emax is [0, MAX_EMAX]")
        elif name in ("flags", "traps") and not isinstance(value, dict):
            value = _signal_table(value)
        elif name not in ("capitals", "clamp", "flags", "traps"):
            raise AttributeError(f"'decimal.Context' object has no attribute '{name}'")
        object.__setattr__(self, name, value)

    def __repr__(self):
        flags = ", ".join(s.__name__ for s in _SIGNALS if self.flags[s])
        traps = ", ".join(s.__name__ for s in _SIGNALS if self.traps[s])
        return (
            f"Context(prec={self.prec}, rounding={self.rounding}, Emin={self.Emin}, Emax={self.Emax}, "
            f"capitals={self.capitals}, clamp={self.clamp}, flags=[{flags}], traps=[{traps}])"
        )

    def copy(self):
        return Context(
            self.prec, self.rounding, self.Emin, self.Emax, self.capitals, self.clamp, self.flags.copy(), self.traps.copy()
        )

    __copy__ = copy

    def clear_flags(self):
        for s in self.flags:
            self.flags[s] = False

    def clear_traps(self):
        for s in self.traps:
            self.traps[s] = False

    def Etiny(self):
        return self.Emin - self.prec + 1

    def Etop(self):
        return self.Emax - self.prec + 1

    def create_decimal(self, num="0"):
        d = Decimal(num, self)
        if d.is_nan() and d._int and _digits(d._int) > self.prec - self.clamp:
            return _raise(self, ConversionSyntax, _nan())
        return d._fix(self)

    def create_decimal_from_float(self, f):
        return Decimal.from_float(f)._fix(self)

    def abs(self, a):
        a = _operand(a, True)
        return a.__neg__(self) if a._sign else a.__pos__(self)

    def add(self, a, b):
        return _operand(a, True).__add__(_operand(b, True), self)

    def subtract(self, a, b):
        return _operand(a, True).__sub__(_operand(b, True), self)

    def multiply(self, a, b):
        return _operand(a, True).__mul__(_operand(b, True), self)

    def divide(self, a, b):
        return _operand(a, True).__truediv__(_operand(b, True), self)

    def divide_int(self, a, b):
        return _operand(a, True).__floordiv__(_operand(b, True), self)

    def divmod(self, a, b):
        return _operand(a, True).__divmod__(_operand(b, True), self)

    def remainder(self, a, b):
        return _operand(a, True).__mod__(_operand(b, True), self)

    def power(self, a, b, modulo=None):
        return _operand(a, True).__pow__(_operand(b, True), modulo, self)

    def minus(self, a):
        return _operand(a, True).__neg__(self)

    def plus(self, a):
        return _operand(a, True).__pos__(self)

    def sqrt(self, a):
        return _operand(a, True).sqrt(self)

    def exp(self, a):
        return _operand(a, True).exp(self)

    def ln(self, a):
        return _operand(a, True).ln(self)

    def log10(self, a):
        return _operand(a, True).log10(self)

    def fma(self, a, b, c):
        return _operand(a, True).fma(b, c, self)

    def compare(self, a, b):
        return _operand(a, True).compare(b, self)

    def max(self, a, b):
        return _operand(a, True).max(b, self)

    def min(self, a, b):
        return _operand(a, True).min(b, self)

    def quantize(self, a, b):
        return _operand(a, True).quantize(b, None, self)

    def normalize(self, a):
        return _operand(a, True).normalize(self)

    def to_integral_value(self, a):
        return _operand(a, True).to_integral_value(None, self)

    def to_sci_string(self, a):
        return _operand(a, True)._text(False, self.capitals)

    def to_eng_string(self, a):
        return _operand(a, True)._text(True, self.capitals)


def _signal_table(given):
    if isinstance(given, dict):
        return {s: bool(given.get(s)) for s in _SIGNALS}
    return {s: s in given for s in _SIGNALS}


_DEFAULTS = {"prec": 28, "rounding": ROUND_HALF_EVEN, "Emin": -999999, "Emax": 999999}
_DEFAULT_TRAPS = [InvalidOperation, DivisionByZero, Overflow]
DefaultContext = Context()
BasicContext = Context(
    prec=9, rounding=ROUND_HALF_UP, traps=[InvalidOperation, DivisionByZero, Overflow, Underflow, Clamped]
)
ExtendedContext = Context(prec=9, rounding=ROUND_HALF_EVEN, traps=[])
_current = DefaultContext.copy()


def getcontext():
    return _current


def setcontext(context):
    global _current
    if not isinstance(context, Context):
        raise TypeError("optional argument must be a context")
    if context in (DefaultContext, BasicContext, ExtendedContext):
        context = context.copy()
        context.clear_flags()
    _current = context


class _LocalContext:
    def __init__(self, context):
        self.context = context

    def __enter__(self):
        self.saved = getcontext()
        setcontext(self.context)
        return self.context

    def __exit__(self, *exc_info):
        setcontext(self.saved)


def localcontext(ctx=None, **kwargs):
    context = (ctx or getcontext()).copy()
    for name, value in kwargs.items():
        if name not in ("prec", "rounding", "Emin", "Emax", "capitals", "clamp", "flags", "traps"):
            raise TypeError(f"localcontext() got an unexpected keyword argument '{name}'")
        setattr(context, name, value)
    return _LocalContext(context)

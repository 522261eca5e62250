"""What `decimal` computes beyond plain arithmetic: roots, powers, logarithms, and formatting.

Numbers that are not rational are computed on integers, scaled by a power of ten, with some digits more than asked for;
more of them while the digits beyond the precision leave open which way to round.
"""

from math import isqrt

import decimal as _d

# Digits beyond the precision.
_GUARD = 8


def aligned(a, b, prec):
    """Coefficients of both at one exponent. Of two numbers far apart only the sign of the smaller one matters."""
    x, y = (a._int, a._exp), (b._int, b._exp)
    if not x[0] or not y[0]:
        # A zero has no digits, but an exponent: the result is as exact as the precision allows.
        zero_first = not x[0]
        c, e = y if zero_first else x
        target = max(min(x[1], y[1]), e - max(prec - _d._digits(c), 0) - 1) if min(x[1], y[1]) < e else e
        other = (c * 10 ** (e - target), target)
        return ((0, target), other) if zero_first else (other, (0, target))
    swap = x[1] < y[1]
    high, low = (y, x) if swap else (x, y)
    low_length, high_length = _d._digits(low[0]), _d._digits(high[0])
    limit = high[1] + min(-1, high_length - prec - 2)
    if low_length + low[1] - 1 < limit:
        low = (1, limit)
    high = (high[0] * 10 ** (high[1] - low[1]), low[1])
    return (low, high) if swap else (high, low)


def total_key(d):
    if d._kind == "F":
        size = (1, 0, 0)
    elif d._kind:
        size = (3 if d._kind == "n" else 2, d._int, 0)
    else:
        return (-1 if d._sign else 1), _Total(d)
    return (-1 if d._sign else 1), _Total(d, size)


class _Total:
    """Orders numbers of the same sign, equal ones by their exponents."""

    def __init__(self, d, size=None):
        self.d = d
        self.size = size or (0, 0, 0)

    def __eq__(self, other):
        return not self < other and not other < self

    def __lt__(self, other):
        a, b = self.d, other.d
        if self.size != other.size:
            less = self.size < other.size
        elif a._kind:
            return False
        else:
            c = a._compared(b)
            if c:
                return c < 0
            if a._exp == b._exp:
                return False
            less = a._exp < b._exp
        return less != bool(a._sign)

    def __gt__(self, other):
        return other < self

    def __ge__(self, other):
        return not self < other


def _rounded(sign, c, exponent, context):
    """A coefficient with more digits than fit, none of which end the number, rounded half-even."""
    saved = context.rounding
    context.rounding = _d.ROUND_HALF_EVEN
    try:
        return _d._make(sign, c, exponent)._fix(context)
    finally:
        context.rounding = saved


def sqrt(d, context):
    nan = d._some_nan(None, context)
    if nan is not None:
        return nan
    if d._kind and not d._sign:
        return d
    if not d:
        return _d._make(d._sign, 0, d._exp // 2)._fix(context)
    if d._sign:
        return _d._raise(context, _d.InvalidOperation, _d._nan())
    ideal = d._exp // 2
    c = d._int * 10 if d._exp & 1 else d._int
    exponent = (d._exp - (d._exp & 1)) // 2
    shift = context.prec + 1 - (_d._digits(c) + 1) // 2
    exact = True
    if shift >= 0:
        c *= 100**shift
    else:
        c, rest = divmod(c, 100**-shift)
        exact = not rest
    exponent -= shift
    root = isqrt(c)
    exact = exact and root * root == c
    if exact:
        if shift >= 0:
            root //= 10**shift
        else:
            root *= 10**-shift
        exponent += shift
        while exponent > ideal:
            root *= 10
            exponent -= 1
    elif root % 5 == 0:
        root += 1
    return _rounded(0, root, exponent, context)


def _exp_scaled(x, digits):
    """`exp(x / 10**digits)`: a coefficient scaled by 10**digits, and a power of ten."""
    ten = _ln_ten(digits + max(len(str(abs(x))) - digits, 0) + 2)
    more = max(len(str(abs(x))) - digits, 0) + 2
    k, rest = divmod(x * 10**more, ten)
    rest //= 10**more
    one = 10**digits
    halvings = 8
    rest >>= halvings
    term = total = one
    n = 1
    while term:
        term = term * rest // (one * n)
        total += term
        n += 1
    for _ in range(halvings):
        total = total * total // one
    return total, k


def _ln_scaled(c, digits):
    """`ln(c / 10**digits)` scaled by 10**digits, for `c > 0`."""
    digits += 6
    c *= 10**6
    one = 10**digits
    roots = 8
    for _ in range(roots):
        c = isqrt(c * one)
    z = (c - one) * one // (c + one)
    square = z * z // one
    total, term, n = 0, z, 1
    while term:
        total += term // n
        term = term * square // one
        # Towards zero, so that a negative term ends.
        if term == -1:
            break
        n += 2
    return (total << roots + 1) // 10**6


_known_ln_ten = (0, 0)


def _ln_ten(digits):
    global _known_ln_ten
    if _known_ln_ten[0] < digits:
        _known_ln_ten = (digits + 10, _ln_scaled(10 * 10 ** (digits + 14), digits + 14) // 10**4)
    return _known_ln_ten[1] // 10 ** (_known_ln_ten[0] - digits)


def _log_of(d, digits):
    """`ln(d)` scaled by 10**digits, for a positive number."""
    length = _d._digits(d._int)
    power = d._exp + length
    extra = len(str(abs(power))) + 2
    c = d._int * 10 ** (digits + extra - length) if digits + extra >= length else d._int // 10 ** (length - digits - extra)
    return (_ln_scaled(c, digits + extra) + power * _ln_ten(digits + extra)) // 10**extra


def _open(c, digits):
    """Whether the last `_GUARD` digits, some of them uncertain, leave open how to round."""
    tail = c % 10**_GUARD
    return digits < 200 and (abs(tail - 10**_GUARD // 2) < 1000 or tail < 1000 or tail > 10**_GUARD - 1000)


def _correct(compute, context, sign=0, half_even=True):
    """The number that `compute(digits)` gives as (coefficient, exponent), rounded."""
    more = _GUARD
    while True:
        c, e = compute(context.prec + more)
        length = _d._digits(c)
        drop = length - context.prec - _GUARD
        head = c // 10**drop if drop > 0 else c
        if drop >= 0 and (not _open(head, 0) or more > 3 * _GUARD):
            break
        more += _GUARD
    if c % 10 == 0 and not _open(head, 0):
        c += 1
    return _rounded(sign, c, e, context) if half_even else _d._make(sign, c, e)._fix(context)


def exp(d, context):
    nan = d._some_nan(None, context)
    if nan is not None:
        return nan
    if d._kind:
        return _d._make(0, 0, 0) if d._sign else d
    if not d:
        return _d._make(0, 1, 0)
    if d.adjusted() > 7:
        tiny = _d._make(0, 1, context.Etiny() - 1) if d._sign else _d._make(0, 1, context.Emax + 1)
        return tiny._fix(context)
    if d.adjusted() < -context.prec - 1:
        return _rounded(0, 10 ** (context.prec + 2) + (-1 if d._sign else 1), -context.prec - 2, context)

    def compute(digits):
        x = d._int * 10 ** (d._exp + digits) if d._exp + digits >= 0 else d._int // 10 ** -(d._exp + digits)
        c, k = _exp_scaled(-x if d._sign else x, digits)
        return c, k - digits

    return _correct(compute, context)


def _log_special(d, context):
    nan = d._some_nan(None, context)
    if nan is not None:
        return nan
    if not d:
        return _d._infinity(1)
    if d._sign:
        return _d._raise(context, _d.InvalidOperation, _d._nan())
    if d._kind:
        return d
    return _d._make(0, 0, 0) if d == 1 else None


def ln(d, context):
    special = _log_special(d, context)
    if special is not None:
        return special
    # The nearer to 1, the smaller the logarithm.
    lost = -(d - 1).adjusted() if 0 < d < 2 and d != 1 else 0

    def compute(digits):
        digits += max(lost, 0) + 1
        return abs(_log_of(d, digits)), -digits

    return _correct(compute, context, 1 if d < 1 else 0)


def log10(d, context):
    special = _log_special(d, context)
    if special is not None:
        return special
    text = str(d._int)
    if text.rstrip("0") == "1":
        return _d.Decimal(d._exp + len(text) - 1)._fix(context)
    lost = -(d - 1).adjusted() if 0 < d < 2 else 0

    def compute(digits):
        digits += max(lost, 0) + 2
        return abs(_log_of(d, digits)) * 10**digits // _ln_ten(digits), -digits

    return _correct(compute, context, 1 if d < 1 else 0)


def power(a, b, modulo, context):
    if modulo is not None:
        modulo = _d._operand(modulo, True)
        for d in (a, b, modulo):
            if d._kind or d != d.to_integral_value():
                return _d._raise(context, _d.InvalidOperation, _d._nan())
        if b._sign or not modulo:
            return _d._raise(context, _d.InvalidOperation, _d._nan())
        r = pow(abs(int(a)), int(b), abs(int(modulo)))
        return _d._make(a._sign if int(b) & 1 else 0, r, 0)
    nan = a._some_nan(b, context)
    if nan is not None:
        return nan
    if not b:
        if not a:
            return _d._raise(context, _d.InvalidOperation, _d._nan())
        return _d._make(0, 1, 0)
    integral = not b._kind and b == b.to_integral_value()
    odd = integral and int(b) & 1 == 1
    sign = 1 if a._sign and odd else 0
    if a._sign and not integral and a:
        return _d._raise(context, _d.InvalidOperation, _d._nan())
    if not a:
        return _d._infinity(sign) if b._sign else _d._make(sign, 0, 0)
    if a._kind:
        return _d._make(sign, 0, 0) if b._sign else _d._infinity(sign)
    size = a.copy_abs()
    if b._kind:
        if size == 1:
            return _rounded(0, 10 ** (context.prec - 1), 1 - context.prec, context)
        return _d._make(0, 0, 0) if (size < 1) != bool(b._sign) else _d._infinity(0)
    if integral and abs(b) * _d._digits(a._int) < 20000:
        n = abs(int(b))
        exact = _d._make(sign, a._int**n, a._exp * n)
        if not b._sign:
            return exact._fix(context)
        return _d._make(0, 1, 0).__truediv__(exact, context)
    if size == 1:
        context.flags[_d.Inexact] = context.flags[_d.Rounded] = True
        return _d._make(sign, 10 ** (context.prec - 1), 1 - context.prec)
    estimate = b.adjusted() + abs(a.adjusted()).bit_length() // 4 + 1

    def compute(digits):
        inner = digits + max(estimate, 0) + 4 + max(-(size - 1).adjusted(), 0)
        x = _log_of(size, inner) * b._int
        x = x * 10**b._exp if b._exp >= 0 else x // 10**-b._exp
        x //= 10 ** (inner - digits)
        c, k = _exp_scaled(-x if b._sign else x, digits)
        return c, k - digits

    if estimate > 20:
        grows = (size > 1) != bool(b._sign)
        return _d._make(sign, 1, context.Emax + 1 if grows else context.Etiny() - 1)._fix(context)
    return _correct(compute, context, sign, half_even=False)


def neighbour(d, rounding, context):
    nan = d._some_nan(None, context)
    if nan is not None:
        return nan
    up = rounding == _d.ROUND_CEILING
    largest = _d._make(0 if not up else 1, 10**context.prec - 1, context.Etop())
    if d._kind:
        return d if (d._sign == 0) == up else largest
    quiet = context.copy()
    quiet.rounding = rounding
    quiet.clear_traps()
    new = d._fix(quiet)
    if new != d:
        return new
    step = _d._make(0, 1, context.Etiny() - 1)
    return d.__add__(step if up else step.copy_negate(), quiet)


# Formatting


def _parse_spec(spec):
    """fill, align, sign, z, alternate, zero padding, width, separator, precision, type"""
    fill, align, i = " ", "", 0
    if len(spec) > 1 and spec[1] in "<>=^":
        fill, align, i = spec[0], spec[1], 2
    elif spec[:1] and spec[0] in "<>=^":
        align, i = spec[0], 1
    sign = "-"
    if spec[i : i + 1] in ("+", "-", " "):
        sign = spec[i]
        i += 1
    no_negative_zero = spec[i : i + 1] == "z"
    i += no_negative_zero
    i += spec[i : i + 1] == "#"
    zero = spec[i : i + 1] == "0"
    i += zero
    start = i
    while spec[i : i + 1].isdecimal():
        i += 1
    width = int(spec[start:i] or 0)
    separator = ""
    if spec[i : i + 1] == ",":
        separator = ","
        i += 1
    precision = None
    if spec[i : i + 1] == ".":
        start = i = i + 1
        while spec[i : i + 1].isdecimal():
            i += 1
        if start == i:
            raise ValueError("invalid format string")
        precision = int(spec[start:i])
    kind = spec[i:]
    if kind not in ("", "e", "E", "f", "F", "g", "G", "n", "%") or (zero and align):
        raise ValueError("invalid format string")
    if zero:
        fill, align = "0", "="
    return fill, align or ">", sign, no_negative_zero, width, separator, precision, kind


def formatted(d, spec, context):
    if not isinstance(spec, str):
        raise TypeError("format arg must be str")
    fill, align, sign, no_negative_zero, width, separator, precision, kind = _parse_spec(spec)
    if d._kind:
        if fill == "0" and align == "=":
            fill, align = " ", ">"
        minus, body = d._sign, str(d.copy_abs())
        if kind == "%":
            body += "%"
        return _padded("-" if minus else "" if sign == "-" else sign, body, fill, align, width)
    c, e, negative = d._int, d._exp, d._sign
    shown = kind or ("g" if context.capitals == 0 else "G")
    if kind == "%":
        e += 2
    low = shown.lower()
    rounding = context.rounding
    if precision is not None:
        if low in "f%":
            if e < -precision:
                c, e = _d._shorten(c, -precision - e, rounding, negative)[0], -precision
            elif c:
                c, e = c * 10 ** (e + precision), -precision
            else:
                e = -precision
        elif low == "e" or (low == "g" or low == "n"):
            keep = precision + 1 if low == "e" else max(precision, 1)
            length = _d._digits(c) if c else 1
            if length > keep:
                c = _d._shorten(c, length - keep, rounding, negative)[0]
                e += length - keep
                if c and _d._digits(c) > keep:
                    c //= 10
                    e += 1
            elif low == "e" and c:
                c *= 10 ** (keep - length)
                e -= keep - length
    if not c and e > 0 and low in "f%":
        e = 0
    if no_negative_zero and not c:
        negative = 0
    digits = str(c)
    left = e + len(digits)
    if low == "e":
        point = 1 - precision if not c and precision is not None else 1
    elif low in "f%":
        point = left
    elif e <= 0 and left > -6:
        point = left
    else:
        point = 1
    if point < 0:
        whole, fraction = "0", "0" * -point + digits
    elif point > len(digits):
        whole, fraction = digits + "0" * (point - len(digits)), ""
    else:
        whole, fraction = digits[:point] or "0", digits[point:]
    if point == 0:
        whole, fraction = "0", digits
    exponent = left - point
    tail = "." + fraction if fraction else ""
    if exponent != 0 or low == "e":
        tail += ("E" if shown in "EG" else "e") + f"{exponent:+d}"
    if kind == "%":
        tail += "%"
    prefix = "-" if negative else "" if sign == "-" else sign
    if separator:
        least = width - len(prefix) - len(tail) if fill == "0" and align == "=" else 0
        whole = _grouped(whole, separator, least)
    return _padded(prefix, whole + tail, fill, align, width)


def _grouped(whole, separator, least):
    groups = []
    while True:
        groups.append(whole[-3:])
        whole = whole[:-3]
        size = sum(map(len, groups)) + len(groups) - 1
        if not whole and size >= least:
            break
        if not whole:
            # Zeros in front are grouped like digits.
            room = least - size
            if len(groups[-1]) < 3:
                n = min(3 - len(groups[-1]), room)
                groups[-1] = "0" * n + groups[-1]
                continue_from = least - (size + n)
                if continue_from <= 0:
                    break
                room = continue_from
            whole = "0" * max(1, room - (room + 3) // 4)
    return separator.join(reversed(groups))


def _padded(sign, body, fill, align, width):
    room = max(0, width - len(sign) - len(body))
    if align == "<":
        return sign + body + fill * room
    if align == ">":
        return fill * room + sign + body
    if align == "=":
        return sign + fill * room + body
    return fill * (room // 2) + sign + body + fill * (room - room // 2)

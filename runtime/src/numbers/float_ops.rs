//! Float arithmetic that differs from the machine's: `//`, `%`, `divmod`, `**`, `round`, `float.hex`, ratios.

use super::fault::{Fault, Outcome};
use super::float_text;
use num_bigint::BigInt as Big;

/// `divmod(a, b)`; the quotient is floored and the remainder has the sign of the divisor.
pub fn divmod(a: f64, b: f64, message: &str) -> Outcome<(f64, f64)> {
    if b == 0.0 {
        return Err(Fault::zero_division(message));
    }
    let mut m = a % b;
    let mut div = (a - m) / b;
    if m != 0.0 {
        if (b < 0.0) != (m < 0.0) {
            m += b;
            div -= 1.0;
        }
    } else {
        m = f64::copysign(0.0, b);
    }
    let floor = if div != 0.0 {
        let mut f = div.floor();
        if div - f > 0.5 {
            f += 1.0;
        }
        f
    } else {
        f64::copysign(0.0, a / b)
    };
    Ok((floor, m))
}

#[inline]
pub fn floor_div(a: f64, b: f64) -> Outcome<f64> {
    Ok(divmod(a, b, "float floor division by zero")?.0)
}

#[inline]
pub fn modulo(a: f64, b: f64) -> Outcome<f64> {
    if b == 0.0 {
        return Err(Fault::zero_division("float modulo by zero"));
    }
    let m = a % b;
    Ok(if m != 0.0 { if (b < 0.0) != (m < 0.0) { m + b } else { m } } else { f64::copysign(0.0, b) })
}

/// What `a ** b` is: a negative base with a fractional exponent is complex in Python.
pub enum Power {
    Real(f64),
    Complex,
}

pub fn pow(a: f64, b: f64) -> Outcome<Power> {
    let odd = |x: f64| (x.abs() % 2.0) == 1.0;
    let real = |x| Ok(Power::Real(x));
    if b == 0.0 {
        return real(1.0);
    }
    if a.is_nan() {
        return real(a);
    }
    if b.is_nan() {
        return real(if a == 1.0 { 1.0 } else { b });
    }
    if b.is_infinite() {
        let a = a.abs();
        return real(if a == 1.0 {
            1.0
        } else if (b > 0.0) == (a > 1.0) {
            f64::INFINITY
        } else {
            0.0
        });
    }
    if a.is_infinite() {
        let odd = odd(b);
        return real(if b > 0.0 {
            if odd { a } else { a.abs() }
        } else if odd {
            f64::copysign(0.0, a)
        } else {
            0.0
        });
    }
    if a == 0.0 {
        let odd = odd(b);
        if b < 0.0 {
            return Err(Fault::zero_division("0.0 cannot be raised to a negative power"));
        }
        return real(if odd { a } else { 0.0 });
    }
    if a < 0.0 && b != b.floor() {
        return Ok(Power::Complex);
    }
    if a == 1.0 {
        return real(1.0);
    }
    if a == -1.0 {
        return real(if odd(b) { -1.0 } else { 1.0 });
    }
    let r = a.powf(b);
    if r.is_infinite() {
        // CPython passes on the C library's errno: OverflowError(34, 'Numerical result out of range').
        return Err(Fault::overflow("(34, 'Numerical result out of range')"));
    }
    real(r)
}

/// `round(x, digits)`: the decimal rounding of the exact value, ties to even.
pub fn round_digits(x: f64, digits: i64) -> Outcome<f64> {
    if !x.is_finite() || x == 0.0 {
        return Ok(x);
    }
    if digits > 323 {
        return Ok(x);
    }
    if digits < -308 {
        return Ok(f64::copysign(0.0, x));
    }
    let text = if digits >= 0 {
        format!("{:.*}", digits as usize, x)
    } else {
        // Round the exact integer part at 10^-digits; the fraction only matters for ties.
        let scale = (-digits) as u32;
        let whole = exact_integer(x.trunc().abs());
        let unit = num_traits::pow(Big::from(10), scale as usize);
        let (q, r) = num_integer::Integer::div_rem(&whole, &unit);
        let twice: Big = &r * 2;
        let fraction = x.fract() != 0.0;
        let up = match twice.cmp(&unit) {
            std::cmp::Ordering::Greater => true,
            std::cmp::Ordering::Less => false,
            std::cmp::Ordering::Equal => fraction || num_integer::Integer::is_odd(&q),
        };
        let q = if up { q + 1 } else { q };
        format!("{}{}e{}", if x < 0.0 { "-" } else { "" }, q, scale)
    };
    let rounded: f64 = text.parse().expect("a number we wrote");
    if rounded.is_infinite() {
        return Err(Fault::overflow("rounded value too large to represent"));
    }
    Ok(rounded)
}

/// `round(x)` before it becomes an int.
#[inline]
pub fn round_half_even(x: f64) -> f64 {
    x.round_ties_even()
}

/// A finite float without fraction as an exact integer.
pub fn exact_integer(x: f64) -> Big {
    debug_assert!(x.is_finite());
    if x.abs() < 9.2e18 {
        return Big::from(x as i64);
    }
    let (mantissa, exponent) = decompose(x.abs());
    let n = Big::from(mantissa) << (exponent as usize);
    if x < 0.0 { -n } else { n }
}

/// `x = mantissa * 2^exponent` for a finite, non-negative x.
pub fn decompose(x: f64) -> (u64, i32) {
    let bits = x.to_bits();
    let raw = ((bits >> 52) & 0x7ff) as i32;
    let fraction = bits & ((1 << 52) - 1);
    if raw == 0 { (fraction, -1074) } else { (fraction | (1 << 52), raw - 1075) }
}

pub fn as_integer_ratio(x: f64) -> Outcome<(Big, Big)> {
    if x.is_nan() {
        return Err(Fault::value("cannot convert NaN to integer ratio"));
    }
    if x.is_infinite() {
        return Err(Fault::overflow("cannot convert Infinity to integer ratio"));
    }
    let (mut mantissa, mut exponent) = decompose(x.abs());
    if mantissa == 0 {
        return Ok((Big::from(0), Big::from(1)));
    }
    let zeros = mantissa.trailing_zeros();
    mantissa >>= zeros;
    exponent += zeros as i32;
    let mut top = Big::from(mantissa);
    let mut bottom = Big::from(1);
    if exponent >= 0 {
        top <<= exponent as usize;
    } else {
        bottom <<= (-exponent) as usize;
    }
    if x < 0.0 {
        top = -top;
    }
    Ok((top, bottom))
}

pub fn hex(x: f64) -> String {
    if !x.is_finite() {
        return float_text::repr(x);
    }
    let sign = if x.is_sign_negative() { "-" } else { "" };
    if x == 0.0 {
        return format!("{sign}0x0.0p+0");
    }
    let bits = x.to_bits();
    let raw = ((bits >> 52) & 0x7ff) as i32;
    let fraction = bits & ((1 << 52) - 1);
    let (lead, exponent) = if raw == 0 { (0, -1022) } else { (1, raw - 1023) };
    format!("{sign}0x{lead}.{fraction:013x}p{}{}", if exponent < 0 { '-' } else { '+' }, exponent.abs())
}

pub fn from_hex(text: &[u8]) -> Outcome<f64> {
    let invalid = || Fault::value("invalid hexadecimal floating-point string");
    let too_large = || Fault::overflow("hexadecimal value too large to represent as a float");
    let s = float_text::trim(text);
    let (negative, mut rest) = match s.first() {
        Some(b'-') => (true, &s[1..]),
        Some(b'+') => (false, &s[1..]),
        _ => (false, s),
    };
    let signed = |x: f64| if negative { -x } else { x };
    let lower = rest.to_ascii_lowercase();
    match &lower[..] {
        b"inf" | b"infinity" => return Ok(signed(f64::INFINITY)),
        b"nan" => return Ok(signed(f64::NAN)),
        _ => {}
    }
    rest = &lower;
    if rest.starts_with(b"0x") {
        rest = &rest[2..];
    }
    let mut digits = Vec::new();
    let mut i = 0;
    let mut fraction = 0i64;
    let mut point = false;
    while i < rest.len() {
        let b = rest[i];
        if b == b'.' && !point {
            point = true;
        } else if let Some(d) = (b as char).to_digit(16) {
            digits.push(d as u8);
            fraction += point as i64;
        } else {
            break;
        }
        i += 1;
    }
    if digits.is_empty() {
        return Err(invalid());
    }
    let mut exponent: i64 = 0;
    if i < rest.len() && rest[i] == b'p' {
        i += 1;
        let minus = match rest.get(i) {
            Some(b'-') => {
                i += 1;
                true
            }
            Some(b'+') => {
                i += 1;
                false
            }
            _ => false,
        };
        let from = i;
        while i < rest.len() && rest[i].is_ascii_digit() {
            exponent = (exponent * 10 + (rest[i] - b'0') as i64).min(1 << 40);
            i += 1;
        }
        if i == from {
            return Err(invalid());
        }
        if minus {
            exponent = -exponent;
        }
    }
    if i != rest.len() {
        return Err(invalid());
    }
    let skip = digits.iter().take_while(|d| **d == 0).count();
    let digits = &digits[skip..];
    if digits.is_empty() {
        return Ok(signed(0.0));
    }
    // value = digits (an integer in base 16) * 2^(exponent - 4 * fraction)
    let exponent = exponent - 4 * fraction;
    let top = exponent + 4 * digits.len() as i64;
    if top > 1100 {
        return Err(too_large());
    }
    if top < -1200 {
        return Ok(signed(0.0));
    }
    let bytes: Vec<u8> = digits.to_vec();
    let n = num_bigint::BigUint::from_radix_be(&bytes, 16).ok_or_else(invalid)?;
    let x = scaled(&n, exponent);
    if x.is_infinite() {
        return Err(too_large());
    }
    Ok(signed(x))
}

/// `n * 2^exponent`, rounded once to the nearest float (ties to even), infinite when too large.
pub fn scaled(n: &num_bigint::BigUint, exponent: i64) -> f64 {
    let bits = n.bits() as i64;
    if bits == 0 {
        return 0.0;
    }
    let top = bits + exponent; // value in [2^(top-1), 2^top)
    if top > 1024 {
        return f64::INFINITY;
    }
    // The lowest bit that the result can hold.
    let low = (top - 53).max(-1074);
    let drop = low - exponent;
    let mantissa: u64 = if drop <= 0 {
        let wide = n << ((-drop) as usize);
        wide.iter_u64_digits().next().unwrap_or(0)
    } else {
        if drop > bits + 1 {
            return 0.0;
        }
        let kept = n >> (drop as usize);
        let mut m = kept.iter_u64_digits().next().unwrap_or(0);
        let half = n.bit((drop - 1) as u64);
        let sticky = n.trailing_zeros().unwrap_or(0) < (drop - 1) as u64;
        if half && (sticky || m & 1 == 1) {
            m += 1;
        }
        m
    };
    // mantissa <= 2^53, and the product is exact or overflows to infinity.
    let mut x = mantissa as f64;
    let mut e = low;
    while e > 1000 {
        x *= 2f64.powi(1000);
        e -= 1000;
    }
    while e < -1000 {
        // Exact: the mantissa was already cut to what the subnormal result can hold.
        let step = (-e).min(1000).min(53 + 900);
        x *= 2f64.powi(-(step as i32));
        e += step;
    }
    x * 2f64.powi(e as i32)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rounding() {
        assert_eq!(round_digits(2.675, 2).unwrap(), 2.67);
        assert_eq!(round_digits(1234.5, -2).unwrap(), 1200.0);
        assert_eq!(round_digits(1250.0, -2).unwrap(), 1200.0);
        assert_eq!(round_digits(1250.1, -2).unwrap(), 1300.0);
        assert_eq!(round_digits(0.5, 0).unwrap(), 0.0);
        assert_eq!(round_digits(1e22, -5).unwrap(), 1e22);
    }

    #[test]
    fn hex_both_ways() {
        for x in [1.0, 0.1, -3.5, 5e-324, 1.7976931348623157e308, 2.2250738585072014e-308, 1e-310] {
            assert_eq!(from_hex(hex(x).as_bytes()).unwrap(), x);
        }
        assert_eq!(hex(0.1), "0x1.999999999999ap-4");
        assert_eq!(from_hex(b"0x1p-1074").unwrap(), 5e-324);
        assert_eq!(from_hex(b"0x1.8p-1075").unwrap(), 5e-324);
        assert_eq!(from_hex(b"0x1p-1075").unwrap(), 0.0);
    }

    #[test]
    fn floored() {
        assert_eq!(divmod(-7.0, 2.0, "").unwrap(), (-4.0, 1.0));
        assert_eq!(divmod(7.5, -2.0, "").unwrap(), (-4.0, -0.5));
        assert!(modulo(-0.0, 3.0).unwrap().is_sign_positive());
    }
}

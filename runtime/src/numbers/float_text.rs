//! Floats as text: the shortest repr, the exact `e`/`f`/`g` conversions, and reading `float("...")`.
//!
//! Rust's own formatting is correctly rounded for every precision and gives the shortest digits that read back, so
//! what is left is CPython's choice between fixed and scientific notation and the look of the exponent.

use super::decimal::Digits;
use std::sync::atomic::{AtomicU64, Ordering};

/// Digits of a finite, non-negative number: `digits` is `d1 d2 d3...` and the value is `0.d1d2d3... * 10^point`.
pub struct Decimal {
    pub digits: Vec<u8>,
    pub point: i32,
}

/// Text on the stack: a float in scientific form, at its shortest.
struct Short {
    bytes: [u8; 32],
    len: usize,
}

impl std::fmt::Write for Short {
    fn write_str(&mut self, s: &str) -> std::fmt::Result {
        self.bytes[self.len..self.len + s.len()].copy_from_slice(s.as_bytes());
        self.len += s.len();
        Ok(())
    }
}

/// The shortest digits that read back as `x` (finite, sign ignored).
pub fn shortest(x: f64) -> Decimal {
    use std::fmt::Write;
    let x = x.abs();
    let mut text = Short { bytes: [0; 32], len: 0 };
    write!(text, "{x:e}").expect("at most 24 characters");
    let d = from_scientific(std::str::from_utf8(&text.bytes[..text.len]).expect("ascii"));
    // Two shortest candidates can be equally near (669592485425748.25): Rust rounds up, CPython to even. Then the exact
    // value has one digit more, and an odd number of 2^-k has k digits behind the point.
    let bits = x.to_bits();
    let last_bit = 1075 - (bits >> 52) as i32 - (bits | 1 << 52).trailing_zeros() as i32;
    if last_bit > 0 && last_bit == d.digits.len() as i32 - d.point + 1 {
        let even = format!("{:.*e}", d.digits.len() - 1, x);
        if even.parse() == Ok(x) {
            return from_scientific(&even);
        }
    }
    d
}

/// `count` significant digits of `x` (finite, sign ignored), correctly rounded.
pub fn significant(x: f64, count: usize) -> Decimal {
    debug_assert!(count > 0);
    // A double has at most 767 significant digits; beyond that there are only zeros.
    let exact = count.min(800);
    let mut d = from_scientific(&format!("{:.*e}", exact - 1, x.abs()));
    d.digits.resize(count, b'0');
    d
}

fn from_scientific(text: &str) -> Decimal {
    let (mantissa, exponent) = text.split_once('e').expect("scientific form");
    let mut digits = Vec::with_capacity(mantissa.len());
    digits.extend(mantissa.bytes().filter(|b| *b != b'.'));
    let point = exponent.parse::<i32>().expect("exponent") + 1;
    Decimal { digits, point }
}

/// `repr(x)` into `out`.
pub fn write_repr(out: &mut Vec<u8>, x: f64) {
    if x.is_nan() {
        return out.extend_from_slice(b"nan");
    }
    if x.is_infinite() {
        return out.extend_from_slice(if x < 0.0 { b"-inf" } else { b"inf" });
    }
    if x.is_sign_negative() {
        out.push(b'-');
    }
    let a = x.abs();
    // Whole numbers of moderate size are by far the most frequent: no digit generation for them.
    if a < 1e15 && a == a.trunc() {
        write_decimal(out, a as u64);
        return out.extend_from_slice(b".0");
    }
    let d = shortest(a);
    if d.point > 16 || d.point < -3 {
        write_scientific(out, &d.digits, d.point - 1, false);
    } else {
        write_fixed(out, &d.digits, d.point);
    }
}

pub fn repr(x: f64) -> String {
    let mut out = Vec::with_capacity(24);
    write_repr(&mut out, x);
    String::from_utf8(out).expect("ascii")
}

/// `repr` without the `.0` that marks a float, as complex numbers print their parts (`(1+2j)`).
pub fn repr_bare(x: f64) -> String {
    let mut text = repr(x);
    if text.ends_with(".0") {
        text.truncate(text.len() - 2);
    }
    text
}

pub fn write_decimal(out: &mut Vec<u8>, n: u64) {
    out.extend_from_slice(Digits::of_magnitude(n).bytes());
}

pub fn write_int(out: &mut Vec<u8>, n: i64) {
    if n < 0 {
        out.push(b'-');
    }
    write_decimal(out, n.unsigned_abs());
}

/// Fixed notation with at least one digit on each side of the point.
fn write_fixed(out: &mut Vec<u8>, digits: &[u8], point: i32) {
    if point <= 0 {
        out.extend_from_slice(b"0.");
        out.extend(std::iter::repeat_n(b'0', -point as usize));
        out.extend_from_slice(digits);
    } else if (point as usize) < digits.len() {
        out.extend_from_slice(&digits[..point as usize]);
        out.push(b'.');
        out.extend_from_slice(&digits[point as usize..]);
    } else {
        out.extend_from_slice(digits);
        out.extend(std::iter::repeat_n(b'0', point as usize - digits.len()));
        out.extend_from_slice(b".0");
    }
}

fn write_scientific(out: &mut Vec<u8>, digits: &[u8], exponent: i32, point_always: bool) {
    out.push(digits[0]);
    if digits.len() > 1 || point_always {
        out.push(b'.');
        out.extend_from_slice(&digits[1..]);
    }
    write_exponent(out, exponent);
}

fn write_exponent(out: &mut Vec<u8>, exponent: i32) {
    out.push(b'e');
    out.push(if exponent < 0 { b'-' } else { b'+' });
    let e = exponent.unsigned_abs();
    if e < 10 {
        out.push(b'0');
    }
    write_decimal(out, e as u64);
}

/// `x >= 0` with `precision` digits after the point, where 128 bits hold the digits exactly; else `false`.
fn write_exact(out: &mut Vec<u8>, x: f64, precision: usize) -> bool {
    const EXPONENT_OF_LAST_BIT: i32 = 1075;
    let bits = x.to_bits();
    let (exponent, fraction) = ((bits >> 52) as i32, bits & ((1 << 52) - 1));
    let shift = EXPONENT_OF_LAST_BIT - exponent;
    if precision > 18 || exponent == 0 || !(1..=120).contains(&shift) {
        return false;
    }
    // x * 10^precision = scaled / 2^shift, of which the rounded part must fit a word.
    let scaled = (fraction | 1 << 52) as u128 * 10u128.pow(precision as u32);
    let (mut whole, rest) = (scaled >> shift, scaled & ((1 << shift) - 1));
    let half = 1u128 << (shift - 1);
    if rest > half || rest == half && whole & 1 == 1 {
        whole += 1;
    }
    let Ok(whole) = u64::try_from(whole) else { return false };
    let digits = Digits::of_magnitude(whole);
    let digits = digits.bytes();
    if precision == 0 {
        out.extend_from_slice(digits);
        return true;
    }
    if digits.len() <= precision {
        out.extend_from_slice(b"0.");
        out.extend(std::iter::repeat_n(b'0', precision - digits.len()));
        out.extend_from_slice(digits);
    } else {
        let point = digits.len() - precision;
        out.extend_from_slice(&digits[..point]);
        out.push(b'.');
        out.extend_from_slice(&digits[point..]);
    }
    true
}

/// The conversions of `format(x, ".3f")` and `"%.3f" % x` on the magnitude of `x`; the sign is the caller's.
/// `kind` is one of `e E f F g G r` (`r`: repr's digits in `g` style, what an empty format type uses without precision).
/// `alternate` keeps the point and, for `g`, trailing zeros. `add_dot_zero` makes `1` read `1.0`.
pub fn write_magnitude(
    out: &mut Vec<u8>,
    x: f64,
    kind: u8,
    precision: usize,
    alternate: bool,
    add_dot_zero: bool,
) {
    let upper = kind.is_ascii_uppercase();
    if !x.is_finite() {
        let text: &[u8] = match (x.is_nan(), upper) {
            (true, false) => b"nan",
            (true, true) => b"NAN",
            (false, false) => b"inf",
            (false, true) => b"INF",
        };
        return out.extend_from_slice(text);
    }
    let x = x.abs();
    let start = out.len();
    match kind.to_ascii_lowercase() {
        b'e' => {
            let d = significant(x, precision + 1);
            write_scientific(out, &d.digits, d.point - 1, alternate);
        }
        b'f' => {
            // At most 1074 digits follow the point of a double.
            let exact = precision.min(1100);
            if !write_exact(out, x, exact) {
                use std::io::Write;
                write!(out, "{:.*}", exact, x).expect("writing to memory");
            }
            if precision > exact {
                out.extend(std::iter::repeat_n(b'0', precision - exact));
            }
            if precision == 0 && alternate {
                out.push(b'.');
            }
        }
        b'g' | b'r' => {
            let repr = kind == b'r';
            let (mut d, low, high) = if repr {
                let d = shortest(x);
                (d, -4, 16)
            } else {
                let precision = precision.max(1);
                (significant(x, precision), -4, precision as i32)
            };
            if !alternate {
                while d.digits.len() > 1 && d.digits.last() == Some(&b'0') {
                    d.digits.pop();
                }
            }
            let exponent = d.point - 1;
            // With `.0` forced (an empty format type with precision), CPython leaves fixed notation one digit earlier.
            let high = if add_dot_zero && !repr { high - 1 } else { high };
            if exponent < low || exponent >= high {
                write_scientific(out, &d.digits, exponent, alternate);
            } else {
                let begin = out.len();
                write_fixed(out, &d.digits, d.point);
                let whole = d.point > 0 && d.point as usize >= d.digits.len();
                if whole && !add_dot_zero {
                    // Drop the `.0` that write_fixed put, keep the point when asked for.
                    out.truncate(out.len() - if alternate { 1 } else { 2 });
                }
                debug_assert!(out.len() > begin);
            }
        }
        _ => unreachable!("float conversion"),
    }
    if upper {
        out[start..].make_ascii_uppercase();
    }
}

/// What `float(text)` reads: `text` is ASCII with decimal digits already transliterated. `None` when it is not a number.
pub fn parse(text: &[u8]) -> Option<f64> {
    let trimmed = trim(text);
    if trimmed.is_empty() {
        return None;
    }
    if !trimmed.contains(&b'_') {
        return parse_plain(trimmed);
    }
    // An underscore stands between two digits.
    let mut clean = Vec::with_capacity(trimmed.len());
    for (i, &b) in trimmed.iter().enumerate() {
        if b == b'_' {
            let before = i > 0 && trimmed[i - 1].is_ascii_digit();
            let after = trimmed.get(i + 1).is_some_and(u8::is_ascii_digit);
            if !before || !after {
                return None;
            }
        } else {
            clean.push(b);
        }
    }
    parse_plain(&clean)
}

fn parse_plain(text: &[u8]) -> Option<f64> {
    let (value, used) = parse_prefix(text)?;
    (used == text.len()).then_some(value)
}

/// A nan that no other is identical to: what `float("nan")` gives is a new object each time, and containers compare
/// identities first. Floats have no identity here, so their bits stand for it.
fn own_nan() -> f64 {
    static NANS: AtomicU64 = AtomicU64::new(1);
    let payload = NANS.fetch_add(1, Ordering::Relaxed) % (1 << 51);
    f64::from_bits(f64::NAN.to_bits() | payload)
}

/// The longest float at the start of `text` and how many bytes it takes (for complex numbers, too).
pub fn parse_prefix(text: &[u8]) -> Option<(f64, usize)> {
    let mut i = 0;
    let negative = match text.first() {
        Some(b'-') => {
            i = 1;
            true
        }
        Some(b'+') => {
            i = 1;
            false
        }
        _ => false,
    };
    let sign = if negative { -1.0 } else { 1.0 };
    let rest = &text[i..];
    for (word, value) in
        [(&b"infinity"[..], f64::INFINITY), (&b"inf"[..], f64::INFINITY), (&b"nan"[..], f64::NAN)]
    {
        if rest.len() >= word.len() && rest[..word.len()].eq_ignore_ascii_case(word) {
            let value = if value.is_nan() { own_nan() } else { value };
            return Some((f64::copysign(value, sign), i + word.len()));
        }
    }
    let digits_from = i;
    while i < text.len() && text[i].is_ascii_digit() {
        i += 1;
    }
    let mut digits = i - digits_from;
    if i < text.len() && text[i] == b'.' {
        let point = i;
        i += 1;
        while i < text.len() && text[i].is_ascii_digit() {
            i += 1;
        }
        digits += i - point - 1;
    }
    if digits == 0 {
        return None;
    }
    if i < text.len() && (text[i] == b'e' || text[i] == b'E') {
        let mut j = i + 1;
        if j < text.len() && (text[j] == b'+' || text[j] == b'-') {
            j += 1;
        }
        let exponent_from = j;
        while j < text.len() && text[j].is_ascii_digit() {
            j += 1;
        }
        if j > exponent_from {
            i = j;
        }
    }
    let number = std::str::from_utf8(&text[..i]).expect("ascii");
    Some((number.parse::<f64>().ok()?, i))
}

/// Without the ASCII white space that `str.strip` takes away.
pub fn trim(text: &[u8]) -> &[u8] {
    let space = |b: &u8| matches!(b, 9..=13 | 28..=32);
    let start = text.iter().position(|b| !space(b)).unwrap_or(text.len());
    let end = text.iter().rposition(|b| !space(b)).map_or(start, |e| e + 1);
    &text[start..end]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn repr_is_cpythons() {
        for (x, text) in [
            (0.0, "0.0"),
            (-0.0, "-0.0"),
            (1.0, "1.0"),
            (0.1, "0.1"),
            (1e16, "1e+16"),
            (1e15, "1000000000000000.0"),
            (123456789012345680.0, "1.2345678901234568e+17"),
            (1234567890123456.8, "1234567890123456.8"),
            (0.0001, "0.0001"),
            (0.00001, "1e-05"),
            (5e-324, "5e-324"),
            (1.5e300, "1.5e+300"),
            (9007199254740992.0, "9007199254740992.0"),
            (5356739883405986.0 / 8.0, "669592485425748.2"),
            (5356739883405990.0 / 8.0, "669592485425748.8"),
        ] {
            assert_eq!(repr(x), text);
        }
    }

    fn magnitude(x: f64, kind: u8, precision: usize) -> String {
        let mut out = Vec::new();
        write_magnitude(&mut out, x, kind, precision, false, false);
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn conversions() {
        assert_eq!(magnitude(2.5, b'f', 0), "2");
        assert_eq!(magnitude(0.125, b'f', 2), "0.12");
        assert_eq!(magnitude(1234.5678, b'e', 3), "1.235e+03");
        assert_eq!(magnitude(1234.5678, b'g', 6), "1234.57");
        assert_eq!(magnitude(1e10, b'g', 6), "1e+10");
        assert_eq!(magnitude(100000.0, b'g', 6), "100000");
        assert_eq!(magnitude(0.0001, b'g', 6), "0.0001");
        assert_eq!(magnitude(0.0, b'g', 6), "0");
    }

    #[test]
    fn reads() {
        assert_eq!(parse(b" 1_000.5\n"), Some(1000.5));
        assert_eq!(parse(b"1__0"), None);
        assert_eq!(parse(b"_1"), None);
        assert_eq!(parse(b".5"), Some(0.5));
        assert_eq!(parse(b"5."), Some(5.0));
        assert_eq!(parse(b"."), None);
        assert_eq!(parse(b"1e400"), Some(f64::INFINITY));
        assert_eq!(parse(b"-Infinity"), Some(f64::NEG_INFINITY));
        assert_eq!(parse(b"1e"), None);
    }
}

//! Complex arithmetic as CPython does it (plain products, Smith's division), repr, and reading `complex("...")`.

use super::fault::{Fault, Outcome};
use super::float_text;

#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Complex {
    pub re: f64,
    pub im: f64,
}

pub fn new(re: f64, im: f64) -> Complex {
    Complex { re, im }
}

pub fn add(a: Complex, b: Complex) -> Complex {
    new(a.re + b.re, a.im + b.im)
}

pub fn sub(a: Complex, b: Complex) -> Complex {
    new(a.re - b.re, a.im - b.im)
}

pub fn mul(a: Complex, b: Complex) -> Complex {
    new(a.re * b.re - a.im * b.im, a.re * b.im + a.im * b.re)
}

fn quotient(a: Complex, b: Complex) -> Option<Complex> {
    let (abs_re, abs_im) = (b.re.abs(), b.im.abs());
    if abs_re >= abs_im {
        if abs_re == 0.0 {
            return None;
        }
        let ratio = b.im / b.re;
        let denom = b.re + b.im * ratio;
        Some(new((a.re + a.im * ratio) / denom, (a.im - a.re * ratio) / denom))
    } else if abs_im >= abs_re {
        let ratio = b.re / b.im;
        let denom = b.re * ratio + b.im;
        Some(new((a.re * ratio + a.im) / denom, (a.im * ratio - a.re) / denom))
    } else {
        Some(new(f64::NAN, f64::NAN))
    }
}

pub fn div(a: Complex, b: Complex) -> Outcome<Complex> {
    quotient(a, b).ok_or_else(|| Fault::zero_division("complex division by zero"))
}

pub fn pow(a: Complex, b: Complex) -> Outcome<Complex> {
    let zero_base = || Fault::zero_division("0.0 to a negative or complex power");
    let r = if b.im == 0.0 && b.re == b.re.floor() && b.re.abs() <= 100.0 {
        let n = b.re as i64;
        if n > 0 {
            pow_whole(a, n as u64)
        } else {
            quotient(new(1.0, 0.0), pow_whole(a, n.unsigned_abs())).ok_or_else(zero_base)?
        }
    } else if a.re == 0.0 && a.im == 0.0 {
        if b.im != 0.0 || b.re < 0.0 {
            return Err(zero_base());
        }
        new(0.0, 0.0)
    } else {
        let size = a.re.hypot(a.im);
        let mut length = size.powf(b.re);
        let angle = a.im.atan2(a.re);
        let mut phase = angle * b.re;
        if b.im != 0.0 {
            length *= (-angle * b.im).exp();
            phase += b.im * size.ln();
        }
        new(length * phase.cos(), length * phase.sin())
    };
    if r.re.is_infinite() || r.im.is_infinite() {
        return Err(Fault::overflow("complex exponentiation"));
    }
    Ok(r)
}

fn pow_whole(a: Complex, n: u64) -> Complex {
    let mut r = new(1.0, 0.0);
    let mut p = a;
    let mut mask = 1;
    while n >= mask {
        if n & mask != 0 {
            r = mul(r, p);
        }
        mask <<= 1;
        p = mul(p, p);
    }
    r
}

pub fn abs(a: Complex) -> Outcome<f64> {
    let r = a.re.hypot(a.im);
    if r.is_infinite() && a.re.is_finite() && a.im.is_finite() {
        return Err(Fault::overflow("absolute value too large"));
    }
    Ok(r)
}

/// `2j`, `(1+2j)`, `(-0-1e-05j)`, `(inf+nanj)`.
pub fn repr(a: Complex) -> String {
    if a.re == 0.0 && a.re.is_sign_positive() {
        return format!("{}j", float_text::repr_bare(a.im));
    }
    let im = float_text::repr_bare(a.im);
    let plus = if im.starts_with('-') { "" } else { "+" };
    format!("({}{plus}{im}j)", float_text::repr_bare(a.re))
}

/// What `complex(text)` reads. `None` for anything else.
pub fn parse(text: &[u8]) -> Option<Complex> {
    let mut s = float_text::trim(text);
    if s.first() == Some(&b'(') {
        s = s.strip_prefix(b"(")?.strip_suffix(b")")?;
        s = float_text::trim(s);
    }
    let clean;
    if s.contains(&b'_') {
        for (i, b) in s.iter().enumerate() {
            if *b == b'_'
                && !(i > 0 && s[i - 1].is_ascii_digit() && s.get(i + 1).is_some_and(u8::is_ascii_digit))
            {
                return None;
            }
        }
        clean = s.iter().copied().filter(|b| *b != b'_').collect::<Vec<u8>>();
        s = &clean;
    }
    let is_j = |b: Option<&u8>| matches!(b, Some(b'j' | b'J'));
    let number = float_text::parse_prefix(s);
    let Some((first, used)) = number else {
        // "j", "+j", "-j"
        let (sign, at) = match s.first() {
            Some(b'+') => (1.0, 1),
            Some(b'-') => (-1.0, 1),
            _ => (1.0, 0),
        };
        return (is_j(s.get(at)) && s.len() == at + 1).then_some(new(0.0, sign));
    };
    let rest = &s[used..];
    if rest.is_empty() {
        return Some(new(first, 0.0));
    }
    if is_j(rest.first()) {
        return (rest.len() == 1).then_some(new(0.0, first));
    }
    let sign = match rest[0] {
        b'+' => 1.0,
        b'-' => -1.0,
        _ => return None,
    };
    let (im, used) = match float_text::parse_prefix(rest) {
        Some((x, used)) => (x, used),
        None => (sign, 1),
    };
    (is_j(rest.get(used)) && rest.len() == used + 1).then_some(new(first, im))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text() {
        assert_eq!(repr(new(1.0, -2.5)), "(1-2.5j)");
        assert_eq!(repr(new(0.0, 1.0)), "1j");
        assert_eq!(repr(new(-0.0, 1.0)), "(-0+1j)");
        assert_eq!(parse(b"1+2j"), Some(new(1.0, 2.0)));
        assert_eq!(parse(b" (3-j) "), Some(new(3.0, -1.0)));
        assert_eq!(parse(b"j"), Some(new(0.0, 1.0)));
        assert_eq!(parse(b"1e3"), Some(new(1000.0, 0.0)));
        assert_eq!(parse(b"1 + 2j"), None);
        assert_eq!(parse(b"1+2"), None);
    }
}

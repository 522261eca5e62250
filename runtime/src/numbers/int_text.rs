//! Integers as text: reading `int("...")` in every base, writing decimal, hexadecimal, octal and binary.

use super::float_text::trim;
use num_bigint::{BigInt as Big, BigUint, Sign};
use std::sync::atomic::{AtomicUsize, Ordering};

/// `sys.set_int_max_str_digits`: decimal conversions of longer numbers are refused; 0 means no limit.
static MAX_STR_DIGITS: AtomicUsize = AtomicUsize::new(4300);

pub fn max_str_digits() -> usize {
    MAX_STR_DIGITS.load(Ordering::Relaxed)
}

pub fn set_max_str_digits(limit: usize) {
    MAX_STR_DIGITS.store(limit, Ordering::Relaxed);
}

pub enum Parsed {
    Small(i64),
    Big(Big),
    /// Not a literal of that base: the caller knows the text to quote.
    Invalid,
    /// More decimal digits than the limit allows.
    TooLong(usize),
}

pub fn too_long_to_read(digits: usize) -> String {
    format!(
        "Exceeds the limit ({} digits) for integer string conversion: value has {digits} digits; use \
         sys.set_int_max_str_digits() to increase the limit",
        max_str_digits()
    )
}

pub fn too_long_to_write() -> String {
    format!(
        "Exceeds the limit ({} digits) for integer string conversion; use sys.set_int_max_str_digits() to increase \
         the limit",
        max_str_digits()
    )
}

/// The common case: a sign perhaps, and digits that surely fit.
#[inline]
pub fn plain(text: &[u8]) -> Option<i64> {
    let (negative, digits) = match text {
        [b'-', digits @ ..] => (true, digits),
        digits => (false, digits),
    };
    if digits.is_empty() || digits.len() > 18 {
        return None;
    }
    let mut n = 0;
    for b in digits {
        let d = b.wrapping_sub(b'0');
        if d > 9 {
            return None;
        }
        n = n * 10 + d as i64;
    }
    Some(if negative { -n } else { n })
}

/// Reads ASCII text (other decimal digits already transliterated). `base` is 0 or 2..=36.
pub fn parse(text: &[u8], base: u32) -> Parsed {
    if base == 10
        && let Some(n) = plain(text)
    {
        return Parsed::Small(n);
    }
    let s = trim(text);
    let (negative, mut s) = match s.first() {
        Some(b'-') => (true, &s[1..]),
        Some(b'+') => (false, &s[1..]),
        _ => (false, s),
    };
    let mut base = base;
    let prefix = if s.len() >= 2 && s[0] == b'0' {
        match s[1] | 0x20 {
            b'x' => 16,
            b'o' => 8,
            b'b' => 2,
            _ => 0,
        }
    } else {
        0
    };
    let mut only_zeros = false;
    if base == 0 {
        if prefix != 0 {
            base = prefix;
        } else {
            base = 10;
            // `int("010", 0)` is refused as the literal would be; `"00"` is zero.
            only_zeros = s.first() == Some(&b'0');
        }
    }
    if prefix != 0 && prefix == base {
        s = &s[2..];
        // One underscore may follow the prefix.
        if s.first() == Some(&b'_') {
            s = &s[1..];
        }
    }
    if s.is_empty() {
        return Parsed::Invalid;
    }
    let mut value: u64 = 0;
    let mut fits = true;
    let mut digits: Vec<u8> = Vec::new();
    let mut count = 0usize;
    let mut previous_underscore = true;
    for (i, &b) in s.iter().enumerate() {
        if b == b'_' {
            if previous_underscore {
                return Parsed::Invalid;
            }
            previous_underscore = true;
            continue;
        }
        previous_underscore = false;
        let d = match b.wrapping_sub(b'0') {
            d @ 0..=9 => Some(d as u32),
            _ => (b as char).to_digit(36),
        };
        let Some(d) = d.filter(|d| *d < base) else {
            return Parsed::Invalid;
        };
        count += 1;
        if only_zeros && d != 0 {
            return Parsed::Invalid;
        }
        if fits {
            match value.checked_mul(base as u64).and_then(|v| v.checked_add(d as u64)) {
                Some(v) => value = v,
                None => {
                    fits = false;
                    digits.reserve(s.len());
                    digits.extend(s[..i].iter().filter(|b| **b != b'_').map(|b| digit(*b)));
                }
            }
        }
        if !fits {
            digits.push(d as u8);
        }
    }
    if previous_underscore {
        return Parsed::Invalid;
    }
    if fits {
        if !negative && value <= i64::MAX as u64 {
            return Parsed::Small(value as i64);
        }
        if negative && value <= 1 << 63 {
            return Parsed::Small((value as i64).wrapping_neg());
        }
        let sign = if negative { Sign::Minus } else { Sign::Plus };
        return Parsed::Big(Big::from_biguint(sign, BigUint::from(value)));
    }
    let limit = max_str_digits();
    if limit != 0 && count > limit && !base.is_power_of_two() {
        return Parsed::TooLong(count);
    }
    let magnitude = match base == 10 && digits.len() <= (SHORT - 1) * CHUNK {
        true => short_number(&digits),
        false => BigUint::from_radix_be(&digits, base).expect("digits below the base"),
    };
    let sign = if negative { Sign::Minus } else { Sign::Plus };
    Parsed::Big(Big::from_biguint(sign, magnitude))
}

fn digit(b: u8) -> u8 {
    (b as char).to_digit(36).expect("checked digit") as u8
}

/// Up to this many limbs, some 640 digits, taking off 19 digits at a time is the fastest way to text and back. No limit on
/// digits is lower.
pub const SHORT: usize = 33;
const CHUNK: usize = 19;
const CHUNK_UNIT: u64 = 10u64.pow(CHUNK as u32);

/// `str(n)` of a short one.
pub fn short_decimal(limbs: &[u64], negative: bool) -> String {
    let mut rest = [0; SHORT];
    rest[..limbs.len()].copy_from_slice(limbs);
    let mut len = limbs.len();
    let mut text = [0; SHORT * 20 + CHUNK + 1];
    let mut at = text.len();
    while len > 0 {
        let mut chunk = 0;
        for limb in rest[..len].iter_mut().rev() {
            (*limb, chunk) = super::limbs::divide_wide(chunk, *limb, CHUNK_UNIT);
        }
        len -= (rest[len - 1] == 0) as usize;
        for _ in 0..CHUNK {
            at -= 1;
            text[at] = b'0' + (chunk % 10) as u8;
            chunk /= 10;
        }
    }
    at += text[at..].iter().take_while(|b| **b == b'0').count();
    if negative {
        at -= 1;
        text[at] = b'-';
    }
    text[at..].iter().map(|b| char::from(*b)).collect()
}

/// The number with these decimal digits, at most as many as make [`SHORT`] limbs.
fn short_number(digits: &[u8]) -> BigUint {
    let mut limbs = [0u64; SHORT + 1];
    let mut len = 0;
    let (first, rest) = digits.split_at(digits.len() % CHUNK);
    for chunk in std::iter::once(first).chain(rest.chunks(CHUNK)) {
        let mut carry = chunk.iter().fold(0, |n, d| n * 10 + *d as u64);
        for limb in &mut limbs[..len] {
            let wide = *limb as u128 * CHUNK_UNIT as u128 + carry as u128;
            *limb = wide as u64;
            carry = (wide >> 64) as u64;
        }
        if carry != 0 {
            limbs[len] = carry;
            len += 1;
        }
    }
    BigUint::new(limbs[..len].iter().flat_map(|limb| [*limb as u32, (*limb >> 32) as u32]).collect())
}

/// `str(n)`; `None` when it has more digits than the limit.
pub fn decimal(n: &Big) -> Option<String> {
    let limit = max_str_digits();
    if limit != 0 {
        // 10^d has about 3.3219 d bits; only near the limit the digits must be counted.
        let bits = n.bits();
        if bits as f64 > (limit as f64 + 1.0) * std::f64::consts::LOG2_10 {
            return None;
        }
        let text = n.to_string();
        let digits = text.len() - (n.sign() == Sign::Minus) as usize;
        return (digits <= limit).then_some(text);
    }
    Some(n.to_string())
}

/// Digits of `|n|` in base 2, 8 or 16, without prefix.
pub fn radix_magnitude(n: &Big, base: u32) -> String {
    n.magnitude().to_str_radix(base)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn small(text: &str, base: u32) -> Option<i64> {
        match parse(text.as_bytes(), base) {
            Parsed::Small(n) => Some(n),
            _ => None,
        }
    }

    #[test]
    fn literals() {
        assert_eq!(small(" -42\n", 10), Some(-42));
        assert_eq!(small("1_000", 10), Some(1000));
        assert_eq!(small("1__0", 10), None);
        assert_eq!(small("_1", 10), None);
        assert_eq!(small("0x_ff", 16), Some(255));
        assert_eq!(small("ff", 16), Some(255));
        assert_eq!(small("0b101", 0), Some(5));
        assert_eq!(small("010", 0), None);
        assert_eq!(small("00", 0), Some(0));
        assert_eq!(small("0", 0), Some(0));
        assert_eq!(small("z", 36), Some(35));
        assert_eq!(small("", 10), None);
        assert_eq!(small("0x", 16), None);
        assert_eq!(small("-9223372036854775808", 10), Some(i64::MIN));
        assert_eq!(small("0b1", 16), Some(0xb1));
        assert!(matches!(parse(b"9223372036854775808", 10), Parsed::Big(_)));
    }
}

//! Arithmetic on big integers with Python's meaning, over num-bigint.

use super::fault::{Fault, Outcome};
use super::float_ops::{exact_integer, scaled};
use num_bigint::{BigInt as Big, BigUint, Sign};
use num_integer::Integer;
use num_traits::{One, Signed, ToPrimitive, Zero};
use std::cmp::Ordering;

/// `a / b` as the nearest float.
pub fn true_div(a: &Big, b: &Big) -> Outcome<f64> {
    if b.is_zero() {
        return Err(Fault::zero_division("division by zero"));
    }
    if a.is_zero() {
        return Ok(if b.is_negative() { -0.0 } else { 0.0 });
    }
    let negative = a.is_negative() != b.is_negative();
    let (n, d) = (a.magnitude(), b.magnitude());
    // A quotient with at least 66 bits, its last bit sticky, rounds to a float as the exact quotient does.
    let shift = 66 - (n.bits() as i64 - d.bits() as i64);
    let (mut q, r) =
        if shift >= 0 { (n << shift as usize).div_rem(d) } else { n.div_rem(&(d << (-shift) as usize)) };
    if !r.is_zero() {
        q |= BigUint::one();
    }
    let x = scaled(&q, -shift);
    if x.is_infinite() {
        return Err(Fault::overflow("integer division result too large for a float"));
    }
    Ok(if negative { -x } else { x })
}

/// `float(n)`.
pub fn to_f64(n: &Big) -> Outcome<f64> {
    let x = scaled(n.magnitude(), 0);
    if x.is_infinite() {
        return Err(Fault::overflow("int too large to convert to float"));
    }
    Ok(if n.is_negative() { -x } else { x })
}

/// Exact comparison; `None` for a NaN.
pub fn compare_f64(n: &Big, x: f64) -> Option<Ordering> {
    if x.is_nan() {
        return None;
    }
    if x.is_infinite() {
        return Some(if x > 0.0 { Ordering::Less } else { Ordering::Greater });
    }
    let whole = x.trunc();
    let order = n.cmp(&exact_integer(whole));
    Some(order.then_with(|| 0.0f64.partial_cmp(&(x - whole)).expect("finite")))
}

/// Exact comparison of an int that fits a word with a float.
#[inline]
pub fn compare_i64_f64(n: i64, x: f64) -> Option<Ordering> {
    // Below 2^53 the conversion is exact.
    if n.unsigned_abs() <= 1 << 53 {
        return (n as f64).partial_cmp(&x);
    }
    if x.is_nan() {
        return None;
    }
    if x >= 9223372036854775808.0 {
        return Some(Ordering::Less);
    }
    if x < -9223372036854775808.0 {
        return Some(Ordering::Greater);
    }
    let whole = x.trunc();
    Some(n.cmp(&(whole as i64)).then_with(|| 0.0f64.partial_cmp(&(x - whole)).expect("finite")))
}

/// `a ** b` for b >= 0.
pub fn pow(a: &Big, b: &Big) -> Outcome<Big> {
    if let Some(e) = b.to_u64() {
        if e <= u32::MAX as u64 || a.magnitude().is_one() || a.is_zero() {
            return Ok(num_traits::Pow::pow(a, e));
        }
    } else if a.is_zero() {
        return Ok(Big::zero());
    } else if a.magnitude().is_one() {
        return Ok(if a.is_negative() && b.is_odd() { -Big::one() } else { Big::one() });
    }
    Err(Fault::memory())
}

/// `pow(a, b, m)`.
pub fn pow_mod(a: &Big, b: &Big, m: &Big) -> Outcome<Big> {
    if m.is_zero() {
        return Err(Fault::value("pow() 3rd argument cannot be 0"));
    }
    if b.is_negative() {
        let modulus = m.abs();
        let inverse = inverse(a, &modulus)
            .ok_or_else(|| Fault::value("base is not invertible for the given modulus"))?;
        return Ok(inverse.modpow(&-b, m).mod_floor(m));
    }
    Ok(a.modpow(b, m))
}

fn inverse(a: &Big, modulus: &Big) -> Option<Big> {
    if modulus.is_one() {
        return Some(Big::zero());
    }
    let (mut r0, mut r1) = (modulus.clone(), a.mod_floor(modulus));
    let (mut t0, mut t1) = (Big::zero(), Big::one());
    while !r1.is_zero() {
        let (q, r) = r0.div_rem(&r1);
        let t = &t0 - &q * &t1;
        r0 = std::mem::replace(&mut r1, r);
        t0 = std::mem::replace(&mut t1, t);
    }
    r0.is_one().then(|| t0.mod_floor(modulus))
}

/// `math.isqrt` for n >= 0.
pub fn isqrt(n: &Big) -> Big {
    n.sqrt()
}

pub fn bit_count(n: &Big) -> u64 {
    n.iter_u64_digits().map(|d| d.count_ones() as u64).sum()
}

/// `n.to_bytes(length, order, signed=signed)`.
pub fn to_bytes(n: &Big, length: usize, big_endian: bool, signed: bool) -> Outcome<Vec<u8>> {
    if !crate::memory::has_room(length.saturating_mul(2)) {
        return Err(Fault::memory());
    }
    let too_big = || Fault::overflow("int too big to convert");
    if n.is_negative() && !signed {
        return Err(Fault::overflow("can't convert negative int to unsigned"));
    }
    let mut bytes = if signed {
        let mut b = n.to_signed_bytes_le();
        if n.is_zero() {
            b.clear();
        }
        b
    } else if n.is_zero() {
        Vec::new()
    } else {
        n.magnitude().to_bytes_le()
    };
    if bytes.len() > length {
        return Err(too_big());
    }
    let fill = if n.is_negative() { 0xff } else { 0 };
    bytes.resize(length, fill);
    if big_endian {
        bytes.reverse();
    }
    Ok(bytes)
}

pub fn from_bytes(bytes: &[u8], big_endian: bool, signed: bool) -> Big {
    match (big_endian, signed) {
        (true, true) => Big::from_signed_bytes_be(bytes),
        (false, true) => Big::from_signed_bytes_le(bytes),
        (true, false) => Big::from_bytes_be(Sign::Plus, bytes),
        (false, false) => Big::from_bytes_le(Sign::Plus, bytes),
    }
}

/// `round(n, -digits)`: to a multiple of 10^digits, ties to even.
pub fn round_to_power_of_ten(n: &Big, digits: u64) -> Big {
    if digits > n.bits() {
        return Big::zero();
    }
    let unit = num_traits::pow(Big::from(10), digits as usize);
    let (q, r) = n.div_mod_floor(&unit);
    let up = match (&r * 2u32).cmp(&unit) {
        Ordering::Greater => true,
        Ordering::Less => false,
        Ordering::Equal => q.is_odd(),
    };
    (if up { q + 1 } else { q }) * unit
}

#[cfg(test)]
mod tests {
    use super::*;

    fn big(text: &str) -> Big {
        text.parse().unwrap()
    }

    #[test]
    fn division() {
        assert_eq!(true_div(&big("1"), &big("3")).unwrap(), 1.0 / 3.0);
        assert_eq!(true_div(&(Big::one() << 2000usize), &(Big::one() << 1999usize)).unwrap(), 2.0);
        assert_eq!(true_div(&big("-7"), &big("2")).unwrap(), -3.5);
        assert!(true_div(&(Big::one() << 2000usize), &big("1")).is_err());
        assert_eq!(true_div(&big("9007199254740993"), &big("1")).unwrap(), 9007199254740992.0);
        assert_eq!(true_div(&big("1"), &(Big::one() << 1074usize)).unwrap(), 5e-324);
    }

    #[test]
    fn powers() {
        assert_eq!(pow_mod(&big("3"), &big("-1"), &big("7")).unwrap(), big("5"));
        assert!(pow_mod(&big("2"), &big("-1"), &big("4")).is_err());
        assert_eq!(pow_mod(&big("2"), &big("10"), &big("-7")).unwrap(), big("-5"));
    }

    #[test]
    fn bytes() {
        assert_eq!(to_bytes(&big("-1"), 2, true, true).unwrap(), [255, 255]);
        assert_eq!(to_bytes(&big("1024"), 2, false, false).unwrap(), [0, 4]);
        assert!(to_bytes(&big("256"), 1, true, false).is_err());
        assert!(to_bytes(&big("0"), 0, true, false).unwrap().is_empty());
    }
}

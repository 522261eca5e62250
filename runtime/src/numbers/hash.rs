//! Hashes of numbers: one function for int, float, complex and Fraction alike, modulo the prime 2^61 - 1.
//!
//! Equal numbers have equal hashes whatever their type: `hash(1) == hash(1.0) == hash(True) == hash(Fraction(1))`.

pub const MODULUS: u64 = (1 << 61) - 1;
const BITS: u32 = 61;
pub const INFINITY: i64 = 314159;
pub const IMAGINARY: u64 = 1_000_003;

#[inline]
fn finish(h: u64, negative: bool) -> i64 {
    let h = if negative { -(h as i64) } else { h as i64 };
    if h == -1 { -2 } else { h }
}

#[inline(always)]
pub fn hash_i64(n: i64) -> i64 {
    let a = n.unsigned_abs();
    if a < MODULUS {
        return if n == -1 { -2 } else { n };
    }
    hash_great_i64(n)
}

#[inline(never)]
fn hash_great_i64(n: i64) -> i64 {
    let a = n.unsigned_abs();
    let a = (a & MODULUS) + (a >> BITS);
    let a = if a >= MODULUS { a - MODULUS } else { a };
    finish(a, n < 0)
}

/// Magnitude in 64-bit limbs, least significant first.
pub fn hash_limbs(limbs: &[u64], negative: bool) -> i64 {
    let mut h: u64 = 0;
    for &limb in limbs.iter().rev() {
        let wide = ((h as u128) << 64) | limb as u128;
        h = (wide % MODULUS as u128) as u64;
    }
    finish(h, negative)
}

/// `None` for a NaN, whose hash is the object's identity in CPython.
pub fn hash_f64(x: f64) -> Option<i64> {
    if x.is_nan() {
        return None;
    }
    if x.is_infinite() {
        return Some(if x > 0.0 { INFINITY } else { -INFINITY });
    }
    if x.abs() < 9.0e18 && x == x.trunc() {
        return Some(hash_i64(x as i64));
    }
    let (mantissa, exponent) = super::float_ops::decompose(x.abs());
    // mantissa < 2^53 < MODULUS; multiplying by 2^k modulo 2^61-1 rotates the 61 bits.
    let k = (exponent as i64).rem_euclid(BITS as i64) as u32;
    let h = if k == 0 { mantissa } else { ((mantissa << k) & MODULUS) | (mantissa >> (BITS - k)) };
    Some(finish(h, x < 0.0))
}

pub fn hash_complex(re: i64, im: i64) -> i64 {
    let h = (re as u64).wrapping_add(IMAGINARY.wrapping_mul(im as u64)) as i64;
    if h == -1 { -2 } else { h }
}

#[cfg(test)]
mod tests {
    use super::*;
    #[test]
    fn known_values() {
        assert_eq!(hash_i64(-1), -2);
        assert_eq!(hash_i64((1 << 61) - 1), 0);
        assert_eq!(hash_i64(i64::MIN), -4);
        assert_eq!(hash_f64(0.5), Some(1152921504606846976));
        assert_eq!(hash_f64(1e300), Some(hash_f64(1e300).unwrap()));
        assert_eq!(hash_f64(-2.5), Some(-1152921504606846978));
        assert_eq!(hash_limbs(&[0, 1], false), 8);
    }
}

//! Functions of integers: `gcd`, `lcm`, `factorial`, `comb`, `perm`, `isqrt`.

use crate::core::{Args, R, Value};
use crate::numbers::int_object::{self, Int, as_int, from_big, from_i128, from_u64};
use crate::objects::ops;
use num_bigint::BigUint;
use num_integer::Integer;
use runtime_interface::tag;

fn int_argument(v: Value) -> R<Int> {
    let v = ops::index(v)?;
    Ok(as_int(v).expect("index gives an int"))
}

pub(super) fn gcd_words(a: u64, b: u64) -> u64 {
    a.gcd(&b)
}

fn gcd_of(a: Int, b: Int) -> Value {
    if let (Int::Small(a), Int::Small(b)) = (a, b) {
        return from_u64(gcd_words(a.unsigned_abs(), b.unsigned_abs()));
    }
    int_object::gcd(a, b)
}

pub fn gcd(args: &Args) -> R {
    args.no_keywords("math.gcd")?;
    let mut result = Value::int(0);
    for &v in args.pos {
        let n = int_argument(v)?;
        result = gcd_of(as_int(result).expect("an int"), n);
    }
    Ok(result)
}

pub fn lcm(args: &Args) -> R {
    args.no_keywords("math.lcm")?;
    let mut result = Value::int(1);
    for &v in args.pos {
        let (a, b) = (as_int(result).expect("an int"), int_argument(v)?);
        if a.is_zero() || b.is_zero() {
            result = Value::int(0);
            continue;
        }
        result = match (a, b) {
            (Int::Small(a), Int::Small(b)) => {
                let (a, b) = (a.unsigned_abs(), b.unsigned_abs());
                from_i128((a / gcd_words(a, b)) as i128 * b as i128)
            }
            _ => from_big(&a.to_big().lcm(&b.to_big())),
        };
    }
    Ok(result)
}

pub fn isqrt(args: &Args) -> R {
    args.exactly("math.isqrt", 1)?;
    match int_argument(args.pos[0])? {
        n if n.is_negative() => Err(raise!(ValueError, "isqrt() argument must be nonnegative")),
        Int::Small(n) => Ok(Value::int(n.isqrt())),
        n => Ok(from_big(&n.to_big().sqrt())),
    }
}

/// `from * (from + 1) * ... * (to - 1)`, by halves so that the factors stay of one size.
fn product(from: u64, to: u64) -> BigUint {
    if to - from <= 16 {
        let mut result = BigUint::from(1u8);
        let mut part: u64 = 1;
        for n in from..to {
            match part.checked_mul(n) {
                Some(p) => part = p,
                None => {
                    result *= part;
                    part = n;
                }
            }
        }
        return result * part;
    }
    let middle = from + (to - from) / 2;
    product(from, middle) * product(middle, to)
}

pub fn factorial(args: &Args) -> R {
    args.exactly("math.factorial", 1)?;
    match int_argument(args.pos[0])? {
        n if n.is_negative() => Err(raise!(ValueError, "factorial() not defined for negative values")),
        Int::Small(n) if n <= 20 => Ok(Value::int((1..=n).product())),
        Int::Small(n) if n <= 1 << 32 => Ok(from_big(&product(2, n as u64 + 1).into())),
        _ => {
            let limit = i64::MAX;
            Err(raise!(OverflowError, "factorial() argument should not exceed {limit}"))
        }
    }
}

pub fn perm(args: &Args) -> R {
    args.between("perm", 1, 2)?;
    let k = args.get(1).unwrap_or(Value::NONE);
    if k.tag == tag::NONE {
        return factorial(&Args::positional(&args.pos[..1]));
    }
    let (n, k) = (int_argument(args.pos[0])?, int_argument(k)?);
    if n.is_negative() {
        return Err(raise!(ValueError, "n must be a non-negative integer"));
    }
    if k.is_negative() {
        return Err(raise!(ValueError, "k must be a non-negative integer"));
    }
    if n.order(k).is_lt() {
        return Ok(Value::int(0));
    }
    match (n, k) {
        (Int::Small(n), Int::Small(k)) => Ok(from_big(&product((n - k + 1) as u64, n as u64 + 1).into())),
        (n, Int::Small(k)) => {
            let n = n.to_big();
            let mut result = num_bigint::BigInt::from(1);
            for i in 0..k {
                result *= &n - i;
            }
            Ok(from_big(&result))
        }
        _ => Err(raise!(OverflowError, "k must not exceed {}", i64::MAX)),
    }
}

pub fn comb(args: &Args) -> R {
    args.between("comb", 2, 2)?;
    let (n, k) = (int_argument(args.pos[0])?, int_argument(args.pos[1])?);
    if n.is_negative() {
        return Err(raise!(ValueError, "n must be a non-negative integer"));
    }
    if k.is_negative() {
        return Err(raise!(ValueError, "k must be a non-negative integer"));
    }
    if n.order(k).is_lt() {
        return Ok(Value::int(0));
    }
    let n = n.to_big();
    let k = k.to_big();
    let k = (&n - &k).min(k);
    let Ok(k) = u64::try_from(&k) else {
        return Err(raise!(OverflowError, "min(n - k, k) must not exceed {}", i64::MAX));
    };
    if let Ok(n) = u64::try_from(&n)
        && let Some(c) = comb_word(n, k)
    {
        return Ok(from_u64(c));
    }
    if let Ok(n) = u64::try_from(&n) {
        let top = product(n - k + 1, n + 1);
        return Ok(from_big(&(top / product(1, k + 1)).into()));
    }
    let mut result = num_bigint::BigInt::from(1);
    for i in 0..k {
        result = result * (&n - i) / (i + 1);
    }
    Ok(from_big(&result))
}

/// The binomial coefficient while every intermediate product fits.
fn comb_word(n: u64, k: u64) -> Option<u64> {
    let mut result: u128 = 1;
    for i in 0..k {
        result = result.checked_mul((n - i) as u128)? / (i + 1) as u128;
        if result > u64::MAX as u128 {
            return None;
        }
    }
    Some(result as u64)
}

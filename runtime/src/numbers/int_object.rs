//! The layout of big integers, and ints of any size as the rest of the runtime sees them.
//!
//! An int value is `INT` (fits `i64`) or `BIGINT` (does not); every function here keeps to that. The operators work on
//! the limbs in place; powers, roots and conversions to text go through num-bigint.

use super::fault::Outcome;
use super::{limbs, modular};
use crate::core::{Gc, Header, HeapObject, Value};
use crate::memory::{self, Descriptor, Size, Trace};
use num_bigint::{BigInt as Big, BigUint, Sign};
use num_traits::ToPrimitive;
use runtime_interface::{layout::bigints, tag};
use std::cmp::Ordering;
use std::mem::MaybeUninit;

/// Sign and magnitude; `len` limbs follow, least significant first, the last one not 0.
#[repr(C)]
pub struct BigIntObj {
    pub header: Header,
    pub len: usize,
    pub negative: u64,
}

// SAFETY: the descriptor below describes this layout.
unsafe impl HeapObject for BigIntObj {
    const TAG: u64 = tag::BIGINT;
}

pub const DESCRIPTOR: Descriptor =
    Descriptor { size: Size::Array { base: bigints::LIMBS as usize, item: 8 }, trace: Trace::None };

impl BigIntObj {
    /// The magnitude.
    #[inline(always)]
    pub fn limbs<'a>(n: Gc<BigIntObj>) -> &'a [u64] {
        // SAFETY: `len` limbs follow the struct.
        unsafe { std::slice::from_raw_parts(n.as_ptr().add(1) as *const u64, n.len) }
    }
}

/// The value with these limbs, of which the highest may be 0. Objects are made in their final length: the collector
/// walks fresh memory from one object to the next.
fn finish(limbs: &[u64], negative: bool) -> Value {
    let used = limbs.iter().rposition(|l| *l != 0).map_or(0, |i| i + 1);
    match (used, negative) {
        (0, _) => return Value::int(0),
        (1, false) if limbs[0] <= i64::MAX as u64 => return Value::int(limbs[0] as i64),
        (1, true) if limbs[0] <= 1 << 63 => return Value::int((limbs[0] as i64).wrapping_neg()),
        _ => {}
    }
    let mut n: Gc<BigIntObj> = memory::allocate(tag::BIGINT, bigints::LIMBS as usize + 8 * used).cast();
    n.len = used;
    n.negative = negative as u64;
    // SAFETY: the limbs follow the struct; nobody else knows the object.
    unsafe { std::ptr::copy_nonoverlapping(limbs.as_ptr(), n.as_ptr().add(1) as *mut u64, used) }
    n.value()
}

/// A result that is computed in place: an object of the length it may have at most.
struct Draft {
    n: Gc<BigIntObj>,
}

impl Draft {
    /// Of limbs that have any value.
    #[inline]
    fn of(len: usize) -> Draft {
        let mut n: Gc<BigIntObj> = memory::allocate(tag::BIGINT, size_of_limbs(len)).cast();
        n.len = len;
        n.negative = 0;
        Draft { n }
    }
    #[inline]
    fn limbs(&mut self) -> &mut [u64] {
        // SAFETY: `len` limbs follow the struct; nobody else knows the object.
        unsafe { std::slice::from_raw_parts_mut(self.n.as_ptr().add(1) as *mut u64, self.n.len) }
    }
    /// The value, whose highest limbs may be 0.
    fn finish(mut self, negative: bool) -> Value {
        let len = self.n.len;
        let used = self.limbs().iter().rposition(|l| *l != 0).map_or(0, |i| i + 1);
        let fits = used <= 1;
        if fits
            || used < len && !memory::shrink_last(self.n.header(), size_of_limbs(len), size_of_limbs(used))
        {
            return finish(self.limbs(), negative);
        }
        self.n.len = used;
        self.n.negative = negative as u64;
        self.n.value()
    }
}

fn size_of_limbs(len: usize) -> usize {
    bigints::LIMBS as usize + 8 * len
}

/// Room for limbs under computation: on the stack while they are few.
struct Scratch {
    short: [MaybeUninit<u64>; 64],
    long: Vec<u64>,
}

impl Scratch {
    #[inline(always)]
    fn new() -> Scratch {
        Scratch { short: [MaybeUninit::uninit(); 64], long: Vec::new() }
    }
    /// `len` limbs, all 0.
    #[inline(always)]
    fn limbs(&mut self, len: usize) -> &mut [u64] {
        if len <= self.short.len() {
            for limb in &mut self.short[..len] {
                limb.write(0);
            }
            // SAFETY: written above.
            return unsafe { std::slice::from_raw_parts_mut(self.short.as_mut_ptr() as *mut u64, len) };
        }
        self.long.resize(len, 0);
        &mut self.long
    }
    /// These limbs and `more` that are 0.
    fn copy(&mut self, limbs: &[u64], more: usize) -> &mut [u64] {
        let copy = self.limbs(limbs.len() + more);
        copy[..limbs.len()].copy_from_slice(limbs);
        copy
    }
}

/// An int of either representation.
#[derive(Clone, Copy)]
pub enum Int {
    Small(i64),
    Big(Gc<BigIntObj>),
}

/// The int behind an `INT`, `BOOL` or `BIGINT`, or an instance of a subclass of `int`.
#[inline(always)]
pub fn as_int(v: Value) -> Option<Int> {
    match v.tag {
        tag::INT | tag::BOOL => Some(Int::Small(v.as_i64())),
        tag::BIGINT => Some(Int::Big(v.cast())),
        _ => as_int_slow(v),
    }
}

#[inline(never)]
fn as_int_slow(v: Value) -> Option<Int> {
    let inner = crate::objects::ops::unwrap(v);
    match inner.tag {
        tag::INT | tag::BIGINT => as_int(inner),
        _ => None,
    }
}

impl Int {
    pub fn value(self) -> Value {
        match self {
            Int::Small(n) => Value::int(n),
            Int::Big(n) => n.value(),
        }
    }
    pub fn is_negative(self) -> bool {
        match self {
            Int::Small(n) => n < 0,
            Int::Big(n) => n.negative != 0,
        }
    }
    pub fn is_zero(self) -> bool {
        matches!(self, Int::Small(0))
    }
    /// As num-bigint's type: one copy of the limbs.
    pub fn to_big(self) -> Big {
        match self {
            Int::Small(n) => Big::from(n),
            Int::Big(n) => {
                let limbs = BigIntObj::limbs(n);
                // SAFETY: little-endian words of 64 bits are pairs of words of 32.
                let halves =
                    unsafe { std::slice::from_raw_parts(limbs.as_ptr() as *const u32, limbs.len() * 2) };
                let sign = if n.negative != 0 { Sign::Minus } else { Sign::Plus };
                Big::from_biguint(sign, BigUint::from_slice(halves))
            }
        }
    }
    pub fn to_i64(self) -> Option<i64> {
        match self {
            Int::Small(n) => Some(n),
            Int::Big(_) => None,
        }
    }
    /// If it is so short that sums and bit operations stay within 128 bits.
    #[inline(always)]
    pub fn to_i126(self) -> Option<i128> {
        match self {
            Int::Small(n) => Some(n as i128),
            Int::Big(n) => {
                let magnitude = match *BigIntObj::limbs(n) {
                    [low] => low as i128,
                    [low, high] if high < 1 << 61 => (high as i128) << 64 | low as i128,
                    _ => return None,
                };
                Some(if n.negative != 0 { -magnitude } else { magnitude })
            }
        }
    }
    /// The nearest value of the range of `isize`, as slice bounds are clamped.
    pub fn clamped(self) -> i64 {
        match self {
            Int::Small(n) => n,
            Int::Big(n) if n.negative != 0 => i64::MIN,
            Int::Big(_) => i64::MAX,
        }
    }
    pub fn to_f64(self) -> Outcome<f64> {
        match self {
            Int::Small(n) => Ok(n as f64),
            Int::Big(_) => super::big_ops::to_f64(&self.to_big()),
        }
    }
    pub fn hash(self) -> i64 {
        match self {
            Int::Small(n) => super::hash::hash_i64(n),
            Int::Big(n) => super::hash::hash_limbs(BigIntObj::limbs(n), n.negative != 0),
        }
    }
    pub fn bit_length(self) -> u64 {
        match self {
            Int::Small(n) => 64 - n.unsigned_abs().leading_zeros() as u64,
            Int::Big(n) => {
                let limbs = BigIntObj::limbs(n);
                limbs.len() as u64 * 64 - limbs[limbs.len() - 1].leading_zeros() as u64
            }
        }
    }
    pub fn order(self, other: Int) -> Ordering {
        match (self, other) {
            (Int::Small(a), Int::Small(b)) => a.cmp(&b),
            // A big one lies outside the range of the small ones.
            (Int::Big(a), Int::Small(_)) => {
                if a.negative != 0 {
                    Ordering::Less
                } else {
                    Ordering::Greater
                }
            }
            (Int::Small(_), Int::Big(_)) => other.order(self).reverse(),
            (Int::Big(a), Int::Big(b)) => match (a.negative != 0, b.negative != 0) {
                (true, false) => Ordering::Less,
                (false, true) => Ordering::Greater,
                (false, false) => cmp_limbs(BigIntObj::limbs(a), BigIntObj::limbs(b)),
                (true, true) => cmp_limbs(BigIntObj::limbs(b), BigIntObj::limbs(a)),
            },
        }
    }
    pub fn compare_f64(self, x: f64) -> Option<Ordering> {
        match self {
            Int::Small(n) => super::big_ops::compare_i64_f64(n, x),
            Int::Big(_) => super::big_ops::compare_f64(&self.to_big(), x),
        }
    }
    /// `str(n)`, with the limit on digits.
    pub fn decimal(self) -> Outcome<String> {
        match self {
            Int::Small(n) => Ok(n.to_string()),
            Int::Big(n) if n.len <= 2 => {
                let limbs = BigIntObj::limbs(n);
                let high = if n.len == 2 { limbs[1] as u128 } else { 0 };
                let text = (high << 64 | limbs[0] as u128).to_string();
                Ok(if n.negative != 0 { format!("-{text}") } else { text })
            }
            Int::Big(n) if n.len <= super::int_text::SHORT => {
                Ok(super::int_text::short_decimal(BigIntObj::limbs(n), n.negative != 0))
            }
            Int::Big(_) => super::int_text::decimal(&self.to_big())
                .ok_or_else(|| super::fault::Fault::value(super::int_text::too_long_to_write())),
        }
    }
    /// Digits of the absolute value.
    pub fn magnitude_text(self, base: u32) -> Outcome<String> {
        if base == 10 {
            let mut text = self.decimal()?;
            if self.is_negative() {
                text.remove(0);
            }
            return Ok(text);
        }
        Ok(match self {
            Int::Small(n) => {
                let n = n.unsigned_abs();
                match base {
                    2 => format!("{n:b}"),
                    8 => format!("{n:o}"),
                    _ => format!("{n:x}"),
                }
            }
            Int::Big(n) if base == 16 => {
                let (last, rest) = BigIntObj::limbs(n).split_last().expect("a big int has limbs");
                let mut text = format!("{last:x}");
                text.extend(rest.iter().rev().flat_map(|limb| {
                    (0..16)
                        .rev()
                        .map(move |i| char::from(b"0123456789abcdef"[(limb >> (4 * i)) as usize & 15]))
                }));
                text
            }
            Int::Big(_) => super::int_text::radix_magnitude(&self.to_big(), base),
        })
    }
}

fn cmp_limbs(a: &[u64], b: &[u64]) -> Ordering {
    a.len().cmp(&b.len()).then_with(|| a.iter().rev().cmp(b.iter().rev()))
}

/// The int value of a num-bigint.
pub fn from_big(n: &Big) -> Value {
    if let Some(small) = n.to_i64() {
        return Value::int(small);
    }
    let mut scratch = Scratch::new();
    let digits = n.iter_u64_digits();
    let limbs = scratch.limbs(digits.len());
    for (limb, digit) in limbs.iter_mut().zip(digits) {
        *limb = digit;
    }
    finish(limbs, n.sign() == Sign::Minus)
}

pub fn from_u64(n: u64) -> Value {
    match i64::try_from(n) {
        Ok(n) => Value::int(n),
        Err(_) => from_i128(n as i128),
    }
}

pub fn from_i128(n: i128) -> Value {
    match i64::try_from(n) {
        Ok(n) => Value::int(n),
        Err(_) => {
            let a = n.unsigned_abs();
            let (low, high) = (a as u64, (a >> 64) as u64);
            let used = 1 + (high != 0) as usize;
            let mut big: Gc<BigIntObj> =
                memory::allocate(tag::BIGINT, bigints::LIMBS as usize + 8 * used).cast();
            big.len = used;
            big.negative = (n < 0) as u64;
            // SAFETY: `used` limbs follow the struct.
            unsafe {
                let limbs = big.as_ptr().add(1) as *mut u64;
                *limbs = low;
                if high != 0 {
                    *limbs.add(1) = high;
                }
            }
            big.value()
        }
    }
}

/// Magnitude and sign of an int whatever its representation; a small one stands in `scratch`.
fn parts(n: Int, scratch: &mut u64) -> (&[u64], bool) {
    match n {
        Int::Small(n) => {
            *scratch = n.unsigned_abs();
            (std::slice::from_ref(scratch), n < 0)
        }
        Int::Big(n) => (BigIntObj::limbs(n), n.negative != 0),
    }
}

pub fn add(a: Int, b: Int) -> Value {
    sum(a, b, false)
}

pub fn sub(a: Int, b: Int) -> Value {
    sum(a, b, true)
}

fn sum(a: Int, b: Int, negate_b: bool) -> Value {
    if let (Int::Small(a), Int::Small(b)) = (a, b) {
        let (a, b) = (a as i128, b as i128);
        return from_i128(if negate_b { a - b } else { a + b });
    }
    let (mut sa, mut sb) = (0, 0);
    let (x, x_negative) = parts(a, &mut sa);
    let (y, y_negative) = parts(b, &mut sb);
    let y_negative = y_negative != negate_b;
    if x_negative == y_negative {
        let (long, short) = if x.len() >= y.len() { (x, y) } else { (y, x) };
        let mut draft = Draft::of(long.len() + 1);
        let carry = limbs::add(long, short, draft.limbs());
        draft.limbs()[long.len()] = carry as u64;
        return draft.finish(x_negative);
    }
    // Different signs: the smaller magnitude from the larger.
    let x_is_larger = cmp_limbs(x, y) != Ordering::Less;
    let (large, small, negative) = if x_is_larger { (x, y, x_negative) } else { (y, x, y_negative) };
    let mut draft = Draft::of(large.len());
    limbs::subtract(large, small, draft.limbs());
    draft.finish(negative)
}

/// From this many limbs on in both factors num-bigint's better algorithms pay for the copies.
const SCHOOLBOOK_LIMBS: usize = 40;

pub fn mul(a: Int, b: Int) -> Value {
    if let (Int::Small(a), Int::Small(b)) = (a, b) {
        return from_i128(a as i128 * b as i128);
    }
    let (mut sa, mut sb) = (0, 0);
    let (x, x_negative) = parts(a, &mut sa);
    let (y, y_negative) = parts(b, &mut sb);
    let (long, short) = if x.len() >= y.len() { (x, y) } else { (y, x) };
    if short.len() > SCHOOLBOOK_LIMBS {
        return from_big(&(a.to_big() * b.to_big()));
    }
    let mut draft = Draft::of(x.len() + y.len());
    limbs::multiply(long, short, draft.limbs());
    draft.finish(x_negative != y_negative)
}

pub fn neg(a: Int) -> Value {
    match a {
        Int::Small(n) => from_i128(-(n as i128)),
        Int::Big(n) => finish(BigIntObj::limbs(n), n.negative == 0),
    }
}

/// `a // b` and `a % b` for b != 0.
pub fn div_mod(a: Int, b: Int) -> (Value, Value) {
    if let (Int::Small(a), Int::Small(b)) = (a, b) {
        return small_div_mod(a, b);
    }
    let (mut sa, mut sb) = (0, 0);
    let (x, x_negative) = parts(a, &mut sa);
    let (y, y_negative) = parts(b, &mut sb);
    let floored = x_negative != y_negative;
    if cmp_limbs(x, y) == Ordering::Less {
        // The quotient is 0, or -1 below it.
        return match floored && !a.is_zero() {
            true => (Value::int(-1), add(a, b)),
            false => (Value::int(0), a.value()),
        };
    }
    let (mut rest, mut divisor, mut quotient) = (Scratch::new(), Scratch::new(), Scratch::new());
    let quotient = quotient.limbs(x.len() - y.len() + 2);
    let rest = if let [word] = *y {
        // The common case of taking digits off.
        let rest = rest.limbs(1);
        rest[0] = limbs::divide_by_word(x, word, quotient);
        rest
    } else {
        let rest = rest.copy(x, 1);
        limbs::divide(rest, divisor.copy(y, 0), quotient);
        rest
    };
    if !floored || rest.iter().all(|limb| *limb == 0) {
        return (finish(quotient, floored), finish(rest, y_negative));
    }
    limbs::increment(quotient);
    let q = finish(quotient, true);
    // The remainder has the divisor's sign.
    let r = finish(rest, x_negative);
    (q, add(as_int(r).expect("an int"), b))
}

/// The greatest common divisor.
pub fn gcd(a: Int, b: Int) -> Value {
    let (mut sa, mut sb) = (0, 0);
    finish(&modular::gcd(parts(a, &mut sa).0, parts(b, &mut sb).0), false)
}

/// `pow(a, b, m)` where no operand is negative, the exponent is short, and the modulus is long.
pub fn short_pow_mod(a: Int, b: Int, m: Int) -> Option<Value> {
    let (Int::Small(exponent @ 1..), Int::Big(modulus)) = (b, m) else { return None };
    let mut sa = 0;
    let (base, negative) = parts(a, &mut sa);
    // From some length on the library's better multiplication pays for the copies.
    if negative || modulus.negative != 0 || modulus.len < 2 || modulus.len > SCHOOLBOOK_LIMBS {
        return None;
    }
    Some(finish(&modular::power(base, exponent as u64, BigIntObj::limbs(modulus)), false))
}

/// `a & b`, `a | b`, `a ^ b`.
#[inline(always)]
pub fn bitwise(a: Int, b: Int, op: impl Fn(u64, u64) -> u64) -> Value {
    if let (Int::Small(a), Int::Small(b)) = (a, b) {
        return Value::int(op(a as u64, b as u64) as i64);
    }
    let (mut sa, mut sb) = (0, 0);
    let (x, y) = (parts(a, &mut sa), parts(b, &mut sb));
    if !x.1 && !y.1 {
        let (long, short) = if x.0.len() >= y.0.len() { (x.0, y.0) } else { (y.0, x.0) };
        // Nothing of the longer one is left under `&`.
        let rest = if op(u64::MAX, 0) == 0 { &[] } else { &long[short.len()..] };
        let mut draft = Draft::of(short.len() + rest.len());
        let (low, high) = draft.limbs().split_at_mut(short.len());
        for ((o, &a), &b) in low.iter_mut().zip(long).zip(short) {
            *o = op(a, b);
        }
        high.copy_from_slice(rest);
        return draft.finish(false);
    }
    let mut scratch = Scratch::new();
    let out = scratch.limbs(x.0.len().max(y.0.len()) + 1);
    let negative = limbs::bitwise(x, y, out, op);
    finish(out, negative)
}

/// `a << n`; the result has room.
pub fn shift_left(a: Int, n: usize) -> Value {
    let mut sa = 0;
    let (x, negative) = parts(a, &mut sa);
    let (words, bits) = (n / 64, (n % 64) as u32);
    let mut scratch = Scratch::new();
    let out = scratch.limbs(x.len() + words + 1);
    out[words + x.len()] = limbs::shift_up(x, bits, &mut out[words..words + x.len()]);
    finish(out, negative)
}

/// `a >> n`
pub fn shift_right(a: Int, n: usize) -> Value {
    let mut sa = 0;
    let (x, negative) = parts(a, &mut sa);
    let (words, bits) = (n / 64, (n % 64) as u32);
    if words >= x.len() {
        return Value::int(-(negative as i64));
    }
    let mut scratch = Scratch::new();
    let out = scratch.copy(&x[words..], 1);
    let lost = x[..words].iter().any(|limb| *limb != 0) || x[words] & ((1u64 << bits) - 1) != 0;
    limbs::shift_down(out, bits);
    if negative && lost {
        limbs::increment(out);
    }
    finish(out, negative)
}

#[inline]
pub fn small_div_mod(a: i64, b: i64) -> (Value, Value) {
    if b == -1 {
        return (from_i128(-(a as i128)), Value::int(0));
    }
    (Value::int(floor_div(a, b)), Value::int(modulo(a, b)))
}

/// For b not 0 and not (a = MIN, b = -1).
#[inline(always)]
pub fn floor_div(a: i64, b: i64) -> i64 {
    let q = a / b;
    if (a % b != 0) && ((a < 0) != (b < 0)) { q - 1 } else { q }
}

/// For b not 0; b = -1 gives 0.
#[inline(always)]
pub fn modulo(a: i64, b: i64) -> i64 {
    let r = a.wrapping_rem(b);
    if r != 0 && ((r < 0) != (b < 0)) { r + b } else { r }
}

/// `a ** b` for b >= 0 as long as it fits a word.
#[inline]
pub fn small_pow(a: i64, b: i64) -> Option<i64> {
    a.checked_pow(u32::try_from(b).ok()?)
}

//! The layout of big integers, and ints of any size as the rest of the runtime sees them.
//!
//! An int value is `INT` (fits `i64`) or `BIGINT` (does not); every function here keeps to that. Sums and products
//! work on the limbs in place; the rest goes through num-bigint.

use super::fault::Outcome;
use crate::core::{Gc, Header, HeapObject, Value};
use crate::memory::{self, Descriptor, Size, Trace};
use num_bigint::{BigInt as Big, BigUint, Sign};
use num_traits::ToPrimitive;
use runtime_interface::{layout::bigints, tag};
use std::cmp::Ordering;

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

/// Room for a result under computation: on the stack while it is short.
struct Scratch {
    short: [u64; 64],
    long: Vec<u64>,
}

impl Scratch {
    fn new() -> Scratch {
        Scratch { short: [0; 64], long: Vec::new() }
    }
    /// `len` limbs, all 0.
    fn limbs(&mut self, len: usize) -> &mut [u64] {
        if len <= self.short.len() {
            return &mut self.short[..len];
        }
        self.long.resize(len, 0);
        &mut self.long
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
            Int::Small(n) => {
                let mut out = Vec::with_capacity(20);
                super::float_text::write_int(&mut out, n);
                Ok(String::from_utf8(out).expect("ascii"))
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
            finish(&[a as u64, (a >> 64) as u64], n < 0)
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
    let mut scratch = Scratch::new();
    if x_negative == y_negative {
        let (long, short) = if x.len() >= y.len() { (x, y) } else { (y, x) };
        let out = scratch.limbs(long.len() + 1);
        let mut carry = false;
        for i in 0..long.len() {
            let other = if i < short.len() { short[i] } else { 0 };
            let (s, c1) = long[i].overflowing_add(other);
            let (s, c2) = s.overflowing_add(carry as u64);
            out[i] = s;
            carry = c1 | c2;
        }
        out[long.len()] = carry as u64;
        return finish(out, x_negative);
    }
    // Different signs: the smaller magnitude from the larger.
    let x_is_larger = cmp_limbs(x, y) != Ordering::Less;
    let (large, small, negative) = if x_is_larger { (x, y, x_negative) } else { (y, x, y_negative) };
    let out = scratch.limbs(large.len());
    let mut borrow = false;
    for i in 0..large.len() {
        let other = if i < small.len() { small[i] } else { 0 };
        let (d, b1) = large[i].overflowing_sub(other);
        let (d, b2) = d.overflowing_sub(borrow as u64);
        out[i] = d;
        borrow = b1 | b2;
    }
    finish(out, negative)
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
    let mut scratch = Scratch::new();
    let out = scratch.limbs(x.len() + y.len());
    for (i, &s) in short.iter().enumerate() {
        let mut carry: u64 = 0;
        for (o, &l) in out[i..].iter_mut().zip(long) {
            let wide = l as u128 * s as u128 + *o as u128 + carry as u128;
            *o = wide as u64;
            carry = (wide >> 64) as u64;
        }
        out[i + long.len()] = carry;
    }
    finish(out, x_negative != y_negative)
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
    if let Int::Small(d) = b
        && let Some((q, r)) = div_mod_word(a, d)
    {
        return (q, r);
    }
    let (q, r) = super::big_ops::div_mod(&a.to_big(), &b.to_big());
    (from_big(&q), from_big(&r))
}

/// A big number by one word: the common case of taking digits off.
fn div_mod_word(a: Int, divisor: i64) -> Option<(Value, Value)> {
    let Int::Big(n) = a else { return None };
    let limbs = BigIntObj::limbs(n);
    let d = divisor.unsigned_abs();
    let mut scratch = Scratch::new();
    let out = scratch.limbs(limbs.len() + 1);
    let mut rest: u64 = 0;
    for i in (0..limbs.len()).rev() {
        let wide = ((rest as u128) << 64) | limbs[i] as u128;
        out[i] = (wide / d as u128) as u64;
        rest = (wide % d as u128) as u64;
    }
    let negative = (n.negative != 0) != (divisor < 0);
    // Floor: the remainder has the divisor's sign.
    let mut r = rest as i128;
    if rest != 0 && negative {
        let mut i = 0;
        loop {
            let (s, carry) = out[i].overflowing_add(1);
            out[i] = s;
            if !carry {
                break;
            }
            i += 1;
        }
        r = d as i128 - r;
    }
    if divisor < 0 {
        r = -r;
    }
    Some((finish(out, negative), from_i128(r)))
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

//! Arithmetic on magnitudes as slices of 64-bit limbs, least significant first: what big ints need besides sums and
//! products. No function here allocates.

use std::arch::{
    asm,
    x86_64::{_addcarry_u64, _subborrow_u64},
};

/// `high * 2^64 + low` by `d`, for `high < d`: quotient and remainder.
#[inline(always)]
pub fn divide_wide(high: u64, low: u64, d: u64) -> (u64, u64) {
    debug_assert!(high < d);
    let (quotient, remainder);
    // SAFETY: the quotient fits a word, so the instruction does not trap.
    unsafe {
        asm!(
            "div {d}",
            d = in(reg) d,
            inout("rax") low => quotient,
            inout("rdx") high => remainder,
            options(pure, nomem, nostack),
        );
    }
    (quotient, remainder)
}

/// Sums or differences of limbs in one chain of carries, four at a time so that the carry stays in the processor's flag.
#[inline(always)]
fn chain(a: &[u64], b: &[u64], out: &mut [u64], step: impl Fn(u8, u64, u64, &mut u64) -> u8) -> u8 {
    let mut carry = 0;
    let (a4, b4) = (a.chunks_exact(4), b.chunks_exact(4));
    let (a_rest, b_rest) = (a4.remainder(), b4.remainder());
    let mut out4 = out.chunks_exact_mut(4);
    for ((o, a), b) in (&mut out4).zip(a4).zip(b4) {
        carry = step(carry, a[0], b[0], &mut o[0]);
        carry = step(carry, a[1], b[1], &mut o[1]);
        carry = step(carry, a[2], b[2], &mut o[2]);
        carry = step(carry, a[3], b[3], &mut o[3]);
    }
    for ((o, &a), &b) in out4.into_remainder().iter_mut().zip(a_rest).zip(b_rest) {
        carry = step(carry, a, b, o);
    }
    carry
}

/// The limbs beyond the shorter operand: few change.
#[inline(always)]
fn carry_on(from: &[u64], out: &mut [u64], mut carry: bool, step: impl Fn(u64) -> (u64, bool)) -> bool {
    let mut done = 0;
    while carry && done < from.len() {
        (out[done], carry) = step(from[done]);
        done += 1;
    }
    out[done..from.len()].copy_from_slice(&from[done..]);
    carry
}

/// `out = long + short`; answers the carry.
#[inline]
pub fn add(long: &[u64], short: &[u64], out: &mut [u64]) -> bool {
    let (low, high) = long.split_at(short.len());
    let (out_low, out_high) = out.split_at_mut(short.len());
    let carry = chain(low, short, out_low, _addcarry_u64);
    carry_on(high, out_high, carry != 0, |limb| limb.overflowing_add(1))
}

/// `out = large - small`, which is not negative.
#[inline]
pub fn subtract(large: &[u64], small: &[u64], out: &mut [u64]) {
    let (low, high) = large.split_at(small.len());
    let (out_low, out_high) = out.split_at_mut(small.len());
    let borrow = chain(low, small, out_low, _subborrow_u64);
    carry_on(high, out_high, borrow != 0, |limb| limb.overflowing_sub(1));
}

/// `out = long * short`, of as many limbs as both have together; the limbs of `out` may have any value before.
#[inline]
pub fn multiply(long: &[u64], short: &[u64], out: &mut [u64]) {
    let Some((&first, rest)) = short.split_first() else { return };
    let mut carry: u64 = 0;
    for (o, &l) in out.iter_mut().zip(long) {
        let wide = l as u128 * first as u128 + carry as u128;
        *o = wide as u64;
        carry = (wide >> 64) as u64;
    }
    out[long.len()] = carry;
    for (i, &s) in (1..).zip(rest) {
        let mut carry: u64 = 0;
        for (o, &l) in out[i..].iter_mut().zip(long) {
            let wide = l as u128 * s as u128 + *o as u128 + carry as u128;
            *o = wide as u64;
            carry = (wide >> 64) as u64;
        }
        out[i + long.len()] = carry;
    }
}

/// `n /= d`; answers the remainder.
pub fn divide_by_word(n: &[u64], d: u64, quotient: &mut [u64]) -> u64 {
    let mut rest = 0;
    for i in (0..n.len()).rev() {
        (quotient[i], rest) = divide_wide(rest, n[i], d);
    }
    rest
}

/// `to = from << bits` for `bits < 64`; answers what is shifted out.
pub fn shift_up(from: &[u64], bits: u32, to: &mut [u64]) -> u64 {
    if bits == 0 {
        to[..from.len()].copy_from_slice(from);
        return 0;
    }
    let mut carry = 0;
    for (t, &f) in to.iter_mut().zip(from) {
        *t = f << bits | carry;
        carry = f >> (64 - bits);
    }
    carry
}

/// `n >>= bits` for `bits < 64`.
pub fn shift_down(n: &mut [u64], bits: u32) {
    if bits == 0 {
        return;
    }
    for i in 0..n.len() {
        let high = if i + 1 < n.len() { n[i + 1] } else { 0 };
        n[i] = n[i] >> bits | high << (64 - bits);
    }
}

/// Division in the schoolbook manner (Knuth, volume 2, 4.3.1, algorithm D).
///
/// `rest` holds the dividend with one more limb, which is 0, and in the end the remainder. `divisor` has at
/// least two limbs, the last one not 0, and is spoiled. `quotient` has room for the difference of the lengths.
pub fn divide(rest: &mut [u64], divisor: &mut [u64], quotient: &mut [u64]) {
    let n = divisor.len();
    let shift = divisor[n - 1].leading_zeros();
    shift_up_in_place(divisor, shift);
    shift_up_in_place(rest, shift);
    let (first, second) = (divisor[n - 1], divisor[n - 2]);
    for j in (0..rest.len() - n).rev() {
        let top = rest[j + n];
        // An estimate from two limbs of the dividend and one of the divisor is at most two too large.
        let (mut q, mut r, mut enough) = if top >= first {
            let (r, over) = rest[j + n - 1].overflowing_add(first);
            (u64::MAX, r, over)
        } else {
            let (q, r) = divide_wide(top, rest[j + n - 1], first);
            (q, r, false)
        };
        while !enough && q as u128 * second as u128 > (r as u128) << 64 | rest[j + n - 2] as u128 {
            q -= 1;
            (r, enough) = r.overflowing_add(first);
        }
        let (mut carry, mut borrow) = (0u64, false);
        for (x, &d) in rest[j..j + n].iter_mut().zip(divisor.iter()) {
            let product = q as u128 * d as u128 + carry as u128;
            carry = (product >> 64) as u64;
            let (low, b1) = x.overflowing_sub(product as u64);
            let (low, b2) = low.overflowing_sub(borrow as u64);
            *x = low;
            borrow = b1 | b2;
        }
        let (t, b1) = top.overflowing_sub(carry);
        let (t, b2) = t.overflowing_sub(borrow as u64);
        rest[j + n] = t;
        if b1 | b2 {
            q -= 1;
            let mut carry = false;
            for (x, &d) in rest[j..j + n].iter_mut().zip(divisor.iter()) {
                let (s, c1) = x.overflowing_add(d);
                let (s, c2) = s.overflowing_add(carry as u64);
                *x = s;
                carry = c1 | c2;
            }
            rest[j + n] = rest[j + n].wrapping_add(carry as u64);
        }
        quotient[j] = q;
    }
    shift_down(rest, shift);
}

fn shift_up_in_place(n: &mut [u64], bits: u32) {
    if bits == 0 {
        return;
    }
    let mut carry = 0;
    for limb in n {
        let next = *limb >> (64 - bits);
        *limb = *limb << bits | carry;
        carry = next;
    }
}

/// `n += 1`; there is room for the carry.
pub fn increment(n: &mut [u64]) {
    for limb in n {
        let (s, carry) = limb.overflowing_add(1);
        *limb = s;
        if !carry {
            return;
        }
    }
}

/// A bit operation on two's complements of any length: `out` has one limb more than the longer operand. Answers
/// whether the result is negative; `out` then holds its magnitude.
#[inline(always)]
pub fn bitwise(
    (x, x_negative): (&[u64], bool),
    (y, y_negative): (&[u64], bool),
    out: &mut [u64],
    op: impl Fn(u64, u64) -> u64,
) -> bool {
    let extended = |negative: bool| if negative { u64::MAX } else { 0 };
    let negative = op(extended(x_negative), extended(y_negative)) != 0;
    let (mut cx, mut cy, mut cr) = (x_negative, y_negative, negative);
    let word = |n: &[u64], i: usize, negative: bool, carry: &mut bool| {
        let limb = if i < n.len() { n[i] } else { 0 };
        if negative { complement(limb, carry) } else { limb }
    };
    for (i, o) in out.iter_mut().enumerate() {
        let r = op(word(x, i, x_negative, &mut cx), word(y, i, y_negative, &mut cy));
        *o = if negative { complement(r, &mut cr) } else { r };
    }
    negative
}

/// The next limb of a two's complement.
#[inline(always)]
fn complement(limb: u64, carry: &mut bool) -> u64 {
    let (r, c) = (!limb).overflowing_add(*carry as u64);
    *carry = c;
    r
}

#[cfg(test)]
mod tests {
    use super::*;
    use num_bigint::BigUint;

    fn big(limbs: &[u64]) -> BigUint {
        BigUint::from_slice(&limbs.iter().flat_map(|l| [*l as u32, (*l >> 32) as u32]).collect::<Vec<_>>())
    }

    /// Limbs that are often at the edges, where estimates of the quotient go wrong.
    fn random(seed: &mut u64, len: usize) -> Vec<u64> {
        let mut out: Vec<u64> = (0..len)
            .map(|_| {
                *seed ^= *seed << 13;
                *seed ^= *seed >> 7;
                *seed ^= *seed << 17;
                match *seed % 5 {
                    0 => u64::MAX,
                    1 => 0,
                    2 => 1 << 63,
                    _ => *seed,
                }
            })
            .collect();
        if out[len - 1] == 0 {
            out[len - 1] = 1;
        }
        out
    }

    #[test]
    fn division_agrees_with_num_bigint() {
        let mut seed = 88172645463325252;
        for round in 0..20_000 {
            let n = 2 + round % 5;
            let (a, b) = (random(&mut seed, n + round % 7), random(&mut seed, n));
            let (mut rest, mut divisor) = (a.clone(), b.clone());
            rest.push(0);
            let mut quotient = vec![0; rest.len() - n];
            divide(&mut rest, &mut divisor, &mut quotient);
            assert_eq!(big(&quotient), big(&a) / big(&b), "{a:x?} / {b:x?}");
            assert_eq!(big(&rest), big(&a) % big(&b), "{a:x?} % {b:x?}");
        }
    }
}

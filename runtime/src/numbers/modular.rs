//! Greatest common divisors and powers modulo a number, on limbs in place.

use super::limbs;

/// The limbs without those at the top that are 0.
fn trimmed(n: &[u64]) -> usize {
    n.iter().rposition(|limb| *limb != 0).map_or(0, |i| i + 1)
}

/// Exchanges them if b is the larger one.
fn order(a: &mut Vec<u64>, b: &mut Vec<u64>) {
    if a.len().cmp(&b.len()).then_with(|| a.iter().rev().cmp(b.iter().rev())).is_lt() {
        std::mem::swap(a, b);
    }
}

/// `a`, `b` = `b`, `a % b` for b of at least one limb; both without zeros at the top.
fn euclid_step(a: &mut Vec<u64>, b: &mut Vec<u64>) {
    if a.len() >= b.len() {
        if let [word] = b[..] {
            let mut quotient = vec![0; a.len()];
            let rest = limbs::divide_by_word(a, word, &mut quotient);
            a.clear();
            a.push(rest);
        } else {
            a.push(0);
            let mut quotient = vec![0; a.len() - b.len() + 1];
            limbs::divide(a, &mut b.clone(), &mut quotient);
        }
        a.truncate(trimmed(a));
    }
    std::mem::swap(a, b);
}

/// Lehmer's: the first quotients of Euclid's algorithm follow from the leading bits alone, so that the long numbers change
/// once for some thirty bits of progress. It ends because every round makes the larger number smaller.
pub fn gcd(a: &[u64], b: &[u64]) -> Vec<u64> {
    let (mut a, mut b) = (a.to_vec(), b.to_vec());
    a.truncate(trimmed(&a));
    b.truncate(trimmed(&b));
    order(&mut a, &mut b);
    while b.len() > 1 {
        if a.len() > b.len() + 1 {
            euclid_step(&mut a, &mut b);
            continue;
        }
        match leading_quotients(&a, &b) {
            Some([p, q, r, s]) => {
                combine(&mut a, &mut b, [p, q, r, s]);
                order(&mut a, &mut b);
            }
            None => euclid_step(&mut a, &mut b),
        }
    }
    if b.is_empty() {
        return a;
    }
    let word = b[0];
    let mut quotient = vec![0; a.len()];
    let (mut x, mut y) = (word, limbs::divide_by_word(&a, word, &mut quotient));
    while y != 0 {
        (x, y) = (y, x % y);
    }
    vec![x]
}

/// The leading 62 bits of a number of so many limbs and bits at the top, counted from there also if it is shorter.
fn leading(n: &[u64], len: usize, shift: u32) -> i64 {
    let limb = |back: usize| len.checked_sub(back).and_then(|i| n.get(i)).copied().unwrap_or(0);
    let pair = (limb(1) as u128) << 64 | limb(2) as u128;
    ((pair << shift) >> 66) as i64
}

/// `p`, `q`, `r`, `s`: Euclid's algorithm comes to `p a + q b` and `r a + s b`, as far as the leading bits tell. `None` if
/// they do not tell a single quotient.
fn leading_quotients(a: &[u64], b: &[u64]) -> Option<[i64; 4]> {
    let shift = a[a.len() - 1].leading_zeros();
    let (mut x, mut y) = (leading(a, a.len(), shift), leading(b, a.len(), shift));
    let [mut p, mut q, mut r, mut s] = [1i64, 0, 0, 1];
    // Knuth, volume 2, 4.5.2, algorithm L; the test of a quotient is Jebelean's.
    loop {
        if y == 0 {
            break;
        }
        let quotient = x / y;
        if quotient >= 1 << 31 {
            break;
        }
        let (next, nr, ns) = (x - quotient * y, p - quotient * r, q - quotient * s);
        if nr.abs() >= 1 << 31 || ns.abs() >= 1 << 31 {
            break;
        }
        let certain = match ns >= 0 {
            false => next >= -ns && y - next >= nr - r,
            true => next >= -nr && y - next >= ns - s,
        };
        if !certain {
            break;
        }
        (x, y) = (y, next);
        (p, q, r, s) = (r, s, nr, ns);
    }
    (q != 0).then_some([p, q, r, s])
}

/// `a`, `b` = `p a + q b`, `r a + s b`, which are not negative.
fn combine(a: &mut Vec<u64>, b: &mut Vec<u64>, [p, q, r, s]: [i64; 4]) {
    b.resize(a.len(), 0);
    let (mut carry_a, mut carry_b) = (0i128, 0i128);
    for (x, y) in a.iter_mut().zip(b.iter_mut()) {
        let (old_x, old_y) = (*x as i128, *y as i128);
        let new_x = p as i128 * old_x + q as i128 * old_y + carry_a;
        let new_y = r as i128 * old_x + s as i128 * old_y + carry_b;
        (*x, *y) = (new_x as u64, new_y as u64);
        (carry_a, carry_b) = (new_x >> 64, new_y >> 64);
    }
    debug_assert!(carry_a == 0 && carry_b == 0);
    a.truncate(trimmed(a));
    b.truncate(trimmed(b));
}

/// `base ** exponent % modulus` for a short exponent, by squaring; the modulus has at least two limbs, the highest not 0.
pub fn power(base: &[u64], exponent: u64, modulus: &[u64]) -> Vec<u64> {
    let n = modulus.len();
    let (mut wide, mut quotient, mut divisor) = (vec![0; 2 * n + 1], vec![0; n + 2], vec![0; n]);
    let mut reduced = base.to_vec();
    if trimmed(base) >= n {
        reduced.push(0);
        let mut quotient = vec![0; reduced.len() - n + 1];
        divisor.copy_from_slice(modulus);
        limbs::divide(&mut reduced, &mut divisor, &mut quotient);
    }
    reduced.resize(n.max(reduced.len()), 0);
    reduced.truncate(n);
    let mut result = reduced.clone();
    let mut times = |result: &mut Vec<u64>, factor: Option<&[u64]>| {
        limbs::multiply(result, factor.unwrap_or(result), &mut wide);
        wide[2 * n] = 0;
        divisor.copy_from_slice(modulus);
        limbs::divide(&mut wide, &mut divisor, &mut quotient);
        result.copy_from_slice(&wide[..n]);
    };
    for bit in (0..63 - exponent.leading_zeros()).rev() {
        times(&mut result, None);
        if exponent >> bit & 1 == 1 {
            times(&mut result, Some(&reduced));
        }
    }
    result
}

#[cfg(test)]
mod tests {
    use super::*;
    use num_bigint::BigUint;
    use num_integer::Integer;

    fn big(limbs: &[u64]) -> BigUint {
        BigUint::from_slice(&limbs.iter().flat_map(|l| [*l as u32, (*l >> 32) as u32]).collect::<Vec<_>>())
    }

    fn random(seed: &mut u64, len: usize) -> Vec<u64> {
        let mut word = || {
            *seed ^= *seed << 13;
            *seed ^= *seed >> 7;
            *seed ^= *seed << 17;
            match *seed % 11 {
                0 => 0,
                1 => u64::MAX,
                2 => 1 << 63,
                _ => *seed,
            }
        };
        let mut limbs: Vec<u64> = (0..len).map(|_| word()).collect();
        if let Some(last) = limbs.last_mut() {
            *last |= 1;
        }
        limbs
    }

    #[test]
    fn gcd_is_the_libraries() {
        let mut seed = 88172645463325252;
        for round in 0..3000 {
            let (la, lb) = (1 + round % 9, 1 + round / 9 % 9);
            let (a, b) = (random(&mut seed, la), random(&mut seed, lb));
            assert_eq!(big(&gcd(&a, &b)), big(&a).gcd(&big(&b)), "{a:?} {b:?}");
            let common = big(&random(&mut seed, 1 + round % 3));
            let (a, b) = ((big(&a) * &common).to_u64_digits(), (big(&b) * &common).to_u64_digits());
            assert_eq!(big(&gcd(&a, &b)), big(&a).gcd(&big(&b)), "{a:?} {b:?}");
        }
        // The slowest case of Euclid's algorithm.
        let (mut a, mut b) = (BigUint::from(0u32), BigUint::from(1u32));
        for _ in 0..2000 {
            (a, b) = (b.clone(), a + b);
        }
        assert_eq!(gcd(&a.to_u64_digits(), &b.to_u64_digits()), [1]);
    }

    #[test]
    fn powers_are_the_libraries() {
        let mut seed = 1234567;
        for round in 0..600 {
            let (base, modulus) = (random(&mut seed, round % 7), random(&mut seed, 2 + round % 5));
            let exponent = random(&mut seed, 1)[0] >> (seed % 64) | 1;
            let expected = big(&base).modpow(&BigUint::from(exponent), &big(&modulus));
            assert_eq!(big(&power(&base, exponent, &modulus)), expected, "{base:?} {exponent} {modulus:?}");
        }
    }
}

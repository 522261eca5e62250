//! Sorting machine words: by digits from the least significant one where that is less work than comparing.

/// Sorts words of which only the bits below `bits` differ.
pub fn sort_words(words: &mut [u64], bits: u32) {
    sort_by_bits(words, 0, bits, |words| words.sort_unstable());
}

/// Sorts words that differ in bits `low..high` and are all different below `high`: those below `low` ascend already.
pub fn sort_upper_bits(words: &mut [u64], low: u32, high: u32) {
    sort_by_bits(words, low, high, |words| words.sort_unstable());
}

#[inline]
fn sort_by_bits(words: &mut [u64], low: u32, high: u32, otherwise: impl Fn(&mut [u64])) {
    let (n, bits) = (words.len(), high.saturating_sub(low));
    if bits == 0 {
        return;
    }
    let widest = if n < 8192 { 8 } else { 11 };
    let passes = bits.div_ceil(widest);
    let width = bits.div_ceil(passes);
    // What a pass does with a word, and with a counter, against a comparison of words in cache.
    let work = passes as usize * (3 * n + (2 << width));
    if n < 64 || work > n * (2 * n.ilog2() as usize + 4) || n > u32::MAX as usize {
        return otherwise(words);
    }
    let mut scratch = vec![0u64; n];
    let (mut from, mut to) = (&mut *words, &mut scratch[..]);
    let mut counts = vec![0u32; 1 << width];
    for pass in 0..passes {
        let shift = low + pass * width;
        let mask = (1u64 << width.min(high - shift)) - 1;
        counts.fill(0);
        for &w in from.iter() {
            counts[(w >> shift & mask) as usize] += 1;
        }
        let mut before = 0;
        for count in &mut counts {
            before += std::mem::replace(count, before);
        }
        for &w in from.iter() {
            let at = &mut counts[(w >> shift & mask) as usize];
            to[*at as usize] = w;
            *at += 1;
        }
        std::mem::swap(&mut from, &mut to);
    }
    if passes % 2 == 1 {
        words.copy_from_slice(&scratch);
    }
}

/// Sorts ints.
pub fn sort_ints(items: &mut [i64]) {
    let (Some(&least), Some(&greatest)) = (items.iter().min(), items.iter().max()) else { return };
    if items.is_sorted() {
        return;
    }
    let spread = greatest.wrapping_sub(least) as u64;
    for item in items.iter_mut() {
        *item = item.wrapping_sub(least);
    }
    // SAFETY: the same layout.
    let words = unsafe { std::slice::from_raw_parts_mut(items.as_mut_ptr() as *mut u64, items.len()) };
    sort_words(words, 64 - spread.leading_zeros());
    for item in items.iter_mut() {
        *item = item.wrapping_add(least);
    }
}

/// Sorts floats of which none is a NaN or -0.0.
pub fn sort_floats(items: &mut [f64]) {
    if items.is_sorted() {
        return;
    }
    // SAFETY: the same layout.
    let words = unsafe { std::slice::from_raw_parts_mut(items.as_mut_ptr() as *mut u64, items.len()) };
    for w in words.iter_mut() {
        *w = float_code(*w);
    }
    let (least, greatest) = words.iter().fold((u64::MAX, 0), |(a, b), &w| (a.min(w), b.max(w)));
    words.iter_mut().for_each(|w| *w -= least);
    sort_words(words, 64 - (greatest - least).leading_zeros());
    for w in words.iter_mut() {
        let code = *w + least;
        *w = if code >> 63 != 0 { code & !(1 << 63) } else { !code };
    }
}

/// The bits of a float as a number in the order of floats, except that -0.0 comes before 0.0.
#[inline(always)]
pub fn float_code(bits: u64) -> u64 {
    if bits >> 63 != 0 { !bits } else { bits | 1 << 63 }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_any_range_are_sorted() {
        let mut x = 88172645463325252u64;
        let mut next = || {
            x ^= x << 13;
            x ^= x >> 7;
            x ^= x << 17;
            x
        };
        for n in [0, 1, 2, 63, 64, 100, 1000, 9000, 30000] {
            for bits in [1, 7, 8, 9, 20, 31, 45, 63, 64] {
                let ints: Vec<i64> = (0..n).map(|_| (next() >> (64 - bits)) as i64).collect();
                let (mut sorted, mut expected) = (ints.clone(), ints.clone());
                sort_ints(&mut sorted);
                expected.sort();
                assert_eq!(sorted, expected, "{n} {bits}");
                let floats: Vec<f64> = ints.iter().map(|&i| i as f64 / 7.0).filter(|x| *x != 0.0).collect();
                let (mut sorted, mut expected) = (floats.clone(), floats);
                sort_floats(&mut sorted);
                expected.sort_by(f64::total_cmp);
                assert_eq!(sorted, expected, "{n} {bits}");
            }
        }
    }
}

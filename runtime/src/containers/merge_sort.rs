//! The sorting algorithm of CPython's `list.sort`: natural runs, binary insertion for short ones, merges in
//! the order of powersort, galloping. It makes the same comparisons in the same order, because a program can
//! see them (`__lt__` that prints or counts).
//!
//! What is sorted is a *permutation*: item numbers, so that a comparison that raises or changes the list
//! leaves a permutation behind whatever happens.

use crate::core::R;

/// Item numbers.
type Item = u32;

/// Whether item `a` goes before item `b`. May run Python code.
pub trait Less {
    fn less(&mut self, a: Item, b: Item) -> R<bool>;
}

impl<F: FnMut(Item, Item) -> R<bool>> Less for F {
    fn less(&mut self, a: Item, b: Item) -> R<bool> {
        self(a, b)
    }
}

const MIN_GALLOP: usize = 7;
const MAX_MIN_RUN: usize = 64;

#[derive(Clone, Copy)]
struct Run {
    start: usize,
    len: usize,
    power: u32,
}

struct Sorter<'a, L> {
    items: &'a mut [Item],
    less: &'a mut L,
    min_gallop: usize,
    pending: Vec<Run>,
    scratch: Vec<Item>,
}

/// Sorts item numbers. After an error they are some permutation.
pub fn sort(items: &mut [Item], less: &mut impl Less) -> R<()> {
    let n = items.len();
    if n < 2 {
        return Ok(());
    }
    let min_run = min_run(n);
    let mut s = Sorter { items, less, min_gallop: MIN_GALLOP, pending: Vec::new(), scratch: Vec::new() };
    let mut start = 0;
    while start < n {
        let left = n - start;
        let mut len = s.count_run(start, left)?;
        if len < min_run {
            let forced = left.min(min_run);
            s.binary_insertion(start, forced, len)?;
            len = forced;
        }
        s.found_run(start, len)?;
        start += len;
    }
    s.collapse()
}

fn min_run(mut n: usize) -> usize {
    let mut r = 0;
    while n >= MAX_MIN_RUN {
        r |= n & 1;
        n >>= 1;
    }
    n + r
}

/// Depth in the ideal merge tree of the boundary between two adjacent runs.
fn power(start: usize, first: usize, second: usize, n: usize) -> u32 {
    let mut a = 2 * start + first;
    let mut b = a + first + second;
    let mut result = 0;
    loop {
        result += 1;
        if a >= n {
            a -= n;
            b -= n;
        } else if b >= n {
            return result;
        }
        a <<= 1;
        b <<= 1;
    }
}

impl<L: Less> Sorter<'_, L> {
    #[inline]
    fn lt(&mut self, a: usize, b: usize) -> R<bool> {
        self.less.less(self.items[a], self.items[b])
    }

    /// Length of the run at `lo`, which is ascending afterwards (a descending one is reversed).
    fn count_run(&mut self, lo: usize, left: usize) -> R<usize> {
        if left <= 1 {
            return Ok(left);
        }
        let mut n = 1;
        while n < left && !self.lt(lo + n, lo + n - 1)? {
            n += 1;
        }
        if n == left {
            return Ok(n);
        }
        // Item n is smaller than the one before. Unless all before it are equal, the run ends here.
        if n > 1 {
            if self.lt(lo, lo + n - 1)? {
                return Ok(n);
            }
            self.items[lo..lo + n].reverse();
        }
        n += 1;
        // Descending; stretches of equal items are reversed now, so that the last reversal restores them.
        let mut equal = 0;
        while n < left {
            if self.lt(lo + n, lo + n - 1)? {
                self.reverse_equal(lo + n, &mut equal);
            } else if self.lt(lo + n - 1, lo + n)? {
                break;
            } else {
                equal += 1;
            }
            n += 1;
        }
        self.reverse_equal(lo + n, &mut equal);
        self.items[lo..lo + n].reverse();
        while n < left && !self.lt(lo + n, lo + n - 1)? {
            n += 1;
        }
        Ok(n)
    }

    /// Reverses the last `equal + 1` items before `end`.
    fn reverse_equal(&mut self, end: usize, equal: &mut usize) {
        if *equal > 0 {
            self.items[end - *equal - 1..end].reverse();
            *equal = 0;
        }
    }

    /// Sorts `n` items at `lo` of which the first `sorted` are.
    fn binary_insertion(&mut self, lo: usize, n: usize, sorted: usize) -> R<()> {
        for i in sorted.max(1)..n {
            let pivot = self.items[lo + i];
            let (mut l, mut r) = (0, i);
            while l < r {
                let m = (l + r) / 2;
                if self.less.less(pivot, self.items[lo + m])? {
                    r = m;
                } else {
                    l = m + 1;
                }
            }
            self.items[lo + l..=lo + i].rotate_right(1);
        }
        Ok(())
    }

    fn found_run(&mut self, start: usize, len: usize) -> R<()> {
        if let Some(&last) = self.pending.last() {
            let power = power(last.start, last.len, len, self.items.len());
            while self.pending.len() > 1 && self.pending[self.pending.len() - 2].power > power {
                self.merge_at(self.pending.len() - 2)?;
            }
            self.pending.last_mut().expect("one is left").power = power;
        }
        self.pending.push(Run { start, len, power: 0 });
        Ok(())
    }

    fn collapse(&mut self) -> R<()> {
        while self.pending.len() > 1 {
            let mut i = self.pending.len() - 2;
            if i > 0 && self.pending[i - 1].len < self.pending[i + 1].len {
                i -= 1;
            }
            self.merge_at(i)?;
        }
        Ok(())
    }

    fn merge_at(&mut self, i: usize) -> R<()> {
        let (a, b) = (self.pending[i], self.pending[i + 1]);
        self.pending[i].len = a.len + b.len;
        self.pending.remove(i + 1);
        // What is in place already at both ends need not be merged.
        let first_b = self.items[b.start];
        let k = self.gallop_right(first_b, Place::Items(a.start), a.len, 0)?;
        let (start_a, len_a) = (a.start + k, a.len - k);
        if len_a == 0 {
            return Ok(());
        }
        let last_a = self.items[start_a + len_a - 1];
        let len_b = self.gallop_left(last_a, Place::Items(b.start), b.len, b.len - 1)?;
        if len_b == 0 {
            return Ok(());
        }
        if len_a <= len_b {
            self.merge_low(start_a, len_a, b.start, len_b)
        } else {
            self.merge_high(start_a, len_a, b.start, len_b)
        }
    }

    #[inline]
    fn at(&self, place: Place, i: usize) -> Item {
        match place {
            Place::Items(start) => self.items[start + i],
            Place::Scratch(start) => self.scratch[start + i],
        }
    }

    /// Where `key` goes in `n` sorted items, before equal ones; the search starts at `hint`.
    fn gallop_left(&mut self, key: Item, a: Place, n: usize, hint: usize) -> R<usize> {
        let (mut last, mut offset) = (0usize, 1usize);
        let (mut low, mut high);
        if self.less.less(self.at(a, hint), key)? {
            let max = n - hint;
            while offset < max && self.less.less(self.at(a, hint + offset), key)? {
                last = offset;
                offset = (offset << 1) + 1;
            }
            low = hint + last + 1;
            high = hint + offset.min(max);
        } else {
            let max = hint + 1;
            while offset < max && !self.less.less(self.at(a, hint - offset), key)? {
                last = offset;
                offset = (offset << 1) + 1;
            }
            low = max - offset.min(max);
            high = hint - last;
        }
        while low < high {
            let m = low + (high - low) / 2;
            if self.less.less(self.at(a, m), key)? {
                low = m + 1;
            } else {
                high = m;
            }
        }
        Ok(high)
    }

    /// Where `key` goes in `n` sorted items, after equal ones.
    fn gallop_right(&mut self, key: Item, a: Place, n: usize, hint: usize) -> R<usize> {
        let (mut last, mut offset) = (0usize, 1usize);
        let (mut low, mut high);
        if self.less.less(key, self.at(a, hint))? {
            let max = hint + 1;
            while offset < max && self.less.less(key, self.at(a, hint - offset))? {
                last = offset;
                offset = (offset << 1) + 1;
            }
            low = max - offset.min(max);
            high = hint - last;
        } else {
            let max = n - hint;
            while offset < max && !self.less.less(key, self.at(a, hint + offset))? {
                last = offset;
                offset = (offset << 1) + 1;
            }
            low = hint + last + 1;
            high = hint + offset.min(max);
        }
        while low < high {
            let m = low + (high - low) / 2;
            if self.less.less(key, self.at(a, m))? {
                high = m;
            } else {
                low = m + 1;
            }
        }
        Ok(high)
    }

    /// Merges adjacent runs of which the first is not longer; it is moved out of the way.
    fn merge_low(&mut self, start_a: usize, len_a: usize, start_b: usize, len_b: usize) -> R<()> {
        self.scratch.clear();
        self.scratch.extend_from_slice(&self.items[start_a..start_a + len_a]);
        let mut m = Low { dest: start_a, a: 0, na: len_a, b: start_b, nb: len_b };
        let result = self.merge_low_steps(&mut m);
        match result {
            Ok(true) => {
                // One item of a is left and belongs behind the rest of b.
                self.items.copy_within(m.b..m.b + m.nb, m.dest);
                self.items[m.dest + m.nb] = self.scratch[m.a];
            }
            _ => self.items[m.dest..m.dest + m.na].copy_from_slice(&self.scratch[m.a..m.a + m.na]),
        }
        result.map(|_| ())
    }

    /// True when one item of a is left and b is not empty.
    fn merge_low_steps(&mut self, m: &mut Low) -> R<bool> {
        macro_rules! take_b {
            () => {
                self.items[m.dest] = self.items[m.b];
                m.dest += 1;
                m.b += 1;
                m.nb -= 1;
                if m.nb == 0 {
                    return Ok(false);
                }
            };
        }
        macro_rules! take_a {
            () => {
                self.items[m.dest] = self.scratch[m.a];
                m.dest += 1;
                m.a += 1;
                m.na -= 1;
                if m.na == 1 {
                    return Ok(true);
                }
            };
        }
        take_b!();
        if m.na == 1 {
            return Ok(true);
        }
        let mut min_gallop = self.min_gallop;
        loop {
            let (mut from_a, mut from_b) = (0, 0);
            loop {
                if self.less.less(self.items[m.b], self.scratch[m.a])? {
                    from_b += 1;
                    from_a = 0;
                    take_b!();
                    if from_b >= min_gallop {
                        break;
                    }
                } else {
                    from_a += 1;
                    from_b = 0;
                    take_a!();
                    if from_a >= min_gallop {
                        break;
                    }
                }
            }
            min_gallop += 1;
            loop {
                min_gallop -= (min_gallop > 1) as usize;
                self.min_gallop = min_gallop;
                from_a = self.gallop_right(self.items[m.b], Place::Scratch(m.a), m.na, 0)?;
                if from_a > 0 {
                    let k = from_a;
                    self.items[m.dest..m.dest + k].copy_from_slice(&self.scratch[m.a..m.a + k]);
                    m.dest += k;
                    m.a += k;
                    m.na -= k;
                    if m.na == 1 {
                        return Ok(true);
                    }
                    // Only when the comparison contradicts itself.
                    if m.na == 0 {
                        return Ok(false);
                    }
                }
                take_b!();
                from_b = self.gallop_left(self.scratch[m.a], Place::Items(m.b), m.nb, 0)?;
                if from_b > 0 {
                    let k = from_b;
                    self.items.copy_within(m.b..m.b + k, m.dest);
                    m.dest += k;
                    m.b += k;
                    m.nb -= k;
                    if m.nb == 0 {
                        return Ok(false);
                    }
                }
                take_a!();
                if from_a < MIN_GALLOP && from_b < MIN_GALLOP {
                    break;
                }
            }
            min_gallop += 1;
            self.min_gallop = min_gallop;
        }
    }

    /// Merges adjacent runs of which the second is shorter, from the end.
    fn merge_high(&mut self, start_a: usize, len_a: usize, start_b: usize, len_b: usize) -> R<()> {
        self.scratch.clear();
        self.scratch.extend_from_slice(&self.items[start_b..start_b + len_b]);
        let mut m = High { end: start_b + len_b, base: start_a, na: len_a, nb: len_b };
        let result = self.merge_high_steps(&mut m);
        match result {
            Ok(true) => {
                // One item of b is left and belongs in front of the rest of a.
                self.items.copy_within(m.base..m.base + m.na, m.end - m.na);
                self.items[m.end - m.na - 1] = self.scratch[0];
            }
            _ => self.items[m.end - m.nb..m.end].copy_from_slice(&self.scratch[..m.nb]),
        }
        result.map(|_| ())
    }

    /// True when one item of b is left and a is not empty.
    fn merge_high_steps(&mut self, m: &mut High) -> R<bool> {
        macro_rules! take_a {
            () => {
                m.end -= 1;
                m.na -= 1;
                self.items[m.end] = self.items[m.base + m.na];
                if m.na == 0 {
                    return Ok(false);
                }
            };
        }
        macro_rules! take_b {
            () => {
                m.end -= 1;
                m.nb -= 1;
                self.items[m.end] = self.scratch[m.nb];
                if m.nb == 1 {
                    return Ok(true);
                }
            };
        }
        take_a!();
        if m.nb == 1 {
            return Ok(true);
        }
        let mut min_gallop = self.min_gallop;
        loop {
            let (mut from_a, mut from_b) = (0, 0);
            loop {
                if self.less.less(self.scratch[m.nb - 1], self.items[m.base + m.na - 1])? {
                    from_a += 1;
                    from_b = 0;
                    take_a!();
                    if from_a >= min_gallop {
                        break;
                    }
                } else {
                    from_b += 1;
                    from_a = 0;
                    take_b!();
                    if from_b >= min_gallop {
                        break;
                    }
                }
            }
            min_gallop += 1;
            loop {
                min_gallop -= (min_gallop > 1) as usize;
                self.min_gallop = min_gallop;
                let last_b = self.scratch[m.nb - 1];
                from_a = m.na - self.gallop_right(last_b, Place::Items(m.base), m.na, m.na - 1)?;
                if from_a > 0 {
                    let k = from_a;
                    m.end -= k;
                    m.na -= k;
                    self.items.copy_within(m.base + m.na..m.base + m.na + k, m.end);
                    if m.na == 0 {
                        return Ok(false);
                    }
                }
                take_b!();
                let last_a = self.items[m.base + m.na - 1];
                from_b = m.nb - self.gallop_left(last_a, Place::Scratch(0), m.nb, m.nb - 1)?;
                if from_b > 0 {
                    let k = from_b;
                    m.end -= k;
                    m.nb -= k;
                    self.items[m.end..m.end + k].copy_from_slice(&self.scratch[m.nb..m.nb + k]);
                    if m.nb == 1 {
                        return Ok(true);
                    }
                    // Only when the comparison contradicts itself.
                    if m.nb == 0 {
                        return Ok(false);
                    }
                }
                take_a!();
                if from_a < MIN_GALLOP && from_b < MIN_GALLOP {
                    break;
                }
            }
            min_gallop += 1;
            self.min_gallop = min_gallop;
        }
    }
}

/// Where items are, that a gallop searches: from this position of the list, or of the scratch space.
#[derive(Clone, Copy)]
enum Place {
    Items(usize),
    Scratch(usize),
}

/// State of a merge from the front: `dest` is filled next, `na` items are left at scratch `a`, `nb` at `b`.
struct Low {
    dest: usize,
    a: usize,
    na: usize,
    b: usize,
    nb: usize,
}

/// State of a merge from the back: `end` is behind what is filled next; `na` items are left at `base`, `nb`
/// at the front of the scratch space.
struct High {
    end: usize,
    base: usize,
    na: usize,
    nb: usize,
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Sorts these and answers a digest of the comparisons made.
    fn digest(values: &[u64]) -> (Vec<u64>, u64, u64) {
        let mut items: Vec<u32> = (0..values.len() as u32).collect();
        let (mut count, mut digest) = (0u64, 0u64);
        sort(&mut items, &mut |a: u32, b: u32| {
            count += 1;
            digest = (digest * 31 + a as u64 * 7 + b as u64) % 1_000_000_007;
            Ok(values[a as usize] < values[b as usize])
        })
        .unwrap();
        (items.iter().map(|&i| values[i as usize]).collect(), count, digest)
    }

    /// The test data: a linear congruential sequence modulo `range`.
    fn sequence(n: usize, seed: u64, range: u64) -> Vec<u64> {
        let mut x = seed;
        (0..n)
            .map(|_| {
                x = (x * 1103515245 + 12345) % 2147483648;
                (x >> 8) % range
            })
            .collect()
    }

    #[test]
    fn makes_cpythons_comparisons() {
        for &(n, seed, range, shape, count, expected) in ROWS {
            let mut values = sequence(n, seed, range);
            match shape {
                1 => values.sort(),
                2 => values.sort_by(|a, b| b.cmp(a)),
                3 => values[..n / 2].sort(),
                4 => {
                    values[..n / 2].sort();
                    values[n / 2..].sort();
                }
                5 => {
                    values[..n / 3].sort();
                    values[n / 3..].sort_by(|a, b| b.cmp(a));
                }
                _ => {}
            }
            let mut sorted = values.clone();
            sorted.sort();
            let (result, made, digest) = digest(&values);
            assert_eq!(result, sorted);
            assert_eq!((made, digest), (count, expected), "{n} {seed} {range} {shape}");
        }
    }

    /// (length, seed, range, shape, comparisons, digest), made by CPython.
    #[rustfmt::skip]
    const ROWS: &[(usize, u64, u64, u32, u64, u64)] = &[
        (2,17,3,0,1,7), (2,18,3,1,1,7), (2,19,3,2,1,7), (2,20,3,3,1,7), (2,21,3,4,1,7), (2,22,3,5,1,7),
        (2,24,10,0,1,7), (2,25,10,1,1,7), (2,26,10,2,1,7), (2,27,10,3,1,7), (2,28,10,4,1,7), (2,29,10,5,1,7),
        (2,64,50,0,1,7), (2,65,50,1,1,7), (2,66,50,2,1,7), (2,67,50,3,1,7), (2,68,50,4,1,7), (2,69,50,5,1,7),
        (2,100014,100000,0,1,7), (2,100015,100000,1,1,7), (2,100016,100000,2,1,7), (2,100017,100000,3,1,7),
        (2,100018,100000,4,1,7), (2,100019,100000,5,1,7), (5,38,3,0,4,223696), (5,39,3,1,4,223696),
        (5,40,3,2,6,214959388), (5,41,3,3,8,561846578), (5,42,3,4,9,257006569), (5,43,3,5,9,257006629),
        (5,45,10,0,9,417305269), (5,46,10,1,4,223696), (5,47,10,2,5,6913217), (5,48,10,3,10,967203587),
        (5,49,10,4,9,257006569), (5,50,10,5,6,214309752), (5,85,50,0,9,257005637), (5,86,50,1,4,223696),
        (5,87,50,2,5,6934601), (5,88,50,3,8,561846577), (5,89,50,4,9,257006629), (5,90,50,5,10,967174788),
        (5,100035,100000,0,9,257005637), (5,100036,100000,1,4,223696), (5,100037,100000,2,4,223696),
        (5,100038,100000,3,10,965356485), (5,100039,100000,4,9,257006569), (5,100040,100000,5,10,965385378),
        (20,143,3,0,60,807941771), (20,144,3,1,19,621000120), (20,145,3,2,31,198580812),
        (20,146,3,3,47,698738827), (20,147,3,4,50,134375598), (20,148,3,5,46,478759699),
        (20,150,10,0,64,412796858), (20,151,10,1,19,621000120), (20,152,10,2,30,780428321),
        (20,153,10,3,50,186238871), (20,154,10,4,50,900659715), (20,155,10,5,57,289179367),
        (20,190,50,0,67,490534045), (20,191,50,1,19,621000120), (20,192,50,2,22,187650750),
        (20,193,50,3,48,855402771), (20,194,50,4,50,282111617), (20,195,50,5,57,878603054),
        (20,100140,100000,0,66,808139171), (20,100141,100000,1,19,621000120),
        (20,100142,100000,2,19,621000120), (20,100143,100000,3,50,134363629),
        (20,100144,100000,4,49,73970437), (20,100145,100000,5,60,605446299), (64,451,3,0,277,811879835),
        (64,452,3,1,63,508795780), (64,453,3,2,100,248615318), (64,454,3,3,193,44867876),
        (64,455,3,4,107,803231056), (64,456,3,5,107,54014689), (64,458,10,0,300,829443609),
        (64,459,10,1,63,508795780), (64,460,10,2,115,807897227), (64,461,10,3,218,45819434),
        (64,462,10,4,127,167765492), (64,463,10,5,157,469601915), (64,498,50,0,302,464855846),
        (64,499,50,1,63,508795780), (64,500,50,2,92,508563619), (64,501,50,3,216,38356667),
        (64,502,50,4,128,974505418), (64,503,50,5,165,41813920), (64,100448,100000,0,311,65653886),
        (64,100449,100000,1,63,508795780), (64,100450,100000,2,63,508795780),
        (64,100451,100000,3,217,361879996), (64,100452,100000,4,127,746284620),
        (64,100453,100000,5,152,203836447), (65,458,3,0,283,396623240), (65,459,3,1,64,772669586),
        (65,460,3,2,99,629262395), (65,461,3,3,202,221615004), (65,462,3,4,112,810867056),
        (65,463,3,5,113,271888452), (65,465,10,0,313,587941551), (65,466,10,1,64,772669586),
        (65,467,10,2,116,349779523), (65,468,10,3,224,759143208), (65,469,10,4,130,45976876),
        (65,470,10,5,172,125717856), (65,505,50,0,315,218225037), (65,506,50,1,64,772669586),
        (65,507,50,2,93,734098291), (65,508,50,3,226,516145640), (65,509,50,4,132,701439724),
        (65,510,50,5,182,135608410), (65,100455,100000,0,316,352042472), (65,100456,100000,1,64,772669586),
        (65,100457,100000,2,64,772669586), (65,100458,100000,3,227,15599164),
        (65,100459,100000,4,135,832686180), (65,100460,100000,5,170,833081213), (100,703,3,0,468,690950203),
        (100,704,3,1,99,690970633), (100,705,3,2,162,95270989), (100,706,3,3,302,82178447),
        (100,707,3,4,146,82286217), (100,708,3,5,163,884812771), (100,710,10,0,534,842732550),
        (100,711,10,1,99,690970633), (100,712,10,2,181,946721772), (100,713,10,3,367,738970484),
        (100,714,10,4,193,72520592), (100,715,10,5,275,652340467), (100,750,50,0,532,216990497),
        (100,751,50,1,99,690970633), (100,752,50,2,158,195552566), (100,753,50,3,361,142240893),
        (100,754,50,4,197,543055079), (100,755,50,5,266,380529871), (100,100700,100000,0,540,276647126),
        (100,100701,100000,1,99,690970633), (100,100702,100000,2,99,690970633),
        (100,100703,100000,3,369,340617974), (100,100704,100000,4,198,782018875),
        (100,100705,100000,5,247,331054433), (257,1802,3,0,1271,720489391), (257,1803,3,1,256,523309789),
        (257,1804,3,2,441,420210486), (257,1805,3,3,790,649417462), (257,1806,3,4,321,104776729),
        (257,1807,3,5,365,836648199), (257,1809,10,0,1622,761013681), (257,1810,10,1,256,523309789),
        (257,1811,10,2,478,607975914), (257,1812,10,3,984,593441591), (257,1813,10,4,417,802787922),
        (257,1814,10,5,526,252045524), (257,1849,50,0,1745,87439961), (257,1850,50,1,256,523309789),
        (257,1851,50,2,460,708655775), (257,1852,50,3,1130,944213279), (257,1853,50,4,513,878309929),
        (257,1854,50,5,628,491070675), (257,101799,100000,0,1748,167323471),
        (257,101800,100000,1,256,523309789), (257,101801,100000,2,256,523309789),
        (257,101802,100000,3,1132,994564539), (257,101803,100000,4,514,926528003),
        (257,101804,100000,5,512,283003812), (1000,7003,3,0,5330,875944100), (1000,7004,3,1,999,443514608),
        (1000,7005,3,2,1658,508657118), (1000,7006,3,3,3207,777216960), (1000,7007,3,4,1085,222595887),
        (1000,7008,3,5,1294,376119658), (1000,7010,10,0,6764,257703525), (1000,7011,10,1,999,443514608),
        (1000,7012,10,2,1901,136368992), (1000,7013,10,3,3999,640584304), (1000,7014,10,4,1232,168525034),
        (1000,7015,10,5,1760,309154720), (1000,7050,50,0,8395,550870263), (1000,7051,50,1,999,443514608),
        (1000,7052,50,2,1935,137761709), (1000,7053,50,3,5079,974119308), (1000,7054,50,4,1732,921247697),
        (1000,7055,50,5,2295,56767842), (1000,107000,100000,0,8637,458939114),
        (1000,107001,100000,1,999,443514608), (1000,107002,100000,2,1003,647168103),
        (1000,107003,100000,3,5344,332290476), (1000,107004,100000,4,1999,548597150),
        (1000,107005,100000,5,2002,57050318),
    ];
}

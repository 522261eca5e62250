//! The Mersenne Twister MT19937, by Matsumoto and Nishimura, with the conversions CPython uses.

const N: usize = 624;
const M: usize = 397;

/// 624 words of state and the position in them.
#[repr(C)]
#[derive(Clone)]
pub struct Twister {
    pub words: [u32; N],
    pub position: u32,
}

impl Twister {
    pub const WORDS: usize = N;

    /// A state that must be seeded before use.
    pub const fn unseeded() -> Twister {
        Twister { words: [0; N], position: N as u32 }
    }

    fn seed_word(&mut self, seed: u32) {
        self.words[0] = seed;
        for i in 1..N {
            let previous = self.words[i - 1];
            self.words[i] = 1812433253u32.wrapping_mul(previous ^ (previous >> 30)).wrapping_add(i as u32);
        }
        self.position = N as u32;
    }

    /// Seeds from the little-endian 32-bit words of a non-negative integer (at least one word).
    pub fn seed(&mut self, key: &[u32]) {
        self.seed_word(19650218);
        let (mut i, mut j) = (1, 0);
        for _ in 0..N.max(key.len()) {
            let previous = self.words[i - 1];
            self.words[i] = (self.words[i] ^ (previous ^ (previous >> 30)).wrapping_mul(1664525))
                .wrapping_add(key[j])
                .wrapping_add(j as u32);
            i += 1;
            j += 1;
            if i >= N {
                self.words[0] = self.words[N - 1];
                i = 1;
            }
            if j >= key.len() {
                j = 0;
            }
        }
        for _ in 0..N - 1 {
            let previous = self.words[i - 1];
            self.words[i] = (self.words[i] ^ (previous ^ (previous >> 30)).wrapping_mul(1566083941))
                .wrapping_sub(i as u32);
            i += 1;
            if i >= N {
                self.words[0] = self.words[N - 1];
                i = 1;
            }
        }
        self.words[0] = 0x8000_0000;
    }

    fn refill(&mut self) {
        let twist = |upper: u32, lower: u32| {
            let y = (upper & 0x8000_0000) | (lower & 0x7fff_ffff);
            (y >> 1) ^ if y & 1 == 1 { 0x9908_b0df } else { 0 }
        };
        for k in 0..N - M {
            self.words[k] = self.words[k + M] ^ twist(self.words[k], self.words[k + 1]);
        }
        for k in N - M..N - 1 {
            self.words[k] = self.words[k + M - N] ^ twist(self.words[k], self.words[k + 1]);
        }
        self.words[N - 1] = self.words[M - 1] ^ twist(self.words[N - 1], self.words[0]);
        self.position = 0;
    }

    /// The next 32 bits.
    #[inline]
    pub fn next_word(&mut self) -> u32 {
        if self.position as usize >= N {
            self.refill();
        }
        let mut y = self.words[self.position as usize];
        self.position += 1;
        y ^= y >> 11;
        y ^= (y << 7) & 0x9d2c_5680;
        y ^= (y << 15) & 0xefc6_0000;
        y ^ (y >> 18)
    }

    /// A float in [0, 1) with 53 random bits.
    #[inline]
    pub fn next_float(&mut self) -> f64 {
        let a = (self.next_word() >> 5) as f64;
        let b = (self.next_word() >> 6) as f64;
        (a * 67108864.0 + b) * (1.0 / 9007199254740992.0)
    }

    /// `count` random bits as little-endian words; the last one holds the odd bits.
    pub fn next_bits(&mut self, count: u64) -> Vec<u32> {
        let mut left = count;
        let mut words = Vec::with_capacity(count.div_ceil(32) as usize);
        while left > 0 {
            let word = self.next_word();
            words.push(if left < 32 { word >> (32 - left) } else { word });
            left = left.saturating_sub(32);
        }
        words
    }

    /// Up to 64 random bits, as `getrandbits(count)` gives them.
    #[inline]
    pub fn next_bits_small(&mut self, count: u32) -> u64 {
        match count {
            0 => 0,
            1..=32 => (self.next_word() >> (32 - count)) as u64,
            _ => {
                let low = self.next_word() as u64;
                low | ((self.next_word() >> (64 - count)) as u64) << 32
            }
        }
    }

    /// A uniform integer below `n > 0`, drawn as CPython's `_randbelow` does.
    pub fn below(&mut self, n: u64) -> u64 {
        let bits = 64 - n.leading_zeros();
        loop {
            let r = self.next_bits_small(bits);
            if r < n {
                return r;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Twister;

    /// The values are `random.seed(42)` of CPython.
    #[test]
    fn same_sequence_as_cpython() {
        let mut t = Twister::unseeded();
        t.seed(&[42]);
        assert_eq!(t.next_float(), 0.6394267984578837);
        assert_eq!(t.next_float(), 0.025010755222666936);
        assert_eq!(t.next_bits_small(32), 1181241943);
    }
}

//! Machine integers in decimal, written on the stack.

use crate::core::{Gc, StrObj};

const PAIRS: [[u8; 2]; 100] = {
    let mut pairs = [[0; 2]; 100];
    let mut i = 0;
    while i < 100 {
        pairs[i] = [b'0' + (i / 10) as u8, b'0' + (i % 10) as u8];
        i += 1;
    }
    pairs
};

/// The digits of a number, at the end of the buffer.
pub struct Digits {
    buffer: [u8; 24],
    start: usize,
}

impl Digits {
    #[inline]
    pub fn of_magnitude(mut n: u64) -> Digits {
        let mut d = Digits { buffer: [0; 24], start: 24 };
        while n >= 100 {
            let pair = PAIRS[(n % 100) as usize];
            n /= 100;
            d.start -= 2;
            d.buffer[d.start..d.start + 2].copy_from_slice(&pair);
        }
        if n >= 10 {
            d.start -= 2;
            d.buffer[d.start..d.start + 2].copy_from_slice(&PAIRS[n as usize]);
        } else {
            d.start -= 1;
            d.buffer[d.start] = b'0' + n as u8;
        }
        d
    }
    #[inline]
    pub fn of(n: i64) -> Digits {
        let mut d = Digits::of_magnitude(n.unsigned_abs());
        if n < 0 {
            d.start -= 1;
            d.buffer[d.start] = b'-';
        }
        d
    }
    #[inline]
    pub fn bytes(&self) -> &[u8] {
        &self.buffer[self.start..]
    }
}

/// `str(n)`
pub fn text(n: i64) -> Gc<StrObj> {
    if let 0..=9 = n {
        return crate::text::object::of_code(b'0' as u32 + n as u32);
    }
    StrObj::from_latin1(Digits::of(n).bytes(), true)
}

#[cfg(test)]
mod tests {
    use super::Digits;

    #[test]
    fn agrees_with_the_standard_library() {
        for n in [0, 7, 10, 99, 100, 101, 12345, -1, -10, i64::MAX, i64::MIN, 1_000_000, -999] {
            assert_eq!(Digits::of(n).bytes(), n.to_string().as_bytes());
        }
    }
}

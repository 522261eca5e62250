//! Text as the algorithms see it: a slice of one-, two- or four-byte units, and the buffer that results grow in.
//!
//! A Python `str` is stored in the narrowest of the three widths that holds its widest code point; that is what makes
//! equality a comparison of bytes and a needle wider than the haystack an immediate "not found".

/// The storage of a string.
#[derive(Clone, Copy, Debug)]
pub enum Units<'a> {
    One(&'a [u8]),
    Two(&'a [u16]),
    Four(&'a [u32]),
}

/// A unit of any width.
pub trait Unit: Copy + Eq + Ord + 'static {
    const WIDTH: usize;
    fn code(self) -> u32;
    /// Only for code points that fit.
    fn narrow(code: u32) -> Self;
    fn wrap(slice: &[Self]) -> Units<'_>;
}

impl Unit for u8 {
    const WIDTH: usize = 1;
    #[inline]
    fn code(self) -> u32 {
        self as u32
    }
    #[inline]
    fn narrow(code: u32) -> u8 {
        code as u8
    }
    #[inline]
    fn wrap(slice: &[u8]) -> Units<'_> {
        Units::One(slice)
    }
}

impl Unit for u16 {
    const WIDTH: usize = 2;
    #[inline]
    fn code(self) -> u32 {
        self as u32
    }
    #[inline]
    fn narrow(code: u32) -> u16 {
        code as u16
    }
    #[inline]
    fn wrap(slice: &[u16]) -> Units<'_> {
        Units::Two(slice)
    }
}

impl Unit for u32 {
    const WIDTH: usize = 4;
    #[inline]
    fn code(self) -> u32 {
        self
    }
    #[inline]
    fn narrow(code: u32) -> u32 {
        code
    }
    #[inline]
    fn wrap(slice: &[u32]) -> Units<'_> {
        Units::Four(slice)
    }
}

/// Runs the body with `$s` bound to the typed slice.
#[macro_export]
macro_rules! with_units {
    ($units:expr, $s:ident => $body:expr) => {
        match $units {
            $crate::text::units::Units::One($s) => $body,
            $crate::text::units::Units::Two($s) => $body,
            $crate::text::units::Units::Four($s) => $body,
        }
    };
}

impl<'a> Units<'a> {
    #[inline]
    pub fn len(self) -> usize {
        with_units!(self, s => s.len())
    }
    #[inline]
    pub fn is_empty(self) -> bool {
        self.len() == 0
    }
    #[inline]
    pub fn width(self) -> usize {
        match self {
            Units::One(_) => 1,
            Units::Two(_) => 2,
            Units::Four(_) => 4,
        }
    }
    #[inline]
    pub fn at(self, i: usize) -> u32 {
        with_units!(self, s => s[i].code())
    }
    #[inline]
    pub fn slice(self, from: usize, to: usize) -> Units<'a> {
        match self {
            Units::One(s) => Units::One(&s[from..to]),
            Units::Two(s) => Units::Two(&s[from..to]),
            Units::Four(s) => Units::Four(&s[from..to]),
        }
    }
    pub fn from(self, from: usize) -> Units<'a> {
        self.slice(from, self.len())
    }
    pub fn codes(self) -> Codes<'a> {
        Codes { units: self, at: 0 }
    }
    /// The code points as a Rust string; lone surrogates become U+FFFD.
    pub fn to_lossy(self) -> String {
        self.codes().map(|c| char::from_u32(c).unwrap_or('\u{fffd}')).collect()
    }
    pub fn bytes(self) -> &'a [u8] {
        match self {
            Units::One(s) => s,
            // SAFETY: any integer slice may be seen as bytes.
            Units::Two(s) => unsafe {
                std::slice::from_raw_parts(s.as_ptr().cast(), std::mem::size_of_val(s))
            },
            // SAFETY: as above.
            Units::Four(s) => unsafe {
                std::slice::from_raw_parts(s.as_ptr().cast(), std::mem::size_of_val(s))
            },
        }
    }
    /// The OR of all code points: enough to choose the width that a copy of this needs.
    pub fn bits(self) -> u32 {
        with_units!(self, s => s.iter().fold(0, |bits, u| bits | u.code()))
    }
}

impl PartialEq for Units<'_> {
    fn eq(&self, other: &Self) -> bool {
        match (*self, *other) {
            (Units::One(a), Units::One(b)) => a == b,
            (Units::Two(a), Units::Two(b)) => a == b,
            (Units::Four(a), Units::Four(b)) => a == b,
            // Slices of a wider string may hold narrow code points only.
            (a, b) => a.len() == b.len() && a.codes().eq(b.codes()),
        }
    }
}

impl Eq for Units<'_> {}

impl PartialOrd for Units<'_> {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Units<'_> {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        match (*self, *other) {
            (Units::One(a), Units::One(b)) => a.cmp(b),
            (Units::Two(a), Units::Two(b)) => a.cmp(b),
            (Units::Four(a), Units::Four(b)) => a.cmp(b),
            (a, b) => a.codes().cmp(b.codes()),
        }
    }
}

pub struct Codes<'a> {
    units: Units<'a>,
    at: usize,
}

impl Iterator for Codes<'_> {
    type Item = u32;
    #[inline]
    fn next(&mut self) -> Option<u32> {
        let c = with_units!(self.units, s => s.get(self.at).map(|u| u.code()));
        self.at += c.is_some() as usize;
        c
    }
    fn size_hint(&self) -> (usize, Option<usize>) {
        let n = self.units.len() - self.at;
        (n, Some(n))
    }
}

/// Text under construction: one byte a code point until a wider one comes, then four.
#[derive(Default)]
pub struct Buffer {
    narrow: Vec<u8>,
    wide: Vec<u32>,
    is_wide: bool,
    bits: u32,
}

impl Buffer {
    pub fn new() -> Buffer {
        Buffer::default()
    }
    pub fn with_capacity(n: usize) -> Buffer {
        Buffer { narrow: Vec::with_capacity(n), ..Buffer::default() }
    }
    pub fn from_ascii(text: Vec<u8>) -> Buffer {
        debug_assert!(text.is_ascii());
        Buffer { narrow: text, ..Buffer::default() }
    }
    pub fn from_latin1(text: Vec<u8>) -> Buffer {
        let bits = Units::One(&text).bits();
        Buffer { narrow: text, bits, ..Buffer::default() }
    }
    pub fn from_codes(codes: Vec<u32>) -> Buffer {
        let bits = Units::Four(&codes).bits();
        Buffer { wide: codes, is_wide: true, bits, ..Buffer::default() }
    }
    /// In memory that was used before.
    pub fn over(mut spare: Vec<u8>) -> Buffer {
        spare.clear();
        Buffer { narrow: spare, ..Buffer::default() }
    }
    /// The memory, for another one.
    pub fn into_spare(self) -> Vec<u8> {
        self.narrow
    }
    pub fn len(&self) -> usize {
        if self.is_wide { self.wide.len() } else { self.narrow.len() }
    }
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }
    fn widen(&mut self) {
        self.wide = Vec::with_capacity(self.narrow.len() * 2);
        self.wide.extend(self.narrow.iter().map(|b| *b as u32));
        self.narrow = Vec::new();
        self.is_wide = true;
    }
    #[inline]
    pub fn push(&mut self, code: u32) {
        self.bits |= code;
        if !self.is_wide {
            if code < 256 {
                return self.narrow.push(code as u8);
            }
            self.widen();
        }
        self.wide.push(code);
    }
    pub fn fill(&mut self, code: u32, count: usize) {
        if count == 0 {
            return;
        }
        self.bits |= code;
        if !self.is_wide {
            if code < 256 {
                return self.narrow.extend(std::iter::repeat_n(code as u8, count));
            }
            self.widen();
        }
        self.wide.extend(std::iter::repeat_n(code, count));
    }
    pub fn push_ascii(&mut self, text: &[u8]) {
        debug_assert!(text.is_ascii());
        if self.is_wide {
            self.wide.extend(text.iter().map(|b| *b as u32));
        } else {
            self.narrow.extend_from_slice(text);
        }
    }
    /// What `write` appends, which is ASCII.
    pub fn push_ascii_by(&mut self, write: impl FnOnce(&mut Vec<u8>)) {
        if self.is_wide {
            let mut text = Vec::new();
            write(&mut text);
            self.push_ascii(&text);
        } else {
            write(&mut self.narrow);
        }
    }
    pub fn push_str(&mut self, text: &str) {
        if text.is_ascii() {
            self.push_ascii(text.as_bytes());
        } else {
            text.chars().for_each(|c| self.push(c as u32));
        }
    }
    pub fn push_units(&mut self, units: Units) {
        match units {
            Units::One(s) if !self.is_wide => {
                if !s.is_ascii() {
                    self.bits |= units.bits();
                }
                self.narrow.extend_from_slice(s);
            }
            _ => {
                let bits = units.bits();
                self.bits |= bits;
                if bits > 255 && !self.is_wide {
                    self.widen();
                }
                if self.is_wide {
                    with_units!(units, s => self.wide.extend(s.iter().map(|u| u.code())));
                } else {
                    with_units!(units, s => self.narrow.extend(s.iter().map(|u| u.code() as u8)));
                }
            }
        }
    }
    /// The OR of all code points pushed.
    pub fn bits(&self) -> u32 {
        self.bits
    }
    pub fn units(&self) -> Units<'_> {
        if self.is_wide { Units::Four(&self.wide) } else { Units::One(&self.narrow) }
    }
    pub fn to_lossy(&self) -> String {
        self.units().to_lossy()
    }
}

/// The width that strings with these code point bits are stored in.
#[inline]
pub fn width_for(bits: u32) -> usize {
    if bits < 0x100 {
        1
    } else if bits < 0x10000 {
        2
    } else {
        4
    }
}

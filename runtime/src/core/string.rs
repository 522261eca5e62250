//! The layout of `str` and what the rest of the runtime needs of it; methods are in `text`.
//!
//! Storage is one, two or four bytes per code point, the smallest that fits, as in CPython. Lone
//! surrogates are allowed, so this is not Rust's `str`.

use super::gc::{Gc, Header, HeapObject};
use runtime_interface::{layout::header, layout::strings, tag};
use std::cell::UnsafeCell;

/// A `str` object; its text follows it, or, if [`strings::SHARED`], a pointer to the buffer that it
/// shares with the strings it was built from (see [`crate::text::growing`]).
#[repr(C)]
pub struct StrObj {
    pub header: Header,
    /// Length in code points.
    pub len: usize,
    /// Cached hash, 0 while unknown.
    pub hash: u64,
    /// Width (1, 2, 4) in the low byte, [`strings::ASCII`], [`strings::SHARED`].
    pub kind: u64,
}

// SAFETY: the descriptor of STR computes the size from `len` and `kind`; it holds no pointers.
unsafe impl HeapObject for StrObj {
    const TAG: u64 = tag::STR;
}

/// The code points of a string by storage width.
#[derive(Clone, Copy)]
pub enum Chars<'a> {
    One(&'a [u8]),
    Two(&'a [u16]),
    Four(&'a [u32]),
}

impl StrObj {
    #[inline(always)]
    pub fn width(&self) -> usize {
        (self.kind & 0xff) as usize
    }
    #[inline(always)]
    pub fn is_ascii(&self) -> bool {
        self.kind & strings::ASCII != 0
    }
    /// Address of the first code point.
    #[inline(always)]
    pub fn storage(&self) -> *const u8 {
        // SAFETY: what follows the struct is the text or the pointer, as the flag says.
        unsafe {
            let own = (self as *const StrObj).add(1) as *const u8;
            if self.kind & strings::SHARED == 0 {
                own
            } else {
                (*(own as *const *const u8)).add(crate::text::growing::TEXT)
            }
        }
    }
    /// Bytes that the object takes.
    #[inline(always)]
    pub fn size_in_memory(&self) -> usize {
        let text = if self.kind & strings::SHARED != 0 { 8 } else { self.len * self.width() };
        strings::DATA as usize + text
    }
    /// Address of the buffer that holds the text, if it is a shared one.
    #[inline(always)]
    pub fn shared_buffer(&self) -> Option<usize> {
        // SAFETY: the flag says that the pointer follows the struct.
        (self.kind & strings::SHARED != 0)
            .then(|| unsafe { *((self as *const StrObj).add(1) as *const usize) })
    }
    /// The text as bytes; equal texts of equal width have equal bytes.
    #[inline(always)]
    pub fn bytes(&self) -> &[u8] {
        // SAFETY: the storage has `len` code points of that width.
        unsafe { std::slice::from_raw_parts(self.storage(), self.len * self.width()) }
    }
    /// The storage.
    #[inline(always)]
    pub fn chars(&self) -> Chars<'_> {
        // SAFETY: `len` items of the stated width follow the struct.
        unsafe {
            let data = self.storage();
            match self.kind & 0xff {
                1 => Chars::One(std::slice::from_raw_parts(data as *const u8, self.len)),
                2 => Chars::Two(std::slice::from_raw_parts(data as *const u16, self.len)),
                _ => Chars::Four(std::slice::from_raw_parts(data as *const u32, self.len)),
            }
        }
    }
    /// Code point `i`, which is in range.
    #[inline(always)]
    pub fn at(&self, i: usize) -> u32 {
        match self.chars() {
            Chars::One(s) => s[i] as u32,
            Chars::Two(s) => s[i] as u32,
            Chars::Four(s) => s[i],
        }
    }
    /// The text as Rust's `str` if it is ASCII.
    #[inline(always)]
    pub fn as_ascii(&self) -> Option<&str> {
        match self.chars() {
            // SAFETY: ASCII is UTF-8.
            Chars::One(s) if self.is_ascii() => Some(unsafe { std::str::from_utf8_unchecked(s) }),
            _ => None,
        }
    }
    /// The code points, one by one.
    pub fn iter(&self) -> impl Iterator<Item = u32> + '_ {
        (0..self.len).map(|i| self.at(i))
    }
    /// Whether the text is `other`.
    pub fn eq_str(&self, other: &str) -> bool {
        match self.as_ascii() {
            Some(s) => s == other,
            None => self.iter().eq(other.chars().map(|c| c as u32)),
        }
    }
    /// As Rust text; lone surrogates become U+FFFD.
    pub fn to_string_lossy(&self) -> String {
        match self.as_ascii() {
            Some(s) => s.to_owned(),
            None => self.iter().map(|c| char::from_u32(c).unwrap_or('\u{fffd}')).collect(),
        }
    }

    /// A new string of `len` code points in `width` bytes each; the caller fills the storage
    /// before it allocates again, and `width` is the smallest that fits.
    pub fn alloc(len: usize, width: usize, ascii: bool) -> Gc<StrObj> {
        let mut s: Gc<StrObj> =
            crate::memory::allocate(tag::STR, strings::DATA as usize + len * width).cast();
        s.len = len;
        s.hash = 0;
        s.kind = width as u64 | if ascii { strings::ASCII } else { 0 };
        s
    }
    /// Start of the storage of a new string.
    pub fn data_mut(s: Gc<StrObj>) -> *mut u8 {
        // SAFETY: the storage follows the struct.
        unsafe { s.as_ptr().add(1) as *mut u8 }
    }
    /// From Rust text.
    #[allow(clippy::should_implement_trait)]
    pub fn from_str(text: &str) -> Gc<StrObj> {
        if text.is_ascii() {
            return StrObj::from_latin1(text.as_bytes(), true);
        }
        let max = text.chars().map(|c| c as u32).max().unwrap_or(0);
        let len = text.chars().count();
        StrObj::from_code_points(len, max, text.chars().map(|c| c as u32))
    }
    /// From bytes that are code points below 256; `ascii` says whether all are below 128.
    pub fn from_latin1(bytes: &[u8], ascii: bool) -> Gc<StrObj> {
        let s = StrObj::alloc(bytes.len(), 1, ascii);
        // SAFETY: the storage has room for all.
        unsafe { crate::text::object::copy_short(bytes.as_ptr(), StrObj::data_mut(s), bytes.len()) }
        s
    }
    /// From `len` code points of which `max` is the greatest (or an upper bound of the same width).
    pub fn from_code_points(len: usize, max: u32, points: impl Iterator<Item = u32>) -> Gc<StrObj> {
        let width = width_for(max);
        let s = StrObj::alloc(len, width, max < 128);
        let data = StrObj::data_mut(s);
        let mut n = 0;
        // SAFETY: at most `len` items are written, each of the allocated width.
        unsafe {
            for c in points.take(len) {
                match width {
                    1 => *data.add(n) = c as u8,
                    2 => *(data as *mut u16).add(n) = c as u16,
                    _ => *(data as *mut u32).add(n) = c,
                }
                n += 1;
            }
        }
        assert_eq!(n, len, "a string was announced longer than it is");
        s
    }
    /// From a slice of code points, in the smallest width.
    pub fn from_points(points: &[u32]) -> Gc<StrObj> {
        let max = points.iter().copied().max().unwrap_or(0);
        StrObj::from_code_points(points.len(), max, points.iter().copied())
    }
}

/// Bytes per code point for strings whose greatest code point is `max`.
pub fn width_for(max: u32) -> usize {
    match max {
        0..=0xff => 1,
        0x100..=0xffff => 2,
        _ => 4,
    }
}

/// A `str` in the executable's data: header and text of a name that the runtime itself uses.
#[repr(C)]
pub struct StaticStr<const N: usize> {
    object: UnsafeCell<StrObj>,
    text: [u8; N],
}

// SAFETY: only the cached hash changes, on the one mutator thread.
unsafe impl<const N: usize> Sync for StaticStr<N> {}

impl<const N: usize> StaticStr<N> {
    /// `text` must be ASCII.
    pub const fn new(text: &str) -> StaticStr<N> {
        let bytes = text.as_bytes();
        let mut copy = [0; N];
        let mut i = 0;
        while i < N {
            assert!(bytes[i] < 128);
            copy[i] = bytes[i];
            i += 1;
        }
        StaticStr {
            object: UnsafeCell::new(StrObj {
                header: Header(tag::STR | header::STATIC),
                len: N,
                hash: 0,
                kind: 1 | strings::ASCII,
            }),
            text: copy,
        }
    }
    #[inline(always)]
    pub fn get(&'static self) -> Gc<StrObj> {
        Gc::from_ptr(self.object.get())
    }
}

/// `name!("__init__")`: the static `str` object of an ASCII literal.
#[macro_export]
macro_rules! name {
    ($text:expr) => {{
        static NAME: $crate::core::string::StaticStr<{ $text.len() }> =
            $crate::core::string::StaticStr::new($text);
        NAME.get()
    }};
}

//! Between string objects and the algorithms over units: views, new strings, concatenation, pieces.

use super::growing;
use super::units::{Buffer, Unit, Units, width_for};
use crate::core::gc::Header;
use crate::core::string::Chars;
use crate::core::{Gc, R, StrObj, Value};
use crate::types::Compare;
use crate::with_units;
use runtime_interface::layout::{header, strings};
use runtime_interface::tag;

/// The storage of a string. Strings neither move nor change, so the view lives as long as the object, which the
/// caller keeps on its stack.
#[inline(always)]
pub fn units_of<'a>(s: Gc<StrObj>) -> Units<'a> {
    // SAFETY: as said above.
    let object: &'a StrObj = unsafe { &*s.as_ptr() };
    match object.chars() {
        Chars::One(u) => Units::One(u),
        Chars::Two(u) => Units::Two(u),
        Chars::Four(u) => Units::Four(u),
    }
}

/// One of the 256 single-character strings that exist from the start.
#[repr(C)]
pub struct StaticChar {
    object: std::cell::UnsafeCell<StrObj>,
    text: [u8; 8],
}
// SAFETY: only the cached hash changes, on the one mutator thread.
unsafe impl Sync for StaticChar {}

const fn static_char(text: u8, len: usize) -> StaticChar {
    let ascii = if text < 128 { strings::ASCII } else { 0 };
    StaticChar {
        object: std::cell::UnsafeCell::new(StrObj {
            header: Header(tag::STR | header::STATIC),
            len,
            hash: 0,
            kind: 1 | ascii,
        }),
        text: [text, 0, 0, 0, 0, 0, 0, 0],
    }
}

/// Compiled code takes them from here.
#[unsafe(export_name = "tp_characters")]
pub static LATIN1: [StaticChar; 256] = {
    let mut table = [const { static_char(0, 1) }; 256];
    let mut i = 0;
    while i < 256 {
        table[i] = static_char(i as u8, 1);
        i += 1;
    }
    table
};

const _: () = assert!(size_of::<StaticChar>() == strings::CHARACTER_SIZE as usize);

static EMPTY: StaticChar = static_char(0, 0);

pub fn empty() -> Gc<StrObj> {
    Gc::from_ptr(EMPTY.object.get())
}

/// The string of one code point.
#[inline]
pub fn of_code(code: u32) -> Gc<StrObj> {
    if code < 256 {
        debug_assert!(LATIN1[code as usize].text[0] as u32 == code);
        return Gc::from_ptr(LATIN1[code as usize].object.get());
    }
    StrObj::from_code_points(1, code, std::iter::once(code))
}

/// A new string of these units, in the narrowest storage; `bits` is the OR of the code points.
pub fn from_units(units: Units, bits: u32) -> Gc<StrObj> {
    let len = units.len();
    if len <= 1 {
        return if len == 0 { empty() } else { of_code(units.at(0)) };
    }
    let width = width_for(bits);
    let s = StrObj::alloc(len, width, bits < 128);
    // SAFETY: the storage has `len` items of `width` bytes.
    unsafe { copy_units(units, StrObj::data_mut(s), 0, width) };
    s
}

/// Copies units into storage of `width` bytes a unit, at unit `at`.
///
/// # Safety
/// The storage has room, and the units fit its width.
pub unsafe fn copy_units(units: Units, data: *mut u8, at: usize, width: usize) {
    // SAFETY: by the contract.
    unsafe {
        if units.width() == width {
            let bytes = units.bytes();
            return std::ptr::copy_nonoverlapping(bytes.as_ptr(), data.add(at * width), bytes.len());
        }
        unsafe fn convert<A: Unit, B: Unit>(from: &[A], to: *mut B) {
            for (i, u) in from.iter().enumerate() {
                // SAFETY: by the contract of `copy_units`.
                unsafe { to.add(i).write(B::narrow(u.code())) };
            }
        }
        match width {
            1 => with_units!(units, s => convert(s, data.add(at))),
            2 => with_units!(units, s => convert(s, (data as *mut u16).add(at))),
            _ => with_units!(units, s => convert(s, (data as *mut u32).add(at))),
        }
    }
}

/// Copies bytes that are likely to be few: words that overlap instead of a call.
///
/// # Safety
/// As of a copy of `len` bytes.
#[inline(always)]
pub unsafe fn copy_short(from: *const u8, to: *mut u8, len: usize) {
    /// The first and the last bytes of a piece, which may be the same ones.
    #[inline(always)]
    unsafe fn both_ends<T: Copy>(from: *const u8, to: *mut u8, len: usize) {
        let last = len - size_of::<T>();
        // SAFETY: the caller's piece is at least as long as one of them.
        unsafe {
            let (head, tail) =
                (from.cast::<T>().read_unaligned(), from.add(last).cast::<T>().read_unaligned());
            to.cast::<T>().write_unaligned(head);
            to.add(last).cast::<T>().write_unaligned(tail);
        }
    }
    // SAFETY: by the contract.
    unsafe {
        match len {
            0 => {}
            1 => *to = *from,
            2..=3 => both_ends::<u16>(from, to, len),
            4..=7 => both_ends::<u32>(from, to, len),
            8..=15 => both_ends::<u64>(from, to, len),
            16..=32 => both_ends::<u128>(from, to, len),
            _ => std::ptr::copy_nonoverlapping(from, to, len),
        }
    }
}

/// The string that a buffer holds.
pub fn finish(buffer: &Buffer) -> Gc<StrObj> {
    from_units(buffer.units(), buffer.bits())
}

/// `s[from:to]` for a range inside the string.
#[inline]
pub fn substring(s: Gc<StrObj>, from: usize, to: usize) -> Gc<StrObj> {
    if from == 0 && to == s.len {
        return s;
    }
    piece(units_of(s), s.is_ascii(), from, to)
}

/// The same when only the units are at hand; `ascii` says that all of them are.
#[inline]
pub fn piece(units: Units, ascii: bool, from: usize, to: usize) -> Gc<StrObj> {
    let part = units.slice(from, to);
    if let (Units::One(bytes), true) = (part, ascii)
        && bytes.len() > 1
    {
        return StrObj::from_latin1(bytes, true);
    }
    from_units(part, part.bits())
}

/// The upper bound of a string's code points that its storage shows.
#[inline(always)]
pub fn storage_bits(s: Gc<StrObj>) -> u32 {
    match s.kind {
        k if k & strings::ASCII != 0 => 0x7f,
        k if k & 0xff == 1 => 0xff,
        k if k & 0xff == 2 => 0xffff,
        _ => 0x10ffff,
    }
}

/// `a + b` of exact strings.
#[inline]
pub fn concat(a: Gc<StrObj>, b: Gc<StrObj>) -> Gc<StrObj> {
    if b.len == 0 {
        return a;
    }
    if a.len == 0 {
        return b;
    }
    if a.len >= growing::LEAST && b.len <= a.len {
        return growing::append(a, b);
    }
    let bits = storage_bits(a) | storage_bits(b);
    let width = width_for(bits);
    let s = StrObj::alloc(a.len + b.len, width, bits < 128);
    let data = StrObj::data_mut(s);
    if width == 1 {
        // SAFETY: the storage has room for both.
        unsafe {
            copy_short(a.storage(), data, a.len);
            copy_short(b.storage(), data.add(a.len), b.len);
        }
        return s;
    }
    // SAFETY: the storage has room for both.
    unsafe {
        copy_units(units_of(a), data, 0, width);
        copy_units(units_of(b), data, a.len, width);
    }
    s
}

/// Joins string values that lie on the stack or in a live object.
pub fn concat_all(parts: &[Value], separator: Option<Gc<StrObj>>) -> Gc<StrObj> {
    match parts {
        [] => return empty(),
        [one] => return one.cast(),
        _ => {}
    }
    let mut len = 0;
    let mut bits = 0;
    for part in parts {
        let s = part.cast::<StrObj>();
        len += s.len;
        bits |= storage_bits(s);
    }
    if let Some(s) = separator {
        len += s.len * (parts.len() - 1);
        bits |= storage_bits(s);
    }
    if len == 0 {
        return empty();
    }
    let width = width_for(bits);
    let result = StrObj::alloc(len, width, bits < 128);
    let data = StrObj::data_mut(result);
    if width == 1 {
        let separator = separator.map_or((std::ptr::null(), 0), |s| (s.storage(), s.len));
        let mut to = data;
        for (i, part) in parts.iter().enumerate() {
            let s = part.cast::<StrObj>();
            // SAFETY: the storage has room for all of them.
            unsafe {
                if i > 0 {
                    copy_short(separator.0, to, separator.1);
                    to = to.add(separator.1);
                }
                copy_short(s.storage(), to, s.len);
                to = to.add(s.len);
            }
        }
        return result;
    }
    let mut at = 0;
    // SAFETY: the storage has room for all of them.
    unsafe {
        for (i, part) in parts.iter().enumerate() {
            if i > 0
                && let Some(s) = separator
            {
                copy_units(units_of(s), data, at, width);
                at += s.len;
            }
            let s = part.cast::<StrObj>();
            copy_units(units_of(s), data, at, width);
            at += s.len;
        }
    }
    result
}

/// `s * n`.
pub fn repeat(s: Gc<StrObj>, n: i64) -> R<Gc<StrObj>> {
    if n <= 0 || s.len == 0 {
        return Ok(empty());
    }
    if n == 1 {
        return Ok(s);
    }
    let n = n as usize;
    let len = s
        .len
        .checked_mul(n)
        .filter(|len| *len <= i64::MAX as usize)
        .ok_or_else(|| raise!(OverflowError, "repeated string is too long"))?;
    crate::memory::check_room(len.saturating_mul(s.width()))?;
    let result = StrObj::alloc(len, s.width(), s.is_ascii());
    let data = StrObj::data_mut(result);
    let bytes = units_of(s).bytes();
    // SAFETY: the storage has n times the bytes.
    unsafe {
        if bytes.len() == 1 {
            data.write_bytes(bytes[0], n);
        } else {
            // Doubles what is there already.
            let total = bytes.len() * n;
            std::ptr::copy_nonoverlapping(bytes.as_ptr(), data, bytes.len());
            let mut done = bytes.len();
            while done < total {
                let step = done.min(total - done);
                std::ptr::copy_nonoverlapping(data, data.add(done), step);
                done += step;
            }
        }
    }
    Ok(result)
}

/// Whether two strings are the same text. Storage is canonical, so equal texts have equal bytes.
#[inline(always)]
pub fn equal(a: Gc<StrObj>, b: Gc<StrObj>) -> bool {
    a == b || (a.len == b.len && a.kind & 0xff == b.kind & 0xff && units_of(a).bytes() == units_of(b).bytes())
}

#[inline]
pub fn compare_texts(a: Gc<StrObj>, b: Gc<StrObj>, op: Compare) -> bool {
    match op {
        Compare::Eq => equal(a, b),
        Compare::Ne => !equal(a, b),
        _ => crate::numbers::int_type::holds(op, Some(units_of(a).cmp(&units_of(b)))),
    }
}

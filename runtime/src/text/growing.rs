//! Strings that are built piece by piece: `s += piece` in a loop takes time in proportion to the pieces.
//!
//! The result of appending to a long string shares a *buffer* with it: a byte array with room to spare, whose first
//! word says how many code points are in use. Every string that shares the buffer is a prefix of its contents and never
//! changes. Appending to the string that ends where the buffer's use ends writes behind it; appending to any other copies.
//!
//! ```python
//! s = ""
//! for word in words:
//!     s += word       # amortized: copies only when the buffer is full
//! t = s[:0] + s       # its own text
//! ```

use super::object::{copy_units, storage_bits, units_of};
use super::units::width_for;
use crate::core::{Gc, StrObj};
use crate::memory::{self, ByteArray};
use runtime_interface::{layout::strings, tag};

/// Bytes from a buffer's start to its text: header, length, code points in use.
pub const TEXT: usize = strings::SHARED_TEXT as usize;

/// Shorter strings are copied: their buffers would cost more than they save.
pub const LEAST: usize = 192;

fn buffer_of(s: Gc<StrObj>) -> Option<Gc<ByteArray>> {
    if s.kind & strings::SHARED == 0 {
        return None;
    }
    // SAFETY: the flag says that the pointer follows the struct.
    Some(Gc::from_ptr(unsafe { *(s.as_ptr().add(1) as *const *mut ByteArray) }))
}

fn in_use(buffer: Gc<ByteArray>) -> *mut usize {
    ByteArray::data(buffer) as *mut usize
}

/// `a + b` for a long `a`.
pub fn append(a: Gc<StrObj>, b: Gc<StrObj>) -> Gc<StrObj> {
    let bits = storage_bits(a) | storage_bits(b);
    let width = width_for(bits);
    let len = a.len + b.len;
    if let Some(buffer) = buffer_of(a)
        && width == a.width()
        // SAFETY: a buffer starts with that word.
        && unsafe { *in_use(buffer) } == a.len
        && 8 + len * width <= buffer.len
    {
        // SAFETY: there is room, and nobody sees what lies beyond the use.
        unsafe {
            copy_units(units_of(b), ByteArray::data(buffer).add(8), a.len, width);
            *in_use(buffer) = len;
        }
        return prefix(buffer, len, width, bits < 128);
    }
    // A first append only gets a little room; a string that keeps growing doubles.
    let spare = if buffer_of(a).is_some() { len } else { len / 4 };
    let buffer = ByteArray::uninitialized((8 + (len + spare) * width + 7) & !7);
    // SAFETY: the buffer has room for both.
    unsafe {
        let text = ByteArray::data(buffer).add(8);
        copy_units(units_of(a), text, 0, width);
        copy_units(units_of(b), text, a.len, width);
        *in_use(buffer) = len;
    }
    prefix(buffer, len, width, bits < 128)
}

fn prefix(buffer: Gc<ByteArray>, len: usize, width: usize, ascii: bool) -> Gc<StrObj> {
    let mut s: Gc<StrObj> = memory::allocate(tag::STR, strings::DATA as usize + 8).cast();
    s.len = len;
    s.hash = 0;
    s.kind = width as u64 | strings::SHARED | if ascii { strings::ASCII } else { 0 };
    // SAFETY: the pointer's room follows the struct.
    unsafe { (s.as_ptr().add(1) as *mut *mut ByteArray).write(buffer.as_ptr()) }
    s
}

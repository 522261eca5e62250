//! Layouts of `bytes` and `bytearray`, and both as slices.

use crate::core::{Gc, Header, HeapObject, Raised, Value};
use crate::memory::{self, ByteArray};
use crate::objects::ops;
use runtime_interface::{
    layout::{byte_arrays, byte_strings},
    tag,
};

/// A `bytes` object; its bytes follow.
#[repr(C)]
pub struct BytesObj {
    pub header: Header,
    pub len: usize,
    /// Cached hash, 0 while unknown.
    pub hash: u64,
}

// SAFETY: the descriptor (Array { 24, 1 }) is beside the TypeSpec.
unsafe impl HeapObject for BytesObj {
    const TAG: u64 = tag::BYTES;
}

impl BytesObj {
    pub fn alloc(len: usize) -> Gc<BytesObj> {
        let mut b: Gc<BytesObj> = memory::allocate(tag::BYTES, byte_strings::DATA as usize + len).cast();
        b.len = len;
        b.hash = 0;
        b
    }
    pub fn from_slice(bytes: &[u8]) -> Gc<BytesObj> {
        let b = BytesObj::alloc(bytes.len());
        // SAFETY: the storage has room for all.
        unsafe { std::ptr::copy_nonoverlapping(bytes.as_ptr(), BytesObj::data(b), bytes.len()) }
        b
    }
    #[inline(always)]
    pub fn data(b: Gc<BytesObj>) -> *mut u8 {
        // SAFETY: the storage follows the struct.
        unsafe { b.as_ptr().add(1) as *mut u8 }
    }
    /// The bytes, which neither move nor change; the caller keeps the object alive.
    #[inline(always)]
    pub fn slice<'a>(b: Gc<BytesObj>) -> &'a [u8] {
        // SAFETY: `len` bytes follow the struct.
        unsafe { std::slice::from_raw_parts(BytesObj::data(b), b.len) }
    }
}

/// A `bytearray`: its storage is as long as its capacity. Subclasses extend this layout.
#[repr(C)]
pub struct ByteArrayObj {
    pub header: Header,
    pub len: usize,
    pub array: Gc<ByteArray>,
}

// SAFETY: the descriptor beside the TypeSpec names the one pointer.
unsafe impl HeapObject for ByteArrayObj {
    const TAG: u64 = tag::BYTEARRAY;
}

const _: () = assert!(std::mem::offset_of!(ByteArrayObj, array) == byte_arrays::STORAGE as usize);
const _: () = assert!(size_of::<ByteArray>() == byte_arrays::STORED as usize);

impl ByteArrayObj {
    pub fn from_slice(bytes: &[u8]) -> Gc<ByteArrayObj> {
        let array = ByteArray::uninitialized(bytes.len().max(8));
        // SAFETY: the storage has room for all.
        unsafe { std::ptr::copy_nonoverlapping(bytes.as_ptr(), ByteArray::data(array), bytes.len()) }
        memory::new(ByteArrayObj { header: Header::new(tag::BYTEARRAY), len: bytes.len(), array })
    }
    /// The bytes, valid until the bytearray changes: not to be held across anything that may run Python code.
    #[inline(always)]
    pub fn slice<'a>(b: Gc<ByteArrayObj>) -> &'a [u8] {
        // SAFETY: `len` is within the storage.
        unsafe { std::slice::from_raw_parts(ByteArray::data(b.array), b.len) }
    }
    #[inline(always)]
    pub fn slice_mut<'a>(b: Gc<ByteArrayObj>) -> &'a mut [u8] {
        // SAFETY: as above, and one mutator thread.
        unsafe { std::slice::from_raw_parts_mut(ByteArray::data(b.array), b.len) }
    }
    /// Makes room for `len` bytes and sets the length; new bytes are undefined.
    pub fn resize(mut b: Gc<ByteArrayObj>, len: usize) {
        if len > b.array.len {
            let array = ByteArray::uninitialized((len + len / 8 + 16) & !7);
            // SAFETY: both have the old length.
            unsafe { std::ptr::copy_nonoverlapping(ByteArray::data(b.array), ByteArray::data(array), b.len) }
            b.array = array;
            b.barrier();
        }
        b.len = len;
    }
    /// Replaces the range with other bytes (which do not lie in this bytearray).
    pub fn splice(b: Gc<ByteArrayObj>, from: usize, to: usize, bytes: &[u8]) {
        let old = b.len;
        let len = old - (to - from) + bytes.len();
        if len > old {
            ByteArrayObj::resize(b, len);
        }
        let data = ByteArray::data(b.array);
        // SAFETY: both ranges are inside the storage.
        unsafe {
            std::ptr::copy(data.add(to), data.add(from + bytes.len()), old - to);
            std::ptr::copy_nonoverlapping(bytes.as_ptr(), data.add(from), bytes.len());
        }
        let mut b = b;
        b.len = len;
    }
}

/// The bytes of a bytes-like object: bytes, bytearray, or an instance of a subclass.
#[inline]
pub fn as_bytes<'a>(v: Value) -> Option<&'a [u8]> {
    match v.tag {
        tag::BYTES => Some(BytesObj::slice(v.cast())),
        tag::BYTEARRAY => Some(ByteArrayObj::slice(v.cast())),
        _ if v.tag < tag::FIRST_CLASS => None,
        _ => match ops::builtin_layout(v) {
            tag::BYTES => Some(BytesObj::slice(ops::unwrap(v).exact::<BytesObj>()?)),
            tag::BYTEARRAY => Some(ByteArrayObj::slice(v.cast())),
            _ => None,
        },
    }
}

/// The receiver of a method: known to be bytes or bytearray.
#[inline(always)]
pub fn receiver<'a>(v: Value) -> &'a [u8] {
    as_bytes(v).expect("a bytes receiver")
}

/// A new object of the receiver's builtin type.
pub fn like(v: Value, bytes: &[u8]) -> Value {
    match ops::builtin_layout(v) {
        tag::BYTEARRAY => ByteArrayObj::from_slice(bytes).value(),
        _ => BytesObj::from_slice(bytes).value(),
    }
}

/// A bytes-like argument.
pub fn bytes_argument<'a>(v: Value) -> Result<&'a [u8], Raised> {
    match as_bytes(v) {
        Some(b) => Ok(b),
        None => {
            let name = ops::type_name(v);
            Err(raise!(TypeError, "a bytes-like object is required, not '{name}'"))
        }
    }
}

/// The byte at an index of a `bytes` or `bytearray`, which may count from the end; none outside.
#[inline]
pub fn byte_at(v: Value, i: i64) -> Option<Value> {
    let bytes = match v.tag {
        tag::BYTES => BytesObj::slice(v.cast()),
        _ => ByteArrayObj::slice(v.cast()),
    };
    let index = if i < 0 { i.wrapping_add(bytes.len() as i64) } else { i };
    bytes.get(index as usize).map(|&byte| Value::int(byte.into()))
}

/// Stores a byte into a bytearray; false where index or value is not that simple.
#[inline]
pub fn set_byte_at(v: Value, i: i64, x: Value) -> bool {
    let bytes = ByteArrayObj::slice_mut(v.cast());
    let index = if i < 0 { i.wrapping_add(bytes.len() as i64) } else { i };
    match bytes.get_mut(index as usize) {
        Some(byte) if x.is_int() && (0..256).contains(&x.as_i64()) => {
            *byte = x.as_i64() as u8;
            true
        }
        _ => false,
    }
}

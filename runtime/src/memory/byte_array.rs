//! A fixed-length collected array of bytes or numbers: storage without pointers.

use crate::core::{Gc, Header, HeapObject};
use runtime_interface::tag;

/// `len` bytes follow the struct, aligned to 8.
#[repr(C)]
pub struct ByteArray {
    pub header: Header,
    /// In bytes.
    pub len: usize,
}

// SAFETY: the descriptor of BYTE_ARRAY is Array { 16, 1 } without pointers.
unsafe impl HeapObject for ByteArray {
    const TAG: u64 = tag::BYTE_ARRAY;
}

impl ByteArray {
    /// A new array of `len` bytes, each `fill`.
    pub fn new(len: usize, fill: u8) -> Gc<ByteArray> {
        let a = ByteArray::uninitialized(len);
        // SAFETY: `len` bytes follow the struct.
        unsafe { ByteArray::data(a).write_bytes(fill, len) }
        a
    }
    /// A new array of `len` bytes of any content.
    pub fn uninitialized(len: usize) -> Gc<ByteArray> {
        let mut a: Gc<ByteArray> = super::allocate(tag::BYTE_ARRAY, 16 + len).cast();
        a.len = len;
        a
    }
    /// Address of the first byte.
    #[inline(always)]
    pub fn data(a: Gc<ByteArray>) -> *mut u8 {
        // SAFETY: the bytes follow the struct.
        unsafe { a.as_ptr().add(1) as *mut u8 }
    }
}

//! A fixed-length collected array of values: storage of lists, frames, scratch space.

use crate::core::{Gc, Header, HeapObject, Value};
use runtime_interface::tag;

/// `len` values follow the struct.
#[repr(C)]
pub struct ValueArray {
    pub header: Header,
    pub len: usize,
}

// SAFETY: the descriptor of VALUE_ARRAY is Array { 16, 16 } with Values { 16 }.
unsafe impl HeapObject for ValueArray {
    const TAG: u64 = tag::VALUE_ARRAY;
}

impl ValueArray {
    /// A new array of `len` unbound values.
    pub fn new(len: usize) -> Gc<ValueArray> {
        let a = ValueArray::uninitialized(len);
        ValueArray::fill_from(a, 0);
        a
    }
    /// A new array whose items the caller stores before the next allocation or call.
    #[inline]
    pub fn uninitialized(len: usize) -> Gc<ValueArray> {
        let mut a: Gc<ValueArray> = super::allocate(tag::VALUE_ARRAY, 16 + 16 * len).cast();
        a.len = len;
        a
    }
    /// Unbound values from an item on.
    #[inline]
    pub fn fill_from(a: Gc<ValueArray>, from: usize) {
        // SAFETY: `len` values fit.
        unsafe {
            let items = ValueArray::items(a);
            for i in from..a.len {
                items.add(i).write(Value::UNBOUND);
            }
        }
    }
    /// Address of the first item.
    #[inline(always)]
    pub fn items(a: Gc<ValueArray>) -> *mut Value {
        // SAFETY: the items follow the struct.
        unsafe { a.as_ptr().add(1) as *mut Value }
    }
    #[inline(always)]
    pub fn get(a: Gc<ValueArray>, i: usize) -> Value {
        debug_assert!(i < a.len);
        // SAFETY: in range.
        unsafe { *ValueArray::items(a).add(i) }
    }
    /// Stores with the write barrier.
    #[inline(always)]
    pub fn set(a: Gc<ValueArray>, i: usize, v: Value) {
        debug_assert!(i < a.len);
        // SAFETY: in range.
        unsafe {
            let slot = ValueArray::items(a).add(i);
            *slot = v;
            super::write_barrier_slot(a.header(), slot);
        }
    }
    /// The items; not to be held across anything that may run Python code.
    #[inline(always)]
    pub fn as_slice<'a>(a: Gc<ValueArray>) -> &'a [Value] {
        // SAFETY: initialized by `new`.
        unsafe { std::slice::from_raw_parts(ValueArray::items(a), a.len) }
    }
}

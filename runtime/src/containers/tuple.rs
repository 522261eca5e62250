//! The layout of `tuple` and what the rest of the runtime needs of it; methods are in `tuple_type`.

use super::list::{Kind, ListObj};
use crate::core::{Gc, Header, HeapObject, Value};
use crate::memory::{Descriptor, Size, Trace};
use runtime_interface::{layout::header, tag};

/// A tuple; `len` values follow the struct.
#[repr(C)]
pub struct TupleObj {
    pub header: Header,
    pub len: usize,
}

// SAFETY: the descriptor below describes this layout.
unsafe impl HeapObject for TupleObj {
    const TAG: u64 = tag::TUPLE;
}

/// A shared object that lives in the executable.
#[repr(transparent)]
pub struct Static<T>(std::cell::UnsafeCell<T>);
// SAFETY: an empty tuple has nothing that changes.
unsafe impl<T> Sync for Static<T> {}

/// Compiled code refers to it by this symbol.
#[unsafe(no_mangle)]
#[allow(non_upper_case_globals)]
pub static tp_empty_tuple: Static<TupleObj> =
    Static(std::cell::UnsafeCell::new(TupleObj { header: Header(tag::TUPLE | header::STATIC), len: 0 }));

impl TupleObj {
    pub const DESCRIPTOR: Descriptor =
        Descriptor { size: Size::Array { base: 16, item: 16 }, trace: Trace::Values { base: 16 } };

    /// The empty tuple, of which there is one.
    pub fn empty() -> Gc<TupleObj> {
        Gc::from_ptr(tp_empty_tuple.0.get())
    }
    /// A tuple of `len` unbound values, to be filled with [`TupleObj::set`] before Python sees it.
    pub fn new(len: usize) -> Gc<TupleObj> {
        if len == 0 {
            return TupleObj::empty();
        }
        let t = TupleObj::uninitialized(len);
        // SAFETY: `len` values fit.
        unsafe {
            for i in 0..len {
                TupleObj::items(t).add(i).write(Value::UNBOUND);
            }
        }
        t
    }
    /// A tuple whose `len > 0` items the caller stores before the next allocation or call.
    #[inline]
    pub fn uninitialized(len: usize) -> Gc<TupleObj> {
        let mut t: Gc<TupleObj> = crate::memory::allocate(tag::TUPLE, 16 + 16 * len).cast();
        t.len = len;
        t
    }
    /// From values that are on the stack or in a live object.
    pub fn from_slice(values: &[Value]) -> Gc<TupleObj> {
        match *values {
            [] => return TupleObj::empty(),
            [a, b] => return TupleObj::pair(a, b),
            _ => {}
        }
        let t = TupleObj::uninitialized(values.len());
        // SAFETY: the storage has room for all, and is new, so it does not overlap.
        unsafe { std::ptr::copy_nonoverlapping(values.as_ptr(), TupleObj::items(t), values.len()) }
        t
    }
    #[inline]
    pub fn single(item: Value) -> Gc<TupleObj> {
        let t = TupleObj::uninitialized(1);
        // SAFETY: the storage has room for it.
        unsafe { TupleObj::items(t).write(item) }
        t
    }
    /// The items of a list.
    pub fn from_list(l: Gc<ListObj>) -> Gc<TupleObj> {
        if l.kind == Kind::VALUES {
            return TupleObj::from_slice(ListObj::as_slice(l));
        }
        if l.len == 0 {
            return TupleObj::empty();
        }
        let t = TupleObj::uninitialized(l.len);
        for i in 0..l.len {
            // SAFETY: the storage has room for all; payloads are no references.
            unsafe { TupleObj::items(t).add(i).write(ListObj::get(l, i)) }
        }
        t
    }
    #[inline]
    pub fn pair(a: Value, b: Value) -> Gc<TupleObj> {
        let t = TupleObj::uninitialized(2);
        // SAFETY: two items fit.
        unsafe {
            TupleObj::items(t).write(a);
            TupleObj::items(t).add(1).write(b);
        }
        t
    }
    /// Address of the first item.
    #[inline(always)]
    pub fn items(t: Gc<TupleObj>) -> *mut Value {
        // SAFETY: the items follow the struct.
        unsafe { t.as_ptr().add(1) as *mut Value }
    }
    /// The items. A tuple does not change, so the slice may be held as long as the tuple is held.
    #[inline(always)]
    pub fn as_slice<'a>(t: Gc<TupleObj>) -> &'a [Value] {
        // SAFETY: `len` values follow the struct.
        unsafe { std::slice::from_raw_parts(TupleObj::items(t), t.len) }
    }
    #[inline(always)]
    pub fn get(t: Gc<TupleObj>, i: usize) -> Value {
        TupleObj::as_slice(t)[i]
    }
    /// Fills a tuple made by [`TupleObj::new`].
    #[inline(always)]
    pub fn set(t: Gc<TupleObj>, i: usize, v: Value) {
        debug_assert!(i < t.len);
        // SAFETY: in range.
        unsafe { TupleObj::items(t).add(i).write(v) }
        t.barrier();
    }
}

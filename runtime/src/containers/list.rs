//! The layout of `list` and what the rest of the runtime needs of it; methods are in `list_type`.
//!
//! *Capacity* is the length of the storage array; items from the list's length on are unbound.

use crate::core::{Gc, Header, HeapObject, Value};
use crate::memory::{self, Descriptor, ValueArray};
use crate::word_of;
use runtime_interface::{layout::header, tag};

/// A list. Subclasses extend this layout.
#[repr(C)]
pub struct ListObj {
    pub header: Header,
    pub len: usize,
    pub array: Gc<ValueArray>,
}

// SAFETY: the descriptor below describes this layout.
unsafe impl HeapObject for ListObj {
    const TAG: u64 = tag::LIST;
}

struct StaticArray(std::cell::UnsafeCell<ValueArray>);
// SAFETY: an empty array has nothing that changes.
unsafe impl Sync for StaticArray {}

static NO_ITEMS: StaticArray = StaticArray(std::cell::UnsafeCell::new(ValueArray {
    header: Header(tag::VALUE_ARRAY | header::STATIC),
    len: 0,
}));

/// Storage of length 0, shared by all empty containers.
pub fn no_items() -> Gc<ValueArray> {
    Gc::from_ptr(NO_ITEMS.0.get())
}

impl ListObj {
    pub const DESCRIPTOR: Descriptor = Descriptor::words::<ListObj>(word_of!(ListObj, array), 0);

    pub fn new() -> Gc<ListObj> {
        memory::new(ListObj { header: Header::new(tag::LIST), len: 0, array: no_items() })
    }
    pub fn with_capacity(capacity: usize) -> Gc<ListObj> {
        let array = if capacity == 0 { no_items() } else { ValueArray::new(capacity) };
        memory::new(ListObj { header: Header::new(tag::LIST), len: 0, array })
    }
    /// From values that are on the stack or in a live object.
    pub fn from_slice(values: &[Value]) -> Gc<ListObj> {
        let array = copy_of(values, values.len());
        memory::new(ListObj { header: Header::new(tag::LIST), len: values.len(), array })
    }
    /// A list of `len` unbound values, to be filled with [`ListObj::set`] before Python sees it.
    pub fn unfilled(len: usize) -> Gc<ListObj> {
        let mut l = ListObj::with_capacity(len);
        l.len = len;
        l
    }
    #[inline(always)]
    pub fn len(l: Gc<ListObj>) -> usize {
        l.len
    }
    /// Address of the first item; valid until the list changes.
    #[inline(always)]
    pub fn items(l: Gc<ListObj>) -> *mut Value {
        ValueArray::items(l.array)
    }
    /// The items; not to be held across anything that may run Python code.
    #[inline(always)]
    pub fn as_slice<'a>(l: Gc<ListObj>) -> &'a [Value] {
        // SAFETY: `len` never exceeds the capacity, and those items are initialized.
        unsafe { std::slice::from_raw_parts(ListObj::items(l), l.len) }
    }
    /// Item `i`, which is in range.
    #[inline(always)]
    pub fn get(l: Gc<ListObj>, i: usize) -> Value {
        debug_assert!(i < l.len);
        // SAFETY: in range by contract.
        unsafe { *ListObj::items(l).add(i) }
    }
    /// Item `i` if the list is (still) that long.
    #[inline(always)]
    pub fn at(l: Gc<ListObj>, i: usize) -> Option<Value> {
        if i < l.len { Some(ListObj::get(l, i)) } else { None }
    }
    /// Replaces item `i`, which is in range.
    #[inline(always)]
    pub fn set(l: Gc<ListObj>, i: usize, v: Value) {
        debug_assert!(i < l.len);
        ValueArray::set(l.array, i, v);
    }
    #[inline(always)]
    pub fn push(mut l: Gc<ListObj>, v: Value) {
        let n = l.len;
        if n == l.array.len {
            ListObj::grow(l, n + 1);
        }
        ValueArray::set(l.array, n, v);
        l.len = n + 1;
    }
    /// Takes the last item away, if there is one.
    #[inline(always)]
    pub fn pop(mut l: Gc<ListObj>) -> Option<Value> {
        let n = l.len.checked_sub(1)?;
        let v = ListObj::get(l, n);
        l.len = n;
        // SAFETY: in range; so that the collector does not keep the item.
        unsafe { ListObj::items(l).add(n).write(Value::UNBOUND) }
        Some(v)
    }
    /// Appends all values, which are on the stack or in a live object (it may be this list).
    pub fn push_all(mut l: Gc<ListObj>, values: &[Value]) {
        let (n, more) = (l.len, values.len());
        ListObj::reserve(l, n + more);
        // SAFETY: there is room; the source may be the list's own old storage, which stays alive.
        unsafe { std::ptr::copy(values.as_ptr(), ListObj::items(l).add(n), more) }
        l.len = n + more;
        stored_range(l.array, n, more);
    }
    /// Makes room for `len` items.
    #[inline(always)]
    pub fn reserve(l: Gc<ListObj>, len: usize) {
        if len > l.array.len {
            ListObj::grow(l, len);
        }
    }
    #[inline(never)]
    fn grow(mut l: Gc<ListObj>, needed: usize) {
        // Half as much again while small, then a quarter: few copies, little slack.
        let old = l.array.len;
        let spare = if old < 4096 { old / 2 } else { old / 4 };
        let capacity = needed.max((old + spare + 3) & !3).max(4);
        let array = copy_of(ListObj::as_slice(l), capacity);
        memory::take_over(array, l.array);
        l.array = array;
        l.barrier();
    }
    /// Shortens the list to `len` items.
    pub fn truncate(mut l: Gc<ListObj>, len: usize) {
        let old = l.len;
        if len >= old {
            return;
        }
        l.len = len;
        if len == 0 {
            l.array = no_items();
        } else if l.array.len > 64 && len < l.array.len / 4 {
            l.array = copy_of(ListObj::as_slice(l), len);
            l.barrier();
        } else {
            clear_range(l.array, len, old - len);
        }
    }
}

/// A new array of `capacity` values that starts with these.
pub fn copy_of(values: &[Value], capacity: usize) -> Gc<ValueArray> {
    let n = values.len();
    debug_assert!(n <= capacity);
    if capacity == 0 {
        return no_items();
    }
    let mut a: Gc<ValueArray> = memory::allocate(tag::VALUE_ARRAY, 16 + 16 * capacity).cast();
    a.len = capacity;
    // SAFETY: `capacity` values fit, and the new storage does not overlap the old.
    unsafe {
        let items = ValueArray::items(a);
        std::ptr::copy_nonoverlapping(values.as_ptr(), items, n);
        for i in n..capacity {
            items.add(i).write(Value::UNBOUND);
        }
    }
    a
}

/// Unbinds items so that the collector does not keep what they referred to.
pub fn clear_range(a: Gc<ValueArray>, from: usize, count: usize) {
    debug_assert!(from + count <= a.len);
    for i in from..from + count {
        // SAFETY: in range.
        unsafe { ValueArray::items(a).add(i).write(Value::UNBOUND) }
    }
}

/// The write barrier for items that were stored in bulk.
#[inline]
pub fn stored_range(a: Gc<ValueArray>, from: usize, count: usize) {
    // A card covers 32 values, so that one barrier per card would do; large arrays are rare enough.
    if a.header.has(header::LARGE) {
        for i in from..from + count {
            // SAFETY: in range.
            unsafe { memory::write_barrier_slot(a.header(), ValueArray::items(a).add(i)) }
        }
    } else {
        a.barrier();
    }
}

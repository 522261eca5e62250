//! The layout of `list` and what the rest of the runtime needs of it; methods are in `list_type`.
//!
//! - *Kind* ([`Kind`]): what the storage array holds. A list without storage has none yet, and what is stored first
//!   decides. An item that the kind does not take *generalizes* the list: it holds values from then on, until it is
//!   emptied. So does code that wants all items as a slice of values ([`ListObj::as_slice`]).
//! - *Capacity*: how many items the array has room for; values from the list's length on are unbound.

pub use super::list_kind::Kind;
use crate::core::{Gc, Header, HeapObject, Value};
use crate::memory::{self, Descriptor, ValueArray};
use crate::word_of;
use runtime_interface::{
    layout::{header, lists},
    tag,
};

/// A list. Subclasses extend this layout.
#[repr(C)]
pub struct ListObj {
    pub header: Header,
    pub len: usize,
    /// A [`crate::memory::ByteArray`] unless the kind is `VALUES`.
    pub array: Gc<ValueArray>,
    pub kind: Kind,
}

const _: () = {
    assert!(std::mem::offset_of!(ListObj, len) == lists::LEN as usize);
    assert!(std::mem::offset_of!(ListObj, array) == lists::ARRAY as usize);
    assert!(std::mem::offset_of!(ListObj, kind) == lists::KIND as usize);
};

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
        ListObj::made_of(Kind::VALUES, no_items(), 0)
    }
    /// With room for so many values.
    pub fn with_capacity(capacity: usize) -> Gc<ListObj> {
        ListObj::made_of(Kind::VALUES, Kind::VALUES.storage(capacity, 0), 0)
    }
    /// From values that are on the stack or in a live object.
    pub fn from_slice(values: &[Value]) -> Gc<ListObj> {
        let (kind, n) = (Kind::of_all(values), values.len());
        let array = kind.storage(n, n);
        // SAFETY: the array was made for them.
        unsafe { write_all(kind, data_of(array), values) };
        ListObj::made_of(kind, array, n)
    }
    /// A list of `len` unbound values, to be filled with [`ListObj::set`] before Python sees it.
    pub fn unfilled(len: usize) -> Gc<ListObj> {
        let mut l = ListObj::with_capacity(len);
        l.len = len;
        l
    }
    /// A list of storage whose first `len` items are stored.
    pub fn made_of(kind: Kind, array: Gc<ValueArray>, len: usize) -> Gc<ListObj> {
        debug_assert!(len <= kind.capacity(array));
        memory::new(ListObj { header: Header::new(tag::LIST), len, array, kind })
    }
    /// A new list of `count` items from `from` on, of the same kind.
    pub fn part(l: Gc<ListObj>, from: usize, count: usize) -> Gc<ListObj> {
        if count == 0 {
            return ListObj::new();
        }
        let (kind, array) = (l.kind, l.kind.storage(count, count));
        // SAFETY: the items are there, the array was made for them.
        unsafe { copy(kind, ListObj::data(l), from, data_of(array), 0, count) };
        ListObj::made_of(kind, array, count)
    }
    #[inline(always)]
    pub fn len(l: Gc<ListObj>) -> usize {
        l.len
    }
    #[inline(always)]
    pub fn capacity(l: Gc<ListObj>) -> usize {
        l.kind.capacity(l.array)
    }
    /// Address of the first item, whatever it is; valid until the list changes.
    #[inline(always)]
    pub fn data(l: Gc<ListObj>) -> *mut u8 {
        data_of(l.array)
    }
    /// The items as values; not to be held across anything that may run Python code. For lists that hold none, or are
    /// few or short: a list of numbers holds values from now on.
    #[inline(always)]
    pub fn as_slice<'a>(l: Gc<ListObj>) -> &'a [Value] {
        if l.kind != Kind::VALUES {
            ListObj::generalize(l);
        }
        // SAFETY: `len` never exceeds the capacity, and those items are initialized.
        unsafe { std::slice::from_raw_parts(ValueArray::items(l.array), l.len) }
    }
    /// The payloads of the items, if they are of this kind.
    #[inline(always)]
    pub fn payloads<'a, T>(l: Gc<ListObj>, kind: Kind) -> Option<&'a mut [T]> {
        assert!(size_of::<T>() == kind.width());
        if l.kind != kind {
            return None;
        }
        // SAFETY: so many items of that width are there.
        Some(unsafe { std::slice::from_raw_parts_mut(ListObj::data(l) as *mut T, l.len) })
    }
    /// Item `i`, which is in range.
    #[inline(always)]
    pub fn get(l: Gc<ListObj>, i: usize) -> Value {
        debug_assert!(i < l.len);
        // SAFETY: in range by contract.
        unsafe { l.kind.read(ListObj::data(l), i) }
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
        if !l.kind.takes(v) {
            ListObj::generalize(l);
        }
        ListObj::put(l, i, v);
    }
    /// Stores a value that the list's kind takes where there is room.
    #[inline(always)]
    pub fn put(l: Gc<ListObj>, i: usize, v: Value) {
        if l.kind == Kind::VALUES {
            ValueArray::set(l.array, i, v);
        } else {
            // SAFETY: there is room by contract.
            unsafe { l.kind.write(ListObj::data(l), i, v) }
        }
    }
    #[inline(always)]
    pub fn push(mut l: Gc<ListObj>, v: Value) {
        let n = l.len;
        if n == ListObj::capacity(l) || !l.kind.takes(v) {
            ListObj::admit(l, Kind::of(v), 1);
        }
        ListObj::put(l, n, v);
        l.len = n + 1;
    }
    /// Takes the last item away, if there is one.
    #[inline(always)]
    pub fn pop(mut l: Gc<ListObj>) -> Option<Value> {
        let n = l.len.checked_sub(1)?;
        let v = ListObj::get(l, n);
        l.len = n;
        if l.kind == Kind::VALUES {
            // So that the collector does not keep the item.
            clear_range(l.array, n, 1);
        }
        Some(v)
    }
    /// Appends all values, which are on the stack or in another live object.
    pub fn push_all(mut l: Gc<ListObj>, values: &[Value]) {
        let (n, more) = (l.len, values.len());
        if more == 0 {
            return;
        }
        ListObj::admit(l, Kind::of_all(values), more);
        // SAFETY: there is room.
        unsafe { write_all(l.kind, ListObj::data(l).add(n * l.kind.width()), values) }
        l.len = n + more;
        ListObj::stored(l, n, more);
    }
    /// Appends the items of a list, perhaps this one.
    pub fn push_list(mut l: Gc<ListObj>, other: Gc<ListObj>) {
        let (n, more) = (l.len, other.len);
        if more == 0 {
            return;
        }
        ListObj::admit(l, other.kind, more);
        l.len = n + more;
        ListObj::copy_items(l, n, other, 0, more);
    }
    /// Copies items between lists, where there is room. The kind of the first is that of the second, or `VALUES`.
    pub fn copy_items(to: Gc<ListObj>, at: usize, from: Gc<ListObj>, start: usize, count: usize) {
        if to.kind == from.kind {
            // SAFETY: there is room.
            unsafe { copy(to.kind, ListObj::data(from), start, ListObj::data(to), at, count) };
        } else {
            for i in 0..count {
                // SAFETY: there is room; no reference is among them, so that no barrier is needed.
                unsafe { to.kind.write(ListObj::data(to), at + i, ListObj::get(from, start + i)) };
            }
        }
        ListObj::stored(to, at, count);
    }
    /// Makes room for `more` items of a kind behind the last one. The list is of that kind then, or holds values.
    #[inline(never)]
    pub fn admit(mut l: Gc<ListObj>, kind: Kind, more: usize) {
        if l.kind != kind {
            if l.len == 0 && (l.kind != Kind::VALUES || l.array.len == 0) {
                l.array = no_items();
                l.kind = kind;
            } else {
                ListObj::generalize(l);
            }
        }
        ListObj::reserve(l, l.len + more);
    }
    /// Makes a new list one of `len` items of this kind, which are to be stored at once.
    pub fn admit_exactly(mut new: Gc<ListObj>, kind: Kind, len: usize) {
        new.array = kind.storage(len, 0);
        new.kind = kind;
        new.len = len;
        new.barrier();
    }
    /// Makes room for `len` items of the list's kind.
    #[inline(always)]
    pub fn reserve(l: Gc<ListObj>, len: usize) {
        if len > ListObj::capacity(l) {
            ListObj::grow(l, len);
        }
    }
    #[inline(never)]
    fn grow(mut l: Gc<ListObj>, needed: usize) {
        // Half as much again while small, then a quarter: few copies, little slack.
        let old = ListObj::capacity(l);
        let spare = if old < 4096 { old / 2 } else { old / 4 };
        let capacity = needed.max((old + spare + 3) & !3).max(4);
        let array = resized(l, capacity);
        if l.kind == Kind::VALUES {
            memory::take_over(array, l.array);
        }
        l.array = array;
        l.barrier();
    }
    /// Gives back room that is not used.
    pub fn tighten(mut l: Gc<ListObj>) {
        l.array = resized(l, l.len);
        l.barrier();
    }
    /// Makes the list one of values.
    #[cold]
    #[inline(never)]
    pub fn generalize(mut l: Gc<ListObj>) {
        if l.kind == Kind::VALUES {
            return;
        }
        let array = Kind::VALUES.storage(ListObj::capacity(l), l.len);
        for i in 0..l.len {
            // SAFETY: the new array is as large.
            unsafe { ValueArray::items(array).add(i).write(ListObj::get(l, i)) }
        }
        l.array = array;
        l.kind = Kind::VALUES;
        l.barrier();
    }
    /// Shortens the list to `len` items.
    pub fn truncate(mut l: Gc<ListObj>, len: usize) {
        let (old, capacity) = (l.len, ListObj::capacity(l));
        if len >= old {
            return;
        }
        l.len = len;
        if len == 0 {
            l.array = no_items();
            l.kind = Kind::VALUES;
        } else if capacity > 64 && len < capacity / 4 {
            ListObj::tighten(l);
        } else if l.kind == Kind::VALUES {
            clear_range(l.array, len, old - len);
        }
    }
    /// Makes `to` items of the `from` items at `at`: what follows moves. New items are to be stored at once, in a list of
    /// values followed by [`ListObj::stored`]; there is room.
    pub fn resize_range(mut l: Gc<ListObj>, at: usize, from: usize, to: usize) {
        let n = l.len;
        let len = n - from + to;
        debug_assert!(len <= ListObj::capacity(l));
        let data = ListObj::data(l);
        // SAFETY: there is room for the new length.
        unsafe { copy(l.kind, data, at + from, data, at + to, n - at - from) };
        l.len = len;
        ListObj::stored(l, at + to, n - at - from);
        if l.kind == Kind::VALUES && len < n {
            clear_range(l.array, len, n - len);
        }
    }
    /// The write barrier for items that were stored in bulk.
    #[inline]
    pub fn stored(l: Gc<ListObj>, from: usize, count: usize) {
        if l.kind == Kind::VALUES {
            stored_range(l.array, from, count);
        }
    }
}

#[inline(always)]
pub fn data_of(array: Gc<ValueArray>) -> *mut u8 {
    ValueArray::items(array) as *mut u8
}

/// New storage for `capacity` items that starts with the list's.
fn resized(l: Gc<ListObj>, capacity: usize) -> Gc<ValueArray> {
    let array = l.kind.storage(capacity, l.len);
    // SAFETY: the new array has room for them.
    unsafe { copy(l.kind, ListObj::data(l), 0, data_of(array), 0, l.len) };
    array
}

/// Moves `count` items, which may overlap.
///
/// # Safety
/// They are there, and there is room for them.
unsafe fn copy(kind: Kind, from: *const u8, start: usize, to: *mut u8, at: usize, count: usize) {
    let width = kind.width();
    // SAFETY: by the contract.
    unsafe { std::ptr::copy(from.add(start * width), to.add(at * width), count * width) }
}

/// Stores values that the kind takes, without a barrier.
///
/// # Safety
/// There is room for them.
unsafe fn write_all(kind: Kind, to: *mut u8, values: &[Value]) {
    for (i, &v) in values.iter().enumerate() {
        // SAFETY: by the contract.
        unsafe { kind.write(to, i, v) }
    }
}

/// A new array of `capacity` values that starts with these.
pub fn copy_of(values: &[Value], capacity: usize) -> Gc<ValueArray> {
    let array = Kind::VALUES.storage(capacity, values.len());
    // SAFETY: the array was made for them.
    unsafe { write_all(Kind::VALUES, data_of(array), values) };
    array
}

/// Unbinds items so that the collector does not keep what they referred to.
pub fn clear_range(a: Gc<ValueArray>, from: usize, count: usize) {
    debug_assert!(from + count <= a.len);
    for i in from..from + count {
        // SAFETY: in range.
        unsafe { ValueArray::items(a).add(i).write(Value::UNBOUND) }
    }
}

/// How many values one card covers.
const CARD: usize = (1 << memory::heap::CARD_SHIFT) / size_of::<Value>();

/// The write barrier for items that were stored in bulk.
#[inline]
pub fn stored_range(a: Gc<ValueArray>, from: usize, count: usize) {
    if !a.header.has(header::OLD) || count == 0 {
        return;
    }
    if a.header.has(header::LARGE) {
        let last = from + count - 1;
        for i in (from..last).step_by(CARD).chain([last]) {
            // SAFETY: in range.
            unsafe { memory::write_barrier_slot(a.header(), ValueArray::items(a).add(i)) }
        }
    } else {
        a.barrier();
    }
}

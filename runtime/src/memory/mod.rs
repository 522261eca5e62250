//! Allocation, descriptors of layouts, the write barrier. The collector is behind this interface.
//!
//! Contract with everything that makes objects: the header is stored by [`allocate`]; the caller
//! stores the length (of arrays) and every pointer field before anything else that can allocate or
//! run Python code. An object never changes its size: the collector walks new objects one by one.

pub mod byte_array;
#[cfg(test)]
mod collector_bench;
#[cfg(test)]
mod collector_test;
pub mod descriptor;
pub mod exhausted;
pub mod heap;
pub mod root;
pub mod value_array;

pub use byte_array::ByteArray;
pub use descriptor::{Descriptor, Size, Trace, Tracer};
pub use root::Root;
pub use value_array::ValueArray;

use crate::core::{Gc, Header, HeapObject, R, Value, mutator};
use heap::{LARGE_OVER, LINED_FROM, blocks::size_flag, heap};
use runtime_interface::layout::header;

/// Reserves the tables that types and objects need; before any other use of the runtime.
/// `stack_base` is the highest stack address that may hold a pointer to an object.
///
/// # Errors
/// When the system refuses even a small range of addresses.
pub fn init(stack_base: usize) -> Result<(), String> {
    heap::layouts::reserve_table();
    heap::init(stack_base)
}

/// For unit tests of code that allocates: a heap that never collects, one test at a time.
#[cfg(test)]
pub fn test_heap() -> std::sync::MutexGuard<'static, ()> {
    static LOCK: std::sync::Mutex<()> = std::sync::Mutex::new(());
    static MADE: std::sync::Once = std::sync::Once::new();
    let guard = LOCK.lock().unwrap_or_else(|poisoned| poisoned.into_inner());
    MADE.call_once(|| {
        init(0).expect("a heap");
        heap().never_collect();
        crate::types::type_object::reserve_table();
    });
    guard
}

/// A new object of `size` bytes with its header stored (see the module's contract).
#[inline]
pub fn allocate(type_id: u64, size: usize) -> Gc<Header> {
    let size = (size + 7) & !7;
    let m = mutator();
    // SAFETY: the hole between cursor and limit belongs to this thread.
    unsafe {
        let start = (*m).head.cursor;
        let end = start + size;
        let object = if end <= (*m).head.limit && size < LINED_FROM {
            (*m).head.cursor = end;
            start
        } else {
            tp_allocate(size as i64) as usize
        };
        let object = object as *mut Header;
        object.write(Header::new(type_id | size_flag(size)));
        Gc::from_ptr(object)
    }
}

/// A new fixed-size object. `contents` is complete, its header field is overwritten.
#[inline]
pub fn new<T: HeapObject>(contents: T) -> Gc<T> {
    let object: Gc<T> = allocate(T::TAG, size_of::<T>()).cast();
    // SAFETY: the memory is fresh and of T's size.
    unsafe {
        object.as_ptr().write(contents);
        object.header().write(Header::new(T::TAG));
    }
    object
}

/// Gives back the end of the object that was allocated last, which becomes `to` bytes instead of `from`; whether it
/// could. The caller has set the length that the layout's size comes from, or sets it back.
pub fn shrink_last(object: *mut Header, from: usize, to: usize) -> bool {
    let (start, from, to) = (object as usize, (from + 7) & !7, (to + 7) & !7);
    // SAFETY: the object is live, the cursor is this thread's.
    unsafe {
        if (*object).has(header::LARGE) {
            return to > LARGE_OVER;
        }
        let m = mutator();
        if (*m).head.cursor == start + from {
            (*m).head.cursor = start + to;
            return true;
        }
    }
    from > to && heap().shrink_medium(start, from, to)
}

#[cold]
#[inline(never)]
fn allocate_slow(size: usize) -> usize {
    heap().allocate_slow(size)
}

/// Whether `bytes` more can be had.
#[inline]
pub fn has_room(bytes: usize) -> bool {
    bytes < 64 << 20 || heap().has_room(bytes)
}

/// MemoryError unless an object of `bytes` can be had: to be asked before objects whose size a
/// program chooses, such as `[0] * n`.
pub fn check_room(bytes: usize) -> R<()> {
    if has_room(bytes) {
        return Ok(());
    }
    Err(crate::core::error::raise_args(runtime_interface::tag::exception::MemoryError, &[]))
}

/// To be called after a pointer was stored into an object that may be old.
#[inline(always)]
pub fn write_barrier(object: *mut Header) {
    // SAFETY: `object` is live.
    unsafe {
        if (*object).has(header::OLD) {
            tp_log_object(object as *mut u8);
        }
    }
}

/// The other half of the barrier, where compiled code has found the object old. Never inlined, as [`tp_allocate`].
#[cold]
#[inline(never)]
#[unsafe(no_mangle)]
pub extern "C" fn tp_log_object(object: *mut u8) {
    log_object(object as *mut Header);
}

/// Memory for an object for which there is no room in the current hole; compiled code writes the header.
///
/// Never inlined: rows that compiled code takes in cross to the runtime by this symbol.
#[cold]
#[inline(never)]
#[unsafe(no_mangle)]
pub extern "C" fn tp_allocate(size: i64) -> *mut u8 {
    allocate_slow(size as usize) as *mut u8
}

/// As [`write_barrier`] for one slot of an array: large arrays mark a card instead of being logged.
#[inline(always)]
pub fn write_barrier_slot(object: *mut Header, slot: *mut Value) {
    // SAFETY: `object` is live and `slot` lies in it.
    unsafe {
        if (*object).has(header::OLD) {
            if (*object).has(header::LARGE) {
                let m = mutator();
                let card = (slot as usize - (*m).head.heap_base) >> heap::CARD_SHIFT;
                *((*m).head.cards as *mut u8).add(card) = 1;
            } else {
                tp_log_object(object as *mut u8);
            }
        }
    }
}

/// `new`, just allocated, starts with the contents of `old`, at the same places, and holds nothing else:
/// it need not be looked at as young.
#[inline]
pub fn take_over(new: Gc<ValueArray>, old: Gc<ValueArray>) {
    if new.header.has(header::LARGE) && old.header.has(header::OLD) {
        heap().take_over(new.as_ptr() as usize, old.as_ptr() as usize);
    }
}

#[cold]
#[inline(never)]
fn log_object(object: *mut Header) {
    heap().log_object(object);
}

/// Makes `count` values at `first` roots for the rest of the program (globals, caches).
pub fn register_roots(first: *mut Value, count: usize) {
    heap::roots::register(first, count);
}

/// Enters the layout of a type id, before the first object of it.
pub fn register_layout(id: u64, descriptor: Descriptor) {
    heap::layouts::register(id, descriptor);
}

/// The object's `__del__` (its type's `finalize` slot) is to run once after its death.
pub fn register_finalizer(object: *mut Header) {
    heap().add_finalizable(object as usize);
}

/// A weak reference object whose word 1 holds the target, not traced: zeroed when the target dies.
pub fn register_weak_reference(target: *mut Header, reference: *mut Header) {
    heap().add_weak(target as usize, reference as usize);
}

/// Reports what a layout's descriptor says of an object: for types that extend the layout.
pub fn trace_payload(descriptor: &Descriptor, object: *mut Header, tracer: &mut Tracer) {
    heap::Heap::trace_as(descriptor, object as usize, |p| {
        if p != 0 {
            (tracer.found)(p as *mut Header);
        }
    });
}

/// What the collector did, on stderr, if the environment asks for it.
pub fn report_statistics() {
    if heap::is_made() {
        heap().report_statistics();
    }
}

/// A complete collection: everything unreachable is gone, but for what the stack seems to refer to.
pub fn collect() {
    heap().collect(true);
}

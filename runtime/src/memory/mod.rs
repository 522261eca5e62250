//! Allocation, descriptors of layouts, the write barrier. The collector is behind this interface.

pub mod byte_array;
pub mod descriptor;
pub mod value_array;

pub use byte_array::ByteArray;
pub use descriptor::{Descriptor, Size, Trace, Tracer};
pub use value_array::ValueArray;

use crate::core::{Gc, Header, HeapObject, mutator};
use runtime_interface::layout::header;

/// A new object of `size` bytes with its header stored; the caller stores the length (of arrays)
/// and every pointer field before anything else that can allocate or call Python code.
#[inline]
pub fn allocate(type_id: u64, size: usize) -> Gc<Header> {
    let size = (size + 7) & !7;
    let m = mutator();
    // SAFETY: the hole between cursor and limit belongs to this thread.
    unsafe {
        let start = (*m).head.cursor;
        let end = start + size;
        let object = if end <= (*m).head.limit {
            (*m).head.cursor = end;
            start
        } else {
            allocate_slow(size)
        };
        let object = object as *mut Header;
        object.write(Header::new(type_id));
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

#[cold]
#[inline(never)]
fn allocate_slow(size: usize) -> usize {
    const CHUNK: usize = 1 << 20;
    let bytes = size.max(CHUNK);
    // SAFETY: a fresh anonymous mapping.
    unsafe {
        let p = libc::mmap(
            std::ptr::null_mut(),
            bytes,
            libc::PROT_READ | libc::PROT_WRITE,
            libc::MAP_PRIVATE | libc::MAP_ANONYMOUS,
            -1,
            0,
        );
        if p == libc::MAP_FAILED {
            eprintln!("MemoryError");
            std::process::exit(1);
        }
        let p = p as usize;
        if size < CHUNK {
            (*mutator()).head.cursor = p + size;
            (*mutator()).head.limit = p + bytes;
        }
        p
    }
}

/// To be called after a pointer was stored into an object that may be old.
#[inline(always)]
pub fn write_barrier(object: *mut Header) {
    // SAFETY: `object` is live.
    unsafe {
        if (*object).has(header::OLD) {
            log_object(object);
        }
    }
}

#[cold]
fn log_object(_object: *mut Header) {}

/// Makes `count` values at `first` roots for the rest of the program (globals, caches).
pub fn register_roots(_first: *mut crate::core::Value, _count: usize) {}

/// As [`write_barrier`] for one slot of an array: large arrays mark a card instead of the object.
#[inline(always)]
pub fn write_barrier_slot(object: *mut Header, _slot: *mut crate::core::Value) {
    write_barrier(object);
}

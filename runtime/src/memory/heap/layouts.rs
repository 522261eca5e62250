//! What the marker knows of each type id: its descriptor, in a table that is one load away.

use super::Heap;
use super::side_tables::reserve;
use crate::core::StrObj;
use crate::memory::descriptor::{Descriptor, Size, Trace};
use crate::types::type_object::MAX_TYPES;

static mut TABLE: *mut Descriptor = std::ptr::null_mut();

/// Reserves the table. Called once at start-up.
pub fn reserve_table() {
    let p = reserve(MAX_TYPES * size_of::<Descriptor>()).expect("address space for layouts");
    // SAFETY: before any other use.
    unsafe { TABLE = p as *mut Descriptor }
}

/// Enters the descriptor of a type id, before the first object of that type is made.
pub fn register(id: u64, descriptor: Descriptor) {
    assert!((id as usize) < MAX_TYPES);
    // SAFETY: in the reserved range.
    unsafe { TABLE.add(id as usize).write(descriptor) }
}

/// The descriptor of a type id that objects in the heap have.
#[inline(always)]
pub fn descriptor(id: u64) -> &'static Descriptor {
    // SAFETY: ids come from headers of objects whose layout was registered.
    unsafe { &*TABLE.add(id as usize) }
}

/// Bytes an object takes, rounded to granules.
#[inline(always)]
pub fn size_of_object(object: usize) -> usize {
    // SAFETY: `object` is the start of an object.
    unsafe {
        let d = descriptor(*(object as *const u64) & 0xffff_ffff);
        // The most frequent case is a test, not an entry of a jump table.
        if let Size::Fixed(n) = d.size {
            return (n + 7) & !7;
        }
        let size = match d.size {
            Size::Fixed(n) => n,
            Size::Array { base, item } => base + item * *(object as *const usize).add(1),
            Size::Computed(f) => f(object as *const _),
            Size::Text => (*(object as *const StrObj)).size_in_memory(),
        };
        (size + 7) & !7
    }
}

impl Heap {
    /// Calls `found` with every pointer in the object.
    #[inline(always)]
    pub(super) fn for_each_pointer(object: usize, found: impl FnMut(usize)) {
        // SAFETY: `object` is the start of a live object whose layout is registered.
        let d = unsafe { descriptor(*(object as *const u64) & 0xffff_ffff) };
        Heap::trace_as(d, object, found);
    }

    /// Calls `found` with every pointer that this descriptor finds in the object.
    #[inline(always)]
    pub fn trace_as(d: &Descriptor, object: usize, mut found: impl FnMut(usize)) {
        // SAFETY: a live object that starts with the descriptor's layout.
        unsafe {
            // As above.
            if let Trace::Words { pointers, values } = d.trace {
                let words = object as *const usize;
                let mut bits = pointers;
                while bits != 0 {
                    found(*words.add(bits.trailing_zeros() as usize));
                    bits &= bits - 1;
                }
                let mut bits = values;
                while bits != 0 {
                    let i = bits.trailing_zeros() as usize;
                    if *words.add(i) as u64 >= runtime_interface::tag::FIRST_HEAP {
                        found(*words.add(i + 1));
                    }
                    bits &= bits - 1;
                }
                return;
            }
            match d.trace {
                Trace::None | Trace::Words { .. } => {}
                Trace::Values { base } => {
                    let len = *(object as *const usize).add(1);
                    Heap::for_each_value(object + base, len, found);
                }
                Trace::Text => {
                    if let Some(buffer) = (*(object as *const StrObj)).shared_buffer() {
                        found(buffer);
                    }
                }
                Trace::Custom(f) => {
                    let mut each = |o: *mut crate::core::Header| found(o as usize);
                    f(object as *mut _, &mut crate::memory::Tracer { found: &mut each });
                }
            }
        }
    }

    /// The pointers among `count` values from `first` on.
    #[inline(always)]
    pub(super) fn for_each_value(first: usize, count: usize, mut found: impl FnMut(usize)) {
        let words = first as *const usize;
        for i in 0..count {
            // SAFETY: the caller names values of a live array.
            unsafe {
                // The low half alone: a dict's keys keep a part of their hash above the tag.
                if *words.add(2 * i) as u32 as u64 >= runtime_interface::tag::FIRST_HEAP {
                    found(*words.add(2 * i + 1));
                }
            }
        }
    }
}

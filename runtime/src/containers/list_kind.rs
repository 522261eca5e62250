//! What a list's array holds.
//!
//! ```text
//! [1, 2, 3]      INTS: 8 bytes each             [1, 2, 2 ** 80]   VALUES: tag and payload, 16 bytes each
//! [0.5, 1.0]     FLOATS: 8 bytes each           [1, True]         VALUES
//! [True] * n     BOOLS: 1 byte each             []                VALUES, without storage: what comes first decides
//! ```
//!
//! A kind other than `VALUES` is the tag of all items; what is stored is their payload, which nobody needs to scan.

use super::list::no_items;
use crate::core::{Gc, Value};
use crate::memory::{self, ByteArray, ValueArray};
use runtime_interface::{layout::lists, tag};

/// The word of a list that says what its array holds.
#[repr(transparent)]
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Kind(u64);

impl Kind {
    pub const VALUES: Kind = Kind(lists::VALUES);
    pub const BOOLS: Kind = Kind(tag::BOOL);
    pub const INTS: Kind = Kind(tag::INT);
    pub const FLOATS: Kind = Kind(tag::FLOAT);

    /// The narrowest kind that can hold a value.
    #[inline(always)]
    pub fn of(v: Value) -> Kind {
        match v.tag {
            tag::BOOL | tag::INT | tag::FLOAT => Kind(v.tag),
            _ => Kind::VALUES,
        }
    }

    /// The narrowest kind that can hold all of them.
    #[inline]
    pub fn of_all(values: &[Value]) -> Kind {
        let kind = values.first().map_or(Kind::VALUES, |&first| Kind::of(first));
        if values.iter().all(|&v| kind.takes(v)) { kind } else { Kind::VALUES }
    }

    #[inline(always)]
    pub fn takes(self, v: Value) -> bool {
        self == Kind::VALUES || self.0 == v.tag
    }

    /// Bytes that an item takes.
    #[inline(always)]
    pub fn width(self) -> usize {
        match self {
            Kind::VALUES => 16,
            Kind::BOOLS => 1,
            _ => 8,
        }
    }

    /// How many items an array has room for.
    #[inline(always)]
    pub fn capacity(self, array: Gc<ValueArray>) -> usize {
        if self == Kind::VALUES { array.len } else { array.len / self.width() }
    }

    /// Item `i` of the items at `data`.
    ///
    /// # Safety
    /// There are so many.
    #[inline(always)]
    pub unsafe fn read(self, data: *const u8, i: usize) -> Value {
        // SAFETY: by the contract.
        unsafe {
            match self {
                Kind::VALUES => *(data as *const Value).add(i),
                Kind::BOOLS => Value { tag: tag::BOOL, bits: u64::from(*data.add(i)) },
                Kind(tag) => Value { tag, bits: *(data as *const u64).add(i) },
            }
        }
    }

    /// Stores a value that this kind takes, without a write barrier.
    ///
    /// # Safety
    /// There is room.
    #[inline(always)]
    pub unsafe fn write(self, data: *mut u8, i: usize, v: Value) {
        debug_assert!(self.takes(v));
        // SAFETY: by the contract.
        unsafe {
            match self {
                Kind::VALUES => (data as *mut Value).add(i).write(v),
                Kind::BOOLS => data.add(i).write(v.bits as u8),
                _ => (data as *mut u64).add(i).write(v.bits),
            }
        }
    }

    /// New storage with room for `capacity` items, of which the caller stores the first `filled` at once.
    pub fn storage(self, capacity: usize, filled: usize) -> Gc<ValueArray> {
        if capacity == 0 {
            return no_items();
        }
        if self != Kind::VALUES {
            let bytes = (capacity * self.width() + 7) & !7;
            return ByteArray::uninitialized(bytes).cast();
        }
        let mut a: Gc<ValueArray> = memory::allocate(tag::VALUE_ARRAY, 16 + 16 * capacity).cast();
        a.len = capacity;
        super::list::clear_range(a, filled, capacity - filled);
        a
    }
}

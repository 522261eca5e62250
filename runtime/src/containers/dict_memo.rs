//! The last look-up in a dict: what it found, for the store or the next look-up of the same key that mostly follows.
//!
//! ```text
//! if k in d: d[k] += 1          one search, three uses
//! d[k] = d.get(k, 0) + 1        one hash, one search, two uses
//! ```
//!
//! Only keys whose hash and equality call nothing are noted (exact ints, strs, and tuples of them), and the key is told by
//! identity, a tuple also by that of its items. All that adds, moves or deletes entries of any dict forgets the note, and so does the collector, after which
//! an address may be another object.

use super::dict_table::{DictObj, Short};
use super::tuple::TupleObj;
use crate::core::{Gc, Value};
use runtime_interface::tag;
use std::cell::Cell;

struct Memo {
    /// Address of the dict; 0: nothing is noted.
    dict: Cell<usize>,
    tag: Cell<u64>,
    bits: Cell<u64>,
    /// Number of the entry, or -1.
    entry: Cell<isize>,
    short: Cell<u32>,
}
// SAFETY: one thread runs Python code.
unsafe impl Sync for Memo {}

static MEMO: Memo = Memo {
    dict: Cell::new(0),
    tag: Cell::new(0),
    bits: Cell::new(0),
    entry: Cell::new(-1),
    short: Cell::new(0),
};

/// What a search that calls nothing answers if there is no such entry.
pub(super) const NONE: isize = -1;

/// What the last look-up found, if it was of this key in this dict.
#[inline(always)]
pub(super) fn recall(d: Gc<DictObj>, k: Value) -> Option<(isize, Short)> {
    if MEMO.dict.get() != d.as_ptr() as usize || MEMO.tag.get() != k.tag {
        return None;
    }
    let same = MEMO.bits.get() == k.bits || k.tag == tag::TUPLE && same_items(MEMO.bits.get(), k);
    same.then(|| (MEMO.entry.get(), Short(MEMO.short.get())))
}

/// Whether the noted tuple, which nothing has freed yet, has the same items: `if (x, y) in d: d[x, y] += 1`.
#[inline(always)]
fn same_items(noted: u64, k: Value) -> bool {
    let noted = TupleObj::as_slice(Gc::from_ptr(noted as *mut TupleObj));
    let items = TupleObj::as_slice(k.cast());
    noted.len() == items.len() && noted.iter().zip(items).all(|(x, y)| x.is(*y))
}

#[inline(always)]
pub(super) fn note(d: Gc<DictObj>, k: Value, entry: isize, short: Short) {
    MEMO.dict.set(d.as_ptr() as usize);
    MEMO.tag.set(k.tag);
    MEMO.bits.set(k.bits);
    MEMO.entry.set(entry);
    MEMO.short.set(short.0);
}

/// To be called when entries were added, moved or deleted, and when objects may have died.
#[inline(always)]
pub fn forget() {
    MEMO.dict.set(0);
}

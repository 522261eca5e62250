//! The last look-up in a dict: what it found, for the store or the next look-up of the same key that mostly follows.
//!
//! ```text
//! if k in d: d[k] += 1          one search, three uses
//! d[k] = d.get(k, 0) + 1        one hash, one search, two uses
//! ```
//!
//! Only keys whose hash and equality call nothing are noted (exact strs, and tuples of them and of ints), and the key is told
//! by identity, a tuple by that of its items. Ints are found as fast as they would be recalled. All that adds, moves or deletes
//! entries of any dict forgets the note, and so does the collector, after which an address may be another object.

use super::dict_table::{DictObj, Short};
use crate::core::{Gc, Value};
use std::cell::Cell;

struct Memo {
    /// Address of the dict; 0: nothing is noted.
    dict: Cell<usize>,
    /// The text, or an unbound value if the key is a tuple.
    key: Cell<Value>,
    /// The items of a tuple: so many.
    count: Cell<usize>,
    items: [Cell<Value>; MOST],
    /// Number of the entry, or -1.
    entry: Cell<isize>,
    /// Of a tuple.
    short: Cell<u32>,
}
// SAFETY: one thread runs Python code.
unsafe impl Sync for Memo {}

/// Items of the longest tuples that are noted.
const MOST: usize = 3;

static MEMO: Memo = Memo {
    dict: Cell::new(0),
    key: Cell::new(Value::UNBOUND),
    count: Cell::new(0),
    items: [const { Cell::new(Value::UNBOUND) }; MOST],
    entry: Cell::new(-1),
    short: Cell::new(0),
};

/// What a search that calls nothing answers if there is no such entry.
pub(super) const NONE: isize = -1;

/// What the last look-up found, if it was of this text in this dict.
#[inline(always)]
pub(super) fn recall(d: Gc<DictObj>, k: Value) -> Option<isize> {
    (MEMO.dict.get() == d.as_ptr() as usize && MEMO.key.get().is(k)).then(|| MEMO.entry.get())
}

#[inline(always)]
pub(super) fn note(d: Gc<DictObj>, k: Value, entry: isize) {
    MEMO.dict.set(d.as_ptr() as usize);
    MEMO.key.set(k);
    MEMO.entry.set(entry);
}

/// What the last look-up found, if it was of a tuple of these items in this dict: `if (x, y) in d: d[x, y] += 1`.
#[inline(always)]
pub(super) fn recall_items(d: Gc<DictObj>, items: &[Value]) -> Option<(isize, Short)> {
    let same = MEMO.dict.get() == d.as_ptr() as usize
        && MEMO.key.get().is_unbound()
        && MEMO.count.get() == items.len()
        && MEMO.items.iter().zip(items).all(|(noted, item)| noted.get().is(*item));
    same.then(|| (MEMO.entry.get(), Short(MEMO.short.get())))
}

#[inline(always)]
pub(super) fn note_items(d: Gc<DictObj>, items: &[Value], entry: isize, short: Short) {
    if items.len() > MOST {
        return;
    }
    MEMO.dict.set(d.as_ptr() as usize);
    MEMO.key.set(Value::UNBOUND);
    MEMO.count.set(items.len());
    for (noted, item) in MEMO.items.iter().zip(items) {
        noted.set(*item);
    }
    MEMO.entry.set(entry);
    MEMO.short.set(short.0);
}

/// To be called when entries were added, moved or deleted, and when objects may have died.
#[inline(always)]
pub fn forget() {
    MEMO.dict.set(0);
}

//! The index of a dict's table: from hashes to numbers of entries.
//!
//! A *slot* is the number of an entry in its low bits, as many as a position has, and above them the bits of the entry's
//! short hash that stand there. The low bits of a hash say where its search begins, so that a slot that matches there has
//! all of the hash right, and a search reads hardly any entry but the one it wants:
//!
//! ```text
//! position  5: 0x3a7_04  entry 4, hash 0x3a7..        (256 positions: 8 bits of number, 8 of hash)
//! ```
//!
//! Slots have two, four or eight bytes, and are *free*, *deleted* or in use. A search looks at the four positions of an
//! aligned group, which share a cache line, then jumps to another group. Order does not depend on any of this.

use super::dict_table::Short;
use crate::core::Gc;
use crate::memory::ByteArray;

/// A word of an index.
trait Slot: Copy + Eq {
    const FREE: Self;
    const DELETED: Self;
    /// The hash in the bits that a slot keeps above numbers.
    fn of_hash(short: Short) -> Self;
    /// The slot of entry `i` in an index with this mask.
    fn new(short: Short, i: usize, mask: usize) -> Self;
    /// The entry, if the slot has these hash bits. May answer numbers that no entry has, for free and deleted ones.
    fn matches(self, hash: Self, mask: usize) -> Option<usize>;
    fn number(self, mask: usize) -> usize;
}
macro_rules! slot {
    ($($t:ty, |$short:ident| $hash:expr;)*) => {$(
        impl Slot for $t {
            const FREE: $t = <$t>::MAX;
            const DELETED: $t = <$t>::MAX - 1;
            #[inline(always)]
            fn of_hash($short: Short) -> $t {
                $hash
            }
            #[inline(always)]
            fn new(short: Short, i: usize, mask: usize) -> $t {
                <$t>::of_hash(short) & !(mask as $t) | i as $t
            }
            #[inline(always)]
            fn matches(self, hash: $t, mask: usize) -> Option<usize> {
                ((self ^ hash) & !(mask as $t) == 0).then_some(self as usize & mask)
            }
            #[inline(always)]
            fn number(self, mask: usize) -> usize {
                self as usize & mask
            }
        }
    )*};
}
slot! {
    u16, |short| short.0 as u16;
    u32, |short| short.0;
    u64, |short| short.0 as u64 | (short.0 as u64) << 32;
}

const MOST_SHORT: usize = 256;
const MOST_MIDDLE: usize = 1 << 24;

/// Runs `$body` with `$slots: *mut S` (S the slot type) and `$mask` for an index. Its length in bytes tells the width.
macro_rules! with_slots {
    ($index:expr, |$slots:ident, $mask:ident| $body:expr) => {{
        let data = ByteArray::data($index);
        let len = $index.len;
        if len <= 2 * MOST_SHORT {
            let ($slots, $mask) = (data as *mut u16, len / 2 - 1);
            $body
        } else if len <= 4 * MOST_MIDDLE {
            let ($slots, $mask) = (data as *mut u32, len / 4 - 1);
            $body
        } else {
            let ($slots, $mask) = (data as *mut u64, len / 8 - 1);
            $body
        }
    }};
}

/// Calls `$visit` with each position where a key of this hash may be, in order.
macro_rules! probe {
    ($short:expr, $mask:expr, |$at:ident| $visit:block) => {{
        let mut perturb = $short.0 as usize;
        let mut base = perturb & $mask;
        loop {
            for i in 0..GROUP {
                let $at = base ^ i;
                $visit
            }
            perturb >>= PERTURB_SHIFT;
            base = next_base(base, perturb, $mask);
        }
    }};
}

const GROUP: usize = 4;
const PERTURB_SHIFT: u32 = 5;

#[inline(always)]
fn next_base(base: usize, perturb: usize, mask: usize) -> usize {
    base.wrapping_mul(5).wrapping_add(perturb).wrapping_add(1) & mask
}

/// An index with so many positions, all free; dicts with few need none.
pub(super) fn new_index(slots: usize) -> Option<Gc<ByteArray>> {
    let width = match slots {
        0..=8 => return None,
        9..=MOST_SHORT => 2,
        _ if slots <= MOST_MIDDLE => 4,
        _ => 8,
    };
    Some(ByteArray::new(slots * width, 0xff))
}

/// The entry at the position where a search for this hash begins, if it may have it.
#[inline(always)]
pub(super) fn first(index: Gc<ByteArray>, short: Short) -> Option<usize> {
    #[inline(always)]
    fn run<S: Slot>(slots: *mut S, mask: usize, short: Short) -> Option<usize> {
        // SAFETY: the position is in the index.
        let slot = unsafe { *slots.add(short.0 as usize & mask) };
        slot.matches(S::of_hash(short), mask).filter(|&i| i < mask - 1)
    }
    with_slots!(index, |slots, mask| run(slots, mask, short))
}

/// The first entry that may have this hash and for which the test, which calls nothing, holds.
#[inline(always)]
pub(super) fn search(index: Gc<ByteArray>, short: Short, test: impl Fn(usize) -> bool) -> Option<usize> {
    #[inline(always)]
    fn run<S: Slot>(slots: *mut S, mask: usize, short: Short, test: impl Fn(usize) -> bool) -> Option<usize> {
        let hash = S::of_hash(short);
        probe!(short, mask, |at| {
            // SAFETY: the probe stays in the index.
            let slot = unsafe { *slots.add(at) };
            if let Some(i) = slot.matches(hash, mask)
                && i < mask - 1
                && test(i)
            {
                return Some(i);
            }
            if slot == S::FREE {
                return None;
            }
        })
    }
    with_slots!(index, |slots, mask| run(slots, mask, short, test))
}

/// Enters entry `i` into the first position that is free or deleted.
#[inline(always)]
pub(super) fn place(index: Gc<ByteArray>, short: Short, i: usize) {
    #[inline(always)]
    fn run<S: Slot>(slots: *mut S, mask: usize, short: Short, i: usize) {
        probe!(short, mask, |at| {
            // SAFETY: the probe stays in the index, which is never full.
            unsafe {
                if *slots.add(at) == S::FREE || *slots.add(at) == S::DELETED {
                    *slots.add(at) = S::new(short, i, mask);
                    return;
                }
            }
        })
    }
    with_slots!(index, |slots, mask| run(slots, mask, short, i))
}

/// Takes entry `i`, which has this hash, out.
pub(super) fn remove(index: Gc<ByteArray>, short: Short, i: usize) {
    fn run<S: Slot>(slots: *mut S, mask: usize, short: Short, i: usize) {
        let wanted = S::new(short, i, mask);
        probe!(short, mask, |at| {
            // SAFETY: the probe stays in the index, where entry `i` has a slot.
            unsafe {
                if *slots.add(at) == wanted {
                    *slots.add(at) = S::DELETED;
                    return;
                }
            }
        })
    }
    with_slots!(index, |slots, mask| run(slots, mask, short, i))
}

/// The entries that may have a hash, for searches that call code between one and the next.
pub(super) struct Candidates {
    short: Short,
    base: usize,
    perturb: usize,
    step: usize,
}

impl Candidates {
    pub(super) fn new(index: Gc<ByteArray>, short: Short) -> Candidates {
        let perturb = short.0 as usize;
        Candidates { short, base: perturb & with_slots!(index, |_slots, mask| mask), perturb, step: 0 }
    }
    pub(super) fn next(&mut self, index: Gc<ByteArray>) -> Option<usize> {
        fn run<S: Slot>(c: &mut Candidates, slots: *mut S, mask: usize) -> Option<usize> {
            loop {
                if c.step == GROUP {
                    c.step = 0;
                    c.perturb >>= PERTURB_SHIFT;
                    c.base = next_base(c.base, c.perturb, mask);
                }
                // SAFETY: the probe stays in the index.
                let slot = unsafe { *slots.add(c.base ^ c.step) };
                c.step += 1;
                if slot == S::FREE {
                    return None;
                }
                if slot != S::DELETED && slot.matches(S::of_hash(c.short), mask).is_some() {
                    return Some(slot.number(mask));
                }
            }
        }
        with_slots!(index, |slots, mask| run(self, slots, mask))
    }
}

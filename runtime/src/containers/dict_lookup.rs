//! Look-ups in a dict by the kind of key.
//!
//! An exact int, str or tuple of those is compared in line, and code that tells such keys apart runs no Python code and
//! calls nothing but `memcmp`. Only where a key of another kind has the same short hash are keys asked.

use super::dict_memo::{self, NONE};
use super::dict_table::{DELETED, DictObj, FREE, Probe, Short, Slot, short_of, unpack, with_slots};
use super::key;
use super::tuple::TupleObj;
use super::tuple_type::{hash_items, simple_hash_items};
use crate::core::hash::{equal_str, hash_str};
use crate::core::{Gc, R, StrObj, Value};
use crate::memory::ByteArray;
use crate::numbers::hash::hash_i64;
use runtime_interface::tag;
use std::cell::Cell;

/// What a look-up that calls nothing answers besides the number of an entry and `NONE`.
const UNDECIDED: isize = -2;

impl DictObj {
    /// The entry of this key. May run `__hash__` and `__eq__` of keys.
    #[inline(always)]
    pub fn find_key(d: Gc<DictObj>, k: Value) -> R<Option<usize>> {
        Ok(DictObj::find_place(d, k)?.0)
    }
    /// The same, and the short hash of the key.
    #[inline(always)]
    pub(super) fn find_place(d: Gc<DictObj>, k: Value) -> R<(Option<usize>, Short)> {
        if let Some((entry, short)) = dict_memo::recall(d, k) {
            return Ok(((entry != NONE).then_some(entry as usize), short));
        }
        let (short, found) = match k.tag {
            tag::INT => {
                let short = Short::of(hash_i64(k.as_i64()));
                (short, DictObj::find_int(d, k.bits, short))
            }
            tag::STR => {
                let short = Short::of(hash_str(k.cast::<StrObj>()));
                (short, DictObj::find_text(d, k.cast(), short))
            }
            tag::TUPLE => {
                let items = TupleObj::as_slice(k.cast());
                let Some(hash) = simple_hash_items(items) else {
                    let short = Short::of(hash_items(items)?);
                    return Ok((DictObj::find_kind(d, k, short)?, short));
                };
                let short = Short::of(hash);
                (short, DictObj::find_tuple(d, k.cast(), short))
            }
            _ => {
                let short = Short::of(key::hash(k)?);
                return Ok((DictObj::find_any(d, k, short)?, short));
            }
        };
        if found == UNDECIDED {
            return Ok((DictObj::find_any(d, k, short)?, short));
        }
        dict_memo::note(d, k, found, short);
        Ok(((found != NONE).then_some(found as usize), short))
    }
    #[inline]
    pub fn find(d: Gc<DictObj>, k: Value, hash: i64) -> R<Option<usize>> {
        DictObj::find_kind(d, k, Short::of(hash))
    }
    #[inline(always)]
    fn find_kind(d: Gc<DictObj>, k: Value, short: Short) -> R<Option<usize>> {
        let found = match k.tag {
            tag::INT => DictObj::find_int(d, k.bits, short),
            tag::STR => DictObj::find_text(d, k.cast(), short),
            tag::TUPLE => DictObj::find_tuple(d, k.cast(), short),
            _ => UNDECIDED,
        };
        match found {
            UNDECIDED => DictObj::find_any(d, k, short),
            NONE => Ok(None),
            i => Ok(Some(i as usize)),
        }
    }
    #[inline(never)]
    fn find_int(d: Gc<DictObj>, bits: u64, short: Short) -> isize {
        DictObj::find_exact(
            d,
            tag::INT,
            short,
            #[inline(always)]
            |other| Some(other == bits),
        )
    }
    #[inline(never)]
    fn find_text(d: Gc<DictObj>, text: Gc<StrObj>, short: Short) -> isize {
        DictObj::find_exact(
            d,
            tag::STR,
            short,
            #[inline(always)]
            |other| Some(equal_str(Gc::from_ptr(other as *mut StrObj), text)),
        )
    }
    #[inline(never)]
    fn find_tuple(d: Gc<DictObj>, tuple: Gc<TupleObj>, short: Short) -> isize {
        DictObj::find_exact(
            d,
            tag::TUPLE,
            short,
            #[inline(always)]
            |other| {
                let other: Gc<TupleObj> = Gc::from_ptr(other as *mut TupleObj);
                if other == tuple {
                    Some(true)
                } else {
                    key::tuples_equal(TupleObj::as_slice(other), TupleObj::as_slice(tuple))
                }
            },
        )
    }
    /// The entry of a key of an exact type, told by the other key's bits whether they are equal.
    #[inline(always)]
    fn find_exact(d: Gc<DictObj>, tag: u64, short: Short, equal: impl Fn(u64) -> Option<bool>) -> isize {
        let wanted = tag | (short.0 as u64) << 32;
        let undecided = Cell::new(false);
        let stop = || {
            undecided.set(true);
            true
        };
        let found = DictObj::find_simple(
            d,
            short,
            #[inline(always)]
            |packed| {
                if packed.tag == wanted {
                    return equal(packed.bits).unwrap_or_else(stop);
                }
                // Another type with the same hash: perhaps `1.0`, or an instance of a subclass.
                short_of(packed) == short && !unpack(packed).is_unbound() && stop()
            },
        );
        match found {
            Some(_) if undecided.get() => UNDECIDED,
            Some(i) => i as isize,
            None => NONE,
        }
    }
    #[inline(never)]
    fn find_any(d: Gc<DictObj>, k: Value, short: Short) -> R<Option<usize>> {
        let undecided = Cell::new(false);
        let found = DictObj::find_simple(d, short, |packed| {
            if short_of(packed) != short {
                return false;
            }
            match key::simple_equal(unpack(packed), k) {
                Some(answer) => answer,
                None if unpack(packed).is_unbound() => false,
                None => {
                    undecided.set(true);
                    true
                }
            }
        });
        if undecided.get() { DictObj::find_by_calls(d, k, short) } else { Ok(found) }
    }

    /// As `find`, when keys have to be compared by code that may change the dict meanwhile.
    #[cold]
    #[inline(never)]
    pub(super) fn find_by_calls(d: Gc<DictObj>, k: Value, short: Short) -> R<Option<usize>> {
        'restart: loop {
            let (index, entries) = (d.index, d.entries);
            let mut probe = Probe::new(short, 0);
            if let Some(index) = index {
                probe = Probe::new(short, with_slots!(index, |_slots, mask| mask));
            }
            let mut scanned = 0;
            loop {
                let i = match index {
                    None => {
                        if scanned >= d.filled {
                            return Ok(None);
                        }
                        scanned += 1;
                        scanned - 1
                    }
                    Some(index) => {
                        // SAFETY: the probe stays in the index.
                        let n = with_slots!(index, |slots, _mask| unsafe { *slots.add(probe.at) }.number());
                        probe.step();
                        match n {
                            FREE => return Ok(None),
                            DELETED => continue,
                            n => n,
                        }
                    }
                };
                let packed = DictObj::packed(d, i);
                let candidate = unpack(packed);
                if short_of(packed) != short || candidate.is_unbound() {
                    continue;
                }
                let same = key::equal(candidate, k)?;
                if d.entries != entries || d.index != index || i >= d.filled || {
                    let now = DictObj::packed(d, i);
                    now.tag != packed.tag || now.bits != packed.bits
                } {
                    continue 'restart;
                }
                if same {
                    return Ok(Some(i));
                }
            }
        }
    }
}

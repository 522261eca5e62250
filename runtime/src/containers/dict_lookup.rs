//! Look-ups in a dict by the kind of key.
//!
//! An exact int, str or tuple of those is compared in line, and code that tells such keys apart runs no Python code and
//! calls nothing but `memcmp`. Only where a key of another kind has the same short hash are keys asked.

use super::dict_index::{self, Candidates};
use super::dict_memo::{self, NONE};
use super::dict_table::{DictObj, Short, short_of, unpack};
use super::key;
use super::tuple::TupleObj;
use super::tuple_type::simple_hash_items;
use crate::core::hash::{equal_str, hash_str};
use crate::core::{Gc, R, Raised, StrObj, Value};
use crate::numbers::hash::hash_i64;
use runtime_interface::tag;
use std::cell::Cell;

/// What a look-up that calls nothing answers besides the number of an entry and `NONE`.
pub(super) const UNDECIDED: isize = -2;
/// What any look-up answers when an exception is pending.
pub(super) const RAISED: isize = -3;

impl DictObj {
    /// The entry of this key. May run `__hash__` and `__eq__` of keys.
    #[inline(always)]
    pub fn find_key(d: Gc<DictObj>, k: Value) -> R<Option<usize>> {
        Ok(DictObj::find_place(d, k)?.0)
    }
    /// The same, and the short hash of the key.
    #[inline(always)]
    pub(super) fn find_place(d: Gc<DictObj>, k: Value) -> R<(Option<usize>, Short)> {
        match DictObj::seek(d, k) {
            (RAISED, _) => Err(Raised::pending()),
            (found, short) => Ok(((found != NONE).then_some(found as usize), short)),
        }
    }
    /// The entry of this key, `NONE` or `RAISED`; and the short hash of the key. Nothing but words, which stay in registers.
    #[inline(always)]
    pub(super) fn seek(d: Gc<DictObj>, k: Value) -> (isize, Short) {
        match k.tag {
            tag::INT => DictObj::seek_int(d, k.as_i64()),
            tag::STR => {
                let text: Gc<StrObj> = k.cast();
                let short = Short::of(hash_str(text));
                if let Some(entry) = dict_memo::recall(d, k) {
                    return (entry, short);
                }
                // Keys are often the very object.
                if let Some(index) = d.index
                    && let Some(i) = dict_index::first(index, short)
                    && unpack(DictObj::packed(d, i)).is(k)
                {
                    return (i as isize, short);
                }
                (DictObj::seek_text(d, text, short), short)
            }
            _ => DictObj::seek_other(d, k),
        }
    }
    #[inline(always)]
    pub(super) fn seek_int(d: Gc<DictObj>, k: i64) -> (isize, Short) {
        let short = Short::of(hash_i64(k));
        match DictObj::int_at_first(d, k, short) {
            Some(i) => (i as isize, short),
            None => (DictObj::seek_int_on(d, k, short), short),
        }
    }
    /// The entry of an int where its search begins.
    #[inline(always)]
    fn int_at_first(d: Gc<DictObj>, k: i64, short: Short) -> Option<usize> {
        let i = dict_index::first(d.index?, short)?;
        let packed = DictObj::packed(d, i);
        (unpack(packed).is_int() && packed.bits == k as u64).then_some(i)
    }
    /// The entry of an int that is found at once. Only ints whose hash is the int are looked for.
    #[inline(always)]
    pub(super) fn find_int_at_once(d: Gc<DictObj>, k: i64) -> Option<usize> {
        if (0..1 << 60).contains(&k) { DictObj::int_at_first(d, k, Short::of(k)) } else { None }
    }
    #[inline(never)]
    fn seek_int_on(d: Gc<DictObj>, k: i64, short: Short) -> isize {
        match DictObj::find_int(d, k as u64, short) {
            UNDECIDED => in_band(DictObj::find_any(d, Value::int(k), short)),
            found => found,
        }
    }
    #[inline(never)]
    fn seek_text(d: Gc<DictObj>, text: Gc<StrObj>, short: Short) -> isize {
        match DictObj::find_text(d, text, short) {
            UNDECIDED => in_band(DictObj::find_any(d, text.value(), short)),
            found => {
                dict_memo::note(d, text.value(), found);
                found
            }
        }
    }
    #[inline(never)]
    fn seek_other(d: Gc<DictObj>, k: Value) -> (isize, Short) {
        if k.tag == tag::TUPLE {
            let found = DictObj::seek_items(d, TupleObj::as_slice(k.cast()));
            if found.0 != UNDECIDED {
                return found;
            }
        }
        match key::hash(k) {
            Ok(hash) => {
                let short = Short::of(hash);
                (in_band(DictObj::find_kind(d, k, short)), short)
            }
            Err(_) => (RAISED, Short(0)),
        }
    }
    /// The same for a tuple of these items, which need not exist; `UNDECIDED` if keys have to be asked.
    #[inline(never)]
    pub(super) fn seek_items(d: Gc<DictObj>, items: &[Value]) -> (isize, Short) {
        /// One copy for each usual length.
        #[inline(always)]
        fn seek(d: Gc<DictObj>, items: &[Value]) -> (isize, Short) {
            if let Some(known) = dict_memo::recall_items(d, items) {
                return known;
            }
            let Some(hash) = simple_hash_items(items) else { return (UNDECIDED, Short(0)) };
            let short = Short::of(hash);
            let found = DictObj::find_items(d, items, short);
            if found != UNDECIDED {
                dict_memo::note_items(d, items, found, short);
            }
            (found, short)
        }
        match items {
            [_, _] => seek(d, &items[..2]),
            [_, _, _] => seek(d, &items[..3]),
            _ => seek(d, items),
        }
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
            tag::TUPLE => DictObj::find_items(d, TupleObj::as_slice(k.cast()), short),
            _ => UNDECIDED,
        };
        match found {
            UNDECIDED => DictObj::find_any(d, k, short),
            NONE => Ok(None),
            i => Ok(Some(i as usize)),
        }
    }
    #[inline(always)]
    fn find_int(d: Gc<DictObj>, bits: u64, short: Short) -> isize {
        DictObj::find_exact(
            d,
            tag::INT,
            short,
            #[inline(always)]
            |other| Some(other == bits),
        )
    }
    #[inline(always)]
    fn find_text(d: Gc<DictObj>, text: Gc<StrObj>, short: Short) -> isize {
        DictObj::find_exact(
            d,
            tag::STR,
            short,
            #[inline(always)]
            |other| Some(equal_str(Gc::from_ptr(other as *mut StrObj), text)),
        )
    }
    #[inline(always)]
    fn find_items(d: Gc<DictObj>, items: &[Value], short: Short) -> isize {
        DictObj::find_exact(
            d,
            tag::TUPLE,
            short,
            #[inline(always)]
            |other| {
                let other = TupleObj::as_slice(Gc::from_ptr(other as *mut TupleObj));
                if std::ptr::eq(other, items) { Some(true) } else { key::tuples_equal(other, items) }
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
            let mut candidates = index.map(|index| Candidates::new(index, short));
            let mut scanned = 0;
            loop {
                let i = match (index, &mut candidates) {
                    (Some(index), Some(candidates)) => match candidates.next(index) {
                        Some(i) => i,
                        None => return Ok(None),
                    },
                    _ if scanned >= d.filled => return Ok(None),
                    _ => {
                        scanned += 1;
                        scanned - 1
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

#[inline(always)]
fn in_band(found: R<Option<usize>>) -> isize {
    match found {
        Ok(Some(i)) => i as isize,
        Ok(None) => NONE,
        Err(_) => RAISED,
    }
}

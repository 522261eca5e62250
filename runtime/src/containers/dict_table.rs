//! The table of a dict: entries in insertion order, and an index from hashes to entries.
//!
//! - An *entry* is two values, key and value, in one array of values. The upper half of the key's tag word
//!   holds 32 bits of the key's hash (its *short hash*), so that a look-up compares hash and tag at once
//!   and growing needs no hashes. A deleted entry has an unbound key. Entries are *filled* from the front.
//! - The *index* (`dict_index`) finds entries by hash. A dict of at most five entries has none: its entries are searched.
//!
//! Sizes grow as CPython's do, so that what a program sees when it changes a dict while iterating is the
//! same: two thirds of the index are usable, and growth is to three times the live entries.

use super::dict_index;
use super::dict_memo;
use super::list::no_items;
use crate::core::hash::{equal_str, hash_str};
use crate::core::{Gc, Header, HeapObject, R, StrObj, Value};
use crate::memory::{self, ByteArray, Descriptor, ValueArray};
use crate::word_of;
use runtime_interface::tag;

/// A dict. Subclasses extend this layout.
#[repr(C)]
pub struct DictObj {
    pub header: Header,
    /// Live entries: `len(d)`.
    pub len: usize,
    /// Entries in use from the front, deleted ones included.
    pub filled: usize,
    /// Two values per entry; its length says how many entries there is room for.
    pub(super) entries: Gc<ValueArray>,
    /// None while the dict is small.
    pub(super) index: Option<Gc<ByteArray>>,
    /// Entries that may still be added before the table is made anew. As in CPython, taking the last entry off gives no
    /// room back, since its position in the index is not free again.
    room: usize,
}

// SAFETY: the descriptor below describes this layout.
unsafe impl HeapObject for DictObj {
    const TAG: u64 = tag::DICT;
}

/// Most entries of a table without an index.
const SMALL: usize = 5;
/// Entries of the first table of a dict that grows: most nodes of trees of dicts have no more.
const FIRST: usize = 2;

/// 32 bits of a hash, well spread in the low bits and keeping runs of small ints together.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Short(pub(super) u32);

impl Short {
    #[inline(always)]
    pub fn of(hash: i64) -> Short {
        Short((hash as u32).wrapping_add(((hash >> 32) as u32).wrapping_mul(0x9e37_79b1)))
    }
}

#[inline(always)]
pub(super) fn pack(key: Value, short: Short) -> Value {
    Value { tag: key.tag as u32 as u64 | (short.0 as u64) << 32, bits: key.bits }
}

#[inline(always)]
pub(super) fn unpack(packed: Value) -> Value {
    Value { tag: packed.tag as u32 as u64, bits: packed.bits }
}

#[inline(always)]
pub(super) fn short_of(packed: Value) -> Short {
    Short((packed.tag >> 32) as u32)
}

/// Entries of a table whose index has `slots` positions.
const fn usable(slots: usize) -> usize {
    (slots << 1) / 3
}

/// Positions of the smallest index for at least `wanted` positions (CPython's rounding).
fn slots_for(wanted: usize) -> usize {
    wanted.max(8).next_power_of_two()
}

impl DictObj {
    pub const DESCRIPTOR: Descriptor =
        Descriptor::words::<DictObj>(word_of!(DictObj, entries) | word_of!(DictObj, index), 0);

    pub fn new() -> Gc<DictObj> {
        memory::new(DictObj {
            header: Header::new(tag::DICT),
            len: 0,
            filled: 0,
            entries: no_items(),
            index: None,
            room: 0,
        })
    }
    /// With room for `n` entries, sized as CPython presizes displays.
    pub fn with_capacity(n: usize) -> Gc<DictObj> {
        let d = DictObj::new();
        if n > SMALL {
            DictObj::resize(d, slots_for((n * 3).div_ceil(2)));
        } else if n > 0 {
            DictObj::grow_small(d, n);
        }
        d
    }
    /// Resets the fields of a new instance of a subclass.
    pub fn initialize(mut d: Gc<DictObj>) {
        d.len = 0;
        d.filled = 0;
        d.entries = no_items();
        d.index = None;
        d.room = 0;
        dict_memo::forget();
    }

    #[inline(always)]
    pub fn len(d: Gc<DictObj>) -> usize {
        d.len
    }
    #[inline(always)]
    fn slot(d: Gc<DictObj>, i: usize) -> *mut Value {
        // SAFETY: callers stay below `filled`, or below the capacity for new entries.
        unsafe { ValueArray::items(d.entries).add(2 * i) }
    }
    #[inline(always)]
    pub(super) fn packed(d: Gc<DictObj>, i: usize) -> Value {
        // SAFETY: entry `i` is filled.
        unsafe { *DictObj::slot(d, i) }
    }
    /// The value of entry `i`, which is filled.
    #[inline(always)]
    pub fn value_at(d: Gc<DictObj>, i: usize) -> Value {
        // SAFETY: entry `i` is filled.
        unsafe { *DictObj::slot(d, i).add(1) }
    }
    #[inline(always)]
    pub(super) fn set_value(d: Gc<DictObj>, i: usize, v: Value) {
        ValueArray::set(d.entries, 2 * i + 1, v);
    }
    /// Key and value of entry `i < filled`; None if it was deleted.
    #[inline(always)]
    pub fn entry(d: Gc<DictObj>, i: usize) -> Option<(Value, Value)> {
        if i >= d.filled {
            return None;
        }
        let key = unpack(DictObj::packed(d, i));
        if key.is_unbound() { None } else { Some((key, DictObj::value_at(d, i))) }
    }
    /// The next live entry at or after `*position`, which moves behind it.
    #[inline(always)]
    pub fn next_entry(d: Gc<DictObj>, position: &mut usize) -> Option<(Value, Value)> {
        while *position < d.filled {
            let i = *position;
            *position += 1;
            if let Some(entry) = DictObj::entry(d, i) {
                return Some(entry);
            }
        }
        None
    }
    /// The last live entry before `*position`, which moves onto it.
    pub fn previous_entry(d: Gc<DictObj>, position: &mut usize) -> Option<(Value, Value)> {
        *position = (*position).min(d.filled);
        while *position > 0 {
            *position -= 1;
            if let Some(entry) = DictObj::entry(d, *position) {
                return Some(entry);
            }
        }
        None
    }
    /// As [`DictObj::next_entry`], with what is needed to insert it elsewhere without hashing again.
    #[inline(always)]
    fn next_packed(d: Gc<DictObj>, position: &mut usize) -> Option<(Value, Short, Value)> {
        while *position < d.filled {
            let i = *position;
            *position += 1;
            let packed = DictObj::packed(d, i);
            let key = unpack(packed);
            if !key.is_unbound() {
                return Some((key, short_of(packed), DictObj::value_at(d, i)));
            }
        }
        None
    }

    // ---- str keys: these never run Python code ----

    pub fn get_str(d: Gc<DictObj>, k: Gc<StrObj>) -> Option<Value> {
        Some(DictObj::value_at(d, DictObj::find_str(d, k)?))
    }
    pub fn set_str(d: Gc<DictObj>, k: Gc<StrObj>, v: Value) {
        match DictObj::find_str(d, k) {
            Some(i) => DictObj::set_value(d, i, v),
            None => DictObj::append(d, k.value(), Short::of(hash_str(k)), v),
        }
    }
    /// Deletes the entry of this key; whether there was one.
    pub fn del_str(d: Gc<DictObj>, k: Gc<StrObj>) -> bool {
        match DictObj::find_str(d, k) {
            Some(i) => {
                DictObj::delete_entry(d, i);
                true
            }
            None => false,
        }
    }
    /// The entry whose key is exactly this text.
    #[inline]
    fn find_str(d: Gc<DictObj>, k: Gc<StrObj>) -> Option<usize> {
        let short = Short::of(hash_str(k));
        let wanted = tag::STR | (short.0 as u64) << 32;
        DictObj::find_simple(d, short, |packed| {
            packed.tag == wanted && equal_str(Gc::from_ptr(packed.bits as *mut StrObj), k)
        })
    }
    /// The first entry of this short hash for which the test, which calls nothing, holds.
    #[inline(always)]
    pub(super) fn find_simple(d: Gc<DictObj>, short: Short, test: impl Fn(Value) -> bool) -> Option<usize> {
        let Some(index) = d.index else {
            return (0..d.filled).find(|&i| test(DictObj::packed(d, i)));
        };
        dict_index::search(
            index,
            short,
            #[inline(always)]
            |i| test(DictObj::packed(d, i)),
        )
    }

    // ---- any keys: see `dict_lookup` ----

    #[inline]
    pub fn get(d: Gc<DictObj>, k: Value) -> R<Option<Value>> {
        Ok(DictObj::find_key(d, k)?.map(|i| DictObj::value_at(d, i)))
    }
    pub fn get_hashed(d: Gc<DictObj>, k: Value, hash: i64) -> R<Option<Value>> {
        Ok(DictObj::find(d, k, hash)?.map(|i| DictObj::value_at(d, i)))
    }
    #[inline]
    pub fn contains(d: Gc<DictObj>, k: Value) -> R<bool> {
        Ok(DictObj::find_key(d, k)?.is_some())
    }
    #[inline]
    pub fn insert(d: Gc<DictObj>, k: Value, v: Value) -> R<()> {
        let (found, short) = DictObj::find_place(d, k)?;
        match found {
            Some(i) => DictObj::set_value(d, i, v),
            None => DictObj::append(d, k, short, v),
        }
        Ok(())
    }
    pub fn insert_hashed(d: Gc<DictObj>, k: Value, hash: i64, v: Value) -> R<()> {
        match DictObj::find(d, k, hash)? {
            Some(i) => DictObj::set_value(d, i, v),
            None => DictObj::append(d, k, Short::of(hash), v),
        }
        Ok(())
    }
    /// The value of the key; if there is none, `v` is inserted first.
    pub fn set_default(d: Gc<DictObj>, k: Value, v: Value) -> R {
        let (found, short) = DictObj::find_place(d, k)?;
        Ok(match found {
            Some(i) => DictObj::value_at(d, i),
            None => {
                DictObj::append(d, k, short, v);
                v
            }
        })
    }
    /// Deletes the entry of the key and answers its value.
    pub fn remove(d: Gc<DictObj>, k: Value) -> R<Option<Value>> {
        let Some(i) = DictObj::find_key(d, k)? else { return Ok(None) };
        let v = DictObj::value_at(d, i);
        DictObj::delete_entry(d, i);
        Ok(Some(v))
    }
    pub fn remove_hashed(d: Gc<DictObj>, k: Value, hash: i64) -> R<Option<Value>> {
        let Some(i) = DictObj::find(d, k, hash)? else { return Ok(None) };
        let v = DictObj::value_at(d, i);
        DictObj::delete_entry(d, i);
        Ok(Some(v))
    }
    /// Deletes the last entry and answers it.
    pub fn pop_last(mut d: Gc<DictObj>) -> Option<(Value, Value)> {
        let mut i = d.filled;
        let entry = DictObj::previous_entry(d, &mut i)?;
        DictObj::delete_entry(d, i);
        // The slots of entries behind it are marked deleted already, so their numbers can be used again.
        d.filled = i;
        Some(entry)
    }
    /// The first live entry and its number. When entries at the front were deleted, the slot of entry 0 holds
    /// how far one may skip, so taking entries off the front again and again stays cheap.
    pub fn first_entry(d: Gc<DictObj>) -> Option<(usize, Value, Value)> {
        if d.len == 0 {
            return None;
        }
        let mut i = 0;
        let skips = DictObj::entry(d, 0).is_none();
        if skips {
            let hint = DictObj::value_at(d, 0);
            if hint.is_int() {
                i = hint.as_i64() as usize;
            }
        }
        let (k, v) = DictObj::next_entry(d, &mut i)?;
        if skips {
            // SAFETY: entry 0 is filled; an int needs no barrier.
            unsafe { *DictObj::slot(d, 0).add(1) = Value::int(i as i64 - 1) }
        }
        Some((i - 1, k, v))
    }
    /// Deletes the first entry and answers it.
    pub fn pop_first(d: Gc<DictObj>) -> Option<(Value, Value)> {
        let (i, k, v) = DictObj::first_entry(d)?;
        DictObj::delete_entry(d, i);
        Some((k, v))
    }
    pub fn clear(mut d: Gc<DictObj>) {
        DictObj::initialize(d);
        d.len = 0;
    }
    /// A new dict with the same entries in the same order.
    pub fn copy(d: Gc<DictObj>) -> Gc<DictObj> {
        let new = DictObj::new();
        DictObj::copy_into(new, d);
        new
    }
    /// Fills an empty dict with the entries of another.
    fn copy_into(mut new: Gc<DictObj>, d: Gc<DictObj>) {
        dict_memo::forget();
        if d.len == 0 {
            return;
        }
        // CPython clones the table of a dict that is at least two thirds full, else it builds a tight one.
        if d.len >= (d.filled * 2) / 3 {
            let entries = super::list::copy_of(ValueArray::as_slice(d.entries), d.entries.len);
            new.entries = entries;
            new.barrier();
            if let Some(index) = d.index {
                let copied = ByteArray::uninitialized(index.len);
                // SAFETY: both have the same length.
                unsafe { ByteArray::data(copied).copy_from_nonoverlapping(ByteArray::data(index), index.len) }
                new.index = Some(copied);
                new.barrier();
            }
            new.len = d.len;
            new.filled = d.filled;
            new.room = d.room;
        } else {
            DictObj::resize(new, slots_for((d.len * 3).div_ceil(2)));
            let mut i = 0;
            while let Some((k, short, v)) = DictObj::next_packed(d, &mut i) {
                DictObj::append(new, k, short, v);
            }
        }
    }
    /// Inserts all entries of another dict; `over` says whether they replace those that are there.
    /// Hashes are not computed again. May run `__eq__` of keys.
    pub fn merge(d: Gc<DictObj>, other: Gc<DictObj>, over: bool) -> R<()> {
        if d == other || other.len == 0 {
            return Ok(());
        }
        if d.len == 0 && d.filled == 0 {
            DictObj::copy_into(d, other);
            return Ok(());
        }
        // CPython makes room for all of them at once.
        if d.index.map_or(SMALL, |_| d.entries.len / 2) < other.len {
            DictObj::resize(d, slots_for(((d.len + other.len) * 3).div_ceil(2)));
        }
        let (len, mut i) = (other.len, 0);
        while let Some((k, short, v)) = DictObj::next_packed(other, &mut i) {
            match DictObj::find_short(d, k, short)? {
                Some(at) if over => DictObj::set_value(d, at, v),
                Some(_) => {}
                None => DictObj::append(d, k, short, v),
            }
            if other.len != len {
                return Err(raise!(RuntimeError, "dict mutated during update"));
            }
        }
        Ok(())
    }
    fn find_short(d: Gc<DictObj>, k: Value, short: Short) -> R<Option<usize>> {
        let found =
            DictObj::find_simple(d, short, |packed| short_of(packed) == short && unpack(packed).is(k));
        if found.is_some() { Ok(found) } else { DictObj::find_by_calls(d, k, short) }
    }
    /// The value under the key of entry `i` of another dict; its hash is not computed again.
    pub fn get_entry_of(d: Gc<DictObj>, other: Gc<DictObj>, i: usize) -> R<Option<Value>> {
        let packed = DictObj::packed(other, i);
        Ok(DictObj::find_short(d, unpack(packed), short_of(packed))?.map(|at| DictObj::value_at(d, at)))
    }
    /// Bytes of the table.
    pub fn table_bytes(&self) -> usize {
        16 * self.entries.len + self.index.map_or(0, |index| index.len)
    }

    // ---- changing the table ----

    /// Adds an entry whose key is not in the dict.
    #[inline]
    pub(super) fn append(mut d: Gc<DictObj>, k: Value, short: Short, v: Value) {
        dict_memo::forget();
        if d.room == 0 {
            DictObj::make_room(d);
        }
        let i = d.filled;
        ValueArray::set(d.entries, 2 * i, pack(k, short));
        ValueArray::set(d.entries, 2 * i + 1, v);
        if let Some(index) = d.index {
            dict_index::place(index, short, i);
        }
        d.filled = i + 1;
        d.len += 1;
        d.room -= 1;
    }
    #[inline(never)]
    fn make_room(d: Gc<DictObj>) {
        match d.entries.len / 2 {
            0 => DictObj::grow_small(d, FIRST),
            1..SMALL => DictObj::grow_small(d, SMALL),
            _ => DictObj::resize(d, slots_for(d.len * 3)),
        }
    }
    /// Gives a dict without index a table of so many entries; deleted ones stay where they are.
    fn grow_small(mut d: Gc<DictObj>, room: usize) {
        let entries = ValueArray::new(2 * room);
        // SAFETY: the new table has more entries, and is new: no barrier.
        unsafe {
            let (from, to) = (ValueArray::items(d.entries), ValueArray::items(entries));
            to.copy_from_nonoverlapping(from, 2 * d.filled);
        }
        d.entries = entries;
        d.room = room - d.filled;
        d.barrier();
    }
    fn delete_entry(mut d: Gc<DictObj>, i: usize) {
        dict_memo::forget();
        if let Some(index) = d.index {
            dict_index::remove(index, short_of(DictObj::packed(d, i)), i);
        }
        // SAFETY: entry `i` is filled; unbound values need no barrier.
        unsafe {
            *DictObj::slot(d, i) = Value::UNBOUND;
            *DictObj::slot(d, i).add(1) = Value::UNBOUND;
        }
        d.len -= 1;
    }
    /// Moves the live entries to a new table whose index has `slots` positions.
    #[inline(never)]
    fn resize(mut d: Gc<DictObj>, slots: usize) {
        dict_memo::forget();
        let index = dict_index::new_index(slots);
        let entries = ValueArray::uninitialized(2 * usable(slots));
        let mut to = 0;
        for i in 0..d.filled {
            let packed = DictObj::packed(d, i);
            if unpack(packed).is_unbound() {
                continue;
            }
            // SAFETY: the new table has room for every live entry, and is new: no barrier.
            unsafe {
                let slot = ValueArray::items(entries).add(2 * to);
                *slot = packed;
                *slot.add(1) = DictObj::value_at(d, i);
            }
            if let Some(index) = index {
                dict_index::place(index, short_of(packed), to);
            }
            to += 1;
        }
        ValueArray::fill_from(entries, 2 * to);
        if to == d.filled {
            memory::take_over(entries, d.entries);
        }
        d.entries = entries;
        d.index = index;
        d.filled = to;
        d.room = entries.len / 2 - to;
        d.barrier();
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::core::mutator::alone;

    fn keys(d: Gc<DictObj>) -> Vec<i64> {
        let (mut at, mut out) = (0, Vec::new());
        while let Some((k, _)) = DictObj::next_entry(d, &mut at) {
            out.push(k.as_i64());
        }
        out
    }

    #[test]
    fn keeps_order_through_growth_and_deletion() {
        let _heap = crate::memory::test_heap();
        let _alone = alone();
        let d = DictObj::new();
        for i in 0..100_000 {
            DictObj::insert(d, Value::int(i * 7 - 1000), Value::int(i)).unwrap();
        }
        assert_eq!(d.len, 100_000);
        for i in 0..100_000 {
            let v = DictObj::get(d, Value::int(i * 7 - 1000)).unwrap().unwrap();
            assert_eq!(v.as_i64(), i);
        }
        for i in 0..100_000 {
            if i % 10 != 3 {
                DictObj::remove(d, Value::int(i * 7 - 1000)).unwrap().unwrap();
            }
        }
        let expected: Vec<i64> = (0..100_000).filter(|i| i % 10 == 3).map(|i| i * 7 - 1000).collect();
        assert_eq!(keys(d), expected);
        assert_eq!(keys(DictObj::copy(d)), expected);
        assert!(DictObj::get(d, Value::int(-1000)).unwrap().is_none());
    }

    #[test]
    fn pops_and_reuses() {
        let _heap = crate::memory::test_heap();
        let _alone = alone();
        let d = DictObj::new();
        for round in 0..50 {
            for i in 0..40 {
                DictObj::insert(d, Value::int(i), Value::int(round)).unwrap();
            }
            for _ in 0..30 {
                DictObj::pop_last(d).unwrap();
            }
            assert_eq!(d.len, 10);
            assert_eq!(keys(d), (0..10).collect::<Vec<i64>>());
        }
    }

    #[test]
    fn equal_numbers_are_one_key() {
        let _heap = crate::memory::test_heap();
        let _alone = alone();
        let d = DictObj::new();
        DictObj::insert(d, Value::int(1), Value::int(10)).unwrap();
        assert!(DictObj::get(d, Value::int(2)).unwrap().is_none());
        let s = StrObj::from_str("k");
        DictObj::set_str(d, s, Value::int(5));
        assert_eq!(DictObj::get_str(d, StrObj::from_str("k")).unwrap().as_i64(), 5);
        assert!(DictObj::del_str(d, StrObj::from_str("k")));
        assert!(DictObj::get_str(d, s).is_none());
    }
}

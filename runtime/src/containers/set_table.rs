//! The table of a set, with CPython's algorithm, so that sets iterate in CPython's order.
//!
//! A table has a power of two of *positions*; position `i` is `keys[i]` and `hashes[i]`. It is *unused*, *dummy* (an
//! element was there) or has an element. `fill` counts elements and dummies. A probe looks at a position and the nine
//! that follow it, then jumps. The upper half of a key's tag word holds the low half of its hash (of a dummy: ones), so
//! that a search mostly reads nothing but keys.

use super::key;
use super::tuple::TupleObj;
use super::tuple_type::simple_hash_items;
use crate::core::hash::equal_str;
use crate::core::{Gc, Header, HeapObject, R, Value};
use crate::memory::{self, ByteArray, Descriptor, ValueArray};
use crate::numbers::hash::hash_i64;
use crate::word_of;
use runtime_interface::{layout::header, tag};
use std::cell::UnsafeCell;

/// A set or frozenset. Subclasses of `set` extend this layout.
#[repr(C)]
pub struct SetObj {
    pub header: Header,
    /// Elements: `len(s)`.
    pub len: usize,
    /// Elements and dummies.
    pub fill: usize,
    /// Where `pop` looks next.
    finger: usize,
    /// A frozenset's hash; 0 while unknown.
    pub hash: i64,
    keys: Gc<ValueArray>,
    /// As many `i64` as there are keys; those of ints are not set.
    hashes: Gc<ByteArray>,
    /// Which of the exact ints below 64 are elements: bit `i` for `i`.
    small: u64,
}

// SAFETY: the descriptor below describes this layout.
unsafe impl HeapObject for SetObj {
    const TAG: u64 = tag::SET;
}

const MIN_SIZE: usize = 8;
const LINEAR_PROBES: usize = 9;
const PERTURB_SHIFT: u32 = 5;
/// The tag words of keys that are none.
const UNUSED: u64 = tag::UNBOUND;
const DUMMY: Value = Value { tag: tag::UNBOUND | 0xffff_ffff << 32, bits: 0 };

/// The tag word of an element in the table.
#[inline(always)]
fn packed_tag(k: Value, hash: i64) -> u64 {
    k.tag as u32 as u64 | (hash as u64) << 32
}
#[inline(always)]
fn pack(k: Value, hash: i64) -> Value {
    Value { tag: packed_tag(k, hash), bits: k.bits }
}
#[inline(always)]
fn unpack(packed: Value) -> Value {
    Value { tag: packed.tag as u32 as u64, bits: packed.bits }
}
/// Whether the lower halves of an element's hash and of this one are the same.
#[inline(always)]
fn may_match(packed: Value, hash: i64) -> bool {
    (packed.tag >> 32) as u32 == hash as u32
}

#[repr(C)]
struct NoKeys {
    array: ValueArray,
    items: [Value; MIN_SIZE],
}
#[repr(C)]
struct NoHashes {
    array: ByteArray,
    items: [i64; MIN_SIZE],
}
#[repr(C)]
struct Static<T>(UnsafeCell<T>);
// SAFETY: only read: `writable` replaces it before the first store.
unsafe impl<T> Sync for Static<T> {}

/// The table of every set that never had an element.
static NO_KEYS: Static<NoKeys> = Static(UnsafeCell::new(NoKeys {
    array: ValueArray { header: Header(tag::VALUE_ARRAY | header::STATIC), len: MIN_SIZE },
    items: [Value::UNBOUND; MIN_SIZE],
}));
static NO_HASHES: Static<NoHashes> = Static(UnsafeCell::new(NoHashes {
    array: ByteArray { header: Header(tag::BYTE_ARRAY | header::STATIC), len: MIN_SIZE * 8 },
    items: [0; MIN_SIZE],
}));

fn no_keys() -> Gc<ValueArray> {
    Gc::from_ptr(NO_KEYS.0.get() as *mut ValueArray)
}
fn no_hashes() -> Gc<ByteArray> {
    Gc::from_ptr(NO_HASHES.0.get() as *mut ByteArray)
}

/// Calls `$visit(position)` over the positions where an element of this hash may be, in order.
macro_rules! probe {
    ($hash:expr, $mask:expr, |$i:ident| $visit:block) => {{
        let mask: usize = $mask;
        let mut perturb = $hash as u64 as usize;
        let mut at = perturb & mask;
        loop {
            let end = if at + LINEAR_PROBES <= mask { at + LINEAR_PROBES } else { at };
            let mut next = at;
            loop {
                let $i = next;
                $visit
                if next == end {
                    break;
                }
                next += 1;
            }
            perturb >>= PERTURB_SHIFT;
            at = at.wrapping_mul(5).wrapping_add(1).wrapping_add(perturb) & mask;
        }
    }};
}

/// What a look-up ended at: the position of the element; or, as its complement, where a new one goes: the last dummy
/// seen, else the unused position.
#[derive(Clone, Copy)]
struct Place(isize);

impl Place {
    fn element(i: usize) -> Place {
        Place(i as isize)
    }
    fn unused(i: usize) -> Place {
        Place(!(i as isize))
    }
    fn is_element(self) -> bool {
        self.0 >= 0
    }
    fn position(self) -> usize {
        (if self.0 < 0 { !self.0 } else { self.0 }) as usize
    }
}

impl SetObj {
    pub const DESCRIPTOR: Descriptor =
        Descriptor::words::<SetObj>(word_of!(SetObj, keys) | word_of!(SetObj, hashes), 0);

    /// A new, empty `set`.
    pub fn new() -> Gc<SetObj> {
        SetObj::of_type(tag::SET)
    }
    /// A new, empty `set` or `frozenset`, by tag.
    pub fn of_type(tag: u64) -> Gc<SetObj> {
        let mut s = memory::new(SetObj {
            header: Header::new(tag),
            len: 0,
            fill: 0,
            finger: 0,
            hash: 0,
            keys: no_keys(),
            hashes: no_hashes(),
            small: 0,
        });
        s.header.set_type_id(tag);
        s
    }
    /// Resets the fields of a new instance of a subclass.
    pub fn initialize(mut s: Gc<SetObj>) {
        s.len = 0;
        s.fill = 0;
        s.finger = 0;
        s.hash = 0;
        s.keys = no_keys();
        s.hashes = no_hashes();
        s.small = 0;
    }
    #[inline(always)]
    pub fn len(s: Gc<SetObj>) -> usize {
        s.len
    }
    /// The bit of an exact int that has one.
    #[inline(always)]
    fn small_bit(k: Value) -> u64 {
        if k.is_int() && k.bits < 64 { 1 << k.bits } else { 0 }
    }
    #[inline(always)]
    fn mask(s: Gc<SetObj>) -> usize {
        s.keys.len - 1
    }
    #[inline(always)]
    fn packed(s: Gc<SetObj>, i: usize) -> Value {
        ValueArray::get(s.keys, i)
    }
    #[inline(always)]
    fn key_at(s: Gc<SetObj>, i: usize) -> Value {
        unpack(SetObj::packed(s, i))
    }
    /// The hash of the element at a position.
    #[inline(always)]
    fn hash_at(s: Gc<SetObj>, i: usize, k: Value) -> i64 {
        hash_in(s.hashes, i, k)
    }
    /// The hash of an int is not kept.
    #[inline(always)]
    fn set_hash(s: Gc<SetObj>, i: usize, k: Value, hash: i64) {
        if !k.is_int() {
            // SAFETY: as many hashes as keys.
            unsafe { *(ByteArray::data(s.hashes) as *mut i64).add(i) = hash }
        }
    }
    /// The next element at or after `*position`, with its hash; the position moves behind it.
    #[inline(always)]
    pub fn next_element(s: Gc<SetObj>, position: &mut usize) -> Option<(Value, i64)> {
        while *position < s.keys.len {
            let i = *position;
            *position += 1;
            let k = SetObj::key_at(s, i);
            if !k.is_unbound() {
                return Some((k, SetObj::hash_at(s, i, k)));
            }
        }
        None
    }

    /// Where the key is, or the unused position where the search for it ended. May run `__eq__`.
    #[inline(never)]
    fn look(s: Gc<SetObj>, k: Value, hash: i64) -> R<Place> {
        'restart: loop {
            let keys = s.keys;
            let mut dummy = None;
            probe!(hash, SetObj::mask(s), |i| {
                let packed = SetObj::packed(s, i);
                if packed.tag == UNUSED {
                    return Ok(Place::unused(dummy.unwrap_or(i)));
                }
                if packed.tag == DUMMY.tag {
                    dummy = Some(i);
                } else if may_match(packed, hash) {
                    let candidate = unpack(packed);
                    match key::simple_equal(candidate, k) {
                        Some(true) => return Ok(Place::element(i)),
                        Some(false) => {}
                        None if SetObj::hash_at(s, i, candidate) != hash => {}
                        None => {
                            let same = key::equal(candidate, k)?;
                            if same {
                                // CPython accepts the answer even when the comparison changed the set.
                                return Ok(Place::element(i));
                            }
                            if s.keys != keys || !SetObj::key_at(s, i).is(candidate) {
                                continue 'restart;
                            }
                        }
                    }
                }
            })
        }
    }
    /// The same for a tuple of these items, which need not exist; `None` if elements have to be asked.
    #[inline(always)]
    fn look_items(s: Gc<SetObj>, items: &[Value], hash: i64) -> Option<Place> {
        let wanted = tag::TUPLE | (hash as u64) << 32;
        SetObj::look_among(s, hash, wanted, |packed| {
            key::tuples_equal(TupleObj::as_slice(Gc::from_ptr(packed.bits as *mut TupleObj)), items)
        })
    }
    /// Where an element is or goes that only those with the packed tag `wanted` can be equal to, by `same`; `None` if
    /// elements have to be asked.
    #[inline(always)]
    fn look_among(
        s: Gc<SetObj>,
        hash: i64,
        wanted: u64,
        same: impl Fn(Value) -> Option<bool>,
    ) -> Option<Place> {
        let mut dummy = None;
        probe!(hash, SetObj::mask(s), |i| {
            let packed = SetObj::packed(s, i);
            if packed.tag == wanted {
                if same(packed)? {
                    return Some(Place::element(i));
                }
            } else if packed.tag == UNUSED {
                return Some(Place::unused(dummy.unwrap_or(i)));
            } else if packed.tag == DUMMY.tag {
                dummy = Some(i);
            } else if may_match(packed, hash) {
                return None;
            }
        })
    }
    /// Whether a tuple of these items is in the set; `None` if elements have to be asked.
    pub fn contains_items(s: Gc<SetObj>, items: &[Value]) -> Option<bool> {
        Some(SetObj::seek_items(s, items)?.0.is_element())
    }
    /// Where a tuple of these items is or goes, and its hash: one copy for each usual length.
    #[inline(always)]
    fn seek_items(s: Gc<SetObj>, items: &[Value]) -> Option<(Place, i64)> {
        #[inline(always)]
        fn seek(s: Gc<SetObj>, items: &[Value]) -> Option<(Place, i64)> {
            let hash = simple_hash_items(items)?;
            Some((SetObj::look_items(s, items, hash)?, hash))
        }
        match items {
            [_, _] => seek(s, &items[..2]),
            [_, _, _] => seek(s, &items[..3]),
            _ => seek(s, items),
        }
    }
    /// Adds a tuple of these items, made only if it is new; `None` if elements have to be asked.
    pub fn add_items(s: Gc<SetObj>, items: &[Value]) -> Option<()> {
        let (place, hash) = SetObj::seek_items(s, items)?;
        if !place.is_element() {
            let k = TupleObj::from_slice(items).value();
            SetObj::add_at(s, place.position(), k, hash);
        }
        Some(())
    }
    /// The position of an element, which it still has now.
    fn find(s: Gc<SetObj>, k: Value, hash: i64) -> R<Option<usize>> {
        let place = SetObj::look(s, k, hash)?;
        let i = place.position();
        let is_there = place.is_element() && i < s.keys.len && !SetObj::key_at(s, i).is_unbound();
        Ok(is_there.then_some(i))
    }
    /// Whether an exact int is in the set, if that is seen at once; it calls nothing.
    #[inline(always)]
    pub fn contains_at_once(s: Gc<SetObj>, k: i64) -> Option<bool> {
        if k as u64 == k as u64 & 63 {
            if s.small & 1 << k != 0 {
                return Some(true);
            }
            if s.small.count_ones() as usize == s.len {
                return Some(false);
            }
        }
        // Greater ints, and -1, have another hash.
        if !(0..1 << 60).contains(&k) {
            return None;
        }
        let packed = SetObj::packed(s, k as usize & SetObj::mask(s));
        if packed.tag == packed_tag(Value::int(k), k) && packed.bits == k as u64 {
            return Some(true);
        }
        (packed.tag == UNUSED).then_some(false)
    }
    #[inline]
    pub fn contains(s: Gc<SetObj>, k: Value) -> R<bool> {
        if k.is_int() && k.bits < 64 {
            if s.small & 1 << k.bits != 0 {
                return Ok(true);
            }
            if s.small.count_ones() as usize == s.len {
                return Ok(false);
            }
        }
        let hash = key::hash(k)?;
        SetObj::contains_hashed(s, k, hash)
    }
    #[inline]
    pub fn contains_hashed(s: Gc<SetObj>, k: Value, hash: i64) -> R<bool> {
        if s.len == 0 {
            return Ok(false);
        }
        // Most searches end where they begin.
        let packed = SetObj::packed(s, hash as usize & SetObj::mask(s));
        if packed.tag == packed_tag(k, hash) && packed.bits == k.bits {
            return Ok(true);
        }
        if packed.tag == UNUSED {
            return Ok(false);
        }
        if let Some(place) = SetObj::look_plain(s, k, hash) {
            return Ok(place.is_element());
        }
        Ok(SetObj::look(s, k, hash)?.is_element())
    }
    /// Where an exact int or str is or goes; `None` for other keys, and if elements have to be asked.
    #[inline(never)]
    fn look_plain(s: Gc<SetObj>, k: Value, hash: i64) -> Option<Place> {
        if !matches!(k.tag, tag::INT | tag::STR) {
            return None;
        }
        SetObj::look_among(s, hash, packed_tag(k, hash), |packed| {
            Some(packed.bits == k.bits || k.tag == tag::STR && equal_str(unpack(packed).cast(), k.cast()))
        })
    }
    /// Adds an element; whether it is new.
    #[inline]
    pub fn add(s: Gc<SetObj>, k: Value) -> R<bool> {
        if s.small & SetObj::small_bit(k) != 0 {
            return Ok(false);
        }
        let hash = key::hash(k)?;
        SetObj::add_hashed(s, k, hash)
    }
    pub fn add_hashed(s: Gc<SetObj>, k: Value, hash: i64) -> R<bool> {
        // Most new elements go where the search begins.
        let mut i = hash as usize & SetObj::mask(s);
        let first = SetObj::packed(s, i);
        if first.tag != UNUSED {
            if first.tag == packed_tag(k, hash) && first.bits == k.bits {
                return Ok(false);
            }
            let place = match SetObj::look_plain(s, k, hash) {
                Some(place) => place,
                None => SetObj::look(s, k, hash)?,
            };
            if place.is_element() {
                return Ok(false);
            }
            i = place.position();
        }
        SetObj::add_at(s, i, k, hash);
        Ok(true)
    }
    /// Adds an element that is not in the set, to a set from which nothing was removed.
    #[inline]
    pub fn add_distinct(mut s: Gc<SetObj>, k: Value, hash: i64) {
        SetObj::writable(s);
        s.small |= SetObj::small_bit(k);
        s.fill += 1;
        s.len += 1;
        SetObj::insert_clean(s, pack(k, hash), hash);
        if s.fill * 5 >= SetObj::mask(s) * 3 {
            SetObj::resize(s, SetObj::roomy(s));
        }
    }
    /// Removes an element, or adds it if it is not there.
    pub fn toggle_hashed(s: Gc<SetObj>, k: Value, hash: i64) -> R<()> {
        match SetObj::look_plain(s, k, hash) {
            Some(place) if place.is_element() => SetObj::remove_at(s, place.position()),
            Some(place) => SetObj::add_at(s, place.position(), k, hash),
            // As in CPython: comparisons may be seen.
            None if SetObj::discard_hashed(s, k, hash)? => {}
            None => {
                SetObj::add_hashed(s, k, hash)?;
            }
        }
        Ok(())
    }
    /// Puts a new element where a search for it ended.
    #[inline]
    fn add_at(mut s: Gc<SetObj>, i: usize, k: Value, hash: i64) {
        SetObj::writable(s);
        s.small |= SetObj::small_bit(k);
        let reused = SetObj::packed(s, i).tag == DUMMY.tag;
        s.fill += !reused as usize;
        s.len += 1;
        ValueArray::set(s.keys, i, pack(k, hash));
        SetObj::set_hash(s, i, k, hash);
        if !reused && s.fill * 5 >= SetObj::mask(s) * 3 {
            SetObj::resize(s, SetObj::roomy(s));
        }
    }
    fn roomy(s: Gc<SetObj>) -> usize {
        if s.len > 50000 { s.len * 2 } else { s.len * 4 }
    }
    /// Removes an element; whether it was there.
    pub fn discard(s: Gc<SetObj>, k: Value) -> R<bool> {
        let hash = key::hash(k)?;
        SetObj::discard_hashed(s, k, hash)
    }
    pub fn discard_hashed(s: Gc<SetObj>, k: Value, hash: i64) -> R<bool> {
        match SetObj::find(s, k, hash)? {
            Some(i) => {
                SetObj::remove_at(s, i);
                Ok(true)
            }
            None => Ok(false),
        }
    }
    fn remove_at(mut s: Gc<SetObj>, i: usize) {
        s.small &= !SetObj::small_bit(SetObj::key_at(s, i));
        ValueArray::set(s.keys, i, DUMMY);
        s.len -= 1;
    }
    /// Removes some element.
    pub fn pop(mut s: Gc<SetObj>) -> Option<Value> {
        if s.len == 0 {
            return None;
        }
        let mask = SetObj::mask(s);
        let mut i = s.finger & mask;
        while SetObj::key_at(s, i).is_unbound() {
            i = if i == mask { 0 } else { i + 1 };
        }
        let k = SetObj::key_at(s, i);
        SetObj::remove_at(s, i);
        s.finger = i + 1;
        Some(k)
    }
    pub fn clear(s: Gc<SetObj>) {
        // The finger stays, as in CPython.
        let finger = s.finger;
        SetObj::initialize(s);
        let mut s = s;
        s.finger = finger;
    }
    /// Adds the elements of another set.
    pub fn merge(mut s: Gc<SetObj>, other: Gc<SetObj>) -> R<()> {
        if s == other || other.len == 0 {
            return Ok(());
        }
        if (s.fill + other.len) * 5 >= SetObj::mask(s) * 3 {
            SetObj::resize(s, (s.len + other.len) * 2);
        }
        if s.fill == 0 && s.keys.len == other.keys.len && other.fill == other.len {
            let keys = super::list::copy_of(ValueArray::as_slice(other.keys), other.keys.len);
            s.keys = keys;
            s.barrier();
            s.hashes = copy_hashes(other.hashes);
            s.barrier();
            s.fill = other.fill;
            s.len = other.len;
            s.small = other.small;
            return Ok(());
        }
        let mut at = 0;
        if s.fill == 0 {
            SetObj::writable(s);
            s.fill = other.len;
            s.len = other.len;
            s.small = other.small;
            while let Some((k, hash)) = SetObj::next_element(other, &mut at) {
                SetObj::insert_clean(s, pack(k, hash), hash);
            }
            return Ok(());
        }
        while let Some((k, hash)) = SetObj::next_element(other, &mut at) {
            SetObj::add_hashed(s, k, hash)?;
        }
        Ok(())
    }
    /// Makes room for `more` elements at once, as CPython does before it adds a dict's keys.
    pub fn reserve(s: Gc<SetObj>, more: usize) {
        if (s.fill + more) * 5 >= SetObj::mask(s) * 3 {
            SetObj::resize(s, (s.len + more) * 2);
        }
    }
    /// Drops dummies when more than a quarter of the positions are.
    pub fn sweep(s: Gc<SetObj>) {
        if s.fill - s.len > SetObj::mask(s) / 4 {
            SetObj::resize(s, SetObj::roomy(s));
        }
    }
    /// Exchanges the elements of two sets.
    pub fn swap(mut a: Gc<SetObj>, mut b: Gc<SetObj>) {
        let (x, y): (&mut SetObj, &mut SetObj) = (&mut a, &mut b);
        std::mem::swap(&mut x.len, &mut y.len);
        std::mem::swap(&mut x.fill, &mut y.fill);
        std::mem::swap(&mut x.keys, &mut y.keys);
        std::mem::swap(&mut x.hashes, &mut y.hashes);
        std::mem::swap(&mut x.small, &mut y.small);
        x.hash = 0;
        y.hash = 0;
        a.barrier();
        b.barrier();
    }
    /// A frozenset's hash, equal to CPython's for equal element hashes.
    pub fn element_hash(mut s: Gc<SetObj>) -> i64 {
        if s.hash != 0 {
            return s.hash;
        }
        let mut hash = 0u64;
        let mut at = 0;
        while let Some((_, h)) = SetObj::next_element(s, &mut at) {
            let h = h as u64;
            hash ^= ((h ^ 89869747) ^ (h << 16)).wrapping_mul(3644798167);
        }
        hash ^= (s.len as u64 + 1).wrapping_mul(1927868237);
        hash ^= (hash >> 11) ^ (hash >> 25);
        hash = hash.wrapping_mul(69069).wrapping_add(907133923);
        if hash == u64::MAX {
            hash = 590923713;
        }
        s.hash = hash as i64;
        s.hash
    }

    /// Gives a set that shares the empty table one of its own.
    fn writable(mut s: Gc<SetObj>) {
        if s.keys == no_keys() {
            s.keys = ValueArray::new(MIN_SIZE);
            s.barrier();
            s.hashes = ByteArray::uninitialized(MIN_SIZE * 8);
            s.barrier();
        }
    }
    /// Inserts into a table that has no dummies and not this key.
    #[inline(always)]
    fn insert_clean(s: Gc<SetObj>, packed: Value, hash: i64) {
        probe!(hash, SetObj::mask(s), |i| {
            if SetObj::packed(s, i).tag == UNUSED {
                ValueArray::set(s.keys, i, packed);
                SetObj::set_hash(s, i, unpack(packed), hash);
                return;
            }
        })
    }
    /// Moves the elements to a table of the smallest size above `wanted`.
    #[inline(never)]
    fn resize(mut s: Gc<SetObj>, wanted: usize) {
        let mut size = MIN_SIZE;
        while size <= wanted {
            size <<= 1;
        }
        if size == MIN_SIZE && s.keys.len == MIN_SIZE && s.fill == s.len {
            return;
        }
        let (old_keys, old_hashes) = (s.keys, s.hashes);
        let keys = ValueArray::new(size);
        s.hashes = ByteArray::uninitialized(size * 8);
        s.keys = keys;
        s.barrier();
        s.fill = s.len;
        for i in 0..old_keys.len {
            let k = ValueArray::get(old_keys, i);
            if !unpack(k).is_unbound() {
                SetObj::insert_clean(s, k, hash_in(old_hashes, i, unpack(k)));
            }
        }
    }
}

/// The hash of an element, by its position; that of an int is not kept.
#[inline(always)]
fn hash_in(hashes: Gc<ByteArray>, i: usize, k: Value) -> i64 {
    if k.is_int() {
        return hash_i64(k.as_i64());
    }
    // SAFETY: as many hashes as keys.
    unsafe { *(ByteArray::data(hashes) as *const i64).add(i) }
}

fn copy_hashes(from: Gc<ByteArray>) -> Gc<ByteArray> {
    let to = ByteArray::uninitialized(from.len);
    // SAFETY: both have this length.
    unsafe { ByteArray::data(to).copy_from_nonoverlapping(ByteArray::data(from), from.len) }
    to
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::core::mutator::alone;

    fn of(numbers: &[i64]) -> Gc<SetObj> {
        let s = SetObj::new();
        for &n in numbers {
            SetObj::add(s, Value::int(n)).unwrap();
        }
        s
    }
    fn order(s: Gc<SetObj>) -> Vec<i64> {
        let (mut at, mut out) = (0, Vec::new());
        while let Some((k, _)) = SetObj::next_element(s, &mut at) {
            out.push(k.as_i64());
        }
        out
    }

    #[test]
    fn iterates_in_cpythons_order() {
        let _heap = crate::memory::test_heap();
        let _alone = alone();
        assert_eq!(order(of(&[8, 0, 16, 3])), [8, 0, 3, 16]);
        assert_eq!(order(of(&[-1, -2, 5, 100])), [100, 5, -1, -2]);
        assert_eq!(order(of(&[1000, 1, 33, 65, 97, 129, 7, 2])), [1, 97, 65, 33, 129, 2, 7, 1000]);
    }

    #[test]
    fn pops_by_the_finger() {
        let _heap = crate::memory::test_heap();
        let _alone = alone();
        let s = of(&[5, 1, 9, 33]);
        let mut popped = Vec::new();
        while let Some(k) = SetObj::pop(s) {
            popped.push(k.as_i64());
        }
        assert_eq!(popped, [1, 5, 9, 33]);
    }
}

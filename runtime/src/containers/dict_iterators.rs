//! Iterators over dicts and their views, forward and backward.

use super::dict_table::DictObj;
use super::tuple::TupleObj;
use crate::core::{Args, Gc, Header, HeapObject, R, Value};
use crate::memory::{self, Descriptor};
use crate::types::{MethodDef, Slots, TypeSpec};
use crate::word_of;
use runtime_interface::tag;

/// What an iterator yields.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Yields {
    Keys,
    Values,
    Items,
}

#[repr(C)]
pub struct DictIterator {
    pub header: Header,
    /// The dict; None once exhausted.
    dict: Value,
    /// Length of the dict when iteration began.
    len: usize,
    /// Forward: the next entry. Backward: one more than that.
    position: usize,
    /// Items not yielded yet.
    left: usize,
}

// SAFETY: all six types with this layout have its descriptor.
unsafe impl HeapObject for DictIterator {
    const TAG: u64 = tag::DICT_KEY_ITERATOR;
}

fn make(id: u64, d: Gc<DictObj>, position: usize) -> Value {
    let mut it = memory::new(DictIterator {
        header: Header::new(id),
        dict: d.value(),
        len: d.len,
        position,
        left: d.len,
    });
    it.header.set_type_id(id);
    it.value()
}

pub fn dict_iterator(d: Gc<DictObj>, yields: Yields) -> Value {
    let id = match yields {
        Yields::Keys => tag::DICT_KEY_ITERATOR,
        Yields::Values => tag::DICT_VALUE_ITERATOR,
        Yields::Items => tag::DICT_ITEM_ITERATOR,
    };
    make(id, d, 0)
}

pub fn dict_reverse_iterator(d: Gc<DictObj>, yields: Yields) -> Value {
    let id = match yields {
        Yields::Keys => tag::DICT_REVERSE_KEY_ITERATOR,
        Yields::Values => tag::DICT_REVERSE_VALUE_ITERATOR,
        Yields::Items => tag::DICT_REVERSE_ITEM_ITERATOR,
    };
    make(id, d, d.filled)
}

/// The next entry of a forward iterator where nothing is special; it calls nothing.
#[inline(always)]
pub fn next_plain(mut it: Gc<DictIterator>) -> Option<(Value, Value)> {
    if it.dict.is_none() || it.left == 0 {
        return None;
    }
    let d: Gc<DictObj> = it.dict.cast();
    if it.len != d.len {
        return None;
    }
    let mut position = it.position;
    let entry = DictObj::next_entry(d, &mut position)?;
    it.position = position;
    it.left -= 1;
    Some(entry)
}

/// The next entry of a forward iterator.
#[inline(always)]
pub fn next_entry(mut it: Gc<DictIterator>) -> R<Option<(Value, Value)>> {
    if it.dict.is_none() {
        return Ok(None);
    }
    let d: Gc<DictObj> = it.dict.cast();
    if it.len != d.len {
        // Every later call fails, too.
        it.len = usize::MAX;
        return Err(raise!(RuntimeError, "dictionary changed size during iteration"));
    }
    let mut position = it.position;
    let entry = DictObj::next_entry(d, &mut position);
    if entry.is_none() {
        it.dict = Value::NONE;
        return Ok(None);
    }
    if it.left == 0 {
        it.dict = Value::NONE;
        return Err(raise!(RuntimeError, "dictionary keys changed during iteration"));
    }
    it.position = position;
    it.left -= 1;
    Ok(entry)
}

fn previous_entry(mut it: Gc<DictIterator>) -> R<Option<(Value, Value)>> {
    if it.dict.is_none() {
        return Ok(None);
    }
    let d: Gc<DictObj> = it.dict.cast();
    if it.len != d.len {
        it.len = usize::MAX;
        return Err(raise!(RuntimeError, "dictionary changed size during iteration"));
    }
    let mut position = it.position;
    let entry = DictObj::previous_entry(d, &mut position);
    it.position = position;
    match entry {
        None => it.dict = Value::NONE,
        Some(_) => it.left = it.left.saturating_sub(1),
    }
    Ok(entry)
}

/// What an iterator yields of an entry.
#[inline(always)]
fn part(entry: Option<(Value, Value)>, yields: Yields) -> Value {
    match (entry, yields) {
        (None, _) => Value::UNBOUND,
        (Some((k, _)), Yields::Keys) => k,
        (Some((_, v)), Yields::Values) => v,
        (Some((k, v)), Yields::Items) => TupleObj::pair(k, v).value(),
    }
}

pub fn next_key(v: Value) -> R {
    Ok(part(next_entry(v.cast())?, Yields::Keys))
}
pub fn next_value(v: Value) -> R {
    Ok(part(next_entry(v.cast())?, Yields::Values))
}
pub fn next_item(v: Value) -> R {
    Ok(part(next_entry(v.cast())?, Yields::Items))
}

fn remaining(args: &Args) -> R {
    args.skip_receiver().exactly("__length_hint__", 0)?;
    let it: Gc<DictIterator> = args.receiver().cast();
    let fresh = !it.dict.is_none() && it.len == it.dict.cast::<DictObj>().len;
    Ok(Value::int(if fresh { it.left as i64 } else { 0 }))
}

const METHODS: &[MethodDef] = &[MethodDef::method("__length_hint__", remaining)];

const fn spec(id: u64, name: &'static str, next: fn(Value) -> R) -> TypeSpec {
    TypeSpec {
        id,
        name,
        descriptor: Descriptor::words::<DictIterator>(0, word_of!(DictIterator, dict)),
        slots: Slots { iter: Some(Ok), next: Some(next), ..Slots::NONE },
        methods: METHODS,
        ..TypeSpec::DEFAULT
    }
}

pub static KEY_ITERATOR: TypeSpec = spec(tag::DICT_KEY_ITERATOR, "dict_keyiterator", next_key);
pub static VALUE_ITERATOR: TypeSpec = spec(tag::DICT_VALUE_ITERATOR, "dict_valueiterator", next_value);
pub static ITEM_ITERATOR: TypeSpec = spec(tag::DICT_ITEM_ITERATOR, "dict_itemiterator", next_item);
pub static REVERSE_KEY_ITERATOR: TypeSpec =
    spec(tag::DICT_REVERSE_KEY_ITERATOR, "dict_reversekeyiterator", |v| {
        Ok(part(previous_entry(v.cast())?, Yields::Keys))
    });
pub static REVERSE_VALUE_ITERATOR: TypeSpec =
    spec(tag::DICT_REVERSE_VALUE_ITERATOR, "dict_reversevalueiterator", |v| {
        Ok(part(previous_entry(v.cast())?, Yields::Values))
    });
pub static REVERSE_ITEM_ITERATOR: TypeSpec =
    spec(tag::DICT_REVERSE_ITEM_ITERATOR, "dict_reverseitemiterator", |v| {
        Ok(part(previous_entry(v.cast())?, Yields::Items))
    });

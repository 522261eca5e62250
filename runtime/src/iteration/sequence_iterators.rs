//! Iterators over list and tuple. They read by position, so they see what happens to a list meanwhile.

use crate::containers::{ListObj, TupleObj};
use crate::core::{Args, Gc, Header, HeapObject, R, Value};
use crate::memory::{self, Descriptor};
use crate::types::{MethodDef, Slots, TypeSpec};
use crate::word_of;
use runtime_interface::tag;

/// Any of the three: where it reads, and the next position.
#[repr(C)]
pub struct SequenceIterator {
    pub header: Header,
    /// The sequence; None once exhausted.
    pub sequence: Value,
    pub position: usize,
}

const _: () = {
    use runtime_interface::layout::list_iterators;
    assert!(std::mem::offset_of!(SequenceIterator, sequence) == list_iterators::LIST as usize);
    assert!(std::mem::offset_of!(SequenceIterator, position) == list_iterators::POSITION as usize);
};

const DESCRIPTOR: Descriptor = Descriptor::words::<SequenceIterator>(0, word_of!(SequenceIterator, sequence));

// SAFETY: all types with this layout have the descriptor above.
unsafe impl HeapObject for SequenceIterator {
    const TAG: u64 = tag::LIST_ITERATOR;
}

fn make(id: u64, sequence: Value, position: usize) -> Value {
    let mut it = memory::new(SequenceIterator { header: Header::new(id), sequence, position });
    it.header.set_type_id(id);
    it.value()
}

pub fn list_iterator(l: Gc<ListObj>) -> Value {
    make(tag::LIST_ITERATOR, l.value(), 0)
}
/// As it is after some items.
pub fn list_iterator_from(l: Gc<ListObj>, position: usize) -> Value {
    make(tag::LIST_ITERATOR, l.value(), position)
}
/// The position of a reverse iterator is one more than that of its next item.
pub fn list_reverse_iterator(l: Gc<ListObj>) -> Value {
    make(tag::LIST_REVERSE_ITERATOR, l.value(), l.len)
}
pub fn tuple_iterator(t: Gc<TupleObj>) -> Value {
    tuple_iterator_from(t, 0)
}
/// As it is after some items.
pub fn tuple_iterator_from(t: Gc<TupleObj>, position: usize) -> Value {
    make(tag::TUPLE_ITERATOR, t.value(), position)
}

/// The next item of a list iterator.
#[inline(always)]
pub fn list_next(mut it: Gc<SequenceIterator>) -> Value {
    if it.sequence.is_none() {
        return Value::UNBOUND;
    }
    match ListObj::at(it.sequence.cast(), it.position) {
        Some(v) => {
            it.position += 1;
            v
        }
        None => {
            it.sequence = Value::NONE;
            Value::UNBOUND
        }
    }
}

/// The next item of a tuple iterator.
#[inline(always)]
pub fn tuple_next(mut it: Gc<SequenceIterator>) -> Value {
    if it.sequence.is_none() {
        return Value::UNBOUND;
    }
    match TupleObj::as_slice(it.sequence.cast()).get(it.position) {
        Some(&v) => {
            it.position += 1;
            v
        }
        None => {
            it.sequence = Value::NONE;
            Value::UNBOUND
        }
    }
}

fn list_reverse_next(v: Value) -> R {
    let mut it: Gc<SequenceIterator> = v.cast();
    if it.sequence.is_none() {
        return Ok(Value::UNBOUND);
    }
    if it.position > 0
        && let Some(v) = ListObj::at(it.sequence.cast(), it.position - 1)
    {
        it.position -= 1;
        return Ok(v);
    }
    it.sequence = Value::NONE;
    Ok(Value::UNBOUND)
}

fn remaining(args: &Args) -> R {
    args.skip_receiver().exactly("__length_hint__", 0)?;
    let it: Gc<SequenceIterator> = args.receiver().cast();
    if it.sequence.is_none() {
        return Ok(Value::int(0));
    }
    let left = match args.receiver().tag {
        tag::LIST_ITERATOR => it.sequence.cast::<ListObj>().len.saturating_sub(it.position),
        tag::TUPLE_ITERATOR => it.sequence.cast::<TupleObj>().len - it.position,
        _ if it.position > it.sequence.cast::<ListObj>().len => 0,
        _ => it.position,
    };
    Ok(Value::int(left as i64))
}

const METHODS: &[MethodDef] = &[MethodDef::method("__length_hint__", remaining)];

const fn spec(id: u64, name: &'static str, next: fn(Value) -> R) -> TypeSpec {
    TypeSpec {
        id,
        name,
        descriptor: DESCRIPTOR,
        slots: Slots { iter: Some(Ok), next: Some(next), ..Slots::NONE },
        methods: METHODS,
        ..TypeSpec::DEFAULT
    }
}

pub static LIST_ITERATOR: TypeSpec = spec(tag::LIST_ITERATOR, "list_iterator", |v| Ok(list_next(v.cast())));
pub static LIST_REVERSE_ITERATOR: TypeSpec =
    spec(tag::LIST_REVERSE_ITERATOR, "list_reverseiterator", list_reverse_next);
pub static TUPLE_ITERATOR: TypeSpec =
    spec(tag::TUPLE_ITERATOR, "tuple_iterator", |v| Ok(tuple_next(v.cast())));

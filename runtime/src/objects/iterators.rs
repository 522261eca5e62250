//! Iterators that `iter()` makes itself: over `__getitem__`, and over calls up to a sentinel.

use super::ops;
use crate::core::{Args, Gc, Header, HeapObject, R, Value};
use crate::memory::{self, Descriptor};
use crate::types::{MethodDef, Slots, TypeSpec};
use crate::word_of;
use runtime_interface::tag;

#[repr(C)]
pub struct SequenceIteratorObj {
    pub header: Header,
    /// `UNBOUND` when exhausted.
    pub sequence: Value,
    pub at: i64,
}
#[repr(C)]
pub struct CallableIteratorObj {
    pub header: Header,
    /// `UNBOUND` when exhausted.
    pub callable: Value,
    pub sentinel: Value,
}
// SAFETY: described by the specifications below.
unsafe impl HeapObject for SequenceIteratorObj {
    const TAG: u64 = tag::SEQUENCE_ITERATOR;
}
// SAFETY: as above.
unsafe impl HeapObject for CallableIteratorObj {
    const TAG: u64 = tag::CALLABLE_ITERATOR;
}

/// Iterates by `sequence[0]`, `sequence[1]`, ... until IndexError.
pub fn sequence_iterator(sequence: Value) -> Value {
    memory::new(SequenceIteratorObj { header: Header(0), sequence, at: 0 }).value()
}
/// `iter(callable, sentinel)`
pub fn callable_iterator(callable: Value, sentinel: Value) -> Value {
    memory::new(CallableIteratorObj { header: Header(0), callable, sentinel }).value()
}

fn same(v: Value) -> R {
    Ok(v)
}

fn next_item(v: Value) -> R {
    let mut it: Gc<SequenceIteratorObj> = v.cast();
    let Some(sequence) = it.sequence.bound() else { return Ok(Value::UNBOUND) };
    let at = it.at;
    it.at += 1;
    match ops::getitem(sequence, Value::int(at)) {
        Ok(x) => Ok(x),
        Err(raised) => {
            use runtime_interface::tag::exception::{IndexError, StopIteration};
            if crate::exceptions::pending_is(IndexError) || crate::exceptions::pending_is(StopIteration) {
                let _ = crate::core::error::take_pending(raised);
                it.sequence = Value::UNBOUND;
                return Ok(Value::UNBOUND);
            }
            Err(raised)
        }
    }
}

fn next_call(v: Value) -> R {
    let mut it: Gc<CallableIteratorObj> = v.cast();
    let Some(f) = it.callable.bound() else { return Ok(Value::UNBOUND) };
    let x = match ops::call(f, &[]) {
        Ok(x) => x,
        Err(raised) => {
            it.callable = Value::UNBOUND;
            return super::generator::exhausted_if_stop_iteration(raised);
        }
    };
    if ops::eq(it.sentinel, x)? {
        it.callable = Value::UNBOUND;
        return Ok(Value::UNBOUND);
    }
    Ok(x)
}

fn length_hint(args: &Args) -> R {
    let it: Gc<SequenceIteratorObj> = args.receiver().cast();
    match it.sequence.bound() {
        None => Ok(Value::int(0)),
        Some(s) => Ok(Value::int((ops::len(s)? as i64 - it.at).max(0))),
    }
}

pub static SEQUENCE_ITERATOR: TypeSpec = TypeSpec {
    id: tag::SEQUENCE_ITERATOR,
    name: "iterator",
    descriptor: Descriptor::words::<SequenceIteratorObj>(0, word_of!(SequenceIteratorObj, sequence)),
    slots: Slots { iter: Some(same), next: Some(next_item), ..Slots::NONE },
    methods: &[MethodDef::method("__length_hint__", length_hint)],
    ..TypeSpec::DEFAULT
};
pub static CALLABLE_ITERATOR: TypeSpec = TypeSpec {
    id: tag::CALLABLE_ITERATOR,
    name: "callable_iterator",
    descriptor: Descriptor::words::<CallableIteratorObj>(
        0,
        word_of!(CallableIteratorObj, callable) | word_of!(CallableIteratorObj, sentinel),
    ),
    slots: Slots { iter: Some(same), next: Some(next_call), ..Slots::NONE },
    ..TypeSpec::DEFAULT
};

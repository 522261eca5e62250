//! `deque`: a ring of values in one array whose length is a power of two.
//!
//! `state` counts changes of the ring; an iterator that sees another count than at its start raises.

use super::super::ids;
use super::deque_methods as methods;
use crate::containers::sequence;
use crate::core::{Args, Gc, Header, HeapObject, R, Raised, Value};
use crate::memory::{self, Descriptor, ValueArray};
use crate::numbers::int_object::as_int;
use crate::objects::{instance, ops};
use crate::types::spec::{GetSet, MethodDef};
use crate::types::{Binary, Compare, Slots, TypeObj, TypeSpec};
use crate::word_of;
use runtime_interface::tag;

#[repr(C)]
pub struct DequeObj {
    pub header: Header,
    pub len: usize,
    /// Position of the first item.
    first: usize,
    ring: Gc<ValueArray>,
    /// Most items, negative for no limit.
    pub max_len: i64,
    pub state: u64,
}

// SAFETY: described by DEQUE.
unsafe impl HeapObject for DequeObj {
    const TAG: u64 = tag::DEQUE;
}

pub static DEQUE: TypeSpec = TypeSpec {
    id: tag::DEQUE,
    name: "deque",
    module: "collections",
    descriptor: Descriptor::words::<DequeObj>(word_of!(DequeObj, ring), 0),
    slots: Slots {
        new: Some(new),
        init: Some(init),
        repr: Some(methods::repr),
        compare: Some(compare),
        bool: Some(|v| Ok(v.cast::<DequeObj>().len != 0)),
        len: Some(|v| Ok(v.cast::<DequeObj>().len)),
        getitem: Some(getitem),
        setitem: Some(setitem),
        contains: Some(methods::contains),
        iter: Some(|v| Ok(iterator(ids::DEQUE_ITERATOR, v.cast()))),
        concat: Some(methods::concat),
        repeat: Some(methods::repeat),
        in_place_concat: Some(methods::in_place_concat),
        in_place_repeat: Some(methods::in_place_repeat),
        ..Slots::NONE
    }
    .with_binary(Binary::Add, |_, _| Ok(Value::NOT_IMPLEMENTED)),
    methods: &[
        MethodDef::method("append", methods::append),
        MethodDef::method("appendleft", methods::appendleft),
        MethodDef::method("clear", methods::clear),
        MethodDef::method("copy", methods::copy),
        MethodDef::method("__copy__", methods::copy),
        MethodDef::method("count", methods::count),
        MethodDef::method("extend", methods::extend),
        MethodDef::method("extendleft", methods::extendleft),
        MethodDef::method("index", methods::index),
        MethodDef::method("insert", methods::insert),
        MethodDef::method("pop", methods::pop),
        MethodDef::method("popleft", methods::popleft),
        MethodDef::method("remove", methods::remove),
        MethodDef::method("reverse", methods::reverse),
        MethodDef::method("rotate", methods::rotate),
        MethodDef::method("__reversed__", |a| Ok(iterator(ids::DEQUE_REVERSE_ITERATOR, a.receiver().cast()))),
        MethodDef::method("__reduce__", methods::reduce),
    ],
    getset: &[GetSet { name: "maxlen", get: |v| Ok(DequeObj::limit(v.cast())), set: None }],
    subclassable: true,
    ..TypeSpec::DEFAULT
};

const SMALLEST: usize = 8;

impl DequeObj {
    /// An empty deque of class `cls`.
    pub fn empty(cls: Gc<TypeObj>, max_len: i64) -> Gc<DequeObj> {
        let ring = ValueArray::new(SMALLEST);
        let mut d: Gc<DequeObj> = instance::allocate(cls).cast();
        d.ring = ring;
        d.len = 0;
        d.first = 0;
        d.max_len = max_len;
        d.state = 0;
        d.barrier();
        d
    }
    /// `maxlen` as Python sees it.
    pub fn limit(d: Gc<DequeObj>) -> Value {
        if d.max_len < 0 { Value::NONE } else { Value::int(d.max_len) }
    }
    #[inline(always)]
    fn place(d: Gc<DequeObj>, i: usize) -> usize {
        (d.first + i) & (d.ring.len - 1)
    }
    /// Item `i < len`.
    #[inline(always)]
    pub fn get(d: Gc<DequeObj>, i: usize) -> Value {
        ValueArray::get(d.ring, DequeObj::place(d, i))
    }
    #[inline(always)]
    pub fn set(d: Gc<DequeObj>, i: usize, v: Value) {
        ValueArray::set(d.ring, DequeObj::place(d, i), v);
    }
    /// Item `i`, if there still is one.
    pub fn at(d: Gc<DequeObj>, i: usize) -> Option<Value> {
        if i < d.len { Some(DequeObj::get(d, i)) } else { None }
    }
    #[inline(never)]
    fn grow(mut d: Gc<DequeObj>) {
        let ring = ValueArray::new(d.ring.len * 2);
        for i in 0..d.len {
            ValueArray::set(ring, i, DequeObj::get(d, i));
        }
        d.ring = ring;
        d.first = 0;
        d.barrier();
    }
    /// Whether one more item fits into the ring, and there is no limit.
    #[inline(always)]
    pub fn has_plain_room(d: Gc<DequeObj>) -> bool {
        d.len != d.ring.len && d.max_len < 0
    }
    /// Appends on the right; past the limit the leftmost falls out.
    #[inline(always)]
    pub fn push_right(mut d: Gc<DequeObj>, v: Value) {
        if d.len == d.ring.len {
            DequeObj::grow(d);
        }
        let at = DequeObj::place(d, d.len);
        ValueArray::set(d.ring, at, v);
        d.len += 1;
        d.state += 1;
        if d.max_len >= 0 && d.len as i64 > d.max_len {
            DequeObj::pop_left(d);
        }
    }
    #[inline]
    pub fn push_left(mut d: Gc<DequeObj>, v: Value) {
        if d.len == d.ring.len {
            DequeObj::grow(d);
        }
        d.first = (d.first + d.ring.len - 1) & (d.ring.len - 1);
        let first = d.first;
        ValueArray::set(d.ring, first, v);
        d.len += 1;
        d.state += 1;
        if d.max_len >= 0 && d.len as i64 > d.max_len {
            DequeObj::pop_right(d);
        }
    }
    #[inline]
    pub fn pop_right(mut d: Gc<DequeObj>) -> Option<Value> {
        if d.len == 0 {
            return None;
        }
        d.len -= 1;
        d.state += 1;
        let at = DequeObj::place(d, d.len);
        let v = ValueArray::get(d.ring, at);
        ValueArray::set(d.ring, at, Value::UNBOUND);
        Some(v)
    }
    #[inline(always)]
    pub fn pop_left(mut d: Gc<DequeObj>) -> Option<Value> {
        if d.len == 0 {
            return None;
        }
        let at = d.first;
        let v = ValueArray::get(d.ring, at);
        ValueArray::set(d.ring, at, Value::UNBOUND);
        d.first = (at + 1) & (d.ring.len - 1);
        d.len -= 1;
        d.state += 1;
        Some(v)
    }
    pub fn clear(mut d: Gc<DequeObj>) {
        let ring = ValueArray::new(SMALLEST);
        d.ring = ring;
        d.first = 0;
        d.len = 0;
        d.state += 1;
        d.barrier();
    }
}

/// The deque if `v` is one, or an instance of a subclass.
pub fn as_deque(v: Value) -> Option<Gc<DequeObj>> {
    if v.is_heap() && ops::builtin_layout(v) == tag::DEQUE { Some(v.cast()) } else { None }
}

fn new(cls: Gc<TypeObj>, _: &Args) -> R {
    Ok(DequeObj::empty(cls, -1).value())
}

fn init(v: Value, args: &Args) -> R<()> {
    let [iterable, max_len] = args.bind("deque", ["iterable", "maxlen"], 0, 2, 0)?;
    let mut d: Gc<DequeObj> = v.cast();
    d.max_len = match max_len.bound().filter(|m| !m.is_none()) {
        None => -1,
        Some(m) => match as_int(m) {
            None => return Err(raise!(TypeError, "an integer is required")),
            Some(n) if n.is_negative() => return Err(raise!(ValueError, "maxlen must be non-negative")),
            Some(n) => n.clamped(),
        },
    };
    if d.len > 0 {
        DequeObj::clear(d);
    }
    match iterable.bound() {
        Some(iterable) => methods::extend_with(d, iterable),
        None => Ok(()),
    }
}

fn compare(a: Value, b: Value, op: Compare) -> R {
    let (Some(a), Some(b)) = (as_deque(a), as_deque(b)) else {
        return Ok(Value::NOT_IMPLEMENTED);
    };
    sequence::compare(|i| DequeObj::at(a, i), |i| DequeObj::at(b, i), || (a.len, b.len), op)
}

#[cold]
pub fn out_of_range() -> Raised {
    raise!(IndexError, "deque index out of range")
}

fn index_of(d: Gc<DequeObj>, k: Value) -> R<usize> {
    let i = if k.is_int() {
        k.as_i64()
    } else {
        if crate::types::type_of(k).slots.index.is_none() {
            let name = ops::type_name(k);
            return Err(raise!(TypeError, "sequence index must be integer, not '{name}'"));
        }
        as_int(ops::index(k)?).expect("an int").clamped()
    };
    let i = if i < 0 { i.saturating_add(d.len as i64) } else { i };
    if i < 0 || i as usize >= d.len { Err(out_of_range()) } else { Ok(i as usize) }
}

fn getitem(v: Value, k: Value) -> R {
    let d: Gc<DequeObj> = v.cast();
    Ok(DequeObj::get(d, index_of(d, k)?))
}

fn setitem(v: Value, k: Value, x: Value) -> R<()> {
    let d: Gc<DequeObj> = v.cast();
    let i = index_of(d, k)?;
    if x.is_unbound() {
        methods::remove_at(d, i);
    } else {
        DequeObj::set(d, i, x);
    }
    Ok(())
}

// ---- iterators ----

#[repr(C)]
struct DequeIterator {
    header: Header,
    deque: Gc<DequeObj>,
    given: usize,
    state: u64,
}

pub static ITERATOR: TypeSpec = TypeSpec {
    id: ids::DEQUE_ITERATOR,
    name: "_deque_iterator",
    module: "collections",
    descriptor: Descriptor::words::<DequeIterator>(word_of!(DequeIterator, deque), 0),
    slots: Slots { iter: Some(Ok), next: Some(|v| step(v, false)), ..Slots::NONE },
    methods: &[MethodDef::method("__length_hint__", length_hint)],
    ..TypeSpec::DEFAULT
};

pub static REVERSE_ITERATOR: TypeSpec = TypeSpec {
    id: ids::DEQUE_REVERSE_ITERATOR,
    name: "_deque_reverse_iterator",
    module: "collections",
    descriptor: Descriptor::words::<DequeIterator>(word_of!(DequeIterator, deque), 0),
    slots: Slots { iter: Some(Ok), next: Some(|v| step(v, true)), ..Slots::NONE },
    methods: &[MethodDef::method("__length_hint__", length_hint)],
    ..TypeSpec::DEFAULT
};

fn iterator(id: u64, deque: Gc<DequeObj>) -> Value {
    let mut it: Gc<DequeIterator> = memory::allocate(id, size_of::<DequeIterator>()).cast();
    it.deque = deque;
    it.given = 0;
    it.state = deque.state;
    it.value()
}

fn step(v: Value, backwards: bool) -> R {
    let mut it: Gc<DequeIterator> = v.cast();
    let d = it.deque;
    if it.given >= d.len && it.state == d.state {
        return Ok(Value::UNBOUND);
    }
    if it.state != d.state {
        it.given = usize::MAX >> 1;
        it.state = d.state;
        return Err(raise!(RuntimeError, "deque mutated during iteration"));
    }
    let i = it.given;
    it.given += 1;
    Ok(DequeObj::get(d, if backwards { d.len - 1 - i } else { i }))
}

fn length_hint(args: &Args) -> R {
    let it: Gc<DequeIterator> = args.receiver().cast();
    Ok(Value::int(it.deque.len.saturating_sub(it.given) as i64))
}

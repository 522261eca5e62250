//! `map(function, *iterables)`.

use crate::containers::TupleObj;
use crate::core::{Args, Gc, Header, HeapObject, R, Value};
use crate::memory::{self, Descriptor};
use crate::objects::{instance, ops};
use crate::types::{Slots, TypeObj, TypeSpec};
use crate::word_of;
use runtime_interface::tag;

#[repr(C)]
pub struct Map {
    pub header: Header,
    function: Value,
    pub iterators: Gc<TupleObj>,
}

// SAFETY: the descriptor below describes this layout.
unsafe impl HeapObject for Map {
    const TAG: u64 = tag::MAP;
}

pub static MAP: TypeSpec = TypeSpec {
    id: tag::MAP,
    name: "map",
    descriptor: Descriptor::words::<Map>(word_of!(Map, iterators), word_of!(Map, function)),
    slots: Slots { iter: Some(Ok), next: Some(next), new: Some(new), ..Slots::NONE },
    subclassable: true,
    doc: "Make an iterator that computes the function using arguments from\neach of the iterables.  Stops when the shortest iterable is exhausted.",
    ..TypeSpec::DEFAULT
};

fn new(cls: Gc<TypeObj>, args: &Args) -> R {
    if cls.id == tag::MAP {
        args.no_keywords("map")?;
    }
    let Some((&function, iterables)) = args.pos.split_first().filter(|(_, rest)| !rest.is_empty()) else {
        return Err(raise!(TypeError, "map() must have at least two arguments."));
    };
    let iterators = TupleObj::new(iterables.len());
    for (i, &iterable) in iterables.iter().enumerate() {
        TupleObj::set(iterators, i, ops::iter(iterable)?);
    }
    if cls.id == tag::MAP {
        return Ok(memory::new(Map { header: Header::new(tag::MAP), function, iterators }).value());
    }
    let mut m: Gc<Map> = instance::allocate(cls).cast();
    m.function = function;
    m.iterators = iterators;
    m.barrier();
    Ok(m.value())
}

pub fn next(v: Value) -> R {
    let m: Gc<Map> = v.cast();
    let iterators = m.iterators;
    if iterators.len == 1 {
        let item = ops::next(TupleObj::get(iterators, 0))?;
        if item.is_unbound() {
            return Ok(item);
        }
        return ops::call(m.function, &[item]);
    }
    let row = TupleObj::new(iterators.len);
    for i in 0..iterators.len {
        let item = ops::next(TupleObj::get(iterators, i))?;
        if item.is_unbound() {
            return Ok(item);
        }
        TupleObj::set(row, i, item);
    }
    ops::call(m.function, TupleObj::as_slice(row))
}

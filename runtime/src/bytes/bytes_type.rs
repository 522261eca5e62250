//! The type `bytes`: slots, constructor, iterator.

use super::construct;
use super::object::{BytesObj, as_bytes, receiver};
use crate::containers::{index, slice_type::SliceObj};
use crate::core::{Args, Gc, Header, HeapObject, R, StrObj, Value};
use crate::memory::{self, Descriptor, Size, Trace};
use crate::numbers::int_object::Int;
use crate::numbers::int_type::{holds, int};
use crate::objects::ops;
use crate::text::quote;
use crate::types::{Binary, Compare, MethodDef, Slots, TypeObj, TypeSpec, type_by_id, type_of};
use crate::word_of;
use runtime_interface::{layout::byte_strings, tag};

pub static BYTES: TypeSpec = TypeSpec {
    id: tag::BYTES,
    name: "bytes",
    descriptor: Descriptor {
        size: Size::Array { base: byte_strings::DATA as usize, item: 1 },
        trace: Trace::None,
    },
    slots: SLOTS,
    methods: METHODS,
    subclassable: true,
    wrapped: true,
    doc: "bytes(iterable_of_ints) -> bytes\nbytes(string, encoding[, errors]) -> bytes\nbytes(bytes_or_buffer) -> immutable copy of bytes_or_buffer\nbytes(int) -> bytes object of size given by the parameter initialized with null bytes\nbytes() -> empty bytes object\n\nConstruct an immutable array of bytes from:\n  - an iterable yielding integers in range(256)\n  - a text string encoded using the specified encoding\n  - any object implementing the buffer API.\n  - an integer",
    ..TypeSpec::DEFAULT
};

const SLOTS: Slots = Slots {
    repr: Some(|v| {
        let mut out = Vec::new();
        quote::write_bytes_repr(&mut out, receiver(v));
        Ok(StrObj::from_latin1(&out, true).value())
    }),
    hash: Some(hash),
    compare: Some(compare),
    len: Some(|v| Ok(receiver(v).len())),
    getitem: Some(getitem),
    contains: Some(contains),
    iter: Some(|v| Ok(iterator(v, tag::BYTES_ITERATOR))),
    new: Some(new),
    concat: Some(|a, b| match as_bytes(b) {
        Some(_) => {
            let joined = [receiver(a), receiver(b)].concat();
            Ok(BytesObj::from_slice(&joined).value())
        }
        None => {
            let name = ops::type_name(b);
            Err(raise!(TypeError, "can't concat {name} to bytes"))
        }
    }),
    repeat: Some(|v, n| Ok(BytesObj::from_slice(&repeated(receiver(v), n.as_i64())?).value())),
    ..Slots::NONE
}
.with_binary(Binary::Mod, |a, b| match ops::unwrap(a).exact::<BytesObj>() {
    Some(text) => {
        let out = crate::format::percent::format_bytes(BytesObj::slice(text), b)?;
        Ok(BytesObj::from_slice(&out).value())
    }
    None => Ok(Value::NOT_IMPLEMENTED),
});

const METHODS: &[MethodDef] = &{
    const FIND: &[MethodDef] = super::find_methods::METHODS;
    const SHAPE: &[MethodDef] = super::shape_methods::METHODS;
    const OWN: &[MethodDef] = &[
        MethodDef::class_method("fromhex", |a| {
            a.skip_receiver().exactly("bytes.fromhex", 1)?;
            let b = BytesObj::from_slice(&construct::from_hex(a.pos[1])?).value();
            if a.receiver().is(type_by_id(tag::BYTES).value()) {
                return Ok(b);
            }
            ops::call(a.receiver(), &[b])
        }),
        MethodDef::method("__bytes__", |a| {
            a.skip_receiver().exactly("bytes.__bytes__", 0)?;
            Ok(ops::unwrap(a.receiver()))
        }),
        MethodDef::method("__getnewargs__", |a| {
            let b = ops::unwrap(a.receiver());
            Ok(crate::containers::TupleObj::from_slice(&[b]).value())
        }),
    ];
    let mut all = [OWN[0]; FIND.len() + SHAPE.len() + OWN.len()];
    let mut i = 0;
    while i < all.len() {
        all[i] = if i < FIND.len() {
            FIND[i]
        } else if i < FIND.len() + SHAPE.len() {
            SHAPE[i - FIND.len()]
        } else {
            OWN[i - FIND.len() - SHAPE.len()]
        };
        i += 1;
    }
    all
};

fn hash(v: Value) -> R<i64> {
    let mut b: Gc<BytesObj> = ops::unwrap(v).cast();
    if b.hash == 0 {
        b.hash = crate::core::hash::hash_bytes(BytesObj::slice(b)) as u64;
    }
    Ok(b.hash as i64)
}

pub fn compare(a: Value, b: Value, op: Compare) -> R {
    match as_bytes(b) {
        Some(y) => Ok(Value::bool(holds(op, Some(receiver(a).cmp(y))))),
        None => Ok(Value::NOT_IMPLEMENTED),
    }
}

pub fn repeated(bytes: &[u8], n: i64) -> R<Vec<u8>> {
    let n = n.max(0) as usize;
    match bytes.len().checked_mul(n) {
        Some(total) => {
            crate::memory::check_room(total.saturating_mul(2))?;
            Ok(bytes.repeat(n))
        }
        None => Err(raise!(MemoryError, "")),
    }
}

fn getitem(v: Value, key: Value) -> R {
    if let Some(slice) = key.exact::<SliceObj>() {
        let part = index::bounds(slice)?.select(receiver(v).len());
        return Ok(BytesObj::from_slice(&stepped(receiver(v), part)).value());
    }
    if type_of(key).slots.index.is_none() {
        let name = ops::type_name(key);
        return Err(raise!(TypeError, "byte indices must be integers or slices, not {name}"));
    }
    at(v, key, "index out of range")
}

/// The byte at an index as an int.
pub fn at(v: Value, key: Value, message: &str) -> R {
    let i = match int(ops::index(key)?) {
        Int::Small(n) => n,
        Int::Big(_) => {
            let name = ops::type_name(key);
            return Err(raise!(IndexError, "cannot fit '{name}' into an index-sized integer"));
        }
    };
    let bytes = receiver(v);
    let index = if i < 0 { i.wrapping_add(bytes.len() as i64) } else { i };
    match bytes.get(index as usize) {
        Some(b) if index >= 0 => Ok(Value::int(*b as i64)),
        _ => Err(raise!(IndexError, "{message}")),
    }
}

pub fn stepped(bytes: &[u8], part: index::Selection) -> Vec<u8> {
    if part.step == 1 {
        let start = part.start as usize;
        return bytes[start..start + part.count].to_vec();
    }
    (0..part.count).map(|i| bytes[part.at(i)]).collect()
}

pub fn contains(v: Value, item: Value) -> R<bool> {
    if let Some(needle) = as_bytes(item) {
        return Ok(crate::text::search::find_bytes(receiver(v), needle).is_some());
    }
    if type_of(item).slots.index.is_none() {
        let name = ops::type_name(item);
        return Err(raise!(TypeError, "a bytes-like object is required, not '{name}'"));
    }
    let b = construct::byte(item, "byte")?;
    Ok(receiver(v).contains(&b))
}

fn new(_class: Gc<TypeObj>, args: &Args) -> R {
    Ok(match args.get(0) {
        // Exact bytes are their own copy.
        Some(v) if args.kw.is_empty() && args.pos.len() == 1 && v.tag == tag::BYTES => v,
        _ => BytesObj::from_slice(&construct::from_arguments(args, "bytes")?).value(),
    })
}

/// The iterator over the ints of a bytes or bytearray.
#[repr(C)]
pub struct BytesIterator {
    pub header: Header,
    pub source: Value,
    pub at: usize,
}

// SAFETY: the descriptor names the one value; bytearray's iterator has the same layout under its own id.
unsafe impl HeapObject for BytesIterator {
    const TAG: u64 = tag::BYTES_ITERATOR;
}

const ITERATOR_SLOTS: Slots = Slots { iter: Some(Ok), next: Some(next), ..Slots::NONE };
const ITERATOR_DESCRIPTOR: Descriptor =
    Descriptor::words::<BytesIterator>(0, word_of!(BytesIterator, source));
const ITERATOR_METHODS: &[MethodDef] = &[MethodDef::method("__length_hint__", |a| {
    let it = a.receiver().cast::<BytesIterator>();
    Ok(Value::int(receiver(it.source).len().saturating_sub(it.at) as i64))
})];

pub static BYTES_ITERATOR: TypeSpec = TypeSpec {
    id: tag::BYTES_ITERATOR,
    name: "bytes_iterator",
    descriptor: ITERATOR_DESCRIPTOR,
    slots: ITERATOR_SLOTS,
    methods: ITERATOR_METHODS,
    ..TypeSpec::DEFAULT
};

pub static BYTEARRAY_ITERATOR: TypeSpec = TypeSpec {
    id: tag::BYTEARRAY_ITERATOR,
    name: "bytearray_iterator",
    descriptor: ITERATOR_DESCRIPTOR,
    slots: ITERATOR_SLOTS,
    methods: ITERATOR_METHODS,
    ..TypeSpec::DEFAULT
};

pub fn iterator(source: Value, id: u64) -> Value {
    let it = memory::new(BytesIterator { header: Header::new(id), source, at: 0 });
    // SAFETY: just made; both ids share the layout.
    unsafe { (*it.header()).set_type_id(id) };
    it.value()
}

fn next(v: Value) -> R {
    let mut it = v.cast::<BytesIterator>();
    match receiver(it.source).get(it.at) {
        Some(b) => {
            it.at += 1;
            Ok(Value::int(*b as i64))
        }
        None => {
            // Stays exhausted even if the bytearray grows later.
            it.at = usize::MAX;
            Ok(Value::UNBOUND)
        }
    }
}

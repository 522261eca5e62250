//! `slice`: three values, and what `slice.indices` makes of them.

use super::index;
use super::repr::{finish, push_repr};
use super::tuple::TupleObj;
use super::tuple_type;
use crate::core::{Args, Gc, Header, HeapObject, R, Value};
use crate::memory::{self, Descriptor};
use crate::objects::ops;
use crate::text::units::Buffer;
use crate::types::{Binary, Compare, GetSet, MethodDef, Slots, TypeObj, TypeSpec};
use crate::word_of;
use runtime_interface::tag;

#[repr(C)]
pub struct SliceObj {
    pub header: Header,
    pub start: Value,
    pub stop: Value,
    pub step: Value,
}

// SAFETY: the descriptor below describes this layout.
unsafe impl HeapObject for SliceObj {
    const TAG: u64 = tag::SLICE;
}

impl SliceObj {
    pub fn new(start: Value, stop: Value, step: Value) -> Gc<SliceObj> {
        memory::new(SliceObj { header: Header::new(tag::SLICE), start, stop, step })
    }
    fn as_tuple(s: Gc<SliceObj>) -> Gc<TupleObj> {
        TupleObj::from_slice(&[s.start, s.stop, s.step])
    }
}

pub static SLICE: TypeSpec = TypeSpec {
    id: tag::SLICE,
    name: "slice",
    descriptor: Descriptor::words::<SliceObj>(
        0,
        word_of!(SliceObj, start) | word_of!(SliceObj, stop) | word_of!(SliceObj, step),
    ),
    slots: Slots {
        repr: Some(repr),
        hash: Some(hash),
        compare: Some(compare),
        new: Some(new),
        ..Slots::NONE
    },
    methods: &[MethodDef::method("indices", indices)],
    getset: &[
        GetSet { name: "start", get: |v| Ok(v.cast::<SliceObj>().start), set: None },
        GetSet { name: "stop", get: |v| Ok(v.cast::<SliceObj>().stop), set: None },
        GetSet { name: "step", get: |v| Ok(v.cast::<SliceObj>().step), set: None },
    ],
    doc: "slice(stop)\nslice(start, stop[, step])\n\nCreate a slice object.",
    ..TypeSpec::DEFAULT
};

fn new(_: Gc<TypeObj>, args: &Args) -> R {
    args.between("slice", 1, 3)?;
    let none = Value::NONE;
    Ok(match *args.pos {
        [stop] => SliceObj::new(none, stop, none),
        [start, stop] => SliceObj::new(start, stop, none),
        [start, stop, step] => SliceObj::new(start, stop, step),
        _ => unreachable!("counted above"),
    }
    .value())
}

fn repr(v: Value) -> R {
    let s: Gc<SliceObj> = v.cast();
    let mut out = Buffer::new();
    out.push_ascii(b"slice(");
    push_repr(&mut out, s.start)?;
    out.push_ascii(b", ");
    push_repr(&mut out, s.stop)?;
    out.push_ascii(b", ");
    push_repr(&mut out, s.step)?;
    out.push_ascii(b")");
    Ok(finish(out))
}

fn hash(v: Value) -> R<i64> {
    let s: Gc<SliceObj> = v.cast();
    let h = tuple_type::mix(&[s.start, s.stop, s.step])?;
    Ok(if h == u64::MAX { 1546275796 } else { h as i64 })
}

fn compare(a: Value, b: Value, op: Compare) -> R {
    let (Some(a), Some(b)) = (a.exact::<SliceObj>(), b.exact::<SliceObj>()) else {
        return Ok(Value::NOT_IMPLEMENTED);
    };
    if a == b {
        return Ok(Value::bool(matches!(op, Compare::Eq | Compare::Le | Compare::Ge)));
    }
    ops::compare(SliceObj::as_tuple(a).value(), SliceObj::as_tuple(b).value(), op)
}

/// `slice.indices(len)`, exact for integers of any size.
fn indices(args: &Args) -> R {
    args.skip_receiver().exactly("slice.indices", 1)?;
    let s: Gc<SliceObj> = args.receiver().cast();
    let len = ops::index(args.pos[1])?;
    let (start, stop, step) = resolve(s, len)?;
    Ok(TupleObj::from_slice(&[start, stop, step]).value())
}

fn less(a: Value, b: Value) -> R<bool> {
    ops::truth(ops::compare(a, b, Compare::Lt)?)
}

fn bound(v: Value) -> R {
    let known = v.is_int() || crate::types::type_of(v).slots.index.is_some();
    if known {
        return ops::index(v);
    }
    Err(raise!(TypeError, "slice indices must be integers or None or have an __index__ method"))
}

/// Start, stop and step for a sequence of `len` items, an int of any size.
pub fn resolve(s: Gc<SliceObj>, len: Value) -> R<(Value, Value, Value)> {
    let zero = Value::int(0);
    if less(len, zero)? {
        return Err(raise!(ValueError, "length should not be negative"));
    }
    if let (Value { tag: tag::INT, .. }, true, true, true) =
        (len, s.start.is_int() || s.start.is_none(), s.stop.is_int() || s.stop.is_none(), s.step.is_int())
        && s.step.as_i64() != 0
        && s.step.as_i64() != i64::MIN
    {
        let sel = index::bounds(s)?.select(len.as_i64() as usize);
        return Ok((Value::int(sel.start), Value::int(sel.stop), s.step));
    }
    let step = if s.step.is_none() { Value::int(1) } else { bound(s.step)? };
    if step.is_int() && step.as_i64() == 0 {
        return Err(raise!(ValueError, "slice step cannot be zero"));
    }
    let backward = less(step, zero)?;
    // Least and greatest value of a bound.
    let (lower, upper) =
        if backward { (Value::int(-1), ops::binary(Binary::Sub, len, Value::int(1))?) } else { (zero, len) };
    let clip = |v: Value, default: Value| -> R {
        if v.is_none() {
            return Ok(default);
        }
        let mut i = bound(v)?;
        if less(i, zero)? {
            i = ops::binary(Binary::Add, i, len)?;
            return Ok(if less(i, lower)? { lower } else { i });
        }
        Ok(if less(upper, i)? { upper } else { i })
    };
    let (first, last) = if backward { (upper, lower) } else { (lower, upper) };
    let start = clip(s.start, first)?;
    let stop = clip(s.stop, last)?;
    Ok((start, stop, step))
}

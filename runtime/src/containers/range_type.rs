//! `range`: exact for integers of any size; iteration over small ones is plain counting.

use super::index::{self, Subscript, subscript};
use super::repr::{finish, push_repr};
use super::slice_type::{self, SliceObj};
use super::{key, tuple_type};
use crate::core::{Args, Gc, Header, HeapObject, R, Raised, Value};
use crate::iteration::collect;
use crate::memory::{self, Descriptor};
use crate::objects::ops;
use crate::text::units::Buffer;
use crate::types::{Binary, Compare, GetSet, MethodDef, Slots, TypeObj, TypeSpec};
use crate::word_of;
use runtime_interface::tag;
use std::ops::ControlFlow::{Break, Continue};

/// A range; all four are ints.
#[repr(C)]
pub struct RangeObj {
    pub header: Header,
    pub start: Value,
    pub stop: Value,
    pub step: Value,
    pub len: Value,
}

// SAFETY: the descriptor below describes this layout.
unsafe impl HeapObject for RangeObj {
    const TAG: u64 = tag::RANGE;
}

pub static RANGE: TypeSpec = TypeSpec {
    id: tag::RANGE,
    name: "range",
    descriptor: Descriptor::words::<RangeObj>(
        0,
        word_of!(RangeObj, start)
            | word_of!(RangeObj, stop)
            | word_of!(RangeObj, step)
            | word_of!(RangeObj, len),
    ),
    slots: Slots {
        repr: Some(repr),
        hash: Some(hash),
        compare: Some(compare),
        bool: Some(|v| Ok(!is_zero(v.cast::<RangeObj>().len))),
        len: Some(|v| length(v.cast())),
        getitem: Some(getitem),
        contains: Some(contains),
        iter: Some(|v| iterator(v.cast())),
        new: Some(new),
        ..Slots::NONE
    },
    methods: &[
        MethodDef::method("index", index_of),
        MethodDef::method("count", count),
        MethodDef::method("__reversed__", reversed),
    ],
    getset: &[
        GetSet { name: "start", get: |v| Ok(v.cast::<RangeObj>().start), set: None },
        GetSet { name: "stop", get: |v| Ok(v.cast::<RangeObj>().stop), set: None },
        GetSet { name: "step", get: |v| Ok(v.cast::<RangeObj>().step), set: None },
    ],
    doc: "range(stop) -> range object\nrange(start, stop[, step]) -> range object\n\nReturn an object that produces a sequence of integers from start (inclusive)\nto stop (exclusive) by step.  range(i, j) produces i, i+1, i+2, ..., j-1.\nstart defaults to 0, and stop is omitted!  range(4) produces 0, 1, 2, 3.\nThese are exactly the valid indices for a list of 4 elements.\nWhen step is given, it specifies the increment (or decrement).",
    ..TypeSpec::DEFAULT
};

fn is_zero(v: Value) -> bool {
    v.is_int() && v.as_i64() == 0
}
fn is_one(v: Value) -> bool {
    v.is_int() && v.as_i64() == 1
}
fn add(a: Value, b: Value) -> R {
    ops::binary(Binary::Add, a, b)
}
fn sub(a: Value, b: Value) -> R {
    ops::binary(Binary::Sub, a, b)
}
fn mul(a: Value, b: Value) -> R {
    ops::binary(Binary::Mul, a, b)
}
fn less(a: Value, b: Value) -> R<bool> {
    ops::truth(ops::compare(a, b, Compare::Lt)?)
}

fn new(_: Gc<TypeObj>, args: &Args) -> R {
    args.no_keywords("range")?;
    args.between("range", 1, 3)?;
    let (mut start, mut step) = (Value::int(0), Value::int(1));
    let stop = match *args.pos {
        [stop] => ops::index(stop)?,
        [a, b] => {
            start = ops::index(a)?;
            ops::index(b)?
        }
        [a, b, c] => {
            start = ops::index(a)?;
            let stop = ops::index(b)?;
            step = ops::index(c)?;
            stop
        }
        _ => unreachable!("counted above"),
    };
    if is_zero(step) {
        return Err(raise!(ValueError, "range() arg 3 must not be zero"));
    }
    Ok(make(start, stop, step)?.value())
}

/// A range of ints, with a step that is not zero.
pub fn make(start: Value, stop: Value, step: Value) -> R<Gc<RangeObj>> {
    let len = count_items(start, stop, step)?;
    Ok(memory::new(RangeObj { header: Header::new(tag::RANGE), start, stop, step, len }))
}

fn count_items(start: Value, stop: Value, step: Value) -> R {
    if start.is_int() && stop.is_int() && step.is_int() {
        let (a, b, s) = (start.as_i64() as i128, stop.as_i64() as i128, step.as_i64() as i128);
        let n = if s > 0 && a < b {
            (b - a - 1) / s + 1
        } else if s < 0 && b < a {
            (a - b - 1) / -s + 1
        } else {
            0
        };
        if let Ok(n) = i64::try_from(n) {
            return Ok(Value::int(n));
        }
    }
    let zero = Value::int(0);
    let forward = less(zero, step)?;
    let (low, high, step) = if forward { (start, stop, step) } else { (stop, start, sub(zero, step)?) };
    if !less(low, high)? {
        return Ok(zero);
    }
    let span = sub(sub(high, low)?, Value::int(1))?;
    add(ops::binary(Binary::FloorDiv, span, step)?, Value::int(1))
}

/// Start, step and number of items if all items and the step are small.
#[inline]
pub fn small(v: Value) -> Option<(i64, i64, usize)> {
    let r: Gc<RangeObj> = v.cast();
    if r.start.is_int() && r.stop.is_int() && r.step.is_int() && r.len.is_int() {
        return Some((r.start.as_i64(), r.step.as_i64(), r.len.as_i64() as usize));
    }
    None
}

fn length(r: Gc<RangeObj>) -> R<usize> {
    if r.len.is_int() {
        return Ok(r.len.as_i64() as usize);
    }
    Err(raise!(OverflowError, "Python int too large to convert to C ssize_t"))
}

fn repr(v: Value) -> R {
    let r: Gc<RangeObj> = v.cast();
    let mut out = Buffer::new();
    out.push_ascii(b"range(");
    push_repr(&mut out, r.start)?;
    out.push_ascii(b", ");
    push_repr(&mut out, r.stop)?;
    if !is_one(r.step) {
        out.push_ascii(b", ");
        push_repr(&mut out, r.step)?;
    }
    out.push_ascii(b")");
    Ok(finish(out))
}

fn hash(v: Value) -> R<i64> {
    let r: Gc<RangeObj> = v.cast();
    let none = Value::NONE;
    let start = if is_zero(r.len) { none } else { r.start };
    let step = if is_zero(r.len) || is_one(r.len) { none } else { r.step };
    tuple_type::hash_items(&[r.len, start, step])
}

fn compare(a: Value, b: Value, op: Compare) -> R {
    let (Some(x), Some(y)) = (a.exact::<RangeObj>(), b.exact::<RangeObj>()) else {
        return Ok(Value::NOT_IMPLEMENTED);
    };
    if !matches!(op, Compare::Eq | Compare::Ne) {
        return Ok(Value::NOT_IMPLEMENTED);
    }
    let same = x == y
        || (key::equal(x.len, y.len)?
            && (is_zero(x.len)
                || (key::equal(x.start, y.start)? && (is_one(x.len) || key::equal(x.step, y.step)?))));
    Ok(Value::bool(same == (op == Compare::Eq)))
}

#[cold]
fn out_of_range() -> Raised {
    raise!(IndexError, "range object index out of range")
}

/// `r[i]` for an int `i`.
pub fn at(v: Value, i: Value) -> R {
    if let (Some((start, step, n)), true) = (small(v), i.is_int()) {
        return match index::position(i.as_i64(), n) {
            Some(at) => Ok(Value::int(start.wrapping_add((at as i64).wrapping_mul(step)))),
            None => Err(out_of_range()),
        };
    }
    let r: Gc<RangeObj> = v.cast();
    let mut i = i;
    if less(i, Value::int(0))? {
        i = add(i, r.len)?;
    }
    if less(i, Value::int(0))? || !less(i, r.len)? {
        return Err(out_of_range());
    }
    add(r.start, mul(i, r.step)?)
}

fn getitem(v: Value, k: Value) -> R {
    if k.is_int() {
        return at(v, k);
    }
    if let Some(s) = k.exact::<SliceObj>() {
        return slice(v.cast(), s);
    }
    if crate::types::type_of(k).slots.index.is_some() {
        return at(v, ops::index(k)?);
    }
    match subscript(k, "range")? {
        Subscript::Index(i) => at(v, Value::int(i)),
        Subscript::Slice(s) => slice(v.cast(), s),
    }
}

fn slice(r: Gc<RangeObj>, s: Gc<SliceObj>) -> R {
    let (start, stop, step) = slice_type::resolve(s, r.len)?;
    let first = add(r.start, mul(start, r.step)?)?;
    let last = add(r.start, mul(stop, r.step)?)?;
    Ok(make(first, last, mul(step, r.step)?)?.value())
}

/// The position of an int in the range.
fn position_of(r: Gc<RangeObj>, x: Value) -> R<Option<Value>> {
    if let (Some((start, step, n)), true) = (small(r.value()), x.is_int() || x.is_bool()) {
        let offset = x.as_i64() as i128 - start as i128;
        let (at, rest) = (offset / step as i128, offset % step as i128);
        let there = rest == 0 && at >= 0 && at < n as i128;
        return Ok(there.then_some(Value::int(at as i64)));
    }
    let zero = Value::int(0);
    let offset = sub(x, r.start)?;
    if !is_zero(ops::binary(Binary::Mod, offset, r.step)?) {
        return Ok(None);
    }
    let at = ops::binary(Binary::FloorDiv, offset, r.step)?;
    Ok((!less(at, zero)? && less(at, r.len)?).then_some(at))
}

fn is_exact_int(v: Value) -> bool {
    matches!(v.tag, tag::INT | tag::BIGINT | tag::BOOL)
}

/// Positions of equal items, when they have to be compared one by one.
fn search(r: Value, x: Value, first_only: bool) -> R<(usize, usize)> {
    let (mut seen, mut hits) = (0, 0);
    let _ = collect::for_each(r, |v| {
        if key::equal(v, x)? {
            hits += 1;
            if first_only {
                return Ok(Break(()));
            }
        }
        seen += 1;
        Ok(Continue(()))
    })?;
    Ok((seen, hits))
}

fn contains(v: Value, x: Value) -> R<bool> {
    if is_exact_int(x) {
        return Ok(position_of(v.cast(), x)?.is_some());
    }
    Ok(search(v, x, true)?.1 > 0)
}

fn index_of(args: &Args) -> R {
    args.skip_receiver().exactly("range.index", 1)?;
    let x = args.pos[1];
    if is_exact_int(x) {
        return match position_of(args.receiver().cast(), x)? {
            Some(at) => Ok(at),
            None => {
                let shown = ops::repr(x)?.to_string_lossy();
                Err(raise!(ValueError, "{shown} is not in range"))
            }
        };
    }
    let (at, hits) = search(args.receiver(), x, true)?;
    if hits == 0 {
        return Err(raise!(ValueError, "sequence.index(x): x not in sequence"));
    }
    Ok(Value::int(at as i64))
}

fn count(args: &Args) -> R {
    args.skip_receiver().exactly("range.count", 1)?;
    let x = args.pos[1];
    if is_exact_int(x) {
        return Ok(Value::int(position_of(args.receiver().cast(), x)?.is_some() as i64));
    }
    Ok(Value::int(search(args.receiver(), x, false)?.1 as i64))
}

fn reversed(args: &Args) -> R {
    args.skip_receiver().exactly("range.__reversed__", 0)?;
    let r: Gc<RangeObj> = args.receiver().cast();
    let last = add(r.start, mul(sub(r.len, Value::int(1))?, r.step)?)?;
    let step = sub(Value::int(0), r.step)?;
    count_from(last, step, r.len)
}

fn iterator(r: Gc<RangeObj>) -> R {
    count_from(r.start, r.step, r.len)
}

/// An iterator of `len` items.
fn count_from(start: Value, step: Value, len: Value) -> R {
    if start.is_int() && step.is_int() && len.is_int() {
        let (next, step, left) = (start.as_i64(), step.as_i64(), len.as_i64());
        // The last item must be small, too.
        if next.checked_add(step.saturating_mul((left - 1).max(0))).is_some()
            && step.checked_mul((left - 1).max(0)).is_some()
        {
            return Ok(range_iterator(next, step, left));
        }
    }
    let header = Header::new(tag::LONG_RANGE_ITERATOR);
    Ok(memory::new(LongRangeIterator { header, next: start, step, left: len }).value())
}

/// Counts in machine words.
#[repr(C)]
pub struct RangeIterator {
    pub header: Header,
    pub next: i64,
    pub step: i64,
    /// Items not yielded yet.
    pub left: i64,
}

// SAFETY: the descriptor below describes this layout.
unsafe impl HeapObject for RangeIterator {
    const TAG: u64 = tag::RANGE_ITERATOR;
}

pub fn range_iterator(next: i64, step: i64, left: i64) -> Value {
    memory::new(RangeIterator { header: Header::new(tag::RANGE_ITERATOR), next, step, left }).value()
}

#[inline(always)]
pub fn range_next(mut it: Gc<RangeIterator>) -> Value {
    if it.left <= 0 {
        return Value::UNBOUND;
    }
    let v = it.next;
    it.left -= 1;
    it.next = v.wrapping_add(it.step);
    Value::int(v)
}

fn remaining(args: &Args) -> R {
    args.skip_receiver().exactly("__length_hint__", 0)?;
    Ok(Value::int(args.receiver().cast::<RangeIterator>().left))
}

pub static RANGE_ITERATOR: TypeSpec = TypeSpec {
    id: tag::RANGE_ITERATOR,
    name: "range_iterator",
    descriptor: Descriptor::plain::<RangeIterator>(),
    slots: Slots { iter: Some(Ok), next: Some(|v| Ok(range_next(v.cast()))), ..Slots::NONE },
    methods: &[MethodDef::method("__length_hint__", remaining)],
    ..TypeSpec::DEFAULT
};

/// Counts in ints of any size.
#[repr(C)]
pub struct LongRangeIterator {
    pub header: Header,
    next: Value,
    step: Value,
    left: Value,
}

// SAFETY: the descriptor below describes this layout.
unsafe impl HeapObject for LongRangeIterator {
    const TAG: u64 = tag::LONG_RANGE_ITERATOR;
}

fn long_next(v: Value) -> R {
    let mut it: Gc<LongRangeIterator> = v.cast();
    let (left, next) = (it.left, it.next);
    if is_zero(left) {
        return Ok(Value::UNBOUND);
    }
    let following = add(next, it.step)?;
    it.left = sub(left, Value::int(1))?;
    it.next = following;
    it.barrier();
    Ok(next)
}

fn long_remaining(args: &Args) -> R {
    args.skip_receiver().exactly("__length_hint__", 0)?;
    Ok(args.receiver().cast::<LongRangeIterator>().left)
}

pub static LONG_RANGE_ITERATOR: TypeSpec = TypeSpec {
    id: tag::LONG_RANGE_ITERATOR,
    name: "longrange_iterator",
    descriptor: Descriptor::words::<LongRangeIterator>(
        0,
        word_of!(LongRangeIterator, next)
            | word_of!(LongRangeIterator, step)
            | word_of!(LongRangeIterator, left),
    ),
    slots: Slots { iter: Some(Ok), next: Some(long_next), ..Slots::NONE },
    methods: &[MethodDef::method("__length_hint__", long_remaining)],
    ..TypeSpec::DEFAULT
};

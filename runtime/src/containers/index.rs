//! Indices: what a subscript means for a sequence of a given length.

use super::slice_type::SliceObj;
use crate::core::{Gc, R, Value};
use crate::objects::ops;
use crate::types::type_of;
use runtime_interface::tag;

/// A subscript of a sequence.
pub enum Subscript {
    Index(i64),
    Slice(Gc<SliceObj>),
}

/// What `sequence[k]` asks for; `kind` is the sequence's name in messages.
#[inline(always)]
pub fn subscript(k: Value, kind: &str) -> R<Subscript> {
    match k.tag {
        tag::INT | tag::BOOL => Ok(Subscript::Index(k.as_i64())),
        tag::SLICE => Ok(Subscript::Slice(k.cast())),
        _ => subscript_by_call(k, kind),
    }
}

#[cold]
fn subscript_by_call(k: Value, kind: &str) -> R<Subscript> {
    if type_of(k).slots.index.is_none() {
        let name = ops::type_name(k);
        return Err(raise!(TypeError, "{kind} indices must be integers or slices, not {name}"));
    }
    let i = ops::index(k)?;
    if i.is_int() {
        return Ok(Subscript::Index(i.as_i64()));
    }
    let name = ops::type_name(k);
    Err(raise!(IndexError, "cannot fit '{name}' into an index-sized integer"))
}

/// The position that index `i` means in a sequence of `len` items.
#[inline(always)]
pub fn position(i: i64, len: usize) -> Option<usize> {
    let at = if i < 0 { i + len as i64 } else { i };
    if (at as u64) < len as u64 { Some(at as usize) } else { None }
}

/// An argument that CPython converts to `Py_ssize_t`.
pub fn as_size(v: Value) -> R<i64> {
    let i = ops::index(v)?;
    if i.is_int() {
        return Ok(i.as_i64());
    }
    Err(raise!(OverflowError, "Python int too large to convert to C ssize_t"))
}

/// A bound of a slice or of `index(x, start, stop)`: integers out of range are clamped.
pub fn clamped(v: Value, none_allowed: bool) -> R<i64> {
    if v.is_int() {
        return Ok(v.as_i64());
    }
    if type_of(v).slots.index.is_none() {
        let or_none = if none_allowed { " or None" } else { "" };
        return Err(raise!(TypeError, "slice indices must be integers{or_none} or have an __index__ method"));
    }
    let i = ops::index(v)?;
    if i.is_int() {
        return Ok(i.as_i64());
    }
    let negative = ops::truth(ops::compare(i, Value::int(0), crate::types::Compare::Lt)?)?;
    Ok(if negative { i64::MIN } else { i64::MAX })
}

/// A bound of `index(x, start, stop)` in a sequence of `len` items.
pub fn search_bound(v: Option<Value>, default: i64, len: usize) -> R<usize> {
    let i = match v {
        Some(v) => clamped(v, false)?,
        None => default,
    };
    let i = if i < 0 { i.saturating_add(len as i64).max(0) } else { i };
    Ok((i as usize).min(len))
}

/// The items that a slice selects: `count` of them from `start` on, `step` apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Selection {
    pub start: i64,
    pub stop: i64,
    pub step: i64,
    pub count: usize,
}

impl Selection {
    /// Position of the `n`th item.
    #[inline(always)]
    pub fn at(self, n: usize) -> usize {
        (self.start + n as i64 * self.step) as usize
    }
}

/// Bounds of a slice before the length is known.
#[derive(Clone, Copy)]
pub struct Bounds {
    pub start: i64,
    pub stop: i64,
    pub step: i64,
}

/// Start, stop and step of a slice; may run `__index__`.
pub fn bounds(s: Gc<SliceObj>) -> R<Bounds> {
    let step = if s.step.is_none() { 1 } else { clamped(s.step, true)? };
    if step == 0 {
        return Err(raise!(ValueError, "slice step cannot be zero"));
    }
    let step = step.max(-i64::MAX);
    let backward = step < 0;
    let start = match (s.start.is_none(), backward) {
        (false, _) => clamped(s.start, true)?,
        (true, true) => i64::MAX,
        (true, false) => 0,
    };
    let stop = match (s.stop.is_none(), backward) {
        (false, _) => clamped(s.stop, true)?,
        (true, true) => i64::MIN,
        (true, false) => i64::MAX,
    };
    Ok(Bounds { start, stop, step })
}

impl Bounds {
    /// What the slice selects of a sequence of `len` items.
    pub fn select(self, len: usize) -> Selection {
        let (len, step) = (len as i64, self.step);
        let clip = |i: i64| {
            if i < 0 {
                let i = i.saturating_add(len);
                if i < 0 { if step < 0 { -1 } else { 0 } } else { i }
            } else if i >= len {
                if step < 0 { len - 1 } else { len }
            } else {
                i
            }
        };
        let (start, stop) = (clip(self.start), clip(self.stop));
        let count = if step < 0 {
            if stop < start { (start - stop - 1) / -step + 1 } else { 0 }
        } else if start < stop {
            (stop - start - 1) / step + 1
        } else {
            0
        };
        Selection { start, stop, step, count: count as usize }
    }
}

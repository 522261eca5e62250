//! Hash and equality of keys: what dict and set ask of the values they hold.
//!
//! Exact `int`, `str`, `float` and `bool` keys, and tuples of them, are answered here, without the object model.

use super::tuple::TupleObj;
use crate::core::hash::{equal_str, hash_str};
use crate::core::{R, StrObj, Value};
use crate::numbers::hash::{hash_f64, hash_i64};
use runtime_interface::tag;

/// `hash(v)`; never -1.
#[inline]
pub fn hash(v: Value) -> R<i64> {
    match simple_hash(v) {
        Some(h) => Ok(h),
        None if v.tag == tag::TUPLE => super::tuple_type::hash_items(TupleObj::as_slice(v.cast())),
        None => crate::objects::ops::hash(v),
    }
}

/// The hash of values whose hash needs no call.
#[inline(always)]
pub fn simple_hash(v: Value) -> Option<i64> {
    match v.tag {
        tag::STR => Some(hash_str(v.cast::<StrObj>())),
        tag::INT => Some(hash_i64(v.as_i64())),
        tag::BOOL => Some(v.as_i64()),
        tag::FLOAT => Some(hash_float(v)),
        _ => None,
    }
}

/// A NaN is equal to nothing but itself, so its hash is that of its bits.
fn hash_float(v: Value) -> i64 {
    hash_f64(v.as_f64()).unwrap_or_else(|| hash_i64((v.bits >> 4) as i64))
}

/// Whether two keys are equal when that needs no call; `None`: ask [`equal`].
#[inline(always)]
pub fn simple_equal(a: Value, b: Value) -> Option<bool> {
    if a.is(b) {
        return Some(true);
    }
    match (a.tag, b.tag) {
        (tag::TUPLE, tag::TUPLE) => tuples_equal(TupleObj::as_slice(a.cast()), TupleObj::as_slice(b.cast())),
        _ => flat_equal(a, b),
    }
}

/// Two tuples of values that are no tuples themselves.
#[inline(always)]
pub(super) fn tuples_equal(a: &[Value], b: &[Value]) -> Option<bool> {
    if a.len() != b.len() {
        return Some(false);
    }
    for (&x, &y) in a.iter().zip(b) {
        if !x.is(y) && !flat_equal(x, y)? {
            return Some(false);
        }
    }
    Some(true)
}

#[inline(always)]
fn flat_equal(a: Value, b: Value) -> Option<bool> {
    match (a.tag, b.tag) {
        (tag::STR, tag::STR) => Some(equal_str(a.cast(), b.cast())),
        (tag::INT, tag::INT) => Some(a.bits == b.bits),
        (tag::FLOAT, tag::FLOAT) => Some(a.as_f64() == b.as_f64()),
        (tag::STR, tag::INT | tag::FLOAT | tag::BOOL | tag::NONE)
        | (tag::INT | tag::FLOAT | tag::BOOL | tag::NONE, tag::STR) => Some(false),
        _ => None,
    }
}

/// `a is b or a == b`
#[inline]
pub fn equal(a: Value, b: Value) -> R<bool> {
    match simple_equal(a, b) {
        Some(answer) => Ok(answer),
        None => crate::objects::ops::eq(a, b),
    }
}

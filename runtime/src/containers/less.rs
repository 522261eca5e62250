//! One comparison: `a < b` as a test, as sorting, heaps and bisection make it.

use super::key;
use super::repr::units;
use super::tuple::TupleObj;
use crate::core::string::Chars;
use crate::core::{Gc, R, StrObj, Value};
use crate::objects::function::FunctionObj;
use crate::objects::operators::compare_reflected;
use crate::objects::ops;
use crate::types::{Compare, trampolines, type_lookup, type_of};
use runtime_interface::tag;
use std::cmp::Ordering;

/// `a < b` as a test.
#[inline(always)]
pub fn less(a: Value, b: Value) -> R<bool> {
    match quickly_less(a, b) {
        Some(answer) => Ok(answer),
        None => slowly_less(a, b),
    }
}

#[inline(never)]
fn slowly_less(a: Value, b: Value) -> R<bool> {
    if a.tag == tag::TUPLE && b.tag == tag::TUPLE {
        let (x, y) = (TupleObj::as_slice(a.cast()), TupleObj::as_slice(b.cast()));
        for (&p, &q) in x.iter().zip(y) {
            if !key::equal(p, q)? {
                return less(p, q);
            }
        }
        return Ok(x.len() < y.len());
    }
    if a.tag >= tag::FIRST_CLASS && b.tag >= tag::FIRST_CLASS {
        return instance_less(a, b);
    }
    ops::truth(ops::compare(a, b, Compare::Lt)?)
}

/// Instances of one class whose `__lt__` is a Python function go to its entry at once.
fn instance_less(a: Value, b: Value) -> R<bool> {
    let t = type_of(a);
    let answer = if t == type_of(b)
        && trampolines::compares(t)
        && let Some(f) = type_lookup(t, name!("__lt__"))
        && f.tag == tag::FUNCTION
    {
        let function: Gc<FunctionObj> = f.cast();
        let args = [a, b];
        // SAFETY: two positional arguments, no keywords.
        let answer =
            unsafe { (function.entry)(f.header(), args.as_ptr(), 2, std::ptr::null_mut()) }.checked()?;
        match answer.tag {
            tag::BOOL => return Ok(answer.as_bool()),
            tag::NOT_IMPLEMENTED => compare_reflected(a, b, Compare::Lt, false)?,
            _ => answer,
        }
    } else {
        ops::compare(a, b, Compare::Lt)?
    };
    ops::truth(answer)
}

/// `a < b` where that runs no Python code and raises nothing; `None`: ask [`less`].
#[inline(always)]
pub fn quickly_less(a: Value, b: Value) -> Option<bool> {
    if a.is_int() && b.is_int() {
        return Some(a.as_i64() < b.as_i64());
    }
    if a.tag == tag::TUPLE && b.tag == tag::TUPLE {
        let (x, y): (Gc<TupleObj>, Gc<TupleObj>) = (a.cast(), b.cast());
        if x.len != 0 && y.len != 0 {
            let (p, q) = (TupleObj::get(x, 0), TupleObj::get(y, 0));
            if p.bits != q.bits {
                if p.is_int() && q.is_int() {
                    return Some(p.as_i64() < q.as_i64());
                }
                // Zeros of both signs are equal.
                if p.is_float() && q.is_float() && p.as_f64() != q.as_f64() {
                    return Some(p.as_f64() < q.as_f64());
                }
            }
        }
    }
    less_by_items(a, b)
}

#[inline(never)]
fn less_by_items(a: Value, b: Value) -> Option<bool> {
    match (a.tag, b.tag) {
        (tag::FLOAT, tag::FLOAT) => Some(a.as_f64() < b.as_f64()),
        (tag::STR, tag::STR) => Some(compare_str(a.cast(), b.cast()).is_lt()),
        (tag::TUPLE, tag::TUPLE) => {
            let (x, y) = (TupleObj::as_slice(a.cast()), TupleObj::as_slice(b.cast()));
            for (&p, &q) in x.iter().zip(y) {
                if p.is(q) {
                    continue;
                }
                match (p.tag, q.tag) {
                    (tag::INT, tag::INT) => return Some(p.as_i64() < q.as_i64()),
                    (tag::FLOAT, tag::FLOAT) if p.as_f64() == q.as_f64() => {}
                    (tag::FLOAT, tag::FLOAT) => return Some(p.as_f64() < q.as_f64()),
                    (tag::STR, tag::STR) => match compare_str(p.cast(), q.cast()) {
                        Ordering::Equal => {}
                        order => return Some(order.is_lt()),
                    },
                    (tag::TUPLE, tag::TUPLE) => {
                        // One of them is less, or neither, which mostly means that they are equal.
                        if less_by_items(p, q)? {
                            return Some(true);
                        }
                        if less_by_items(q, p)? {
                            return Some(false);
                        }
                        return None;
                    }
                    _ => return None,
                }
            }
            Some(x.len() < y.len())
        }
        _ => None,
    }
}

#[inline]
pub fn compare_str(a: Gc<StrObj>, b: Gc<StrObj>) -> Ordering {
    match (a.chars(), b.chars()) {
        (Chars::One(x), Chars::One(y)) => {
            if let (Some(p), Some(q)) = (x.first_chunk(), y.first_chunk()) {
                // Most differ here.
                let (p, q) = (u64::from_be_bytes(*p), u64::from_be_bytes(*q));
                if p != q {
                    return p.cmp(&q);
                }
            }
            x.cmp(y)
        }
        _ => units(&a).cmp(&units(&b)),
    }
}

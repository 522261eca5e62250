//! `iter` and `next`.

use crate::core::{Args, R, Value};
use crate::objects::generator::raise_stop_iteration_with_result;
use crate::objects::{iterators, ops};
use crate::types::naming::type_name;
use crate::types::{MethodDef, type_of};
use runtime_interface::tag;

pub const FUNCTIONS: &[MethodDef] = &[MethodDef::function("iter", iter), MethodDef::function("next", next)];

fn iter(args: &Args) -> R {
    args.between("iter", 1, 2)?;
    match args.get(1) {
        None => ops::iter(args.pos[0]),
        Some(sentinel) => {
            if type_of(args.pos[0]).slots.call.is_none() {
                return Err(raise!(TypeError, "iter(v, w): v must be callable"));
            }
            Ok(iterators::callable_iterator(args.pos[0], sentinel))
        }
    }
}

fn next(args: &Args) -> R {
    args.between("next", 1, 2)?;
    next_item(args.pos[0], args.get(1))
}

/// `next(it)`, or `next(it, default)`.
pub fn next_item(it: Value, default: Option<Value>) -> R {
    let Some(slot) = type_of(it).slots.next else {
        let t = type_name(it);
        return Err(raise!(TypeError, "'{t}' object is not an iterator"));
    };
    let v = slot(it)?;
    if !v.is_unbound() {
        return Ok(v);
    }
    default.map_or_else(|| exhausted(it), Ok)
}

/// The StopIteration of an iterator that has no more.
#[cold]
pub fn exhausted(it: Value) -> R {
    if it.tag == tag::GENERATOR || it.tag >= tag::FIRST_CLASS {
        return Err(raise_stop_iteration_with_result());
    }
    Err(crate::core::error::raise_args(tag::exception::StopIteration, &[]))
}

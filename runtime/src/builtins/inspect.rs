//! `dir` and `vars`.

use crate::containers::ListObj;
use crate::core::{Args, R, Value};
use crate::objects::{call, object_type, ops};
use crate::types::MethodDef;

pub const FUNCTIONS: &[MethodDef] = &[MethodDef::function("dir", dir), MethodDef::function("vars", vars)];

/// `dir(v)`: a sorted list.
pub fn dir_of(v: Value) -> R {
    let names = call::call_special(v, name!("__dir__"), &[])?;
    let mut found = Vec::new();
    let it = ops::iter(names)?;
    loop {
        let n = ops::next(it)?;
        if n.is_unbound() {
            return Ok(object_type::sorted_names(found));
        }
        match ops::as_str(n) {
            Some(s) => found.push(s.to_string_lossy()),
            None => return sort_any(names),
        }
    }
}

fn sort_any(names: Value) -> R {
    let list = ListObj::new().value();
    ops::call_method(list, name!("extend"), &[names])?;
    ops::call_method(list, name!("sort"), &[])?;
    Ok(list)
}

fn dir(args: &Args) -> R {
    args.between("dir", 0, 1)?;
    match args.get(0) {
        Some(v) => dir_of(v),
        // The compiler replaces `dir()` by the names of the scope; a computed call sees none.
        None => Ok(ListObj::new().value()),
    }
}

fn vars(args: &Args) -> R {
    args.between("vars", 0, 1)?;
    let Some(v) = args.get(0) else {
        return Err(raise!(TypeError, "vars() argument must have __dict__ attribute"));
    };
    match ops::getattr_optional(v, name!("__dict__"))? {
        Some(d) => Ok(d),
        None => Err(raise!(TypeError, "vars() argument must have __dict__ attribute")),
    }
}

//! PEP 695: type parameters and `type X = ...` statements.

use super::{class_build, ops};
use crate::containers::TupleObj;
use crate::core::error::InBand;
use crate::core::{Gc, R, StrObj, Value};
use crate::memory::Root;

/// The classes TypeVar, TypeVarTuple, ParamSpec, TypeAliasType where no module defines them.
static CLASSES: [Root; 4] = [const { Root::new() }; 4];
const NAMES: [&str; 4] = ["TypeVar", "TypeVarTuple", "ParamSpec", "TypeAliasType"];

fn class(i: usize) -> R {
    let known = CLASSES[i].get();
    if !known.is_unbound() {
        return Ok(known);
    }
    let made = class_build::simple_class(NAMES[i], &[], "typing")?.value();
    CLASSES[i].set(made);
    Ok(made)
}

fn named(i: usize, name: Gc<StrObj>) -> R {
    let made = ops::call(class(i)?, &[])?;
    ops::setattr(made, name!("__name__"), name.value())?;
    Ok(made)
}

/// `T`, `*T`, `**T` of a type parameter list.
#[unsafe(no_mangle)]
pub extern "C" fn tp_make_type_param(name: *mut u8, stars: i64) -> Value {
    named(stars.clamp(0, 2) as usize, Gc::from_ptr(name as *mut StrObj)).in_band()
}

/// `type X[T] = ...`
#[unsafe(no_mangle)]
pub extern "C" fn tp_make_type_alias(name: *mut u8, value: Value, params: Value) -> Value {
    make_alias(Gc::from_ptr(name as *mut StrObj), value, params).in_band()
}

fn make_alias(name: Gc<StrObj>, value: Value, params: Value) -> R {
    let made = named(3, name)?;
    let params = params.bound().unwrap_or_else(|| TupleObj::empty().value());
    ops::setattr(made, name!("__type_params__"), params)?;
    ops::setattr(made, name!("__value__"), ops::call(value, &[])?)?;
    Ok(made)
}

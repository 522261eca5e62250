//! PEP 695: type parameters and `type X = ...` statements.

use super::{attributes, builtin_function, class_build, ops, union_type};
use crate::containers::TupleObj;
use crate::core::error::InBand;
use crate::core::{Args, Gc, R, StrObj, Value};
use crate::memory::Root;
use crate::types::{GetSet, MethodDef};

/// The classes TypeVar, TypeVarTuple, ParamSpec, TypeAliasType as the syntax needs them.
static CLASSES: [Root; 4] = [const { Root::new() }; 4];
const NAMES: [&str; 4] = ["TypeVar", "TypeVarTuple", "ParamSpec", "TypeAliasType"];
const ALIAS: usize = 3;

static REPR: MethodDef = MethodDef::method("__repr__", repr);
static GETITEM: MethodDef = MethodDef::method("__getitem__", getitem);
static VALUE: GetSet = GetSet { name: "__value__", get: value, set: None };

fn class(i: usize) -> R {
    let known = CLASSES[i].get();
    if !known.is_unbound() {
        return Ok(known);
    }
    let made = class_build::simple_class(NAMES[i], &[], "typing")?;
    CLASSES[i].set(made.value());
    let set = |name: &str, v: Value| ops::setattr(made.value(), StrObj::from_str(name), v);
    set("__repr__", builtin_function::for_class(&REPR, made))?;
    if i == ALIAS {
        set("__getitem__", builtin_function::for_class(&GETITEM, made))?;
        set("__value__", builtin_function::getset(&VALUE, made))?;
    } else {
        set("__bound__", Value::NONE)?;
        set("__constraints__", TupleObj::empty().value())?;
    }
    Ok(made.value())
}

fn repr(args: &Args) -> R {
    ops::getattr(args.receiver(), name!("__name__"))
}

fn getitem(args: &Args) -> R {
    args.skip_receiver().exactly("TypeAliasType.__getitem__", 1)?;
    Ok(union_type::generic_alias(args.receiver(), args.pos[1]))
}

/// The right side is evaluated when somebody asks, once.
fn value(alias: Value) -> R {
    let key = name!("<value>");
    if let Some(known) = attributes::getattr_optional(alias, key)? {
        return Ok(known);
    }
    let value = ops::call(ops::getattr(alias, name!("<evaluate>"))?, &[])?;
    ops::setattr(alias, key, value)?;
    Ok(value)
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
    let made = named(ALIAS, name)?;
    let params = params.bound().unwrap_or_else(|| TupleObj::empty().value());
    ops::setattr(made, name!("__type_params__"), params)?;
    ops::setattr(made, name!("<evaluate>"), value)?;
    Ok(made)
}

//! Builtins about classes and attributes: `isinstance`, `getattr`, `callable`, `__build_class__`, ...

use crate::core::{Args, Gc, R, StrObj, Value};
use crate::objects::{attributes, class_build, instance, ops};
use crate::types::naming::type_name;
use crate::types::{MethodDef, type_of};

pub const FUNCTIONS: &[MethodDef] = &[
    MethodDef::function("isinstance", isinstance),
    MethodDef::function("issubclass", issubclass),
    MethodDef::function("getattr", getattr),
    MethodDef::function("setattr", setattr),
    MethodDef::function("hasattr", hasattr),
    MethodDef::function("delattr", delattr),
    MethodDef::function("callable", callable),
    MethodDef::function("id", id),
    MethodDef::function("hash", hash),
    MethodDef::function("len", len),
    MethodDef::function("__build_class__", class_build::build_class),
];

fn isinstance(args: &Args) -> R {
    args.between("isinstance", 2, 2)?;
    Ok(Value::bool(ops::isinstance(args.pos[0], args.pos[1])?))
}
fn issubclass(args: &Args) -> R {
    args.between("issubclass", 2, 2)?;
    Ok(Value::bool(ops::is_subclass(args.pos[0], args.pos[1])?))
}

fn attribute_name(v: Value) -> R<Gc<StrObj>> {
    match ops::as_str(v) {
        Some(s) => Ok(s),
        None => {
            let t = type_name(v);
            Err(raise!(TypeError, "attribute name must be string, not '{t}'"))
        }
    }
}

fn getattr(args: &Args) -> R {
    args.between("getattr", 2, 3)?;
    let name = attribute_name(args.pos[1])?;
    match args.get(2) {
        None => ops::getattr(args.pos[0], name),
        Some(default) => Ok(ops::getattr_optional(args.pos[0], name)?.unwrap_or(default)),
    }
}
fn setattr(args: &Args) -> R {
    args.between("setattr", 3, 3)?;
    ops::setattr(args.pos[0], attribute_name(args.pos[1])?, args.pos[2])?;
    Ok(Value::NONE)
}
fn hasattr(args: &Args) -> R {
    args.between("hasattr", 2, 2)?;
    let name = attribute_name(args.pos[1])?;
    Ok(Value::bool(ops::getattr_optional(args.pos[0], name)?.is_some()))
}
fn delattr(args: &Args) -> R {
    args.between("delattr", 2, 2)?;
    attributes::delattr(args.pos[0], attribute_name(args.pos[1])?)?;
    Ok(Value::NONE)
}
fn callable(args: &Args) -> R {
    args.exactly("callable", 1)?;
    Ok(Value::bool(type_of(args.pos[0]).slots.call.is_some()))
}
fn id(args: &Args) -> R {
    args.exactly("id", 1)?;
    Ok(Value::int((instance::address(args.pos[0]) & i64::MAX as u64) as i64))
}
fn hash(args: &Args) -> R {
    args.exactly("hash", 1)?;
    Ok(Value::int(ops::hash(args.pos[0])?))
}
fn len(args: &Args) -> R {
    args.exactly("len", 1)?;
    Ok(Value::int(ops::len(args.pos[0])? as i64))
}

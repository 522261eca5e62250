//! `None`, `NotImplemented` and `...`: immediate values with types of their own.

use crate::core::{Args, Gc, R, StrObj, Value};
use crate::memory::Descriptor;
use crate::types::{Slots, TypeObj, TypeSpec};
use runtime_interface::tag;

fn repr_none(_: Value) -> R {
    Ok(name!("None").value())
}
fn repr_not_implemented(_: Value) -> R {
    Ok(name!("NotImplemented").value())
}
fn repr_ellipsis(_: Value) -> R {
    Ok(name!("Ellipsis").value())
}
fn false_truth(_: Value) -> R<bool> {
    Ok(false)
}
fn hash_none(_: Value) -> R<i64> {
    // CPython 3.12 made it a constant.
    Ok(0xfca8_6420)
}
fn reduce(args: &Args) -> R {
    Ok(crate::objects::ops::repr(args.receiver())?.value())
}

fn singleton(name: &str, value: Value, args: &Args) -> R {
    if args.pos.is_empty() && args.kw.is_empty() {
        return Ok(value);
    }
    Err(raise!(TypeError, "{name} takes no arguments"))
}
fn new_none(_: Gc<TypeObj>, args: &Args) -> R {
    singleton("NoneType", Value::NONE, args)
}
fn new_not_implemented(_: Gc<TypeObj>, args: &Args) -> R {
    singleton("NotImplementedType", Value::NOT_IMPLEMENTED, args)
}
fn new_ellipsis(_: Gc<TypeObj>, args: &Args) -> R {
    singleton("EllipsisType", Value::ELLIPSIS, args)
}

pub static NONE: TypeSpec = TypeSpec {
    id: tag::NONE,
    name: "NoneType",
    descriptor: Descriptor::plain::<StrObj>(),
    slots: Slots {
        repr: Some(repr_none),
        bool: Some(false_truth),
        hash: Some(hash_none),
        new: Some(new_none),
        ..Slots::NONE
    },
    ..TypeSpec::DEFAULT
};
pub static NOT_IMPLEMENTED: TypeSpec = TypeSpec {
    id: tag::NOT_IMPLEMENTED,
    name: "NotImplementedType",
    descriptor: Descriptor::plain::<StrObj>(),
    slots: Slots { repr: Some(repr_not_implemented), new: Some(new_not_implemented), ..Slots::NONE },
    methods: &[crate::types::MethodDef::method("__reduce__", reduce)],
    ..TypeSpec::DEFAULT
};
pub static ELLIPSIS: TypeSpec = TypeSpec {
    id: tag::ELLIPSIS,
    name: "ellipsis",
    descriptor: Descriptor::plain::<StrObj>(),
    slots: Slots { repr: Some(repr_ellipsis), new: Some(new_ellipsis), ..Slots::NONE },
    methods: &[crate::types::MethodDef::method("__reduce__", reduce)],
    ..TypeSpec::DEFAULT
};

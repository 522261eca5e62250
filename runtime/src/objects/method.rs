//! Bound methods: a callable and its first argument.

use crate::core::{Args, Gc, Header, HeapObject, R, StrObj, Value};
use crate::memory::{self, Descriptor};
use crate::types::{Compare, GetSet, Slots, TypeSpec};
use crate::word_of;
use runtime_interface::{layout::methods, tag};

#[repr(C)]
pub struct MethodObj {
    pub header: Header,
    pub function: Value,
    pub receiver: Value,
}
// SAFETY: described by METHOD below.
unsafe impl HeapObject for MethodObj {
    const TAG: u64 = tag::METHOD;
}
const _: () = assert!(std::mem::offset_of!(MethodObj, function) as u64 == methods::FUNCTION);
const _: () = assert!(std::mem::offset_of!(MethodObj, receiver) as u64 == methods::RECEIVER);

/// `receiver.function`
pub fn bind(function: Value, receiver: Value) -> Value {
    memory::new(MethodObj { header: Header(0), function, receiver }).value()
}

fn call(f: Value, args: &Args) -> R {
    let m: Gc<MethodObj> = f.cast();
    super::call::call_with_first(m.function, m.receiver, args)
}

fn repr(v: Value) -> R {
    let m: Gc<MethodObj> = v.cast();
    let name = match super::attributes::getattr_optional(m.function, name!("__qualname__"))? {
        Some(n) => super::ops::str(n)?.to_string_lossy(),
        None => "?".to_owned(),
    };
    let receiver = super::ops::repr(m.receiver)?;
    Ok(StrObj::from_str(&format!("<bound method {name} of {}>", receiver.to_string_lossy())).value())
}

fn compare(a: Value, b: Value, op: Compare) -> R {
    let (Some(x), Some(y)) = (a.exact::<MethodObj>(), b.exact::<MethodObj>()) else {
        return Ok(Value::NOT_IMPLEMENTED);
    };
    let same = x.receiver.is(y.receiver) && super::ops::eq(x.function, y.function)?;
    match op {
        Compare::Eq => Ok(Value::bool(same)),
        Compare::Ne => Ok(Value::bool(!same)),
        _ => Ok(Value::NOT_IMPLEMENTED),
    }
}

fn hash(v: Value) -> R<i64> {
    let m: Gc<MethodObj> = v.cast();
    Ok(super::instance::identity_hash(m.receiver) ^ super::ops::hash(m.function)?)
}

/// Attributes that a method does not have itself are those of its function.
fn getattr(v: Value, name: Gc<StrObj>) -> R {
    if let Some(found) = super::attributes::try_generic(v, name)? {
        return Ok(found);
    }
    super::ops::getattr(v.cast::<MethodObj>().function, name)
}

fn function(v: Value) -> R {
    Ok(v.cast::<MethodObj>().function)
}
fn receiver(v: Value) -> R {
    Ok(v.cast::<MethodObj>().receiver)
}

fn doc(v: Value) -> R {
    super::ops::getattr(v.cast::<MethodObj>().function, name!("__doc__"))
}

fn new(_: Gc<crate::types::TypeObj>, args: &Args) -> R {
    args.between("method", 2, 2)?;
    Ok(bind(args.pos[0], args.pos[1]))
}

pub static METHOD: TypeSpec = TypeSpec {
    id: tag::METHOD,
    name: "method",
    descriptor: Descriptor::words::<MethodObj>(
        0,
        word_of!(MethodObj, function) | word_of!(MethodObj, receiver),
    ),
    slots: Slots {
        repr: Some(repr),
        call: Some(call),
        compare: Some(compare),
        hash: Some(hash),
        getattr: Some(getattr),
        new: Some(new),
        ..Slots::NONE
    },
    getset: &[
        GetSet { name: "__func__", get: function, set: None },
        GetSet { name: "__self__", get: receiver, set: None },
        GetSet { name: "__doc__", get: doc, set: None },
    ],
    ..TypeSpec::DEFAULT
};

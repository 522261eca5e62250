//! `super`: attribute look-up that starts after a class in another class's MRO.

use super::attributes;
use crate::core::error::InBand;
use crate::core::{Args, Gc, Header, HeapObject, R, StrObj, Value};
use crate::memory::{self, Descriptor};
use crate::types::lookup::{as_type, mro_of};
use crate::types::naming::{class_name, type_name};
use crate::types::{GetSet, Slots, TypeObj, TypeSpec, is_subtype, type_dict, type_of};
use crate::word_of;
use runtime_interface::tag;

#[repr(C)]
pub struct SuperObj {
    pub header: Header,
    /// The class after which the search starts.
    pub class: Value,
    /// The instance or class it is bound to, `UNBOUND` if none.
    pub object: Value,
    /// The class whose MRO is searched, `UNBOUND` if none.
    pub object_type: Value,
}
// SAFETY: described by SUPER below.
unsafe impl HeapObject for SuperObj {
    const TAG: u64 = tag::SUPER;
}

/// The class whose MRO `super(class, object)` searches.
fn check(class: Gc<TypeObj>, object: Value) -> R<Gc<TypeObj>> {
    if let Some(t) = as_type(object)
        && is_subtype(t, class)
    {
        return Ok(t);
    }
    let t = type_of(object);
    if is_subtype(t, class) {
        return Ok(t);
    }
    let name = class_name(class);
    let what = match as_type(object) {
        Some(o) => format!("type {}", class_name(o)),
        None => format!("instance of {}", type_name(object)),
    };
    Err(raise!(TypeError, "super(type, obj): obj ({what}) is not an instance or subtype of type ({name})."))
}

fn make(class: Value, object: Value) -> R {
    let Some(c) = as_type(class) else {
        let name = type_name(class);
        return Err(raise!(TypeError, "super() argument 1 must be a type, not {name}"));
    };
    let object_type = if object.is_unbound() { Value::UNBOUND } else { check(c, object)?.value() };
    Ok(memory::new(SuperObj { header: Header(0), class, object, object_type }).value())
}

/// `super()` in a method: the class from the `__class__` cell, the first argument.
#[unsafe(no_mangle)]
pub extern "C" fn tp_super(class: Value, first: Value) -> Value {
    if class.is_unbound() {
        return R::<Value>::Err(raise!(RuntimeError, "super(): empty __class__ cell")).in_band();
    }
    if first.is_unbound() {
        return R::<Value>::Err(raise!(RuntimeError, "super(): arg[0] deleted")).in_band();
    }
    make(class, first).in_band()
}

fn new(_: Gc<TypeObj>, args: &Args) -> R {
    args.no_keywords("super")?;
    if args.pos.is_empty() {
        return Err(raise!(RuntimeError, "super(): no arguments"));
    }
    args.between("super", 0, 2)?;
    let object = args.get(1).filter(|o| !o.is_none()).unwrap_or(Value::UNBOUND);
    make(args.pos[0], object)
}

/// The attribute after the class in the MRO, not yet bound.
pub fn find(s: Gc<SuperObj>, name: Gc<StrObj>) -> Option<Value> {
    find_after(s.object_type.bound()?.cast(), s.class, name)
}

/// The attribute of that name in the MRO of `t` after `class`.
pub fn find_after(t: Gc<TypeObj>, class: Value, name: Gc<StrObj>) -> Option<Value> {
    let mro = mro_of(t);
    let at = mro.iter().position(|c| c.is(class))?;
    mro[at + 1..].iter().find_map(|c| crate::containers::DictObj::get_str(type_dict(c.cast())?, name))
}

fn getattr(v: Value, name: Gc<StrObj>) -> R {
    let s: Gc<SuperObj> = v.cast();
    if !name.eq_str("__class__")
        && let Some(f) = find(s, name)
    {
        let object_is_class = s.object.is(s.object_type);
        let instance = if object_is_class { Value::UNBOUND } else { s.object };
        return attributes::bind(f, instance, s.object_type);
    }
    attributes::generic_getattr(v, name)
}

fn get(v: Value, instance: Value, _owner: Value) -> R {
    let s: Gc<SuperObj> = v.cast();
    if instance.is_unbound() || !s.object.is_unbound() {
        return Ok(v);
    }
    make(s.class, instance)
}

fn repr(v: Value) -> R {
    let s: Gc<SuperObj> = v.cast();
    let class = class_name(s.class.cast());
    let object = match s.object_type.bound() {
        Some(t) => format!("<{} object>", class_name(t.cast())),
        None => "NULL".to_owned(),
    };
    Ok(StrObj::from_str(&format!("<super: <class '{class}'>, {object}>")).value())
}

fn this_class(v: Value) -> R {
    Ok(v.cast::<SuperObj>().class)
}
fn self_object(v: Value) -> R {
    Ok(v.cast::<SuperObj>().object.bound().unwrap_or(Value::NONE))
}
fn self_class(v: Value) -> R {
    Ok(v.cast::<SuperObj>().object_type.bound().unwrap_or(Value::NONE))
}

pub static SUPER: TypeSpec = TypeSpec {
    id: tag::SUPER,
    name: "super",
    descriptor: Descriptor::words::<SuperObj>(
        0,
        word_of!(SuperObj, class) | word_of!(SuperObj, object) | word_of!(SuperObj, object_type),
    ),
    slots: Slots { new: Some(new), getattr: Some(getattr), get: Some(get), repr: Some(repr), ..Slots::NONE },
    getset: &[
        GetSet { name: "__thisclass__", get: this_class, set: None },
        GetSet { name: "__self__", get: self_object, set: None },
        GetSet { name: "__self_class__", get: self_class, set: None },
    ],
    ..TypeSpec::DEFAULT
};

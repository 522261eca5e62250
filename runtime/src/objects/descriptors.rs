//! `property`, `staticmethod` and `classmethod`.

use super::{attributes, ops};
use crate::containers::DictObj;
use crate::core::{Args, Gc, Header, HeapObject, R, Raised, StrObj, Value};
use crate::memory::{self, Descriptor};
use crate::types::naming::class_name;
use crate::types::{GetSet, MethodDef, Slots, TypeObj, TypeSpec, type_of};
use crate::word_of;
use runtime_interface::tag;

#[repr(C)]
pub struct PropertyObj {
    pub header: Header,
    /// `NONE` where absent.
    pub getter: Value,
    pub setter: Value,
    pub deleter: Value,
    pub doc: Value,
    /// Set by `__set_name__`, else `UNBOUND`.
    pub name: Value,
    /// 1 if the doc is the getter's.
    pub getter_doc: u64,
}
// SAFETY: described by PROPERTY below.
unsafe impl HeapObject for PropertyObj {
    const TAG: u64 = tag::PROPERTY;
}

fn property(v: Value) -> Gc<PropertyObj> {
    v.cast()
}

fn init_property(v: Value, args: &Args) -> R<()> {
    let [getter, setter, deleter, doc] = args.bind("property", ["fget", "fset", "fdel", "doc"], 0, 4, 0)?;
    let none = |v: Value| v.bound().unwrap_or(Value::NONE);
    let mut p = property(v);
    (p.getter, p.setter, p.deleter, p.doc) = (none(getter), none(setter), none(deleter), none(doc));
    p.name = Value::UNBOUND;
    p.getter_doc = 0;
    p.barrier();
    if p.doc.is_none() && !p.getter.is_none() {
        if let Some(d) = attributes::getattr_optional(p.getter, name!("__doc__"))? {
            p.doc = d;
            p.getter_doc = 1;
            p.barrier();
        }
    }
    Ok(())
}

/// `'x' of 'A' object`, as far as it is known.
fn what(p: Gc<PropertyObj>, instance: Value) -> R<String> {
    let t = type_of(instance);
    let owner = t.qualname.to_string_lossy();
    Ok(match property_name(p)? {
        Some(n) => format!("property {} of '{owner}' object", ops::repr(n)?.to_string_lossy()),
        None => format!("property of '{owner}' object"),
    })
}

fn property_name(p: Gc<PropertyObj>) -> R<Option<Value>> {
    if let Some(n) = p.name.bound() {
        return Ok(Some(n));
    }
    if p.getter.is_none() {
        return Ok(None);
    }
    attributes::getattr_optional(p.getter, name!("__name__"))
}

#[cold]
fn no_part(p: Gc<PropertyObj>, instance: Value, part: &str) -> Raised {
    match what(p, instance) {
        Ok(what) => raise!(AttributeError, "{what} has no {part}"),
        Err(raised) => raised,
    }
}

fn get_property(v: Value, instance: Value, _owner: Value) -> R {
    if instance.is_unbound() {
        return Ok(v);
    }
    let p = property(v);
    if p.getter.is_none() {
        return Err(no_part(p, instance, "getter"));
    }
    ops::call(p.getter, &[instance])
}

fn set_property(v: Value, instance: Value, x: Value) -> R<()> {
    let p = property(v);
    if x.is_unbound() {
        if p.deleter.is_none() {
            return Err(no_part(p, instance, "deleter"));
        }
        ops::call(p.deleter, &[instance])?;
    } else {
        if p.setter.is_none() {
            return Err(no_part(p, instance, "setter"));
        }
        ops::call(p.setter, &[instance, x])?;
    }
    Ok(())
}

/// A copy with one part replaced; of the subclass, if it is one.
fn copy_with(v: Value, part: usize, x: Value) -> R {
    let p = property(v);
    let mut parts = [p.getter, p.setter, p.deleter];
    parts[part] = x;
    let doc = if p.getter_doc == 1 && !parts[0].is_none() { Value::NONE } else { p.doc };
    let made = ops::call(type_of(v).value(), &[parts[0], parts[1], parts[2], doc])?;
    if super::unwrap::builtin_layout(made) == tag::PROPERTY {
        let mut made = property(made);
        made.name = p.name;
        made.barrier();
    }
    Ok(made)
}
fn with_getter(args: &Args) -> R {
    args.skip_receiver().exactly("getter", 1)?;
    copy_with(args.receiver(), 0, args.pos[1])
}
fn with_setter(args: &Args) -> R {
    args.skip_receiver().exactly("setter", 1)?;
    copy_with(args.receiver(), 1, args.pos[1])
}
fn with_deleter(args: &Args) -> R {
    args.skip_receiver().exactly("deleter", 1)?;
    copy_with(args.receiver(), 2, args.pos[1])
}
fn set_name(args: &Args) -> R {
    if args.pos.len() != 3 {
        let n = args.pos.len() - 1;
        return Err(raise!(TypeError, "__set_name__() takes 2 positional arguments but {n} were given"));
    }
    let mut p = property(args.receiver());
    p.name = args.pos[2];
    p.barrier();
    Ok(Value::NONE)
}
fn fget(v: Value) -> R {
    Ok(property(v).getter)
}
fn fset(v: Value) -> R {
    Ok(property(v).setter)
}
fn fdel(v: Value) -> R {
    Ok(property(v).deleter)
}
fn property_doc(v: Value) -> R {
    Ok(property(v).doc)
}
fn set_property_doc(v: Value, x: Value) -> R<()> {
    let mut p = property(v);
    p.doc = x.bound().unwrap_or(Value::NONE);
    p.barrier();
    Ok(())
}
fn get_property_name(v: Value) -> R {
    match property_name(property(v))? {
        Some(n) => Ok(n),
        None => Err(attributes::attribute_error(v, name!("__name__"))),
    }
}
fn set_property_name(v: Value, x: Value) -> R<()> {
    let mut p = property(v);
    p.name = x;
    p.barrier();
    Ok(())
}
fn is_abstract(v: Value) -> R {
    let p = property(v);
    for part in [p.getter, p.setter, p.deleter] {
        if let Some(a) = attributes::getattr_optional(part, name!("__isabstractmethod__"))?
            && ops::truth(a)?
        {
            return Ok(Value::TRUE);
        }
    }
    Ok(Value::FALSE)
}

fn new_instance(cls: Gc<TypeObj>, _: &Args) -> R {
    let o: Gc<PropertyObj> = super::instance::allocate(cls).cast();
    let mut o = o;
    (o.getter, o.setter, o.deleter, o.doc) = (Value::NONE, Value::NONE, Value::NONE, Value::NONE);
    o.name = Value::UNBOUND;
    Ok(o.value())
}

pub static PROPERTY: TypeSpec = TypeSpec {
    id: tag::PROPERTY,
    name: "property",
    descriptor: Descriptor::words::<PropertyObj>(
        0,
        word_of!(PropertyObj, getter)
            | word_of!(PropertyObj, setter)
            | word_of!(PropertyObj, deleter)
            | word_of!(PropertyObj, doc)
            | word_of!(PropertyObj, name),
    ),
    slots: Slots {
        new: Some(new_instance),
        init: Some(init_property),
        get: Some(get_property),
        set: Some(set_property),
        ..Slots::NONE
    },
    methods: &[
        MethodDef::method("getter", with_getter),
        MethodDef::method("setter", with_setter),
        MethodDef::method("deleter", with_deleter),
        MethodDef::method("__set_name__", set_name),
    ],
    getset: &[
        GetSet { name: "fget", get: fget, set: None },
        GetSet { name: "fset", get: fset, set: None },
        GetSet { name: "fdel", get: fdel, set: None },
        GetSet { name: "__doc__", get: property_doc, set: Some(set_property_doc) },
        GetSet { name: "__name__", get: get_property_name, set: Some(set_property_name) },
        GetSet { name: "__isabstractmethod__", get: is_abstract, set: None },
    ],
    subclassable: true,
    ..TypeSpec::DEFAULT
};

// ---- staticmethod, classmethod ----

/// Layout of both: what is wrapped, and a dict for the attributes that are copied from it.
#[repr(C)]
pub struct MethodBoxObj {
    pub header: Header,
    pub function: Value,
    pub dict: *mut DictObj,
}
// SAFETY: described by STATICMETHOD and CLASSMETHOD below; made with `boxed` only.
unsafe impl HeapObject for MethodBoxObj {
    const TAG: u64 = tag::STATICMETHOD;
}

fn boxed(id: u64, function: Value) -> Value {
    let mut o: Gc<MethodBoxObj> = memory::allocate(id, size_of::<MethodBoxObj>()).cast();
    o.function = function;
    o.dict = std::ptr::null_mut();
    o.value()
}
pub fn static_method(function: Value) -> Value {
    boxed(tag::STATICMETHOD, function)
}
pub fn class_method(function: Value) -> Value {
    boxed(tag::CLASSMETHOD, function)
}

/// What a `staticmethod` or `classmethod` wraps.
pub fn wrapped_function(v: Value) -> Value {
    v.cast::<MethodBoxObj>().function
}

fn get_static(v: Value, _instance: Value, _owner: Value) -> R {
    Ok(wrapped_function(v))
}
fn call_static(v: Value, args: &Args) -> R {
    ops::call_args(wrapped_function(v), args)
}
fn get_class(v: Value, instance: Value, owner: Value) -> R {
    let owner = if owner.is_unbound() { type_of(instance).value() } else { owner };
    let f = wrapped_function(v);
    if f.tag == tag::BUILTIN {
        let b: Gc<super::builtin_function::BuiltinObj> = f.cast();
        if b.receiver.is_unbound() {
            return Ok(super::builtin_function::bound(b.def, owner));
        }
    }
    Ok(super::method::bind(f, owner))
}

fn new_box(cls: Gc<TypeObj>, _: &Args) -> R {
    let mut o: Gc<MethodBoxObj> = super::instance::allocate(cls).cast();
    o.function = Value::NONE;
    Ok(o.value())
}
fn init_box(v: Value, args: &Args) -> R<()> {
    let name = class_name(type_of(v));
    args.between(&name, 1, 1)?;
    let mut o: Gc<MethodBoxObj> = v.cast();
    o.function = args.pos[0];
    o.barrier();
    // As functools.wraps: a wrapped function's names show through.
    for n in [name!("__module__"), name!("__name__"), name!("__qualname__"), name!("__doc__")] {
        if let Some(x) = attributes::getattr_optional(o.function, n)? {
            super::instance::set_own(v, type_of(v), n, x);
        }
    }
    Ok(())
}
fn repr_box(v: Value) -> R {
    let name = class_name(type_of(v));
    let inner = ops::repr(wrapped_function(v))?.to_string_lossy();
    Ok(StrObj::from_str(&format!("<{name}({inner})>")).value())
}
fn func(v: Value) -> R {
    Ok(wrapped_function(v))
}
fn box_is_abstract(v: Value) -> R {
    let a = attributes::getattr_optional(wrapped_function(v), name!("__isabstractmethod__"))?;
    Ok(Value::bool(match a {
        Some(a) => ops::truth(a)?,
        None => false,
    }))
}
fn box_dict(v: Value) -> R {
    Ok(super::instance::dict_of(v, type_of(v)).map_or(Value::NONE, Value::obj))
}

const BOX_GETSET: &[GetSet] = &[
    GetSet { name: "__func__", get: func, set: None },
    GetSet { name: "__wrapped__", get: func, set: None },
    GetSet { name: "__isabstractmethod__", get: box_is_abstract, set: None },
    GetSet { name: "__dict__", get: box_dict, set: None },
];
const BOX_DESCRIPTOR: Descriptor =
    Descriptor::words::<MethodBoxObj>(word_of!(MethodBoxObj, dict), word_of!(MethodBoxObj, function));

pub static STATICMETHOD: TypeSpec = TypeSpec {
    id: tag::STATICMETHOD,
    name: "staticmethod",
    descriptor: BOX_DESCRIPTOR,
    slots: Slots {
        new: Some(new_box),
        init: Some(init_box),
        get: Some(get_static),
        call: Some(call_static),
        repr: Some(repr_box),
        ..Slots::NONE
    },
    getset: BOX_GETSET,
    subclassable: true,
    dict_offset: std::mem::offset_of!(MethodBoxObj, dict),
    ..TypeSpec::DEFAULT
};
pub static CLASSMETHOD: TypeSpec = TypeSpec {
    id: tag::CLASSMETHOD,
    name: "classmethod",
    descriptor: BOX_DESCRIPTOR,
    slots: Slots {
        new: Some(new_box),
        init: Some(init_box),
        get: Some(get_class),
        repr: Some(repr_box),
        ..Slots::NONE
    },
    getset: BOX_GETSET,
    subclassable: true,
    dict_offset: std::mem::offset_of!(MethodBoxObj, dict),
    ..TypeSpec::DEFAULT
};

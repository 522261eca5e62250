//! Callables implemented in the runtime, and the descriptors under which builtin classes keep them.

use super::ops::unwrap;
use crate::core::{Args, Gc, Header, HeapObject, R, StrObj, Value};
use crate::memory::{self, Descriptor};
use crate::types::dunders::DUNDERS;
use crate::types::lookup::as_type;
use crate::types::naming::{class_name, type_name};
use crate::types::{GetSet, Kind, MethodDef, Slots, TypeObj, TypeSpec, flags, is_subtype, type_of, wrapped};
use crate::word_of;
use runtime_interface::tag;

/// `len`, or `[].append`: a native function and what it is bound to.
#[repr(C)]
pub struct BuiltinObj {
    pub header: Header,
    pub def: *const MethodDef,
    /// The first argument of every call, `UNBOUND` for plain functions.
    pub receiver: Value,
    /// Name of the module, a str, or `NONE`.
    pub module: Value,
}
/// `list.append`
#[repr(C)]
pub struct MethodDescriptorObj {
    pub header: Header,
    pub def: *const MethodDef,
    pub owner: Gc<TypeObj>,
}
/// `int.__add__`
#[repr(C)]
pub struct WrapperDescriptorObj {
    pub header: Header,
    /// Index into [`DUNDERS`].
    pub row: usize,
    pub owner: Gc<TypeObj>,
}
/// `(1).__add__`
#[repr(C)]
pub struct MethodWrapperObj {
    pub header: Header,
    pub wrapper: Gc<WrapperDescriptorObj>,
    pub receiver: Value,
}
/// `complex.real`
#[repr(C)]
pub struct GetSetObj {
    pub header: Header,
    pub def: *const GetSet,
    pub owner: Gc<TypeObj>,
}
/// An entry of `__slots__`.
#[repr(C)]
pub struct MemberObj {
    pub header: Header,
    pub name: Gc<StrObj>,
    pub owner: Gc<TypeObj>,
}

macro_rules! layouts {
    ($($type:ident = $tag:ident;)*) => { $(
        // SAFETY: the TypeSpec of the tag below describes this layout.
        unsafe impl HeapObject for $type { const TAG: u64 = tag::$tag; }
    )* };
}
layouts! {
    BuiltinObj = BUILTIN;
    MethodDescriptorObj = METHOD_DESCRIPTOR;
    WrapperDescriptorObj = WRAPPER_DESCRIPTOR;
    MethodWrapperObj = METHOD_WRAPPER;
    GetSetObj = GETSET_DESCRIPTOR;
    MemberObj = MEMBER_DESCRIPTOR;
}

const H: Header = Header(0);

fn def_of(def: *const MethodDef) -> &'static MethodDef {
    // SAFETY: definitions are constants of the executable.
    unsafe { &*def }
}

/// A native function of a module.
pub fn function(def: &'static MethodDef, module: Value) -> Value {
    memory::new(BuiltinObj { header: H, def, receiver: Value::UNBOUND, module }).value()
}

/// A native function bound to its first argument.
pub fn bound(def: *const MethodDef, receiver: Value) -> Value {
    memory::new(BuiltinObj { header: H, def, receiver, module: Value::NONE }).value()
}

/// What a class's dict holds for a method definition.
pub fn for_class(def: &'static MethodDef, owner: Gc<TypeObj>) -> Value {
    match def.kind {
        Kind::Method => memory::new(MethodDescriptorObj { header: H, def, owner }).value(),
        Kind::ClassMethod => super::descriptors::class_method(function(def, Value::NONE)),
        Kind::StaticMethod => super::descriptors::static_method(function(def, Value::NONE)),
        Kind::Function => function(def, Value::NONE),
    }
}

pub fn wrapper(owner: Gc<TypeObj>, row: usize) -> Value {
    memory::new(WrapperDescriptorObj { header: H, row, owner }).value()
}
pub fn getset(def: &'static GetSet, owner: Gc<TypeObj>) -> Value {
    memory::new(GetSetObj { header: H, def, owner }).value()
}
pub fn member(name: Gc<StrObj>, owner: Gc<TypeObj>) -> Value {
    memory::new(MemberObj { header: H, name, owner }).value()
}

/// Whether `v` is the builtin function of that name.
pub fn is_named(v: Value, name: &str) -> bool {
    v.tag == tag::BUILTIN && def_of(v.cast::<BuiltinObj>().def).name == name
}

/// The name of a builtin function or method.
pub fn name_of(def: *const MethodDef) -> &'static str {
    def_of(def).name
}

// ---- `__new__` of builtin types ----

static NEW: MethodDef = MethodDef::static_method("__new__", new_native);

/// What the dict of a type with `slots.new` holds under `__new__`.
pub fn new_function(t: Gc<TypeObj>) -> Value {
    bound(&NEW, t.value())
}

/// The type whose `__new__` this is.
pub fn new_function_owner(v: Value) -> Option<Gc<TypeObj>> {
    let b = v.exact::<BuiltinObj>()?;
    if std::ptr::eq(b.def, &NEW) { Some(b.receiver.cast()) } else { None }
}

fn new_native(args: &Args) -> R {
    let t: Gc<TypeObj> = args.pos[0].cast();
    let Some(&given) = args.pos.get(1) else {
        return Err(raise!(TypeError, "{}.__new__(): not enough arguments", class_name(t)));
    };
    let Some(cls) = as_type(given) else {
        let (name, other) = (class_name(t), type_name(given));
        return Err(raise!(TypeError, "{name}.__new__(X): X is not a type object ({other})"));
    };
    if !is_subtype(cls, t) {
        let (name, other) = (class_name(t), class_name(cls));
        return Err(raise!(TypeError, "{name}.__new__({other}): {other} is not a subtype of {name}"));
    }
    let rest = Args { pos: &args.pos[2..], ..*args };
    if cls.flags & flags::WRAPS != 0 && cls.layout == t.id {
        return wrapped::new(cls, &rest);
    }
    if t.id == tag::OBJECT && cls.layout != tag::OBJECT && cls.layout != t.id {
        let (other, base) = (class_name(cls), class_name(crate::types::type_by_id(cls.layout)));
        return Err(raise!(TypeError, "object.__new__({other}) is not safe, use {base}.__new__()"));
    }
    if !cls.field_kinds.is_null() {
        // Nobody promises to call `__init__`.
        super::shapes::surprise(cls);
    }
    match t.slots.new {
        Some(new) => new(cls, &rest),
        None => Err(raise!(TypeError, "cannot create '{}' instances", class_name(t))),
    }
}

// ---- calls ----

pub fn call_builtin(b: Gc<BuiltinObj>, args: &Args) -> R {
    let f = def_of(b.def).function;
    if b.receiver.is_unbound() {
        return f(args);
    }
    let n = args.pos.len();
    super::call::with_scratch(n + 1, |room| {
        // SAFETY: room for all of them.
        unsafe {
            room.write(b.receiver);
            std::ptr::copy_nonoverlapping(args.pos.as_ptr(), room.add(1), n);
            f(&Args { pos: std::slice::from_raw_parts(room, n + 1), ..*args })
        }
    })
}

/// The receiver as the methods of `owner` expect it, checked.
#[inline]
pub fn receiver_for(owner: Gc<TypeObj>, receiver: Value, method: &str) -> R {
    if receiver.tag == owner.id {
        return Ok(receiver);
    }
    let t = type_of(receiver);
    if !is_subtype(t, owner) {
        let (name, other) = (class_name(owner), class_name(t));
        return Err(raise!(
            TypeError,
            "descriptor '{method}' for '{name}' objects doesn't apply to a '{other}' object"
        ));
    }
    // `__format__` with an empty spec is `str(self)`, and it names the class in its errors.
    Ok(if owner.id == tag::OBJECT || method == "__format__" { receiver } else { unwrap(receiver) })
}

pub fn call_descriptor(d: Gc<MethodDescriptorObj>, args: &Args) -> R {
    let def = def_of(d.def);
    let Some(&first) = args.pos.first() else {
        let name = class_name(d.owner);
        return Err(raise!(TypeError, "unbound method {name}.{}() needs an argument", def.name));
    };
    let receiver = receiver_for(d.owner, first, def.name)?;
    if receiver.is(first) && receiver.tag == first.tag {
        return (def.function)(args);
    }
    let n = args.pos.len();
    super::call::with_scratch(n, |room| {
        // SAFETY: room for all of them.
        unsafe {
            std::ptr::copy_nonoverlapping(args.pos.as_ptr(), room, n);
            room.write(receiver);
            (def.function)(&Args { pos: std::slice::from_raw_parts(room, n), ..*args })
        }
    })
}

/// `int.__add__` applied to a receiver; `args` without it.
pub fn call_wrapper(w: Gc<WrapperDescriptorObj>, receiver: Value, args: &Args) -> R {
    let row = &DUNDERS[w.row];
    let t = type_of(receiver);
    if t != w.owner && !is_subtype(t, w.owner) {
        let (name, owner, other) = (row.name, class_name(w.owner), class_name(t));
        return Err(raise!(
            TypeError,
            "descriptor '{name}' requires a '{owner}' object but received a '{other}'"
        ));
    }
    // A text that formats, or is formatted, by `%` shows itself through its own `__str__`.
    let itself = w.owner.id == tag::OBJECT || row.name == "__rmod__";
    let receiver = if itself { receiver } else { unwrap(receiver) };
    row.call(w.owner, receiver, args)
}

fn call_wrapper_slot(f: Value, args: &Args) -> R {
    let w: Gc<WrapperDescriptorObj> = f.cast();
    if args.pos.is_empty() {
        let (name, owner) = (DUNDERS[w.row].name, class_name(w.owner));
        return Err(raise!(TypeError, "descriptor '{name}' of '{owner}' object needs an argument"));
    }
    call_wrapper(w, args.pos[0], &args.skip_receiver())
}

fn call_builtin_slot(f: Value, args: &Args) -> R {
    call_builtin(f.cast(), args)
}
fn call_descriptor_slot(f: Value, args: &Args) -> R {
    call_descriptor(f.cast(), args)
}
fn call_method_wrapper(f: Value, args: &Args) -> R {
    let w: Gc<MethodWrapperObj> = f.cast();
    call_wrapper(w.wrapper, w.receiver, args)
}

// ---- binding ----

fn get_descriptor(d: Value, instance: Value, _owner: Value) -> R {
    if instance.is_unbound() {
        return Ok(d);
    }
    let d: Gc<MethodDescriptorObj> = d.cast();
    let receiver = receiver_for(d.owner, instance, def_of(d.def).name)?;
    Ok(bound(d.def, receiver))
}

fn get_wrapper(w: Value, instance: Value, _owner: Value) -> R {
    if instance.is_unbound() {
        return Ok(w);
    }
    Ok(memory::new(MethodWrapperObj { header: H, wrapper: w.cast(), receiver: instance }).value())
}

fn get_getset(g: Value, instance: Value, _owner: Value) -> R {
    if instance.is_unbound() {
        return Ok(g);
    }
    let g: Gc<GetSetObj> = g.cast();
    // SAFETY: definitions are constants of the executable.
    let def = unsafe { &*g.def };
    let receiver = receiver_for(g.owner, instance, def.name)?;
    (def.get)(receiver)
}

fn set_getset(g: Value, instance: Value, x: Value) -> R<()> {
    let g: Gc<GetSetObj> = g.cast();
    // SAFETY: definitions are constants of the executable.
    let def = unsafe { &*g.def };
    let Some(set) = def.set else {
        let (name, owner) = (def.name, class_name(g.owner));
        return Err(raise!(AttributeError, "attribute '{name}' of '{owner}' objects is not writable"));
    };
    let receiver = receiver_for(g.owner, instance, def.name)?;
    set(receiver, x)
}

fn get_member(m: Value, instance: Value, _owner: Value) -> R {
    if instance.is_unbound() {
        return Ok(m);
    }
    let m: Gc<MemberObj> = m.cast();
    let t = check_member(m, instance)?;
    match super::instance::field_index(t, m.name) {
        Some(i) => {
            let v = super::instance::field(instance, t, i);
            if v.is_unbound() { Err(super::attributes::attribute_error(instance, m.name)) } else { Ok(v) }
        }
        None => Err(super::attributes::attribute_error(instance, m.name)),
    }
}

fn check_member(m: Gc<MemberObj>, instance: Value) -> R<Gc<TypeObj>> {
    let t = type_of(instance);
    if is_subtype(t, m.owner) {
        return Ok(t);
    }
    let (name, owner, other) = (m.name.to_string_lossy(), class_name(m.owner), class_name(t));
    Err(raise!(TypeError, "descriptor '{name}' for '{owner}' objects doesn't apply to a '{other}' object"))
}

fn set_member(m: Value, instance: Value, x: Value) -> R<()> {
    let m: Gc<MemberObj> = m.cast();
    let t = check_member(m, instance)?;
    let Some(i) = super::instance::field_index(t, m.name) else {
        return Err(super::attributes::attribute_error(instance, m.name));
    };
    if x.is_unbound() && super::instance::field(instance, t, i).is_unbound() {
        return Err(super::attributes::attribute_error(instance, m.name));
    }
    super::instance::set_field(instance, t, i, x);
    Ok(())
}

// ---- text and attributes ----

fn text(s: String) -> R {
    Ok(StrObj::from_str(&s).value())
}

fn repr_builtin(v: Value) -> R {
    let b: Gc<BuiltinObj> = v.cast();
    let name = def_of(b.def).name;
    if b.receiver.is_unbound() || b.receiver.tag == tag::MODULE {
        return text(format!("<built-in function {name}>"));
    }
    let (t, at) = (type_name(b.receiver), super::instance::address(b.receiver));
    text(format!("<built-in method {name} of {t} object at {at:#x}>"))
}
fn repr_descriptor(v: Value) -> R {
    let d: Gc<MethodDescriptorObj> = v.cast();
    text(format!("<method '{}' of '{}' objects>", def_of(d.def).name, class_name(d.owner)))
}
fn repr_wrapper(v: Value) -> R {
    let w: Gc<WrapperDescriptorObj> = v.cast();
    text(format!("<slot wrapper '{}' of '{}' objects>", DUNDERS[w.row].name, class_name(w.owner)))
}
fn repr_method_wrapper(v: Value) -> R {
    let w: Gc<MethodWrapperObj> = v.cast();
    let (name, t) = (DUNDERS[w.wrapper.row].name, type_name(w.receiver));
    let at = super::instance::address(w.receiver);
    text(format!("<method-wrapper '{name}' of {t} object at {at:#x}>"))
}
fn repr_getset(v: Value) -> R {
    let g: Gc<GetSetObj> = v.cast();
    // SAFETY: definitions are constants of the executable.
    let name = unsafe { (*g.def).name };
    text(format!("<attribute '{name}' of '{}' objects>", class_name(g.owner)))
}
fn repr_member(v: Value) -> R {
    let m: Gc<MemberObj> = v.cast();
    text(format!("<member '{}' of '{}' objects>", m.name.to_string_lossy(), class_name(m.owner)))
}

fn compare_builtin(a: Value, b: Value, op: crate::types::Compare) -> R {
    let (Some(x), Some(y)) = (a.exact::<BuiltinObj>(), b.exact::<BuiltinObj>()) else {
        return Ok(Value::NOT_IMPLEMENTED);
    };
    let same = std::ptr::eq(x.def, y.def) && x.receiver.is(y.receiver) && x.receiver.tag == y.receiver.tag;
    match op {
        crate::types::Compare::Eq => Ok(Value::bool(same)),
        crate::types::Compare::Ne => Ok(Value::bool(!same)),
        _ => Ok(Value::NOT_IMPLEMENTED),
    }
}
fn hash_builtin(v: Value) -> R<i64> {
    let b: Gc<BuiltinObj> = v.cast();
    Ok(((b.def as usize >> 4) ^ (b.receiver.bits as usize).rotate_right(4)) as i64 >> 1)
}

fn builtin_name(v: Value) -> R {
    text(def_of(v.cast::<BuiltinObj>().def).name.to_owned())
}
fn builtin_qualname(v: Value) -> R {
    let b: Gc<BuiltinObj> = v.cast();
    let name = def_of(b.def).name;
    if b.receiver.is_unbound() || b.receiver.tag == tag::MODULE {
        return text(name.to_owned());
    }
    let owner = as_type(b.receiver).unwrap_or_else(|| type_of(b.receiver));
    text(format!("{}.{name}", owner.name.to_string_lossy()))
}
fn builtin_self(v: Value) -> R {
    let b: Gc<BuiltinObj> = v.cast();
    Ok(b.receiver.bound().unwrap_or(Value::NONE))
}
fn builtin_module(v: Value) -> R {
    Ok(v.cast::<BuiltinObj>().module)
}
fn no_doc(_: Value) -> R {
    Ok(Value::NONE)
}
fn descriptor_name(v: Value) -> R {
    text(def_of(v.cast::<MethodDescriptorObj>().def).name.to_owned())
}
fn descriptor_qualname(v: Value) -> R {
    let d: Gc<MethodDescriptorObj> = v.cast();
    text(format!("{}.{}", d.owner.name.to_string_lossy(), def_of(d.def).name))
}
fn descriptor_owner(v: Value) -> R {
    // Method, wrapper, getset and member descriptors have their owner at the same place.
    Ok(v.cast::<MethodDescriptorObj>().owner.value())
}
fn wrapper_name(v: Value) -> R {
    text(DUNDERS[v.cast::<WrapperDescriptorObj>().row].name.to_owned())
}
fn wrapper_qualname(v: Value) -> R {
    let w: Gc<WrapperDescriptorObj> = v.cast();
    text(format!("{}.{}", w.owner.name.to_string_lossy(), DUNDERS[w.row].name))
}
fn method_wrapper_name(v: Value) -> R {
    text(DUNDERS[v.cast::<MethodWrapperObj>().wrapper.row].name.to_owned())
}
fn method_wrapper_self(v: Value) -> R {
    Ok(v.cast::<MethodWrapperObj>().receiver)
}
fn getset_name(v: Value) -> R {
    // SAFETY: definitions are constants of the executable.
    text(unsafe { (*v.cast::<GetSetObj>().def).name.to_owned() })
}
fn member_name(v: Value) -> R {
    Ok(v.cast::<MemberObj>().name.value())
}

const fn get(name: &'static str, get: fn(Value) -> R) -> GetSet {
    GetSet { name, get, set: None }
}

pub static BUILTIN: TypeSpec = TypeSpec {
    id: tag::BUILTIN,
    name: "builtin_function_or_method",
    descriptor: Descriptor::words::<BuiltinObj>(
        0,
        word_of!(BuiltinObj, receiver) | word_of!(BuiltinObj, module),
    ),
    slots: Slots {
        repr: Some(repr_builtin),
        call: Some(call_builtin_slot),
        compare: Some(compare_builtin),
        hash: Some(hash_builtin),
        ..Slots::NONE
    },
    getset: &[
        get("__name__", builtin_name),
        get("__qualname__", builtin_qualname),
        get("__self__", builtin_self),
        get("__module__", builtin_module),
        get("__doc__", no_doc),
    ],
    ..TypeSpec::DEFAULT
};
pub static METHOD_DESCRIPTOR: TypeSpec = TypeSpec {
    id: tag::METHOD_DESCRIPTOR,
    name: "method_descriptor",
    descriptor: Descriptor::words::<MethodDescriptorObj>(word_of!(MethodDescriptorObj, owner), 0),
    slots: Slots {
        repr: Some(repr_descriptor),
        call: Some(call_descriptor_slot),
        get: Some(get_descriptor),
        ..Slots::NONE
    },
    getset: &[
        get("__name__", descriptor_name),
        get("__qualname__", descriptor_qualname),
        get("__objclass__", descriptor_owner),
        get("__doc__", no_doc),
    ],
    ..TypeSpec::DEFAULT
};
pub static WRAPPER_DESCRIPTOR: TypeSpec = TypeSpec {
    id: tag::WRAPPER_DESCRIPTOR,
    name: "wrapper_descriptor",
    descriptor: Descriptor::words::<WrapperDescriptorObj>(word_of!(WrapperDescriptorObj, owner), 0),
    slots: Slots {
        repr: Some(repr_wrapper),
        call: Some(call_wrapper_slot),
        get: Some(get_wrapper),
        ..Slots::NONE
    },
    getset: &[
        get("__name__", wrapper_name),
        get("__qualname__", wrapper_qualname),
        get("__objclass__", descriptor_owner),
        get("__doc__", no_doc),
    ],
    ..TypeSpec::DEFAULT
};
pub static METHOD_WRAPPER: TypeSpec = TypeSpec {
    id: tag::METHOD_WRAPPER,
    name: "method-wrapper",
    descriptor: Descriptor::words::<MethodWrapperObj>(
        word_of!(MethodWrapperObj, wrapper),
        word_of!(MethodWrapperObj, receiver),
    ),
    slots: Slots { repr: Some(repr_method_wrapper), call: Some(call_method_wrapper), ..Slots::NONE },
    getset: &[
        get("__name__", method_wrapper_name),
        get("__self__", method_wrapper_self),
        get("__doc__", no_doc),
    ],
    ..TypeSpec::DEFAULT
};
pub static GETSET_DESCRIPTOR: TypeSpec = TypeSpec {
    id: tag::GETSET_DESCRIPTOR,
    name: "getset_descriptor",
    descriptor: Descriptor::words::<GetSetObj>(word_of!(GetSetObj, owner), 0),
    slots: Slots { repr: Some(repr_getset), get: Some(get_getset), set: Some(set_getset), ..Slots::NONE },
    getset: &[get("__name__", getset_name), get("__objclass__", descriptor_owner), get("__doc__", no_doc)],
    ..TypeSpec::DEFAULT
};
pub static MEMBER_DESCRIPTOR: TypeSpec = TypeSpec {
    id: tag::MEMBER_DESCRIPTOR,
    name: "member_descriptor",
    descriptor: Descriptor::words::<MemberObj>(word_of!(MemberObj, name) | word_of!(MemberObj, owner), 0),
    slots: Slots { repr: Some(repr_member), get: Some(get_member), set: Some(set_member), ..Slots::NONE },
    getset: &[get("__name__", member_name), get("__objclass__", descriptor_owner), get("__doc__", no_doc)],
    ..TypeSpec::DEFAULT
};

//! `int | None` and `list[int]` as values: what annotations and `isinstance` make of classes.

use super::{attributes, ops};
use crate::containers::{ListObj, TupleObj};
use crate::core::{Args, Gc, Header, HeapObject, R, StrObj, Value};
use crate::memory::{self, Descriptor};
use crate::types::lookup::as_type;
use crate::types::naming::qualified_with_module;
use crate::types::{Binary, Compare, GetSet, MethodDef, Slots, TypeObj, TypeSpec, type_by_id};
use crate::word_of;
use runtime_interface::tag;

/// `X | Y`
#[repr(C)]
pub struct UnionObj {
    pub header: Header,
    /// Tuple of the members, each once.
    pub members: Value,
}
// SAFETY: described by UNION below.
unsafe impl HeapObject for UnionObj {
    const TAG: u64 = tag::UNION_TYPE;
}

/// `origin[args]`
#[repr(C)]
pub struct AliasObj {
    pub header: Header,
    pub origin: Value,
    /// A tuple.
    pub args: Value,
}
// SAFETY: described by GENERIC_ALIAS below.
unsafe impl HeapObject for AliasObj {
    const TAG: u64 = tag::GENERIC_ALIAS;
}

/// The members as a tuple that `isinstance` takes.
pub fn members(v: Value) -> Value {
    v.cast::<UnionObj>().members
}

fn may_be_member(v: Value) -> bool {
    v.is_none() || as_type(v).is_some() || matches!(v.tag, tag::UNION_TYPE | tag::GENERIC_ALIAS)
}

/// `a | b` on classes.
pub fn union(a: Value, b: Value) -> R {
    if !may_be_member(a) || !may_be_member(b) {
        return Ok(Value::NOT_IMPLEMENTED);
    }
    let list = ListObj::new();
    for v in [a, b] {
        let one = [v];
        let parts = if v.tag == tag::UNION_TYPE { TupleObj::as_slice(members(v).cast()) } else { &one[..] };
        for p in parts {
            let p = if p.is_none() { type_by_id(tag::NONE).value() } else { *p };
            let mut known = false;
            for old in ListObj::as_slice(list) {
                known |= ops::eq(*old, p)?;
            }
            if !known {
                ListObj::push(list, p);
            }
        }
    }
    if list.len == 1 {
        return Ok(ListObj::get(list, 0));
    }
    let members = TupleObj::from_slice(ListObj::as_slice(list)).value();
    Ok(memory::new(UnionObj { header: Header(0), members }).value())
}

/// `origin[args]`
pub fn generic_alias(origin: Value, args: Value) -> Value {
    let args = if args.tag == tag::TUPLE { args } else { TupleObj::from_slice(&[args]).value() };
    memory::new(AliasObj { header: Header(0), origin, args }).value()
}

/// `__class_getitem__` of builtin generic classes.
pub fn class_getitem(args: &Args) -> R {
    args.skip_receiver().exactly("__class_getitem__", 1)?;
    Ok(generic_alias(args.pos[0], args.pos[1]))
}

fn shown(v: Value) -> R<String> {
    if v.tag == tag::ELLIPSIS {
        return Ok("...".to_owned());
    }
    if v.is_none() {
        return Ok("None".to_owned());
    }
    match as_type(v) {
        Some(t) if t.id == tag::NONE => Ok("None".to_owned()),
        Some(t) => Ok(qualified_with_module(t)),
        None => Ok(ops::repr(v)?.to_string_lossy()),
    }
}
fn repr_union(v: Value) -> R {
    let mut parts = Vec::new();
    for m in TupleObj::as_slice(members(v).cast()) {
        parts.push(shown(*m)?);
    }
    Ok(StrObj::from_str(&parts.join(" | ")).value())
}
fn repr_alias(v: Value) -> R {
    let a: Gc<AliasObj> = v.cast();
    let mut parts = Vec::new();
    for m in TupleObj::as_slice(a.args.cast()) {
        parts.push(shown(*m)?);
    }
    if parts.is_empty() {
        parts.push("()".to_owned());
    }
    Ok(StrObj::from_str(&format!("{}[{}]", shown(a.origin)?, parts.join(", "))).value())
}

fn answer(same: bool, op: Compare) -> R {
    match op {
        Compare::Eq => Ok(Value::bool(same)),
        Compare::Ne => Ok(Value::bool(!same)),
        _ => Ok(Value::NOT_IMPLEMENTED),
    }
}
fn compare_union(a: Value, b: Value, op: Compare) -> R {
    if b.tag != tag::UNION_TYPE {
        return Ok(Value::NOT_IMPLEMENTED);
    }
    let (x, y) = (TupleObj::as_slice(members(a).cast()), TupleObj::as_slice(members(b).cast()));
    let mut same = x.len() == y.len();
    for m in x {
        let mut found = false;
        for n in y {
            found |= ops::eq(*m, *n)?;
        }
        same &= found;
    }
    answer(same, op)
}
fn hash_union(v: Value) -> R<i64> {
    let mut h = 0;
    for m in TupleObj::as_slice(members(v).cast()) {
        h ^= ops::hash(*m)?;
    }
    Ok(h)
}
fn compare_alias(a: Value, b: Value, op: Compare) -> R {
    let Some(y) = b.exact::<AliasObj>() else { return Ok(Value::NOT_IMPLEMENTED) };
    let x: Gc<AliasObj> = a.cast();
    answer(ops::eq(x.origin, y.origin)? && ops::eq(x.args, y.args)?, op)
}
fn hash_alias(v: Value) -> R<i64> {
    let a: Gc<AliasObj> = v.cast();
    Ok(ops::hash(a.origin)? ^ ops::hash(a.args)?)
}

fn new_alias(_: Gc<TypeObj>, args: &Args) -> R {
    args.between("GenericAlias", 2, 2)?;
    Ok(generic_alias(args.pos[0], args.pos[1]))
}

fn call_alias(v: Value, args: &Args) -> R {
    let a: Gc<AliasObj> = v.cast();
    let made = ops::call_args(a.origin, args)?;
    // Instances that can hold attributes remember what they were made with.
    if made.tag >= tag::FIRST_CLASS
        && let Err(raised) = ops::setattr(made, name!("__orig_class__"), v)
    {
        let _ = crate::core::error::take_pending(raised);
    }
    Ok(made)
}
fn getattr_alias(v: Value, name: Gc<StrObj>) -> R {
    let a: Gc<AliasObj> = v.cast();
    let text = name.to_string_lossy();
    let own = matches!(
        text.as_str(),
        "__origin__"
            | "__args__"
            | "__parameters__"
            | "__mro_entries__"
            | "__class__"
            | "__getitem__"
            | "__reduce__"
    );
    if !own && !(text.starts_with("__") && text.ends_with("__")) {
        return ops::getattr(a.origin, name);
    }
    match attributes::try_generic(v, name)? {
        Some(x) => Ok(x),
        None => ops::getattr(a.origin, name),
    }
}
fn getitem_alias(v: Value, k: Value) -> R {
    Ok(generic_alias(v.cast::<AliasObj>().origin, k))
}
fn mro_entries(args: &Args) -> R {
    let a: Gc<AliasObj> = args.receiver().cast();
    Ok(TupleObj::from_slice(&[a.origin]).value())
}
fn origin(v: Value) -> R {
    Ok(v.cast::<AliasObj>().origin)
}
fn alias_args(v: Value) -> R {
    Ok(v.cast::<AliasObj>().args)
}
fn parameters(v: Value) -> R {
    let list = ListObj::new();
    for m in TupleObj::as_slice(v.cast::<AliasObj>().args.cast()) {
        if crate::types::naming::type_name(*m).ends_with("TypeVar") {
            ListObj::push(list, *m);
        }
    }
    Ok(TupleObj::from_slice(ListObj::as_slice(list)).value())
}
fn union_args(v: Value) -> R {
    Ok(members(v))
}
fn iter_alias(v: Value) -> R {
    ops::iter(TupleObj::from_slice(&[v]).value())
}

pub static UNION: TypeSpec = TypeSpec {
    id: tag::UNION_TYPE,
    name: "UnionType",
    module: "types",
    descriptor: Descriptor::words::<UnionObj>(0, word_of!(UnionObj, members)),
    slots: Slots {
        repr: Some(repr_union),
        compare: Some(compare_union),
        hash: Some(hash_union),
        ..Slots::NONE
    }
    .with_binary(Binary::Or, union),
    getset: &[GetSet { name: "__args__", get: union_args, set: None }],
    ..TypeSpec::DEFAULT
};
pub static GENERIC_ALIAS: TypeSpec = TypeSpec {
    id: tag::GENERIC_ALIAS,
    name: "GenericAlias",
    module: "types",
    descriptor: Descriptor::words::<AliasObj>(0, word_of!(AliasObj, origin) | word_of!(AliasObj, args)),
    slots: Slots {
        repr: Some(repr_alias),
        compare: Some(compare_alias),
        hash: Some(hash_alias),
        call: Some(call_alias),
        new: Some(new_alias),
        getattr: Some(getattr_alias),
        getitem: Some(getitem_alias),
        iter: Some(iter_alias),
        ..Slots::NONE
    }
    .with_binary(Binary::Or, union),
    methods: &[MethodDef::method("__mro_entries__", mro_entries)],
    getset: &[
        GetSet { name: "__origin__", get: origin, set: None },
        GetSet { name: "__args__", get: alias_args, set: None },
        GetSet { name: "__parameters__", get: parameters, set: None },
    ],
    ..TypeSpec::DEFAULT
};

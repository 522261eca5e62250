//! `_tuplegetter(index, doc)`: the property under which a named tuple keeps a field.

use super::super::ids;
use crate::containers::TupleObj;
use crate::core::{Args, Gc, Header, R, StrObj, Value};
use crate::memory::Descriptor;
use crate::objects::{instance, ops};
use crate::types::spec::{GetSet, MethodDef};
use crate::types::{Slots, TypeObj, TypeSpec};
use crate::word_of;

#[repr(C)]
struct TupleGetter {
    header: Header,
    index: i64,
    doc: Value,
}

pub static TUPLEGETTER: TypeSpec = TypeSpec {
    id: ids::TUPLEGETTER,
    name: "_tuplegetter",
    module: "collections",
    descriptor: Descriptor::words::<TupleGetter>(0, word_of!(TupleGetter, doc)),
    slots: Slots { new: Some(new), get: Some(get), set: Some(set), repr: Some(repr), ..Slots::NONE },
    methods: &[MethodDef::method("__reduce__", reduce)],
    getset: &[GetSet { name: "__doc__", get: |v| Ok(v.cast::<TupleGetter>().doc), set: Some(set_doc) }],
    ..TypeSpec::DEFAULT
};

fn new(cls: Gc<TypeObj>, args: &Args) -> R {
    args.between("_tuplegetter", 2, 2)?;
    let index = ops::index(args.pos[0])?;
    let mut o: Gc<TupleGetter> = instance::allocate(cls).cast();
    o.index = index.as_i64();
    o.doc = args.pos[1];
    o.barrier();
    Ok(o.value())
}

/// Whose item it gives.
pub fn index_of(v: Value) -> Option<usize> {
    (v.tag == ids::TUPLEGETTER).then(|| v.cast::<TupleGetter>().index as usize)
}

/// The item that it gives of an instance; none where it raises.
pub fn item_of(instance: Value, index: usize) -> Option<Value> {
    let tuple = ops::unwrap(instance).exact::<TupleObj>()?;
    (index < tuple.len).then(|| TupleObj::get(tuple, index))
}

fn get(v: Value, instance: Value, _: Value) -> R {
    if instance.is_unbound() || instance.is_none() {
        return Ok(v);
    }
    let index = v.cast::<TupleGetter>().index;
    let Some(tuple) = ops::unwrap(instance).exact::<TupleObj>() else {
        let name = ops::type_name(instance);
        return Err(raise!(
            TypeError,
            "descriptor for index '{index}' for tuple subclasses doesn't apply to '{name}' object"
        ));
    };
    if index as usize >= tuple.len {
        return Err(raise!(IndexError, "tuple index out of range"));
    }
    Ok(TupleObj::get(tuple, index as usize))
}

fn set(_: Value, _: Value, new: Value) -> R<()> {
    if new.is_unbound() {
        return Err(raise!(AttributeError, "can't delete attribute"));
    }
    Err(raise!(AttributeError, "can't set attribute"))
}

fn set_doc(v: Value, doc: Value) -> R<()> {
    let mut o: Gc<TupleGetter> = v.cast();
    o.doc = doc;
    o.barrier();
    Ok(())
}

fn repr(v: Value) -> R {
    let o: Gc<TupleGetter> = v.cast();
    let doc = ops::repr(o.doc)?.to_string_lossy();
    Ok(StrObj::from_str(&format!("_tuplegetter({}, {doc})", o.index)).value())
}

fn reduce(args: &Args) -> R {
    let v = args.receiver();
    let o: Gc<TupleGetter> = v.cast();
    let arguments = TupleObj::pair(Value::int(o.index), o.doc);
    Ok(TupleObj::pair(crate::types::type_of(v).value(), arguments.value()).value())
}

/// The accessor of item `index`, for classes made in Rust.
pub fn accessor(index: usize) -> R {
    let t = super::super::register_type(&TUPLEGETTER);
    new(t, &Args::positional(&[Value::int(index as i64), Value::NONE]))
}

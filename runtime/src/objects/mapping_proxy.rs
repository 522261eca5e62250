//! `mappingproxy`: the read-only view of a class's namespace.

use super::{call, ops};
use crate::core::{Args, Gc, Header, HeapObject, R, StrObj, Value};
use crate::memory::{self, Descriptor};
use crate::types::{Compare, MethodDef, Slots, TypeObj, TypeSpec};
use crate::word_of;
use runtime_interface::tag;

#[repr(C)]
pub struct MappingProxyObj {
    pub header: Header,
    pub mapping: Value,
}
// SAFETY: described by MAPPING_PROXY below.
unsafe impl HeapObject for MappingProxyObj {
    const TAG: u64 = tag::MAPPING_PROXY;
}

pub fn proxy(mapping: Value) -> Value {
    memory::new(MappingProxyObj { header: Header(0), mapping }).value()
}

fn mapping(v: Value) -> Value {
    v.cast::<MappingProxyObj>().mapping
}
fn new(_: Gc<TypeObj>, args: &Args) -> R {
    args.exactly("mappingproxy", 1)?;
    Ok(proxy(args.pos[0]))
}
fn repr(v: Value) -> R {
    let inner = ops::repr(mapping(v))?.to_string_lossy();
    Ok(StrObj::from_str(&format!("mappingproxy({inner})")).value())
}
fn str(v: Value) -> R {
    Ok(ops::str(mapping(v))?.value())
}
fn len(v: Value) -> R<usize> {
    ops::len(mapping(v))
}
fn getitem(v: Value, k: Value) -> R {
    ops::getitem(mapping(v), k)
}
fn contains(v: Value, k: Value) -> R<bool> {
    ops::contains(mapping(v), k)
}
fn iter(v: Value) -> R {
    ops::iter(mapping(v))
}
fn compare(a: Value, b: Value, op: Compare) -> R {
    let b = b.exact::<MappingProxyObj>().map_or(b, |p| p.mapping);
    ops::compare(mapping(a), b, op)
}

macro_rules! delegate {
    ($($function:ident = $name:expr;)*) => { $(fn $function(args: &Args) -> R {
        let f = ops::getattr(mapping(args.receiver()), name!($name))?;
        call::call_args(f, &args.skip_receiver())
    })* };
}
delegate! {
    get = "get";
    keys = "keys";
    values = "values";
    items = "items";
    copy = "copy";
}

pub static MAPPING_PROXY: TypeSpec = TypeSpec {
    id: tag::MAPPING_PROXY,
    name: "mappingproxy",
    descriptor: Descriptor::words::<MappingProxyObj>(0, word_of!(MappingProxyObj, mapping)),
    slots: Slots {
        new: Some(new),
        repr: Some(repr),
        str: Some(str),
        len: Some(len),
        getitem: Some(getitem),
        contains: Some(contains),
        iter: Some(iter),
        compare: Some(compare),
        ..Slots::NONE
    },
    methods: &[
        MethodDef::method("get", get),
        MethodDef::method("keys", keys),
        MethodDef::method("values", values),
        MethodDef::method("items", items),
        MethodDef::method("copy", copy),
    ],
    ..TypeSpec::DEFAULT
};

//! `types.SimpleNamespace`: attributes in a dict, shown in its repr.

use crate::containers::DictObj;
use crate::core::mutator::DepthGuard;
use crate::core::{Args, Gc, Header, HeapObject, R, StrObj, Value};
use crate::memory::Descriptor;
use crate::objects::{instance, ops};
use crate::types::{Compare, MethodDef, Slots, TypeObj, TypeSpec, type_of};
use crate::word_of;
use runtime_interface::tag;

#[repr(C)]
pub struct NamespaceObj {
    pub header: Header,
    pub dict: Option<Gc<DictObj>>,
}

// SAFETY: described by SIMPLE_NAMESPACE.
unsafe impl HeapObject for NamespaceObj {
    const TAG: u64 = tag::SIMPLE_NAMESPACE;
}

pub static SIMPLE_NAMESPACE: TypeSpec = TypeSpec {
    id: tag::SIMPLE_NAMESPACE,
    name: "SimpleNamespace",
    module: "types",
    descriptor: Descriptor::words::<NamespaceObj>(word_of!(NamespaceObj, dict), 0),
    slots: Slots {
        new: Some(new),
        init: Some(init),
        repr: Some(repr),
        compare: Some(compare),
        ..Slots::NONE
    },
    methods: &[MethodDef::method("__reduce__", reduce), MethodDef::method("__replace__", replace)],
    getset: &[super::DICT],
    subclassable: true,
    dict_offset: std::mem::offset_of!(NamespaceObj, dict),
    ..TypeSpec::DEFAULT
};

/// A namespace over these names.
pub fn from_dict(dict: Gc<DictObj>) -> Value {
    let t = super::register_type(&SIMPLE_NAMESPACE);
    let mut o: Gc<NamespaceObj> = instance::allocate(t).cast();
    o.dict = Some(dict);
    o.barrier();
    o.value()
}

fn new(cls: Gc<TypeObj>, _: &Args) -> R {
    Ok(instance::allocate(cls).value())
}

fn init(v: Value, args: &Args) -> R<()> {
    Args::positional(args.pos).between("SimpleNamespace", 0, 1)?;
    if let Some(source) = args.get(0) {
        let names = DictObj::new();
        crate::containers::dict_type::update(names, source)?;
        let mut at = 0;
        while let Some((k, x)) = DictObj::next_entry(names, &mut at) {
            let Some(name) = ops::as_str(k) else {
                return Err(raise!(TypeError, "keywords must be strings"));
            };
            ops::setattr(v, name, x)?;
        }
    }
    for (k, x) in args.kw_names.iter().zip(args.kw) {
        ops::setattr(v, k.cast(), *x)?;
    }
    Ok(())
}

fn names(v: Value) -> Gc<DictObj> {
    instance::dict_of(v, type_of(v)).unwrap_or_else(DictObj::new)
}

fn repr(v: Value) -> R {
    let _guard = DepthGuard::enter("while getting the repr of an object")?;
    let class = if v.tag == tag::SIMPLE_NAMESPACE {
        "namespace".to_owned()
    } else {
        type_of(v).name.to_string_lossy()
    };
    let Some(_shown) = crate::containers::repr::InProgress::enter(v.cast::<NamespaceObj>()) else {
        return Ok(StrObj::from_str(&format!("{class}(...)")).value());
    };
    let mut parts = Vec::new();
    let d = names(v);
    let mut at = 0;
    while let Some((k, x)) = DictObj::next_entry(d, &mut at) {
        let (k, x) = (ops::str(k)?.to_string_lossy(), ops::repr(x)?.to_string_lossy());
        parts.push(format!("{k}={x}"));
    }
    Ok(StrObj::from_str(&format!("{class}({})", parts.join(", "))).value())
}

fn compare(a: Value, b: Value, op: Compare) -> R {
    if !matches!(op, Compare::Eq | Compare::Ne)
        || ops::builtin_layout(a) != tag::SIMPLE_NAMESPACE
        || !b.is_heap()
        || ops::builtin_layout(b) != tag::SIMPLE_NAMESPACE
    {
        return Ok(Value::NOT_IMPLEMENTED);
    }
    ops::compare(names(a).value(), names(b).value(), op)
}

fn reduce(args: &Args) -> R {
    let v = args.receiver();
    let empty = crate::containers::TupleObj::empty().value();
    let parts = [type_of(v).value(), empty, names(v).value()];
    Ok(crate::containers::TupleObj::from_slice(&parts).value())
}

fn replace(args: &Args) -> R {
    let v = args.receiver();
    let new = ops::call(type_of(v).value(), &[names(v).value()])?;
    init(new, &Args { pos: &[], ..*args })?;
    Ok(new)
}

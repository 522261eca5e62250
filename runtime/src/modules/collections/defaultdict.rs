//! `defaultdict`: a dict with a function that makes missing values.

use crate::containers::dict_type::DICT;
use crate::containers::{DictObj, TupleObj};
use crate::core::{Args, Gc, HeapObject, R, StrObj, Value};
use crate::memory::{Descriptor, Size, Trace};
use crate::objects::{instance, ops};
use crate::types::spec::{GetSet, MethodDef};
use crate::types::{Binary, Slots, TypeObj, TypeSpec, type_of};
use crate::word_of;
use runtime_interface::tag;

#[repr(C)]
pub struct DefaultDictObj {
    pub dict: DictObj,
    pub factory: Value,
}

// SAFETY: described by DEFAULTDICT.
unsafe impl HeapObject for DefaultDictObj {
    const TAG: u64 = tag::DEFAULTDICT;
}

const DESCRIPTOR: Descriptor = {
    let Trace::Words { pointers, values } = DictObj::DESCRIPTOR.trace else { panic!() };
    Descriptor {
        size: Size::Fixed(size_of::<DefaultDictObj>()),
        trace: Trace::Words { pointers, values: values | word_of!(DefaultDictObj, factory) },
    }
};

pub static DEFAULTDICT: TypeSpec = TypeSpec {
    id: tag::DEFAULTDICT,
    name: "defaultdict",
    module: "collections",
    base: tag::DICT,
    descriptor: DESCRIPTOR,
    slots: Slots {
        new: Some(new),
        init: Some(init),
        getitem: Some(getitem),
        repr: Some(repr),
        ..Slots::NONE
    }
    .with_binary(Binary::Or, union),
    methods: &[
        MethodDef::method("__missing__", missing_method),
        MethodDef::method("copy", copy),
        MethodDef::method("__copy__", copy),
        MethodDef::method("__reduce__", reduce),
    ],
    getset: &[GetSet {
        name: "default_factory",
        get: |v| Ok(v.cast::<DefaultDictObj>().factory),
        set: Some(set_factory),
    }],
    subclassable: true,
    ..TypeSpec::DEFAULT
};

fn new(cls: Gc<TypeObj>, _: &Args) -> R {
    let o: Gc<DictObj> = instance::allocate(cls).cast();
    DictObj::initialize(o);
    let mut o: Gc<DefaultDictObj> = o.cast();
    o.factory = Value::NONE;
    Ok(o.value())
}

fn init(v: Value, args: &Args) -> R<()> {
    let mut o: Gc<DefaultDictObj> = v.cast();
    let mut rest = *args;
    if let Some(factory) = args.get(0) {
        if !factory.is_none() && !is_callable(factory) {
            return Err(raise!(TypeError, "first argument must be callable or None"));
        }
        o.factory = factory;
        o.barrier();
        rest.pos = &args.pos[1..];
    }
    (DICT.slots.init.expect("dict has one"))(v, &rest)
}

fn is_callable(v: Value) -> bool {
    matches!(v.tag, tag::FUNCTION | tag::METHOD | tag::BUILTIN | tag::METHOD_DESCRIPTOR | tag::TYPE)
        || type_of(v).slots.call.is_some()
}

fn set_factory(v: Value, factory: Value) -> R<()> {
    let mut o: Gc<DefaultDictObj> = v.cast();
    o.factory = if factory.is_unbound() { Value::NONE } else { factory };
    o.barrier();
    Ok(())
}

fn getitem(v: Value, k: Value) -> R {
    match DictObj::get(v.cast(), k)? {
        Some(x) => Ok(x),
        None if v.tag == tag::DEFAULTDICT => missing(v, k),
        None => crate::containers::dict_type::lookup_missing(v, k),
    }
}

/// The value made for a key that an exact defaultdict lacks, or an instance of a subclass.
pub fn missing(v: Value, k: Value) -> R {
    let factory = v.cast::<DefaultDictObj>().factory;
    if factory.is_none() {
        return Err(crate::containers::dict_type::missing_key(k));
    }
    let x = ops::call(factory, &[])?;
    if v.tag == tag::DEFAULTDICT {
        DictObj::insert(v.cast(), k, x)?;
    } else {
        // A subclass may have its own way to store.
        ops::setitem(v, k, x)?;
    }
    Ok(x)
}

fn missing_method(args: &Args) -> R {
    args.skip_receiver().exactly("defaultdict.__missing__", 1)?;
    missing(args.pos[0], args.pos[1])
}

fn repr(v: Value) -> R {
    let o: Gc<DefaultDictObj> = v.cast();
    let name = type_of(v).name.to_string_lossy();
    let factory = {
        let _guard = crate::core::mutator::DepthGuard::enter("while getting the repr of an object")?;
        ops::repr(o.factory)?.to_string_lossy()
    };
    let items = (DICT.slots.repr.expect("dict has one"))(v)?;
    let items = items.cast::<StrObj>();
    let head = StrObj::from_str(&format!("{name}({factory}, "));
    let tail = StrObj::from_str(")");
    Ok(crate::text::object::concat_all(&[head.value(), items.value(), tail.value()], None).value())
}

fn copy_of(v: Value) -> R {
    let o: Gc<DefaultDictObj> = v.cast();
    ops::call(type_of(v).value(), &[o.factory, v])
}

fn copy(args: &Args) -> R {
    copy_of(args.receiver())
}

fn union(a: Value, b: Value) -> R {
    let (Some(_), Some(other)) =
        (crate::containers::dict_type::as_dict(a), crate::containers::dict_type::as_dict(b))
    else {
        return Ok(Value::NOT_IMPLEMENTED);
    };
    let own = if ops::builtin_layout(a) == tag::DEFAULTDICT { a } else { b };
    let factory = own.cast::<DefaultDictObj>().factory;
    let result = ops::call(type_of(own).value(), &[factory, a])?;
    DictObj::merge(result.cast(), other, true)?;
    Ok(result)
}

fn reduce(args: &Args) -> R {
    let v = args.receiver();
    let factory = v.cast::<DefaultDictObj>().factory;
    let arguments =
        if factory.is_none() { TupleObj::from_slice(&[]) } else { TupleObj::from_slice(&[factory]) };
    let items = ops::call_method(v, name!("items"), &[])?;
    let items = ops::iter(items)?;
    let cls = type_of(v).value();
    Ok(TupleObj::from_slice(&[cls, arguments.value(), Value::NONE, Value::NONE, items]).value())
}

//! `type`: calling classes, their attributes, and what Python sees of a class.

use super::attributes::{self, bind};
use super::{class_build, classes, mapping_proxy, ops};
use crate::containers::{DictObj, ListObj, TupleObj};
use crate::core::{Args, Gc, Header, R, StrObj, Value};
use crate::memory::{Descriptor, Size, Trace, Tracer};
use crate::types::lookup::{as_type, bump_version, direct_subclasses, mro_of};
use crate::types::naming::{class_name, qualified_with_module, type_name};
use crate::types::{
    Binary, GetSet, MethodDef, Slots, TypeObj, TypeSpec, flags, inheritance, is_subtype, type_dict,
    type_lookup, type_of,
};
use runtime_interface::tag;

fn class(v: Value) -> Gc<TypeObj> {
    v.cast()
}

// ---- making instances ----

/// `type.__call__`
pub fn call(f: Value, args: &Args) -> R {
    let cls = class(f);
    if cls.id == tag::TYPE {
        if args.pos.len() == 1 && args.kw.is_empty() {
            return Ok(type_of(args.pos[0]).value());
        }
        if args.pos.len() != 3 {
            return Err(raise!(TypeError, "type() takes 1 or 3 arguments"));
        }
    }
    let Some(new) = cls.slots.new else {
        return Err(raise!(TypeError, "cannot create '{}' instances", class_name(cls)));
    };
    if cls.flags & flags::EXCEPTION != 0
        && args.kw.is_empty()
        && crate::exceptions::classes::only_keeps_arguments(cls)
    {
        return Ok(crate::exceptions::allocate(cls, args.pos));
    }
    let made = new(cls, args)?;
    let t = type_of(made);
    if t != cls && !is_subtype(t, cls) {
        return Ok(made);
    }
    if let Some(init) = t.slots.init {
        init(made, args)?;
    }
    Ok(made)
}

/// `type.__new__`
pub fn new(meta: Gc<TypeObj>, args: &Args) -> R {
    class_build::type_new(meta, args)
}

fn init(_: Value, args: &Args) -> R<()> {
    match args.pos.len() {
        1 if !args.kw.is_empty() => Err(raise!(TypeError, "type.__init__() takes no keyword arguments")),
        1 | 3 => Ok(()),
        _ => Err(raise!(TypeError, "type.__init__() takes 1 or 3 arguments")),
    }
}

// ---- attributes of classes ----

/// `type.__getattribute__`
pub fn getattr(v: Value, name: Gc<StrObj>) -> R {
    match try_getattr(v, name)? {
        Some(x) => Ok(x),
        None => Err(attributes::attribute_error(v, name)),
    }
}

fn try_getattr(v: Value, name: Gc<StrObj>) -> R<Option<Value>> {
    let (cls, meta) = (class(v), type_of(v));
    let on_meta = type_lookup(meta, name);
    if let Some(f) = on_meta {
        let kind = type_of(f);
        if let Some(get) = kind.slots.get
            && kind.slots.set.is_some()
        {
            return get(f, v, meta.value()).map(Some);
        }
    }
    if let Some(f) = type_lookup(cls, name) {
        return bind(f, Value::UNBOUND, v).map(Some);
    }
    match on_meta {
        Some(f) => bind(f, v, meta.value()).map(Some),
        None => Ok(None),
    }
}

/// `type.__setattr__`, and `__delattr__` with `x` unbound.
pub fn setattr(v: Value, name: Gc<StrObj>, x: Value) -> R<()> {
    let cls = class(v);
    if cls.flags & flags::HEAP == 0 {
        let (n, c) = (name.to_string_lossy(), class_name(cls));
        return Err(raise!(TypeError, "cannot set '{n}' attribute of immutable type '{c}'"));
    }
    if let Some(f) = type_lookup(type_of(v), name)
        && let Some(set) = type_of(f).slots.set
    {
        return set(f, v, x);
    }
    set_in_dict(cls, name, x)
}

/// A value of a builtin type that is no function or other descriptor.
fn is_data(v: Value) -> bool {
    matches!(
        v.tag,
        tag::NONE
            | tag::BOOL
            | tag::INT
            | tag::FLOAT
            | tag::BIGINT
            | tag::STR
            | tag::LIST
            | tag::TUPLE
            | tag::DICT
            | tag::SET
    )
}

fn set_in_dict(cls: Gc<TypeObj>, name: Gc<StrObj>, x: Value) -> R<()> {
    let dict: Gc<DictObj> = cls.dict.cast();
    // `Account.count += 1`: data in the place of data changes no method and hides nothing more than before.
    if is_data(x) && !name.bytes().starts_with(b"__") && DictObj::get_str(dict, name).is_some_and(is_data) {
        DictObj::set_str(dict, name, x);
        bump_version(cls);
        super::cache_cell::forget_name(name);
        return Ok(());
    }
    if x.is_unbound() {
        if !DictObj::del_str(dict, name) {
            return Err(attributes::attribute_error(cls.value(), name));
        }
    } else {
        DictObj::set_str(dict, name, x);
    }
    bump_version(cls);
    let text = name.to_string_lossy();
    super::cache_cell::forget(&text);
    if text.starts_with("__") {
        inheritance::update_slot(cls, &text);
    }
    super::shapes::class_changed(&text);
    Ok(())
}

// ---- what Python sees ----

fn repr(v: Value) -> R {
    Ok(StrObj::from_str(&format!("<class '{}'>", qualified_with_module(class(v)))).value())
}

fn own(v: Value, name: Gc<StrObj>) -> Option<Value> {
    type_dict(class(v)).and_then(|d| DictObj::get_str(d, name))
}

fn only_heap(v: Value, what: &str) -> R<()> {
    if class(v).flags & flags::HEAP != 0 {
        return Ok(());
    }
    let name = class_name(class(v));
    Err(raise!(TypeError, "cannot set '{what}' attribute of immutable type '{name}'"))
}

fn name(v: Value) -> R {
    Ok(class(v).name.value())
}
fn set_name(v: Value, x: Value) -> R<()> {
    only_heap(v, "__name__")?;
    let Some(s) = (if x.is_unbound() { None } else { ops::as_str(x) }) else {
        let (c, t) = (class_name(class(v)), type_name(x));
        return Err(raise!(TypeError, "can only assign string to {c}.__name__, not '{t}'"));
    };
    let mut t = class(v);
    t.name = s;
    t.barrier();
    Ok(())
}
fn qualname(v: Value) -> R {
    Ok(class(v).qualname.value())
}
fn set_qualname(v: Value, x: Value) -> R<()> {
    only_heap(v, "__qualname__")?;
    let Some(s) = (if x.is_unbound() { None } else { ops::as_str(x) }) else {
        let (c, t) = (class_name(class(v)), type_name(x));
        return Err(raise!(TypeError, "can only assign string to {c}.__qualname__, not '{t}'"));
    };
    let mut t = class(v);
    t.qualname = s;
    t.barrier();
    Ok(())
}
fn module(v: Value) -> R {
    Ok(own(v, name!("__module__")).unwrap_or_else(|| name!("builtins").value()))
}
fn set_module(v: Value, x: Value) -> R<()> {
    only_heap(v, "__module__")?;
    set_in_dict(class(v), name!("__module__"), x)
}
fn doc(v: Value) -> R {
    match own(v, name!("__doc__")) {
        Some(d) => bind(d, Value::UNBOUND, v),
        None => Ok(Value::NONE),
    }
}
fn set_doc(v: Value, x: Value) -> R<()> {
    only_heap(v, "__doc__")?;
    set_in_dict(class(v), name!("__doc__"), x)
}
fn bases(v: Value) -> R {
    Ok(class(v).bases)
}
fn base(v: Value) -> R {
    Ok(Value::obj_or_none(class(v).base))
}
fn mro(v: Value) -> R {
    Ok(class(v).mro)
}
fn dict(v: Value) -> R {
    Ok(mapping_proxy::proxy(class(v).dict))
}
fn annotations(v: Value) -> R {
    match own(v, name!("__annotations__")) {
        // Lazily evaluated: see `tp_set_annotations`.
        Some(a) if a.tag == tag::FUNCTION => {
            let made = ops::call(a, &[])?;
            DictObj::set_str(class(v).dict.cast(), name!("__annotations__"), made);
            Ok(made)
        }
        Some(a) => Ok(a),
        None if class(v).flags & flags::HEAP != 0 => {
            let d = DictObj::new().value();
            DictObj::set_str(class(v).dict.cast(), name!("__annotations__"), d);
            Ok(d)
        }
        None => Err(attributes::attribute_error(v, name!("__annotations__"))),
    }
}
fn set_annotations(v: Value, x: Value) -> R<()> {
    only_heap(v, "__annotations__")?;
    set_in_dict(class(v), name!("__annotations__"), x)
}
fn type_params(v: Value) -> R {
    Ok(own(v, name!("__type_params__")).unwrap_or_else(|| TupleObj::empty().value()))
}
fn abstract_methods(v: Value) -> R {
    match own(v, name!("__abstractmethods__")) {
        Some(x) => Ok(x),
        None => Err(attributes::attribute_error(v, name!("__abstractmethods__"))),
    }
}
fn set_abstract_methods(v: Value, x: Value) -> R<()> {
    let any = !x.is_unbound() && ops::truth(x)?;
    set_in_dict(class(v), name!("__abstractmethods__"), x)?;
    let mut t = class(v);
    if any {
        t.flags |= flags::ABSTRACT;
    } else {
        t.flags &= !flags::ABSTRACT;
    }
    super::shapes::class_changed("__abstractmethods__");
    Ok(())
}
fn basicsize(v: Value) -> R {
    Ok(Value::int(class(v).instance_size as i64))
}
fn type_flags(v: Value) -> R {
    let t = class(v);
    let mut flags = 0i64;
    for (ours, theirs) in [(flags::HEAP, 1 << 9), (flags::BASE, 1 << 10), (flags::ABSTRACT, 1 << 20)] {
        if t.flags & ours != 0 {
            flags |= theirs;
        }
    }
    Ok(Value::int(flags))
}

fn mro_method(args: &Args) -> R {
    let t = class(args.receiver());
    let mro = super::mro::linearize(t, TupleObj::as_slice(t.bases.cast()))?;
    Ok(ListObj::from_slice(TupleObj::as_slice(mro.cast())).value())
}
fn subclasses(args: &Args) -> R {
    let list = ListObj::new();
    for s in direct_subclasses(class(args.receiver())) {
        ListObj::push(list, s.value());
    }
    Ok(list.value())
}
fn instance_check(args: &Args) -> R {
    args.skip_receiver().exactly("type.__instancecheck__", 1)?;
    Ok(Value::bool(classes::is_instance_of_type(args.pos[1], class(args.receiver()))?))
}
fn subclass_check(args: &Args) -> R {
    args.skip_receiver().exactly("type.__subclasscheck__", 1)?;
    match as_type(args.pos[1]) {
        Some(d) => Ok(Value::bool(is_subtype(d, class(args.receiver())))),
        None => Err(raise!(TypeError, "issubclass() arg 1 must be a class")),
    }
}
fn prepare(_: &Args) -> R {
    Ok(DictObj::new().value())
}
fn dir(args: &Args) -> R {
    let mut names = Vec::new();
    super::object_type::collect_class_names(class(args.receiver()), &mut names);
    names.retain(|n| n != "__class__" || mro_of(class(args.receiver())).len() == 1);
    names.push("__class__".to_owned());
    Ok(super::object_type::sorted_names(names))
}

fn or(a: Value, b: Value) -> R {
    super::union_type::union(a, b)
}

fn trace(o: *mut Header, tracer: &mut Tracer) {
    let t: Gc<TypeObj> = Gc::from_ptr(o as *mut TypeObj);
    tracer.object(t.name);
    tracer.object(t.qualname);
    tracer.optional(t.base);
    for v in [t.bases, t.mro, t.dict, t.field_names, t.subclasses] {
        tracer.value(v);
    }
}

const fn ro(name: &'static str, get: fn(Value) -> R) -> GetSet {
    GetSet { name, get, set: None }
}
const fn rw(name: &'static str, get: fn(Value) -> R, set: fn(Value, Value) -> R<()>) -> GetSet {
    GetSet { name, get, set: Some(set) }
}

pub static TYPE: TypeSpec = TypeSpec {
    id: tag::TYPE,
    name: "type",
    descriptor: Descriptor { size: Size::Fixed(size_of::<TypeObj>()), trace: Trace::Custom(trace) },
    slots: Slots {
        call: Some(call),
        new: Some(new),
        init: Some(init),
        repr: Some(repr),
        getattr: Some(getattr),
        setattr: Some(setattr),
        ..Slots::NONE
    }
    .with_binary(Binary::Or, or),
    methods: &[
        MethodDef::method("mro", mro_method),
        MethodDef::method("__subclasses__", subclasses),
        MethodDef::method("__instancecheck__", instance_check),
        MethodDef::method("__subclasscheck__", subclass_check),
        MethodDef::method("__dir__", dir),
        MethodDef::class_method("__prepare__", prepare),
    ],
    getset: &[
        rw("__name__", name, set_name),
        rw("__qualname__", qualname, set_qualname),
        rw("__module__", module, set_module),
        rw("__doc__", doc, set_doc),
        ro("__bases__", bases),
        ro("__base__", base),
        ro("__mro__", mro),
        ro("__dict__", dict),
        rw("__annotations__", annotations, set_annotations),
        ro("__type_params__", type_params),
        rw("__abstractmethods__", abstract_methods, set_abstract_methods),
        ro("__basicsize__", basicsize),
        ro("__flags__", type_flags),
    ],
    subclassable: true,
    ..TypeSpec::DEFAULT
};

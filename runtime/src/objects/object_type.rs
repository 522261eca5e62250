//! `object`: what every value has.

use super::{attributes, instance, ops};
use crate::containers::{DictObj, ListObj, TupleObj};
use crate::core::{Args, Gc, R, StrObj, Value};
use crate::memory::Descriptor;
use crate::types::lookup::{as_type, mro_of};
use crate::types::naming::{class_name, type_name};
use crate::types::{Compare, GetSet, MethodDef, Slots, TypeObj, TypeSpec, flags, type_dict, type_of};
use runtime_interface::tag;

/// `object.__new__`
pub fn new(cls: Gc<TypeObj>, args: &Args) -> R {
    if !(args.pos.is_empty() && args.kw.is_empty()) {
        if !same_new(cls) {
            return Err(raise!(
                TypeError,
                "object.__new__() takes exactly one argument (the type to instantiate)"
            ));
        }
        if same_init(cls) {
            return Err(raise!(TypeError, "{}() takes no arguments", class_name(cls)));
        }
    }
    if cls.flags & flags::ABSTRACT != 0 {
        return Err(super::classes::abstract_error(cls)?);
    }
    Ok(Value { tag: cls.id, bits: instance::allocate(cls).as_ptr() as u64 })
}

fn same_new(cls: Gc<TypeObj>) -> bool {
    cls.slots.new.is_some_and(|f| f as usize == new as *const () as usize)
}
fn same_init(cls: Gc<TypeObj>) -> bool {
    cls.slots.init.is_some_and(|f| f as usize == init as *const () as usize)
}

/// Whether instances are made by `object.__new__`.
pub fn makes_plain_instances(cls: Gc<TypeObj>) -> bool {
    same_new(cls)
}

/// `object.__init__`
pub fn init(v: Value, args: &Args) -> R<()> {
    if args.pos.is_empty() && args.kw.is_empty() {
        return Ok(());
    }
    let t = type_of(v);
    if !same_init(t) {
        return Err(raise!(
            TypeError,
            "object.__init__() takes exactly one argument (the instance to initialize)"
        ));
    }
    if same_new(t) {
        let name = class_name(t);
        return Err(raise!(
            TypeError,
            "{name}.__init__() takes exactly one argument (the instance to initialize)"
        ));
    }
    Ok(())
}

fn repr(v: Value) -> R {
    Ok(instance::default_repr(v).value())
}
/// Calls `__repr__`; `str` looks at the result.
fn str(v: Value) -> R {
    match crate::types::type_of(v).slots.repr {
        Some(slot) => slot(v),
        None => repr(v),
    }
}
fn hash(v: Value) -> R<i64> {
    Ok(instance::identity_hash(v))
}
fn compare(a: Value, b: Value, op: Compare) -> R {
    match op {
        Compare::Eq if a.is(b) => Ok(Value::TRUE),
        Compare::Ne => {
            let Some(slot) = type_of(a).slots.compare else { return Ok(Value::NOT_IMPLEMENTED) };
            let equal = slot(a, b, Compare::Eq)?;
            if equal.tag == tag::NOT_IMPLEMENTED {
                return Ok(equal);
            }
            Ok(Value::bool(!ops::truth(equal)?))
        }
        _ => Ok(Value::NOT_IMPLEMENTED),
    }
}

fn class(v: Value) -> R {
    Ok(type_of(v).value())
}

/// `v.__class__ = cls`: between classes whose instances are laid out alike.
fn set_class(v: Value, cls: Value) -> R<()> {
    if cls.is_unbound() {
        return Err(raise!(TypeError, "can't delete __class__ attribute"));
    }
    let Some(new) = as_type(cls) else {
        let name = type_name(cls);
        return Err(raise!(TypeError, "__class__ must be set to a class, not '{name}' object"));
    };
    let old = type_of(v);
    if old.flags & flags::HEAP == 0 || new.flags & flags::HEAP == 0 {
        return Err(raise!(
            TypeError,
            "__class__ assignment only supported for mutable types or ModuleType subclasses"
        ));
    }
    let slotted = (old.flags | new.flags) & flags::SLOTTED != 0;
    let same_fields = old.fields_offset == new.fields_offset
        && instance::field_count(old) == instance::field_count(new)
        && (0..instance::field_count(old)).all(|i| {
            let (a, b): (Gc<TupleObj>, Gc<TupleObj>) = (old.field_names.cast(), new.field_names.cast());
            instance::same_text(TupleObj::get(a, i).cast(), TupleObj::get(b, i).cast())
        });
    if old.layout != new.layout
        || old.dict_offset != new.dict_offset
        || (!same_fields && (slotted || new.instance_size != old.instance_size))
    {
        let (o, n) = (class_name(old), class_name(new));
        return Err(raise!(TypeError, "__class__ assignment: '{n}' object layout differs from '{o}'"));
    }
    if !same_fields {
        // The names of the fields differ: attributes go by name from now on.
        instance::dict_of(v, old);
    }
    // SAFETY: a live object.
    unsafe { (*v.header()).set_type_id(new.id) }
    if old.id != new.id {
        super::shapes::class_assigned(old, new);
    }
    Ok(())
}

// ---- methods ----

fn format(args: &Args) -> R {
    args.skip_receiver().exactly("object.__format__", 1)?;
    let Some(spec) = ops::as_str(args.pos[1]) else {
        let name = type_name(args.pos[1]);
        return Err(raise!(TypeError, "__format__() argument must be str, not {name}"));
    };
    if spec.len != 0 {
        let name = type_name(args.receiver());
        return Err(raise!(TypeError, "unsupported format string passed to {name}.__format__"));
    }
    Ok(ops::str(args.receiver())?.value())
}

fn init_subclass(args: &Args) -> R {
    let name = as_type(args.receiver()).map_or(String::new(), class_name);
    if !args.kw.is_empty() {
        return Err(raise!(TypeError, "{name}.__init_subclass__() takes no keyword arguments"));
    }
    if args.pos.len() > 1 {
        let n = args.pos.len() - 1;
        return Err(raise!(TypeError, "{name}.__init_subclass__() takes no arguments ({n} given)"));
    }
    Ok(Value::NONE)
}

fn subclass_hook(_: &Args) -> R {
    Ok(Value::NOT_IMPLEMENTED)
}

fn dir(args: &Args) -> R {
    let v = args.receiver();
    let mut names = instance::own_names(v);
    collect_class_names(type_of(v), &mut names);
    Ok(sorted_names(names))
}

/// Names that a class and its bases define.
pub fn collect_class_names(t: Gc<TypeObj>, names: &mut Vec<String>) {
    for c in mro_of(t) {
        let Some(d) = type_dict(c.cast()) else { continue };
        let mut position = 0;
        while let Some((k, _)) = DictObj::next_entry(d, &mut position) {
            if let Some(s) = k.exact::<StrObj>() {
                names.push(s.to_string_lossy());
            }
        }
    }
    names.push("__class__".to_owned());
}

/// A list of `str`, sorted, each once.
pub fn sorted_names(mut names: Vec<String>) -> Value {
    names.sort();
    names.dedup();
    let list = ListObj::with_capacity(names.len());
    for n in names {
        ListObj::push(list, StrObj::from_str(&n).value());
    }
    list.value()
}

fn sizeof(args: &Args) -> R {
    Ok(Value::int(type_of(args.receiver()).instance_size.max(16) as i64))
}

/// The state of an object for copying: `(class, args, state, list items, dict items)` as
/// `copyreg.__reduce_ex__(2)` has it.
fn reduce_ex(args: &Args) -> R {
    let v = args.receiver();
    let t = type_of(v);
    // A class's own __reduce__ goes first.
    if let Some((f, owner)) = crate::types::lookup::lookup_with_owner(t, name!("__reduce__"))
        && owner.id != tag::OBJECT
    {
        return super::call::call_found(f, v, &[]);
    }
    super::classes::reduce_2(v)
}
fn reduce(args: &Args) -> R {
    super::classes::reduce_2(args.receiver())
}
fn getstate(args: &Args) -> R {
    super::classes::state_of(args.receiver())
}

pub static OBJECT: TypeSpec = TypeSpec {
    id: tag::OBJECT,
    name: "object",
    descriptor: Descriptor::plain::<crate::core::Header>(),
    slots: Slots {
        repr: Some(repr),
        str: Some(str),
        hash: Some(hash),
        compare: Some(compare),
        new: Some(new),
        init: Some(init),
        getattr: Some(attributes::generic_getattr),
        setattr: Some(attributes::generic_setattr),
        ..Slots::NONE
    },
    methods: &[
        MethodDef::method("__format__", format),
        MethodDef::method("__dir__", dir),
        MethodDef::method("__sizeof__", sizeof),
        MethodDef::method("__reduce_ex__", reduce_ex),
        MethodDef::method("__reduce__", reduce),
        MethodDef::method("__getstate__", getstate),
        MethodDef::class_method("__init_subclass__", init_subclass),
        MethodDef::class_method("__subclasshook__", subclass_hook),
    ],
    getset: &[GetSet { name: "__class__", get: class, set: Some(set_class) }],
    subclassable: true,
    ..TypeSpec::DEFAULT
};

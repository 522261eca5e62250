//! Questions about classes: `isinstance`, `issubclass`, subscription, abstract methods, pickling state.

use super::attributes::getattr_optional;
use super::call::call_found;
use super::{instance, ops};
use crate::containers::{DictObj, TupleObj};
use crate::core::error::InBand;
use crate::core::{Gc, R, Raised, StrObj, Value};
use crate::types::lookup::{as_type, mro_of};
use crate::types::naming::{class_name, type_name};
use crate::types::{GetSet, TypeObj, is_subtype, type_lookup, type_of};
use runtime_interface::tag;

/// `isinstance(v, class)`
pub fn isinstance(v: Value, class: Value) -> R<bool> {
    if class.tag == tag::TYPE {
        // No metaclass: only the type and what the object claims to be.
        let c: Gc<TypeObj> = class.cast();
        return is_instance_of_type(v, c);
    }
    if class.tag == tag::TUPLE {
        let t: Gc<TupleObj> = class.cast();
        let _guard = crate::core::mutator::DepthGuard::enter("in __instancecheck__")?;
        for i in 0..t.len {
            if isinstance(v, TupleObj::get(t, i))? {
                return Ok(true);
            }
        }
        return Ok(false);
    }
    if class.tag == tag::UNION_TYPE {
        return isinstance(v, super::union_type::members(class));
    }
    if let Some(f) = type_lookup(type_of(class), name!("__instancecheck__")) {
        if type_of(v).value().is(class) {
            return Ok(true);
        }
        if f.tag != tag::METHOD_DESCRIPTOR {
            return ops::truth(call_found(f, class, &[v])?);
        }
    }
    match as_type(class) {
        Some(c) => is_instance_of_type(v, c),
        None if class.tag == tag::GENERIC_ALIAS => {
            Err(raise!(TypeError, "isinstance() argument 2 cannot be a parameterized generic"))
        }
        None => Err(raise!(TypeError, "isinstance() arg 2 must be a type, a tuple of types, or a union")),
    }
}

/// `type.__instancecheck__`
pub fn is_instance_of_type(v: Value, c: Gc<TypeObj>) -> R<bool> {
    let t = type_of(v);
    if is_subtype(t, c) {
        return Ok(true);
    }
    if t.flags & crate::types::flags::HEAP == 0 {
        return Ok(false);
    }
    // A proxy may claim another class through `__class__`.
    match type_lookup(t, name!("__class__")) {
        Some(f) if f.tag == tag::GETSET_DESCRIPTOR => Ok(false),
        _ => match getattr_optional(v, name!("__class__"))? {
            Some(claimed) => Ok(as_type(claimed).is_some_and(|k| is_subtype(k, c))),
            None => Ok(false),
        },
    }
}

/// `issubclass(derived, class)`
pub fn is_subclass(derived: Value, class: Value) -> R<bool> {
    if class.tag == tag::TUPLE {
        let t: Gc<TupleObj> = class.cast();
        for i in 0..t.len {
            if is_subclass(derived, TupleObj::get(t, i))? {
                return Ok(true);
            }
        }
        return Ok(false);
    }
    if class.tag == tag::UNION_TYPE {
        return is_subclass(derived, super::union_type::members(class));
    }
    if class.tag != tag::TYPE
        && let Some(f) = type_lookup(type_of(class), name!("__subclasscheck__"))
        && f.tag != tag::METHOD_DESCRIPTOR
    {
        return ops::truth(call_found(f, class, &[derived])?);
    }
    let Some(d) = as_type(derived) else {
        return Err(raise!(TypeError, "issubclass() arg 1 must be a class"));
    };
    match as_type(class) {
        Some(c) => Ok(is_subtype(d, c)),
        None => Err(raise!(TypeError, "issubclass() arg 2 must be a class, a tuple of classes, or a union")),
    }
}

/// Whether `C[int]` is an alias by itself: builtin containers and what derives from them, and classes with type parameters.
fn is_generic_class(v: Value, t: Gc<TypeObj>) -> R<bool> {
    const CONTAINERS: &[u64] = &[
        tag::LIST,
        tag::TUPLE,
        tag::DICT,
        tag::SET,
        tag::FROZENSET,
        tag::ENUMERATE,
        tag::DEQUE,
        tag::DEFAULTDICT,
        tag::ORDERED_DICT,
        tag::MAPPING_PROXY,
        tag::PARTIAL,
        tag::WEAKREF,
    ];
    if mro_of(t).iter().any(|&c| as_type(c).is_some_and(|c| CONTAINERS.contains(&c.id))) {
        return Ok(true);
    }
    let params = getattr_optional(v, name!("__type_params__"))?;
    Ok(params.and_then(|p| p.exact::<TupleObj>()).is_some_and(|p| p.len > 0))
}

/// `v[k]` where the type of `v` has no `__getitem__`: `C[k]` through `__class_getitem__`.
pub fn subscript_class(v: Value, k: Value) -> R {
    if let Some(t) = as_type(v) {
        if t.id == tag::TYPE {
            return Ok(super::union_type::generic_alias(v, k));
        }
        if let Some(f) = getattr_optional(v, name!("__class_getitem__"))? {
            return ops::call(f, &[k]);
        }
        if is_generic_class(v, t)? {
            return Ok(super::union_type::generic_alias(v, k));
        }
        return Err(raise!(TypeError, "type '{}' is not subscriptable", class_name(t)));
    }
    let name = type_name(v);
    Err(raise!(TypeError, "'{name}' object is not subscriptable"))
}

/// TypeError for an instance of a class with abstract methods.
pub fn abstract_error(cls: Gc<TypeObj>) -> R<Raised> {
    let methods = getattr_optional(cls.value(), name!("__abstractmethods__"))?.unwrap_or(Value::NONE);
    let mut names = Vec::new();
    if !methods.is_none() {
        let it = ops::iter(methods)?;
        loop {
            let x = ops::next(it)?;
            if x.is_unbound() {
                break;
            }
            names.push(ops::str(x)?.to_string_lossy());
        }
    }
    names.sort();
    let s = if names.len() == 1 { "" } else { "s" };
    let quoted: Vec<String> = names.iter().map(|n| format!("'{n}'")).collect();
    Ok(raise!(
        TypeError,
        "Can't instantiate abstract class {} without an implementation for abstract method{s} {}",
        class_name(cls),
        quoted.join(", ")
    ))
}

fn instance_dict(v: Value) -> R {
    match instance::dict_of(v, type_of(v)) {
        Some(d) => Ok(d.value()),
        None => Err(super::attributes::attribute_error(v, name!("__dict__"))),
    }
}
fn set_instance_dict(v: Value, x: Value) -> R<()> {
    if x.is_unbound() {
        return Err(raise!(TypeError, "cannot delete __dict__"));
    }
    if super::unwrap::builtin_layout(x) != tag::DICT {
        let name = type_name(x);
        return Err(raise!(TypeError, "__dict__ must be set to a dictionary, not a '{name}'"));
    }
    instance::set_dict(v, x.cast())?;
    Ok(())
}

/// The `__dict__` of instances of classes of the program.
pub static INSTANCE_DICT: GetSet =
    GetSet { name: "__dict__", get: instance_dict, set: Some(set_instance_dict) };

/// `object.__getstate__()`: the dict, with slots if there are any, or None.
pub fn state_of(v: Value) -> R {
    let t = type_of(v);
    let dict = match instance::dict_of(v, t) {
        Some(d) if DictObj::len(d) > 0 => DictObj::copy(d).value(),
        _ => Value::NONE,
    };
    if t.flags & crate::types::flags::SLOTTED == 0 {
        return Ok(dict);
    }
    let slots = DictObj::new();
    for (i, n) in TupleObj::as_slice(t.field_names.cast()).iter().enumerate() {
        let x = instance::field(v, t, i);
        if !x.is_unbound() {
            DictObj::set_str(slots, n.cast::<StrObj>(), x);
        }
    }
    if DictObj::len(slots) == 0 {
        return Ok(dict);
    }
    Ok(TupleObj::pair(dict, slots.value()).value())
}

/// `object.__reduce_ex__(2)`: `(copyreg.__newobj__, (class, *args), state, items, pairs)`, with the
/// class itself in place of the function of `copyreg`.
pub fn reduce_2(v: Value) -> R {
    let t = type_of(v);
    let state = super::call::call_special(v, name!("__getstate__"), &[])?;
    let mut args = TupleObj::from_slice(&[t.value()]);
    if let Some(f) = type_lookup(t, name!("__getnewargs__")) {
        let more = call_found(f, v, &[])?;
        if more.tag == tag::TUPLE {
            let list = crate::containers::ListObj::from_slice(&[t.value()]);
            for x in TupleObj::as_slice(more.cast()) {
                crate::containers::ListObj::push(list, *x);
            }
            args = TupleObj::from_slice(crate::containers::ListObj::as_slice(list));
        }
    } else if t.flags & crate::types::flags::WRAPS != 0 {
        args = TupleObj::pair(t.value(), ops::unwrap(v));
    }
    let layout = super::unwrap::builtin_layout(v);
    let items = if layout == tag::LIST { ops::iter(v)? } else { Value::NONE };
    let pairs =
        if layout == tag::DICT { ops::iter(ops::call_method(v, name!("items"), &[])?)? } else { Value::NONE };
    let new = super::attributes::getattr(t.value(), name!("__new__"))?;
    Ok(TupleObj::from_slice(&[new, args.value(), state, items, pairs]).value())
}

#[unsafe(no_mangle)]
pub extern "C" fn tp_type_of(v: Value) -> Value {
    type_of(v).value()
}

#[unsafe(no_mangle)]
pub extern "C" fn tp_isinstance(v: Value, class: Value) -> i64 {
    isinstance(v, class).in_band()
}

//! Attribute access: the rules of `object.__getattribute__` and `__setattr__`, and descriptors.

use super::instance;
use crate::core::error::InBand;
use crate::core::{Gc, R, Raised, StrObj, Value};
use crate::types::naming::{class_name, type_name};
use crate::types::{TypeObj, type_lookup, type_of};
use runtime_interface::tag;

/// Whether attribute access on instances follows [`generic_getattr`].
#[inline(always)]
pub fn is_generic(t: Gc<TypeObj>) -> bool {
    t.slots.getattr.is_none_or(|f| f as usize == generic_getattr as *const () as usize)
}

/// `v.name`
pub fn getattr(v: Value, name: Gc<StrObj>) -> R {
    let result = match type_of(v).slots.getattr {
        Some(slot) => slot(v, name),
        None => generic_getattr(v, name),
    };
    if result.is_err() {
        crate::exceptions::complete_attribute_error(name.value(), v);
    }
    result
}

/// `v.name`, `None` if there is no such attribute (AttributeError only).
pub fn getattr_optional(v: Value, name: Gc<StrObj>) -> R<Option<Value>> {
    let t = type_of(v);
    if is_generic(t) {
        return match try_generic(v, name) {
            Ok(found) => Ok(found),
            Err(raised) => swallow_attribute_error(raised),
        };
    }
    match getattr(v, name) {
        Ok(x) => Ok(Some(x)),
        Err(raised) => swallow_attribute_error(raised),
    }
}

fn swallow_attribute_error(raised: Raised) -> R<Option<Value>> {
    if crate::exceptions::pending_is(runtime_interface::tag::exception::AttributeError) {
        let _ = crate::core::error::take_pending(raised);
        return Ok(None);
    }
    Err(raised)
}

/// Applies the descriptor protocol to an attribute found on a class. `instance` is `UNBOUND` for
/// access through the class itself.
#[inline]
pub fn bind(attribute: Value, instance: Value, owner: Value) -> R {
    if attribute.tag == tag::FUNCTION {
        if instance.is_unbound() {
            return Ok(attribute);
        }
        return Ok(super::method::bind(attribute, instance));
    }
    match type_of(attribute).slots.get {
        Some(get) => get(attribute, instance, owner),
        None => Ok(attribute),
    }
}

/// `object.__getattribute__`
pub fn generic_getattr(v: Value, name: Gc<StrObj>) -> R {
    match try_generic(v, name)? {
        Some(x) => Ok(x),
        None => Err(attribute_error(v, name)),
    }
}

/// As [`generic_getattr`], `None` if nothing is found.
pub fn try_generic(v: Value, name: Gc<StrObj>) -> R<Option<Value>> {
    let t = type_of(v);
    let found = type_lookup(t, name);
    if let Some(f) = found
        && f.tag != tag::FUNCTION
    {
        let kind = type_of(f);
        if let Some(get) = kind.slots.get
            && kind.slots.set.is_some()
        {
            return get(f, v, t.value()).map(Some);
        }
    }
    if let Some(x) = instance::get_own(v, t, name) {
        return Ok(Some(x));
    }
    match found {
        Some(f) => bind(f, v, t.value()).map(Some),
        None => Ok(None),
    }
}

/// The `getattr` slot of classes that define `__getattribute__` or `__getattr__`.
pub fn custom_getattr(v: Value, name: Gc<StrObj>) -> R {
    let t = type_of(v);
    let base = type_lookup(t, name!("__getattribute__"));
    let result = match base {
        Some(f) if f.tag != tag::WRAPPER_DESCRIPTOR => super::call::call_found(f, v, &[name.value()]),
        Some(f) => {
            let owner = f.cast::<super::builtin_function::WrapperDescriptorObj>().owner;
            match owner.slots.getattr {
                Some(slot) if slot as usize != generic_getattr as *const () as usize => slot(v, name),
                _ => match try_generic(v, name) {
                    Ok(Some(x)) => return Ok(x),
                    Ok(None) => match type_lookup(t, name!("__getattr__")) {
                        Some(f) => return super::call::call_found(f, v, &[name.value()]),
                        None => Err(attribute_error(v, name)),
                    },
                    Err(e) => Err(e),
                },
            }
        }
        None => generic_getattr(v, name),
    };
    match result {
        Ok(x) => Ok(x),
        Err(raised) => match type_lookup(t, name!("__getattr__")) {
            Some(f) if crate::exceptions::pending_is(runtime_interface::tag::exception::AttributeError) => {
                let _ = crate::core::error::take_pending(raised);
                super::call::call_found(f, v, &[name.value()])
            }
            _ => Err(raised),
        },
    }
}

/// AttributeError: `'C' object has no attribute 'x'`
#[cold]
pub fn attribute_error(v: Value, name: Gc<StrObj>) -> Raised {
    let n = name.to_string_lossy();
    let text = match crate::types::lookup::as_type(v) {
        Some(t) => format!("type object '{}' has no attribute '{n}'", class_name(t)),
        None => format!("'{}' object has no attribute '{n}'", type_name(v)),
    };
    raise_attribute_error(&text, v, name)
}

/// AttributeError with its `name` and `obj`.
#[cold]
pub fn raise_attribute_error(text: &str, v: Value, name: Gc<StrObj>) -> Raised {
    crate::exceptions::raise_attribute_error(text, name.value(), v)
}

/// `v.name = x`
pub fn setattr(v: Value, name: Gc<StrObj>, x: Value) -> R<()> {
    match type_of(v).slots.setattr {
        Some(slot) => slot(v, name, x),
        None => generic_setattr(v, name, x),
    }
}

/// `del v.name`
pub fn delattr(v: Value, name: Gc<StrObj>) -> R<()> {
    setattr(v, name, Value::UNBOUND)
}

#[unsafe(no_mangle)]
pub extern "C" fn tp_object_setattr(v: Value, name: *mut u8, x: Value) -> i64 {
    generic_setattr(v, Gc::from_ptr(name as *mut StrObj), x).in_band()
}

/// `object.__setattr__`, and `__delattr__` with `x` unbound.
pub fn generic_setattr(v: Value, name: Gc<StrObj>, x: Value) -> R<()> {
    let t = type_of(v);
    let found = type_lookup(t, name);
    if let Some(f) = found
        && let Some(set) = type_of(f).slots.set
    {
        return set(f, v, x);
    }
    if x.is_unbound() {
        if instance::delete_own(v, t, name) {
            return Ok(());
        }
        if t.dict_offset != 0 {
            return Err(attribute_error(v, name));
        }
    } else if instance::set_own(v, t, name, x) {
        return Ok(());
    }
    let (c, n) = (class_name(t), name.to_string_lossy());
    Err(match found {
        Some(_) => raise_attribute_error(&format!("'{c}' object attribute '{n}' is read-only"), v, name),
        None => raise_attribute_error(
            &format!("'{c}' object has no attribute '{n}' and no __dict__ for setting new attributes"),
            v,
            name,
        ),
    })
}

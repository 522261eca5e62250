//! What compiled code calls for names and imports.

use super::names;
use crate::containers::{DictObj, ListObj};
use crate::core::error::InBand;
use crate::core::{Gc, R, StrObj, Value};
use crate::exceptions::rows::name_error;
use crate::objects::module::{self, ModuleObj};
use crate::objects::ops;
use runtime_interface::{layout::ModuleDesc, tag};

fn str_at(p: *mut u8) -> Gc<StrObj> {
    Gc::from_ptr(p as *mut StrObj)
}

#[unsafe(no_mangle)]
pub extern "C" fn tp_load_builtin(name: *mut u8) -> Value {
    names::find(str_at(name)).unwrap_or(Value::UNBOUND)
}

#[unsafe(no_mangle)]
pub extern "C" fn tp_load_global_slow(desc: *mut u8, name: *mut u8) -> Value {
    let name = str_at(name);
    // A star import or `setattr` on the module may have bound a name that has no slot.
    let module = super::object_of(desc as *mut ModuleDesc);
    let found = module::get(module, name).or_else(|| names::find(name));
    found.ok_or_else(|| name_error(name)).in_band()
}

#[unsafe(no_mangle)]
pub extern "C" fn tp_load_name(namespace: Value, name: *mut u8) -> Value {
    let name = str_at(name);
    if namespace.tag == tag::DICT {
        return DictObj::get_str(namespace.cast(), name).unwrap_or(Value::UNBOUND);
    }
    match ops::getitem(namespace, name.value()) {
        Ok(found) => found,
        Err(raised) if crate::exceptions::pending_is(tag::exception::KeyError) => {
            let _ = crate::core::error::take_pending(raised);
            Value::UNBOUND
        }
        Err(_) => Value::ERROR,
    }
}

#[unsafe(no_mangle)]
pub extern "C" fn tp_store_name(namespace: Value, name: *mut u8, v: Value) -> i64 {
    if namespace.tag == tag::DICT {
        DictObj::set_str(namespace.cast(), str_at(name), v);
        return 0;
    }
    ops::setitem(namespace, str_at(name).value(), v).in_band()
}

#[unsafe(no_mangle)]
pub extern "C" fn tp_delete_name(namespace: Value, name: *mut u8) -> i64 {
    let name = str_at(name);
    if namespace.tag == tag::DICT {
        if DictObj::del_str(namespace.cast(), name) {
            return 0;
        }
        let _ = name_error(name);
        return -1;
    }
    ops::delitem(namespace, name.value()).in_band()
}

#[unsafe(no_mangle)]
pub extern "C" fn tp_globals(desc: *mut u8) -> Value {
    module::namespace(super::object_of(desc as *mut ModuleDesc)).value()
}

#[unsafe(no_mangle)]
pub extern "C" fn tp_store_global(slot: *mut u8, v: Value) {
    // SAFETY: a global's slot; the slots are roots, so no barrier is needed.
    unsafe { *(slot as *mut Value) = v }
}

#[unsafe(no_mangle)]
pub extern "C" fn tp_import_module(desc: *mut u8) -> Value {
    super::import_compiled(desc as *mut ModuleDesc).in_band()
}

#[unsafe(no_mangle)]
pub extern "C" fn tp_import_native(name: *mut u8) -> Value {
    super::import_native(str_at(name)).in_band()
}

#[unsafe(no_mangle)]
pub extern "C" fn tp_import_missing(name: *mut u8) -> Value {
    let name = str_at(name);
    match DictObj::get_str(super::modules(), name) {
        Some(found) => found,
        None => R::<Value>::Err(super::missing(name)).in_band(),
    }
}

#[unsafe(no_mangle)]
pub extern "C" fn tp_import_from(m: Value, name: *mut u8) -> Value {
    import_from(m, str_at(name)).in_band()
}

fn import_from(m: Value, name: Gc<StrObj>) -> R {
    if let Some(found) = ops::getattr_optional(m, name)? {
        return Ok(found);
    }
    let package = match ops::getattr_optional(m, name!("__name__"))? {
        Some(v) if v.tag == tag::STR => v.cast::<StrObj>().to_string_lossy(),
        _ => "<unknown module name>".into(),
    };
    let what = name.to_string_lossy();
    let full = StrObj::from_str(&format!("{package}.{what}"));
    if let Some(found) = DictObj::get_str(super::modules(), full) {
        return Ok(found);
    }
    for &desc in super::compiled() {
        // SAFETY: emitted data.
        if super::static_str(unsafe { (*desc).name })
            .is_some_and(|n| n.value().cast::<StrObj>().eq_str(&full.to_string_lossy()))
        {
            return super::import_compiled(desc);
        }
    }
    if let Ok(found) = super::import_native(full) {
        return Ok(found);
    }
    let _ = crate::core::error::take_pending(crate::core::Raised::pending());
    let file = match ops::getattr_optional(m, name!("__file__"))? {
        Some(v) if v.tag == tag::STR => v.cast::<StrObj>().to_string_lossy(),
        _ => "unknown location".into(),
    };
    let from = if is_running(m) {
        format!("partially initialized module '{package}' (most likely due to a circular import)")
    } else {
        format!("'{package}'")
    };
    Err(crate::exceptions::raise_import_error(
        tag::exception::ImportError,
        &format!("cannot import name '{what}' from {from} ({file})"),
        StrObj::from_str(&package).value(),
        name.value(),
    ))
}

fn is_running(m: Value) -> bool {
    ListObj::as_slice(super::running()).iter().any(|x| x.is(m))
}

#[unsafe(no_mangle)]
pub extern "C" fn tp_import_star(m: Value, into: *mut u8) -> i64 {
    import_star(m, super::object_of(into as *mut ModuleDesc)).in_band()
}

fn import_star(m: Value, into: Gc<ModuleObj>) -> R<()> {
    let namespace = if m.tag == tag::MODULE {
        module::namespace(m.cast())
    } else {
        ops::getattr(m, name!("__dict__"))?.cast()
    };
    let names = ListObj::new();
    match DictObj::get_str(namespace, name!("__all__")) {
        Some(all) => {
            let iterator = ops::iter(all)?;
            while let Some(name) = ops::next(iterator)?.bound() {
                ListObj::push(names, name);
            }
        }
        None => {
            let mut at = 0;
            while let Some((name, _)) = DictObj::next_entry(namespace, &mut at) {
                if name.tag == tag::STR
                    && !(name.cast::<StrObj>().len > 0 && name.cast::<StrObj>().at(0) == '_' as u32)
                {
                    ListObj::push(names, name);
                }
            }
        }
    }
    for i in 0..names.len {
        let name = ListObj::get(names, i);
        if name.tag != tag::STR {
            let (of, kind) =
                (ops::str(ops::getattr(m, name!("__name__"))?)?.to_string_lossy(), ops::type_name(name));
            return Err(raise!(TypeError, "Item in {of}.__all__ must be str, not {kind}"));
        }
        let v = ops::getattr(m, name.cast())?;
        module::set(into, name.cast(), v);
    }
    Ok(())
}

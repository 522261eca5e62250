//! What compiled code calls for names: builtins, globals that are unbound, class bodies, `locals()`.

use super::{module, ops};
use crate::containers::{DictObj, TupleObj};
use crate::core::error::InBand;
use crate::core::{Gc, R, StrObj, Value};
use crate::exceptions;
use crate::exceptions::rows::name_error;
use runtime_interface::layout::ModuleDesc;
use runtime_interface::tag;
use runtime_interface::tag::exception;

fn name_at(p: *mut u8) -> Gc<StrObj> {
    Gc::from_ptr(p as *mut StrObj)
}

#[unsafe(no_mangle)]
pub extern "C" fn tp_load_builtin(name: *mut u8) -> Value {
    crate::builtins::find(name_at(name)).unwrap_or(Value::UNBOUND)
}

/// A module global that is unbound: a name that every module has, the builtin, or NameError.
#[unsafe(no_mangle)]
pub extern "C" fn tp_load_global_slow(m: *mut u8, name: *mut u8) -> Value {
    let name = name_at(name);
    if let Some(v) = module::late_global(m as *mut ModuleDesc, name) {
        return v;
    }
    match crate::builtins::find(name) {
        Some(v) => v,
        None => R::<Value>::Err(name_error(name)).in_band(),
    }
}

#[unsafe(no_mangle)]
pub extern "C" fn tp_load_name(namespace: Value, name: *mut u8) -> Value {
    let name = name_at(name);
    if namespace.tag == tag::DICT {
        return DictObj::get_str(namespace.cast(), name).unwrap_or(Value::UNBOUND);
    }
    let found: R = match ops::getitem(namespace, name.value()) {
        Ok(v) => Ok(v),
        Err(raised) if exceptions::pending_is(exception::KeyError) => {
            let _ = crate::core::error::take_pending(raised);
            Ok(Value::UNBOUND)
        }
        Err(raised) => Err(raised),
    };
    found.in_band()
}

#[unsafe(no_mangle)]
pub extern "C" fn tp_store_name(namespace: Value, name: *mut u8, v: Value) -> i64 {
    let name = name_at(name);
    if namespace.tag == tag::DICT {
        DictObj::set_str(namespace.cast(), name, v);
        return 0;
    }
    ops::setitem(namespace, name.value(), v).in_band()
}

#[unsafe(no_mangle)]
pub extern "C" fn tp_delete_name(namespace: Value, name: *mut u8) -> i64 {
    let name = name_at(name);
    if namespace.tag == tag::DICT {
        if DictObj::del_str(namespace.cast(), name) {
            return 0;
        }
        return Err::<(), _>(name_error(name)).in_band();
    }
    match ops::delitem(namespace, name.value()) {
        Ok(()) => 0,
        Err(raised) if exceptions::pending_is(exception::KeyError) => {
            let _ = crate::core::error::take_pending(raised);
            Err::<(), _>(name_error(name)).in_band()
        }
        Err(_) => -1,
    }
}

#[unsafe(no_mangle)]
pub extern "C" fn tp_globals(m: *mut u8) -> Value {
    module::globals_of(m as *mut ModuleDesc)
}

/// Globals are roots that every collection scans: a plain store.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tp_store_global(slot: *mut u8, v: Value) {
    // SAFETY: compiled code passes the address of a module's slot.
    unsafe { (slot as *mut Value).write(v) }
}

/// A new dict of the names that are bound: (tuple of names, values, count).
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tp_locals(names: *mut u8, values: *mut u8, count: i64) -> Value {
    let d = DictObj::new();
    let names: Gc<TupleObj> = Gc::from_ptr(names as *mut TupleObj);
    for i in 0..count as usize {
        // SAFETY: compiled code passes that many of both.
        let v = unsafe { *(values as *const Value).add(i) };
        if !v.is_unbound() {
            DictObj::set_str(d, TupleObj::get(names, i).cast(), v);
        }
    }
    d.value()
}

//! What compiled code calls to call, and the `with` statement.

use super::call::with_scratch;
use super::call::{call_found, call_raw};
use super::ops;
use crate::containers::{DictObj, ListObj, TupleObj};
use crate::core::error::InBand;
use crate::core::{Args, Gc, R, Value};
use crate::exceptions;
use crate::types::naming::type_name;
use crate::types::{type_lookup, type_of};
use runtime_interface::tag;

#[unsafe(no_mangle)]
pub unsafe extern "C" fn tp_call(f: Value, values: *mut u8, count: i64, kwnames: *mut u8) -> Value {
    super::weak_reference::safepoint();
    // SAFETY: compiled code passes that many values, then the keyword values.
    unsafe { call_raw(f, values as *const Value, count as usize, kwnames as *mut TupleObj).in_band() }
}

/// How messages about `*args` and `**kwargs` name the callee: `f()`.
pub fn callee_text(f: Value) -> String {
    let named = super::attributes::getattr_optional(f, name!("__qualname__"));
    match named {
        Ok(Some(n)) => match ops::as_str(n) {
            Some(s) => {
                let module = super::attributes::getattr_optional(f, name!("__module__"));
                let module = module.ok().flatten().and_then(ops::as_str).map(|m| m.to_string_lossy());
                match module.as_deref() {
                    None | Some("builtins") => format!("{}()", s.to_string_lossy()),
                    Some(m) => format!("{m}.{}()", s.to_string_lossy()),
                }
            }
            None => object_text(f),
        },
        _ => object_text(f),
    }
}

fn object_text(f: Value) -> String {
    ops::str(f).map_or_else(|_| type_name(f), |s| s.to_string_lossy())
}

#[unsafe(no_mangle)]
pub extern "C" fn tp_call_ex(f: Value, iterable: Value, keywords: Value) -> Value {
    call_ex(f, iterable, keywords).in_band()
}

fn call_ex(f: Value, iterable: Value, keywords: Value) -> R {
    let positional: Gc<TupleObj> = match iterable.tag {
        tag::TUPLE => iterable.cast(),
        tag::LIST => TupleObj::from_list(iterable.cast()),
        _ => {
            if type_of(iterable).slots.iter.is_none() && type_of(iterable).slots.getitem.is_none() {
                let (callee, t) = (callee_text(f), type_name(iterable));
                return Err(raise!(TypeError, "{callee} argument after * must be an iterable, not {t}"));
            }
            let list = ListObj::new();
            let it = ops::iter(iterable)?;
            loop {
                let x = ops::next(it)?;
                if x.is_unbound() {
                    break;
                }
                ListObj::push(list, x);
            }
            TupleObj::from_slice(ListObj::as_slice(list))
        }
    };
    let Some(d) = keywords.bound() else {
        return ops::call(f, TupleObj::as_slice(positional));
    };
    let d: Gc<DictObj> = d.cast();
    if d.len == 0 {
        return ops::call(f, TupleObj::as_slice(positional));
    }
    let count = d.len;
    let result = with_scratch(2 * count, |room| {
        // SAFETY: room for all of them.
        let all = unsafe { std::slice::from_raw_parts_mut(room, 2 * count) };
        let (kw, kw_names) = all.split_at_mut(count);
        let (mut position, mut i) = (0, 0);
        while let Some((k, v)) = DictObj::next_entry(d, &mut position) {
            let Some(k) = ops::as_str(k) else {
                return Err(raise!(TypeError, "keywords must be strings"));
            };
            (kw_names[i], kw[i]) = (k.value(), v);
            i += 1;
        }
        ops::call_args(f, &Args { pos: TupleObj::as_slice(positional), kw, kw_names })
    });
    std::hint::black_box(positional);
    result
}

// ---- with ----

/// Looks up `__enter__` and `__exit__`, calls the first; `out` receives the bound second.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tp_context_enter(manager: Value, out: *mut u8) -> Value {
    let result = context_enter(manager).map(|(entered, exit)| {
        // SAFETY: compiled code passes room for one value.
        unsafe { (out as *mut Value).write(exit) };
        entered
    });
    result.in_band()
}

fn context_enter(manager: Value) -> R<(Value, Value)> {
    let t = type_of(manager);
    let Some(enter) = type_lookup(t, name!("__enter__")) else {
        let hint = if type_lookup(t, name!("__aenter__")).is_some() {
            " but it supports the asynchronous context manager protocol. Did you mean to use 'async with'?"
        } else {
            ""
        };
        let name = type_name(manager);
        return Err(raise!(TypeError, "'{name}' object does not support the context manager protocol{hint}"));
    };
    let Some(exit) = type_lookup(t, name!("__exit__")) else {
        let name = type_name(manager);
        return Err(raise!(
            TypeError,
            "'{name}' object does not support the context manager protocol (missed __exit__ method)"
        ));
    };
    let exit = super::attributes::bind(exit, manager, t.value())?;
    let entered = call_found(enter, manager, &[])?;
    Ok((entered, exit))
}

/// Whether `__exit__` swallowed the exception (`NONE` if there is none).
#[unsafe(no_mangle)]
pub extern "C" fn tp_context_exit(exit: Value, e: Value) -> i64 {
    let args = if e.is_none() {
        [Value::NONE; 3]
    } else {
        [type_of(e).value(), e, exceptions::exception_of(e).traceback]
    };
    ops::call(exit, &args).and_then(ops::truth).in_band()
}

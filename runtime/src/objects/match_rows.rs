//! What compiled code calls for `match`.

use super::attributes::getattr_optional;
use super::ops;
use crate::containers::{DictObj, ListObj, SetObj, TupleObj};
use crate::core::error::InBand;
use crate::core::{Gc, R, Value};
use crate::types::lookup::as_type;
use crate::types::naming::{class_name, type_name};
use crate::types::{flags, type_of};
use runtime_interface::tag;

#[unsafe(no_mangle)]
pub extern "C" fn tp_match_is_sequence(v: Value) -> bool {
    v.is_heap() && type_of(v).flags & flags::SEQUENCE != 0
}

#[unsafe(no_mangle)]
pub extern "C" fn tp_match_is_mapping(v: Value) -> bool {
    v.is_heap() && type_of(v).flags & flags::MAPPING != 0
}

/// A tuple of the values under the keys, or `NONE` if one is missing.
#[unsafe(no_mangle)]
pub extern "C" fn tp_match_keys(mapping: Value, keys: Value) -> Value {
    match_keys(mapping, keys.cast()).in_band()
}

fn match_keys(mapping: Value, keys: Gc<TupleObj>) -> R {
    let found = TupleObj::new(keys.len);
    let seen = SetObj::new();
    let get = if mapping.tag == tag::DICT { None } else { Some(ops::getattr(mapping, name!("get"))?) };
    for i in 0..keys.len {
        let k = TupleObj::get(keys, i);
        if SetObj::contains(seen, k)? {
            let shown = ops::repr(k)?.to_string_lossy();
            return Err(raise!(ValueError, "mapping pattern checks duplicate key ({shown})"));
        }
        SetObj::add(seen, k)?;
        let v = match get {
            None => DictObj::get(mapping.cast(), k)?.unwrap_or(Value::UNBOUND),
            // A sentinel that no program has: the tuple of the results.
            Some(get) => {
                let v = ops::call(get, &[k, seen.value()])?;
                if v.is(seen.value()) { Value::UNBOUND } else { v }
            }
        };
        if v.is_unbound() {
            return Ok(Value::NONE);
        }
        TupleObj::set(found, i, v);
    }
    Ok(found.value())
}

/// A new dict of what the mapping holds under other keys.
#[unsafe(no_mangle)]
pub extern "C" fn tp_match_rest(mapping: Value, keys: Value) -> Value {
    match_rest(mapping, keys.cast()).in_band()
}

fn match_rest(mapping: Value, keys: Gc<TupleObj>) -> R {
    let rest = DictObj::new();
    if mapping.tag == tag::DICT {
        DictObj::merge(rest, mapping.cast(), true)?;
    } else {
        let names = ops::iter(ops::call_method(mapping, name!("keys"), &[])?)?;
        loop {
            let k = ops::next(names)?;
            if k.is_unbound() {
                break;
            }
            DictObj::insert(rest, k, ops::getitem(mapping, k)?)?;
        }
    }
    for k in TupleObj::as_slice(keys) {
        DictObj::remove(rest, *k)?;
    }
    Ok(rest.value())
}

/// The attributes that a class pattern asks for, positional ones first, or `NONE`.
#[unsafe(no_mangle)]
pub extern "C" fn tp_match_class(subject: Value, class: Value, positional: i64, names: Value) -> Value {
    match_class(subject, class, positional as usize, names).in_band()
}

fn match_class(subject: Value, class: Value, positional: usize, names: Value) -> R {
    let Some(t) = as_type(class) else {
        return Err(raise!(TypeError, "called match pattern must be a class"));
    };
    if !ops::isinstance(subject, class)? {
        return Ok(Value::NONE);
    }
    let names: Gc<TupleObj> = if names.tag == tag::TUPLE { names.cast() } else { TupleObj::empty() };
    let found = ListObj::with_capacity(positional + names.len);
    let seen = ListObj::new();
    if positional > 0 {
        let matched_whole = match getattr_optional(class, name!("__match_args__"))? {
            Some(args) => {
                if args.tag != tag::TUPLE {
                    let (c, n) = (class_name(t), type_name(args));
                    return Err(raise!(TypeError, "{c}.__match_args__ must be a tuple (got {n})"));
                }
                let args: Gc<TupleObj> = args.cast();
                if args.len < positional {
                    return Err(too_many(&class_name(t), args.len, positional));
                }
                for i in 0..positional {
                    let name = TupleObj::get(args, i);
                    let Some(s) = ops::as_str(name) else {
                        let n = type_name(name);
                        return Err(raise!(TypeError, "__match_args__ elements must be strings (got {n})"));
                    };
                    check_once(seen, s.value(), t)?;
                    match getattr_optional(subject, s)? {
                        Some(v) => ListObj::push(found, v),
                        None => return Ok(Value::NONE),
                    }
                }
                false
            }
            None => true,
        };
        if matched_whole {
            // The builtin types that stand for themselves: `case int(x)`.
            let itself = matches!(
                t.layout,
                tag::BOOL
                    | tag::BYTEARRAY
                    | tag::BYTES
                    | tag::DICT
                    | tag::FLOAT
                    | tag::FROZENSET
                    | tag::INT
                    | tag::LIST
                    | tag::SET
                    | tag::STR
                    | tag::TUPLE
            );
            let allowed = itself as usize;
            if positional > allowed {
                return Err(too_many(&class_name(t), allowed, positional));
            }
            ListObj::push(found, subject);
        }
    }
    for name in TupleObj::as_slice(names) {
        check_once(seen, *name, t)?;
        match getattr_optional(subject, name.cast())? {
            Some(v) => ListObj::push(found, v),
            None => return Ok(Value::NONE),
        }
    }
    Ok(TupleObj::from_slice(ListObj::as_slice(found)).value())
}

fn check_once(seen: Gc<ListObj>, name: Value, t: Gc<crate::types::TypeObj>) -> R<()> {
    for old in ListObj::as_slice(seen) {
        if ops::eq(*old, name)? {
            let (c, n) = (class_name(t), ops::str(name)?.to_string_lossy());
            return Err(raise!(TypeError, "{c}() got multiple sub-patterns for attribute '{n}'"));
        }
    }
    ListObj::push(seen, name);
    Ok(())
}

#[cold]
fn too_many(class: &str, allowed: usize, given: usize) -> crate::core::Raised {
    let s = if allowed == 1 { "" } else { "s" };
    raise!(TypeError, "{class}() accepts {allowed} positional sub-pattern{s} ({given} given)")
}

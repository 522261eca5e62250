//! Protocols of one object: text, hash, truth, length, items, membership, iteration.

use super::unwrap::unwrap;
use crate::core::mutator::DepthGuard;
use crate::core::{Gc, R, StrObj, Value};
use crate::types::{naming::type_name, type_of};
use runtime_interface::tag;

/// `repr(v)`
pub fn repr(v: Value) -> R<Gc<StrObj>> {
    let _guard = DepthGuard::enter("while getting the repr of an object")?;
    match type_of(v).slots.repr {
        Some(slot) => expect_str(slot(v)?, "__repr__"),
        None => Ok(super::instance::default_repr(v)),
    }
}

/// `str(v)`
pub fn str(v: Value) -> R<Gc<StrObj>> {
    if v.tag == tag::STR {
        return Ok(v.cast());
    }
    match type_of(v).slots.str {
        Some(slot) => {
            let _guard = DepthGuard::enter("while getting the str of an object")?;
            expect_str(slot(v)?, "__str__")
        }
        None => repr(v),
    }
}

fn expect_str(v: Value, method: &str) -> R<Gc<StrObj>> {
    match unwrap(v).exact::<StrObj>() {
        Some(s) => Ok(s),
        None => {
            let name = type_name(v);
            Err(raise!(TypeError, "{method} returned non-string (type {name})"))
        }
    }
}

/// `hash(v)`
pub fn hash(v: Value) -> R<i64> {
    if v.tag == tag::INT {
        return Ok(crate::numbers::hash::hash_i64(v.as_i64()));
    }
    match type_of(v).slots.hash {
        Some(slot) => slot(v),
        None => Err(unhashable(v)),
    }
}

/// TypeError: unhashable type
#[cold]
pub fn unhashable(v: Value) -> crate::core::Raised {
    let name = type_name(v);
    raise!(TypeError, "unhashable type: '{name}'")
}

/// The hash slot of types with equality and without hash.
pub fn unhashable_slot(v: Value) -> R<i64> {
    Err(unhashable(v))
}

/// `bool(v)`
#[inline]
pub fn truth(v: Value) -> R<bool> {
    match v.tag {
        tag::BOOL | tag::INT => Ok(v.bits != 0),
        tag::NONE => Ok(false),
        tag::FLOAT => Ok(v.as_f64() != 0.0),
        _ => truth_slow(v),
    }
}

fn truth_slow(v: Value) -> R<bool> {
    let t = type_of(v);
    if let Some(slot) = t.slots.bool {
        return slot(v);
    }
    match t.slots.len {
        Some(slot) => Ok(slot(v)? != 0),
        None => Ok(true),
    }
}

/// `len(v)`
pub fn len(v: Value) -> R<usize> {
    match type_of(v).slots.len {
        Some(slot) => slot(v),
        None => {
            let name = type_name(v);
            Err(raise!(TypeError, "object of type '{name}' has no len()"))
        }
    }
}

/// `operator.length_hint(v, default)`: errors of `__len__` other than TypeError pass through.
pub fn length_hint(v: Value, default: usize) -> R<usize> {
    if let Some(slot) = type_of(v).slots.len {
        return slot(v);
    }
    let Some(hint) = super::call::call_special_optional(v, name!("__length_hint__"), &[])? else {
        return Ok(default);
    };
    match hint.tag {
        tag::INT if hint.as_i64() >= 0 => Ok(hint.as_i64() as usize),
        tag::INT => Err(raise!(ValueError, "__length_hint__() should return >= 0")),
        tag::NOT_IMPLEMENTED => Ok(default),
        _ => {
            let name = type_name(hint);
            Err(raise!(TypeError, "__length_hint__ must be an integer, not {name}"))
        }
    }
}

/// `v[k]`
pub fn getitem(v: Value, k: Value) -> R {
    match type_of(v).slots.getitem {
        Some(slot) => slot(v, k),
        None => super::classes::subscript_class(v, k),
    }
}

/// `v[k] = x`
pub fn setitem(v: Value, k: Value, x: Value) -> R<()> {
    match type_of(v).slots.setitem {
        Some(slot) => slot(v, k, x),
        None => {
            // Sequences look at the index first.
            if matches!(type_of(v).layout, tag::STR | tag::BYTES | tag::TUPLE | tag::RANGE)
                && type_of(k).slots.index.is_some()
                && index(k)?.tag == tag::BIGINT
            {
                let name = type_name(k);
                return Err(raise!(IndexError, "cannot fit '{name}' into an index-sized integer"));
            }
            let name = type_name(v);
            Err(raise!(TypeError, "'{name}' object does not support item assignment"))
        }
    }
}

/// `del v[k]`
pub fn delitem(v: Value, k: Value) -> R<()> {
    match type_of(v).slots.setitem {
        Some(slot) => slot(v, k, Value::UNBOUND),
        None => {
            // What is a sequence in CPython's eyes says it in other words to an index.
            let is_sequence = v.tag >= tag::FIRST_CLASS
                || matches!(
                    type_of(v).layout,
                    tag::STR
                        | tag::BYTES
                        | tag::TUPLE
                        | tag::RANGE
                        | tag::SET
                        | tag::FROZENSET
                        | tag::DICT_KEYS
                );
            let not = if is_sequence && type_of(k).slots.index.is_some() { "doesn't" } else { "does not" };
            let name = type_name(v);
            Err(raise!(TypeError, "'{name}' object {not} support item deletion"))
        }
    }
}

/// `item in container`
pub fn contains(container: Value, item: Value) -> R<bool> {
    let t = type_of(container);
    if let Some(slot) = t.slots.contains {
        return slot(container, item);
    }
    if t.slots.iter.is_none() && t.slots.getitem.is_none() {
        let name = type_name(container);
        return Err(raise!(TypeError, "argument of type '{name}' is not iterable"));
    }
    let it = iter(container)?;
    loop {
        let x = next(it)?;
        if x.is_unbound() {
            return Ok(false);
        }
        if super::operators::eq(x, item)? {
            return Ok(true);
        }
    }
}

/// `iter(v)`
pub fn iter(v: Value) -> R {
    let t = type_of(v);
    if let Some(slot) = t.slots.iter {
        let it = slot(v)?;
        if type_of(it).slots.next.is_none() {
            let name = type_name(it);
            return Err(raise!(TypeError, "iter() returned non-iterator of type '{name}'"));
        }
        return Ok(it);
    }
    if t.slots.getitem.is_some() && t.layout != tag::DICT {
        return Ok(super::iterators::sequence_iterator(v));
    }
    let name = type_name(v);
    Err(raise!(TypeError, "'{name}' object is not iterable"))
}

/// The next item of an iterator, `UNBOUND` when it is exhausted.
#[inline]
pub fn next(it: Value) -> R {
    match type_of(it).slots.next {
        Some(slot) => slot(it),
        None => {
            let name = type_name(it);
            Err(raise!(TypeError, "'{name}' object is not an iterator"))
        }
    }
}

/// `operator.index(v)`: an `INT` or `BIGINT` value.
pub fn index(v: Value) -> R {
    match v.tag {
        tag::INT | tag::BIGINT => return Ok(v),
        tag::BOOL => return Ok(Value::int(v.bits as i64)),
        _ => {}
    }
    let Some(slot) = type_of(v).slots.index else {
        let name = type_name(v);
        return Err(raise!(TypeError, "'{name}' object cannot be interpreted as an integer"));
    };
    let result = slot(v)?;
    match unwrap(result) {
        r @ Value { tag: tag::INT | tag::BIGINT, .. } => Ok(r),
        r if r.tag == tag::BOOL => Ok(Value::int(r.bits as i64)),
        _ => {
            let name = type_name(result);
            Err(raise!(TypeError, "__index__ returned non-int (type {name})"))
        }
    }
}

/// `format(v, spec)` through `type(v).__format__`.
pub fn format(v: Value, spec: Gc<StrObj>) -> R<Gc<StrObj>> {
    if v.tag == tag::STR && spec.len == 0 {
        return Ok(v.cast());
    }
    let result = super::call::call_special(v, name!("__format__"), &[spec.value()])?;
    match unwrap(result).exact::<StrObj>() {
        Some(s) => Ok(s),
        None => {
            let name = type_name(result);
            Err(raise!(TypeError, "__format__ must return a str, not {name}"))
        }
    }
}

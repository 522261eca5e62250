//! What compiled code calls to build containers and to reach their items.

use super::dict_lookup::RAISED;
use super::dict_table::Short;
use super::dict_type::{self, merge_mapping};
use super::index::Bounds;
use super::slice_type::SliceObj;
use super::{DictObj, ListObj, SetObj, TupleObj, list_slices, list_type, set_algebra, set_type, tuple_type};
use crate::core::error::{InBand, take_pending};
use crate::core::{Gc, R, StrObj, Value};
use crate::exceptions::pending_is;
use crate::iteration::collect;
use crate::objects::ops;
use crate::types::type_of;
use runtime_interface::tag;

/// Values that compiled code passes by address, on its stack.
pub(super) unsafe fn values<'a>(at: *mut u8, count: i64) -> &'a [Value] {
    if count == 0 {
        return &[];
    }
    // SAFETY: compiled code passes `count` values.
    unsafe { std::slice::from_raw_parts(at as *const Value, count as usize) }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn tp_getitem(v: Value, k: Value) -> Value {
    let result = match (v.tag, k.tag) {
        (tag::LIST, tag::INT) => list_type::at(v.cast(), k.as_i64()),
        (tag::DICT | tag::DEFAULTDICT, _) => return keyed_item(v, k, DictObj::seek(v.cast(), k).0),
        (tag::TUPLE, tag::INT) => tuple_type::at(v.cast(), k.as_i64()),
        _ => ops::getitem(v, k),
    };
    result.in_band()
}

/// What a look-up in a dict or defaultdict gives.
#[inline(always)]
fn keyed_item(v: Value, k: Value, found: isize) -> Value {
    match found {
        0.. => DictObj::value_at(v.cast(), found as usize),
        _ => no_item(v, k, found),
    }
}

#[inline(never)]
fn no_item(v: Value, k: Value, found: isize) -> Value {
    if found == RAISED {
        return Value::ERROR;
    }
    if v.tag == tag::DEFAULTDICT {
        return crate::modules::collections::defaultdict::missing(v, k).in_band();
    }
    R::<Value>::Err(dict_type::missing_key(k)).in_band()
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn tp_getitem_slice(v: Value, start: Value, stop: Value, step: Value) -> Value {
    let is_bound = |b: Value| b.is_int() || b.is_none();
    let plain = step.is_none() && is_bound(start) && is_bound(stop);
    let selected = |len: usize| {
        let start = if start.is_none() { 0 } else { start.as_i64() };
        let stop = if stop.is_none() { i64::MAX } else { stop.as_i64() };
        Bounds { start, stop, step: 1 }.select(len)
    };
    let result = match v.tag {
        tag::STR if plain => {
            let s: Gc<StrObj> = v.cast();
            let part = selected(s.len);
            let from = part.start as usize;
            Ok(crate::text::object::substring(s, from, from + part.count).value())
        }
        tag::LIST if plain => {
            let l: Gc<ListObj> = v.cast();
            Ok(list_slices::select(l, selected(l.len)).value())
        }
        _ => ops::getitem(v, SliceObj::new(start, stop, step).value()),
    };
    result.in_band()
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn tp_setitem(v: Value, k: Value, x: Value) -> i64 {
    let result = match (v.tag, k.tag) {
        (tag::LIST, tag::INT) => list_type::set_at(v.cast(), k.as_i64(), x),
        (tag::DICT | tag::DEFAULTDICT, _) => {
            return set_keyed_item(v.cast(), k, x, DictObj::seek(v.cast(), k));
        }
        _ => ops::setitem(v, k, x),
    };
    result.in_band()
}

/// Stores where a look-up ended.
#[inline(always)]
fn set_keyed_item(d: Gc<DictObj>, k: Value, x: Value, (found, short): (isize, Short)) -> i64 {
    match found {
        0.. => DictObj::set_value(d, found as usize, x),
        RAISED => return -1,
        _ => DictObj::append(d, k, short, x),
    }
    0
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn tp_delitem(v: Value, k: Value) -> i64 {
    ops::delitem(v, k).in_band()
}

/// Never inlined: see `tp_contains`.
#[inline(never)]
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tp_getitem_int(v: Value, i: i64) -> Value {
    let result = match v.tag {
        tag::LIST => list_type::at(v.cast(), i),
        tag::TUPLE => tuple_type::at(v.cast(), i),
        tag::DICT | tag::DEFAULTDICT => {
            return keyed_item(v, Value::int(i), DictObj::seek_int(v.cast(), i).0);
        }
        tag::STR => crate::text::str_type::at(v.cast(), i),
        tag::BYTES | tag::BYTEARRAY => match crate::bytes::byte_at(v, i) {
            Some(byte) => Ok(byte),
            None => ops::getitem(v, Value::int(i)),
        },
        _ => ops::getitem(v, Value::int(i)),
    };
    result.in_band()
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn tp_setitem_int(v: Value, i: i64, x: Value) -> i64 {
    let result = match v.tag {
        tag::LIST => list_type::set_at(v.cast(), i, x),
        tag::DICT | tag::DEFAULTDICT => {
            return set_keyed_item(v.cast(), Value::int(i), x, DictObj::seek_int(v.cast(), i));
        }
        tag::BYTEARRAY if crate::bytes::set_byte_at(v, i, x) => Ok(()),
        _ => ops::setitem(v, Value::int(i), x),
    };
    result.in_band()
}

/// Never inlined: rows that compiled code takes in cross to the runtime by this symbol.
#[inline(never)]
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tp_contains(container: Value, item: Value) -> i64 {
    match container.tag {
        tag::DICT | tag::DEFAULTDICT => match DictObj::seek(container.cast(), item).0 {
            RAISED => -1,
            found => (found >= 0) as i64,
        },
        tag::SET | tag::FROZENSET => set_type::contains(container, item).in_band(),
        _ => ops::contains(container, item).in_band(),
    }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn tp_build_tuple(items: *mut u8, count: i64) -> Value {
    // SAFETY: compiled code's values.
    TupleObj::from_slice(unsafe { values(items, count) }).value()
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn tp_build_pair(a: Value, b: Value) -> Value {
    TupleObj::pair(a, b).value()
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn tp_build_triple(a: Value, b: Value, c: Value) -> Value {
    let t = TupleObj::uninitialized(3);
    // SAFETY: three items fit.
    unsafe {
        let items = TupleObj::items(t);
        items.write(a);
        items.add(1).write(b);
        items.add(2).write(c);
    }
    t.value()
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn tp_build_list(items: *mut u8, count: i64) -> Value {
    // SAFETY: compiled code's values.
    ListObj::from_slice(unsafe { values(items, count) }).value()
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn tp_build_set(items: *mut u8, count: i64) -> Value {
    // SAFETY: compiled code's values.
    build_set(unsafe { values(items, count) }).in_band()
}

fn build_set(items: &[Value]) -> R {
    let s = SetObj::new();
    for &v in items {
        SetObj::add(s, v)?;
    }
    Ok(s.value())
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn tp_build_dict(items: *mut u8, count: i64) -> Value {
    // SAFETY: compiled code's values.
    build_dict(unsafe { values(items, count) }).in_band()
}

fn build_dict(items: &[Value]) -> R {
    let d = DictObj::with_capacity(items.len() / 2);
    for pair in items.chunks_exact(2) {
        DictObj::insert(d, pair[0], pair[1])?;
    }
    Ok(d.value())
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn tp_build_slice(start: Value, stop: Value, step: Value) -> Value {
    SliceObj::new(start, stop, step).value()
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn tp_list_append(l: Value, v: Value) -> i64 {
    ListObj::push(l.cast(), v);
    0
}

/// `[*iterable]`
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tp_list_extend(l: Value, iterable: Value) -> i64 {
    if !is_iterable(iterable) {
        let name = ops::type_name(iterable);
        let _ = raise!(TypeError, "Value after * must be an iterable, not {name}");
        return -1;
    }
    collect::extend(l.cast(), iterable).in_band()
}

fn is_iterable(v: Value) -> bool {
    let t = type_of(v);
    t.slots.iter.is_some() || t.slots.getitem.is_some()
}

/// `f(*iterable)`
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tp_list_extend_star(l: Value, iterable: Value, callee: Value) -> i64 {
    if !is_iterable(iterable) {
        let (function, name) = (callee_text(callee), ops::type_name(iterable));
        let _ = raise!(TypeError, "{function} argument after * must be an iterable, not {name}");
        return -1;
    }
    collect::extend(l.cast(), iterable).in_band()
}

/// How messages name a callee: `module.qualname()`, without the module for builtins.
fn callee_text(callee: Value) -> String {
    let text = |name| -> Option<String> {
        let v = ops::getattr_optional(callee, name).ok()??;
        ops::as_str(v).map(|s| s.to_string_lossy())
    };
    let Some(qualname) = text(name!("__qualname__")) else {
        return match ops::str(callee) {
            Ok(s) => s.to_string_lossy(),
            Err(raised) => {
                take_pending(raised);
                String::from("object")
            }
        };
    };
    match text(name!("__module__")) {
        Some(module) if module != "builtins" => format!("{module}.{qualname}()"),
        _ => format!("{qualname}()"),
    }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn tp_list_to_tuple(l: Value) -> Value {
    TupleObj::from_list(l.cast()).value()
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn tp_set_add(s: Value, v: Value) -> i64 {
    SetObj::add(s.cast(), v).map(|_| ()).in_band()
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn tp_set_update(s: Value, iterable: Value) -> i64 {
    set_algebra::update(s.cast(), iterable).in_band()
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn tp_dict_insert(d: Value, k: Value, v: Value) -> i64 {
    set_keyed_item(d.cast(), k, v, DictObj::seek(d.cast(), k))
}

/// `{**mapping}`
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tp_dict_update(d: Value, mapping: Value) -> i64 {
    let result = merge_mapping(d.cast(), mapping, true);
    if result.is_err() && pending_is(tag::exception::AttributeError) {
        let name = ops::type_name(mapping);
        let _ = raise!(TypeError, "'{name}' object is not a mapping");
    }
    result.in_band()
}

/// `f(**mapping)`
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tp_dict_merge(d: Value, mapping: Value, callee: Value) -> i64 {
    merge_keywords(d, mapping, callee).in_band()
}

#[unsafe(no_mangle)]
pub extern "C" fn tp_keyword_dict(mapping: Value, callee: Value) -> Value {
    if mapping.tag == tag::DICT {
        return mapping;
    }
    let d = DictObj::new().value();
    merge_keywords(d, mapping, callee).map(|()| d).in_band()
}

fn merge_keywords(d: Value, mapping: Value, callee: Value) -> R<()> {
    let kwargs: Gc<DictObj> = d.cast();
    let source = match mapping.exact::<DictObj>() {
        Some(source) => source,
        None => {
            let source = DictObj::new();
            if let Err(raised) = merge_mapping(source, mapping, true) {
                if !pending_is(tag::exception::AttributeError) {
                    return Err(raised);
                }
                take_pending(raised);
                let (function, name) = (callee_text(callee), ops::type_name(mapping));
                return Err(raise!(TypeError, "{function} argument after ** must be a mapping, not {name}"));
            }
            source
        }
    };
    let mut i = 0;
    while let Some((k, v)) = DictObj::next_entry(source, &mut i) {
        if DictObj::contains(kwargs, k)? {
            let function = callee_text(callee);
            let shown = ops::str(k)?.to_string_lossy();
            return Err(raise!(TypeError, "{function} got multiple values for keyword argument '{shown}'"));
        }
        DictObj::insert(kwargs, k, v)?;
    }
    Ok(())
}

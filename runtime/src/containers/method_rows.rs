//! Methods of exact dicts, sets and lists that compiled code calls without looking them up.

use super::dict_iterators::{self, Yields};
use super::dict_lookup::RAISED;
use super::rows::{tp_contains, tp_getitem_int};
use super::{DictObj, ListObj, SetObj, dict_type, set_type};
use crate::core::error::InBand;
use crate::core::{Gc, Value};
use crate::iteration::rows::tp_next;

#[inline(never)]
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tp_dict_get(d: Value, k: Value, default: Value) -> Value {
    match DictObj::seek(d.cast(), k).0 {
        RAISED => Value::ERROR,
        found @ 0.. => DictObj::value_at(d.cast(), found as usize),
        _ => default,
    }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn tp_dict_item_int(d: Value, k: i64) -> Value {
    match DictObj::find_int_at_once(d.cast(), k) {
        Some(i) => DictObj::value_at(d.cast(), i),
        // SAFETY: passed on.
        None => unsafe { tp_getitem_int(d, k) },
    }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn tp_dict_contains_int(d: Value, k: i64) -> i64 {
    match DictObj::find_int_at_once(d.cast(), k) {
        Some(_) => 1,
        // SAFETY: passed on.
        None => unsafe { tp_contains(d, Value::int(k)) },
    }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn tp_dict_get_int(d: Value, k: i64, default: Value) -> Value {
    match DictObj::find_int_at_once(d.cast(), k) {
        Some(i) => DictObj::value_at(d.cast(), i),
        // SAFETY: passed on.
        None => unsafe { tp_dict_get(d, Value::int(k), default) },
    }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn tp_dict_pop(d: Value, k: Value, default: Value) -> Value {
    dict_type::pop_key(d.cast(), k, default.bound()).in_band()
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn tp_dict_set_default(d: Value, k: Value, v: Value) -> Value {
    DictObj::set_default(d.cast(), k, v).in_band()
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn tp_dict_items(d: Value) -> Value {
    dict_iterators::dict_iterator(d.cast(), Yields::Items)
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn tp_dict_next_pair(it: Value, out: *mut u8) -> i64 {
    match dict_iterators::next_plain(it.cast()) {
        Some((k, v)) => {
            let out = out as *mut Value;
            // SAFETY: compiled code gives room for two values.
            unsafe {
                out.write(k);
                out.add(1).write(v);
            }
            1
        }
        // SAFETY: passed on.
        None => unsafe { tp_dict_next_pair_rest(it, out) },
    }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn tp_dict_next_key(it: Value) -> Value {
    match dict_iterators::next_plain(it.cast()) {
        Some((k, _)) => k,
        // SAFETY: passed on.
        None => unsafe { tp_next(it) },
    }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn tp_dict_next_value(it: Value) -> Value {
    match dict_iterators::next_plain(it.cast()) {
        Some((_, v)) => v,
        // SAFETY: passed on.
        None => unsafe { tp_next(it) },
    }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn tp_set_next(it: Value) -> Value {
    match set_type::next_plain(it.cast()) {
        Some(k) => k,
        // SAFETY: passed on.
        None => unsafe { tp_next(it) },
    }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn tp_set_contains_int(s: Value, k: i64) -> i64 {
    match SetObj::contains_at_once(s.cast(), k) {
        Some(answer) => answer as i64,
        // SAFETY: passed on.
        None => unsafe { tp_contains(s, Value::int(k)) },
    }
}

#[inline(never)]
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tp_dict_next_pair_rest(it: Value, out: *mut u8) -> i64 {
    match dict_iterators::next_entry(it.cast()) {
        Ok(Some((k, v))) => {
            let out = out as *mut Value;
            // SAFETY: compiled code gives room for two values.
            unsafe {
                out.write(k);
                out.add(1).write(v);
            }
            1
        }
        Ok(None) => 0,
        Err(raised) => Err::<(), _>(raised).in_band(),
    }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn tp_set_discard(s: Value, k: Value) -> i64 {
    set_type::discard_from(s.cast(), k).map(|_| ()).in_band()
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn tp_set_remove(s: Value, k: Value) -> i64 {
    set_type::remove_from(s.cast(), k).in_band()
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn tp_list_pop(l: Value) -> Value {
    match ListObj::pop(l.cast()) {
        Some(v) => v,
        None => super::list_type::pop_at(l.cast(), -1).in_band(),
    }
}

/// A list that only compiled code knows, and the lists of its keys.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tp_sort_by(items: Value, keys: *mut u8, count: i64, reverse: i64) -> i64 {
    // SAFETY: compiled code passes so many lists.
    let keys = unsafe { std::slice::from_raw_parts(keys as *const Value, count as usize) };
    let mut lists: [Gc<ListObj>; 8] = [items.cast(); 8];
    for (list, key) in lists.iter_mut().zip(keys) {
        *list = key.cast();
    }
    super::sort::sort_by(items.cast(), &lists[..keys.len()], reverse != 0).in_band()
}

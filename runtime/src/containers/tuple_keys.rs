//! Look-ups by a tuple that exists only as its items: `(x, y) in s`, `d[x, y] += 1`.
//!
//! The tuple is made where a new key is stored, and where the container or an item is of a kind whose hash or equality runs
//! code that could see it.

use super::dict_lookup::UNDECIDED;
use super::dict_memo::NONE;
use super::dict_table::DictObj;
use super::method_rows::{tp_dict_get, tp_dict_set_default};
use super::rows::{tp_contains, tp_getitem, tp_set_add, tp_setitem, values};
use super::{SetObj, TupleObj};
use crate::core::{Gc, Value};
use runtime_interface::tag;

fn is_dict(v: Value) -> bool {
    matches!(v.tag, tag::DICT | tag::DEFAULTDICT)
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn tp_contains_items(container: Value, items: *mut u8, count: i64) -> i64 {
    // SAFETY: compiled code's values.
    let items = unsafe { values(items, count) };
    let found = match container.tag {
        tag::SET | tag::FROZENSET => SetObj::contains_items(container.cast(), items),
        tag::DICT | tag::DEFAULTDICT => {
            let (found, _) = DictObj::seek_items(container.cast(), items);
            (found != UNDECIDED).then_some(found >= 0)
        }
        _ => None,
    };
    match found {
        Some(found) => found as i64,
        // SAFETY: passed on.
        None => unsafe { tp_contains(container, TupleObj::from_slice(items).value()) },
    }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn tp_getitem_items(container: Value, items: *mut u8, count: i64) -> Value {
    // SAFETY: compiled code's values.
    let items = unsafe { values(items, count) };
    if is_dict(container)
        && let (found @ 0.., _) = DictObj::seek_items(container.cast(), items)
    {
        return DictObj::value_at(container.cast(), found as usize);
    }
    // SAFETY: passed on.
    unsafe { tp_getitem(container, TupleObj::from_slice(items).value()) }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn tp_setitem_items(container: Value, items: *mut u8, count: i64, v: Value) -> i64 {
    // SAFETY: compiled code's values.
    let items = unsafe { values(items, count) };
    if is_dict(container) {
        let d: Gc<DictObj> = container.cast();
        match DictObj::seek_items(d, items) {
            (UNDECIDED, _) => {}
            (found @ 0.., _) => {
                DictObj::set_value(d, found as usize, v);
                return 0;
            }
            (_, short) => {
                DictObj::append(d, TupleObj::from_slice(items).value(), short, v);
                return 0;
            }
        }
    }
    // SAFETY: passed on.
    unsafe { tp_setitem(container, TupleObj::from_slice(items).value(), v) }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn tp_set_add_items(set: Value, items: *mut u8, count: i64) -> i64 {
    // SAFETY: compiled code's values.
    let items = unsafe { values(items, count) };
    match SetObj::add_items(set.cast(), items) {
        Some(()) => 0,
        // SAFETY: passed on.
        None => unsafe { tp_set_add(set, TupleObj::from_slice(items).value()) },
    }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn tp_dict_get_items(d: Value, items: *mut u8, count: i64, default: Value) -> Value {
    // SAFETY: compiled code's values.
    let items = unsafe { values(items, count) };
    match DictObj::seek_items(d.cast(), items) {
        (found @ 0.., _) => DictObj::value_at(d.cast(), found as usize),
        (NONE, _) => default,
        // SAFETY: passed on.
        _ => unsafe { tp_dict_get(d, TupleObj::from_slice(items).value(), default) },
    }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn tp_dict_set_default_items(d: Value, items: *mut u8, count: i64, v: Value) -> Value {
    // SAFETY: compiled code's values.
    let items = unsafe { values(items, count) };
    match DictObj::seek_items(d.cast(), items) {
        (found @ 0.., _) => DictObj::value_at(d.cast(), found as usize),
        // SAFETY: passed on.
        _ => unsafe { tp_dict_set_default(d, TupleObj::from_slice(items).value(), v) },
    }
}

//! What compiled code calls to iterate and to unpack.

use super::sequence_iterators::{
    list_iterator, list_iterator_from, list_next, tuple_iterator, tuple_iterator_from, tuple_next,
};
use super::{enumerate, unpack, zip};
use crate::containers::dict_iterators::Yields;
use crate::containers::{dict_iterators, range_type, set_type};
use crate::core::Value;
use crate::core::error::InBand;
use crate::objects::ops;
use runtime_interface::tag;

#[unsafe(no_mangle)]
pub unsafe extern "C" fn tp_iter(v: Value) -> Value {
    match v.tag {
        tag::LIST => list_iterator(v.cast()),
        tag::TUPLE => tuple_iterator(v.cast()),
        tag::DICT | tag::DEFAULTDICT => dict_iterators::dict_iterator(v.cast(), Yields::Keys),
        tag::SET | tag::FROZENSET => set_type::set_iterator(v.cast()),
        _ => ops::iter(v).in_band(),
    }
}

#[unsafe(no_mangle)]
pub extern "C" fn tp_list_iterator_from(list: Value, position: i64) -> Value {
    list_iterator_from(list.cast(), position as usize)
}

#[unsafe(no_mangle)]
pub extern "C" fn tp_tuple_iterator_from(tuple: Value, position: i64) -> Value {
    tuple_iterator_from(tuple.cast(), position as usize)
}

/// Never inlined: rows that compiled code takes in cross to the runtime by this symbol.
#[inline(never)]
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tp_next(it: Value) -> Value {
    match it.tag {
        tag::GENERATOR => crate::objects::generator::tp_generator_next(it.bits as *mut u8),
        tag::LIST_ITERATOR => list_next(it.cast()),
        tag::RANGE_ITERATOR => range_type::range_next(it.cast()),
        tag::TUPLE_ITERATOR => tuple_next(it.cast()),
        tag::DICT_KEY_ITERATOR => dict_iterators::next_key(it).in_band(),
        tag::DICT_VALUE_ITERATOR => dict_iterators::next_value(it).in_band(),
        tag::DICT_ITEM_ITERATOR => dict_iterators::next_item(it).in_band(),
        tag::STR_ITERATOR => crate::text::str_type::next(it).in_band(),
        tag::ENUMERATE => enumerate::next(it).in_band(),
        tag::ZIP => zip::next(it).in_band(),
        tag::SET_ITERATOR => set_type::set_next(it).in_band(),
        _ => ops::next(it).in_band(),
    }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn tp_next_item(it: Value, default: Value) -> Value {
    if it.tag == tag::GENERATOR {
        let item = crate::objects::generator::tp_generator_next(it.bits as *mut u8);
        if !item.is_unbound() {
            return item;
        }
        return match default.bound() {
            Some(default) => default,
            None => crate::builtins::iteration::exhausted(it).in_band(),
        };
    }
    crate::builtins::iteration::next_item(it, default.bound()).in_band()
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn tp_unpack(v: Value, count: i64, out: *mut u8) -> i64 {
    // SAFETY: compiled code passes room for `count` values.
    unsafe { unpack::unpack(v, count as usize, out as *mut Value) }.in_band()
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn tp_unpack_ex(v: Value, before: i64, after: i64, out: *mut u8) -> i64 {
    // SAFETY: compiled code passes room for all values.
    unsafe { unpack::unpack_starred(v, before as usize, after as usize, out as *mut Value) }.in_band()
}

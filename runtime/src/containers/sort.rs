//! `list.sort` and `sorted`: keys, fast orders, and the general case.
//!
//! A *simple* order is one between exact ints, floats, strs, or tuples of these of one shape: it runs no
//! Python code, so any algorithm may decide it. Everything else goes through `merge_sort` with `<`.

use super::list::{Kind, ListObj, no_items, stored_range};
use super::merge_sort;
use super::tuple::TupleObj;
use super::{key, repr::units};
use crate::core::string::Chars;
use crate::core::{Gc, R, StrObj, Value};
use crate::memory::ValueArray;
use crate::objects::ops;
use crate::types::Compare;
use runtime_interface::tag;
use std::cmp::Ordering;

/// Sorts a list in place. While it sorts, the list looks empty to the program.
pub fn sort_list(mut l: Gc<ListObj>, key_function: Value, reverse: bool) -> R<()> {
    let (array, n, kind) = (l.array, l.len, l.kind);
    if n < 2 && key_function.is_none() {
        return Ok(());
    }
    l.array = no_items();
    l.len = 0;
    l.kind = Kind::VALUES;
    let result = match kind {
        Kind::VALUES => sort_array(array, n, key_function, reverse),
        _ => sort_numbers(ListObj::made_of(kind, array, n), key_function, reverse),
    };
    let changed = l.len != 0 || l.array != no_items();
    l.array = array;
    l.len = n;
    l.kind = kind;
    l.barrier();
    result?;
    if changed {
        return Err(raise!(ValueError, "list modified during sort"));
    }
    Ok(())
}

/// Sorts a list that holds no values but payloads, which are its own.
fn sort_numbers(l: Gc<ListObj>, key_function: Value, reverse: bool) -> R<()> {
    let n = l.len;
    if key_function.is_none() {
        // Equal ints and bools are the same; floats are not, nor are they ordered if a NaN is among them.
        if let Some(items) = ListObj::payloads::<i64>(l, Kind::INTS) {
            items.sort_unstable();
            if reverse {
                items.reverse();
            }
            return Ok(());
        }
        if let Some(items) = ListObj::payloads::<u8>(l, Kind::BOOLS) {
            items.sort_unstable();
            if reverse {
                items.reverse();
            }
            return Ok(());
        }
        if let Some(items) = ListObj::payloads::<f64>(l, Kind::FLOATS)
            && !items.iter().any(|x| x.is_nan())
        {
            let order = |a: &f64, b: &f64| a.partial_cmp(b).unwrap_or(Ordering::Equal);
            match reverse {
                false => items.sort_by(order),
                true => items.sort_by(|a, b| order(b, a)),
            }
            return Ok(());
        }
    }
    let values = ValueArray::new(n);
    for i in 0..n {
        ValueArray::set(values, i, ListObj::get(l, i));
    }
    let result = sort_array(values, n, key_function, reverse);
    for i in 0..n {
        ListObj::put(l, i, ValueArray::get(values, i));
    }
    result
}

fn sort_array(array: Gc<ValueArray>, n: usize, key_function: Value, reverse: bool) -> R<()> {
    let items = || &ValueArray::as_slice(array)[..n];
    if key_function.is_none() {
        if items().iter().all(|v| v.tag == tag::INT) {
            sort_ints(array, n, reverse);
            return Ok(());
        }
        return sort_by_keys(array, array, n, reverse);
    }
    let keys = ListObj::with_capacity(n);
    for i in 0..n {
        ListObj::push(keys, ops::call(key_function, &[ValueArray::get(array, i)])?);
    }
    sort_by_keys(array, keys.array, n, reverse)
}

/// Equal ints are the same value, so only the numbers need to be moved.
fn sort_ints(array: Gc<ValueArray>, n: usize, reverse: bool) {
    let mut numbers: Vec<i64> = ValueArray::as_slice(array)[..n].iter().map(|v| v.as_i64()).collect();
    numbers.sort_unstable();
    if reverse {
        numbers.reverse();
    }
    for (i, &x) in numbers.iter().enumerate() {
        // SAFETY: below `n`; ints need no barrier.
        unsafe { ValueArray::items(array).add(i).write(Value::int(x)) }
    }
}

/// Sorts the first `n` values in the order of as many keys (which may be the values themselves).
fn sort_by_keys(values: Gc<ValueArray>, keys: Gc<ValueArray>, n: usize, reverse: bool) -> R<()> {
    assert!(n <= u32::MAX as usize, "a list of 2^32 items is sorted");
    let slice = &ValueArray::as_slice(keys)[..n];
    let Some(&first) = slice.first() else { return Ok(()) };
    if is_simple(first) && slice.iter().all(|&k| same_shape(first, k)) {
        let order = simple_order(slice, reverse);
        permute(values, order);
        return Ok(());
    }
    let mut order: Vec<u32> = (0..n as u32).collect();
    if reverse {
        order.reverse();
    }
    let result = merge_sort::sort(&mut order, &mut |a: u32, b: u32| {
        less(ValueArray::get(keys, a as usize), ValueArray::get(keys, b as usize))
    });
    if reverse {
        order.reverse();
    }
    permute(values, order);
    result
}

/// Item `i` becomes what was item `order[i]`.
fn permute(values: Gc<ValueArray>, mut order: Vec<u32>) {
    const DONE: u32 = u32::MAX;
    for start in 0..order.len() {
        if order[start] == DONE || order[start] as usize == start {
            continue;
        }
        let saved = ValueArray::get(values, start);
        let mut to = start;
        // Follow the cycle; nothing runs meanwhile.
        loop {
            let from = order[to] as usize;
            order[to] = DONE;
            let v = if from == start { saved } else { ValueArray::get(values, from) };
            // SAFETY: in range; the barrier is below.
            unsafe { ValueArray::items(values).add(to).write(v) }
            if from == start {
                break;
            }
            to = from;
        }
    }
    stored_range(values, 0, order.len());
}

/// `a < b` as a test.
pub fn less(a: Value, b: Value) -> R<bool> {
    match (a.tag, b.tag) {
        (tag::INT, tag::INT) => Ok(a.as_i64() < b.as_i64()),
        (tag::FLOAT, tag::FLOAT) => Ok(a.as_f64() < b.as_f64()),
        (tag::STR, tag::STR) => Ok(compare_str(a.cast(), b.cast()).is_lt()),
        (tag::TUPLE, tag::TUPLE) => {
            let (x, y) = (TupleObj::as_slice(a.cast()), TupleObj::as_slice(b.cast()));
            for (&p, &q) in x.iter().zip(y) {
                if !key::equal(p, q)? {
                    return less(p, q);
                }
            }
            Ok(x.len() < y.len())
        }
        _ => ops::truth(ops::compare(a, b, Compare::Lt)?),
    }
}

/// `a < b` where that runs no Python code and raises nothing; `None`: ask [`less`].
#[inline(always)]
pub fn quickly_less(a: Value, b: Value) -> Option<bool> {
    if a.is_int() && b.is_int() {
        return Some(a.as_i64() < b.as_i64());
    }
    less_by_items(a, b)
}

fn less_by_items(a: Value, b: Value) -> Option<bool> {
    match (a.tag, b.tag) {
        (tag::FLOAT, tag::FLOAT) => Some(a.as_f64() < b.as_f64()),
        (tag::STR, tag::STR) => Some(compare_str(a.cast(), b.cast()).is_lt()),
        (tag::TUPLE, tag::TUPLE) => {
            let (x, y) = (TupleObj::as_slice(a.cast()), TupleObj::as_slice(b.cast()));
            for (&p, &q) in x.iter().zip(y) {
                if p.is(q) {
                    continue;
                }
                match (p.tag, q.tag) {
                    (tag::INT, tag::INT) => return Some(p.as_i64() < q.as_i64()),
                    (tag::FLOAT, tag::FLOAT) if p.as_f64() == q.as_f64() => {}
                    (tag::FLOAT, tag::FLOAT) => return Some(p.as_f64() < q.as_f64()),
                    (tag::STR, tag::STR) => match compare_str(p.cast(), q.cast()) {
                        Ordering::Equal => {}
                        order => return Some(order.is_lt()),
                    },
                    _ => return None,
                }
            }
            Some(x.len() < y.len())
        }
        _ => None,
    }
}

fn compare_str(a: Gc<StrObj>, b: Gc<StrObj>) -> Ordering {
    match (a.chars(), b.chars()) {
        (Chars::One(x), Chars::One(y)) => {
            if x.len() >= 8 && y.len() >= 8 {
                // Most differ here.
                let (p, q) = (narrow_prefix(a), narrow_prefix(b));
                if p != q {
                    return p.cmp(&q);
                }
            }
            x.cmp(y)
        }
        _ => units(&a).cmp(&units(&b)),
    }
}

/// Whether values of this shape have a simple order.
fn is_simple(v: Value) -> bool {
    same_shape(v, v)
}

/// Whether two values have the same shape, and a simple order.
fn same_shape(a: Value, b: Value) -> bool {
    match (a.tag, b.tag) {
        (tag::INT | tag::BOOL, tag::INT | tag::BOOL) | (tag::STR, tag::STR) => true,
        (tag::FLOAT, tag::FLOAT) => !a.as_f64().is_nan() && !b.as_f64().is_nan(),
        (tag::TUPLE, tag::TUPLE) => {
            let (a, b) = (TupleObj::as_slice(a.cast()), TupleObj::as_slice(b.cast()));
            a.len() == b.len() && a.iter().zip(b).all(|(&x, &y)| same_shape(x, y))
        }
        _ => false,
    }
}

/// The order of two values of one shape.
fn compare_simple(a: Value, b: Value) -> Ordering {
    match a.tag {
        tag::STR => compare_str(a.cast(), b.cast()),
        tag::FLOAT => a.as_f64().partial_cmp(&b.as_f64()).unwrap_or(Ordering::Equal),
        tag::TUPLE => {
            let (a, b) = (TupleObj::as_slice(a.cast()), TupleObj::as_slice(b.cast()));
            for (&x, &y) in a.iter().zip(b) {
                let order = match x.tag {
                    _ if x.is(y) => continue,
                    tag::INT => x.as_i64().cmp(&y.as_i64()),
                    tag::STR => compare_str(x.cast(), y.cast()),
                    _ => compare_simple(x, y),
                };
                if order.is_ne() {
                    return order;
                }
            }
            Ordering::Equal
        }
        _ => a.as_i64().cmp(&b.as_i64()),
    }
}

/// How the keys of one place (the keys themselves, or the items of tuples at one index) become numbers in their order.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Column {
    Number,
    Float,
    /// Text of up to seven bytes, one a character: the bytes, then their number.
    Short,
    /// Longer text of one byte a character: the first eight.
    Narrow,
    /// Other text: the first three characters.
    Wide,
    /// Tuples in tuples: nothing.
    Tuple,
}

impl Column {
    fn of(keys: impl Iterator<Item = Value>) -> Column {
        let mut column = Column::Short;
        for k in keys {
            match k.tag {
                tag::STR => {
                    let s: Gc<StrObj> = k.cast();
                    if s.width() != 1 {
                        return Column::Wide;
                    }
                    if s.len > 7 {
                        column = Column::Narrow;
                    }
                }
                tag::FLOAT => return Column::Float,
                tag::TUPLE => return Column::Tuple,
                _ => return Column::Number,
            }
        }
        column
    }
    /// Whether equal numbers mean equal keys.
    fn tells_all(self) -> bool {
        matches!(self, Column::Number | Column::Float | Column::Short)
    }
    #[inline(always)]
    fn number(self, v: Value) -> u64 {
        const SIGN: u64 = 1 << 63;
        match self {
            Column::Number => v.bits ^ SIGN,
            Column::Float => {
                // Adding 0.0 makes -0.0 equal to 0.0.
                let bits = (v.as_f64() + 0.0).to_bits();
                if bits & SIGN != 0 { !bits } else { bits | SIGN }
            }
            Column::Short => {
                let s: Gc<StrObj> = v.cast();
                narrow_prefix(s) | s.len as u64
            }
            Column::Narrow => narrow_prefix(v.cast()),
            Column::Wide => {
                let s: Gc<StrObj> = v.cast();
                let point = |i: usize| if i < s.len { s.at(i) as u64 + 1 } else { 0 };
                point(0) << 42 | point(1) << 21 | point(2)
            }
            Column::Tuple => 0,
        }
    }
}

/// The first eight bytes of text of one byte a character.
#[inline]
fn narrow_prefix(s: Gc<StrObj>) -> u64 {
    let bytes = s.bytes();
    if let Some(first) = bytes.first_chunk() {
        return u64::from_be_bytes(*first);
    }
    let mut first = [0; 8];
    first[..bytes.len()].copy_from_slice(bytes);
    u64::from_be_bytes(first)
}

/// The stable order of keys of one shape: by numbers made of them, then, where these do not tell all, by the keys.
fn simple_order(keys: &[Value], reverse: bool) -> Vec<u32> {
    let item = |k: Value, i: usize| TupleObj::get(k.cast(), i);
    let width = keys[0].exact::<TupleObj>().map(|t| t.len);
    match width {
        Some(0) => {
            let records = keys.iter().enumerate().map(|(i, _)| (0u64, i as u32)).collect();
            order_of(records, true, keys, reverse)
        }
        Some(width) => {
            let first = Column::of(keys.iter().map(|&k| item(k, 0)));
            if width == 1 || !first.tells_all() {
                let number = |k: Value| first.number(item(k, 0));
                let records = keys.iter().enumerate().map(|(i, &k)| (number(k), i as u32)).collect();
                return order_of(records, width == 1 && first.tells_all(), keys, reverse);
            }
            let second = Column::of(keys.iter().map(|&k| item(k, 1)));
            let number =
                |k: Value| u128::from(first.number(item(k, 0))) << 64 | u128::from(second.number(item(k, 1)));
            let records = keys.iter().enumerate().map(|(i, &k)| (number(k), i as u32)).collect();
            order_of(records, width == 2 && second.tells_all(), keys, reverse)
        }
        None => {
            let column = Column::of(keys.iter().copied());
            let records = keys.iter().enumerate().map(|(i, &k)| (column.number(k), i as u32)).collect();
            order_of(records, column.tells_all(), keys, reverse)
        }
    }
}

fn order_of<N: Ord + Copy + std::ops::Not<Output = N>>(
    mut records: Vec<(N, u32)>,
    tells_all: bool,
    keys: &[Value],
    reverse: bool,
) -> Vec<u32> {
    match (tells_all, reverse) {
        (true, false) => records.sort_unstable(),
        (true, true) => records.sort_unstable_by_key(|&(n, i)| (!n, i)),
        (false, _) => records.sort_unstable_by(|a, b| {
            let order = a.0.cmp(&b.0).then_with(|| compare_simple(keys[a.1 as usize], keys[b.1 as usize]));
            (if reverse { order.reverse() } else { order }).then(a.1.cmp(&b.1))
        }),
    }
    records.into_iter().map(|(_, i)| i).collect()
}

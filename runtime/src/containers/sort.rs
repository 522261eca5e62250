//! `list.sort` and `sorted`: keys, numbers, keys in an order that runs no Python code (`key_order`), and the general case,
//! which goes through `merge_sort` with `<`.

use super::key_order::simple_order;
use super::less::less;
use super::list::{Kind, ListObj, no_items};
use super::merge_sort;
use super::radix::{sort_floats, sort_ints};
use super::tuple::TupleObj;
use crate::core::{Gc, R, Value};
use crate::objects::ops;

/// Sorts a list in place. While it sorts, the list looks empty to the program.
pub fn sort_list(mut l: Gc<ListObj>, key_function: Value, reverse: bool) -> R<()> {
    if l.len < 2 && key_function.is_none() {
        return Ok(());
    }
    let items = ListObj::made_of(l.kind, l.array, l.len);
    l.array = no_items();
    l.len = 0;
    l.kind = Kind::VALUES;
    let result = sort_items(items, key_function, reverse);
    let changed = l.len != 0 || l.array != no_items();
    l.array = items.array;
    l.len = items.len;
    l.kind = items.kind;
    l.barrier();
    result?;
    if changed {
        return Err(raise!(ValueError, "list modified during sort"));
    }
    Ok(())
}

/// Sorts a list that the program does not see.
fn sort_items(items: Gc<ListObj>, key_function: Value, reverse: bool) -> R<()> {
    if key_function.is_none() {
        return if sort_numbers(items, reverse) { Ok(()) } else { sort_by(items, &[items], reverse) };
    }
    let keys = ListObj::new();
    for i in 0..items.len {
        ListObj::push(keys, ops::call(key_function, &[ListObj::get(items, i)])?);
        if i == 0 {
            ListObj::reserve(keys, items.len);
        }
    }
    sort_by(items, &[keys], reverse)
}

/// Sorts a list of numbers that are the same where they are equal; false if it is none.
fn sort_numbers(items: Gc<ListObj>, reverse: bool) -> bool {
    if let Some(items) = ListObj::payloads::<i64>(items, Kind::INTS) {
        sort_ints(items);
        if reverse {
            items.reverse();
        }
    } else if let Some(items) = ListObj::payloads::<u8>(items, Kind::BOOLS) {
        items.sort_unstable();
        if reverse {
            items.reverse();
        }
    } else if let Some(items) = ListObj::payloads::<f64>(items, Kind::FLOATS)
        && !items.iter().any(|x| x.is_nan() || x.to_bits() == (-0.0f64).to_bits())
    {
        sort_floats(items);
        if reverse {
            items.reverse();
        }
    } else {
        return false;
    }
    true
}

/// Sorts a list that the program does not see in the order of keys, whose items (if there is more than one list) stand in lists
/// of their own.
pub fn sort_by(items: Gc<ListObj>, keys: &[Gc<ListObj>], reverse: bool) -> R<()> {
    let n = items.len;
    if n == 0 {
        return Ok(());
    }
    assert!(n <= u32::MAX as usize, "a list of 2^32 items is sorted");
    if let Some(order) = simple_order(keys, reverse) {
        permute(items, &order);
        return Ok(());
    }
    let keys = match keys {
        [keys] => *keys,
        _ => {
            let tuples = ListObj::with_capacity(n);
            for i in 0..n {
                let tuple = TupleObj::new(keys.len());
                for (column, &list) in keys.iter().enumerate() {
                    TupleObj::set(tuple, column, ListObj::get(list, i));
                }
                ListObj::push(tuples, tuple.value());
            }
            tuples
        }
    };
    let mut order: Vec<u32> = (0..n as u32).collect();
    if reverse {
        order.reverse();
    }
    let result = merge_sort::sort(&mut order, &mut |a: u32, b: u32| {
        less(ListObj::get(keys, a as usize), ListObj::get(keys, b as usize))
    });
    if reverse {
        order.reverse();
    }
    permute(items, &order);
    result
}

/// Item `i` becomes what was item `order[i]`.
fn permute(l: Gc<ListObj>, order: &[u32]) {
    if let Some(items) = ListObj::payloads::<u8>(l, Kind::BOOLS) {
        rearrange(items, order);
    } else if l.kind != Kind::VALUES
        && let Some(items) = ListObj::payloads::<u64>(l, l.kind)
    {
        rearrange(items, order);
    } else {
        // SAFETY: so many values are there, and nothing runs meanwhile; the barrier follows.
        let items = unsafe { std::slice::from_raw_parts_mut(ListObj::data(l) as *mut Value, l.len) };
        rearrange(items, order);
        ListObj::stored(l, 0, order.len());
    }
}

fn rearrange<T: Copy>(items: &mut [T], order: &[u32]) {
    let sorted: Vec<T> = order.iter().map(|&i| items[i as usize]).collect();
    items.copy_from_slice(&sorted);
}

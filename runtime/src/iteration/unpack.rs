//! Unpacking: `a, b = iterable` and `a, *b, c = iterable`.

use crate::containers::{ListObj, TupleObj};
use crate::core::{Gc, R, Raised, Value};
use crate::iteration::collect;
use crate::objects::ops;
use crate::types::type_of;
use runtime_interface::tag;

/// Stores exactly `count` items at `out`.
///
/// # Safety
/// `out` has room for `count` values, on the stack.
#[inline]
pub unsafe fn unpack(v: Value, count: usize, out: *mut Value) -> R<()> {
    let items = match v.tag {
        tag::TUPLE => TupleObj::as_slice(v.cast()),
        // SAFETY: as the caller's.
        tag::LIST => return unsafe { unpack_list(v.cast(), count, out) },
        // SAFETY: as the caller's.
        _ => return unsafe { unpack_iterable(v, count, out) },
    };
    if items.len() != count {
        return Err(wrong_count(count, items.len()));
    }
    // SAFETY: room for `count` by contract.
    unsafe { std::ptr::copy_nonoverlapping(items.as_ptr(), out, count) };
    Ok(())
}

unsafe fn unpack_list(l: Gc<ListObj>, count: usize, out: *mut Value) -> R<()> {
    if l.len != count {
        return Err(wrong_count(count, l.len));
    }
    for i in 0..count {
        // SAFETY: room for `count` by the caller's contract.
        unsafe { out.add(i).write(ListObj::get(l, i)) };
    }
    Ok(())
}

#[cold]
fn wrong_count(expected: usize, got: usize) -> Raised {
    if got > expected {
        return raise!(ValueError, "too many values to unpack (expected {expected})");
    }
    raise!(ValueError, "not enough values to unpack (expected {expected}, got {got})")
}

fn iterator(v: Value) -> R {
    let slots = &type_of(v).slots;
    if slots.iter.is_none() && slots.getitem.is_none() {
        let name = ops::type_name(v);
        return Err(raise!(TypeError, "cannot unpack non-iterable {name} object"));
    }
    ops::iter(v)
}

unsafe fn unpack_iterable(v: Value, count: usize, out: *mut Value) -> R<()> {
    let it = iterator(v)?;
    for i in 0..count {
        let item = ops::next(it)?;
        if item.is_unbound() {
            return Err(wrong_count(count, i));
        }
        // SAFETY: room for `count` by the caller's contract.
        unsafe { out.add(i).write(item) };
    }
    if !ops::next(it)?.is_unbound() {
        return Err(wrong_count(count, count + 1));
    }
    Ok(())
}

/// Stores `before` items, a list of the middle, and `after` items at `out`.
///
/// # Safety
/// `out` has room for `before + 1 + after` values, on the stack.
pub unsafe fn unpack_starred(v: Value, before: usize, after: usize, out: *mut Value) -> R<()> {
    let it = iterator(v)?;
    let least = before + after;
    let few = |got: usize| {
        if after == 0 {
            return raise!(ValueError, "not enough values to unpack (expected at least {before}, got {got})");
        }
        raise!(ValueError, "not enough values to unpack (expected at least {least}, got {got})")
    };
    for i in 0..before {
        let item = ops::next(it)?;
        if item.is_unbound() {
            return Err(few(i));
        }
        // SAFETY: room by the caller's contract.
        unsafe { out.add(i).write(item) };
    }
    let rest = collect::list(it)?;
    if rest.len < after {
        return Err(few(before + rest.len));
    }
    let middle = rest.len - after;
    for i in 0..after {
        // SAFETY: room by the caller's contract.
        unsafe { out.add(before + 1 + i).write(ListObj::get(rest, middle + i)) };
    }
    ListObj::truncate(rest, middle);
    // SAFETY: room by the caller's contract.
    unsafe { out.add(before).write(rest.value()) };
    Ok(())
}

//! Slices of a list: read, assigned, deleted.

use super::index::{self, Selection};
use super::list::{ListObj, clear_range, stored_range};
use super::slice_type::SliceObj;
use crate::core::{Gc, R, Value};
use crate::iteration::collect;
use crate::types::type_of;

/// `l[s]`
pub fn get(l: Gc<ListObj>, s: Gc<SliceObj>) -> R {
    let bounds = index::bounds(s)?;
    Ok(select(l, bounds.select(l.len)).value())
}

/// A new list of the selected items.
pub fn select(l: Gc<ListObj>, sel: Selection) -> Gc<ListObj> {
    if sel.step == 1 {
        let from = sel.start as usize;
        return ListObj::from_slice(&ListObj::as_slice(l)[from..from + sel.count]);
    }
    let new = ListObj::unfilled(sel.count);
    for n in 0..sel.count {
        ListObj::set(new, n, ListObj::get(l, sel.at(n)));
    }
    new
}

/// Removes `count` items from position `at` on, which are there.
pub fn remove_range(mut l: Gc<ListObj>, at: usize, count: usize) {
    let n = l.len;
    if count == 0 {
        return;
    }
    if count == n {
        ListObj::truncate(l, 0);
        return;
    }
    // SAFETY: the range lies in the list.
    unsafe {
        let items = ListObj::items(l);
        std::ptr::copy(items.add(at + count), items.add(at), n - at - count);
    }
    stored_range(l.array, at, n - at - count);
    l.len = n - count;
    clear_range(l.array, n - count, count);
}

/// `del l[s]`
pub fn delete(mut l: Gc<ListObj>, s: Gc<SliceObj>) -> R<()> {
    let sel = index::bounds(s)?.select(l.len);
    if sel.count == 0 {
        return Ok(());
    }
    // The same items in ascending order.
    let (start, step) = if sel.step < 0 {
        (sel.at(sel.count - 1), sel.step.unsigned_abs() as usize)
    } else {
        (sel.start as usize, sel.step as usize)
    };
    if step == 1 {
        remove_range(l, start, sel.count);
        return Ok(());
    }
    let n = l.len;
    let (mut to, mut next, mut left) = (start, start, sel.count);
    // SAFETY: all positions are below the length.
    unsafe {
        let items = ListObj::items(l);
        for i in start..n {
            if left > 0 && i == next {
                next += step;
                left -= 1;
            } else {
                *items.add(to) = *items.add(i);
                to += 1;
            }
        }
    }
    stored_range(l.array, start, to - start);
    l.len = to;
    clear_range(l.array, to, n - to);
    Ok(())
}

/// `l[s] = values`
pub fn assign(l: Gc<ListObj>, s: Gc<SliceObj>, values: Value) -> R<()> {
    let bounds = index::bounds(s)?;
    let source = match values.exact::<ListObj>() {
        Some(other) if other == l => ListObj::from_slice(ListObj::as_slice(l)),
        Some(other) => other,
        None => {
            let t = type_of(values);
            if t.slots.iter.is_none() && t.slots.getitem.is_none() {
                return Err(raise!(TypeError, "must assign iterable to extended slice"));
            }
            collect::list(values)?
        }
    };
    // Collecting may have run code that changed the list.
    let sel = bounds.select(l.len);
    if bounds.step == 1 {
        let from = sel.start as usize;
        replace_range(l, from, sel.count, ListObj::as_slice(source));
        return Ok(());
    }
    if source.len != sel.count {
        let (given, wanted) = (source.len, sel.count);
        return Err(raise!(
            ValueError,
            "attempt to assign sequence of size {given} to extended slice of size {wanted}"
        ));
    }
    for n in 0..sel.count {
        ListObj::set(l, sel.at(n), ListObj::get(source, n));
    }
    Ok(())
}

/// Replaces `count` items from `at` on by others, which belong to another live object.
pub fn replace_range(mut l: Gc<ListObj>, at: usize, count: usize, values: &[Value]) {
    let (n, more) = (l.len, values.len());
    if more == 0 {
        remove_range(l, at, count);
        return;
    }
    let len = n - count + more;
    ListObj::reserve(l, len);
    // SAFETY: there is room for the new length, and the values lie elsewhere.
    unsafe {
        let items = ListObj::items(l);
        if more != count {
            std::ptr::copy(items.add(at + count), items.add(at + more), n - at - count);
        }
        std::ptr::copy_nonoverlapping(values.as_ptr(), items.add(at), more);
    }
    l.len = len;
    stored_range(l.array, at, len - at);
    if len < n {
        clear_range(l.array, len, n - len);
    }
}

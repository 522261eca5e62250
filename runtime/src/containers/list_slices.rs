//! Slices of a list: read, assigned, deleted.

use super::index::{self, Selection};
use super::list::{Kind, ListObj, clear_range, data_of, stored_range};
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
        return ListObj::part(l, sel.start as usize, sel.count);
    }
    if sel.count == 0 {
        return ListObj::new();
    }
    let array = l.kind.storage(sel.count, 0);
    for n in 0..sel.count {
        // SAFETY: the array was made for so many, and nothing that can collect happens before the list is made.
        unsafe { l.kind.write(data_of(array), n, ListObj::get(l, sel.at(n))) };
    }
    ListObj::made_of(l.kind, array, sel.count)
}

/// Removes `count` items from position `at` on, which are there.
pub fn remove_range(l: Gc<ListObj>, at: usize, count: usize) {
    if count == l.len {
        ListObj::truncate(l, 0);
    } else if count > 0 {
        ListObj::resize_range(l, at, count, 0);
    }
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
    for i in start..n {
        if left > 0 && i == next {
            next += step;
            left -= 1;
        } else {
            // SAFETY: all positions are below the length; the barrier is below.
            unsafe { l.kind.write(ListObj::data(l), to, ListObj::get(l, i)) };
            to += 1;
        }
    }
    l.len = to;
    if l.kind == Kind::VALUES {
        stored_range(l.array, start, to - start);
        clear_range(l.array, to, n - to);
    }
    Ok(())
}

/// `l[s] = values`
pub fn assign(l: Gc<ListObj>, s: Gc<SliceObj>, values: Value) -> R<()> {
    let bounds = index::bounds(s)?;
    let source = match values.exact::<ListObj>() {
        Some(other) if other == l => ListObj::part(l, 0, l.len),
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
        replace_range(l, from, sel.count, source);
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

/// Replaces `count` items from `at` on by those of another list.
fn replace_range(l: Gc<ListObj>, at: usize, count: usize, source: Gc<ListObj>) {
    let more = source.len;
    if more == 0 {
        remove_range(l, at, count);
        return;
    }
    ListObj::admit(l, source.kind, more);
    ListObj::resize_range(l, at, count, more);
    ListObj::copy_items(l, at, source, 0, more);
}

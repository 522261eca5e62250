//! Consuming an iterable: the loop that everything which takes an iterable goes through.

use crate::containers::{DictObj, ListObj, SetObj, TupleObj};
use crate::core::{Gc, R, Value};
use crate::objects::ops;
use crate::types::type_of;
use runtime_interface::tag;
use std::ops::ControlFlow::{self, Break, Continue};

/// Calls `visit` with each item until it breaks; the item of the break is answered by it.
///
/// Exact lists and tuples are read in place; `visit` may run code that changes the list.
#[inline]
pub fn for_each<B>(iterable: Value, mut visit: impl FnMut(Value) -> R<ControlFlow<B>>) -> R<ControlFlow<B>> {
    match iterable.tag {
        tag::LIST => {
            let l: Gc<ListObj> = iterable.cast();
            let mut i = 0;
            while let Some(v) = ListObj::at(l, i) {
                if let Break(b) = visit(v)? {
                    return Ok(Break(b));
                }
                i += 1;
            }
        }
        tag::TUPLE => {
            for &v in TupleObj::as_slice(iterable.cast()) {
                if let Break(b) = visit(v)? {
                    return Ok(Break(b));
                }
            }
        }
        _ => {
            let it = ops::iter(iterable)?;
            return for_each_next(it, visit);
        }
    }
    Ok(Continue(()))
}

/// As [`for_each`] for an iterator.
#[inline]
pub fn for_each_next<B>(it: Value, mut visit: impl FnMut(Value) -> R<ControlFlow<B>>) -> R<ControlFlow<B>> {
    loop {
        let v = ops::next(it)?;
        if v.is_unbound() {
            return Ok(Continue(()));
        }
        if let Break(b) = visit(v)? {
            return Ok(Break(b));
        }
    }
}

/// A new list of the items: `list(iterable)`.
pub fn list(iterable: Value) -> R<Gc<ListObj>> {
    let l = ListObj::new();
    extend(l, iterable)?;
    Ok(l)
}

/// `l.extend(iterable)`
pub fn extend(mut l: Gc<ListObj>, iterable: Value) -> R<()> {
    match iterable.tag {
        tag::LIST => ListObj::push_all(l, ListObj::as_slice(iterable.cast())),
        tag::TUPLE => ListObj::push_all(l, TupleObj::as_slice(iterable.cast())),
        tag::DICT => {
            let (d, mut i): (Gc<DictObj>, usize) = (iterable.cast(), 0);
            ListObj::reserve(l, l.len + d.len);
            while let Some((k, _)) = DictObj::next_entry(d, &mut i) {
                ListObj::push(l, k);
            }
        }
        tag::SET | tag::FROZENSET => {
            let (s, mut i): (Gc<SetObj>, usize) = (iterable.cast(), 0);
            ListObj::reserve(l, l.len + s.len);
            while let Some((k, _)) = SetObj::next_element(s, &mut i) {
                ListObj::push(l, k);
            }
        }
        tag::RANGE => {
            if let Some((start, step, count)) = crate::containers::range_type::small(iterable) {
                crate::memory::check_room((l.len + count).saturating_mul(16))?;
                ListObj::reserve(l, l.len + count);
                for n in 0..count as i64 {
                    ListObj::push(l, Value::int(start + n * step));
                }
                return Ok(());
            }
            return extend_by_next(l, ops::iter(iterable)?);
        }
        _ => {
            let it = ops::iter(iterable)?;
            // CPython asks how long it will be, which a program can see.
            if type_of(iterable).slots.len.is_some() || iterable.tag >= tag::FIRST_CLASS {
                let hint = ops::length_hint(iterable, 8)?.min(1 << 20);
                if l.len == 0 && l.array.len < hint {
                    ListObj::reserve(l, hint);
                }
            }
            let n = l.len;
            extend_by_next(l, it)?;
            // A hint that was far too large is given back.
            if n == 0 && l.array.len > 64 && l.len < l.array.len / 2 {
                let tight = crate::containers::list::copy_of(ListObj::as_slice(l), l.len);
                l.array = tight;
                l.barrier();
            }
        }
    }
    Ok(())
}

fn extend_by_next(l: Gc<ListObj>, it: Value) -> R<()> {
    loop {
        let v = ops::next(it)?;
        if v.is_unbound() {
            return Ok(());
        }
        ListObj::push(l, v);
    }
}

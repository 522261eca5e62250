//! Consuming an iterable: the loop that everything which takes an iterable goes through.

use crate::containers::list::Kind;
use crate::containers::{DictObj, ListObj, SetObj, TupleObj};
use crate::core::{Gc, R, StrObj, Value};
use crate::objects::ops;
use crate::text::object::of_code;
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
        tag::STR => {
            let s: Gc<StrObj> = iterable.cast();
            for i in 0..s.len {
                if let Break(b) = visit(of_code(s.at(i)).value())? {
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
        tag::LIST => ListObj::push_list(l, iterable.cast()),
        tag::TUPLE => ListObj::push_all(l, TupleObj::as_slice(iterable.cast())),
        tag::STR => {
            let s: Gc<StrObj> = iterable.cast();
            ListObj::reserve(l, l.len + s.len);
            for i in 0..s.len {
                ListObj::push(l, of_code(s.at(i)).value());
            }
        }
        tag::DICT => {
            let (d, mut i): (Gc<DictObj>, usize) = (iterable.cast(), 0);
            while let Some((k, _)) = DictObj::next_entry(d, &mut i) {
                ListObj::push(l, k);
                ListObj::reserve(l, l.len + d.len - i.min(d.len));
            }
        }
        tag::SET | tag::FROZENSET => {
            let (s, mut i): (Gc<SetObj>, usize) = (iterable.cast(), 0);
            let mut left = s.len;
            while let Some((k, _)) = SetObj::next_element(s, &mut i) {
                ListObj::push(l, k);
                left -= 1;
                ListObj::reserve(l, l.len + left);
            }
        }
        tag::RANGE => {
            if let Some((start, step, count)) = crate::containers::range_type::small(iterable) {
                crate::memory::check_room((l.len + count).saturating_mul(16))?;
                if count == 0 {
                    return Ok(());
                }
                let from = l.len;
                ListObj::admit(l, Kind::INTS, count);
                l.len = from + count;
                match ListObj::payloads::<i64>(l, Kind::INTS) {
                    Some(items) => {
                        for (n, item) in items[from..].iter_mut().enumerate() {
                            *item = start + n as i64 * step;
                        }
                    }
                    None => {
                        for n in 0..count {
                            ListObj::put(l, from + n, Value::int(start + n as i64 * step));
                        }
                    }
                }
                return Ok(());
            }
            return extend_by_next(l, ops::iter(iterable)?);
        }
        _ => {
            let it = ops::iter(iterable)?;
            // CPython asks how long it will be, which a program can see.
            let mut hint = 0;
            if type_of(iterable).slots.len.is_some() || iterable.tag >= tag::FIRST_CLASS {
                hint = ops::length_hint(iterable, 8)?.min(1 << 20);
            }
            let n = l.len;
            if n == 0 && hint > 0 {
                // The first item decides what the room is for.
                let first = ops::next(it)?;
                if first.is_unbound() {
                    return Ok(());
                }
                ListObj::push(l, first);
                ListObj::reserve(l, hint);
            }
            extend_by_next(l, it)?;
            // A hint that was far too large is given back.
            let capacity = ListObj::capacity(l);
            if n == 0 && capacity > 64 && l.len < capacity / 2 {
                ListObj::tighten(l);
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

//! Set operations, with CPython's choice of which operand is walked, because that decides the order of the
//! result.

use super::dict_table::DictObj;
use super::key;
use super::set_table::SetObj;
use crate::core::{Gc, R, Value};
use crate::iteration::collect;
use crate::objects::ops;
use crate::types::type_of;
use runtime_interface::tag;
use std::ops::ControlFlow::{Break, Continue};

/// The set if `v` is a set or frozenset, or an instance of a subclass.
#[inline]
pub fn as_set(v: Value) -> Option<Gc<SetObj>> {
    match v.tag {
        tag::SET | tag::FROZENSET => Some(v.cast()),
        t if t >= tag::FIRST_CLASS => match type_of(v).layout {
            tag::SET => Some(v.cast()),
            tag::FROZENSET => Some(ops::unwrap(v).cast()),
            _ => None,
        },
        _ => None,
    }
}

/// `set` or `frozenset`: the type of the result of an operation on `v`, whatever its subclass.
pub fn base_type(v: Value) -> u64 {
    match as_set(v) {
        Some(s) if s.header.type_id() == tag::FROZENSET => tag::FROZENSET,
        _ => tag::SET,
    }
}

fn of_type(tag: u64) -> Gc<SetObj> {
    SetObj::of_type(tag)
}

/// A new set of the elements of another, of this type.
pub fn copy(s: Gc<SetObj>, tag: u64) -> R<Gc<SetObj>> {
    let new = of_type(tag);
    SetObj::merge(new, s)?;
    Ok(new)
}

/// Adds the items of an iterable.
pub fn update(s: Gc<SetObj>, source: Value) -> R<()> {
    if let Some(other) = as_set(source) {
        return SetObj::merge(s, other);
    }
    if let Some(d) = source.exact::<DictObj>() {
        SetObj::reserve(s, d.len);
        let mut i = 0;
        while let Some((k, _)) = DictObj::next_entry(d, &mut i) {
            SetObj::add(s, k)?;
        }
        return Ok(());
    }
    let _ = collect::for_each(source, |x| {
        SetObj::add(s, x)?;
        Ok(Continue::<()>(()))
    })?;
    Ok(())
}

/// Adds an element of a set to a new set, to which only elements of that set were added. `plain`: none of them compares by
/// code that may be seen. Such elements are known to differ.
#[inline(always)]
fn add_element(s: Gc<SetObj>, k: Value, hash: i64, plain: &mut bool) -> R<()> {
    *plain = *plain && matches!(k.tag, tag::INT | tag::STR | tag::FLOAT | tag::BOOL);
    if *plain {
        SetObj::add_distinct(s, k, hash);
    } else {
        SetObj::add_hashed(s, k, hash)?;
    }
    Ok(())
}

/// `a.intersection(b)`: a new set of a's type.
pub fn intersection(a: Value, b: Value) -> R {
    let tag = base_type(a);
    let mut s = as_set(a).expect("a set operation on a set");
    if a.is(b) {
        return Ok(copy(s, tag)?.value());
    }
    let result = of_type(tag);
    if let Some(mut other) = as_set(b) {
        if other.len > s.len {
            std::mem::swap(&mut s, &mut other);
        }
        let (mut i, mut plain) = (0, true);
        while let Some((k, hash)) = SetObj::next_element(other, &mut i) {
            if SetObj::contains_hashed(s, k, hash)? {
                add_element(result, k, hash, &mut plain)?;
            }
        }
        return Ok(result.value());
    }
    let _ = collect::for_each(b, |k| {
        let hash = key::hash(k)?;
        if SetObj::contains_hashed(s, k, hash)? {
            SetObj::add_hashed(result, k, hash)?;
            if result.len >= s.len {
                return Ok(Break(()));
            }
        }
        Ok(Continue(()))
    })?;
    Ok(result.value())
}

/// `a.difference(b)`: a new set of a's type.
pub fn difference(a: Value, b: Value) -> R {
    let tag = base_type(a);
    let s = as_set(a).expect("a set operation on a set");
    let other_set = as_set(b);
    let other_dict = b.exact::<DictObj>();
    let size = match (other_set, other_dict) {
        (Some(other), _) => Some(other.len),
        (_, Some(d)) => Some(d.len),
        _ => None,
    };
    // A much larger set is copied and thinned out.
    let thin_out = size.is_none_or(|n| s.len >> 2 > n);
    if thin_out {
        let result = copy(s, tag)?;
        difference_update(result, b)?;
        return Ok(result.value());
    }
    let result = of_type(tag);
    let (mut i, mut plain) = (0, true);
    while let Some((k, hash)) = SetObj::next_element(s, &mut i) {
        let there = match (other_set, other_dict) {
            (Some(other), _) => SetObj::contains_hashed(other, k, hash)?,
            (_, Some(d)) => DictObj::find(d, k, hash)?.is_some(),
            _ => unreachable!("one of them is known"),
        };
        if !there {
            add_element(result, k, hash, &mut plain)?;
        }
    }
    Ok(result.value())
}

/// `s -= b` for any iterable.
pub fn difference_update(s: Gc<SetObj>, b: Value) -> R<()> {
    match as_set(b) {
        Some(other) if other == s => {
            SetObj::clear(s);
            return Ok(());
        }
        Some(mut other) => {
            // Of a much larger set only the common elements matter.
            if other.len >> 3 > s.len {
                other = as_set(intersection(s.value(), b)?).expect("an intersection is a set");
            }
            let mut i = 0;
            while let Some((k, hash)) = SetObj::next_element(other, &mut i) {
                SetObj::discard_hashed(s, k, hash)?;
            }
        }
        None => {
            let _ = collect::for_each(b, |k| {
                SetObj::discard(s, k)?;
                Ok(Continue::<()>(()))
            })?;
        }
    }
    SetObj::sweep(s);
    Ok(())
}

/// `s ^= b` for any iterable.
pub fn symmetric_difference_update(s: Gc<SetObj>, b: Value) -> R<()> {
    if let Some(d) = b.exact::<DictObj>() {
        let mut i = 0;
        while let Some((k, _)) = DictObj::next_entry(d, &mut i) {
            let hash = key::hash(k)?;
            if !SetObj::discard_hashed(s, k, hash)? {
                SetObj::add_hashed(s, k, hash)?;
            }
        }
        return Ok(());
    }
    let other = match as_set(b) {
        Some(other) if other == s => {
            SetObj::clear(s);
            return Ok(());
        }
        Some(other) => other,
        None => {
            let other = of_type(base_type(s.value()));
            update(other, b)?;
            other
        }
    };
    let mut i = 0;
    while let Some((k, hash)) = SetObj::next_element(other, &mut i) {
        SetObj::toggle_hashed(s, k, hash)?;
    }
    Ok(())
}

/// `a.symmetric_difference(b)`: a new set of a's type.
pub fn symmetric_difference(a: Value, b: Value) -> R {
    let result = of_type(base_type(a));
    update(result, b)?;
    symmetric_difference_update(result, a)?;
    Ok(result.value())
}

/// `a.issubset(b)` for any iterable.
pub fn is_subset(a: Value, b: Value) -> R<bool> {
    let s = as_set(a).expect("a set operation on a set");
    let Some(other) = as_set(b) else {
        let common = intersection(a, b)?;
        return Ok(as_set(common).is_some_and(|c| c.len == s.len));
    };
    if s.len > other.len {
        return Ok(false);
    }
    let mut i = 0;
    while let Some((k, hash)) = SetObj::next_element(s, &mut i) {
        if !SetObj::contains_hashed(other, k, hash)? {
            return Ok(false);
        }
    }
    Ok(true)
}

/// `a.issuperset(b)` for any iterable.
pub fn is_superset(a: Value, b: Value) -> R<bool> {
    if as_set(b).is_some() {
        return is_subset(b, a);
    }
    let s = as_set(a).expect("a set operation on a set");
    let missing =
        collect::for_each(b, |k| Ok(if SetObj::contains(s, k)? { Continue(()) } else { Break(()) }))?;
    Ok(missing.is_continue())
}

/// `a.isdisjoint(b)` for any iterable.
pub fn is_disjoint(a: Value, b: Value) -> R<bool> {
    let mut s = as_set(a).expect("a set operation on a set");
    if a.is(b) {
        return Ok(s.len == 0);
    }
    if let Some(mut other) = as_set(b) {
        if other.len > s.len {
            std::mem::swap(&mut s, &mut other);
        }
        let mut i = 0;
        while let Some((k, hash)) = SetObj::next_element(other, &mut i) {
            if SetObj::contains_hashed(s, k, hash)? {
                return Ok(false);
            }
        }
        return Ok(true);
    }
    let common =
        collect::for_each(b, |k| Ok(if SetObj::contains(s, k)? { Break(()) } else { Continue(()) }))?;
    Ok(common.is_continue())
}

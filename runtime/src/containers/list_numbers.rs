//! Lists of payloads as slices of numbers: searching, counting, comparing, the least and the greatest. Nothing is boxed, no
//! Python code runs, and what can be done with several items at a time is.

use super::list::{Kind, ListObj};
use crate::core::{Gc, Value};
use runtime_interface::tag;
use std::cmp::Ordering;

/// What to look for among items of a kind.
enum Wanted {
    Int(i64),
    Float(f64),
    Bool(u8),
    /// It is equal to none of them.
    Nothing,
}

/// `None` if an item may have to ask `x`.
fn wanted(kind: Kind, x: Value) -> Option<Wanted> {
    if kind == Kind::VALUES || !matches!(x.tag, tag::INT | tag::FLOAT | tag::BOOL | tag::STR | tag::NONE) {
        return None;
    }
    Some(match (kind, x.tag) {
        (Kind::INTS, tag::INT | tag::BOOL) => Wanted::Int(x.as_i64()),
        (Kind::INTS, tag::FLOAT) => {
            let (float, int) = (x.as_f64(), x.as_f64() as i64);
            // The ends of the range round to floats outside of it.
            if int as f64 == float && float.abs() < 9e18 { Wanted::Int(int) } else { return None }
        }
        (Kind::FLOATS, tag::FLOAT) => Wanted::Float(x.as_f64()),
        (Kind::FLOATS, tag::INT | tag::BOOL) if x.as_i64().unsigned_abs() <= 1 << 53 => {
            Wanted::Float(x.as_i64() as f64)
        }
        (Kind::BOOLS, tag::INT | tag::BOOL) => match x.as_i64() {
            n @ 0..=1 => Wanted::Bool(n as u8),
            _ => Wanted::Nothing,
        },
        (_, tag::STR | tag::NONE) => Wanted::Nothing,
        _ => return None,
    })
}

/// The first position in `from..to` of an item equal to `x`; `None` if that is not to be told from numbers alone.
#[inline]
pub fn find(l: Gc<ListObj>, x: Value, from: usize, to: usize) -> Option<Option<usize>> {
    let wanted = wanted(l.kind, x)?;
    let range = from.min(l.len)..to.min(l.len).max(from.min(l.len));
    let found = match wanted {
        Wanted::Int(x) => position(&ListObj::payloads::<i64>(l, Kind::INTS)?[range], |y| y == x),
        Wanted::Float(x) => {
            let bits = x.to_bits();
            // The same object is equal, even if it is a NaN.
            let is_it = |y: f64| (y == x) | (y.to_bits() == bits);
            position(&ListObj::payloads::<f64>(l, Kind::FLOATS)?[range], is_it)
        }
        Wanted::Bool(x) => position(&ListObj::payloads::<u8>(l, Kind::BOOLS)?[range], |y| y == x),
        Wanted::Nothing => None,
    };
    Some(found.map(|i| from + i))
}

/// Looks at items in groups, so that several are tested at a time.
#[inline(always)]
fn position<T: Copy>(items: &[T], is_it: impl Fn(T) -> bool) -> Option<usize> {
    const GROUP: usize = 16;
    let (groups, rest) = items.as_chunks::<GROUP>();
    for (number, group) in groups.iter().enumerate() {
        if group.iter().fold(false, |any, &item| any | is_it(item)) {
            return group.iter().position(|&item| is_it(item)).map(|i| number * GROUP + i);
        }
    }
    rest.iter().position(|&item| is_it(item)).map(|i| groups.len() * GROUP + i)
}

/// How many items are equal to `x`, if numbers alone tell.
pub fn count(l: Gc<ListObj>, x: Value) -> Option<usize> {
    Some(match wanted(l.kind, x)? {
        Wanted::Int(x) => ListObj::payloads::<i64>(l, Kind::INTS)?.iter().filter(|&&y| y == x).count(),
        Wanted::Float(x) => {
            let is_it = |y: &&mut f64| **y == x || y.to_bits() == x.to_bits();
            ListObj::payloads::<f64>(l, Kind::FLOATS)?.iter_mut().filter(is_it).count()
        }
        Wanted::Bool(x) => ListObj::payloads::<u8>(l, Kind::BOOLS)?.iter().filter(|&&y| y == x).count(),
        Wanted::Nothing => 0,
    })
}

/// The order of two lists of one kind, of which the order of the first different items is the order; `None` if they are of
/// different kinds, or an item has no order.
pub fn compare(a: Gc<ListObj>, b: Gc<ListObj>) -> Option<Ordering> {
    if let (Some(x), Some(y)) = (ListObj::payloads::<i64>(a, Kind::INTS), ListObj::payloads(b, Kind::INTS)) {
        return Some((*x).cmp(y));
    }
    if let (Some(x), Some(y)) = (ListObj::payloads::<u8>(a, Kind::BOOLS), ListObj::payloads(b, Kind::BOOLS)) {
        return Some((*x).cmp(y));
    }
    let (x, y) = (ListObj::payloads::<f64>(a, Kind::FLOATS)?, ListObj::payloads::<f64>(b, Kind::FLOATS)?);
    let different = x.iter().zip(&*y).find(|(x, y)| x != y && x.to_bits() != y.to_bits());
    match different {
        Some((x, y)) => x.partial_cmp(y),
        None => Some(x.len().cmp(&y.len())),
    }
}

/// `a == b` of two lists of one kind.
pub fn equal(a: Gc<ListObj>, b: Gc<ListObj>) -> Option<bool> {
    if a.len != b.len {
        return Some(false);
    }
    if let (Some(x), Some(y)) = (ListObj::payloads::<i64>(a, Kind::INTS), ListObj::payloads(b, Kind::INTS)) {
        return Some(x == y);
    }
    if let (Some(x), Some(y)) = (ListObj::payloads::<u8>(a, Kind::BOOLS), ListObj::payloads(b, Kind::BOOLS)) {
        return Some(x == y);
    }
    let (x, y) = (ListObj::payloads::<f64>(a, Kind::FLOATS)?, ListObj::payloads::<f64>(b, Kind::FLOATS)?);
    Some(x.iter().zip(&*y).all(|(x, y)| x == y || x.to_bits() == y.to_bits()))
}

/// The least or the greatest of a list of numbers that is not empty: of equal ones the first.
pub fn extreme(l: Gc<ListObj>, least: bool) -> Option<Value> {
    if let Some(items) = ListObj::payloads::<i64>(l, Kind::INTS) {
        let best = if least { items.iter().min() } else { items.iter().max() };
        return best.map(|&n| Value::int(n));
    }
    let items = ListObj::payloads::<f64>(l, Kind::FLOATS)?;
    let (&mut first, rest) = items.split_first_mut()?;
    // A NaN beats nothing, and nothing beats one that comes first.
    let best = match least {
        true => rest.iter().fold(first, |best, &x| if x < best { x } else { best }),
        false => rest.iter().fold(first, |best, &x| if x > best { x } else { best }),
    };
    Some(Value::float(best))
}

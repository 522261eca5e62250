//! What list and tuple do alike: repr, lexicographic comparison, search, repetition.
//!
//! Items are read through closures, because any item's code may change a list meanwhile.

use super::key;
use super::repr::{InProgress, finish, push_repr, text};
use crate::core::{Gc, R, Value};
use crate::objects::ops;
use crate::text::units::Buffer;
use crate::types::Compare;

/// `[a, b]`: the reprs of items between brackets; `...` inside itself.
pub fn repr<T>(owner: Gc<T>, open: &str, close: &str, item: impl Fn(usize) -> Option<Value>) -> R {
    let Some(_guard) = InProgress::enter(owner) else {
        return Ok(text(&format!("{open}...{close}")));
    };
    let mut out = Buffer::new();
    out.push_ascii(open.as_bytes());
    let mut i = 0;
    while let Some(v) = item(i) {
        if i > 0 {
            out.push_ascii(b", ");
        }
        push_repr(&mut out, v)?;
        i += 1;
    }
    out.push_ascii(close.as_bytes());
    Ok(finish(out))
}

/// `a op b`, item by item; a part of both that is the same object counts as equal.
pub fn compare(
    a: impl Fn(usize) -> Option<Value>,
    b: impl Fn(usize) -> Option<Value>,
    lengths: impl Fn() -> (usize, usize),
    op: Compare,
) -> R {
    let (m, n) = lengths();
    if m != n && matches!(op, Compare::Eq | Compare::Ne) {
        return Ok(Value::bool(op == Compare::Ne));
    }
    let mut i = 0;
    let (x, y) = loop {
        let (Some(x), Some(y)) = (a(i), b(i)) else {
            let (m, n) = lengths();
            return Ok(Value::bool(holds(m.cmp(&n), op)));
        };
        if !key::equal(x, y)? {
            break (x, y);
        }
        i += 1;
    };
    match op {
        Compare::Eq => Ok(Value::FALSE),
        Compare::Ne => Ok(Value::TRUE),
        _ => ops::compare(x, y, op),
    }
}

/// Whether `op` holds between two things in this order.
pub fn holds(order: std::cmp::Ordering, op: Compare) -> bool {
    match op {
        Compare::Lt => order.is_lt(),
        Compare::Le => order.is_le(),
        Compare::Eq => order.is_eq(),
        Compare::Ne => order.is_ne(),
        Compare::Gt => order.is_gt(),
        Compare::Ge => order.is_ge(),
    }
}

/// The first position in `from..to` of an item equal to `x`.
pub fn find(item: impl Fn(usize) -> Option<Value>, x: Value, from: usize, to: usize) -> R<Option<usize>> {
    let mut i = from;
    while i < to {
        let Some(v) = item(i) else { break };
        if key::equal(v, x)? {
            return Ok(Some(i));
        }
        i += 1;
    }
    Ok(None)
}

/// How many items are equal to `x`.
pub fn count(item: impl Fn(usize) -> Option<Value>, x: Value) -> R<usize> {
    let (mut i, mut n) = (0, 0);
    while let Some(v) = item(i) {
        n += key::equal(v, x)? as usize;
        i += 1;
    }
    Ok(n)
}

/// The length of `len` items repeated `times` times.
pub fn repeated_length(len: usize, times: i64) -> R<usize> {
    let times = times.max(0) as usize;
    match len.checked_mul(times) {
        Some(total) if total < (isize::MAX as usize) / 16 => Ok(total),
        _ => Err(crate::core::error::raise_args(runtime_interface::tag::exception::MemoryError, &[])),
    }
}

/// Writes the items at `from` again and again behind themselves until there are `total`.
///
/// # Safety
/// There is room for `total` items, of which the first `len` are there.
pub unsafe fn replicate<T>(from: *mut T, len: usize, total: usize) {
    let mut done = len;
    while done < total {
        let n = done.min(total - done);
        // SAFETY: by the contract; the parts do not overlap.
        unsafe { std::ptr::copy_nonoverlapping(from, from.add(done), n) };
        done += n;
    }
}

//! Binary, unary and comparison operators: the dispatch rules of CPython's abstract objects.
//!
//! A slot is called with the operands in source order, whichever of them it belongs to, and answers
//! `NOT_IMPLEMENTED` when it does not know the other. The right operand goes first if its type is a
//! subtype of the left one's; sequences (`concat`, `repeat`) come after numbers.

use super::protocols::{index, truth};
use super::unwrap::unwrap;
use crate::core::Gc;
use crate::core::error::InBand;
use crate::core::{R, Value};
use crate::types::{Binary, Compare, TypeObj, flags, is_subtype, naming::type_name, type_of};
use runtime_interface::tag;

/// The operator's sign in messages, for `a op b` and `a op= b`.
fn sign(op: Binary, in_place: bool) -> &'static str {
    match (op, in_place) {
        (Binary::Add, false) => "+",
        (Binary::Sub, false) => "-",
        (Binary::Mul, false) => "*",
        (Binary::TrueDiv, false) => "/",
        (Binary::FloorDiv, false) => "//",
        (Binary::Mod, false) => "%",
        (Binary::Pow, false) => "** or pow()",
        (Binary::MatMul, false) => "@",
        (Binary::LShift, false) => "<<",
        (Binary::RShift, false) => ">>",
        (Binary::And, false) => "&",
        (Binary::Or, false) => "|",
        (Binary::Xor, false) => "^",
        (Binary::DivMod, _) => "divmod()",
        (Binary::Add, true) => "+=",
        (Binary::Sub, true) => "-=",
        (Binary::Mul, true) => "*=",
        (Binary::TrueDiv, true) => "/=",
        (Binary::FloorDiv, true) => "//=",
        (Binary::Mod, true) => "%=",
        (Binary::Pow, true) => "**=",
        (Binary::MatMul, true) => "@=",
        (Binary::LShift, true) => "<<=",
        (Binary::RShift, true) => ">>=",
        (Binary::And, true) => "&=",
        (Binary::Or, true) => "|=",
        (Binary::Xor, true) => "^=",
    }
}

fn is_not_implemented(v: Value) -> bool {
    v.tag == tag::NOT_IMPLEMENTED
}

/// The number slots only: `NOT_IMPLEMENTED` if neither operand knows the other.
pub fn binary_slots(op: Binary, a: Value, b: Value) -> R {
    let (ta, tb) = (type_of(a), type_of(b));
    let left = ta.slots.binary[op as usize];
    let mut right = None;
    if ta != tb {
        right = tb.slots.binary[op as usize];
        if let (Some(l), Some(r)) = (left, right)
            && l as usize == r as usize
        {
            right = None;
        }
    }
    if let Some(l) = left {
        if let Some(r) = right
            && is_subtype(tb, ta)
        {
            let result = r(a, b)?;
            if !is_not_implemented(result) {
                return Ok(result);
            }
            right = None;
        }
        let result = l(a, b)?;
        if !is_not_implemented(result) {
            return Ok(result);
        }
    }
    match right {
        Some(r) => r(a, b),
        None => Ok(Value::NOT_IMPLEMENTED),
    }
}

/// `a op b`.
pub fn binary(op: Binary, a: Value, b: Value) -> R {
    let result = binary_slots(op, a, b)?;
    if !is_not_implemented(result) {
        return Ok(result);
    }
    sequence_operation(op, a, b, false)
}

const BINARY: [Binary; 13] = [
    Binary::Add,
    Binary::Sub,
    Binary::Mul,
    Binary::TrueDiv,
    Binary::FloorDiv,
    Binary::Mod,
    Binary::Pow,
    Binary::MatMul,
    Binary::LShift,
    Binary::RShift,
    Binary::And,
    Binary::Or,
    Binary::Xor,
];

/// After the left operand's own method declined, where it went first.
#[unsafe(no_mangle)]
pub extern "C" fn tp_binary_rest(a: Value, b: Value, op: i64) -> Value {
    let in_place = op >= 256;
    binary_rest(BINARY[(op & 255) as usize], in_place, a, b).in_band()
}

fn binary_rest(op: Binary, in_place: bool, a: Value, b: Value) -> R {
    let (ta, tb) = (type_of(a), type_of(b));
    if ta != tb
        && let Some(r) = tb.slots.binary[op as usize]
        && ta.slots.binary[op as usize].is_none_or(|l| l as usize != r as usize)
    {
        let result = r(a, b)?;
        if !is_not_implemented(result) {
            return Ok(result);
        }
    }
    sequence_operation(op, a, b, in_place)
}

/// As [`tp_binary_rest`] for a comparison.
#[unsafe(no_mangle)]
pub extern "C" fn tp_compare_rest(a: Value, b: Value, op: i64) -> Value {
    let op = [Compare::Eq, Compare::Ne, Compare::Lt, Compare::Le, Compare::Gt, Compare::Ge][op as usize];
    compare_reflected(a, b, op, false).in_band()
}

/// `a op= b`.
pub fn in_place(op: Binary, a: Value, b: Value) -> R {
    if let Some(slot) = type_of(a).slots.in_place[op as usize] {
        let result = slot(a, b)?;
        if !is_not_implemented(result) {
            return Ok(result);
        }
    }
    let t = type_of(a);
    // A subclass's own `__add__` does not stand before the `__iadd__` that it inherits.
    if op == Binary::Add
        && a.tag >= tag::FIRST_CLASS
        && let Some(slot) = t.slots.in_place_concat
    {
        return slot(a, b);
    }
    let result = binary_slots(op, a, b)?;
    if !is_not_implemented(result) {
        return Ok(result);
    }
    match op {
        Binary::Add => {
            if let Some(slot) = t.slots.in_place_concat {
                return slot(a, b);
            }
        }
        Binary::Mul => {
            if let Some(slot) = t.slots.in_place_repeat {
                return slot(a, repeat_count_of(a, b)?);
            }
        }
        _ => {}
    }
    sequence_operation(op, a, b, true)
}

fn sequence_operation(op: Binary, a: Value, b: Value, in_place: bool) -> R {
    let (ta, tb) = (type_of(a), type_of(b));
    match op {
        Binary::Add => {
            if let Some(slot) = ta.slots.concat {
                // `"a" + MyStr("b")`: the builtin's own code knows exact objects only.
                let b = if tb.flags & flags::WRAPS != 0 && tb.layout == ta.layout { unwrap(b) } else { b };
                return slot(a, b);
            }
        }
        Binary::Mul => {
            if let Some(slot) = ta.slots.repeat {
                return slot(a, repeat_count_of(a, b)?);
            }
            // CPython's in-place form does not look at the right operand if the left one is a container.
            let container = matches!(ta.layout, tag::DICT | tag::SET | tag::FROZENSET);
            if let Some(slot) = tb.slots.repeat
                && !(in_place && container)
            {
                return slot(b, repeat_count_of(b, a)?);
            }
        }
        _ => {}
    }
    let (left, right) = (type_name(a), type_name(b));
    if op == Binary::RShift && a.tag == tag::BUILTIN && crate::objects::builtin_function::is_named(a, "print")
    {
        return Err(raise!(
            TypeError,
            "unsupported operand type(s) for >>: '{left}' and '{right}'. Did you mean \"print(<message>, file=<output_stream>)\"?"
        ));
    }
    let sign = sign(op, in_place);
    Err(raise!(TypeError, "unsupported operand type(s) for {sign}: '{left}' and '{right}'"))
}

/// [`repeat_count`], and MemoryError if the result cannot be had.
fn repeat_count_of(sequence: Value, n: Value) -> R {
    let count = repeat_count(n)?;
    let item = match type_of(sequence).layout {
        tag::LIST | tag::TUPLE => size_of::<Value>(),
        _ => 1,
    };
    let len = super::ops::len(sequence)?;
    if len.checked_mul(count.as_i64().max(0) as usize).is_none_or(|n| n > i64::MAX as usize) {
        if type_of(sequence).layout == tag::BYTES {
            return Err(raise!(OverflowError, "repeated bytes are too long"));
        }
        // The other types have their own words for a length that cannot be.
        return Ok(count);
    }
    crate::memory::check_room(len.saturating_mul(item).saturating_mul(count.as_i64().max(0) as usize))?;
    Ok(count)
}

/// How often to repeat a sequence: an `INT`.
fn repeat_count(n: Value) -> R {
    if type_of(n).slots.index.is_none() {
        let name = type_name(n);
        return Err(raise!(TypeError, "can't multiply sequence by non-int of type '{name}'"));
    }
    let count = index(n)?;
    if count.tag == tag::BIGINT {
        let name = type_name(n);
        return Err(raise!(OverflowError, "cannot fit '{name}' into an index-sized integer"));
    }
    Ok(Value::int(count.as_i64()))
}

fn unary(v: Value, slot: fn(Gc<TypeObj>) -> Option<fn(Value) -> R>, sign: &str) -> R {
    match slot(type_of(v)) {
        Some(f) => f(v),
        None => {
            let name = type_name(v);
            Err(raise!(TypeError, "bad operand type for unary {sign}: '{name}'"))
        }
    }
}

/// `-v`
pub fn negative(v: Value) -> R {
    unary(v, |t| t.slots.neg, "-")
}
/// `+v`
pub fn positive(v: Value) -> R {
    unary(v, |t| t.slots.pos, "+")
}
/// `~v`
pub fn invert(v: Value) -> R {
    unary(v, |t| t.slots.invert, "~")
}

impl Compare {
    /// The operator with its operands swapped.
    pub fn swapped(self) -> Compare {
        match self {
            Compare::Lt => Compare::Gt,
            Compare::Le => Compare::Ge,
            Compare::Gt => Compare::Lt,
            Compare::Ge => Compare::Le,
            same => same,
        }
    }
    pub fn sign(self) -> &'static str {
        match self {
            Compare::Lt => "<",
            Compare::Le => "<=",
            Compare::Eq => "==",
            Compare::Ne => "!=",
            Compare::Gt => ">",
            Compare::Ge => ">=",
        }
    }
}

/// `a op b` for a comparison; any value may come back.
pub fn compare(a: Value, b: Value, op: Compare) -> R {
    if a.tag == tag::INT && b.tag == tag::INT {
        let order = a.as_i64().cmp(&b.as_i64());
        return Ok(Value::bool(match op {
            Compare::Lt => order.is_lt(),
            Compare::Le => order.is_le(),
            Compare::Eq => order.is_eq(),
            Compare::Ne => order.is_ne(),
            Compare::Gt => order.is_gt(),
            Compare::Ge => order.is_ge(),
        }));
    }
    let _guard = crate::core::mutator::DepthGuard::enter("in comparison")?;
    let (ta, tb) = (type_of(a), type_of(b));
    let mut reflected = false;
    if ta != tb
        && let Some(slot) = tb.slots.compare
        && is_subtype(tb, ta)
    {
        reflected = true;
        let result = slot(b, a, op.swapped())?;
        if !is_not_implemented(result) {
            return Ok(result);
        }
    }
    if let Some(slot) = ta.slots.compare {
        let result = slot(a, b, op)?;
        if !is_not_implemented(result) {
            return Ok(result);
        }
    }
    compare_reflected(a, b, op, reflected)
}

/// The right operand's turn, unless it had it, and what any two objects can say.
pub fn compare_reflected(a: Value, b: Value, op: Compare, reflected: bool) -> R {
    if !reflected && let Some(slot) = type_of(b).slots.compare {
        let result = slot(b, a, op.swapped())?;
        if !is_not_implemented(result) {
            return Ok(result);
        }
    }
    match op {
        Compare::Eq => Ok(Value::bool(a.is(b))),
        Compare::Ne => Ok(Value::bool(!a.is(b))),
        _ => {
            let (left, right, sign) = (type_name(a), type_name(b), op.sign());
            Err(raise!(TypeError, "'{sign}' not supported between instances of '{left}' and '{right}'"))
        }
    }
}

/// What containers mean by equal: the same object, or `a == b` is true.
#[inline]
pub fn eq(a: Value, b: Value) -> R<bool> {
    if a.is(b) {
        return Ok(true);
    }
    if a.tag == b.tag && (a.tag == tag::INT || a.tag == tag::BOOL) {
        return Ok(false);
    }
    truth(compare(a, b, Compare::Eq)?)
}

/// `a != b` as a test, without the identity shortcut.
pub fn ne(a: Value, b: Value) -> R<bool> {
    truth(compare(a, b, Compare::Ne)?)
}

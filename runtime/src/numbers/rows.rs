//! Arithmetic that compiled code calls: the dynamic operators with their fast paths for ints and floats, and the cold
//! continuations of typed arithmetic.

use super::int_object::{self, BigIntObj, Int};
use super::int_type::{self, holds};
use super::{big_ops, float_ops, float_type};
use crate::containers::list_type;
use crate::core::error::InBand;
use crate::core::{R, Value};
use crate::objects::ops;
use crate::types::{Binary, Compare};
use runtime_interface::tag;

/// Both operands' tags in one word, to be matched at once.
#[inline(always)]
const fn pair(a: u64, b: u64) -> u64 {
    a << 32 | b
}
#[inline(always)]
fn tags(a: Value, b: Value) -> u64 {
    pair(a.tag, b.tag)
}

const INT_INT: u64 = pair(tag::INT, tag::INT);
const FLOAT_FLOAT: u64 = pair(tag::FLOAT, tag::FLOAT);
const INT_FLOAT: u64 = pair(tag::INT, tag::FLOAT);
const FLOAT_INT: u64 = pair(tag::FLOAT, tag::INT);
const BIG_BIG: u64 = pair(tag::BIGINT, tag::BIGINT);
const INT_BIG: u64 = pair(tag::INT, tag::BIGINT);
const BIG_INT: u64 = pair(tag::BIGINT, tag::INT);
const STR_STR: u64 = pair(tag::STR, tag::STR);

#[inline(never)]
fn slow(op: Binary, a: Value, b: Value) -> Value {
    if let (Binary::Add, tag::LIST, tag::LIST) = (op, a.tag, b.tag) {
        return list_type::concat(a, b).in_band();
    }
    if let Some(result) = int_type::on_exact(op, a, b) {
        return result.in_band();
    }
    ops::binary(op, a, b).in_band()
}
#[inline(never)]
fn slow_in_place(op: Binary, a: Value, b: Value) -> Value {
    if let Some(result) = int_type::on_exact(op, a, b) {
        return result.in_band();
    }
    ops::in_place(op, a, b).in_band()
}

/// `+`, `-`, `*` in both forms: checked on ints, plain on floats.
macro_rules! ring {
    ($name:ident, $in_place:ident, $op:ident, $checked:ident, $sign:tt, $exact:path) => {
        #[unsafe(no_mangle)]
        pub extern "C" fn $name(a: Value, b: Value) -> Value {
            ring!(@body a, b, $op, $checked, $sign, $exact, slow)
        }
        #[unsafe(no_mangle)]
        pub extern "C" fn $in_place(a: Value, b: Value) -> Value {
            ring!(@body a, b, $op, $checked, $sign, $exact, slow_in_place)
        }
    };
    (@body $a:ident, $b:ident, $op:ident, $checked:ident, $sign:tt, $exact:path, $slow:ident) => {
        match tags($a, $b) {
            INT_INT => match $a.as_i64().$checked($b.as_i64()) {
                Some(n) => Value::int(n),
                None => $exact($a.as_i64(), $b.as_i64()),
            },
            FLOAT_FLOAT => Value::float($a.as_f64() $sign $b.as_f64()),
            INT_FLOAT => Value::float($a.as_i64() as f64 $sign $b.as_f64()),
            FLOAT_INT => Value::float($a.as_f64() $sign $b.as_i64() as f64),
            t if t == STR_STR && Binary::$op as u8 == Binary::Add as u8 => {
                crate::text::concat($a.cast(), $b.cast()).value()
            }
            _ => $slow(Binary::$op, $a, $b),
        }
    };
}
ring!(tp_add, tp_iadd, Add, checked_add, +, tp_int_add);
ring!(tp_sub, tp_isub, Sub, checked_sub, -, tp_int_sub);
ring!(tp_mul, tp_imul, Mul, checked_mul, *, tp_int_mul);

#[inline(always)]
fn fast_true_div(a: Value, b: Value) -> Option<Value> {
    let (x, y) = match tags(a, b) {
        FLOAT_FLOAT => (a.as_f64(), b.as_f64()),
        FLOAT_INT => (a.as_f64(), b.as_i64() as f64),
        INT_FLOAT => (a.as_i64() as f64, b.as_f64()),
        INT_INT if a.as_i64().unsigned_abs() <= 1 << 53 && b.as_i64().unsigned_abs() <= 1 << 53 => {
            (a.as_i64() as f64, b.as_i64() as f64)
        }
        _ => return None,
    };
    (y != 0.0).then(|| Value::float(x / y))
}

#[inline(always)]
fn fast_floor_div(a: Value, b: Value) -> Option<Value> {
    match tags(a, b) {
        INT_INT if b.as_i64() != 0 && b.as_i64() != -1 => {
            Some(Value::int(int_object::floor_div(a.as_i64(), b.as_i64())))
        }
        FLOAT_FLOAT if b.as_f64() != 0.0 => Some(Value::float(tp_float_floordiv(a.as_f64(), b.as_f64()))),
        _ => None,
    }
}

#[inline(always)]
fn fast_mod(a: Value, b: Value) -> Option<Value> {
    match tags(a, b) {
        INT_INT if b.as_i64() != 0 => Some(Value::int(int_object::modulo(a.as_i64(), b.as_i64()))),
        FLOAT_FLOAT if b.as_f64() != 0.0 => Some(Value::float(tp_float_mod(a.as_f64(), b.as_f64()))),
        _ => None,
    }
}

#[inline(always)]
fn fast_pow(a: Value, b: Value) -> Option<Value> {
    if tags(a, b) == INT_INT && b.as_i64() >= 0 {
        return int_object::small_pow(a.as_i64(), b.as_i64()).map(Value::int);
    }
    None
}

#[inline(always)]
fn fast_lshift(a: Value, b: Value) -> Option<Value> {
    if tags(a, b) != INT_INT || !(0..63).contains(&b.as_i64()) {
        return None;
    }
    let n = a.as_i64() << b.as_i64();
    (n >> b.as_i64() == a.as_i64()).then(|| Value::int(n))
}

#[inline(always)]
fn fast_rshift(a: Value, b: Value) -> Option<Value> {
    (tags(a, b) == INT_INT && b.as_i64() >= 0).then(|| Value::int(a.as_i64() >> b.as_i64().min(63)))
}

#[inline(always)]
fn fast_and(a: Value, b: Value) -> Option<Value> {
    (tags(a, b) == INT_INT).then(|| Value::int(a.as_i64() & b.as_i64()))
}
#[inline(always)]
fn fast_or(a: Value, b: Value) -> Option<Value> {
    (tags(a, b) == INT_INT).then(|| Value::int(a.as_i64() | b.as_i64()))
}
#[inline(always)]
fn fast_xor(a: Value, b: Value) -> Option<Value> {
    (tags(a, b) == INT_INT).then(|| Value::int(a.as_i64() ^ b.as_i64()))
}
#[inline(always)]
fn never(_: Value, _: Value) -> Option<Value> {
    None
}

macro_rules! operators {
    ($($name:ident, $in_place:ident, $op:ident, $fast:ident;)*) => {$(
        #[unsafe(no_mangle)]
        pub extern "C" fn $name(a: Value, b: Value) -> Value {
            match $fast(a, b) {
                Some(v) => v,
                None => slow(Binary::$op, a, b),
            }
        }
        #[unsafe(no_mangle)]
        pub extern "C" fn $in_place(a: Value, b: Value) -> Value {
            match $fast(a, b) {
                Some(v) => v,
                None => slow_in_place(Binary::$op, a, b),
            }
        }
    )*};
}
operators! {
    tp_truediv, tp_itruediv, TrueDiv, fast_true_div;
    tp_floordiv, tp_ifloordiv, FloorDiv, fast_floor_div;
    tp_mod, tp_imod, Mod, fast_mod;
    tp_pow, tp_ipow, Pow, fast_pow;
    tp_matmul, tp_imatmul, MatMul, never;
    tp_lshift, tp_ilshift, LShift, fast_lshift;
    tp_rshift, tp_irshift, RShift, fast_rshift;
    tp_and, tp_iand, And, fast_and;
    tp_or, tp_ior, Or, fast_or;
    tp_xor, tp_ixor, Xor, fast_xor;
}

#[unsafe(no_mangle)]
pub extern "C" fn tp_neg(v: Value) -> Value {
    match v.tag {
        tag::INT => match v.as_i64().checked_neg() {
            Some(n) => Value::int(n),
            None => tp_int_neg(v.as_i64()),
        },
        tag::FLOAT => Value::float(-v.as_f64()),
        _ => ops::negative(v).in_band(),
    }
}

#[unsafe(no_mangle)]
pub extern "C" fn tp_pos(v: Value) -> Value {
    match v.tag {
        tag::INT | tag::FLOAT => v,
        _ => ops::positive(v).in_band(),
    }
}

#[unsafe(no_mangle)]
pub extern "C" fn tp_invert(v: Value) -> Value {
    match v.tag {
        tag::INT => Value::int(!v.as_i64()),
        _ => ops::invert(v).in_band(),
    }
}

/// The comparison of two numbers or texts, when it needs no slot.
#[inline(always)]
fn fast_compare(a: Value, b: Value, op: Compare) -> Option<Value> {
    let order = match tags(a, b) {
        INT_INT => Some(a.as_i64().cmp(&b.as_i64())),
        BIG_BIG | INT_BIG | BIG_INT => Some(int_type::int(a).order(int_type::int(b))),
        FLOAT_FLOAT => a.as_f64().partial_cmp(&b.as_f64()),
        INT_FLOAT => big_ops::compare_i64_f64(a.as_i64(), b.as_f64()),
        FLOAT_INT => big_ops::compare_i64_f64(b.as_i64(), a.as_f64()).map(std::cmp::Ordering::reverse),
        STR_STR => return Some(Value::bool(crate::text::compare_texts(a.cast(), b.cast(), op))),
        _ => return None,
    };
    Some(Value::bool(holds(op, order)))
}

macro_rules! comparisons {
    ($($name:ident, $op:ident;)*) => {$(
        #[unsafe(no_mangle)]
        pub extern "C" fn $name(a: Value, b: Value) -> Value {
            match fast_compare(a, b, Compare::$op) {
                Some(v) => v,
                None => slow_compare(a, b, Compare::$op),
            }
        }
    )*};
}
comparisons! {
    tp_lt, Lt;
    tp_le, Le;
    tp_eq, Eq;
    tp_ne, Ne;
    tp_gt, Gt;
    tp_ge, Ge;
}

#[inline(never)]
fn slow_compare(a: Value, b: Value, op: Compare) -> Value {
    ops::compare(a, b, op).in_band()
}

#[unsafe(no_mangle)]
pub extern "C" fn tp_int_low_bits(n: Value) -> i64 {
    match int_object::as_int(n) {
        Some(Int::Small(n)) => n,
        Some(Int::Big(n)) if n.negative != 0 => (BigIntObj::limbs(n)[0] as i64).wrapping_neg(),
        Some(Int::Big(n)) => BigIntObj::limbs(n)[0] as i64,
        None => 0,
    }
}
#[unsafe(no_mangle)]
pub extern "C" fn tp_int_is_word(n: Value) -> bool {
    n.tag == tag::BIGINT && {
        let n: crate::core::Gc<BigIntObj> = n.cast();
        n.negative == 0 && n.len == 1
    }
}
#[unsafe(no_mangle)]
pub extern "C" fn tp_int_of_word(word: i64) -> Value {
    int_object::from_i128(word as u64 as i128)
}
#[unsafe(no_mangle)]
#[cold]
pub extern "C" fn tp_int_add(a: i64, b: i64) -> Value {
    int_object::from_i128(a as i128 + b as i128)
}
#[unsafe(no_mangle)]
#[cold]
pub extern "C" fn tp_int_sub(a: i64, b: i64) -> Value {
    int_object::from_i128(a as i128 - b as i128)
}
#[unsafe(no_mangle)]
#[cold]
pub extern "C" fn tp_int_mul(a: i64, b: i64) -> Value {
    int_object::from_i128(a as i128 * b as i128)
}
#[unsafe(no_mangle)]
#[cold]
pub extern "C" fn tp_int_neg(a: i64) -> Value {
    int_object::from_i128(-(a as i128))
}
#[unsafe(no_mangle)]
pub extern "C" fn tp_int_lshift(a: i64, b: i64) -> Value {
    int_type::shift_left(Int::Small(a), Int::Small(b)).in_band()
}
#[unsafe(no_mangle)]
pub extern "C" fn tp_int_pow(a: i64, b: i64) -> Value {
    int_type::pow(Int::Small(a), Int::Small(b)).in_band()
}
#[unsafe(no_mangle)]
pub extern "C" fn tp_int_truediv(a: i64, b: i64) -> Value {
    int_type::true_div(Int::Small(a), Int::Small(b)).in_band()
}
#[unsafe(no_mangle)]
pub extern "C" fn tp_int_to_float(a: i64) -> f64 {
    a as f64
}

/// The divisor is not 0: compiled code has tested it.
#[unsafe(no_mangle)]
pub extern "C" fn tp_float_floordiv(a: f64, b: f64) -> f64 {
    float_ops::floor_div(a, b).unwrap_or(f64::NAN)
}
#[unsafe(no_mangle)]
pub extern "C" fn tp_float_mod(a: f64, b: f64) -> f64 {
    float_ops::modulo(a, b).unwrap_or(f64::NAN)
}
#[unsafe(no_mangle)]
pub extern "C" fn tp_float_pow(a: f64, b: f64) -> Value {
    float_type::pow(a, b).in_band()
}

#[unsafe(no_mangle)]
pub extern "C" fn tp_int_float_compare(a: i64, b: f64) -> i64 {
    big_ops::compare_i64_f64(a, b).map_or(2, |o| o as i64)
}

#[unsafe(no_mangle)]
#[cold]
pub extern "C" fn tp_raise_zero_division(what: i64) {
    let _: R<()> = Err(match what {
        0 => raise!(ZeroDivisionError, "division by zero"),
        1 => raise!(ZeroDivisionError, "float floor division by zero"),
        2 => raise!(ZeroDivisionError, "float modulo by zero"),
        3 => raise!(ZeroDivisionError, "integer modulo by zero"),
        4 => raise!(ZeroDivisionError, "float division by zero"),
        _ => raise!(ZeroDivisionError, "integer division or modulo by zero"),
    });
}

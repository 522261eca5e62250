//! The types `int` and `bool`: slots, and the constructor. Methods are in `int_methods`.

use super::big_ops;
use super::fault::Fault;
use super::float_ops;
use super::int_object::{self, Int, as_int, from_big};
use super::int_text::{self, Parsed};
use super::limbs;
use crate::core::{Args, Gc, R, StrObj, Value};
use crate::memory::Descriptor;
use crate::objects::ops;
use crate::types::{Binary, Compare, Slots, TypeObj, TypeSpec};
use runtime_interface::tag;
use std::cmp::Ordering;

pub static INT: TypeSpec = TypeSpec {
    id: tag::INT,
    name: "int",
    descriptor: Descriptor::plain::<Value>(),
    slots: SLOTS,
    methods: super::int_methods::METHODS,
    getset: super::int_methods::GETSET,
    subclassable: true,
    wrapped: true,
    doc: "int([x]) -> integer\nint(x, base=10) -> integer\n\nConvert a number or string to an integer, or return 0 if no arguments\nare given.  If x is a number, return x.__int__().  For floating-point\nnumbers, this truncates towards zero.\n\nIf x is not a number or if base is given, then x must be a string,\nbytes, or bytearray instance representing an integer literal in the\ngiven base.  The literal can be preceded by '+' or '-' and be surrounded\nby whitespace.  The base defaults to 10.  Valid bases are 0 and 2-36.\nBase 0 means to interpret the base from the string as an integer literal.\n>>> int('0b100', base=0)\n4",
    ..TypeSpec::DEFAULT
};

pub static BOOL: TypeSpec = TypeSpec {
    id: tag::BOOL,
    name: "bool",
    base: tag::INT,
    descriptor: Descriptor::plain::<Value>(),
    slots: BOOL_SLOTS,
    doc: "Returns True when the argument is true, False otherwise.\nThe builtins True and False are the only two instances of the class bool.\nThe class bool is a subclass of the class int, and cannot be subclassed.",
    ..TypeSpec::DEFAULT
};

pub const SLOTS: Slots = Slots {
    repr: Some(repr),
    hash: Some(|v| Ok(int(v).hash())),
    compare: Some(compare),
    bool: Some(|v| Ok(!int(v).is_zero())),
    new: Some(new),
    neg: Some(|v| Ok(int_object::neg(int(v)))),
    pos: Some(|v| Ok(int(v).value())),
    abs: Some(abs),
    invert: Some(invert),
    int: Some(|v| Ok(int(v).value())),
    float: Some(|v| Ok(Value::float(int(v).to_f64()?))),
    index: Some(|v| Ok(int(v).value())),
    ..Slots::NONE
}
.with_binary(Binary::Add, |a, b| on_ints(a, b, |a, b| Ok(int_object::add(a, b))))
.with_binary(Binary::Sub, |a, b| on_ints(a, b, |a, b| Ok(int_object::sub(a, b))))
.with_binary(Binary::Mul, |a, b| on_ints(a, b, |a, b| Ok(int_object::mul(a, b))))
.with_binary(Binary::TrueDiv, |a, b| on_ints(a, b, true_div))
.with_binary(Binary::FloorDiv, |a, b| on_ints(a, b, floor_div))
.with_binary(Binary::Mod, |a, b| on_ints(a, b, modulo))
.with_binary(Binary::DivMod, |a, b| on_ints(a, b, div_mod))
.with_binary(Binary::Pow, |a, b| on_ints(a, b, pow))
.with_binary(Binary::LShift, |a, b| on_ints(a, b, shift_left))
.with_binary(Binary::RShift, |a, b| on_ints(a, b, shift_right))
.with_binary(Binary::And, |a, b| on_ints(a, b, |a, b| Ok(int_object::bitwise(a, b, |x, y| x & y))))
.with_binary(Binary::Or, |a, b| on_ints(a, b, |a, b| Ok(int_object::bitwise(a, b, |x, y| x | y))))
.with_binary(Binary::Xor, |a, b| on_ints(a, b, |a, b| Ok(int_object::bitwise(a, b, |x, y| x ^ y))));

const BOOL_SLOTS: Slots = Slots {
    repr: Some(|v| Ok(if v.as_bool() { name!("True") } else { name!("False") }.value())),
    new: Some(new_bool),
    ..SLOTS
}
.with_binary(Binary::And, |a, b| on_bools(a, b, |x, y| x & y, SLOTS.binary[Binary::And as usize]))
.with_binary(Binary::Or, |a, b| on_bools(a, b, |x, y| x | y, SLOTS.binary[Binary::Or as usize]))
.with_binary(Binary::Xor, |a, b| on_bools(a, b, |x, y| x ^ y, SLOTS.binary[Binary::Xor as usize]));

/// The receiver of a slot: known to be an int.
#[inline(always)]
pub fn int(v: Value) -> Int {
    as_int(v).expect("an int receiver")
}

#[inline(always)]
fn on_ints(a: Value, b: Value, f: impl FnOnce(Int, Int) -> R) -> R {
    match (as_int(a), as_int(b)) {
        (Some(a), Some(b)) => f(a, b),
        _ => Ok(Value::NOT_IMPLEMENTED),
    }
}

fn on_bools(
    a: Value,
    b: Value,
    f: impl FnOnce(bool, bool) -> bool,
    ints: Option<crate::types::slots::BinarySlot>,
) -> R {
    if a.is_bool() && b.is_bool() {
        return Ok(Value::bool(f(a.as_bool(), b.as_bool())));
    }
    ints.expect("a slot of int")(a, b)
}

fn repr(v: Value) -> R {
    if v.is_int() {
        return Ok(super::decimal::text(v.as_i64()).value());
    }
    let text = int(v).decimal()?;
    Ok(StrObj::from_latin1(text.as_bytes(), true).value())
}

fn compare(a: Value, b: Value, op: Compare) -> R {
    on_ints(a, b, |a, b| Ok(Value::bool(holds(op, Some(a.order(b))))))
}

/// Whether `a op b` for operands that compare like this; unordered ones are unequal.
#[inline(always)]
pub fn holds(op: Compare, order: Option<Ordering>) -> bool {
    match (op, order) {
        (Compare::Ne, None) => true,
        (_, None) => false,
        (Compare::Lt, Some(o)) => o.is_lt(),
        (Compare::Le, Some(o)) => o.is_le(),
        (Compare::Eq, Some(o)) => o.is_eq(),
        (Compare::Ne, Some(o)) => o.is_ne(),
        (Compare::Gt, Some(o)) => o.is_gt(),
        (Compare::Ge, Some(o)) => o.is_ge(),
    }
}

fn abs(v: Value) -> R {
    let n = int(v);
    Ok(if n.is_negative() { int_object::neg(n) } else { n.value() })
}

fn invert(v: Value) -> R {
    Ok(match int(v) {
        Int::Small(n) => Value::int(!n),
        big => int_object::sub(Int::Small(-1), big),
    })
}

pub fn true_div(a: Int, b: Int) -> R {
    if let (Int::Small(a), Int::Small(b)) = (a, b)
        && a.unsigned_abs() <= 1 << 53
        && b.unsigned_abs() <= 1 << 53
        && b != 0
    {
        return Ok(Value::float(a as f64 / b as f64));
    }
    Ok(Value::float(big_ops::true_div(&a.to_big(), &b.to_big())?))
}

pub fn floor_div(a: Int, b: Int) -> R {
    if b.is_zero() {
        return Err(Fault::zero_division("integer division or modulo by zero").into());
    }
    Ok(int_object::div_mod(a, b).0)
}

pub fn modulo(a: Int, b: Int) -> R {
    if b.is_zero() {
        return Err(Fault::zero_division("integer modulo by zero").into());
    }
    if let (Int::Small(a), Int::Small(b)) = (a, b) {
        return Ok(Value::int(int_object::modulo(a, b)));
    }
    Ok(int_object::div_mod(a, b).1)
}

fn div_mod(a: Int, b: Int) -> R {
    if b.is_zero() {
        return Err(Fault::zero_division("integer division or modulo by zero").into());
    }
    let (q, r) = int_object::div_mod(a, b);
    Ok(crate::containers::TupleObj::from_slice(&[q, r]).value())
}

pub fn pow(a: Int, b: Int) -> R {
    if b.is_negative() {
        return match float_ops::pow(a.to_f64()?, b.to_f64()?)? {
            float_ops::Power::Real(x) => Ok(Value::float(x)),
            float_ops::Power::Complex => unreachable!("whole exponent"),
        };
    }
    if let (Int::Small(a), Int::Small(b)) = (a, b)
        && let Some(n) = int_object::small_pow(a, b)
    {
        return Ok(Value::int(n));
    }
    Ok(from_big(&big_ops::pow(&a.to_big(), &b.to_big())?))
}

/// `pow(a, b, m)` of ints.
pub fn pow_mod(a: Int, b: Int, m: Int) -> R {
    let a = match (a, m) {
        (Int::Big(_), Int::Small(1..)) => as_int(int_object::div_mod(a, m).1).expect("an int"),
        _ => a,
    };
    if let (Int::Small(a), Int::Small(b), Int::Small(m)) = (a, b, m)
        && b >= 0
        && m > 0
    {
        let modulus = m as u64;
        // Both factors are below the modulus, and so is the high word of the product.
        let times = |a: u64, b: u64| {
            let product = a as u128 * b as u128;
            limbs::divide_wide((product >> 64) as u64, product as u64, modulus).1
        };
        let mut base = a.rem_euclid(m) as u64;
        let mut result = 1 % modulus;
        let mut e = b as u64;
        while e > 0 {
            if e & 1 == 1 {
                result = times(result, base);
            }
            e >>= 1;
            if e > 0 {
                base = times(base, base);
            }
        }
        return Ok(Value::int(result as i64));
    }
    if let Some(power) = int_object::short_pow_mod(a, b, m) {
        return Ok(power);
    }
    Ok(from_big(&big_ops::pow_mod(&a.to_big(), &b.to_big(), &m.to_big())?))
}

pub fn shift_left(a: Int, b: Int) -> R {
    if let (Int::Small(x), Int::Small(n)) = (a, b)
        && (0..127).contains(&n)
    {
        let wide = x as i128;
        let shifted = wide << n;
        if shifted >> n == wide {
            return Ok(int_object::from_i128(shifted));
        }
    }
    if b.is_negative() {
        return Err(Fault::value("negative shift count").into());
    }
    if a.is_zero() {
        return Ok(Value::int(0));
    }
    match b {
        Int::Small(n) if n < 1 << 40 => {
            crate::memory::check_room(n as usize / 4)?;
            Ok(int_object::shift_left(a, n as usize))
        }
        _ => Err(Fault::overflow("too many digits in integer").into()),
    }
}

pub fn shift_right(a: Int, b: Int) -> R {
    if b.is_negative() {
        return Err(Fault::value("negative shift count").into());
    }
    Ok(match (a, b) {
        (Int::Small(x), Int::Small(n)) => Value::int(x >> n.min(63)),
        (a, Int::Small(n)) => int_object::shift_right(a, n as usize),
        (a, Int::Big(_)) => Value::int(-(a.is_negative() as i64)),
    })
}

/// An operator on two exact ints of which one is big, without the slots.
#[inline]
pub fn on_exact(op: Binary, a: Value, b: Value) -> Option<R> {
    let exact = |v: Value| match v.tag {
        tag::INT => Some(Int::Small(v.as_i64())),
        tag::BIGINT => Some(Int::Big(v.cast())),
        _ => None,
    };
    let (a, b) = (exact(a)?, exact(b)?);
    if let (Some(x), Some(y)) = (a.to_i126(), b.to_i126()) {
        // Just over a word, as hashes and random generators with a mask are: no limbs.
        let short = match op {
            Binary::Add => Some(x + y),
            Binary::Sub => Some(x - y),
            Binary::And => Some(x & y),
            Binary::Or => Some(x | y),
            Binary::Xor => Some(x ^ y),
            Binary::RShift if (0..128).contains(&y) => Some(x >> y),
            _ => None,
        };
        if let Some(n) = short {
            return Some(Ok(int_object::from_i128(n)));
        }
    }
    Some(match op {
        Binary::Add => Ok(int_object::add(a, b)),
        Binary::Sub => Ok(int_object::sub(a, b)),
        Binary::Mul => Ok(int_object::mul(a, b)),
        Binary::FloorDiv => floor_div(a, b),
        Binary::Mod => modulo(a, b),
        Binary::LShift => shift_left(a, b),
        Binary::RShift => shift_right(a, b),
        Binary::And => Ok(int_object::bitwise(a, b, |a, b| a & b)),
        Binary::Or => Ok(int_object::bitwise(a, b, |a, b| a | b)),
        Binary::Xor => Ok(int_object::bitwise(a, b, |a, b| a ^ b)),
        _ => return None,
    })
}

/// `int(...)`; a subclass wraps what this makes.
fn new(_class: Gc<TypeObj>, args: &Args) -> R {
    if args.kw.is_empty() && args.pos.len() == 1 {
        return to_int(args.pos[0]);
    }
    if args.pos.len() > 2 {
        args.between("int", 0, 2)?;
    }
    let [x, base] = args.bind("int", ["", "base"], 1, 2, 0)?;
    if base.is_unbound() {
        return match x.bound() {
            Some(x) => to_int(x),
            None => Ok(Value::int(0)),
        };
    }
    if x.is_unbound() {
        return Err(raise!(TypeError, "int() missing string argument"));
    }
    let base = match int(ops::index(base)?) {
        Int::Small(n) if n == 0 || (2..=36).contains(&n) => n as u32,
        _ => return Err(raise!(ValueError, "int() base must be >= 2 and <= 36, or 0")),
    };
    match parse_text(x, base) {
        Some(r) => r,
        None => Err(raise!(TypeError, "int() can't convert non-string with explicit base")),
    }
}

/// `int(x)`.
pub fn to_int(x: Value) -> R {
    match x.tag {
        tag::INT | tag::BIGINT => return Ok(x),
        tag::BOOL => return Ok(Value::int(x.as_i64())),
        tag::FLOAT => return float_to_int(x.as_f64()),
        _ => {}
    }
    let slots = &crate::types::type_of(x).slots;
    if let Some(slot) = slots.int {
        let result = slot(x)?;
        return match as_int(result) {
            Some(n) => Ok(n.value()),
            None => {
                let name = ops::type_name(result);
                Err(raise!(TypeError, "__int__ returned non-int (type {name})"))
            }
        };
    }
    if slots.index.is_some() {
        return ops::index(x);
    }
    if let Some(r) = parse_text(x, 10) {
        return r;
    }
    if let Some(trunc) = crate::objects::call::call_special_optional(x, name!("__trunc__"), &[])? {
        return ops::index(trunc);
    }
    let name = ops::type_name(x);
    Err(raise!(
        TypeError,
        "int() argument must be a string, a bytes-like object or a real number, not '{name}'"
    ))
}

/// The int of a str, bytes or bytearray; `None` for anything else.
fn parse_text(x: Value, base: u32) -> Option<R> {
    let parsed = if let Some(s) = ops::as_str(x) {
        match s.as_ascii() {
            Some(text) => int_text::parse(text.as_bytes(), base),
            None => match super::digits::transliterated(s) {
                Some(text) => int_text::parse(&text, base),
                None => Parsed::Invalid,
            },
        }
    } else {
        int_text::parse(crate::bytes::as_bytes(x)?, base)
    };
    Some(match parsed {
        Parsed::Small(n) => Ok(Value::int(n)),
        Parsed::Big(n) => Ok(from_big(&n)),
        Parsed::TooLong(digits) => Err(raise!(ValueError, "{}", int_text::too_long_to_read(digits))),
        Parsed::Invalid => (|| {
            let mut text = ops::repr(x)?.to_string_lossy();
            // CPython shows at most 200 characters of the literal.
            if let Some((end, _)) = text.char_indices().nth(200) {
                text.truncate(end);
            }
            Err(raise!(ValueError, "invalid literal for int() with base {base}: {text}"))
        })(),
    })
}

pub fn float_to_int(x: f64) -> R {
    if x.abs() < 9.2e18 {
        return Ok(Value::int(x as i64));
    }
    if x.is_nan() {
        return Err(raise!(ValueError, "cannot convert float NaN to integer"));
    }
    if x.is_infinite() {
        return Err(raise!(OverflowError, "cannot convert float infinity to integer"));
    }
    Ok(from_big(&float_ops::exact_integer(x.trunc())))
}

fn new_bool(_class: Gc<TypeObj>, args: &Args) -> R {
    args.no_keywords("bool")?;
    args.between("bool", 0, 1)?;
    match args.get(0) {
        Some(v) => Ok(Value::bool(ops::truth(v)?)),
        None => Ok(Value::FALSE),
    }
}

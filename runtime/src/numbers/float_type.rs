//! The type `float`: slots, constructor, methods.

use super::fault::Fault;
use super::float_ops::{self, Power};
use super::int_object::{Int, as_int, from_big};
use super::int_type::{float_to_int, holds};
use super::{float_text, hash};
use crate::containers::TupleObj;
use crate::core::{Args, Gc, R, StrObj, Value};
use crate::format::spec;
use crate::memory::Descriptor;
use crate::objects::ops;
use crate::text::units::Buffer;
use crate::types::{Binary, Compare, GetSet, MethodDef, Slots, TypeObj, TypeSpec};
use runtime_interface::tag;

pub static FLOAT: TypeSpec = TypeSpec {
    id: tag::FLOAT,
    name: "float",
    descriptor: Descriptor::plain::<Value>(),
    slots: SLOTS,
    methods: METHODS,
    getset: &[
        GetSet { name: "real", get: |v| Ok(Value::float(float(v))), set: None },
        GetSet { name: "imag", get: |_| Ok(Value::float(0.0)), set: None },
    ],
    subclassable: true,
    wrapped: true,
    doc: "Convert a string or number to a floating-point number, if possible.",
    ..TypeSpec::DEFAULT
};

const SLOTS: Slots = Slots {
    repr: Some(|v| Ok(repr(float(v)).value())),
    hash: Some(hash_value),
    compare: Some(compare),
    bool: Some(|v| Ok(float(v) != 0.0)),
    new: Some(new),
    neg: Some(|v| Ok(Value::float(-float(v)))),
    pos: Some(|v| Ok(Value::float(float(v)))),
    abs: Some(|v| Ok(Value::float(float(v).abs()))),
    int: Some(|v| float_to_int(float(v))),
    float: Some(|v| Ok(Value::float(float(v)))),
    ..Slots::NONE
}
.with_binary(Binary::Add, |a, b| on_floats(a, b, |a, b| Ok(a + b)))
.with_binary(Binary::Sub, |a, b| on_floats(a, b, |a, b| Ok(a - b)))
.with_binary(Binary::Mul, |a, b| on_floats(a, b, |a, b| Ok(a * b)))
.with_binary(Binary::TrueDiv, |a, b| on_floats(a, b, true_div))
.with_binary(Binary::FloorDiv, |a, b| on_floats(a, b, |a, b| Ok(float_ops::floor_div(a, b)?)))
.with_binary(Binary::Mod, |a, b| on_floats(a, b, |a, b| Ok(float_ops::modulo(a, b)?)))
.with_binary(Binary::DivMod, div_mod)
.with_binary(Binary::Pow, pow_values);

/// The receiver of a slot: known to be a float.
#[inline(always)]
pub fn float(v: Value) -> f64 {
    if v.is_float() { v.as_f64() } else { ops::unwrap(v).as_f64() }
}

pub fn repr(x: f64) -> Gc<StrObj> {
    let mut out = Vec::with_capacity(24);
    float_text::write_repr(&mut out, x);
    StrObj::from_latin1(&out, true)
}

/// A float operand: a float, or an int as the nearest float. `None` for other types.
#[inline(always)]
pub fn operand(v: Value) -> R<Option<f64>> {
    match v.tag {
        tag::FLOAT => Ok(Some(v.as_f64())),
        tag::INT | tag::BOOL => Ok(Some(v.as_i64() as f64)),
        _ => operand_slow(v),
    }
}

#[inline(never)]
fn operand_slow(v: Value) -> R<Option<f64>> {
    let inner = ops::unwrap(v);
    if inner.is_float() {
        return Ok(Some(inner.as_f64()));
    }
    match as_int(inner) {
        Some(n) => Ok(Some(n.to_f64()?)),
        None => Ok(None),
    }
}

#[inline(always)]
fn on_floats(a: Value, b: Value, f: impl FnOnce(f64, f64) -> R<f64>) -> R {
    let (Some(a), Some(b)) = (operand(a)?, operand(b)?) else {
        return Ok(Value::NOT_IMPLEMENTED);
    };
    Ok(Value::float(f(a, b)?))
}

#[inline(always)]
pub fn true_div(a: f64, b: f64) -> R<f64> {
    if b == 0.0 {
        return Err(Fault::zero_division("float division by zero").into());
    }
    Ok(a / b)
}

fn div_mod(a: Value, b: Value) -> R {
    let (Some(a), Some(b)) = (operand(a)?, operand(b)?) else {
        return Ok(Value::NOT_IMPLEMENTED);
    };
    let (q, r) = float_ops::divmod(a, b, "float divmod()")?;
    Ok(TupleObj::from_slice(&[Value::float(q), Value::float(r)]).value())
}

fn pow_values(a: Value, b: Value) -> R {
    let (Some(a), Some(b)) = (operand(a)?, operand(b)?) else {
        return Ok(Value::NOT_IMPLEMENTED);
    };
    pow(a, b)
}

pub fn pow(a: f64, b: f64) -> R {
    match float_ops::pow(a, b) {
        Ok(Power::Real(x)) => Ok(Value::float(x)),
        Ok(Power::Complex) => {
            use super::complex_ops as c;
            Ok(super::complex_type::complex(c::pow(c::new(a, 0.0), c::new(b, 0.0))?))
        }
        Err(fault) if fault.text.starts_with('(') => {
            let text = StrObj::from_str("Numerical result out of range");
            Err(crate::core::error::raise_args(
                tag::exception::OverflowError,
                &[Value::int(34), text.value()],
            ))
        }
        Err(fault) => Err(fault.into()),
    }
}

fn compare(a: Value, b: Value, op: Compare) -> R {
    let x = float(a);
    let order = match b.tag {
        tag::FLOAT => x.partial_cmp(&b.as_f64()),
        _ => {
            let inner = ops::unwrap(b);
            if inner.is_float() {
                x.partial_cmp(&inner.as_f64())
            } else if let Some(n) = as_int(inner) {
                n.compare_f64(x).map(std::cmp::Ordering::reverse)
            } else {
                return Ok(Value::NOT_IMPLEMENTED);
            }
        }
    };
    Ok(Value::bool(holds(op, order)))
}

fn hash_value(v: Value) -> R<i64> {
    let x = float(v);
    Ok(hash::hash_f64(x).unwrap_or_else(|| {
        // A NaN hashes as the object it is; ours are values, so as its bits.
        hash::hash_i64((x.to_bits() >> 4) as i64)
    }))
}

fn new(_class: Gc<TypeObj>, args: &Args) -> R {
    args.no_keywords("float")?;
    args.between("float", 0, 1)?;
    let x = match args.get(0) {
        None => 0.0,
        Some(v) => to_float(v)?,
    };
    Ok(Value::float(x))
}

/// `float(x)`.
pub fn to_float(v: Value) -> R<f64> {
    match v.tag {
        tag::FLOAT => return Ok(v.as_f64()),
        tag::INT | tag::BOOL => return Ok(v.as_i64() as f64),
        tag::BIGINT => return Ok(as_int(v).expect("an int").to_f64()?),
        tag::STR => return parse_text(v),
        _ => {}
    }
    if ops::as_str(v).is_some() || crate::bytes::as_bytes(v).is_some() {
        return parse_text(v);
    }
    match by_slots(v)? {
        Some(x) => Ok(x),
        None => {
            let name = ops::type_name(v);
            Err(raise!(TypeError, "float() argument must be a string or a real number, not '{name}'"))
        }
    }
}

/// What functions that take a C double accept: `must be real number, not str`.
pub fn real_number(v: Value) -> R<f64> {
    match v.tag {
        tag::FLOAT => return Ok(v.as_f64()),
        tag::INT | tag::BOOL => return Ok(v.as_i64() as f64),
        _ => {}
    }
    match by_slots(v)? {
        Some(x) => Ok(x),
        None => {
            let name = ops::type_name(v);
            Err(raise!(TypeError, "must be real number, not {name}"))
        }
    }
}

/// Through `__float__`, else `__index__`.
fn by_slots(v: Value) -> R<Option<f64>> {
    let slots = &crate::types::type_of(v).slots;
    if let Some(slot) = slots.float {
        let result = slot(v)?;
        let inner = ops::unwrap(result);
        if inner.is_float() {
            return Ok(Some(inner.as_f64()));
        }
        let (class, name) = (ops::type_name(v), ops::type_name(result));
        return Err(raise!(TypeError, "{class}.__float__ returned non-float (type {name})"));
    }
    if slots.index.is_some() {
        let n = ops::index(v)?;
        return Ok(Some(as_int(n).expect("an int").to_f64()?));
    }
    Ok(None)
}

fn parse_text(v: Value) -> R<f64> {
    let parsed = if let Some(s) = ops::as_str(v) {
        match s.as_ascii() {
            Some(text) => float_text::parse(text.as_bytes()),
            None => super::digits::transliterated(s).and_then(|t| float_text::parse(&t)),
        }
    } else {
        crate::bytes::as_bytes(v).and_then(float_text::parse)
    };
    match parsed {
        Some(x) => Ok(x),
        None => {
            let text = ops::repr(v)?.to_string_lossy();
            Err(raise!(ValueError, "could not convert string to float: {text}"))
        }
    }
}

const METHODS: &[MethodDef] = &[
    MethodDef::method("is_integer", |a| {
        a.skip_receiver().exactly("float.is_integer", 0)?;
        let x = float(a.receiver());
        Ok(Value::bool(x.is_finite() && x == x.trunc()))
    }),
    MethodDef::method("as_integer_ratio", |a| {
        a.skip_receiver().exactly("float.as_integer_ratio", 0)?;
        let (top, bottom) = float_ops::as_integer_ratio(float(a.receiver()))?;
        let top = from_big(&top);
        Ok(TupleObj::from_slice(&[top, from_big(&bottom)]).value())
    }),
    MethodDef::method("hex", |a| {
        a.skip_receiver().exactly("float.hex", 0)?;
        Ok(StrObj::from_str(&float_ops::hex(float(a.receiver()))).value())
    }),
    MethodDef::class_method("fromhex", |a| {
        a.skip_receiver().exactly("float.fromhex", 1)?;
        let Some(text) = ops::as_str(a.pos[1]) else {
            return Err(raise!(TypeError, "bad argument type for built-in operation"));
        };
        let x = float_ops::from_hex(text.to_string_lossy().as_bytes())?;
        let class = a.receiver();
        if class.is(crate::types::type_by_id(tag::FLOAT).value()) {
            return Ok(Value::float(x));
        }
        ops::call(class, &[Value::float(x)])
    }),
    MethodDef::method("conjugate", |a| {
        a.skip_receiver().exactly("float.conjugate", 0)?;
        Ok(Value::float(float(a.receiver())))
    }),
    MethodDef::method("__round__", |a| {
        a.skip_receiver().between("__round__", 0, 1)?;
        round(float(a.receiver()), a.get(1))
    }),
    MethodDef::method("__trunc__", |a| {
        a.skip_receiver().exactly("float.__trunc__", 0)?;
        float_to_int(float(a.receiver()))
    }),
    MethodDef::method("__floor__", |a| {
        a.skip_receiver().exactly("float.__floor__", 0)?;
        float_to_int(float(a.receiver()).floor())
    }),
    MethodDef::method("__ceil__", |a| {
        a.skip_receiver().exactly("float.__ceil__", 0)?;
        float_to_int(float(a.receiver()).ceil())
    }),
    MethodDef::method("__format__", |a| {
        a.skip_receiver().exactly("float.__format__", 1)?;
        let Some(spec) = ops::as_str(a.pos[1]) else {
            return Err(crate::format::not_a_spec(a.pos[1]));
        };
        format_float(a.receiver(), spec)
    }),
    MethodDef::method("__getnewargs__", |a| {
        Ok(TupleObj::from_slice(&[Value::float(float(a.receiver()))]).value())
    }),
    MethodDef::class_method("__getformat__", |_| Ok(StrObj::from_str("IEEE, little-endian").value())),
];

/// `round(x, digits)`.
pub fn round(x: f64, digits: Option<Value>) -> R {
    match digits {
        None => float_to_int(float_ops::round_half_even(x)),
        Some(d) if d.is_none() => float_to_int(float_ops::round_half_even(x)),
        Some(d) => {
            let d = ops::index(d)?;
            let places = as_int(d).map_or(0, Int::clamped);
            Ok(Value::float(float_ops::round_digits(x, places)?))
        }
    }
}

/// `format(x, spec)`.
pub fn format_float(v: Value, text: Gc<StrObj>) -> R {
    if text.len == 0 {
        return Ok(ops::str(v)?.value());
    }
    let named;
    let type_name = if v.is_float() {
        "float"
    } else {
        named = ops::type_name(v);
        &named
    };
    let s = spec::parse(crate::text::units_of(text), 0, b'>', type_name)?;
    let mut out = Buffer::with_capacity(32);
    spec::format_float(&mut out, float(v), &s, type_name)?;
    Ok(crate::text::finish(&out).value())
}

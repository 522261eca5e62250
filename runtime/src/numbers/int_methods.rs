//! Methods of `int` (and so of `bool`).

use super::big_ops;
use super::int_object::{Int, as_int, from_big};
use super::int_type::int;
use crate::containers::TupleObj;
use crate::core::{Args, R, StrObj, Value};
use crate::format::spec;
use crate::objects::ops;
use crate::text::units::Buffer;
use crate::types::{GetSet, MethodDef};
use runtime_interface::tag;

pub const METHODS: &[MethodDef] = &[
    MethodDef::method("bit_length", |a| {
        a.skip_receiver().exactly("int.bit_length", 0)?;
        Ok(Value::int(int(a.receiver()).bit_length() as i64))
    }),
    MethodDef::method("bit_count", |a| {
        a.skip_receiver().exactly("int.bit_count", 0)?;
        Ok(Value::int(match int(a.receiver()) {
            Int::Small(n) => n.unsigned_abs().count_ones() as i64,
            big => big_ops::bit_count(&big.to_big()) as i64,
        }))
    }),
    MethodDef::method("conjugate", |a| {
        a.skip_receiver().exactly("int.conjugate", 0)?;
        Ok(int(a.receiver()).value())
    }),
    MethodDef::method("is_integer", |a| {
        a.skip_receiver().exactly("int.is_integer", 0)?;
        Ok(Value::TRUE)
    }),
    MethodDef::method("as_integer_ratio", |a| {
        a.skip_receiver().exactly("int.as_integer_ratio", 0)?;
        Ok(TupleObj::from_slice(&[int(a.receiver()).value(), Value::int(1)]).value())
    }),
    MethodDef::method("to_bytes", to_bytes),
    MethodDef::class_method("from_bytes", from_bytes),
    MethodDef::method("__format__", format),
    MethodDef::method("__round__", |a| {
        a.skip_receiver().between("__round__", 0, 1)?;
        round(a.receiver(), a.get(1))
    }),
    MethodDef::method("__trunc__", |a| whole(a, "int.__trunc__")),
    MethodDef::method("__floor__", |a| whole(a, "int.__floor__")),
    MethodDef::method("__ceil__", |a| whole(a, "int.__ceil__")),
    MethodDef::method("__getnewargs__", |a| Ok(TupleObj::from_slice(&[int(a.receiver()).value()]).value())),
    MethodDef::method("__sizeof__", |a| {
        let digits = int(a.receiver()).bit_length().div_ceil(30).max(1);
        Ok(Value::int(24 + 4 * digits as i64))
    }),
];

pub const GETSET: &[GetSet] = &[
    GetSet { name: "real", get: |v| Ok(int(v).value()), set: None },
    GetSet { name: "imag", get: |_| Ok(Value::int(0)), set: None },
    GetSet { name: "numerator", get: |v| Ok(int(v).value()), set: None },
    GetSet { name: "denominator", get: |_| Ok(Value::int(1)), set: None },
];

fn whole(a: &Args, name: &str) -> R {
    a.skip_receiver().exactly(name, 0)?;
    Ok(int(a.receiver()).value())
}

/// `round(n, digits)`.
pub fn round(n: Value, digits: Option<Value>) -> R {
    let n = int(n);
    let digits = match digits {
        None => return Ok(n.value()),
        Some(d) if d.is_none() => return Ok(n.value()),
        Some(d) => int(ops::index(d)?),
    };
    if !digits.is_negative() {
        return Ok(n.value());
    }
    let places = digits.clamped().unsigned_abs();
    Ok(from_big(&big_ops::round_to_power_of_ten(&n.to_big(), places)))
}

/// `"big"` or `"little"`: whether it is big.
fn byte_order(v: Value, function: &str, position: usize) -> R<bool> {
    let Some(s) = ops::as_str(v) else {
        let name = ops::type_name(v);
        let _ = position;
        return Err(raise!(TypeError, "{function}() argument 'byteorder' must be str, not {name}"));
    };
    if s.eq_str("big") {
        return Ok(true);
    }
    if s.eq_str("little") {
        return Ok(false);
    }
    Err(raise!(ValueError, "byteorder must be either 'little' or 'big'"))
}

fn to_bytes(a: &Args) -> R {
    let rest = a.skip_receiver();
    let [length, order, signed] = rest.bind("to_bytes", ["length", "byteorder", "signed"], 0, 2, 0)?;
    let length = match length.bound() {
        None => 1,
        Some(v) => match int(ops::index(v)?) {
            Int::Small(n) if n >= 0 => n as usize,
            Int::Small(_) => return Err(raise!(ValueError, "length argument must be non-negative")),
            Int::Big(_) => {
                return Err(raise!(OverflowError, "Python int too large to convert to C ssize_t"));
            }
        },
    };
    let big = order.bound().map_or(Ok(true), |o| byte_order(o, "to_bytes", 2))?;
    let signed = signed.bound().map_or(Ok(false), ops::truth)?;
    let bytes = big_ops::to_bytes(&int(a.receiver()).to_big(), length, big, signed)?;
    Ok(crate::bytes::BytesObj::from_slice(&bytes).value())
}

fn from_bytes(a: &Args) -> R {
    let class = a.receiver();
    let rest = a.skip_receiver();
    let [source, order, signed] = rest.bind("from_bytes", ["bytes", "byteorder", "signed"], 0, 2, 1)?;
    let big = order.bound().map_or(Ok(true), |o| byte_order(o, "from_bytes", 2))?;
    let signed = signed.bound().map_or(Ok(false), ops::truth)?;
    let bytes = crate::bytes::to_bytes(source)?;
    let n = from_big(&big_ops::from_bytes(crate::bytes::BytesObj::slice(bytes), big, signed));
    if class.is(crate::types::type_by_id(runtime_interface::tag::INT).value()) {
        return Ok(n);
    }
    ops::call(class, &[n])
}

fn format(a: &Args) -> R {
    a.skip_receiver().exactly("int.__format__", 1)?;
    let Some(spec) = ops::as_str(a.pos[1]) else {
        return Err(crate::format::not_a_spec(a.pos[1]));
    };
    format_int(a.receiver(), spec)
}

/// `format(n, spec)` for an int, a bool, or an instance of a subclass.
pub fn format_int(v: Value, text: crate::core::Gc<StrObj>) -> R {
    if text.len == 0 {
        return Ok(ops::str(v)?.value());
    }
    let n = int(v);
    let named;
    let type_name = match v.tag {
        tag::INT | tag::BIGINT => "int",
        _ => {
            named = ops::type_name(v);
            &named
        }
    };
    let s = spec::parse(crate::text::units_of(text), b'd', b'>', type_name)?;
    let mut out = Buffer::with_capacity(32);
    if s.kind == b'c' as u32 {
        spec::format_char(&mut out, n.to_i64(), &s)?;
    } else if spec::is_int_code(s.kind) {
        spec::format_int(&mut out, n.is_negative(), |base| n.magnitude_text(base), &s)?;
    } else if spec::is_float_code(s.kind) {
        spec::format_float(&mut out, n.to_f64()?, &s, type_name)?;
    } else {
        return Err(spec::unknown_code(s.kind, type_name).into());
    }
    Ok(crate::text::finish(&out).value())
}

/// `hex(n)`, `oct(n)`, `bin(n)`.
pub fn prefixed(v: Value, base: u32, prefix: &str) -> R {
    let n = int(ops::index(v)?);
    let sign = if n.is_negative() { "-" } else { "" };
    let text = format!("{sign}{prefix}{}", n.magnitude_text(base)?);
    Ok(StrObj::from_latin1(text.as_bytes(), true).value())
}

/// A value that CPython takes as a C `long`: index, else TypeError; OverflowError when too large.
pub fn to_c_long(v: Value) -> R<i64> {
    match int(ops::index(v)?) {
        Int::Small(n) => Ok(n),
        Int::Big(_) => Err(raise!(OverflowError, "Python int too large to convert to C long")),
    }
}

/// A value that CPython takes as a `Py_ssize_t`.
pub fn to_ssize(v: Value) -> R<i64> {
    match int(ops::index(v)?) {
        Int::Small(n) => Ok(n),
        Int::Big(_) => Err(raise!(OverflowError, "Python int too large to convert to C ssize_t")),
    }
}

/// Slice bounds and the like: an index clamped to the machine's range; NONE gives the default.
pub fn clamped_index(v: Value, default: i64) -> R<i64> {
    if v.is_unbound() || v.is_none() {
        return Ok(default);
    }
    if let Some(n) = as_int(v) {
        return Ok(n.clamped());
    }
    if crate::types::type_of(v).slots.index.is_none() {
        return Err(raise!(TypeError, "slice indices must be integers or None or have an __index__ method"));
    }
    Ok(int(ops::index(v)?).clamped())
}

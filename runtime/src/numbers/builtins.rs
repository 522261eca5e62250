//! The builtin functions over numbers: `abs`, `bin`, `divmod`, `hex`, `oct`, `pow`, `round`.

use super::int_object::as_int;
use super::{float_type, int_methods, int_type};
use crate::core::{Args, R, Value};
use crate::objects::ops;
use crate::types::{Binary, MethodDef, type_of};
use runtime_interface::tag;

pub const FUNCTIONS: &[MethodDef] = &[
    MethodDef::function("abs", abs),
    MethodDef::function("bin", |a| prefixed(a, "bin", 2, "0b")),
    MethodDef::function("divmod", |a| {
        a.between("divmod", 2, 2)?;
        ops::binary(Binary::DivMod, a.pos[0], a.pos[1])
    }),
    MethodDef::function("hex", |a| prefixed(a, "hex", 16, "0x")),
    MethodDef::function("oct", |a| prefixed(a, "oct", 8, "0o")),
    MethodDef::function("pow", pow),
    MethodDef::function("round", round),
];

fn prefixed(a: &Args, name: &str, base: u32, prefix: &str) -> R {
    a.exactly(name, 1)?;
    int_methods::prefixed(a.pos[0], base, prefix)
}

fn abs(a: &Args) -> R {
    a.exactly("abs", 1)?;
    let v = a.pos[0];
    match v.tag {
        tag::INT if v.as_i64() != i64::MIN => return Ok(Value::int(v.as_i64().abs())),
        tag::FLOAT => return Ok(Value::float(v.as_f64().abs())),
        _ => {}
    }
    match type_of(v).slots.abs {
        Some(slot) => slot(v),
        None => {
            let name = ops::type_name(v);
            Err(raise!(TypeError, "bad operand type for abs(): '{name}'"))
        }
    }
}

fn pow(a: &Args) -> R {
    let [base, exp, modulus] = a.bind("pow", ["base", "exp", "mod"], 0, 3, 2)?;
    if modulus.is_unbound() || modulus.is_none() {
        return ops::binary(Binary::Pow, base, exp);
    }
    if let (Some(b), Some(e), Some(m)) = (as_int(base), as_int(exp), as_int(modulus)) {
        return int_type::pow_mod(b, e, m);
    }
    let is_float = |v: Value| ops::unwrap(v).is_float();
    let number = |v: Value| is_float(v) || as_int(v).is_some();
    if number(base) && number(exp) && number(modulus) {
        return Err(raise!(TypeError, "pow() 3rd argument not allowed unless all arguments are integers"));
    }
    if super::complex_type::as_complex(base).is_some() {
        return Err(raise!(ValueError, "complex modulo"));
    }
    if let Some(result) =
        crate::objects::call::call_special_optional(base, name!("__pow__"), &[exp, modulus])?
        && result.tag != tag::NOT_IMPLEMENTED
    {
        return Ok(result);
    }
    let (b, e, m) = (ops::type_name(base), ops::type_name(exp), ops::type_name(modulus));
    Err(raise!(TypeError, "unsupported operand type(s) for ** or pow(): '{b}', '{e}', '{m}'"))
}

fn round(a: &Args) -> R {
    let [number, digits] = a.bind("round", ["number", "ndigits"], 0, 2, 1)?;
    match number.tag {
        tag::FLOAT => return float_type::round(number.as_f64(), digits.bound()),
        tag::INT | tag::BIGINT => return int_methods::round(number, digits.bound()),
        _ => {}
    }
    let given = [digits];
    let args = if digits.is_unbound() || digits.is_none() { &given[..0] } else { &given[..] };
    match crate::objects::call::call_special_optional(number, name!("__round__"), args)? {
        Some(result) => Ok(result),
        None => {
            let name = ops::type_name(number);
            Err(raise!(TypeError, "type {name} doesn't define __round__ method"))
        }
    }
}

//! Rounding to integers, taking floats apart, and functions of many numbers.

use super::elementary::{only_real, range_error};
use super::sums::{self, ExactSum, NoSum, ProductSum};
use crate::containers::TupleObj;
use crate::core::{Args, Gc, R, StrObj, Value};
use crate::numbers::float_type::real_number;
use crate::numbers::int_object::{as_int, from_big};
use crate::objects::ops;
use crate::types::Binary;
use runtime_interface::tag;

unsafe extern "C" {
    #[link_name = "nextafter"]
    safe fn c_nextafter(x: f64, y: f64) -> f64;
}

/// The int of a float that is whole.
pub fn whole(x: f64) -> R {
    if x.abs() < 9.2e18 {
        return Ok(Value::int(x as i64));
    }
    if x.is_nan() {
        return Err(raise!(ValueError, "cannot convert float NaN to integer"));
    }
    if x.is_infinite() {
        return Err(raise!(OverflowError, "cannot convert float infinity to integer"));
    }
    Ok(from_big(&crate::numbers::float_ops::exact_integer(x)))
}

fn rounded(args: &Args, function: &str, dunder: Gc<StrObj>, f: fn(f64) -> f64) -> R {
    args.exactly(function, 1)?;
    let v = args.pos[0];
    match v.tag {
        tag::FLOAT => return whole(f(v.as_f64())),
        tag::INT | tag::BIGINT => return Ok(v),
        _ => {}
    }
    if let Some(result) = ops::call_special_optional(v, dunder, &[])? {
        return Ok(result);
    }
    whole(f(real_number(v)?))
}

pub fn floor(args: &Args) -> R {
    rounded(args, "math.floor", name!("__floor__"), f64::floor)
}
pub fn ceil(args: &Args) -> R {
    rounded(args, "math.ceil", name!("__ceil__"), f64::ceil)
}
pub fn trunc(args: &Args) -> R {
    args.exactly("math.trunc", 1)?;
    let v = args.pos[0];
    match v.tag {
        tag::FLOAT => return whole(v.as_f64().trunc()),
        tag::INT | tag::BIGINT => return Ok(v),
        _ => {}
    }
    match ops::call_special_optional(v, name!("__trunc__"), &[])? {
        Some(result) => Ok(result),
        None => {
            let name = ops::type_name(v);
            Err(raise!(TypeError, "type {name} doesn't define __trunc__ method"))
        }
    }
}

pub fn isfinite(args: &Args) -> R {
    Ok(Value::bool(only_real(args, "math.isfinite")?.is_finite()))
}
pub fn isinf(args: &Args) -> R {
    Ok(Value::bool(only_real(args, "math.isinf")?.is_infinite()))
}
pub fn isnan(args: &Args) -> R {
    Ok(Value::bool(only_real(args, "math.isnan")?.is_nan()))
}

pub fn isclose(args: &Args) -> R {
    let [a, b, rel, abs] = args.bind("isclose", ["a", "b", "rel_tol", "abs_tol"], 0, 2, 2)?;
    let (a, b) = (real_number(a)?, real_number(b)?);
    let rel = rel.bound().map_or(Ok(1e-9), real_number)?;
    let abs = abs.bound().map_or(Ok(0.0), real_number)?;
    if rel < 0.0 || abs < 0.0 {
        return Err(raise!(ValueError, "tolerances must be non-negative"));
    }
    if a == b {
        return Ok(Value::TRUE);
    }
    if a.is_infinite() || b.is_infinite() {
        return Ok(Value::FALSE);
    }
    let diff = (b - a).abs();
    Ok(Value::bool(diff <= (rel * b).abs() || diff <= (rel * a).abs() || diff <= abs))
}

pub fn frexp(args: &Args) -> R {
    let (m, e) = sums::frexp(only_real(args, "math.frexp")?);
    Ok(TupleObj::pair(Value::float(m), Value::int(e as i64)).value())
}

pub fn ldexp(args: &Args) -> R {
    args.between("ldexp", 2, 2)?;
    let x = real_number(args.pos[0])?;
    let Some(e) = as_int(args.pos[1]) else {
        return Err(raise!(TypeError, "Expected an int as second argument to ldexp."));
    };
    let r = sums::ldexp(x, e.clamped());
    if r.is_infinite() && x.is_finite() {
        return Err(range_error());
    }
    Ok(Value::float(r))
}

pub fn modf(args: &Args) -> R {
    let x = only_real(args, "math.modf")?;
    let (fraction, whole) = if x.is_infinite() { (0f64.copysign(x), x) } else { (x - x.trunc(), x.trunc()) };
    Ok(TupleObj::pair(Value::float(fraction.copysign(x)), Value::float(whole)).value())
}

fn nextafter_steps(x: f64, y: f64, steps: u64) -> f64 {
    if steps == 0 || x.is_nan() {
        return x;
    }
    if y.is_nan() {
        return y;
    }
    if x == y {
        return y;
    }
    // On a line where neighbouring floats are neighbouring integers.
    let position = |v: f64| {
        let bits = v.to_bits() as i64;
        if bits < 0 { -((bits & i64::MAX) as i128) } else { bits as i128 }
    };
    let (from, to) = (position(x), position(y));
    let at = if from < to { (from + steps as i128).min(to) } else { (from - steps as i128).max(to) };
    if at == to {
        return y;
    }
    if at == 0 {
        return 0f64.copysign(x);
    }
    if at < 0 { -f64::from_bits((-at) as u64) } else { f64::from_bits(at as u64) }
}

pub fn nextafter(args: &Args) -> R {
    let [x, y, steps] = args.bind("nextafter", ["x", "y", "steps"], 2, 2, 2)?;
    let (x, y) = (real_number(x)?, real_number(y)?);
    let Some(steps) = steps.bound().filter(|s| !s.is_none()) else {
        return Ok(Value::float(c_nextafter(x, y)));
    };
    let steps = as_int(ops::index(steps)?).expect("an int");
    if steps.is_negative() {
        return Err(raise!(ValueError, "steps must be a non-negative integer"));
    }
    Ok(Value::float(nextafter_steps(x, y, steps.clamped() as u64)))
}
pub fn ulp(args: &Args) -> R {
    let x = only_real(args, "math.ulp")?.abs();
    if x.is_nan() || x.is_infinite() {
        return Ok(Value::float(x));
    }
    let next = c_nextafter(x, f64::INFINITY);
    if next.is_infinite() {
        return Ok(Value::float(x - c_nextafter(x, -f64::INFINITY)));
    }
    Ok(Value::float(next - x))
}

pub fn fsum(args: &Args) -> R {
    args.exactly("math.fsum", 1)?;
    let it = ops::iter(args.pos[0])?;
    let mut sum = ExactSum::default();
    let trouble = |t| match t {
        NoSum::Overflow => raise!(OverflowError, "intermediate overflow in fsum"),
        NoSum::Opposite => raise!(ValueError, "-inf + inf in fsum"),
    };
    loop {
        let v = ops::next(it)?;
        if v.is_unbound() {
            return sum.total().map(Value::float).map_err(trouble);
        }
        sum.add(real_number(v)?).map_err(trouble)?;
    }
}

/// The norm of numbers given as Python values, each taken through `f`.
fn norm(count: usize, mut f: impl FnMut(usize) -> R<f64>) -> R {
    let mut values = Vec::with_capacity(count);
    let (mut max, mut found_nan) = (0.0, false);
    for i in 0..count {
        let x = f(i)?.abs();
        found_nan |= x.is_nan();
        if x > max {
            max = x;
        }
        values.push(x);
    }
    Ok(Value::float(sums::vector_norm(&mut values, max, found_nan)))
}

pub fn hypot(args: &Args) -> R {
    args.no_keywords("math.hypot")?;
    norm(args.pos.len(), |i| real_number(args.pos[i]))
}

fn as_tuple(v: Value) -> R<Gc<TupleObj>> {
    if let Some(t) = ops::unwrap(v).exact::<TupleObj>() {
        return Ok(t);
    }
    super::super::collect(v).map(TupleObj::from_list)
}

pub fn dist(args: &Args) -> R {
    args.between("dist", 2, 2)?;
    let (p, q) = (as_tuple(args.pos[0])?, as_tuple(args.pos[1])?);
    if p.len != q.len {
        return Err(raise!(ValueError, "both points must have the same number of dimensions"));
    }
    norm(p.len, |i| Ok(real_number(TupleObj::get(p, i))? - real_number(TupleObj::get(q, i))?))
}

pub fn prod(args: &Args) -> R {
    let [iterable, start] = args.bind("prod", ["iterable", "start"], 1, 1, 1)?;
    let it = ops::iter(iterable)?;
    let mut result = start.bound().unwrap_or(Value::int(1));
    loop {
        let v = ops::next(it)?;
        if v.is_unbound() {
            return Ok(result);
        }
        result = match (result.tag, v.tag) {
            (tag::FLOAT, tag::FLOAT) => Value::float(result.as_f64() * v.as_f64()),
            (tag::FLOAT, tag::INT) => Value::float(result.as_f64() * v.as_i64() as f64),
            _ => ops::binary(Binary::Mul, result, v)?,
        };
    }
}

pub fn sumprod(args: &Args) -> R {
    args.between("sumprod", 2, 2)?;
    let (p, q) = (ops::iter(args.pos[0])?, ops::iter(args.pos[1])?);
    let mut total = Value::int(0);
    // Floats are summed apart, in triple length, as long as nothing else interferes.
    let mut floats: Option<ProductSum> = None;
    loop {
        let (a, b) = (ops::next(p)?, ops::next(q)?);
        if a.is_unbound() != b.is_unbound() {
            return Err(raise!(ValueError, "Inputs are not the same length"));
        }
        let simple = |v: Value| match v.tag {
            tag::FLOAT => Some(v.as_f64()),
            tag::INT | tag::BOOL => Some(v.as_i64() as f64),
            _ => None,
        };
        let is_float = a.is_float() || b.is_float();
        if !a.is_unbound()
            && is_float
            && let (Some(x), Some(y)) = (simple(a), simple(b))
            && (x * y).is_finite()
        {
            floats.get_or_insert_default().add(x, y);
            continue;
        }
        let plain = matches!((a.tag, b.tag), (tag::INT, tag::INT));
        if !plain && let Some(sum) = floats.take() {
            total = ops::binary(Binary::Add, total, Value::float(sum.total()))?;
        }
        if a.is_unbound() {
            return Ok(total);
        }
        let term = ops::binary(Binary::Mul, a, b)?;
        total = ops::binary(Binary::Add, total, term)?;
    }
}

//! The module `cmath`: functions of complex numbers.

use crate::containers::{DictObj, TupleObj};
use crate::core::{Args, R, Value};
use crate::modules::math::elementary::{domain_error, range_error};
use crate::numbers::complex_type::{as_complex, complex};
use crate::numbers::float_type::real_number;
use crate::objects::ops;
use crate::types::spec::{MethodDef, ModuleSpec};

pub static MODULE: ModuleSpec = ModuleSpec {
    name: "cmath",
    functions: &[
        MethodDef::function("phase", phase),
        MethodDef::function("polar", polar),
        MethodDef::function("rect", rect),
        MethodDef::function("exp", |a| apply(a, "cmath.exp", exp)),
        MethodDef::function("log", log),
        MethodDef::function("log10", |a| {
            apply(a, "cmath.log10", |z| {
                let l = ln(z)?;
                Ok((l.0 / std::f64::consts::LN_10, l.1 / std::f64::consts::LN_10))
            })
        }),
        MethodDef::function("sqrt", |a| apply(a, "cmath.sqrt", |z| Ok(sqrt(z)))),
        MethodDef::function("sin", |a| apply(a, "cmath.sin", sin)),
        MethodDef::function("cos", |a| apply(a, "cmath.cos", cos)),
        MethodDef::function("tan", |a| apply(a, "cmath.tan", tan)),
        MethodDef::function("sinh", |a| apply(a, "cmath.sinh", sinh)),
        MethodDef::function("cosh", |a| apply(a, "cmath.cosh", cosh)),
        MethodDef::function("tanh", |a| apply(a, "cmath.tanh", |z| Ok(tanh(z)))),
        MethodDef::function("asin", |a| apply(a, "cmath.asin", |z| Ok(asin(z)))),
        MethodDef::function("acos", |a| apply(a, "cmath.acos", |z| Ok(acos(z)))),
        MethodDef::function("atan", |a| apply(a, "cmath.atan", atan)),
        MethodDef::function("asinh", |a| apply(a, "cmath.asinh", |z| Ok(asinh(z)))),
        MethodDef::function("acosh", |a| apply(a, "cmath.acosh", |z| Ok(acosh(z)))),
        MethodDef::function("atanh", |a| apply(a, "cmath.atanh", atanh)),
        MethodDef::function("isfinite", |a| {
            test(a, "cmath.isfinite", |z| z.0.is_finite() && z.1.is_finite())
        }),
        MethodDef::function("isinf", |a| test(a, "cmath.isinf", |z| z.0.is_infinite() || z.1.is_infinite())),
        MethodDef::function("isnan", |a| test(a, "cmath.isnan", |z| z.0.is_nan() || z.1.is_nan())),
        MethodDef::function("isclose", isclose),
    ],
    setup,
    doc: "This module provides access to mathematical functions for complex\nnumbers.",
};

super::native_module!(tp_module_cmath, MODULE);

/// Real and imaginary part.
pub type C = (f64, f64);

fn setup(dict: Value) -> R<()> {
    let dict = dict.cast::<DictObj>();
    DictObj::set_str(dict, name!("pi"), Value::float(std::f64::consts::PI));
    DictObj::set_str(dict, name!("e"), Value::float(std::f64::consts::E));
    DictObj::set_str(dict, name!("tau"), Value::float(std::f64::consts::TAU));
    DictObj::set_str(dict, name!("inf"), Value::float(f64::INFINITY));
    DictObj::set_str(dict, name!("nan"), Value::float(f64::NAN));
    DictObj::set_str(dict, name!("infj"), value((0.0, f64::INFINITY)));
    DictObj::set_str(dict, name!("nanj"), value((0.0, f64::NAN)));
    Ok(())
}

fn value(z: C) -> Value {
    complex(crate::numbers::complex_ops::new(z.0, z.1))
}

fn argument(v: Value) -> R<C> {
    if let Some(z) = as_complex(ops::unwrap(v)) {
        return Ok((z.re, z.im));
    }
    if let Some(z) = ops::call_special_optional(v, name!("__complex__"), &[])?
        && let Some(z) = as_complex(ops::unwrap(z))
    {
        return Ok((z.re, z.im));
    }
    Ok((real_number(v)?, 0.0))
}

fn only(args: &Args, name: &str) -> R<C> {
    args.exactly(name, 1)?;
    argument(args.pos[0])
}

fn apply(args: &Args, name: &str, f: fn(C) -> R<C>) -> R {
    let z = only(args, name)?;
    if !(z.0.is_finite() && z.1.is_finite())
        && let Some(special) = super::cmath_special::value(name, z)
    {
        return special.map(value);
    }
    let w = f(z)?;
    let finite = z.0.is_finite() && z.1.is_finite();
    if finite && (w.0.is_nan() || w.1.is_nan()) {
        return Err(domain_error());
    }
    if finite && (w.0.is_infinite() || w.1.is_infinite()) {
        return Err(range_error());
    }
    Ok(value(w))
}

fn test(args: &Args, name: &str, f: fn(C) -> bool) -> R {
    Ok(Value::bool(f(only(args, name)?)))
}

fn phase(args: &Args) -> R {
    let z = only(args, "cmath.phase")?;
    Ok(Value::float(z.1.atan2(z.0)))
}

fn polar(args: &Args) -> R {
    let z = only(args, "cmath.polar")?;
    let r = z.0.hypot(z.1);
    if r.is_infinite() && z.0.is_finite() && z.1.is_finite() {
        return Err(range_error());
    }
    Ok(TupleObj::pair(Value::float(r), Value::float(z.1.atan2(z.0))).value())
}

fn rect(args: &Args) -> R {
    args.between("rect", 2, 2)?;
    let (r, phi) = (real_number(args.pos[0])?, real_number(args.pos[1])?);
    if !phi.is_finite() && r != 0.0 && !r.is_nan() && phi.is_infinite() {
        return Err(domain_error());
    }
    // A zero angle keeps the sign of its zero.
    let z = if phi == 0.0 { (r, r * phi) } else { (r * phi.cos(), r * phi.sin()) };
    Ok(value(z))
}

fn div(a: C, b: C) -> C {
    // Smith's method.
    if b.0.abs() >= b.1.abs() {
        let ratio = b.1 / b.0;
        let den = b.0 + b.1 * ratio;
        ((a.0 + a.1 * ratio) / den, (a.1 - a.0 * ratio) / den)
    } else {
        let ratio = b.0 / b.1;
        let den = b.0 * ratio + b.1;
        ((a.0 * ratio + a.1) / den, (a.1 * ratio - a.0) / den)
    }
}

const LOG_LARGE: f64 = 708.3964185322641;
const LARGE: f64 = f64::MAX / 4.0;

fn exp(z: C) -> R<C> {
    if z.0 > LOG_LARGE && z.0.is_finite() {
        let l = (z.0 - 1.0).exp();
        return Ok((l * z.1.cos() * std::f64::consts::E, l * z.1.sin() * std::f64::consts::E));
    }
    let l = z.0.exp();
    Ok((l * z.1.cos(), l * z.1.sin()))
}

fn ln(z: C) -> R<C> {
    let (ax, ay) = (z.0.abs(), z.1.abs());
    let re = if ax > LARGE || ay > LARGE {
        (ax / 2.0).hypot(ay / 2.0).ln() + std::f64::consts::LN_2
    } else if ax < f64::MIN_POSITIVE && ay < f64::MIN_POSITIVE {
        if ax == 0.0 && ay == 0.0 {
            return Err(domain_error());
        }
        let scale = 2f64.powi(53);
        (ax * scale).hypot(ay * scale).ln() - 53.0 * std::f64::consts::LN_2
    } else {
        let h = ax.hypot(ay);
        if (0.71..=1.73).contains(&h) {
            // Near 1 the logarithm of the norm loses digits.
            let (big, small) = if ax > ay { (ax, ay) } else { (ay, ax) };
            ((big - 1.0) * (big + 1.0) + small * small).ln_1p() / 2.0
        } else {
            h.ln()
        }
    };
    Ok((re, z.1.atan2(z.0)))
}

fn log(args: &Args) -> R {
    args.between("log", 1, 2)?;
    let mut w = ln(argument(args.pos[0])?)?;
    if let Some(base) = args.get(1) {
        let b = ln(argument(base)?)?;
        if b == (0.0, 0.0) {
            return Err(raise!(ZeroDivisionError, "complex division by zero"));
        }
        w = div(w, b);
    }
    Ok(value(w))
}

fn sqrt(z: C) -> C {
    if z == (0.0, 0.0) {
        return (0.0, z.1);
    }
    if !z.0.is_finite() || !z.1.is_finite() {
        if z.1.is_infinite() {
            return (f64::INFINITY, z.1);
        }
        if z.0.is_infinite() && !z.1.is_nan() {
            return if z.0 > 0.0 { (z.0, 0f64.copysign(z.1)) } else { (0.0, f64::INFINITY.copysign(z.1)) };
        }
        return (f64::NAN, f64::NAN);
    }
    let (mut ax, ay) = (z.0.abs(), z.1.abs());
    let s = if ax < f64::MIN_POSITIVE && ay < f64::MIN_POSITIVE && (ax > 0.0 || ay > 0.0) {
        ax *= 2f64.powi(54);
        (ax + ax.hypot(ay * 2f64.powi(54))).sqrt() * 2f64.powi(-27 - 1) * std::f64::consts::SQRT_2
    } else {
        ax /= 8.0;
        2.0 * (ax + ax.hypot(ay / 8.0)).sqrt()
    };
    let d = ay / (2.0 * s);
    if z.0 >= 0.0 { (s, d.copysign(z.1)) } else { (d, s.copysign(z.1)) }
}

fn sinh(z: C) -> R<C> {
    if z.0.abs() > LOG_LARGE && z.0.is_finite() {
        let x = z.0 - 1f64.copysign(z.0);
        return Ok((z.1.cos() * x.sinh() * std::f64::consts::E, z.1.sin() * x.cosh() * std::f64::consts::E));
    }
    Ok((z.1.cos() * z.0.sinh(), z.1.sin() * z.0.cosh()))
}
fn cosh(z: C) -> R<C> {
    if z.0.abs() > LOG_LARGE && z.0.is_finite() {
        let x = z.0 - 1f64.copysign(z.0);
        return Ok((z.1.cos() * x.cosh() * std::f64::consts::E, z.1.sin() * x.sinh() * std::f64::consts::E));
    }
    Ok((z.1.cos() * z.0.cosh(), z.1.sin() * z.0.sinh()))
}
fn tanh(z: C) -> C {
    if z.0.abs() > LOG_LARGE {
        let im = 4.0 * z.1.sin() * z.1.cos() * (-2.0 * z.0.abs()).exp();
        return (1f64.copysign(z.0), im);
    }
    let (tx, ty) = (z.0.tanh(), z.1.tan());
    let cx = 1.0 / z.0.cosh();
    let txty = tx * ty;
    let denom = 1.0 + txty * txty;
    (tx * (1.0 + ty * ty) / denom, ((ty / denom) * cx) * cx)
}
/// i z and -i w: the circular functions through the hyperbolic ones.
fn sin(z: C) -> R<C> {
    let w = sinh((-z.1, z.0))?;
    Ok((w.1, -w.0))
}
fn cos(z: C) -> R<C> {
    cosh((-z.1, z.0))
}
fn tan(z: C) -> R<C> {
    let w = tanh((-z.1, z.0));
    Ok((w.1, -w.0))
}

unsafe extern "C" {
    #[link_name = "asinh"]
    safe fn c_asinh(x: f64) -> f64;
}

fn acos(z: C) -> C {
    if z.0.abs() > LARGE || z.1.abs() > LARGE {
        let re = z.1.abs().atan2(z.0);
        let h = (z.0 / 2.0).hypot(z.1 / 2.0).ln() + std::f64::consts::LN_2 * 2.0;
        let im = if z.0 < 0.0 { -h.copysign(z.1) } else { h.copysign(-z.1) };
        return (re, im);
    }
    let s1 = sqrt((1.0 - z.0, -z.1));
    let s2 = sqrt((1.0 + z.0, z.1));
    (2.0 * s1.0.atan2(s2.0), c_asinh(s2.0 * s1.1 - s2.1 * s1.0))
}
fn asinh(z: C) -> C {
    if z.0.abs() > LARGE || z.1.abs() > LARGE {
        let h = (z.0 / 2.0).hypot(z.1 / 2.0).ln() + std::f64::consts::LN_2 * 2.0;
        return (h.copysign(z.0), z.1.atan2(z.0.abs()));
    }
    let s1 = sqrt((1.0 + z.1, -z.0));
    let s2 = sqrt((1.0 - z.1, z.0));
    (c_asinh(s1.0 * s2.1 - s2.0 * s1.1), z.1.atan2(s1.0 * s2.0 - s1.1 * s2.1))
}
fn asin(z: C) -> C {
    let w = asinh((-z.1, z.0));
    (w.1, -w.0)
}
fn acosh(z: C) -> C {
    if z.0.abs() > LARGE || z.1.abs() > LARGE {
        let h = (z.0 / 2.0).hypot(z.1 / 2.0).ln() + std::f64::consts::LN_2 * 2.0;
        return (h, z.1.atan2(z.0));
    }
    let s1 = sqrt((z.0 - 1.0, z.1));
    let s2 = sqrt((z.0 + 1.0, z.1));
    (c_asinh(s1.0 * s2.0 + s1.1 * s2.1), 2.0 * s1.1.atan2(s2.0))
}
fn atanh(z: C) -> R<C> {
    if z.0 < 0.0 || (z.0 == 0.0 && z.0.is_sign_negative()) {
        let w = atanh((-z.0, -z.1))?;
        return Ok((-w.0, -w.1));
    }
    let ay = z.1.abs();
    let root = LARGE.sqrt();
    if z.0 > root || ay > root {
        let h = (z.0 / 2.0).hypot(z.1 / 2.0);
        let re = z.0 / 4.0 / h / h;
        return Ok((re, -(std::f64::consts::FRAC_PI_2).copysign(-z.1)));
    }
    if z.0 == 1.0 && ay < f64::MIN_POSITIVE.sqrt() {
        if ay == 0.0 {
            return Err(domain_error());
        }
        let re = -((ay.sqrt()) / (ay.hypot(2.0)).sqrt()).ln();
        return Ok((re, (2f64.atan2(-ay) / 2.0).copysign(z.1)));
    }
    let re = (4.0 * z.0 / ((1.0 - z.0) * (1.0 - z.0) + ay * ay)).ln_1p() / 4.0;
    let im = -((-2.0 * z.1).atan2((1.0 - z.0) * (1.0 + z.0) - ay * ay)) / 2.0;
    Ok((re, im))
}
fn atan(z: C) -> R<C> {
    let w = atanh((-z.1, z.0))?;
    Ok((w.1, -w.0))
}

fn isclose(args: &Args) -> R {
    let [a, b, rel, abs] = args.bind("isclose", ["a", "b", "rel_tol", "abs_tol"], 0, 2, 2)?;
    let (a, b) = (argument(a)?, argument(b)?);
    let rel = rel.bound().map_or(Ok(1e-9), real_number)?;
    let abs = abs.bound().map_or(Ok(0.0), real_number)?;
    if rel < 0.0 || abs < 0.0 {
        return Err(raise!(ValueError, "tolerances must be non-negative"));
    }
    if a == b {
        return Ok(Value::TRUE);
    }
    if [a.0, a.1, b.0, b.1].iter().any(|x| x.is_infinite()) {
        return Ok(Value::FALSE);
    }
    let diff = (a.0 - b.0).hypot(a.1 - b.1);
    let norm = |z: C| z.0.hypot(z.1);
    Ok(Value::bool(diff <= rel * norm(b) || diff <= rel * norm(a) || diff <= abs))
}

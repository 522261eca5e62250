//! Functions of one or two floats. A NaN that no NaN caused is a domain error; an infinity that no
//! infinity caused is a range error where the function can overflow and a domain error elsewhere.

use super::gamma::{self, Trouble};
use crate::core::{Args, R, Raised, Value};
use crate::numbers::float_type::real_number;
use crate::numbers::int_object::as_int;

pub(super) mod c {
    unsafe extern "C" {
        pub safe fn acos(x: f64) -> f64;
        pub safe fn acosh(x: f64) -> f64;
        pub safe fn asin(x: f64) -> f64;
        pub safe fn asinh(x: f64) -> f64;
        pub safe fn atan(x: f64) -> f64;
        pub safe fn atan2(y: f64, x: f64) -> f64;
        pub safe fn atanh(x: f64) -> f64;
        pub safe fn cbrt(x: f64) -> f64;
        pub safe fn cos(x: f64) -> f64;
        pub safe fn cosh(x: f64) -> f64;
        pub safe fn erf(x: f64) -> f64;
        pub safe fn erfc(x: f64) -> f64;
        pub safe fn exp(x: f64) -> f64;
        pub safe fn exp2(x: f64) -> f64;
        pub safe fn expm1(x: f64) -> f64;
        pub safe fn fma(x: f64, y: f64, z: f64) -> f64;
        pub safe fn fmod(x: f64, y: f64) -> f64;
        pub safe fn log(x: f64) -> f64;
        pub safe fn log10(x: f64) -> f64;
        pub safe fn log1p(x: f64) -> f64;
        pub safe fn log2(x: f64) -> f64;
        pub safe fn pow(x: f64, y: f64) -> f64;
        pub safe fn remainder(x: f64, y: f64) -> f64;
        pub safe fn sin(x: f64) -> f64;
        pub safe fn sinh(x: f64) -> f64;
        pub safe fn sqrt(x: f64) -> f64;
        pub safe fn tan(x: f64) -> f64;
        pub safe fn tanh(x: f64) -> f64;
    }
}

#[cold]
pub fn domain_error() -> Raised {
    raise!(ValueError, "math domain error")
}
#[cold]
pub fn range_error() -> Raised {
    raise!(OverflowError, "math range error")
}

/// The argument of a function of one float.
#[inline]
pub fn only_real(args: &Args, function: &str) -> R<f64> {
    args.exactly(function, 1)?;
    let v = args.pos[0];
    if v.is_float() { Ok(v.as_f64()) } else { real_number(v) }
}

#[inline]
fn two_reals(args: &Args, function: &str) -> R<(f64, f64)> {
    args.between(function, 2, 2)?;
    Ok((real_number(args.pos[0])?, real_number(args.pos[1])?))
}

#[inline]
fn checked(x: f64, r: f64, can_overflow: bool) -> R {
    if r.is_nan() && !x.is_nan() {
        return Err(domain_error());
    }
    if r.is_infinite() && x.is_finite() {
        return Err(if can_overflow { range_error() } else { domain_error() });
    }
    Ok(Value::float(r))
}

macro_rules! one_real {
    ($($name:ident $overflows:literal;)*) => { $(
        pub fn $name(args: &Args) -> R {
            let x = only_real(args, concat!("math.", stringify!($name)))?;
            checked(x, c::$name(x), $overflows)
        }
    )* };
}
one_real! {
    acos false;
    acosh false;
    asin false;
    asinh false;
    atan false;
    atanh false;
    cbrt false;
    cos false;
    cosh true;
    erf false;
    erfc false;
    exp true;
    exp2 true;
    expm1 true;
    log1p false;
    sin false;
    sinh true;
    sqrt false;
    tan false;
    tanh false;
}

pub fn fabs(args: &Args) -> R {
    Ok(Value::float(only_real(args, "math.fabs")?.abs()))
}
pub fn degrees(args: &Args) -> R {
    Ok(Value::float(only_real(args, "math.degrees")? * (180.0 / std::f64::consts::PI)))
}
pub fn radians(args: &Args) -> R {
    Ok(Value::float(only_real(args, "math.radians")? * (std::f64::consts::PI / 180.0)))
}

fn outcome(r: Result<f64, Trouble>) -> R {
    match r {
        Ok(x) => Ok(Value::float(x)),
        Err(Trouble::Domain) => Err(domain_error()),
        Err(Trouble::Range) => Err(range_error()),
    }
}
pub fn gamma(args: &Args) -> R {
    outcome(gamma::gamma(only_real(args, "math.gamma")?))
}
pub fn lgamma(args: &Args) -> R {
    outcome(gamma::log_gamma(only_real(args, "math.lgamma")?))
}

pub fn atan2(args: &Args) -> R {
    let (y, x) = two_reals(args, "atan2")?;
    Ok(Value::float(c::atan2(y, x)))
}
pub fn copysign(args: &Args) -> R {
    let (x, y) = two_reals(args, "copysign")?;
    Ok(Value::float(x.copysign(y)))
}
pub fn fmod(args: &Args) -> R {
    let (x, y) = two_reals(args, "fmod")?;
    if y.is_infinite() && x.is_finite() {
        return Ok(Value::float(x));
    }
    let r = c::fmod(x, y);
    if r.is_nan() && !x.is_nan() && !y.is_nan() {
        return Err(domain_error());
    }
    Ok(Value::float(r))
}
pub fn remainder(args: &Args) -> R {
    let (x, y) = two_reals(args, "remainder")?;
    let r = c::remainder(x, y);
    if r.is_nan() && !x.is_nan() && !y.is_nan() {
        return Err(domain_error());
    }
    Ok(Value::float(r))
}
pub fn pow(args: &Args) -> R {
    let (x, y) = two_reals(args, "pow")?;
    let r = c::pow(x, y);
    if !r.is_finite() && x.is_finite() && y.is_finite() {
        // 0 to a negative power and a negative number to a fraction are outside the domain.
        if r.is_nan() || x == 0.0 {
            return Err(domain_error());
        }
        return Err(range_error());
    }
    Ok(Value::float(r))
}
pub fn fma(args: &Args) -> R {
    args.between("fma", 3, 3)?;
    let (x, y, z) = (real_number(args.pos[0])?, real_number(args.pos[1])?, real_number(args.pos[2])?);
    let r = c::fma(x, y, z);
    if r.is_nan() && !x.is_nan() && !y.is_nan() && !z.is_nan() {
        return Err(raise!(ValueError, "invalid operation in fma"));
    }
    if r.is_infinite() && x.is_finite() && y.is_finite() && z.is_finite() {
        return Err(raise!(OverflowError, "overflow in fma"));
    }
    Ok(Value::float(r))
}

/// The logarithm of a real number or of an int of any size.
fn logarithm(v: Value, f: extern "C" fn(f64) -> f64) -> R<f64> {
    if let Some(n) = as_int(v) {
        if n.is_negative() || n.is_zero() {
            return Err(domain_error());
        }
        if let Ok(x) = n.to_f64() {
            return Ok(f(x));
        }
        // Too large for a float: n = m * 2**e with m in [0.5, 1).
        let e = n.bit_length();
        let top = n.to_big() >> (e - 64);
        let m = crate::numbers::big_ops::to_f64(&top).unwrap_or(1.0) / 2f64.powi(64);
        return Ok(f(m) + f(2.0) * e as f64);
    }
    let x = real_number(v)?;
    if x.is_finite() {
        return if x > 0.0 { Ok(f(x)) } else { Err(domain_error()) };
    }
    if x.is_nan() || x > 0.0 { Ok(x) } else { Err(domain_error()) }
}

pub fn log(args: &Args) -> R {
    args.no_keywords("math.log")?;
    args.between("log", 1, 2)?;
    let x = logarithm(args.pos[0], c::log)?;
    let Some(base) = args.get(1) else { return Ok(Value::float(x)) };
    let base = logarithm(base, c::log)?;
    if base == 0.0 {
        return Err(raise!(ZeroDivisionError, "float division by zero"));
    }
    Ok(Value::float(x / base))
}
pub fn log2(args: &Args) -> R {
    args.exactly("math.log2", 1)?;
    Ok(Value::float(logarithm(args.pos[0], c::log2)?))
}
pub fn log10(args: &Args) -> R {
    args.exactly("math.log10", 1)?;
    Ok(Value::float(logarithm(args.pos[0], c::log10)?))
}

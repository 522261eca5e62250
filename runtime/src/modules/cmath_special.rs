//! Values of the functions of `cmath` at arguments that are not finite: those of C99's annex G, from the C library.

use super::cmath::C;
use crate::core::R;
use crate::modules::math::elementary::domain_error;

/// `double complex` in the C convention of x86-64: two floats in two registers.
#[repr(C)]
#[derive(Clone, Copy)]
struct Complex(f64, f64);

unsafe extern "C" {
    safe fn cexp(z: Complex) -> Complex;
    safe fn csinh(z: Complex) -> Complex;
    safe fn ccosh(z: Complex) -> Complex;
    safe fn ctanh(z: Complex) -> Complex;
    safe fn casinh(z: Complex) -> Complex;
    safe fn cacosh(z: Complex) -> Complex;
    safe fn catanh(z: Complex) -> Complex;
    safe fn cacos(z: Complex) -> Complex;
    safe fn csqrt(z: Complex) -> Complex;
}

/// None where the ordinary code of the function does for these arguments too.
pub fn value(function: &str, z: C) -> Option<R<C>> {
    // `sin(z)` is `-i sinh(i z)`, and so on.
    let turned = (-z.1, z.0);
    let back = |w: R<C>| w.map(|w| (w.1, -w.0));
    let call = |f: extern "C" fn(Complex) -> Complex, z: C| {
        let w = f(Complex(z.0, z.1));
        Ok((w.0, w.1))
    };
    Some(match function {
        "cmath.exp" if z.1.is_infinite() && (z.0.is_finite() || z.0 == f64::INFINITY) => Err(domain_error()),
        "cmath.exp" => call(cexp, z),
        "cmath.sinh" => sinh(z),
        "cmath.sin" => back(sinh(turned)),
        "cmath.cosh" => cosh(z),
        "cmath.cos" => cosh(turned),
        "cmath.tanh" => tanh(z),
        "cmath.tan" => back(tanh(turned)),
        "cmath.asinh" => call(casinh, z),
        "cmath.asin" => back(call(casinh, turned)),
        "cmath.atanh" => call(catanh, z),
        "cmath.atan" => back(call(catanh, turned)),
        "cmath.acosh" => call(cacosh, z),
        "cmath.acos" => call(cacos, z),
        "cmath.sqrt" => call(csqrt, z),
        _ => return None,
    })
}

fn sinh(z: C) -> R<C> {
    if z.1.is_infinite() && !z.0.is_nan() {
        return Err(domain_error());
    }
    let w = csinh(Complex(z.0, z.1));
    Ok((w.0, w.1))
}

fn cosh(z: C) -> R<C> {
    if z.1.is_infinite() && !z.0.is_nan() {
        return Err(domain_error());
    }
    let w = ccosh(Complex(z.0, z.1));
    Ok((w.0, w.1))
}

fn tanh(z: C) -> R<C> {
    if z.1.is_infinite() && z.0.is_finite() {
        return Err(domain_error());
    }
    let w = ctanh(Complex(z.0, z.1));
    Ok((w.0, w.1))
}

//! The functions that compiled code calls on unboxed numbers, without the errors: where one is due a float is not finite
//! and an int is negative.

use super::elementary::c;
use super::integer::gcd_words;
use super::sums::vector_norm;

macro_rules! rows {
    ($($row:ident = $function:ident ( $($arg:ident),* );)*) => { $(
        #[unsafe(no_mangle)]
        pub extern "C" fn $row($($arg: f64),*) -> f64 {
            c::$function($($arg),*)
        }
    )* };
}
rows! {
    tp_math_sin = sin(x);
    tp_math_cos = cos(x);
    tp_math_tan = tan(x);
    tp_math_asin = asin(x);
    tp_math_acos = acos(x);
    tp_math_atan = atan(x);
    tp_math_exp = exp(x);
    tp_math_log = log(x);
    tp_math_log2 = log2(x);
    tp_math_log10 = log10(x);
    tp_math_atan2 = atan2(y, x);
    tp_math_pow = pow(x, y);
    tp_math_fmod = fmod(x, y);
    tp_math_sinh = sinh(x);
    tp_math_cosh = cosh(x);
    tp_math_tanh = tanh(x);
    tp_math_asinh = asinh(x);
    tp_math_acosh = acosh(x);
    tp_math_atanh = atanh(x);
    tp_math_expm1 = expm1(x);
    tp_math_log1p = log1p(x);
    tp_math_exp2 = exp2(x);
    tp_math_cbrt = cbrt(x);
    tp_math_erf = erf(x);
    tp_math_erfc = erfc(x);
}

#[unsafe(no_mangle)]
pub extern "C" fn tp_math_hypot(x: f64, y: f64) -> f64 {
    let (x, y) = (x.abs(), y.abs());
    vector_norm(&mut [x, y], if x > y { x } else { y }, x.is_nan() || y.is_nan())
}

/// `log(x, base)`
#[unsafe(no_mangle)]
pub extern "C" fn tp_math_log_base(x: f64, base: f64) -> f64 {
    if x > 0.0 && base > 0.0 { c::log(x) / c::log(base) } else { f64::NAN }
}

#[unsafe(no_mangle)]
pub extern "C" fn tp_math_gcd(a: i64, b: i64) -> i64 {
    // 2**63, of the least int, is negative.
    gcd_words(a.unsigned_abs(), b.unsigned_abs()) as i64
}

#[unsafe(no_mangle)]
pub extern "C" fn tp_math_isqrt(n: i64) -> i64 {
    if n < 0 { -1 } else { n.isqrt() }
}

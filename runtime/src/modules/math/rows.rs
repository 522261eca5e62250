//! The functions that compiled code calls on floats: the C library's, without the errors.

use super::elementary::c;

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
}

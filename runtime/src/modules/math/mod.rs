//! The module `math`: functions of real numbers with CPython's results and error texts.
//!
//! Elementary functions are those of the C library, as in CPython; what CPython computes by itself
//! (gamma, sums, norms, integer functions) is in the files below, step for step the same.

pub mod elementary;
pub mod gamma;
pub mod integer;
pub mod reals;
pub mod rows;
pub mod sums;

use crate::containers::DictObj;
use crate::core::{R, Value};
use crate::types::spec::{MethodDef, ModuleSpec};

pub static MODULE: ModuleSpec = ModuleSpec {
    name: "math",
    functions: FUNCTIONS,
    setup,
    doc: "This module provides access to the mathematical functions\ndefined by the C standard.",
};

fn setup(dict: Value) -> R<()> {
    let dict = dict.cast::<DictObj>();
    DictObj::set_str(dict, name!("pi"), Value::float(std::f64::consts::PI));
    DictObj::set_str(dict, name!("e"), Value::float(std::f64::consts::E));
    DictObj::set_str(dict, name!("tau"), Value::float(std::f64::consts::TAU));
    DictObj::set_str(dict, name!("inf"), Value::float(f64::INFINITY));
    DictObj::set_str(dict, name!("nan"), Value::float(f64::NAN));
    Ok(())
}

const FUNCTIONS: &[MethodDef] = &[
    MethodDef::function("acos", elementary::acos),
    MethodDef::function("acosh", elementary::acosh),
    MethodDef::function("asin", elementary::asin),
    MethodDef::function("asinh", elementary::asinh),
    MethodDef::function("atan", elementary::atan),
    MethodDef::function("atan2", elementary::atan2),
    MethodDef::function("atanh", elementary::atanh),
    MethodDef::function("cbrt", elementary::cbrt),
    MethodDef::function("ceil", reals::ceil),
    MethodDef::function("comb", integer::comb),
    MethodDef::function("copysign", elementary::copysign),
    MethodDef::function("cos", elementary::cos),
    MethodDef::function("cosh", elementary::cosh),
    MethodDef::function("degrees", elementary::degrees),
    MethodDef::function("dist", reals::dist),
    MethodDef::function("erf", elementary::erf),
    MethodDef::function("erfc", elementary::erfc),
    MethodDef::function("exp", elementary::exp),
    MethodDef::function("exp2", elementary::exp2),
    MethodDef::function("expm1", elementary::expm1),
    MethodDef::function("fabs", elementary::fabs),
    MethodDef::function("factorial", integer::factorial),
    MethodDef::function("floor", reals::floor),
    MethodDef::function("fma", elementary::fma),
    MethodDef::function("fmod", elementary::fmod),
    MethodDef::function("frexp", reals::frexp),
    MethodDef::function("fsum", reals::fsum),
    MethodDef::function("gamma", elementary::gamma),
    MethodDef::function("gcd", integer::gcd),
    MethodDef::function("hypot", reals::hypot),
    MethodDef::function("isclose", reals::isclose),
    MethodDef::function("isfinite", reals::isfinite),
    MethodDef::function("isinf", reals::isinf),
    MethodDef::function("isnan", reals::isnan),
    MethodDef::function("isqrt", integer::isqrt),
    MethodDef::function("lcm", integer::lcm),
    MethodDef::function("ldexp", reals::ldexp),
    MethodDef::function("lgamma", elementary::lgamma),
    MethodDef::function("log", elementary::log),
    MethodDef::function("log10", elementary::log10),
    MethodDef::function("log1p", elementary::log1p),
    MethodDef::function("log2", elementary::log2),
    MethodDef::function("modf", reals::modf),
    MethodDef::function("nextafter", reals::nextafter),
    MethodDef::function("perm", integer::perm),
    MethodDef::function("pow", elementary::pow),
    MethodDef::function("prod", reals::prod),
    MethodDef::function("radians", elementary::radians),
    MethodDef::function("remainder", elementary::remainder),
    MethodDef::function("sin", elementary::sin),
    MethodDef::function("sinh", elementary::sinh),
    MethodDef::function("sqrt", elementary::sqrt),
    MethodDef::function("sumprod", reals::sumprod),
    MethodDef::function("tan", elementary::tan),
    MethodDef::function("tanh", elementary::tanh),
    MethodDef::function("trunc", reals::trunc),
    MethodDef::function("ulp", reals::ulp),
];

super::native_module!(tp_module_math, MODULE);

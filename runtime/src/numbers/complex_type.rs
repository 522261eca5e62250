//! The type `complex`: layout, slots, constructor, methods.

use super::complex_ops::{self, Complex};
use super::float_type::operand;
use super::hash;
use crate::containers::TupleObj;
use crate::core::{Args, Gc, Header, HeapObject, R, StrObj, Value};
use crate::format::spec;
use crate::memory::{self, Descriptor};
use crate::objects::ops;
use crate::text::units::Buffer;
use crate::types::{Binary, Compare, GetSet, MethodDef, Slots, TypeObj, TypeSpec};
use runtime_interface::tag;

#[repr(C)]
pub struct ComplexObj {
    pub header: Header,
    pub re: f64,
    pub im: f64,
}

// SAFETY: no pointers; the descriptor is `plain`.
unsafe impl HeapObject for ComplexObj {
    const TAG: u64 = tag::COMPLEX;
}

pub static COMPLEX: TypeSpec = TypeSpec {
    id: tag::COMPLEX,
    name: "complex",
    descriptor: Descriptor::plain::<ComplexObj>(),
    slots: SLOTS,
    methods: METHODS,
    getset: &[
        GetSet { name: "real", get: |v| Ok(Value::float(receiver(v).re)), set: None },
        GetSet { name: "imag", get: |v| Ok(Value::float(receiver(v).im)), set: None },
    ],
    subclassable: true,
    wrapped: true,
    doc: "Create a complex number from a string or numbers.\n\nIf a string is given, parse it as a complex number.\nIf a single number is given, convert it to a complex number.\nIf the 'real' or 'imag' arguments are given, create a complex number\nwith the specified real and imaginary components.",
    ..TypeSpec::DEFAULT
};

const SLOTS: Slots = Slots {
    repr: Some(|v| Ok(StrObj::from_str(&complex_ops::repr(receiver(v))).value())),
    hash: Some(hash_value),
    compare: Some(compare),
    bool: Some(|v| {
        let c = receiver(v);
        Ok(c.re != 0.0 || c.im != 0.0)
    }),
    new: Some(new),
    neg: Some(|v| {
        let c = receiver(v);
        Ok(complex(complex_ops::new(-c.re, -c.im)))
    }),
    pos: Some(|v| Ok(complex(receiver(v)))),
    abs: Some(|v| Ok(Value::float(complex_ops::abs(receiver(v))?))),
    ..Slots::NONE
}
.with_binary(Binary::Add, |a, b| on_complex(a, b, |a, b| Ok(complex_ops::add(a, b))))
.with_binary(Binary::Sub, |a, b| on_complex(a, b, |a, b| Ok(complex_ops::sub(a, b))))
.with_binary(Binary::Mul, |a, b| on_complex(a, b, |a, b| Ok(complex_ops::mul(a, b))))
.with_binary(Binary::TrueDiv, |a, b| on_complex(a, b, |a, b| Ok(complex_ops::div(a, b)?)))
.with_binary(Binary::Pow, |a, b| on_complex(a, b, |a, b| Ok(complex_ops::pow(a, b)?)));

/// A new complex value.
pub fn complex(c: Complex) -> Value {
    memory::new(ComplexObj { header: Header::new(tag::COMPLEX), re: c.re, im: c.im }).value()
}

/// The number, if `v` is a complex or an instance of a subclass.
pub fn as_complex(v: Value) -> Option<Complex> {
    let c = ops::unwrap(v).exact::<ComplexObj>()?;
    Some(complex_ops::new(c.re, c.im))
}

pub fn receiver(v: Value) -> Complex {
    as_complex(v).expect("a complex receiver")
}

fn complex_operand(v: Value) -> R<Option<Complex>> {
    if let Some(c) = as_complex(v) {
        return Ok(Some(c));
    }
    Ok(operand(v)?.map(|x| complex_ops::new(x, 0.0)))
}

fn on_complex(a: Value, b: Value, f: impl FnOnce(Complex, Complex) -> R<Complex>) -> R {
    let (Some(a), Some(b)) = (complex_operand(a)?, complex_operand(b)?) else {
        return Ok(Value::NOT_IMPLEMENTED);
    };
    Ok(complex(f(a, b)?))
}

fn compare(a: Value, b: Value, op: Compare) -> R {
    if !matches!(op, Compare::Eq | Compare::Ne) {
        return Ok(Value::NOT_IMPLEMENTED);
    }
    let x = receiver(a);
    let equal = if let Some(y) = as_complex(b) {
        x.re == y.re && x.im == y.im
    } else if let Some(n) = super::int_object::as_int(b) {
        x.im == 0.0 && n.compare_f64(x.re) == Some(std::cmp::Ordering::Equal)
    } else if ops::unwrap(b).is_float() {
        x.im == 0.0 && ops::unwrap(b).as_f64() == x.re
    } else {
        return Ok(Value::NOT_IMPLEMENTED);
    };
    Ok(Value::bool(equal == (op == Compare::Eq)))
}

fn hash_value(v: Value) -> R<i64> {
    let c = receiver(v);
    let part = |x: f64| hash::hash_f64(x).unwrap_or_else(|| hash::hash_i64((x.to_bits() >> 4) as i64));
    Ok(hash::hash_complex(part(c.re), part(c.im)))
}

fn new(_class: Gc<TypeObj>, args: &Args) -> R {
    let [re, im] = args.bind("complex", ["real", "imag"], 0, 2, 0)?;
    Ok(complex(construct(re, im)?))
}

fn construct(re: Value, im: Value) -> R<Complex> {
    if let Some(text) = ops::as_str(re) {
        if !im.is_unbound() {
            return Err(raise!(TypeError, "complex() can't take second arg if first is a string"));
        }
        let parsed = match text.as_ascii() {
            Some(t) => complex_ops::parse(t.as_bytes()),
            None => super::digits::transliterated(text).and_then(|t| complex_ops::parse(&t)),
        };
        return parsed.ok_or_else(|| raise!(ValueError, "complex() arg is a malformed string"));
    }
    if ops::as_str(im).is_some() {
        return Err(raise!(TypeError, "complex() second arg can't be a string"));
    }
    let r = match re.bound() {
        Some(v) => part(v, true)?,
        None => complex_ops::new(0.0, 0.0),
    };
    let Some(im) = im.bound() else { return Ok(r) };
    let i = part(im, false)?;
    // complex(a, b) is a + b*1j, without touching the parts that are plain reals.
    Ok(complex_ops::new(
        if as_complex(im).is_some() { r.re - i.im } else { r.re },
        if as_complex(re).is_some() { i.re + r.im } else { i.re },
    ))
}

fn part(v: Value, first: bool) -> R<Complex> {
    if let Some(c) = as_complex(v) {
        return Ok(c);
    }
    if first && let Some(result) = crate::objects::call::call_special_optional(v, name!("__complex__"), &[])?
    {
        return match as_complex(result) {
            Some(c) => Ok(c),
            None => {
                let name = ops::type_name(result);
                Err(raise!(TypeError, "__complex__ returned non-complex (type {name})"))
            }
        };
    }
    let slots = &crate::types::type_of(v).slots;
    if slots.float.is_none() && slots.index.is_none() {
        let name = ops::type_name(v);
        if first {
            return Err(raise!(
                TypeError,
                "complex() first argument must be a string or a number, not '{name}'"
            ));
        }
        return Err(raise!(TypeError, "complex() second argument must be a number, not '{name}'"));
    }
    Ok(complex_ops::new(super::float_type::real_number(v)?, 0.0))
}

const METHODS: &[MethodDef] = &[
    MethodDef::method("conjugate", |a| {
        a.skip_receiver().exactly("complex.conjugate", 0)?;
        let c = receiver(a.receiver());
        Ok(complex(complex_ops::new(c.re, -c.im)))
    }),
    MethodDef::method("__complex__", |a| {
        a.skip_receiver().exactly("complex.__complex__", 0)?;
        Ok(complex(receiver(a.receiver())))
    }),
    MethodDef::method("__getnewargs__", |a| {
        let c = receiver(a.receiver());
        Ok(TupleObj::from_slice(&[Value::float(c.re), Value::float(c.im)]).value())
    }),
    MethodDef::method("__format__", |a| {
        a.skip_receiver().exactly("complex.__format__", 1)?;
        let Some(text) = ops::as_str(a.pos[1]) else {
            return Err(crate::format::not_a_spec(a.pos[1]));
        };
        let v = a.receiver();
        if text.len == 0 {
            return Ok(ops::str(v)?.value());
        }
        let type_name = ops::type_name(v);
        let s = spec::parse(crate::text::units_of(text), 0, b'>', &type_name)?;
        let c = receiver(v);
        let mut out = Buffer::new();
        spec::format_complex(&mut out, c.re, c.im, &s, &type_name)?;
        Ok(crate::text::finish(&out).value())
    }),
];

//! `str.format`, `str.format_map`, `str.__format__`, and the parts of f-strings.

use super::fields::{self, First, Step};
use super::spec;
use crate::containers::TupleObj;
use crate::core::error::InBand;
use crate::core::{Args, Gc, R, StrObj, Value};
use crate::numbers::{float_type, int_methods};
use crate::objects::ops;
use crate::text::units::{Buffer, Units};
use crate::text::{finish, object, str_type::receiver, units_of};
use crate::types::MethodDef;
use runtime_interface::tag;

pub const METHODS: &[MethodDef] = &[
    MethodDef::method("format", |a| {
        let mut out = Buffer::new();
        let source = Source { args: a.skip_receiver(), mapping: None };
        expand(&mut out, units_of(receiver(a.receiver())), &source, &mut Numbering::Unknown, 2)?;
        Ok(finish(&out).value())
    }),
    MethodDef::method("format_map", |a| {
        a.skip_receiver().exactly("str.format_map", 1)?;
        let mut out = Buffer::new();
        let source = Source { args: Args::positional(&[]), mapping: Some(a.pos[1]) };
        expand(&mut out, units_of(receiver(a.receiver())), &source, &mut Numbering::Unknown, 2)?;
        Ok(finish(&out).value())
    }),
    MethodDef::method("__format__", |a| {
        a.skip_receiver().exactly("str.__format__", 1)?;
        let Some(spec) = ops::as_str(a.pos[1]) else {
            return Err(super::not_a_spec(a.pos[1]));
        };
        format_text(a.receiver(), spec)
    }),
];

/// `format(s, spec)`.
pub fn format_text(v: Value, spec_text: Gc<StrObj>) -> R {
    if spec_text.len == 0 {
        return Ok(ops::str(v)?.value());
    }
    let name = ops::type_name(v);
    let s = spec::parse(units_of(spec_text), b's', b'<', &name)?;
    let mut out = Buffer::new();
    spec::format_text(&mut out, units_of(receiver(v)), &s, &name)?;
    Ok(finish(&out).value())
}

struct Source<'a> {
    args: Args<'a>,
    /// `format_map`'s argument.
    mapping: Option<Value>,
}

/// Whether fields have been numbered by hand (`{0}`) or automatically (`{}`).
enum Numbering {
    Unknown,
    Manual,
    Automatic(usize),
}

fn expand(out: &mut Buffer, text: Units, source: &Source, numbering: &mut Numbering, depth: usize) -> R<()> {
    if depth == 0 {
        return Err(raise!(ValueError, "Max string recursion exceeded"));
    }
    let mut at = 0;
    while let Some(piece) = fields::next(text, &mut at)? {
        out.push_units(text.slice(piece.literal.0, piece.literal.1));
        let Some(field) = piece.field else { continue };
        let mut value = lookup(text, field.name, source, numbering)?;
        value = match u8::try_from(field.conversion).unwrap_or(b'?') {
            0 => value,
            b'r' => ops::repr(value)?.value(),
            b's' => ops::str(value)?.value(),
            b'a' => crate::text::builtins::ascii(value)?,
            _ => return Err(fields::unknown_conversion(field.conversion).into()),
        };
        let spec_units = text.slice(field.spec.0, field.spec.1);
        let spec = if field.nested {
            let mut inner = Buffer::new();
            expand(&mut inner, spec_units, source, numbering, depth - 1)?;
            finish(&inner)
        } else {
            object::from_units(spec_units, spec_units.bits())
        };
        let formatted = formatted(value, spec)?;
        out.push_units(units_of(formatted));
    }
    Ok(())
}

fn text_of(text: Units, range: (usize, usize)) -> Gc<StrObj> {
    let part = text.slice(range.0, range.1);
    object::from_units(part, part.bits())
}

fn lookup(text: Units, name: (usize, usize), source: &Source, numbering: &mut Numbering) -> R {
    let (first, mut at) = fields::first(text, name)?;
    let index = match first {
        First::Auto => {
            let n = match numbering {
                Numbering::Manual => {
                    return Err(raise!(
                        ValueError,
                        "cannot switch from manual field specification to automatic field numbering"
                    ));
                }
                Numbering::Unknown => 0,
                Numbering::Automatic(n) => *n,
            };
            *numbering = Numbering::Automatic(n + 1);
            Some(n)
        }
        First::Index(n) => {
            if let Numbering::Automatic(_) = numbering {
                return Err(raise!(
                    ValueError,
                    "cannot switch from automatic field numbering to manual field specification"
                ));
            }
            *numbering = Numbering::Manual;
            Some(n)
        }
        First::Name(_) => None,
    };
    let mut value = match (index, first) {
        (Some(_), _) if source.mapping.is_some() => {
            return Err(raise!(ValueError, "Format string contains positional fields"));
        }
        (Some(n), _) => match source.args.get(n) {
            Some(v) => v,
            None => {
                return Err(raise!(
                    IndexError,
                    "Replacement index {n} out of range for positional args tuple"
                ));
            }
        },
        (None, First::Name(range)) => {
            let key = text_of(text, range);
            match source.mapping {
                Some(mapping) => ops::getitem(mapping, key.value())?,
                None => {
                    let names = source.args.kw_names;
                    match names.iter().position(|n| object::equal(n.cast(), key)) {
                        Some(i) => source.args.kw[i],
                        None => {
                            return Err(crate::core::error::raise_args(
                                tag::exception::KeyError,
                                &[key.value()],
                            ));
                        }
                    }
                }
            }
        }
        _ => unreachable!("an index or a name"),
    };
    while let Some(step) = fields::step(text, name, &mut at)? {
        value = match step {
            Step::Attribute(range) => ops::getattr(value, text_of(text, range))?,
            Step::Index(n) => ops::getitem(value, Value::int(n as i64))?,
            Step::Key(range) => ops::getitem(value, text_of(text, range).value())?,
        };
    }
    Ok(value)
}

/// `format(v, spec)` with the exact builtin types answered here.
pub fn formatted(v: Value, spec: Gc<StrObj>) -> R<Gc<StrObj>> {
    Ok(match v.tag {
        tag::STR if spec.len == 0 => v.cast(),
        tag::STR => format_text(v, spec)?.cast(),
        tag::INT if spec.len == 0 => crate::numbers::decimal::text(v.as_i64()),
        tag::INT | tag::BIGINT | tag::BOOL => int_methods::format_int(v, spec)?.cast(),
        tag::FLOAT if spec.len == 0 => float_type::repr(v.as_f64()),
        tag::FLOAT => float_type::format_float(v, spec)?.cast(),
        _ => return ops::format(v, spec),
    })
}

/// One `{value!c:spec}` of an f-string.
#[unsafe(no_mangle)]
pub extern "C" fn tp_format_value(v: Value, conversion: i64, spec: Value) -> Value {
    format_value(v, conversion, spec).in_band()
}

fn format_value(v: Value, conversion: i64, spec: Value) -> R {
    let v = match conversion as u8 {
        b's' => ops::str(v)?.value(),
        b'r' => ops::repr(v)?.value(),
        b'a' => crate::text::builtins::ascii(v)?,
        _ => v,
    };
    let spec = if spec.is_unbound() { object::empty() } else { spec.cast() };
    Ok(formatted(v, spec)?.value())
}

/// Joins the parts of an f-string: exact `str` values.
#[unsafe(no_mangle)]
pub extern "C" fn tp_build_string(parts: *mut u8, count: i64) -> Value {
    // SAFETY: compiled code passes the address of `count` values.
    let parts = unsafe { std::slice::from_raw_parts(parts as *const Value, count as usize) };
    object::concat_all(parts, None).value()
}

/// `string.Formatter` and others: the parts of a format text as `(literal, name, spec, conversion)`.
pub fn parse_pieces(text: Gc<StrObj>, mut put: impl FnMut(Gc<TupleObj>)) -> R<()> {
    let units = units_of(text);
    let mut at = 0;
    while let Some(piece) = fields::next(units, &mut at)? {
        let literal = text_of(units, piece.literal).value();
        let tuple = match piece.field {
            None => TupleObj::from_slice(&[literal, Value::NONE, Value::NONE, Value::NONE]),
            Some(f) => {
                let conversion =
                    if f.conversion == 0 { Value::NONE } else { object::of_code(f.conversion).value() };
                let name = text_of(units, f.name).value();
                let spec = text_of(units, f.spec).value();
                TupleObj::from_slice(&[literal, name, spec, conversion])
            }
        };
        put(tuple);
    }
    Ok(())
}

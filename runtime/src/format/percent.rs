//! `text % arguments`, for str and for bytes.

use super::printf::{self, Amount, Directive};
use crate::containers::TupleObj;
use crate::core::{Gc, R, StrObj, Value};
use crate::numbers::decimal::Digits;
use crate::numbers::int_object::{Int, as_int};
use crate::numbers::{float_type, int_type};
use crate::objects::ops;
use crate::text::units::{Buffer, Units};
use crate::text::{find_methods::shown_type, finish, units_of};
use crate::types::type_of;

/// The right operand: a tuple of arguments, or one argument that may also be a mapping.
struct Arguments {
    values: Option<Gc<TupleObj>>,
    single: Value,
    mapping: Option<Value>,
    next: usize,
    count: usize,
}

impl Arguments {
    fn new(v: Value, bytes: bool) -> Arguments {
        let tuple = ops::unwrap(v).exact::<TupleObj>();
        let is_text = ops::as_str(v).is_some() || bytes && crate::bytes::as_bytes(v).is_some();
        let mapping = (tuple.is_none() && !is_text && type_of(v).slots.getitem.is_some()).then_some(v);
        let count = tuple.map_or(1, |t| t.len);
        Arguments { values: tuple, single: v, mapping, next: 0, count }
    }
    fn take(&mut self) -> R {
        if self.next >= self.count {
            return Err(printf::not_enough().into());
        }
        self.next += 1;
        Ok(match self.values {
            Some(t) => TupleObj::get(t, self.next - 1),
            None => self.single,
        })
    }
}

pub fn format_str(text: Gc<StrObj>, arguments: Value) -> R<Gc<StrObj>> {
    let mut out = Buffer::with_capacity(text.len + 16);
    format_into(&mut out, units_of(text), arguments, false)?;
    Ok(finish(&out))
}

/// `bytes % arguments`: the result's bytes.
pub fn format_bytes(text: &[u8], arguments: Value) -> R<Vec<u8>> {
    let mut out = Buffer::with_capacity(text.len() + 16);
    format_into(&mut out, Units::One(text), arguments, true)?;
    Ok(out.units().bytes().to_vec())
}

fn format_into(out: &mut Buffer, text: Units, arguments: Value, bytes: bool) -> R<()> {
    let mut arguments = Arguments::new(arguments, bytes);
    let n = text.len();
    let mut at = 0;
    while at < n {
        let rest = text.from(at);
        let plain = match rest {
            Units::One(s) => memchr::memchr(b'%', s).unwrap_or(s.len()),
            _ => rest.codes().position(|c| c == b'%' as u32).unwrap_or(rest.len()),
        };
        out.push_units(rest.slice(0, plain));
        at += plain;
        if at >= n {
            break;
        }
        at += 1;
        if at < n && text.at(at) == b'%' as u32 {
            out.push(b'%' as u32);
            at += 1;
            continue;
        }
        let d = printf::read(text, at)?;
        at = d.end;
        one(out, text, &d, &mut arguments, bytes)?;
    }
    if arguments.next < arguments.count && arguments.mapping.is_none() {
        let kind = if bytes { "bytes" } else { "string" };
        return Err(raise!(TypeError, "not all arguments converted during {kind} formatting"));
    }
    Ok(())
}

fn one(out: &mut Buffer, text: Units, d: &Directive, arguments: &mut Arguments, bytes: bool) -> R<()> {
    if let Some((from, to)) = d.key {
        let Some(mapping) = arguments.mapping else {
            return Err(raise!(TypeError, "format requires a mapping"));
        };
        let key = text.slice(from, to);
        let key = if bytes {
            crate::bytes::BytesObj::from_slice(key.bytes()).value()
        } else {
            crate::text::object::from_units(key, key.bits()).value()
        };
        arguments.single = ops::getitem(mapping, key)?;
        arguments.values = None;
        arguments.next = 0;
        arguments.count = 1;
    }
    let mut left = d.left;
    let width = match d.width {
        Amount::None => None,
        Amount::Number(n) => Some(n),
        Amount::Star => {
            let n = star(arguments)?;
            left |= n < 0;
            Some(n.unsigned_abs() as usize)
        }
    };
    let precision = match d.precision {
        Amount::None => None,
        Amount::Number(n) => Some(n),
        Amount::Star => Some(star(arguments)?.max(0) as usize),
    };
    let v = arguments.take()?;
    let most = width.unwrap_or(0).max(precision.unwrap_or(0));
    crate::memory::check_room(most.saturating_mul(2))?;
    match u8::try_from(d.conversion).unwrap_or(0) {
        b's' | b'b' if bytes => {
            let b = bytes_of(v)?;
            printf::put_text(out, Units::One(&b), precision, width, left);
        }
        b's' => {
            let s = ops::str(v)?;
            printf::put_text(out, units_of(s), precision, width, left);
        }
        b'r' if !bytes => {
            let s = ops::repr(v)?;
            printf::put_text(out, units_of(s), precision, width, left);
        }
        b'a' | b'r' => {
            let s: Gc<StrObj> = crate::text::builtins::ascii(v)?.cast();
            printf::put_text(out, units_of(s), precision, width, left);
        }
        b'd' | b'i' | b'u' if v.is_int() && precision.is_none() => {
            let n = v.as_i64();
            let digits = Digits::of_magnitude(n.unsigned_abs());
            printf::put_number(out, n < 0, b"", digits.bytes(), d, width, left);
        }
        b'd' | b'i' | b'u' | b'o' | b'x' | b'X' => {
            let n = integer(v, d.conversion as u8)?;
            let base = match d.conversion as u8 {
                b'o' => 8,
                b'x' | b'X' => 16,
                _ => 10,
            };
            let (magnitude, prefix) = printf::int_parts(n.magnitude_text(base)?, d, precision);
            printf::put_number(out, n.is_negative(), prefix, &magnitude, d, width, left);
        }
        b'e' | b'E' | b'f' | b'F' | b'g' | b'G' => {
            let x = if bytes && !v.is_float() && type_of(v).slots.float.is_none() && as_int(v).is_none() {
                let name = ops::type_name(v);
                return Err(raise!(TypeError, "float argument required, not {name}"));
            } else {
                float_type::real_number(v)?
            };
            let magnitude = printf::float_magnitude(x, d, precision);
            let negative = x.is_sign_negative() && !x.is_nan();
            printf::put_number(out, negative, b"", &magnitude, d, width, left);
        }
        b'c' => {
            let c = [character(v, bytes)?];
            printf::put_text(out, Units::Four(&c), None, width, left);
        }
        _ => return Err(printf::unsupported(d).into()),
    }
    Ok(())
}

fn star(arguments: &mut Arguments) -> R<i64> {
    let v = arguments.take()?;
    match as_int(v) {
        Some(Int::Small(n)) => Ok(n),
        Some(Int::Big(_)) => Err(raise!(OverflowError, "Python int too large to convert to C ssize_t")),
        None => Err(raise!(TypeError, "* wants int")),
    }
}

fn integer(v: Value, conversion: u8) -> R<Int> {
    if let Some(n) = as_int(v) {
        return Ok(n);
    }
    let exact = matches!(conversion, b'o' | b'x' | b'X');
    let slots = &type_of(v).slots;
    let fits = if exact { slots.index.is_some() } else { slots.int.is_some() || slots.index.is_some() };
    if !fits {
        let kind = if exact { "an integer" } else { "a real number" };
        let name = ops::type_name(v);
        return Err(raise!(TypeError, "%{} format: {kind} is required, not {name}", conversion as char));
    }
    let n = if exact { ops::index(v)? } else { int_type::to_int(v)? };
    Ok(int_type::int(n))
}

fn character(v: Value, bytes: bool) -> R<u32> {
    if bytes {
        if let Some(b) = crate::bytes::as_bytes(v) {
            if b.len() == 1 {
                return Ok(b[0] as u32);
            }
        } else if as_int(v).is_some() || type_of(v).slots.index.is_some() {
            return match int_type::int(ops::index(v)?) {
                Int::Small(n @ 0..=255) => Ok(n as u32),
                _ => Err(raise!(OverflowError, "%c arg not in range(256)")),
            };
        }
        return Err(raise!(TypeError, "%c requires an integer in range(256) or a single byte"));
    }
    if let Some(s) = ops::as_str(v) {
        if s.len == 1 {
            return Ok(s.at(0));
        }
    } else if type_of(v).slots.index.is_some() {
        return match int_type::int(ops::index(v)?) {
            Int::Small(n @ 0..=0x10ffff) => Ok(n as u32),
            _ => Err(raise!(OverflowError, "%c arg not in range(0x110000)")),
        };
    }
    Err(raise!(TypeError, "%c requires int or char"))
}

fn bytes_of(v: Value) -> R<Vec<u8>> {
    if let Some(b) = crate::bytes::as_bytes(v) {
        return Ok(b.to_vec());
    }
    if let Some(result) = crate::objects::call::call_special_optional(v, name!("__bytes__"), &[])?
        && let Some(b) = crate::bytes::as_bytes(result)
    {
        return Ok(b.to_vec());
    }
    let name = shown_type(v);
    Err(raise!(
        TypeError,
        "%b requires a bytes-like object, or an object that implements __bytes__, not '{name}'"
    ))
}

//! Making bytes of anything: `bytes(x)`, `bytes(n)`, `bytes("text", "utf-8")`, `fromhex`; shared by `bytearray`.

use super::object::{BytesObj, as_bytes};
use crate::core::{Args, Gc, R, StrObj, Value};
use crate::numbers::int_object::Int;
use crate::numbers::int_type::int;
use crate::objects::ops;
use crate::types::type_of;

/// A value as one byte; the text for values out of range differs between constructors and methods.
pub fn byte(v: Value, range: &str) -> R<u8> {
    match int(ops::index(v)?) {
        Int::Small(n @ 0..=255) => Ok(n as u8),
        _ => Err(raise!(ValueError, "{range} must be in range(0, 256)")),
    }
}

/// `int.from_bytes`'s argument, and `bytes.join`'s results: bytes of a bytes-like, an iterable or `__bytes__`.
pub fn to_bytes(v: Value) -> R<Gc<BytesObj>> {
    Ok(BytesObj::from_slice(&contents(v, false, "bytes")?))
}

/// What `bytes(x)` holds; a count only where `count_allowed`.
fn contents(v: Value, count_allowed: bool, range: &str) -> R<Vec<u8>> {
    if let Some(b) = as_bytes(v) {
        return Ok(b.to_vec());
    }
    if let Some(result) = crate::objects::call::call_special_optional(v, name!("__bytes__"), &[])? {
        return match as_bytes(result) {
            Some(b) => Ok(b.to_vec()),
            None => {
                let name = ops::type_name(result);
                Err(raise!(TypeError, "__bytes__ returned non-bytes (type {name})"))
            }
        };
    }
    if ops::as_str(v).is_some() {
        if count_allowed {
            return Err(raise!(TypeError, "string argument without an encoding"));
        }
        let name = ops::type_name(v);
        return Err(raise!(TypeError, "cannot convert '{name}' object to bytes"));
    }
    if count_allowed && type_of(v).slots.index.is_some() {
        return match int(ops::index(v)?) {
            Int::Small(n) if n < 0 => Err(raise!(ValueError, "negative count")),
            Int::Small(n) if crate::memory::has_room((n as usize).saturating_mul(2)) => {
                Ok(vec![0; n as usize])
            }
            Int::Small(_) => Err(raise!(MemoryError, "")),
            Int::Big(_) => {
                let name = ops::type_name(v);
                Err(raise!(OverflowError, "cannot fit '{name}' into an index-sized integer"))
            }
        };
    }
    if !crate::text::iterables::is_iterable(v) {
        let name = ops::type_name(v);
        return Err(raise!(TypeError, "cannot convert '{name}' object to bytes"));
    }
    collected(v, range)
}

/// The bytes that an iterable yields as ints.
pub fn collected(iterable: Value, range: &str) -> R<Vec<u8>> {
    let it = ops::iter(iterable)?;
    let mut out = Vec::new();
    loop {
        let item = ops::next(it)?;
        if item.is_unbound() {
            return Ok(out);
        }
        out.push(byte(item, range)?);
    }
}

/// The arguments of `bytes(...)` and `bytearray(...)`.
pub fn from_arguments(args: &Args, name: &str) -> R<Vec<u8>> {
    let [source, encoding, errors] = args.bind(name, ["source", "encoding", "errors"], 0, 3, 0)?;
    for (v, what) in [(encoding, "encoding"), (errors, "errors")] {
        if !v.is_unbound() && ops::as_str(v).is_none() {
            let type_name = crate::text::find_methods::shown_type(v);
            return Err(raise!(TypeError, "{name}() argument '{what}' must be str, not {type_name}"));
        }
    }
    let text = source.bound().and_then(ops::as_str);
    if let Some(text) = text {
        if encoding.is_unbound() {
            return Err(raise!(TypeError, "string argument without an encoding"));
        }
        let encoded = crate::text::encode_methods::encode(text, encoding, errors, name)?;
        return Ok(BytesObj::slice(encoded).to_vec());
    }
    if !encoding.is_unbound() {
        return Err(raise!(TypeError, "encoding without a string argument"));
    }
    if !errors.is_unbound() {
        return Err(raise!(TypeError, "errors without a string argument"));
    }
    match source.bound() {
        None => Ok(Vec::new()),
        Some(v) => contents(v, true, if name == "bytes" { "bytes" } else { "byte" }),
    }
}

/// `bytes.fromhex(text)`.
pub fn from_hex(v: Value) -> R<Vec<u8>> {
    let Some(text) = ops::as_str(v) else {
        let name = ops::type_name(v);
        return Err(raise!(TypeError, "fromhex() argument must be str, not {name}"));
    };
    parse_hex(&text)
        .map_err(|at| raise!(ValueError, "non-hexadecimal number found in fromhex() arg at position {at}"))
}

fn parse_hex(text: &StrObj) -> Result<Vec<u8>, usize> {
    let digit = |i: usize| {
        if i >= text.len {
            return Err(i);
        }
        char::from_u32(text.at(i)).and_then(|c| c.to_digit(16)).ok_or(i)
    };
    let mut out = Vec::with_capacity(text.len / 2);
    let mut i = 0;
    while i < text.len {
        if matches!(text.at(i), 9..=13 | 32) {
            i += 1;
            continue;
        }
        let high = digit(i)?;
        out.push((high << 4 | digit(i + 1)?) as u8);
        i += 2;
    }
    Ok(out)
}

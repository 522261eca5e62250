//! UnicodeDecodeError, UnicodeEncodeError, UnicodeTranslateError.

use super::classes::set_args;
use super::{get_extra, set_extra};
use crate::core::{Args, Gc, R, Raised, StrObj, Value};
use crate::objects::ops;
use crate::types::naming::{class_name, type_name};
use crate::types::type_of;
use runtime_interface::tag::exception;

const ENCODING: usize = 0;
const OBJECT: usize = 1;
const START: usize = 2;
const END: usize = 3;
const REASON: usize = 4;

fn init_with(v: Value, args: &Args, count: usize, first: usize) -> R<()> {
    set_args(v, args.pos);
    if args.pos.len() != count {
        let n = args.pos.len();
        return Err(raise!(TypeError, "function takes exactly {count} arguments ({n} given)"));
    }
    for (i, x) in args.pos.iter().enumerate() {
        let slot = first + i;
        if matches!(slot, START | END) && !x.is_int() {
            let t = type_name(*x);
            return Err(raise!(TypeError, "'{t}' object cannot be interpreted as an integer"));
        }
        if matches!(slot, ENCODING | REASON) && ops::as_str(*x).is_none() {
            let (t, n) = (type_name(*x), i + 1);
            let name = class_name(type_of(v));
            return Err(raise!(TypeError, "{name}() argument {n} must be str, not {t}"));
        }
        set_extra(v, slot, *x);
    }
    Ok(())
}
pub fn init_decode(v: Value, args: &Args) -> R<()> {
    init_with(v, args, 5, ENCODING)
}
pub fn init_encode(v: Value, args: &Args) -> R<()> {
    init_with(v, args, 5, ENCODING)
}
pub fn init_translate(v: Value, args: &Args) -> R<()> {
    init_with(v, args, 4, OBJECT)
}

fn text(v: Value) -> R<String> {
    Ok(ops::str(v)?.to_string_lossy())
}

fn number(v: Value, slot: usize) -> i64 {
    let n = get_extra(v, slot);
    if n.is_int() { n.as_i64() } else { 0 }
}

/// One item of `object[start]`, as an int.
fn item(v: Value) -> R<Option<u32>> {
    let (object, start, end) = (get_extra(v, OBJECT), number(v, START), number(v, END));
    if end != start + 1 || object.is_none() {
        return Ok(None);
    }
    if let Some(s) = ops::as_str(object) {
        return Ok((start >= 0 && (start as usize) < s.len).then(|| s.at(start as usize)));
    }
    let x = ops::getitem(object, Value::int(start))?;
    Ok(x.is_int().then(|| x.as_i64() as u32))
}

fn shown_char(c: u32) -> String {
    match c {
        0..=0xff => format!("'\\x{c:02x}'"),
        0x100..=0xffff => format!("'\\u{c:04x}'"),
        _ => format!("'\\U{c:08x}'"),
    }
}

pub fn decode_str(v: Value) -> R {
    if get_extra(v, OBJECT).is_none() {
        return Ok(StrObj::from_str("").value());
    }
    let (encoding, reason) = (text(get_extra(v, ENCODING))?, text(get_extra(v, REASON))?);
    let (start, end) = (number(v, START), number(v, END));
    let shown = match item(v)? {
        Some(b) => {
            format!("'{encoding}' codec can't decode byte 0x{b:02x} in position {start}: {reason}")
        }
        None => {
            format!("'{encoding}' codec can't decode bytes in position {start}-{}: {reason}", end - 1)
        }
    };
    Ok(StrObj::from_str(&shown).value())
}

pub fn encode_str(v: Value) -> R {
    if get_extra(v, OBJECT).is_none() {
        return Ok(StrObj::from_str("").value());
    }
    let (encoding, reason) = (text(get_extra(v, ENCODING))?, text(get_extra(v, REASON))?);
    let (start, end) = (number(v, START), number(v, END));
    let shown = match item(v)? {
        Some(c) => format!(
            "'{encoding}' codec can't encode character {} in position {start}: {reason}",
            shown_char(c)
        ),
        None => {
            format!("'{encoding}' codec can't encode characters in position {start}-{}: {reason}", end - 1)
        }
    };
    Ok(StrObj::from_str(&shown).value())
}

pub fn translate_str(v: Value) -> R {
    if get_extra(v, OBJECT).is_none() {
        return Ok(StrObj::from_str("").value());
    }
    let reason = text(get_extra(v, REASON))?;
    let (start, end) = (number(v, START), number(v, END));
    let shown = match item(v)? {
        Some(c) => {
            format!("can't translate character {} in position {start}: {reason}", shown_char(c))
        }
        None => format!("can't translate characters in position {start}-{}: {reason}", end - 1),
    };
    Ok(StrObj::from_str(&shown).value())
}

fn raise(class: u64, encoding: &str, object: Value, start: usize, end: usize, reason: &str) -> Raised {
    let reason: Gc<StrObj> = StrObj::from_str(reason);
    let args = [
        StrObj::from_str(encoding).value(),
        object,
        Value::int(start as i64),
        Value::int(end as i64),
        reason.value(),
    ];
    let e = super::make_builtin(class, &args);
    for (i, x) in args.iter().enumerate() {
        set_extra(e, i, *x);
    }
    super::raise_exception(e)
}

/// UnicodeDecodeError about `object[start:end]`, a bytes-like object.
#[cold]
pub fn raise_decode(encoding: &str, object: Value, start: usize, end: usize, reason: &str) -> Raised {
    raise(exception::UnicodeDecodeError, encoding, object, start, end, reason)
}

/// UnicodeEncodeError about `object[start:end]`, a str.
#[cold]
pub fn raise_encode(encoding: &str, object: Value, start: usize, end: usize, reason: &str) -> Raised {
    raise(exception::UnicodeEncodeError, encoding, object, start, end, reason)
}

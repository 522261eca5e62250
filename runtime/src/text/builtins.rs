//! The builtin functions over text: `ascii`, `chr`, `format`, `ord`, `repr`.

use super::object::{self, finish, units_of};
use super::quote;
use super::units::Buffer;
use crate::core::error::InBand;
use crate::core::{Args, Gc, R, StrObj, Value};
use crate::numbers::int_object::Int;
use crate::numbers::int_type::int;
use crate::objects::ops;
use crate::types::MethodDef;

pub const FUNCTIONS: &[MethodDef] = &[
    MethodDef::function("ascii", |a| {
        a.exactly("ascii", 1)?;
        ascii(a.pos[0])
    }),
    MethodDef::function("chr", |a| {
        a.exactly("chr", 1)?;
        match int(ops::index(a.pos[0])?) {
            Int::Small(n @ 0..=0x10ffff) => Ok(object::of_code(n as u32).value()),
            _ => Err(raise!(ValueError, "chr() arg not in range(0x110000)")),
        }
    }),
    MethodDef::function("format", |a| {
        a.between("format", 1, 2)?;
        let spec = match a.get(1) {
            None => object::empty(),
            Some(v) => match ops::as_str(v) {
                Some(s) => s,
                None => {
                    let name = super::find_methods::shown_type(v);
                    return Err(raise!(TypeError, "format() argument 2 must be str, not {name}"));
                }
            },
        };
        Ok(ops::format(a.pos[0], spec)?.value())
    }),
    MethodDef::function("ord", ord),
    MethodDef::function("repr", |a| {
        a.exactly("repr", 1)?;
        Ok(ops::repr(a.pos[0])?.value())
    }),
];

/// `ascii(v)`: the repr with everything but ASCII escaped.
pub fn ascii(v: Value) -> R {
    let text = ops::repr(v)?;
    if text.is_ascii() {
        return Ok(text.value());
    }
    let mut out = Buffer::new();
    for c in units_of(text).codes() {
        if c < 128 { out.push(c) } else { quote::push_hex_escape(&mut out, c) }
    }
    Ok(finish(&out).value())
}

fn ord(a: &Args) -> R {
    a.exactly("ord", 1)?;
    code_point(a.pos[0])
}

#[unsafe(no_mangle)]
pub extern "C" fn tp_same_text(a: *mut u8, b: *mut u8) -> bool {
    crate::text::object::equal(Gc::from_ptr(a as *mut StrObj), Gc::from_ptr(b as *mut StrObj))
}

#[unsafe(no_mangle)]
pub extern "C" fn tp_ord(v: Value) -> Value {
    code_point(v).in_band()
}

fn code_point(v: Value) -> R {
    let len = if let Some(s) = ops::as_str(v) {
        if s.len == 1 {
            return Ok(Value::int(s.at(0) as i64));
        }
        s.len
    } else if let Some(b) = crate::bytes::as_bytes(v) {
        if b.len() == 1 {
            return Ok(Value::int(b[0] as i64));
        }
        b.len()
    } else {
        let name = ops::type_name(v);
        return Err(raise!(TypeError, "ord() expected string of length 1, but {name} found"));
    };
    Err(raise!(TypeError, "ord() expected a character, but string of length {len} found"))
}

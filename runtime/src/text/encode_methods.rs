//! `str.encode`, and decoding of bytes into text.

use super::codec::{self, CodecError, Encoding, Handler};
use super::object::{finish, units_of};
use super::str_type::receiver;
use crate::bytes::BytesObj;
use crate::core::{Args, Gc, R, Raised, StrObj, Value};
use crate::objects::ops;
use crate::types::MethodDef;
use runtime_interface::tag::exception;

pub const METHODS: &[MethodDef] = &[MethodDef::method("encode", |a: &Args| {
    let s = receiver(a.receiver());
    let [encoding, errors] = a.skip_receiver().bind("encode", ["encoding", "errors"], 0, 2, 0)?;
    Ok(encode(s, encoding, errors, "encode")?.value())
})];

fn name_argument(v: Value, function: &str, what: &str) -> R<Option<String>> {
    match v.bound() {
        None => Ok(None),
        Some(v) => match ops::as_str(v) {
            Some(s) => Ok(Some(s.to_string_lossy())),
            None => {
                let name = super::find_methods::shown_type(v);
                Err(raise!(TypeError, "{function}() argument '{what}' must be str, not {name}"))
            }
        },
    }
}

pub fn encoding_argument(v: Value, function: &str) -> R<Encoding> {
    match name_argument(v, function, "encoding")? {
        None => Ok(Encoding::Utf8),
        Some(name) => match codec::lookup(&name) {
            Some(e) => Ok(e),
            None => Err(raise!(LookupError, "unknown encoding: {name}")),
        },
    }
}

/// The error handler; an unknown name is an error only when it is needed, as in CPython.
pub fn handler_argument(v: Value, function: &str) -> R<(Handler, Option<String>)> {
    match name_argument(v, function, "errors")? {
        None => Ok((Handler::Strict, None)),
        Some(name) => match codec::handler(&name) {
            Some(h) => Ok((h, None)),
            None => Ok((Handler::Strict, Some(name))),
        },
    }
}

pub fn encode(s: Gc<StrObj>, encoding: Value, errors: Value, function: &str) -> R<Gc<BytesObj>> {
    let encoding = encoding_argument(encoding, function)?;
    let (handler, unknown) = handler_argument(errors, function)?;
    match codec::encode(units_of(s), encoding, handler) {
        Ok(bytes) => Ok(BytesObj::from_slice(&bytes)),
        Err(_) if unknown.is_some() => Err(unknown_handler(unknown)),
        Err(e) => Err(raise_codec(exception::UnicodeEncodeError, s.value(), &e)),
    }
}

fn unknown_handler(name: Option<String>) -> Raised {
    let name = name.unwrap_or_default();
    raise!(LookupError, "unknown error handler name '{name}'")
}

/// `source` is the object that the error carries.
pub fn decode(bytes: &[u8], source: Value, encoding: Value, errors: Value, function: &str) -> R<Gc<StrObj>> {
    let encoding = encoding_argument(encoding, function)?;
    let (handler, unknown) = handler_argument(errors, function)?;
    if encoding == Encoding::Utf8 && bytes.is_ascii() {
        return Ok(super::object::from_units(super::units::Units::One(bytes), 0));
    }
    match codec::decode(bytes, encoding, handler) {
        Ok(buffer) => Ok(finish(&buffer)),
        Err(_) if unknown.is_some() => Err(unknown_handler(unknown)),
        Err(e) => {
            let source = match source.exact::<BytesObj>() {
                Some(_) => source,
                None => BytesObj::from_slice(bytes).value(),
            };
            Err(raise_codec(exception::UnicodeDecodeError, source, &e))
        }
    }
}

/// Raises UnicodeEncodeError or UnicodeDecodeError with its five arguments.
pub fn raise_codec(class: u64, object: Value, e: &CodecError) -> Raised {
    let encoding = StrObj::from_str(e.encoding).value();
    let reason = StrObj::from_str(e.reason).value();
    crate::core::error::raise_args(
        class,
        &[encoding, object, Value::int(e.start as i64), Value::int(e.end as i64), reason],
    )
}

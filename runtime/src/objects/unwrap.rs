//! Instances of subclasses of immutable builtins wrap the exact object: `class Celsius(float)`.
//!
//! Native code that wants "an int", "a str" first unwraps; exact values pass through unchanged.

use crate::core::{Gc, Header, StrObj, Value};
use crate::types::{flags, type_by_id, type_of};
use runtime_interface::tag;

/// The prefix of every wrapping instance.
#[repr(C)]
pub struct WrapperObj {
    pub header: Header,
    /// The exact builtin object.
    pub inner: Value,
}

/// The exact builtin inside an instance of a subclass of int, float, complex, str, bytes, tuple or
/// frozenset; any other value as it is.
#[inline(always)]
pub fn unwrap(v: Value) -> Value {
    if v.tag < tag::FIRST_CLASS { v } else { unwrap_instance(v) }
}

fn unwrap_instance(v: Value) -> Value {
    if type_by_id(v.type_id()).flags & flags::WRAPS != 0 { v.cast::<WrapperObj>().inner } else { v }
}

/// The text, if `v` is a `str` or an instance of a subclass of it.
#[inline(always)]
pub fn as_str(v: Value) -> Option<Gc<StrObj>> {
    unwrap(v).exact::<StrObj>()
}

/// The builtin type whose payload `v` starts with: its own tag for exact builtins, `LIST` for an
/// instance of a subclass of list, `OBJECT` for instances of plain classes.
#[inline(always)]
pub fn builtin_layout(v: Value) -> u64 {
    if v.tag < tag::FIRST_CLASS { v.tag } else { type_of(v).layout }
}

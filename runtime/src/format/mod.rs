//! Formatting: the format mini-language, `str.format` and f-strings, `%` formatting.
//!
//! `spec`, `printf` and `fields` are the little languages over primitives; `percent` and `str_format` work on objects.

pub mod fields;
#[cfg(any())]
pub mod percent;
pub mod printf;
pub mod spec;
#[cfg(any())]
pub mod str_format;

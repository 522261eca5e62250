//! Formatting: the format mini-language, `str.format` and f-strings, `%` formatting.
//!
//! `spec`, `printf` and `fields` are the little languages over primitives; `percent` and `str_format` work on objects.

pub mod build_rows;
pub mod fields;
pub mod percent;
pub mod printf;
pub mod spec;
pub mod str_format;

/// TypeError for a format spec that is not a str.
#[cold]
pub fn not_a_spec(v: crate::core::Value) -> crate::core::Raised {
    let name = crate::text::find_methods::shown_type(v);
    raise!(TypeError, "__format__() argument must be str, not {name}")
}

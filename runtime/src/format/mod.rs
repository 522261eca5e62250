//! Formatting: the format mini-language, `str.format` fields, `%` formatting.

pub mod fields;
pub mod printf;
pub mod spec;

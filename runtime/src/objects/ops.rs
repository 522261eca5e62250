//! The operations that every file of the runtime calls: Python's protocols on any value.
//!
//! Each is one look at the tag or the type's slot, then the call; texts of errors are CPython's.

pub use super::attributes::{delattr, getattr, getattr_optional, setattr};
pub use super::call::{call, call_args, call_method, call_special, call_special_optional};
pub use super::classes::{is_subclass, isinstance};
pub use super::operators::{binary, compare, eq, in_place, invert, ne, negative, positive};
pub use super::protocols::{
    contains, delitem, format, getitem, hash, index, iter, len, length_hint, next, repr, setitem, str, truth,
};
pub use super::unwrap::{as_str, builtin_layout, unwrap};
pub use crate::types::naming::{class_name, type_name};

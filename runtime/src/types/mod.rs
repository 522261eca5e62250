//! Type objects, in the manner of CPython: an MRO, a dict, and a table of slots.

pub mod slots;
pub mod spec;
pub mod type_object;

pub use slots::{Binary, Compare, Slots};
pub use spec::{GetSet, Kind, MethodDef, TypeSpec};
pub use type_object::{TypeObj, type_by_id, type_of};

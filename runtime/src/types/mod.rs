//! Type objects, in the manner of CPython: an MRO, a dict, and a table of slots.
//!
//! A builtin type is a constant [`TypeSpec`] in the file of its idea, listed in [`builtin_types`];
//! [`registry`] makes the type objects at start-up. [`dunders`] relates slots to `__names__`:
//! builtin slots appear as wrapper descriptors, and [`inheritance`] fills the slots of classes from
//! what their MRO holds, with [`trampolines`] where that is Python code.

pub mod builtin_types;
pub mod dunders;
pub mod inheritance;
pub mod lookup;
pub mod naming;
pub mod registry;
pub mod slots;
pub mod spec;
pub mod trampolines;
pub mod type_object;
pub mod wrapped;

pub use lookup::{bump_version, is_subtype, type_dict, type_lookup};
pub use slots::{Binary, Compare, Slots};
pub use spec::{GetSet, Kind, MethodDef, TypeSpec};
pub use type_object::{TypeObj, flags, type_by_id, type_of};

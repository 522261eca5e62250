//! The builtin containers: tuple, list, dict, set, frozenset, range, slice, their views and iterators.
//!
//! `tuple`, `list`, `dict_table` and `set_table` have the layouts and the operations that other parts of
//! the runtime build on; the `*_type` files have what Python sees.

pub mod dict_table;
pub mod key;
pub mod list;
pub mod set_table;
pub mod tuple;

pub use dict_table::DictObj;
pub use list::ListObj;
pub use set_table::SetObj;
pub use tuple::TupleObj;

//! The builtin containers: tuple, list, dict, set, frozenset, range, slice, their views and iterators.
//!
//! `tuple`, `list`, `dict_table` and `set_table` have the layouts and the operations that other parts of
//! the runtime build on; the `*_type` files have what Python sees; `rows` what compiled code calls.

#[cfg(any())]
pub mod dict_iterators;
pub mod dict_table;
#[cfg(any())]
pub mod dict_type;
#[cfg(any())]
pub mod dict_views;
#[cfg(any())]
pub mod index;
pub mod key;
pub mod list;
#[cfg(any())]
pub mod list_slices;
#[cfg(any())]
pub mod list_type;
pub mod merge_sort;
#[cfg(any())]
pub mod range_type;
#[cfg(any())]
pub mod repr;
#[cfg(any())]
pub mod rows;
#[cfg(any())]
pub mod sequence;
#[cfg(any())]
pub mod set_algebra;
pub mod set_table;
#[cfg(any())]
pub mod set_type;
#[cfg(any())]
pub mod slice_type;
#[cfg(any())]
pub mod sort;
pub mod tuple;
#[cfg(any())]
pub mod tuple_type;

pub use dict_table::DictObj;
pub use list::ListObj;
#[cfg(any())]
pub use range_type::RangeObj;
pub use set_table::SetObj;
#[cfg(any())]
pub use slice_type::SliceObj;
pub use tuple::TupleObj;

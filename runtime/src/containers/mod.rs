//! The builtin containers: tuple, list, dict, set, frozenset, range, slice, their views and iterators.
//!
//! `tuple`, `list`, `dict_table` and `set_table` have the layouts and the operations that other parts of
//! the runtime build on; the `*_type` files have what Python sees; `rows` what compiled code calls.

mod dict_index;
pub mod dict_iterators;
mod dict_lookup;
pub mod dict_memo;
pub mod dict_table;
pub mod dict_type;
pub mod dict_views;
pub mod index;
pub mod key;
mod key_order;
pub mod less;
pub mod list;
pub mod list_kind;
pub mod list_numbers;
pub mod list_slices;
pub mod list_type;
pub mod merge_sort;
pub mod method_rows;
mod radix;
pub mod range_rows;
pub mod range_type;
pub mod repr;
pub mod rows;
pub mod sequence;
pub mod set_algebra;
pub mod set_table;
pub mod set_type;
pub mod slice_type;
pub mod sort;
pub mod tuple;
pub mod tuple_keys;
pub mod tuple_type;

pub use dict_table::DictObj;
pub use list::ListObj;
pub use range_type::RangeObj;
pub use set_table::SetObj;
pub use slice_type::SliceObj;
pub use tuple::TupleObj;

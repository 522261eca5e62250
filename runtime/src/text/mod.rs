//! Python's `str`.
//!
//! The lower files are algorithms over slices of code units; the `str_*` files are the Python type on top of them.

pub mod case;
pub mod codec;
pub mod hash;
pub mod quote;
pub mod search;
pub mod unicode;
mod unicode_table;
pub mod units;

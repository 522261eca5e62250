//! Python's `str`.
//!
//! `units`, `search`, `case`, `codec`, `quote` and `unicode` are algorithms over slices of code units; `object` connects
//! them with string objects; `str_type` and the `*_methods` files are the Python type.

#[cfg(any())]
pub mod builtins;
pub mod case;
pub mod codec;
#[cfg(any())]
pub mod encode_methods;
#[cfg(any())]
pub mod find_methods;
#[cfg(any())]
pub mod iterables;
#[cfg(any())]
pub mod object;
pub mod quote;
pub mod search;
#[cfg(any())]
pub mod shape_methods;
#[cfg(any())]
pub mod str_type;
pub mod unicode;
mod unicode_table;
pub mod units;

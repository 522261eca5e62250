//! Python's numbers: int (any size), float, complex, bool.
//!
//! The lower files are algorithms over Rust primitives; the `*_type` files are the Python types on top of them.

pub mod big_ops;
pub mod complex_ops;
pub mod fault;
pub mod float_ops;
pub mod float_text;
pub mod hash;
pub mod int_text;

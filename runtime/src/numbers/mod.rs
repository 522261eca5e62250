//! Python's numbers: int (any size), float, complex, bool.
//!
//! The lower files are algorithms over Rust primitives; `int_object` and the `*_type` files are the Python types on
//! top of them, `rows` is what compiled code calls.

pub mod big_ops;
#[cfg(any())]
pub mod builtins;
pub mod complex_ops;
#[cfg(any())]
pub mod complex_type;
#[cfg(any())]
mod digits;
pub mod fault;
pub mod float_ops;
pub mod float_text;
#[cfg(any())]
pub mod float_type;
pub mod hash;
#[cfg(any())]
pub mod int_methods;
#[cfg(any())]
pub mod int_object;
pub mod int_text;
#[cfg(any())]
pub mod int_type;
mod raise;
#[cfg(any())]
pub mod rows;

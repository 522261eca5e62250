//! Python's numbers: int (any size), float, complex, bool.
//!
//! The lower files are algorithms over Rust primitives; `int_object` and the `*_type` files are the Python types on
//! top of them, `rows` is what compiled code calls.

pub mod big_ops;
pub mod builtins;
pub mod complex_ops;
pub mod complex_type;
pub mod decimal;
mod digits;
pub mod fault;
pub mod float_ops;
pub mod float_text;
pub mod float_type;
pub mod hash;
pub mod int_methods;
pub mod int_object;
pub mod int_text;
pub mod int_type;
pub mod limbs;
pub mod modular;
mod raise;
pub mod rows;

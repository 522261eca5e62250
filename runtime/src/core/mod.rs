//! The vocabulary of the whole runtime: values, pointers to heap objects, errors, call arguments.

#[macro_use]
pub mod error;
#[macro_use]
pub mod string;
pub mod args;
pub mod gc;
pub mod hash;
pub mod mutator;
pub mod value;

pub use args::Args;
pub use error::{R, Raised};
pub use gc::{Gc, Header, HeapObject};
pub use mutator::mutator;
pub use string::StrObj;
pub use value::Value;

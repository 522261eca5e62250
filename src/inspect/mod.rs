//! What the compiler did with a program, for people: `taipan emit` and `taipan explain`.

pub mod emit;
pub mod explain;
mod highlight;
mod page;
mod sampling;
mod terminal;

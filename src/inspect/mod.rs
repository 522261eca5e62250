//! What the compiler did with a program, for people: `taipan emit` and `taipan explain`.

pub mod emit;
mod highlight;

//! Source text to MIR: everything the compiler does before LLVM.
#![allow(clippy::wrong_self_convention)]

pub mod explain;
pub mod hir;
pub mod index;
pub mod listing;
pub mod mir;
pub mod modules;
pub mod scopes;
pub mod source;
pub mod syntax;
pub mod types;

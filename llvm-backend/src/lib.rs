//! The backend: MIR → LLVM IR → objects → executable.
//!
//! inkwell's lifetimes stay inside one codegen unit; everything that crosses a unit is a name or a path.

pub mod error;
pub mod link;
pub mod runtime_archive;
pub mod target;

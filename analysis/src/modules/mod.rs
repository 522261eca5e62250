//! Which modules a program consists of.
//!
//! A *source module* has a syntax tree: the root file, files of the program, and the library packaged with the compiler.
//! A *native module* is part of the runtime. Everything that an import statement can name is one of the two, or missing.

mod graph;

pub use graph::{ModuleGraph, ModuleId, ModuleKind, ModuleRef, Origin, SourceModule};

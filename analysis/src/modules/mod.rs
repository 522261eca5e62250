//! Which modules a program consists of.
//!
//! A *source module* has a syntax tree: the root file, files of the program, and the library packaged with the compiler.
//! A *native module* is part of the runtime. Everything that an import statement can name is one of the two, unsupported
//! (CPython has it, this compiler not yet), or missing.

mod data_classes;
mod find;
mod graph;
mod imports;
mod library;
mod load;

pub use data_classes::{NOT_GIVEN, generated_in};
pub use graph::{ModuleGraph, ModuleId, ModuleKind, ModuleRef, Origin, SourceModule};
pub use library::is_compiled_quickly;
pub use load::{RootFile, load_program};

//! The backend: MIR → LLVM IR → objects → executable.
//!
//! inkwell's lifetimes stay inside one codegen unit; everything that crosses a unit is a name or a path.
#![allow(clippy::type_complexity, clippy::box_collection)]

pub mod compile;
pub mod emit;
pub mod error;
pub mod inline;
mod joined;
pub mod link;
pub mod listing;
pub mod llvm_library;
pub mod machine_text;
pub mod optimize;
pub mod partition;
mod pipeline;
pub mod runtime_archive;
pub mod target;
pub mod unit_cache;

pub use compile::{Artifacts, Options, Outputs, compile};
pub use error::Error;
pub use unit_cache::UnitCache;

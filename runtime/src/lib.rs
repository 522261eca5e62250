//! The runtime library: what compiled programs call. One static library, linked into every
//! executable; sections that a program does not reach are dropped by the linker.
//!
//! Reading order: [`core`] (values, object pointers, errors, arguments), [`memory`] (allocation and
//! collection), [`types`] (type objects and their slots), then a folder per family of types, and
//! [`entry_points`], which checks the functions compiled code calls against the interface's table.
#![allow(clippy::missing_safety_doc, clippy::not_unsafe_ptr_arg_deref)]

#[macro_use]
pub mod core;
pub mod builtins;
pub mod bytes;
pub mod containers;
pub mod entry_points;
pub mod exceptions;
pub mod format;
pub mod iteration;
pub mod memory;
pub mod modules;
pub mod numbers;
pub mod objects;
pub mod start;
pub mod text;
pub mod types;

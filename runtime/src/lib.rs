//! The runtime library: what compiled programs call. One static library, linked into every
//! executable; sections that a program does not reach are dropped by the linker.
//!
//! Reading order: [`core`] (values, object pointers, errors, arguments), [`memory`] (allocation and
//! collection), [`types`] (type objects and their slots), then a folder per family of types, and
//! [`entry_points`], which checks the functions compiled code calls against the interface's table.
#![allow(
    clippy::missing_safety_doc,
    clippy::not_unsafe_ptr_arg_deref,
    // Reborrows of heap objects are written out on purpose.
    clippy::borrow_deref_ref,
    clippy::explicit_auto_deref,
    clippy::type_complexity,
    // Constants are given with all digits of their sources.
    clippy::excessive_precision,
    clippy::should_implement_trait,
    clippy::new_ret_no_self,
    // Loops re-read lengths that calls may change.
    clippy::while_immutable_condition,
    clippy::needless_range_loop,
    clippy::needless_late_init,
    clippy::nonminimal_bool,
    clippy::unnecessary_cast,
    clippy::if_same_then_else,
    // One mutator thread: statics are touched by it only.
    static_mut_refs,
    clippy::deref_addrof,
    clippy::collapsible_if,
    clippy::manual_is_multiple_of
)]

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

#[cfg(not(test))]
#[global_allocator]
static ALLOCATOR: memory::exhausted::Allocator = memory::exhausted::Allocator;

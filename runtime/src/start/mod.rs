//! The start and the end of a program.

pub mod at_exit;
pub mod big_stack;
pub mod entry;
pub mod interrupt;

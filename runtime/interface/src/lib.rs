//! What the compiler and the runtime must agree on, declared once: type tags, the layouts that
//! emitted code touches, the static data it emits, and the table of runtime functions it calls.
//!
//! Nothing here has behaviour; the crate has no dependencies, so that both sides may use it.

pub mod fingerprint;
pub mod layout;
pub mod native_modules;
pub mod rows;
pub mod standard_library;
pub mod tag;
pub mod text;

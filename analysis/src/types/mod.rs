//! Types: what the whole program shows about the values of each variable.
//!
//! Reading order: [`lattice`], [`state`], [`solve`] (the fixpoint), [`transfer`] and what it is made of ([`objects`],
//! [`calls`], [`narrowing`], [`builtins`], [`natives`], [`library`], [`closures`]), then [`solution`], which answers the questions of [`view`].
//!
//! Unsoundness is not wrong here, only slow: the lowering tests what flows in from where the analysis does not see, and
//! which function a direct call reaches. So the analysis may take the likely for the certain. The one exception is that a
//! builtin is taken for itself: `solution` looks at the whole program's text for who could replace it.

mod builtins;
mod calls;
pub(crate) mod closures;
pub mod lattice;
mod library;
mod narrowing;
mod natives;
mod objects;
mod print;
mod quick_hash;
pub mod reveal;
pub mod solution;
mod solve;
mod special;
pub(crate) mod state;
mod transfer;
pub mod view;

pub use print::{print_call_graph, print_types};
pub use solution::{Solution, infer};
pub use view::{Dynamic, InstanceKey, Method, Point, SpecialMethod, Target, Type, Types};

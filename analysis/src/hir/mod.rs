//! HIR: the program with names resolved and statements taken apart, still with Python's meaning.
//!
//! Each function is a control-flow graph of blocks over variables, not SSA: a Python local is one variable, or several
//! where its uses fall apart ([`split_live_ranges`]). Each op is one action that the run time can see, in exactly CPython's order of evaluation; whether it is
//! one machine instruction or a call is decided later. What is *not* here: types, representations, syntax trees.
//!
//! ```text
//! def f(a, b):            f0 f(a v0, b v1)
//!     return a + b        b0:  v2 = add v0, v1
//!                              return v2
//! ```

mod block;
mod build;
mod definite;
mod inline;
pub(crate) mod liveness;
mod module_attributes;
mod names;
mod narrow;
mod op;
mod print;
mod program;
mod prune;
mod unroll;
mod verify;
mod webs;

pub use block::{Block, BlockId, Carets, Instr, Place, Terminator};
pub use build::build;
pub use inline::inline_generators;
pub use module_attributes::resolve_module_attributes;
pub use names::{Names, Symbol};
pub use narrow::narrow_by_tests;
pub use op::{
    BinaryOp, ClassArguments, CompareOp, Const, Conversion, Fact, LocalRef, NameFallback, Op, UnaryOp,
};
pub use print::{print_function, print_program};
pub use program::{
    Class, ClassBase, ClassId, Function, FunctionId, FunctionKind, Global, GlobalId, Method, Module, Param,
    ParamKind, Program, Var, VarId, VarKind,
};
pub use prune::prune;
pub use unroll::unroll_short_loops;
pub use verify::verify_program;
pub use webs::split_live_ranges;

#[cfg(test)]
mod tests;

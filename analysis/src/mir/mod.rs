//! MIR: monomorphic instances of the program's functions, with an explicit representation for every local. It is what the
//! backend emits, one LLVM function per instance.
//!
//! Reading order: [`repr`], [`body`], [`program`]; then [`lower`] (from HIR) and [`passes`].

pub mod body;
pub mod leaf;
pub mod liveness;
pub mod loop_depths;
pub mod loops;
pub mod lower;
pub mod passes;
pub mod print;
pub mod program;
pub mod repr;
pub mod verify;
pub mod visit;

pub use body::{
    Arg, BinaryOp, Block, BlockId, Body, CheckedIntOp, CompareOp, Const, FloatOp, Global, IntOp, Local,
    LocalId, Op, Operand, Statement, Terminator, UnaryOp, Unbound,
};
pub use loop_depths::loop_depths;
pub use lower::{lower_program, lower_program_without};
pub use program::{
    Anchor, CacheId, CacheKind, Code, CodeId, Constant, ConstantId, Instance, InstanceId, InstanceKind,
    Module, ModuleId, Program, Return, Shape, ShapeId, ShapeMethod, Site, SiteId,
};
pub use repr::{Layout, Repr};

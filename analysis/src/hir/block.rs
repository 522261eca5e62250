//! Basic blocks: instructions, terminators and the places in the source they stand for.
//!
//! A block may have a *handler*: the block that control goes to when an instruction or the terminator of the block
//! raises. A handler block begins with `TakeException`. Without handler the exception leaves the function.

use super::{FunctionId, Op, VarId};
use crate::{define_index, index::IndexVec, source::Span};

define_index!(
    /// One basic block of a function.
    pub struct BlockId,
    "b"
);

#[derive(Debug, Clone)]
pub struct Block {
    pub instrs: Vec<Instr>,
    pub term: Terminator,
    pub term_place: Place,
    pub handler: Option<BlockId>,
}

/// `dst = op`. A few ops define more variables than `dst`: see `Op::more_defs`.
#[derive(Debug, Clone)]
pub struct Instr {
    pub dst: Option<VarId>,
    pub op: Op,
    pub place: Place,
}

impl Instr {
    /// Gives the variables that it reads and defines other numbers.
    pub fn rename(&mut self, vars: &IndexVec<VarId, VarId>) {
        self.op.for_each_use_mut(&mut |var| *var = vars[*var]);
        self.op.for_each_more_def_mut(&mut |var| *var = vars[*var]);
        if let Some(dst) = &mut self.dst {
            *dst = vars[*dst];
        }
    }
}

/// What a traceback shows for an instruction: the line of `span`'s start, and what is marked under it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Place {
    pub span: Span,
    pub carets: Carets,
    /// The function whose text it is, where that was inlined into the one it stands in.
    pub inlined: Option<FunctionId>,
}

/// How CPython marks the place in the quoted line. Decided here for good; the runtime only draws.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Carets {
    /// No marks: the place is all that stands on its lines.
    Hidden,
    /// No marks, but of several lines those are shown that bytes `start..end` would make interesting.
    Unmarked { start: u32, end: u32 },
    /// `^` under the whole span.
    Whole,
    /// `^` under bytes `start..end` of the file, `~` under the rest of the span.
    Anchored { start: u32, end: u32 },
}

impl Place {
    pub fn plain(span: Span) -> Self {
        Self { span, carets: Carets::Whole, inlined: None }
    }
}

#[derive(Debug, Clone)]
pub enum Terminator {
    Goto(BlockId),
    /// `cond` is a test variable: defined by an op of which `Op::is_test` holds, or a constant bool.
    Branch {
        cond: VarId,
        then: BlockId,
        otherwise: BlockId,
    },
    /// Advances `iter` (the result of `GetIter`): to `body` with the next item in `dst`, or to `exit`.
    ForNext {
        iter: VarId,
        dst: VarId,
        body: BlockId,
        exit: BlockId,
    },
    Return(VarId),
    /// `raise exc from cause`
    Raise {
        exc: VarId,
        cause: Option<VarId>,
    },
    /// The bare `raise`: the exception being handled in this thread, or RuntimeError. Adds no traceback entry.
    RaiseCurrent,
    /// Goes on with an exception that `TakeException` took: context and traceback stay, no entry is added.
    Reraise(VarId),
    /// Goes on with an exception that left the code of a generator inlined here: adds an entry for this place, and makes
    /// RuntimeError of StopIteration.
    LeaveInlined(VarId),
    /// Suspends the generator; what `send` brings is in `dst` at `resume`. `throw` raises here.
    Yield {
        value: VarId,
        dst: VarId,
        resume: BlockId,
    },
    /// The whole of `yield from` on an iterator from `GetYieldFromIter`: suspends for each of its items, passes on what
    /// `send`, `throw` and `close` bring; its return value is in `dst` at `resume`.
    YieldFrom {
        iter: VarId,
        dst: VarId,
        resume: BlockId,
    },
    Unreachable,
}

impl Terminator {
    pub fn uses(&self) -> Vec<VarId> {
        match *self {
            Terminator::Goto(_) | Terminator::RaiseCurrent | Terminator::Unreachable => vec![],
            Terminator::Branch { cond, .. } => vec![cond],
            Terminator::ForNext { iter, .. } => vec![iter],
            Terminator::Return(value) | Terminator::Reraise(value) | Terminator::LeaveInlined(value) => {
                vec![value]
            }
            Terminator::Raise { exc, cause } => std::iter::once(exc).chain(cause).collect(),
            Terminator::Yield { value, .. } => vec![value],
            Terminator::YieldFrom { iter, .. } => vec![iter],
        }
    }

    /// The variables that it reads, for renaming.
    pub fn uses_mut(&mut self) -> Vec<&mut VarId> {
        match self {
            Terminator::Goto(_) | Terminator::RaiseCurrent | Terminator::Unreachable => vec![],
            Terminator::Branch { cond: var, .. }
            | Terminator::ForNext { iter: var, .. }
            | Terminator::Return(var)
            | Terminator::Reraise(var)
            | Terminator::LeaveInlined(var)
            | Terminator::Yield { value: var, .. }
            | Terminator::YieldFrom { iter: var, .. } => vec![var],
            Terminator::Raise { exc, cause } => std::iter::once(exc).chain(cause).collect(),
        }
    }

    pub fn def_mut(&mut self) -> Option<&mut VarId> {
        match self {
            Terminator::ForNext { dst, .. }
            | Terminator::Yield { dst, .. }
            | Terminator::YieldFrom { dst, .. } => Some(dst),
            _ => None,
        }
    }

    /// The variable that is assigned on the way to `def_successor`.
    pub fn def(&self) -> Option<VarId> {
        match *self {
            Terminator::ForNext { dst, .. }
            | Terminator::Yield { dst, .. }
            | Terminator::YieldFrom { dst, .. } => Some(dst),
            _ => None,
        }
    }

    /// The successor at which `def` is assigned.
    pub fn def_successor(&self) -> Option<BlockId> {
        match *self {
            Terminator::ForNext { body, .. } => Some(body),
            Terminator::Yield { resume, .. } | Terminator::YieldFrom { resume, .. } => Some(resume),
            _ => None,
        }
    }

    /// Where control goes without an exception, in a fixed order.
    pub fn successors(&self) -> Vec<BlockId> {
        match *self {
            Terminator::Goto(to) => vec![to],
            Terminator::Branch { then, otherwise, .. } => vec![then, otherwise],
            Terminator::ForNext { body, exit, .. } => vec![body, exit],
            Terminator::Yield { resume, .. } | Terminator::YieldFrom { resume, .. } => vec![resume],
            Terminator::Return(_)
            | Terminator::Raise { .. }
            | Terminator::RaiseCurrent
            | Terminator::Reraise(_)
            | Terminator::LeaveInlined(_)
            | Terminator::Unreachable => vec![],
        }
    }

    /// Gives the blocks that control goes to other numbers.
    pub fn rename_targets(&mut self, renamed: impl Fn(BlockId) -> BlockId) {
        match self {
            Terminator::Goto(to) => *to = renamed(*to),
            Terminator::Branch { then, otherwise, .. } => {
                *then = renamed(*then);
                *otherwise = renamed(*otherwise);
            }
            Terminator::ForNext { body, exit, .. } => {
                *body = renamed(*body);
                *exit = renamed(*exit);
            }
            Terminator::Yield { resume, .. } | Terminator::YieldFrom { resume, .. } => {
                *resume = renamed(*resume);
            }
            Terminator::Return(_)
            | Terminator::Raise { .. }
            | Terminator::RaiseCurrent
            | Terminator::Reraise(_)
            | Terminator::LeaveInlined(_)
            | Terminator::Unreachable => {}
        }
    }

    pub fn can_raise(&self) -> bool {
        !matches!(
            self,
            Terminator::Goto(_) | Terminator::Branch { .. } | Terminator::Return(_) | Terminator::Unreachable
        )
    }
}

//! Leaves: bodies that run no other Python code, so that nothing can see whether their frame was counted.
//!
//! ```text
//! def dot(self, o):
//!     return self.x * o.x + self.y * o.y        loads, tests and arithmetic only
//! ```
//!
//! A leaf looks whether the recursion limit is reached, as any function, and counts its frame only where it leaves for its
//! continuation, which may call anything.

use crate::mir::body::{Body, Op, Terminator};
use runtime_interface::rows::{Effects, Rt};

/// A leaf with no more operations than this on its usual ways is worth a copy at each of its calls.
const SMALL: usize = 60;

/// Whether nothing in the body runs Python code.
pub fn is_leaf(body: &Body) -> bool {
    body.blocks.iter().all(|block| {
        let calls = matches!(
            block.terminator,
            Terminator::CallUnboxed { .. }
                | Terminator::Call { .. }
                | Terminator::ForNext { .. }
                | Terminator::StoreListItem { .. }
                | Terminator::Yield { .. }
        );
        // Behind the test of a shape, storing by name finds no code of the program.
        let is_quiet = |op: &Op| is_quiet(op) || block.cold && matches!(op, Op::SetAttr { .. });
        // Where the exceptions of a body go that stands in the place of its call: on, with a traceback entry.
        let is_handled = block.handler.is_some_and(|handler| {
            let handler = &body.blocks[handler];
            !matches!(handler.terminator, Terminator::Raise { .. }) || !handler.statements.is_empty()
        });
        // Numbers divided by zero: it raises and does nothing else.
        let divides = |op: &Op| {
            matches!(block.terminator, Terminator::Unreachable)
                && matches!(op, Op::Rt { row: Rt::tp_truediv | Rt::tp_floordiv | Rt::tp_mod, .. })
        };
        let statements = || block.statements.iter().map(|statement| &statement.op);
        !calls && !is_handled && statements().all(|op| is_quiet(op) || divides(op))
    })
}

/// Whether a leaf is worth a copy at each of its calls.
pub fn is_small(body: &Body) -> bool {
    let usual = body.blocks.iter().filter(|block| !block.cold);
    usual.map(|block| block.statements.len() + 1).sum::<usize>() <= SMALL
}

/// Whether it runs no Python code that could see how many frames there are.
pub fn is_quiet(op: &Op) -> bool {
    match op {
        Op::Rt { row, .. } => !row.row().effects.has(Effects::CALLS),
        // What was put in the place of a call counts its frames itself.
        Op::CheckBound { .. }
        | Op::LoadBuiltin { .. }
        | Op::CallContinuation { .. }
        | Op::CheckDepth { .. } => true,
        op => !op.may_raise(),
    }
}

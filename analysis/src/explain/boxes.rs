//! Which boxes MIR has that machine code has not: a number that is put into a value and only taken out again.
//!
//! ```text
//! p = V(0.5, 0.25)      fields of an instance that is not made are locals:   _5: value = box _1
//! total += p.x          and what is read from them was just put in:          _6: f64 = unbox _5
//! ```

use crate::index::IndexVec;
use crate::mir::{Block, BlockId, Body, LocalId, Op, Operand, Terminator};

pub(super) struct Boxes {
    /// Something looks at the local as a value, or keeps it.
    wanted: IndexVec<LocalId, bool>,
    /// All that the local may hold was boxed here.
    known: IndexVec<LocalId, bool>,
}

impl Boxes {
    pub fn of(body: &Body) -> Boxes {
        let count = body.locals.len();
        let mut wanted = IndexVec::from_elem(false, count);
        let mut known = IndexVec::from_elem(false, count);
        let mut copies: Vec<(LocalId, LocalId)> = Vec::new();
        let mut foreign: Vec<LocalId> = Vec::new();
        for (_, block) in usual_blocks(body) {
            for statement in &block.statements {
                match (&statement.op, statement.dst) {
                    (Op::Copy(Operand::Local(from)), Some(to)) => copies.push((*from, to)),
                    (Op::Copy(Operand::Const(_)), _) => {}
                    (Op::Box(_), Some(dst)) => known[dst] = true,
                    (op, dst) => {
                        foreign.extend(dst);
                        if !matches!(op, Op::Unbox(_) | Op::TagIs(..) | Op::TagIn(..)) {
                            op.operands(|operand| want(&mut wanted, operand));
                        }
                    }
                }
            }
            block.terminator.operands(|operand| want(&mut wanted, operand));
            foreign.extend(block.terminator.definitions().into_iter().map(|(local, _)| local));
        }
        let mut boxes = Boxes { wanted, known };
        copies.iter().for_each(|&(_, to)| boxes.known[to] = true);
        foreign.into_iter().for_each(|local| boxes.known[local] = false);
        let mut changed = true;
        while std::mem::take(&mut changed) {
            for &(from, to) in &copies {
                if boxes.wanted[to] && !boxes.wanted[from] {
                    (boxes.wanted[from], changed) = (true, true);
                }
                if boxes.known[to] && !boxes.known[from] {
                    (boxes.known[to], changed) = (false, true);
                }
            }
        }
        boxes
    }

    /// Whether what is boxed into the local becomes a value at run time.
    pub fn is_wanted(&self, local: Option<LocalId>) -> bool {
        local.is_none_or(|local| self.wanted[local])
    }

    /// Whether what the operand holds has to be looked at, to know what it is.
    pub fn is_foreign(&self, operand: Operand) -> bool {
        matches!(operand, Operand::Local(local) if !self.known[local])
    }
}

/// The code that mostly runs: not what comes after a leave, not loops with a faster copy, not what is done where a receiver
/// is not of the type that was inferred.
pub(super) fn usual_blocks(body: &Body) -> impl Iterator<Item = (BlockId, &Block)> {
    let is_usual = |block: &Block| !block.cold && !block.spare;
    let others: Vec<BlockId> = body.blocks.iter().filter_map(|block| other_type(body, block)).collect();
    body.blocks.iter_enumerated().filter(move |(id, block)| is_usual(block) && !others.contains(id))
}

/// Where a test of a tag goes to one row of the runtime or else to a call by name, the block of the call.
fn other_type(body: &Body, block: &Block) -> Option<BlockId> {
    let Terminator::Branch { cond: Operand::Local(cond), then, otherwise } = block.terminator else {
        return None;
    };
    let is_test = |op: &Op| matches!(op, Op::TagIs(..));
    let tested = block.statements.iter().rev().find(|statement| statement.dst == Some(cond));
    let end = |id: BlockId| match body.blocks[id].terminator {
        Terminator::Goto(to) => Some(to),
        _ => None,
    };
    let is_call = |op: &Op| matches!(op, Op::CallMethod { .. });
    let (typed, by_name) = (&body.blocks[then].statements, &body.blocks[otherwise].statements);
    let fits = tested.is_some_and(|statement| is_test(&statement.op))
        && end(then).is_some()
        && end(then) == end(otherwise)
        && typed.iter().any(|statement| matches!(statement.op, Op::Rt { .. }))
        && !typed.iter().any(|statement| is_call(&statement.op))
        && by_name.iter().any(|statement| is_call(&statement.op))
        && by_name.iter().all(|statement| is_call(&statement.op) || matches!(statement.op, Op::Box(_)));
    fits.then_some(otherwise)
}

fn want(wanted: &mut IndexVec<LocalId, bool>, operand: Operand) {
    if let Operand::Local(local) = operand {
        wanted[local] = true;
    }
}

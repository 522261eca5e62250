//! Which boxes MIR has that machine code has not: a number that is put into a value and only taken out again.
//!
//! ```text
//! p = V(0.5, 0.25)      fields of an instance that is not made are locals:   _5: value = box _1
//! total += p.x          and what is read from them was just put in:          _6: f64 = unbox _5
//! ```

use crate::index::IndexVec;
use crate::mir::{Block, Body, LocalId, Op, Operand};

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
        for block in body.blocks.iter().filter(|block| is_usual(block)) {
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

/// Code that mostly runs.
pub(super) fn is_usual(block: &Block) -> bool {
    !block.cold && !block.spare
}

fn want(wanted: &mut IndexVec<LocalId, bool>, operand: Operand) {
    if let Operand::Local(local) = operand {
        wanted[local] = true;
    }
}

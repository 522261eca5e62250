//! Which variables of a HIR function are still read after a point: what a leave has to hand over.
//!
//! Backward fixpoint over the blocks, as in `mir::liveness`. What a handler needs is live wherever its block may raise.

use crate::hir::{Block, BlockId, Function, VarId};
use crate::index::IndexVec;

/// Live variables at the start of each block of one function.
pub(crate) struct Liveness {
    at_start: IndexVec<BlockId, Bits>,
}

#[derive(Clone, PartialEq)]
struct Bits(Vec<u64>);

impl Bits {
    fn insert(&mut self, var: VarId) {
        self.0[var.index() / 64] |= 1 << (var.index() % 64);
    }
    fn remove(&mut self, var: VarId) {
        self.0[var.index() / 64] &= !(1 << (var.index() % 64));
    }
    fn union(&mut self, other: &Bits) {
        self.0.iter_mut().zip(&other.0).for_each(|(a, b)| *a |= b);
    }
}

impl Liveness {
    pub fn of(function: &Function) -> Self {
        let empty = Bits(vec![0; function.vars.len().div_ceil(64)]);
        let mut liveness = Self { at_start: IndexVec::from_elem(empty, function.blocks.len()) };
        loop {
            let mut changed = false;
            for (id, block) in function.blocks.iter_enumerated().rev() {
                let now = liveness.before(block, 0);
                if liveness.at_start[id] != now {
                    liveness.at_start[id] = now;
                    changed = true;
                }
            }
            if !changed {
                return liveness;
            }
        }
    }

    /// In the order of their numbers.
    pub fn live_at(&self, function: &Function, block: BlockId, instr: u32) -> Vec<VarId> {
        let bits = self.before(&function.blocks[block], instr as usize);
        function.vars.ids().filter(|var| bits.0[var.index() / 64] >> (var.index() % 64) & 1 == 1).collect()
    }

    /// What is live before instruction `from` of a block.
    fn before(&self, block: &Block, from: usize) -> Bits {
        let mut now = Bits(vec![0; self.at_start[BlockId::new(0)].0.len()]);
        for to in block.term.successors() {
            let mut state = self.at_start[to].clone();
            if block.term.def_successor() == Some(to) {
                block.term.def().into_iter().for_each(|var| state.remove(var));
            }
            now.union(&state);
        }
        let handler = block.handler.map(|handler| &self.at_start[handler]);
        if let Some(handler) = handler.filter(|_| block.term.can_raise()) {
            now.union(handler);
        }
        block.term.uses().into_iter().for_each(|var| now.insert(var));
        for instr in block.instrs.iter().skip(from).rev() {
            instr.dst.into_iter().for_each(|var| now.remove(var));
            instr.op.more_defs().into_iter().for_each(|var| now.remove(var));
            if let Some(handler) = handler.filter(|_| instr.op.can_raise()) {
                now.union(handler);
            }
            instr.op.for_each_use(&mut |var| now.insert(var));
        }
        now
    }
}

/// Whether some block can be reached from itself.
pub(crate) fn has_loop(function: &Function) -> bool {
    // Depth first; a loop is an edge to a block on the way here.
    let mut state: IndexVec<BlockId, u8> = IndexVec::from_elem(0, function.blocks.len());
    let mut stack = vec![(Function::ENTRY, false)];
    while let Some((id, done)) = stack.pop() {
        if done {
            state[id] = 2;
            continue;
        }
        if state[id] != 0 {
            continue;
        }
        state[id] = 1;
        stack.push((id, true));
        for to in function.blocks[id].term.successors() {
            match state[to] {
                0 => stack.push((to, false)),
                1 => return true,
                _ => {}
            }
        }
    }
    false
}

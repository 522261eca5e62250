//! Which locals are still read after a point.
//!
//! Backward fixpoint over the blocks: `live_in = uses ∪ (live_out − definitions)`, where what the handler needs is live at
//! every statement that may raise. Sets only grow, so it ends.

use crate::index::{Idx, IndexVec};
use crate::mir::body::{Block, BlockId, Body, LocalId, Operand, Terminator};

/// A set of locals.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct LocalSet {
    words: Vec<u64>,
}

impl LocalSet {
    pub fn new(body: &Body) -> Self {
        Self { words: vec![0; body.locals.len().div_ceil(64)] }
    }

    pub fn insert(&mut self, local: LocalId) {
        self.words[local.index() / 64] |= 1 << (local.index() % 64);
    }

    pub fn remove(&mut self, local: LocalId) {
        self.words[local.index() / 64] &= !(1 << (local.index() % 64));
    }

    pub fn contains(&self, local: LocalId) -> bool {
        self.words[local.index() / 64] >> (local.index() % 64) & 1 == 1
    }

    pub fn union(&mut self, other: &LocalSet) {
        self.words.iter_mut().zip(&other.words).for_each(|(a, b)| *a |= b);
    }

    /// Whether something went.
    pub fn intersect(&mut self, other: &LocalSet) -> bool {
        let before = self.words.clone();
        self.words.iter_mut().zip(&other.words).for_each(|(a, b)| *a &= b);
        self.words != before
    }

    pub fn intersection(&self, other: &LocalSet) -> LocalSet {
        let mut both = self.clone();
        both.intersect(other);
        both
    }

    pub fn iter(&self) -> impl Iterator<Item = LocalId> + '_ {
        self.words.iter().enumerate().flat_map(|(at, &word)| {
            (0..64).filter(move |bit| word >> bit & 1 == 1).map(move |bit| LocalId::from_usize(at * 64 + bit))
        })
    }

    pub fn insert_operand(&mut self, operand: Operand) {
        if let Operand::Local(local) = operand {
            self.insert(local);
        }
    }
}

/// The locals live at the start of each block.
pub fn live_at_start(body: &Body) -> IndexVec<BlockId, LocalSet> {
    let mut live = IndexVec::from_elem(LocalSet::new(body), body.blocks.len());
    loop {
        let mut changed = false;
        for id in body.blocks.ids().rev() {
            let now = before_block(body, &body.blocks[id], &live, |_, _| {});
            if live[id] != now {
                live[id] = now;
                changed = true;
            }
        }
        if !changed {
            return live;
        }
    }
}

/// What is live before a block, given what is live at the start of each. `visit` sees the set after each statement, last
/// one first.
pub fn before_block(
    body: &Body,
    block: &Block,
    live: &IndexVec<BlockId, LocalSet>,
    mut visit: impl FnMut(usize, &LocalSet),
) -> LocalSet {
    let mut now = before_terminator(body, block, live);
    for (at, statement) in block.statements.iter().enumerate().rev() {
        visit(at, &now);
        if let Some(dst) = statement.dst {
            now.remove(dst);
        }
        if let Some(handler) = block.handler.filter(|_| statement.op.may_raise()) {
            now.union(&live[handler]);
        }
        statement.op.operands(|operand| now.insert_operand(operand));
    }
    now
}

/// What is live before a block's terminator.
fn before_terminator(body: &Body, block: &Block, live: &IndexVec<BlockId, LocalSet>) -> LocalSet {
    let mut now = LocalSet::new(body);
    let definitions = block.terminator.definitions();
    for to in block.terminator.successors() {
        let mut state = live[to].clone();
        for &(local, at) in &definitions {
            if at == to {
                state.remove(local);
            }
        }
        now.union(&state);
    }
    if let Some(handler) = block.handler.filter(|_| block.terminator.may_raise()) {
        now.union(&live[handler]);
    }
    block.terminator.operands(|operand| now.insert_operand(operand));
    now
}

/// What is live across a `Yield`: at its resumption, or where an exception thrown in would go.
pub fn across_yield(body: &Body, block: &Block, live: &IndexVec<BlockId, LocalSet>) -> LocalSet {
    let Terminator::Yield { resume, sent, .. } = block.terminator else {
        return LocalSet::new(body);
    };
    let mut now = live[resume].clone();
    sent.into_iter().for_each(|sent| now.remove(sent));
    if let Some(handler) = block.handler {
        now.union(&live[handler]);
    }
    now
}

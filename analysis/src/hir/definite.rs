//! Definite assignment: which locals are surely bound where.
//!
//! A forward analysis over sets of variables; at joins the intersection. What a handler may rely on is what was bound
//! before the first instruction of the block that can raise, and is not unbound after it. It ends because sets only shrink.

use super::{BlockId, Function, LocalRef, Op, VarId, VarKind};
use crate::index::IndexVec;

/// A set of variables.
#[derive(Clone, PartialEq, Eq)]
pub(super) struct VarSet(Vec<u64>);

impl VarSet {
    fn empty(vars: usize) -> Self {
        Self(vec![0; vars.div_ceil(64)])
    }

    fn full(vars: usize) -> Self {
        Self(vec![!0; vars.div_ceil(64)])
    }

    pub fn contains(&self, var: VarId) -> bool {
        self.0[var.index() / 64] >> (var.index() % 64) & 1 == 1
    }

    pub fn insert(&mut self, var: VarId) {
        self.0[var.index() / 64] |= 1 << (var.index() % 64);
    }

    pub fn remove(&mut self, var: VarId) {
        self.0[var.index() / 64] &= !(1 << (var.index() % 64));
    }

    /// Returns whether something went.
    fn intersect(&mut self, other: &VarSet) -> bool {
        let mut changed = false;
        for (word, other) in self.0.iter_mut().zip(&other.0) {
            changed |= *word & !other != 0;
            *word &= other;
        }
        changed
    }
}

/// What is bound where each block begins.
pub(super) fn bound_at_entry(function: &Function) -> IndexVec<BlockId, VarSet> {
    let count = function.vars.len();
    let mut at_entry = IndexVec::from_elem(VarSet::full(count), function.blocks.len());
    let mut start = VarSet::empty(count);
    for param in &function.params {
        start.insert(param.var);
    }
    at_entry[Function::ENTRY] = start;
    let mut changed = true;
    while changed {
        changed = false;
        for (id, block) in function.blocks.iter_enumerated() {
            let mut state = at_entry[id].clone();
            let mut surviving: Option<VarSet> = None;
            for instr in &block.instrs {
                if surviving.is_none() && instr.op.can_raise() {
                    surviving = Some(state.clone());
                }
                step(&mut state, instr.dst, &instr.op);
                if let (Some(dst), Op::Unbind, Some(surviving)) = (instr.dst, &instr.op, &mut surviving) {
                    surviving.remove(dst);
                }
            }
            if surviving.is_none() && block.term.can_raise() {
                surviving = Some(state.clone());
            }
            for to in block.term.successors() {
                let mut arriving = state.clone();
                if let (Some(def), true) = (block.term.def(), block.term.def_successor() == Some(to)) {
                    arriving.insert(def);
                }
                changed |= at_entry[to].intersect(&arriving);
            }
            if let (Some(handler), Some(surviving)) = (block.handler, surviving) {
                changed |= at_entry[handler].intersect(&surviving);
            }
        }
    }
    at_entry
}

/// The effect of one instruction on what is bound after it.
pub(super) fn step(state: &mut VarSet, dst: Option<VarId>, op: &Op) {
    if let Op::CheckBound(var) = op {
        state.insert(*var);
    }
    for var in op.more_defs() {
        state.insert(var);
    }
    if let Some(dst) = dst {
        match op {
            Op::Unbind => state.remove(dst),
            _ => state.insert(dst),
        }
    }
}

/// Removes each `CheckBound` that cannot fail, and marks the locals that may be unbound when they are used.
pub(super) fn settle_checks(function: &mut Function) {
    let at_entry = bound_at_entry(function);
    let mut unsure: Vec<VarId> = Vec::new();
    for (id, block) in function.blocks.iter_enumerated_mut() {
        let mut state = at_entry[id].clone();
        block.instrs.retain(|instr| {
            let keep = match &instr.op {
                Op::CheckBound(var) if state.contains(*var) => false,
                Op::CheckBound(var) => {
                    unsure.push(*var);
                    true
                }
                Op::Locals(pairs) | Op::FinalizeDead(pairs) => {
                    for (_, place) in pairs {
                        if let LocalRef::Var(var) = place
                            && !state.contains(*var)
                        {
                            unsure.push(*var);
                        }
                    }
                    true
                }
                _ => true,
            };
            step(&mut state, instr.dst, &instr.op);
            keep
        });
        for instr in &block.instrs {
            if let (Some(dst), Op::Unbind) = (instr.dst, &instr.op) {
                unsure.push(dst);
            }
        }
    }
    for var in unsure {
        debug_assert_eq!(function.vars[var].kind, VarKind::Local);
        function.vars[var].maybe_unbound = true;
    }
}

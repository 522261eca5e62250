//! Ints that a loop computes of what it does not change, so that they can be computed before it.

use crate::mir::body::*;
use crate::mir::liveness::LocalSet;
use crate::mir::loops::Loop;
use std::collections::BTreeMap;

/// Operators that may be computed where the loop would not: on 64 bits, whatever they are given.
type Computation = (IntOp, Operand, Operand);

/// See the head of the file.
#[derive(Clone)]
pub(super) struct Invariants {
    /// Each before those that are made of it; of equal ones only the first.
    computations: Vec<(LocalId, Computation)>,
    /// What each such variable is: another one that holds the same, or what it is a copy of.
    representatives: BTreeMap<LocalId, Operand>,
    assigned: BTreeMap<LocalId, u32>,
}

impl Invariants {
    pub(super) fn of(
        body: &Body,
        found: &Loop,
        assigned: &BTreeMap<LocalId, u32>,
        live: &LocalSet,
    ) -> Invariants {
        let mut all =
            Invariants { computations: vec![], representatives: BTreeMap::new(), assigned: assigned.clone() };
        for &id in &found.blocks {
            let block = &body.blocks[id];
            for statement in &block.statements {
                let Some(dst) = statement.dst else { continue };
                match statement.op {
                    Op::Copy(from) => all.copy(dst, from, live),
                    Op::Int(op, a, b) => all.compute(dst, op, a, b, live),
                    _ => {}
                }
            }
            if let Terminator::CheckedInt { op, dst, a, b, .. } = block.terminator {
                let op = match op {
                    CheckedIntOp::Add => IntOp::Add,
                    CheckedIntOp::Sub => IntOp::Sub,
                    CheckedIntOp::Mul => IntOp::Mul,
                    _ => continue,
                };
                all.compute(dst, op, a, b, live);
            }
        }
        all
    }

    fn is_of_turn(&self, local: LocalId, live: &LocalSet) -> bool {
        self.assigned.get(&local) == Some(&1) && !live.contains(local)
    }

    fn copy(&mut self, dst: LocalId, from: Operand, live: &LocalSet) {
        if let Some(from) = self.representative(from).filter(|_| self.is_of_turn(dst, live)) {
            self.representatives.insert(dst, from);
        }
    }

    fn compute(&mut self, dst: LocalId, op: IntOp, a: Operand, b: Operand, live: &LocalSet) {
        // What is proven to fit holds where the loop computes it, and there only.
        let op = match op {
            IntOp::Add | IntOp::WrapAdd => IntOp::WrapAdd,
            IntOp::Sub | IntOp::WrapSub => IntOp::WrapSub,
            IntOp::Mul | IntOp::WrapMul => IntOp::WrapMul,
            IntOp::And | IntOp::Or | IntOp::Xor => op,
            _ => return,
        };
        let (Some(a), Some(b)) = (self.representative(a), self.representative(b)) else { return };
        if !self.is_of_turn(dst, live) {
            return;
        }
        let computation = (op, a, b);
        let same = self.computations.iter().find(|(_, known)| *known == computation).map(|(local, _)| *local);
        if same.is_none() {
            self.computations.push((dst, computation));
        }
        self.representatives.insert(dst, same.unwrap_or(dst).into());
    }

    /// An operand that the loop does not change, or what stands for all that are equal to it; none if turns change it.
    pub(super) fn representative(&self, operand: Operand) -> Option<Operand> {
        match operand {
            Operand::Local(local) if self.assigned.contains_key(&local) => {
                self.representatives.get(&local).copied()
            }
            fixed => Some(fixed),
        }
    }

    /// What must be computed, in order, so that a representative is known.
    pub(super) fn needed(&self, wanted: Operand) -> Vec<(LocalId, Computation)> {
        let mut needed = vec![wanted];
        let mut answer = vec![];
        for &(local, computation) in self.computations.iter().rev() {
            if needed.contains(&local.into()) {
                needed.extend([computation.1, computation.2]);
                answer.push((local, computation));
            }
        }
        answer.reverse();
        answer
    }
}

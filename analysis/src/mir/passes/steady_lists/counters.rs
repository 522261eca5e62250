//! The variable that counts a loop's turns, and which other ints are known by their distance from it.
//!
//! ```python
//! for j in range(n):
//!     total += cells[row * width + j - 1]        # at -1, and at what the loop does not change
//! ```

use super::{Steady, Variables};
use crate::mir::body::*;
use crate::mir::loops::Dominators;
use runtime_interface::tag;
use std::collections::BTreeMap;

/// Distances from the counter that are looked at.
const FARTHEST: i64 = 1 << 20;

/// The variable that counts the turns: at the head it is below the stop (or above, where it counts down).
pub(super) struct Counter {
    pub(super) next: LocalId,
    pub(super) stop: Stop,
    pub(super) step: i64,
    /// Where it is changed.
    pub(super) block: BlockId,
    pub(super) at: usize,
}

pub(super) enum Stop {
    Operand(Operand),
    /// The length of a steady list.
    Length(usize),
    /// That of a text.
    TextLength(Operand, u64),
}

/// How far an int is from the counter at the head of the turn.
#[derive(Clone, Copy, PartialEq, Debug)]
pub(super) struct Distance {
    pub(super) by: i64,
    /// What the loop does not change, added or (`true`) subtracted.
    pub(super) term: Option<(bool, Operand)>,
}

impl Distance {
    pub(super) const NONE: Distance = Distance::by(0);

    const fn by(by: i64) -> Distance {
        Distance { by, term: None }
    }

    fn further(self, by: i64) -> Option<Distance> {
        let by = self.by.checked_add(by).filter(|by| by.abs() <= FARTHEST)?;
        Some(Distance { by, ..self })
    }

    fn with(self, is_subtracted: bool, term: Operand) -> Option<Distance> {
        match (self.term, term) {
            (_, Operand::Const(Const::I64(by))) if is_subtracted => self.further(by.checked_neg()?),
            (_, Operand::Const(Const::I64(by))) => self.further(by),
            (None, Operand::Local(_)) => Some(Distance { term: Some((is_subtracted, term)), ..self }),
            _ => None,
        }
    }

    /// Whether it is below the counter and no negative number, if the counter starts there.
    pub(super) fn is_below(self, start: i64) -> bool {
        self.term.is_none() && self.by <= 0 && start >= -self.by
    }
}

impl Variables<'_> {
    pub(super) fn counter(
        &self,
        dominators: &Dominators,
        of_local: &BTreeMap<LocalId, usize>,
        lists: &[Steady],
    ) -> Option<Counter> {
        let header = self.found.header();
        let block = &self.body.blocks[header];
        let Terminator::Branch { cond: Operand::Local(cond), then, otherwise } = block.terminator else {
            return None;
        };
        if !self.found.blocks.contains(&then) || self.found.blocks.contains(&otherwise) {
            return None;
        }
        let test = block.statements.iter().rev().find(|statement| statement.dst == Some(cond))?;
        let Op::CompareInt(op @ (CompareOp::Lt | CompareOp::Gt), Operand::Local(next), stop) = test.op else {
            return None;
        };
        let step = if op == CompareOp::Lt { 1 } else { -1 };
        if self.assigned.get(&next) != Some(&1) {
            return None;
        }
        let (block, at) = self.found.blocks.iter().find_map(|&id| {
            let at = self.body.blocks[id].statements.iter().position(|s| s.dst == Some(next))?;
            Some((id, at))
        })?;
        if block == header {
            return None;
        }
        let stop = match stop {
            stop if self.is_fixed(stop) => Stop::Operand(stop),
            Operand::Local(local) if self.is_of_turn(local) => {
                let len = self.body.blocks[header].statements.iter().find(|s| s.dst == Some(local))?;
                match len.op {
                    Op::ListLen(Operand::Local(list)) => {
                        let list = *of_local.get(&list)?;
                        lists[list].is_steady().then_some(Stop::Length(list))?
                    }
                    Op::TextLen(text, of @ (tag::STR | tag::BYTES)) if self.is_fixed(text) => {
                        Stop::TextLength(text, of)
                    }
                    _ => return None,
                }
            }
            _ => return None,
        };
        let counter = Counter { next, stop, step, block, at };
        let distances = self.distances(&counter, dominators);
        let changed = self.distance(&self.body.blocks[block].statements[at].op, |operand| match operand {
            Operand::Local(local) if local == next => Some(Distance::NONE),
            Operand::Local(local) => distances.get(&local).copied(),
            Operand::Const(_) => None,
        });
        (changed == Some(Distance::by(step))).then_some(counter)
    }

    /// The least value that a counter which goes up starts with, where all of them stand in the text.
    pub(super) fn start(&self, counter: &Counter) -> Option<i64> {
        let outside = |local: LocalId, from: &[BlockId]| -> Option<Vec<Op>> {
            let mut ops = vec![];
            if self.params.contains(local) {
                return None;
            }
            for id in self.body.blocks.ids().filter(|id| !from.contains(id)) {
                let block = &self.body.blocks[id];
                if block.terminator.definitions().iter().any(|&(defined, _)| defined == local) {
                    return None;
                }
                ops.extend(block.statements.iter().filter(|s| s.dst == Some(local)).map(|s| s.op.clone()));
            }
            Some(ops)
        };
        let mut least: Option<i64> = None;
        let mut work: Vec<Op> = outside(counter.next, &self.found.blocks)?;
        // A few copies stand between the text's constant and the counter.
        for _ in 0..16 {
            match work.pop() {
                None => return least.filter(|_| counter.step == 1),
                Some(Op::Copy(Operand::Const(Const::I64(value)))) => {
                    least = Some(least.map_or(value, |least| least.min(value)));
                }
                Some(Op::Copy(Operand::Local(from))) => work.extend(outside(from, &[])?),
                Some(_) => return None,
            }
        }
        None
    }

    /// How far the result of an operation is from the counter, if its operands are `of` that.
    fn distance(&self, op: &Op, of: impl Fn(Operand) -> Option<Distance>) -> Option<Distance> {
        let sum = |a: Operand, b: Operand| {
            let one = |a, b| of(a)?.with(false, self.invariants.representative(b)?);
            one(a, b).or_else(|| one(b, a))
        };
        match *op {
            Op::Copy(from) => of(from),
            Op::Int(IntOp::Add, a, b) => sum(a, b),
            Op::Int(IntOp::Sub, a, b) => of(a)?.with(true, self.invariants.representative(b)?),
            _ => None,
        }
    }

    /// How far from the counter's value at the head of the turn the other ints are.
    pub(super) fn distances(
        &self,
        counter: &Counter,
        dominators: &Dominators,
    ) -> BTreeMap<LocalId, Distance> {
        let mut distances: BTreeMap<LocalId, Distance> = BTreeMap::new();
        for &id in &self.found.blocks {
            let block = &self.body.blocks[id];
            let statements = block.statements.iter().map(|statement| (statement.dst, statement.op.clone()));
            let checked = match block.terminator {
                Terminator::CheckedInt { op: CheckedIntOp::Add, dst, a, b, .. } => {
                    Some((Some(dst), Op::Int(IntOp::Add, a, b)))
                }
                Terminator::CheckedInt { op: CheckedIntOp::Sub, dst, a, b, .. } => {
                    Some((Some(dst), Op::Int(IntOp::Sub, a, b)))
                }
                _ => None,
            };
            for (at, (dst, op)) in statements.chain(checked).enumerate() {
                let Some(dst) = dst.filter(|&dst| self.is_of_turn(dst)) else { continue };
                let of = |operand| match operand {
                    Operand::Local(local) if local == counter.next => counter.distance_at(id, at, dominators),
                    Operand::Local(local) => distances.get(&local).copied(),
                    Operand::Const(_) => None,
                };
                if let Some(distance) = self.distance(&op, of) {
                    distances.insert(dst, distance);
                }
            }
        }
        distances
    }
}

impl Counter {
    /// How far the variable itself is from what it was at the head of the turn, before the statement there.
    pub(super) fn distance_at(&self, block: BlockId, at: usize, dominators: &Dominators) -> Option<Distance> {
        if block == self.block {
            Some(Distance::by(if at <= self.at { 0 } else { self.step }))
        } else if dominators.dominates(block, self.block) {
            Some(Distance::NONE)
        } else {
            dominators.dominates(self.block, block).then_some(Distance::by(self.step))
        }
    }
}

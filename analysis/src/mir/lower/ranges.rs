//! `for i in range(...)` over ints: no range object, no iterator, a counter.
//!
//! ```text
//! for i in range(a, b):          next = a
//!     body                =>     while next < b: i = next; next += 1; body
//! ```
//!
//! With a step other than 1 and -1 the turns left are counted instead, so that the counter may pass the end of `i64`.

use super::function::{FunctionLowering, Home};
use crate::hir::{self, VarId};
use crate::mir::body::*;
use crate::mir::repr::Repr;
use crate::types::Point;
use runtime_interface::rows::Rt;

/// The ints that stand for a range or its iterator.
#[derive(Clone, Copy, Debug)]
pub(super) struct Counter {
    /// The start; of an iterator the next item.
    next: LocalId,
    stop: LocalId,
    step: LocalId,
    /// Turns left: only where the step is not constantly 1 or -1.
    turns: LocalId,
    /// The step if it is 1 or -1.
    unit_step: Option<i64>,
}

impl FunctionLowering<'_, '_> {
    pub fn new_counter(&mut self) -> Counter {
        let [next, stop, step, turns] = std::array::from_fn(|_| self.body.new_local(Repr::I64));
        Counter { next, stop, step, turns, unit_step: None }
    }

    /// An empty range, where it is never iterated over.
    pub fn count_nothing(&mut self, counter: Counter) {
        for (local, int) in [(counter.next, 0), (counter.stop, 0), (counter.step, 1), (counter.turns, 0)] {
            self.emit(Some(local), Op::Copy(Const::I64(int).into()));
        }
    }

    /// Finds the steps that are 1 or -1, before anything is lowered: a loop may stand before its range in the order of blocks.
    pub fn find_constant_steps(&mut self) {
        let function = self.function;
        let instrs = || function.blocks.iter().flat_map(|block| &block.instrs);
        for instr in instrs() {
            let (Some(dst), hir::Op::Call { args, .. }) = (instr.dst, &instr.op) else { continue };
            if let Home::Range(mut counter) = self.homes[dst] {
                counter.unit_step = match args.get(2).map(|&step| self.homes[step]) {
                    None => Some(1),
                    Some(Home::Const(Const::IntValue(step @ (1 | -1)))) => Some(step),
                    Some(_) => None,
                };
                self.homes[dst] = Home::Range(counter);
            }
        }
        for instr in instrs() {
            let (Some(dst), hir::Op::GetIter(range)) = (instr.dst, &instr.op) else { continue };
            if let (Home::RangeIterator(mut counter), Home::Range(range)) =
                (self.homes[dst], self.homes[*range])
            {
                counter.unit_step = range.unit_step;
                self.homes[dst] = Home::RangeIterator(counter);
            }
        }
    }

    /// Lowers the making of a range or its iterator; false if the op does neither for a counter.
    pub fn range_op(&mut self, dst: Option<VarId>, op: &hir::Op) -> bool {
        let Some(dst) = dst else { return false };
        match (op, self.homes[dst]) {
            (hir::Op::Call { args, .. }, Home::Range(counter)) => {
                self.make_range(counter, args);
                true
            }
            (hir::Op::GetIter(range), Home::RangeIterator(counter)) => {
                let Home::Range(range) = self.homes[*range] else {
                    unreachable!("the iterator of a range that is no counter")
                };
                self.make_iterator(counter, range);
                true
            }
            _ => false,
        }
    }

    fn make_range(&mut self, counter: Counter, args: &[VarId]) {
        let ints: Vec<Operand> = args
            .iter()
            .map(|&arg| {
                let arg = self.operand(arg);
                self.unbox_or(arg, Repr::I64, |this| this.leave_before())
            })
            .collect();
        let (zero, one) = (Operand::Const(Const::I64(0)), Operand::Const(Const::I64(1)));
        let (start, stop, step) = match ints[..] {
            [stop] => (zero, stop, one),
            [start, stop] => (start, stop, one),
            [start, stop, step] => (start, stop, step),
            _ => unreachable!("a range has one to three arguments"),
        };
        if counter.unit_step.is_none() {
            // `range(a, b, 0)` is a ValueError, raised by the continuation.
            let is_zero = self.compute(Repr::Bool, Op::CompareInt(CompareOp::Eq, step, zero));
            let (leave, go_on) = (self.leave_before(), self.new_block());
            self.branch(is_zero, leave, go_on);
            self.current = go_on;
        }
        for (local, int) in [(counter.next, start), (counter.stop, stop), (counter.step, step)] {
            self.emit(Some(local), Op::Copy(int));
        }
    }

    fn make_iterator(&mut self, counter: Counter, range: Counter) {
        for (to, from) in [(counter.next, range.next), (counter.stop, range.stop), (counter.step, range.step)]
        {
            self.emit(Some(to), Op::Copy(from.into()));
        }
        if counter.unit_step.is_none() {
            let args = [range.next, range.stop, range.step].map(|local| Arg::Operand(local.into()));
            self.rt(Some(counter.turns), Rt::tp_range_length, args);
        }
    }

    /// The head of the loop.
    pub fn count(&mut self, counter: Counter, dst: VarId, body: hir::BlockId, exit: hir::BlockId) {
        let test = match counter.unit_step {
            Some(1) => Op::CompareInt(CompareOp::Lt, counter.next.into(), counter.stop.into()),
            Some(_) => Op::CompareInt(CompareOp::Gt, counter.next.into(), counter.stop.into()),
            None => Op::CompareInt(CompareOp::Gt, counter.turns.into(), Const::I64(0).into()),
        };
        let more = self.compute(Repr::Bool, test);
        let turn = self.new_block();
        self.branch(more, turn, self.blocks[exit]);
        self.current = turn;
        let item = self.compute(Repr::I64, Op::Copy(counter.next.into()));
        let step = match counter.unit_step {
            Some(step) => Const::I64(step).into(),
            None => {
                let one = Const::I64(1).into();
                self.emit(Some(counter.turns), Op::Int(IntOp::Sub, counter.turns.into(), one));
                counter.step.into()
            }
        };
        // After the last turn the sum may not fit; it is not looked at then.
        self.emit(Some(counter.next), Op::Int(IntOp::Add, counter.next.into(), step));
        self.after = Point { block: body, instr: 0 };
        self.define(dst, item);
        self.terminate(Terminator::Goto(self.blocks[body]));
    }

    /// The range or iterator as a Python object.
    pub fn counter_object(&mut self, counter: Counter, iterator: bool) -> Operand {
        self.range_object(counter.next.into(), counter.stop.into(), counter.step.into(), iterator)
    }
}

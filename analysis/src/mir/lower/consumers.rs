//! What builtins do with a generator inlined into their call (`hir/inline`): `sum`, and variables that start without a value.
//!
//! `sum` adds ints exactly, then floats with the part that each addition loses kept aside (`carry`), then anything. While
//! no float was added yet, the carry of an unboxed float sum is -0.0, which no carry ever becomes: the sum of nothing is the
//! int 0.

use super::function::{FunctionLowering, Home};
use crate::hir::{self, VarId};
use crate::mir::body::*;
use crate::mir::repr::Repr;
use runtime_interface::rows::Rt;

const NOTHING_YET: Operand = Operand::Const(Const::F64((-0.0f64).to_bits()));

impl FunctionLowering<'_, '_> {
    /// Lowers an op of this family; false if it is none.
    pub fn consumer_op(&mut self, dst: Option<VarId>, op: &hir::Op) -> bool {
        if let hir::Op::SortBy { items, keys, reverse } = op {
            let count = Const::I64(keys.len() as i64);
            let args = vec![
                Arg::Operand(self.value(*items)),
                Arg::Values(self.values(keys)),
                Arg::Operand(count.into()),
                Arg::Operand(Const::I64((*reverse).into()).into()),
            ];
            self.rt(None, Rt::tp_sort_by, args);
            return true;
        }
        let Some(dst) = dst else { return false };
        match *op {
            hir::Op::Placeholder => self.hold_nothing(dst),
            hir::Op::IsFunction(callee, function) => {
                let callee = self.value(callee);
                let code = self.program.code(function);
                self.assign(Some(dst), Repr::Bool, Op::FunctionIs(callee, code));
            }
            hir::Op::SumStart { carry } => {
                let (zero, lost) = match self.repr_of_var(dst) {
                    Repr::F64 => (Operand::Const(Const::F64(0)), NOTHING_YET),
                    _ => (Const::I64(0).into(), Const::I64(0).into()),
                };
                self.define_all(&[(dst, zero), (carry, lost)]);
            }
            hir::Op::SumStep { total, carry, item } => self.sum_step(total, carry, item),
            hir::Op::SumEnd { total, carry } => self.sum_end(dst, total, carry),
            _ => return false,
        }
        true
    }

    fn repr_of_var(&self, var: VarId) -> Repr {
        match self.homes[var] {
            Home::Local(local) => self.body.locals[local].repr,
            _ => Repr::Value,
        }
    }

    /// Something that the variable can hold, whatever it lives as.
    fn hold_nothing(&mut self, var: VarId) {
        let nothing: Operand = match self.homes[var] {
            Home::Range(counter) | Home::RangeIterator(counter) => return self.count_nothing(counter),
            Home::Pairs(number) => return self.pair_nothing(number),
            Home::ListIterator(found) => return self.list_nothing(found),
            Home::TupleIterator(found) => return self.tuple_nothing(found),
            Home::TextIterator(found) => return self.text_nothing(found),
            _ => match self.repr_of_var(var) {
                Repr::I64 => Const::I64(0).into(),
                Repr::F64 => Const::F64(0).into(),
                Repr::Bool => Const::Bool(false).into(),
                _ => Const::None.into(),
            },
        };
        self.define(var, nothing);
    }

    fn sum_step(&mut self, total: VarId, carry: VarId, item: VarId) {
        let (sum, term) = (self.operand(total), self.unboxed(item));
        match (self.body.repr(sum), self.body.repr(term)) {
            (Repr::I64, Repr::I64 | Repr::Bool) => {
                let term = self.as_int(term);
                let sum = self.checked(CheckedIntOp::Add, sum, term);
                self.define(total, sum);
            }
            (Repr::F64, Repr::F64) => {
                let lost = self.operand(carry);
                let (sum, lost) = self.add_keeping_lost(sum, lost, term);
                self.define_all(&[(total, sum), (carry, lost)]);
            }
            _ => {
                let array = self.scratch(2);
                let args = [self.value(total), self.value(carry), self.value(item), array];
                self.rt(None, Rt::tp_sum_step, args.map(Arg::Operand));
                self.take_items(array, &[total, carry]);
            }
        }
    }

    /// The new sum and what has been lost so far, as Neumaier has it.
    fn add_keeping_lost(&mut self, sum: Operand, lost: Operand, term: Operand) -> (Operand, Operand) {
        let float = |op, a, b| Op::Float(op, a, b);
        let total = self.compute(Repr::F64, float(FloatOp::Add, sum, term));
        let sizes = [sum, term].map(|x| self.compute(Repr::F64, Op::FloatAbs(x)));
        let is_larger = self.compute(Repr::Bool, Op::CompareFloat(CompareOp::Ge, sizes[0], sizes[1]));
        let larger = self.compute_local(Repr::F64, Op::Copy(sum));
        let smaller = self.compute_local(Repr::F64, Op::Copy(term));
        let (exchange, go_on) = (self.new_block(), self.new_block());
        self.branch(is_larger, go_on, exchange);
        self.current = exchange;
        self.emit(Some(larger), Op::Copy(term));
        self.emit(Some(smaller), Op::Copy(sum));
        self.terminate(Terminator::Goto(go_on));
        self.current = go_on;
        let kept = self.compute(Repr::F64, float(FloatOp::Sub, larger.into(), total));
        let part = self.compute(Repr::F64, float(FloatOp::Add, kept, smaller.into()));
        (total, self.compute(Repr::F64, float(FloatOp::Add, lost, part)))
    }

    fn sum_end(&mut self, dst: VarId, total: VarId, carry: VarId) {
        let sum = self.operand(total);
        if self.body.repr(sum) == Repr::I64 {
            return self.define(dst, sum);
        }
        let args = [self.value(total), self.value(carry)].map(Arg::Operand).into();
        let result = self.compute(Repr::Value, Op::Rt { row: Rt::tp_sum_end, args });
        self.define(dst, result);
    }
}

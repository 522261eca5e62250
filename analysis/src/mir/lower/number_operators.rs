//! Operators where a variable holds ints at some times and floats at others: a total that starts as `0`.
//!
//! ```python
//! total = 0
//! for x in xs:
//!     total += x * 0.5        # int + float, then float + float
//! ```
//!
//! The variable is a `Value`; where the other operand is a float, so is the result, and all that is needed is the
//! variable's float: unboxed behind one test of the tag, or converted. What is neither leaves before the instruction.

use super::function::FunctionLowering;
use super::operators::{binary_op, compare_op};
use crate::hir::{self, BinaryOp as B, VarId};
use crate::mir::body::*;
use crate::mir::repr::Repr;
use crate::types::Type;
use runtime_interface::tag;

/// Ints between minus this and this have an exact float.
const EXACT: i64 = 1 << 53;

impl FunctionLowering<'_, '_> {
    /// Lowers an operator of which an operand is an int or a float; false if it is none.
    pub fn number_operator(&mut self, dst: Option<VarId>, op: &hir::Op) -> bool {
        if !self.is_typed() {
            return false;
        }
        let (hir::Op::Binary(op, a, b) | hir::Op::InPlace(op, a, b)) = *op else { return false };
        if !(self.is_number(a) || self.is_number(b)) || !self.is_numeric(a) || !self.is_numeric(b) {
            return false;
        }
        if self.is_float(a) || self.is_float(b) {
            let (a, b) = (self.float_of(a), self.float_of(b));
            return self.float_binary(dst, op, a, b);
        }
        if !matches!(op, B::Add | B::Sub | B::Mul) {
            return false;
        }
        // Both may be ints: then it is int arithmetic, which may outgrow 64 bits.
        let result = self.body.new_local(Repr::Value);
        let [floats, ints, join] = std::array::from_fn(|_| self.new_block());
        for var in [a, b] {
            if self.is_number(var) {
                let value = self.value(var);
                let is_float = self.compute(Repr::Bool, Op::TagIs(value, tag::FLOAT));
                let next = self.new_block();
                self.branch(is_float, floats, next);
                self.current = next;
            }
        }
        self.terminate(Terminator::Goto(ints));
        self.current = ints;
        let (x, y) = (self.value(a), self.value(b));
        self.emit(Some(result), Op::Binary { op: binary_op(op), inplace: false, a: x, b: y });
        self.terminate(Terminator::Goto(join));
        self.current = floats;
        let (x, y) = (self.float_of(a), self.float_of(b));
        let op = match op {
            B::Add => FloatOp::Add,
            B::Sub => FloatOp::Sub,
            _ => FloatOp::Mul,
        };
        let float = self.compute(Repr::F64, Op::Float(op, x, y));
        self.emit(Some(result), Op::Box(float));
        self.terminate(Terminator::Goto(join));
        self.current = join;
        dst.into_iter().for_each(|dst| self.define(dst, result.into()));
        true
    }

    /// `a op b` as `Bool`, where one operand is a float and the other an int or a float.
    pub fn number_compare(&mut self, op: hir::CompareOp, a: VarId, b: VarId) -> Option<Operand> {
        let is_mixed = self.is_number(a) && self.is_float(b) || self.is_float(a) && self.is_number(b);
        if !self.is_typed() || !is_mixed {
            return None;
        }
        let (a, b) = (self.exact_float_of(a), self.exact_float_of(b));
        Some(self.compute(Repr::Bool, Op::CompareFloat(compare_op(op), a, b)))
    }

    fn is_number(&self, var: VarId) -> bool {
        self.program.types.var(self.key, var) == Type::Number
    }

    fn is_float(&mut self, var: VarId) -> bool {
        let operand = self.unboxed(var);
        self.body.repr(operand) == Repr::F64
    }

    fn is_numeric(&mut self, var: VarId) -> bool {
        let operand = self.unboxed(var);
        self.is_number(var) || matches!(self.body.repr(operand), Repr::F64 | Repr::I64 | Repr::Bool)
    }

    /// The number as a float, an int rounded as Python does when it meets one.
    fn float_of(&mut self, var: VarId) -> Operand {
        let operand = self.unboxed(var);
        match self.body.repr(operand) {
            Repr::Value => self.float_in(operand, false),
            _ => self.as_float(operand),
        }
    }

    /// The same where no int may be rounded: a comparison.
    fn exact_float_of(&mut self, var: VarId) -> Operand {
        let operand = self.unboxed(var);
        match self.body.repr(operand) {
            Repr::Value => self.float_in(operand, true),
            _ => operand,
        }
    }

    fn float_in(&mut self, value: Operand, exact: bool) -> Operand {
        let result = self.body.new_local(Repr::F64);
        let [float, other, int, join] = std::array::from_fn(|_| self.new_block());
        let is_float = self.compute(Repr::Bool, Op::TagIs(value, tag::FLOAT));
        self.branch(is_float, float, other);
        self.current = float;
        self.emit(Some(result), Op::Unbox(value));
        self.terminate(Terminator::Goto(join));
        self.current = other;
        let is_int = self.compute(Repr::Bool, Op::TagIs(value, tag::INT));
        let leave = self.leave_before();
        self.branch(is_int, int, leave);
        self.current = int;
        let int = self.compute(Repr::I64, Op::Unbox(value));
        if exact {
            for (op, bound) in [(CompareOp::Lt, -EXACT), (CompareOp::Gt, EXACT)] {
                self.leave_if(Op::CompareInt(op, int, Const::I64(bound).into()));
            }
        }
        self.emit(Some(result), Op::IntToFloat(int));
        self.terminate(Terminator::Goto(join));
        self.current = join;
        result.into()
    }
}

//! Operators on unboxed operands. Each answers false where the operands are not of types that it knows; the dynamic
//! operators then do the work.
//!
//! Int arithmetic that may overflow leaves before the instruction, whose dynamic form then makes the big integer. A
//! divisor of zero raises through the dynamic operator's own row, which has the right words.

use super::function::FunctionLowering;
use super::operators::compare_op;
use crate::hir::{self, BinaryOp as B, VarId};
use crate::mir::body::*;
use crate::mir::repr::Repr;
use runtime_interface::rows::Rt;

const ZERO: Operand = Operand::Const(Const::I64(0));
const ZERO_FLOAT: Operand = Operand::Const(Const::F64(0));
/// Ints up to here have an exact float.
const EXACT: u64 = 1 << 53;

impl FunctionLowering<'_, '_> {
    /// Lowers an operator on unboxed operands; false if it is none.
    pub fn typed_operator(&mut self, dst: Option<VarId>, op: &hir::Op) -> bool {
        if !self.is_typed() {
            return false;
        }
        match *op {
            hir::Op::Binary(op, a, b) | hir::Op::InPlace(op, a, b) => {
                let (a, b) = (self.unboxed(a), self.unboxed(b));
                match (self.body.repr(a), self.body.repr(b)) {
                    (Repr::Bool, Repr::Bool) if matches!(op, B::And | B::Or | B::Xor) => false,
                    (Repr::I64 | Repr::Bool, Repr::I64 | Repr::Bool) => {
                        let (a, b) = (self.as_int(a), self.as_int(b));
                        self.int_binary(dst, op, a, b)
                    }
                    (Repr::F64, Repr::I64 | Repr::Bool | Repr::F64) | (Repr::I64 | Repr::Bool, Repr::F64) => {
                        self.float_binary(dst, op, a, b)
                    }
                    _ => false,
                }
            }
            hir::Op::Unary(op, a) => {
                let a = self.unboxed(a);
                self.typed_unary(dst, op, a)
            }
            _ => false,
        }
    }

    /// A variable as it is, constants unboxed.
    pub fn unboxed(&mut self, var: VarId) -> Operand {
        match self.operand(var) {
            Operand::Const(Const::IntValue(i)) => Const::I64(i).into(),
            Operand::Const(Const::FloatValue(bits)) => Const::F64(bits).into(),
            Operand::Const(Const::BoolValue(b)) => Const::Bool(b).into(),
            operand => operand,
        }
    }

    pub fn as_int(&mut self, operand: Operand) -> Operand {
        match operand {
            Operand::Const(Const::Bool(b)) => Const::I64(b.into()).into(),
            _ if self.body.repr(operand) == Repr::Bool => self.compute(Repr::I64, Op::BoolToInt(operand)),
            _ => operand,
        }
    }

    pub fn as_float(&mut self, operand: Operand) -> Operand {
        match operand {
            Operand::Const(Const::I64(i)) => Const::F64((i as f64).to_bits()).into(),
            _ if self.body.repr(operand) == Repr::F64 => operand,
            _ => {
                let int = self.as_int(operand);
                self.compute(Repr::F64, Op::IntToFloat(int))
            }
        }
    }

    fn int_binary(&mut self, dst: Option<VarId>, op: hir::BinaryOp, a: Operand, b: Operand) -> bool {
        let constant = match b {
            Operand::Const(Const::I64(i)) => Some(i),
            _ => None,
        };
        let result = match op {
            B::Add => self.checked(CheckedIntOp::Add, a, b),
            B::Sub => self.checked(CheckedIntOp::Sub, a, b),
            B::Mul => self.checked(CheckedIntOp::Mul, a, b),
            B::FloorDiv => {
                self.check_divisor(Rt::tp_floordiv, a, b);
                match constant {
                    Some(divisor) if divisor != -1 => self.compute(Repr::I64, Op::Int(IntOp::FloorDiv, a, b)),
                    _ => self.checked(CheckedIntOp::FloorDiv, a, b),
                }
            }
            B::Mod => {
                self.check_divisor(Rt::tp_mod, a, b);
                self.compute(Repr::I64, Op::Int(IntOp::Mod, a, b))
            }
            B::And => self.compute(Repr::I64, Op::Int(IntOp::And, a, b)),
            B::Or => self.compute(Repr::I64, Op::Int(IntOp::Or, a, b)),
            B::Xor => self.compute(Repr::I64, Op::Int(IntOp::Xor, a, b)),
            B::LShift => self.checked(CheckedIntOp::Shl, a, b),
            B::RShift => {
                if constant.is_none_or(|count| count < 0) {
                    // A negative count is a ValueError, raised by the continuation.
                    self.leave_if(Op::CompareInt(CompareOp::Lt, b, ZERO));
                }
                self.compute(Repr::I64, Op::Int(IntOp::Shr, a, b))
            }
            B::Pow if constant == Some(2) => self.checked(CheckedIntOp::Mul, a, a),
            B::Pow if constant == Some(3) => {
                let square = self.checked(CheckedIntOp::Mul, a, a);
                self.checked(CheckedIntOp::Mul, square, a)
            }
            B::Pow => {
                let args = [a, b].map(Arg::Operand).into();
                self.compute(Repr::Value, Op::Rt { row: Rt::tp_int_pow, args })
            }
            B::TrueDiv => {
                self.check_divisor(Rt::tp_truediv, a, b);
                let args = [a, b].map(Arg::Operand).into();
                let quotient = self.compute(Repr::Value, Op::Rt { row: Rt::tp_int_truediv, args });
                self.compute(Repr::F64, Op::Unbox(quotient))
            }
            B::MatMul => return false,
        };
        dst.into_iter().for_each(|dst| self.define(dst, result));
        true
    }

    pub fn float_binary(&mut self, dst: Option<VarId>, op: hir::BinaryOp, a: Operand, b: Operand) -> bool {
        let boxed = (a, b);
        let (a, b) = (self.as_float(a), self.as_float(b));
        let args = || [a, b].map(Arg::Operand).into();
        let op = match op {
            B::Add => Op::Float(FloatOp::Add, a, b),
            B::Sub => Op::Float(FloatOp::Sub, a, b),
            B::Mul => Op::Float(FloatOp::Mul, a, b),
            B::TrueDiv => {
                self.check_float_divisor(Rt::tp_truediv, boxed, b);
                Op::Float(FloatOp::Div, a, b)
            }
            B::FloorDiv => {
                self.check_float_divisor(Rt::tp_floordiv, boxed, b);
                Op::Rt { row: Rt::tp_float_floordiv, args: args() }
            }
            B::Mod => {
                self.check_float_divisor(Rt::tp_mod, boxed, b);
                Op::Rt { row: Rt::tp_float_mod, args: args() }
            }
            B::Pow => {
                // A result that is not finite, or not real, is the row's to find out.
                let power = self.compute(Repr::F64, Op::Rt { row: Rt::tp_math_pow, args: args() });
                let result = self.body.new_local(Repr::Value);
                let finite = self.is_finite(power);
                let [usual, other, join] = std::array::from_fn(|_| self.new_block());
                self.body.blocks[other].cold = true;
                self.branch(finite, usual, other);
                self.current = usual;
                self.emit(Some(result), Op::Box(power));
                self.terminate(Terminator::Goto(join));
                self.current = other;
                self.emit(Some(result), Op::Rt { row: Rt::tp_float_pow, args: args() });
                self.terminate(Terminator::Goto(join));
                self.current = join;
                dst.into_iter().for_each(|dst| self.define(dst, result.into()));
                return true;
            }
            _ => return false,
        };
        self.assign(dst, Repr::F64, op);
        true
    }

    fn typed_unary(&mut self, dst: Option<VarId>, op: hir::UnaryOp, a: Operand) -> bool {
        let result = match (op, self.body.repr(a)) {
            (hir::UnaryOp::Neg, Repr::I64 | Repr::Bool) => {
                let a = self.as_int(a);
                self.checked(CheckedIntOp::Neg, a, ZERO)
            }
            (hir::UnaryOp::Pos, Repr::I64 | Repr::Bool) => self.as_int(a),
            (hir::UnaryOp::Invert, Repr::I64) => {
                self.compute(Repr::I64, Op::Int(IntOp::Xor, a, Const::I64(-1).into()))
            }
            (hir::UnaryOp::Neg, Repr::F64) => self.compute(Repr::F64, Op::FloatNeg(a)),
            (hir::UnaryOp::Pos, Repr::F64) => a,
            _ => return false,
        };
        dst.into_iter().for_each(|dst| self.define(dst, result));
        true
    }

    /// `a op b` as `Bool`, if the types are known.
    pub fn typed_compare(&mut self, op: hir::CompareOp, a: VarId, b: VarId) -> Option<Operand> {
        if !self.is_typed() {
            return None;
        }
        let op = compare_op(op);
        if let Some(answer) = self.text_compare(op, a, b) {
            return Some(answer);
        }
        let (a, b) = (self.unboxed(a), self.unboxed(b));
        let is_int = |repr| matches!(repr, Repr::I64 | Repr::Bool);
        let op = match (self.body.repr(a), self.body.repr(b)) {
            (x, y) if is_int(x) && is_int(y) => {
                let (a, b) = (self.as_int(a), self.as_int(b));
                Op::CompareInt(op, a, b)
            }
            (Repr::Word, _) | (_, Repr::Word) => return self.compare_words(op, a, b),
            (Repr::F64, Repr::F64) => Op::CompareFloat(op, a, b),
            (x, Repr::F64) if is_int(x) => self.compare_int_float(op, a, b),
            (Repr::F64, y) if is_int(y) => self.compare_int_float(op.swapped(), b, a),
            _ => return None,
        };
        Some(self.compute(Repr::Bool, op))
    }

    /// Exact, as Python's: a float is not compared with a rounded int.
    fn compare_int_float(&mut self, op: CompareOp, int: Operand, float: Operand) -> Op {
        match int {
            Operand::Const(Const::I64(i)) if i.unsigned_abs() <= EXACT => {
                let int = self.as_float(int);
                Op::CompareFloat(op, int, float)
            }
            _ => {
                let int = self.as_int(int);
                let args = [int, float].map(Arg::Operand).into();
                // -1 less, 0 equal, 1 greater, 2 unordered
                let order = self.compute(Repr::I64, Op::Rt { row: Rt::tp_int_float_compare, args });
                match op {
                    CompareOp::Eq | CompareOp::Ne => Op::CompareInt(op, order, ZERO),
                    CompareOp::Lt => Op::CompareInt(CompareOp::Eq, order, Const::I64(-1).into()),
                    CompareOp::Gt => Op::CompareInt(CompareOp::Eq, order, Const::I64(1).into()),
                    CompareOp::Le => Op::CompareInt(CompareOp::Le, order, ZERO),
                    CompareOp::Ge => {
                        let other =
                            self.compute(Repr::I64, Op::Int(IntOp::And, order, Const::I64(-2).into()));
                        Op::CompareInt(CompareOp::Eq, other, ZERO)
                    }
                }
            }
        }
    }

    /// The result of an operation that may not fit, in which case control leaves before the instruction.
    pub fn checked(&mut self, op: CheckedIntOp, a: Operand, b: Operand) -> Operand {
        let dst = self.body.new_local(Repr::I64);
        let (ok, overflow) = (self.new_block(), self.leave_before());
        self.terminate(Terminator::CheckedInt { op, dst, a, b, ok, overflow });
        self.current = ok;
        dst.into()
    }

    /// Leaves before the instruction if the test holds.
    pub fn leave_if(&mut self, test: Op) {
        let test = self.compute(Repr::Bool, test);
        let (go_on, leave) = (self.new_block(), self.leave_before());
        self.branch(test, leave, go_on);
        self.current = go_on;
    }

    /// Raises ZeroDivisionError through the dynamic row if the divisor is zero.
    fn check_divisor(&mut self, row: Rt, a: Operand, b: Operand) {
        if matches!(b, Operand::Const(Const::I64(divisor)) if divisor != 0) {
            return;
        }
        let is_zero = self.compute(Repr::Bool, Op::CompareInt(CompareOp::Eq, b, ZERO));
        self.raise_zero_division(is_zero, row, (a, b));
    }

    fn check_float_divisor(&mut self, row: Rt, boxed: (Operand, Operand), b: Operand) {
        if matches!(b, Operand::Const(Const::F64(bits)) if f64::from_bits(bits) != 0.0) {
            return;
        }
        let is_zero = self.compute(Repr::Bool, Op::CompareFloat(CompareOp::Eq, b, ZERO_FLOAT));
        self.raise_zero_division(is_zero, row, boxed);
    }

    fn raise_zero_division(&mut self, is_zero: Operand, row: Rt, (a, b): (Operand, Operand)) {
        let (raise, go_on) = (self.new_block(), self.new_block());
        self.body.blocks[raise].cold = true;
        self.branch(is_zero, raise, go_on);
        self.current = raise;
        let args = [self.as_value(a), self.as_value(b)].map(Arg::Operand);
        self.rt(None, row, args);
        self.terminate(Terminator::Unreachable);
        self.current = go_on;
    }
}

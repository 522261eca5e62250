//! Operators: arithmetic, comparison, identity, membership, truth.

use super::function::FunctionLowering;
use crate::hir::{self, VarId};
use crate::mir::body::*;
use crate::mir::repr::Repr;
use crate::types::Type;
use runtime_interface::{rows::Rt, tag};

impl<'a> FunctionLowering<'_, 'a> {
    /// Lowers an op of this family; false if it is none.
    pub fn operator_op(&mut self, dst: Option<VarId>, op: &hir::Op) -> bool {
        use hir::Op as H;
        match *op {
            H::Binary(op, a, b) => self.binary(dst, op, false, a, b),
            H::InPlace(op, a, b) => self.binary(dst, op, true, a, b),
            H::Unary(op, a) => {
                let a = self.value(a);
                let op = match op {
                    hir::UnaryOp::Neg => UnaryOp::Neg,
                    hir::UnaryOp::Pos => UnaryOp::Pos,
                    hir::UnaryOp::Invert => UnaryOp::Invert,
                };
                self.assign(dst, Repr::Value, Op::Unary { op, a });
            }
            H::Is(a, b) => {
                let (a, b) = (self.value(a), self.value(b));
                self.assign(dst, Repr::Bool, Op::Is(a, b));
            }
            H::IsNot(a, b) => {
                let (a, b) = (self.value(a), self.value(b));
                let same = self.compute(Repr::Bool, Op::Is(a, b));
                self.assign(dst, Repr::Bool, Op::Not(same));
            }
            H::Contains { item, container } => {
                let op = self.contains(item, container);
                self.assign(dst, Repr::Bool, op);
            }
            H::NotContains { item, container } => {
                let op = self.contains(item, container);
                let inside = self.compute(Repr::Bool, op);
                self.assign(dst, Repr::Bool, Op::Not(inside));
            }
            H::Not(a) => {
                let truth = self.test(a);
                self.assign(dst, Repr::Bool, Op::Not(truth));
            }
            H::Truth(a) => {
                let truth = self.test(a);
                self.assign(dst, Repr::Bool, Op::Copy(truth));
            }
            _ => return false,
        }
        true
    }

    fn binary(&mut self, dst: Option<VarId>, op: hir::BinaryOp, inplace: bool, a: VarId, b: VarId) {
        let (a, b) = (self.value(a), self.value(b));
        self.assign(dst, Repr::Value, Op::Binary { op: binary_op(op), inplace, a, b });
    }

    fn contains(&mut self, item: VarId, container: VarId) -> Op {
        if let Some(op) = self.constant_member(item, container) {
            return op;
        }
        if self.is_typed()
            && let Type::Exact(set @ (tag::SET | tag::FROZENSET)) =
                self.program.types.var(self.key, container)
            && let item = self.unboxed(item)
            && self.body.repr(item) == Repr::I64
        {
            return self.set_contains_int(set, item, container);
        }
        if let Some(found) = self.dict_of_ints(container, item) {
            let container = self.value(container);
            let row = (Repr::Bool, Rt::tp_dict_contains_int, None);
            let inside = self.by_int(found, container, row, |this, result, item| {
                this.rt(Some(result), Rt::tp_contains, [container, item].map(Arg::Operand));
            });
            return Op::Copy(inside);
        }
        let args = [self.value(container), self.value(item)].map(Arg::Operand);
        Op::Rt { row: Rt::tp_contains, args: args.into() }
    }

    /// An int in what is expected to be a set of this type.
    fn set_contains_int(&mut self, set: u64, item: Operand, container: VarId) -> Op {
        let container = self.value(container);
        let result = self.body.new_local(Repr::Bool);
        let [row, other, join] = std::array::from_fn(|_| self.new_block());
        let is_it = self.compute(Repr::Bool, Op::TagIs(container, set));
        self.branch(is_it, row, other);
        self.current = row;
        self.rt(Some(result), Rt::tp_set_contains_int, [container, item].map(Arg::Operand));
        self.terminate(Terminator::Goto(join));
        self.current = other;
        self.body.blocks[other].cold = true;
        let item = self.as_value(item);
        self.rt(Some(result), Rt::tp_contains, [container, item].map(Arg::Operand));
        self.terminate(Terminator::Goto(join));
        self.current = join;
        Op::Copy(result.into())
    }

    /// A comparison. Where the next instruction only asks for its truth (`if a < b`), the two become one op, and the answer
    /// is true.
    pub fn compare(
        &mut self,
        dst: Option<VarId>,
        op: hir::CompareOp,
        a: VarId,
        b: VarId,
        next: Option<&'a hir::Instr>,
    ) -> bool {
        if let Some(answer) = self.typed_compare(op, a, b).or_else(|| self.number_compare(op, a, b)) {
            dst.into_iter().for_each(|dst| self.define(dst, answer));
            return false;
        }
        let op = compare_op(op);
        let (a, b) = (self.value(a), self.value(b));
        if let (Some(dst), Some(next)) = (dst, next)
            && self.uses[dst] == 1
        {
            match next.op {
                hir::Op::Truth(var) if var == dst => {
                    self.assign(next.dst, Repr::Bool, Op::CompareTruth { op, a, b });
                    return true;
                }
                hir::Op::Not(var) if var == dst => {
                    let truth = self.compute(Repr::Bool, Op::CompareTruth { op, a, b });
                    self.assign(next.dst, Repr::Bool, Op::Not(truth));
                    return true;
                }
                _ => {}
            }
        }
        self.assign(dst, Repr::Value, Op::Compare { op, a, b });
        false
    }
}

pub(super) fn binary_op(op: hir::BinaryOp) -> BinaryOp {
    match op {
        hir::BinaryOp::Add => BinaryOp::Add,
        hir::BinaryOp::Sub => BinaryOp::Sub,
        hir::BinaryOp::Mul => BinaryOp::Mul,
        hir::BinaryOp::MatMul => BinaryOp::MatMul,
        hir::BinaryOp::TrueDiv => BinaryOp::TrueDiv,
        hir::BinaryOp::FloorDiv => BinaryOp::FloorDiv,
        hir::BinaryOp::Mod => BinaryOp::Mod,
        hir::BinaryOp::Pow => BinaryOp::Pow,
        hir::BinaryOp::LShift => BinaryOp::Shl,
        hir::BinaryOp::RShift => BinaryOp::Shr,
        hir::BinaryOp::And => BinaryOp::And,
        hir::BinaryOp::Or => BinaryOp::Or,
        hir::BinaryOp::Xor => BinaryOp::Xor,
    }
}

pub(super) fn compare_op(op: hir::CompareOp) -> CompareOp {
    match op {
        hir::CompareOp::Lt => CompareOp::Lt,
        hir::CompareOp::Le => CompareOp::Le,
        hir::CompareOp::Eq => CompareOp::Eq,
        hir::CompareOp::Ne => CompareOp::Ne,
        hir::CompareOp::Gt => CompareOp::Gt,
        hir::CompareOp::Ge => CompareOp::Ge,
    }
}

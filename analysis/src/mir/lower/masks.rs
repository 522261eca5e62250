//! Arithmetic of which only the low bits are asked for, and ints of 64 bits without sign.
//!
//! ```python
//! (a * b + c) & 0xFFFFFFFF        # a * b and the sum wrap: their low bits are exact, and nothing else is looked at
//! state >> 33                     # of a word: a machine shift without sign
//! ```
//!
//! The low bits of `+`, `-`, `*`, `<<`, `~`, `&`, `|`, `^` depend on the low bits of their operands only, so a temporary whose
//! one use is such an operation, or a mask at last, needs no overflow test. Where control leaves before the mask is reached,
//! the temporary's exact value is computed again from the operands, which are the same still.

use super::function::{FunctionLowering, Home};
use super::wide_ints::{Extent, constants, low_operands, mask_of};
use crate::hir::{self, BinaryOp as B, VarId, VarKind};
use crate::index::IndexVec;
use crate::mir::body::*;
use crate::mir::repr::Repr;
use crate::types::Type;
use runtime_interface::{rows::Rt, tag};

const ZERO: Operand = Operand::Const(Const::I64(0));

/// What is known of a function's variables.
#[derive(Default)]
pub(super) struct Masks<'a> {
    /// Temporaries of which the local has the low 64 bits only, with what defines them.
    low: IndexVec<VarId, Option<&'a hir::Op>>,
    /// Temporaries that only a mask of 64 bits reads: they stay values.
    pub leaves: IndexVec<VarId, bool>,
    /// Int constants: low bits, and what they are of it.
    constants: IndexVec<VarId, Option<(u64, Extent)>>,
}

impl<'a> FunctionLowering<'_, 'a> {
    /// Finds the expressions under a mask, before variables are placed.
    pub fn find_masked(&mut self) {
        let count = self.function.vars.len();
        self.masks = Masks {
            low: IndexVec::from_elem(None, count),
            leaves: IndexVec::from_elem(false, count),
            constants: constants(self.function),
        };
        if !self.is_typed() {
            return;
        }
        for block in self.function.blocks.iter() {
            for (at, instr) in block.instrs.iter().enumerate() {
                if let Some((operand, mask)) = mask_of(&instr.op, &self.masks.constants) {
                    self.mark_low(&block.instrs[..at], at, operand, mask > i64::MAX as u64);
                }
            }
        }
    }

    /// `until`: the position of the instruction that reads it; `before`: all up to the mask.
    fn mark_low(&mut self, before: &'a [hir::Instr], until: usize, var: VarId, wide: bool) {
        if self.function.vars[var].kind != VarKind::Temp
            || self.uses[var] != 1
            || self.masks.constants[var].is_some()
            || self.program.types.var(self.key, var) != Type::Int
        {
            return;
        }
        let Some(at) = before[..until].iter().rposition(|instr| instr.dst == Some(var)) else { return };
        let Some(operands) = low_operands(&before[at].op, &self.masks.constants) else {
            self.masks.leaves[var] = wide
                && match before[at].op {
                    hir::Op::GetItem { .. } => true,
                    hir::Op::GetAttr { object, name } => !self.is_word_field(object, name),
                    _ => false,
                };
            return;
        };
        let mut is_kept = true;
        before[at].op.for_each_use(&mut |operand: VarId| {
            let is_int = self.masks.constants[operand].is_some()
                || matches!(self.program.types.var(self.key, operand), Type::Int | Type::Bool);
            // What a leave computes again must not have changed up to the mask.
            let changes = |instr: &hir::Instr| {
                instr.dst == Some(operand) || instr.op.more_defs().into_iter().any(|var| var == operand)
            };
            is_kept &= is_int && !before[at + 1..].iter().any(changes);
        });
        if is_kept {
            self.masks.low[var] = Some(&before[at].op);
            for operand in operands {
                self.mark_low(before, at, operand, wide);
            }
        }
    }

    pub fn has_low_bits_only(&self, var: VarId) -> bool {
        self.masks.low[var].is_some()
    }

    /// The exact value of a temporary that has its low bits only.
    pub fn exact(&mut self, var: VarId) -> Operand {
        match self.masks.low.get(var).copied().flatten() {
            Some(&hir::Op::Binary(op, a, b) | &hir::Op::InPlace(op, a, b)) => {
                let (a, b) = (self.exact(a), self.exact(b));
                let op = Op::Binary { op: super::operators::binary_op(op), inplace: false, a, b };
                self.compute(Repr::Value, op)
            }
            Some(&hir::Op::Unary(op, a)) => {
                let a = self.exact(a);
                let op = match op {
                    hir::UnaryOp::Neg => UnaryOp::Neg,
                    hir::UnaryOp::Pos => UnaryOp::Pos,
                    hir::UnaryOp::Invert => UnaryOp::Invert,
                };
                self.compute(Repr::Value, Op::Unary { op, a })
            }
            _ => self.value(var),
        }
    }

    /// Lowers masks, what stands under them, and operators on words; false if the op is none of them.
    pub fn masked_op(&mut self, dst: Option<VarId>, op: &hir::Op) -> bool {
        if !self.is_typed() {
            return false;
        }
        let Some(dst) = dst else { return false };
        if self.masks.low[dst].is_some() {
            let Home::Local(local) = self.homes[dst] else { return false };
            let result = self.low_op(op);
            self.emit(Some(local), Op::Copy(result));
            return true;
        }
        if let Some((operand, mask)) = mask_of(op, &self.masks.constants) {
            return self.mask(dst, operand, mask);
        }
        match *op {
            hir::Op::Binary(op, a, b) | hir::Op::InPlace(op, a, b) => self.word_op(dst, op, a, b),
            _ => false,
        }
    }

    fn low_op(&mut self, op: &hir::Op) -> Operand {
        match *op {
            hir::Op::Unary(hir::UnaryOp::Neg, a) => {
                let a = self.low_bits(a);
                self.compute(Repr::I64, Op::Int(IntOp::WrapSub, ZERO, a))
            }
            hir::Op::Unary(_, a) => {
                let a = self.low_bits(a);
                self.compute(Repr::I64, Op::Int(IntOp::Xor, a, Const::I64(-1).into()))
            }
            hir::Op::Binary(op, a, b) | hir::Op::InPlace(op, a, b) => {
                let (a, b) = (self.low_bits(a), self.low_bits(b));
                let op = match op {
                    B::Add => IntOp::WrapAdd,
                    B::Sub => IntOp::WrapSub,
                    B::Mul => IntOp::WrapMul,
                    B::And => IntOp::And,
                    B::Or => IntOp::Or,
                    B::Xor => IntOp::Xor,
                    B::LShift => IntOp::Shl,
                    op => unreachable!("{op:?} does not keep low bits"),
                };
                self.compute(Repr::I64, Op::Int(op, a, b))
            }
            _ => unreachable!("no op on low bits"),
        }
    }

    /// The low 64 bits of an int.
    fn low_bits(&mut self, var: VarId) -> Operand {
        if let Some((low, _)) = self.masks.constants[var] {
            return Const::I64(low as i64).into();
        }
        let operand = self.unboxed(var);
        match self.body.repr(operand) {
            Repr::I64 => operand,
            Repr::Word => self.compute(Repr::I64, Op::Bits(operand)),
            Repr::Bool => self.compute(Repr::I64, Op::BoolToInt(operand)),
            _ => {
                let value = self.as_value(operand);
                let bits = self.body.new_local(Repr::I64);
                let [small, other, big, join] = std::array::from_fn(|_| self.new_block());
                let is_small = self.compute(Repr::Bool, Op::TagIs(value, tag::INT));
                self.branch(is_small, small, other);
                self.current = small;
                self.emit(Some(bits), Op::Unbox(value));
                self.terminate(Terminator::Goto(join));
                self.current = other;
                let is_big = self.compute(Repr::Bool, Op::TagIs(value, tag::BIGINT));
                let leave = self.leave_before();
                self.branch(is_big, big, leave);
                self.current = big;
                self.rt(Some(bits), Rt::tp_int_low_bits, [Arg::Operand(value)]);
                self.terminate(Terminator::Goto(join));
                self.current = join;
                bits.into()
            }
        }
    }

    fn mask(&mut self, dst: VarId, var: VarId, mask: u64) -> bool {
        if self.program.types.var(self.key, var) != Type::Int {
            return false;
        }
        let bits = self.low_bits(var);
        let kept = self.compute(Repr::I64, Op::Int(IntOp::And, bits, Const::I64(mask as i64).into()));
        let result = if mask > i64::MAX as u64 { self.compute(Repr::Word, Op::Word(kept)) } else { kept };
        self.define(dst, result);
        true
    }

    /// Operators on at least one word.
    fn word_op(&mut self, dst: VarId, op: hir::BinaryOp, a: VarId, b: VarId) -> bool {
        let (x, y) = (self.unboxed(a), self.unboxed(b));
        let int = match op {
            B::RShift => IntOp::Lshr,
            B::Mod => IntOp::Urem,
            B::FloorDiv => IntOp::Udiv,
            B::And => IntOp::And,
            B::Or => IntOp::Or,
            B::Xor => IntOp::Xor,
            _ => return false,
        };
        let result = match (self.body.repr(x), self.body.repr(y)) {
            // The result has to fit an i64: that is so from a count of 1, a modulus of 1 and a divisor of 2 on.
            (Repr::Word, Repr::I64) if matches!(op, B::RShift | B::Mod | B::FloorDiv) => {
                let least = if op == B::FloorDiv { 2 } else { 1 };
                match y {
                    Operand::Const(Const::I64(i)) if i < least => return false,
                    Operand::Const(_) => {}
                    _ => self.leave_if(Op::CompareInt(CompareOp::Lt, y, Const::I64(least).into())),
                }
                let bits = self.compute(Repr::I64, Op::Bits(x));
                self.compute(Repr::I64, Op::Int(int, bits, y))
            }
            (Repr::Word, Repr::Word | Repr::I64) | (Repr::I64, Repr::Word)
                if matches!(op, B::And | B::Or | B::Xor) =>
            {
                let [p, q] = [x, y].map(|operand| self.word_bits(operand, op == B::And));
                let bits = self.compute(Repr::I64, Op::Int(int, p, q));
                self.compute(Repr::Word, Op::Word(bits))
            }
            _ => return false,
        };
        self.define(dst, result);
        true
    }

    /// The bits of a word, or of an int that is not negative, or may be so.
    fn word_bits(&mut self, operand: Operand, any_sign: bool) -> Operand {
        match self.body.repr(operand) {
            Repr::Word => self.compute(Repr::I64, Op::Bits(operand)),
            _ => {
                if !any_sign && !matches!(operand, Operand::Const(Const::I64(i)) if i >= 0) {
                    self.leave_if(Op::CompareInt(CompareOp::Lt, operand, ZERO));
                }
                operand
            }
        }
    }

    /// A comparison with a word in it, if it is one of words: the order without sign is the signed order of both with the
    /// highest bit turned over.
    pub fn compare_words(&mut self, op: CompareOp, a: Operand, b: Operand) -> Option<Operand> {
        let mut turned = [a, b];
        for operand in &mut turned {
            let bits = match self.body.repr(*operand) {
                Repr::Word => self.compute(Repr::I64, Op::Bits(*operand)),
                Repr::I64 if matches!(operand, Operand::Const(Const::I64(i)) if *i >= 0) => *operand,
                _ => return None,
            };
            *operand = self.compute(Repr::I64, Op::Int(IntOp::Xor, bits, Const::I64(i64::MIN).into()));
        }
        Some(self.compute(Repr::Bool, Op::CompareInt(op, turned[0], turned[1])))
    }

    /// A word as an int that fits, or an int as a word; leaves where it is none.
    pub fn word_or(
        &mut self,
        operand: Operand,
        repr: Repr,
        otherwise: impl FnOnce(&mut Self) -> BlockId,
    ) -> Operand {
        let found = self.body.repr(operand);
        let bits = match found {
            Repr::Word => self.compute(Repr::I64, Op::Bits(operand)),
            Repr::I64 => operand,
            _ => return self.word_of_value(operand, otherwise),
        };
        if !matches!(bits, Operand::Const(Const::I64(i)) if i >= 0) {
            let is_negative = self.compute(Repr::Bool, Op::CompareInt(CompareOp::Lt, bits, ZERO));
            let (go_on, leave) = (self.new_block(), otherwise(self));
            self.branch(is_negative, leave, go_on);
            self.current = go_on;
        }
        match repr {
            Repr::Word => self.compute(Repr::Word, Op::Word(bits)),
            _ => bits,
        }
    }

    fn word_of_value(&mut self, operand: Operand, otherwise: impl FnOnce(&mut Self) -> BlockId) -> Operand {
        let value = self.as_value(operand);
        let bits = self.body.new_local(Repr::I64);
        let [small, other, big, join] = std::array::from_fn(|_| self.new_block());
        let leave = otherwise(self);
        let is_small = self.compute(Repr::Bool, Op::TagIs(value, tag::INT));
        self.branch(is_small, small, other);
        self.current = small;
        self.emit(Some(bits), Op::Unbox(value));
        let is_negative = self.compute(Repr::Bool, Op::CompareInt(CompareOp::Lt, bits.into(), ZERO));
        self.branch(is_negative, leave, join);
        self.current = other;
        let is_word =
            self.compute(Repr::Bool, Op::Rt { row: Rt::tp_int_is_word, args: vec![Arg::Operand(value)] });
        self.branch(is_word, big, leave);
        self.current = big;
        self.rt(Some(bits), Rt::tp_int_low_bits, [Arg::Operand(value)]);
        self.terminate(Terminator::Goto(join));
        self.current = join;
        self.compute(Repr::Word, Op::Word(bits.into()))
    }
}

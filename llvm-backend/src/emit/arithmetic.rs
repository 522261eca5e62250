//! Unboxed arithmetic and comparison. Python's `//` and `%` round towards negative infinity: the quotient of a division
//! with remainder is one less, and the remainder gets the divisor added, when their signs differ.

use crate::{emit::function::FunctionEmitter, error::Result};
use analysis::mir::{CheckedIntOp, CompareOp, FloatOp, IntOp, LocalId, Operand};
use inkwell::{FloatPredicate, IntPredicate, values::IntValue};

impl<'ctx> FunctionEmitter<'_, 'ctx, '_> {
    pub fn int_op(&mut self, dst: Option<LocalId>, op: IntOp, a: Operand, b: Operand) -> Result<()> {
        let (a, b) = (self.int(a)?, self.int(b)?);
        let builder = self.builder();
        let result = match op {
            IntOp::Add => builder.build_int_nsw_add(a, b, "")?,
            IntOp::Sub => builder.build_int_nsw_sub(a, b, "")?,
            IntOp::Mul => builder.build_int_nsw_mul(a, b, "")?,
            IntOp::WrapAdd => builder.build_int_add(a, b, "")?,
            IntOp::WrapSub => builder.build_int_sub(a, b, "")?,
            IntOp::WrapMul => builder.build_int_mul(a, b, "")?,
            IntOp::Udiv => builder.build_int_unsigned_div(a, b, "")?,
            IntOp::Urem => builder.build_int_unsigned_rem(a, b, "")?,
            IntOp::Lshr => {
                let far = builder.build_int_compare(IntPredicate::UGT, b, self.constant_word(63), "")?;
                let count = builder.build_select(far, self.constant_word(0), b, "")?.into_int_value();
                let shifted = builder.build_right_shift(a, count, false, "")?;
                builder.build_select(far, self.constant_word(0), shifted, "")?.into_int_value()
            }
            IntOp::FloorDiv => self.floor_div(a, b)?,
            IntOp::Mod => self.floor_mod(a, b)?,
            IntOp::And => builder.build_and(a, b, "")?,
            IntOp::Or => builder.build_or(a, b, "")?,
            IntOp::Xor => builder.build_xor(a, b, "")?,
            IntOp::Shl => builder.build_left_shift(a, b, "")?,
            IntOp::Shr => {
                let most = self.constant_word(63);
                let far = builder.build_int_compare(IntPredicate::UGT, b, most, "")?;
                let count = builder.build_select(far, most, b, "")?.into_int_value();
                builder.build_right_shift(a, count, true, "")?
            }
        };
        self.store_scalar(dst, result)
    }

    fn floor_div(&self, a: IntValue<'ctx>, b: IntValue<'ctx>) -> Result<IntValue<'ctx>> {
        let builder = self.builder();
        let quotient = builder.build_int_signed_div(a, b, "")?;
        let remainder = builder.build_int_signed_rem(a, b, "")?;
        let adjust = self.rounds_up(remainder, b)?;
        let adjust = builder.build_int_z_extend(adjust, self.unit.types.i64, "")?;
        Ok(builder.build_int_sub(quotient, adjust, "")?)
    }

    fn floor_mod(&self, a: IntValue<'ctx>, b: IntValue<'ctx>) -> Result<IntValue<'ctx>> {
        let builder = self.builder();
        let zero = self.constant_word(0);
        // -2**63 % -1 traps in the machine's division: a divisor of -1 is computed as 1, with the same answer 0.
        let minus_one = builder.build_int_compare(IntPredicate::EQ, b, self.constant_word(u64::MAX), "")?;
        let divisor = builder.build_select(minus_one, self.constant_word(1), b, "")?.into_int_value();
        let remainder = builder.build_int_signed_rem(a, divisor, "")?;
        let adjust = self.rounds_up(remainder, b)?;
        let adjust = builder.build_select(adjust, b, zero, "")?.into_int_value();
        Ok(builder.build_int_add(remainder, adjust, "")?)
    }

    /// Whether the machine's division rounded up: there is a remainder, and its sign is not the divisor's.
    fn rounds_up(&self, remainder: IntValue<'ctx>, b: IntValue<'ctx>) -> Result<IntValue<'ctx>> {
        let builder = self.builder();
        let zero = self.constant_word(0);
        let inexact = builder.build_int_compare(IntPredicate::NE, remainder, zero, "")?;
        let signs = builder.build_xor(remainder, b, "")?;
        let differ = builder.build_int_compare(IntPredicate::SLT, signs, zero, "")?;
        Ok(builder.build_and(inexact, differ, "")?)
    }

    /// The wrapped result, and whether the exact one does not fit.
    pub fn checked(
        &mut self,
        op: CheckedIntOp,
        a: IntValue<'ctx>,
        b: IntValue<'ctx>,
    ) -> Result<(IntValue<'ctx>, IntValue<'ctx>)> {
        let zero = self.constant_word(0);
        let lowest = self.constant_word(i64::MIN as u64);
        match op {
            CheckedIntOp::Add => self.with_overflow("llvm.sadd.with.overflow", a, b),
            CheckedIntOp::Sub => self.with_overflow("llvm.ssub.with.overflow", a, b),
            CheckedIntOp::Mul => self.with_overflow("llvm.smul.with.overflow", a, b),
            CheckedIntOp::Neg => self.with_overflow("llvm.ssub.with.overflow", zero, a),
            CheckedIntOp::Abs => {
                let builder = self.builder();
                let overflow = builder.build_int_compare(IntPredicate::EQ, a, lowest, "")?;
                let negative = builder.build_int_compare(IntPredicate::SLT, a, zero, "")?;
                let negated = builder.build_int_sub(zero, a, "")?;
                let result = builder.build_select(negative, negated, a, "")?.into_int_value();
                Ok((result, overflow))
            }
            CheckedIntOp::FloorDiv => {
                let builder = self.builder();
                let is_lowest = builder.build_int_compare(IntPredicate::EQ, a, lowest, "")?;
                let minus_one =
                    builder.build_int_compare(IntPredicate::EQ, b, self.constant_word(u64::MAX), "")?;
                let overflow = builder.build_and(is_lowest, minus_one, "")?;
                // The division runs before the branch: keep it from trapping.
                let divisor = builder.build_select(overflow, self.constant_word(1), b, "")?.into_int_value();
                Ok((self.floor_div(a, divisor)?, overflow))
            }
            CheckedIntOp::Shl => {
                let builder = self.builder();
                let far = builder.build_int_compare(IntPredicate::UGT, b, self.constant_word(63), "")?;
                let count = builder.build_select(far, zero, b, "")?.into_int_value();
                let result = builder.build_left_shift(a, count, "")?;
                let back = builder.build_right_shift(result, count, true, "")?;
                let lost = builder.build_int_compare(IntPredicate::NE, back, a, "")?;
                Ok((result, builder.build_or(far, lost, "")?))
            }
        }
    }

    pub fn with_overflow(
        &mut self,
        intrinsic: &'static str,
        a: IntValue<'ctx>,
        b: IntValue<'ctx>,
    ) -> Result<(IntValue<'ctx>, IntValue<'ctx>)> {
        let function = self.unit.intrinsic(intrinsic)?;
        let builder = self.builder();
        let call = builder.build_call(function, &[a.into(), b.into()], "")?;
        let pair = call.try_as_basic_value().unwrap_basic().into_struct_value();
        let result = builder.build_extract_value(pair, 0, "")?.into_int_value();
        let overflow = builder.build_extract_value(pair, 1, "")?.into_int_value();
        Ok((result, overflow))
    }

    pub fn float_op(&mut self, dst: Option<LocalId>, op: FloatOp, a: Operand, b: Operand) -> Result<()> {
        let (a, b) = (self.float(a)?, self.float(b)?);
        let builder = self.builder();
        let result = match op {
            FloatOp::Add => builder.build_float_add(a, b, "")?,
            FloatOp::Sub => builder.build_float_sub(a, b, "")?,
            FloatOp::Mul => builder.build_float_mul(a, b, "")?,
            FloatOp::Div => builder.build_float_div(a, b, "")?,
        };
        self.store_scalar(dst, result)
    }

    /// An intrinsic from `f64` to `f64`.
    pub fn float_intrinsic(&mut self, dst: Option<LocalId>, name: &'static str, a: Operand) -> Result<()> {
        let value = self.float(a)?;
        let function = self.unit.intrinsic_on(name, self.unit.types.f64.into())?;
        let call = self.builder().build_call(function, &[value.into()], "")?;
        self.store_scalar(dst, call.try_as_basic_value().unwrap_basic())
    }

    pub fn compare_words(
        &mut self,
        dst: Option<LocalId>,
        op: CompareOp,
        a: Operand,
        b: Operand,
        signed: bool,
    ) -> Result<()> {
        let (a, b) = (self.int(a)?, self.int(b)?);
        let result = self.builder().build_int_compare(int_predicate(op, signed), a, b, "")?;
        self.store_scalar(dst, result)
    }

    pub fn compare_floats(
        &mut self,
        dst: Option<LocalId>,
        op: CompareOp,
        a: Operand,
        b: Operand,
    ) -> Result<()> {
        let (a, b) = (self.float(a)?, self.float(b)?);
        let result = self.builder().build_float_compare(float_predicate(op), a, b, "")?;
        self.store_scalar(dst, result)
    }
}

pub fn int_predicate(op: CompareOp, signed: bool) -> IntPredicate {
    match (op, signed) {
        (CompareOp::Eq, _) => IntPredicate::EQ,
        (CompareOp::Ne, _) => IntPredicate::NE,
        (CompareOp::Lt, true) => IntPredicate::SLT,
        (CompareOp::Le, true) => IntPredicate::SLE,
        (CompareOp::Gt, true) => IntPredicate::SGT,
        (CompareOp::Ge, true) => IntPredicate::SGE,
        (CompareOp::Lt, false) => IntPredicate::ULT,
        (CompareOp::Le, false) => IntPredicate::ULE,
        (CompareOp::Gt, false) => IntPredicate::UGT,
        (CompareOp::Ge, false) => IntPredicate::UGE,
    }
}

/// A comparison with a NaN is false, except `!=`.
pub fn float_predicate(op: CompareOp) -> FloatPredicate {
    match op {
        CompareOp::Eq => FloatPredicate::OEQ,
        CompareOp::Ne => FloatPredicate::UNE,
        CompareOp::Lt => FloatPredicate::OLT,
        CompareOp::Le => FloatPredicate::OLE,
        CompareOp::Gt => FloatPredicate::OGT,
        CompareOp::Ge => FloatPredicate::OGE,
    }
}

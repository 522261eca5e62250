//! Operators on two `Value`s of which each is an int of 64 bits or a float, and not both are ints: in line, as floats.
//!
//! ```text
//! dist[i] + weight:  if a is INT or FLOAT and b is INT or FLOAT: r = FLOAT (float(a) + float(b))
//! ```
//!
//! Arithmetic rounds an int to the nearest float first, as CPython does. A comparison is exact there, so that only ints up
//! to 2**53 in size, which are floats without loss, are compared here.

use crate::emit::call::Pair;
use crate::emit::function::FunctionEmitter;
use crate::error::Result;
use analysis::mir::BinaryOp;
use inkwell::{
    IntPredicate,
    basic_block::BasicBlock,
    values::{FloatValue, IntValue},
};
use runtime_interface::tag;

/// Ints up to this size are floats.
const EXACT: u64 = 1 << 53;

/// Whether a float result of this operation is one instruction.
pub fn is_one_instruction(op: BinaryOp) -> bool {
    matches!(op, BinaryOp::Add | BinaryOp::Sub | BinaryOp::Mul | BinaryOp::TrueDiv)
}

impl<'ctx> FunctionEmitter<'_, 'ctx, '_> {
    /// Goes on where both are numbers, to `otherwise` if one is not (or is an int that loses digits, where `exact`).
    pub fn both_as_floats(
        &mut self,
        a: Pair<'ctx>,
        b: Pair<'ctx>,
        exact: bool,
        otherwise: BasicBlock<'ctx>,
    ) -> Result<(FloatValue<'ctx>, FloatValue<'ctx>)> {
        let (a_fits, b_fits) = (self.is_number(a, exact)?, self.is_number(b, exact)?);
        let numbers = self.builder().build_and(a_fits, b_fits, "")?;
        let here = self.new_block("numbers");
        self.builder().build_conditional_branch(numbers, here, otherwise)?;
        self.unit.builder.position_at_end(here);
        Ok((self.number_as_float(a)?, self.number_as_float(b)?))
    }

    fn is_number(&self, (tag, bits): Pair<'ctx>, exact: bool) -> Result<IntValue<'ctx>> {
        let is_float = self.tag_is(tag, tag::FLOAT)?;
        let is_int = self.tag_is(tag, tag::INT)?;
        let builder = self.builder();
        let is_int = if exact {
            let moved = builder.build_int_add(bits, self.constant_word(EXACT), "")?;
            let small =
                builder.build_int_compare(IntPredicate::ULE, moved, self.constant_word(2 * EXACT), "")?;
            builder.build_and(is_int, small, "")?
        } else {
            is_int
        };
        Ok(builder.build_or(is_float, is_int, "")?)
    }

    fn number_as_float(&self, (tag, bits): Pair<'ctx>) -> Result<FloatValue<'ctx>> {
        let f64 = self.unit.types.f64;
        let is_float = self.tag_is(tag, tag::FLOAT)?;
        let builder = self.builder();
        let float = builder.build_bit_cast(bits, f64, "")?.into_float_value();
        let of_int = builder.build_signed_int_to_float(bits, f64, "")?;
        Ok(builder.build_select(is_float, float, of_int, "")?.into_float_value())
    }

    /// `a op b` for floats; a division by zero goes to `otherwise`.
    pub fn float_operation(
        &mut self,
        op: BinaryOp,
        a: FloatValue<'ctx>,
        b: FloatValue<'ctx>,
        otherwise: BasicBlock<'ctx>,
    ) -> Result<FloatValue<'ctx>> {
        if op == BinaryOp::TrueDiv {
            let zero = self.unit.types.f64.const_zero();
            let is_zero = self.builder().build_float_compare(inkwell::FloatPredicate::OEQ, b, zero, "")?;
            let here = self.new_block("divide");
            let branch = self.builder().build_conditional_branch(is_zero, otherwise, here)?;
            self.mark_unlikely(branch, true)?;
            self.unit.builder.position_at_end(here);
        }
        let builder = self.builder();
        Ok(match op {
            BinaryOp::Add => builder.build_float_add(a, b, "")?,
            BinaryOp::Sub => builder.build_float_sub(a, b, "")?,
            BinaryOp::Mul => builder.build_float_mul(a, b, "")?,
            _ => builder.build_float_div(a, b, "")?,
        })
    }
}

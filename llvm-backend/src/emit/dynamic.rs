//! Operators on `Value`s whose types are not known.
//!
//! Where code may be hot, a pair of INTs, and for `+ - * /` and comparison a pair of INTs or FLOATs, is handled in line and
//! the row is called otherwise; elsewhere the row alone keeps the code small:
//!
//! ```text
//! a + b:   if a.tag == INT && b.tag == INT: r, o = sadd.with.overflow(a, b); if !o: done
//!          elif both are INT or FLOAT: r = FLOAT fadd(a, b): done
//!          r = tp_add(a, b); if r.tag == ERROR: raise
//! ```

use crate::{
    emit::{
        arithmetic::{float_predicate, int_predicate},
        call::Pair,
        function::{FunctionEmitter, Loaded},
        mixed_numbers::is_one_instruction,
    },
    error::Result,
};
use analysis::mir::{BinaryOp, CompareOp, LocalId, Operand, SiteId, UnaryOp};
use inkwell::{IntPredicate, basic_block::BasicBlock, types::IntType, values::IntValue};
use runtime_interface::{rows::Rt, tag};

impl<'ctx> FunctionEmitter<'_, 'ctx, '_> {
    pub fn binary(
        &mut self,
        dst: Option<LocalId>,
        op: BinaryOp,
        inplace: bool,
        a: Operand,
        b: Operand,
        site: Option<SiteId>,
    ) -> Result<()> {
        let row = binary_row(op, inplace);
        let (a, b) = (self.pair(a)?, self.pair(b)?);
        let args = [a.0.into(), a.1.into(), b.0.into(), b.1.into()];
        let of_ints = matches!(
            op,
            BinaryOp::Add | BinaryOp::Sub | BinaryOp::Mul | BinaryOp::And | BinaryOp::Or | BinaryOp::Xor
        );
        let of_floats = is_one_instruction(op);
        if !self.expand || !(of_ints || of_floats) {
            return self.raising_value(dst, row, &args, site);
        }
        let slow = self.new_block("values");
        let done = self.new_block("done");
        let mut ways = Vec::new();
        if of_ints {
            let ints = self.both_ints(a.0, b.0)?;
            let fast = self.new_block("ints");
            let other = if of_floats { self.new_block("mixed") } else { slow };
            self.builder().build_conditional_branch(ints, fast, other)?;
            self.unit.builder.position_at_end(fast);
            let result = self.int_operation(op, a.1, b.1, slow)?;
            ways.push(((self.constant_word(tag::INT), result), self.current_block()?));
            self.builder().build_unconditional_branch(done)?;
            self.unit.builder.position_at_end(other);
        }
        if of_floats {
            // The quotient of two ints is rounded once where both are floats without loss.
            let (x, y) = self.both_as_floats(a, b, op == BinaryOp::TrueDiv, slow)?;
            let result = self.float_operation(op, x, y, slow)?;
            let bits = self.builder().build_bit_cast(result, self.unit.types.i64, "")?.into_int_value();
            ways.push(((self.constant_word(tag::FLOAT), bits), self.current_block()?));
            self.builder().build_unconditional_branch(done)?;
            self.unit.builder.position_at_end(slow);
        }
        let answer = self.call_row_pair(row, &args)?;
        let failed = self.tag_is(answer.0, tag::ERROR)?;
        self.raise_if(failed, site)?;
        ways.push((answer, self.current_block()?));
        self.builder().build_unconditional_branch(done)?;

        self.unit.builder.position_at_end(done);
        let (tag, bits) = self.merge_pairs(&ways)?;
        self.store_result(dst, Loaded::Pair(tag, bits))
    }

    /// `a op b` for ints; what does not fit goes to `otherwise`.
    fn int_operation(
        &mut self,
        op: BinaryOp,
        a: IntValue<'ctx>,
        b: IntValue<'ctx>,
        otherwise: BasicBlock<'ctx>,
    ) -> Result<IntValue<'ctx>> {
        let builder = &self.unit.builder;
        let intrinsic = match op {
            BinaryOp::And => return Ok(builder.build_and(a, b, "")?),
            BinaryOp::Or => return Ok(builder.build_or(a, b, "")?),
            BinaryOp::Xor => return Ok(builder.build_xor(a, b, "")?),
            BinaryOp::Add => "llvm.sadd.with.overflow",
            BinaryOp::Sub => "llvm.ssub.with.overflow",
            _ => "llvm.smul.with.overflow",
        };
        let (result, overflow) = self.with_overflow(intrinsic, a, b)?;
        let fits = self.new_block("fits");
        let branch = self.builder().build_conditional_branch(overflow, otherwise, fits)?;
        self.mark_unlikely(branch, true)?;
        self.unit.builder.position_at_end(fits);
        Ok(result)
    }

    pub fn unary(
        &mut self,
        dst: Option<LocalId>,
        op: UnaryOp,
        a: Operand,
        site: Option<SiteId>,
    ) -> Result<()> {
        let row = match op {
            UnaryOp::Neg => Rt::tp_neg,
            UnaryOp::Pos => Rt::tp_pos,
            UnaryOp::Invert => Rt::tp_invert,
        };
        let (tag, bits) = self.pair(a)?;
        self.raising_value(dst, row, &[tag.into(), bits.into()], site)
    }

    pub fn compare(
        &mut self,
        dst: Option<LocalId>,
        op: CompareOp,
        a: Operand,
        b: Operand,
        site: Option<SiteId>,
    ) -> Result<()> {
        let (a, b) = (self.pair(a)?, self.pair(b)?);
        let answer = if self.expand {
            let done = self.new_block("done");
            let [ints, floats] = self.compare_numbers(op, a, b, done, self.unit.types.i64)?;
            let answer = self.compare_row(op, a, b, site)?;
            let slow_end = self.current_block()?;
            self.builder().build_unconditional_branch(done)?;
            self.unit.builder.position_at_end(done);
            let bool_tag = self.constant_word(tag::BOOL);
            let as_value = |(bits, block)| ((bool_tag, bits), block);
            self.merge_pairs(&[as_value(ints), as_value(floats), (answer, slow_end)])?
        } else {
            self.compare_row(op, a, b, site)?
        };
        self.store_result(dst, Loaded::Pair(answer.0, answer.1))
    }

    pub fn compare_truth(
        &mut self,
        dst: Option<LocalId>,
        op: CompareOp,
        a: Operand,
        b: Operand,
        site: Option<SiteId>,
    ) -> Result<()> {
        let (a, b) = (self.pair(a)?, self.pair(b)?);
        if !self.expand {
            let answer = self.compare_row(op, a, b, site)?;
            let truth = self.truth(answer, site)?;
            return self.store_scalar(dst, truth);
        }
        let done = self.new_block("done");
        let [ints, floats] = self.compare_numbers(op, a, b, done, self.unit.types.i1)?;
        let answer = self.compare_row(op, a, b, site)?;
        let truth = self.truth(answer, site)?;
        let slow_end = self.current_block()?;
        self.builder().build_unconditional_branch(done)?;
        self.unit.builder.position_at_end(done);
        self.store_merged_bit(dst, &[ints, floats, (truth, slow_end)])
    }

    /// Compares two ints, or two numbers as floats, and goes to `done`: the answers, of type `answer`, and where they stand.
    /// Goes on where they are something else.
    fn compare_numbers(
        &mut self,
        op: CompareOp,
        a: Pair<'ctx>,
        b: Pair<'ctx>,
        done: BasicBlock<'ctx>,
        answer: IntType<'ctx>,
    ) -> Result<[(IntValue<'ctx>, BasicBlock<'ctx>); 2]> {
        let [ints, mixed, slow] = ["ints", "mixed", "values"].map(|name| self.new_block(name));
        let both = self.both_ints(a.0, b.0)?;
        self.builder().build_conditional_branch(both, ints, mixed)?;
        self.unit.builder.position_at_end(ints);
        let of_ints = self.builder().build_int_compare(int_predicate(op, true), a.1, b.1, "")?;
        let of_ints = self.builder().build_int_z_extend_or_bit_cast(of_ints, answer, "")?;
        self.builder().build_unconditional_branch(done)?;
        self.unit.builder.position_at_end(mixed);
        let (x, y) = self.both_as_floats(a, b, true, slow)?;
        let of_floats = self.builder().build_float_compare(float_predicate(op), x, y, "")?;
        let of_floats = self.builder().build_int_z_extend_or_bit_cast(of_floats, answer, "")?;
        let floats = self.current_block()?;
        self.builder().build_unconditional_branch(done)?;
        self.unit.builder.position_at_end(slow);
        Ok([(of_ints, ints), (of_floats, floats)])
    }

    fn both_ints(&self, a: IntValue<'ctx>, b: IntValue<'ctx>) -> Result<IntValue<'ctx>> {
        let a = self.tag_is(a, tag::INT)?;
        let b = self.tag_is(b, tag::INT)?;
        Ok(self.builder().build_and(a, b, "")?)
    }

    fn compare_row(
        &mut self,
        op: CompareOp,
        a: Pair<'ctx>,
        b: Pair<'ctx>,
        site: Option<SiteId>,
    ) -> Result<Pair<'ctx>> {
        let row = match op {
            CompareOp::Eq => Rt::tp_eq,
            CompareOp::Ne => Rt::tp_ne,
            CompareOp::Lt => Rt::tp_lt,
            CompareOp::Le => Rt::tp_le,
            CompareOp::Gt => Rt::tp_gt,
            CompareOp::Ge => Rt::tp_ge,
        };
        let answer = self.call_row_pair(row, &[a.0.into(), a.1.into(), b.0.into(), b.1.into()])?;
        let failed = self.tag_is(answer.0, tag::ERROR)?;
        self.raise_if(failed, site)?;
        Ok(answer)
    }

    /// `bool(value)`; the payload of a BOOL is the answer.
    pub fn truth(&mut self, (tag, bits): Pair<'ctx>, site: Option<SiteId>) -> Result<IntValue<'ctx>> {
        let i1 = self.unit.types.i1;
        if !self.unit.role.optimize {
            return self.raising_status(Rt::tp_truth, &[tag.into(), bits.into()], site);
        }
        // None, bools and ints are false if their payload is zero.
        let last = self.constant_word(tag::INT);
        let is_plain = self.builder().build_int_compare(IntPredicate::ULE, tag, last, "")?;
        let zero = self.constant_word(0);
        let direct = self.builder().build_int_compare(IntPredicate::NE, bits, zero, "")?;
        let done = self.new_block("truth");
        let slow = self.new_block("ask");
        let here = self.current_block()?;
        self.builder().build_conditional_branch(is_plain, done, slow)?;
        self.unit.builder.position_at_end(slow);
        let answer = self.raising_status(Rt::tp_truth, &[tag.into(), bits.into()], site)?;
        let slow_end = self.current_block()?;
        self.builder().build_unconditional_branch(done)?;
        self.unit.builder.position_at_end(done);
        let merged = self.builder().build_phi(i1, "")?;
        merged.add_incoming(&[(&direct, here), (&answer, slow_end)]);
        Ok(merged.as_basic_value().into_int_value())
    }

    /// `a is b`. The runtime decides for ints and strings, whose identity CPython shows by its caches.
    pub fn is(&mut self, dst: Option<LocalId>, a: Operand, b: Operand) -> Result<()> {
        let constant_singleton = |operand: Operand| {
            use analysis::mir::Const;
            matches!(
                operand,
                Operand::Const(
                    Const::None
                        | Const::Ellipsis
                        | Const::NotImplemented
                        | Const::BoolValue(_)
                        | Const::Unbound
                )
            )
        };
        let simple = constant_singleton(a) || constant_singleton(b);
        let (a, b) = (self.pair(a)?, self.pair(b)?);
        if simple {
            let tags = self.builder().build_int_compare(IntPredicate::EQ, a.0, b.0, "")?;
            let bits = self.builder().build_int_compare(IntPredicate::EQ, a.1, b.1, "")?;
            let same = self.builder().build_and(tags, bits, "")?;
            return self.store_scalar(dst, same);
        }
        let call = self.call_row(Rt::tp_is, &[a.0.into(), a.1.into(), b.0.into(), b.1.into()])?;
        self.store_scalar(dst, call.try_as_basic_value().unwrap_basic())
    }
}

fn binary_row(op: BinaryOp, inplace: bool) -> Rt {
    match (op, inplace) {
        (BinaryOp::Add, false) => Rt::tp_add,
        (BinaryOp::Sub, false) => Rt::tp_sub,
        (BinaryOp::Mul, false) => Rt::tp_mul,
        (BinaryOp::TrueDiv, false) => Rt::tp_truediv,
        (BinaryOp::FloorDiv, false) => Rt::tp_floordiv,
        (BinaryOp::Mod, false) => Rt::tp_mod,
        (BinaryOp::Pow, false) => Rt::tp_pow,
        (BinaryOp::MatMul, false) => Rt::tp_matmul,
        (BinaryOp::Shl, false) => Rt::tp_lshift,
        (BinaryOp::Shr, false) => Rt::tp_rshift,
        (BinaryOp::And, false) => Rt::tp_and,
        (BinaryOp::Or, false) => Rt::tp_or,
        (BinaryOp::Xor, false) => Rt::tp_xor,
        (BinaryOp::Add, true) => Rt::tp_iadd,
        (BinaryOp::Sub, true) => Rt::tp_isub,
        (BinaryOp::Mul, true) => Rt::tp_imul,
        (BinaryOp::TrueDiv, true) => Rt::tp_itruediv,
        (BinaryOp::FloorDiv, true) => Rt::tp_ifloordiv,
        (BinaryOp::Mod, true) => Rt::tp_imod,
        (BinaryOp::Pow, true) => Rt::tp_ipow,
        (BinaryOp::MatMul, true) => Rt::tp_imatmul,
        (BinaryOp::Shl, true) => Rt::tp_ilshift,
        (BinaryOp::Shr, true) => Rt::tp_irshift,
        (BinaryOp::And, true) => Rt::tp_iand,
        (BinaryOp::Or, true) => Rt::tp_ior,
        (BinaryOp::Xor, true) => Rt::tp_ixor,
    }
}

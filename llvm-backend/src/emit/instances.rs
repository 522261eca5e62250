//! `isinstance(value, class)`: in line where the value is a direct instance of the class, or of a builtin type and the class
//! one of the program's; all else is the row's.
//!
//! ```text
//! class.tag == TYPE:  value's type id == class.id: True
//!                     value's type is builtin and class.id is not: False
//! otherwise:          tp_isinstance(value, class)
//! ```

use crate::{
    emit::{alias::Region, function::FunctionEmitter},
    error::Result,
};
use analysis::mir::{LocalId, Operand, SiteId};
use inkwell::{IntPredicate, values::IntValue};
use runtime_interface::{layout::classes, rows::Rt, tag};

/// Types whose values claim no other class than their own.
const BUILTIN: u64 = (1 << (tag::FUNCTION + 1)) - (1 << tag::NONE);

impl<'ctx> FunctionEmitter<'_, 'ctx, '_> {
    /// Whether the tag is below 64 and its bit set in the mask.
    pub fn tag_in(&self, tag: IntValue<'ctx>, mask: u64) -> Result<IntValue<'ctx>> {
        let builder = self.builder();
        let small = builder.build_int_compare(IntPredicate::ULT, tag, self.constant_word(64), "")?;
        // The shift takes no more than 63 bits; what it gives for others does not count.
        let count = builder.build_and(tag, self.constant_word(63), "")?;
        let shifted = builder.build_right_shift(self.constant_word(mask), count, false, "")?;
        let bit = builder.build_int_truncate(shifted, self.unit.types.i1, "")?;
        Ok(builder.build_and(small, bit, "")?)
    }

    pub fn is_instance(
        &mut self,
        dst: Option<LocalId>,
        value: Operand,
        class: Operand,
        site: Option<SiteId>,
    ) -> Result<()> {
        let (value, class) = (self.pair(value)?, self.pair(class)?);
        let [slow, done] = ["instance.slow", "instance.done"].map(|name| self.new_block(name));
        let mut known = vec![];
        let i1 = self.unit.types.i1;
        if self.expand {
            let [plain, own, head, other] =
                ["instance.type", "instance.own", "instance.head", "instance.other"]
                    .map(|name| self.new_block(name));
            let is_type = self.tag_is(class.0, tag::TYPE)?;
            self.builder().build_conditional_branch(is_type, plain, slow)?;
            self.unit.builder.position_at_end(plain);
            let id = self.offset(self.pointer_of(class.1)?, classes::ID)?;
            let id = self.load_word(id, Region::Any)?;
            let first = self.constant_word(tag::FIRST_CLASS);
            let is_own = self.builder().build_int_compare(IntPredicate::UGE, value.0, first, "")?;
            self.builder().build_conditional_branch(is_own, head, other)?;

            // The header knows the class best: `__class__` may have been assigned.
            self.unit.builder.position_at_end(head);
            let header = self.load_header(self.pointer_of(value.1)?)?;
            let builder = self.builder();
            let found = builder.build_and(header, self.constant_word(0xffff_ffff), "")?;
            let same = builder.build_int_compare(IntPredicate::EQ, found, id, "")?;
            known.push((i1.const_int(1, false), head));
            builder.build_conditional_branch(same, done, slow)?;

            self.unit.builder.position_at_end(other);
            let builtin = self.tag_in(value.0, BUILTIN)?;
            let builder = self.builder();
            let of_program = builder.build_int_compare(IntPredicate::UGE, id, first, "")?;
            let never = builder.build_and(builtin, of_program, "")?;
            known.push((i1.const_zero(), other));
            builder.build_conditional_branch(never, done, own)?;
            self.unit.builder.position_at_end(own);
            let same = self.builder().build_int_compare(IntPredicate::EQ, value.0, id, "")?;
            known.push((i1.const_int(1, false), own));
            self.builder().build_conditional_branch(same, done, slow)?;
        } else {
            self.builder().build_unconditional_branch(slow)?;
        }
        self.unit.builder.position_at_end(slow);
        let args = [value.0.into(), value.1.into(), class.0.into(), class.1.into()];
        let answer = self.call_row(Rt::tp_isinstance, &args)?.try_as_basic_value().unwrap_basic();
        let answer = answer.into_int_value();
        let zero = answer.get_type().const_zero();
        let failed = self.builder().build_int_compare(IntPredicate::SLT, answer, zero, "")?;
        self.raise_if(failed, site)?;
        let truth = self.builder().build_int_compare(IntPredicate::NE, answer, zero, "")?;
        known.push((truth, self.current_block()?));
        self.builder().build_unconditional_branch(done)?;
        self.unit.builder.position_at_end(done);
        self.store_merged_bit(dst, &known)
    }
}

//! Attributes and methods: the armed half of the site's cache cell is tested in line, all else is the row's.
//!
//! ```text
//! o.x:        if o.tag == cell.armed_for && o.header.type_id == cell.armed_for: v = field at cell.offset; if bound: v
//!             else: tp_getattr(o, "x", cell)
//! ```
//!
//! The tag alone would not do: `__class__` may have been assigned since the value was made.

use crate::{
    emit::{
        alias::Region,
        call::Pair,
        function::{FunctionEmitter, Loaded},
    },
    error::Result,
};
use analysis::mir::{CacheId, CodeId, ConstantId, LocalId, Operand, SiteId};
use inkwell::{
    IntPredicate,
    attributes::AttributeLoc,
    basic_block::BasicBlock,
    values::{IntValue, PointerValue},
};
use runtime_interface::{
    layout::{caches, functions, header},
    rows::Rt,
    tag,
};

impl<'ctx> FunctionEmitter<'_, 'ctx, '_> {
    pub fn get_attr(
        &mut self,
        dst: Option<LocalId>,
        object: Operand,
        name: ConstantId,
        cache: CacheId,
        site: Option<SiteId>,
    ) -> Result<()> {
        let (tag, bits) = self.pair(object)?;
        let name = self.unit.constant(name);
        let cell = self.unit.cache(cache);
        let all = [tag.into(), bits.into(), name.into(), cell.into()];
        if !self.expand {
            return self.raising_value(dst, Rt::tp_getattr, &all, site);
        }
        let (slow, done) = (self.new_block("attr.slow"), self.new_block("attr.done"));
        let (pointer, _) = self.instance_of_armed((tag, bits), cell, slow)?;
        let field = self.armed_field(pointer, cell)?;
        let (field_tag, field_bits) = self.load_value(field, Region::ValueField)?;
        // Neither unbound nor a word: those are the tags below the first of a value.
        let first = self.constant_word(tag::NONE);
        let unbound = self.builder().build_int_compare(IntPredicate::ULT, field_tag, first, "")?;
        let fast_end = self.current_block()?;
        let branch = self.builder().build_conditional_branch(unbound, slow, done)?;
        self.mark_unlikely(branch, true)?;

        self.unit.builder.position_at_end(slow);
        let answer = self.call_row_pair(Rt::tp_getattr, &all)?;
        let failed = self.tag_is(answer.0, tag::ERROR)?;
        self.raise_if(failed, site)?;
        let slow_end = self.current_block()?;
        self.builder().build_unconditional_branch(done)?;

        self.unit.builder.position_at_end(done);
        let (tag, bits) = self.merge_pairs(&[((field_tag, field_bits), fast_end), (answer, slow_end)])?;
        self.store_result(dst, Loaded::Pair(tag, bits))
    }

    /// A field that is bound is overwritten in line, and one that is next in the order of assignment is bound in line; a
    /// reference only into an object that needs no barrier.
    pub fn set_attr(
        &mut self,
        object: Operand,
        name: ConstantId,
        value: Operand,
        cache: CacheId,
        site: Option<SiteId>,
    ) -> Result<()> {
        let (tag, bits) = self.pair(object)?;
        let (value_tag, value_bits) = self.pair(value)?;
        let name = self.unit.constant(name);
        let cell = self.unit.cache(cache);
        let all = [tag.into(), bits.into(), name.into(), value_tag.into(), value_bits.into(), cell.into()];
        if !self.expand {
            self.raising_status(Rt::tp_setattr, &all, site)?;
            return Ok(());
        }
        let (slow, done) = (self.new_block("attr.slow"), self.new_block("attr.done"));
        let (pointer, head) = self.instance_of_armed((tag, bits), cell, slow)?;
        let (store, first) = (self.new_block("attr.store"), self.new_block("attr.first"));
        let checked = self.new_block("attr.checked");
        // The barrier first: nothing may be changed when the row has to do it all.
        let old = self.constant_word(header::OLD);
        let is_old = self.builder().build_and(head, old, "")?;
        let is_old = self.builder().build_int_compare(IntPredicate::NE, is_old, self.constant_word(0), "")?;
        let is_reference = self.is_reference(value_tag)?;
        let needs_barrier = self.builder().build_and(is_old, is_reference, "")?;
        self.builder().build_conditional_branch(needs_barrier, slow, checked)?;

        self.unit.builder.position_at_end(checked);
        let field = self.armed_field(pointer, cell)?;
        let before = self.load_word(field, Region::ValueField)?;
        let unbound = self.tag_is(before, tag::UNBOUND)?;
        self.builder().build_conditional_branch(unbound, first, store)?;

        self.unit.builder.position_at_end(first);
        // In order of assignment: nothing unusual about the object, and the field before this one is bound.
        let flags = self.builder().build_and(head, self.constant_word(header::NOT_PLAIN), "")?;
        let plain = self.builder().build_int_compare(IntPredicate::EQ, flags, self.constant_word(0), "")?;
        let before = self.load_word(self.offset(cell, caches::ARMED + 8)?, Region::Cache)?;
        let before = self.load_word(self.at(pointer, before)?, Region::Any)?;
        let unbound = self.constant_word(tag::UNBOUND);
        let bound = self.builder().build_int_compare(IntPredicate::NE, before, unbound, "")?;
        let next = self.builder().build_and(plain, bound, "")?;
        self.builder().build_conditional_branch(next, store, slow)?;

        self.unit.builder.position_at_end(store);
        self.store_value(field, (value_tag, value_bits), Region::ValueField)?;
        self.builder().build_unconditional_branch(done)?;

        self.unit.builder.position_at_end(slow);
        self.raising_status(Rt::tp_setattr, &all, site)?;
        self.builder().build_unconditional_branch(done)?;
        self.unit.builder.position_at_end(done);
        Ok(())
    }

    #[expect(clippy::too_many_arguments)]
    pub fn call_method(
        &mut self,
        dst: Option<LocalId>,
        receiver: Operand,
        name: ConstantId,
        args: &[Operand],
        kwnames: Option<ConstantId>,
        cache: CacheId,
        site: Option<SiteId>,
    ) -> Result<()> {
        let (tag, bits) = self.pair(receiver)?;
        let name = self.unit.constant(name);
        let cell = self.unit.cache(cache);
        let first = self.arguments(args)?;
        let (count, names) = self.keyword_names(args.len(), kwnames);
        let all = [tag.into(), bits.into(), name.into(), first.into(), count, names, cell.into()];
        if !self.expand {
            return self.raising_value(dst, Rt::tp_call_method, &all, site);
        }
        let (slow, done) = (self.new_block("method.slow"), self.new_block("method.done"));
        self.armed_method((tag, bits), cell, slow)?;
        let function = self.load_pointer(self.offset(cell, caches::ARMED)?, Region::Cache)?;
        let entry = self.load_pointer(self.offset(function, functions::ENTRY)?, Region::Function)?;
        // The room before the first argument is the receiver's.
        let room = self.constant_word(16u64.wrapping_neg());
        let with_receiver = self.at(first, room)?;
        self.store_value(with_receiver, (tag, bits), Region::Stack)?;
        let types = self.unit.types;
        let (ptr, word) = (types.ptr.into(), types.i64.into());
        let entry_type = types.value.fn_type(&[ptr, ptr, word, ptr], false);
        let count = self.builder().build_int_add(count.into_int_value(), self.constant_word(1), "")?;
        let call = self.builder().build_indirect_call(
            entry_type,
            entry,
            &[function.into(), with_receiver.into(), count.into(), names],
            "",
        )?;
        call.add_attribute(AttributeLoc::Function, self.unit.attribute("nounwind", 0));
        let direct = self.result_pair(call)?;
        let fast_end = self.current_block()?;
        self.builder().build_unconditional_branch(done)?;

        self.unit.builder.position_at_end(slow);
        let answer = self.call_row_pair(Rt::tp_call_method, &all)?;
        self.builder().build_unconditional_branch(done)?;

        self.unit.builder.position_at_end(done);
        let (tag, bits) = self.merge_pairs(&[(direct, fast_end), (answer, slow)])?;
        let failed = self.tag_is(tag, tag::ERROR)?;
        self.raise_if(failed, site)?;
        self.store_result(dst, Loaded::Pair(tag, bits))
    }

    pub fn method_is(
        &mut self,
        dst: Option<LocalId>,
        receiver: Operand,
        class: CodeId,
        (name, unless): (ConstantId, Option<ConstantId>),
        code: CodeId,
        cache: CacheId,
    ) -> Result<()> {
        let (tag, bits) = self.pair(receiver)?;
        let name = self.unit.constant(name);
        let unless = match unless {
            Some(name) => self.unit.constant(name),
            None => self.unit.types.ptr.const_null(),
        };
        let code = self.unit.code(code);
        let class = self.unit.code(class);
        let cell = self.unit.cache(cache);
        let slow = self.new_block("method.slow");
        let mut known = None;
        if self.expand {
            let (done, other) = (self.new_block("method.known"), self.new_block("method.other"));
            self.armed_method((tag, bits), cell, other)?;
            let here = self.current_block()?;
            self.builder().build_unconditional_branch(done)?;
            // Armed for its class, and this is no such instance: not the method.
            self.unit.builder.position_at_end(other);
            let armed_for = self.load_word(self.offset(cell, caches::ARMED_FOR)?, Region::Cache)?;
            let zero = self.constant_word(0);
            let unknown = self.builder().build_int_compare(IntPredicate::EQ, armed_for, zero, "")?;
            let branch = self.builder().build_conditional_branch(unknown, slow, done)?;
            self.mark_unlikely(branch, true)?;
            known = Some((here, other, done));
        } else {
            self.builder().build_unconditional_branch(slow)?;
        }
        self.unit.builder.position_at_end(slow);
        let all =
            [tag.into(), bits.into(), name.into(), unless.into(), code.into(), class.into(), cell.into()];
        let found = self.call_row(Rt::tp_find_method, &all)?.try_as_basic_value().unwrap_basic();
        let i1 = self.unit.types.i1;
        let found = self.as_bit(found.into_int_value())?;
        let Some((here, other, done)) = known else { return self.store_scalar(dst, found) };
        self.builder().build_unconditional_branch(done)?;
        self.unit.builder.position_at_end(done);
        let (yes, no) = (i1.const_int(1, false), i1.const_zero());
        self.store_merged_bit(dst, &[(yes, here), (no, other), (found, slow)])
    }

    /// A class made by another run of the same statement must not pass: both class and receiver are compared.
    pub fn super_method_is(
        &mut self,
        dst: Option<LocalId>,
        class: Operand,
        receiver: Operand,
        name: ConstantId,
        code: CodeId,
        cache: CacheId,
    ) -> Result<()> {
        let (class_tag, class_bits) = self.pair(class)?;
        let (tag, bits) = self.pair(receiver)?;
        let name = self.unit.constant(name);
        let code = self.unit.code(code);
        let cell = self.unit.cache(cache);
        let slow = self.new_block("super.slow");
        let known = if self.expand {
            let (same, done) = (self.new_block("super.class"), self.new_block("super.known"));
            let is_type = self.tag_is(class_tag, tag::TYPE)?;
            let armed_class = self.load_word(self.offset(cell, caches::ARMED + 8)?, Region::Cache)?;
            let is_class = self.builder().build_int_compare(IntPredicate::EQ, class_bits, armed_class, "")?;
            let both = self.builder().build_and(is_type, is_class, "")?;
            let branch = self.builder().build_conditional_branch(both, same, slow)?;
            self.mark_unlikely(branch, false)?;
            self.unit.builder.position_at_end(same);
            self.instance_of_armed((tag, bits), cell, slow)?;
            let here = self.current_block()?;
            self.builder().build_unconditional_branch(done)?;
            Some((here, done))
        } else {
            self.builder().build_unconditional_branch(slow)?;
            None
        };
        self.unit.builder.position_at_end(slow);
        let all = [
            class_tag.into(),
            class_bits.into(),
            tag.into(),
            bits.into(),
            name.into(),
            code.into(),
            cell.into(),
        ];
        let found = self.call_row(Rt::tp_find_super_method, &all)?.try_as_basic_value().unwrap_basic();
        self.found_or_known(dst, found.into_int_value(), known)
    }

    pub fn init_is(
        &mut self,
        dst: Option<LocalId>,
        class: Operand,
        code: CodeId,
        cache: CacheId,
    ) -> Result<()> {
        let (tag, bits) = self.pair(class)?;
        let code = self.unit.code(code);
        let cell = self.unit.cache(cache);
        let slow = self.new_block("init.slow");
        let known = if self.expand {
            let done = self.new_block("init.known");
            let is_type = self.tag_is(tag, tag::TYPE)?;
            let armed_for = self.load_word(self.offset(cell, caches::ARMED_FOR)?, Region::Cache)?;
            let same = self.builder().build_int_compare(IntPredicate::EQ, bits, armed_for, "")?;
            let both = self.builder().build_and(is_type, same, "")?;
            let here = self.current_block()?;
            let branch = self.builder().build_conditional_branch(both, done, slow)?;
            self.mark_unlikely(branch, false)?;
            Some((here, done))
        } else {
            self.builder().build_unconditional_branch(slow)?;
            None
        };
        self.unit.builder.position_at_end(slow);
        let all = [tag.into(), bits.into(), code.into(), cell.into()];
        let found = self.call_row(Rt::tp_find_init, &all)?.try_as_basic_value().unwrap_basic();
        self.found_or_known(dst, found.into_int_value(), known)
    }

    pub fn native_is(
        &mut self,
        dst: Option<LocalId>,
        value: Operand,
        module: ConstantId,
        name: ConstantId,
        cache: CacheId,
    ) -> Result<()> {
        let (tag, bits) = self.pair(value)?;
        let module = self.unit.constant(module);
        let name = self.unit.constant(name);
        let cell = self.unit.cache(cache);
        let slow = self.new_block("native.slow");
        let known = if self.expand {
            let done = self.new_block("native.known");
            let armed_for = self.load_word(self.offset(cell, caches::ARMED_FOR)?, Region::Cache)?;
            let armed_tag = self.load_word(self.offset(cell, caches::ARMED + 8)?, Region::Cache)?;
            let same = self.builder().build_int_compare(IntPredicate::EQ, bits, armed_for, "")?;
            let of_kind = self.builder().build_int_compare(IntPredicate::EQ, tag, armed_tag, "")?;
            let both = self.builder().build_and(same, of_kind, "")?;
            let here = self.current_block()?;
            let branch = self.builder().build_conditional_branch(both, done, slow)?;
            self.mark_unlikely(branch, false)?;
            Some((here, done))
        } else {
            self.builder().build_unconditional_branch(slow)?;
            None
        };
        self.unit.builder.position_at_end(slow);
        let all = [tag.into(), bits.into(), module.into(), name.into(), cell.into()];
        let found = self.call_row(Rt::tp_is_native, &all)?.try_as_basic_value().unwrap_basic();
        self.found_or_known(dst, found.into_int_value(), known)
    }

    /// Stores what the row found, or true where the cell knew it.
    fn found_or_known(
        &mut self,
        dst: Option<LocalId>,
        found: IntValue<'ctx>,
        known: Option<(BasicBlock<'ctx>, BasicBlock<'ctx>)>,
    ) -> Result<()> {
        let i1 = self.unit.types.i1;
        let found = self.as_bit(found)?;
        let Some((here, done)) = known else { return self.store_scalar(dst, found) };
        let slow_end = self.current_block()?;
        self.builder().build_unconditional_branch(done)?;
        self.unit.builder.position_at_end(done);
        self.store_merged_bit(dst, &[(i1.const_int(1, false), here), (found, slow_end)])
    }

    /// Where control comes together: the bit that each way brings.
    pub fn store_merged_bit(
        &mut self,
        dst: Option<LocalId>,
        ways: &[(IntValue<'ctx>, BasicBlock<'ctx>)],
    ) -> Result<()> {
        let merged = self.builder().build_phi(self.unit.types.i1, "")?;
        for &(bit, block) in ways {
            merged.add_incoming(&[(&bit, block)]);
        }
        self.store_scalar(dst, merged.as_basic_value())
    }

    /// A row's `bool` as one bit.
    pub fn as_bit(&self, answer: IntValue<'ctx>) -> Result<IntValue<'ctx>> {
        Ok(match answer.get_type().get_bit_width() {
            1 => answer,
            _ => self.builder().build_int_truncate(answer, self.unit.types.i1, "")?,
        })
    }

    /// Both tags and both headers: a tag may be older than an assignment to `__class__`.
    pub fn same_class(&mut self, dst: Option<LocalId>, a: Operand, b: Operand) -> Result<()> {
        let ((a_tag, a_bits), (b_tag, b_bits)) = (self.pair(a)?, self.pair(b)?);
        let same_tag = self.builder().build_int_compare(IntPredicate::EQ, a_tag, b_tag, "")?;
        let (look, done) = (self.new_block("class.look"), self.new_block("class.known"));
        let here = self.current_block()?;
        self.builder().build_conditional_branch(same_tag, look, done)?;
        self.unit.builder.position_at_end(look);
        let low = self.constant_word(0xffff_ffff);
        let a_head = self.load_header(self.pointer_of(a_bits)?)?;
        let b_head = self.load_header(self.pointer_of(b_bits)?)?;
        let builder = self.builder();
        let differ = builder.build_xor(a_head, b_head, "")?;
        let differ = builder.build_and(differ, low, "")?;
        let same = builder.build_int_compare(IntPredicate::EQ, differ, self.constant_word(0), "")?;
        self.builder().build_unconditional_branch(done)?;
        self.unit.builder.position_at_end(done);
        self.store_merged_bit(dst, &[(same_tag, here), (same, look)])
    }

    // ---- tests of the armed half ----

    /// Goes on with the object and its header word if it is an instance of the class that the cell is armed for.
    fn instance_of_armed(
        &mut self,
        object: Pair<'ctx>,
        cell: PointerValue<'ctx>,
        otherwise: BasicBlock<'ctx>,
    ) -> Result<(PointerValue<'ctx>, IntValue<'ctx>)> {
        let armed_for = self.load_word(self.offset(cell, caches::ARMED_FOR)?, Region::Cache)?;
        let same = self.builder().build_int_compare(IntPredicate::EQ, object.0, armed_for, "")?;
        let (maybe, sure) = (self.new_block("armed.tag"), self.new_block("armed"));
        let branch = self.builder().build_conditional_branch(same, maybe, otherwise)?;
        self.mark_unlikely(branch, false)?;
        self.unit.builder.position_at_end(maybe);
        let pointer = self.pointer_of(object.1)?;
        let head = self.load_header(pointer)?;
        let low = self.constant_word(0xffff_ffff);
        let id = self.builder().build_and(head, low, "")?;
        let same = self.builder().build_int_compare(IntPredicate::EQ, id, armed_for, "")?;
        let branch = self.builder().build_conditional_branch(same, sure, otherwise)?;
        self.mark_unlikely(branch, false)?;
        self.unit.builder.position_at_end(sure);
        Ok((pointer, head))
    }

    /// Goes on if the cell is armed for the receiver's class and the receiver has no dict that could hide the method.
    fn armed_method(
        &mut self,
        receiver: Pair<'ctx>,
        cell: PointerValue<'ctx>,
        otherwise: BasicBlock<'ctx>,
    ) -> Result<()> {
        let (pointer, _) = self.instance_of_armed(receiver, cell, otherwise)?;
        let dict_offset = self.load_word(self.offset(cell, caches::ARMED + 8)?, Region::Cache)?;
        let zero = self.constant_word(0);
        let may_hide = self.builder().build_int_compare(IntPredicate::NE, dict_offset, zero, "")?;
        let (look, sure) = (self.new_block("armed.dict"), self.new_block("armed.method"));
        self.builder().build_conditional_branch(may_hide, look, sure)?;
        self.unit.builder.position_at_end(look);
        let dict = self.load_word(self.at(pointer, dict_offset)?, Region::DictPointer)?;
        let none = self.builder().build_int_compare(IntPredicate::EQ, dict, zero, "")?;
        let branch = self.builder().build_conditional_branch(none, sure, otherwise)?;
        self.mark_unlikely(branch, false)?;
        self.unit.builder.position_at_end(sure);
        Ok(())
    }

    /// The address of the field that the cell names.
    fn armed_field(
        &mut self,
        pointer: PointerValue<'ctx>,
        cell: PointerValue<'ctx>,
    ) -> Result<PointerValue<'ctx>> {
        let offset = self.load_word(self.offset(cell, caches::ARMED)?, Region::Cache)?;
        self.at(pointer, offset)
    }

    /// The address at a byte offset known at run time only.
    pub fn at(&self, base: PointerValue<'ctx>, offset: IntValue<'ctx>) -> Result<PointerValue<'ctx>> {
        let i8 = self.unit.context.i8_type();
        // SAFETY: the offset comes from the runtime's layout of the object.
        Ok(unsafe { self.builder().build_gep(i8, base, &[offset], "")? })
    }

    /// Whether a value with this tag is a reference into the heap.
    pub fn is_reference(&self, tag: IntValue<'ctx>) -> Result<IntValue<'ctx>> {
        let first = self.constant_word(tag::FIRST_HEAP);
        Ok(self.builder().build_int_compare(IntPredicate::UGE, tag, first, "")?)
    }
}

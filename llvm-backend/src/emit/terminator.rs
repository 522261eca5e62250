//! How blocks end.

use crate::{
    emit::{
        alias::Region,
        call::Pair,
        function::{FunctionEmitter, Loaded},
        unit::FAST_CALL,
    },
    error::Result,
};
use analysis::mir::{BlockId, InstanceId, InstanceKind, LocalId, Operand, Repr, Return, SiteId, Terminator};
use inkwell::{basic_block::BasicBlock, values::BasicValueEnum};
use runtime_interface::{layout::generators, rows::Rt, tag};

impl<'ctx> FunctionEmitter<'_, 'ctx, '_> {
    pub fn terminator(&mut self, terminator: &Terminator) -> Result<()> {
        match terminator {
            Terminator::Goto(target) => {
                let target = self.block(*target);
                self.builder().build_unconditional_branch(target)?;
                Ok(())
            }
            Terminator::Branch { cond, then, otherwise } => {
                let condition = self.int(*cond)?;
                let (then_block, else_block) = (self.block(*then), self.block(*otherwise));
                let branch = self.builder().build_conditional_branch(condition, then_block, else_block)?;
                let cold = |id: BlockId| self.body.blocks[id].cold;
                if then != otherwise && cold(*then) != cold(*otherwise) {
                    self.mark_unlikely(branch, cold(*then))?;
                }
                Ok(())
            }
            Terminator::Switch { on, cases, otherwise } => {
                let on = self.int(*on)?;
                let otherwise = self.block(*otherwise);
                let cases: Vec<(_, BasicBlock<'ctx>)> = cases
                    .iter()
                    .map(|&(value, target)| (self.constant_word(value), self.block(target)))
                    .collect();
                self.builder().build_switch(on, otherwise, &cases)?;
                Ok(())
            }
            Terminator::Return(operand) => self.emit_return(*operand),
            Terminator::CheckedInt { op, dst, a, b, ok, overflow } => {
                let (a, b) = (self.int(*a)?, self.int(*b)?);
                let (result, overflowed) = self.checked(*op, a, b)?;
                let fits = self.new_block("fits");
                let overflow = self.block(*overflow);
                let branch = self.builder().build_conditional_branch(overflowed, overflow, fits)?;
                self.mark_unlikely(branch, true)?;
                self.unit.builder.position_at_end(fits);
                self.store_scalar(Some(*dst), result)?;
                let ok = self.block(*ok);
                self.builder().build_unconditional_branch(ok)?;
                Ok(())
            }
            Terminator::ListItem { list, index, dst, references, inside, ok, otherwise } => {
                let otherwise = self.block(*otherwise);
                let place = match inside {
                    true => self.known_place(*list, *index)?,
                    false => self.list_place(*list, *index, otherwise)?,
                };
                self.list_item(place, *dst, *references, otherwise)?;
                let ok = self.block(*ok);
                self.builder().build_unconditional_branch(ok)?;
                Ok(())
            }
            Terminator::StoreListItem { list, index, value, ok, otherwise } => {
                self.store_list_item(*list, *index, *value, (*ok, *otherwise))
            }
            Terminator::CallUnboxed { instance, args, dst, ok, escaped, site } => {
                self.call_unboxed(*instance, args, *dst, *ok, *escaped, *site)
            }
            Terminator::ForNext { iter, dst, body, exit, site } => {
                let (tag, bits) = self.pair(*iter)?;
                let (slow, more) = (self.new_block("next.slow"), self.new_block("item"));
                let mut fast = None;
                if self.expand {
                    fast = Some(self.next_in_sequence((tag, bits), slow)?);
                    self.builder().build_unconditional_branch(more)?;
                } else {
                    self.builder().build_unconditional_branch(slow)?;
                }
                self.unit.builder.position_at_end(slow);
                let mut item = match self.expand {
                    true => self.next_of_any((tag, bits))?,
                    false => self.call_row_pair(Rt::tp_next, &[tag.into(), bits.into()])?,
                };
                let failed = self.tag_is(item.0, tag::ERROR)?;
                self.raise_if(failed, Some(*site))?;
                let exhausted = self.tag_is(item.0, tag::UNBOUND)?;
                let exit = self.block(*exit);
                let slow_end = self.current_block()?;
                self.builder().build_conditional_branch(exhausted, exit, more)?;
                self.unit.builder.position_at_end(more);
                if let Some(fast) = fast {
                    item = self.merge_pairs(&[fast, (item, slow_end)])?;
                }
                self.store(*dst, Loaded::Pair(item.0, item.1))?;
                let body = self.block(*body);
                self.builder().build_unconditional_branch(body)?;
                Ok(())
            }
            Terminator::Leave { instance, point, live } => self.leave(*instance, *point, live),
            Terminator::Raise { site } => {
                let here = self.current_block()?;
                let target = self.raise_target(*site, here)?;
                self.builder().build_unconditional_branch(target)?;
                Ok(())
            }
            Terminator::Call { .. } => Err(self.bug("a call outlived pass `inline`")),
            Terminator::Yield { .. } => Err(self.bug("a yield outlived pass `generators`")),
            Terminator::Unreachable => {
                self.builder().build_unreachable()?;
                Ok(())
            }
        }
    }

    /// The next item of a generator, or of what the run time knows.
    fn next_of_any(&mut self, (tag, bits): Pair<'ctx>) -> Result<Pair<'ctx>> {
        let is_generator = self.tag_is(tag, tag::GENERATOR)?;
        let [generator, other, done] =
            ["next.generator", "next.any", "next.done"].map(|name| self.new_block(name));
        self.builder().build_conditional_branch(is_generator, generator, other)?;
        self.unit.builder.position_at_end(generator);
        let object = self.pointer_of(bits)?;
        let resume = self.load_pointer(self.offset(object, generators::RESUME)?, Region::Generator)?;
        let [mode, none, zero] = [generators::NEXT, tag::NONE, 0].map(|word| self.constant_word(word));
        let (ptr, i64) = (self.unit.types.ptr.into(), self.unit.types.i64.into());
        let function_type = self.unit.types.value.fn_type(&[ptr, i64, i64, i64], false);
        let args = [object.into(), mode.into(), none.into(), zero.into()];
        let call = self.builder().build_indirect_call(function_type, resume, &args, "")?;
        let yielded = self.result_pair(call)?;
        let generator = self.current_block()?;
        self.builder().build_unconditional_branch(done)?;
        self.unit.builder.position_at_end(other);
        let found = self.call_row_pair(Rt::tp_next, &[tag.into(), bits.into()])?;
        self.builder().build_unconditional_branch(done)?;
        self.unit.builder.position_at_end(done);
        self.merge_pairs(&[(yielded, generator), (found, other)])
    }

    fn emit_return(&mut self, operand: Operand) -> Result<()> {
        let loaded = match self.instance.ret {
            Return::Value | Return::Guarded(_) => self.boxed(operand)?,
            Return::Bare(_) => self.load(operand)?,
        };
        self.leave_frame()?;
        match loaded {
            Loaded::Pair(tag, bits) => self.return_pair(tag.into(), bits.into()),
            Loaded::Scalar(scalar) => {
                self.builder().build_return(Some(&scalar))?;
                Ok(())
            }
        }
    }

    fn return_pair(&mut self, tag: BasicValueEnum<'ctx>, bits: BasicValueEnum<'ctx>) -> Result<()> {
        let builder = &self.unit.builder;
        let pair = self.unit.types.value.get_poison();
        let pair = builder.build_insert_value(pair, tag, 0, "")?;
        let pair = builder.build_insert_value(pair, bits, 1, "")?;
        builder.build_return(Some(&pair.into_struct_value()))?;
        Ok(())
    }

    fn call_unboxed(
        &mut self,
        instance: InstanceId,
        args: &[Operand],
        dst: LocalId,
        ok: BlockId,
        escaped: (LocalId, BlockId),
        site: SiteId,
    ) -> Result<()> {
        let call = self.call_instance_raw(instance, args)?;
        let (tag, bits) = self.result_pair(call)?;
        let Return::Guarded(repr) = self.unit.program.instances[instance].ret else {
            return Err(self.bug("CallUnboxed of an instance without a guarded result"));
        };
        let expected = match repr {
            Repr::I64 => tag::INT,
            Repr::F64 => tag::FLOAT,
            Repr::Bool => tag::BOOL,
            _ => return Err(self.bug("a guarded result is an int, a float or a bool")),
        };
        let usual = self.tag_is(tag, expected)?;
        let unusual = self.new_block("unusual");
        let as_typed = self.new_block("typed");
        let branch = self.builder().build_conditional_branch(usual, as_typed, unusual)?;
        self.mark_unlikely(branch, false)?;

        self.unit.builder.position_at_end(unusual);
        let failed = self.tag_is(tag, tag::ERROR)?;
        self.raise_if(failed, Some(site))?;
        self.store(escaped.0, Loaded::Pair(tag, bits))?;
        let target = self.block(escaped.1);
        self.builder().build_unconditional_branch(target)?;

        self.unit.builder.position_at_end(as_typed);
        let result = self.unboxed(bits, repr)?;
        self.store(dst, Loaded::Scalar(result))?;
        let ok = self.block(ok);
        self.builder().build_unconditional_branch(ok)?;
        Ok(())
    }

    /// The same of a body that stands in the place of its call: goes on with the result.
    pub fn call_continuation(
        &mut self,
        dst: Option<LocalId>,
        (instance, point): (InstanceId, u32),
        live: &[Operand],
        frames: u32,
        site: Option<SiteId>,
    ) -> Result<()> {
        let array = self.arguments(live)?;
        let array = self.word_of(array)?;
        let function = self.unit.instance(instance);
        let point = self.constant_word(u64::from(point));
        let before = self.enter_inlined(frames)?;
        let call = self.builder().build_call(function, &[point.into(), array.into()], "")?;
        call.set_call_convention(FAST_CALL);
        let (tag, bits) = self.result_pair(call)?;
        self.store_depth(before)?;
        let failed = self.tag_is(tag, tag::ERROR)?;
        self.raise_if(failed, site)?;
        self.store_result(dst, Loaded::Pair(tag, bits))
    }

    /// A generator goes on as its continuation, a resume function as this one, at once and whenever it is resumed.
    fn leave_generator(&mut self, instance: InstanceId, point: u32, live: &[Operand]) -> Result<()> {
        let array = if live.is_empty() { self.unit.types.ptr.const_null() } else { self.arguments(live)? };
        let function = self.unit.instance(instance);
        let generator = self.function.get_first_param().ok_or_else(|| self.bug("no generator"))?;
        let [point, count, mode, tag, bits] =
            [u64::from(point), live.len() as u64, generators::SEND, tag::NONE, 0]
                .map(|word| self.constant_word(word));
        let resume = function.as_global_value().as_pointer_value();
        let args = [generator.into(), resume.into(), point.into(), array.into(), count.into()];
        self.call_row(Rt::tp_generator_leave, &args)?;
        // That function counts its frame itself.
        self.leave_frame()?;
        let args = [generator.into(), mode.into(), tag.into(), bits.into()];
        let call = self.builder().build_call(function, &args, "")?;
        let (tag, bits) = self.result_pair(call)?;
        self.return_pair(tag.into(), bits.into())
    }

    fn leave(&mut self, instance: InstanceId, point: u32, live: &[Operand]) -> Result<()> {
        if self.instance.kind == InstanceKind::GeneratorResume {
            return self.leave_generator(instance, point, live);
        }
        let array = self.arguments(live)?;
        let array = self.word_of(array)?;
        let function = self.unit.instance(instance);
        let point = self.constant_word(u64::from(point));
        let before = self.enter_late()?;
        let call = self.builder().build_call(function, &[point.into(), array.into()], "")?;
        call.set_call_convention(FAST_CALL);
        let (tag, bits) = self.result_pair(call)?;
        self.leave_late(before)?;
        self.return_pair(tag.into(), bits.into())
    }
}

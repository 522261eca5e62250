//! Calls of runtime rows, of instances and of callables, and how each says that it raised.

use crate::{
    emit::{
        abi::{Passing, c_params},
        alias::Region,
        function::{FunctionEmitter, Loaded},
        unit::{FAST_CALL, has_fast_convention, takes_depth},
    },
    error::Result,
};
use analysis::mir::{
    Arg, Constant, ConstantId, InstanceId, InstanceKind, LocalId, Operand, Repr, Return, SiteId,
};
use inkwell::{
    IntPredicate,
    attributes::AttributeLoc,
    basic_block::BasicBlock,
    values::{BasicMetadataValueEnum, BasicValueEnum, CallSiteValue, IntValue},
};
use runtime_interface::{
    layout::functions,
    rows::{Kind, Rt},
    tag,
};

pub type Pair<'ctx> = (IntValue<'ctx>, IntValue<'ctx>);

impl<'ctx> FunctionEmitter<'_, 'ctx, '_> {
    // ---- rows ----

    /// Calls a row with LLVM arguments in the order of its parameters, a `Value` as two words.
    pub fn call_row(
        &mut self,
        row: Rt,
        args: &[BasicMetadataValueEnum<'ctx>],
    ) -> Result<CallSiteValue<'ctx>> {
        let function = self.unit.row(row);
        let passing = c_params(row.row().params);
        if !passing.contains(&Passing::Memory) {
            return Ok(self.builder().build_call(function, args, "")?);
        }
        let mut lowered: Vec<BasicMetadataValueEnum<'ctx>> = Vec::new();
        let mut in_memory = Vec::new();
        let mut next = args.iter().copied();
        for passing in passing {
            let first = next.next().ok_or_else(|| self.bug("too few arguments of a row"))?;
            match passing {
                Passing::Scalar => lowered.push(first),
                Passing::Pair => {
                    lowered.push(first);
                    lowered.extend(next.next());
                }
                Passing::Memory => {
                    let place = self.stack_array(1)?;
                    if let Some(second) = next.next() {
                        let value = (first.into_int_value(), second.into_int_value());
                        self.store_value(place, value, Region::Stack)?;
                    }
                    in_memory.push(lowered.len() as u32);
                    lowered.push(place.into());
                }
            }
        }
        let call = self.builder().build_call(function, &lowered, "")?;
        for index in in_memory {
            let location = AttributeLoc::Param(index);
            call.add_attribute(location, self.unit.value_in_memory());
            call.add_attribute(location, self.unit.attribute("align", 8));
        }
        Ok(call)
    }

    /// Calls a row whose result is a `Value`.
    pub fn call_row_pair(&mut self, row: Rt, args: &[BasicMetadataValueEnum<'ctx>]) -> Result<Pair<'ctx>> {
        let call = self.call_row(row, args)?;
        self.result_pair(call)
    }

    pub fn result_pair(&self, call: CallSiteValue<'ctx>) -> Result<Pair<'ctx>> {
        let pair = call.try_as_basic_value().unwrap_basic().into_struct_value();
        let tag = self.builder().build_extract_value(pair, 0, "")?.into_int_value();
        let bits = self.builder().build_extract_value(pair, 1, "")?.into_int_value();
        Ok((tag, bits))
    }

    /// Calls a raising row with a `Value` result and stores it.
    pub fn raising_value(
        &mut self,
        dst: Option<LocalId>,
        row: Rt,
        args: &[BasicMetadataValueEnum<'ctx>],
        site: Option<SiteId>,
    ) -> Result<()> {
        let (tag, bits) = self.call_row_pair(row, args)?;
        let failed = self.tag_is(tag, tag::ERROR)?;
        self.raise_if(failed, site)?;
        self.store_result(dst, Loaded::Pair(tag, bits))
    }

    /// Calls a raising row with a `Status` result: the answer as a bit.
    pub fn raising_status(
        &mut self,
        row: Rt,
        args: &[BasicMetadataValueEnum<'ctx>],
        site: Option<SiteId>,
    ) -> Result<IntValue<'ctx>> {
        let call = self.call_row(row, args)?;
        let status = call.try_as_basic_value().unwrap_basic().into_int_value();
        let zero = self.constant_word(0);
        let failed = self.builder().build_int_compare(IntPredicate::SLT, status, zero, "")?;
        self.raise_if(failed, site)?;
        Ok(self.builder().build_int_compare(IntPredicate::NE, status, zero, "")?)
    }

    /// If `wrong`, calls a row that leaves an exception pending, and raises at `site`.
    pub fn raise_by(
        &mut self,
        wrong: IntValue<'ctx>,
        row: Rt,
        args: &[BasicMetadataValueEnum<'ctx>],
        site: Option<SiteId>,
    ) -> Result<()> {
        let next = self.new_block("ok");
        let raise = self.new_block("raise.error");
        let branch = self.builder().build_conditional_branch(wrong, raise, next)?;
        self.mark_unlikely(branch, true)?;
        self.unit.builder.position_at_end(raise);
        self.call_row(row, args)?;
        let target = self.raise_target(site, raise)?;
        self.builder().build_unconditional_branch(target)?;
        self.unit.builder.position_at_end(next);
        Ok(())
    }

    /// `fast`, or what a raising row answers if `missed`.
    pub fn or_slow(
        &mut self,
        fast: Pair<'ctx>,
        missed: IntValue<'ctx>,
        row: Rt,
        args: &[BasicMetadataValueEnum<'ctx>],
        site: Option<SiteId>,
    ) -> Result<Pair<'ctx>> {
        let done = self.new_block("done");
        let slow = self.new_block("slow");
        let here = self.current_block()?;
        let branch = self.builder().build_conditional_branch(missed, slow, done)?;
        self.mark_unlikely(branch, true)?;
        self.unit.builder.position_at_end(slow);
        let answer = self.call_row_pair(row, args)?;
        let failed = self.tag_is(answer.0, tag::ERROR)?;
        self.raise_if(failed, site)?;
        let slow_end = self.current_block()?;
        self.builder().build_unconditional_branch(done)?;
        self.unit.builder.position_at_end(done);
        self.merge_pairs(&[(fast, here), (answer, slow_end)])
    }

    pub fn merge_pairs(&self, incoming: &[(Pair<'ctx>, BasicBlock<'ctx>)]) -> Result<Pair<'ctx>> {
        let i64 = self.unit.types.i64;
        let tag = self.builder().build_phi(i64, "")?;
        let bits = self.builder().build_phi(i64, "")?;
        for ((tag_in, bits_in), block) in incoming {
            tag.add_incoming(&[(tag_in, *block)]);
            bits.add_incoming(&[(bits_in, *block)]);
        }
        Ok((tag.as_basic_value().into_int_value(), bits.as_basic_value().into_int_value()))
    }

    /// `Op::Rt`: arguments by the kinds of the row, the result by the representation of `dst`.
    pub fn call_row_op(
        &mut self,
        dst: Option<LocalId>,
        row: Rt,
        args: &[Arg],
        site: Option<SiteId>,
    ) -> Result<()> {
        let description = row.row();
        let mut lowered = Vec::new();
        for (arg, kind) in args.iter().zip(description.params) {
            self.row_argument(arg, *kind, &mut lowered)?;
        }
        let call = self.call_row(row, &lowered)?;
        let raises = analysis::mir::body::row_raises(row);
        match description.result {
            Kind::Value => {
                let (tag, bits) = self.result_pair(call)?;
                if raises {
                    let failed = self.tag_is(tag, tag::ERROR)?;
                    self.raise_if(failed, site)?;
                }
                self.store_row_value(dst, (tag, bits))
            }
            Kind::Object | Kind::Ptr => {
                let pointer = call.try_as_basic_value().unwrap_basic().into_pointer_value();
                if raises {
                    let failed = self.builder().build_is_null(pointer, "")?;
                    self.raise_if(failed, site)?;
                }
                match dst.map(|local| self.body.locals[local].repr) {
                    Some(Repr::Raw) => {
                        let word = self.word_of(pointer)?;
                        self.store_scalar(dst, word)
                    }
                    _ => self.store_scalar(dst, pointer),
                }
            }
            Kind::Status => {
                let status = call.try_as_basic_value().unwrap_basic().into_int_value();
                let zero = self.constant_word(0);
                if raises {
                    let failed = self.builder().build_int_compare(IntPredicate::SLT, status, zero, "")?;
                    self.raise_if(failed, site)?;
                }
                let answer = self.builder().build_int_compare(IntPredicate::NE, status, zero, "")?;
                self.store_scalar(dst, answer)
            }
            Kind::I64 | Kind::F64 | Kind::Bool => {
                let value = call.try_as_basic_value().unwrap_basic();
                match dst {
                    Some(dst) => self.store(dst, Loaded::Scalar(value)),
                    None => Ok(()),
                }
            }
            Kind::Void => Ok(()),
        }
    }

    /// A row's `Value` may be wanted unboxed: its tag is then proven.
    fn store_row_value(&mut self, dst: Option<LocalId>, (tag, bits): Pair<'ctx>) -> Result<()> {
        let Some(dst) = dst else { return Ok(()) };
        match self.body.locals[dst].repr {
            Repr::Value => self.store(dst, Loaded::Pair(tag, bits)),
            repr => {
                let scalar = self.unboxed(bits, repr)?;
                self.store(dst, Loaded::Scalar(scalar))
            }
        }
    }

    fn row_argument(
        &mut self,
        arg: &Arg,
        kind: Kind,
        lowered: &mut Vec<BasicMetadataValueEnum<'ctx>>,
    ) -> Result<()> {
        let operand = match arg {
            Arg::Values(values) => {
                lowered.push(self.arguments(values)?.into());
                return Ok(());
            }
            Arg::Operand(operand) => *operand,
        };
        match kind {
            Kind::Value => {
                let Loaded::Pair(tag, bits) = self.boxed(operand)? else {
                    return Err(self.bug("a row wants a Value"));
                };
                lowered.extend([BasicMetadataValueEnum::from(tag), bits.into()]);
            }
            Kind::Object | Kind::Ptr => lowered.push(self.pointer(operand)?.into()),
            _ => lowered.push(match self.scalar(operand)? {
                BasicValueEnum::FloatValue(value) => value.into(),
                BasicValueEnum::PointerValue(value) => self.word_of(value)?.into(),
                BasicValueEnum::IntValue(value) => value.into(),
                _ => return Err(self.bug("a row argument of an unknown type")),
            }),
        }
        Ok(())
    }

    // ---- instances ----

    /// A direct call; the callee's convention decides how its arguments are passed.
    pub fn call_instance_raw(&mut self, id: InstanceId, args: &[Operand]) -> Result<CallSiteValue<'ctx>> {
        let callee = &self.unit.program.instances[id];
        let function = match self.calls_itself_as {
            Some(copy) if std::ptr::eq(callee, self.instance) => copy,
            _ => self.unit.instance(id),
        };
        let mut lowered: Vec<BasicMetadataValueEnum<'ctx>> = Vec::new();
        for (&arg, &parameter) in args.iter().zip(&callee.params) {
            let wanted = callee.body.locals[parameter].repr;
            match self.load(arg)? {
                Loaded::Pair(tag, bits) => lowered.extend([BasicMetadataValueEnum::from(tag), bits.into()]),
                Loaded::Scalar(scalar) => {
                    let pointer_parameter = callee.kind == InstanceKind::BoxedEntry && lowered.len() != 2;
                    let scalar = match scalar {
                        BasicValueEnum::IntValue(word) if pointer_parameter => self.pointer_of(word)?.into(),
                        BasicValueEnum::PointerValue(pointer)
                            if wanted == Repr::Raw && !pointer_parameter =>
                        {
                            self.word_of(pointer)?.into()
                        }
                        other => other,
                    };
                    lowered.push(scalar.into());
                }
            }
        }
        if takes_depth(callee) {
            lowered.push(self.frames()?.into());
        }
        let call = self.builder().build_call(function, &lowered, "")?;
        if has_fast_convention(callee.kind) {
            call.set_call_convention(FAST_CALL);
        }
        Ok(call)
    }

    pub fn call_instance(
        &mut self,
        dst: Option<LocalId>,
        id: InstanceId,
        args: &[Operand],
        site: Option<SiteId>,
    ) -> Result<()> {
        let call = self.call_instance_raw(id, args)?;
        match self.unit.program.instances[id].ret {
            Return::Value | Return::Guarded(_) => {
                let (tag, bits) = self.result_pair(call)?;
                let failed = self.tag_is(tag, tag::ERROR)?;
                self.raise_if(failed, site)?;
                self.store_row_value(dst, (tag, bits))
            }
            Return::Bare(Repr::Value) => {
                let (tag, bits) = self.result_pair(call)?;
                self.store_row_value(dst, (tag, bits))
            }
            Return::Bare(_) => match dst {
                Some(dst) => self.store(dst, Loaded::Scalar(call.try_as_basic_value().unwrap_basic())),
                None => Ok(()),
            },
        }
    }

    // ---- callables ----

    /// The count of positional arguments and the keyword names of a call of `count` arguments.
    pub fn keyword_names(
        &mut self,
        count: usize,
        kwnames: Option<ConstantId>,
    ) -> (BasicMetadataValueEnum<'ctx>, BasicMetadataValueEnum<'ctx>) {
        match kwnames {
            None => (self.constant_word(count as u64).into(), self.unit.types.ptr.const_null().into()),
            Some(id) => {
                let keywords = match &self.unit.program.constants[id] {
                    Constant::Tuple(names) => names.len(),
                    _ => 0,
                };
                let positional = count.saturating_sub(keywords) as u64;
                (self.constant_word(positional).into(), self.unit.constant(id).into())
            }
        }
    }

    pub fn call_boxed(
        &mut self,
        dst: Option<LocalId>,
        callee: Operand,
        args: &[Operand],
        kwnames: Option<ConstantId>,
        site: Option<SiteId>,
    ) -> Result<()> {
        let (tag, bits) = self.pair(callee)?;
        let first = self.arguments(args)?;
        let (count, names) = self.keyword_names(args.len(), kwnames);
        let all = [tag.into(), bits.into(), first.into(), count, names];
        if !self.expand {
            return self.raising_value(dst, Rt::tp_call, &all, site);
        }
        // A function compiled from Python is entered directly; `tp_call` finds out what else it may be.
        let is_function = self.tag_is(tag, tag::FUNCTION)?;
        let done = self.new_block("called");
        let other = self.new_block("call.any");
        let function = self.new_block("call.function");
        self.builder().build_conditional_branch(is_function, function, other)?;

        self.unit.builder.position_at_end(function);
        let object = self.pointer_of(bits)?;
        let entry = self.load_pointer(self.offset(object, functions::ENTRY)?, Region::Function)?;
        let types = self.unit.types;
        let (ptr, word) = (types.ptr.into(), types.i64.into());
        let entry_type = types.value.fn_type(&[ptr, ptr, word, ptr], false);
        let call = self.builder().build_indirect_call(
            entry_type,
            entry,
            &[object.into(), first.into(), count, names],
            "",
        )?;
        call.add_attribute(AttributeLoc::Function, self.unit.attribute("nounwind", 0));
        let direct = self.result_pair(call)?;
        self.builder().build_unconditional_branch(done)?;

        self.unit.builder.position_at_end(other);
        let answer = self.call_row_pair(Rt::tp_call, &all)?;
        self.builder().build_unconditional_branch(done)?;

        self.unit.builder.position_at_end(done);
        let (tag, bits) = self.merge_pairs(&[(direct, function), (answer, other)])?;
        let failed = self.tag_is(tag, tag::ERROR)?;
        self.raise_if(failed, site)?;
        self.store_result(dst, Loaded::Pair(tag, bits))
    }
}

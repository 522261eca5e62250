//! One instance → one LLVM function: locals, blocks, prologue, and the way exceptions leave a block.
//!
//! Locals are allocas (a `Value` is two of them); LLVM's SROA makes SSA of them. Exceptions: an operation that raised
//! branches to the *pad* of its block's handler. There is one pad for each handler and one for "out of the function", each
//! with a phi of the site's address, so that an operation's cold edge costs one jump:
//!
//! ```text
//! pad.handler:  %site = phi [@taipan.site.3, ...], [@taipan.site.7, ...]
//!               call @tp_trace(%site)
//!               br handler            ; or: leave the frame, return ERROR
//! ```

use crate::{
    emit::{
        alias::Region,
        call::Pair,
        debug_info::{DebugInfo, FunctionScope},
        frames::Depth,
        recursion,
        unit::Unit,
    },
    error::{Error, Result},
};
use analysis::mir::{
    Arg, BlockId, Body, Const, Instance, InstanceId, InstanceKind, LocalId, Op, Operand, Repr, Return,
    SiteId, Terminator, leaf, loop_depths,
};
use inkwell::{
    basic_block::BasicBlock,
    builder::Builder,
    types::BasicType,
    values::{BasicValue, BasicValueEnum, FloatValue, FunctionValue, IntValue, PhiValue, PointerValue},
};
use runtime_interface::{rows::Rt, tag};
use std::collections::BTreeMap;

/// A local's storage.
#[derive(Clone, Copy)]
enum Slot<'ctx> {
    Pair(PointerValue<'ctx>, PointerValue<'ctx>),
    Scalar(PointerValue<'ctx>),
}

/// An operand in registers.
#[derive(Clone, Copy)]
pub enum Loaded<'ctx> {
    /// Tag and bits of a `Value`.
    Pair(IntValue<'ctx>, IntValue<'ctx>),
    Scalar(BasicValueEnum<'ctx>),
}

/// Where exceptions of the blocks with one handler go.
struct Pad<'ctx> {
    block: BasicBlock<'ctx>,
    site: PhiValue<'ctx>,
    /// Entry for exceptions that add no traceback entry.
    untraced: BasicBlock<'ctx>,
}

pub struct FunctionEmitter<'u, 'ctx, 'p> {
    pub unit: &'u mut Unit<'ctx, 'p>,
    pub instance: &'p Instance,
    pub body: &'p Body,
    pub function: FunctionValue<'ctx>,
    slots: Vec<Slot<'ctx>>,
    pub(super) blocks: Vec<BasicBlock<'ctx>>,
    pads: BTreeMap<Option<BlockId>, Pad<'ctx>>,
    /// The block being emitted.
    pub current: BlockId,
    /// Whether short operations are expanded in line here.
    pub expand: bool,
    /// It runs no Python code itself, so that its frame need not be counted.
    pub(super) leaf: bool,
    /// A stack array for the arguments of one call at a time; item 0 is the room before the first argument.
    scratch: Option<PointerValue<'ctx>>,
    entry: BasicBlock<'ctx>,
    pub(super) depth: Option<Depth<'ctx>>,
    /// What calls of the instance by itself call instead of it: see `recursion`.
    pub calls_itself_as: Option<FunctionValue<'ctx>>,
    /// It is a copy for calls from the instance itself, and shares its stack frame.
    pub(super) is_copy: bool,
}

pub fn emit<'ctx>(unit: &mut Unit<'ctx, '_>, id: InstanceId, debug: Option<&DebugInfo<'ctx>>) -> Result<()> {
    let function = unit.instance(id);
    let copies = recursion::declare_copies(unit, id)?;
    // Each calls the next one, and the last one the function again.
    for (at, &copy) in copies.iter().enumerate() {
        let next = copies.get(at + 1).copied();
        emit_as(unit, id, copy, (next, true), debug)?;
    }
    emit_as(unit, id, function, (copies.first().copied(), false), debug)
}

fn emit_as<'ctx>(
    unit: &mut Unit<'ctx, '_>,
    id: InstanceId,
    function: FunctionValue<'ctx>,
    (calls_itself_as, is_copy): (Option<FunctionValue<'ctx>>, bool),
    debug: Option<&DebugInfo<'ctx>>,
) -> Result<()> {
    let instance = &unit.program.instances[id];
    unit.add_target_attributes(function);
    let entry = unit.context.append_basic_block(function, "entry");
    let mut emitter = FunctionEmitter {
        instance,
        body: &instance.body,
        function,
        slots: Vec::new(),
        blocks: Vec::new(),
        pads: BTreeMap::new(),
        current: BlockId::new(0),
        expand: false,
        leaf: leaf::is_leaf(&instance.body),
        scratch: None,
        entry,
        depth: None,
        calls_itself_as,
        is_copy,
        unit,
    };
    let scope = debug.map(|debug| debug.begin_function(emitter.unit, id, function));
    emitter.run(scope.as_ref())
}

impl<'ctx, 'p> FunctionEmitter<'_, 'ctx, 'p> {
    fn run(&mut self, scope: Option<&FunctionScope<'_, 'ctx>>) -> Result<()> {
        if let Some(scope) = scope {
            scope.set_line(self.unit, None, scope.first_line);
        }
        self.make_blocks();
        self.make_locals(scope)?;
        self.make_scratch()?;
        self.store_parameters()?;
        self.enter_frame()?;
        // Of a module's body only loops are worth it.
        let depths = match self.instance.kind {
            InstanceKind::Module => Some(loop_depths(self.body)),
            _ => None,
        };
        for (id, block) in self.body.blocks.iter_enumerated() {
            self.current = id;
            self.expand = self.unit.role.optimize
                && !block.cold
                && !self.instance.cold
                && depths.as_ref().is_none_or(|depths| depths[id] > 0);
            self.unit.builder.position_at_end(self.blocks[id.index()]);
            for statement in &block.statements {
                if let Some(scope) = scope {
                    scope.set_line(self.unit, statement.site, statement.line);
                }
                let changed = self.tell_depth(&statement.op)?;
                self.statement(statement)?;
                self.untell_depth(changed)?;
            }
            if let Some(scope) = scope {
                scope.set_line(self.unit, terminator_site(&block.terminator), block.terminator_line);
            }
            self.terminator(&block.terminator)?;
        }
        if let Some(scope) = scope {
            scope.set_line(self.unit, None, 0);
        }
        self.finish_pads()
    }

    pub fn builder(&self) -> &Builder<'ctx> {
        &self.unit.builder
    }

    // ---- set-up ----

    fn make_blocks(&mut self) {
        self.blocks = self
            .body
            .blocks
            .ids()
            .map(|id| self.unit.context.append_basic_block(self.function, &format!("bb{}", id.index())))
            .collect();
    }

    fn make_locals(&mut self, scope: Option<&FunctionScope<'_, 'ctx>>) -> Result<()> {
        self.unit.builder.position_at_end(self.entry);
        let types = self.unit.types;
        for local in self.body.locals.iter() {
            let name = local.name.as_deref().unwrap_or("");
            let builder = &self.unit.builder;
            let slot = match local.repr {
                Repr::Value if name.is_empty() => {
                    Slot::Pair(builder.build_alloca(types.i64, "")?, builder.build_alloca(types.i64, "")?)
                }
                Repr::Value => Slot::Pair(
                    builder.build_alloca(types.i64, &format!("{name}.tag"))?,
                    builder.build_alloca(types.i64, &format!("{name}.bits"))?,
                ),
                scalar => Slot::Scalar(builder.build_alloca(types.of_repr(scalar), name)?),
            };
            if let (Some(scope), false) = (scope, name.is_empty()) {
                match slot {
                    Slot::Pair(tag, bits) => {
                        scope.declare(self.unit, name, local.repr, &[tag, bits], self.entry)
                    }
                    Slot::Scalar(only) => scope.declare(self.unit, name, local.repr, &[only], self.entry),
                }
            }
            self.slots.push(slot);
        }
        Ok(())
    }

    /// One array serves every call of the function: no call needs its arguments while another is made.
    fn make_scratch(&mut self) -> Result<()> {
        let mut most = None;
        let mut note = |count: usize| most = most.max(Some(count));
        for block in self.body.blocks.iter() {
            for statement in &block.statements {
                match &statement.op {
                    Op::CallBoxed { args, .. }
                    | Op::CallMethod { args, .. }
                    | Op::CallContinuation { live: args, .. } => note(args.len()),
                    Op::Rt { args, .. } => {
                        for arg in args {
                            if let Arg::Values(values) = arg {
                                note(values.len());
                            }
                        }
                    }
                    _ => {}
                }
            }
            if let Terminator::Leave { live, .. } = &block.terminator {
                note(live.len());
            }
        }
        if let Some(most) = most {
            let array = self.unit.types.value.array_type(most as u32 + 1);
            let pointer = self.unit.builder.build_alloca(array, "arguments")?;
            self.scratch = Some(pointer);
        }
        Ok(())
    }

    fn store_parameters(&mut self) -> Result<()> {
        let instance = self.instance;
        let mut next = 0;
        let mut take = |function: FunctionValue<'ctx>| {
            let parameter = function.get_nth_param(next);
            next += 1;
            parameter.ok_or_else(|| Error::bug(format!("{}: too few LLVM parameters", instance.name)))
        };
        for &local in &instance.params {
            let loaded = match self.body.locals[local].repr {
                Repr::Value => {
                    let tag = take(self.function)?.into_int_value();
                    Loaded::Pair(tag, take(self.function)?.into_int_value())
                }
                // The C convention of boxed entries has pointers where MIR has words.
                Repr::Raw => match take(self.function)? {
                    BasicValueEnum::PointerValue(pointer) => Loaded::Scalar(self.word_of(pointer)?.into()),
                    word => Loaded::Scalar(word),
                },
                _ => Loaded::Scalar(take(self.function)?),
            };
            self.store(local, loaded)?;
        }
        Ok(())
    }

    // ---- memory ----

    pub fn offset(&self, base: PointerValue<'ctx>, bytes: u64) -> Result<PointerValue<'ctx>> {
        if bytes == 0 {
            return Ok(base);
        }
        let index = self.unit.types.i64.const_int(bytes, false);
        // SAFETY: the layouts of `runtime_interface` say that the object is that large.
        Ok(unsafe { self.builder().build_in_bounds_gep(self.unit.types.i8, base, &[index], "")? })
    }

    /// A scalar of this type that lies in memory.
    pub fn load_scalar(
        &mut self,
        of: impl BasicType<'ctx>,
        address: PointerValue<'ctx>,
        region: Region,
    ) -> Result<BasicValueEnum<'ctx>> {
        let value = self.builder().build_load(of, address, "")?;
        if let Some(load) = value.as_instruction_value() {
            self.unit.annotate_load(load, region)?;
        }
        Ok(value)
    }

    pub fn load_word(&mut self, address: PointerValue<'ctx>, region: Region) -> Result<IntValue<'ctx>> {
        Ok(self.load_scalar(self.unit.types.i64, address, region)?.into_int_value())
    }

    pub fn load_pointer(
        &mut self,
        address: PointerValue<'ctx>,
        region: Region,
    ) -> Result<PointerValue<'ctx>> {
        Ok(self.load_scalar(self.unit.types.ptr, address, region)?.into_pointer_value())
    }

    /// The type id and flags of an object.
    pub fn load_header(&mut self, object: PointerValue<'ctx>) -> Result<IntValue<'ctx>> {
        self.load_word(object, Region::Header)
    }

    /// Loads a `Value` that lies in memory.
    pub fn load_value(&mut self, address: PointerValue<'ctx>, region: Region) -> Result<Pair<'ctx>> {
        let tag = self.load_word(address, region)?;
        let bits = self.load_word(self.offset(address, 8)?, region)?;
        Ok((tag, bits))
    }

    pub fn store_scalar_at(
        &mut self,
        address: PointerValue<'ctx>,
        value: impl BasicValue<'ctx>,
        region: Region,
    ) -> Result<()> {
        let store = self.builder().build_store(address, value)?;
        self.unit.annotate(store, region)
    }

    pub fn store_value(
        &mut self,
        address: PointerValue<'ctx>,
        (tag, bits): Pair<'ctx>,
        region: Region,
    ) -> Result<()> {
        self.store_scalar_at(address, tag, region)?;
        self.store_scalar_at(self.offset(address, 8)?, bits, region)
    }

    pub fn word_of(&self, pointer: PointerValue<'ctx>) -> Result<IntValue<'ctx>> {
        Ok(self.builder().build_ptr_to_int(pointer, self.unit.types.i64, "")?)
    }

    pub fn pointer_of(&self, word: IntValue<'ctx>) -> Result<PointerValue<'ctx>> {
        Ok(self.builder().build_int_to_ptr(word, self.unit.types.ptr, "")?)
    }

    pub fn constant_word(&self, word: u64) -> IntValue<'ctx> {
        self.unit.types.i64.const_int(word, false)
    }

    // ---- operands ----

    pub fn load(&mut self, operand: Operand) -> Result<Loaded<'ctx>> {
        match operand {
            Operand::Local(local) => self.load_local(local),
            Operand::Const(constant) => self.load_constant(constant),
        }
    }

    fn load_local(&mut self, local: LocalId) -> Result<Loaded<'ctx>> {
        Ok(match self.slots[local.index()] {
            Slot::Pair(tag, bits) => {
                Loaded::Pair(self.load_word(tag, Region::Any)?, self.load_word(bits, Region::Any)?)
            }
            Slot::Scalar(slot) => {
                let scalar = self.unit.types.of_repr(self.body.locals[local].repr);
                Loaded::Scalar(self.builder().build_load(scalar, slot, "")?)
            }
        })
    }

    fn load_constant(&mut self, constant: Const) -> Result<Loaded<'ctx>> {
        let word = |this: &Self, word: u64| this.constant_word(word);
        let pair = |this: &Self, tag: u64, bits: u64| Ok(Loaded::Pair(word(this, tag), word(this, bits)));
        let address = |this: &Self, pointer: PointerValue<'ctx>| {
            Ok(Loaded::Scalar(pointer.const_to_int(this.unit.types.i64).into()))
        };
        match constant {
            Const::Unbound => pair(self, tag::UNBOUND, 0),
            Const::None => pair(self, tag::NONE, 0),
            Const::Ellipsis => pair(self, tag::ELLIPSIS, 0),
            Const::NotImplemented => pair(self, tag::NOT_IMPLEMENTED, 0),
            Const::BoolValue(value) => pair(self, tag::BOOL, u64::from(value)),
            Const::IntValue(value) => pair(self, tag::INT, value as u64),
            Const::FloatValue(bits) => pair(self, tag::FLOAT, bits),
            Const::Object(id) => {
                let tag = crate::emit::static_data::constant_tag(&self.unit.program.constants[id]);
                let pointer = self.unit.constant(id);
                Ok(Loaded::Pair(word(self, tag), pointer.const_to_int(self.unit.types.i64)))
            }
            Const::I64(value) => Ok(Loaded::Scalar(word(self, value as u64).into())),
            Const::F64(bits) => {
                let value = self.unit.types.f64.const_float(f64::from_bits(bits));
                Ok(Loaded::Scalar(value.into()))
            }
            Const::Bool(value) => {
                Ok(Loaded::Scalar(self.unit.types.i1.const_int(u64::from(value), false).into()))
            }
            Const::Pointer(id) => Ok(Loaded::Scalar(self.unit.constant(id).into())),
            Const::Raw(value) => Ok(Loaded::Scalar(word(self, value).into())),
            Const::Null => Ok(Loaded::Scalar(word(self, 0).into())),
            Const::Code(id) => {
                let pointer = self.unit.code(id);
                address(self, pointer)
            }
            Const::Module(id) => {
                let pointer = self.unit.module_desc(id);
                address(self, pointer)
            }
            Const::Cache(id) => {
                let pointer = self.unit.cache(id);
                address(self, pointer)
            }
            Const::Site(id) => {
                let pointer = self.unit.site(id);
                address(self, pointer)
            }
            Const::Instance(id) => {
                let pointer = self.unit.instance(id).as_global_value().as_pointer_value();
                address(self, pointer)
            }
            Const::Global(global) => {
                let pointer = self.global_slot(global)?;
                Ok(Loaded::Scalar(self.word_of(pointer)?.into()))
            }
        }
    }

    /// The address of a module's global slot.
    pub fn global_slot(&mut self, global: analysis::mir::Global) -> Result<PointerValue<'ctx>> {
        let slots = self.unit.globals(global.module);
        self.offset(slots, u64::from(global.slot) * 16)
    }

    pub fn pair(&mut self, operand: Operand) -> Result<(IntValue<'ctx>, IntValue<'ctx>)> {
        match self.load(operand)? {
            Loaded::Pair(tag, bits) => Ok((tag, bits)),
            Loaded::Scalar(_) => Err(self.bug("a Value was expected")),
        }
    }

    pub fn scalar(&mut self, operand: Operand) -> Result<BasicValueEnum<'ctx>> {
        match self.load(operand)? {
            Loaded::Scalar(scalar) => Ok(scalar),
            Loaded::Pair(..) => Err(self.bug("an unboxed operand was expected")),
        }
    }

    pub fn int(&mut self, operand: Operand) -> Result<IntValue<'ctx>> {
        match self.scalar(operand)? {
            BasicValueEnum::IntValue(value) => Ok(value),
            _ => Err(self.bug("an integer operand was expected")),
        }
    }

    pub fn float(&mut self, operand: Operand) -> Result<FloatValue<'ctx>> {
        match self.scalar(operand)? {
            BasicValueEnum::FloatValue(value) => Ok(value),
            _ => Err(self.bug("a float operand was expected")),
        }
    }

    /// A heap object or an address, whichever of `Ptr` and `Raw` holds it; or the object of a `Value`.
    pub fn pointer(&mut self, operand: Operand) -> Result<PointerValue<'ctx>> {
        match self.load(operand)? {
            Loaded::Scalar(BasicValueEnum::PointerValue(value)) => Ok(value),
            Loaded::Scalar(BasicValueEnum::IntValue(value)) => self.pointer_of(value),
            Loaded::Pair(_, bits) => self.pointer_of(bits),
            Loaded::Scalar(_) => Err(self.bug("a pointer operand was expected")),
        }
    }

    pub fn store(&mut self, local: LocalId, loaded: Loaded<'ctx>) -> Result<()> {
        let builder = &self.unit.builder;
        match (self.slots[local.index()], loaded) {
            (Slot::Pair(tag_slot, bits_slot), Loaded::Pair(tag, bits)) => {
                builder.build_store(tag_slot, tag)?;
                builder.build_store(bits_slot, bits)?;
            }
            (Slot::Scalar(slot), Loaded::Scalar(scalar)) => {
                builder.build_store(slot, scalar)?;
            }
            _ => return Err(self.bug(&format!("{local}: stored with another representation"))),
        }
        Ok(())
    }

    pub fn store_scalar(&mut self, local: Option<LocalId>, value: impl BasicValue<'ctx>) -> Result<()> {
        match local {
            Some(local) => self.store(local, Loaded::Scalar(value.as_basic_value_enum())),
            None => Ok(()),
        }
    }

    pub fn bug(&self, what: &str) -> Error {
        Error::bug(format!("{} {}: {what}", self.instance.name, self.current))
    }

    // ---- control ----

    pub fn block(&self, id: BlockId) -> BasicBlock<'ctx> {
        self.blocks[id.index()]
    }

    pub fn new_block(&self, name: &str) -> BasicBlock<'ctx> {
        // Beside its predecessor, which keeps the hot path in order.
        match self.builder().get_insert_block() {
            Some(block) => self.unit.context.insert_basic_block_after(block, name),
            None => self.unit.context.append_basic_block(self.function, name),
        }
    }

    /// Branch weights for a branch whose first (or second) way is practically never taken.
    pub fn mark_unlikely(&self, branch: inkwell::values::InstructionValue<'ctx>, first: bool) -> Result<()> {
        let weights = self.unit.unlikely[usize::from(!first)];
        branch.set_metadata(weights, self.unit.profile_kind).map_err(|error| Error::bug(error.to_string()))
    }

    /// Goes on if `failed` is false; else an exception is pending, raised at `site`.
    pub fn raise_if(&mut self, failed: IntValue<'ctx>, site: Option<SiteId>) -> Result<()> {
        let next = self.new_block("ok");
        let here = self.current_block()?;
        let target = self.raise_target(site, here)?;
        let branch = self.builder().build_conditional_branch(failed, target, next)?;
        self.mark_unlikely(branch, true)?;
        self.unit.builder.position_at_end(next);
        Ok(())
    }

    pub fn current_block(&self) -> Result<BasicBlock<'ctx>> {
        self.builder().get_insert_block().ok_or_else(|| self.bug("no block is being emitted"))
    }

    /// Where an exception raised in the current block at `site` goes, entered from `from`.
    pub fn raise_target(&mut self, site: Option<SiteId>, from: BasicBlock<'ctx>) -> Result<BasicBlock<'ctx>> {
        let handler = self.body.blocks[self.current].handler;
        if !self.pads.contains_key(&handler) {
            let context = self.unit.context;
            let block = context.append_basic_block(self.function, "pad");
            let untraced = context.append_basic_block(self.function, "raise");
            self.unit.builder.position_at_end(block);
            let site = self.unit.builder.build_phi(self.unit.types.ptr, "site")?;
            self.unit.builder.position_at_end(from);
            self.pads.insert(handler, Pad { block, site, untraced });
        }
        let site = site.map(|site| self.unit.site(site));
        let pad = &self.pads[&handler];
        Ok(match site {
            Some(site) => {
                pad.site.add_incoming(&[(&site, from)]);
                pad.block
            }
            None => pad.untraced,
        })
    }

    fn finish_pads(&mut self) -> Result<()> {
        for (handler, pad) in std::mem::take(&mut self.pads) {
            self.unit.builder.position_at_end(pad.block);
            if pad.site.count_incoming() == 0 {
                // Only raises without a traceback entry come here.
                self.unit.builder.build_unreachable()?;
                pad.site.as_instruction().erase_from_basic_block();
            } else {
                let trace = self.unit.row(Rt::tp_trace);
                self.unit.builder.build_call(trace, &[pad.site.as_basic_value().into()], "")?;
                self.unit.builder.build_unconditional_branch(pad.untraced)?;
            }
            self.unit.builder.position_at_end(pad.untraced);
            self.untell_raised()?;
            match handler {
                Some(handler) => {
                    let block = self.block(handler);
                    self.unit.builder.build_unconditional_branch(block)?;
                }
                None => {
                    self.leave_frame()?;
                    self.return_error()?;
                }
            }
        }
        Ok(())
    }

    /// Returns with an exception pending.
    pub fn return_error(&mut self) -> Result<()> {
        if self.instance.kind == InstanceKind::GeneratorResume {
            let generator = self.function.get_first_param().ok_or_else(|| self.bug("no generator"))?;
            self.call_row(Rt::tp_generator_failed, &[generator.into()])?;
        }
        match self.instance.ret {
            Return::Value | Return::Guarded(_) => {
                let zero = self.unit.types.value.const_zero();
                self.builder().build_return(Some(&zero))?;
            }
            Return::Bare(_) => {
                self.builder().build_unreachable()?;
            }
        }
        Ok(())
    }

    /// The stack array for the arguments of one call: the address of the first of them.
    pub fn arguments(&mut self, values: &[Operand]) -> Result<PointerValue<'ctx>> {
        let base = self.scratch.ok_or_else(|| self.bug("no room for arguments"))?;
        let first = self.offset(base, 16)?;
        for (index, &value) in values.iter().enumerate() {
            let (tag, bits) = self.pair(value)?;
            let address = self.offset(first, 16 * index as u64)?;
            self.store_value(address, (tag, bits), Region::Stack)?;
        }
        Ok(first)
    }

    /// An array for as long as the function runs.
    pub fn stack_array(&mut self, count: u32) -> Result<PointerValue<'ctx>> {
        let here = self.current_block()?;
        let builder = &self.unit.builder;
        match self.entry.get_first_instruction() {
            Some(first) => builder.position_before(&first),
            None => builder.position_at_end(self.entry),
        }
        let array = self.unit.types.value.array_type(count.max(1));
        let pointer = builder.build_alloca(array, "array")?;
        builder.position_at_end(here);
        Ok(pointer)
    }
}

fn terminator_site(terminator: &Terminator) -> Option<SiteId> {
    match terminator {
        Terminator::CallUnboxed { site, .. } | Terminator::ForNext { site, .. } => Some(*site),
        Terminator::Raise { site } => *site,
        _ => None,
    }
}

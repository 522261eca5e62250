//! One codegen unit: an LLVM module and the symbols that it defines or refers to.
//!
//! Every symbol is declared on first use and remembered by its id, so a unit mentions only what it needs. Definitions of
//! instances live in exactly one unit; static data (descriptors, literals, global slots) is defined by unit 0.
//!
//! Symbols: see `symbols`. What is internal to a unit (sites, caches) has no name of its own.

use crate::{
    emit::{
        abi::{Passing, Types, c_params},
        alias::Regions,
        symbols::Symbols,
    },
    error::{Error, Result},
    target::Cpu,
};
use analysis::mir::{
    CacheId, CacheKind, CodeId, Constant, ConstantId, Instance, InstanceId, InstanceKind, ModuleId, Program,
    Return, ShapeId, SiteId, leaf,
};
use inkwell::{
    AddressSpace, GlobalVisibility,
    attributes::{Attribute, AttributeLoc},
    builder::Builder,
    context::{AsContextRef, Context},
    llvm_sys,
    module::{Linkage, Module},
    types::{BasicMetadataTypeEnum, BasicType, FunctionType},
    values::{AsValueRef, FunctionValue, GlobalValue, MetadataValue, PointerValue, StructValue},
};
use runtime_interface::{
    layout::{caches, strings},
    rows::{Effects, Kind, ROWS, Rt},
};
use std::collections::HashMap;

/// LLVM's number of the fast calling convention.
pub const FAST_CALL: u32 = 8;

/// Which part of the program a unit defines.
#[derive(Clone, Copy)]
pub struct UnitRole {
    /// It is the only unit: everything becomes internal.
    pub only: bool,
    /// It defines the static data.
    pub data: bool,
    /// At least one optimization level is asked for: short operations are expanded in line.
    pub optimize: bool,
}

pub struct Unit<'ctx, 'p> {
    pub context: &'ctx Context,
    pub module: Module<'ctx>,
    pub builder: Builder<'ctx>,
    pub types: Types<'ctx>,
    pub program: &'p Program,
    symbols: &'p Symbols,
    pub role: UnitRole,
    pub cpu: Cpu,
    rows: Vec<Option<FunctionValue<'ctx>>>,
    instances: Vec<Option<FunctionValue<'ctx>>>,
    data: Vec<Vec<Option<GlobalValue<'ctx>>>>,
    sites: HashMap<SiteId, GlobalValue<'ctx>>,
    caches: HashMap<CacheId, GlobalValue<'ctx>>,
    mutator: Option<GlobalValue<'ctx>>,
    intrinsics: Vec<(&'static str, FunctionValue<'ctx>)>,
    /// Branch weights: the first way is rare, the second way is rare.
    pub unlikely: [MetadataValue<'ctx>; 2],
    /// LLVM's number of the metadata kind `prof`.
    pub profile_kind: u32,
    pub regions: Regions<'ctx>,
}

/// The families of static data, each numbered by the ids of the program.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Data {
    Constant,
    Code,
    Module,
    /// The global slots of a module.
    Globals,
    Shape,
}

impl<'ctx, 'p> Unit<'ctx, 'p> {
    pub fn new(
        context: &'ctx Context,
        program: &'p Program,
        symbols: &'p Symbols,
        role: UnitRole,
        cpu: &Cpu,
    ) -> Self {
        // Not numbered: the same unit may be another's number in the next build.
        let module = context.create_module("unit");
        let families = [
            program.constants.len(),
            program.codes.len(),
            program.modules.len(),
            program.modules.len(),
            program.shapes.len(),
        ];
        // SAFETY: the reference is used while the context lives.
        let context_ref = unsafe { inkwell::context::ContextRef::new(context.as_ctx_ref()) };
        let types = Types::new(context_ref);
        let weights = |first, second| {
            context.metadata_node(&[
                context.metadata_string("branch_weights").into(),
                types.i32.const_int(first, false).into(),
                types.i32.const_int(second, false).into(),
            ])
        };
        Unit {
            context,
            builder: context.create_builder(),
            types,
            module,
            program,
            symbols,
            role,
            cpu: cpu.clone(),
            rows: vec![None; ROWS.len()],
            instances: vec![None; program.instances.len()],
            data: families.iter().map(|&count| vec![None; count]).collect(),
            sites: HashMap::new(),
            caches: HashMap::new(),
            mutator: None,
            intrinsics: Vec::new(),
            unlikely: [weights(1, 4000), weights(4000, 1)],
            profile_kind: context.get_kind_id("prof"),
            regions: Regions::new(context),
        }
    }

    /// An attribute by LLVM's name of it.
    pub fn attribute(&self, name: &str, value: u64) -> Attribute {
        self.context.create_enum_attribute(Attribute::get_named_enum_kind_id(name), value)
    }

    // ---- functions ----

    /// The declaration of a runtime row, with what its effects tell the optimizer.
    pub fn row(&mut self, row: Rt) -> FunctionValue<'ctx> {
        if let Some(function) = self.rows[row as usize] {
            return function;
        }
        let description = row.row();
        let mut params: Vec<BasicMetadataTypeEnum> = Vec::new();
        let mut attributes = Vec::new();
        for (kind, passing) in description.params.iter().zip(c_params(description.params)) {
            let index = params.len() as u32;
            match (passing, kind) {
                (Passing::Pair, _) => params.extend([BasicMetadataTypeEnum::from(self.types.i64); 2]),
                (Passing::Memory, _) => {
                    params.push(self.types.ptr.into());
                    attributes.push((index, self.value_in_memory()));
                    attributes.push((index, self.attribute("align", 8)));
                }
                (Passing::Scalar, kind) => {
                    params.push(self.types.of_result(*kind).unwrap_or(self.types.i64.into()).into());
                    if *kind == Kind::Bool {
                        attributes.push((index, self.attribute("zeroext", 0)));
                    }
                }
            }
        }
        let function_type = self.function_type(self.types.of_result(description.result), &params);
        let function = self.module.add_function(description.symbol, function_type, Some(Linkage::External));
        for (index, attribute) in attributes {
            function.add_attribute(AttributeLoc::Param(index), attribute);
        }
        if description.result == Kind::Bool {
            function.add_attribute(AttributeLoc::Return, self.attribute("zeroext", 0));
        }
        function.add_attribute(AttributeLoc::Function, self.attribute("nounwind", 0));
        let effects = description.effects;
        if effects.has(Effects::COLD) {
            function.add_attribute(AttributeLoc::Function, self.attribute("cold", 0));
        }
        if effects.has(Effects::PURE) && !effects.has(Effects::RAISES) {
            // memory(none)
            function.add_attribute(AttributeLoc::Function, self.attribute("memory", 0));
            function.add_attribute(AttributeLoc::Function, self.attribute("willreturn", 0));
            function.add_attribute(AttributeLoc::Function, self.attribute("nosync", 0));
        }
        self.rows[row as usize] = Some(function);
        function
    }

    /// `byval({i64, i64})`: see [`Passing::Memory`].
    pub fn value_in_memory(&self) -> Attribute {
        use inkwell::types::AnyType;
        self.context.create_type_attribute(
            Attribute::get_named_enum_kind_id("byval"),
            self.types.value.as_any_type_enum(),
        )
    }

    /// The declaration of an instance; its unit gives it a body.
    pub fn instance(&mut self, id: InstanceId) -> FunctionValue<'ctx> {
        if let Some(function) = self.instances[id.index()] {
            return function;
        }
        let instance = &self.program.instances[id];
        let result = match instance.ret {
            Return::Value | Return::Guarded(_) => self.types.value.into(),
            Return::Bare(repr) => self.types.of_repr(repr),
        };
        let mut params = match instance.kind {
            InstanceKind::Body | InstanceKind::Continuation => {
                self.types.fast_params(instance.params.iter().map(|&local| instance.body.locals[local].repr))
            }
            InstanceKind::BoxedEntry => {
                let (ptr, i64) = (self.types.ptr.into(), self.types.i64.into());
                vec![ptr, ptr, i64, ptr]
            }
            InstanceKind::Module => Vec::new(),
            InstanceKind::GeneratorResume => {
                let (ptr, i64) = (self.types.ptr.into(), self.types.i64.into());
                vec![ptr, i64, i64, i64]
            }
        };
        if takes_depth(instance) {
            params.push(self.types.i64.into());
        }
        let function_type = self.function_type(Some(result), &params);
        let linkage = if self.role.only { Linkage::Internal } else { Linkage::External };
        let function = self.module.add_function(self.symbols.instance(id), function_type, Some(linkage));
        if !self.role.only {
            function.as_global_value().set_visibility(GlobalVisibility::Hidden);
        }
        if has_fast_convention(instance.kind) {
            function.set_call_conventions(FAST_CALL);
        }
        function.add_attribute(AttributeLoc::Function, self.attribute("nounwind", 0));
        if instance.cold {
            function.add_attribute(AttributeLoc::Function, self.attribute("cold", 0));
            function.add_attribute(AttributeLoc::Function, self.attribute("minsize", 0));
            function.add_attribute(AttributeLoc::Function, self.attribute("optsize", 0));
        }
        if self.role.optimize
            && instance.kind == InstanceKind::Body
            && !instance.cold
            && leaf::is_leaf(&instance.body)
            && leaf::is_small(&instance.body)
        {
            function.add_attribute(AttributeLoc::Function, self.attribute("alwaysinline", 0));
        }
        self.instances[id.index()] = Some(function);
        function
    }

    fn function_type(
        &self,
        result: Option<inkwell::types::BasicTypeEnum<'ctx>>,
        params: &[BasicMetadataTypeEnum<'ctx>],
    ) -> FunctionType<'ctx> {
        match result {
            Some(result) => result.fn_type(params, false),
            None => self.context.void_type().fn_type(params, false),
        }
    }

    /// What every function that has a body here carries: without the CPU's name and features nothing of the runtime's
    /// bitcode would inline into it.
    pub fn add_target_attributes(&self, function: FunctionValue<'ctx>) {
        let add = |key, value: &str| {
            if !value.is_empty() {
                let attribute = self.context.create_string_attribute(key, value);
                function.add_attribute(AttributeLoc::Function, attribute);
            }
        };
        add("target-cpu", &self.cpu.name);
        add("target-features", &self.cpu.features);
    }

    /// An intrinsic on `i64`, by name.
    pub fn intrinsic(&mut self, name: &'static str) -> Result<FunctionValue<'ctx>> {
        self.intrinsic_on(name, self.types.i64.into())
    }

    /// An intrinsic by name and the type it works on.
    pub fn intrinsic_on(
        &mut self,
        name: &'static str,
        operand: inkwell::types::BasicTypeEnum<'ctx>,
    ) -> Result<FunctionValue<'ctx>> {
        if let Some((_, function)) = self.intrinsics.iter().find(|(known, _)| *known == name) {
            return Ok(*function);
        }
        let function = inkwell::intrinsics::Intrinsic::find(name)
            .and_then(|intrinsic| intrinsic.get_declaration(&self.module, &[operand]))
            .ok_or_else(|| Error::bug(format!("LLVM has no intrinsic {name}")))?;
        self.intrinsics.push((name, function));
        Ok(function)
    }

    // ---- data ----

    fn data_symbol(&self, family: Data, index: usize) -> &'p str {
        match family {
            Data::Constant => self.symbols.constant(ConstantId::new(index)),
            Data::Code => self.symbols.code(CodeId::new(index)),
            Data::Module => self.symbols.module(ModuleId::new(index)),
            Data::Globals => self.symbols.globals(ModuleId::new(index)),
            Data::Shape => self.symbols.shape(ShapeId::new(index)),
        }
    }

    /// A piece of static data: the definition where this unit has it, else a declaration.
    fn data(&mut self, family: Data, index: usize) -> GlobalValue<'ctx> {
        let slot = family as usize;
        if let Some(global) = self.data[slot][index] {
            return global;
        }
        let name = self.data_symbol(family, index);
        let global = self.module.add_global(self.types.i8, Some(AddressSpace::default()), name);
        global.set_visibility(GlobalVisibility::Hidden);
        self.data[slot][index] = Some(global);
        global
    }

    /// Defines a piece of static data, which may have been referred to before.
    pub fn define_data(&mut self, family: Data, index: usize, value: StructValue<'ctx>, constant: bool) {
        let name = self.data_symbol(family, index);
        let global = self.module.add_global(value.get_type(), Some(AddressSpace::default()), name);
        global.set_initializer(&value);
        global.set_constant(constant);
        global.set_alignment(16);
        if self.role.only {
            global.set_linkage(Linkage::Internal);
        } else {
            global.set_visibility(GlobalVisibility::Hidden);
        }
        if let Some(declared) = self.data[family as usize][index].replace(global) {
            let (old, new) = (declared.as_pointer_value(), global.as_pointer_value());
            // SAFETY: both are live globals of this module, and nothing refers to the declaration after the replacement.
            unsafe {
                llvm_sys::core::LLVMReplaceAllUsesWith(old.as_value_ref(), new.as_value_ref());
                declared.delete();
            }
            global.set_name(name);
        }
    }

    pub fn constant(&mut self, id: ConstantId) -> PointerValue<'ctx> {
        if matches!(&self.program.constants[id], Constant::Tuple(items) if items.is_empty()) {
            // There is one empty tuple, the runtime's: `() is tuple()`.
            const NAME: &str = "tp_empty_tuple";
            let known = self.module.get_global(NAME);
            return known
                .unwrap_or_else(|| self.module.add_global(self.types.i64, None, NAME))
                .as_pointer_value();
        }
        self.data(Data::Constant, id.index()).as_pointer_value()
    }

    pub fn code(&mut self, id: CodeId) -> PointerValue<'ctx> {
        self.data(Data::Code, id.index()).as_pointer_value()
    }

    pub fn module_desc(&mut self, id: ModuleId) -> PointerValue<'ctx> {
        self.data(Data::Module, id.index()).as_pointer_value()
    }

    pub fn globals(&mut self, id: ModuleId) -> PointerValue<'ctx> {
        self.data(Data::Globals, id.index()).as_pointer_value()
    }

    pub fn shape(&mut self, id: ShapeId) -> PointerValue<'ctx> {
        self.data(Data::Shape, id.index()).as_pointer_value()
    }

    /// A cache cell belongs to one site, so it lives in the unit that has the site.
    pub fn cache(&mut self, id: CacheId) -> PointerValue<'ctx> {
        if let Some(global) = self.caches.get(&id) {
            return global.as_pointer_value();
        }
        let words = match self.program.caches[id] {
            CacheKind::GetAttr | CacheKind::SetAttr | CacheKind::CallMethod | CacheKind::Found => {
                caches::ATTRIBUTE_WORDS
            }
            CacheKind::Builtin => caches::BUILTIN_WORDS,
        };
        let array = self.types.i64.array_type(words as u32);
        let global = self.module.add_global(array, Some(AddressSpace::default()), "taipan.cache");
        global.set_initializer(&array.const_zero());
        global.set_linkage(Linkage::Internal);
        global.set_alignment(8);
        self.caches.insert(id, global);
        global.as_pointer_value()
    }

    /// A site's record, private to the unit.
    pub fn site(&mut self, id: SiteId) -> PointerValue<'ctx> {
        if let Some(global) = self.sites.get(&id) {
            return global.as_pointer_value();
        }
        let site = self.program.sites[id];
        // Relative to the function: what stands above it may change.
        let first_line = self.program.codes[site.code].first_line;
        let code = self.code(site.code);
        let int = |n: u32| self.types.i32.const_int(u64::from(n), false).into();
        let (line, column, end_line, end_column) = match site.anchor {
            Some(anchor) => (anchor.line, anchor.column, anchor.end_line, anchor.end_column),
            None => (0, 0, 0, 0),
        };
        let record = self.context.const_struct(
            &[
                code.into(),
                int(site.line.wrapping_sub(first_line)),
                int(site.end_line.wrapping_sub(first_line)),
                int(site.column),
                int(site.end_column),
                int(line),
                int(column),
                int(end_line),
                int(end_column),
            ],
            false,
        );
        let global = self.module.add_global(record.get_type(), Some(AddressSpace::default()), "taipan.site");
        global.set_initializer(&record);
        global.set_constant(true);
        global.set_linkage(Linkage::Internal);
        self.sites.insert(id, global);
        global.as_pointer_value()
    }

    /// The strings of one character that exist from the start.
    pub fn characters(&mut self) -> PointerValue<'ctx> {
        let name = "tp_characters";
        let global = self.module.get_global(name).unwrap_or_else(|| {
            let bytes = self.types.i8.array_type(256 * strings::CHARACTER_SIZE as u32);
            self.module.add_global(bytes, Some(AddressSpace::default()), name)
        });
        global.as_pointer_value()
    }

    /// The mutator block, shared with the runtime.
    pub fn mutator(&mut self) -> PointerValue<'ctx> {
        let types = self.types;
        self.mutator
            .get_or_insert_with(|| {
                let block = types.i64.array_type(8);
                self.module.add_global(block, Some(AddressSpace::default()), "tp_mutator")
            })
            .as_pointer_value()
    }
}

/// Instances that get the number of Python frames below theirs as one more argument, the last one: a count that goes from
/// call to call in memory would be a chain of loads and stores as long as the recursion. The mutator's word says the same
/// when the call is made, and again when it returns.
pub fn takes_depth(instance: &Instance) -> bool {
    instance.counts_frame && instance.kind == InstanceKind::Body
}

/// Instances that only other instances call.
pub fn has_fast_convention(kind: InstanceKind) -> bool {
    matches!(kind, InstanceKind::Body | InstanceKind::Continuation)
}

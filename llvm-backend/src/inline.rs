//! The part of the runtime that LLVM sees inside: the bodies of rows marked `INLINE`, linked into each unit as
//! `available_externally`, so that the optimizer may inline them and the linker still takes the library's copy for the
//! calls that stay.
//!
//! Two traps decide the shape:
//! - a mutable static that is internal to the runtime would become a *private copy* in the program (two heaps!). So a row
//!   whose body reaches one is left out; constants and internal functions may be copied.
//! - nothing inlines into a function with fewer CPU features: units carry `target-cpu` and `target-features`.
//!
//! The extraction ([`extract`]) runs once for each runtime and its result is kept beside the unpacked library.

use crate::{
    error::{Error, Result},
    runtime_archive,
};
use inkwell::{
    attributes::{Attribute, AttributeLoc},
    context::Context,
    llvm_sys::{
        LLVMLinkage,
        comdat::LLVMSetComdat,
        core::*,
        prelude::{LLVMModuleRef, LLVMValueRef},
    },
    memory_buffer::MemoryBuffer,
    module::{Linkage, Module},
    passes::PassBuilderOptions,
    targets::TargetMachine,
    types::{BasicMetadataTypeEnum, BasicType},
    values::{BasicMetadataValueEnum, BasicValueEnum, FunctionValue},
};
use runtime_interface::rows::{Effects, ROWS};
use std::{
    collections::{BTreeSet, HashSet},
    sync::OnceLock,
};

/// Links the inlinable rows into a unit; does nothing where the runtime came without bitcode.
pub fn link_rows<'ctx>(context: &'ctx Context, module: &Module<'ctx>, machine: &TargetMachine) -> Result<()> {
    static EXTRACTED: OnceLock<std::result::Result<Option<Vec<u8>>, String>> = OnceLock::new();
    let extracted = EXTRACTED.get_or_init(|| prepared(machine).map_err(|error| error.to_string()));
    let bitcode = match extracted {
        Ok(Some(bitcode)) => bitcode,
        Ok(None) => return Ok(()),
        Err(message) => return Err(Error::bug(message.clone())),
    };
    let buffer = MemoryBuffer::create_from_memory_range_copy(bitcode, "runtime");
    let rows =
        Module::parse_bitcode_from_buffer(&buffer, context).map_err(|error| Error::bug(error.to_string()))?;
    rows.set_triple(&module.get_triple());
    rows.set_data_layout(&module.get_data_layout());
    module.link_in_module(rows).map_err(|error| Error::bug(format!("linking the runtime's bitcode: {error}")))
}

/// The extracted bitcode: from the cache, or made now.
fn prepared(machine: &TargetMachine) -> Result<Option<Vec<u8>>> {
    let Some(bitcode) = runtime_archive::bitcode()? else {
        return Ok(None);
    };
    let kept = runtime_archive::cache_file(&format!("inline-{}.bc", runtime_archive::key()));
    if let Ok(bytes) = std::fs::read(&kept)
        && bytes.starts_with(b"BC")
    {
        return Ok(Some(bytes));
    }
    let bytes = extract(&bitcode, machine)?;
    runtime_archive::write_atomically(&kept, &bytes)?;
    Ok(Some(bytes))
}

/// Reduces the runtime's whole bitcode to the rows worth inlining and what they need.
pub fn extract(bitcode: &[u8], machine: &TargetMachine) -> Result<Vec<u8>> {
    let context = Context::create();
    let buffer = MemoryBuffer::create_from_memory_range_copy(bitcode, "runtime");
    let module = Module::parse_bitcode_from_buffer(&buffer, &context)
        .map_err(|error| Error::bug(format!("the runtime's bitcode: {error}")))?;
    module.strip_debug_info();
    for used in ["llvm.used", "llvm.compiler.used"] {
        if let Some(global) = module.get_global(used) {
            // SAFETY: nothing refers to these lists.
            unsafe { global.delete() };
        }
    }

    // SAFETY: the module is alive, and nothing holds one of its aliases.
    unsafe { resolve_aliases(module.as_mut_ptr()) };
    let rows: Vec<FunctionValue> = ROWS
        .iter()
        .filter(|row| row.effects.has(Effects::INLINE))
        .filter_map(|row| module.get_function(row.symbol))
        .filter(|function| function.count_basic_blocks() > 0)
        .filter(|function| may_be_copied(*function))
        .collect();
    let kept: BTreeSet<LLVMValueRef> = rows.iter().map(|function| as_ref(*function)).collect();
    // SAFETY: the module is alive, and only linkage and comdats of its globals change.
    unsafe { forget_other_definitions(module.as_mut_ptr(), &kept) };
    module
        .run_passes("elim-avail-extern,globaldce", machine, PassBuilderOptions::create())
        .map_err(|error| Error::bug(format!("extracting rows: {error}")))?;
    let mut flat = Vec::new();
    for function in rows {
        function.remove_string_attribute(AttributeLoc::Function, "probe-stack");
        flat.push(with_flat_parameters(&context, &module, function)?);
    }
    module
        .run_passes("always-inline,globaldce", machine, PassBuilderOptions::create())
        .map_err(|error| Error::bug(format!("flattening rows: {error}")))?;
    for function in flat {
        function.set_linkage(Linkage::AvailableExternally);
    }
    Ok(module.write_bitcode_to_memory().as_slice().to_vec())
}

/// The row as compiled code calls it. The runtime's compiler passes a `Value` as one parameter of two words, compiled code
/// as two: the same registers, but LLVM inlines no call whose type is not that of the function.
fn with_flat_parameters<'ctx>(
    context: &'ctx Context,
    module: &Module<'ctx>,
    function: FunctionValue<'ctx>,
) -> Result<FunctionValue<'ctx>> {
    let params = function.get_params();
    if !params.iter().any(|param| param.is_struct_value()) {
        return Ok(function);
    }
    let mut types: Vec<BasicMetadataTypeEnum> = Vec::new();
    for param in &params {
        match param {
            BasicValueEnum::StructValue(pair) => {
                types.extend(pair.get_type().get_field_types().into_iter().map(BasicMetadataTypeEnum::from));
            }
            other => types.push(other.get_type().into()),
        }
    }
    let ty = match function.get_type().get_return_type() {
        Some(result) => result.fn_type(&types, false),
        None => context.void_type().fn_type(&types, false),
    };
    let name = function.get_name().to_string_lossy().into_owned();
    function.as_global_value().set_name(&format!("{name}.row"));
    function.set_linkage(Linkage::Internal);
    let flat = module.add_function(&name, ty, Some(Linkage::External));
    for attribute in function.attributes(AttributeLoc::Function) {
        flat.add_attribute(AttributeLoc::Function, attribute);
    }
    let always = Attribute::get_named_enum_kind_id("alwaysinline");
    function.add_attribute(AttributeLoc::Function, context.create_enum_attribute(always, 0));
    let builder = context.create_builder();
    builder.position_at_end(context.append_basic_block(flat, ""));
    let mut given = flat.get_params().into_iter();
    let mut missing = || given.next().ok_or_else(|| Error::bug(format!("parameters of `{name}`")));
    let mut args: Vec<BasicMetadataValueEnum> = Vec::new();
    for param in &params {
        let BasicValueEnum::StructValue(pair) = param else {
            args.push(missing()?.into());
            continue;
        };
        let mut whole = pair.get_type().get_poison();
        for field in 0..pair.get_type().count_fields() {
            whole = builder.build_insert_value(whole, missing()?, field, "")?.into_struct_value();
        }
        args.push(whole.into());
    }
    let call = builder.build_call(function, &args, "")?;
    match call.try_as_basic_value().basic() {
        Some(result) => builder.build_return(Some(&result))?,
        None => builder.build_return(None)?,
    };
    Ok(flat)
}

/// External definitions that are not kept become `available_externally`, which a pass then drops.
unsafe fn forget_other_definitions(module: LLVMModuleRef, kept: &BTreeSet<LLVMValueRef>) {
    unsafe {
        let forget = |global: LLVMValueRef| {
            LLVMSetComdat(global, std::ptr::null_mut());
            let local = matches!(
                LLVMGetLinkage(global),
                LLVMLinkage::LLVMInternalLinkage | LLVMLinkage::LLVMPrivateLinkage
            );
            if LLVMIsDeclaration(global) == 0 && !local && !kept.contains(&global) {
                LLVMSetLinkage(global, LLVMLinkage::LLVMAvailableExternallyLinkage);
            }
        };
        let mut function = LLVMGetFirstFunction(module);
        while !function.is_null() {
            forget(function);
            function = LLVMGetNextFunction(function);
        }
        let mut global = LLVMGetFirstGlobal(module);
        while !global.is_null() {
            forget(global);
            global = LLVMGetNextGlobal(global);
        }
    }
}

/// Rust makes an alias of one of two functions with the same body. An alias of what is only declared is not allowed, so
/// that its users name the function itself; the library has the alias.
unsafe fn resolve_aliases(module: LLVMModuleRef) {
    // SAFETY: as the caller says.
    unsafe {
        let mut alias = LLVMGetFirstGlobalAlias(module);
        while !alias.is_null() {
            let next = LLVMGetNextGlobalAlias(alias);
            LLVMReplaceAllUsesWith(alias, LLVMAliasGetAliasee(alias));
            LLVMSetLinkage(alias, LLVMLinkage::LLVMInternalLinkage);
            alias = next;
        }
    }
}

/// Whether everything that a body reaches without crossing a symbol is code or constant data.
fn may_be_copied(function: FunctionValue<'_>) -> bool {
    let mut seen = HashSet::new();
    let mut work = vec![as_ref(function)];
    while let Some(value) = work.pop() {
        if !seen.insert(value) {
            continue;
        }
        // SAFETY: values of a living module are walked, none is changed.
        unsafe {
            if !LLVMIsAFunction(value).is_null() {
                let root = value == as_ref(function);
                if root || is_local(value) {
                    push_body_operands(value, &mut work);
                }
            } else if !LLVMIsAGlobalVariable(value).is_null() {
                if !is_local(value) {
                    continue;
                }
                if LLVMIsGlobalConstant(value) == 0 || LLVMIsThreadLocal(value) != 0 {
                    return false;
                }
                let initializer = LLVMGetInitializer(value);
                if !initializer.is_null() {
                    work.push(initializer);
                }
            } else if !LLVMIsAConstant(value).is_null() {
                push_operands(value, &mut work);
            }
        }
    }
    true
}

unsafe fn is_local(value: LLVMValueRef) -> bool {
    let linkage = unsafe { LLVMGetLinkage(value) };
    matches!(linkage, LLVMLinkage::LLVMInternalLinkage | LLVMLinkage::LLVMPrivateLinkage)
}

unsafe fn push_body_operands(function: LLVMValueRef, work: &mut Vec<LLVMValueRef>) {
    unsafe {
        let mut block = LLVMGetFirstBasicBlock(function);
        while !block.is_null() {
            let mut instruction = LLVMGetFirstInstruction(block);
            while !instruction.is_null() {
                push_operands(instruction, work);
                instruction = LLVMGetNextInstruction(instruction);
            }
            block = LLVMGetNextBasicBlock(block);
        }
    }
}

unsafe fn push_operands(user: LLVMValueRef, work: &mut Vec<LLVMValueRef>) {
    unsafe {
        for index in 0..LLVMGetNumOperands(user).max(0) as u32 {
            let operand = LLVMGetOperand(user, index);
            if !operand.is_null() && !LLVMIsAConstant(operand).is_null() {
                work.push(operand);
            }
        }
    }
}

fn as_ref(function: FunctionValue<'_>) -> LLVMValueRef {
    use inkwell::values::AsValueRef;
    function.as_value_ref()
}

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
    attributes::AttributeLoc,
    context::Context,
    llvm_sys::{
        LLVMLinkage,
        comdat::LLVMSetComdat,
        core::*,
        prelude::{LLVMModuleRef, LLVMValueRef},
    },
    memory_buffer::MemoryBuffer,
    module::Module,
    passes::PassBuilderOptions,
    targets::TargetMachine,
    values::FunctionValue,
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
    for function in rows {
        function.set_linkage(inkwell::module::Linkage::AvailableExternally);
        function.remove_string_attribute(AttributeLoc::Function, "probe-stack");
    }
    Ok(module.write_bitcode_to_memory().as_slice().to_vec())
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

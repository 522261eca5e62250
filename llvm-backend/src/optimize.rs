//! LLVM's own pipeline over one module, and the files that come out of it.

use crate::{
    error::{Error, Result},
    partition::Effort,
    pipeline,
};
use inkwell::{
    context::Context,
    llvm_sys::{
        LLVMDiagnosticSeverity,
        core::{
            LLVMContextSetDiagnosticHandler, LLVMDisposeMessage, LLVMGetDiagInfoDescription,
            LLVMGetDiagInfoSeverity,
        },
        prelude::LLVMDiagnosticInfoRef,
    },
    module::Module,
    passes::PassBuilderOptions,
    targets::TargetMachine,
};
use std::ffi::{CStr, c_void};

/// Keeps LLVM's errors from ending the process: they are collected, and [`Diagnostics::check`] makes a bug report of them.
pub struct Diagnostics {
    messages: Box<Vec<String>>,
}

impl Diagnostics {
    pub fn install(context: &Context) -> Diagnostics {
        let mut messages = Box::new(Vec::new());
        let address: *mut Vec<String> = &mut *messages;
        // SAFETY: the box outlives the context's use; both belong to one unit.
        unsafe {
            LLVMContextSetDiagnosticHandler(context.raw(), Some(collect), address.cast::<c_void>());
        }
        Diagnostics { messages }
    }

    pub fn check(&self) -> Result<()> {
        if self.messages.is_empty() {
            Ok(())
        } else {
            Err(Error::bug(format!("LLVM: {}", self.messages.join("; "))))
        }
    }
}

extern "C" fn collect(info: LLVMDiagnosticInfoRef, messages: *mut c_void) {
    // SAFETY: `messages` is the vector that `install` passed; LLVM owns `info` during the call.
    unsafe {
        if !matches!(LLVMGetDiagInfoSeverity(info), LLVMDiagnosticSeverity::LLVMDSError) {
            return;
        }
        let text = LLVMGetDiagInfoDescription(info);
        (*messages.cast::<Vec<String>>()).push(CStr::from_ptr(text).to_string_lossy().into_owned());
        LLVMDisposeMessage(text);
    }
}

/// Refuses a malformed module before LLVM stumbles over it.
pub fn verify(module: &Module<'_>) -> Result<()> {
    module.verify().map_err(|error| {
        let first: Vec<&str> = error.to_str().unwrap_or("").lines().take(6).collect();
        Error::bug(format!("the emitted module is malformed: {}", first.join(" | ")))
    })
}

/// `default<O0>` to `default<O3>`, or what the unit's effort says.
pub fn run_passes(module: &Module<'_>, machine: &TargetMachine, level: u8, effort: Effort) -> Result<()> {
    let options = PassBuilderOptions::create();
    options.set_loop_vectorization(level >= 2);
    options.set_loop_slp_vectorization(level >= 2);
    options.set_loop_unrolling(level >= 2);
    let passes = match effort {
        Effort::Least if level > 0 => pipeline::LEAST.to_owned(),
        Effort::Most if level >= 3 => pipeline::most(),
        _ => format!("default<O{}>", level.min(3)),
    };
    module.run_passes(&passes, machine, options).map_err(|error| Error::bug(format!("LLVM passes: {error}")))
}

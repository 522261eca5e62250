//! The machine that code is emitted for.

use crate::error::{Error, Result};
use inkwell::{
    OptimizationLevel,
    llvm_sys::support::LLVMParseCommandLineOptions,
    targets::{CodeModel, InitializationConfig, RelocMode, Target, TargetMachine, TargetTriple},
};
use std::{ffi::CString, sync::Once};

pub const TRIPLE: &str = "x86_64-unknown-linux-gnu";

/// CPU name and feature list as LLVM spells them; functions carry both as attributes, or nothing inlines across modules.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cpu {
    pub name: String,
    pub features: String,
}

impl Cpu {
    /// `native` is the host's CPU; any other name is passed to LLVM as it is.
    pub fn named(name: &str) -> Cpu {
        if name == "native" {
            Cpu {
                name: TargetMachine::get_host_cpu_name().to_string(),
                features: TargetMachine::get_host_cpu_features().to_string(),
            }
        } else {
            Cpu { name: name.to_owned(), features: String::new() }
        }
    }
}

static INITIALIZE: Once = Once::new();

/// `TAIPAN_LLVM_ARGS="-time-passes"`: options of LLVM's own command line, for work on the compiler.
fn pass_llvm_arguments() {
    let Ok(text) = std::env::var("TAIPAN_LLVM_ARGS") else { return };
    let arguments: Vec<CString> = ["taipan"]
        .into_iter()
        .chain(text.split_whitespace())
        .filter_map(|arg| CString::new(arg).ok())
        .collect();
    let pointers: Vec<_> = arguments.iter().map(|argument| argument.as_ptr()).collect();
    // SAFETY: the strings live until LLVM has read them; no other thread uses LLVM yet.
    unsafe { LLVMParseCommandLineOptions(pointers.len() as i32, pointers.as_ptr(), c"".as_ptr()) };
}

pub fn machine(cpu: &Cpu, level: u8) -> Result<TargetMachine> {
    INITIALIZE.call_once(|| {
        Target::initialize_x86(&InitializationConfig {
            asm_parser: false,
            asm_printer: true,
            base: true,
            disassembler: false,
            info: true,
            machine_code: true,
        });
        pass_llvm_arguments();
    });
    let triple = TargetTriple::create(TRIPLE);
    let target = Target::from_triple(&triple).map_err(|error| Error::bug(error.to_string()))?;
    let level = match level {
        0 => OptimizationLevel::None,
        1 => OptimizationLevel::Less,
        2 => OptimizationLevel::Default,
        _ => OptimizationLevel::Aggressive,
    };
    target
        .create_target_machine(&triple, &cpu.name, &cpu.features, level, RelocMode::Static, CodeModel::Small)
        .ok_or_else(|| {
            Error::environment(
                format!("LLVM knows no CPU `{}`", cpu.name),
                "use `native`, `x86-64-v3` or a name that `rustc --print target-cpus` lists",
            )
        })
}

//! The command `taipan`: an ahead-of-time, whole-program optimizing compiler for ordinary Python.
//!
//! Reading order: `options` (what can be asked for), `driver` (the pipeline), `execute` (running a program).

mod bench;
mod bug;
mod cache;
mod driver;
mod emit;
mod execute;
mod failure;
mod inspect;
mod options;
mod recipe;
mod report;
mod second_attempt;
mod session;
mod verify;

use mimalloc::MiMalloc;
use options::{Action, CommandLine};
use std::process::ExitCode;

/// Also LLVM's, which takes and gives back small pieces of memory all the time: large programs compile a seventh faster.
#[global_allocator]
static ALLOCATOR: MiMalloc = MiMalloc;

fn main() -> ExitCode {
    bug::install_hook();
    let mut line = CommandLine::from_environment();
    second_attempt::recognize();
    if second_attempt::is_this()
        && let Action::Run { options, .. } | Action::Build { options, .. } = &mut line.action
    {
        options.no_specialize = true;
    }
    // Recursive descent over deeply nested sources needs more stack than the main thread has.
    bug::on_large_stack(move || perform(line))
}

fn perform(line: CommandLine) -> ExitCode {
    match line.action {
        Action::Run { file, args, options } => execute::run(&file, &args, options),
        Action::Build { file, output, options } => execute::build(&file, output, options),
        Action::Check { file, reveal, options } => execute::check(&file, reveal, options),
        Action::Emit(options) => execute::emit(&options),
        Action::Explain(options) => execute::explain(&options),
        Action::Bench(options) => bench::bench(&options),
        Action::Verify(options) => verify::verify(&options),
        Action::Clean => execute::clean(),
        Action::Env => execute::env(),
    }
}

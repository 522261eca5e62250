//! The passes over MIR, as a table: name, whether it must run, what it does.
//!
//! Timing, dumping and verification are done once, around every pass, by [`run`].

pub mod escape;
pub mod facts;
pub mod generators;
pub mod global_numbers;
pub mod inline;
pub mod intervals;
pub mod ranges;
pub mod steady_lists;
pub mod unreachable_blocks;

use crate::mir::program::Program;
use crate::mir::verify::verify_program;

/// One pass over the program.
pub struct Pass {
    pub name: &'static str,
    pub run: fn(&mut Program),
}

/// In the order in which they run.
pub const PASSES: &[Pass] = &[
    Pass { name: "inline", run: inline::run },
    Pass { name: "escape", run: escape::run },
    Pass { name: "global_numbers", run: global_numbers::run },
    Pass { name: "ranges", run: ranges::run },
    // After the ranges: an index that may overflow is no distance from a counter.
    Pass { name: "steady_lists", run: steady_lists::run },
];

/// Runs all passes; `observe` is told of each after it ran (for `--time-passes` and dumps).
pub fn run(program: &mut Program, mut observe: impl FnMut(&'static str, &Program)) {
    if cfg!(debug_assertions) {
        verify_program(program, "lowering");
    }
    for pass in PASSES {
        (pass.run)(program);
        if cfg!(debug_assertions) {
            verify_program(program, pass.name);
        }
        observe(pass.name, program);
    }
}

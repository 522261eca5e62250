//! The builder: syntax trees to HIR.
//!
//! One `ModuleBuilder` for each module, one `Body` for each function; the files of this folder add to `Body` what their
//! names say. Expressions evaluate to the variable that holds the result. While `Body::current` is `None` the code being
//! built cannot be reached, and statements are skipped.

mod assignment;
mod body;
mod call;
mod class;
mod comprehension;
mod constant;
mod expression;
mod fstring;
mod function;
mod held;
mod import;
mod matching;
mod module;
mod name;
mod place;
mod statement;
mod tidy;
mod try_with;

use super::Program;
use crate::{modules::ModuleGraph, source::SourceMap};

/// The whole program in HIR. The graph's modules have been parsed and checked.
pub fn build(graph: &ModuleGraph, sources: &SourceMap) -> Program {
    let mut program = Program::default();
    let keeps_annotations = module::mentions_annotations(graph, sources);
    let closes_generators = module::closes_generators(graph);
    let finalizes = module::mentions_finalizers(graph, sources);
    for (id, _) in graph.modules.iter_enumerated() {
        module::build_module(
            &mut program,
            graph,
            sources,
            id,
            keeps_annotations,
            closes_generators,
            finalizes,
        );
    }
    program.natives = module::natives(graph);
    program
}

//! What the compiler found out about a program and what it made of it, line by line, with reasons.
//!
//! It only reads what other stages have finished: the types ([`crate::types::Solution`]) and the MIR. Vocabulary:
//!
//! - a *binding* is a name that a line gives a value to, with its type and how it is held;
//! - a *cost* is something that a line still does at run time beyond plain machine arithmetic (a dynamic call, an overflow
//!   check, ...), counted in MIR; a *saving* is such a thing that was taken out, and by which fact;
//! - a *reason* says why a line is not unboxed, and its *origins* where the types that stand in the way come from;
//! - *heat* is a guess at the share of time: costs, weighted by kind and by the loops around them.
//!
//! Reading order: [`facts`] (the result), [`costs`] and [`boxes`], [`bindings`], [`flow`] and [`reasons`], [`call_graph`], [`stubs`].

mod bindings;
mod boxes;
pub mod call_graph;
mod costs;
pub mod facts;
mod flow;
mod reasons;
mod stubs;

pub use facts::Explanation;
pub use stubs::{Stub, stubs};

use crate::hir::Program;
use crate::mir;
use crate::modules::Origin;
use crate::source::SourceMap;
use crate::types::Solution;
use facts::{FileFacts, InstanceFacts, LineFacts, SCHEMA};

/// Explains the program's own modules; library modules only appear in the call graph.
pub fn explain(
    program: &Program,
    map: &SourceMap,
    solution: &Solution,
    lowered: &mir::Program,
) -> Explanation {
    let measured = costs::measure(lowered);
    let reasons = reasons::Reasons::new(program, map, solution);
    let mut files = Vec::new();
    for (id, module) in program.modules.iter_enumerated() {
        if module.origin == Origin::Library {
            continue;
        }
        let source = map.file(module.file);
        let mut lines: Vec<LineFacts> =
            (1..=source.line_count()).map(|line| LineFacts { line, ..LineFacts::default() }).collect();
        // A file that ends with a line end has no line after it.
        if lines.len() > 1 && source.line_text(source.line_count()).is_empty() {
            lines.pop();
        }
        costs::fill(&measured, lowered, id, &mut lines);
        bindings::fill(program, map, solution, lowered, id, &mut lines);
        reasons.fill(id, &mut lines);
        files.push(FileFacts {
            path: source.path.to_string_lossy().into_owned(),
            full_path: source.full_path.to_string_lossy().into_owned(),
            module: program.names.text(module.name).to_owned(),
            lines,
        });
    }
    let instances = lowered
        .instances
        .iter_enumerated()
        .filter(|(_, i)| program.modules[lowered.codes[i.code].module].origin != Origin::Library)
        .map(|(id, instance)| instance_facts(lowered, &measured, id, instance))
        .collect();
    let calls = call_graph::CallGraph::of(program, map, solution);
    let file = files.first().map_or(String::new(), |file| file.path.clone());
    Explanation { schema: SCHEMA, file, files, instances, calls }
}

fn instance_facts(
    lowered: &mir::Program,
    measured: &costs::Measured,
    id: mir::InstanceId,
    instance: &mir::Instance,
) -> InstanceFacts {
    let code = &lowered.codes[instance.code];
    let params = instance.params.iter().filter_map(|&local| {
        let local = &instance.body.locals[local];
        Some(format!("{}: {}", local.name.as_deref()?, local.repr))
    });
    let params: Vec<String> = params.collect();
    let ret = match instance.ret {
        mir::Return::Value => "value".to_owned(),
        mir::Return::Guarded(repr) | mir::Return::Bare(repr) => repr.to_string(),
    };
    let kind = match instance.kind {
        mir::InstanceKind::Body if instance.key.is_dynamic() => "dynamic",
        mir::InstanceKind::Body => "typed",
        mir::InstanceKind::BoxedEntry => "boxed entry",
        mir::InstanceKind::Module => "module",
        mir::InstanceKind::GeneratorResume => "generator",
        mir::InstanceKind::Continuation => "continuation",
    };
    let (operations, boxed) = measured.share(id);
    InstanceFacts {
        symbol: instance.name.clone(),
        function: lowered.text(code.qualname),
        module: lowered.text(lowered.modules[code.module].name),
        line: code.first_line,
        kind: kind.to_owned(),
        signature: format!("({}) -> {ret}", params.join(", ")),
        operations,
        boxed,
        heat: measured.heat(id),
    }
}

//! What inference found, as text: for `--emit=types` and `--emit=callgraph`.

use super::{
    reveal::type_text,
    solution::Solution,
    view::{InstanceKey, Point, Target, Types},
};
use std::fmt::Write;

/// One block for each function in each context it is called in: the types of its Python variables, how they are
/// represented, and how the result is.
pub fn print_types(solution: &Solution) -> String {
    let program = solution.program();
    let mut out = String::new();
    for key in solution.keys() {
        let function = &program.functions[key.function];
        let name = program.names.text(function.qualname);
        let _ =
            writeln!(out, "{} {name} context {} -> {:?}", key.function, key.context, solution.result(key));
        for (id, var) in function.vars.iter_enumerated() {
            if let Some(name) = var.name {
                let text = type_text(solution, key, id);
                let name = program.names.text(name);
                let _ = writeln!(out, "  {name}: {text} as {:?}", solution.var(key, id));
            }
        }
    }
    out
}

/// One line for each call whose target is known, under the function that makes it.
pub fn print_call_graph(solution: &Solution) -> String {
    let program = solution.program();
    let mut out = String::new();
    for key in solution.keys() {
        let function = &program.functions[key.function];
        let name = program.names.text(function.qualname);
        let _ = writeln!(out, "{} {name} context {}", key.function, key.context);
        for (block, contents) in function.blocks.iter_enumerated() {
            for instr in 0..contents.instrs.len() as u32 {
                match solution.target(key, Point { block, instr }) {
                    Target::Unknown => {}
                    Target::Builtin(builtin) => {
                        let _ = writeln!(out, "  {block}.{instr} calls builtin {builtin}");
                    }
                    Target::Function(target) | Target::Bound(target) => {
                        let InstanceKey { function, context } = target;
                        let callee = program.names.text(program.functions[function].qualname);
                        let _ =
                            writeln!(out, "  {block}.{instr} calls {function} {callee} context {context}");
                    }
                }
            }
        }
    }
    out
}

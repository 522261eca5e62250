//! Statements of a module body that only bind a name, and can go when nothing mentions the name.
//!
//! ```text
//! library:  List = _alias(list, 1)          `from typing import Dict`: the first line is not compiled,
//!           Dict = _alias(dict, 2)            and with it what only it mentions
//! program:  from typing import List         not compiled if `List` occurs in annotations only, which nothing evaluates
//! ```
//!
//! What a packaged module writes at its top level does nothing but bind, by contract, whatever it calls to make the value.
//! Of the program's own modules only `from <packaged module> import name` is of this kind, as anything else may print.

use crate::{
    hir::{BlockId, ClassBase, Function, FunctionKind, Instr, Op, Program, Symbol, VarId},
    modules::{ModuleId, ModuleRef, Origin},
};
use std::{collections::BTreeSet, ops::Range};

/// Consecutive instructions of one block that are of use only to code that mentions one of the names.
#[derive(Clone, Debug)]
pub struct Binding {
    pub names: Vec<Symbol>,
    pub block: BlockId,
    pub instrs: Range<usize>,
}

/// The bindings of a module body, in order.
pub fn bindings(program: &Program, function: &Function) -> Vec<Binding> {
    let mut found = Vec::new();
    if function.kind != FunctionKind::Module {
        return found;
    }
    let globals = &program.modules[function.module].globals;
    let is_library = program.modules[function.module].origin == Origin::Library;
    let uses = UseCounts::new(function);
    for (block, data) in function.blocks.iter_enumerated() {
        if data.handler.is_some() {
            continue;
        }
        let mut free_from = 0;
        for (at, instr) in data.instrs.iter().enumerate() {
            let Op::StoreGlobal(slot, _) = &instr.op else { continue };
            let name = globals[*slot].name;
            let mut names = vec![name];
            if is_library && at > 0 && registers(program, &data.instrs[at - 1].op) {
                add_bases(program, function, &mut names);
            }
            let start = start_of(&data.instrs, free_from, at, &uses);
            let range = start..at + 1;
            free_from = at + 1;
            let instrs = &data.instrs[range.clone()];
            let may_go = if &program.names[name] == "__all__" {
                instrs.iter().all(|instr| is_display(&instr.op))
            } else if is_library {
                !is_special(&program.names[name])
            } else {
                imports_from_library(program, function, instrs)
            };
            if may_go {
                found.push(Binding { names, block, instrs: range });
            }
        }
    }
    found
}

/// Modules of the library that the program's own code has as objects, so that it may look up anything in them.
pub fn exposed_modules(program: &Program) -> BTreeSet<ModuleId> {
    let mut exposed = BTreeSet::new();
    for function in program.functions.iter() {
        if program.modules[function.module].origin != Origin::Program {
            continue;
        }
        let mut imported: Vec<(VarId, ModuleId)> = Vec::new();
        for instr in function.blocks.iter().flat_map(|block| &block.instrs) {
            match (&instr.op, instr.dst) {
                (Op::ImportModule { module: Some(ModuleRef::Source(id)), .. }, Some(dst)) => {
                    imported.push((dst, *id));
                }
                (Op::ImportFrom { submodule: Some(ModuleRef::Source(id)), .. }, _) => {
                    exposed.insert(*id);
                }
                (Op::ImportFrom { .. } | Op::ImportStar(_), _) => {}
                (op, _) => {
                    let used = op.uses();
                    exposed.extend(imported.iter().filter(|(var, _)| used.contains(var)).map(|&(_, id)| id));
                }
            }
        }
    }
    exposed
}

/// `class Mapping:` with `_abc_registered_` in its body: makes `isinstance(x, Base)` true for its bases.
fn registers(program: &Program, op: &Op) -> bool {
    let Op::MakeClass { class, .. } = op else { return false };
    program.classes[*class].class_attributes.iter().any(|&name| &program.names[name] == "_abc_registered_")
}

/// What is registered with a class counts for its bases, too, unless those look at methods instead.
fn add_bases(program: &Program, function: &Function, names: &mut Vec<Symbol>) {
    let mut at = 0;
    while let Some(&name) = names.get(at) {
        at += 1;
        let class =
            program.classes.iter().find(|class| class.module == function.module && class.name == name);
        for base in class.map_or(&[][..], |class| &class.bases) {
            let ClassBase::Global(slot) = base else { continue };
            let base = program.modules[function.module].globals[*slot].name;
            let is_structural = program.classes.iter().any(|class| {
                class.module == function.module
                    && class.name == base
                    && class.class_attributes.iter().any(|&name| &program.names[name] == "__subclasshook__")
            });
            if !is_structural && !names.contains(&base) {
                names.push(base);
            }
        }
    }
}

/// Where the instructions begin that compute what instruction `at` uses and that nothing else uses.
fn start_of(instrs: &[Instr], free_from: usize, at: usize, uses: &UseCounts) -> usize {
    let mut needed: Vec<VarId> = instrs[at].op.uses();
    let mut start = at;
    while start > free_from {
        let before = &instrs[start - 1];
        if before.dst.is_none() {
            match before.op {
                // Fills the container that a display has made.
                Op::ListAppend { list: target, .. }
                | Op::ListExtend { list: target, .. }
                | Op::SetAdd { set: target, .. }
                | Op::SetUpdate { set: target, .. }
                | Op::DictUpdate { dict: target, .. }
                    if needed.contains(&target) =>
                {
                    needed.extend(before.op.uses());
                    start -= 1;
                    continue;
                }
                _ => break,
            }
        }
        let only_here = |var: VarId| {
            needed.iter().filter(|&&other| other == var).count() == uses.of(var) && uses.assignments(var) == 1
        };
        let defs: Vec<VarId> = before.dst.into_iter().chain(before.op.more_defs()).collect();
        if !defs.iter().all(|&var| only_here(var)) || !defs.iter().any(|def| needed.contains(def)) {
            break;
        }
        needed.extend(before.op.uses());
        start -= 1;
    }
    start
}

/// Makes or stores a list or tuple of constants.
fn is_display(op: &Op) -> bool {
    matches!(
        op,
        Op::Const(_)
            | Op::BuildList(_)
            | Op::BuildTuple(_)
            | Op::ListAppend { .. }
            | Op::ListExtend { .. }
            | Op::StoreGlobal(..)
    )
}

/// `__getattr__`: the system asks for it.
fn is_special(name: &str) -> bool {
    name.starts_with("__") && name.ends_with("__")
}

/// The instructions are `from module import name` of a packaged module that has such a name, and the store.
fn imports_from_library(program: &Program, function: &Function, instrs: &[Instr]) -> bool {
    let [Instr { op: Op::ImportFrom { module, name, submodule: None }, .. }, _] = instrs else {
        return false;
    };
    function.blocks.iter().flat_map(|block| &block.instrs).any(|instr| match instr.op {
        Op::ImportModule { module: Some(ModuleRef::Source(id)), .. } if instr.dst == Some(*module) => {
            let source = &program.modules[id];
            source.origin == Origin::Library && source.globals.iter().any(|global| global.name == *name)
        }
        _ => false,
    })
}

/// How often each variable is read and assigned.
struct UseCounts {
    reads: Vec<u32>,
    writes: Vec<u32>,
}

impl UseCounts {
    fn new(function: &Function) -> Self {
        let mut counts = Self { reads: vec![0; function.vars.len()], writes: vec![0; function.vars.len()] };
        for block in function.blocks.iter() {
            for instr in &block.instrs {
                for var in instr.op.uses() {
                    counts.reads[var.index()] += 1;
                }
                for var in instr.dst.into_iter().chain(instr.op.more_defs()) {
                    counts.writes[var.index()] += 1;
                }
            }
            for var in block.term.uses() {
                counts.reads[var.index()] += 1;
            }
        }
        counts
    }

    fn of(&self, var: VarId) -> usize {
        self.reads[var.index()] as usize
    }

    fn assignments(&self, var: VarId) -> usize {
        self.writes[var.index()] as usize
    }
}

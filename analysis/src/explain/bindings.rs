//! The names that each line gives a value to: their types, and how they are held.

use super::facts::{Binding, LineFacts};
use crate::hir::{FunctionKind, Op, Program, VarId, VarKind};
use crate::mir::{self, InstanceKind, Repr};
use crate::modules::ModuleId;
use crate::source::SourceMap;
use crate::types::lattice::{Atom, Set};
use crate::types::reveal::set_text;
use crate::types::state::Slot;
use crate::types::{InstanceKey, Solution, Type, Types};
use std::collections::{BTreeMap, BTreeSet};

/// Type and representation, with the instances in which they are so.
type Answers = BTreeMap<(String, String), BTreeSet<String>>;

pub(super) fn fill(
    program: &Program,
    map: &SourceMap,
    solution: &Solution,
    lowered: &mir::Program,
    module: ModuleId,
    lines: &mut [LineFacts],
) {
    let instances: BTreeMap<InstanceKey, &mir::Instance> = lowered
        .instances
        .iter()
        .filter(|instance| {
            matches!(instance.kind, InstanceKind::Body | InstanceKind::Module | InstanceKind::GeneratorResume)
        })
        .map(|instance| (instance.key, instance))
        .collect();
    // By line and name: each different answer, with the instances that give it.
    let mut found: BTreeMap<(u32, String), Answers> = BTreeMap::new();
    for key in solution.keys() {
        let function = &program.functions[key.function];
        if function.module != module {
            continue;
        }
        let instance = instances.get(&key).copied();
        let of = |line: u32, name: &str, set: &Set, held: String| {
            let answer = (set_text(solution, set), held);
            let symbol = instance.map_or(String::new(), |instance| instance.name.clone());
            (line, name.to_owned(), answer, symbol)
        };
        let mut all = Vec::new();
        let line_of = |span| map.start(span).line;
        let names = |var: VarId| function.vars[var].name.map(|name| program.names.text(name));
        let mut local = |line: u32, var: VarId| {
            let (Some(name), VarKind::Local) = (names(var), function.vars[var].kind) else { return };
            let held = representation(instance, solution, key, var);
            all.push(of(line, name, solution.set(key, var).unwrap_or(&Set::ANY), held));
        };
        if !matches!(function.kind, FunctionKind::GeneratorExpression | FunctionKind::ClassBody(_)) {
            function.params.iter().for_each(|param| local(line_of(function.span), param.var));
        }
        for block in function.blocks.iter() {
            for instr in &block.instrs {
                let line = line_of(instr.place.span);
                instr.dst.into_iter().chain(instr.op.more_defs()).for_each(|var| local(line, var));
            }
            block.term.def().into_iter().for_each(|var| local(line_of(block.term_place.span), var));
        }
        for instr in function.blocks.iter().flat_map(|block| &block.instrs) {
            let line = line_of(instr.place.span);
            let state = &solution.fixpoint().state;
            match &instr.op {
                Op::StoreGlobal(global, _) if is_data(state.get(Slot::Global(module, *global))) => {
                    let name = program.names.text(program.modules[module].globals[*global].name);
                    let set = state.get(Slot::Global(module, *global));
                    all.push(of(line, name, set, "value in a global slot".into()));
                }
                Op::SetAttr { object, name, .. } => {
                    let Some(set) = solution.set(key, *object) else { continue };
                    let mut joined = Set::BOTTOM;
                    for atom in set.atoms() {
                        if let Atom::Instance(class) = atom {
                            joined.join(state.get(Slot::Field(*class, *name)));
                        }
                    }
                    if !joined.is_bottom() {
                        let name = format!(".{}", program.names.text(*name));
                        all.push(of(line, &name, &joined, "value in the object".into()));
                    }
                }
                Op::StoreCell { cell, value } => {
                    if let (Some(name), Some(set)) = (names(*cell), solution.set(key, *value)) {
                        all.push(of(line, name, set, "value in a cell".into()));
                    }
                }
                _ => {}
            }
        }
        for (line, name, answer, symbol) in all {
            found.entry((line, name)).or_default().entry(answer).or_default().insert(symbol);
        }
    }
    for ((line, name), answers) in found {
        let Some(facts) = lines.get_mut((line as usize).wrapping_sub(1)) else { continue };
        let alone = answers.len() == 1;
        for ((ty, representation), symbols) in answers {
            let instance = match alone {
                true => String::new(),
                false => symbols.into_iter().collect::<Vec<_>>().join(", "),
            };
            facts.bindings.push(Binding { name: name.clone(), ty, representation, instance });
        }
    }
}

/// Not a function, class or module that the program's text names: everybody sees what that is.
fn is_data(set: &Set) -> bool {
    let named = |atom: &Atom| matches!(atom, Atom::Function(_) | Atom::Class(_) | Atom::Module(_));
    set.is_any() || set.kind_bits() != 0 || !set.atoms().iter().all(named)
}

fn representation(
    instance: Option<&mir::Instance>,
    solution: &Solution,
    key: InstanceKey,
    var: VarId,
) -> String {
    if matches!(solution.var(key, var), Type::Range | Type::RangeIterator) {
        return "counter".into();
    }
    let local =
        instance.and_then(|instance| instance.body.locals.iter().find(|local| local.var == Some(var)));
    match local.map(|local| local.repr) {
        Some(Repr::I64) => "unboxed i64".into(),
        Some(Repr::Word) => "unboxed u64".into(),
        Some(Repr::F64) => "unboxed f64".into(),
        Some(Repr::Bool) => "one bit".into(),
        Some(Repr::Ptr(_)) => "object pointer".into(),
        Some(Repr::Value) => match solution.var(key, var) {
            Type::Number => "value that is an int or a float".into(),
            Type::Exact(_) => "value of a known type".into(),
            _ => "value".into(),
        },
        _ => "value".into(),
    }
}

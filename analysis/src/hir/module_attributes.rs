//! Attributes of the program's modules become slots: `import shapes` binds a name to a module whose globals are known.
//!
//! ```text
//! shapes.area(r)    =>    t = slot area of shapes; call t(r)
//! ```
//!
//! Only an expectation: what comes of [`Op::ModuleAttr`] asks at run time whether the object is that module, and if not,
//! or if the slot is unbound, does what `object.name` does. So a call through a module is a call like another, and
//! everything that is known of calls of functions and classes holds for it.

use super::{Carets, Function, GlobalId, Instr, Op, Place, Program, Symbol, Var, VarId, VarKind};
use crate::modules::{ModuleId, ModuleRef};
use crate::source::Span;
use std::collections::HashMap;

/// Replaces reads of attributes, and calls, of what is expected to be a module of the program.
pub fn resolve_module_attributes(program: &mut Program) {
    let names = Imported::find(program);
    let slots: HashMap<(ModuleId, Symbol), GlobalId> = program
        .modules
        .iter_enumerated()
        .flat_map(|(id, m)| m.globals.iter_enumerated().map(move |(slot, global)| ((id, global.name), slot)))
        // Of some of these the type of modules has its own.
        .filter(|((_, name), _)| !program.names.text(*name).starts_with("__"))
        .collect();
    for function in program.functions.iter_mut().filter(|function| function.reachable) {
        let modules = names.modules_in(function);
        if !modules.is_empty() {
            resolve(function, &modules, &slots);
        }
    }
}

/// The module that a name is bound to by imports; none where several disagree.
#[derive(Default)]
struct Imported {
    globals: HashMap<(ModuleId, GlobalId), Option<ModuleId>>,
}

impl Imported {
    fn find(program: &Program) -> Self {
        let mut found = Self::default();
        for function in program.functions.iter().filter(|function| function.reachable) {
            let imports = imports(function);
            for instr in function.blocks.iter().flat_map(|block| &block.instrs) {
                let Op::StoreGlobal(slot, value) = instr.op else { continue };
                let Some(&module) = imports.get(&value) else { continue };
                let known = found.globals.entry((function.module, slot)).or_insert(module);
                *known = known.filter(|&other| Some(other) == module);
            }
        }
        found
    }

    /// The variables of a function that are expected to hold a module.
    fn modules_in(&self, function: &Function) -> HashMap<VarId, ModuleId> {
        let mut modules = imports(function);
        for instr in function.blocks.iter().flat_map(|block| &block.instrs) {
            if let (Op::LoadGlobal(slot), Some(dst)) = (&instr.op, instr.dst)
                && function.vars[dst].kind == VarKind::Temp
                && let Some(&module) = self.globals.get(&(function.module, *slot))
            {
                modules.insert(dst, module);
            }
        }
        modules.into_iter().filter_map(|(var, module)| Some((var, module?))).collect()
    }
}

/// What a function imports, by variable: its temporaries, and locals that hold such.
fn imports(function: &Function) -> HashMap<VarId, Option<ModuleId>> {
    let mut found: HashMap<VarId, Option<ModuleId>> = HashMap::new();
    for instr in function.blocks.iter().flat_map(|block| &block.instrs) {
        let module = match instr.op {
            Op::ImportModule { module: Some(ModuleRef::Source(id)), .. }
            | Op::ImportFrom { submodule: Some(ModuleRef::Source(id)), .. } => Some(id),
            Op::Copy(from) => found.get(&from).copied().flatten(),
            _ => None,
        };
        let Some(dst) = instr.dst else { continue };
        match module {
            Some(_) => {
                let known = found.entry(dst).or_insert(module);
                *known = known.filter(|&other| Some(other) == module);
            }
            None => {
                if let Some(known) = found.get_mut(&dst) {
                    *known = None;
                }
            }
        }
    }
    found
}

fn resolve(
    function: &mut Function,
    modules: &HashMap<VarId, ModuleId>,
    slots: &HashMap<(ModuleId, Symbol), GlobalId>,
) {
    let slot = |object: VarId, name: Symbol| {
        let module = *modules.get(&object)?;
        Some(Op::ModuleAttr { object, name, module, slot: *slots.get(&(module, name))? })
    };
    for block in function.blocks.iter_mut() {
        let mut at = 0;
        while at < block.instrs.len() {
            let instr = &mut block.instrs[at];
            match &mut instr.op {
                Op::GetAttr { object, name } | Op::LoadMethod { object, name, .. } => {
                    if let Some(read) = slot(*object, *name) {
                        instr.op = read;
                    }
                }
                Op::CallMethod { object, name, method, args, kwargs } => {
                    let (object, name, method) = (*object, *name, *method);
                    if let Some(read) = slot(object, name) {
                        let (args, kwargs) = (std::mem::take(args), std::mem::take(kwargs));
                        let callee = match method {
                            Some((callee, _)) => callee,
                            None => {
                                let kind = VarKind::Temp;
                                function.vars.push(Var {
                                    name: None,
                                    kind,
                                    is_free: false,
                                    maybe_unbound: false,
                                })
                            }
                        };
                        let place = of_callee(instr.place);
                        instr.op = Op::Call { callee, args, kwargs };
                        if method.is_none() {
                            block.instrs.insert(at, Instr { dst: Some(callee), op: read, place });
                            at += 1;
                        }
                    }
                }
                _ => {}
            }
            at += 1;
        }
    }
}

/// The place of `shapes.area` in a call of it, whose marks tell where the parenthesis begins.
fn of_callee(call: Place) -> Place {
    match call.carets {
        Carets::Anchored { start, .. } => {
            Place { span: Span { end: start, ..call.span }, carets: Carets::Whole, ..call }
        }
        _ => call,
    }
}

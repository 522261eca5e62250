//! Globals that need no test: those surely bound where they are read, and those that are stored once for good.
//!
//! ```text
//! SIZE = 100                      `SIZE` is 100 everywhere after this line
//! def area(w): ...                `area` is this function, and a call of it needs no test
//! def main(): area(SIZE)          runs no sooner than the call below, when all three are bound
//! main()
//! ```
//!
//! A module body is followed in its order: at each instruction that may run a function of the program
//! (`plain_start.rs`), the functions made so far may run, and what is bound by then is bound for them. Nothing is taken for
//! settled that something may change behind the text's back: names that occur in `module.name = ...`, any name if the
//! program mentions what changes namespaces.

use super::plain_start::{PlainStart, constant};
use crate::hir::{self, BlockId, FunctionId, FunctionKind, GlobalId, Op, Symbol};
use crate::index::IndexVec;
use crate::mir::body::Global;
use crate::modules::{ModuleId, ModuleKind, ModuleRef, Origin};
use crate::types::Point;
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

/// What gives access to namespaces under computed names.
const NAMESPACES: &[&str] =
    &["exec", "eval", "__globals__", "f_globals", "__builtins__", "gi_frame", "func_globals"];
/// The same, of a module that somebody has as an object.
const ATTRIBUTES: &[&str] = &["setattr", "delattr", "vars", "__dict__", "__setattr__", "__delattr__"];
/// What gives any module as an object.
const MODULES: &[&str] = &["modules", "__main__", "import_module", "__import__", "getmodule", "reload"];

/// What a global is for good.
#[derive(Clone)]
enum Settled {
    Function(FunctionId),
    Constant(hir::Const),
}

/// The globals a function surely finds bound, by number.
type Bound = Vec<bool>;

#[derive(Default)]
pub(super) struct SettledGlobals {
    settled: HashMap<Global, Settled>,
    /// Those that nothing but the body of their module stores to.
    pub own: BTreeSet<Global>,
    /// What is bound whenever a function runs, by the function that a module body makes. Only for look-ups.
    bound_in: HashMap<FunctionId, Bound>,
    /// The same at single instructions of module bodies.
    bound_at: HashSet<(ModuleId, Point, GlobalId)>,
}

impl SettledGlobals {
    pub fn of(program: &hir::Program) -> Self {
        let mut found = Self::default();
        let mentions = Mentions::of(program);
        if mentions.namespaces {
            return found;
        }
        let stores = stores(program);
        for (id, module) in program.modules.iter_enumerated() {
            let is_object = mentions.modules || mentions.imported[id];
            if mentions.attributes && is_object && module.origin == Origin::Program || module.imports_star {
                continue;
            }
            let may_be_deleted: Vec<bool> = module
                .globals
                .iter_enumerated()
                .map(|(slot, global)| {
                    mentions.assigned.contains(&global.name)
                        || stores.get(&(id, slot)).is_none_or(|stores| stores.deleted)
                })
                .collect();
            for (slot, global) in module.globals.iter_enumerated() {
                // The import of a submodule binds its name in the package.
                let is_submodule = module.kind == ModuleKind::Package
                    && program.modules.iter().any(|submodule| {
                        let name = &program.names[submodule.name];
                        name.rsplit('.').next() == Some(&program.names[global.name])
                    });
                if may_be_deleted[slot.index()] || is_submodule {
                    continue;
                }
                if stores.get(&(id, slot)).is_some_and(|stores| !stores.elsewhere) {
                    found.own.insert(Global { module: id, slot: slot.as_u32() });
                }
                if let Some(Stores { count: 1, value: Some(settled), .. }) = stores.get(&(id, slot)) {
                    let slot = Global { module: id, slot: slot.as_u32() };
                    found.settled.insert(slot, settled.clone());
                }
            }
            found.follow(program, id, &mentions, &may_be_deleted);
        }
        found
    }

    /// The function that a global holds whenever it is bound.
    pub fn function(&self, global: Global) -> Option<FunctionId> {
        match self.settled.get(&global)? {
            Settled::Function(function) => Some(*function),
            Settled::Constant(_) => None,
        }
    }

    /// The constant that a global holds whenever it is bound.
    pub fn constant(&self, global: Global) -> Option<&hir::Const> {
        match self.settled.get(&global)? {
            Settled::Constant(constant) => Some(constant),
            Settled::Function(_) => None,
        }
    }

    /// Whether a global is surely bound where an instruction of a function reads it.
    pub fn is_bound(
        &self,
        program: &hir::Program,
        function: FunctionId,
        at: Point,
        global: GlobalId,
    ) -> bool {
        let this = &program.functions[function];
        if this.kind == FunctionKind::Module {
            return self.bound_at.contains(&(this.module, at, global));
        }
        let Some(made) = made_by_module(program, function) else { return false };
        let bound = self.bound_in.get(&made);
        bound.is_some_and(|bound| bound.get(global.index()).copied().unwrap_or(false))
    }

    /// Follows a module body.
    fn follow(&mut self, program: &hir::Program, id: ModuleId, mentions: &Mentions, unsure: &[bool]) {
        let module = &program.modules[id];
        let body = &program.functions[module.body];
        let start = PlainStart::of(program, id, mentions.importers_of(id));
        let count = module.globals.len();
        let full = (vec![true; count], Vec::<FunctionId>::new());
        let mut at_entry: IndexVec<BlockId, (Bound, Vec<FunctionId>)> =
            IndexVec::from_elem(full, body.blocks.len());
        at_entry[hir::Function::ENTRY].0 = vec![false; count];
        let mut changed = true;
        while changed {
            changed = false;
            for (block, data) in body.blocks.iter_enumerated() {
                let (mut bound, mut made) = at_entry[block].clone();
                let before = bound.clone();
                for instr in &data.instrs {
                    step(&instr.op, program, unsure, &mut bound, &mut made);
                }
                for to in data.term.successors() {
                    changed |= join(&mut at_entry[to], &bound, &made);
                }
                if let Some(handler) = data.handler {
                    changed |= join(&mut at_entry[handler], &before, &made);
                }
            }
        }
        for (block, data) in body.blocks.iter_enumerated() {
            let (mut bound, mut made) = at_entry[block].clone();
            for (at, instr) in data.instrs.iter().enumerate() {
                if let Op::LoadGlobal(global) = instr.op
                    && bound[global.index()]
                {
                    self.bound_at.insert((id, Point { block, instr: at as u32 }, global));
                }
                // The making of a class may run its methods.
                step(&instr.op, program, unsure, &mut bound, &mut made);
                if start.may_run(&instr.op) {
                    self.may_run(&bound, &made);
                }
            }
            let ends = data.term.successors().is_empty();
            if ends || start.term_may_run(&data.term) {
                self.may_run(&bound, &made);
            }
        }
    }

    /// All functions made so far may run with what is bound.
    fn may_run(&mut self, bound: &Bound, made: &[FunctionId]) {
        for &function in made {
            let known = self.bound_in.entry(function).or_insert_with(|| vec![true; bound.len()]);
            known.iter_mut().zip(bound).for_each(|(known, bound)| *known &= bound);
        }
    }
}

/// The effect of an instruction of a module body.
fn step(op: &Op, program: &hir::Program, unsure: &[bool], bound: &mut Bound, made: &mut Vec<FunctionId>) {
    let new = match op {
        Op::StoreGlobal(global, _) => {
            bound[global.index()] = !unsure[global.index()];
            return;
        }
        Op::MakeFunction { function, .. } => *function,
        Op::MakeClass { class, .. } => program.classes[*class].body,
        _ => return,
    };
    if let Err(at) = made.binary_search(&new) {
        made.insert(at, new);
    }
}

fn join(entry: &mut (Bound, Vec<FunctionId>), bound: &Bound, made: &[FunctionId]) -> bool {
    let mut changed = false;
    for (known, bound) in entry.0.iter_mut().zip(bound) {
        changed |= *known && !bound;
        *known &= bound;
    }
    for &function in made {
        if let Err(at) = entry.1.binary_search(&function) {
            entry.1.insert(at, function);
            changed = true;
        }
    }
    changed
}

/// The function or class body, made by the module body itself, that a function stands in; none for class bodies, which run
/// while they are made.
fn made_by_module(program: &hir::Program, function: FunctionId) -> Option<FunctionId> {
    if matches!(program.functions[function].kind, FunctionKind::ClassBody(_)) {
        return None;
    }
    let mut id = function;
    loop {
        let parent = program.functions[id].parent?;
        if program.functions[parent].kind == FunctionKind::Module {
            return Some(id);
        }
        id = parent;
    }
}

/// The stores to one global.
#[derive(Default)]
struct Stores {
    count: u32,
    deleted: bool,
    /// Functions of the module do.
    elsewhere: bool,
    value: Option<Settled>,
}

fn stores(program: &hir::Program) -> HashMap<(ModuleId, GlobalId), Stores> {
    let mut found: HashMap<(ModuleId, GlobalId), Stores> = HashMap::new();
    for function in program.functions.iter() {
        for instr in function.blocks.iter().flat_map(|block| &block.instrs) {
            match instr.op {
                Op::StoreGlobal(global, value) => {
                    let stores = found.entry((function.module, global)).or_default();
                    stores.count += 1;
                    stores.elsewhere |= function.kind != FunctionKind::Module;
                    stores.value = function.definition(value).and_then(|made| match &made.op {
                        Op::MakeFunction { function, .. } => Some(Settled::Function(*function)),
                        op => constant(op).cloned().map(Settled::Constant),
                    });
                }
                Op::DelGlobal(global) => {
                    found.entry((function.module, global)).or_default().deleted = true;
                }
                _ => {}
            }
        }
    }
    found
}

/// What the program mentions that matters to namespaces.
struct Mentions {
    namespaces: bool,
    attributes: bool,
    modules: bool,
    /// Names that are assigned or deleted as attributes of something.
    assigned: HashSet<Symbol>,
    /// Modules that some import gives as an object.
    imported: IndexVec<ModuleId, bool>,
    /// Which modules import which others.
    imports: BTreeMap<ModuleId, Vec<ModuleId>>,
}

impl Mentions {
    fn of(program: &hir::Program) -> Self {
        let mut found = Self {
            namespaces: false,
            attributes: false,
            modules: false,
            assigned: HashSet::new(),
            imported: IndexVec::from_elem(false, program.modules.len()),
            imports: BTreeMap::new(),
        };
        for function in program.functions.iter() {
            let is_own = program.modules[function.module].origin == Origin::Program;
            for instr in function.blocks.iter().flat_map(|block| &block.instrs) {
                match &instr.op {
                    Op::SetAttr { name, .. } | Op::DelAttr { name, .. } => {
                        found.assigned.insert(*name);
                        if is_own {
                            found.note(&program.names[*name]);
                        }
                    }
                    Op::Globals if is_own => found.namespaces = true,
                    Op::ImportModule { name, module } => {
                        if is_own {
                            found.note(&program.names[*name]);
                        }
                        if let Some(ModuleRef::Source(id)) = module {
                            found.imported[*id] = true;
                            found.imports.entry(function.module).or_default().push(*id);
                        }
                    }
                    Op::ImportFrom { name, submodule, .. } => {
                        if is_own {
                            found.note(&program.names[*name]);
                        }
                        if let Some(ModuleRef::Source(id)) = submodule {
                            found.imported[*id] = true;
                            found.imports.entry(function.module).or_default().push(*id);
                        }
                    }
                    Op::LoadBuiltin(name)
                    | Op::GetAttr { name, .. }
                    | Op::ModuleAttr { name, .. }
                    | Op::LoadMethod { name, .. }
                    | Op::CallMethod { name, .. }
                        if is_own =>
                    {
                        found.note(&program.names[*name]);
                    }
                    Op::LoadName { name, fallback: hir::NameFallback::Builtin(_), .. } if is_own => {
                        found.note(&program.names[*name]);
                    }
                    Op::Const(hir::Const::Str(text)) if is_own && &**text != "__main__" => found.note(text),
                    _ => {}
                }
            }
        }
        found
    }

    fn note(&mut self, name: &str) {
        self.namespaces |= NAMESPACES.contains(&name);
        self.attributes |= ATTRIBUTES.contains(&name);
        self.modules |= MODULES.contains(&name);
    }

    /// The modules that import a module, themselves or through others, and the module.
    fn importers_of(&self, module: ModuleId) -> Vec<ModuleId> {
        let mut found = vec![module];
        let mut at = 0;
        while let Some(&of) = found.get(at) {
            at += 1;
            for (importer, imported) in &self.imports {
                if imported.contains(&of) && !found.contains(importer) {
                    found.push(*importer);
                }
            }
        }
        found
    }
}

/// The builtins that the program may replace (`builtins.print = log`): the names of all attributes it sets anywhere, if it
/// names that module. What it does by `setattr` alone is not seen.
pub fn replaced_builtins(hir: &hir::Program) -> BTreeSet<hir::Symbol> {
    let ops = || {
        let own = |f: &&hir::Function| f.reachable && hir.modules[f.module].origin == Origin::Program;
        hir.functions.iter().filter(own).flat_map(|f| f.blocks.iter()).flat_map(|b| &b.instrs).map(|i| &i.op)
    };
    let is_named = ops().any(|op| match op {
        Op::ImportModule { name, .. } => hir.names.text(*name) == "builtins",
        Op::LoadBuiltin(name) => hir.names.text(*name) == "__builtins__",
        _ => false,
    });
    let stored = |op: &Op| match op {
        Op::SetAttr { name, .. } | Op::DelAttr { name, .. } => Some(*name),
        _ => None,
    };
    if is_named { ops().filter_map(stored).collect() } else { BTreeSet::new() }
}

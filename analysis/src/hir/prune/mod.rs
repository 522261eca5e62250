//! Keeps out what nothing mentions.
//!
//! ```text
//! library:  def merge(a): …       program:  from heapq import heappush      merge is not compiled: no reachable
//!           def heappush(a): …              heappush([], 1)                 code has the name `merge` in it
//! ```
//!
//! A *mention* of a name is any read of a variable or attribute of that name, a `from … import` of it, or a string
//! constant that spells it (for `getattr`; in packaged code only in such a call). An *item* is a function or class that a library module's body, or a class of
//! the library, binds undecorated to its name. A reachable function mentions names; an item whose name is mentioned is
//! reachable. The set of reachable functions only grows, so this ends. Statements that only bind a name wait for a
//! mention of it in the same way (`bindings.rs`).
//!
//! The program's own functions are always compiled, with one exception: one that contains something unsupported and is
//! never mentioned raises NotImplementedError instead, so that it costs nothing to have it.

mod bindings;

use self::bindings::{Binding, bindings, exposed_modules};
use super::{
    Block, BlockId, Carets, ClassId, Const, Function, FunctionId, FunctionKind, Instr, Op, Place, Program,
    Symbol, Terminator, Var, VarId, VarKind,
};
use crate::{
    index::IndexVec,
    modules::{ModuleId, ModuleRef, Origin},
};
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// Methods that the runtime calls by name, whatever the program mentions.
const CALLED_BY_RUNTIME: &[&str] =
    &["close", "flush", "items", "keys", "mro", "read", "readline", "send", "throw", "values", "write"];

const ALL: &str = "__all__";

/// Marks the functions that cannot be reached and removes the instructions that would make them.
pub fn prune(program: &mut Program) {
    let mut reach = Reach::new(program);
    for name in CALLED_BY_RUNTIME {
        reach.mention_text(name);
    }
    reach.module(ModuleId::new(0));
    reach.run();
    let Reach { reachable, mentioned, bindings, .. } = reach;
    let keeps_annotations = ["__annotations__", "__annotate__", "get_type_hints"]
        .iter()
        .filter_map(|name| program.names.find(name))
        .any(|name| mentioned[name]);
    let stub = Stub::new(program);
    for id in program.functions.ids().collect::<Vec<_>>() {
        let own = program.modules[program.functions[id].module].origin == Origin::Program;
        let is_item = own && !reachable[id];
        let kind = program.functions[id].kind;
        if reachable[id] {
            if let Some(bindings) = bindings.get(&id) {
                let all = program.names.find(ALL);
                remove_bindings(&mut program.functions[id], bindings, &mentioned, all);
            }
            remove_makers(program, id, &reachable, keeps_annotations);
        } else if is_item && kind == FunctionKind::Def && was_made(program, id, &reachable) {
            stub.replace(&mut program.functions[id]);
        } else if kind == FunctionKind::Module {
            return_none(&mut program.functions[id]);
        } else {
            empty(&mut program.functions[id]);
        }
    }
}

/// The function that would make `id` is compiled.
fn was_made(program: &Program, id: FunctionId, reachable: &IndexVec<FunctionId, bool>) -> bool {
    let parent = program.functions[id].parent;
    parent.is_some_and(|parent| reachable[parent])
}

struct Reach<'a> {
    program: &'a Program,
    reachable: IndexVec<FunctionId, bool>,
    mentioned: IndexVec<Symbol, bool>,
    modules: BTreeSet<ModuleId>,
    /// Items that wait for a mention of their name.
    waiting: HashMap<Symbol, Vec<FunctionId>>,
    /// Bindings that do, by their place in `bindings`.
    waiting_bindings: HashMap<Symbol, Vec<(FunctionId, usize)>>,
    /// What may be left out of the reachable module bodies.
    bindings: BTreeMap<FunctionId, Vec<Binding>>,
    worklist: Vec<FunctionId>,
    /// The program looks up attributes whose names the text does not show: classes of the library stay whole, and so do
    /// the modules that it has as objects.
    is_dynamic: bool,
    exposed: BTreeSet<ModuleId>,
    /// The program looks at its own namespaces as a whole.
    lists_names: bool,
    /// Functions that contain something unsupported, themselves or in functions inside them.
    unsupported: IndexVec<FunctionId, bool>,
    by_module_name: BTreeMap<Symbol, ModuleId>,
}

impl<'a> Reach<'a> {
    fn new(program: &'a Program) -> Self {
        let count = program.functions.len();
        let mut unsupported = IndexVec::from_elem(false, count);
        for (id, function) in program.functions.iter_enumerated() {
            let mut at = Some(id).filter(|_| !function.unsupported.is_empty());
            while let Some(id) = at {
                unsupported[id] = true;
                at = program.functions[id].parent;
            }
        }
        let modules = program.modules.iter_enumerated();
        Self {
            program,
            reachable: IndexVec::from_elem(false, count),
            mentioned: IndexVec::from_elem(false, program.names.len()),
            modules: BTreeSet::new(),
            waiting: HashMap::new(),
            waiting_bindings: HashMap::new(),
            bindings: BTreeMap::new(),
            worklist: Vec::new(),
            is_dynamic: is_dynamic(program),
            exposed: exposed_modules(program),
            lists_names: lists_names(program),
            unsupported,
            by_module_name: modules.map(|(id, module)| (module.name, id)).collect(),
        }
    }

    fn run(&mut self) {
        while let Some(id) = self.worklist.pop() {
            self.function(id);
        }
    }

    fn reach(&mut self, id: FunctionId) {
        if !self.reachable[id] {
            self.reachable[id] = true;
            self.worklist.push(id);
        }
    }

    fn module(&mut self, id: ModuleId) {
        if !self.modules.insert(id) {
            return;
        }
        self.reach(self.program.modules[id].body);
        // Importing `a.b.c` runs `a` and `a.b` first.
        let name = &self.program.names[self.program.modules[id].name];
        if let Some((package, _)) = name.rsplit_once('.') {
            let package = self.program.names.find(package);
            if let Some(&parent) = package.and_then(|name| self.by_module_name.get(&name)) {
                self.module(parent);
            }
        }
    }

    fn mention(&mut self, name: Symbol) {
        if !std::mem::replace(&mut self.mentioned[name], true) {
            for id in self.waiting.remove(&name).unwrap_or_default() {
                self.reach(id);
            }
            for (id, index) in self.waiting_bindings.remove(&name).unwrap_or_default() {
                self.binding(id, index);
            }
        }
    }

    /// A binding whose name is mentioned: what it mentions in turn.
    fn binding(&mut self, id: FunctionId, index: usize) {
        let binding = self.bindings[&id][index].clone();
        // A class that a mention of its base has brought here.
        self.mention(binding.names[0]);
        let function = &self.program.functions[id];
        let instrs = &function.blocks[binding.block].instrs;
        for at in binding.instrs {
            self.instr(function, &instrs[at], instrs.get(at + 1));
        }
    }

    fn mention_text(&mut self, text: &str) {
        for part in text.split('.') {
            if let Some(name) = self.program.names.find(part) {
                self.mention(name);
            }
        }
    }

    fn function(&mut self, id: FunctionId) {
        let program = self.program;
        let function = &program.functions[id];
        let found = if self.keeps_bindings(function) { Vec::new() } else { bindings(program, function) };
        for (block_id, block) in function.blocks.iter_enumerated() {
            let mut ahead = found.iter().filter(|binding| binding.block == block_id).peekable();
            for (at, instr) in block.instrs.iter().enumerate() {
                while ahead.peek().is_some_and(|binding| binding.instrs.end <= at) {
                    ahead.next();
                }
                if !ahead.peek().is_some_and(|binding| binding.instrs.contains(&at)) {
                    self.instr(function, instr, block.instrs.get(at + 1));
                }
            }
        }
        if found.is_empty() {
            return;
        }
        let names: Vec<Vec<Symbol>> = found.iter().map(|binding| binding.names.clone()).collect();
        self.bindings.insert(id, found);
        for (index, names) in names.into_iter().enumerate() {
            if names.iter().any(|&name| &program.names[name] == ALL) {
                // Its strings say what is there, not what is used.
                continue;
            }
            if names.iter().any(|&name| self.mentioned[name]) {
                self.binding(id, index);
                continue;
            }
            for name in names {
                self.waiting_bindings.entry(name).or_default().push((id, index));
            }
        }
    }

    fn is_own(&self, function: &Function) -> bool {
        self.program.modules[function.module].origin == Origin::Program
    }

    /// Every binding of this module body may be seen.
    fn keeps_bindings(&self, function: &Function) -> bool {
        match self.program.modules[function.module].origin {
            Origin::Program => self.lists_names || self.is_dynamic,
            Origin::Library => self.is_dynamic && self.exposed.contains(&function.module),
        }
    }

    fn instr(&mut self, function: &Function, instr: &Instr, next: Option<&Instr>) {
        let globals = &self.program.modules[function.module].globals;
        match &instr.op {
            Op::LoadGlobal(slot) | Op::DelGlobal(slot) => self.mention(globals[*slot].name),
            Op::LoadBuiltin(name)
            | Op::LoadName { name, .. }
            | Op::DelName { name, .. }
            | Op::GetAttr { name, .. }
            | Op::SetAttr { name, .. }
            | Op::DelAttr { name, .. }
            | Op::LoadMethod { name, .. }
            | Op::CallMethod { name, .. } => self.mention(*name),
            Op::MatchClass { keywords, .. } => keywords.iter().for_each(|&name| self.mention(name)),
            Op::ImportFrom { name, submodule, .. } => {
                self.mention(*name);
                self.import(*submodule);
            }
            Op::ImportModule { module, .. } => self.import(*module),
            Op::Const(value)
                if !self.only_lists_names(function, instr, next)
                    && (self.is_own(function) || names_attribute(function, instr.dst, self.program)) =>
            {
                self.constant(value);
            }
            Op::MakeFunction { function: made, .. } => {
                let kind = self.program.functions[*made].kind;
                match item_name(function, instr, next, globals.as_slice()) {
                    Some(name) if self.may_leave_out(*made) => self.wait(name, *made),
                    // Reached through the mention of `__annotations__`; see `remove_makers`.
                    _ if kind == FunctionKind::Annotations => {
                        if let Some(name) = self.program.names.find("__annotations__") {
                            self.wait(name, *made);
                        }
                    }
                    _ => {
                        self.reach(*made);
                        // A decorated method stays, so what overrides it in a subclass must stay too.
                        if matches!(function.kind, FunctionKind::ClassBody(_)) {
                            self.mention(self.program.functions[*made].name);
                        }
                    }
                }
            }
            Op::MakeClass { class, .. } => {
                let body = self.program.classes[*class].body;
                match item_name(function, instr, next, globals.as_slice()) {
                    Some(name) if self.may_leave_out(body) => self.wait(name, body),
                    _ => self.reach(body),
                }
            }
            _ => {}
        }
    }

    fn wait(&mut self, name: Symbol, item: FunctionId) {
        if self.mentioned[name] {
            self.reach(item);
        } else {
            self.waiting.entry(name).or_default().push(item);
        }
    }

    fn may_leave_out(&self, id: FunctionId) -> bool {
        let function = &self.program.functions[id];
        let name = &self.program.names[function.name];
        if name.starts_with("__") && name.ends_with("__") {
            return false;
        }
        match self.program.modules[function.module].origin {
            Origin::Program => function.kind == FunctionKind::Def && self.unsupported[id],
            Origin::Library if !self.is_dynamic => true,
            Origin::Library => {
                let parent = function.parent.map(|parent| self.program.functions[parent].kind);
                parent == Some(FunctionKind::Module) && !self.exposed.contains(&function.module)
            }
        }
    }

    fn import(&mut self, module: Option<ModuleRef>) {
        if let Some(ModuleRef::Source(id)) = module {
            self.module(id);
        }
    }

    fn constant(&mut self, value: &Const) {
        match value {
            Const::Str(text) => self.mention_text(text),
            Const::Tuple(items) => items.iter().for_each(|item| self.constant(item)),
            _ => {}
        }
    }

    /// Strings of `__slots__` and `__static_attributes__` say what is there, not what is used.
    fn only_lists_names(&self, function: &Function, instr: &Instr, next: Option<&Instr>) -> bool {
        let globals = &self.program.modules[function.module].globals;
        let lists = |name: Symbol| {
            matches!(
                &self.program.names[name],
                "__static_attributes__" | "__slots__" | "__qualname__" | "__doc__"
            )
        };
        match next.map(|next| &next.op) {
            Some(Op::StoreName { name, value, .. }) => Some(*value) == instr.dst && lists(*name),
            Some(Op::StoreGlobal(slot, value)) => Some(*value) == instr.dst && lists(globals[*slot].name),
            _ => false,
        }
    }
}

/// The constant is the name in `getattr(object, "name")` and the like: elsewhere the strings of packaged code name nothing.
fn names_attribute(function: &Function, dst: Option<VarId>, program: &Program) -> bool {
    let callee_of = |op: &Op| match op {
        Op::Call { callee, args, .. } if args.get(1).copied() == dst => Some(*callee),
        _ => None,
    };
    let instrs = || function.blocks.iter().flat_map(|block| &block.instrs);
    dst.is_some()
        && instrs().filter_map(|instr| callee_of(&instr.op)).any(|callee| {
            instrs().any(|instr| match instr.op {
                Op::LoadBuiltin(name) => {
                    instr.dst == Some(callee)
                        && matches!(&program.names[name], "getattr" | "hasattr" | "setattr" | "delattr")
                }
                _ => false,
            })
        })
}

/// The name that the next instruction binds the result to, in a module or class body.
fn item_name(
    function: &Function,
    instr: &Instr,
    next: Option<&Instr>,
    globals: &[super::Global],
) -> Option<Symbol> {
    if !matches!(function.kind, FunctionKind::Module | FunctionKind::ClassBody(_)) {
        return None;
    }
    match next?.op {
        Op::StoreGlobal(slot, value) if Some(value) == instr.dst => Some(globals[slot.index()].name),
        Op::StoreName { name, value, .. } if Some(value) == instr.dst => Some(name),
        _ => None,
    }
}

/// Code of the program itself uses a builtin that shows names of a namespace.
fn lists_names(program: &Program) -> bool {
    program.functions.iter().any(|function| {
        program.modules[function.module].origin == Origin::Program
            && function.blocks.iter().flat_map(|block| &block.instrs).any(|instr| match instr.op {
                Op::Globals => true,
                Op::LoadBuiltin(name) => {
                    matches!(&program.names[name], "globals" | "vars" | "dir" | "locals")
                }
                _ => false,
            })
    })
}

/// Code of the program itself asks for attributes by computed names.
fn is_dynamic(program: &Program) -> bool {
    program.functions.iter().any(|function| {
        if program.modules[function.module].origin != Origin::Program {
            return false;
        }
        let mut constants: BTreeSet<VarId> = BTreeSet::new();
        let mut getattrs: BTreeSet<VarId> = BTreeSet::new();
        function.blocks.iter().flat_map(|b| &b.instrs).any(|instr| match (&instr.op, instr.dst) {
            (Op::Const(Const::Str(_)), Some(dst)) => {
                constants.insert(dst);
                false
            }
            (Op::LoadBuiltin(name), Some(dst)) => {
                let name = &program.names[*name];
                if matches!(name, "getattr" | "hasattr" | "setattr" | "delattr") {
                    getattrs.insert(dst);
                }
                false
            }
            (Op::Call { callee, args, .. }, _) if getattrs.contains(callee) => {
                !args.get(1).is_some_and(|name| constants.contains(name))
            }
            _ => false,
        })
    })
}

/// Removes the instructions of a reachable function that make unreachable ones.
fn remove_makers(
    program: &mut Program,
    id: FunctionId,
    reachable: &IndexVec<FunctionId, bool>,
    keeps_annotations: bool,
) {
    let gone = |made: FunctionId, program: &Program| {
        !reachable[made] && program.modules[program.functions[made].module].origin == Origin::Library
            || program.functions[made].kind == FunctionKind::Annotations && !keeps_annotations
    };
    let class_body = |class: ClassId, program: &Program| program.classes[class].body;
    for block in 0..program.functions[id].blocks.len() {
        let block = BlockId::new(block);
        let mut instrs = std::mem::take(&mut program.functions[id].blocks[block].instrs);
        let mut removed: Vec<VarId> = Vec::new();
        instrs.retain_mut(|instr| {
            if let Op::MakeFunction { annotations, .. } = &mut instr.op
                && annotations.is_some_and(|made| removed.contains(&made))
            {
                *annotations = None;
            }
            let made = match &instr.op {
                Op::MakeFunction { function, .. } => Some(*function),
                Op::MakeClass { class, .. } => Some(class_body(*class, program)),
                _ => None,
            };
            if made.is_some_and(|made| gone(made, program)) {
                removed.extend(instr.dst);
                return false;
            }
            !matches!(instr.op, Op::StoreGlobal(_, value) | Op::StoreName { value, .. }
                if removed.contains(&value))
        });
        program.functions[id].blocks[block].instrs = instrs;
    }
}

/// Removes the bindings whose names nothing mentions.
fn remove_bindings(
    function: &mut Function,
    bindings: &[Binding],
    mentioned: &IndexVec<Symbol, bool>,
    all: Option<Symbol>,
) {
    for (id, block) in function.blocks.iter_enumerated_mut() {
        let gone: Vec<_> = bindings
            .iter()
            .filter(|b| b.block == id && !b.names.iter().any(|&name| mentioned[name] || Some(name) == all))
            .map(|b| b.instrs.clone())
            .collect();
        let mut at = 0;
        block.instrs.retain(|_| {
            at += 1;
            !gone.iter().any(|range| range.contains(&(at - 1)))
        });
    }
}

fn single_block(function: &mut Function, instrs: Vec<Instr>, term: Terminator) {
    let place = Place { span: function.span, carets: Carets::Hidden, inlined: None };
    function.blocks = IndexVec::from_vec(vec![Block { instrs, term, term_place: place, handler: None }]);
    function.unsupported.clear();
}

fn empty(function: &mut Function) {
    single_block(function, Vec::new(), Terminator::Unreachable);
    function.reachable = false;
}

fn temp(function: &mut Function) -> VarId {
    function.vars.push(Var { name: None, kind: VarKind::Temp, is_free: false, maybe_unbound: false })
}

fn return_none(function: &mut Function) {
    let none = temp(function);
    let place = Place { span: function.span, carets: Carets::Hidden, inlined: None };
    let instr = Instr { dst: Some(none), op: Op::Const(Const::None), place };
    single_block(function, vec![instr], Terminator::Return(none));
}

/// The body of a function of the program that is unsupported and, as far as can be seen, never called.
struct Stub {
    error: Symbol,
}

impl Stub {
    fn new(program: &mut Program) -> Self {
        Self { error: program.names.intern("NotImplementedError") }
    }

    fn replace(&self, function: &mut Function) {
        let message = function
            .unsupported
            .first()
            .map_or("it uses something that is not supported yet", |d| &d.message);
        let message: std::sync::Arc<str> = message.into();
        let place = Place { span: function.span, carets: Carets::Hidden, inlined: None };
        let [class, text, exc] = [(); 3].map(|()| temp(function));
        let instrs = [
            (class, Op::LoadBuiltin(self.error)),
            (text, Op::Const(Const::Str(message))),
            (exc, Op::Call { callee: class, args: vec![text], kwargs: Vec::new() }),
        ];
        let instrs = instrs.map(|(dst, op)| Instr { dst: Some(dst), op, place });
        function.is_generator = false;
        single_block(function, instrs.into(), Terminator::Raise { exc, cause: None });
    }
}

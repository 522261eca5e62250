//! Where types come from: the way back from a variable to the instructions that brought a type into it.
//!
//! ```python
//! def load(flag):
//!     if flag: x = 12       # int is born here
//!     else: x = "abc"       # str is born here
//!     return x
//! y = load(a)               # y is int | str: int from line 2 in load, called here
//! ```
//!
//! A *component* is one member of a union. The search goes breadth first from a variable against the direction in which
//! values flow, only through places that may hold the component, and ends where it is born: so the way is a shortest one.

use super::facts::{Step, TypeOrigin};
use crate::hir::{BlockId, Const, FunctionId, Op, Program, Terminator, VarId};
use crate::index::IndexVec;
use crate::source::{SourceMap, Span};
use crate::types::closures::Cells;
use crate::types::lattice::{Atom, Container, Set, Site, kinds};
use crate::types::reveal::set_text;
use crate::types::state::{ContextKey, Slot};
use crate::types::{InstanceKey, Solution};
use std::collections::{BTreeMap, HashMap, HashSet, VecDeque};

/// One member of a union.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Component {
    Any,
    Kind(u32),
    Atom(Atom),
}

#[derive(Clone, Copy, PartialEq, Eq, Hash)]
enum Node {
    Var(InstanceKey, VarId),
    Slot(Slot),
}

/// How a value gets from one node to the next.
#[derive(Clone)]
struct Edge {
    from: Node,
    /// Said to the reader: what happens there, and where.
    step: Option<(String, Span)>,
}

/// Where a component first appears.
struct Born {
    span: Span,
    /// Block and instruction; none: it comes with a parameter.
    at: Option<(BlockId, usize)>,
}

/// How far back the search goes.
const LONGEST: usize = 400;
/// How many steps of a way are told.
const MOST_STEPS: usize = 3;

pub(super) struct Flow<'a> {
    program: &'a Program,
    map: &'a SourceMap,
    solution: &'a Solution<'a>,
    cells: Cells,
    writers: HashMap<Slot, Vec<Edge>>,
    /// Where each variable of a function is defined: block and instruction (the terminator counts as one more).
    definitions: IndexVec<FunctionId, IndexVec<VarId, Vec<(BlockId, usize)>>>,
    contexts: BTreeMap<FunctionId, Vec<InstanceKey>>,
}

impl<'a> Flow<'a> {
    pub fn new(program: &'a Program, map: &'a SourceMap, solution: &'a Solution<'a>) -> Flow<'a> {
        let mut contexts: BTreeMap<FunctionId, Vec<InstanceKey>> = BTreeMap::new();
        solution.keys().for_each(|key| contexts.entry(key.function).or_default().push(key));
        let mut flow = Flow {
            program,
            map,
            solution,
            cells: Cells::find(program),
            writers: HashMap::new(),
            definitions: IndexVec::new(),
            contexts,
        };
        for function in program.functions.iter() {
            let mut found = IndexVec::from_elem(Vec::new(), function.vars.len());
            for (id, block) in function.blocks.iter_enumerated() {
                for (at, instr) in block.instrs.iter().enumerate() {
                    let defined = instr.dst.into_iter().chain(instr.op.more_defs());
                    defined.for_each(|var| found[var].push((id, at)));
                }
                block.term.def().into_iter().for_each(|var| found[var].push((id, block.instrs.len())));
            }
            flow.definitions.push(found);
        }
        let keys: Vec<InstanceKey> = solution.keys().collect();
        keys.into_iter().for_each(|key| flow.note_writers(key));
        flow
    }

    /// Where each type of a variable comes from; nothing for what cannot be followed.
    pub fn origins(&self, key: InstanceKey, var: VarId) -> Vec<TypeOrigin> {
        let Some(set) = self.solution.set(key, var) else { return vec![] };
        components(set).into_iter().filter_map(|component| self.origin(key, var, component)).collect()
    }

    fn origin(&self, key: InstanceKey, var: VarId, component: Component) -> Option<TypeOrigin> {
        let start = Node::Var(key, var);
        let mut seen = HashSet::from([start]);
        let mut queue: VecDeque<(Node, Vec<(String, Span)>)> = VecDeque::from([(start, vec![])]);
        while let Some((node, steps)) = queue.pop_front() {
            if seen.len() > LONGEST {
                return None;
            }
            let mut edges = Vec::new();
            match node {
                Node::Slot(slot) => edges.extend(self.writers.get(&slot).cloned().unwrap_or_default()),
                Node::Var(key, var) => {
                    if let Some(born) = self.before(key, var, component, &mut edges) {
                        return Some(self.told(component, key, born, steps));
                    }
                }
            }
            for edge in edges {
                if self.holds(edge.from, component) && seen.insert(edge.from) {
                    let steps = steps.iter().cloned().chain(edge.step).collect();
                    queue.push_back((edge.from, steps));
                }
            }
        }
        None
    }

    fn told(
        &self,
        component: Component,
        key: InstanceKey,
        born: Born,
        steps: Vec<(String, Span)>,
    ) -> TypeOrigin {
        let function = &self.program.functions[key.function];
        let why = match (component, born.at) {
            (Component::Any, None) => "given by calls that the analysis does not see".to_owned(),
            (Component::Any, Some((block, at))) => {
                let instr = function.blocks[block].instrs.get(at);
                instr.map_or(String::new(), |instr| self.why_unknown(key, &instr.op))
            }
            _ => String::new(),
        };
        let ty = match component {
            Component::Any if why.is_empty() => "any value".to_owned(),
            Component::Any => format!("any value ({why})"),
            Component::Kind(bit) => set_text(self.solution, &Set::kinds(bit)),
            Component::Atom(atom) => set_text(self.solution, &Set::atom(atom)),
        };
        let function = match function.kind {
            crate::hir::FunctionKind::Module => String::new(),
            _ => self.program.names.text(function.qualname).to_owned(),
        };
        let line = self.map.start(born.span).line;
        let mut told: Vec<Step> = Vec::new();
        // From where it is born to where it was asked for.
        for (what, span) in steps.into_iter().rev() {
            let at = self.map.start(span).line;
            let last = told.last().map_or(line, |step| step.line);
            if at != last && told.len() < MOST_STEPS {
                told.push(Step { what, line: at });
            }
        }
        let path = self.map.path(born.span.file).to_string_lossy().into_owned();
        TypeOrigin { ty, path, line, function, steps: told }
    }

    fn holds(&self, node: Node, component: Component) -> bool {
        let set = match node {
            Node::Var(key, var) => match self.solution.set(key, var) {
                Some(set) => set,
                None => return false,
            },
            Node::Slot(slot) => self.solution.fixpoint().state.get(slot),
        };
        components(set).contains(&component)
    }

    /// Whether nothing in the program's text writes there.
    fn is_source(&self, node: Node) -> bool {
        matches!(node, Node::Slot(slot) if self.writers.get(&slot).is_none_or(Vec::is_empty))
    }

    /// What flows into a variable; the answer is the place where the component is born, if it is here.
    fn before(
        &self,
        key: InstanceKey,
        var: VarId,
        component: Component,
        edges: &mut Vec<Edge>,
    ) -> Option<Born> {
        let function = &self.program.functions[key.function];
        if let Some(index) = function.params.iter().position(|param| param.var == var)
            && let Some(context) = self.solution.context(key)
        {
            edges.push(Edge { from: Node::Slot(Slot::Parameter(context, index as u32)), step: None });
            if function.params[index].has_default {
                let slot = Slot::Default(key.function, index as u32);
                edges.push(Edge { from: Node::Slot(slot), step: None });
            }
            let slot = Slot::Parameter(context, index as u32);
            if component == Component::Any && self.holds(Node::Slot(slot), component) {
                let seen = self.writers.get(&slot);
                if !seen.into_iter().flatten().any(|edge| self.holds(edge.from, component)) {
                    return Some(Born { span: function.span, at: None });
                }
            }
        }
        for &(id, at) in &self.definitions[key.function][var] {
            let block = &function.blocks[id];
            let mut new = Vec::new();
            let (span, born) = match block.instrs.get(at) {
                Some(instr) => {
                    self.instr_edges(key, &instr.op, &mut new);
                    (instr.place.span, born_by(&instr.op, component))
                }
                None => {
                    if let Terminator::ForNext { iter, .. } = block.term {
                        self.element_edges(key, iter, &mut new);
                    }
                    (block.term_place.span, None)
                }
            };
            // A temporary has one definition: what it holds and nothing brought to it was made here. (The items of a
            // `range` come from nowhere.)
            let made = !new.iter().any(|edge| self.holds(edge.from, component) && !self.is_source(edge.from));
            let alone = self.definitions[key.function][var].len() == 1;
            if born.unwrap_or(made && alone) {
                return Some(Born { span, at: Some((id, at)) });
            }
            edges.extend(new);
        }
        None
    }

    /// The type of a variable; if it can be anything, that of what is known to flow in: in `node = node.next` an unknown
    /// `.next` makes `node` unknown in turn, and it is the first `node` that tells why.
    fn known_part(&self, key: InstanceKey, var: VarId) -> String {
        const ANY: &Set = &Set::ANY;
        let whole = self.solution.set(key, var).unwrap_or(ANY);
        let mut known = Set::BOTTOM;
        if whole.is_any() {
            let (mut seen, mut work) = (HashSet::from([Node::Var(key, var)]), vec![Node::Var(key, var)]);
            while let Some(node) = work.pop() {
                let mut edges = Vec::new();
                match node {
                    Node::Var(key, var) => drop(self.before(key, var, Component::Kind(0), &mut edges)),
                    Node::Slot(slot) => edges.extend(self.writers.get(&slot).cloned().unwrap_or_default()),
                }
                for edge in edges {
                    let set = match edge.from {
                        Node::Var(key, var) => self.solution.set(key, var).unwrap_or(ANY),
                        Node::Slot(slot) => self.solution.fixpoint().state.get(slot),
                    };
                    if !set.is_any() {
                        known.join(set);
                    } else if seen.len() < LONGEST && seen.insert(edge.from) {
                        work.push(edge.from);
                    }
                }
            }
        }
        set_text(self.solution, if known.is_bottom() { whole } else { &known })
    }

    /// What makes the result of an operation unknown.
    fn why_unknown(&self, key: InstanceKey, op: &Op) -> String {
        let name = |symbol| self.program.names.text(symbol);
        let of = |var| self.solution.set(key, var).map_or("Any".into(), |set| set_text(self.solution, set));
        match op {
            Op::GetAttr { object, name: field } | Op::ModuleAttr { object, name: field, .. } => {
                format!("`.{}` of {}", name(*field), self.known_part(key, *object))
            }
            Op::CallMethod { object, name: method, .. } => {
                format!("what `{}` of {} returns", name(*method), self.known_part(key, *object))
            }
            Op::Call { callee, .. } => format!("what {} returns", of(*callee)),
            Op::GetItem { object, .. } => format!("an item of {}", of(*object)),
            Op::Binary(_, a, b) | Op::InPlace(_, a, b) => {
                format!("an operation on {} and {}", of(*a), of(*b))
            }
            Op::TakeException => "an exception".into(),
            _ => String::new(),
        }
    }

    fn instr_edges(&self, key: InstanceKey, op: &Op, edges: &mut Vec<Edge>) {
        let module = self.program.functions[key.function].module;
        let mut plain = |from: Node| edges.push(Edge { from, step: None });
        match op {
            Op::Copy(v) | Op::Narrow { value: v, .. } | Op::Unary(_, v) => plain(Node::Var(key, *v)),
            Op::Binary(_, a, b) | Op::InPlace(_, a, b) => {
                plain(Node::Var(key, *a));
                plain(Node::Var(key, *b));
            }
            Op::LoadGlobal(global) => plain(Node::Slot(Slot::Global(module, *global))),
            Op::LoadCell(cell) => {
                let (function, var) = self.cells.identity(key.function, *cell);
                plain(Node::Slot(Slot::Cell(function, var)));
            }
            Op::GetAttr { object, name } | Op::ModuleAttr { object, name, .. } => {
                plain(Node::Slot(Slot::AnyField(*name)));
                for atom in self.atoms(key, *object) {
                    match atom {
                        Atom::Instance(class) | Atom::Class(class) => {
                            plain(Node::Slot(Slot::Field(class, *name)));
                            let (order, _) = self.solution.fixpoint().state.linearization(class);
                            order.into_iter().for_each(|c| plain(Node::Slot(Slot::ClassAttribute(c, *name))));
                        }
                        Atom::Module(module) => {
                            let globals = &self.program.modules[module].globals;
                            let global = globals.iter_enumerated().find(|(_, global)| global.name == *name);
                            if let Some((global, _)) = global {
                                plain(Node::Slot(Slot::Global(module, global)));
                            }
                        }
                        _ => {}
                    }
                }
            }
            Op::GetItem { object, .. } | Op::Unpack { value: object, .. } => {
                self.element_edges(key, *object, edges)
            }
            Op::Call { .. } | Op::CallMethod { .. } => {
                for (callee, _) in self.callees(key, op) {
                    for &callee in self.contexts.get(&callee).into_iter().flatten() {
                        if let Some(context) = self.solution.context(callee) {
                            edges.push(Edge { from: Node::Slot(Slot::Result(context)), step: None });
                        }
                    }
                }
                if let Op::CallMethod { object, .. } = op {
                    self.element_edges(key, *object, edges);
                }
            }
            _ => {}
        }
    }

    /// What the containers in a variable hold.
    fn element_edges(&self, key: InstanceKey, container: VarId, edges: &mut Vec<Edge>) {
        for atom in self.atoms(key, container) {
            if let Atom::Made(_, site) = atom {
                for index in 0..=Container::WIDEST as u8 {
                    edges.push(Edge { from: Node::Slot(Slot::Element(site, index)), step: None });
                }
            }
        }
    }

    fn atoms(&self, key: InstanceKey, var: VarId) -> Vec<Atom> {
        self.solution.set(key, var).map_or(vec![], |set| set.atoms().to_vec())
    }

    /// The functions that a call may reach, and how many arguments the call itself puts before those that are written.
    fn callees(&self, key: InstanceKey, op: &Op) -> Vec<(FunctionId, usize)> {
        let mut found = Vec::new();
        let methods = |class, name, found: &mut Vec<(FunctionId, usize)>| {
            let state = &self.solution.fixpoint().state;
            let (order, _) = state.linearization(class);
            let held = order.into_iter().map(|c| state.get(Slot::ClassAttribute(c, name)));
            let held = held.into_iter().find(|set| !set.is_bottom());
            for atom in held.map_or(&[][..], Set::atoms) {
                if let Atom::Function(function) = atom {
                    found.push((*function, 1));
                }
            }
        };
        match op {
            Op::Call { callee, .. } => {
                for atom in self.atoms(key, *callee) {
                    match atom {
                        Atom::Function(function) => found.push((function, 0)),
                        Atom::Bound(_, function) => found.push((function, 1)),
                        Atom::Class(class) => {
                            if let Some(init) = self.program.names.find("__init__") {
                                methods(class, init, &mut found);
                            }
                        }
                        _ => {}
                    }
                }
            }
            Op::CallMethod { object, name, .. } => {
                for atom in self.atoms(key, *object) {
                    match atom {
                        Atom::Instance(class) => methods(class, *name, &mut found),
                        Atom::Module(module) => {
                            let globals = &self.program.modules[module].globals;
                            let global = globals.iter_enumerated().find(|(_, global)| global.name == *name);
                            let Some((global, _)) = global else { continue };
                            let set = self.solution.fixpoint().state.get(Slot::Global(module, global));
                            for atom in set.atoms() {
                                if let Atom::Function(function) = atom {
                                    found.push((*function, 0));
                                }
                            }
                        }
                        _ => {}
                    }
                }
            }
            _ => {}
        }
        found
    }

    /// The functions that the call may reach, for the call graph.
    pub fn targets(&self, key: InstanceKey, op: &Op) -> Vec<FunctionId> {
        // The statement runs the body.
        if let Op::MakeClass { class, .. } = op {
            return vec![self.program.classes[*class].body];
        }
        self.callees(key, op).into_iter().map(|(function, _)| function).collect()
    }

    fn note_writers(&mut self, key: InstanceKey) {
        let program = self.program;
        let function = &program.functions[key.function];
        let name = |symbol| program.names.text(symbol);
        let context = self.solution.context(key);
        for (block, contents) in function.blocks.iter_enumerated() {
            for (at, instr) in contents.instrs.iter().enumerate() {
                let site = Site { function: key.function, block, instr: at as u32 };
                let span = instr.place.span;
                let write = |flow: &mut Flow, slot: Slot, var: VarId, what: Option<String>| {
                    let step = what.map(|what| (what, span));
                    flow.writers.entry(slot).or_default().push(Edge { from: Node::Var(key, var), step });
                };
                match &instr.op {
                    Op::StoreGlobal(global, v) => {
                        let what = format!(
                            "stored in `{}`",
                            name(program.modules[function.module].globals[*global].name)
                        );
                        write(self, Slot::Global(function.module, *global), *v, Some(what));
                    }
                    Op::StoreCell { cell, value } => {
                        let (function, var) = self.cells.identity(key.function, *cell);
                        write(self, Slot::Cell(function, var), *value, None);
                    }
                    Op::NewCell(Some(v)) => {
                        let cell = instr.dst.map(|dst| Slot::Cell(key.function, dst));
                        cell.into_iter().for_each(|cell| write(self, cell, *v, None));
                    }
                    Op::StoreName { name, value, .. } => {
                        if let crate::hir::FunctionKind::ClassBody(class) = function.kind {
                            write(self, Slot::ClassAttribute(class, *name), *value, None);
                        }
                    }
                    Op::SetAttr { object, name: field, value } => {
                        let what = || Some(format!("stored in `.{}`", name(*field)));
                        for atom in self.atoms(key, *object) {
                            match atom {
                                Atom::Instance(class) => {
                                    write(self, Slot::Field(class, *field), *value, what())
                                }
                                Atom::Class(class) => {
                                    write(self, Slot::ClassAttribute(class, *field), *value, what())
                                }
                                _ => {}
                            }
                        }
                        write(self, Slot::AnyField(*field), *value, what());
                    }
                    Op::BuildList(items) | Op::BuildSet(items) => {
                        items.iter().for_each(|v| write(self, Slot::Element(site, 0), *v, None));
                    }
                    Op::BuildTuple(items) => {
                        for (i, v) in items.iter().enumerate() {
                            let index = if items.len() <= Container::WIDEST { i as u8 } else { 0 };
                            write(self, Slot::Element(site, index), *v, None);
                        }
                    }
                    Op::BuildDict(items) => {
                        for (k, v) in items {
                            write(self, Slot::Element(site, 0), *k, None);
                            write(self, Slot::Element(site, 1), *v, None);
                        }
                    }
                    Op::ListAppend { list: container, value } | Op::SetAdd { set: container, value } => {
                        for atom in self.atoms(key, *container) {
                            if let Atom::Made(_, site) = atom {
                                write(self, Slot::Element(site, 0), *value, None);
                            }
                        }
                    }
                    Op::SetItem { object: container, index, value }
                    | Op::DictInsert { dict: container, key: index, value } => {
                        for atom in self.atoms(key, *container) {
                            if let Atom::Made(container, site) = atom {
                                let what = Some("put in".to_owned());
                                if container == Container::List {
                                    write(self, Slot::Element(site, 0), *value, what);
                                } else {
                                    write(self, Slot::Element(site, 0), *index, what.clone());
                                    write(self, Slot::Element(site, 1), *value, what);
                                }
                            }
                        }
                    }
                    Op::GetIter(v) => {
                        let mut edges = Vec::new();
                        self.element_edges(key, *v, &mut edges);
                        self.writers.entry(Slot::Element(site, 0)).or_default().extend(edges);
                    }
                    Op::Call { args, kwargs, .. } | Op::CallMethod { args, kwargs, .. } => {
                        for (callee, before) in self.callees(key, &instr.op) {
                            let params = &program.functions[callee].params;
                            let positional = args.iter().enumerate().map(|(i, v)| (i + before, *v));
                            let named = kwargs.iter().filter_map(|(name, v)| {
                                Some((params.iter().position(|param| param.name == *name)?, *v))
                            });
                            let bound: Vec<(usize, VarId)> = positional.chain(named).collect();
                            let what = format!("passed to `{}`", name(program.functions[callee].qualname));
                            let contexts: Vec<ContextKey> = self
                                .contexts
                                .get(&callee)
                                .into_iter()
                                .flatten()
                                .filter_map(|&key| self.solution.context(key))
                                .collect();
                            for context in contexts {
                                for &(i, v) in &bound {
                                    write(self, Slot::Parameter(context, i as u32), v, Some(what.clone()));
                                }
                            }
                        }
                        if let Op::CallMethod { object, name: method, .. } = &instr.op {
                            for atom in self.atoms(key, *object) {
                                if let Atom::Made(_, site) = atom {
                                    let what = format!("given to `{}`", name(*method));
                                    for v in args {
                                        for index in 0..2 {
                                            write(self, Slot::Element(site, index), *v, Some(what.clone()));
                                        }
                                    }
                                }
                            }
                        }
                    }
                    Op::MakeFunction { function: made, defaults, .. } => {
                        let positional = program.functions[*made].positional();
                        for (i, v) in defaults.iter().enumerate() {
                            let index = positional - defaults.len() + i;
                            write(self, Slot::Default(*made, index as u32), *v, None);
                        }
                    }
                    _ => {}
                }
            }
            let span = contents.term_place.span;
            match (&contents.term, context) {
                (Terminator::Return(v), Some(context)) => {
                    let what = format!("returned by `{}`", name(function.qualname));
                    let edge = Edge { from: Node::Var(key, *v), step: Some((what, span)) };
                    self.writers.entry(Slot::Result(context)).or_default().push(edge);
                }
                (Terminator::Yield { value, .. }, _) => {
                    let edge = Edge { from: Node::Var(key, *value), step: None };
                    self.writers.entry(Slot::Yielded(key.function)).or_default().push(edge);
                }
                _ => {}
            }
        }
    }
}

fn components(set: &Set) -> Vec<Component> {
    if set.is_any() {
        return vec![Component::Any];
    }
    let simple = kinds::NAMES.iter().filter(|(bit, _)| set.kind_bits() & bit != 0);
    let simple = simple.map(|(bit, _)| Component::Kind(*bit));
    simple.chain(set.atoms().iter().map(|&atom| Component::Atom(atom))).collect()
}

/// Whether a constant or a display makes this component; `None` where it depends on what flows in.
fn born_by(op: &Op, component: Component) -> Option<bool> {
    let kind = match op {
        Op::Const(Const::None) => kinds::NONE,
        Op::Const(Const::Bool(_)) => kinds::BOOL,
        Op::Const(Const::Int(_) | Const::BigInt(_)) => kinds::INT,
        Op::Const(Const::Float(_)) => kinds::FLOAT,
        Op::Const(Const::Imaginary(_)) => kinds::COMPLEX,
        Op::Const(Const::Str(_)) | Op::BuildString(_) | Op::FormatValue { .. } => kinds::STR,
        Op::Const(Const::Bytes(_)) => kinds::BYTES,
        _ => return None,
    };
    Some(component == Component::Kind(kind))
}

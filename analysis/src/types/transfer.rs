//! The analysis of one context: what each instruction adds to its variables and to the shared slots.
//!
//! The context reads a snapshot of the state and leaves deltas. Within the context variables are joined over all their
//! assignments, and the blocks are walked until nothing grows. Every transfer is monotone in what it reads.

use crate::hir::{
    BinaryOp, ClassArguments, ClassId, Const, FunctionId, Instr, NameFallback, Op, Program, Symbol,
    Terminator, UnaryOp, VarId,
};
use crate::index::IndexVec;
use crate::types::calls::receiver_class;
use crate::types::closures::Cells;
use crate::types::lattice::{Atom, Container, Set, Site, kinds};
use crate::types::quick_hash::{QuickMap, QuickSet};
use crate::types::state::{ClassFacts, ContextKey, Slot, State};

/// What one context found out in one round.
pub struct Outcome {
    pub vars: IndexVec<VarId, Set>,
    pub reads: Vec<Slot>,
    pub grown: Vec<(Slot, Set)>,
    pub calls: Vec<ContextKey>,
    pub classes: Vec<(ClassId, ClassFacts)>,
}

pub(super) struct Transfer<'a> {
    pub program: &'a Program,
    pub state: &'a State,
    pub cells: &'a Cells,
    pub key: ContextKey,
    pub vars: IndexVec<VarId, Set>,
    reads: Vec<Slot>,
    read_before: QuickSet<Slot>,
    grown: Vec<(Slot, Set)>,
    grown_at: QuickMap<Slot, usize>,
    calls: Vec<ContextKey>,
    classes: Vec<(ClassId, ClassFacts)>,
    changed: bool,
}

/// Analyses one context on a snapshot.
pub fn analyse(program: &Program, state: &State, cells: &Cells, key: ContextKey) -> Outcome {
    let function = &program.functions[key.function];
    let mut t = Transfer {
        program,
        state,
        cells,
        key,
        vars: IndexVec::from_elem(Set::BOTTOM, function.vars.len()),
        reads: vec![],
        read_before: QuickSet::default(),
        grown: vec![],
        grown_at: QuickMap::default(),
        calls: vec![],
        classes: vec![],
        changed: false,
    };
    for (i, param) in function.params.iter().enumerate() {
        let arg = t.read(Slot::Parameter(key, i as u32));
        t.define(param.var, &arg);
        if param.has_default {
            let default = t.read(Slot::Default(key.function, i as u32));
            // A default only counts where some call leaves the argument out, which the call says by
            // passing it; for calls that the analysis does not see it is the best guess.
            if arg.is_bottom() {
                t.define(param.var, &default);
            }
        }
    }
    loop {
        t.changed = false;
        for (block, b) in function.blocks.iter_enumerated() {
            for (i, instr) in b.instrs.iter().enumerate() {
                let site = Site { function: key.function, block, instr: i as u32 };
                t.instr(instr, site);
            }
            let site = Site { function: key.function, block, instr: b.instrs.len() as u32 };
            t.terminator(&b.term, site);
        }
        if !t.changed {
            break;
        }
    }
    t.calls.sort_unstable();
    t.calls.dedup();
    Outcome { vars: t.vars, reads: t.reads, grown: t.grown, calls: t.calls, classes: t.classes }
}

impl Transfer<'_> {
    pub fn read(&mut self, slot: Slot) -> Set {
        if self.read_before.insert(slot) {
            self.reads.push(slot);
        }
        // What this very context adds is seen at once, so that its own loop converges in one round.
        match self.grown_at.get(&slot) {
            Some(&at) => self.state.get(slot).clone().joined(&self.grown[at].1),
            None => self.state.get(slot).clone(),
        }
    }

    pub fn grow(&mut self, slot: Slot, set: &Set) {
        if set.is_bottom() {
            return;
        }
        match self.grown_at.get(&slot) {
            Some(&at) => self.changed |= self.grown[at].1.join(set),
            None => {
                self.grown_at.insert(slot, self.grown.len());
                self.grown.push((slot, set.clone()));
                self.changed = true;
            }
        }
    }

    pub fn define(&mut self, var: VarId, set: &Set) {
        self.changed |= self.vars[var].join(set);
    }

    /// Asks for the analysis of a context.
    pub fn demand(&mut self, key: ContextKey) {
        if !self.calls.contains(&key) {
            self.calls.push(key);
        }
    }

    pub fn name(&self, symbol: Symbol) -> &str {
        self.program.names.text(symbol)
    }

    /// A new container of this site with an element.
    pub fn made(&mut self, container: Container, site: Site, element: &Set) -> Set {
        self.grow(Slot::Element(site, 0), element);
        Set::atom(Atom::Made(container, site))
    }

    pub fn made_tuple(&mut self, site: Site, items: &[Set]) -> Set {
        let container = Container::tuple(items.len());
        for (i, item) in items.iter().enumerate() {
            let slot = if container == Container::ANY_TUPLE { 0 } else { i as u8 };
            self.grow(Slot::Element(site, slot), item);
        }
        Set::atom(Atom::Made(container, site))
    }

    /// The join of what a container gives when iterated over.
    pub fn elements(&mut self, container: Container, site: Site) -> Set {
        match container {
            Container::Tuple(n) if container != Container::ANY_TUPLE => {
                let mut all = Set::BOTTOM;
                for i in 0..n {
                    all.join(&self.read(Slot::Element(site, i)));
                }
                all
            }
            _ => self.read(Slot::Element(site, 0)),
        }
    }

    /// What unknown code may do to a value that reaches it: call it. That it stores something of another type in a
    /// container is possible, but not likely: then the tests behind loads find out.
    pub fn escape(&mut self, set: &Set) {
        for &atom in set.atoms() {
            match atom {
                Atom::Function(f) => self.call_unknown(f, None),
                Atom::Bound(class, f) => self.call_unknown(f, Some(Set::atom(Atom::Instance(class)))),
                _ => {}
            }
        }
    }

    /// The function may be called with anything.
    pub fn call_unknown(&mut self, function: FunctionId, receiver: Option<Set>) {
        let class = receiver_class(receiver.as_ref());
        let key = ContextKey { receiver: class, ..ContextKey::plain(function) };
        let key = self.state.context_for(key);
        let count = self.program.functions[function].params.len();
        for i in 0..count {
            match (&receiver, i) {
                (Some(receiver), 0) => self.grow(Slot::Parameter(key, 0), &receiver.clone()),
                _ => self.grow(Slot::Parameter(key, i as u32), &Set::ANY),
            }
        }
        self.demand(key);
    }

    fn constant(&mut self, c: &Const, site: Site) -> Set {
        match c {
            Const::None => Set::kinds(kinds::NONE),
            Const::Bool(_) => Set::kinds(kinds::BOOL),
            Const::Int(_) | Const::BigInt(_) => Set::kinds(kinds::INT),
            Const::Float(_) => Set::kinds(kinds::FLOAT),
            Const::Imaginary(_) => Set::kinds(kinds::COMPLEX),
            Const::Str(_) => Set::kinds(kinds::STR),
            Const::Bytes(_) => Set::kinds(kinds::BYTES),
            Const::Ellipsis => Set::ANY,
            Const::NotGiven => Set::kinds(kinds::NOT_GIVEN),
            Const::Tuple(items) => {
                let items: Vec<Set> = items
                    .iter()
                    .enumerate()
                    .map(|(i, item)| match item {
                        Const::Tuple(_) => {
                            match site.item(if items.len() > Container::WIDEST { 0 } else { i }) {
                                Some(site) => self.constant(item, site),
                                None => Set::ANY,
                            }
                        }
                        item => self.constant(item, site),
                    })
                    .collect();
                self.made_tuple(site, &items)
            }
        }
    }

    fn instr(&mut self, instr: &Instr, site: Site) {
        let result = self.op(&instr.op, site);
        if let Some(dst) = instr.dst {
            self.define(dst, &result);
        }
    }

    fn op(&mut self, op: &Op, site: Site) -> Set {
        let module = self.program.functions[self.key.function].module;
        let of = |t: &Self, v: &VarId| t.vars[*v].clone();
        match op {
            Op::Const(c) => self.constant(c, site),
            Op::Copy(v) => of(self, v),
            Op::Narrow { value, fact } => {
                let value = of(self, value);
                self.narrow(&value, *fact, site)
            }
            Op::LoadGlobal(g) => {
                let set = self.read(Slot::Global(module, *g));
                let global = &self.program.modules[module].globals[*g];
                if set.is_bottom() && global.builtin && !global.bound {
                    return Set::atom(Atom::Builtin(global.name));
                }
                set
            }
            Op::StoreGlobal(g, v) => {
                let set = of(self, v);
                self.grow(Slot::Global(module, *g), &set);
                Set::BOTTOM
            }
            Op::LoadBuiltin(name) => Set::atom(Atom::Builtin(*name)),
            Op::NewCell(Some(v)) => {
                if let Some(dst) = self.cell_of(site) {
                    let set = of(self, v);
                    self.grow(Slot::Cell(self.key.function, dst), &set);
                }
                Set::BOTTOM
            }
            Op::LoadCell(cell) => {
                let (function, var) = self.cells.identity(self.key.function, *cell);
                self.read(Slot::Cell(function, var))
            }
            Op::StoreCell { cell, value } => {
                let (function, var) = self.cells.identity(self.key.function, *cell);
                let set = of(self, value);
                self.grow(Slot::Cell(function, var), &set);
                Set::BOTTOM
            }
            Op::LoadName { name, fallback, .. } => {
                let mut set = match self.class_of_body() {
                    Some(class) => self.read(Slot::ClassAttribute(class, *name)),
                    None => Set::ANY,
                };
                match fallback {
                    NameFallback::Global(g) => set.join(&self.op(&Op::LoadGlobal(*g), site)),
                    NameFallback::Builtin(name) => {
                        if set.is_bottom() {
                            set = Set::atom(Atom::Builtin(*name));
                        }
                        false
                    }
                    NameFallback::Cell(cell) => set.join(&self.op(&Op::LoadCell(*cell), site)),
                };
                set
            }
            Op::StoreName { name, value, .. } => {
                if let Some(class) = self.class_of_body() {
                    let set = of(self, value);
                    self.grow(Slot::ClassAttribute(class, *name), &set);
                }
                Set::BOTTOM
            }
            Op::Binary(op, a, b) | Op::InPlace(op, a, b) => {
                let (a, b) = (of(self, a), of(self, b));
                self.binary(*op, &a, &b, site)
            }
            Op::Unary(op, a) => {
                let a = of(self, a);
                if a.is_bottom() {
                    return Set::BOTTOM;
                }
                if a.only(kinds::NUMBERS) {
                    let mut bits = a.kind_bits();
                    if bits & kinds::BOOL != 0 {
                        bits = bits & !kinds::BOOL | kinds::INT;
                    }
                    if *op == UnaryOp::Invert {
                        bits = kinds::INT;
                    }
                    return Set::kinds(bits);
                }
                Set::ANY
            }
            Op::Compare(op, a, b) => {
                let (a, b) = (of(self, a), of(self, b));
                if a.is_bottom() || b.is_bottom() {
                    return Set::BOTTOM;
                }
                if a.is_any()
                    || b.is_any()
                    || a.atoms().iter().chain(b.atoms()).any(|x| !matches!(x, Atom::Made(..)))
                {
                    return self.compare_instances(*op, &a, &b, site);
                }
                Set::kinds(kinds::BOOL)
            }
            op if op.is_test() => {
                match op {
                    Op::MatchKeys { values, .. } => values.iter().for_each(|v| self.define(*v, &Set::ANY)),
                    Op::MatchClass { value, class, keywords, values, positional } => {
                        self.match_class((*value, *class), *positional as usize, keywords, values, site);
                    }
                    _ => {}
                }
                Set::kinds(kinds::BOOL)
            }
            Op::GetAttr { object, name } | Op::ModuleAttr { object, name, .. } => {
                let object = of(self, object);
                self.attribute(&object, *name)
            }
            Op::SetAttr { object, name, value } => {
                let (object, value) = (of(self, object), of(self, value));
                self.store_attribute(&object, *name, &value);
                Set::BOTTOM
            }
            Op::GetItem { object, index } => {
                let constant = self.constant_index(index);
                let (object, index) = (of(self, object), of(self, index));
                self.item(&object, &index, constant, site)
            }
            Op::SetItem { object, index, value } => {
                let (object, index, value) = (of(self, object), of(self, index), of(self, value));
                self.store_item(&object, &index, &value, site);
                Set::BOTTOM
            }
            Op::BuildTuple(items) => {
                let items: Vec<Set> = items.iter().map(|v| of(self, v)).collect();
                self.made_tuple(site, &items)
            }
            Op::BuildList(items) => {
                let all = self.join_vars(items);
                self.made(Container::List, site, &all)
            }
            Op::BuildSet(items) => {
                let all = self.join_vars(items);
                self.made(Container::Set, site, &all)
            }
            Op::BuildDict(items) => {
                let keys: Vec<VarId> = items.iter().map(|&(k, _)| k).collect();
                let values: Vec<VarId> = items.iter().map(|&(_, v)| v).collect();
                let (keys, values) = (self.join_vars(&keys), self.join_vars(&values));
                self.grow(Slot::Element(site, 1), &values);
                self.made(Container::Dict, site, &keys)
            }
            Op::BuildSlice(..) => Set::kinds(kinds::SLICE),
            Op::BuildString(_) | Op::FormatValue { .. } => Set::kinds(kinds::STR),
            Op::ListAppend { list, value } | Op::SetAdd { set: list, value } => {
                let value = of(self, value);
                self.grow_elements(&of(self, list), 0, &value);
                Set::BOTTOM
            }
            Op::DictInsert { dict, key, value } => {
                let (key, value) = (of(self, key), of(self, value));
                self.grow_elements(&of(self, dict), 0, &key);
                self.grow_elements(&of(self, dict), 1, &value);
                Set::BOTTOM
            }
            Op::ListExtend { list, iterable } | Op::SetUpdate { set: list, iterable } => {
                let item = self.iterate(&of(self, iterable));
                self.grow_elements(&of(self, list), 0, &item);
                Set::BOTTOM
            }
            Op::DictUpdate { dict, mapping } | Op::DictMerge { dict, mapping, .. } => {
                let (keys, values) = self.pairs(&of(self, mapping));
                self.grow_elements(&of(self, dict), 0, &keys);
                self.grow_elements(&of(self, dict), 1, &values);
                Set::BOTTOM
            }
            Op::KeywordDict { mapping, .. } => {
                let (keys, values) = self.pairs(&of(self, mapping));
                self.grow(Slot::Element(site, 1), &values);
                self.made(Container::Dict, site, &keys)
            }
            Op::ContextEnter { manager, exit } => {
                self.define(*exit, &Set::ANY);
                let manager = of(self, manager);
                self.entered(&manager, site)
            }
            Op::ListToTuple(list) => {
                let item = self.iterate(&of(self, list));
                self.made(Container::ANY_TUPLE, site, &item)
            }
            Op::Call { callee, args, kwargs } => {
                let callee = of(self, callee);
                let args: Vec<Set> = args.iter().map(|v| of(self, v)).collect();
                let kwargs: Vec<(Symbol, Set)> = kwargs.iter().map(|(n, v)| (*n, of(self, v))).collect();
                self.call(&callee, &args, &kwargs, site)
            }
            Op::LoadMethod { object, name, receiver } => {
                let object = of(self, object);
                self.define(*receiver, &object);
                Set::ANY.joined(&self.attribute(&object, *name))
            }
            Op::CallMethod { object, name, args, kwargs, .. } => {
                let object = of(self, object);
                let args: Vec<Set> = args.iter().map(|v| of(self, v)).collect();
                let kwargs: Vec<(Symbol, Set)> = kwargs.iter().map(|(n, v)| (*n, of(self, v))).collect();
                self.call_method(&object, *name, &args, &kwargs, site)
            }
            Op::CallStar { callee, args, kwargs } => {
                let (callee, args) = (of(self, callee), of(self, args));
                let kwargs = kwargs.as_ref().map(|v| of(self, v));
                self.call_star(&callee, &args, kwargs.as_ref(), site)
            }
            Op::MakeFunction { function, defaults, kwdefaults, .. } => {
                let f = &self.program.functions[*function];
                let positional = f.positional();
                for (i, v) in defaults.iter().enumerate() {
                    let set = of(self, v);
                    self.grow(Slot::Default(*function, (positional - defaults.len() + i) as u32), &set);
                }
                for (name, v) in kwdefaults {
                    if let Some(i) = f.params.iter().position(|p| p.name == *name) {
                        let set = of(self, v);
                        self.grow(Slot::Default(*function, i as u32), &set);
                    }
                }
                Set::atom(Atom::Function(*function))
            }
            Op::MakeClass { class, arguments, .. } => {
                self.make_class(*class, arguments);
                Set::atom(Atom::Class(*class))
            }
            Op::Placeholder | Op::Expected(_) | Op::SumStart { .. } => Set::BOTTOM,
            Op::SumStep { total, carry, item } => {
                let (total, item) = (of(self, total), of(self, item));
                let (sum, lost) = self.sum_step(&total, &item, site);
                self.define(*carry, &lost);
                sum
            }
            Op::SumEnd { total, .. } => of(self, total),
            Op::GetIter(v) => {
                let item = self.iterate(&of(self, v));
                self.made(Container::Iterator, site, &item)
            }
            Op::Unpack { value, targets } => {
                let value = of(self, value);
                for (i, target) in targets.iter().enumerate() {
                    let item = self.unpacked(&value, i, targets.len());
                    self.define(*target, &item);
                }
                Set::BOTTOM
            }
            Op::UnpackStar { value, before, rest, after } => {
                let item = self.iterate(&of(self, value));
                for v in before.iter().chain(after) {
                    self.define(*v, &item);
                }
                let list = self.made(Container::List, site, &item);
                self.define(*rest, &list);
                Set::BOTTOM
            }
            Op::ImportModule { module, .. } => match module {
                Some(crate::modules::ModuleRef::Source(m)) => {
                    self.demand(ContextKey::plain(self.program.modules[*m].body));
                    Set::atom(Atom::Module(*m))
                }
                Some(crate::modules::ModuleRef::Native(name)) => Set::atom(Atom::NativeModule(name)),
                _ => Set::ANY,
            },
            Op::ImportFrom { module, name, submodule } => {
                if let Some(crate::modules::ModuleRef::Source(m)) = submodule {
                    self.demand(ContextKey::plain(self.program.modules[*m].body));
                    return Set::atom(Atom::Module(*m));
                }
                let module = of(self, module);
                self.attribute(&module, *name)
            }
            Op::Super { first, .. } => {
                let class = self.program.functions[self.key.function].class;
                match (class, receiver_class(Some(&self.vars[*first]))) {
                    (Some(class), Some(receiver)) => Set::atom(Atom::Super(class, receiver)),
                    _ if self.vars[*first].is_bottom() => Set::BOTTOM,
                    _ => Set::ANY,
                }
            }
            Op::Globals | Op::Locals(_) => Set::ANY,
            op => {
                for v in op.more_defs() {
                    self.define(v, &Set::ANY);
                }
                if op.has_result() && !matches!(op, Op::Unbind | Op::NewCell(_) | Op::Closure(_)) {
                    Set::ANY
                } else {
                    Set::BOTTOM
                }
            }
        }
    }

    fn terminator(&mut self, term: &Terminator, site: Site) {
        match term {
            Terminator::ForNext { iter, dst, .. } => {
                let iter = self.vars[*iter].clone();
                let mut item = if iter.is_any() { Set::ANY } else { Set::BOTTOM };
                for &atom in iter.atoms() {
                    match atom {
                        Atom::Made(c, s) => item.join(&self.elements(c, s)),
                        _ => item.join(&Set::ANY),
                    };
                }
                self.define(*dst, &item);
            }
            Terminator::Return(v) => {
                let set = self.vars[*v].clone();
                self.grow(Slot::Result(self.key), &set);
            }
            Terminator::Yield { value, dst, .. } => {
                let set = self.vars[*value].clone();
                self.grow(Slot::Yielded(self.key.function), &set);
                self.define(*dst, &Set::ANY);
            }
            Terminator::YieldFrom { iter, dst, .. } => {
                let iter = self.vars[*iter].clone();
                let item =
                    if iter.is_any() || iter.atoms().is_empty() { Set::ANY } else { self.iterate(&iter) };
                self.grow(Slot::Yielded(self.key.function), &item);
                self.define(*dst, &Set::ANY);
            }
            Terminator::Raise { exc, .. } => {
                let set = self.vars[*exc].clone();
                if set.atoms().iter().any(|a| matches!(a, Atom::Class(_))) {
                    self.call(&set, &[], &[], site);
                }
            }
            _ => {}
        }
    }

    fn cell_of(&self, site: Site) -> Option<VarId> {
        self.program.functions[site.function].blocks[site.block].instrs[site.instr as usize].dst
    }

    fn class_of_body(&self) -> Option<ClassId> {
        match self.program.functions[self.key.function].kind {
            crate::hir::FunctionKind::ClassBody(class) => Some(class),
            _ => None,
        }
    }

    fn join_vars(&self, vars: &[VarId]) -> Set {
        let mut all = Set::BOTTOM;
        for v in vars {
            all.join(&self.vars[*v]);
        }
        all
    }

    /// Adds to element slot `i` of every container in the set.
    pub fn grow_elements(&mut self, containers: &Set, i: u8, element: &Set) {
        for &atom in containers.atoms() {
            if let Atom::Made(_, site) = atom {
                self.grow(Slot::Element(site, i), element);
            }
        }
    }

    /// The constant that the variable holds, if one instruction defines it.
    fn constant_index(&self, var: &VarId) -> Option<i64> {
        match self.program.functions[self.key.function].definition(*var)?.op {
            Op::Const(Const::Int(n)) => Some(n),
            _ => None,
        }
    }

    pub fn unpacked(&mut self, value: &Set, i: usize, count: usize) -> Set {
        if value.is_any() {
            return Set::ANY;
        }
        let mut item = Set::BOTTOM;
        for &atom in value.atoms() {
            match atom {
                Atom::Made(Container::Tuple(n), site) if n as usize == count => {
                    item.join(&self.read(Slot::Element(site, i as u8)))
                }
                // A tuple of another length raises here.
                Atom::Made(c @ Container::Tuple(_), _) if c != Container::ANY_TUPLE => false,
                atom => item.join(&self.iterate(&Set::atom(atom))),
            };
        }
        if value.kind_bits() != 0 {
            item.join(&self.iterate(&Set::kinds(value.kind_bits())));
        }
        item
    }

    fn make_class(&mut self, class: ClassId, arguments: &ClassArguments) {
        let mut facts = ClassFacts { seen: true, ..ClassFacts::default() };
        match arguments {
            ClassArguments::Plain { bases, keywords } => {
                facts.opaque |= !keywords.is_empty();
                for base in bases {
                    let set = self.vars[*base].clone();
                    facts.opaque |= set.is_any() || set.kind_bits() != 0;
                    for &atom in set.atoms() {
                        match atom {
                            Atom::Class(c) => facts.bases.push(c),
                            Atom::Builtin(name) if self.name(name) == "object" => {}
                            _ => facts.opaque = true,
                        }
                    }
                }
            }
            ClassArguments::Star { .. } => facts.opaque = true,
        }
        self.classes.retain(|(c, _)| *c != class);
        self.classes.push((class, facts));
        self.demand(ContextKey::plain(self.program.classes[class].body));
        let program = self.program;
        for method in &program.classes[class].methods {
            self.called_by_runtime(
                class,
                method.function,
                program.names.text(method.name),
                method.is_decorated,
            );
        }
    }

    /// The runtime calls special methods by itself; what it gives them is known of most.
    fn called_by_runtime(&mut self, class: ClassId, function: FunctionId, name: &str, is_decorated: bool) {
        let itself = Set::atom(Atom::Instance(class));
        let args: &[Set] = match name {
            // What it is called with depends on what the decorator made of it.
            _ if is_decorated && !name.starts_with("__") => return,
            "__init_subclass__" | "__class_getitem__" | "__new__" => {
                return self.call_unknown(function, None);
            }
            "__eq__" | "__ne__" | "__lt__" | "__le__" | "__gt__" | "__ge__" => std::slice::from_ref(&itself),
            "__getattr__" | "__getattribute__" | "__delattr__" | "__format__" => &[Set::kinds(kinds::STR)],
            "__exit__" | "__set__" | "__get__" | "__setattr__" | "__set_name__" => {
                return self.call_unknown(function, Some(itself));
            }
            _ if self.program.functions[function].params.len() == 1 && name.starts_with("__") => &[],
            // Operators, items, calls: where the program has them the analysis sees them.
            _ => return,
        };
        let args: Vec<Set> = std::iter::once(itself.clone()).chain(args.iter().cloned()).collect();
        self.call_function(function, &args, &[]);
    }

    /// What a sum and its carry are after one more item. That a sum of floats may be that of nothing is left to a test.
    fn sum_step(&mut self, total: &Set, item: &Set, site: Site) -> (Set, Set) {
        use kinds::*;
        if item.is_bottom() {
            (Set::BOTTOM, Set::BOTTOM)
        } else if item.only(INT | BOOL) {
            (Set::kinds(INT), Set::kinds(INT))
        } else if item.only(FLOAT) {
            (Set::kinds(FLOAT), Set::kinds(FLOAT))
        } else if item.only(INT | BOOL | FLOAT) {
            (Set::kinds(INT | FLOAT), Set::ANY)
        } else {
            (self.binary(BinaryOp::Add, &total.clone().joined(&Set::kinds(INT)), item, site), Set::ANY)
        }
    }

    pub fn binary(&mut self, op: BinaryOp, a: &Set, b: &Set, site: Site) -> Set {
        use BinaryOp::*;
        use kinds::*;
        // With `None` nearly every operator raises.
        let (a, b) = (&a.without(NONE), &b.without(NONE));
        if a.is_bottom() || b.is_bottom() {
            return Set::BOTTOM;
        }
        if a.only(NUMBERS) && b.only(NUMBERS) {
            let both = a.kind_bits() | b.kind_bits();
            if both & COMPLEX != 0 {
                return Set::kinds(COMPLEX).joined(&if a.only(COMPLEX) || b.only(COMPLEX) {
                    Set::BOTTOM
                } else {
                    Set::kinds(FLOAT | INT)
                });
            }
            // What can come out, kind by kind.
            let mut bits = 0;
            for x in [BOOL, INT, FLOAT] {
                for y in [BOOL, INT, FLOAT] {
                    if a.kind_bits() & x != 0 && b.kind_bits() & y != 0 {
                        bits |= match op {
                            TrueDiv => FLOAT,
                            _ if x == FLOAT || y == FLOAT => FLOAT,
                            And | Or | Xor if x == BOOL && y == BOOL => BOOL,
                            _ => INT,
                        };
                    }
                }
            }
            return Set::kinds(bits);
        }
        if op == Mod && (a.only(STR) || a.only(BYTES) || a.only(BYTEARRAY)) {
            return a.clone();
        }
        const TEXTS: u32 = STR | BYTES | BYTEARRAY;
        if op == Add && a.only(TEXTS) && b.only(TEXTS) {
            return a.clone();
        }
        if op == Mul && (a.only(STR) && b.only(INT | BOOL) || a.only(INT | BOOL) && b.only(STR)) {
            return Set::kinds(STR);
        }
        for bytes in [BYTES, BYTEARRAY] {
            if op == Mul && (a.only(bytes) || b.only(bytes)) {
                return Set::kinds(bytes);
            }
        }
        self.binary_objects(op, a, b, site)
    }
}

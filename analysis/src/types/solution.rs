//! The answers that the lowering asks for, chosen after the fixpoint in this one place: representations of variables,
//! counted loops, direct calls.

use crate::hir::{
    ClassId, Const, Function, FunctionId, GlobalId, Instr, Op, Program, Symbol, Terminator, VarId, VarKind,
};
use crate::index::IndexVec;
use crate::modules::ModuleId;
use crate::scopes::BUILTINS;
use crate::types::calls::{Binding, bind, receiver_class};
use crate::types::lattice::{Atom, Container, Set};
use crate::types::solve::{Fixpoint, solve};
use crate::types::special;
use crate::types::state::{ContextKey, Shapes, Slot};
use crate::types::view::{InstanceKey, Method, Point, SpecialMethod, Target, Type, Types};
use rayon::prelude::*;
use std::collections::HashSet;

/// A method call with more possible targets than this is left to the run time.
const MOST_TARGETS: usize = 24;

/// Types of the whole program.
pub struct Solution<'a> {
    program: &'a Program,
    fixpoint: Fixpoint,
    /// By context number: the representation of each variable.
    representations: Vec<IndexVec<VarId, Type>>,
    /// Attribute names that some statement of the program assigns or deletes: a builtin of such a name may be replaced.
    stored_names: HashSet<Symbol>,
    /// Attributes of instances may be stored under computed names.
    stores_by_name: bool,
}

/// Infers the types of a program.
pub fn infer(program: &Program) -> Solution<'_> {
    let fixpoint = solve(program);
    let stored_names = stored_names(program);
    let stores_by_name = stores_by_name(program);
    let mut solution = Solution { program, fixpoint, representations: vec![], stored_names, stores_by_name };
    solution.representations =
        (0..solution.fixpoint.vars.len()).into_par_iter().map(|n| solution.represent(n)).collect();
    solution
}

impl Solution<'_> {
    pub fn fixpoint(&self) -> &Fixpoint {
        &self.fixpoint
    }

    pub fn program(&self) -> &Program {
        self.program
    }

    /// Every function in every context it was found to be called in.
    pub fn keys(&self) -> impl Iterator<Item = InstanceKey> + '_ {
        let contexts = self.fixpoint.state.contexts.iter().zip(1..);
        contexts.map(|(context, number)| InstanceKey { function: context.function, context: number })
    }

    /// The context of a key; none for the dynamic one.
    pub fn context(&self, key: InstanceKey) -> Option<ContextKey> {
        self.fixpoint.state.contexts.get((key.context as usize).checked_sub(1)?).copied()
    }

    fn key(&self, context: ContextKey) -> Option<InstanceKey> {
        let number = *self.fixpoint.state.numbers.get(&context)?;
        Some(InstanceKey { function: context.function, context: number + 1 })
    }

    /// What a variable holds in a context.
    pub(crate) fn set(&self, key: InstanceKey, var: VarId) -> Option<&Set> {
        self.fixpoint.vars.get((key.context as usize).checked_sub(1)?)?.get(var)
    }

    fn represent(&self, number: usize) -> IndexVec<VarId, Type> {
        let function = &self.program.functions[self.fixpoint.state.contexts[number].function];
        let vars = &self.fixpoint.vars[number];
        let mut types: IndexVec<VarId, Type> = function
            .vars
            .iter_enumerated()
            .map(|(id, var)| {
                let boxed = var.maybe_unbound || var.kind == VarKind::Cell || function.uses_locals;
                match vars.get(id) {
                    Some(set) if !boxed => set.representation(),
                    _ => Type::Dynamic,
                }
            })
            .collect();
        for (iterator, range) in self.counted_loops(function, &types) {
            types[iterator] = Type::RangeIterator;
            types[range] = Type::Range;
        }
        types
    }

    /// (iterator, range) of each `for` over a `range(...)` of ints that nothing else uses.
    fn counted_loops(&self, function: &Function, types: &IndexVec<VarId, Type>) -> Vec<(VarId, VarId)> {
        let mut uses: IndexVec<VarId, u32> = IndexVec::from_elem(0, function.vars.len());
        for block in function.blocks.iter() {
            block.instrs.iter().for_each(|i| i.op.for_each_use(&mut |v| uses[v] += 1));
            block.term.uses().into_iter().for_each(|v| uses[v] += 1);
        }
        let definitions = definitions(function);
        let mut found = vec![];
        for block in function.blocks.iter() {
            let Terminator::ForNext { iter, .. } = block.term else { continue };
            let Some(Op::GetIter(range)) = definitions[iter].map(|i| &i.op) else { continue };
            let Some(Op::Call { callee, args, kwargs }) = definitions[*range].map(|i| &i.op) else {
                continue;
            };
            let builtin = matches!(definitions[*callee].map(|i| &i.op), Some(Op::LoadBuiltin(name))
                if self.is_builtin(*name, "range"));
            let ints = args.iter().all(|&a| types[a] == Type::Int);
            if builtin
                && ints
                && kwargs.is_empty()
                && (1..=3).contains(&args.len())
                && uses[iter] == 1
                && uses[*range] == 1
            {
                found.push((iter, *range));
            }
        }
        found
    }

    fn is_builtin(&self, name: Symbol, text: &str) -> bool {
        self.program.names.text(name) == text && !self.stored_names.contains(&name)
    }
}

impl Types for Solution<'_> {
    fn var(&self, key: InstanceKey, var: VarId) -> Type {
        match (key.context as usize).checked_sub(1) {
            Some(number) => self.representations[number].get(var).copied().unwrap_or(Type::Dynamic),
            None => Type::Dynamic,
        }
    }

    fn result(&self, key: InstanceKey) -> Type {
        match self.context(key) {
            // What is returned comes out at the end of the iteration; the call gives the generator.
            Some(context) if self.program.functions[context.function].is_generator => Type::Dynamic,
            Some(context) => self.fixpoint.state.get(Slot::Result(context)).representation(),
            None => Type::Dynamic,
        }
    }

    fn target(&self, key: InstanceKey, at: Point) -> Target {
        let function = &self.program.functions[key.function];
        let Some(instr) = function.blocks[at.block].instrs.get(at.instr as usize) else {
            return Target::Unknown;
        };
        let Op::Call { callee, args, kwargs } = &instr.op else { return Target::Unknown };
        if let Some(Instr { op: Op::LoadBuiltin(name), .. }) = function.definition(*callee) {
            return match BUILTINS.binary_search(&self.program.names.text(*name)) {
                Ok(i) if !self.stored_names.contains(name) => Target::Builtin(BUILTINS[i]),
                _ => Target::Unknown,
            };
        }
        // The likely target: the lowering tests that it is the one.
        match self.set(key, *callee) {
            Some(set) if !set.is_any() && set.kind_bits() == 0 => match set.atoms() {
                [Atom::Function(callee)] => {
                    self.direct(key, *callee, None, args, kwargs).map_or(Target::Unknown, Target::Function)
                }
                [Atom::Bound(class, callee)] => {
                    let target = self.direct(key, *callee, Some(*class), args, kwargs);
                    target.map_or(Target::Unknown, Target::Bound)
                }
                _ => Target::Unknown,
            },
            _ => Target::Unknown,
        }
    }

    fn methods(&self, key: InstanceKey, at: Point) -> Vec<Method> {
        let function = &self.program.functions[key.function];
        let Some(instr) = function.blocks[at.block].instrs.get(at.instr as usize) else { return vec![] };
        let (object, name, call) = match &instr.op {
            Op::CallMethod { object, name, args, kwargs, .. } => (*object, *name, Some((args, kwargs))),
            Op::LoadMethod { object, name, .. } => (*object, *name, None),
            _ => return vec![],
        };
        let Some(set) = self.set(key, object) else { return vec![] };
        let mut found = vec![];
        for atom in set.atoms() {
            let (class, callee) = match *atom {
                Atom::Instance(class) => (class, self.method_of(class, name)),
                Atom::Super(after, class) => (class, self.method_after(Some(after), class, name)),
                _ => continue,
            };
            let Some(callee) = callee else { continue };
            let target = match call {
                Some((args, kwargs)) => self.direct(key, callee, Some(class), args, kwargs),
                None => Some(InstanceKey::dynamic(callee)),
            };
            found.extend(target.map(|target| Method { class, target }));
        }
        if found.len() > MOST_TARGETS { vec![] } else { found }
    }

    fn init(&self, key: InstanceKey, at: Point) -> Option<Method> {
        let function = &self.program.functions[key.function];
        let Op::Call { callee, args, kwargs } = &function.blocks[at.block].instrs.get(at.instr as usize)?.op
        else {
            return None;
        };
        let [Atom::Class(class)] = self.set(key, *callee)?.atoms() else { return None };
        let init = self.method_of(*class, self.program.names.find("__init__")?)?;
        let target = self.direct(key, init, Some(*class), args, kwargs)?;
        Some(Method { class: *class, target })
    }

    fn special(&self, key: InstanceKey, at: Point) -> Option<SpecialMethod> {
        let function = &self.program.functions[key.function];
        let mut unless = None;
        let (a, rest, name) = match &function.blocks[at.block].instrs.get(at.instr as usize)?.op {
            Op::Binary(op, a, b) => (*a, vec![*b], special::binary(*op).0),
            Op::InPlace(op, a, b) => {
                let (name, _, in_place) = special::binary(*op);
                unless = Some(in_place);
                (*a, vec![*b], name)
            }
            Op::Compare(op, a, b) => (*a, vec![*b], special::compare(*op)),
            Op::GetItem { object, index } => (*object, vec![*index], "__getitem__"),
            Op::SetItem { object, index, value } => (*object, vec![*index, *value], "__setitem__"),
            _ => return None,
        };
        let reflects = !name.ends_with("item__");
        let class = self.instance_of(key, a)?;
        let names = &self.program.names;
        // A class with its own in-place method: what that declines is left to the run time.
        if unless.and_then(|name| self.method_of(class, names.find(name)?)).is_some() {
            return None;
        }
        let name = names.find(name)?;
        let callee = self.method_of(class, name)?;
        let target = self.direct(key, callee, Some(class), &rest, &[])?;
        Some(SpecialMethod { method: Method { class, target }, name, unless, reflects })
    }

    fn native(&self, key: InstanceKey, at: Point) -> Option<(&'static str, &str)> {
        let function = &self.program.functions[key.function];
        let (subject, member) = match &function.blocks[at.block].instrs.get(at.instr as usize)?.op {
            Op::Call { callee, .. } => (*callee, None),
            Op::CallMethod { object, name, .. }
            | Op::LoadMethod { object, name, .. }
            | Op::GetAttr { object, name } => (*object, Some(*name)),
            _ => return None,
        };
        match (self.set(key, subject)?.atoms(), member) {
            ([Atom::Native(module, name)], None) => Some((module, self.program.names.text(*name))),
            ([Atom::NativeModule(module)], Some(name)) => Some((module, self.program.names.text(name))),
            _ => None,
        }
    }

    fn native_method(&self, key: InstanceKey, at: Point) -> Option<(&'static str, &'static str, &str)> {
        let function = &self.program.functions[key.function];
        let Op::Call { callee, .. } = function.blocks[at.block].instrs.get(at.instr as usize)?.op else {
            return None;
        };
        match self.set(key, callee)?.atoms() {
            [Atom::NativeBound(module, class, name)] => Some((module, class, self.program.names.text(*name))),
            _ => None,
        }
    }

    fn keeps_builtin(&self, name: Symbol) -> bool {
        !self.stored_names.contains(&name)
    }

    fn instance_of(&self, key: InstanceKey, var: VarId) -> Option<ClassId> {
        match self.set(key, var)?.atoms() {
            [Atom::Instance(class)] => Some(*class),
            _ => None,
        }
    }

    fn item(&self, key: InstanceKey, var: VarId) -> Type {
        let mut items = Set::BOTTOM;
        for atom in self.set(key, var).map_or(&[][..], |set| set.atoms()) {
            if let Atom::Made(Container::List, site) = *atom {
                items.join(self.fixpoint.state.get(Slot::Element(site, 0)));
            }
        }
        items.representation()
    }

    fn instances(&self, key: InstanceKey, var: VarId) -> Vec<ClassId> {
        let Some(set) = self.set(key, var) else { return vec![] };
        let classes = set.atoms().iter().map(|atom| match atom {
            Atom::Instance(class) => Some(*class),
            _ => None,
        });
        classes.collect::<Option<Vec<ClassId>>>().unwrap_or_default()
    }

    fn class_order(&self, class: ClassId) -> Option<Vec<ClassId>> {
        let (order, opaque) = self.fixpoint.state.linearization(class);
        (!opaque).then_some(order)
    }

    fn may_be_in_dict(&self, name: Symbol) -> bool {
        self.stores_by_name || self.stored_names.contains(&name)
    }

    fn boxed(&self, function: FunctionId) -> Vec<InstanceKey> {
        let f = &self.program.functions[function];
        if f.is_generator || f.is_async {
            return vec![];
        }
        let contexts = self.fixpoint.state.contexts.iter().filter(|context| context.function == function);
        let mut contexts: Vec<ContextKey> = contexts.copied().collect();
        // The most unboxed ones first; of those alike the one that serves every receiver.
        contexts.sort_by_key(|context| (std::cmp::Reverse(context.shapes), context.receiver));
        contexts.dedup_by_key(|context| context.shapes);
        contexts.into_iter().filter_map(|context| self.key(context)).collect()
    }

    fn generator(&self, function: FunctionId) -> InstanceKey {
        let mut contexts = self.fixpoint.state.contexts.iter().filter(|context| context.function == function);
        let only = contexts.next().filter(|_| contexts.next().is_none());
        only.and_then(|&context| self.key(context)).unwrap_or(InstanceKey::dynamic(function))
    }

    fn global(&self, module: ModuleId, global: GlobalId) -> Type {
        self.fixpoint.state.get(Slot::Global(module, global)).representation()
    }

    fn entry(&self, function: FunctionId) -> InstanceKey {
        self.key(ContextKey::plain(function)).unwrap_or(InstanceKey::dynamic(function))
    }
}

impl Solution<'_> {
    /// The one function that instances of a class have as a method, as far as the analysis sees.
    fn method_of(&self, class: ClassId, name: Symbol) -> Option<FunctionId> {
        self.method_after(None, class, name)
    }

    /// The same, only looking after a class in the order of `class`: what `super()` finds.
    fn method_after(&self, after: Option<ClassId>, class: ClassId, name: Symbol) -> Option<FunctionId> {
        let state = &self.fixpoint.state;
        let (mut order, _) = state.linearization(class);
        if let Some(after) = after {
            order = order.into_iter().skip_while(|&c| c != after).skip(1).collect();
        }
        let held =
            order.into_iter().map(|c| state.get(Slot::ClassAttribute(c, name))).find(|s| !s.is_bottom())?;
        match held.atoms() {
            [Atom::Function(function)] if !held.is_any() && held.kind_bits() == 0 => Some(*function),
            _ => None,
        }
    }

    /// The instance that a direct call runs.
    fn direct(
        &self,
        key: InstanceKey,
        callee: FunctionId,
        receiver: Option<ClassId>,
        args: &[VarId],
        kwargs: &[(Symbol, VarId)],
    ) -> Option<InstanceKey> {
        let f = &self.program.functions[callee];
        if f.is_async || f.params.len() > f.positional() {
            return None;
        }
        let state = &self.fixpoint.state;
        let set = |v: VarId| self.set(key, v).cloned().unwrap_or(Set::ANY);
        let receiver = receiver.map(|class| Set::atom(Atom::Instance(class)));
        let arg_sets: Vec<Set> = receiver.into_iter().chain(args.iter().map(|&v| set(v))).collect();
        let kwarg_sets: Vec<(Symbol, Set)> = kwargs.iter().map(|&(n, v)| (n, set(v))).collect();
        let Binding::Bound(mut bound) = bind(f, &arg_sets, &kwarg_sets) else { return None };
        for (i, (set, default)) in bound.iter_mut().enumerate() {
            if *default {
                *set = state.get(Slot::Default(callee, i as u32)).clone();
            }
        }
        if key.is_dynamic() {
            return Some(InstanceKey::dynamic(callee));
        }
        let shapes = if f.is_generator { Shapes::NONE } else { Shapes::of(bound.iter().map(|(s, _)| s)) };
        let receiver = f.class.and(receiver_class(bound.first().map(|(s, _)| s)));
        let wanted = ContextKey { function: callee, shapes, receiver };
        self.key(wanted)
            .or_else(|| self.key(ContextKey::plain(callee)))
            .or(Some(InstanceKey::dynamic(callee)))
    }
}

/// The one instruction that defines each temporary.
fn definitions(function: &Function) -> IndexVec<VarId, Option<&Instr>> {
    let mut found: IndexVec<VarId, Option<&Instr>> = IndexVec::from_elem(None, function.vars.len());
    for instr in function.blocks.iter().flat_map(|b| &b.instrs) {
        if let Some(dst) = instr.dst
            && function.vars[dst].kind == VarKind::Temp
            && !matches!(instr.op, Op::Placeholder)
        {
            found[dst] = Some(instr);
        }
    }
    found
}

/// Whether anything mentions what stores attributes under computed names.
fn stores_by_name(program: &Program) -> bool {
    let ways = ["setattr", "vars", "__dict__", "__setattr__", "__setstate__", "exec", "eval"];
    let ways: Vec<Symbol> = ways.into_iter().filter_map(|name| program.names.find(name)).collect();
    program.functions.iter().flat_map(|f| f.blocks.iter()).flat_map(|b| &b.instrs).any(|i| match &i.op {
        Op::LoadBuiltin(name)
        | Op::GetAttr { name, .. }
        | Op::ModuleAttr { name, .. }
        | Op::SetAttr { name, .. }
        | Op::LoadMethod { name, .. }
        | Op::CallMethod { name, .. } => ways.contains(name),
        Op::Const(Const::Str(text)) => ways.iter().any(|&way| program.names.text(way) == &**text),
        _ => false,
    })
}

fn stored_names(program: &Program) -> HashSet<Symbol> {
    let mut names = HashSet::new();
    for instr in program.functions.iter().flat_map(|f| f.blocks.iter()).flat_map(|b| &b.instrs) {
        if let Op::SetAttr { name, .. } | Op::DelAttr { name, .. } = instr.op {
            names.insert(name);
        }
    }
    names
}

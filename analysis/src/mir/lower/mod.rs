//! HIR to MIR: makes the instances that the program needs, starting from the module bodies.
//!
//! One lowering serves all modes. It asks the `Types` view for each variable's type and thereby its representation; with
//! `types::Dynamic` every variable is a `Value` and the result is what `--no-specialize` runs.
//!
//! - [`data`]: constants, names, sites, descriptors: what instances refer to.
//! - [`function`]: the walk over one function's blocks, and where its variables live.
//! - the families of ops: [`operators`], [`containers`], [`consumers`], [`variables`], [`calls`], [`definitions`], [`exceptions`],
//!   [`patterns`], [`imports`].
//! - [`settled_globals`] (with [`plain_start`]): which globals are what the text says, and need no test.
//! - [`direct_calls`] (with [`defaults`]), [`method_calls`], [`super_calls`], [`special_methods`]: calls that need no argument vector, in any mode.
//! - [`typed_operators`], [`number_operators`], [`ranges`], [`pair_loops`], [`typed_calls`], [`instance_tests`], [`native_calls`], [`list_items`],
//!   [`list_loops`]: what unboxed variables change; [`leaving`]: how
//!   typed code goes on where values outgrow it.
//! - [`entries`]: what is made besides the body: boxed entries and makers of generators.

mod builtin_methods;
mod calls;
mod chars;
mod constant_members;
mod consumers;
mod containers;
mod data;
mod defaults;
mod definitions;
mod dict_items;
mod direct_calls;
mod entries;
mod exceptions;
mod fields;
mod function;
mod imports;
mod instance_tests;
mod keyed_loops;
mod leaving;
mod list_items;
mod list_loops;
mod masks;
mod method_calls;
mod native_calls;
mod number_operators;
mod operators;
mod pair_loops;
mod patterns;
mod plain_start;
mod ranges;
mod settled_globals;
mod shapes;
mod special_methods;
mod super_calls;
mod text_format;
mod text_loops;
mod text_methods;
mod text_operators;
mod truth;
mod tuple_loops;
mod typed_calls;
mod typed_operators;
mod variables;
mod wide_ints;

use crate::hir;
use crate::index::IndexVec;
use crate::mir::body::{Body, LocalId};
use crate::mir::program::*;
use crate::mir::repr::Repr;
use crate::modules::{Origin, is_compiled_quickly};
use crate::source::SourceMap;
use crate::types::{InstanceKey, Type, Types};
use std::collections::{BTreeMap, BTreeSet, VecDeque};

/// Lowers all that the module bodies of `hir` can reach.
pub fn lower_program(hir: &hir::Program, sources: &SourceMap, types: &dyn Types) -> Program {
    lower_program_without(hir, sources, types, &BTreeSet::new())
}

/// The same, with the functions of `untyped` in their dynamic form: their typed one is wrong, or too much.
pub fn lower_program_without(
    hir: &hir::Program,
    sources: &SourceMap,
    types: &dyn Types,
    untyped: &BTreeSet<hir::FunctionId>,
) -> Program {
    let known = defaults::KnownFunctions::of(hir);
    let mut lowering = Lowering {
        hir,
        sources,
        types,
        untyped,
        program: Program::default(),
        data: data::Tables::new(hir),
        bodies: BTreeMap::new(),
        pending: VecDeque::new(),
        late: VecDeque::new(),
        continuations: BTreeMap::new(),
        resumes: BTreeMap::new(),
        name_counts: BTreeMap::new(),
        wide: wide_ints::WideInts::of(hir, &known),
        known,
        settled: settled_globals::SettledGlobals::of(hir),
        replaced: settled_globals::replaced_builtins(hir),
        has_loop: hir.functions.iter().map(hir::liveness::has_loop).collect(),
    };
    lowering.make_modules();
    // Continuations come last: by then all the points at which they are entered are known. Their own lowering may ask for
    // more instances, and those for more points; a continuation is then lowered again.
    while let Some(task) = lowering.pending.pop_front().or_else(|| lowering.late.pop_front()) {
        lowering.lower_task(task);
    }
    lowering.program.own_globals = lowering.settled.own;
    lowering.program
}

/// The state of the lowering of one program.
struct Lowering<'a> {
    hir: &'a hir::Program,
    sources: &'a SourceMap,
    types: &'a dyn Types,
    untyped: &'a BTreeSet<hir::FunctionId>,
    program: Program,
    data: data::Tables,
    /// The body instances asked for so far.
    bodies: BTreeMap<InstanceKey, InstanceId>,
    pending: VecDeque<Task>,
    late: VecDeque<Task>,
    continuations: BTreeMap<hir::FunctionId, leaving::Continuation>,
    /// The resume functions made so far, and the sizes of the frames they want.
    resumes: BTreeMap<InstanceKey, (InstanceId, u32)>,
    known: defaults::KnownFunctions,
    settled: settled_globals::SettledGlobals,
    wide: wide_ints::WideInts,
    /// Builtins that a statement may replace: each use looks anew.
    replaced: BTreeSet<hir::Symbol>,
    /// How many instances have a name so far, without their number.
    name_counts: BTreeMap<String, u32>,
    has_loop: IndexVec<hir::FunctionId, bool>,
}

/// An instance whose signature is there and whose body is still to be made.
enum Task {
    Body(InstanceKey, InstanceId),
    BoxedEntry(hir::FunctionId, InstanceId),
    Continuation(hir::FunctionId),
}

impl<'a> Lowering<'a> {
    fn function(&self, id: hir::FunctionId) -> &'a hir::Function {
        &self.hir.functions[id]
    }

    /// The instance of a function in a context, made on demand.
    fn body_instance(&mut self, key: InstanceKey) -> InstanceId {
        if let Some(&id) = self.bodies.get(&key) {
            return id;
        }
        let function = self.function(key.function);
        let kind = match function.kind {
            hir::FunctionKind::Module => InstanceKind::Module,
            _ => InstanceKind::Body,
        };
        let id = self.new_instance(key.function, kind, "");
        self.program.instances[id].key = key;
        if kind == InstanceKind::Body {
            self.program.instances[id].ret = match self.repr_of(key, self.types.result(key)) {
                Repr::Value => Return::Value,
                repr => Return::Guarded(repr),
            };
        }
        if self.is_fallback(key) {
            self.program.instances[id].cold = true;
        }
        self.bodies.insert(key, id);
        self.pending.push_back(Task::Body(key, id));
        id
    }

    /// Whether an instance is the dynamic form of a function of which each call that the analysis sees has a typed one:
    /// it runs after a leave at most, and enters the function's continuation at its start rather than being the same code
    /// a second time.
    fn is_fallback(&self, key: InstanceKey) -> bool {
        if !key.is_dynamic() || self.function(key.function).is_generator || self.runs_once(key.function) {
            return false;
        }
        let typed = self.types.boxed(key.function).into_iter().filter(|&key| self.is_typed(key)).count();
        (1..=entries::MOST_TRIED).contains(&typed)
    }

    /// Whether an instance has unboxed variables. Code that runs once and has no loop has none: a module's `def`s and calls
    /// would only be compiled twice.
    fn is_typed(&self, key: InstanceKey) -> bool {
        !key.is_dynamic()
            && !self.function(key.function).is_async
            && !self.runs_once(key.function)
            && !self.untyped.contains(&key.function)
    }

    /// Code of modules and classes in which nothing repeats.
    fn runs_once(&self, function: hir::FunctionId) -> bool {
        let kind = self.function(function).kind;
        let outermost = matches!(
            kind,
            hir::FunctionKind::Module | hir::FunctionKind::ClassBody(_) | hir::FunctionKind::Annotations
        );
        outermost && !self.has_loop[function]
    }

    /// The representation of a variable or result of a type.
    fn repr_of(&self, key: InstanceKey, ty: Type) -> Repr {
        match ty {
            _ if !self.is_typed(key) => Repr::Value,
            Type::Int => Repr::I64,
            Type::Float => Repr::F64,
            Type::Bool => Repr::Bool,
            Type::Dynamic | Type::Number | Type::Exact(_) | Type::Range | Type::RangeIterator => Repr::Value,
        }
    }

    /// How an instance takes a parameter: as its variable lives.
    fn param_repr(&self, key: InstanceKey, var: hir::VarId) -> Repr {
        let function = self.function(key.function);
        let info = &function.vars[var];
        let ty = self.types.var(key, var);
        // A wide int comes as a value: callers have it in several forms.
        let is_wide = ty == Type::Int && self.wide.is_wide(key.function, var);
        if info.maybe_unbound || is_wide { Repr::Value } else { self.repr_of(key, ty) }
    }

    /// An instance without body, named after its function.
    fn new_instance(&mut self, function: hir::FunctionId, kind: InstanceKind, suffix: &str) -> InstanceId {
        let code = self.code(function);
        let hir_function = self.function(function);
        let module = &self.hir.modules[hir_function.module];
        let qualname = match hir_function.kind {
            hir::FunctionKind::Module => "<module>",
            _ => &self.hir.names[hir_function.qualname],
        };
        // Numbered by itself, not among all: an edit elsewhere leaves the name as it is, and with it cached objects.
        let name = format!("{}.{qualname}{suffix}", &self.hir.names[module.name]);
        let number = self.name_counts.entry(name.clone()).or_default();
        *number += 1;
        let name = format!("{name}#{number}");
        self.program.instances.push(Instance {
            name,
            code,
            kind,
            key: InstanceKey::dynamic(function),
            counts_frame: kind == InstanceKind::Body && !hir_function.is_generator
                || matches!(kind, InstanceKind::Module | InstanceKind::GeneratorResume),
            // What runs once is compiled fast rather than to fast code.
            quick: module.origin == Origin::Library
                && is_compiled_quickly(&self.hir.names[module.name], &self.hir.names[hir_function.name]),
            cold: matches!(kind, InstanceKind::Body | InstanceKind::Module) && self.runs_once(function),
            params: Vec::new(),
            ret: Return::Value,
            body: Body::default(),
        })
    }

    fn lower_task(&mut self, task: Task) {
        match task {
            Task::Body(key, id) if self.function(key.function).is_generator => self.lower_generator(key, id),
            Task::Body(key, id) => {
                let (params, body) = function::lower_body(self, key, self.is_fallback(key));
                self.fill(id, params, body);
            }
            Task::BoxedEntry(function, id) => self.lower_boxed_entry(function, id),
            Task::Continuation(function) => self.lower_continuation(function),
        }
    }

    fn fill(&mut self, id: InstanceId, params: Vec<LocalId>, body: Body) {
        let instance = &mut self.program.instances[id];
        instance.params = params;
        instance.body = body;
    }
}

/// A body's parameters: a local each, in order.
fn declare_params(body: &mut Body, reprs: impl IntoIterator<Item = Repr>) -> Vec<LocalId> {
    reprs.into_iter().map(|repr| body.new_local(repr)).collect()
}

/// A table with an entry per function, most of them empty.
type PerFunction<T> = IndexVec<hir::FunctionId, Option<T>>;

//! Which instructions of a module body may run functions of the program, and which surely run none.
//!
//! ```text
//! LIMIT = 10 ** 6                          none: numbers and strings know their operators themselves
//! TABLE = [i * i for i in range(LIMIT)]    none
//! @lru_cache(maxsize=None)                 none: keeps the function, and does not call it
//! def f(x): ...                            none
//! result = f(3)                            f, and all that was defined before
//! ```
//!
//! A variable is *plain* if it surely holds nothing whose operators or methods are functions of the program. Plain are
//! assumed all at first; what is defined otherwise is struck out until nothing changes: it ends as the set only shrinks.

use crate::hir::{self, Const, FunctionKind, GlobalId, NameFallback, Op, Terminator, VarId};
use crate::index::IndexVec;
use crate::modules::{ModuleId, ModuleRef, Origin};

/// Builtins that run nothing of the program if their arguments are plain; the result is plain, too.
const PLAIN_CALLS: &[&str] = &[
    "abs",
    "bool",
    "bytearray",
    "bytes",
    "chr",
    "complex",
    "dict",
    "divmod",
    "enumerate",
    "float",
    "frozenset",
    "hex",
    "int",
    "len",
    "list",
    "max",
    "min",
    "object",
    "ord",
    "pow",
    "range",
    "repr",
    "reversed",
    "round",
    "set",
    "sorted",
    "str",
    "sum",
    "tuple",
    "zip",
];
/// Builtins that only keep their arguments, whatever those are.
const KEEPERS: &[&str] = &["classmethod", "property", "staticmethod"];
/// Library functions and classes that keep what they are given without calling it.
const LIBRARY_KEEPERS: &[&str] = &[
    "ABC",
    "Counter",
    "Generic",
    "NamedTuple",
    "OrderedDict",
    "Protocol",
    "TypeVar",
    "abstractmethod",
    "auto",
    "cache",
    "contextmanager",
    "dataclass",
    "defaultdict",
    "deque",
    "field",
    "lru_cache",
    "namedtuple",
    "setrecursionlimit",
    "total_ordering",
    "wraps",
];
/// Bases from the library whose classes are made without calling methods of the new class.
const LIBRARY_BASES: &[&str] = &["ABC", "Generic", "NamedTuple", "Protocol"];
const ENUMERATIONS: &[&str] = &["Enum", "Flag", "IntEnum", "IntFlag", "StrEnum"];
/// Methods that the making of a class calls.
const CALLED_BY_CLASSES: &[&str] =
    &["__init_subclass__", "__set_name__", "__mro_entries__", "__prepare__", "__class_getitem__"];
/// Methods that the making of an enumeration calls besides.
const CALLED_BY_ENUMERATIONS: &[&str] = &["__new__", "__init__", "_generate_next_value_", "_missing_"];

/// What a variable or global of a module body holds at most.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Held {
    /// A number, a string, a constant.
    Scalar,
    /// A container of such that only the expression at hand has.
    Plain,
    /// A builtin that gives something plain, from something plain.
    PlainCall,
    /// What only keeps what it is called with.
    Keeper,
    Any,
}

/// The effects of one module body.
pub(super) struct PlainStart<'a> {
    program: &'a hir::Program,
    body: &'a hir::Function,
    vars: IndexVec<VarId, Held>,
    globals: IndexVec<GlobalId, Held>,
    /// Classes are made without surprises.
    plain_classes: bool,
    /// Program modules that may import this one in turn.
    importers: Vec<ModuleId>,
}

impl<'a> PlainStart<'a> {
    pub fn of(program: &'a hir::Program, module: ModuleId, importers: Vec<ModuleId>) -> Self {
        let body = &program.functions[program.modules[module].body];
        let mut start = Self {
            program,
            body,
            vars: IndexVec::from_elem(Held::Scalar, body.vars.len()),
            globals: IndexVec::from_elem(Held::Scalar, program.modules[module].globals.len()),
            plain_classes: plain_classes(program),
            importers,
        };
        // What functions store may be anything.
        for function in
            program.functions.iter().filter(|f| f.module == module && f.kind != FunctionKind::Module)
        {
            for instr in function.blocks.iter().flat_map(|block| &block.instrs) {
                if let Op::StoreGlobal(global, _) = instr.op {
                    start.globals[global] = Held::Any;
                }
            }
        }
        while start.step() {}
        start
    }

    /// Whether the instruction may run a function of the program.
    pub fn may_run(&self, op: &Op) -> bool {
        let plain = |vars: &[VarId]| vars.iter().all(|&var| self.vars[var] <= Held::PlainCall);
        match op {
            Op::Const(_)
            | Op::Copy(_)
            | Op::Narrow { .. }
            | Op::Unbind
            | Op::CheckBound(_)
            | Op::LoadGlobal(_)
            | Op::StoreGlobal(..)
            | Op::LoadBuiltin(_)
            | Op::NewCell(_)
            | Op::LoadCell(_)
            | Op::StoreCell { .. }
            | Op::Is(..)
            | Op::IsNot(..)
            | Op::BuildTuple(_)
            | Op::BuildList(_)
            | Op::BuildSlice(..)
            | Op::ListAppend { .. }
            | Op::ListToTuple(_)
            | Op::MakeFunction { .. }
            | Op::Placeholder
            | Op::Expected(_)
            | Op::IsFunction(..)
            | Op::TakeException
            | Op::EnterHandler(_)
            | Op::LeaveHandler(_)
            | Op::LoadAssertionError
            | Op::ForgetGenerator => false,
            Op::BuildDict(pairs) => !pairs.iter().all(|&(key, _)| plain(&[key])),
            Op::DictInsert { key, .. } => !plain(&[*key]),
            Op::Binary(..)
            | Op::InPlace(..)
            | Op::Unary(..)
            | Op::Compare(..)
            | Op::Contains { .. }
            | Op::NotContains { .. }
            | Op::Not(_)
            | Op::Truth(_)
            | Op::GetItem { .. }
            | Op::SetItem { .. }
            | Op::BuildSet(_)
            | Op::BuildString(_)
            | Op::SetAdd { .. }
            | Op::ListExtend { .. }
            | Op::FormatValue { .. }
            | Op::GetIter(_)
            | Op::SumStart { .. }
            | Op::SumStep { .. }
            | Op::SumEnd { .. }
            | Op::Unpack { .. } => !plain(&op.uses()),
            Op::CallMethod { object, name, method: None, .. } => {
                !plain(&op.uses()) && !self.is_library_keeper(*object, *name)
            }
            Op::GetAttr { object, name } | Op::ModuleAttr { object, name, .. } => {
                !self.is_library_keeper(*object, *name)
            }
            Op::Call { callee, args, kwargs } => match self.vars[*callee] {
                Held::Keeper => false,
                Held::PlainCall => !plain(args) || !kwargs.iter().all(|&(_, value)| plain(&[value])),
                _ => true,
            },
            Op::ImportModule { module, .. } => match module {
                Some(ModuleRef::Source(id)) => self.importers.contains(id),
                _ => false,
            },
            Op::ImportFrom { submodule, .. } => matches!(submodule, Some(ModuleRef::Source(_))),
            Op::MakeClass { class, .. } => !self.is_plain_class(*class),
            _ => true,
        }
    }

    /// The same of a terminator.
    pub fn term_may_run(&self, term: &Terminator) -> bool {
        match term {
            Terminator::ForNext { iter, .. } => self.vars[*iter] > Held::PlainCall,
            term => term.can_raise(),
        }
    }

    /// Strikes out once; whether anything changed.
    fn step(&mut self) -> bool {
        let mut changed = false;
        for block in self.body.blocks.iter() {
            for instr in &block.instrs {
                let held = self.result(&instr.op);
                if let Op::StoreGlobal(global, value) = instr.op {
                    // Others may put anything into a container that has a name.
                    let held = if self.vars[value] == Held::Plain { Held::Any } else { self.vars[value] };
                    changed |= raise(&mut self.globals[global], held);
                }
                // A container holds what is put into it.
                if let Op::ListAppend { list: target, value }
                | Op::SetItem { object: target, value, .. }
                | Op::SetAdd { set: target, value }
                | Op::ListExtend { list: target, iterable: value }
                | Op::DictInsert { dict: target, value, .. } = instr.op
                    && self.vars[value] > Held::PlainCall
                {
                    changed |= raise(&mut self.vars[target], Held::Any);
                }
                for var in instr.dst.into_iter().chain(instr.op.more_defs()) {
                    changed |= raise(&mut self.vars[var], held);
                }
            }
            if let Some(dst) = block.term.def() {
                let held = match block.term {
                    Terminator::ForNext { iter, .. } => self.vars[iter],
                    _ => Held::Any,
                };
                changed |= raise(&mut self.vars[dst], held);
            }
        }
        changed
    }

    fn result(&self, op: &Op) -> Held {
        let names = &self.program.names;
        match op {
            Op::Const(_) | Op::Is(..) | Op::IsNot(..) | Op::Not(_) | Op::Truth(_) => Held::Scalar,
            Op::Placeholder | Op::IsFunction(..) | Op::SumStart { .. } => Held::Scalar,
            Op::Binary(_, a, b) | Op::InPlace(_, a, b) | Op::Compare(_, a, b)
                if self.vars[*a] == Held::Scalar && self.vars[*b] == Held::Scalar =>
            {
                Held::Scalar
            }
            Op::Unary(_, a) if self.vars[*a] == Held::Scalar => Held::Scalar,
            Op::LoadGlobal(global) => self.globals[*global],
            Op::LoadBuiltin(name) => builtin(&names[*name]),
            Op::Copy(var) | Op::Narrow { value: var, .. } | Op::Expected(var) => self.vars[*var],
            Op::ImportFrom { module, name, submodule: None } => {
                let from_library = match self.body.definition(*module).map(|instr| &instr.op) {
                    Some(Op::ImportModule { module: Some(ModuleRef::Native(_)), .. }) => true,
                    Some(Op::ImportModule { module: Some(ModuleRef::Source(id)), .. }) => {
                        self.program.modules[*id].origin == Origin::Library
                    }
                    _ => false,
                };
                let keeps = LIBRARY_KEEPERS.contains(&&names[*name]);
                if from_library && keeps { Held::Keeper } else { Held::Any }
            }
            Op::Call { callee, args, kwargs } => {
                let plain = args.iter().chain(kwargs.iter().map(|(_, value)| value));
                let plain = plain.into_iter().all(|&var| self.vars[var] <= Held::PlainCall);
                match self.vars[*callee] {
                    Held::PlainCall if plain => Held::Plain,
                    Held::Keeper if plain => Held::Keeper,
                    _ => Held::Any,
                }
            }
            Op::GetAttr { object, name } | Op::ModuleAttr { object, name, .. }
                if self.is_library_keeper(*object, *name) =>
            {
                Held::Keeper
            }
            Op::CallMethod { object, name, args, kwargs, .. } if self.is_library_keeper(*object, *name) => {
                let all = args.iter().chain(kwargs.iter().map(|(_, value)| value));
                let plain = all.into_iter().all(|&var| self.vars[var] <= Held::PlainCall);
                if plain { Held::Keeper } else { Held::Any }
            }
            Op::Binary(..)
            | Op::InPlace(..)
            | Op::Unary(..)
            | Op::Compare(..)
            | Op::Contains { .. }
            | Op::NotContains { .. }
            | Op::GetItem { .. }
            | Op::BuildTuple(_)
            | Op::BuildList(_)
            | Op::BuildSet(_)
            | Op::BuildDict(_)
            | Op::BuildString(_)
            | Op::BuildSlice(..)
            | Op::ListToTuple(_)
            | Op::FormatValue { .. }
            | Op::GetIter(_)
            | Op::SumStep { .. }
            | Op::SumEnd { .. }
            | Op::CallMethod { method: None, .. }
            | Op::Unpack { .. } => {
                let plain = op.uses().iter().all(|&var| self.vars[var] <= Held::PlainCall);
                if plain { Held::Plain } else { Held::Any }
            }
            _ => Held::Any,
        }
    }

    /// `functools.lru_cache`: a keeper as the attribute of a module of the library that nothing else is stored over.
    fn is_library_keeper(&self, object: VarId, name: hir::Symbol) -> bool {
        let Some(Op::LoadGlobal(global)) = self.body.definition(object).map(|instr| &instr.op) else {
            return false;
        };
        let is_library = match self.stores(*global)[..] {
            [Some(Op::ImportModule { module: Some(ModuleRef::Native(_)), .. })] => true,
            [Some(Op::ImportModule { module: Some(ModuleRef::Source(id)), .. })] => {
                self.program.modules[*id].origin == Origin::Library
            }
            _ => false,
        };
        is_library && LIBRARY_KEEPERS.contains(&&self.program.names[name])
    }

    /// Whether the making of the class runs nothing but its body, and that nothing of the program.
    fn is_plain_class(&self, id: hir::ClassId) -> bool {
        let class = &self.program.classes[id];
        let names = &self.program.names;
        if !self.plain_classes || class.has_keywords || class.is_generic {
            return false;
        }
        let is_enumeration = |name: &str| ENUMERATIONS.contains(&name);
        let plain_bases = class.bases.iter().all(|base| match *base {
            hir::ClassBase::Builtin(_) => true,
            hir::ClassBase::Global(global) => {
                let name = &names[self.program.modules[class.module].globals[global].name];
                let stores = self.stores(global);
                match stores[..] {
                    [Some(Op::MakeClass { .. })] => true,
                    [Some(Op::ImportFrom { .. })] => {
                        LIBRARY_BASES.contains(&name)
                            || is_enumeration(name)
                                && !CALLED_BY_ENUMERATIONS.iter().any(|method| defines(self.program, method))
                    }
                    _ => false,
                }
            }
            hir::ClassBase::Other => false,
        });
        plain_bases && self.is_plain_body(&self.program.functions[class.body])
    }

    fn is_plain_body(&self, body: &hir::Function) -> bool {
        let names = &self.program.names;
        let keeper = |var: VarId| match body.definition(var).map(|instr| &instr.op) {
            Some(Op::LoadName { fallback: NameFallback::Builtin(name), .. }) => {
                builtin(&names[*name]) == Held::Keeper
            }
            Some(Op::LoadName { fallback: NameFallback::Global(global), .. }) => {
                self.globals[*global] == Held::Keeper
            }
            _ => false,
        };
        let constant = |var: &VarId| {
            matches!(body.definition(*var).map(|instr| &instr.op), Some(Op::Const(_) | Op::BuildTuple(_)))
        };
        let safe = |op: &Op| match op {
            Op::Const(_)
            | Op::Copy(_)
            | Op::LoadName { .. }
            | Op::StoreName { .. }
            | Op::LoadGlobal(_)
            | Op::LoadBuiltin(_)
            | Op::NewCell(_)
            | Op::LoadCell(_)
            | Op::StoreCell { .. }
            | Op::CellObject(_)
            | Op::Closure(_)
            | Op::BuildTuple(_)
            | Op::BuildList(_)
            | Op::MakeFunction { .. }
            | Op::ForgetGenerator => true,
            Op::BuildDict(pairs) => pairs.iter().all(|(key, _)| constant(key)),
            Op::Binary(..) | Op::Unary(..) => op.uses().iter().all(constant),
            Op::Call { callee, .. } => keeper(*callee),
            _ => false,
        };
        body.blocks.iter().all(|block| {
            block.instrs.iter().all(|instr| safe(&instr.op))
                && matches!(block.term, Terminator::Goto(_) | Terminator::Return(_) | Terminator::Unreachable)
        })
    }

    /// What each store to a global in the module body stores.
    fn stores(&self, global: GlobalId) -> Vec<Option<&'a Op>> {
        let instrs = self.body.blocks.iter().flat_map(|block| &block.instrs);
        let stored = instrs.filter_map(|instr| match instr.op {
            Op::StoreGlobal(slot, value) if slot == global => Some(value),
            _ => None,
        });
        stored.map(|value| self.body.definition(value).map(|instr| &instr.op)).collect()
    }
}

fn builtin(name: &str) -> Held {
    match name {
        "True" | "False" | "None" => Held::Scalar,
        _ if PLAIN_CALLS.contains(&name) => Held::PlainCall,
        _ if KEEPERS.contains(&name) => Held::Keeper,
        _ => Held::Any,
    }
}

fn raise(held: &mut Held, to: Held) -> bool {
    let changed = *held < to;
    *held = (*held).max(to);
    changed
}

/// Whether the program itself defines nothing that the making of any class would call.
fn plain_classes(program: &hir::Program) -> bool {
    let own = |class: &&hir::Class| program.modules[class.module].origin == Origin::Program;
    !program.classes.iter().filter(own).any(|class| class.has_keywords)
        && !CALLED_BY_CLASSES.iter().any(|method| defines(program, method))
}

/// Whether a class of the program's own has something under a name.
fn defines(program: &hir::Program, name: &str) -> bool {
    let Some(name) = program.names.find(name) else { return false };
    let own = program.classes.iter().filter(|class| program.modules[class.module].origin == Origin::Program);
    own.into_iter().any(|class| class.class_attributes.contains(&name))
}

/// The constant that an instruction gives.
pub(super) fn constant(op: &Op) -> Option<&Const> {
    match op {
        Op::Const(constant) => Some(constant),
        _ => None,
    }
}

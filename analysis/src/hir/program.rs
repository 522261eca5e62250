//! The HIR of a whole program: modules, functions, classes, and the variables and globals they consist of.
//!
//! A *variable* (`VarId`) is a register of one function. Python locals, cells and temporaries are all variables; their
//! `VarKind` tells them apart. A *cell variable* holds a cell, and its Python value is reached through `LoadCell`,
//! `StoreCell` and `DelCell` only. A *global* (`GlobalId`) is a slot of one module.

use super::{Block, BlockId, Instr, Names, Op, Symbol};
use crate::{
    define_index,
    index::IndexVec,
    modules::{ModuleId, ModuleKind, Origin},
    source::{Diagnostic, FileId, Span},
};
use std::sync::Arc;

define_index!(
    /// One function, lambda, class body, generator expression or module body.
    pub struct FunctionId,
    "f"
);
define_index!(
    /// One `class` statement.
    pub struct ClassId,
    "c"
);
define_index!(
    /// One slot of a module's namespace; counts from 0 in each module.
    pub struct GlobalId,
    "g"
);
define_index!(
    /// One register of a function.
    pub struct VarId,
    "v"
);

#[derive(Debug, Default)]
pub struct Program {
    pub names: Names,
    /// Same ids as in the module graph; the root is module 0.
    pub modules: IndexVec<ModuleId, Module>,
    pub functions: IndexVec<FunctionId, Function>,
    pub classes: IndexVec<ClassId, Class>,
    /// The native modules that some import names, sorted.
    pub natives: Vec<&'static str>,
}

#[derive(Debug)]
pub struct Module {
    /// The dotted name; `__main__` for the root.
    pub name: Symbol,
    /// `__package__`.
    pub package: Symbol,
    pub kind: ModuleKind,
    pub origin: Origin,
    pub file: FileId,
    pub body: FunctionId,
    pub doc: Option<Arc<str>>,
    /// What CPython prints of the module to standard error when it compiles it.
    pub warnings: String,
    /// Every name that the module or one of its functions binds as a global or reads as one without being
    /// simply a builtin. The first ones are `__name__`, `__doc__`, `__package__`, `__file__` (filled in at start-up).
    pub globals: IndexVec<GlobalId, Global>,
    /// Contains `from x import *`: names may be bound that the text does not show.
    pub imports_star: bool,
}

#[derive(Debug, Clone)]
pub struct Global {
    pub name: Symbol,
    /// An unbound slot reads as the builtin of the same name.
    pub builtin: bool,
    /// Some statement of the module binds the name (an import from outside may bind it still).
    pub bound: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FunctionKind {
    /// A module's top level; no parameters, returns None.
    Module,
    /// `def`
    Def,
    Lambda,
    /// Works on a namespace mapping, its only parameter; returns None.
    ClassBody(ClassId),
    /// Its only parameter `.0` is the iterator of the outermost `for`.
    GeneratorExpression,
    /// Evaluates the annotations of a `def` when somebody asks; returns a dict. No parameters.
    Annotations,
    /// Evaluates the value of `type X = …` when somebody asks. No parameters.
    TypeAlias,
}

#[derive(Debug, Clone)]
pub struct Function {
    pub name: Symbol,
    /// `outer.<locals>.inner`
    pub qualname: Symbol,
    pub module: ModuleId,
    pub kind: FunctionKind,
    /// Contains `yield`: a call makes a generator.
    pub is_generator: bool,
    /// `async def`
    pub is_async: bool,
    /// In CPython's order: positional ones, keyword-only ones, `*args`, `**kwargs`.
    pub params: Vec<Param>,
    pub vars: IndexVec<VarId, Var>,
    /// Block 0 is the entry.
    pub blocks: IndexVec<BlockId, Block>,
    /// Names of the free variables, in the order in which `Closure(i)` counts them.
    pub free: Vec<Symbol>,
    pub doc: Option<Arc<str>>,
    /// `co_firstlineno`: the first decorator's line if there are decorators.
    pub first_line: u32,
    /// The whole statement or expression, decorators not included.
    pub span: Span,
    /// The function in whose body it is defined.
    pub parent: Option<FunctionId>,
    /// The class in whose body it stands directly: then it is a method (or static, or a class method).
    pub class: Option<ClassId>,
    /// Python code can see and change its variables by name: it calls `locals()`.
    pub uses_locals: bool,
    /// What in its body is not supported; reported if the function is reachable.
    pub unsupported: Vec<Diagnostic>,
    /// A method that the compiler wrote for a data class; its text is in a file of its own.
    pub is_generated: bool,
    /// A generated method that assigns the fields of a frozen class: as `object.__setattr__` does.
    pub thaws: bool,
    /// Cleared by `prune`: nothing mentions the function. Its body is then a single `Unreachable` block.
    pub reachable: bool,
}

impl Function {
    pub const ENTRY: BlockId = BlockId::new(0);

    /// The one instruction that defines a temporary.
    pub fn definition(&self, var: VarId) -> Option<&Instr> {
        if self.vars[var].kind != VarKind::Temp {
            return None;
        }
        let mut instrs = self.blocks.iter().flat_map(|block| &block.instrs);
        instrs.find(|instr| instr.dst == Some(var) && !matches!(instr.op, Op::Placeholder))
    }

    pub fn positional(&self) -> usize {
        let positional =
            |p: &&Param| matches!(p.kind, ParamKind::PositionalOnly | ParamKind::PositionalOrKeyword);
        self.params.iter().filter(positional).count()
    }

    pub fn positional_only(&self) -> usize {
        self.params.iter().filter(|p| p.kind == ParamKind::PositionalOnly).count()
    }

    pub fn keyword_only(&self) -> usize {
        self.params.iter().filter(|p| p.kind == ParamKind::KeywordOnly).count()
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ParamKind {
    PositionalOnly,
    PositionalOrKeyword,
    KeywordOnly,
    /// `*args`: a tuple.
    Args,
    /// `**kwargs`: a dict.
    Kwargs,
}

#[derive(Debug, Clone)]
pub struct Param {
    pub name: Symbol,
    pub kind: ParamKind,
    /// The variable that holds the argument at entry. If closures capture the parameter, the entry block moves it into
    /// a cell at once.
    pub var: VarId,
    pub has_default: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum VarKind {
    /// A Python local, parameters included: assigned any number of times.
    Local,
    /// Holds a cell: a local that inner functions share (`NewCell`), or one of an outer function (`Closure`).
    Cell,
    /// Assigned by exactly one instruction, never unbound.
    Temp,
    /// Assigned more than once by the desugaring (the result of `a and b`), never unbound.
    Merge,
}

#[derive(Debug, Clone)]
pub struct Var {
    /// The Python name of a `Local` or `Cell`.
    pub name: Option<Symbol>,
    pub kind: VarKind,
    /// A cell of an enclosing function: decides the text of the error when it is empty.
    pub is_free: bool,
    /// A `Local` that some use may find unbound, or that `del` unbinds: must be UNBOUND at entry. All other locals are
    /// assigned before each use.
    pub maybe_unbound: bool,
}

/// A static summary of a `class` statement; the class itself is made at run time by `MakeClass`.
#[derive(Debug, Clone)]
pub struct Class {
    pub name: Symbol,
    pub qualname: Symbol,
    pub module: ModuleId,
    pub body: FunctionId,
    pub parent: FunctionId,
    pub span: Span,
    pub first_line: u32,
    pub doc: Option<Arc<str>>,
    /// What the base expressions look like.
    pub bases: Vec<ClassBase>,
    pub has_keywords: bool,
    pub is_decorated: bool,
    /// What its only decorator looks like: one that gives the class back, with methods made of its annotated names.
    pub is_data_class: bool,
    /// A data class whose fields are assigned by its `__init__` only.
    pub is_frozen: bool,
    /// Attributes assigned through the first parameter of its methods (`self.x = …`, `self.x += …`, `for self.x in`), in
    /// textual order, each once; after the fields of a data class.
    pub instance_attributes: Vec<Symbol>,
    /// Names bound in the class body itself, in textual order, each once, methods included.
    pub class_attributes: Vec<Symbol>,
    /// Names with an annotation in the class body, in textual order, each once: the fields of a data class.
    pub annotated: Vec<Symbol>,
    /// Functions defined by `def` directly in the body (conditional ones too), in textual order.
    pub methods: Vec<Method>,
    /// The names in a literal `__slots__`.
    pub slots: Option<Vec<Symbol>>,
    /// `class A[T]`
    pub is_generic: bool,
}

#[derive(Debug, Clone)]
pub struct Method {
    pub name: Symbol,
    pub function: FunctionId,
    /// It has decorators: what the class holds under the name is their result.
    pub is_decorated: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ClassBase {
    /// `class A(Name)` where `Name` is a global of this module.
    Global(GlobalId),
    /// `class A(Exception)` where no global of the module has that name.
    Builtin(Symbol),
    /// Anything else.
    Other,
}

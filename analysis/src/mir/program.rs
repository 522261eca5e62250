//! The MIR of a whole program: its instances and the static data that they refer to. The backend
//! needs nothing else: names, spans and constants are all here, resolved.
//!
//! Vocabulary: a *code* is what one Python function is to the run time (its descriptor); an
//! *instance* is one compiled form of it, with a representation for each local. One code may have
//! several instances, of different [`InstanceKind`]s and types.

use crate::define_index;
use crate::index::IndexVec;
use crate::mir::body::{Block, Body, Const, Global, LocalId, Terminator};
use crate::mir::repr::Repr;
pub use crate::modules::ModuleId;
use crate::types::InstanceKey;
use runtime_interface::layout::shapes;
use std::collections::BTreeSet;

define_index!(
    /// A compiled form of a function.
    pub struct InstanceId,
    "i"
);
define_index!(
    /// A function's static descriptor.
    pub struct CodeId,
    "code"
);
define_index!(
    /// A static heap object: a literal or a name.
    pub struct ConstantId,
    "k"
);
define_index!(
    /// A place that tracebacks can show.
    pub struct SiteId,
    "site"
);
define_index!(
    /// A mutable inline-cache cell of one attribute access, method call or builtin look-up.
    pub struct CacheId,
    "cache"
);

define_index!(
    /// What is assumed of the instances of one class.
    pub struct ShapeId,
    "shape"
);

/// Everything that the backend turns into one executable.
#[derive(Default, Debug)]
pub struct Program {
    /// The program's own file is the first.
    pub modules: IndexVec<ModuleId, Module>,
    pub codes: IndexVec<CodeId, Code>,
    pub instances: IndexVec<InstanceId, Instance>,
    pub constants: IndexVec<ConstantId, Constant>,
    pub sites: IndexVec<SiteId, Site>,
    pub caches: IndexVec<CacheId, CacheKind>,
    pub shapes: IndexVec<ShapeId, Shape>,
    /// The native modules that the program imports, by dotted name, in a fixed order.
    pub natives: Vec<String>,
    /// Globals that nothing but their module's body changes.
    pub own_globals: BTreeSet<Global>,
}

impl Program {
    /// The text of a constant that is a string.
    pub fn text(&self, id: ConstantId) -> String {
        match &self.constants[id] {
            Constant::Str(points) => {
                points.iter().map(|&point| char::from_u32(point).unwrap_or('\u{fffd}')).collect()
            }
            _ => String::new(),
        }
    }
}

/// One module compiled from Python: becomes a `ModuleDesc`.
#[derive(Debug)]
pub struct Module {
    /// The dotted name, `__main__` for the program.
    pub name: ConstantId,
    /// The file as tracebacks show it.
    pub file: ConstantId,
    /// `__package__`.
    pub package: ConstantId,
    pub doc: Option<ConstantId>,
    /// Goes to standard error before the body runs.
    pub warnings: Option<ConstantId>,
    pub is_package: bool,
    /// The source text, for tracebacks.
    pub source: String,
    /// The names of the global slots, in slot order.
    pub globals: Vec<ConstantId>,
    /// The instance of kind [`InstanceKind::Module`].
    pub body: InstanceId,
    pub code: CodeId,
}

/// A function's descriptor: becomes a `CodeDesc`.
#[derive(Debug)]
pub struct Code {
    pub name: ConstantId,
    pub qualname: ConstantId,
    pub module: ModuleId,
    /// The boxed entry; none if no function object of it is ever made.
    pub entry: Option<InstanceId>,
    /// Parameters in CPython's order (positional, keyword-only, `*args`, `**kwargs`).
    pub names: Vec<ConstantId>,
    pub doc: Option<ConstantId>,
    /// `runtime_interface::layout::code_flags`
    pub flags: u32,
    /// Positional parameters, the positional-only ones included.
    pub positional: u32,
    pub positional_only: u32,
    pub keyword_only: u32,
    pub free_names: Vec<ConstantId>,
    pub first_line: u32,
    /// Values in a generator's frame.
    pub frame_size: u32,
    /// Of a class body.
    pub shape: Option<ShapeId>,
}

/// What is assumed of the class that one statement makes: becomes a `ShapeDesc`, whose comments say more.
#[derive(Debug)]
pub struct Shape {
    /// The class statement's body.
    pub body: CodeId,
    /// The names of the fields, in slot order; none for one that the class also has something under, which is then
    /// accessed by name.
    pub fields: Vec<Option<ConstantId>>,
    /// The class and all its bases have `__slots__` and its instances no dict.
    pub slotted: bool,
    /// Only generated methods assign its fields.
    pub frozen: bool,
    /// What direct calls rely on.
    pub methods: Vec<ShapeMethod>,
    pub init: Option<CodeId>,
}

/// What the class has under a name, or after another class (by its body).
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ShapeMethod {
    pub name: ConstantId,
    /// None: there is nothing of that name.
    pub code: Option<CodeId>,
    pub after: Option<CodeId>,
}

impl Shape {
    pub fn first_field(&self) -> u32 {
        if self.slotted { shapes::WITHOUT_DICT as u32 } else { shapes::AFTER_DICT as u32 }
    }

    /// The size of an instance in bytes.
    pub fn size(&self) -> u32 {
        self.first_field() + 16 * self.fields.len() as u32
    }
}

/// One compiled function.
#[derive(Debug)]
pub struct Instance {
    /// The symbol, unique in the program.
    pub name: String,
    pub code: CodeId,
    pub kind: InstanceKind,
    /// The function, and for a typed body the context (its argument types) that it was made for.
    pub key: InstanceKey,
    /// Whether it counts as a Python frame for the recursion limit. The backend then emits the
    /// prologue that checks depth and stack.
    pub counts_frame: bool,
    /// A continuation or rarely run code: compile it small rather than fast.
    pub cold: bool,
    /// Packaged code for which even that would take too long: not to be optimized at all.
    pub quick: bool,
    pub params: Vec<LocalId>,
    pub ret: Return,
    pub body: Body,
}

impl Instance {
    /// Whether it runs only after a leave: a continuation, or a dynamic form that does nothing but enter one.
    pub fn is_fallback(&self) -> bool {
        let leaves = |block: &Block| matches!(block.terminator, Terminator::Leave { .. });
        match self.kind {
            InstanceKind::Continuation => true,
            InstanceKind::GeneratorResume => self.cold,
            InstanceKind::Body => self.key.is_dynamic() && self.body.blocks.iter().any(leaves),
            _ => false,
        }
    }
}

/// What an instance is, and with it its calling convention.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum InstanceKind {
    /// The function's own code, called directly by other instances. Fast convention: each
    /// parameter in registers by its representation.
    Body,
    /// `extern "C" fn(callee: *Function, args: *const Value, nargs: usize, kwnames: *Tuple) -> Value`:
    /// parameters `ptr[function]`, `raw`, `raw`, `raw`; binds arguments and calls an instance.
    BoxedEntry,
    /// `extern "C" fn() -> Value`: a module's body.
    Module,
    /// `extern "C" fn(generator: *Generator, mode: usize, sent: Value) -> Value`: parameters
    /// `ptr[generator]`, `raw`, `value`. Sets the generator's state before each return.
    GeneratorResume,
    /// The all-Value continuation of a typed function at any of its numbered program points: fast
    /// convention, parameters `raw` (point), `raw` (array of the live values). See `Leave`.
    Continuation,
}

/// How an instance hands back its result and its failure.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Return {
    /// A value; tag ERROR says that an exception is pending.
    Value,
    /// Two words as a value has: where the tag is the representation's own (INT, FLOAT, BOOL) the
    /// second word is the unboxed result; tag ERROR is an exception; any other tag is a result
    /// that *escaped* its type (an int that left 64 bits). `CallUnboxed` tells
    /// them apart; to `CallInstance` the result is a value.
    Guarded(Repr),
    /// The bare result; cannot fail and cannot escape.
    Bare(Repr),
}

impl Return {
    /// The representation that `Terminator::Return` is given; where guarded, a value will do too.
    pub fn repr(self) -> Repr {
        match self {
            Return::Value => Repr::Value,
            Return::Guarded(repr) | Return::Bare(repr) => repr,
        }
    }
}

/// A static heap object, emitted with the layout of its type.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub enum Constant {
    /// Code points; surrogates are allowed.
    Str(Box<[u32]>),
    Bytes(Box<[u8]>),
    /// Does not fit `i64`. Magnitude in little-endian limbs without leading zeros.
    BigInt {
        negative: bool,
        limbs: Box<[u64]>,
    },
    /// The bits of the real and the imaginary part.
    Complex(u64, u64),
    Tuple(Box<[Const]>),
}

/// What one traceback entry shows. Lines count from 1, columns are byte offsets from 0. `column == end_column` on one line:
/// nothing is marked.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct Site {
    pub code: CodeId,
    pub line: u32,
    pub end_line: u32,
    pub column: u32,
    pub end_column: u32,
    /// The part drawn with `^` between `~`; none where all is drawn with `^`.
    pub anchor: Option<Anchor>,
}

/// Part of a [`Site`]; lines are relative to the site's first.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct Anchor {
    pub line: u32,
    pub column: u32,
    pub end_line: u32,
    pub end_column: u32,
}

/// What an inline-cache cell belongs to, which decides its size.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum CacheKind {
    GetAttr,
    SetAttr,
    CallMethod,
    /// Of a test before a direct call: whose function a method or `__init__` is.
    Found,
    Builtin,
}

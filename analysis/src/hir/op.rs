//! The operations of HIR. Operands are variables; constants come in through `Const`.
//!
//! The comment of each op says what it does in Python's words; every op that calls user code or can fail raises at its
//! own place. Ops without a result in the comment have no `dst`.

use super::{ClassId, FunctionId, GlobalId, Symbol, VarId};
use crate::modules::{ModuleId, ModuleRef};
use num_bigint::BigInt;
use std::sync::Arc;

#[derive(Debug, Clone, PartialEq)]
pub enum Const {
    None,
    Ellipsis,
    /// The default of a data class's field that a factory makes: nothing that Python code sees.
    NotGiven,
    Bool(bool),
    Int(i64),
    /// Does not fit `i64`.
    BigInt(Arc<BigInt>),
    Float(f64),
    /// `2j`
    Imaginary(f64),
    /// In the tree's literal form: `syntax::literal_code_points` gives its code points.
    Str(Arc<str>),
    Bytes(Arc<[u8]>),
    /// A tuple display of constants; `(1, (2, 3))` nests.
    Tuple(Arc<[Const]>),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum BinaryOp {
    Add,
    Sub,
    Mul,
    MatMul,
    TrueDiv,
    FloorDiv,
    Mod,
    Pow,
    LShift,
    RShift,
    And,
    Or,
    Xor,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum UnaryOp {
    Neg,
    Pos,
    Invert,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum CompareOp {
    Lt,
    Le,
    Eq,
    Ne,
    Gt,
    Ge,
}

/// `!s`, `!r`, `!a` of a replacement field.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Conversion {
    Str,
    Repr,
    Ascii,
}

/// Where a class body finds a name that its namespace lacks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NameFallback {
    /// The module's slot, then the builtin if the slot says so.
    Global(GlobalId),
    Builtin(Symbol),
    /// A cell of an enclosing function.
    Cell(VarId),
}

/// Where `locals()` finds the value of a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LocalRef {
    /// May be unbound: then `locals()` leaves it out.
    Var(VarId),
    /// A cell variable; may be empty.
    Cell(VarId),
}

/// The arguments of a `class` statement.
#[derive(Debug, Clone, PartialEq)]
pub enum ClassArguments {
    Plain {
        bases: Vec<VarId>,
        keywords: Vec<(Symbol, VarId)>,
    },
    /// With `*bases` or `**keywords`: a tuple, and a dict if there are keywords.
    Star {
        bases: VarId,
        keywords: Option<VarId>,
    },
}

/// What a test shows of a value. The class (or tuple of classes) is a temporary that was computed for the test; it is named
/// here, not read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fact {
    OnlyNone,
    NotNone,
    /// Not [`Const::NotGiven`].
    Given,
    Instance(VarId),
    NotInstance(VarId),
}

#[derive(Debug, Clone, PartialEq)]
pub enum Op {
    // Values and variables
    Const(Const),
    Copy(VarId),
    /// The value, of which a test has shown something.
    Narrow {
        value: VarId,
        fact: Fact,
    },
    /// Makes `dst`, a local, unbound: the end of `del x`.
    Unbind,
    /// Raises UnboundLocalError if the local is unbound.
    CheckBound(VarId),

    // Names outside the function
    /// The slot of this function's module; if unbound the builtin (if the slot says so), else NameError.
    LoadGlobal(GlobalId),
    StoreGlobal(GlobalId, VarId),
    /// NameError if unbound.
    DelGlobal(GlobalId),
    /// The builtin function, class or constant of that name, which nothing shadows.
    LoadBuiltin(Symbol),

    // Cells
    /// `dst` (a cell variable) = a new cell, empty or with a value.
    NewCell(Option<VarId>),
    /// `dst` (a cell variable) = the cell that the function object carries at that index.
    Closure(u32),
    /// UnboundLocalError if empty; NameError if the cell belongs to an enclosing function.
    LoadCell(VarId),
    StoreCell {
        cell: VarId,
        value: VarId,
    },
    /// As `LoadCell` if empty.
    DelCell(VarId),
    /// The cell itself as a Python object: what a class body leaves under `__classcell__`.
    CellObject(VarId),

    // Class bodies
    LoadName {
        namespace: VarId,
        name: Symbol,
        fallback: NameFallback,
    },
    StoreName {
        namespace: VarId,
        name: Symbol,
        value: VarId,
    },
    /// NameError if absent.
    DelName {
        namespace: VarId,
        name: Symbol,
    },

    // Operators
    Binary(BinaryOp, VarId, VarId),
    /// `a += b` before the store.
    InPlace(BinaryOp, VarId, VarId),
    Unary(UnaryOp, VarId),
    Compare(CompareOp, VarId, VarId),
    /// Test.
    Is(VarId, VarId),
    /// Test.
    IsNot(VarId, VarId),
    /// Test: `item in container`.
    Contains {
        item: VarId,
        container: VarId,
    },
    /// Test: `item not in container`.
    NotContains {
        item: VarId,
        container: VarId,
    },
    /// Test: `not x`.
    Not(VarId),
    /// Test: the truth of `x`, through `__bool__` or `__len__`.
    Truth(VarId),

    // Attributes and items
    GetAttr {
        object: VarId,
        name: Symbol,
    },
    /// `object.name`, where the object is expected to be that module, which has the slot for it.
    ModuleAttr {
        object: VarId,
        name: Symbol,
        module: ModuleId,
        slot: GlobalId,
    },
    SetAttr {
        object: VarId,
        name: Symbol,
        value: VarId,
    },
    DelAttr {
        object: VarId,
        name: Symbol,
    },
    GetItem {
        object: VarId,
        index: VarId,
    },
    SetItem {
        object: VarId,
        index: VarId,
        value: VarId,
    },
    DelItem {
        object: VarId,
        index: VarId,
    },

    // Displays
    BuildTuple(Vec<VarId>),
    BuildList(Vec<VarId>),
    BuildSet(Vec<VarId>),
    BuildDict(Vec<(VarId, VarId)>),
    /// start, stop, step; absent ones are None.
    BuildSlice(VarId, VarId, VarId),
    /// Joins strings.
    BuildString(Vec<VarId>),
    /// Appends to a list that a comprehension or display builds (never user-visible yet).
    ListAppend {
        list: VarId,
        value: VarId,
    },
    SetAdd {
        set: VarId,
        value: VarId,
    },
    DictInsert {
        dict: VarId,
        key: VarId,
        value: VarId,
    },
    /// `[*iterable]`: TypeError "Value after * must be an iterable, not int".
    ListExtend {
        list: VarId,
        iterable: VarId,
    },
    /// `{*iterable}`: TypeError "'int' object is not iterable".
    SetUpdate {
        set: VarId,
        iterable: VarId,
    },
    /// `{**mapping}`: TypeError "'int' object is not a mapping".
    DictUpdate {
        dict: VarId,
        mapping: VarId,
    },
    /// `callee(**mapping)`: TypeError "f() argument after ** must be a mapping, not int" and
    /// "f() got multiple values for keyword argument 'x'".
    DictMerge {
        dict: VarId,
        mapping: VarId,
        callee: VarId,
    },
    /// The dict for `callee(**mapping)` alone, which is the mapping itself if it is a dict: only the call reads it. Errors as
    /// those of `DictMerge`.
    KeywordDict {
        mapping: VarId,
        callee: VarId,
    },
    /// A tuple of the list's items: the list is not used again.
    ListToTuple(VarId),

    // Strings
    /// One replacement field; the result is a string.
    FormatValue {
        value: VarId,
        conversion: Option<Conversion>,
        spec: Option<VarId>,
    },

    // Calls
    Call {
        callee: VarId,
        args: Vec<VarId>,
        kwargs: Vec<(Symbol, VarId)>,
    },
    /// Looks up `object.name` for a `CallMethod` whose arguments are still to be evaluated. `dst` is what to call; also
    /// defines `receiver`: the object to pass as first argument, or unbound if `dst` is complete by itself.
    LoadMethod {
        object: VarId,
        name: Symbol,
        receiver: VarId,
    },
    /// `object.name(args)`. Without `method`, nothing between the look-up and the call can be seen, so it does both.
    /// With `method` = (`dst`, `receiver`) of the `LoadMethod` that looked it up already.
    CallMethod {
        object: VarId,
        name: Symbol,
        method: Option<(VarId, VarId)>,
        args: Vec<VarId>,
        kwargs: Vec<(Symbol, VarId)>,
    },
    /// `callee(*args, **kwargs)`; `args` is any iterable if the call has nothing else before it (TypeError
    /// "f() argument after * must be an iterable, not int"), a tuple otherwise; `kwargs` is a dict.
    CallStar {
        callee: VarId,
        args: VarId,
        kwargs: Option<VarId>,
    },
    /// `super()` without arguments: RuntimeError if the cell is empty, TypeError if `first` is no instance.
    Super {
        class_cell: VarId,
        first: VarId,
    },

    // Definitions
    MakeFunction {
        function: FunctionId,
        /// Of the last positional parameters.
        defaults: Vec<VarId>,
        /// Of keyword-only parameters.
        kwdefaults: Vec<(Symbol, VarId)>,
        /// Cell variables, in the order of `Function::free`.
        closure: Vec<VarId>,
        /// A function object without parameters that returns the dict of annotations.
        annotations: Option<VarId>,
    },
    /// Runs the class body and makes the class.
    MakeClass {
        class: ClassId,
        arguments: ClassArguments,
        /// Cell variables, in the order of the body's `Function::free`.
        closure: Vec<VarId>,
        /// `class A[T]`: the tuple of type parameters.
        type_params: Option<VarId>,
    },
    /// `type X = …`: `value` is a function object without parameters that evaluates the right side.
    MakeTypeAlias {
        name: Symbol,
        value: VarId,
        type_params: Option<VarId>,
    },
    /// `T`, `*T`, `**T` (by `stars`) of a type parameter list.
    MakeTypeParam {
        name: Symbol,
        stars: u8,
    },

    // What `sum(...)` and the like do with a generator inlined into the call
    /// A value that nobody looks at.
    Placeholder,
    /// `v` where it is what the analysis expects: tells nothing about the type.
    Expected(VarId),
    /// Test: a function object made from this function.
    IsFunction(VarId, FunctionId),
    /// The sum of nothing yet; also defines `carry`.
    SumStart {
        carry: VarId,
    },
    /// `total` and `carry` with one more item, as `sum` adds it; `carry` is defined anew.
    SumStep {
        total: VarId,
        carry: VarId,
        item: VarId,
    },
    /// What `sum` answers.
    SumEnd {
        total: VarId,
        carry: VarId,
    },

    /// Sorts a list that only this function knows in the order of keys: of as many lists, each with an item of every key.
    SortBy {
        items: VarId,
        keys: Vec<VarId>,
        reverse: bool,
    },

    // Iteration and unpacking
    GetIter(VarId),
    /// The iterator that `yield from` delegates to.
    GetYieldFromIter(VarId),
    /// From here on, no generator counts as just made.
    ForgetGenerator,
    /// If `value` is the generator made last, its only holder is the temporary `value`; if `made`, a builtin iterator
    /// object just made by the call of its class, likewise.
    HoldIterator {
        value: VarId,
        made: bool,
    },
    /// A statement is over that may have dropped the last reference to something with a finalizer. The variables still
    /// refer to what they hold, whether or not they are used again.
    FinalizeDead(Vec<(Symbol, LocalRef)>),
    /// The temporary `value` goes: what only it holds is closed, if it is a generator.
    DropIterator(VarId),
    /// Defines `targets` from exactly that many items.
    Unpack {
        value: VarId,
        targets: Vec<VarId>,
    },
    /// Defines `before`, `rest` (a list) and `after`.
    UnpackStar {
        value: VarId,
        before: Vec<VarId>,
        rest: VarId,
        after: Vec<VarId>,
    },

    // Imports
    /// The module of that absolute dotted name, run first if it has not been; its parents before it.
    /// `None`: no such module, ModuleNotFoundError.
    ImportModule {
        name: Symbol,
        module: Option<ModuleRef>,
    },
    /// `from module import name`: the attribute, or the submodule (which is imported first), or ImportError.
    ImportFrom {
        module: VarId,
        name: Symbol,
        submodule: Option<ModuleRef>,
    },
    /// `from module import *` into this function's module.
    ImportStar(VarId),

    // Exceptions
    /// First in a handler block: takes the exception that led here, which is no longer pending.
    TakeException,
    /// Makes `exc` the exception being handled (`sys.exception()`, `__context__` of new ones, bare `raise`); `dst` is the
    /// one before it.
    EnterHandler(VarId),
    /// Makes `previous` the exception being handled again.
    LeaveHandler(VarId),
    /// Test: `except class:`; TypeError if `class` is no exception class or tuple of such.
    ExceptionMatch {
        exc: VarId,
        class: VarId,
    },
    /// `except* class:`: `dst` is the part of the group that matches or None, and `rest` is defined as the other part
    /// or None. A naked exception is wrapped in a group.
    GroupSplit {
        exc: VarId,
        class: VarId,
        rest: VarId,
    },
    /// The end of `try`/`except*`: what remains to be raised of `original`, given the list of exceptions raised in the
    /// clauses and of the unhandled rest; None if nothing.
    GroupJoin {
        original: VarId,
        raised: VarId,
    },
    /// The class AssertionError, whatever the name is bound to.
    LoadAssertionError,

    // with
    /// Looks up `__enter__` and `__exit__`, calls the first: `dst` is its result, `exit` the bound second.
    ContextEnter {
        manager: VarId,
        exit: VarId,
    },
    /// Calls `exit(None, None, None)`, or with the three parts of `exc`.
    ContextExit {
        exit: VarId,
        exc: Option<VarId>,
    },

    // match
    /// Test: a sequence in the sense of `case [..]`.
    MatchSequence(VarId),
    /// Test: a mapping in the sense of `case {..}`.
    MatchMapping(VarId),
    /// Test: `len(value) == length`, or `>=` if `at_least`.
    MatchLength {
        value: VarId,
        length: u32,
        at_least: bool,
    },
    /// Item `index` of a sequence that `MatchSequence` accepted; negative ones count from the end.
    MatchItem {
        value: VarId,
        index: i32,
    },
    /// Test: the mapping has all keys; then defines `values`. ValueError if two keys are equal.
    MatchKeys {
        mapping: VarId,
        keys: Vec<VarId>,
        values: Vec<VarId>,
    },
    /// A new dict of what the mapping holds under other keys.
    MatchRest {
        mapping: VarId,
        keys: Vec<VarId>,
    },
    /// Test: an instance of `class` with all attributes; then defines `values` (positional ones first).
    MatchClass {
        value: VarId,
        class: VarId,
        positional: u32,
        keywords: Vec<Symbol>,
        values: Vec<VarId>,
    },

    // The namespace as a value
    /// `locals()`: a new dict of those that are bound.
    Locals(Vec<(Symbol, LocalRef)>),
    /// `globals()`: the namespace of this function's module.
    Globals,
}

/// The one list of what each op reads, for shared and for exclusive access.
macro_rules! walk_uses {
    ($op:expr, $f:expr, $iter:ident) => {{
        let mut f = $f;
        match $op {
            Op::Const(_)
            | Op::Unbind
            | Op::LoadGlobal(_)
            | Op::DelGlobal(_)
            | Op::LoadBuiltin(_)
            | Op::NewCell(None)
            | Op::Closure(_)
            | Op::MakeTypeParam { .. }
            | Op::ImportModule { .. }
            | Op::TakeException
            | Op::LoadAssertionError
            | Op::ForgetGenerator
            | Op::Placeholder
            | Op::SumStart { .. }
            | Op::Globals => {}
            Op::Copy(a)
            | Op::Expected(a)
            | Op::IsFunction(a, _)
            | Op::Narrow { value: a, .. }
            | Op::CheckBound(a)
            | Op::StoreGlobal(_, a)
            | Op::NewCell(Some(a))
            | Op::LoadCell(a)
            | Op::DelCell(a)
            | Op::CellObject(a)
            | Op::Unary(_, a)
            | Op::Not(a)
            | Op::Truth(a)
            | Op::GetAttr { object: a, .. }
            | Op::ModuleAttr { object: a, .. }
            | Op::DelAttr { object: a, .. }
            | Op::DelName { namespace: a, .. }
            | Op::ListToTuple(a)
            | Op::LoadMethod { object: a, .. }
            | Op::GetIter(a)
            | Op::GetYieldFromIter(a)
            | Op::HoldIterator { value: a, .. }
            | Op::DropIterator(a)
            | Op::Unpack { value: a, .. }
            | Op::UnpackStar { value: a, .. }
            | Op::ImportFrom { module: a, .. }
            | Op::ImportStar(a)
            | Op::EnterHandler(a)
            | Op::LeaveHandler(a)
            | Op::ContextEnter { manager: a, .. }
            | Op::MatchSequence(a)
            | Op::MatchMapping(a)
            | Op::MatchLength { value: a, .. }
            | Op::MatchItem { value: a, .. } => f(a),
            Op::StoreCell { cell: a, value: b }
            | Op::StoreName { namespace: a, value: b, .. }
            | Op::Binary(_, a, b)
            | Op::InPlace(_, a, b)
            | Op::Compare(_, a, b)
            | Op::Is(a, b)
            | Op::IsNot(a, b)
            | Op::Contains { item: a, container: b }
            | Op::NotContains { item: a, container: b }
            | Op::SetAttr { object: a, value: b, .. }
            | Op::GetItem { object: a, index: b }
            | Op::DelItem { object: a, index: b }
            | Op::ListAppend { list: a, value: b }
            | Op::SetAdd { set: a, value: b }
            | Op::ListExtend { list: a, iterable: b }
            | Op::SetUpdate { set: a, iterable: b }
            | Op::DictUpdate { dict: a, mapping: b }
            | Op::KeywordDict { mapping: a, callee: b }
            | Op::Super { class_cell: a, first: b }
            | Op::ExceptionMatch { exc: a, class: b }
            | Op::GroupSplit { exc: a, class: b, .. }
            | Op::GroupJoin { original: a, raised: b }
            | Op::SumEnd { total: a, carry: b }
            | Op::MatchClass { value: a, class: b, .. } => {
                f(a);
                f(b);
            }
            Op::SetItem { object: a, index: b, value: c }
            | Op::BuildSlice(a, b, c)
            | Op::DictInsert { dict: a, key: b, value: c }
            | Op::SumStep { total: a, carry: b, item: c }
            | Op::DictMerge { dict: a, mapping: b, callee: c } => {
                f(a);
                f(b);
                f(c);
            }
            Op::LoadName { namespace, fallback, .. } => {
                f(namespace);
                if let NameFallback::Cell(cell) = fallback {
                    f(cell);
                }
            }
            Op::BuildTuple(items) | Op::BuildList(items) | Op::BuildSet(items) | Op::BuildString(items) => {
                items.$iter().for_each(|v| f(v))
            }
            Op::BuildDict(items) => items.$iter().for_each(|(k, v)| {
                f(k);
                f(v);
            }),
            Op::FormatValue { value, spec, .. } => {
                f(value);
                spec.$iter().for_each(|v| f(v));
            }
            Op::Call { callee, args, kwargs } => {
                f(callee);
                args.$iter().for_each(|v| f(v));
                kwargs.$iter().for_each(|(_, v)| f(v));
            }
            Op::CallMethod { object, method, args, kwargs, .. } => {
                f(object);
                if let Some((callee, receiver)) = method {
                    f(callee);
                    f(receiver);
                }
                args.$iter().for_each(|v| f(v));
                kwargs.$iter().for_each(|(_, v)| f(v));
            }
            Op::CallStar { callee, args, kwargs } => {
                f(callee);
                f(args);
                kwargs.$iter().for_each(|v| f(v));
            }
            Op::MakeFunction { defaults, kwdefaults, closure, annotations, .. } => {
                defaults.$iter().for_each(|v| f(v));
                kwdefaults.$iter().for_each(|(_, v)| f(v));
                closure.$iter().for_each(|v| f(v));
                annotations.$iter().for_each(|v| f(v));
            }
            Op::MakeClass { arguments, closure, type_params, .. } => {
                match arguments {
                    ClassArguments::Plain { bases, keywords } => {
                        bases.$iter().for_each(|v| f(v));
                        keywords.$iter().for_each(|(_, v)| f(v));
                    }
                    ClassArguments::Star { bases, keywords } => {
                        f(bases);
                        keywords.$iter().for_each(|v| f(v));
                    }
                }
                closure.$iter().for_each(|v| f(v));
                type_params.$iter().for_each(|v| f(v));
            }
            Op::MakeTypeAlias { value, type_params, .. } => {
                f(value);
                type_params.$iter().for_each(|v| f(v));
            }
            Op::ContextExit { exit, exc } => {
                f(exit);
                exc.$iter().for_each(|v| f(v));
            }
            Op::MatchKeys { mapping, keys, .. }
            | Op::MatchRest { mapping, keys }
            | Op::SortBy { items: mapping, keys, .. } => {
                f(mapping);
                keys.$iter().for_each(|v| f(v));
            }
            Op::Locals(pairs) | Op::FinalizeDead(pairs) => pairs.$iter().for_each(|(_, place)| match place {
                LocalRef::Var(v) | LocalRef::Cell(v) => f(v),
            }),
        }
    }};
}

impl Op {
    /// The result is a test: True or False, fit for `Branch`.
    pub fn is_test(&self) -> bool {
        matches!(
            self,
            Op::Is(..)
                | Op::IsNot(..)
                | Op::IsFunction(..)
                | Op::Contains { .. }
                | Op::NotContains { .. }
                | Op::Not(_)
                | Op::Truth(_)
                | Op::ExceptionMatch { .. }
                | Op::MatchSequence(_)
                | Op::MatchMapping(_)
                | Op::MatchLength { .. }
                | Op::MatchKeys { .. }
                | Op::MatchClass { .. }
                | Op::Const(Const::Bool(_))
        )
    }

    /// The op has a `dst`.
    pub fn has_result(&self) -> bool {
        !matches!(
            self,
            Op::CheckBound(_)
                | Op::StoreGlobal(..)
                | Op::DelGlobal(_)
                | Op::StoreCell { .. }
                | Op::DelCell(_)
                | Op::StoreName { .. }
                | Op::DelName { .. }
                | Op::SetAttr { .. }
                | Op::DelAttr { .. }
                | Op::SetItem { .. }
                | Op::DelItem { .. }
                | Op::ListAppend { .. }
                | Op::SortBy { .. }
                | Op::SetAdd { .. }
                | Op::DictInsert { .. }
                | Op::ListExtend { .. }
                | Op::SetUpdate { .. }
                | Op::DictUpdate { .. }
                | Op::DictMerge { .. }
                | Op::ImportStar(_)
                | Op::LeaveHandler(_)
                | Op::ForgetGenerator
                | Op::FinalizeDead(_)
                | Op::HoldIterator { .. }
                | Op::DropIterator(_)
                | Op::Unpack { .. }
                | Op::UnpackStar { .. }
        )
    }

    /// Nothing can go wrong and no user code runs.
    pub fn can_raise(&self) -> bool {
        !matches!(
            self,
            Op::Const(_)
                | Op::Copy(_)
                | Op::Narrow { .. }
                | Op::Unbind
                | Op::NewCell(_)
                | Op::Closure(_)
                | Op::StoreCell { .. }
                | Op::CellObject(_)
                | Op::StoreGlobal(..)
                | Op::Is(..)
                | Op::IsNot(..)
                | Op::TakeException
                | Op::EnterHandler(_)
                | Op::LeaveHandler(_)
                | Op::ForgetGenerator
                | Op::FinalizeDead(_)
                | Op::HoldIterator { .. }
                | Op::DropIterator(_)
                | Op::LoadAssertionError
                | Op::Placeholder
                | Op::Expected(_)
                | Op::IsFunction(..)
                | Op::SumStart { .. }
                | Op::SumEnd { .. }
                | Op::MatchSequence(_)
                | Op::MatchMapping(_)
        )
    }

    /// Variables that the op defines besides `dst`, in the order of the operands.
    pub fn more_defs(&self) -> Vec<VarId> {
        match self {
            Op::LoadMethod { receiver, .. } => vec![*receiver],
            Op::ContextEnter { exit, .. } => vec![*exit],
            Op::GroupSplit { rest, .. } => vec![*rest],
            Op::SumStart { carry } | Op::SumStep { carry, .. } => vec![*carry],
            Op::Unpack { targets, .. } => targets.clone(),
            Op::UnpackStar { before, rest, after, .. } => {
                before.iter().chain([rest]).chain(after).copied().collect()
            }
            // Defined only where the test holds.
            Op::MatchKeys { values, .. } | Op::MatchClass { values, .. } => values.clone(),
            _ => Vec::new(),
        }
    }

    /// The same for renaming.
    pub fn for_each_more_def_mut(&mut self, f: &mut impl FnMut(&mut VarId)) {
        match self {
            Op::LoadMethod { receiver: var, .. }
            | Op::ContextEnter { exit: var, .. }
            | Op::GroupSplit { rest: var, .. }
            | Op::SumStart { carry: var } => f(var),
            // Read and written: of no more than one live range.
            Op::SumStep { .. } => {}
            Op::Unpack { targets: vars, .. }
            | Op::MatchKeys { values: vars, .. }
            | Op::MatchClass { values: vars, .. } => vars.iter_mut().for_each(f),
            Op::UnpackStar { before, rest, after, .. } => {
                before.iter_mut().chain([rest]).chain(after).for_each(f)
            }
            _ => {}
        }
    }

    /// Variables that the op reads, in order of evaluation.
    pub fn uses(&self) -> Vec<VarId> {
        let mut found = Vec::new();
        self.for_each_use(&mut |var| found.push(var));
        found
    }

    pub fn for_each_use(&self, f: &mut impl FnMut(VarId)) {
        walk_uses!(self, |var: &VarId| f(*var), iter)
    }

    /// The same for renaming.
    pub fn for_each_use_mut(&mut self, f: &mut impl FnMut(&mut VarId)) {
        walk_uses!(self, |var: &mut VarId| f(var), iter_mut)
    }
}

//! What the lowering to MIR asks about types, and the answer when nothing is known.
//!
//! Vocabulary: a *context* is one way in which a function is called (its argument types); an [`InstanceKey`] is a function in
//! a context, and each key becomes one typed instance. Context 0 of every function is the *dynamic* one: every variable is
//! any value. It is what boxed entries call, and what continuations go on in.
//!
//! The answers are about representation, and they are safe to get wrong: where a value of unknown origin flows into a
//! variable that is said to be an `int`, the lowering tests its tag and leaves to the dynamic continuation if it is
//! something else (also an `int` beyond 64 bits). What flows unboxed from typed code is not tested again.

use crate::hir::{BlockId, ClassId, FunctionId, GlobalId, Symbol, VarId};
use crate::modules::ModuleId;

/// A function in a context.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct InstanceKey {
    pub function: FunctionId,
    /// 0 is the dynamic context.
    pub context: u32,
}

impl InstanceKey {
    pub fn dynamic(function: FunctionId) -> Self {
        Self { function, context: 0 }
    }

    pub fn is_dynamic(self) -> bool {
        self.context == 0
    }
}

/// What is known of all values that a variable ever holds.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Type {
    /// Anything.
    Dynamic,
    /// An exact `int` (no `bool`, no subclass).
    Int,
    /// An exact `float`.
    Float,
    /// `True` or `False`.
    Bool,
    /// An int or a float, in most cases; held as a value.
    Number,
    /// An exact builtin type by its tag in `runtime_interface::tag`: held as a value, operations may skip tests.
    Exact(u64),
    /// The iterator of `range` over ints, made by a call `range(...)` of the builtin in the same function and used by one
    /// `for` only: it becomes a counter.
    RangeIterator,
    /// The range itself, made by a call `range(...)` and used by one `GetIter` only.
    Range,
}

/// Where an instruction stands in its function.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Point {
    pub block: BlockId,
    pub instr: u32,
}

/// What a call instruction calls.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Target {
    /// Anything.
    Unknown,
    /// Always this function, whose arguments bind as the key's context says: every positional parameter is given
    /// positionally or by keyword or has a default.
    Function(InstanceKey),
    /// Always a bound method of this function, bound likewise; its receiver is the first argument.
    Bound(InstanceKey),
    /// Always this builtin, which no program code replaces, by its tag-independent name: `range`, `len`, `abs`, ...
    Builtin(&'static str),
}

/// A function that a method call, or the making of an instance, is expected to run.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Method {
    /// The class of the receiver.
    pub class: ClassId,
    /// The instance, whose first argument is the receiver.
    pub target: InstanceKey,
}

/// The special method that an operator is expected to run.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct SpecialMethod {
    pub method: Method,
    pub name: Symbol,
    /// A method that would go first, which the class must not have.
    pub unless: Option<&'static str>,
    /// Whether the right operand has a method for the operator, too.
    pub reflects: bool,
}

/// The answers.
pub trait Types: Sync {
    fn var(&self, key: InstanceKey, var: VarId) -> Type;
    fn result(&self, key: InstanceKey) -> Type;
    fn target(&self, key: InstanceKey, at: Point) -> Target;
    /// What the `CallMethod` or `LoadMethod` there is expected to call, by class of the receiver: the likely ones only.
    fn methods(&self, _key: InstanceKey, _at: Point) -> Vec<Method> {
        Vec::new()
    }
    /// The `__init__` that the call there is expected to run, where it calls a class that makes plain instances.
    fn init(&self, _key: InstanceKey, _at: Point) -> Option<Method> {
        None
    }
    /// The special method that the operator there is expected to run, its left operand being an instance of one class.
    fn special(&self, _key: InstanceKey, _at: Point) -> Option<SpecialMethod> {
        None
    }
    /// The native function, by module and name, that the call there is expected to run.
    fn native(&self, _key: InstanceKey, _at: Point) -> Option<(&'static str, &str)> {
        None
    }
    /// The method of a native class, by module, class and name, that the call there is expected to run.
    fn native_method(&self, _key: InstanceKey, _at: Point) -> Option<(&'static str, &'static str, &str)> {
        None
    }
    /// No statement of the program replaces the builtin of that name.
    fn keeps_builtin(&self, _name: Symbol) -> bool {
        false
    }
    /// The class of which the variable is expected to hold instances.
    fn instance_of(&self, _key: InstanceKey, _var: VarId) -> Option<ClassId> {
        None
    }
    /// What the items of the list that the variable is expected to hold are expected to be.
    fn item(&self, _key: InstanceKey, _var: VarId) -> Type {
        Type::Dynamic
    }
    /// The classes of which the variable is expected to hold instances, perhaps besides `None` and the like.
    fn instances(&self, _key: InstanceKey, _var: VarId) -> Vec<ClassId> {
        Vec::new()
    }
    /// The class and all its bases in the order of look-up; none if there is a base that the analysis does not know.
    fn class_order(&self, _class: ClassId) -> Option<Vec<ClassId>> {
        None
    }
    /// Whether an attribute of this name may stand in the dict of an instance.
    fn may_be_in_dict(&self, _name: Symbol) -> bool {
        true
    }
    /// The instances worth trying when unknown code calls the function, in this order; one that takes every argument as a
    /// value ends the list.
    fn boxed(&self, _function: FunctionId) -> Vec<InstanceKey> {
        Vec::new()
    }
    /// The one context in which a generator function is called, as far as the analysis sees.
    fn generator(&self, function: FunctionId) -> InstanceKey {
        InstanceKey::dynamic(function)
    }
    /// What the slot holds once it is bound.
    fn global(&self, module: ModuleId, global: GlobalId) -> Type;
    /// The context in which a function runs when nobody gives it arguments: a module's body.
    fn entry(&self, function: FunctionId) -> InstanceKey {
        InstanceKey::dynamic(function)
    }
}

/// Nothing is known: `--no-specialize`.
pub struct Dynamic;

impl Types for Dynamic {
    fn var(&self, _: InstanceKey, _: VarId) -> Type {
        Type::Dynamic
    }

    fn result(&self, _: InstanceKey) -> Type {
        Type::Dynamic
    }

    fn target(&self, _: InstanceKey, _: Point) -> Target {
        Target::Unknown
    }

    fn global(&self, _: ModuleId, _: GlobalId) -> Type {
        Type::Dynamic
    }
}

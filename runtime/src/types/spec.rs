//! How a builtin type or native module is written down: constant tables in the file of its idea.

use super::slots::Slots;
use crate::core::{Args, R, Value};
use crate::memory::Descriptor;

/// A native function: for methods the receiver is `args.pos[0]`, already checked to be an instance.
pub type Native = fn(&Args) -> R;

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Kind {
    /// An instance method; on the class it is a method descriptor.
    Method,
    /// `args.pos[0]` is the class.
    ClassMethod,
    StaticMethod,
    /// A function of a module.
    Function,
}

/// One native function or method.
#[derive(Clone, Copy)]
pub struct MethodDef {
    pub name: &'static str,
    pub kind: Kind,
    pub function: Native,
}

impl MethodDef {
    pub const fn method(name: &'static str, function: Native) -> MethodDef {
        MethodDef { name, kind: Kind::Method, function }
    }
    pub const fn class_method(name: &'static str, function: Native) -> MethodDef {
        MethodDef { name, kind: Kind::ClassMethod, function }
    }
    pub const fn static_method(name: &'static str, function: Native) -> MethodDef {
        MethodDef { name, kind: Kind::StaticMethod, function }
    }
    pub const fn function(name: &'static str, function: Native) -> MethodDef {
        MethodDef { name, kind: Kind::Function, function }
    }
}

/// A computed attribute such as `complex.real`.
#[derive(Clone, Copy)]
pub struct GetSet {
    pub name: &'static str,
    pub get: fn(Value) -> R,
    /// `None`: read-only. Deletes with an unbound value.
    pub set: Option<fn(Value, Value) -> R<()>>,
}

/// A builtin type.
pub struct TypeSpec {
    pub id: u64,
    pub name: &'static str,
    /// `builtins`, `collections`, ...
    pub module: &'static str,
    /// Type id of the base; `tag::OBJECT` for most.
    pub base: u64,
    pub descriptor: Descriptor,
    pub slots: Slots,
    pub methods: &'static [MethodDef],
    pub getset: &'static [GetSet],
    /// Whether `class C(T)` is allowed.
    pub subclassable: bool,
    /// Instances are wrapped when subclassed (int, str, tuple, ...) rather than extended.
    pub wrapped: bool,
    /// Byte offset of the instances' `__dict__` pointer (null until it is needed); 0 if none.
    pub dict_offset: usize,
    pub doc: &'static str,
}

// SAFETY: constant data.
unsafe impl Sync for TypeSpec {}

impl TypeSpec {
    /// Defaults for the rest: `TypeSpec { id, name, ..TypeSpec::DEFAULT }`.
    pub const DEFAULT: TypeSpec = TypeSpec {
        id: 0,
        name: "",
        module: "builtins",
        base: runtime_interface::tag::OBJECT,
        descriptor: Descriptor { size: crate::memory::Size::Fixed(8), trace: crate::memory::Trace::None },
        slots: Slots::NONE,
        methods: &[],
        getset: &[],
        subclassable: false,
        wrapped: false,
        dict_offset: 0,
        doc: "",
    };
}

/// A native module: what `tp_module_NAME` registers.
pub struct ModuleSpec {
    pub name: &'static str,
    pub functions: &'static [MethodDef],
    /// Adds constants and types: called with the new module's dict.
    pub setup: fn(Value) -> R<()>,
    pub doc: &'static str,
}

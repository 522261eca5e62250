//! The slot table of a type: one function per operation.
//!
//! A builtin type fills slots with Rust functions; each filled slot also appears as a dunder method
//! in the type's dict. A class that defines a dunder gets, in its slot, the trampoline that looks
//! the dunder up and calls it. Slots are inherited when a class is made, so an operation is one
//! load from the type and one call, whatever the type.

use crate::core::{Args, Gc, R, StrObj, Value};

/// Comparison operators in CPython's order.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[repr(u8)]
pub enum Compare {
    Lt,
    Le,
    Eq,
    Ne,
    Gt,
    Ge,
}

/// Binary operators: index into [`Slots::binary`] and [`Slots::in_place`].
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[repr(u8)]
pub enum Binary {
    Add,
    Sub,
    Mul,
    TrueDiv,
    FloorDiv,
    Mod,
    Pow,
    MatMul,
    LShift,
    RShift,
    And,
    Or,
    Xor,
    DivMod,
}

pub const BINARY_COUNT: usize = 14;

pub type UnarySlot = fn(Value) -> R;
/// Called with the operands in source order, whichever of them the slot belongs to; answers
/// `NOT_IMPLEMENTED` when it does not know the other operand (CPython's `nb_add` rule).
pub type BinarySlot = fn(Value, Value) -> R;

/// Operations of a type; `None` where it has none.
#[derive(Clone, Copy)]
pub struct Slots {
    pub repr: Option<UnarySlot>,
    pub str: Option<UnarySlot>,
    pub hash: Option<fn(Value) -> R<i64>>,
    /// May answer `NOT_IMPLEMENTED`.
    pub compare: Option<fn(Value, Value, Compare) -> R>,
    pub bool: Option<fn(Value) -> R<bool>>,
    pub len: Option<fn(Value) -> R<usize>>,
    pub getitem: Option<BinarySlot>,
    /// `o[k] = v`, and `del o[k]` with `v` unbound
    pub setitem: Option<fn(Value, Value, Value) -> R<()>>,
    pub contains: Option<fn(Value, Value) -> R<bool>>,
    pub iter: Option<UnarySlot>,
    /// `UNBOUND` when exhausted
    pub next: Option<UnarySlot>,
    /// The callee is the first argument of the function, not in `Args`.
    pub call: Option<fn(Value, &Args) -> R>,
    /// `type.__call__`'s parts: `cls(...)`. `new` receives the class; `init` the instance.
    pub new: Option<fn(Gc<super::TypeObj>, &Args) -> R>,
    pub init: Option<fn(Value, &Args) -> R<()>>,
    pub getattr: Option<fn(Value, Gc<StrObj>) -> R>,
    /// `del o.name` with `v` unbound
    pub setattr: Option<fn(Value, Gc<StrObj>, Value) -> R<()>>,
    /// (descriptor, instance or UNBOUND, owner class)
    pub get: Option<fn(Value, Value, Value) -> R>,
    /// (descriptor, instance, value or UNBOUND to delete)
    pub set: Option<fn(Value, Value, Value) -> R<()>>,
    pub binary: [Option<BinarySlot>; BINARY_COUNT],
    /// `a op= b`; the receiver is always the left operand
    pub in_place: [Option<BinarySlot>; BINARY_COUNT],
    /// Sequence `+` and `*`, tried after the number slots as CPython's `sq_concat`, `sq_repeat`.
    pub concat: Option<BinarySlot>,
    pub repeat: Option<BinarySlot>,
    pub in_place_concat: Option<BinarySlot>,
    pub in_place_repeat: Option<BinarySlot>,
    pub neg: Option<UnarySlot>,
    pub pos: Option<UnarySlot>,
    pub abs: Option<UnarySlot>,
    pub invert: Option<UnarySlot>,
    pub int: Option<UnarySlot>,
    pub float: Option<UnarySlot>,
    pub index: Option<UnarySlot>,
    /// `__del__`
    pub finalize: Option<fn(Value)>,
}

impl Slots {
    /// No operations: `Slots { len: Some(f), ..Slots::NONE }`.
    pub const NONE: Slots = Slots {
        repr: None,
        str: None,
        hash: None,
        compare: None,
        bool: None,
        len: None,
        getitem: None,
        setitem: None,
        contains: None,
        iter: None,
        next: None,
        call: None,
        new: None,
        init: None,
        getattr: None,
        setattr: None,
        get: None,
        set: None,
        binary: [None; BINARY_COUNT],
        in_place: [None; BINARY_COUNT],
        concat: None,
        repeat: None,
        in_place_concat: None,
        in_place_repeat: None,
        neg: None,
        pos: None,
        abs: None,
        invert: None,
        int: None,
        float: None,
        index: None,
        finalize: None,
    };

    /// The table with one binary slot filled, for `const` building.
    pub const fn with_binary(mut self, op: Binary, f: BinarySlot) -> Slots {
        self.binary[op as usize] = Some(f);
        self
    }
    pub const fn with_in_place(mut self, op: Binary, f: BinarySlot) -> Slots {
        self.in_place[op as usize] = Some(f);
        self
    }

    /// Takes from `base` what is empty here.
    pub fn inherit(&mut self, base: &Slots) {
        macro_rules! take {
            ($($field:ident)*) => { $(if self.$field.is_none() { self.$field = base.$field; })* };
        }
        // Equality and hash go together: a type that defines one of them inherits neither.
        if self.compare.is_none() && self.hash.is_none() {
            self.compare = base.compare;
            self.hash = base.hash;
        }
        take!(repr str compare bool len getitem setitem contains iter next call new init getattr setattr get set
            concat repeat in_place_concat in_place_repeat neg pos abs invert int float index finalize);
        for i in 0..BINARY_COUNT {
            if self.binary[i].is_none() {
                self.binary[i] = base.binary[i];
            }
            if self.in_place[i].is_none() {
                self.in_place[i] = base.in_place[i];
            }
        }
    }
}

//! Representations: how a local's value lies in registers.
//!
//! A *value* is Python's; a *representation* is the machine's. `x = 3` may live as [`Repr::Value`]
//! (two words `{tag, bits}`) or, where its type is proven, as [`Repr::I64`].

use std::fmt;

/// How one local, parameter or result is held.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Repr {
    /// Any Python value: two words, tag and bits.
    Value,
    /// An `int` that fits 64 bits.
    I64,
    /// An `int` in `0..2**64`.
    Word,
    /// A `float`.
    F64,
    /// A `bool`, or the outcome of a test: one bit.
    Bool,
    /// A heap object whose layout is known; never null unless the operation says so.
    Ptr(Layout),
    /// A word that is no Python value: a count, an address of static data or of stack memory.
    Raw,
}

/// Which heap layout a [`Repr::Ptr`] points to.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Layout {
    /// Some heap object; its header says which.
    Any,
    Str,
    Bytes,
    List,
    Tuple,
    Dict,
    Set,
    Cell,
    Function,
    Generator,
}

impl Repr {
    /// Whether a local of this representation can hold a reference that the collector must see.
    pub fn may_hold_reference(self) -> bool {
        matches!(self, Repr::Value | Repr::Ptr(_))
    }
}

impl fmt::Display for Repr {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Repr::Value => f.write_str("value"),
            Repr::I64 => f.write_str("i64"),
            Repr::Word => f.write_str("word"),
            Repr::F64 => f.write_str("f64"),
            Repr::Bool => f.write_str("bool"),
            Repr::Ptr(Layout::Any) => f.write_str("ptr"),
            Repr::Ptr(layout) => write!(f, "ptr[{}]", format!("{layout:?}").to_lowercase()),
            Repr::Raw => f.write_str("raw"),
        }
    }
}

//! A failure of the pure number and text code, before there is an exception object.
//!
//! The algorithms in `numbers`, `text`, `bytes` and `format` work on Rust primitives and know nothing of the heap.
//! What goes wrong in them is a `Fault`: the exception's class and its message, letter for letter as CPython has it.
//! The object layer turns a fault into a raised exception with `?`.

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FaultKind {
    Type,
    Value,
    Overflow,
    ZeroDivision,
    Index,
    Key,
    Memory,
    Lookup,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    pub kind: FaultKind,
    pub text: String,
}

pub type Outcome<T> = Result<T, Fault>;

impl Fault {
    pub fn type_error(text: impl Into<String>) -> Fault {
        Fault { kind: FaultKind::Type, text: text.into() }
    }
    pub fn value(text: impl Into<String>) -> Fault {
        Fault { kind: FaultKind::Value, text: text.into() }
    }
    pub fn overflow(text: impl Into<String>) -> Fault {
        Fault { kind: FaultKind::Overflow, text: text.into() }
    }
    pub fn zero_division(text: impl Into<String>) -> Fault {
        Fault { kind: FaultKind::ZeroDivision, text: text.into() }
    }
    pub fn memory() -> Fault {
        Fault { kind: FaultKind::Memory, text: String::new() }
    }
}

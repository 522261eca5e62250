//! Faults of the pure code become raised exceptions: `f(x)?` works on both sides.

use super::fault::{Fault, FaultKind};
use crate::core::Raised;

impl From<Fault> for Raised {
    #[cold]
    fn from(fault: Fault) -> Raised {
        let text = fault.text;
        match fault.kind {
            FaultKind::Type => raise!(TypeError, "{text}"),
            FaultKind::Value => raise!(ValueError, "{text}"),
            FaultKind::Overflow => raise!(OverflowError, "{text}"),
            FaultKind::ZeroDivision => raise!(ZeroDivisionError, "{text}"),
            FaultKind::Index => raise!(IndexError, "{text}"),
            FaultKind::Key => raise!(KeyError, "{text}"),
            FaultKind::Memory => raise!(MemoryError, "{text}"),
            FaultKind::Lookup => raise!(LookupError, "{text}"),
        }
    }
}

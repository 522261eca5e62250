//! A static that holds a value: the one legal way for Rust code to keep an object off the stack.

use crate::core::Value;
use std::cell::UnsafeCell;

/// A root of the collector. Registers itself when first set.
pub struct Root {
    /// The value, and whether its address is registered.
    cell: UnsafeCell<(Value, bool)>,
}

// SAFETY: touched by the one mutator thread only.
unsafe impl Sync for Root {}

impl Root {
    pub const fn new() -> Root {
        Root { cell: UnsafeCell::new((Value::UNBOUND, false)) }
    }
    /// `UNBOUND` until set.
    #[inline(always)]
    pub fn get(&'static self) -> Value {
        // SAFETY: one thread, no reference escapes.
        unsafe { (*self.cell.get()).0 }
    }
    pub fn set(&'static self, v: Value) {
        // SAFETY: as in `get`; the address is that of a static.
        unsafe {
            let inner = self.cell.get();
            (*inner).0 = v;
            if !(*inner).1 {
                (*inner).1 = true;
                super::register_roots(&raw mut (*inner).0, 1);
            }
        }
    }
}

impl Default for Root {
    fn default() -> Self {
        Root::new()
    }
}

//! The state of the one thread that runs Python code.

use super::value::Value;
use runtime_interface::layout::MutatorHead;

/// Everything that a thread of Python has of its own. Emitted code reaches the head directly.
#[repr(C)]
pub struct Mutator {
    pub head: MutatorHead,
    /// The pending exception, `UNBOUND` if none. A root.
    pub exception: Value,
    /// The exception being handled (`sys.exc_info()`), `NONE` if none. A root.
    pub handled: Value,
    /// What the generator that finished last returned (`yield from`). A root.
    pub generator_result: Value,
    /// The address of the generator made last, if nothing can have stored it since; 0 if none.
    pub fresh_generator: usize,
    /// Levels of recursion inside the runtime: the Python frames between them are counted by `head.depth`.
    pub native_depth: u32,
    /// Finalizers wait for the next safepoint.
    pub safepoint_requested: bool,
}

/// The mutator block; emitted code refers to it by this symbol.
#[unsafe(no_mangle)]
pub static mut tp_mutator: Mutator = Mutator {
    head: MutatorHead {
        cursor: 0,
        limit: 0,
        depth: 0,
        depth_limit: 1000,
        stack_limit: 0,
        heap_base: 0,
        cards: 0,
    },
    exception: Value::UNBOUND,
    handled: Value::NONE,
    generator_result: Value::NONE,
    fresh_generator: 0,
    native_depth: 0,
    safepoint_requested: false,
};

/// The current thread's mutator. The one way to it, so that threads can come later.
#[inline(always)]
pub fn mutator() -> *mut Mutator {
    &raw mut tp_mutator
}

/// Levels of recursion that the runtime allows itself, whatever `sys.setrecursionlimit` says; CPython has the same.
const NATIVE_LIMIT: u32 = 10_000;

/// Guards recursion in the runtime (`repr`, `==`, `hash`, deep copies): one level while it lives.
pub struct DepthGuard(());

impl DepthGuard {
    /// RecursionError when the stack or the number of levels is used up; `during` completes the
    /// message as in "maximum recursion depth exceeded in comparison", or is empty.
    pub fn enter(during: &str) -> super::R<DepthGuard> {
        let m = mutator();
        let here = 0u8;
        // SAFETY: the mutator is a static; only this thread touches it.
        unsafe {
            if (*m).native_depth >= NATIVE_LIMIT || (&raw const here as usize) < (*m).head.stack_limit {
                let sep = if during.is_empty() { "" } else { " " };
                return Err(raise!(RecursionError, "maximum recursion depth exceeded{sep}{during}"));
            }
            (*m).native_depth += 1;
        }
        Ok(DepthGuard(()))
    }
}

impl Drop for DepthGuard {
    fn drop(&mut self) {
        // SAFETY: as in `enter`.
        unsafe { (*mutator()).native_depth -= 1 }
    }
}

/// Unit tests that touch the heap hold this: there is one mutator, and tests run on many threads.
#[cfg(test)]
pub fn alone() -> std::sync::MutexGuard<'static, ()> {
    static LOCK: std::sync::Mutex<()> = std::sync::Mutex::new(());
    LOCK.lock().unwrap_or_else(|poisoned| poisoned.into_inner())
}

//! `yield from` between generators: the innermost one is resumed directly, however long the chain.
//!
//! ```text
//! def __iter__(self):
//!     yield from self.left        root.to = left, left.to = ..., next(root) resumes the last of them
//!     yield self.key
//! ```
//!
//! A generator *delegates* while it stands at a `yield from` whose generator has yielded: its resume function is
//! [`delegating`] then, and its own is kept. When the innermost one returns or raises, the one that delegated to it goes on
//! in its own function, and so on up to the one that was asked. What is sent or thrown takes the long way, generator by
//! generator, as CPython does. Only generators that are never suspended while they handle an exception take part.
//!
//! Invariant: if `p.to` is `n`, then `n.by` is `p`. A root that leads to `n` keeps `p` alive, so that `by` is no reference.

use super::generator::{GeneratorObj, Resume, already_running};
use crate::core::error::InBand;
use crate::core::{Gc, Header, R, Value, mutator};
use runtime_interface::layout::{code_flags, generators};
use runtime_interface::tag;
use std::sync::atomic::{AtomicU64, Ordering::Relaxed};

/// What a generator knows of the chain that it is part of.
#[derive(Default)]
#[repr(C)]
pub struct Delegation {
    /// The generator that it delegates to.
    pub to: Option<Gc<GeneratorObj>>,
    /// Its own resume function while it delegates.
    own: Option<Resume>,
    /// The one that delegates to it.
    by: usize,
    /// How many delegate above it: Python frames that are not on the stack.
    level: i64,
    /// Where the last item came from, as of that epoch.
    pub innermost: Option<Gc<GeneratorObj>>,
    epoch: u64,
}

/// Grows when a chain is cut otherwise than at its end.
static EPOCH: AtomicU64 = AtomicU64::new(0);

fn is_plain(g: Gc<GeneratorObj>) -> bool {
    // SAFETY: descriptions are static data of the program.
    unsafe { (*g.code).flags & code_flags::HANDLES == 0 }
}

fn resume(g: Gc<GeneratorObj>, mode: u64) -> Value {
    // SAFETY: the generator is live.
    unsafe { (g.resume)(g.header(), mode as usize, Value::NONE) }
}

/// The next item of `inner`, for `outer` that stands at a `yield from`.
pub fn begin(outer: Gc<GeneratorObj>, inner: Gc<GeneratorObj>) -> Value {
    let (mut outer, mut inner) = (outer, inner);
    if inner.delegation.by != 0 || !is_plain(inner) || !is_plain(outer) {
        return resume(inner, generators::NEXT);
    }
    inner.delegation.level = outer.delegation.level + 1;
    let item = resume(inner, generators::NEXT);
    if item.tag > tag::UNBOUND && inner.delegation.by == 0 {
        outer.delegation.own = Some(outer.resume);
        outer.delegation.to = Some(inner);
        outer.delegation.innermost = None;
        outer.resume = delegating;
        outer.barrier();
        inner.delegation.by = outer.as_ptr() as usize;
    }
    item
}

/// `g` has its own function again.
fn end(g: Gc<GeneratorObj>) {
    let mut g = g;
    if let Some(own) = g.delegation.own.take() {
        g.resume = own;
    }
    if let Some(mut inner) = g.delegation.to.take() {
        inner.delegation.by = 0;
    }
    g.delegation.innermost = None;
}

/// The generator at the end of the chain that begins with `g`.
pub fn innermost(g: Gc<GeneratorObj>) -> Gc<GeneratorObj> {
    let known = g
        .delegation
        .innermost
        .filter(|known| known.state != generators::FINISHED && g.delegation.epoch == EPOCH.load(Relaxed));
    let mut last = known.unwrap_or(g);
    while let Some(next) = last.delegation.to {
        last = next;
    }
    last
}

/// The resume function of a generator while it delegates.
unsafe extern "C" fn delegating(generator: *mut Header, mode: usize, sent: Value) -> Value {
    let mut g: Gc<GeneratorObj> = Gc::from_ptr(generator as *mut GeneratorObj);
    let last = innermost(g);
    if g.state == generators::RUNNING || last.state == generators::RUNNING {
        return R::<Value>::Err(already_running()).in_band();
    }
    if mode == generators::THROW as usize || !sent.is_none() {
        EPOCH.fetch_add(1, Relaxed);
        end(g);
        // SAFETY: the generator is live.
        return unsafe { (g.resume)(generator, mode, sent) };
    }
    let m = mutator();
    // SAFETY: the mutator is a static of this thread.
    let depth = unsafe { (*m).head.depth };
    let set_depth = |by: i64| unsafe { (*m).head.depth = depth + by };
    let (state, mut current) = (g.state, last);
    g.state = generators::RUNNING;
    let mut mode = generators::NEXT;
    loop {
        set_depth(current.delegation.level - g.delegation.level);
        let item = resume(current, mode);
        if item.tag > tag::UNBOUND {
            set_depth(0);
            g.state = state;
            if g.delegation.innermost.is_none_or(|known| known.as_ptr() != current.as_ptr()) {
                g.delegation.innermost = Some(current);
                g.barrier();
            }
            g.delegation.epoch = EPOCH.load(Relaxed);
            return item;
        }
        let outer: Gc<GeneratorObj> = Gc::from_ptr(current.delegation.by as *mut GeneratorObj);
        mode = match item.is_error() {
            true => generators::DELEGATE_RAISED,
            false => generators::DELEGATE_RETURNED,
        };
        end(outer);
        if outer.as_ptr() == g.as_ptr() {
            set_depth(0);
            g.state = state;
            return resume(g, mode);
        }
        current = outer;
    }
}

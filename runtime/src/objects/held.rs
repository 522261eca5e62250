//! Generators that one temporary holds: closed when it goes, as CPython's reference counts do.
//!
//! ```text
//! for x in numbers():     the generator is known to the loop alone: `break` closes it, so its `finally` runs here
//!     break
//! ```
//!
//! Calling a generator function makes the generator *fresh*: `fresh_generator` says which. The compiler forgets it before
//! each call whose result it wants to know about, and wherever a function hands out a value that may be known elsewhere
//! (`return name`, `yield`). If the result of such a call is fresh nevertheless, nobody but the temporary has it, and it is
//! marked `HELD_ONCE`; so are `enumerate`, `zip`, `map` and `filter` objects that go straight from the call into the loop.
//! A mark that is missing costs promptness only: the collector closes the generator later.

use super::generator::{self, GeneratorObj};
use crate::containers::TupleObj;
use crate::core::{Value, mutator};
use crate::iteration::{enumerate::Enumerate, filter::Filter, map::Map, zip::Zip};
use runtime_interface::layout::{generators, header::HELD_ONCE};
use runtime_interface::tag;

/// No generator counts as fresh.
pub fn forget() {
    // SAFETY: the mutator is a static of this thread.
    unsafe { (*mutator()).fresh_generator = 0 }
}

#[unsafe(no_mangle)]
pub extern "C" fn tp_forget_generator() {
    forget();
}

#[unsafe(no_mangle)]
pub extern "C" fn tp_hold_generator(v: Value) {
    // SAFETY: as above.
    let fresh = unsafe { std::mem::take(&mut (*mutator()).fresh_generator) };
    if v.tag == tag::GENERATOR && v.bits == fresh as u64 {
        mark(v);
    }
}

#[unsafe(no_mangle)]
pub extern "C" fn tp_hold_iterator(v: Value) {
    if matches!(v.tag, tag::ENUMERATE | tag::ZIP | tag::MAP | tag::FILTER) {
        mark(v);
    }
}

fn mark(v: Value) {
    // SAFETY: a live heap object.
    unsafe { (*v.header()).0 |= HELD_ONCE }
}

#[unsafe(no_mangle)]
pub extern "C" fn tp_drop_iterator(v: Value) {
    drop_held(v);
}

fn drop_held(v: Value) {
    if !matches!(v.tag, tag::GENERATOR | tag::ENUMERATE | tag::ZIP | tag::MAP | tag::FILTER) {
        return;
    }
    let header = v.header();
    // SAFETY: a live heap object.
    unsafe {
        if !(*header).has(HELD_ONCE) {
            return;
        }
        (*header).0 &= !HELD_ONCE;
    }
    match v.tag {
        tag::GENERATOR => {
            if v.cast::<GeneratorObj>().state != generators::RUNNING {
                generator::finalize(v);
            }
        }
        tag::ENUMERATE => drop_held(v.cast::<Enumerate>().iterator),
        tag::FILTER => drop_held(v.cast::<Filter>().iterator),
        tag::ZIP => drop_all(v.cast::<Zip>().iterators),
        _ => drop_all(v.cast::<Map>().iterators),
    }
}

fn drop_all(iterators: crate::core::Gc<TupleObj>) {
    for i in 0..iterators.len {
        drop_held(TupleObj::as_slice(iterators)[i]);
    }
}

//! Functions to be called when the program ends: `atexit` and the flushing of files.

use crate::containers::{ListObj, TupleObj};
use crate::core::{Gc, Value};
use crate::exceptions::uncaught;
use crate::memory::Root;
use crate::objects::ops;

/// A list of tuples: a callable and its arguments.
static FUNCTIONS: Root = Root::new();

/// Registers a call for the end of the program.
pub fn register(f: Value, args: &[Value]) {
    if FUNCTIONS.get().is_unbound() {
        FUNCTIONS.set(ListObj::new().value());
    }
    let entry = TupleObj::pair(f, TupleObj::from_slice(args).value()).value();
    ListObj::push(FUNCTIONS.get().cast(), entry);
}

/// Calls them, last registered first; answers the exit status.
pub fn run(status: i32) -> i32 {
    while FUNCTIONS.get().is_heap() {
        let Some(entry) = ListObj::pop(FUNCTIONS.get().cast()) else { break };
        let entry: Gc<TupleObj> = entry.cast();
        let args: Gc<TupleObj> = TupleObj::get(entry, 1).cast();
        if let Err(raised) = ops::call(TupleObj::get(entry, 0), TupleObj::as_slice(args)) {
            uncaught::report(raised);
        }
    }
    status
}

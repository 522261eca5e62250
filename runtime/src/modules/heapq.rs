//! The module `_heapq`: heaps in lists, with CPython's order of comparisons.

use crate::containers::ListObj;
use crate::containers::sort::{less, quickly_less};
use crate::core::error::InBand;
use crate::core::{Args, Gc, R, Raised, Value};
use crate::objects::ops;
use crate::types::spec::{MethodDef, ModuleSpec};
use runtime_interface::tag;

pub static MODULE: ModuleSpec = ModuleSpec {
    name: "_heapq",
    functions: &[
        MethodDef::function("heappush", heappush),
        MethodDef::function("heappop", |a| pop(a, "heappop", sift_up_least)),
        MethodDef::function("heapify", |a| heapify(a, "heapify", sift_up_least)),
        MethodDef::function("heapreplace", |a| replace(a, "heapreplace", sift_up_least)),
        MethodDef::function("heappushpop", heappushpop),
        MethodDef::function("_heappop_max", |a| pop(a, "_heappop_max", sift_up_greatest)),
        MethodDef::function("_heapify_max", |a| heapify(a, "_heapify_max", sift_up_greatest)),
        MethodDef::function("_heapreplace_max", |a| replace(a, "_heapreplace_max", sift_up_greatest)),
    ],
    setup: |_: Value| Ok(()),
    doc: "Heap queue algorithm.",
};

super::native_module!(tp_module__heapq, MODULE);

fn sift_up_greatest(heap: Gc<ListObj>, at: usize) -> R<()> {
    sift_up(heap, at, |a, b| less(b, a))
}

fn heap_argument(v: Value, function: &str) -> R<Gc<ListObj>> {
    if crate::types::type_of(v).layout == tag::LIST {
        return Ok(v.cast());
    }
    let name = ops::type_name(v);
    let which = if function.contains("push") || function.contains("replace") { " 1" } else { "" };
    Err(raise!(TypeError, "{function}() argument{which} must be list, not {name}"))
}

#[cold]
fn changed() -> Raised {
    raise!(RuntimeError, "list changed size during iteration")
}

/// `a < b` where that runs no Python code, else what `less` answers.
#[inline(always)]
fn before(a: Value, b: Value) -> R<bool> {
    match quickly_less(a, b) {
        Some(answer) => Ok(answer),
        None => less(a, b),
    }
}

/// Moves the item at `at` up until its parent stands above it, not beyond `root`. `above` says whether an item stands
/// above another.
fn sift_down(
    heap: Gc<ListObj>,
    root: usize,
    at: usize,
    above: impl Fn(Value, Value) -> R<bool> + Copy,
) -> R<()> {
    let len = heap.len;
    let mut at = at;
    if at >= len {
        return Err(raise!(IndexError, "index out of range"));
    }
    while at > root {
        let parent = (at - 1) >> 1;
        let (item, up) = (ListObj::get(heap, at), ListObj::get(heap, parent));
        let goes_up = above(item, up)?;
        if heap.len != len {
            return Err(changed());
        }
        if !goes_up {
            break;
        }
        let (item, up) = (ListObj::get(heap, at), ListObj::get(heap, parent));
        ListObj::set(heap, at, up);
        ListObj::set(heap, parent, item);
        at = parent;
    }
    Ok(())
}

/// Moves the item at `at` down to a leaf along the upper children, then back up to its place.
fn sift_up(heap: Gc<ListObj>, at: usize, above: impl Fn(Value, Value) -> R<bool> + Copy) -> R<()> {
    let leaf = descend(heap, at, above)?;
    sift_down(heap, at, leaf, above)
}

/// Moves the item at `at` down to a leaf along the upper children: where that is.
fn descend(heap: Gc<ListObj>, at: usize, above: impl Fn(Value, Value) -> R<bool> + Copy) -> R<usize> {
    let end = heap.len;
    let mut at = at;
    let limit = end >> 1;
    while at < limit {
        let mut child = 2 * at + 1;
        if child + 1 < end {
            let left_above = above(ListObj::get(heap, child), ListObj::get(heap, child + 1))?;
            if heap.len != end {
                return Err(changed());
            }
            child += usize::from(!left_above);
        }
        let (a, b) = (ListObj::get(heap, child), ListObj::get(heap, at));
        ListObj::set(heap, child, b);
        ListObj::set(heap, at, a);
        at = child;
    }
    Ok(at)
}

/// [`sift_up`] in the order of `<`. While comparisons run no Python code nobody sees the heap, and the item that moves need
/// not be stored at each step.
fn sift_up_least(heap: Gc<ListObj>, at: usize) -> R<()> {
    let (end, start) = (heap.len, at);
    let limit = end >> 1;
    let item = ListObj::get(heap, at);
    let mut hole = at;
    while hole < limit {
        let left = 2 * hole + 1;
        let mut child = left;
        let mut up = ListObj::get(heap, left);
        if left + 1 < end {
            let right = ListObj::get(heap, left + 1);
            let Some(left_above) = quickly_less(up, right) else {
                // The rest with the item in its place.
                ListObj::set(heap, hole, item);
                let leaf = descend(heap, hole, before)?;
                return sift_down(heap, start, leaf, before);
            };
            child += usize::from(!left_above);
            up = if left_above { up } else { right };
        }
        ListObj::set(heap, hole, up);
        hole = child;
    }
    while hole > start {
        let parent = (hole - 1) >> 1;
        let up = ListObj::get(heap, parent);
        match quickly_less(item, up) {
            Some(true) => ListObj::set(heap, hole, up),
            Some(false) => break,
            None => {
                ListObj::set(heap, hole, item);
                return sift_down(heap, start, hole, before);
            }
        }
        hole = parent;
    }
    ListObj::set(heap, hole, item);
    Ok(())
}

fn heappush(args: &Args) -> R {
    args.between("heappush", 2, 2)?;
    push(args.pos[0], args.pos[1])?;
    Ok(Value::NONE)
}

fn push(heap: Value, item: Value) -> R<()> {
    let heap = heap_argument(heap, "heappush")?;
    ListObj::push(heap, item);
    sift_down(heap, 0, heap.len - 1, before)
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn tp_heap_push(heap: Value, item: Value) -> i64 {
    push(heap, item).in_band()
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn tp_heap_pop(heap: Value) -> Value {
    pop_from(heap, "heappop", sift_up_least).in_band()
}

fn pop(args: &Args, name: &str, sift: impl Fn(Gc<ListObj>, usize) -> R<()>) -> R {
    if args.pos.len() != 1 || !args.kw.is_empty() {
        args.exactly(&format!("_heapq.{name}"), 1)?;
    }
    pop_from(args.pos[0], name, sift)
}

#[inline(always)]
fn pop_from(heap: Value, name: &str, sift: impl Fn(Gc<ListObj>, usize) -> R<()>) -> R {
    let heap = heap_argument(heap, name)?;
    let Some(last) = ListObj::pop(heap) else {
        return Err(raise!(IndexError, "index out of range"));
    };
    if heap.len == 0 {
        return Ok(last);
    }
    let top = ListObj::get(heap, 0);
    ListObj::set(heap, 0, last);
    sift(heap, 0)?;
    Ok(top)
}

fn replace(args: &Args, name: &str, sift: impl Fn(Gc<ListObj>, usize) -> R<()>) -> R {
    args.between(name, 2, 2)?;
    let heap = heap_argument(args.pos[0], name)?;
    if heap.len == 0 {
        return Err(raise!(IndexError, "index out of range"));
    }
    let top = ListObj::get(heap, 0);
    ListObj::set(heap, 0, args.pos[1]);
    sift(heap, 0)?;
    Ok(top)
}

fn heappushpop(args: &Args) -> R {
    args.between("heappushpop", 2, 2)?;
    let heap = heap_argument(args.pos[0], "heappushpop")?;
    let item = args.pos[1];
    if heap.len == 0 || !before(ListObj::get(heap, 0), item)? {
        return Ok(item);
    }
    if heap.len == 0 {
        return Err(raise!(IndexError, "index out of range"));
    }
    let top = ListObj::get(heap, 0);
    ListObj::set(heap, 0, item);
    sift_up_least(heap, 0)?;
    Ok(top)
}

fn heapify(args: &Args, name: &str, sift: impl Fn(Gc<ListObj>, usize) -> R<()>) -> R {
    args.exactly(&format!("_heapq.{name}"), 1)?;
    let heap = heap_argument(args.pos[0], name)?;
    for i in (0..heap.len / 2).rev() {
        sift(heap, i)?;
    }
    Ok(Value::NONE)
}

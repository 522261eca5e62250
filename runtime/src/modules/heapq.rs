//! The module `_heapq`: heaps in lists, with CPython's order of comparisons.

use crate::containers::ListObj;
use crate::containers::less::{less, quickly_less};
use crate::containers::list::Kind;
use crate::core::error::InBand;
use crate::core::{Args, Gc, R, Raised, Value};
use crate::memory::{self, ValueArray};
use crate::objects::ops;
use crate::types::spec::{MethodDef, ModuleSpec};
use runtime_interface::{layout::header, tag};

pub static MODULE: ModuleSpec = ModuleSpec {
    name: "_heapq",
    functions: &[
        MethodDef::function("heappush", heappush),
        MethodDef::function("heappop", |a| pop(a, "heappop", sift_up_least)),
        MethodDef::function("heapify", |a| heapify(a, "heapify", sift_up_least)),
        MethodDef::function("heapreplace", |a| {
            a.between("heapreplace", 2, 2)?;
            replace(a.pos[0], a.pos[1], "heapreplace", sift_up_least)
        }),
        MethodDef::function("heappushpop", heappushpop),
        MethodDef::function("_heappop_max", |a| pop(a, "_heappop_max", sift_up_greatest)),
        MethodDef::function("_heapify_max", |a| heapify(a, "_heapify_max", sift_up_greatest)),
        MethodDef::function("_heapreplace_max", |a| {
            a.between("_heapreplace_max", 2, 2)?;
            replace(a.pos[0], a.pos[1], "_heapreplace_max", sift_up_greatest)
        }),
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
    let name = if v.is_none() { "None".to_string() } else { ops::type_name(v) };
    let which = if function.contains("push") || function.contains("replace") { " 1" } else { "" };
    Err(raise!(TypeError, "{function}() argument{which} must be list, not {name}"))
}

#[cold]
fn changed() -> Raised {
    raise!(RuntimeError, "list changed size during iteration")
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
    if let Some(items) = ListObj::payloads::<i64>(heap, Kind::INTS) {
        sink(items, at, |a, b| a < b);
        return Ok(());
    }
    if let Some(items) = ListObj::payloads::<f64>(heap, Kind::FLOATS) {
        sink(items, at, |a, b| a < b);
        return Ok(());
    }
    if heap.kind != Kind::VALUES {
        return sift_up(heap, at, less);
    }
    let (end, start) = (heap.len, at);
    let limit = end >> 1;
    let array = heap.array;
    // SAFETY: all indices are below `end`, and nothing changes the list as long as comparisons are quick.
    let put = |i: usize, v: Value| unsafe { ValueArray::items(array).add(i).write(v) };
    let item = ValueArray::get(array, at);
    let mut hole = at;
    while hole < limit {
        let left = 2 * hole + 1;
        let mut child = left;
        let mut up = ValueArray::get(array, left);
        if left + 1 < end {
            let right = ValueArray::get(array, left + 1);
            let Some(left_above) = quickly_less(up, right) else {
                // The rest with the item in its place.
                put(hole, item);
                moved_on_path(array, start, hole);
                let leaf = descend(heap, hole, less)?;
                return sift_down(heap, start, leaf, less);
            };
            child += usize::from(!left_above);
            up = if left_above { up } else { right };
        }
        put(hole, up);
        hole = child;
    }
    if let Some(place) = rise_quickly(heap, start, hole, item)? {
        put(place, item);
        moved_on_path(array, start, hole);
    }
    Ok(())
}

/// [`sift_down`] in the order of `<`, as [`sift_up_least`].
fn sift_down_least(heap: Gc<ListObj>, root: usize, at: usize) -> R<()> {
    if let Some(items) = ListObj::payloads::<i64>(heap, Kind::INTS) {
        rise(items, root, at, |a, b| a < b);
        return Ok(());
    }
    if let Some(items) = ListObj::payloads::<f64>(heap, Kind::FLOATS) {
        rise(items, root, at, |a, b| a < b);
        return Ok(());
    }
    if heap.kind != Kind::VALUES {
        return sift_down(heap, root, at, less);
    }
    let array = heap.array;
    // SAFETY: as in `sift_up_least`.
    let put = |i: usize, v: Value| unsafe { ValueArray::items(array).add(i).write(v) };
    let item = ValueArray::get(array, at);
    if let Some(place) = rise_quickly(heap, root, at, item)?
        && place != at
    {
        put(place, item);
        moved_on_path(array, root, at);
    }
    Ok(())
}

/// Moves what is greater than `item` down into the hole at `at`, up to `root`: the place that is left for it. `None` where
/// a comparison had to be asked for; then all is done.
#[inline]
fn rise_quickly(heap: Gc<ListObj>, root: usize, at: usize, item: Value) -> R<Option<usize>> {
    let array = heap.array;
    // SAFETY: as in `sift_up_least`.
    let put = |i: usize, v: Value| unsafe { ValueArray::items(array).add(i).write(v) };
    let mut hole = at;
    while hole > root {
        let parent = (hole - 1) >> 1;
        let up = ValueArray::get(array, parent);
        match quickly_less(item, up) {
            Some(true) => put(hole, up),
            Some(false) => break,
            None => {
                put(hole, item);
                moved_on_path(array, root, at);
                sift_down(heap, root, hole, less)?;
                return Ok(None);
            }
        }
        hole = parent;
    }
    Ok(Some(hole))
}

/// The write barrier for items that moved on the way between two places.
fn moved_on_path(array: Gc<ValueArray>, from: usize, to: usize) {
    if !array.header.has(header::OLD) {
        return;
    }
    if !array.header.has(header::LARGE) {
        return array.barrier();
    }
    let mut at = to;
    loop {
        // SAFETY: in range.
        memory::write_barrier_slot(array.header(), unsafe { ValueArray::items(array).add(at) });
        if at <= from {
            return;
        }
        at = (at - 1) >> 1;
    }
}

/// [`sift_up`] of numbers.
#[inline(always)]
fn sink<T: Copy>(items: &mut [T], at: usize, below: impl Fn(T, T) -> bool) {
    let (end, start) = (items.len(), at);
    let item = items[at];
    let mut hole = at;
    while 2 * hole + 2 < end {
        let left = 2 * hole + 1;
        let child = left + usize::from(!below(items[left], items[left + 1]));
        items[hole] = items[child];
        hole = child;
    }
    if 2 * hole + 1 < end {
        items[hole] = items[2 * hole + 1];
        hole = 2 * hole + 1;
    }
    items[hole] = item;
    rise(items, start, hole, below);
}

/// [`sift_down`] of numbers.
#[inline(always)]
fn rise<T: Copy>(items: &mut [T], root: usize, at: usize, below: impl Fn(T, T) -> bool) {
    let item = items[at];
    let mut hole = at;
    while hole > root {
        let parent = (hole - 1) >> 1;
        if !below(item, items[parent]) {
            break;
        }
        items[hole] = items[parent];
        hole = parent;
    }
    items[hole] = item;
}

fn heappush(args: &Args) -> R {
    args.between("heappush", 2, 2)?;
    push(args.pos[0], args.pos[1])?;
    Ok(Value::NONE)
}

fn push(heap: Value, item: Value) -> R<()> {
    let heap = heap_argument(heap, "heappush")?;
    ListObj::push(heap, item);
    sift_down_least(heap, 0, heap.len - 1)
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

fn replace(heap: Value, item: Value, name: &str, sift: impl Fn(Gc<ListObj>, usize) -> R<()>) -> R {
    let heap = heap_argument(heap, name)?;
    if heap.len == 0 {
        return Err(raise!(IndexError, "index out of range"));
    }
    let top = ListObj::get(heap, 0);
    ListObj::set(heap, 0, item);
    sift(heap, 0)?;
    Ok(top)
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn tp_heap_replace(heap: Value, item: Value) -> Value {
    replace(heap, item, "heapreplace", sift_up_least).in_band()
}

fn heappushpop(args: &Args) -> R {
    args.between("heappushpop", 2, 2)?;
    push_pop(args.pos[0], args.pos[1])
}

fn push_pop(heap: Value, item: Value) -> R {
    let heap = heap_argument(heap, "heappushpop")?;
    if heap.len == 0 || !less(ListObj::get(heap, 0), item)? {
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

#[unsafe(no_mangle)]
pub unsafe extern "C" fn tp_heap_push_pop(heap: Value, item: Value) -> Value {
    push_pop(heap, item).in_band()
}

fn heapify(args: &Args, name: &str, sift: impl Fn(Gc<ListObj>, usize) -> R<()>) -> R {
    args.exactly(&format!("_heapq.{name}"), 1)?;
    let heap = heap_argument(args.pos[0], name)?;
    for i in (0..heap.len / 2).rev() {
        sift(heap, i)?;
    }
    Ok(Value::NONE)
}

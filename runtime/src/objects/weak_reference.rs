//! Weak references, and the safepoint at which finalizers (`__del__`) and their callbacks run.
//!
//! The collector finds out what died (`memory::heap::finalization`); nothing of Python runs there. Calls of compiled code
//! look at the mutator's flag and come here.

use super::ops;
use crate::core::{Args, Gc, Header, HeapObject, R, StrObj, Value, mutator};
use crate::memory::heap::{heap, policy::cpu_seconds};
use crate::memory::{self, Descriptor};
use crate::types::{Compare, GetSet, Slots, TypeObj, TypeSpec, type_of};
use crate::word_of;
use runtime_interface::tag;

/// `weakref.ref(object, callback)`
#[repr(C)]
pub struct WeakRefObj {
    pub header: Header,
    /// The object's address, not traced; 0 once it is dead.
    target: usize,
    /// The target's tag.
    target_tag: u64,
    callback: Value,
    /// Cached hash of the target, and whether there is one.
    hash: i64,
    hashed: u64,
}

// SAFETY: the TypeSpec below describes this layout; word 1 is the target, as the collector expects.
unsafe impl HeapObject for WeakRefObj {
    const TAG: u64 = tag::WEAKREF;
}

pub static WEAKREF: TypeSpec = TypeSpec {
    id: tag::WEAKREF,
    name: "ReferenceType",
    module: "weakref",
    descriptor: Descriptor::words::<WeakRefObj>(0, word_of!(WeakRefObj, callback)),
    slots: Slots {
        new: Some(new),
        call: Some(|v, args| {
            args.exactly("weakref.__call__", 0)?;
            Ok(target(v.cast()).unwrap_or(Value::NONE))
        }),
        repr: Some(repr),
        hash: Some(hash),
        compare: Some(compare),
        ..Slots::NONE
    },
    getset: &[GetSet { name: "__callback__", get: |v| Ok(v.cast::<WeakRefObj>().callback), set: None }],
    ..TypeSpec::DEFAULT
};

fn target(r: Gc<WeakRefObj>) -> Option<Value> {
    if r.target == 0 { None } else { Some(Value { tag: r.target_tag, bits: r.target as u64 }) }
}

fn new(_: Gc<TypeObj>, args: &Args) -> R {
    args.between("ref", 1, 2)?;
    let object = args.pos[0];
    let weakly = matches!(
        object.tag,
        tag::FUNCTION | tag::SET | tag::FROZENSET | tag::GENERATOR | tag::TYPE | tag::METHOD
    ) || object.tag >= tag::FIRST_CLASS
        && type_of(object).flags & crate::types::flags::WRAPS == 0;
    if !weakly {
        let name = ops::type_name(object);
        return Err(raise!(TypeError, "cannot create weak reference to '{name}' object"));
    }
    let callback = args.get(1).unwrap_or(Value::NONE);
    let r = memory::new(WeakRefObj {
        header: Header::new(tag::WEAKREF),
        target: object.bits as usize,
        target_tag: object.tag,
        callback,
        hash: 0,
        hashed: 0,
    });
    memory::register_weak_reference(object.header(), r.header());
    Ok(r.value())
}

fn repr(v: Value) -> R {
    let text = match target(v.cast()) {
        Some(o) => format!("<weakref at {:#x}; to '{}' at {:#x}>", v.bits, ops::type_name(o), o.bits),
        None => format!("<weakref at {:#x}; dead>", v.bits),
    };
    Ok(StrObj::from_str(&text).value())
}

fn hash(v: Value) -> R<i64> {
    let mut r: Gc<WeakRefObj> = v.cast();
    if r.hashed == 0 {
        let Some(o) = target(r) else { return Err(raise!(TypeError, "weak object has gone away")) };
        r.hash = ops::hash(o)?;
        r.hashed = 1;
    }
    Ok(r.hash)
}

fn compare(a: Value, b: Value, op: Compare) -> R {
    if a.tag != tag::WEAKREF || b.tag != tag::WEAKREF || !matches!(op, Compare::Eq | Compare::Ne) {
        return Ok(Value::NOT_IMPLEMENTED);
    }
    let equal = match (target(a.cast()), target(b.cast())) {
        (Some(x), Some(y)) => ops::eq(x, y)?,
        _ => a.is(b),
    };
    Ok(Value::bool(equal == (op == Compare::Eq)))
}

/// Runs what waits for a safepoint, if anything does. An exception that is pending meanwhile is kept.
#[inline(always)]
pub fn safepoint() {
    // SAFETY: the mutator is a static of this thread.
    if unsafe { (*mutator()).safepoint_requested } {
        run_pending();
    }
}

/// Calls the callbacks of cleared weak references, then the finalizers of the dead.
#[cold]
#[inline(never)]
pub fn run_pending() {
    // SAFETY: as above.
    let pending = unsafe {
        (*mutator()).safepoint_requested = false;
        std::mem::replace(&mut (*mutator()).exception, Value::UNBOUND)
    };
    while let Some(reference) = heap().take_cleared() {
        let v = Gc::<WeakRefObj>::from_ptr(reference as *mut WeakRefObj);
        if !v.callback.is_none()
            && let Err(raised) = ops::call(v.callback, &[v.value()])
        {
            crate::exceptions::uncaught::report_unraisable(raised, v.callback);
        }
    }
    // A finalizer may come here again: it runs what it doomed itself, and leaves what waited before to the one that called
    // it, lest finalizers nest as deep as there are dead.
    static mut WAITING: usize = 0;
    // SAFETY: one mutator thread.
    let waited_before = unsafe { WAITING };
    while heap().doomed_count() > waited_before
        && let Some(object) = heap().take_doomed()
    {
        // SAFETY: as above.
        unsafe { WAITING = heap().doomed_count() }
        let v = Gc::<Header>::from_ptr(object as *mut Header).value();
        if let Some(finalize) = type_of(v).slots.finalize {
            finalize(v);
        }
    }
    // SAFETY: as above.
    unsafe {
        WAITING = waited_before;
        (*mutator()).exception = pending;
    }
}

/// The recursion depth at the program's top level, once it runs.
pub static mut TOP_DEPTH: i64 = i64::MIN;

/// Between statements of a program that has finalizers: finalizes what died, where CPython would do so. That takes a
/// small part of the run time at most; beyond it, finalizers wait for the next collection.
///
/// At the program's top level everything alive is a global, or among the `count` values that the statements around hold:
/// the stack, whose words may be stale, is not asked.
///
/// # Safety
/// `values` are that many values.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tp_finalize_dead(values: *mut u8, count: i64, top: i64) {
    static mut SPENT: f64 = 0.0;
    const FREE_SECONDS: f64 = 0.2;
    const SHARE: f64 = 0.05;
    if !heap().may_finalize() {
        return;
    }
    let before = cpu_seconds();
    // SAFETY: one mutator thread; the caller's values.
    unsafe {
        if SPENT > FREE_SECONDS.max(SHARE * before) {
            return;
        }
        if top != 0 && (*mutator()).head.depth == TOP_DEPTH {
            let held = if count == 0 {
                &[]
            } else {
                std::slice::from_raw_parts(values as *const Value, count as usize)
            };
            heap().doom_unreferenced(held);
        } else {
            crate::memory::collect();
        }
        SPENT += cpu_seconds() - before;
    }
    run_pending();
}

/// At exit: the finalizers of everything that still has one, in order of creation.
pub fn finalize_all() {
    heap().doom_all();
    run_pending();
}

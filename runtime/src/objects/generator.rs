//! Generators: an object over a compiled resume function and a frame of values.
//!
//! The resume function answers the yielded value, `UNBOUND` when the generator returned (its result
//! is then in the mutator), or `ERROR`. It sets the state, and looks at it when it is asked for the next item: compiled
//! code calls it without further ado.

use super::delegation::{self, Delegation};
use super::function::{FunctionObj, static_str};
use super::ops;
use crate::containers::TupleObj;
use crate::core::error::{InBand, set_pending, take_pending};
use crate::core::{Args, Gc, Header, HeapObject, R, Raised, StrObj, Value, mutator};
use crate::exceptions;
use crate::memory::{self, Descriptor, ValueArray};
use crate::types::{GetSet, MethodDef, Slots, TypeSpec, type_of};
use crate::word_of;
use runtime_interface::layout::{CodeDesc, code_flags, generators};
use runtime_interface::tag;
use runtime_interface::tag::exception;

pub type Resume = unsafe extern "C" fn(*mut Header, usize, Value) -> Value;

/// The layout that `runtime_interface::layout::generators` gives offsets of.
#[repr(C)]
pub struct GeneratorObj {
    pub header: Header,
    pub resume: Resume,
    pub code: *const CodeDesc,
    /// See [`generators::STATE`].
    pub state: u64,
    pub frame: Gc<ValueArray>,
    /// The exception that it was handling when it yielded, `NONE` if none.
    pub handled: Value,
    pub function: Option<Gc<FunctionObj>>,
    /// Assigned `__name__` and `__qualname__`, else `UNBOUND`.
    pub name: Value,
    pub qualname: Value,
    pub delegation: Delegation,
}
// SAFETY: described by GENERATOR below.
unsafe impl HeapObject for GeneratorObj {
    const TAG: u64 = tag::GENERATOR;
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn tp_make_generator(
    code: *mut u8,
    resume: *mut u8,
    frame_size: i64,
    function: *mut u8,
) -> Value {
    let frame = ValueArray::new(frame_size as usize);
    let generator = memory::new(GeneratorObj {
        header: Header(0),
        // SAFETY: compiled code passes the resume function of that code.
        resume: unsafe { std::mem::transmute::<*mut u8, Resume>(resume) },
        code: code as *const CodeDesc,
        state: 0,
        frame,
        handled: Value::NONE,
        function: Gc::from_nullable(function as *mut FunctionObj),
        name: Value::UNBOUND,
        qualname: Value::UNBOUND,
        delegation: Delegation::default(),
    });
    // SAFETY: the mutator is a static of this thread.
    unsafe { (*mutator()).fresh_generator = generator.as_ptr() as usize }
    // SAFETY: static data of the program.
    if unsafe { (*generator.code).flags } & code_flags::CLOSES != 0 {
        memory::register_finalizer(generator.header());
    }
    generator.value()
}

#[unsafe(no_mangle)]
pub extern "C" fn tp_generator_return(generator: *mut u8, v: Value) {
    finish(Gc::from_ptr(generator as *mut GeneratorObj));
    set_result(v);
}

#[unsafe(no_mangle)]
pub extern "C" fn tp_generator_failed(generator: *mut u8) {
    finish(Gc::from_ptr(generator as *mut GeneratorObj));
    let _ = no_stop_iteration(Raised::pending());
}

#[unsafe(no_mangle)]
pub extern "C" fn tp_generator_ask(generator: *mut u8) -> Value {
    send(Gc::from_ptr(generator as *mut GeneratorObj), Value::NONE).in_band()
}

/// The continuation finds the live values in the first slots of a frame of its own size.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tp_generator_leave(
    generator: *mut u8,
    resume: *mut u8,
    point: i64,
    live: *mut u8,
    count: i64,
) {
    let mut g: Gc<GeneratorObj> = Gc::from_ptr(generator as *mut GeneratorObj);
    // SAFETY: descriptions are static data of the program; compiled code passes an array of `count` values.
    let (size, live) = unsafe {
        ((*g.code).frame_size as usize, std::slice::from_raw_parts(live as *const Value, count as usize))
    };
    let frame = ValueArray::new(size);
    for (i, &v) in live.iter().enumerate() {
        ValueArray::set(frame, i, v);
    }
    g.frame = frame;
    // SAFETY: compiled code passes the resume function of that code.
    g.resume = unsafe { std::mem::transmute::<*mut u8, Resume>(resume) };
    g.state = generators::LEFT + point as u64;
    g.barrier();
}

#[unsafe(no_mangle)]
pub extern "C" fn tp_frame_store(generator: *mut u8, index: i64, v: Value) {
    let g: Gc<GeneratorObj> = Gc::from_ptr(generator as *mut GeneratorObj);
    ValueArray::set(g.frame, index as usize, v);
}

fn set_result(v: Value) {
    // SAFETY: the mutator is a static of this thread.
    unsafe { (*mutator()).generator_result = v }
}
fn take_result() -> Value {
    // SAFETY: as above.
    unsafe { std::mem::replace(&mut (*mutator()).generator_result, Value::NONE) }
}

/// `next(generator)`; `UNBOUND` when it finished.
#[unsafe(no_mangle)]
pub extern "C" fn tp_generator_next(generator: *mut u8) -> Value {
    let g: Gc<GeneratorObj> = Gc::from_ptr(generator as *mut GeneratorObj);
    // SAFETY: the generator is live.
    unsafe { (g.resume)(g.header(), generators::NEXT as usize, Value::NONE) }
}

/// Runs the generator to its next yield; `UNBOUND` when it finished.
fn resume(g: Gc<GeneratorObj>, mode: u64, sent: Value) -> R {
    let mut g = g;
    let m = mutator();
    // SAFETY: the mutator is a static of this thread; the generator is live.
    unsafe {
        let outer = (*m).handled;
        if !g.handled.is_none() {
            (*m).handled = g.handled;
        }
        let result = (g.resume)(g.header(), mode as usize, sent);
        let inner = std::mem::replace(&mut (*m).handled, outer);
        let keeps = g.state != generators::FINISHED && !inner.is(outer);
        g.handled = if keeps { inner } else { Value::NONE };
        g.barrier();
        result.checked()
    }
}

fn finish(g: Gc<GeneratorObj>) {
    let mut g = g;
    g.state = generators::FINISHED;
    g.handled = Value::NONE;
    // What the frame held may die now. No reference is stored, so there is no barrier.
    let frame = ValueArray::items(g.frame);
    for i in 0..g.frame.len {
        // SAFETY: in range.
        unsafe { *frame.add(i) = Value::UNBOUND }
    }
}

/// A StopIteration that leaves a generator's body becomes a RuntimeError.
fn no_stop_iteration(raised: Raised) -> Raised {
    if !exceptions::pending_is(exception::StopIteration) {
        return raised;
    }
    let cause = take_pending(raised);
    let raised = raise!(RuntimeError, "generator raised StopIteration");
    let e = take_pending(raised);
    exceptions::set_cause(e, cause);
    exceptions::set_context(e, cause);
    set_pending(e)
}

#[unsafe(no_mangle)]
pub extern "C" fn tp_leave_inlined(e: Value) {
    let _ = no_stop_iteration(set_pending(e));
}

pub fn already_running() -> Raised {
    raise!(ValueError, "generator already executing")
}

/// `g.send(v)`; `UNBOUND` when it finished, whose result is then in the mutator.
pub fn send(g: Gc<GeneratorObj>, v: Value) -> R {
    if g.state == generators::RUNNING {
        return Err(already_running());
    }
    if g.state == generators::FINISHED {
        set_result(Value::NONE);
        return Ok(Value::UNBOUND);
    }
    if g.state == 0 && !v.is_none() {
        return Err(raise!(TypeError, "can't send non-None value to a just-started generator"));
    }
    resume(g, generators::SEND, v)
}

/// Throws an exception instance into the generator.
pub fn throw(g: Gc<GeneratorObj>, e: Value) -> R {
    if g.state == generators::RUNNING {
        return Err(already_running());
    }
    if g.state == 0 || g.state == generators::FINISHED {
        if g.state == 0 {
            exceptions::traceback::add_entry_at_definition(e, g.code);
        }
        finish(g);
        return Err(set_pending(e));
    }
    let _ = set_pending(e);
    resume(g, generators::THROW, Value::NONE)
}

/// StopIteration with the result of the generator that just finished.
#[cold]
pub fn raise_stop_iteration_with_result() -> Raised {
    let result = take_result();
    if result.is_none() || result.is_unbound() {
        crate::core::error::raise_args(exception::StopIteration, &[])
    } else {
        crate::core::error::raise_args(exception::StopIteration, &[result])
    }
}

/// `UNBOUND` if the pending exception is StopIteration, whose value is kept for `yield from`.
#[cold]
pub fn exhausted_if_stop_iteration(raised: Raised) -> R {
    if !exceptions::pending_is(exception::StopIteration) {
        return Err(raised);
    }
    let e = take_pending(raised);
    set_result(exceptions::stop_value(e));
    Ok(Value::UNBOUND)
}

// ---- yield from ----

#[unsafe(no_mangle)]
pub extern "C" fn tp_yield_from_iter(v: Value) -> Value {
    if v.tag == tag::GENERATOR {
        return v;
    }
    ops::iter(v).in_band()
}

#[unsafe(no_mangle)]
pub extern "C" fn tp_yield_from_send(generator: *mut u8, iterator: Value, sent: Value) -> Value {
    if iterator.tag == tag::GENERATOR && sent.is_none() {
        return delegation::begin(Gc::from_ptr(generator as *mut GeneratorObj), iterator.cast());
    }
    delegate_send(iterator, sent).in_band()
}

fn delegate_send(iterator: Value, sent: Value) -> R {
    if let Some(g) = iterator.exact::<GeneratorObj>() {
        return send(g, sent);
    }
    set_result(Value::NONE);
    if sent.is_none() {
        return ops::next(iterator);
    }
    match ops::call_method(iterator, name!("send"), &[sent]) {
        Ok(x) => Ok(x),
        Err(raised) => exhausted_if_stop_iteration(raised),
    }
}

#[unsafe(no_mangle)]
pub extern "C" fn tp_yield_from_throw(iterator: Value) -> Value {
    let e = take_pending(Raised::pending());
    delegate_throw(iterator, e).in_band()
}

fn delegate_throw(iterator: Value, e: Value) -> R {
    if exceptions::is_instance_of(e, exception::GeneratorExit) {
        if let Some(g) = iterator.exact::<GeneratorObj>() {
            close(g)?;
        } else if let Some(f) = super::attributes::getattr_optional(iterator, name!("close"))? {
            ops::call(f, &[])?;
        }
        return Err(set_pending(e));
    }
    if let Some(g) = iterator.exact::<GeneratorObj>() {
        return throw(g, e);
    }
    let Some(f) = super::attributes::getattr_optional(iterator, name!("throw"))? else {
        return Err(set_pending(e));
    };
    match ops::call(f, &[e]) {
        Ok(x) => Ok(x),
        Err(raised) => exhausted_if_stop_iteration(raised),
    }
}

#[unsafe(no_mangle)]
pub extern "C" fn tp_yield_from_result() -> Value {
    let v = take_result();
    if v.is_unbound() { Value::NONE } else { v }
}

// ---- what Python sees ----

fn this(v: Value) -> Gc<GeneratorObj> {
    v.cast()
}

fn next(v: Value) -> R {
    tp_generator_next(v.bits as *mut u8).checked()
}
fn same(v: Value) -> R {
    Ok(v)
}
fn yielded(x: Value) -> R {
    if x.is_unbound() { Err(raise_stop_iteration_with_result()) } else { Ok(x) }
}
fn send_method(args: &Args) -> R {
    args.skip_receiver().exactly("generator.send", 1)?;
    yielded(send(this(args.receiver()), args.pos[1])?)
}
fn throw_method(args: &Args) -> R {
    let rest = args.skip_receiver();
    rest.between("throw", 1, 3)?;
    let (kind, value) = (rest.pos[0], rest.get(1).filter(|v| !v.is_none()));
    let e = if exceptions::is_exception_class(kind) {
        match value {
            Some(v) if exceptions::is_exception(v) => v,
            Some(v) => ops::call(kind, &[v])?,
            None => ops::call(kind, &[])?,
        }
    } else if exceptions::is_exception(kind) {
        if value.is_some() {
            return Err(raise!(TypeError, "instance exception may not have a separate value"));
        }
        kind
    } else {
        let name = crate::types::naming::type_name(kind);
        return Err(raise!(
            TypeError,
            "exceptions must be classes or instances deriving from BaseException, not {name}"
        ));
    };
    exceptions::chain_to_handled(e);
    yielded(throw(this(args.receiver()), e)?)
}

/// `g.close()`: the value that the generator returned on the way out.
pub fn close(g: Gc<GeneratorObj>) -> R {
    if g.state == generators::RUNNING {
        return Err(already_running());
    }
    if g.state == generators::FINISHED {
        return Ok(Value::NONE);
    }
    if g.state == 0 {
        finish(g);
        return Ok(Value::NONE);
    }
    let raised = crate::core::error::raise_args(exception::GeneratorExit, &[]);
    let e = take_pending(raised);
    match throw(g, e) {
        Ok(x) if x.is_unbound() => Ok(take_result()),
        Ok(_) => Err(raise!(RuntimeError, "generator ignored GeneratorExit")),
        Err(raised) => {
            if exceptions::pending_is(exception::GeneratorExit) {
                let _ = take_pending(raised);
                return Ok(Value::NONE);
            }
            Err(raised)
        }
    }
}
fn close_method(args: &Args) -> R {
    close(this(args.receiver()))
}

fn name(v: Value) -> R {
    let g = this(v);
    if let Some(n) = g.name.bound() {
        return Ok(n);
    }
    match g.function {
        Some(f) => ops::getattr(f.value(), name!("__name__")),
        // SAFETY: descriptions are static data of the program.
        None => Ok(static_str(unsafe { (*g.code).name }).value()),
    }
}
fn set_name(v: Value, x: Value) -> R<()> {
    let mut g = this(v);
    g.name = x;
    g.barrier();
    Ok(())
}
fn qualname(v: Value) -> R {
    let g = this(v);
    if let Some(n) = g.qualname.bound() {
        return Ok(n);
    }
    match g.function {
        Some(f) => ops::getattr(f.value(), name!("__qualname__")),
        // SAFETY: as above.
        None => Ok(static_str(unsafe { (*g.code).qualname }).value()),
    }
}
fn set_qualname(v: Value, x: Value) -> R<()> {
    let mut g = this(v);
    g.qualname = x;
    g.barrier();
    Ok(())
}
fn running(v: Value) -> R {
    let g = this(v);
    let is_running = |g: Gc<GeneratorObj>| g.state == generators::RUNNING;
    Ok(Value::bool(is_running(g) || is_running(delegation::innermost(g))))
}
fn suspended(v: Value) -> R {
    let g = this(v);
    Ok(Value::bool(![0, generators::RUNNING, generators::FINISHED].contains(&g.state)))
}
fn code(v: Value) -> R {
    Ok(super::function::code_object(this(v).code))
}
fn frame(v: Value) -> R {
    // Frames are no objects here; a finished generator has none, as in CPython.
    let g = this(v);
    Ok(if g.state == generators::FINISHED { Value::NONE } else { TupleObj::empty().value() })
}

fn repr(v: Value) -> R {
    let q = ops::str(qualname(v)?)?.to_string_lossy();
    let kind = type_of(v).name.to_string_lossy();
    Ok(StrObj::from_str(&format!("<{kind} object {q} at {:#x}>", v.bits)).value())
}

/// A generator that dies suspended runs its `finally` blocks; see the collector's finalizers.
pub fn finalize(v: Value) {
    let _ = close(this(v)).map_err(|raised| exceptions::uncaught::report_unraisable(raised, v));
}

const _: () = assert!(std::mem::offset_of!(GeneratorObj, frame) == generators::FRAME as usize);
const _: () = assert!(std::mem::offset_of!(GeneratorObj, state) == generators::STATE as usize);

pub static GENERATOR: TypeSpec = TypeSpec {
    id: tag::GENERATOR,
    name: "generator",
    descriptor: Descriptor::words::<GeneratorObj>(
        word_of!(GeneratorObj, frame)
            | word_of!(GeneratorObj, function)
            | word_of!(GeneratorObj, delegation.to)
            | word_of!(GeneratorObj, delegation.innermost),
        word_of!(GeneratorObj, handled) | word_of!(GeneratorObj, name) | word_of!(GeneratorObj, qualname),
    ),
    slots: Slots {
        iter: Some(same),
        next: Some(next),
        repr: Some(repr),
        finalize: Some(finalize),
        ..Slots::NONE
    },
    methods: &[
        MethodDef::method("send", send_method),
        MethodDef::method("throw", throw_method),
        MethodDef::method("close", close_method),
    ],
    getset: &[
        GetSet { name: "__name__", get: name, set: Some(set_name) },
        GetSet { name: "__qualname__", get: qualname, set: Some(set_qualname) },
        GetSet { name: "gi_running", get: running, set: None },
        GetSet { name: "gi_suspended", get: suspended, set: None },
        GetSet { name: "gi_code", get: code, set: None },
        GetSet { name: "gi_frame", get: frame, set: None },
    ],
    ..TypeSpec::DEFAULT
};

//! Exceptions: their objects, chaining, matching, tracebacks and how they are printed.
//!
//! Every exception instance starts with [`ExceptionObj`], whatever its class, so classes may derive
//! from several builtin exceptions. What only some classes have (`errno`, `name`, `exceptions`) is
//! in `extra`, see [`extra`].

pub mod classes;
pub mod groups;
pub mod os_error;
pub mod render;
pub mod rows;
pub mod suggestions;
pub mod traceback;
pub mod uncaught;
pub mod unicode_error;

use crate::containers::{DictObj, ListObj, TupleObj};
use crate::core::error::set_pending;
use crate::core::{Gc, Header, R, Raised, StrObj, Value, mutator};
use crate::memory::{Descriptor, ValueArray};
use crate::types::lookup::as_type;
use crate::types::{TypeObj, flags, is_subtype, type_by_id, type_of};
use crate::word_of;
use runtime_interface::tag::exception;

/// The prefix of every exception.
#[repr(C)]
pub struct ExceptionObj {
    pub header: Header,
    /// A tuple.
    pub args: Value,
    pub dict: *mut DictObj,
    /// `NONE` if there is none.
    pub cause: Value,
    pub context: Value,
    /// A traceback object or `NONE`.
    pub traceback: Value,
    pub suppress_context: u64,
    /// Attributes of particular classes.
    pub extra: Option<Gc<ValueArray>>,
}

/// Slots of [`ExceptionObj::extra`].
pub mod extra {
    pub const COUNT: usize = 8;
    /// StopIteration
    pub const VALUE: usize = 0;
    /// SystemExit
    pub const CODE: usize = 0;
    /// NameError, AttributeError
    pub const NAME: usize = 0;
    pub const OBJ: usize = 1;
    /// ImportError
    pub const MSG: usize = 0;
    pub const IMPORT_NAME: usize = 1;
    pub const PATH: usize = 2;
    pub const NAME_FROM: usize = 3;
}

pub const DESCRIPTOR: Descriptor = Descriptor::words::<ExceptionObj>(
    word_of!(ExceptionObj, dict) | word_of!(ExceptionObj, extra),
    word_of!(ExceptionObj, args)
        | word_of!(ExceptionObj, cause)
        | word_of!(ExceptionObj, context)
        | word_of!(ExceptionObj, traceback),
);

/// An exception instance, checked by the caller.
pub fn exception_of(v: Value) -> Gc<ExceptionObj> {
    v.cast()
}

/// A field of `extra`, `NONE` while unset.
pub fn get_extra(v: Value, i: usize) -> Value {
    exception_of(v).extra.map_or(Value::NONE, |e| ValueArray::get(e, i).bound().unwrap_or(Value::NONE))
}

pub fn set_extra(v: Value, i: usize, x: Value) {
    let mut e = exception_of(v);
    let array = match e.extra {
        Some(a) => a,
        None => {
            let a = ValueArray::new(extra::COUNT);
            e.extra = Some(a);
            e.barrier();
            a
        }
    };
    ValueArray::set(array, i, x);
}

/// A new instance of an exception class with these `args`, not initialized further.
pub fn allocate(cls: Gc<TypeObj>, args: &[Value]) -> Value {
    let args = match args {
        [one] => TupleObj::single(*one),
        _ => TupleObj::from_slice(args),
    };
    let args = args.value();
    if cls.instance_size == size_of::<ExceptionObj>() && cls.slots.finalize.is_none() {
        let e: Gc<ExceptionObj> = crate::memory::allocate(cls.id, size_of::<ExceptionObj>()).cast();
        let (header, none) = (Header(e.header.0), Value::NONE);
        // SAFETY: fresh memory of that size.
        unsafe {
            e.as_ptr().write(ExceptionObj {
                header,
                args,
                dict: std::ptr::null_mut(),
                cause: none,
                context: none,
                traceback: none,
                suppress_context: 0,
                extra: None,
            })
        }
        return Value { tag: cls.id, bits: e.as_ptr() as u64 };
    }
    let mut e: Gc<ExceptionObj> = crate::objects::instance::allocate(cls).cast();
    e.args = args;
    (e.cause, e.context, e.traceback) = (Value::NONE, Value::NONE, Value::NONE);
    e.suppress_context = 0;
    e.extra = None;
    Value { tag: cls.id, bits: e.as_ptr() as u64 }
}

/// A new instance of a builtin exception class, as calling the class makes it.
pub fn make_builtin(class: u64, args: &[Value]) -> Value {
    let cls = type_by_id(class);
    let e = allocate(cls, args);
    if matches!(
        class,
        exception::KeyError
            | exception::IndexError
            | exception::ValueError
            | exception::TypeError
            | exception::ZeroDivisionError
    ) {
        return e;
    }
    if matches!(class, exception::StopIteration) && !args.is_empty() {
        set_extra(e, extra::VALUE, args[0]);
    } else if class == exception::SystemExit && !args.is_empty() {
        set_extra(e, extra::CODE, args[0]);
    } else if matches!(class, exception::ImportError | exception::ModuleNotFoundError) && args.len() == 1 {
        set_extra(e, extra::MSG, args[0]);
    } else if matches!(class, exception::UnicodeEncodeError | exception::UnicodeDecodeError) {
        // encoding, object, start, end, reason
        for (i, x) in args.iter().enumerate() {
            set_extra(e, i, *x);
        }
    } else if is_subtype(cls, type_by_id(exception::OSError)) {
        os_error::fill(e, args);
    }
    e
}

/// Makes a new instance of the builtin exception class `class` pending, with these `args` and the
/// exception being handled as its context.
#[cold]
pub fn raise_builtin(class: u64, args: &[Value]) -> Raised {
    let e = make_builtin(class, args);
    chain_to_handled(e);
    set_pending(e)
}

/// Makes an exception pending with the exception being handled as its context.
#[cold]
pub fn raise_exception(e: Value) -> Raised {
    chain_to_handled(e);
    set_pending(e)
}

#[cold]
pub fn raise_attribute_error(text: &str, name: Value, obj: Value) -> Raised {
    let e = make_builtin(exception::AttributeError, &[StrObj::from_str(text).value()]);
    set_extra(e, extra::NAME, name);
    set_extra(e, extra::OBJ, obj);
    raise_exception(e)
}

/// A pending AttributeError that the program raised without `name` and `obj` (in `__getattr__`, in a property) gets those
/// of the attribute that was asked for.
#[cold]
pub fn complete_attribute_error(name: Value, obj: Value) {
    if !pending_is(exception::AttributeError) {
        return;
    }
    // SAFETY: only this thread touches the mutator.
    let e = unsafe { (*crate::core::mutator::mutator()).exception };
    let unset = |i| exception_of(e).extra.is_none_or(|a| ValueArray::get(a, i).is_unbound());
    if unset(extra::NAME) && unset(extra::OBJ) {
        set_extra(e, extra::NAME, name);
        set_extra(e, extra::OBJ, obj);
    }
}

/// NameError or UnboundLocalError with its `name`.
#[cold]
pub fn raise_name_error(class: u64, text: &str, name: Value) -> Raised {
    let e = make_builtin(class, &[StrObj::from_str(text).value()]);
    set_extra(e, extra::NAME, name);
    raise_exception(e)
}

/// ImportError or ModuleNotFoundError with its `name`, and the name that was to be imported from it.
#[cold]
pub fn raise_import_error(class: u64, text: &str, name: Value, name_from: Value) -> Raised {
    let e = make_builtin(class, &[StrObj::from_str(text).value()]);
    set_extra(e, extra::IMPORT_NAME, name);
    set_extra(e, extra::NAME_FROM, name_from);
    raise_exception(e)
}

/// The exception being handled, `NONE` if none.
pub fn handled() -> Value {
    // SAFETY: the mutator is a static of this thread.
    unsafe { (*mutator()).handled }
}

/// The pending exception, `UNBOUND` if none.
pub fn pending() -> Value {
    // SAFETY: as above.
    unsafe { (*mutator()).exception }
}

/// Sets `__context__` to the exception being handled, without making a cycle.
pub fn chain_to_handled(e: Value) {
    let context = handled();
    if !context.is_heap() || context.is(e) {
        return;
    }
    // If `e` is in the chain already, the chain is cut there.
    let mut at = context;
    let mut slow = context;
    let mut step = false;
    loop {
        let next = exception_of(at).context;
        if !next.is_heap() {
            break;
        }
        if next.is(e) {
            exception_of(at).context = Value::NONE;
            break;
        }
        at = next;
        if step {
            slow = exception_of(slow).context;
            if slow.is(at) {
                break;
            }
        }
        step = !step;
    }
    set_context(e, context);
}

pub fn set_context(e: Value, context: Value) {
    let mut e = exception_of(e);
    e.context = context;
    e.barrier();
}

/// `e.__cause__ = cause`, which suppresses the context.
pub fn set_cause(e: Value, cause: Value) {
    let mut e = exception_of(e);
    e.cause = cause;
    e.suppress_context = 1;
    e.barrier();
}

/// Whether the value is an exception instance.
pub fn is_exception(v: Value) -> bool {
    v.is_heap() && type_of(v).flags & flags::EXCEPTION != 0
}

/// Whether the value is a class of exceptions.
pub fn is_exception_class(v: Value) -> bool {
    as_type(v).is_some_and(|t| t.flags & flags::EXCEPTION != 0)
}

/// Whether an exception is an instance of a builtin exception class.
pub fn is_instance_of(e: Value, class: u64) -> bool {
    e.tag == class || is_subtype(type_of(e), type_by_id(class))
}

/// Whether the pending exception is an instance of a builtin exception class.
pub fn pending_is(class: u64) -> bool {
    let e = pending();
    e.is_heap() && is_instance_of(e, class)
}

/// `e.value` of a StopIteration.
pub fn stop_value(e: Value) -> Value {
    get_extra(e, extra::VALUE)
}

/// `e.add_note(text)`
pub fn add_note(e: Value, note: Value) -> R<()> {
    let t = type_of(e);
    let dict = crate::objects::instance::dict_of(e, t).expect("exceptions have a dict");
    match DictObj::get_str(dict, name!("__notes__")) {
        Some(list) if list.tag == runtime_interface::tag::LIST => ListObj::push(list.cast(), note),
        Some(_) => return Err(raise!(TypeError, "Cannot add note: __notes__ is not a list")),
        None => DictObj::set_str(dict, name!("__notes__"), ListObj::from_slice(&[note]).value()),
    }
    Ok(())
}

/// Adds a note to the pending exception.
pub fn add_note_to_pending(text: &str) {
    let e = pending();
    let _ = add_note(e, StrObj::from_str(text).value());
}

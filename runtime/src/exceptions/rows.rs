//! What compiled code calls to raise, catch and hand on exceptions.

use super::{groups, is_exception, is_exception_class, raise_exception, raise_name_error};
use crate::containers::{ListObj, TupleObj};
use crate::core::error::{InBand, set_pending};
use crate::core::{Gc, R, Raised, StrObj, Value, mutator};
use crate::objects::ops;
use crate::types::lookup::as_type;
use crate::types::naming::qualified_with_module;
use crate::types::{flags, is_subtype, type_by_id, type_of};
use runtime_interface::tag;
use runtime_interface::tag::exception;

fn name_at(p: *mut u8) -> Gc<StrObj> {
    Gc::from_ptr(p as *mut StrObj)
}

/// An instance from what `raise` was given: a class is called.
fn instantiate(v: Value, otherwise: &str) -> R {
    if is_exception_class(v) {
        let made = ops::call(v, &[])?;
        if !is_exception(made) {
            let (class, got) = (qualified_with_module(v.cast()), qualified_with_module(type_of(made)));
            return Err(raise!(
                TypeError,
                "calling <class '{class}'> should have returned an instance of BaseException, not <class '{got}'>"
            ));
        }
        return Ok(made);
    }
    if is_exception(v) {
        return Ok(v);
    }
    Err(raise!(TypeError, "{otherwise}"))
}

#[unsafe(no_mangle)]
pub extern "C" fn tp_raise(v: Value, cause: Value) {
    let _ = raise(v, cause);
}

fn raise(v: Value, cause: Value) -> Raised {
    let e = match instantiate(v, "exceptions must derive from BaseException") {
        Ok(e) => e,
        Err(raised) => return raised,
    };
    if let Some(cause) = cause.bound() {
        if cause.is_none() {
            super::set_cause(e, Value::NONE);
        } else {
            match instantiate(cause, "exception causes must derive from BaseException") {
                Ok(c) => super::set_cause(e, c),
                Err(raised) => return raised,
            }
        }
    }
    raise_exception(e)
}

#[unsafe(no_mangle)]
pub extern "C" fn tp_reraise_current() {
    let e = super::handled();
    if e.is_heap() {
        let _ = set_pending(e);
    } else {
        let _ = raise!(RuntimeError, "No active exception to reraise");
    }
}

#[unsafe(no_mangle)]
pub extern "C" fn tp_reraise(e: Value) {
    let _ = set_pending(e);
}

#[unsafe(no_mangle)]
pub extern "C" fn tp_take_exception() -> Value {
    crate::core::error::take_pending(Raised::pending())
}

#[unsafe(no_mangle)]
pub extern "C" fn tp_enter_handler(e: Value) -> Value {
    // SAFETY: the mutator is a static of this thread.
    unsafe { std::mem::replace(&mut (*mutator()).handled, e) }
}

#[unsafe(no_mangle)]
pub extern "C" fn tp_leave_handler(previous: Value) {
    // SAFETY: as above.
    unsafe { (*mutator()).handled = previous }
}

/// Whether an exception is an instance of a class or of one of a tuple of classes (no user code).
pub fn matches(e: Value, class: Value) -> R<bool> {
    if let Some(c) = as_type(class) {
        if c.flags & flags::EXCEPTION != 0 {
            return Ok(is_subtype(type_of(e), c));
        }
    } else if class.tag == tag::TUPLE {
        let t: Gc<TupleObj> = class.cast();
        // The whole tuple is checked before anything matches.
        if TupleObj::as_slice(t).iter().all(|c| is_exception_class(*c)) {
            return Ok(TupleObj::as_slice(t).iter().any(|c| is_subtype(type_of(e), c.cast())));
        }
        for c in TupleObj::as_slice(t) {
            if matches(e, *c)? {
                return Ok(true);
            }
        }
    }
    Err(raise!(TypeError, "catching classes that do not inherit from BaseException is not allowed"))
}

/// `except*` cannot catch groups.
pub fn check_star_types(types: Value) -> R<()> {
    let one = |c: Value| -> R<()> {
        match as_type(c) {
            Some(t) if t.flags & flags::EXCEPTION != 0 => {
                if is_subtype(t, type_by_id(exception::BaseExceptionGroup)) {
                    return Err(raise!(
                        TypeError,
                        "catching ExceptionGroup with except* is not allowed. Use except instead."
                    ));
                }
                Ok(())
            }
            _ => Err(raise!(
                TypeError,
                "catching classes that do not inherit from BaseException is not allowed"
            )),
        }
    };
    if types.tag == tag::TUPLE {
        for c in TupleObj::as_slice(types.cast()) {
            one(*c)?;
        }
        return Ok(());
    }
    one(types)
}

#[unsafe(no_mangle)]
pub extern "C" fn tp_exception_matches(e: Value, class: Value) -> i64 {
    matches(e, class).in_band()
}

/// `except*`: answers whether anything matched; `out` receives the matched part and the rest.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tp_exception_split(e: Value, class: Value, out: *mut u8) -> i64 {
    let result = groups::split_for_except(e, class).map(|(matched, rest)| {
        let out = out as *mut Value;
        // SAFETY: compiled code passes room for two values.
        unsafe {
            out.write(matched);
            out.add(1).write(rest);
        }
        !matched.is_none()
    });
    result.in_band()
}

#[unsafe(no_mangle)]
pub extern "C" fn tp_exception_join(original: Value, raised: Value) -> Value {
    let raised: Gc<ListObj> = raised.cast();
    groups::join(original, raised).in_band()
}

#[unsafe(no_mangle)]
pub extern "C" fn tp_assertion_error() -> Value {
    type_by_id(exception::AssertionError).value()
}

#[unsafe(no_mangle)]
pub extern "C" fn tp_raise_recursion() {
    // Making the exception needs a little room beyond the limit.
    let _ = raise!(RecursionError, "maximum recursion depth exceeded");
}

#[unsafe(no_mangle)]
pub extern "C" fn tp_raise_assertion(message: Value) {
    let args = [message];
    let args = if message.is_unbound() { &args[..0] } else { &args[..] };
    let _ = crate::core::error::raise_args(exception::AssertionError, args);
}

#[unsafe(no_mangle)]
pub extern "C" fn tp_raise_name_error(name: *mut u8) {
    let _ = name_error(name_at(name));
}

/// NameError: name 'x' is not defined
#[cold]
pub fn name_error(name: Gc<StrObj>) -> Raised {
    let text = format!("name '{}' is not defined", name.to_string_lossy());
    raise_name_error(exception::NameError, &text, name.value())
}

#[unsafe(no_mangle)]
pub extern "C" fn tp_raise_unbound_local(name: *mut u8) {
    let name = name_at(name);
    let text = format!(
        "cannot access local variable '{}' where it is not associated with a value",
        name.to_string_lossy()
    );
    let _ = raise_name_error(exception::UnboundLocalError, &text, Value::NONE);
}

#[unsafe(no_mangle)]
pub extern "C" fn tp_raise_unbound_free(name: *mut u8) {
    let name = name_at(name);
    let text = format!(
        "cannot access free variable '{}' where it is not associated with a value in enclosing scope",
        name.to_string_lossy()
    );
    let _ = raise_name_error(exception::NameError, &text, Value::NONE);
}

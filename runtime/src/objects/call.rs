//! Calling any value.
//!
//! The one calling convention is the boxed entry's: positional values, then keyword values, in
//! consecutive memory, and a tuple of keyword names. Compiled functions are entered directly;
//! everything else gets the same memory as [`Args`].

use super::builtin_function::{self, BuiltinObj, MethodDescriptorObj, WrapperDescriptorObj};
use super::function::FunctionObj;
use super::method::MethodObj;
use crate::containers::TupleObj;
use crate::core::{Args, Gc, R, StrObj, Value};
use crate::memory::ValueArray;
use crate::types::{naming::type_name, type_lookup, type_of};
use runtime_interface::tag;

/// Runs `f` with room for `n` values that the collector sees.
#[inline]
pub fn with_scratch<T>(n: usize, f: impl FnOnce(*mut Value) -> T) -> T {
    const ROOM: usize = 12;
    if n <= ROOM {
        let mut room = [Value::UNBOUND; ROOM];
        f(room.as_mut_ptr())
    } else {
        let array = ValueArray::new(n);
        let result = f(ValueArray::items(array));
        std::hint::black_box(array);
        result
    }
}

/// The arguments of a boxed call as native code sees them.
///
/// # Safety
/// `args` points to `n` values and as many more as `kwnames` has names.
#[inline]
pub unsafe fn raw_args<'a>(args: *const Value, n: usize, kwnames: *mut TupleObj) -> Args<'a> {
    let slice = |p: *const Value, n: usize| {
        // SAFETY: by the contract above; an empty slice must not come from null.
        if n == 0 { &[][..] } else { unsafe { std::slice::from_raw_parts(p, n) } }
    };
    match Gc::from_nullable(kwnames) {
        None => Args::positional(slice(args, n)),
        Some(names) => {
            let kw_names = TupleObj::as_slice(names);
            // SAFETY: the keyword values follow the positional ones.
            let kw = slice(unsafe { args.add(n) }, kw_names.len());
            Args { pos: slice(args, n), kw, kw_names }
        }
    }
}

/// Calls `f` in the boxed convention.
///
/// # Safety
/// As [`raw_args`].
#[inline]
pub unsafe fn call_raw(f: Value, args: *const Value, n: usize, kwnames: *mut TupleObj) -> R {
    // SAFETY: by contract.
    unsafe {
        match f.tag {
            tag::FUNCTION => {
                let function: Gc<FunctionObj> = f.cast();
                (function.entry)(f.header(), args, n, kwnames).checked()
            }
            tag::METHOD => {
                let method: Gc<MethodObj> = f.cast();
                call_raw_with_first(method.function, method.receiver, args, n, kwnames)
            }
            _ => call_slot(f, &raw_args(args, n, kwnames)),
        }
    }
}

/// As [`call_raw`] with one more positional argument in front.
///
/// # Safety
/// As [`raw_args`].
pub unsafe fn call_raw_with_first(
    f: Value,
    first: Value,
    args: *const Value,
    n: usize,
    kwnames: *mut TupleObj,
) -> R {
    let keywords = Gc::from_nullable(kwnames).map_or(0, |t| t.len);
    let total = n + keywords;
    with_scratch(total + 1, |room| {
        // SAFETY: room for all of them.
        unsafe {
            room.write(first);
            std::ptr::copy_nonoverlapping(args, room.add(1), total);
            call_raw(f, room, n + 1, kwnames)
        }
    })
}

/// Everything that is neither a function nor a bound method.
pub fn call_slot(f: Value, args: &Args) -> R {
    match f.tag {
        tag::BUILTIN => builtin_function::call_builtin(f.cast::<BuiltinObj>(), args),
        tag::METHOD_DESCRIPTOR => builtin_function::call_descriptor(f.cast::<MethodDescriptorObj>(), args),
        _ => match type_of(f).slots.call {
            Some(slot) => slot(f, args),
            None => {
                let name = type_name(f);
                Err(raise!(TypeError, "'{name}' object is not callable"))
            }
        },
    }
}

/// `f(*args)`
#[inline]
pub fn call(f: Value, args: &[Value]) -> R {
    // SAFETY: a slice, no keywords.
    unsafe { call_raw(f, args.as_ptr(), args.len(), std::ptr::null_mut()) }
}

/// `f(*args, **keywords)`
pub fn call_args(f: Value, args: &Args) -> R {
    if args.kw.is_empty() {
        return call(f, args.pos);
    }
    match f.tag {
        tag::FUNCTION | tag::METHOD => {
            let names = TupleObj::from_slice(args.kw_names);
            let (n, k) = (args.pos.len(), args.kw.len());
            with_scratch(n + k, |room| {
                // SAFETY: room for all of them.
                unsafe {
                    std::ptr::copy_nonoverlapping(args.pos.as_ptr(), room, n);
                    std::ptr::copy_nonoverlapping(args.kw.as_ptr(), room.add(n), k);
                    call_raw(f, room, n, names.as_ptr())
                }
            })
        }
        _ => call_slot(f, args),
    }
}

/// `f(first, *args, **keywords)`
pub fn call_with_first(f: Value, first: Value, args: &Args) -> R {
    let n = args.pos.len();
    with_scratch(n + 1, |room| {
        // SAFETY: room for all of them.
        unsafe {
            room.write(first);
            std::ptr::copy_nonoverlapping(args.pos.as_ptr(), room.add(1), n);
            let pos = std::slice::from_raw_parts(room, n + 1);
            call_args(f, &Args { pos, ..*args })
        }
    })
}

/// Calls `f`, an attribute found on the receiver's class, as its method.
#[inline]
pub fn call_found(f: Value, receiver: Value, args: &[Value]) -> R {
    if f.tag == tag::FUNCTION {
        // SAFETY: a slice, no keywords.
        return unsafe { call_raw_with_first(f, receiver, args.as_ptr(), args.len(), std::ptr::null_mut()) };
    }
    call_found_args(f, receiver, &Args::positional(args))
}

/// As [`call_found`] with keywords.
pub fn call_found_args(f: Value, receiver: Value, args: &Args) -> R {
    match f.tag {
        tag::FUNCTION | tag::METHOD_DESCRIPTOR => call_with_first(f, receiver, args),
        tag::WRAPPER_DESCRIPTOR => {
            builtin_function::call_wrapper(f.cast::<WrapperDescriptorObj>(), receiver, args)
        }
        _ => {
            let bound = super::attributes::bind(f, receiver, type_of(receiver).value())?;
            call_args(bound, args)
        }
    }
}

/// `v.name(*args)`
pub fn call_method(v: Value, name: Gc<StrObj>, args: &[Value]) -> R {
    let t = type_of(v);
    if super::attributes::is_generic(t)
        && let Some(f) = type_lookup(t, name)
        && matches!(f.tag, tag::FUNCTION | tag::METHOD_DESCRIPTOR)
        && super::instance::get_own(v, t, name).is_none()
    {
        return call_found(f, v, args);
    }
    let f = super::attributes::getattr(v, name)?;
    call(f, args)
}

/// `type(v).name(v, *args)`: as the interpreter calls dunders, past the instance's own attributes.
pub fn call_special(v: Value, name: Gc<StrObj>, args: &[Value]) -> R {
    match call_special_optional(v, name, args)? {
        Some(result) => Ok(result),
        None => Err(super::attributes::attribute_error(v, name)),
    }
}

/// As [`call_special`]; `None` if the class has no such method.
pub fn call_special_optional(v: Value, name: Gc<StrObj>, args: &[Value]) -> R<Option<Value>> {
    match type_lookup(type_of(v), name) {
        Some(f) => call_found(f, v, args).map(Some),
        None => Ok(None),
    }
}

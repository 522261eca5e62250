//! OSError: errno, strerror, filename, and the subclass that an errno selects.

use super::classes::{args_of, set_args};
use super::{allocate, get_extra, set_extra};
use crate::core::{Args, Gc, R, Raised, StrObj, Value};
use crate::objects::ops;
use crate::types::{TypeObj, type_by_id};
use runtime_interface::tag;
use runtime_interface::tag::exception;

const ERRNO: usize = 0;
const STRERROR: usize = 1;
const FILENAME: usize = 2;
const FILENAME2: usize = 3;

/// The class for an errno.
pub fn class_for(errno: i64) -> u64 {
    match errno as i32 {
        libc::EAGAIN | libc::EALREADY | libc::EINPROGRESS => exception::BlockingIOError,
        libc::EPIPE | libc::ESHUTDOWN => exception::BrokenPipeError,
        libc::ECHILD => exception::ChildProcessError,
        libc::ECONNABORTED => exception::ConnectionAbortedError,
        libc::ECONNREFUSED => exception::ConnectionRefusedError,
        libc::ECONNRESET => exception::ConnectionResetError,
        libc::EEXIST => exception::FileExistsError,
        libc::ENOENT => exception::FileNotFoundError,
        libc::EISDIR => exception::IsADirectoryError,
        libc::ENOTDIR => exception::NotADirectoryError,
        libc::EINTR => exception::InterruptedError,
        libc::EACCES | libc::EPERM => exception::PermissionError,
        libc::ESRCH => exception::ProcessLookupError,
        libc::ETIMEDOUT => exception::TimeoutError,
        _ => exception::OSError,
    }
}

/// Whether `OSError.__init__` is the class's own, so that `__new__` reads the arguments.
fn reads_in_new(cls: Gc<TypeObj>) -> bool {
    cls.slots.init.is_some_and(|f| f as usize == init as *const () as usize)
}

/// `OSError(...)` selects the subclass by errno.
pub fn new(cls: Gc<TypeObj>, args: &Args) -> R {
    let mut cls = cls;
    if cls.id == exception::OSError && args.pos.len() >= 2 && args.pos[0].is_int() {
        cls = type_by_id(class_for(args.pos[0].as_i64()));
    }
    let e = allocate(cls, args.pos);
    if reads_in_new(cls) {
        fill(e, args.pos);
    }
    Ok(e)
}

pub fn init(v: Value, args: &Args) -> R<()> {
    if !args.kw.is_empty() {
        let name = crate::types::naming::type_name(v);
        return Err(raise!(TypeError, "{name}() takes no keyword arguments"));
    }
    set_args(v, args.pos);
    fill(v, args.pos);
    Ok(())
}

/// Reads `(errno, strerror[, filename[, winerror[, filename2]]])`.
pub fn fill(v: Value, args: &[Value]) {
    if args.len() < 2 || args.len() > 5 {
        return;
    }
    set_extra(v, ERRNO, args[0]);
    set_extra(v, STRERROR, args[1]);
    if let Some(f) = args.get(2).filter(|f| !f.is_none()) {
        set_extra(v, FILENAME, *f);
        if let Some(f2) = args.get(4).filter(|f| !f.is_none()) {
            set_extra(v, FILENAME2, *f2);
        }
        set_args(v, &args[..2]);
    }
}

pub fn str(v: Value) -> R {
    let text = |x: Value| -> R<String> { Ok(ops::str(x)?.to_string_lossy()) };
    let repr = |x: Value| -> R<String> { Ok(ops::repr(x)?.to_string_lossy()) };
    let (errno, strerror) = (get_extra(v, ERRNO), get_extra(v, STRERROR));
    let (file, file2) = (get_extra(v, FILENAME), get_extra(v, FILENAME2));
    if !file.is_none() {
        let (n, s) = (text(errno)?, text(strerror)?);
        let shown = if file2.is_none() {
            format!("[Errno {n}] {s}: {}", repr(file)?)
        } else {
            format!("[Errno {n}] {s}: {} -> {}", repr(file)?, repr(file2)?)
        };
        return Ok(StrObj::from_str(&shown).value());
    }
    if !errno.is_none() && !strerror.is_none() {
        let shown = format!("[Errno {}] {}", text(errno)?, text(strerror)?);
        return Ok(StrObj::from_str(&shown).value());
    }
    match args_of(v) {
        [] => Ok(StrObj::from_str("").value()),
        [one] => Ok(ops::str(*one)?.value()),
        _ => super::classes::str(v),
    }
}

/// The system's text for an errno, without Rust's suffix.
pub fn error_text(errno: i32) -> String {
    // SAFETY: strerror answers a C string that lives until the next call.
    unsafe { std::ffi::CStr::from_ptr(libc::strerror(errno)).to_string_lossy().into_owned() }
}

/// Raises the OSError (or subclass) of a system error, with the file name if there is one.
#[cold]
pub fn raise_errno(errno: i32, filename: Option<Value>) -> Raised {
    let text = StrObj::from_str(&error_text(errno)).value();
    let mut args = [Value::int(errno as i64), text, Value::NONE];
    let mut n = 2;
    if let Some(f) = filename {
        args[2] = f;
        n = 3;
    }
    super::raise_builtin(class_for(errno as i64), &args[..n])
}

/// As [`raise_errno`] from a failed operation of Rust's standard library.
#[cold]
pub fn raise_io(error: &std::io::Error, filename: Option<Value>) -> Raised {
    match error.raw_os_error() {
        Some(errno) => raise_errno(errno, filename),
        None => raise!(OSError, "{error}"),
    }
}

/// `e.errno` if it is an int.
pub fn errno_of(v: Value) -> Option<i64> {
    let n = get_extra(v, ERRNO);
    if n.tag == tag::INT { Some(n.as_i64()) } else { None }
}

//! Exceptions that nobody caught: printed, and turned into an exit status.

use super::{extra, get_extra, render};
use crate::core::error::take_pending;
use crate::core::{Raised, Value};
use crate::objects::ops;
use runtime_interface::tag::exception;

/// Prints what is to be printed and answers the exit status.
pub fn report(raised: Raised) -> i32 {
    let e = take_pending(raised);
    if super::is_instance_of(e, exception::SystemExit) {
        return exit_status(e);
    }
    crate::builtins::streams::flush_stdout();
    let text = render::render(e);
    crate::builtins::streams::write_stderr(&text);
    if super::is_instance_of(e, exception::KeyboardInterrupt) { 130 } else { 1 }
}

/// The status that a SystemExit asks for; other codes than ints are printed.
fn exit_status(e: Value) -> i32 {
    let code = get_extra(e, extra::CODE);
    if code.is_none() {
        return 0;
    }
    let inner = ops::unwrap(code);
    if inner.is_int() || inner.is_bool() {
        return (inner.as_i64() & 0xff) as i32;
    }
    if inner.tag == runtime_interface::tag::BIGINT {
        return 255;
    }
    crate::builtins::streams::flush_stdout();
    match ops::str(code) {
        Ok(s) => crate::builtins::streams::write_stderr(&format!("{}\n", s.to_string_lossy())),
        Err(raised) => {
            let _ = take_pending(raised);
        }
    }
    1
}

/// An exception where nobody can catch it (a finalizer): printed to stderr, then forgotten.
pub fn report_unraisable(raised: Raised, context: Value) {
    let e = take_pending(raised);
    let what = match ops::repr(context) {
        Ok(s) => s.to_string_lossy(),
        Err(raised) => {
            let _ = take_pending(raised);
            "<object repr() failed>".to_owned()
        }
    };
    crate::builtins::streams::write_stderr(&format!("Exception ignored in: {what}\n{}", render::render(e)));
}

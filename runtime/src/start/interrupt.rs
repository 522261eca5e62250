//! Ctrl-C: KeyboardInterrupt in a program that sleeps or waits for input, where it can be caught; the end of a program
//! that computes.

use crate::core::R;
use crate::core::error::raise_args;
use runtime_interface::tag::exception;
use std::ffi::c_int;
use std::sync::atomic::{AtomicBool, Ordering};

/// A system call runs that the signal is to end.
static WAITING: AtomicBool = AtomicBool::new(false);
/// The signal came during such a call and nobody has heard of it.
static INTERRUPTED: AtomicBool = AtomicBool::new(false);

/// Runs a system call that may take long; with EINTR of it comes [`is_pending`].
pub fn waiting<T>(call: impl FnOnce() -> T) -> T {
    WAITING.store(true, Ordering::SeqCst);
    let result = call();
    WAITING.store(false, Ordering::SeqCst);
    result
}

pub fn is_pending() -> bool {
    INTERRUPTED.load(Ordering::SeqCst)
}

/// KeyboardInterrupt if the signal came.
pub fn check() -> R<()> {
    if INTERRUPTED.swap(false, Ordering::SeqCst) {
        return Err(raise_args(exception::KeyboardInterrupt, &[]));
    }
    Ok(())
}

#[cfg_attr(test, allow(dead_code))]
pub fn install_handler() {
    extern "C" fn interrupt(_: c_int) {
        if WAITING.load(Ordering::SeqCst) {
            INTERRUPTED.store(true, Ordering::SeqCst);
            return;
        }
        let text = b"KeyboardInterrupt\n";
        // SAFETY: only async-signal-safe calls.
        unsafe {
            libc::write(2, text.as_ptr().cast(), text.len());
            libc::signal(libc::SIGINT, libc::SIG_DFL);
            libc::kill(libc::getpid(), libc::SIGINT);
        }
    }
    // SAFETY: a plain handler. Without SA_RESTART: the calls end.
    unsafe {
        let mut action: libc::sigaction = std::mem::zeroed();
        action.sa_sigaction = interrupt as *const () as usize;
        action.sa_flags = libc::SA_ONSTACK;
        libc::sigaction(libc::SIGINT, &action, std::ptr::null_mut());
    }
}

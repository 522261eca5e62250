//! `main`: memory, types, the program's own module, and the exit status.

#[cfg(not(test))]
use super::big_stack;
use crate::builtins::streams;
use crate::core::mutator;
use crate::exceptions::uncaught;
use crate::memory;
use crate::objects::module;
use crate::types::registry;
use runtime_interface::{fingerprint, layout::ModuleDesc};
use std::ffi::{c_char, c_int};

static mut ARGC: c_int = 0;
static mut ARGV: *const *const c_char = std::ptr::null();

/// The command line as the process got it.
pub fn arguments() -> Vec<Vec<u8>> {
    // SAFETY: set once in `main`.
    unsafe {
        (0..ARGC as usize).map(|i| std::ffi::CStr::from_ptr(*ARGV.add(i)).to_bytes().to_vec()).collect()
    }
}

#[cfg(not(test))]
#[unsafe(no_mangle)]
pub extern "C" fn main(argc: c_int, argv: *const *const c_char) -> c_int {
    // SAFETY: before anything else runs.
    unsafe {
        ARGC = argc;
        ARGV = argv;
        // A closed pipe is an error of `write`, not a signal.
        libc::signal(libc::SIGPIPE, libc::SIG_IGN);
    }
    install_panic_hook();
    install_fault_handler();
    super::interrupt::install_handler();
    let status = match big_stack::reserve() {
        Some(stack) => {
            const RESERVE: usize = 1 << 20;
            // SAFETY: the mutator is a static of this thread; `run` does not unwind.
            unsafe {
                (*mutator()).head.stack_limit = stack.low + RESERVE;
                big_stack::run_on(stack, run)
            }
        }
        None => {
            let here = 0u8;
            run(&raw const here as usize)
        }
    };
    finish(status as i32)
}

/// Everything that runs on the program's stack.
#[cfg_attr(test, allow(dead_code))]
extern "C" fn run(stack_base: usize) -> i64 {
    if let Err(text) = memory::init(stack_base) {
        eprintln!("MemoryError: {text}");
        return 1;
    }
    registry::register_all();
    let p = module::program();
    for i in 0..p.module_count as usize {
        // SAFETY: static data of the program.
        unsafe {
            let d = *(p.modules as *const *mut ModuleDesc).add(i);
            memory::register_roots((*d).globals as *mut crate::core::Value, (*d).global_count as usize);
        }
    }
    // SAFETY: the program's own file comes first.
    let main = unsafe { *(p.modules as *const *mut ModuleDesc) };
    // SAFETY: one mutator thread. The module's body is a level of its own.
    unsafe { crate::objects::weak_reference::TOP_DEPTH = (*mutator()).head.depth + 1 }
    let status = match module::import(main) {
        Ok(_) => 0,
        Err(raised) => uncaught::report(raised),
    };
    let status = crate::start::at_exit::run(status);
    crate::objects::weak_reference::finalize_all();
    i64::from(status)
}

/// Flushes and ends the process.
#[cfg_attr(test, allow(dead_code))]
fn finish(status: i32) -> ! {
    memory::report_statistics();
    let status = match streams::flush_at_exit() {
        Ok(()) => status,
        Err(e) => {
            let text = crate::exceptions::os_error::error_text(e.raw_os_error().unwrap_or(0));
            let class = if e.raw_os_error() == Some(libc::EPIPE) { "BrokenPipeError" } else { "OSError" };
            let errno = e.raw_os_error().unwrap_or(0);
            eprintln!(
                "Exception ignored in: <_io.TextIOWrapper name='<stdout>' mode='w' encoding='utf-8'>\n{class}: [Errno {errno}] {text}"
            );
            120
        }
    };
    if status == 130 {
        // As the shell expects of a program that Ctrl-C ended.
        // SAFETY: the default action of a signal to ourselves.
        unsafe {
            libc::signal(libc::SIGINT, libc::SIG_DFL);
            libc::kill(libc::getpid(), libc::SIGINT);
        }
    }
    // SAFETY: nothing of ours is left to run.
    unsafe { libc::_exit(status) }
}

/// Stands in for the standard library's printing of backtraces, which our hook never asks for: the linker is told to
/// put it there, and leaves out the reader of debug information behind it. The result is `fmt::Result`'s `Ok`.
#[unsafe(no_mangle)]
pub extern "C" fn tp_no_backtrace() -> u8 {
    0
}

/// For compilers that are given this library: which version of the interface it has.
#[used]
static INTERFACE: [u8; fingerprint::FINGERPRINT.len()] = fingerprint::FINGERPRINT;

/// A bug of the runtime: one line, status 70.
#[cfg_attr(test, allow(dead_code))]
fn install_panic_hook() {
    std::panic::set_hook(Box::new(|info| {
        streams::flush_stdout();
        let text = info
            .payload()
            .downcast_ref::<&str>()
            .map(|s| (*s).to_owned())
            .or_else(|| info.payload().downcast_ref::<String>().cloned())
            .unwrap_or_default();
        let at = info.location().map(|l| format!(" ({}:{})", l.file(), l.line())).unwrap_or_default();
        eprintln!("taipan: internal error: {text}{at}");
        // SAFETY: ends the process.
        unsafe { libc::_exit(70) }
    }));
}

/// A stack that ran out where no prologue looks: one line instead of a signal.
#[cfg_attr(test, allow(dead_code))]
fn install_fault_handler() {
    extern "C" fn fault(_: c_int, info: *mut libc::siginfo_t, _: *mut libc::c_void) {
        // SAFETY: only async-signal-safe calls.
        unsafe {
            let address = (*info).si_addr() as usize;
            let limit = (*mutator()).head.stack_limit;
            let near_stack = limit != 0 && address < limit && address + (4 << 20) > limit;
            let text: &[u8] = if near_stack {
                b"RecursionError: maximum recursion depth exceeded\n"
            } else {
                b"taipan: internal error: invalid memory access\n"
            };
            libc::write(2, text.as_ptr().cast(), text.len());
            libc::_exit(if near_stack { 1 } else { 70 });
        }
    }
    // SAFETY: a handler on a stack of its own.
    unsafe {
        let size = 64 << 10;
        let memory = libc::mmap(
            std::ptr::null_mut(),
            size,
            libc::PROT_READ | libc::PROT_WRITE,
            libc::MAP_PRIVATE | libc::MAP_ANONYMOUS,
            -1,
            0,
        );
        let stack = libc::stack_t { ss_sp: memory, ss_flags: 0, ss_size: size };
        libc::sigaltstack(&stack, std::ptr::null_mut());
        let mut action: libc::sigaction = std::mem::zeroed();
        action.sa_sigaction = fault as *const () as usize;
        action.sa_flags = libc::SA_SIGINFO | libc::SA_ONSTACK;
        libc::sigaction(libc::SIGSEGV, &action, std::ptr::null_mut());
        libc::sigaction(libc::SIGBUS, &action, std::ptr::null_mut());
    }
}

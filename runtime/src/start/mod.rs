//! Start and end of a compiled program: `main`, the big stack, exit status.

pub mod stack;

use crate::core::{Value, mutator};
use crate::{exceptions, imports, memory, types};

/// Exit status of a compiler or runtime bug, after sysexits' EX_SOFTWARE.
const BUG: i32 = 70;

/// Runs the program on a stack of its own; its status is the process's.
#[unsafe(no_mangle)]
pub extern "C" fn main(argc: i32, argv: *const *const u8) -> i32 {
    std::panic::set_hook(Box::new(|info| {
        eprintln!("taipan: internal error: {info}; please report it with the program that shows it");
        // SAFETY: no destructor matters after a bug.
        unsafe { libc::_exit(BUG) }
    }));
    ARGUMENTS.store(argc, argv);
    // SAFETY: nothing else runs yet. A closed pipe is an error of the write, as in CPython.
    unsafe { libc::signal(libc::SIGPIPE, libc::SIG_IGN) };
    stack::run_on_big_stack(program)
}

/// What the process was started with, for `sys.argv`.
pub struct Arguments {
    count: std::sync::atomic::AtomicI32,
    values: std::sync::atomic::AtomicPtr<*const u8>,
}

pub static ARGUMENTS: Arguments = Arguments {
    count: std::sync::atomic::AtomicI32::new(0),
    values: std::sync::atomic::AtomicPtr::new(std::ptr::null_mut()),
};

impl Arguments {
    fn store(&self, count: i32, values: *const *const u8) {
        self.count.store(count, std::sync::atomic::Ordering::Relaxed);
        self.values.store(values as *mut _, std::sync::atomic::Ordering::Relaxed);
    }
    /// The arguments as bytes, the executable's name first.
    pub fn get(&self) -> Vec<&'static [u8]> {
        let count = self.count.load(std::sync::atomic::Ordering::Relaxed);
        let values = self.values.load(std::sync::atomic::Ordering::Relaxed);
        // SAFETY: `main` stored what the system gave it.
        (0..count as usize)
            .map(|i| unsafe { std::ffi::CStr::from_ptr(*values.add(i) as *const _) }.to_bytes())
            .collect()
    }
}

/// The program, on the big stack whose highest address is `stack_base`.
fn program(stack_base: usize, stack_limit: usize) -> i32 {
    if let Err(text) = memory::init(stack_base) {
        eprintln!("MemoryError: {text}");
        return 1;
    }
    // SAFETY: the mutator is a static of this thread.
    unsafe { (*mutator()).head.stack_limit = stack_limit }
    types::register_all();
    for &desc in imports::compiled() {
        // SAFETY: emitted data: the globals of each module are roots, unbound at first.
        unsafe {
            let (globals, count) = ((*desc).globals as *mut Value, (*desc).global_count as usize);
            for i in 0..count {
                *globals.add(i) = Value::UNBOUND;
            }
            memory::register_roots(globals, count);
        }
    }
    crate::builtins::fill(imports::names::builtins());
    let result = imports::import_compiled(imports::compiled()[0]);
    finish(result)
}

/// The exit status, once output is out and what was raised is printed.
fn finish(result: crate::core::R) -> i32 {
    let status = match result {
        Ok(_) => 0,
        Err(raised) => exceptions::uncaught::report(raised),
    };
    crate::builtins::streams::flush_stdout();
    status
}

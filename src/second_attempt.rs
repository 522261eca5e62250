//! A compiler that fails on a program tries once more with everything dynamic.
//!
//! Most of what can go wrong (a panic, LLVM that gives up, a crash inside it) goes wrong in what knowing types adds. The user
//! wants the program to run, so the process starts itself anew as `--no-specialize` would run: at once, from wherever it
//! failed, which works in a signal handler, too. What the second attempt says is then final. `-v` tells of it.
//!
//! In debug builds a failure is shown and ends the compiler, since there it is to be found. `TAIPAN_SECOND_ATTEMPT=0` and
//! `=1` choose; `TAIPAN_FAULT=panic`, `=abort` and `=broken-mir` make the first attempt fail.

use std::{
    ffi::{CString, c_char, c_int},
    os::unix::ffi::OsStringExt,
    ptr,
    sync::{
        OnceLock,
        atomic::{AtomicBool, Ordering},
    },
};

/// Set in the environment of the second attempt, and taken out of it at its start: programs do not see it.
const MARK: &str = "TAIPAN_IS_SECOND_ATTEMPT";

const SIGNALS: [c_int; 4] = [libc::SIGSEGV, libc::SIGBUS, libc::SIGILL, libc::SIGABRT];

/// Finds out whether this process is the second attempt: at its start, before there are threads.
pub fn recognize() {
    if std::env::var_os(MARK).is_some() {
        IS_THIS.store(true, Ordering::SeqCst);
        // No other thread runs yet.
        unsafe { std::env::remove_var(MARK) };
    }
}

/// Whether this process is the second attempt. It leaves out what only makes programs fast.
pub fn is_this() -> bool {
    IS_THIS.load(Ordering::SeqCst)
}

/// From here to [`disarm`] a failure begins the second attempt.
pub fn arm(verbose: bool) {
    if is_this() {
        return;
    }
    let wanted = match std::env::var("TAIPAN_SECOND_ATTEMPT").as_deref() {
        Ok(choice) => choice != "0",
        Err(_) => !cfg!(debug_assertions),
    };
    if !wanted {
        return;
    }
    START.get_or_init(|| Start::of_this_process(verbose));
    ARMED.store(true, Ordering::SeqCst);
    for signal in SIGNALS {
        let mut action: libc::sigaction = unsafe { std::mem::zeroed() };
        action.sa_sigaction = on_signal as *const () as usize;
        action.sa_flags = libc::SA_ONSTACK | libc::SA_NODEFER;
        unsafe { libc::sigaction(signal, &action, ptr::null_mut()) };
    }
}

pub fn disarm() {
    if ARMED.swap(false, Ordering::SeqCst) {
        for signal in SIGNALS {
            unsafe { libc::signal(signal, libc::SIG_DFL) };
        }
    }
}

/// Does not return if a second attempt is wanted and possible.
pub fn begin() {
    // Several threads may fail at once.
    if !ARMED.swap(false, Ordering::SeqCst) {
        return;
    }
    if let Some(start) = START.get() {
        start.execute();
    }
}

/// What the tests ask for.
pub fn fault_wanted(kind: &str) -> bool {
    ARMED.load(Ordering::SeqCst) && std::env::var("TAIPAN_FAULT").is_ok_and(|wanted| wanted == kind)
}

static IS_THIS: AtomicBool = AtomicBool::new(false);
static ARMED: AtomicBool = AtomicBool::new(false);
static START: OnceLock<Start> = OnceLock::new();

/// The arguments of `execve`, made beforehand: a signal handler may not allocate.
struct Start {
    arguments: Vec<*const c_char>,
    environment: Vec<*const c_char>,
    verbose: bool,
}

// Made once, never changed; the texts live as long as the process.
unsafe impl Send for Start {}
unsafe impl Sync for Start {}

impl Start {
    fn of_this_process(verbose: bool) -> Self {
        let kept =
            |bytes: Vec<u8>| CString::new(bytes).map_or(ptr::null(), |text| text.into_raw().cast_const());
        let mut arguments: Vec<_> = std::env::args_os().map(|arg| kept(arg.into_vec())).collect();
        let mut environment: Vec<_> = std::env::vars_os()
            .map(|(name, value)| kept([name.into_vec(), b"=".to_vec(), value.into_vec()].concat()))
            .collect();
        environment.push(kept(format!("{MARK}=1").into_bytes()));
        arguments.push(ptr::null());
        environment.push(ptr::null());
        Self { arguments, environment, verbose }
    }

    fn execute(&self) {
        const SAID: &str = "taipan: the compiler failed, and tries once more with everything dynamic\n";
        unsafe {
            if self.verbose {
                libc::write(2, SAID.as_ptr().cast(), SAID.len());
            }
            // A signal that is being handled stays blocked over `execve` otherwise.
            let mut none: libc::sigset_t = std::mem::zeroed();
            libc::sigemptyset(&mut none);
            libc::sigprocmask(libc::SIG_SETMASK, &none, ptr::null_mut());
            libc::execve(c"/proc/self/exe".as_ptr(), self.arguments.as_ptr(), self.environment.as_ptr());
        }
    }
}

extern "C" fn on_signal(signal: c_int) {
    begin();
    // Not possible: what the signal does by itself.
    unsafe {
        libc::signal(signal, libc::SIG_DFL);
        libc::raise(signal);
    }
}

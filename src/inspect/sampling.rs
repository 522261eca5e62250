//! Where a program spends its time: it runs, and every millisecond it is stopped for a moment and asked where it is.
//!
//! Time inside the runtime belongs to the Python line that called it. There are no frame pointers to follow; but the
//! stack's first word that is an address inside compiled Python code is, with few exceptions, the return address into the
//! calling line. A profiler of the system sees the innermost function only, so it is not used.

use crate::{driver, failure::Failure, session::Session};
use analysis::{explain::Explanation, mir};
use llvm_backend::Outputs;
use std::{
    collections::BTreeMap,
    ffi::OsString,
    mem::MaybeUninit,
    os::unix::process::CommandExt,
    path::Path,
    process::{Command, Stdio},
    thread,
    time::Duration,
};

const INTERVAL: Duration = Duration::from_millis(1);
/// How much of the stack is searched, in words.
const WORDS: usize = 8192;

pub struct Samples {
    /// Samples by file and line.
    places: BTreeMap<(String, u32), u32>,
    /// All samples, those that belong to no line too.
    total: u32,
    status: i32,
}

impl Samples {
    /// Heat becomes time.
    pub fn fill(&self, facts: &mut Explanation) {
        for file in &mut facts.files {
            for line in &mut file.lines {
                let count = self.places.get(&(file.full_path.clone(), line.line)).copied().unwrap_or(0);
                line.time = Some(f64::from(count) / f64::from(self.total.max(1)));
            }
        }
    }

    pub fn note(&self) -> String {
        let assigned: u32 = self.places.values().sum();
        let share = f64::from(assigned) / f64::from(self.total.max(1)) * 100.0;
        let status = match self.status {
            0 => String::new(),
            status => format!("; the program ended with status {status}"),
        };
        format!(
            "{} samples, one each millisecond, {share:.0}% of them in lines of the program{status}",
            self.total
        )
    }
}

/// Builds the program with debug information, runs it without output, and samples it.
pub fn run(session: &mut Session, mir: &mir::Program, args: &[OsString]) -> Result<Samples, Failure> {
    let folder = tempfile::tempdir().map_err(|error| {
        Failure::environment(format!("cannot make a folder for the executable: {error}"), "set TMPDIR")
    })?;
    let executable = folder.path().join("program");
    let before = std::mem::replace(&mut session.options.debug_info, true);
    let outputs = Outputs { executable: Some(executable.clone()), ..Outputs::default() };
    let generated = driver::generate(session, mir, outputs);
    session.options.debug_info = before;
    generated?;
    let lines = Lines::of(&executable)?;
    let mut command = Command::new(&executable);
    command.arg0(&session.shown).args(args).stdout(Stdio::null()).stderr(Stdio::null());
    sample(command, &lines).map_err(|error| {
        Failure::environment(format!("cannot sample the program: {error}"), "run without --hot")
    })
}

/// From addresses to lines, for code of Python functions only.
struct Lines {
    loader: addr2line::Loader,
    /// Addresses of the code; within it, a symbol says what is Python's.
    low: u64,
    high: u64,
}

impl Lines {
    fn of(executable: &Path) -> Result<Lines, Failure> {
        let loader = addr2line::Loader::new(executable)
            .map_err(|error| Failure::Bug(format!("the executable has no debug information: {error}")))?;
        // The linker keeps the objects' code together, before that of the runtime or after it: both ends by halving would
        // need a table of symbols, so the whole code is taken, and each address is asked for its symbol.
        Ok(Lines { loader, low: 0x1000, high: 1 << 32 })
    }

    fn find(&self, address: u64) -> Option<(String, u32)> {
        if !(self.low..self.high).contains(&address) {
            return None;
        }
        self.loader.find_symbol(address).filter(|symbol| symbol.starts_with("py."))?;
        let place = self.loader.find_location(address).ok()??;
        Some((place.file?.to_owned(), place.line.filter(|&line| line > 0)?))
    }
}

fn sample(mut command: Command, lines: &Lines) -> std::io::Result<Samples> {
    // SAFETY: one system call between fork and exec.
    unsafe {
        command.pre_exec(|| match libc::ptrace(libc::PTRACE_TRACEME, 0, 0, 0) {
            0 => Ok(()),
            _ => Err(std::io::Error::last_os_error()),
        });
    }
    let child = command.spawn()?;
    let pid = child.id() as i32;
    let mut samples = Samples { places: BTreeMap::new(), total: 0, status: 0 };
    let mut known: BTreeMap<u64, Option<(String, u32)>> = BTreeMap::new();
    let mut place = |address: u64| known.entry(address).or_insert_with(|| lines.find(address)).clone();
    let mut started = false;
    loop {
        let mut status = 0;
        // SAFETY: our own child; fills a local.
        if unsafe { libc::waitpid(pid, &mut status, libc::__WALL) } < 0 {
            match std::io::Error::last_os_error() {
                error if error.kind() == std::io::ErrorKind::Interrupted => continue,
                error => return Err(error),
            }
        }
        if !libc::WIFSTOPPED(status) {
            samples.status = match libc::WIFEXITED(status) {
                true => libc::WEXITSTATUS(status),
                false => 128 + libc::WTERMSIG(status),
            };
            return Ok(samples);
        }
        let mut signal = libc::WSTOPSIG(status);
        if !started {
            started = true;
            signal = 0;
            // SAFETY: our own child, stopped.
            unsafe { libc::ptrace(libc::PTRACE_SETOPTIONS, pid, 0, libc::PTRACE_O_EXITKILL) };
        } else if signal == libc::SIGSTOP {
            // Our own: it is not for the program.
            signal = 0;
            samples.total += 1;
            if let Some((instruction, stack)) = where_is(pid) {
                let found = place(instruction)
                    .or_else(|| stack.into_iter().find_map(|word| place(word.wrapping_sub(1))));
                found.into_iter().for_each(|place| *samples.places.entry(place).or_default() += 1);
            }
        }
        // SAFETY: our own child, stopped, then asked to stop again after the interval.
        unsafe { libc::ptrace(libc::PTRACE_CONT, pid, 0, signal) };
        thread::sleep(INTERVAL);
        // SAFETY: our own child, not waited for yet.
        unsafe { libc::kill(pid, libc::SIGSTOP) };
    }
}

/// The instruction pointer, and the words of the stack that look like addresses of code.
fn where_is(pid: i32) -> Option<(u64, Vec<u64>)> {
    let mut registers = MaybeUninit::<libc::user_regs_struct>::zeroed();
    // SAFETY: our own child, stopped; fills a local.
    let registers = unsafe {
        if libc::ptrace(libc::PTRACE_GETREGS, pid, 0, registers.as_mut_ptr()) != 0 {
            return None;
        }
        registers.assume_init()
    };
    let mut words = vec![0u64; WORDS];
    let mut read = 0;
    // The stack may end before: then less is asked for.
    for count in [WORDS, WORDS / 8, 64] {
        let local = libc::iovec { iov_base: words.as_mut_ptr().cast(), iov_len: count * 8 };
        let remote = libc::iovec { iov_base: registers.rsp as *mut libc::c_void, iov_len: count * 8 };
        // SAFETY: writes at most that many bytes into `words`.
        read = unsafe { libc::process_vm_readv(pid, &local, 1, &remote, 1, 0) };
        if read > 0 {
            break;
        }
    }
    words.truncate(read.max(0) as usize / 8);
    Some((registers.rip, words))
}

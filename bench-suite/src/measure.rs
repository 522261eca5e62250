//! Runs one process and says what it used: CPU, wall-clock time, peak memory, and a digest of what it printed.
//!
//! Peak memory is not `ru_maxrss`: the kernel counts into it what the process was before `exec`, a copy of ours. So the
//! process is traced for two moments only: it starts when `exec` is done, and just before it ends its own high-water mark
//! is read. Between these it runs without the kernel stopping it (but for signals). Where tracing is forbidden, `ru_maxrss`
//! has to do.

use serde::{Deserialize, Serialize};
use std::{
    fs::File,
    hash::{DefaultHasher, Hasher},
    io::{self, Read},
    mem::MaybeUninit,
    os::unix::process::{CommandExt, ExitStatusExt},
    path::PathBuf,
    process::{Command, ExitStatus, Stdio},
    sync::{
        atomic::{AtomicBool, Ordering},
        mpsc,
    },
    thread,
    time::{Duration, Instant},
};

/// What a stream carried, in constant memory.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Digest {
    pub bytes: u64,
    pub hash: u64,
}

/// How a process ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum End {
    Status(i32),
    Signal(i32),
    /// Killed at the time limit.
    TimedOut,
}

impl End {
    pub fn of(status: ExitStatus) -> End {
        match (status.code(), status.signal()) {
            (Some(code), _) => End::Status(code),
            (None, signal) => End::Signal(signal.unwrap_or(0)),
        }
    }
}

impl std::fmt::Display for End {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            End::Status(code) => write!(f, "exit status {code}"),
            End::Signal(signal) => write!(f, "killed by signal {signal}"),
            End::TimedOut => write!(f, "no end within the time limit"),
        }
    }
}

/// One finished process.
#[derive(Debug, Clone)]
pub struct Run {
    pub end: End,
    pub stdout: Digest,
    /// The last few kilobytes of standard error.
    pub stderr_tail: String,
    /// Seconds.
    pub user: f64,
    pub system: f64,
    pub wall: f64,
    /// Kilobytes.
    pub memory: u64,
}

static UNTRACEABLE: AtomicBool = AtomicBool::new(false);

/// How to start a process.
#[derive(Debug, Clone)]
pub struct Launch {
    pub command: Vec<String>,
    /// What the process believes to be called.
    pub arg0: Option<String>,
    pub folder: PathBuf,
    /// A file for standard input; otherwise it is empty.
    pub stdin: Option<PathBuf>,
}

impl Launch {
    /// In the current folder, without input.
    pub fn new(command: Vec<String>) -> Launch {
        Launch { command, arg0: None, folder: PathBuf::from("."), stdin: None }
    }

    /// The process, its output on pipes. It leads a process group: at the limit, and at the end, all that it started ends
    /// with it.
    pub(crate) fn process(&self) -> io::Result<Command> {
        let mut process = Command::new(&self.command[0]);
        process.args(&self.command[1..]).current_dir(&self.folder).process_group(0);
        process.stdout(Stdio::piped()).stderr(Stdio::piped());
        // Both must see a world in which nothing of an earlier run is left, and hash alike.
        process.env("PYTHONHASHSEED", "0").env("PYTHONDONTWRITEBYTECODE", "1");
        if let Some(arg0) = &self.arg0 {
            process.arg0(arg0);
        }
        match &self.stdin {
            Some(path) => process.stdin(File::open(path)?),
            None => process.stdin(Stdio::null()),
        };
        Ok(process)
    }
}

/// Runs a process to its end, or to the limit.
pub fn run(launch: &Launch, limit: Duration) -> io::Result<Run> {
    if !UNTRACEABLE.load(Ordering::Relaxed) {
        match run_once(launch, limit, true) {
            Err(error) if error.raw_os_error() == Some(libc::EPERM) => {
                UNTRACEABLE.store(true, Ordering::Relaxed);
            }
            done => return done,
        }
    }
    run_once(launch, limit, false)
}

fn run_once(launch: &Launch, limit: Duration, traced: bool) -> io::Result<Run> {
    let mut process = launch.process()?;
    if traced {
        // SAFETY: one system call between fork and exec.
        unsafe {
            process.pre_exec(|| match libc::ptrace(libc::PTRACE_TRACEME, 0, 0, 0) {
                0 => Ok(()),
                _ => Err(io::Error::from_raw_os_error(libc::EPERM)),
            });
        }
    }
    let mut child = process.spawn()?;
    let pid = child.id() as i32;
    let stdout = child.stdout.take().expect("a pipe");
    let stderr = child.stderr.take().expect("a pipe");
    let stdout = thread::spawn(move || digest(stdout));
    let stderr = thread::spawn(move || tail(stderr));
    let (done, wait) = mpsc::channel::<()>();
    let watch = thread::spawn(move || {
        let late = wait.recv_timeout(limit) == Err(mpsc::RecvTimeoutError::Timeout);
        if late {
            // SAFETY: the group of our own child, which is not waited for yet.
            unsafe { libc::kill(-pid, libc::SIGKILL) };
        }
        late
    });
    let waited = wait_for(pid, traced);
    drop(done);
    let late = watch.join().unwrap_or(false);
    // What the program left running would keep the pipes open.
    // SAFETY: as above; a group that is gone is an error that does not matter.
    unsafe { libc::kill(-pid, libc::SIGKILL) };
    let (stdout, stderr_tail) = (stdout.join().unwrap_or_default(), stderr.join().unwrap_or_default());
    let Waited { status, usage, wall, memory } = waited?;
    let seconds = |time: libc::timeval| time.tv_sec as f64 + time.tv_usec as f64 * 1e-6;
    Ok(Run {
        end: if late { End::TimedOut } else { End::of(status) },
        stdout,
        stderr_tail,
        user: seconds(usage.ru_utime),
        system: seconds(usage.ru_stime),
        wall: wall.as_secs_f64(),
        memory: memory.unwrap_or(usage.ru_maxrss as u64),
    })
}

struct Waited {
    status: ExitStatus,
    usage: libc::rusage,
    wall: Duration,
    memory: Option<u64>,
}

/// Waits for our child; if it is traced, from its stop after `exec` through its stop before the end.
fn wait_for(pid: i32, traced: bool) -> io::Result<Waited> {
    let mut usage = MaybeUninit::<libc::rusage>::zeroed();
    let mut start = Instant::now();
    let mut memory = None;
    let mut started = !traced;
    loop {
        let mut status = 0;
        // SAFETY: waits for our own child, whose handle is not waited for; fills two locals.
        if unsafe { libc::wait4(pid, &mut status, libc::__WALL, usage.as_mut_ptr()) } < 0 {
            match io::Error::last_os_error() {
                error if error.kind() == io::ErrorKind::Interrupted => continue,
                error => return Err(error),
            }
        }
        if !libc::WIFSTOPPED(status) {
            // SAFETY: zeroed, then filled by wait4.
            let usage = unsafe { usage.assume_init() };
            return Ok(Waited { status: ExitStatus::from_raw(status), usage, wall: start.elapsed(), memory });
        }
        let mut signal = libc::WSTOPSIG(status);
        if !started {
            started = true;
            signal = 0;
            // With an event for `exec`, a script that becomes another program is not sent a signal for it.
            let options = libc::PTRACE_O_TRACEEXIT | libc::PTRACE_O_TRACEEXEC | libc::PTRACE_O_EXITKILL;
            // SAFETY: our own child, stopped.
            unsafe { libc::ptrace(libc::PTRACE_SETOPTIONS, pid, 0, options) };
            start = Instant::now();
        } else if status >> 16 != 0 {
            signal = 0;
            if status >> 16 == libc::PTRACE_EVENT_EXIT {
                memory = high_water_mark(pid);
            }
        }
        // SAFETY: our own child, stopped; a signal that stopped it goes on to it.
        unsafe { libc::ptrace(libc::PTRACE_CONT, pid, 0, signal) };
    }
}

fn high_water_mark(pid: i32) -> Option<u64> {
    let text = std::fs::read_to_string(format!("/proc/{pid}/status")).ok()?;
    let line = text.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    line.trim().trim_end_matches(" kB").parse().ok()
}

/// Hashes whole blocks, so that the result does not depend on how the pipe cut the stream.
fn digest(mut pipe: impl Read) -> Digest {
    let mut block = vec![0; 1 << 16];
    let mut hasher = DefaultHasher::new();
    let mut bytes = 0u64;
    loop {
        let mut filled = 0;
        let mut ended = false;
        while filled < block.len() {
            match pipe.read(&mut block[filled..]) {
                Ok(0) => {
                    ended = true;
                    break;
                }
                Ok(count) => filled += count,
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                Err(_) => {
                    ended = true;
                    break;
                }
            }
        }
        hasher.write(&block[..filled]);
        bytes += filled as u64;
        if ended {
            return Digest { bytes, hash: hasher.finish() };
        }
    }
}

fn tail(mut pipe: impl Read) -> String {
    const KEPT: usize = 4096;
    let mut kept = Vec::new();
    let mut block = [0; 4096];
    while let Ok(count) = pipe.read(&mut block)
        && count > 0
    {
        kept.extend_from_slice(&block[..count]);
        if kept.len() > 2 * KEPT {
            kept.drain(..kept.len() - KEPT);
        }
    }
    String::from_utf8_lossy(&kept).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shell(script: &str, limit: Duration) -> Run {
        let command = ["sh", "-c", script].map(str::to_owned);
        run(&Launch::new(command.to_vec()), limit).expect("sh starts")
    }

    #[test]
    fn says_how_it_ended_and_what_it_printed() {
        let minute = Duration::from_secs(60);
        let run = shell("echo out; echo err >&2; exit 3", minute);
        assert_eq!(run.end, End::Status(3));
        assert_eq!(run.stdout.bytes, 4);
        assert_eq!(run.stderr_tail, "err\n");
        assert_eq!(run.stdout, shell("printf ou; sleep 0.05; echo t", minute).stdout);
        assert_ne!(run.stdout, shell("echo put", minute).stdout);
        assert_eq!(shell("kill -9 $$", minute).end, End::Signal(9));
    }

    #[test]
    fn a_process_that_hangs_is_killed_with_what_it_started() {
        let start = Instant::now();
        let run = shell("sleep 1000 & sleep 1000", Duration::from_millis(200));
        assert_eq!(run.end, End::TimedOut);
        assert!(start.elapsed() < Duration::from_secs(20));
    }

    #[test]
    fn memory_is_the_program_s_own() {
        let ours = vec![1u8; 200 << 20];
        let run = shell("exit 0", Duration::from_secs(60));
        assert!(ours.iter().map(|&b| b as usize).sum::<usize>() == 200 << 20);
        if !UNTRACEABLE.load(Ordering::Relaxed) {
            assert!(run.memory < 50 << 10, "{} kB", run.memory);
        }
    }
}

//! Runs a command with a time limit and keeps what it printed.

use std::{
    io::{Read, Write},
    os::unix::process::{CommandExt, ExitStatusExt},
    process::{Command, Stdio},
    sync::mpsc,
    thread,
    time::Duration,
};

pub struct Outcome {
    pub stdout: Vec<u8>,
    pub stderr: Vec<u8>,
    /// `None` if a signal ended it.
    pub status: Option<i32>,
    signal: Option<i32>,
}

impl Outcome {
    pub fn status_text(&self) -> String {
        match (self.status, self.signal) {
            (Some(status), _) => status.to_string(),
            (None, signal) => format!("signal {}", signal.unwrap_or(0)),
        }
    }
}

pub fn run(mut command: Command, input: &[u8], timeout: Duration) -> Result<Outcome, String> {
    command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    // A process group of its own: on a time-out the compiler and the program it started end together.
    command.process_group(0);
    let mut child = command.spawn().map_err(|error| format!("cannot start {command:?}: {error}"))?;
    let mut stdin = child.stdin.take().expect("a pipe");
    let input = input.to_vec();
    thread::spawn(move || stdin.write_all(&input));
    let reader = |mut pipe: Box<dyn Read + Send>| {
        thread::spawn(move || {
            let mut bytes = Vec::new();
            let _ = pipe.read_to_end(&mut bytes);
            bytes
        })
    };
    let stdout = reader(Box::new(child.stdout.take().expect("a pipe")));
    let stderr = reader(Box::new(child.stderr.take().expect("a pipe")));
    let group = child.id() as i32;
    let (done, wait) = mpsc::channel();
    thread::spawn(move || done.send(child.wait()));
    let status = match wait.recv_timeout(timeout) {
        Ok(status) => status.map_err(|error| error.to_string())?,
        Err(_) => {
            unsafe { libc::kill(-group, libc::SIGKILL) };
            let _ = wait.recv();
            return Err(format!("no end after {} seconds", timeout.as_secs()));
        }
    };
    Ok(Outcome {
        stdout: stdout.join().unwrap_or_default(),
        stderr: stderr.join().unwrap_or_default(),
        status: status.code(),
        signal: status.signal(),
    })
}

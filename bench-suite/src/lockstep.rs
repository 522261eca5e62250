//! Two processes on the same input, side by side: the first place where what they print differs, in constant memory.
//!
//! Each stream is read from both at the same pace and compared as it comes, so a difference at the start of an endless output
//! is seen at once. After a difference both get a moment to end by themselves, because their exit statuses and tracebacks
//! often say why.

use crate::measure::{End, Launch};
use std::{
    collections::VecDeque,
    io::{self, Read, Write},
    process::{Child, ChildStdin, Stdio},
    sync::mpsc::{self, Receiver, RecvTimeoutError, Sender, SyncSender},
    thread,
    time::{Duration, Instant},
};

/// Where the input comes from.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Input {
    /// What each launch says.
    Own,
    /// Our own standard input, copied to both.
    Shared,
}

pub struct Comparison {
    pub stdout: Option<Difference>,
    pub stderr: Option<Difference>,
    /// None: it was stopped because of a difference.
    pub ends: [Option<End>; 2],
    pub seconds: [f64; 2],
    /// Equal bytes of the two streams.
    pub stdout_bytes: u64,
    pub stderr_bytes: u64,
}

/// The first place where two streams differ.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Difference {
    /// Counts from 1.
    pub line: u64,
    /// The last lines before it, which are equal.
    pub before: Vec<String>,
    /// How many bytes of the line are equal.
    pub column: usize,
    /// The line and a few more of each; empty if the stream ended there.
    pub lines: [Vec<String>; 2],
}

impl Comparison {
    pub fn is_equal(&self) -> bool {
        self.stdout.is_none() && self.stderr.is_none() && self.ends[0] == self.ends[1]
    }
}

/// How long both may go on after a difference.
const GRACE: Duration = Duration::from_secs(2);
const LINES_BEFORE: usize = 3;
const LINES_AFTER: usize = 4;
/// What is kept of a line.
const LINE_BYTES: usize = 400;

pub fn compare(launches: [&Launch; 2], input: Input, limit: Duration) -> io::Result<Comparison> {
    let mut children: Vec<Child> = Vec::new();
    for launch in launches {
        let mut process = launch.process()?;
        if input == Input::Shared {
            process.stdin(Stdio::piped());
        }
        match process.spawn() {
            Ok(child) => children.push(child),
            Err(error) => {
                children.iter_mut().for_each(kill);
                return Err(io::Error::new(
                    error.kind(),
                    format!("cannot start {}: {error}", launch.command[0]),
                ));
            }
        }
    }
    let start = Instant::now();
    if input == Input::Shared {
        share_stdin(children.iter_mut().filter_map(|child| child.stdin.take()).collect());
    }
    let (found, finds) = mpsc::channel();
    let stdout = {
        // Few blocks are kept: who is ahead waits.
        let pipes = children.iter_mut().map(|child| child.stdout.take().expect("a pipe"));
        let blocks: Vec<_> = pipes.map(bounded).collect();
        follow(blocks, found.clone())
    };
    let stderr = {
        // Not bounded: a process that waits on one stream could keep the other process waiting on the other.
        let pipes = children.iter_mut().map(|child| child.stderr.take().expect("a pipe"));
        let blocks: Vec<_> = pipes.map(unbounded).collect();
        follow(blocks, found.clone())
    };
    let groups: Vec<i32> = children.iter().map(|child| child.id() as i32).collect();
    let (ended, ends) = mpsc::channel();
    for (side, mut child) in children.into_iter().enumerate() {
        let ended = ended.clone();
        thread::spawn(move || {
            let status = child.wait();
            let _ = ended.send((side, status, start.elapsed()));
        });
    }
    let mut comparison = Comparison {
        stdout: None,
        stderr: None,
        ends: [None; 2],
        seconds: [0.0; 2],
        stdout_bytes: 0,
        stderr_bytes: 0,
    };
    let mut deadline = start + limit;
    let mut stopped = false;
    let mut differs = false;
    let mut running = 2;
    while running > 0 {
        if !differs && finds.try_recv().is_ok() {
            differs = true;
            deadline = deadline.min(Instant::now() + GRACE);
        }
        match ends.recv_timeout(Duration::from_millis(20)) {
            Ok((side, status, took)) => {
                running -= 1;
                comparison.seconds[side] = took.as_secs_f64();
                comparison.ends[side] = match status {
                    _ if stopped && differs => None,
                    _ if stopped => Some(End::TimedOut),
                    Ok(status) => Some(End::of(status)),
                    Err(error) => return Err(error),
                };
            }
            Err(RecvTimeoutError::Timeout) if !stopped && Instant::now() > deadline => {
                stopped = true;
                groups.iter().for_each(|&group| kill_group(group));
            }
            Err(RecvTimeoutError::Timeout) => {}
            Err(RecvTimeoutError::Disconnected) => break,
        }
    }
    // What they left running would keep the pipes open.
    groups.iter().for_each(|&group| kill_group(group));
    let stopped_early = comparison.ends.contains(&Some(End::TimedOut)) || comparison.ends.contains(&None);
    let [stdout, stderr] = [stdout, stderr].map(|thread| thread.join().unwrap_or_default());
    // A stream that was cut because its process was stopped says nothing.
    let keep =
        |found: Option<Difference>| found.filter(|d| !stopped_early || d.lines.iter().all(|l| !l.is_empty()));
    (comparison.stdout, comparison.stdout_bytes) = (keep(stdout.0), stdout.1);
    (comparison.stderr, comparison.stderr_bytes) = (keep(stderr.0), stderr.1);
    Ok(comparison)
}

fn kill(child: &mut Child) {
    kill_group(child.id() as i32);
    let _ = child.wait();
}

fn kill_group(group: i32) {
    // SAFETY: the process group of a child of ours; one that is gone is an error that does not matter.
    unsafe { libc::kill(-group, libc::SIGKILL) };
}

/// Copies our standard input to both. The thread is never waited for: the input may stay open.
fn share_stdin(mut pipes: Vec<ChildStdin>) {
    thread::spawn(move || {
        let mut block = [0; 1 << 14];
        while let Ok(count) = io::stdin().read(&mut block)
            && count > 0
            && !pipes.is_empty()
        {
            pipes.retain_mut(|pipe| pipe.write_all(&block[..count]).and_then(|()| pipe.flush()).is_ok());
        }
    });
}

type Blocks = Receiver<Vec<u8>>;

fn bounded(pipe: impl Read + Send + 'static) -> Blocks {
    let (give, take): (SyncSender<Vec<u8>>, Blocks) = mpsc::sync_channel(4);
    thread::spawn(move || read_blocks(pipe, |block| give.send(block).is_ok()));
    take
}

fn unbounded(pipe: impl Read + Send + 'static) -> Blocks {
    let (give, take): (Sender<Vec<u8>>, Blocks) = mpsc::channel();
    thread::spawn(move || read_blocks(pipe, |block| give.send(block).is_ok()));
    take
}

fn read_blocks(mut pipe: impl Read, mut give: impl FnMut(Vec<u8>) -> bool) {
    let mut block = vec![0; 1 << 16];
    loop {
        match pipe.read(&mut block) {
            Ok(0) => return,
            Ok(count) if !give(block[..count].to_vec()) => return,
            Ok(_) => {}
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(_) => return,
        }
    }
}

/// One side of a stream: the block at hand, and those to come.
struct Side {
    blocks: Blocks,
    block: Vec<u8>,
    at: usize,
}

impl Side {
    fn rest(&mut self) -> &[u8] {
        if self.at == self.block.len()
            && let Ok(block) = self.blocks.recv()
        {
            (self.block, self.at) = (block, 0);
        }
        &self.block[self.at..]
    }

    /// The next byte if it comes soon.
    fn byte(&mut self) -> Option<u8> {
        if self.at == self.block.len() {
            self.block = self.blocks.recv_timeout(Duration::from_millis(500)).ok()?;
            self.at = 0;
        }
        self.at += 1;
        Some(self.block[self.at - 1])
    }
}

type Found = (Option<Difference>, u64);

/// Compares the two sides of one stream; afterwards reads on, so that nobody waits for us.
fn follow(blocks: Vec<Blocks>, found: Sender<()>) -> thread::JoinHandle<Found> {
    thread::spawn(move || {
        let mut sides = blocks.into_iter().map(|blocks| Side { blocks, block: Vec::new(), at: 0 });
        let (Some(mut a), Some(mut b)) = (sides.next(), sides.next()) else { return (None, 0) };
        let result = first_difference(&mut a, &mut b);
        if result.0.is_some() {
            let _ = found.send(());
            let drain = thread::spawn(move || while a.blocks.recv().is_ok() {});
            while b.blocks.recv().is_ok() {}
            let _ = drain.join();
        }
        result
    })
}

fn first_difference(a: &mut Side, b: &mut Side) -> Found {
    let mut line = 1;
    let mut bytes = 0;
    let mut before: VecDeque<Vec<u8>> = VecDeque::new();
    let mut current: Vec<u8> = Vec::new();
    let mut column = 0;
    loop {
        let (left, right) = (a.rest(), b.rest());
        if left.is_empty() && right.is_empty() {
            return (None, bytes);
        }
        let common = left.len().min(right.len());
        let equal = match left[..common] == right[..common] {
            true => common,
            false => left.iter().zip(right).take_while(|(l, r)| l == r).count(),
        };
        for part in left[..equal].split_inclusive(|&byte| byte == b'\n') {
            let room = LINE_BYTES.saturating_sub(current.len());
            current.extend_from_slice(&part[..part.len().min(room)]);
            column += part.len();
            if part.ends_with(b"\n") {
                before.push_back(std::mem::take(&mut current));
                before.truncate(LINES_BEFORE + 1);
                if before.len() > LINES_BEFORE {
                    before.pop_front();
                }
                line += 1;
                column = 0;
            }
        }
        bytes += equal as u64;
        a.at += equal;
        b.at += equal;
        if equal < common || (equal == 0 && common == 0) {
            let lines = [a, b].map(|side| lines_from(side, &current));
            let before = before.iter().map(|line| shown(line)).collect();
            return (Some(Difference { line, before, column, lines }), bytes);
        }
    }
}

/// The line that began with `start`, and a few more.
fn lines_from(side: &mut Side, start: &[u8]) -> Vec<String> {
    let mut lines = vec![start.to_vec()];
    let mut any = false;
    while let Some(byte) = side.byte() {
        any = true;
        let line = lines.last_mut().expect("never empty");
        if line.len() < LINE_BYTES {
            line.push(byte);
        }
        if byte == b'\n' {
            if lines.len() == LINES_AFTER {
                break;
            }
            lines.push(Vec::new());
        }
    }
    if !any && start.is_empty() {
        return Vec::new();
    }
    if lines.last().is_some_and(|line| line.is_empty()) {
        lines.pop();
    }
    lines.iter().map(|line| shown(line)).collect()
}

/// A line as it is printed: without its end, bytes that are no text as escapes.
fn shown(line: &[u8]) -> String {
    let line = line.strip_suffix(b"\n").unwrap_or(line);
    match std::str::from_utf8(line) {
        Ok(text) => text.to_owned(),
        Err(_) => line.escape_ascii().to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn compared(a: &str, b: &str) -> Comparison {
        let launch = |script: &str| Launch::new(["sh", "-c", script].map(str::to_owned).to_vec());
        compare([&launch(a), &launch(b)], Input::Own, Duration::from_secs(20)).expect("sh starts")
    }

    #[test]
    fn equal_streams() {
        let found = compared("seq 100000; echo x >&2; exit 3", "seq 100000; echo x >&2; exit 3");
        assert!(found.is_equal() && found.stdout_bytes == 588_895 && found.ends[0] == Some(End::Status(3)));
    }

    #[test]
    fn the_first_difference_has_its_line_and_what_is_around_it() {
        let found = compared("seq 5000", "seq 2499; echo 25x0; seq 2501 5000");
        let difference = found.stdout.expect("a difference");
        assert_eq!((difference.line, difference.column), (2500, 2));
        assert_eq!(difference.before, ["2497", "2498", "2499"]);
        assert_eq!(difference.lines[0][..2], ["2500", "2501"]);
        assert_eq!(difference.lines[1][0], "25x0");
    }

    #[test]
    fn an_end_too_early_and_a_status_differ() {
        let found = compared("echo a; echo b", "echo a; exit 1");
        assert_eq!(found.stdout.expect("a difference").lines, [vec!["b".to_owned()], vec![]]);
        assert_eq!(found.ends, [Some(End::Status(0)), Some(End::Status(1))]);
    }

    #[test]
    fn endless_outputs_that_differ_are_stopped() {
        let found = compared("yes", "echo y; yes n");
        assert_eq!(found.stdout.expect("a difference").line, 2);
    }
}

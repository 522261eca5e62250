//! Bytes of a file descriptor, buffered in both directions. No Python objects in here.

use crate::builtins::{print, streams};
use crate::start::interrupt;
use std::os::fd::RawFd;

/// How writes reach the system.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Buffering {
    /// When the buffer is full.
    Block,
    /// At the end of each line as well.
    Line,
    /// At once.
    None,
}

pub struct Stream {
    /// -1 once closed.
    pub fd: RawFd,
    pub readable: bool,
    pub writable: bool,
    pub buffering: Buffering,
    /// Whether the descriptor is closed with the stream.
    pub owns_fd: bool,
    /// Standard input and output share the buffers of `input` and `print`.
    pub standard: bool,
    read: Vec<u8>,
    /// How much of `read` was taken.
    taken: usize,
    write: Vec<u8>,
    /// Lines are being taken by a `for` loop: the position is not known in CPython.
    pub iterating: bool,
}

type Io<T> = Result<T, i32>;

const CHUNK: usize = 8192;

fn code(e: std::io::Error) -> i32 {
    e.raw_os_error().unwrap_or(libc::EIO)
}

fn errno() -> i32 {
    std::io::Error::last_os_error().raw_os_error().unwrap_or(libc::EIO)
}

impl Stream {
    pub fn new(fd: RawFd, readable: bool, writable: bool, buffering: Buffering, owns_fd: bool) -> Stream {
        Stream {
            fd,
            readable,
            writable,
            buffering,
            owns_fd,
            standard: false,
            read: Vec::new(),
            taken: 0,
            write: Vec::new(),
            iterating: false,
        }
    }

    /// Forgets what was read ahead: the next write goes behind it.
    pub fn forget_read_ahead(&mut self) {
        self.read.clear();
        self.taken = 0;
    }

    /// What was read and not yet taken.
    pub fn pending(&self) -> &[u8] {
        if self.standard && self.fd == 0 {
            return print::pending();
        }
        &self.read[self.taken..]
    }
    /// Takes the first `n` pending bytes.
    pub fn take(&mut self, n: usize) {
        if self.standard && self.fd == 0 {
            return print::take(n);
        }
        self.taken += n;
        if self.taken == self.read.len() {
            self.read.clear();
            self.taken = 0;
        }
    }
    /// Reads some more bytes behind the pending ones; 0 at the end of the file.
    pub fn fill(&mut self) -> Io<usize> {
        if self.standard && self.fd == 0 {
            let more = print::fill();
            return if !more && interrupt::is_pending() { Err(libc::EINTR) } else { Ok(more as usize) };
        }
        self.flush()?;
        if self.taken > 0 {
            self.read.drain(..self.taken);
            self.taken = 0;
        }
        let old = self.read.len();
        let room = CHUNK.max(old);
        self.read.resize(old + room, 0);
        loop {
            // SAFETY: the buffer has room for that many bytes.
            let n = interrupt::waiting(|| unsafe {
                libc::read(self.fd, self.read.as_mut_ptr().add(old).cast(), room)
            });
            if n >= 0 {
                self.read.truncate(old + n as usize);
                return Ok(n as usize);
            }
            if errno() != libc::EINTR || interrupt::is_pending() {
                self.read.truncate(old);
                return Err(errno());
            }
        }
    }

    pub fn write(&mut self, bytes: &[u8]) -> Io<()> {
        if !self.pending().is_empty() {
            self.drop_read_ahead()?;
        }
        if self.standard && self.fd == 1 {
            return streams::push_stdout(bytes).map_err(code);
        }
        self.write.extend_from_slice(bytes);
        let now = match self.buffering {
            Buffering::None => true,
            Buffering::Line => memchr::memchr(b'\n', bytes).is_some() || self.write.len() >= CHUNK,
            Buffering::Block => self.write.len() >= CHUNK,
        };
        if now { self.flush() } else { Ok(()) }
    }

    pub fn flush(&mut self) -> Io<()> {
        if self.standard && self.fd == 1 {
            return streams::flush_at_exit().map_err(code);
        }
        let mut done = 0;
        while done < self.write.len() {
            let rest = &self.write[done..];
            // SAFETY: a valid buffer.
            let n = unsafe { libc::write(self.fd, rest.as_ptr().cast(), rest.len()) };
            if n >= 0 {
                done += n as usize;
            } else if errno() != libc::EINTR {
                let e = errno();
                self.write.drain(..done);
                return Err(e);
            }
        }
        self.write.clear();
        Ok(())
    }

    /// Gives back what was read ahead, so that the system's position is ours.
    fn drop_read_ahead(&mut self) -> Io<()> {
        let ahead = self.pending().len() as i64;
        self.read.clear();
        self.taken = 0;
        if ahead > 0 {
            // SAFETY: a plain system call. A pipe cannot seek, and has nothing to give back to.
            unsafe { libc::lseek(self.fd, -ahead, libc::SEEK_CUR) };
        }
        Ok(())
    }

    pub fn position(&mut self) -> Io<i64> {
        self.flush()?;
        // SAFETY: a plain system call.
        let at = unsafe { libc::lseek(self.fd, 0, libc::SEEK_CUR) };
        if at < 0 { Err(errno()) } else { Ok(at - self.pending().len() as i64) }
    }

    pub fn seek(&mut self, offset: i64, whence: i32) -> Io<i64> {
        self.flush()?;
        self.drop_read_ahead()?;
        // SAFETY: a plain system call.
        let at = unsafe { libc::lseek(self.fd, offset, whence) };
        if at < 0 { Err(errno()) } else { Ok(at) }
    }

    pub fn truncate(&mut self, size: i64) -> Io<()> {
        self.flush()?;
        // SAFETY: a plain system call.
        if unsafe { libc::ftruncate(self.fd, size) } < 0 { Err(errno()) } else { Ok(()) }
    }

    pub fn is_terminal(&self) -> bool {
        // SAFETY: a plain system call.
        unsafe { libc::isatty(self.fd) == 1 }
    }

    pub fn can_seek(&self) -> bool {
        // SAFETY: a plain system call.
        unsafe { libc::lseek(self.fd, 0, libc::SEEK_CUR) >= 0 }
    }

    pub fn is_closed(&self) -> bool {
        self.fd < 0
    }

    pub fn close(&mut self) -> Io<()> {
        if self.is_closed() {
            return Ok(());
        }
        let flushed = self.flush();
        if self.owns_fd {
            // SAFETY: our descriptor.
            unsafe { libc::close(self.fd) };
        }
        self.fd = -1;
        self.read = Vec::new();
        self.write = Vec::new();
        self.taken = 0;
        flushed
    }
}

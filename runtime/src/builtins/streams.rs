//! Standard output and error as the runtime itself writes them.
//!
//! `print` writes to this buffer as long as `sys.stdout` was not replaced; the file object that
//! `sys.stdout` is shares it.

use crate::core::{R, StrObj, Value};
use crate::exceptions::os_error;
use crate::memory::Root;
use std::io::Write;

struct Output {
    buffer: Vec<u8>,
    fd: i32,
    is_terminal: Option<bool>,
}

const CAPACITY: usize = 1 << 16;

static mut STDOUT: Output = Output { buffer: Vec::new(), fd: 1, is_terminal: None };

fn stdout() -> &'static mut Output {
    // SAFETY: one mutator thread; no reference is kept across calls.
    unsafe { &mut *(&raw mut STDOUT) }
}

/// The namespace of the module `sys` once it was imported: there a program may replace the streams.
pub static SYS: Root = Root::new();

/// What `sys.stdin`, `sys.stdout` or `sys.stderr` was replaced with; None while it is the process's own.
pub fn replaced(fd: usize) -> Option<Value> {
    let namespace = SYS.get().bound()?;
    let name = match fd {
        0 => name!("stdin"),
        1 => name!("stdout"),
        _ => name!("stderr"),
    };
    let file = crate::containers::DictObj::get_str(namespace.cast(), name)?;
    if crate::modules::io::file_type::is_standard(file, fd) { None } else { Some(file) }
}

fn write_all(fd: i32, mut bytes: &[u8]) -> std::io::Result<()> {
    while !bytes.is_empty() {
        // SAFETY: a valid slice.
        let n = unsafe { libc::write(fd, bytes.as_ptr().cast(), bytes.len()) };
        if n < 0 {
            let e = std::io::Error::last_os_error();
            if e.kind() == std::io::ErrorKind::Interrupted {
                continue;
            }
            return Err(e);
        }
        bytes = &bytes[n as usize..];
    }
    Ok(())
}

/// Bytes to standard output; a terminal sees whole lines at once.
pub fn write_stdout(bytes: &[u8]) -> R<()> {
    push_stdout(bytes).map_err(|e| os_error::raise_io(&e, None))
}

/// As [`write_stdout`], with the system's error.
pub fn push_stdout(bytes: &[u8]) -> std::io::Result<()> {
    let out = stdout();
    out.buffer.extend_from_slice(bytes);
    let terminal = *out.is_terminal.get_or_insert_with(|| {
        // SAFETY: a plain question about a descriptor.
        unsafe { libc::isatty(1) == 1 }
    });
    if out.buffer.len() >= CAPACITY || (terminal && bytes.contains(&b'\n')) {
        return flush_at_exit();
    }
    Ok(())
}

/// `sys.stdout.flush()`
pub fn flush_checked() -> R<()> {
    let out = stdout();
    let result = write_all(out.fd, &out.buffer);
    out.buffer.clear();
    result.map_err(|e| os_error::raise_io(&e, None))
}

/// Flushes and forgets errors: where nobody can be told.
pub fn flush_stdout() {
    let out = stdout();
    let _ = write_all(out.fd, &out.buffer);
    out.buffer.clear();
}

/// Flushes at exit; `false` if the reader is gone.
pub fn flush_at_exit() -> Result<(), std::io::Error> {
    let out = stdout();
    let result = write_all(out.fd, &out.buffer);
    out.buffer.clear();
    result
}

/// Text to standard error, unbuffered, through `sys.stderr` if it was replaced.
pub fn write_stderr(text: &str) {
    if let Some(file) = replaced(2) {
        let s = StrObj::from_str(text).value();
        if let Err(raised) = crate::objects::ops::call_method(file, name!("write"), &[s]) {
            let _ = crate::core::error::take_pending(raised);
        } else {
            return;
        }
    }
    flush_stdout();
    let _ = std::io::stderr().write_all(text.as_bytes());
}

/// The UTF-8 of a `str`; lone surrogates are a UnicodeEncodeError.
pub fn encode(s: crate::core::Gc<StrObj>, out: &mut Vec<u8>) -> R<()> {
    if let Some(t) = s.as_ascii() {
        out.extend_from_slice(t.as_bytes());
        return Ok(());
    }
    for (i, c) in s.iter().enumerate() {
        match char::from_u32(c) {
            Some(c) => {
                let mut room = [0u8; 4];
                out.extend_from_slice(c.encode_utf8(&mut room).as_bytes());
            }
            None => {
                return Err(crate::exceptions::unicode_error::raise_encode(
                    "utf-8",
                    s.value(),
                    i,
                    i + 1,
                    "surrogates not allowed",
                ));
            }
        }
    }
    Ok(())
}

/// The replaced `sys.stdout`, if any.
pub fn replaced_stdout() -> Option<Value> {
    replaced(1)
}

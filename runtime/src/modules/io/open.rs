//! `open`

use super::super::ids;
use super::file_type::{self, new_file};
use super::stream::{Buffering, Stream};
use crate::core::{Args, R, Value};
use crate::exceptions::os_error::raise_errno;
use crate::numbers::int_object::as_int;
use crate::objects::ops;
use crate::types::MethodDef;
use runtime_interface::tag;
use std::ffi::CString;

/// What a mode string asks for.
struct Mode {
    reading: bool,
    writing: bool,
    appending: bool,
    creating: bool,
    updating: bool,
    binary: bool,
}

fn parse_mode(text: &str) -> R<Mode> {
    let invalid = || raise!(ValueError, "invalid mode: '{text}'");
    let has = |c| text.contains(c);
    let repeated = text.chars().enumerate().any(|(i, c)| text[..i].contains(c));
    if repeated || text.chars().any(|c| !"rwaxbt+U".contains(c)) || has('U') {
        return Err(invalid());
    }
    let mode = Mode {
        reading: has('r'),
        writing: has('w'),
        appending: has('a'),
        creating: has('x'),
        updating: has('+'),
        binary: has('b'),
    };
    if has('b') && has('t') {
        return Err(raise!(ValueError, "can't have text and binary mode at once"));
    }
    let kinds = [mode.reading, mode.writing, mode.appending, mode.creating];
    let count = kinds.iter().filter(|&&k| k).count();
    if count == 0 {
        return Err(raise!(
            ValueError,
            "Must have exactly one of create/read/write/append mode and at most one plus"
        ));
    }
    if count != 1 {
        return Err(raise!(ValueError, "must have exactly one of create/read/write/append mode"));
    }
    Ok(mode)
}

/// The bytes of a path given as str, bytes or an object with `__fspath__`.
pub fn path_bytes(v: Value, function: &str) -> R<CString> {
    let mut v = v;
    if ops::as_str(v).is_none() && crate::bytes::object::as_bytes(v).is_none() {
        match ops::call_special_optional(v, name!("__fspath__"), &[])? {
            Some(path) => v = path,
            None => {
                let name = ops::type_name(v);
                return Err(raise!(
                    TypeError,
                    "{function}expected str, bytes or os.PathLike object, not {name}"
                ));
            }
        }
    }
    let bytes = match ops::as_str(v) {
        Some(s) => {
            let encoded = crate::text::encode_methods::encode(
                s,
                name!("utf-8").value(),
                name!("surrogateescape").value(),
                "encode",
            )?;
            crate::bytes::object::BytesObj::slice(encoded).to_vec()
        }
        None => crate::bytes::object::bytes_argument(v)?.to_vec(),
    };
    CString::new(bytes).map_err(|_| raise!(ValueError, "embedded null byte"))
}

fn optional_text(v: Value, name: &str) -> R<Value> {
    match v.bound() {
        None => Ok(Value::NONE),
        Some(v) if v.is_none() || ops::as_str(v).is_some() => Ok(v),
        Some(v) => {
            let kind = ops::type_name(v);
            Err(raise!(TypeError, "open() argument '{name}' must be str or None, not {kind}"))
        }
    }
}

pub fn open(args: &Args) -> R {
    file_type::register();
    let names = ["file", "mode", "buffering", "encoding", "errors", "newline", "closefd", "opener"];
    let [file, mode, buffering, encoding, errors, newline, closefd, _opener] =
        args.bind("open", names, 0, 8, 1)?;
    let mode_text = match mode.bound() {
        None => "r".to_owned(),
        Some(m) => match ops::as_str(m) {
            Some(m) => m.to_string_lossy(),
            None => {
                let name = ops::type_name(m);
                return Err(raise!(TypeError, "open() argument 'mode' must be str, not {name}"));
            }
        },
    };
    let mode = parse_mode(&mode_text)?;
    let encoding = optional_text(encoding, "encoding")?;
    let errors = optional_text(errors, "errors")?;
    let newline = optional_text(newline, "newline")?;
    if mode.binary {
        for (v, name) in [(encoding, "an encoding"), (errors, "an errors"), (newline, "a newline")] {
            if !v.is_none() {
                return Err(raise!(ValueError, "binary mode doesn't take {name} argument"));
            }
        }
    }
    if let Some(n) = ops::as_str(newline)
        && !["", "\n", "\r", "\r\n"].iter().any(|t| n.eq_str(t))
    {
        return Err(raise!(ValueError, "illegal newline value: {}", n.to_string_lossy()));
    }
    if let Some(e) = ops::as_str(encoding)
        && crate::text::codec::lookup(&e.to_string_lossy()).is_none()
        && !e.eq_str("locale")
    {
        return Err(raise!(LookupError, "unknown encoding: {}", e.to_string_lossy()));
    }
    let buffering = match buffering.bound() {
        None => -1,
        Some(v) => as_int(ops::index(v)?).expect("an int").clamped(),
    };
    if buffering == 0 && !mode.binary {
        return Err(raise!(ValueError, "can't have unbuffered text I/O"));
    }
    let readable = mode.reading || mode.updating;
    let writable = !mode.reading || mode.updating;
    let (fd, owns) = descriptor(file, &mode, readable, writable, closefd)?;
    let kind = match buffering {
        0 => Buffering::None,
        1 if !mode.binary => Buffering::Line,
        _ => Buffering::Block,
    };
    let stream = Stream::new(fd, readable, writable, kind, owns);
    if !mode.binary {
        let mut f = new_file(tag::FILE, stream, file, &mode_text);
        f.encoding = if encoding.is_none() { name!("UTF-8").value() } else { encoding };
        f.errors = if errors.is_none() { name!("strict").value() } else { errors };
        f.newline = newline;
        f.barrier();
        return Ok(f.value());
    }
    let id = match (readable, writable) {
        (true, true) => ids::BUFFERED_RANDOM,
        (true, false) => ids::BUFFERED_READER,
        _ => ids::BUFFERED_WRITER,
    };
    let base = match (mode.reading, mode.writing, mode.appending) {
        (true, ..) => "rb",
        (_, true, _) => "wb",
        (.., true) => "ab",
        _ => "xb",
    };
    let shown = if mode.updating { format!("{base}+") } else { base.to_owned() };
    Ok(new_file(id, stream, file, &shown).value())
}

fn descriptor(file: Value, mode: &Mode, readable: bool, writable: bool, closefd: Value) -> R<(i32, bool)> {
    if let Some(n) = as_int(file) {
        let fd = n.clamped();
        if fd < 0 {
            return Err(raise!(ValueError, "negative file descriptor"));
        }
        let owns = closefd.bound().map_or(Ok(true), ops::truth)?;
        return Ok((fd as i32, owns));
    }
    let path = path_bytes(file, "")?;
    let mut flags = libc::O_CLOEXEC
        | match (readable, writable) {
            (true, true) => libc::O_RDWR,
            (true, false) => libc::O_RDONLY,
            _ => libc::O_WRONLY,
        };
    if mode.writing {
        flags |= libc::O_CREAT | libc::O_TRUNC;
    }
    if mode.appending {
        flags |= libc::O_CREAT | libc::O_APPEND;
    }
    if mode.creating {
        flags |= libc::O_CREAT | libc::O_EXCL;
    }
    // SAFETY: a valid path; the descriptor is ours.
    unsafe {
        let fd = libc::open(path.as_ptr(), flags, 0o666);
        if fd < 0 {
            let errno = std::io::Error::last_os_error().raw_os_error().unwrap_or(0);
            return Err(raise_errno(errno, Some(file)));
        }
        let mut info: libc::stat = std::mem::zeroed();
        if libc::fstat(fd, &mut info) == 0 && info.st_mode & libc::S_IFMT == libc::S_IFDIR {
            libc::close(fd);
            return Err(raise_errno(libc::EISDIR, Some(file)));
        }
        if mode.appending {
            libc::lseek(fd, 0, libc::SEEK_END);
        }
        Ok((fd, true))
    }
}

/// The builtin function.
pub const FUNCTIONS: &[MethodDef] = &[MethodDef::function("open", open)];

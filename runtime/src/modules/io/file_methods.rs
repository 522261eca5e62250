//! Methods of file objects.

use super::file_type::{FileObj, failed, is_text, new_file, stream};
use super::stream::{Buffering, Stream};
use super::unsupported;
use crate::bytes::object::{BytesObj, bytes_argument};
use crate::containers::ListObj;
use crate::core::{Args, Gc, R, StrObj, Value};
use crate::numbers::int_object::as_int;
use crate::objects::ops;
use crate::text::encode_methods;
use runtime_interface::tag;

fn receiver(args: &Args) -> Gc<FileObj> {
    args.receiver().cast()
}

/// The stream, if the file is open.
fn open_stream<'a>(f: Gc<FileObj>) -> R<&'a mut Stream> {
    let s = stream(f);
    if s.is_closed() {
        return Err(raise!(ValueError, "I/O operation on closed file."));
    }
    Ok(s)
}

fn readable_stream<'a>(f: Gc<FileObj>) -> R<&'a mut Stream> {
    let s = open_stream(f)?;
    if s.readable {
        return Ok(s);
    }
    Err(unsupported(if is_text(f) { "not readable" } else { "read" }))
}

/// Standard input shows what the program asked before it waits for the answer.
fn before_waiting(s: &Stream) {
    if s.fd == 0 {
        crate::builtins::streams::flush_stdout();
    }
}

/// All bytes up to the end of the file.
fn rest(s: &mut Stream) -> R<Vec<u8>> {
    before_waiting(s);
    while s.fill().map_err(failed)? > 0 {}
    let bytes = s.pending().to_vec();
    s.take(bytes.len());
    Ok(bytes)
}

/// Whether the file translates line ends while it reads.
fn translates(f: Gc<FileObj>) -> bool {
    is_text(f) && f.newline.is_none()
}

/// The bytes of one line with its end, at most `limit` of them.
fn line(f: Gc<FileObj>, limit: Option<usize>) -> R<Vec<u8>> {
    let s = readable_stream(f)?;
    let universal = is_text(f) && (f.newline.is_none() || is_empty_text(f.newline));
    let mut seen = 0;
    loop {
        let pending = s.pending();
        let found = if universal {
            memchr::memchr2(b'\n', b'\r', &pending[seen..])
        } else {
            memchr::memchr(b'\n', &pending[seen..])
        };
        let mut end = found.map(|i| seen + i + 1);
        if let Some(e) = end
            && pending[e - 1] == b'\r'
        {
            if e < pending.len() {
                if pending[e] == b'\n' {
                    end = Some(e + 1);
                }
            } else if s.fill().map_err(failed)? > 0 {
                seen = e - 1;
                continue;
            }
        }
        let length = s.pending().len();
        if let Some(limit) = limit
            && end.unwrap_or(length) >= limit
            && length >= limit
        {
            end = Some(end.unwrap_or(limit).min(limit));
        }
        if let Some(end) = end {
            let bytes = s.pending()[..end].to_vec();
            s.take(end);
            return Ok(bytes);
        }
        seen = length;
        before_waiting(s);
        if s.fill().map_err(failed)? == 0 {
            let bytes = s.pending().to_vec();
            s.take(bytes.len());
            return Ok(bytes);
        }
    }
}

fn is_empty_text(v: Value) -> bool {
    v.tag == tag::STR && v.cast::<StrObj>().len == 0
}

/// `\r\n` and `\r` become `\n`.
fn translated(bytes: Vec<u8>) -> Vec<u8> {
    if memchr::memchr(b'\r', &bytes).is_none() {
        return bytes;
    }
    let mut out = Vec::with_capacity(bytes.len());
    let mut i = 0;
    while i < bytes.len() {
        if bytes[i] == b'\r' {
            out.push(b'\n');
            if bytes.get(i + 1) == Some(&b'\n') {
                i += 1;
            }
        } else {
            out.push(bytes[i]);
        }
        i += 1;
    }
    out
}

/// What was read, as the file's kind of object.
fn delivered(f: Gc<FileObj>, bytes: Vec<u8>) -> R {
    if !is_text(f) {
        return Ok(BytesObj::from_slice(&bytes).value());
    }
    let bytes = if translates(f) { translated(bytes) } else { bytes };
    if bytes.is_ascii() {
        return Ok(StrObj::from_latin1(&bytes, true).value());
    }
    let source = BytesObj::from_slice(&bytes).value();
    Ok(encode_methods::decode(&bytes, source, f.encoding, f.errors, "decode")?.value())
}

fn size_argument(v: Option<Value>) -> R<Option<usize>> {
    match v {
        None => Ok(None),
        Some(v) if v.is_none() => Ok(None),
        Some(v) => {
            let n = as_int(ops::index(v)?).expect("an int").clamped();
            Ok(usize::try_from(n).ok())
        }
    }
}

pub fn read(args: &Args) -> R {
    args.skip_receiver().between("read", 0, 1)?;
    let f = receiver(args);
    let size = size_argument(args.get(1))?;
    if !is_text(f) && stream(f).is_closed() {
        return Err(raise!(ValueError, "read of closed file"));
    }
    let s = readable_stream(f)?;
    let Some(size) = size else {
        let bytes = rest(s)?;
        return delivered(f, bytes);
    };
    before_waiting(s);
    if !is_text(f) {
        while s.pending().len() < size && s.fill().map_err(failed)? > 0 {}
        let n = size.min(s.pending().len());
        let bytes = s.pending()[..n].to_vec();
        s.take(n);
        return delivered(f, bytes);
    }
    // Count characters: the starts of utf-8 sequences, a translated pair of line ends once.
    let mut bytes = Vec::new();
    let mut count = 0;
    loop {
        let pending = s.pending();
        let mut i = 0;
        while i < pending.len() {
            let c = pending[i];
            let continues = c & 0xc0 == 0x80;
            let pair = c == b'\n' && translates(f) && bytes.last() == Some(&b'\r');
            if !continues && !pair {
                if count == size {
                    break;
                }
                count += 1;
            }
            bytes.push(c);
            i += 1;
        }
        let more = i == pending.len();
        s.take(i);
        if !more || s.fill().map_err(failed)? == 0 {
            return delivered(f, bytes);
        }
    }
}

/// The next line; an empty string or bytes at the end.
pub fn next_line(f: Gc<FileObj>, limit: Option<usize>) -> R {
    let bytes = line(f, limit)?;
    delivered(f, bytes)
}

pub fn readline(args: &Args) -> R {
    args.skip_receiver().between("readline", 0, 1)?;
    let limit = size_argument(args.get(1))?;
    next_line(receiver(args), limit)
}

pub fn readlines(args: &Args) -> R {
    args.skip_receiver().between("readlines", 0, 1)?;
    let hint = size_argument(args.get(1))?.unwrap_or(0);
    let lines = ListObj::new();
    let mut total = 0;
    loop {
        let bytes = line(receiver(args), None)?;
        if bytes.is_empty() {
            return Ok(lines.value());
        }
        total += bytes.len();
        ListObj::push(lines, delivered(receiver(args), bytes)?);
        if hint > 0 && total >= hint {
            return Ok(lines.value());
        }
    }
}

pub fn iter(v: Value) -> R {
    open_stream(v.cast())?;
    Ok(v)
}

pub fn next(v: Value) -> R {
    let f: Gc<FileObj> = v.cast();
    let bytes = line(f, None)?;
    stream(f).iterating = !bytes.is_empty() && is_text(f);
    if bytes.is_empty() { Ok(Value::UNBOUND) } else { delivered(f, bytes) }
}

/// Writes text to a text file: what `print` does with standard output.
pub fn write_text(f: Gc<FileObj>, text: Gc<StrObj>) -> R<()> {
    let s = open_stream(f)?;
    if !s.writable {
        return Err(unsupported("not writable"));
    }
    if s.readable {
        // As in CPython, where text that was decoded ahead is behind the position already.
        s.forget_read_ahead();
    }
    let plain = f.newline.is_none() || is_empty_text(f.newline) || f.newline.cast::<StrObj>().eq_str("\n");
    if let Some(ascii) = text.as_ascii()
        && plain
    {
        return s.write(ascii.as_bytes()).map_err(failed);
    }
    let encoded = encode_methods::encode(text, f.encoding, f.errors, "write")?;
    let bytes = BytesObj::slice(encoded);
    if plain {
        return stream(f).write(bytes).map_err(failed);
    }
    let end = f.newline.cast::<StrObj>().to_string_lossy();
    let mut out = Vec::with_capacity(bytes.len());
    for &b in bytes {
        if b == b'\n' {
            out.extend_from_slice(end.as_bytes());
        } else {
            out.push(b);
        }
    }
    stream(f).write(&out).map_err(failed)
}

fn write_value(f: Gc<FileObj>, v: Value) -> R {
    if is_text(f) {
        let Some(text) = ops::as_str(v) else {
            let name = ops::type_name(v);
            return Err(raise!(TypeError, "write() argument must be str, not {name}"));
        };
        write_text(f, text)?;
        return Ok(Value::int(text.len as i64));
    }
    let s = open_stream(f)?;
    if !s.writable {
        return Err(unsupported("write"));
    }
    let bytes = bytes_argument(v)?;
    s.write(bytes).map_err(failed)?;
    Ok(Value::int(bytes.len() as i64))
}

pub fn write(args: &Args) -> R {
    args.skip_receiver().exactly("TextIOWrapper.write", 1)?;
    write_value(receiver(args), args.pos[1])
}

pub fn writelines(args: &Args) -> R {
    args.skip_receiver().exactly("_IOBase.writelines", 1)?;
    let it = ops::iter(args.pos[1])?;
    loop {
        let v = ops::next(it)?;
        if v.is_unbound() {
            return Ok(Value::NONE);
        }
        write_value(receiver(args), v)?;
    }
}

pub fn flush(args: &Args) -> R {
    open_stream(receiver(args))?.flush().map_err(failed)?;
    Ok(Value::NONE)
}

pub fn close(args: &Args) -> R {
    stream(receiver(args)).close().map_err(failed)?;
    Ok(Value::NONE)
}

pub fn seek(args: &Args) -> R {
    args.skip_receiver().between("seek", 1, 2)?;
    let f = receiver(args);
    let offset = as_int(ops::index(args.pos[1])?).expect("an int").clamped();
    let whence = match args.get(2) {
        None => 0,
        Some(v) => as_int(ops::index(v)?).expect("an int").clamped(),
    };
    let s = open_stream(f)?;
    s.iterating = false;
    if is_text(f) {
        match whence {
            0 if offset < 0 => return Err(raise!(ValueError, "negative seek position {offset}")),
            1 if offset != 0 => return Err(unsupported("can't do nonzero cur-relative seeks")),
            2 if offset != 0 => return Err(unsupported("can't do nonzero end-relative seeks")),
            0..=2 => {}
            _ => return Err(raise!(ValueError, "invalid whence ({whence}, should be 0, 1 or 2)")),
        }
        if whence == 1 {
            return Ok(Value::int(s.position().map_err(failed)?));
        }
    }
    let at = if whence == 1 {
        let now = s.position().map_err(failed)?;
        s.seek(now + offset, 0)
    } else {
        s.seek(offset, whence as i32)
    };
    Ok(Value::int(at.map_err(failed)?))
}

pub fn tell(args: &Args) -> R {
    let s = open_stream(receiver(args))?;
    if s.iterating {
        return Err(raise!(OSError, "telling position disabled by next() call"));
    }
    Ok(Value::int(s.position().map_err(failed)?))
}

pub fn truncate(args: &Args) -> R {
    args.skip_receiver().between("truncate", 0, 1)?;
    let s = open_stream(receiver(args))?;
    if !s.writable {
        return Err(unsupported("truncate"));
    }
    let size = match size_argument(args.get(1))? {
        Some(n) => n as i64,
        None => s.position().map_err(failed)?,
    };
    s.truncate(size).map_err(failed)?;
    Ok(Value::int(size))
}

/// `read1` and `peek`: what one read of the system gives.
pub fn read1(args: &Args) -> R {
    args.skip_receiver().between("read1", 0, 1)?;
    let size = size_argument(args.get(1))?.unwrap_or(usize::MAX);
    let bytes = ahead(receiver(args))?;
    let bytes = bytes[..size.min(bytes.len())].to_vec();
    stream(receiver(args)).take(bytes.len());
    Ok(BytesObj::from_slice(&bytes).value())
}

pub fn peek(args: &Args) -> R {
    args.skip_receiver().between("peek", 0, 1)?;
    Ok(BytesObj::from_slice(ahead(receiver(args))?).value())
}

fn ahead<'a>(f: Gc<FileObj>) -> R<&'a [u8]> {
    let s = readable_stream(f)?;
    if s.pending().is_empty() {
        before_waiting(s);
        s.fill().map_err(failed)?;
    }
    Ok(stream(f).pending())
}

pub fn readinto(args: &Args) -> R {
    args.skip_receiver().exactly("readinto", 1)?;
    let Some(target) = args.pos[1].exact::<crate::bytes::object::ByteArrayObj>() else {
        let name = ops::type_name(args.pos[1]);
        return Err(raise!(
            TypeError,
            "readinto() argument must be read-write bytes-like object, not {name}"
        ));
    };
    let s = readable_stream(receiver(args))?;
    let room = crate::bytes::object::ByteArrayObj::slice(target).len();
    while s.pending().len() < room && s.fill().map_err(failed)? > 0 {}
    let n = room.min(s.pending().len());
    crate::bytes::object::ByteArrayObj::slice_mut(target)[..n].copy_from_slice(&s.pending()[..n]);
    s.take(n);
    Ok(Value::int(n as i64))
}

/// `TextIOWrapper(binary_file, encoding, errors, newline, line_buffering)`: another text file on the same descriptor.
pub fn wrap(cls: Gc<crate::types::TypeObj>, args: &Args) -> R {
    let _ = cls;
    let names = ["buffer", "encoding", "errors", "newline", "line_buffering", "write_through"];
    let [buffer, encoding, errors, newline, line_buffering, write_through] =
        args.bind("TextIOWrapper", names, 0, 6, 1)?;
    let Some(binary) = super::file_type::as_file(buffer).filter(|f| !is_text(*f)) else {
        let name = ops::type_name(buffer);
        return Err(raise!(TypeError, "a text file over an object of type '{name}' is not supported"));
    };
    let s = open_stream(binary)?;
    s.flush().map_err(failed)?;
    let on = |v: Value| v.bound().map_or(Ok(false), ops::truth);
    let kind = match (on(write_through)?, on(line_buffering)? || s.is_terminal()) {
        (true, _) => Buffering::None,
        (_, true) => Buffering::Line,
        _ => Buffering::Block,
    };
    let mut made = Stream::new(s.fd, s.readable, s.writable, kind, false);
    // Standard streams share their buffers, whatever wraps them.
    made.standard = s.fd <= 1;
    let mode = if s.readable { "r" } else { "w" };
    let mut f = new_file(tag::FILE, made, binary.name, mode);
    let given = |v: Value, default: Gc<StrObj>| v.bound().filter(|v| !v.is_none()).unwrap_or(default.value());
    f.encoding = given(encoding, name!("UTF-8"));
    f.errors = given(errors, name!("strict"));
    f.newline = newline.bound().unwrap_or(Value::NONE);
    f.buffer = buffer;
    f.barrier();
    Ok(f.value())
}

pub fn fileno(args: &Args) -> R {
    Ok(Value::int(open_stream(receiver(args))?.fd as i64))
}
pub fn isatty(args: &Args) -> R {
    Ok(Value::bool(open_stream(receiver(args))?.is_terminal()))
}
pub fn readable(args: &Args) -> R {
    Ok(Value::bool(open_stream(receiver(args))?.readable))
}
pub fn writable(args: &Args) -> R {
    Ok(Value::bool(open_stream(receiver(args))?.writable))
}
pub fn seekable(args: &Args) -> R {
    Ok(Value::bool(open_stream(receiver(args))?.can_seek()))
}

pub fn reconfigure(args: &Args) -> R {
    let mut f = receiver(args);
    if let Some(v) = args.keyword("encoding").filter(|v| !v.is_none()) {
        f.encoding = v;
        f.barrier();
    }
    if let Some(v) = args.keyword("errors").filter(|v| !v.is_none()) {
        f.errors = v;
        f.barrier();
    }
    if let Some(v) = args.keyword("line_buffering").filter(|v| !v.is_none()) {
        let on = ops::truth(v)?;
        open_stream(f)?.buffering = if on { Buffering::Line } else { Buffering::Block };
    }
    Ok(Value::NONE)
}

pub fn enter(args: &Args) -> R {
    open_stream(receiver(args))?;
    Ok(args.receiver())
}

pub fn exit(args: &Args) -> R {
    close(&Args::positional(&args.pos[..1]))
}

/// The binary file under a text file; both write to one descriptor, the text first.
pub fn buffer(v: Value) -> R {
    let mut f: Gc<FileObj> = v.cast();
    if !is_text(f) {
        return Err(raise!(AttributeError, "'{}' object has no attribute 'buffer'", ops::type_name(v)));
    }
    if f.buffer.is_none() {
        let s = open_stream(f)?;
        let (fd, readable, writable) = (s.fd, s.readable, s.writable);
        let id =
            if readable { super::super::ids::BUFFERED_READER } else { super::super::ids::BUFFERED_WRITER };
        let inner = Stream::new(fd, readable, writable, Buffering::None, false);
        let made = new_file(id, inner, f.name, if readable { "rb" } else { "wb" });
        f.buffer = made.value();
        f.barrier();
    }
    stream(f).flush().map_err(failed)?;
    Ok(f.buffer)
}

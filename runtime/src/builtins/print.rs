//! `print` and `input`.

use super::streams;
use crate::core::{Args, Gc, R, StrObj, Value};
use crate::numbers::float_text;
use crate::objects::ops;
use crate::start::interrupt;
use crate::types::MethodDef;
use crate::types::naming::type_name;
use runtime_interface::tag;

pub const FUNCTIONS: &[MethodDef] =
    &[MethodDef::function("print", print), MethodDef::function("input", input)];

fn separator(v: Option<Value>, name: &str) -> R<Option<Gc<StrObj>>> {
    match v {
        None => Ok(None),
        Some(v) if v.is_none() => Ok(None),
        Some(v) => match ops::as_str(v) {
            Some(s) => Ok(Some(s)),
            None => {
                let t = type_name(v);
                Err(raise!(TypeError, "{name} must be None or a string, not {t}"))
            }
        },
    }
}

/// Appends `str(v)` as UTF-8.
fn append(v: Value, out: &mut Vec<u8>) -> R<()> {
    match v.tag {
        tag::STR => streams::encode(v.cast(), out),
        tag::INT => {
            float_text::write_int(out, v.as_i64());
            Ok(())
        }
        tag::FLOAT => {
            float_text::write_repr(out, v.as_f64());
            Ok(())
        }
        _ => streams::encode(ops::str(v)?, out),
    }
}

fn print(args: &Args) -> R {
    let (mut sep, mut end, mut file, mut flush) = (None, None, None, false);
    for (k, v) in args.kw_names.iter().zip(args.kw) {
        let k: Gc<StrObj> = k.cast();
        if k.eq_str("sep") {
            sep = separator(Some(*v), "sep")?;
        } else if k.eq_str("end") {
            end = Some(separator(Some(*v), "end")?);
        } else if k.eq_str("file") {
            file = Some(*v).filter(|f| !f.is_none());
        } else if k.eq_str("flush") {
            flush = ops::truth(*v)?;
        } else {
            let known = ["sep", "end", "file", "flush"];
            return Err(crate::core::args::unexpected_keyword("print", k, &known));
        }
    }
    let end = end.flatten();
    let target = file.or_else(streams::replaced_stdout);
    if let Some(file) = target {
        return print_to(file, args.pos, sep, end, flush);
    }
    let mut line = Vec::with_capacity(128);
    for (i, v) in args.pos.iter().enumerate() {
        if i > 0 {
            match sep {
                None => line.push(b' '),
                Some(s) => streams::encode(s, &mut line)?,
            }
        }
        if let Err(raised) = append(*v, &mut line) {
            // What came before is out already, as with CPython's piecewise writes.
            streams::write_stdout(&line)?;
            return Err(raised);
        }
        // A str() may print itself; keep the order of output.
        if v.tag >= tag::FIRST_CLASS && i + 1 < args.pos.len() {
            streams::write_stdout(&line)?;
            line.clear();
        }
    }
    match end {
        None => line.push(b'\n'),
        Some(s) => streams::encode(s, &mut line)?,
    }
    streams::write_stdout(&line)?;
    if flush {
        streams::flush_checked()?;
    }
    Ok(Value::NONE)
}

/// Through the `write` method of any object.
fn print_to(
    file: Value,
    values: &[Value],
    sep: Option<Gc<StrObj>>,
    end: Option<Gc<StrObj>>,
    flush: bool,
) -> R {
    let write = ops::getattr(file, name!("write"))?;
    for (i, v) in values.iter().enumerate() {
        if i > 0 {
            ops::call(write, &[sep.unwrap_or(name!(" ")).value()])?;
        }
        ops::call(write, &[ops::str(*v)?.value()])?;
    }
    ops::call(write, &[end.unwrap_or(name!("\n")).value()])?;
    if flush {
        ops::call_method(file, name!("flush"), &[])?;
    }
    Ok(Value::NONE)
}

/// Lines of standard input, read in blocks.
struct Input {
    buffer: Vec<u8>,
    at: usize,
    ended: bool,
}

static mut STDIN: Input = Input { buffer: Vec::new(), at: 0, ended: false };

fn stdin() -> &'static mut Input {
    // SAFETY: one mutator thread; no reference is kept across calls.
    unsafe { &mut *(&raw mut STDIN) }
}

/// The next line with its `\n`, empty at the end of input. Shared with `sys.stdin`.
pub fn read_line() -> Vec<u8> {
    let s = stdin();
    loop {
        if let Some(n) = memchr::memchr(b'\n', &s.buffer[s.at..]) {
            let line = s.buffer[s.at..=s.at + n].to_vec();
            s.at += n + 1;
            return line;
        }
        if s.ended || !fill() {
            let line = s.buffer[s.at..].to_vec();
            s.at = s.buffer.len();
            return line;
        }
    }
}

/// What was read and not yet taken.
pub fn pending() -> &'static [u8] {
    let s = stdin();
    &s.buffer[s.at..]
}

/// Takes the first `n` pending bytes.
pub fn take(n: usize) {
    stdin().at += n;
}

/// Everything that is left of standard input.
pub fn read_rest() -> Vec<u8> {
    while fill() {}
    let s = stdin();
    let rest = s.buffer[s.at..].to_vec();
    s.at = s.buffer.len();
    rest
}

/// Reads some more; false at the end of input, and if Ctrl-C ended the wait.
pub fn fill() -> bool {
    let s = stdin();
    if s.ended {
        return false;
    }
    s.buffer.drain(..s.at);
    s.at = 0;
    let old = s.buffer.len();
    s.buffer.resize(old + (1 << 16), 0);
    let n = loop {
        // SAFETY: the buffer has that much room.
        let n = interrupt::waiting(|| unsafe { libc::read(0, s.buffer[old..].as_mut_ptr().cast(), 1 << 16) });
        if n < 0 && std::io::Error::last_os_error().kind() == std::io::ErrorKind::Interrupted {
            if interrupt::is_pending() {
                s.buffer.truncate(old);
                return false;
            }
            continue;
        }
        break n;
    };
    s.buffer.truncate(old + n.max(0) as usize);
    s.ended = n <= 0;
    n > 0
}

fn input(args: &Args) -> R {
    args.between("input", 0, 1)?;
    if let Some(prompt) = args.get(0) {
        let s = ops::str(prompt)?;
        match streams::replaced_stdout() {
            Some(file) => {
                ops::call_method(file, name!("write"), &[s.value()])?;
            }
            None => {
                let mut bytes = Vec::new();
                streams::encode(s, &mut bytes)?;
                streams::write_stdout(&bytes)?;
            }
        }
    }
    streams::flush_checked()?;
    let mut text = if let Some(file) = streams::replaced(0) {
        let line = ops::call_method(file, name!("readline"), &[])?;
        ops::str(line)?.to_string_lossy()
    } else {
        let line = read_line();
        interrupt::check()?;
        String::from_utf8_lossy(&line).into_owned()
    };
    if text.is_empty() {
        return Err(raise!(EOFError, "EOF when reading a line"));
    }
    if text.ends_with('\n') {
        text.pop();
        if text.ends_with('\r') {
            text.pop();
        }
    }
    Ok(StrObj::from_str(&text).value())
}

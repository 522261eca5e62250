//! `StringIO`: text in memory.
//!
//! Writes at the end, the common case, only collect pieces; the text is put together when somebody reads.

use crate::containers::ListObj;
use crate::core::{Args, Gc, Header, HeapObject, R, StrObj, Value};
use crate::memory::Descriptor;
use crate::numbers::int_object::as_int;
use crate::objects::{instance, ops};
use crate::text::object::{concat_all, empty, substring};
use crate::types::spec::{GetSet, MethodDef};
use crate::types::{Slots, TypeObj, TypeSpec};
use crate::word_of;
use runtime_interface::tag;

#[repr(C)]
pub struct StringIoObj {
    pub header: Header,
    /// The text without the pieces.
    text: Value,
    /// List of strings that follow the text.
    pieces: Value,
    dict: Option<Gc<crate::containers::DictObj>>,
    /// Length of text and pieces together.
    len: usize,
    position: usize,
    closed: u64,
    /// Whether `\r\n` and `\r` become `\n` (newline=None).
    translate: u64,
}

// SAFETY: described by STRING_IO.
unsafe impl HeapObject for StringIoObj {
    const TAG: u64 = tag::STRING_IO;
}

pub static STRING_IO: TypeSpec = TypeSpec {
    id: tag::STRING_IO,
    name: "StringIO",
    module: "_io",
    descriptor: Descriptor::words::<StringIoObj>(
        word_of!(StringIoObj, dict),
        word_of!(StringIoObj, text) | word_of!(StringIoObj, pieces),
    ),
    slots: Slots {
        new: Some(new),
        init: Some(init),
        iter: Some(|v| {
            check(v.cast())?;
            Ok(v)
        }),
        next: Some(next),
        ..Slots::NONE
    },
    methods: &[
        MethodDef::method("write", write),
        MethodDef::method("writelines", writelines),
        MethodDef::method("getvalue", getvalue),
        MethodDef::method("read", read),
        MethodDef::method("readline", readline),
        MethodDef::method("readlines", readlines),
        MethodDef::method("seek", seek),
        MethodDef::method("tell", tell),
        MethodDef::method("truncate", truncate),
        MethodDef::method("close", close),
        MethodDef::method("flush", |_| Ok(Value::NONE)),
        MethodDef::method("fileno", |_| Err(super::unsupported("fileno"))),
        MethodDef::method("detach", |_| Err(super::unsupported("detach"))),
        MethodDef::method("isatty", |_| Ok(Value::FALSE)),
        MethodDef::method("readable", |_| Ok(Value::TRUE)),
        MethodDef::method("writable", |_| Ok(Value::TRUE)),
        MethodDef::method("seekable", |_| Ok(Value::TRUE)),
        MethodDef::method("__enter__", |a| {
            check(a.receiver().cast())?;
            Ok(a.receiver())
        }),
        MethodDef::method("__exit__", close),
    ],
    getset: &[
        crate::modules::DICT,
        GetSet { name: "closed", get: |v| Ok(Value::bool(v.cast::<StringIoObj>().closed != 0)), set: None },
        GetSet { name: "newlines", get: |_| Ok(Value::NONE), set: None },
        GetSet { name: "encoding", get: |_| Ok(Value::NONE), set: None },
        GetSet { name: "errors", get: |_| Ok(Value::NONE), set: None },
        GetSet { name: "line_buffering", get: |_| Ok(Value::FALSE), set: None },
    ],
    subclassable: true,
    dict_offset: std::mem::offset_of!(StringIoObj, dict),
    ..TypeSpec::DEFAULT
};

fn new(cls: Gc<TypeObj>, _: &Args) -> R {
    let pieces = ListObj::new().value();
    let mut o: Gc<StringIoObj> = instance::allocate(cls).cast();
    o.text = empty().value();
    o.pieces = pieces;
    o.barrier();
    Ok(o.value())
}

fn init(v: Value, args: &Args) -> R<()> {
    let [initial, newline] = args.bind("StringIO", ["initial_value", "newline"], 0, 2, 0)?;
    let mut o: Gc<StringIoObj> = v.cast();
    o.translate = newline.is_none() as u64;
    o.position = 0;
    o.len = 0;
    o.text = empty().value();
    ListObj::truncate(o.pieces.cast(), 0);
    if let Some(initial) = initial.bound().filter(|i| !i.is_none()) {
        let Some(text) = ops::as_str(initial) else {
            let name = ops::type_name(initial);
            return Err(raise!(TypeError, "initial_value must be str or None, not {name}"));
        };
        put(o, text);
        o.position = 0;
    }
    Ok(())
}

fn check(o: Gc<StringIoObj>) -> R<()> {
    if o.closed != 0 {
        return Err(raise!(ValueError, "I/O operation on closed file"));
    }
    Ok(())
}

/// The whole text, put together.
fn whole(mut o: Gc<StringIoObj>) -> Gc<StrObj> {
    let pieces: Gc<ListObj> = o.pieces.cast();
    if pieces.len > 0 {
        let text = o.text;
        let all = ListObj::from_slice(&[text]);
        ListObj::push_all(all, ListObj::as_slice(pieces));
        let joined = concat_all(ListObj::as_slice(all), None);
        o.text = joined.value();
        o.barrier();
        ListObj::truncate(pieces, 0);
    }
    o.text.cast()
}

fn translated(s: Gc<StrObj>) -> Gc<StrObj> {
    if !s.iter().any(|c| c == '\r' as u32) {
        return s;
    }
    let mut out = Vec::with_capacity(s.len);
    let mut last = 0;
    for c in s.iter() {
        if c == '\r' as u32 {
            out.push('\n' as u32);
        } else if !(c == '\n' as u32 && last == '\r' as u32) {
            out.push(c);
        }
        last = c;
    }
    StrObj::from_points(&out)
}

/// Writes at the position.
fn put(mut o: Gc<StringIoObj>, s: Gc<StrObj>) {
    let s = if o.translate != 0 { translated(s) } else { s };
    if s.len == 0 {
        return;
    }
    if o.position == o.len {
        ListObj::push(o.pieces.cast(), s.value());
        o.len += s.len;
        o.position = o.len;
        return;
    }
    let text = whole(o);
    let end = o.position + s.len;
    let mut parts = vec![];
    if o.position > text.len {
        // A gap after seeking past the end is filled with NULs.
        let gap = StrObj::from_latin1(&vec![0; o.position - text.len], true);
        parts.extend([text, gap, s]);
    } else {
        parts.push(substring(text, 0, o.position));
        parts.push(s);
        if end < text.len {
            parts.push(substring(text, end, text.len));
        }
    }
    let list = ListObj::new();
    for p in &parts {
        ListObj::push(list, p.value());
    }
    let joined = concat_all(ListObj::as_slice(list), None);
    o.text = joined.value();
    o.len = joined.len;
    o.position = end;
    o.barrier();
}

fn receiver(args: &Args) -> R<Gc<StringIoObj>> {
    let o = args.receiver().cast();
    check(o)?;
    Ok(o)
}

fn text_argument(v: Value) -> R<Gc<StrObj>> {
    match ops::as_str(v) {
        Some(s) => Ok(s),
        None => {
            let name = ops::type_name(v);
            Err(raise!(TypeError, "string argument expected, got '{name}'"))
        }
    }
}

fn write(args: &Args) -> R {
    args.skip_receiver().exactly("StringIO.write", 1)?;
    let s = text_argument(args.pos[1])?;
    put(receiver(args)?, s);
    Ok(Value::int(s.len as i64))
}

fn writelines(args: &Args) -> R {
    args.skip_receiver().exactly("_IOBase.writelines", 1)?;
    let it = ops::iter(args.pos[1])?;
    loop {
        let v = ops::next(it)?;
        if v.is_unbound() {
            return Ok(Value::NONE);
        }
        let s = text_argument(v)?;
        put(receiver(args)?, s);
    }
}

fn getvalue(args: &Args) -> R {
    Ok(whole(receiver(args)?).value())
}

fn size_argument(v: Option<Value>) -> R<usize> {
    match v {
        None => Ok(usize::MAX),
        Some(v) if v.is_none() => Ok(usize::MAX),
        Some(v) if !v.is_heap() || ops::call_special_optional(v, name!("__index__"), &[])?.is_some() => {
            let n = as_int(ops::index(v)?).expect("an int").clamped();
            Ok(usize::try_from(n).unwrap_or(usize::MAX))
        }
        Some(v) => {
            let name = ops::type_name(v);
            Err(raise!(TypeError, "argument should be integer or None, not '{name}'"))
        }
    }
}

fn read(args: &Args) -> R {
    args.skip_receiver().between("read", 0, 1)?;
    let size = size_argument(args.get(1))?;
    let mut o = receiver(args)?;
    let text = whole(o);
    let from = o.position.min(text.len);
    let to = from.saturating_add(size).min(text.len);
    o.position = o.position.max(to);
    Ok(substring(text, from, to).value())
}

fn next_line(mut o: Gc<StringIoObj>, limit: usize) -> Gc<StrObj> {
    let text = whole(o);
    let from = o.position.min(text.len);
    let most = from.saturating_add(limit).min(text.len);
    let mut to = from;
    while to < most {
        to += 1;
        if text.at(to - 1) == '\n' as u32 {
            break;
        }
    }
    o.position = o.position.max(to);
    substring(text, from, to)
}

fn readline(args: &Args) -> R {
    args.skip_receiver().between("readline", 0, 1)?;
    let size = size_argument(args.get(1))?;
    Ok(next_line(receiver(args)?, size).value())
}

fn readlines(args: &Args) -> R {
    args.skip_receiver().between("readlines", 0, 1)?;
    let hint = size_argument(args.get(1))?;
    let o = receiver(args)?;
    let lines = ListObj::new();
    let mut total = 0;
    loop {
        let line = next_line(o, usize::MAX);
        if line.len == 0 {
            return Ok(lines.value());
        }
        ListObj::push(lines, line.value());
        total += line.len;
        if hint > 0 && total >= hint {
            return Ok(lines.value());
        }
    }
}

fn next(v: Value) -> R {
    check(v.cast())?;
    let line = next_line(v.cast(), usize::MAX);
    Ok(if line.len == 0 { Value::UNBOUND } else { line.value() })
}

fn seek(args: &Args) -> R {
    args.skip_receiver().between("seek", 1, 2)?;
    let offset = as_int(ops::index(args.pos[1])?).expect("an int").clamped();
    let whence = match args.get(2) {
        None => 0,
        Some(v) => as_int(ops::index(v)?).expect("an int").clamped(),
    };
    let mut o = receiver(args)?;
    match whence {
        0 if offset < 0 => return Err(raise!(ValueError, "Negative seek position {offset}")),
        0 => o.position = offset as usize,
        1 | 2 if offset != 0 => {
            return Err(raise!(OSError, "Can't do nonzero cur-relative seeks"));
        }
        1 => {}
        2 => o.position = o.len,
        _ => return Err(raise!(ValueError, "Invalid whence ({whence}, should be 0, 1 or 2)")),
    }
    Ok(Value::int(o.position as i64))
}

fn tell(args: &Args) -> R {
    Ok(Value::int(receiver(args)?.position as i64))
}

fn truncate(args: &Args) -> R {
    args.skip_receiver().between("truncate", 0, 1)?;
    let mut o = receiver(args)?;
    let size = match args.get(1).filter(|v| !v.is_none()) {
        None => o.position as i64,
        Some(v) => as_int(ops::index(v)?).expect("an int").clamped(),
    };
    if size < 0 {
        return Err(raise!(ValueError, "Negative size value {size}"));
    }
    let text = whole(o);
    if (size as usize) < text.len {
        let cut = substring(text, 0, size as usize);
        o.text = cut.value();
        o.len = cut.len;
        o.barrier();
    }
    Ok(Value::int(size))
}

fn close(args: &Args) -> R {
    let mut o: Gc<StringIoObj> = args.receiver().cast();
    o.closed = 1;
    Ok(Value::NONE)
}

//! `BytesIO`: bytes in memory.

use crate::bytes::object::{ByteArrayObj, BytesObj, bytes_argument};
use crate::containers::ListObj;
use crate::core::{Args, Gc, Header, HeapObject, R, Value};
use crate::memory::Descriptor;
use crate::numbers::int_object::as_int;
use crate::objects::{instance, ops};
use crate::types::spec::{GetSet, MethodDef};
use crate::types::{Slots, TypeObj, TypeSpec};
use crate::word_of;
use runtime_interface::tag;

#[repr(C)]
pub struct BytesIoObj {
    pub header: Header,
    /// A bytearray.
    data: Value,
    dict: Option<Gc<crate::containers::DictObj>>,
    position: usize,
    closed: u64,
}

// SAFETY: described by BYTES_IO.
unsafe impl HeapObject for BytesIoObj {
    const TAG: u64 = tag::BYTES_IO;
}

pub static BYTES_IO: TypeSpec = TypeSpec {
    id: tag::BYTES_IO,
    name: "BytesIO",
    module: "_io",
    descriptor: Descriptor::words::<BytesIoObj>(word_of!(BytesIoObj, dict), word_of!(BytesIoObj, data)),
    slots: Slots { new: Some(new), init: Some(init), iter: Some(Ok), next: Some(next), ..Slots::NONE },
    methods: &[
        MethodDef::method("write", write),
        MethodDef::method("writelines", writelines),
        MethodDef::method("getvalue", getvalue),
        MethodDef::method("getbuffer", getvalue),
        MethodDef::method("read", read),
        MethodDef::method("read1", read),
        MethodDef::method("readinto", readinto),
        MethodDef::method("fileno", |_| Err(super::unsupported("fileno"))),
        MethodDef::method("readline", readline),
        MethodDef::method("readlines", readlines),
        MethodDef::method("seek", seek),
        MethodDef::method("tell", tell),
        MethodDef::method("truncate", truncate),
        MethodDef::method("close", close),
        MethodDef::method("flush", |_| Ok(Value::NONE)),
        MethodDef::method("isatty", |_| Ok(Value::FALSE)),
        MethodDef::method("readable", |_| Ok(Value::TRUE)),
        MethodDef::method("writable", |_| Ok(Value::TRUE)),
        MethodDef::method("seekable", |_| Ok(Value::TRUE)),
        MethodDef::method("__enter__", |a| {
            receiver(a)?;
            Ok(a.receiver())
        }),
        MethodDef::method("__exit__", close),
    ],
    getset: &[GetSet {
        name: "closed",
        get: |v| Ok(Value::bool(v.cast::<BytesIoObj>().closed != 0)),
        set: None,
    }],
    subclassable: true,
    dict_offset: std::mem::offset_of!(BytesIoObj, dict),
    ..TypeSpec::DEFAULT
};

fn new(cls: Gc<TypeObj>, _: &Args) -> R {
    let data = ByteArrayObj::from_slice(&[]).value();
    let mut o: Gc<BytesIoObj> = instance::allocate(cls).cast();
    o.data = data;
    o.barrier();
    Ok(o.value())
}

fn init(v: Value, args: &Args) -> R<()> {
    let [initial] = args.bind("BytesIO", ["initial_bytes"], 0, 1, 0)?;
    let mut o: Gc<BytesIoObj> = v.cast();
    o.position = 0;
    let data = match initial.bound().filter(|i| !i.is_none()) {
        None => ByteArrayObj::from_slice(&[]),
        Some(b) => ByteArrayObj::from_slice(bytes_argument(b)?),
    };
    o.data = data.value();
    o.barrier();
    Ok(())
}

fn receiver(args: &Args) -> R<Gc<BytesIoObj>> {
    let o: Gc<BytesIoObj> = args.receiver().cast();
    if o.closed != 0 {
        return Err(raise!(ValueError, "I/O operation on closed file."));
    }
    Ok(o)
}

fn data<'a>(o: Gc<BytesIoObj>) -> &'a [u8] {
    ByteArrayObj::slice(o.data.cast())
}

fn put(mut o: Gc<BytesIoObj>, v: Value) -> R<usize> {
    let bytes = bytes_argument(v)?.to_vec();
    let array: Gc<ByteArrayObj> = o.data.cast();
    let old = data(o).len();
    let end = o.position + bytes.len();
    if end > old {
        ByteArrayObj::resize(array, end);
        if o.position > old {
            ByteArrayObj::slice_mut(array)[old..o.position].fill(0);
        }
    }
    ByteArrayObj::slice_mut(array)[o.position..end].copy_from_slice(&bytes);
    o.position = end;
    Ok(bytes.len())
}

fn write(args: &Args) -> R {
    args.skip_receiver().exactly("BytesIO.write", 1)?;
    Ok(Value::int(put(receiver(args)?, args.pos[1])? as i64))
}

fn writelines(args: &Args) -> R {
    args.skip_receiver().exactly("BytesIO.writelines", 1)?;
    let it = ops::iter(args.pos[1])?;
    loop {
        let v = ops::next(it)?;
        if v.is_unbound() {
            return Ok(Value::NONE);
        }
        put(receiver(args)?, v)?;
    }
}

fn getvalue(args: &Args) -> R {
    Ok(BytesObj::from_slice(data(receiver(args)?)).value())
}

fn size_argument(v: Option<Value>) -> R<usize> {
    match v {
        None => Ok(usize::MAX),
        Some(v) if v.is_none() => Ok(usize::MAX),
        Some(v) => {
            let n = as_int(ops::index(v)?).expect("an int").clamped();
            Ok(usize::try_from(n).unwrap_or(usize::MAX))
        }
    }
}

fn part(mut o: Gc<BytesIoObj>, from: usize, to: usize) -> Value {
    o.position = o.position.max(to);
    let bytes = data(o)[from..to].to_vec();
    BytesObj::from_slice(&bytes).value()
}

fn read(args: &Args) -> R {
    args.skip_receiver().between("read", 0, 1)?;
    let size = size_argument(args.get(1))?;
    let o = receiver(args)?;
    let len = data(o).len();
    let from = o.position.min(len);
    Ok(part(o, from, from.saturating_add(size).min(len)))
}

fn readinto(args: &Args) -> R {
    args.skip_receiver().exactly("readinto", 1)?;
    let Some(target) = args.pos[1].exact::<ByteArrayObj>() else {
        let name = ops::type_name(args.pos[1]);
        return Err(raise!(
            TypeError,
            "readinto() argument must be read-write bytes-like object, not {name}"
        ));
    };
    let mut o = receiver(args)?;
    let rest = data(o)[o.position.min(data(o).len())..].to_vec();
    let n = rest.len().min(ByteArrayObj::slice(target).len());
    ByteArrayObj::slice_mut(target)[..n].copy_from_slice(&rest[..n]);
    o.position += n;
    Ok(Value::int(n as i64))
}

fn line_end(o: Gc<BytesIoObj>, limit: usize) -> (usize, usize) {
    let bytes = data(o);
    let from = o.position.min(bytes.len());
    let most = from.saturating_add(limit).min(bytes.len());
    let to = memchr::memchr(b'\n', &bytes[from..most]).map_or(most, |i| from + i + 1);
    (from, to)
}

fn readline(args: &Args) -> R {
    args.skip_receiver().between("readline", 0, 1)?;
    let size = size_argument(args.get(1))?;
    let o = receiver(args)?;
    let (from, to) = line_end(o, size);
    Ok(part(o, from, to))
}

fn readlines(args: &Args) -> R {
    let o = receiver(args)?;
    let lines = ListObj::new();
    loop {
        let (from, to) = line_end(o, usize::MAX);
        if from == to {
            return Ok(lines.value());
        }
        ListObj::push(lines, part(o, from, to));
    }
}

fn next(v: Value) -> R {
    let o = receiver(&Args::positional(&[v]))?;
    let (from, to) = line_end(o, usize::MAX);
    Ok(if from == to { Value::UNBOUND } else { part(o, from, to) })
}

fn seek(args: &Args) -> R {
    args.skip_receiver().between("seek", 1, 2)?;
    let offset = as_int(ops::index(args.pos[1])?).expect("an int").clamped();
    let whence = match args.get(2) {
        None => 0,
        Some(v) => as_int(ops::index(v)?).expect("an int").clamped(),
    };
    let mut o = receiver(args)?;
    let base = match whence {
        0 if offset < 0 => return Err(raise!(ValueError, "negative seek value {offset}")),
        0 => 0,
        1 => o.position as i64,
        2 => data(o).len() as i64,
        _ => return Err(raise!(ValueError, "invalid whence ({whence}, should be 0, 1 or 2)")),
    };
    o.position = base.saturating_add(offset).max(0) as usize;
    Ok(Value::int(o.position as i64))
}

fn tell(args: &Args) -> R {
    Ok(Value::int(receiver(args)?.position as i64))
}

fn truncate(args: &Args) -> R {
    args.skip_receiver().between("truncate", 0, 1)?;
    let o = receiver(args)?;
    let size = match args.get(1).filter(|v| !v.is_none()) {
        None => o.position as i64,
        Some(v) => as_int(ops::index(v)?).expect("an int").clamped(),
    };
    if size < 0 {
        return Err(raise!(ValueError, "negative size value {size}"));
    }
    if (size as usize) < data(o).len() {
        ByteArrayObj::resize(o.data.cast(), size as usize);
    }
    Ok(Value::int(size))
}

fn close(args: &Args) -> R {
    let mut o: Gc<BytesIoObj> = args.receiver().cast();
    o.closed = 1;
    Ok(Value::NONE)
}

//! File objects: `TextIOWrapper` and the three binary classes, over one layout.

use super::super::ids;
use super::file_methods as methods;
use super::stream::{Buffering, Stream};
use crate::core::{Gc, Header, HeapObject, R, Raised, StrObj, Value};
use crate::memory::{Descriptor, Root};
use crate::objects::{instance, ops};
use crate::types::spec::{GetSet, MethodDef};
use crate::types::{Slots, TypeObj, TypeSpec, type_by_id};
use crate::word_of;
use runtime_interface::tag;

#[repr(C)]
pub struct FileObj {
    pub header: Header,
    /// Owned; freed by the finalizer.
    stream: *mut Stream,
    pub name: Value,
    pub mode: Value,
    /// `NONE` for binary files.
    pub encoding: Value,
    pub errors: Value,
    /// The `newline` argument of `open`: `NONE` translates.
    pub newline: Value,
    /// The binary file under `sys.stdout`, made when asked for.
    pub buffer: Value,
    pub dict: Option<Gc<crate::containers::DictObj>>,
}

// SAFETY: described below.
unsafe impl HeapObject for FileObj {
    const TAG: u64 = tag::FILE;
}

const DESCRIPTOR: Descriptor = Descriptor::words::<FileObj>(
    word_of!(FileObj, dict),
    word_of!(FileObj, name)
        | word_of!(FileObj, mode)
        | word_of!(FileObj, encoding)
        | word_of!(FileObj, errors)
        | word_of!(FileObj, newline)
        | word_of!(FileObj, buffer),
);

const fn file_type(
    id: u64,
    name: &'static str,
    new: Option<fn(Gc<TypeObj>, &crate::core::Args) -> R>,
    methods: &'static [MethodDef],
) -> TypeSpec {
    TypeSpec {
        id,
        name,
        module: "_io",
        descriptor: DESCRIPTOR,
        slots: Slots {
            new,
            repr: Some(repr),
            iter: Some(methods::iter),
            next: Some(methods::next),
            finalize: Some(finalize),
            ..Slots::NONE
        },
        methods,
        getset: GETSET,
        dict_offset: std::mem::offset_of!(FileObj, dict),
        ..TypeSpec::DEFAULT
    }
}

static TEXT: TypeSpec = file_type(tag::FILE, "TextIOWrapper", Some(methods::wrap), TEXT_METHODS);
static READER: TypeSpec = file_type(ids::BUFFERED_READER, "BufferedReader", None, READER_METHODS);
static WRITER: TypeSpec = file_type(ids::BUFFERED_WRITER, "BufferedWriter", None, METHODS);
static RANDOM: TypeSpec = file_type(ids::BUFFERED_RANDOM, "BufferedRandom", None, READER_METHODS);

/// Makes the file types known; every program does this, for its standard streams.
pub fn register() {
    for spec in [&TEXT, &READER, &WRITER, &RANDOM] {
        super::super::register_type(spec);
    }
}

const METHODS: &[MethodDef] = &[
    MethodDef::method("read", methods::read),
    MethodDef::method("readline", methods::readline),
    MethodDef::method("readlines", methods::readlines),
    MethodDef::method("write", methods::write),
    MethodDef::method("writelines", methods::writelines),
    MethodDef::method("flush", methods::flush),
    MethodDef::method("close", methods::close),
    MethodDef::method("seek", methods::seek),
    MethodDef::method("tell", methods::tell),
    MethodDef::method("truncate", methods::truncate),
    MethodDef::method("fileno", methods::fileno),
    MethodDef::method("isatty", methods::isatty),
    MethodDef::method("readable", methods::readable),
    MethodDef::method("writable", methods::writable),
    MethodDef::method("seekable", methods::seekable),
    MethodDef::method("__enter__", methods::enter),
    MethodDef::method("__exit__", methods::exit),
];

const TEXT_METHODS: &[MethodDef] =
    &with_more::<{ METHODS.len() + 1 }>(&[MethodDef::method("reconfigure", methods::reconfigure)]);

const READER_METHODS: &[MethodDef] = &with_more::<{ METHODS.len() + 4 }>(&[
    MethodDef::method("read1", methods::read1),
    MethodDef::method("peek", methods::peek),
    MethodDef::method("readinto", methods::readinto),
    MethodDef::method("readinto1", methods::readinto),
]);

/// The methods of every file and some more, `N` in all.
const fn with_more<const N: usize>(more: &[MethodDef]) -> [MethodDef; N] {
    let mut all = [METHODS[0]; N];
    let mut i = 0;
    while i < N {
        all[i] = if i < METHODS.len() { METHODS[i] } else { more[i - METHODS.len()] };
        i += 1;
    }
    all
}

const GETSET: &[GetSet] = &[
    crate::modules::DICT,
    GetSet { name: "name", get: |v| Ok(v.cast::<FileObj>().name), set: None },
    GetSet { name: "mode", get: |v| Ok(v.cast::<FileObj>().mode), set: None },
    GetSet { name: "encoding", get: |v| Ok(v.cast::<FileObj>().encoding), set: None },
    GetSet { name: "errors", get: |v| Ok(v.cast::<FileObj>().errors), set: None },
    GetSet { name: "newlines", get: |_| Ok(Value::NONE), set: None },
    GetSet { name: "closed", get: |v| Ok(Value::bool(stream(v.cast()).is_closed())), set: None },
    GetSet {
        name: "line_buffering",
        get: |v| Ok(Value::bool(stream(v.cast()).buffering == Buffering::Line)),
        set: None,
    },
    GetSet { name: "buffer", get: methods::buffer, set: None },
];

/// The stream of a file. The reference must not be held across a call into Python.
pub fn stream<'a>(f: Gc<FileObj>) -> &'a mut Stream {
    // SAFETY: set by `new_file`, freed only when the object dies.
    unsafe { &mut *{ f.stream } }
}

/// A new file object of the type with this id.
pub fn new_file(id: u64, stream: Stream, name: Value, mode: &str) -> Gc<FileObj> {
    let mode = StrObj::from_str(mode).value();
    let mut f: Gc<FileObj> = instance::allocate(type_by_id(id)).cast();
    f.stream = Box::into_raw(Box::new(stream));
    f.name = name;
    f.mode = mode;
    f.encoding = Value::NONE;
    f.errors = Value::NONE;
    f.newline = Value::NONE;
    f.buffer = Value::NONE;
    f.barrier();
    f
}

pub fn is_text(f: Gc<FileObj>) -> bool {
    f.value().tag == tag::FILE
}

pub fn as_file(v: Value) -> Option<Gc<FileObj>> {
    match v.tag {
        tag::FILE | ids::BUFFERED_READER | ids::BUFFERED_WRITER | ids::BUFFERED_RANDOM => Some(v.cast()),
        _ => None,
    }
}

fn finalize(v: Value) {
    let mut f: Gc<FileObj> = v.cast();
    if !f.stream.is_null() {
        // SAFETY: owned by this object, which is dead.
        let mut stream = unsafe { Box::from_raw(f.stream) };
        f.stream = std::ptr::null_mut();
        let _ = stream.close();
    }
}

fn repr(v: Value) -> R {
    let f: Gc<FileObj> = v.cast();
    let name = ops::repr(f.name)?.to_string_lossy();
    let class = ops::class_name(crate::types::type_of(v));
    let class = class.rsplit('.').next().unwrap_or("").to_owned();
    let text = if is_text(f) {
        let mode = ops::repr(f.mode)?.to_string_lossy();
        let encoding = ops::repr(f.encoding)?.to_string_lossy();
        format!("<_io.{class} name={name} mode={mode} encoding={encoding}>")
    } else {
        format!("<_io.{class} name={name}>")
    };
    Ok(StrObj::from_str(&text).value())
}

/// An error of the system for this file.
#[cold]
pub fn failed(errno: i32) -> Raised {
    if errno == libc::EINTR
        && let Err(interrupted) = crate::start::interrupt::check()
    {
        return interrupted;
    }
    crate::exceptions::os_error::raise_errno(errno, None)
}

// ---- the standard streams ----

static STANDARD: [Root; 3] = [Root::new(), Root::new(), Root::new()];

/// Standard stream 0, 1 or 2 as the program started with it.
pub fn standard(fd: usize) -> Gc<FileObj> {
    if let Some(v) = STANDARD[fd].get().bound() {
        return v.cast();
    }
    register();
    let name = ["<stdin>", "<stdout>", "<stderr>"][fd];
    let mut stream = Stream::new(fd as i32, fd == 0, fd != 0, Buffering::Block, false);
    stream.standard = true;
    if fd == 2 || stream.is_terminal() {
        stream.buffering = Buffering::Line;
    }
    let name = StrObj::from_str(name).value();
    let mut f = new_file(tag::FILE, stream, name, if fd == 0 { "r" } else { "w" });
    f.encoding = name!("utf-8").value();
    f.errors = if fd == 2 { name!("backslashreplace").value() } else { name!("strict").value() };
    STANDARD[fd].set(f.value());
    f
}

/// Whether `v` is the object that standard stream `fd` started with.
pub fn is_standard(v: Value, fd: usize) -> bool {
    STANDARD[fd].get().bound().is_some_and(|own| own.is(v))
}

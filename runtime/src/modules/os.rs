//! The module `posix`: the system calls under `os` and `os.path`.

use super::io::open::path_bytes;
use super::struct_sequence;
use crate::bytes::object::{BytesObj, bytes_argument};
use crate::containers::{DictObj, ListObj};
use crate::core::{Args, R, Raised, StrObj, Value};
use crate::exceptions::os_error::raise_errno;
use crate::memory::Root;
use crate::numbers::int_object::as_int;
use crate::objects::ops;
use crate::types::spec::{MethodDef, ModuleSpec};
use std::ffi::{CStr, CString};
use std::os::unix::ffi::OsStrExt;

pub static MODULE: ModuleSpec = ModuleSpec {
    name: "posix",
    functions: &[
        MethodDef::function("getcwd", getcwd),
        MethodDef::function("chdir", |a| path_call(a, "chdir", |p| unsafe { libc::chdir(p) })),
        MethodDef::function("mkdir", mkdir),
        MethodDef::function("rmdir", |a| path_call(a, "rmdir", |p| unsafe { libc::rmdir(p) })),
        MethodDef::function("remove", |a| path_call(a, "remove", |p| unsafe { libc::unlink(p) })),
        MethodDef::function("unlink", |a| path_call(a, "unlink", |p| unsafe { libc::unlink(p) })),
        MethodDef::function("rename", rename),
        MethodDef::function("replace", rename),
        MethodDef::function("listdir", listdir),
        MethodDef::function("stat", |a| stat(a, true)),
        MethodDef::function("lstat", |a| stat(a, false)),
        MethodDef::function("access", access),
        MethodDef::function("getpid", |_| Ok(Value::int(unsafe { libc::getpid() } as i64))),
        MethodDef::function("getppid", |_| Ok(Value::int(unsafe { libc::getppid() } as i64))),
        MethodDef::function("getuid", |_| Ok(Value::int(unsafe { libc::getuid() } as i64))),
        MethodDef::function("cpu_count", cpu_count),
        MethodDef::function("urandom", urandom),
        MethodDef::function("_exit", |a| {
            a.exactly("_exit", 1)?;
            std::process::exit(as_int(ops::index(a.pos[0])?).expect("an int").clamped() as i32)
        }),
        MethodDef::function("strerror", |a| {
            a.exactly("strerror", 1)?;
            let n = as_int(ops::index(a.pos[0])?).expect("an int").clamped();
            Ok(StrObj::from_str(&crate::exceptions::os_error::error_text(n as i32)).value())
        }),
        MethodDef::function("_environment", environment),
        MethodDef::function("_setenv", setenv),
        MethodDef::function("_unsetenv", unsetenv),
        MethodDef::function("system", system),
        MethodDef::function("close", |a| descriptor_call(a, |fd| unsafe { libc::close(fd) })),
        MethodDef::function("isatty", |a| {
            let fd = as_int(ops::index(a.pos[0])?).expect("an int").clamped();
            Ok(Value::bool(unsafe { libc::isatty(fd as i32) } == 1))
        }),
        MethodDef::function("write", write),
    ],
    setup: |_: Value| Ok(()),
    doc: "This module provides access to operating system functionality.",
};

super::native_module!(tp_module_posix, MODULE);

fn last_errno() -> i32 {
    std::io::Error::last_os_error().raw_os_error().unwrap_or(0)
}

#[cold]
fn failed(path: Value) -> Raised {
    raise_errno(last_errno(), Some(path))
}

fn path_call(args: &Args, name: &str, f: fn(*const libc::c_char) -> i32) -> R {
    Args::positional(args.pos).between(name, 1, 1)?;
    let path = path_bytes(args.pos[0], &format!("{name}: "))?;
    if f(path.as_ptr()) < 0 {
        return Err(failed(args.pos[0]));
    }
    Ok(Value::NONE)
}

fn descriptor_call(args: &Args, f: fn(i32) -> i32) -> R {
    args.between("close", 1, 1)?;
    let fd = as_int(ops::index(args.pos[0])?).expect("an int").clamped();
    if f(fd as i32) < 0 {
        return Err(raise_errno(last_errno(), None));
    }
    Ok(Value::NONE)
}

fn getcwd(args: &Args) -> R {
    args.exactly("posix.getcwd", 0)?;
    match std::env::current_dir() {
        Ok(p) => Ok(file_name(p.as_os_str().as_bytes())),
        Err(e) => Err(crate::exceptions::os_error::raise_io(&e, None)),
    }
}

/// Names that are not utf-8 keep their bytes as lone surrogates.
fn file_name(bytes: &[u8]) -> Value {
    match std::str::from_utf8(bytes) {
        Ok(s) => StrObj::from_str(s).value(),
        Err(_) => {
            let source = BytesObj::from_slice(bytes).value();
            let (encoding, errors) = (name!("utf-8").value(), name!("surrogateescape").value());
            match crate::text::encode_methods::decode(bytes, source, encoding, errors, "decode") {
                Ok(s) => s.value(),
                Err(raised) => {
                    crate::core::error::take_pending(raised);
                    StrObj::from_str(&String::from_utf8_lossy(bytes)).value()
                }
            }
        }
    }
}

fn mkdir(args: &Args) -> R {
    let [path, mode, _] = args.bind("mkdir", ["path", "mode", "dir_fd"], 0, 2, 1)?;
    let mode = match mode.bound() {
        None => 0o777,
        Some(m) => as_int(ops::index(m)?).expect("an int").clamped(),
    };
    let p = path_bytes(path, "mkdir: ")?;
    // SAFETY: a valid path.
    if unsafe { libc::mkdir(p.as_ptr(), mode as libc::mode_t) } < 0 {
        return Err(failed(path));
    }
    Ok(Value::NONE)
}

fn rename(args: &Args) -> R {
    let [from, to, _, _] = args.bind("rename", ["src", "dst", "src_dir_fd", "dst_dir_fd"], 0, 2, 2)?;
    let (a, b) = (path_bytes(from, "rename: ")?, path_bytes(to, "rename: ")?);
    // SAFETY: valid paths.
    if unsafe { libc::rename(a.as_ptr(), b.as_ptr()) } < 0 {
        let errno = last_errno();
        let args = [
            Value::int(errno as i64),
            StrObj::from_str(&crate::exceptions::os_error::error_text(errno)).value(),
            from,
            Value::NONE,
            to,
        ];
        return Err(crate::core::error::raise_args(
            crate::exceptions::os_error::class_for(errno as i64),
            &args,
        ));
    }
    Ok(Value::NONE)
}

fn listdir(args: &Args) -> R {
    let [path] = args.bind("listdir", ["path"], 0, 1, 0)?;
    let path = path.bound().filter(|p| !p.is_none()).unwrap_or(name!(".").value());
    let p = path_bytes(path, "listdir: ")?;
    let names = ListObj::new();
    // SAFETY: the directory is open between opendir and closedir; entries are read one by one.
    unsafe {
        let dir = libc::opendir(p.as_ptr());
        if dir.is_null() {
            return Err(failed(path));
        }
        loop {
            let entry = libc::readdir(dir);
            if entry.is_null() {
                break;
            }
            let name = CStr::from_ptr((*entry).d_name.as_ptr()).to_bytes();
            if name != b"." && name != b".." {
                ListObj::push(names, file_name(name));
            }
        }
        libc::closedir(dir);
    }
    Ok(names.value())
}

static STAT_RESULT: Root = Root::new();

fn stat_result() -> R {
    if let Some(c) = STAT_RESULT.get().bound() {
        return Ok(c);
    }
    let fields = [
        "st_mode",
        "st_ino",
        "st_dev",
        "st_nlink",
        "st_uid",
        "st_gid",
        "st_size",
        "st_atime",
        "st_mtime",
        "st_ctime",
        "st_mtime_ns",
    ];
    let class = struct_sequence::class("os", "stat_result", &fields)?;
    STAT_RESULT.set(class);
    Ok(class)
}

fn stat(args: &Args, follow: bool) -> R {
    let names = ["path", "dir_fd", "follow_symlinks"];
    let [path, _, links] = args.bind("stat", names, 0, 1, 1)?;
    let follow = follow && links.bound().map_or(Ok(true), ops::truth)?;
    // SAFETY: a stat may be all zeros; a valid path or descriptor.
    let s = unsafe {
        let mut s: libc::stat = std::mem::zeroed();
        let failure = if let Some(fd) = as_int(path) {
            libc::fstat(fd.clamped() as i32, &mut s)
        } else {
            let p = path_bytes(path, "stat: path should be string, bytes, os.PathLike or integer: ")?;
            if follow { libc::stat(p.as_ptr(), &mut s) } else { libc::lstat(p.as_ptr(), &mut s) }
        };
        if failure < 0 {
            return Err(failed(path));
        }
        s
    };
    let seconds = |t: i64, ns: i64| Value::float(t as f64 + ns as f64 * 1e-9);
    let items = [
        Value::int(s.st_mode as i64),
        Value::int(s.st_ino as i64),
        Value::int(s.st_dev as i64),
        Value::int(s.st_nlink as i64),
        Value::int(s.st_uid as i64),
        Value::int(s.st_gid as i64),
        Value::int(s.st_size),
        seconds(s.st_atime, s.st_atime_nsec),
        seconds(s.st_mtime, s.st_mtime_nsec),
        seconds(s.st_ctime, s.st_ctime_nsec),
        Value::int(s.st_mtime * 1_000_000_000 + s.st_mtime_nsec),
    ];
    struct_sequence::instance(stat_result()?, &items)
}

fn access(args: &Args) -> R {
    Args::positional(args.pos).between("access", 2, 2)?;
    let p = path_bytes(args.pos[0], "access: ")?;
    let mode = as_int(ops::index(args.pos[1])?).expect("an int").clamped();
    // SAFETY: a valid path.
    Ok(Value::bool(unsafe { libc::access(p.as_ptr(), mode as i32) } == 0))
}

fn cpu_count(_: &Args) -> R {
    Ok(Value::int(std::thread::available_parallelism().map_or(1, |n| n.get()) as i64))
}

fn urandom(args: &Args) -> R {
    super::random::urandom(args)
}

/// `{name: value}` of the process as it was started.
fn environment(_: &Args) -> R {
    let all = DictObj::new();
    for (name, value) in std::env::vars_os() {
        DictObj::insert(all, file_name(name.as_bytes()), file_name(value.as_bytes()))?;
    }
    Ok(all.value())
}

fn c_text(v: Value) -> R<CString> {
    path_bytes(v, "")
}

fn setenv(args: &Args) -> R {
    args.between("setenv", 2, 2)?;
    let (name, value) = (c_text(args.pos[0])?, c_text(args.pos[1])?);
    // SAFETY: one thread; valid strings.
    unsafe { libc::setenv(name.as_ptr(), value.as_ptr(), 1) };
    Ok(Value::NONE)
}

fn unsetenv(args: &Args) -> R {
    args.between("unsetenv", 1, 1)?;
    let name = c_text(args.pos[0])?;
    // SAFETY: as above.
    unsafe { libc::unsetenv(name.as_ptr()) };
    Ok(Value::NONE)
}

fn system(args: &Args) -> R {
    let [command] = args.bind("system", ["command"], 0, 1, 1)?;
    let command = c_text(command)?;
    crate::builtins::streams::flush_stdout();
    // SAFETY: a valid string.
    Ok(Value::int(unsafe { libc::system(command.as_ptr()) } as i64))
}

fn write(args: &Args) -> R {
    args.between("write", 2, 2)?;
    let fd = as_int(ops::index(args.pos[0])?).expect("an int").clamped();
    let bytes = bytes_argument(args.pos[1])?;
    // SAFETY: a valid buffer.
    let n = unsafe { libc::write(fd as i32, bytes.as_ptr().cast(), bytes.len()) };
    if n < 0 { Err(raise_errno(last_errno(), None)) } else { Ok(Value::int(n as i64)) }
}

//! The module `sys`.

use super::io::file_type::standard;
use super::struct_sequence;
use crate::builtins::streams;
use crate::containers::{DictObj, ListObj, TupleObj};
use crate::core::{Args, R, StrObj, Value, mutator};
use crate::memory::Root;
use crate::numbers::int_object::as_int;
use crate::objects::ops;
use crate::types::spec::{MethodDef, ModuleSpec};
use crate::types::type_of;
use runtime_interface::tag;

pub static MODULE: ModuleSpec = ModuleSpec {
    name: "sys",
    functions: &[
        MethodDef::function("exit", exit),
        MethodDef::function("getrecursionlimit", getrecursionlimit),
        MethodDef::function("setrecursionlimit", setrecursionlimit),
        MethodDef::function("getsizeof", getsizeof),
        MethodDef::function("getrefcount", |a| {
            a.exactly("sys.getrefcount", 1)?;
            Ok(Value::int(2))
        }),
        MethodDef::function("intern", intern),
        MethodDef::function("exc_info", exc_info),
        MethodDef::function("exception", exception),
        MethodDef::function("getdefaultencoding", |_| Ok(name!("utf-8").value())),
        MethodDef::function("getfilesystemencoding", |_| Ok(name!("utf-8").value())),
        MethodDef::function("is_finalizing", |_| Ok(Value::FALSE)),
        MethodDef::function("getswitchinterval", |_| Ok(Value::float(0.005))),
        MethodDef::function("get_int_max_str_digits", |_| {
            Ok(Value::int(crate::numbers::int_text::max_str_digits() as i64))
        }),
        MethodDef::function("set_int_max_str_digits", set_int_max_str_digits),
        MethodDef::function("displayhook", displayhook),
        MethodDef::function("_is_gil_enabled", |_| Ok(Value::TRUE)),
    ],
    setup,
    doc: "This module provides access to some objects used or maintained by the\ninterpreter.",
};

super::native_module!(tp_module_sys, MODULE);

const VERSION: &str = "3.13.0 (taipan) [LLVM]";

/// `sys.stdout` (1) or another standard stream as it is now.
fn stream(fd: usize) -> Value {
    streams::replaced(fd).unwrap_or_else(|| standard(fd).value())
}

fn setup(dict: Value) -> R<()> {
    streams::SYS.set(dict);
    let d = dict.cast::<DictObj>();
    let set = |name: &str, v: Value| DictObj::set_str(d, StrObj::from_str(name), v);
    let text = |s: &str| StrObj::from_str(s).value();
    for (fd, name) in ["stdin", "stdout", "stderr"].iter().enumerate() {
        set(name, standard(fd).value());
        set(&format!("__{name}__"), standard(fd).value());
    }
    set("maxsize", Value::int(i64::MAX));
    set("maxunicode", Value::int(0x10ffff));
    set("byteorder", text("little"));
    set("platform", text("linux"));
    set("version", text(VERSION));
    set("hexversion", Value::int(0x030d00f0));
    set("api_version", Value::int(1013));
    set("copyright", text("Copyright (c) 2001-2024 Python Software Foundation.\nAll Rights Reserved."));
    set("float_repr_style", text("short"));
    set("dont_write_bytecode", Value::FALSE);
    set("prefix", text("/usr"));
    set("exec_prefix", text("/usr"));
    set("base_prefix", text("/usr"));
    set("pycache_prefix", Value::NONE);
    set("platlibdir", text("lib"));
    set("warnoptions", ListObj::new().value());
    set("meta_path", ListObj::new().value());
    set("path_hooks", ListObj::new().value());
    set("path_importer_cache", DictObj::new().value());
    set("ps1", text(">>> "));
    set("builtin_module_names", TupleObj::empty().value());
    let executable = std::env::current_exe().map(|p| p.to_string_lossy().into_owned()).unwrap_or_default();
    set("executable", text(&executable));
    let argv = ListObj::new();
    for a in crate::start::entry::arguments() {
        ListObj::push(argv, text(&String::from_utf8_lossy(&a)));
    }
    set("orig_argv", ListObj::from_slice(ListObj::as_slice(argv)).value());
    set("argv", argv.value());
    let path = ListObj::new();
    ListObj::push(path, text(&program_folder()));
    set("path", path.value());
    set("modules", crate::objects::module::modules().value());
    structures(&set)
}

/// The folder of the program's main file: `sys.path[0]`.
fn program_folder() -> String {
    let program = crate::objects::module::program();
    if program.module_count == 0 {
        return String::new();
    }
    // SAFETY: emitted data: the first module is the program's.
    let file = unsafe {
        let main = *(program.modules as *const *const runtime_interface::layout::ModuleDesc);
        crate::core::Gc::<StrObj>::from_nullable((*main).file as *mut StrObj)
    };
    let file = file.map_or(String::new(), |f| f.to_string_lossy());
    let folder = std::path::Path::new(&file).parent().map(|p| p.to_path_buf()).unwrap_or_default();
    std::path::absolute(if folder.as_os_str().is_empty() { ".".as_ref() } else { folder.as_path() })
        .map(|p| p.to_string_lossy().trim_end_matches("/.").to_owned())
        .unwrap_or_default()
}

fn structures(set: &dyn Fn(&str, Value)) -> R<()> {
    let text = |s: &str| StrObj::from_str(s).value();
    let make = |name: &str, fields: &[&str], items: &[Value]| -> R {
        struct_sequence::instance(struct_sequence::class("sys", name, fields)?, items)
    };
    let version = make(
        "version_info",
        &["major", "minor", "micro", "releaselevel", "serial"],
        &[Value::int(3), Value::int(13), Value::int(0), text("final"), Value::int(0)],
    )?;
    set("version_info", version);
    set(
        "float_info",
        make(
            "float_info",
            &[
                "max",
                "max_exp",
                "max_10_exp",
                "min",
                "min_exp",
                "min_10_exp",
                "dig",
                "mant_dig",
                "epsilon",
                "radix",
                "rounds",
            ],
            &[
                Value::float(f64::MAX),
                Value::int(1024),
                Value::int(308),
                Value::float(f64::MIN_POSITIVE),
                Value::int(-1021),
                Value::int(-307),
                Value::int(15),
                Value::int(53),
                Value::float(f64::EPSILON),
                Value::int(2),
                Value::int(1),
            ],
        )?,
    );
    set(
        "int_info",
        make(
            "int_info",
            &["bits_per_digit", "sizeof_digit", "default_max_str_digits", "str_digits_check_threshold"],
            &[Value::int(30), Value::int(4), Value::int(4300), Value::int(640)],
        )?,
    );
    set(
        "hash_info",
        make(
            "hash_info",
            &["width", "modulus", "inf", "nan", "imag", "algorithm", "hash_bits", "seed_bits", "cutoff"],
            &[
                Value::int(64),
                Value::int((1 << 61) - 1),
                Value::int(314159),
                Value::int(0),
                Value::int(1000003),
                text("siphash13"),
                Value::int(64),
                Value::int(128),
                Value::int(0),
            ],
        )?,
    );
    let flags = [
        "debug",
        "inspect",
        "interactive",
        "optimize",
        "dont_write_bytecode",
        "no_user_site",
        "no_site",
        "ignore_environment",
        "verbose",
        "bytes_warning",
        "quiet",
        "hash_randomization",
        "isolated",
        "dev_mode",
        "utf8_mode",
        "warn_default_encoding",
        "safe_path",
        "int_max_str_digits",
    ];
    let mut values = [Value::int(0); 18];
    values[11] = Value::int(1);
    values[13] = Value::FALSE;
    values[16] = Value::FALSE;
    values[17] = Value::int(4300);
    set("flags", make("flags", &flags, &values)?);
    let implementation = DictObj::new();
    DictObj::set_str(implementation, name!("name"), text("cpython"));
    DictObj::set_str(implementation, name!("cache_tag"), text("cpython-313"));
    DictObj::set_str(implementation, name!("version"), version);
    DictObj::set_str(implementation, name!("hexversion"), Value::int(0x030d00f0));
    set("implementation", super::simple_namespace::from_dict(implementation));
    Ok(())
}

fn exit(args: &Args) -> R {
    args.between("exit", 0, 1)?;
    Err(crate::core::error::raise_args(tag::exception::SystemExit, args.pos))
}

fn getrecursionlimit(args: &Args) -> R {
    args.exactly("sys.getrecursionlimit", 0)?;
    // SAFETY: the mutator is a static of this thread.
    Ok(Value::int(unsafe { (*mutator()).head.depth_limit }))
}

fn setrecursionlimit(args: &Args) -> R {
    args.exactly("sys.setrecursionlimit", 1)?;
    let n = as_int(ops::index(args.pos[0])?).expect("an int").clamped();
    if n < 1 {
        return Err(raise!(ValueError, "recursion limit must be greater or equal than 1"));
    }
    if n > i32::MAX as i64 {
        return Err(raise!(OverflowError, "Python int too large to convert to C int"));
    }
    // SAFETY: as above.
    unsafe {
        let depth = (*mutator()).head.depth;
        if n <= depth {
            return Err(raise!(
                RecursionError,
                "cannot set the recursion limit to {n} at the recursion depth {depth}: the limit is too low"
            ));
        }
        (*mutator()).head.depth_limit = n;
    }
    Ok(Value::NONE)
}

/// What CPython's layouts take, near enough for programs that compare sizes.
fn getsizeof(args: &Args) -> R {
    args.between("getsizeof", 1, 2)?;
    let v = args.pos[0];
    if let Some(size) = ops::call_special_optional(v, name!("__sizeof__"), &[])? {
        let header = if v.is_heap() && !matches!(v.tag, tag::STR | tag::BYTES | tag::BIGINT | tag::COMPLEX) {
            16
        } else {
            0
        };
        let size = as_int(ops::index(size)?).expect("an int").clamped();
        return Ok(Value::int(size + header));
    }
    let size = match v.tag {
        tag::INT => 24 + 4 * as_int(v).expect("an int").bit_length().div_ceil(30).max(1) as i64,
        tag::FLOAT => 24,
        tag::BOOL => 28,
        tag::NONE => 16,
        _ => type_of(v).instance_size as i64 + 16,
    };
    Ok(Value::int(size))
}

fn intern(args: &Args) -> R {
    args.exactly("sys.intern", 1)?;
    if args.pos[0].tag != tag::STR {
        let name = ops::type_name(args.pos[0]);
        return Err(raise!(TypeError, "intern() argument must be str, not {name}"));
    }
    let table: crate::core::Gc<DictObj> = match INTERNED.get().bound() {
        Some(t) => t.cast(),
        None => {
            let t = DictObj::new();
            INTERNED.set(t.value());
            t
        }
    };
    DictObj::set_default(table, args.pos[0], args.pos[0])
}

static INTERNED: Root = Root::new();

fn handled() -> Value {
    // SAFETY: the mutator is a static of this thread.
    unsafe { (*mutator()).handled }
}

fn exc_info(args: &Args) -> R {
    args.exactly("sys.exc_info", 0)?;
    let e = handled();
    if e.is_none() || e.is_unbound() {
        return Ok(TupleObj::from_slice(&[Value::NONE; 3]).value());
    }
    let traceback = ops::getattr(e, name!("__traceback__"))?;
    Ok(TupleObj::from_slice(&[type_of(e).value(), e, traceback]).value())
}

fn exception(args: &Args) -> R {
    args.exactly("sys.exception", 0)?;
    Ok(handled().bound().unwrap_or(Value::NONE))
}

fn set_int_max_str_digits(args: &Args) -> R {
    let [n] = args.bind("set_int_max_str_digits", ["maxdigits"], 0, 1, 1)?;
    let n = as_int(ops::index(n)?).expect("an int").clamped();
    if n != 0 && n < 640 {
        return Err(raise!(ValueError, "maxdigits must be 0 or larger than 640"));
    }
    crate::numbers::int_text::set_max_str_digits(n as usize);
    Ok(Value::NONE)
}

fn displayhook(args: &Args) -> R {
    args.exactly("sys.displayhook", 1)?;
    if args.pos[0].is_none() {
        return Ok(Value::NONE);
    }
    let shown = ops::repr(args.pos[0])?;
    let out = stream(1);
    ops::call_method(out, name!("write"), &[shown.value()])?;
    ops::call_method(out, name!("write"), &[name!("\n").value()])?;
    Ok(Value::NONE)
}

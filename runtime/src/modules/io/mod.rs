//! The module `io`, the builtin `open`, and the standard streams.
//!
//! A *file* is a descriptor with a read and a write buffer outside the collected heap ([`stream`]);
//! text files and binary files differ in their type only. `StringIO` and `BytesIO` keep everything
//! in collected memory.

pub mod bytes_io;
pub mod file_methods;
pub mod file_type;
pub mod open;
pub mod stream;
pub mod string_io;

use crate::containers::{DictObj, TupleObj};
use crate::core::{R, Raised, Value};
use crate::memory::Root;
use crate::objects::ops;
use crate::types::spec::{MethodDef, ModuleSpec};
use crate::types::type_by_id;
use runtime_interface::tag;

pub static MODULE: ModuleSpec = ModuleSpec {
    name: "io",
    functions: &[
        MethodDef::function("open", open::open),
        MethodDef::function("text_encoding", |a| Ok(a.get(0).unwrap_or(Value::NONE))),
    ],
    setup,
    doc: "The io module provides the Python interfaces to stream handling.",
};

super::native_module!(tp_module_io, MODULE);

fn setup(dict: Value) -> R<()> {
    let dict = dict.cast::<DictObj>();
    super::add_type(dict, &string_io::STRING_IO);
    super::add_type(dict, &bytes_io::BYTES_IO);
    file_type::register();
    for id in
        [tag::FILE, super::ids::BUFFERED_READER, super::ids::BUFFERED_WRITER, super::ids::BUFFERED_RANDOM]
    {
        let t = type_by_id(id);
        DictObj::set_str(dict, t.name, t.value());
    }
    for (name, n) in [("SEEK_SET", 0), ("SEEK_CUR", 1), ("SEEK_END", 2), ("DEFAULT_BUFFER_SIZE", 8192)] {
        DictObj::set_str(dict, crate::core::StrObj::from_str(name), Value::int(n));
    }
    DictObj::set_str(dict, name!("UnsupportedOperation"), unsupported_class()?);
    Ok(())
}

static UNSUPPORTED: Root = Root::new();

/// `io.UnsupportedOperation`, a subclass of OSError and ValueError.
fn unsupported_class() -> R {
    if let Some(c) = UNSUPPORTED.get().bound() {
        return Ok(c);
    }
    let bases = TupleObj::pair(
        type_by_id(tag::exception::OSError).value(),
        type_by_id(tag::exception::ValueError).value(),
    );
    let namespace = DictObj::new();
    DictObj::set_str(namespace, name!("__module__"), name!("io").value());
    let name = name!("UnsupportedOperation").value();
    let class = ops::call(type_by_id(tag::TYPE).value(), &[name, bases.value(), namespace.value()])?;
    UNSUPPORTED.set(class);
    Ok(class)
}

/// Raises `io.UnsupportedOperation`: "not readable" and the like.
#[cold]
pub fn unsupported(text: &str) -> Raised {
    let message = crate::core::StrObj::from_str(text).value();
    match unsupported_class().and_then(|c| ops::call(c, &[message])) {
        Ok(e) => crate::exceptions::raise_exception(e),
        Err(raised) => raised,
    }
}

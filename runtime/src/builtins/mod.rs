//! The builtin functions that are not constructors of a type, and the table from names to builtins.

pub mod classes;
pub mod inspect;
pub mod iteration;
pub mod print;
pub mod streams;

use crate::containers::DictObj;
use crate::core::{Gc, StrObj, Value};
use crate::memory::Root;
use crate::objects::builtin_function;
use crate::types::{MethodDef, builtin_types::BUILTIN_TYPES, type_by_id};
use runtime_interface::tag;
use runtime_interface::tag::exception;

/// The functions of each file.
static FUNCTIONS: &[&[MethodDef]] = &[
    classes::FUNCTIONS,
    inspect::FUNCTIONS,
    iteration::FUNCTIONS,
    print::FUNCTIONS,
    crate::iteration::builtins::FUNCTIONS,
    crate::modules::io::open::FUNCTIONS,
    crate::numbers::builtins::FUNCTIONS,
    crate::text::builtins::FUNCTIONS,
];

/// Name to builtin, made when first asked for.
static TABLE: Root = Root::new();

fn table() -> Gc<DictObj> {
    let known = TABLE.get();
    if !known.is_unbound() {
        return known.cast();
    }
    let d = DictObj::new();
    TABLE.set(d.value());
    let module = name!("builtins").value();
    for f in FUNCTIONS.iter().flat_map(|f| f.iter()) {
        DictObj::set_str(d, StrObj::from_str(f.name), builtin_function::function(f, module));
    }
    for spec in BUILTIN_TYPES {
        if spec.module == "builtins" && is_visible(spec.id) {
            DictObj::set_str(d, StrObj::from_str(spec.name), type_by_id(spec.id).value());
        }
    }
    for (id, name, _) in exception::TABLE {
        DictObj::set_str(d, StrObj::from_str(name), type_by_id(*id).value());
    }
    let os_error = type_by_id(exception::OSError).value();
    DictObj::set_str(d, name!("EnvironmentError"), os_error);
    DictObj::set_str(d, name!("IOError"), os_error);
    for (name, v) in [
        (name!("None"), Value::NONE),
        (name!("True"), Value::TRUE),
        (name!("False"), Value::FALSE),
        (name!("Ellipsis"), Value::ELLIPSIS),
        (name!("NotImplemented"), Value::NOT_IMPLEMENTED),
        (name!("__debug__"), Value::TRUE),
    ] {
        DictObj::set_str(d, name, v);
    }
    d
}

/// Whether a type of module `builtins` is a builtin name (`generator` is not).
fn is_visible(id: u64) -> bool {
    matches!(
        id,
        tag::BOOL
            | tag::INT
            | tag::FLOAT
            | tag::COMPLEX
            | tag::STR
            | tag::BYTES
            | tag::BYTEARRAY
            | tag::LIST
            | tag::TUPLE
            | tag::DICT
            | tag::SET
            | tag::FROZENSET
            | tag::RANGE
            | tag::SLICE
            | tag::TYPE
            | tag::OBJECT
            | tag::PROPERTY
            | tag::STATICMETHOD
            | tag::CLASSMETHOD
            | tag::SUPER
            | tag::ENUMERATE
            | tag::ZIP
            | tag::MAP
            | tag::FILTER
            | tag::REVERSED
            | tag::MEMORYVIEW
    )
}

/// The builtin of that name.
pub fn find(name: Gc<StrObj>) -> Option<Value> {
    DictObj::get_str(table(), name)
}

/// The namespace of module `builtins`.
pub fn namespace() -> Gc<DictObj> {
    table()
}

/// All builtin names, for suggestions.
pub fn names() -> Vec<String> {
    let mut found = Vec::new();
    let mut position = 0;
    while let Some((k, _)) = DictObj::next_entry(table(), &mut position) {
        found.push(k.cast::<StrObj>().to_string_lossy());
    }
    found
}

//! Tuples with named fields as C modules make them: `sys.version_info`, `time.struct_time`.

use super::collections;
use crate::containers::{DictObj, TupleObj};
use crate::core::{Args, R, StrObj, Value};
use crate::objects::{builtin_function, ops};
use crate::types::{MethodDef, type_by_id, type_of};
use runtime_interface::tag;

static REPR: MethodDef = MethodDef::method("__repr__", repr);

/// A subclass of tuple with a name for each of its first items. The first `shown` are in its repr.
pub fn class(module: &str, name: &str, fields: &[&str]) -> R {
    let namespace = DictObj::new();
    let set = |key: &str, v: Value| DictObj::set_str(namespace, StrObj::from_str(key), v);
    set("__module__", StrObj::from_str(module).value());
    set("__slots__", TupleObj::empty().value());
    set("n_fields", Value::int(fields.len() as i64));
    set("n_sequence_fields", Value::int(fields.len() as i64));
    set("n_unnamed_fields", Value::int(0));
    let names = TupleObj::new(fields.len());
    for (i, field) in fields.iter().enumerate() {
        TupleObj::set(names, i, StrObj::from_str(field).value());
        set(field, collections::accessor(i)?);
    }
    set("__match_args__", names.value());
    set("__repr__", builtin_function::for_class(&REPR, type_by_id(tag::OBJECT)));
    let bases = TupleObj::from_slice(&[type_by_id(tag::TUPLE).value()]);
    let name = StrObj::from_str(name).value();
    ops::call(type_by_id(tag::TYPE).value(), &[name, bases.value(), namespace.value()])
}

/// An instance.
pub fn instance(class: Value, items: &[Value]) -> R {
    ops::call(class, &[TupleObj::from_slice(items).value()])
}

fn repr(args: &Args) -> R {
    let v = args.receiver();
    let class = type_of(v);
    let names = ops::getattr(class.value(), name!("__match_args__"))?.cast::<TupleObj>();
    let Some(items) = ops::unwrap(v).exact::<TupleObj>() else { return Ok(Value::NONE) };
    let mut parts = Vec::new();
    for i in 0..names.len.min(items.len) {
        let name = TupleObj::get(names, i).cast::<StrObj>().to_string_lossy();
        parts.push(format!("{name}={}", ops::repr(TupleObj::get(items, i))?.to_string_lossy()));
    }
    let name = crate::types::naming::qualified_with_module(class);
    Ok(StrObj::from_str(&format!("{name}({})", parts.join(", "))).value())
}

//! The module `_collections`: `deque`, `defaultdict`, the accessors of named tuples, and what
//! `OrderedDict` and `Counter` need of the dict's table.

pub mod defaultdict;
mod deque;
pub mod deque_methods;
pub mod tuplegetter;

pub use deque::DequeObj;
pub use tuplegetter::accessor;

use crate::containers::dict_type::as_dict;
use crate::containers::{DictObj, TupleObj};
use crate::core::{Args, Gc, R, Value};
use crate::objects::ops;
use crate::types::Binary;
use crate::types::spec::{MethodDef, ModuleSpec};
use runtime_interface::tag;

pub static MODULE: ModuleSpec = ModuleSpec {
    name: "_collections",
    functions: &[
        MethodDef::function("_count_elements", count_elements),
        MethodDef::function("_dict_move_to_end", move_to_end),
        MethodDef::function("_dict_popitem", popitem),
    ],
    setup,
    doc: "High performance data structures.",
};

fn setup(dict: Value) -> R<()> {
    let dict = dict.cast::<DictObj>();
    super::add_type(dict, &deque::DEQUE);
    super::register_type(&deque::ITERATOR);
    super::register_type(&deque::REVERSE_ITERATOR);
    super::add_type(dict, &defaultdict::DEFAULTDICT);
    super::add_type(dict, &tuplegetter::TUPLEGETTER);
    Ok(())
}

super::native_module!(tp_module__collections, MODULE);

/// The dict that these functions work on, subclasses included.
fn dict_argument(v: Value) -> R<Gc<DictObj>> {
    match as_dict(v) {
        Some(d) => Ok(d),
        None => {
            let name = ops::type_name(v);
            Err(raise!(TypeError, "expected a dict, not {name}"))
        }
    }
}

/// `for x in iterable: mapping[x] = mapping.get(x, 0) + 1`
fn count_elements(args: &Args) -> R {
    args.between("_count_elements", 2, 2)?;
    let counts = dict_argument(args.pos[0])?;
    let it = ops::iter(args.pos[1])?;
    loop {
        let x = ops::next(it)?;
        if x.is_unbound() {
            return Ok(Value::NONE);
        }
        let hash = crate::containers::key::hash(x)?;
        let count = match DictObj::get_hashed(counts, x, hash)? {
            None => Value::int(1),
            Some(n) if n.tag == tag::INT && n.as_i64() < i64::MAX => Value::int(n.as_i64() + 1),
            Some(n) => ops::binary(Binary::Add, n, Value::int(1))?,
        };
        DictObj::insert_hashed(counts, x, hash, count)?;
    }
}

/// `move_to_end(dict, key, last)` for a key that is there.
fn move_to_end(args: &Args) -> R {
    args.between("move_to_end", 3, 3)?;
    let d = dict_argument(args.pos[0])?;
    let key = args.pos[1];
    let last = ops::truth(args.pos[2])?;
    let hash = crate::containers::key::hash(key)?;
    let Some(value) = DictObj::get_hashed(d, key, hash)? else { return Ok(Value::NONE) };
    if last {
        DictObj::remove_hashed(d, key, hash)?;
        DictObj::insert_hashed(d, key, hash, value)?;
        return Ok(Value::NONE);
    }
    DictObj::remove_hashed(d, key, hash)?;
    let rest = DictObj::copy(d);
    DictObj::clear(d);
    DictObj::insert_hashed(d, key, hash, value)?;
    DictObj::merge(d, rest, true)?;
    Ok(Value::NONE)
}

/// `popitem(dict, last)` of a dict that is not empty.
fn popitem(args: &Args) -> R {
    args.between("popitem", 2, 2)?;
    let d = dict_argument(args.pos[0])?;
    let last = ops::truth(args.pos[1])?;
    let entry = if last { DictObj::pop_last(d) } else { DictObj::pop_first(d) };
    match entry {
        Some((k, v)) => Ok(TupleObj::pair(k, v).value()),
        None => Err(raise!(KeyError, "dictionary is empty")),
    }
}

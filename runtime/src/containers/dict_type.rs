//! `dict`: slots and methods. Views are in `dict_views`, iterators in `dict_iterators`.

use super::dict_iterators::{Yields, dict_iterator, dict_reverse_iterator};
use super::dict_table::DictObj;
use super::dict_views::view;
use super::key;
use super::list::ListObj;
use super::repr::{InProgress, finish, push_repr, text};
use super::tuple::TupleObj;
use crate::core::error::raise_args;
use crate::core::{Args, Gc, R, Raised, StrObj, Value};
use crate::iteration::collect;
use crate::objects::call::call_special_optional;
use crate::objects::{instance, ops};
use crate::text::units::Buffer;
use crate::types::{Binary, Compare, MethodDef, Slots, TypeObj, TypeSpec, type_of};
use runtime_interface::tag;
use std::ops::ControlFlow::Continue;

pub static DICT: TypeSpec = TypeSpec {
    id: tag::DICT,
    name: "dict",
    descriptor: DictObj::DESCRIPTOR,
    slots: Slots {
        repr: Some(repr),
        compare: Some(compare),
        len: Some(|v| Ok(v.cast::<DictObj>().len)),
        getitem: Some(getitem),
        setitem: Some(setitem),
        contains: Some(|v, k| DictObj::contains(v.cast(), k)),
        iter: Some(|v| Ok(dict_iterator(v.cast(), Yields::Keys))),
        new: Some(new),
        init: Some(init),
        ..Slots::NONE
    }
    .with_binary(Binary::Or, union)
    .with_in_place(Binary::Or, in_place_union),
    methods: &[
        MethodDef::method("keys", |a| view_method(a, "keys", tag::DICT_KEYS)),
        MethodDef::method("values", |a| view_method(a, "values", tag::DICT_VALUES)),
        MethodDef::method("items", |a| view_method(a, "items", tag::DICT_ITEMS)),
        MethodDef::method("get", get),
        MethodDef::method("setdefault", setdefault),
        MethodDef::method("pop", pop),
        MethodDef::method("popitem", popitem),
        MethodDef::method("update", update_method),
        MethodDef::method("clear", clear),
        MethodDef::method("copy", copy),
        MethodDef::class_method("fromkeys", fromkeys),
        MethodDef::method("__reversed__", reversed),
        MethodDef::method("__sizeof__", sizeof),
    ],
    subclassable: true,
    doc: "dict() -> new empty dictionary\ndict(mapping) -> new dictionary initialized from a mapping object's\n    (key, value) pairs\ndict(iterable) -> new dictionary initialized as if via:\n    d = {}\n    for k, v in iterable:\n        d[k] = v\ndict(**kwargs) -> new dictionary initialized with the name=value pairs\n    in the keyword argument list.  For example:  dict(one=1, two=2)",
    ..TypeSpec::DEFAULT
};

fn receiver(args: &Args) -> Gc<DictObj> {
    args.receiver().cast()
}

/// The dict if `v` is one, or an instance of a subclass.
pub fn as_dict(v: Value) -> Option<Gc<DictObj>> {
    match v.tag {
        tag::DICT => Some(v.cast()),
        tag::DEFAULTDICT | tag::ORDERED_DICT => Some(v.cast()),
        t if t >= tag::FIRST_CLASS => match type_of(v).layout {
            tag::DICT | tag::DEFAULTDICT | tag::ORDERED_DICT => Some(v.cast()),
            _ => None,
        },
        _ => None,
    }
}

/// KeyError with the key as its argument.
#[cold]
pub fn missing_key(k: Value) -> Raised {
    raise_args(tag::exception::KeyError, &[k])
}

fn new(cls: Gc<TypeObj>, _: &Args) -> R {
    if cls.id == tag::DICT {
        return Ok(DictObj::new().value());
    }
    let d: Gc<DictObj> = instance::allocate(cls).cast();
    DictObj::initialize(d);
    Ok(d.value())
}

fn init(v: Value, args: &Args) -> R<()> {
    update_from_args(v.cast(), args, "dict")
}

fn update_from_args(d: Gc<DictObj>, args: &Args, function: &str) -> R<()> {
    Args::positional(args.pos).between(function, 0, 1)?;
    if let Some(source) = args.get(0) {
        update(d, source)?;
    }
    for (name, v) in args.kw_names.iter().zip(args.kw) {
        DictObj::set_str(d, name.cast::<StrObj>(), *v);
    }
    Ok(())
}

/// `d.update(source)`: a dict, something with `keys()`, or pairs.
pub fn update(d: Gc<DictObj>, source: Value) -> R<()> {
    if let Some(other) = source.exact::<DictObj>() {
        return DictObj::merge(d, other, true);
    }
    if ops::getattr_optional(source, name!("keys"))?.is_some() {
        return merge_mapping(d, source, true);
    }
    update_from_pairs(d, source)
}

/// Adds a mapping's items; `over` says whether they replace those that are there.
pub fn merge_mapping(d: Gc<DictObj>, source: Value, over: bool) -> R<()> {
    if let Some(other) = as_dict(source)
        && iterates_as_dict(source)
    {
        return DictObj::merge(d, other, over);
    }
    let keys = ops::call_method(source, name!("keys"), &[])?;
    let _ = collect::for_each(keys, |k| {
        if over || !DictObj::contains(d, k)? {
            let v = ops::getitem(source, k)?;
            DictObj::insert(d, k, v)?;
        }
        Ok(Continue::<()>(()))
    })?;
    Ok(())
}

/// Whether a dict's subclass leaves `__iter__` alone, so that its table may be read directly.
fn iterates_as_dict(v: Value) -> bool {
    let (own, dict) = (type_of(v).slots.iter, DICT.slots.iter);
    matches!((own, dict), (Some(a), Some(b)) if std::ptr::fn_addr_eq(a, b))
}

fn update_from_pairs(d: Gc<DictObj>, source: Value) -> R<()> {
    let mut n = 0;
    let _ = collect::for_each(source, |pair| {
        let t = type_of(pair);
        let items = match pair.tag {
            tag::TUPLE | tag::LIST => pair,
            _ if t.slots.iter.is_none() && t.slots.getitem.is_none() => {
                return Err(raise!(
                    TypeError,
                    "cannot convert dictionary update sequence element #{n} to a sequence"
                ));
            }
            _ => collect::list(pair)?.value(),
        };
        let items = match items.exact::<TupleObj>() {
            Some(t) => TupleObj::as_slice(t),
            None => ListObj::as_slice(items.cast()),
        };
        let &[k, v] = items else {
            let len = items.len();
            return Err(raise!(
                ValueError,
                "dictionary update sequence element #{n} has length {len}; 2 is required"
            ));
        };
        DictObj::insert(d, k, v)?;
        n += 1;
        Ok(Continue::<()>(()))
    })?;
    Ok(())
}

fn repr(v: Value) -> R {
    let d: Gc<DictObj> = v.cast();
    let Some(_guard) = InProgress::enter(d) else { return Ok(text("{...}")) };
    let mut out = Buffer::new();
    out.push_ascii(b"{");
    let mut i = 0;
    let mut first = true;
    while let Some((k, x)) = DictObj::next_entry(d, &mut i) {
        if !first {
            out.push_ascii(b", ");
        }
        first = false;
        push_repr(&mut out, k)?;
        out.push_ascii(b": ");
        push_repr(&mut out, x)?;
    }
    out.push_ascii(b"}");
    Ok(finish(out))
}

fn compare(a: Value, b: Value, op: Compare) -> R {
    let (Some(a), Some(b)) = (as_dict(a), as_dict(b)) else {
        return Ok(Value::NOT_IMPLEMENTED);
    };
    match op {
        Compare::Eq => Ok(Value::bool(equal(a, b)?)),
        Compare::Ne => Ok(Value::bool(!equal(a, b)?)),
        _ => Ok(Value::NOT_IMPLEMENTED),
    }
}

fn equal(a: Gc<DictObj>, b: Gc<DictObj>) -> R<bool> {
    if a.len != b.len {
        return Ok(false);
    }
    let mut i = 0;
    while let Some((_, x)) = DictObj::next_entry(a, &mut i) {
        match DictObj::get_entry_of(b, a, i - 1)? {
            Some(y) if key::equal(x, y)? => {}
            _ => return Ok(false),
        }
    }
    Ok(true)
}

fn getitem(v: Value, k: Value) -> R {
    let d: Gc<DictObj> = v.cast();
    match DictObj::get(d, k)? {
        Some(x) => Ok(x),
        None => lookup_missing(v, k),
    }
}

/// `__missing__` of a subclass, else KeyError.
#[cold]
pub fn lookup_missing(v: Value, k: Value) -> R {
    if v.tag != tag::DICT
        && let Some(x) = call_special_optional(v, name!("__missing__"), &[k])?
    {
        return Ok(x);
    }
    Err(missing_key(k))
}

fn setitem(v: Value, k: Value, x: Value) -> R<()> {
    let d: Gc<DictObj> = v.cast();
    if !x.is_unbound() {
        return DictObj::insert(d, k, x);
    }
    match DictObj::remove(d, k)? {
        Some(_) => Ok(()),
        None => Err(missing_key(k)),
    }
}

fn union(a: Value, b: Value) -> R {
    let (Some(x), Some(_)) = (as_dict(a), as_dict(b)) else {
        return Ok(Value::NOT_IMPLEMENTED);
    };
    let new = DictObj::copy(x);
    update(new, b)?;
    Ok(new.value())
}

fn in_place_union(a: Value, b: Value) -> R {
    update(a.cast(), b)?;
    Ok(a)
}

fn view_method(args: &Args, name: &str, id: u64) -> R {
    if !args.rest().is_empty() || !args.kw.is_empty() {
        args.skip_receiver().exactly(&format!("dict.{name}"), 0)?;
    }
    Ok(view(id, args.receiver()))
}

fn get(args: &Args) -> R {
    args.skip_receiver().between("get", 1, 2)?;
    let found = DictObj::get(receiver(args), args.pos[1])?;
    Ok(found.unwrap_or_else(|| args.get(2).unwrap_or(Value::NONE)))
}

pub fn setdefault(args: &Args) -> R {
    args.skip_receiver().between("setdefault", 1, 2)?;
    DictObj::set_default(receiver(args), args.pos[1], args.get(2).unwrap_or(Value::NONE))
}

pub fn pop(args: &Args) -> R {
    args.skip_receiver().between("pop", 1, 2)?;
    pop_key(receiver(args), args.pos[1], args.get(2))
}

/// `d.pop(k, default)`
pub fn pop_key(d: Gc<DictObj>, k: Value, default: Option<Value>) -> R {
    let found = if d.len == 0 && default.is_none() { None } else { DictObj::remove(d, k)? };
    match found.or(default) {
        Some(v) => Ok(v),
        None => Err(missing_key(k)),
    }
}

pub fn popitem(args: &Args) -> R {
    args.skip_receiver().exactly("dict.popitem", 0)?;
    match DictObj::pop_last(receiver(args)) {
        Some((k, v)) => Ok(TupleObj::pair(k, v).value()),
        None => Err(raise!(KeyError, "popitem(): dictionary is empty")),
    }
}

pub fn update_method(args: &Args) -> R {
    update_from_args(receiver(args), &args.skip_receiver(), "update")?;
    Ok(Value::NONE)
}

pub fn clear(args: &Args) -> R {
    args.skip_receiver().exactly("dict.clear", 0)?;
    DictObj::clear(receiver(args));
    Ok(Value::NONE)
}

fn copy(args: &Args) -> R {
    args.skip_receiver().exactly("dict.copy", 0)?;
    Ok(DictObj::copy(receiver(args)).value())
}

fn fromkeys(args: &Args) -> R {
    args.no_keywords("dict.fromkeys")?;
    args.skip_receiver().between("fromkeys", 1, 2)?;
    let v = args.get(2).unwrap_or(Value::NONE);
    let d = ops::call(args.receiver(), &[])?;
    let plain = d.exact::<DictObj>();
    let _ = collect::for_each(args.pos[1], |k| {
        match plain {
            Some(d) => DictObj::insert(d, k, v)?,
            None => ops::setitem(d, k, v)?,
        }
        Ok(Continue::<()>(()))
    })?;
    Ok(d)
}

fn reversed(args: &Args) -> R {
    args.skip_receiver().exactly("dict.__reversed__", 0)?;
    Ok(dict_reverse_iterator(receiver(args), Yields::Keys))
}

fn sizeof(args: &Args) -> R {
    args.skip_receiver().exactly("dict.__sizeof__", 0)?;
    Ok(Value::int(48 + receiver(args).table_bytes() as i64))
}

/// Whether pairs that look like `(k, v)` are in the dict: membership in `d.items()`.
pub fn has_item(d: Gc<DictObj>, pair: Value) -> R<bool> {
    let Some(t) = ops::unwrap(pair).exact::<TupleObj>() else { return Ok(false) };
    let &[k, v] = TupleObj::as_slice(t) else { return Ok(false) };
    match DictObj::get(d, k)? {
        Some(x) => key::equal(x, v),
        None => Ok(false),
    }
}

/// `tuple(d.items())` and the like need no iterator object.
pub fn items_list(d: Gc<DictObj>) -> Gc<ListObj> {
    let l = ListObj::with_capacity(d.len);
    let mut i = 0;
    while let Some((k, v)) = DictObj::next_entry(d, &mut i) {
        ListObj::push(l, TupleObj::pair(k, v).value());
    }
    l
}

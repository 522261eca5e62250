//! `dict.keys()`, `dict.values()`, `dict.items()`: live views, the first and the last with set operations.

use super::dict_iterators::{Yields, dict_iterator, dict_reverse_iterator};
use super::dict_table::DictObj;
use super::dict_type::has_item;
use super::key;
use super::list::ListObj;
use super::repr::{InProgress, finish, push_repr, text};
use super::set_algebra;
use super::set_table::SetObj;
use super::tuple::TupleObj;
use crate::core::{Args, Gc, Header, HeapObject, R, Value};
use crate::iteration::collect;
use crate::memory::{self, Descriptor};
use crate::objects::{mapping_proxy, ops};
use crate::text::units::Buffer;
use crate::types::{Binary, Compare, GetSet, MethodDef, Slots, TypeSpec};
use crate::word_of;
use runtime_interface::tag;
use std::ops::ControlFlow::{Break, Continue};

#[repr(C)]
pub struct DictView {
    pub header: Header,
    /// A dict, or an instance of a subclass.
    pub dict: Value,
}

// SAFETY: all three types with this layout have its descriptor.
unsafe impl HeapObject for DictView {
    const TAG: u64 = tag::DICT_KEYS;
}

/// The view of type `id` of a dict.
pub fn view(id: u64, dict: Value) -> Value {
    let mut v = memory::new(DictView { header: Header::new(id), dict });
    v.header.set_type_id(id);
    v.value()
}

fn dict_of(v: Value) -> Gc<DictObj> {
    v.cast::<DictView>().dict.cast()
}

/// What iterating over a view of this type yields.
fn yields(v: Value) -> Yields {
    match v.tag {
        tag::DICT_KEYS => Yields::Keys,
        tag::DICT_VALUES => Yields::Values,
        _ => Yields::Items,
    }
}

/// Whether `v` is a view with set operations.
pub fn is_set_view(v: Value) -> bool {
    matches!(v.tag, tag::DICT_KEYS | tag::DICT_ITEMS)
}

const COMMON: Slots = Slots {
    repr: Some(repr),
    len: Some(|v| Ok(dict_of(v).len)),
    iter: Some(|v| Ok(dict_iterator(dict_of(v), yields(v)))),
    ..Slots::NONE
};

const SET_LIKE: Slots = Slots { compare: Some(compare), contains: Some(contains), ..COMMON }
    .with_binary(Binary::Sub, difference)
    .with_binary(Binary::And, intersection)
    .with_binary(Binary::Or, union)
    .with_binary(Binary::Xor, symmetric_difference);

const fn spec(id: u64, name: &'static str, slots: Slots, methods: &'static [MethodDef]) -> TypeSpec {
    TypeSpec {
        id,
        name,
        descriptor: Descriptor::words::<DictView>(0, word_of!(DictView, dict)),
        slots,
        methods,
        getset: &[GetSet { name: "mapping", get: mapping, set: None }],
        ..TypeSpec::DEFAULT
    }
}

const SET_METHODS: &[MethodDef] =
    &[MethodDef::method("isdisjoint", isdisjoint), MethodDef::method("__reversed__", reversed)];

pub static KEYS: TypeSpec = spec(tag::DICT_KEYS, "dict_keys", SET_LIKE, SET_METHODS);
pub static ITEMS: TypeSpec = spec(tag::DICT_ITEMS, "dict_items", SET_LIKE, SET_METHODS);
pub static VALUES: TypeSpec =
    spec(tag::DICT_VALUES, "dict_values", COMMON, &[MethodDef::method("__reversed__", reversed)]);

/// The views of an OrderedDict show by other names.
fn is_ordered(dict: Value) -> bool {
    if dict.tag == tag::DICT {
        return false;
    }
    let classes = crate::types::type_of(dict).mro;
    TupleObj::as_slice(classes.cast()).iter().any(|class| {
        class.tag == tag::TYPE
            && crate::types::naming::qualified_is(class.cast(), "collections", "OrderedDict")
    })
}

fn mapping(v: Value) -> R {
    Ok(mapping_proxy::proxy(v.cast::<DictView>().dict))
}

fn reversed(args: &Args) -> R {
    args.skip_receiver().exactly("__reversed__", 0)?;
    Ok(dict_reverse_iterator(dict_of(args.receiver()), yields(args.receiver())))
}

fn repr(v: Value) -> R {
    let ordered = if is_ordered(v.cast::<DictView>().dict) { "o" } else { "" };
    let name = format!("{ordered}{}", ops::type_name(v));
    let Some(_guard) = InProgress::enter(v.cast::<DictView>()) else {
        return Ok(text("..."));
    };
    let items = collect::list(v)?;
    let mut out = Buffer::new();
    out.push_str(&name);
    out.push_ascii(b"(");
    push_repr(&mut out, items.value())?;
    out.push_ascii(b")");
    Ok(finish(out))
}

fn contains(v: Value, x: Value) -> R<bool> {
    match v.tag {
        tag::DICT_KEYS => DictObj::contains(dict_of(v), x),
        _ => has_item(dict_of(v), x),
    }
}

fn is_set_like(v: Value) -> bool {
    is_set_view(v) || set_algebra::as_set(v).is_some()
}

fn all_in(a: Value, b: Value) -> R<bool> {
    let missing = collect::for_each(a, |x| Ok(if ops::contains(b, x)? { Continue(()) } else { Break(()) }))?;
    Ok(missing.is_continue())
}

fn compare(a: Value, b: Value, op: Compare) -> R {
    if !is_set_like(b) {
        return Ok(Value::NOT_IMPLEMENTED);
    }
    let (m, n) = (ops::len(a)?, ops::len(b)?);
    Ok(Value::bool(match op {
        Compare::Eq => m == n && all_in(a, b)?,
        Compare::Ne => !(m == n && all_in(a, b)?),
        Compare::Lt => m < n && all_in(a, b)?,
        Compare::Le => m <= n && all_in(a, b)?,
        Compare::Gt => m > n && all_in(b, a)?,
        Compare::Ge => m >= n && all_in(b, a)?,
    }))
}

/// A new set of what an operand iterates over; keys of an exact dict are taken with their hashes.
fn to_set(v: Value) -> R<Gc<SetObj>> {
    let s = SetObj::new();
    let source = match v.tag {
        tag::DICT_KEYS if v.cast::<DictView>().dict.tag == tag::DICT => v.cast::<DictView>().dict,
        _ => v,
    };
    set_algebra::update(s, source)?;
    Ok(s)
}

fn difference(a: Value, b: Value) -> R {
    let s = to_set(a)?;
    set_algebra::difference_update(s, b)?;
    Ok(s.value())
}

fn union(a: Value, b: Value) -> R {
    let s = to_set(a)?;
    set_algebra::update(s, b)?;
    Ok(s.value())
}

fn intersection(a: Value, b: Value) -> R {
    let (mut view, mut other) = if is_set_view(a) { (a, b) } else { (b, a) };
    let len = dict_of(view).len;
    if let Some(s) = other.exact::<SetObj>()
        && len <= s.len
    {
        return set_algebra::intersection(other, view);
    }
    if is_set_view(other) && dict_of(other).len > len {
        std::mem::swap(&mut view, &mut other);
    }
    let result = SetObj::new();
    let _ = collect::for_each(other, |x| {
        if contains(view, x)? {
            SetObj::add(result, x)?;
        }
        Ok(Continue::<()>(()))
    })?;
    Ok(result.value())
}

fn symmetric_difference(a: Value, b: Value) -> R {
    if a.tag == tag::DICT_ITEMS && b.tag == tag::DICT_ITEMS {
        return items_symmetric_difference(dict_of(a), dict_of(b));
    }
    let s = to_set(a)?;
    set_algebra::symmetric_difference_update(s, b)?;
    Ok(s.value())
}

fn items_symmetric_difference(a: Gc<DictObj>, b: Gc<DictObj>) -> R {
    let (small, large) = if a.len > b.len { (b, a) } else { (a, b) };
    let rest = DictObj::copy(small);
    let result = SetObj::new();
    let mut i = 0;
    while let Some((k, v)) = DictObj::next_entry(large, &mut i) {
        let same = match DictObj::get(rest, k)? {
            Some(x) => key::equal(x, v)?,
            None => false,
        };
        if same {
            DictObj::remove(rest, k)?;
        } else {
            SetObj::add(result, TupleObj::pair(k, v).value())?;
        }
    }
    let left = super::dict_type::items_list(rest);
    for n in 0..left.len {
        SetObj::add(result, ListObj::get(left, n))?;
    }
    Ok(result.value())
}

fn isdisjoint(args: &Args) -> R {
    args.skip_receiver().exactly("isdisjoint", 1)?;
    let (mut view, mut other) = (args.receiver(), args.pos[1]);
    if view.is(other) {
        return Ok(Value::bool(dict_of(view).len == 0));
    }
    if is_set_like(other) && ops::len(other)? > dict_of(view).len {
        std::mem::swap(&mut view, &mut other);
    }
    let hit =
        collect::for_each(other, |x| Ok(if ops::contains(view, x)? { Break(()) } else { Continue(()) }))?;
    Ok(Value::bool(hit.is_continue()))
}

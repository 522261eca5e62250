//! `set` and `frozenset`: slots and methods.

use super::dict_type::missing_key;
use super::repr::{InProgress, finish, push_repr, text};
use super::set_algebra::{self as algebra, as_set, base_type};
use super::set_table::SetObj;
use crate::core::{Args, Gc, Header, HeapObject, R, Raised, Value, error};
use crate::exceptions::pending_is;
use crate::memory::{self, Descriptor};
use crate::objects::{instance, ops};
use crate::text::units::Buffer;
use crate::types::{Binary, Compare, MethodDef, Slots, TypeObj, TypeSpec};
use crate::word_of;
use runtime_interface::tag;

const COMMON: Slots = Slots {
    repr: Some(repr),
    compare: Some(compare),
    len: Some(|v| Ok(v.cast::<SetObj>().len)),
    contains: Some(contains),
    iter: Some(|v| Ok(set_iterator(v.cast()))),
    ..Slots::NONE
}
.with_binary(Binary::Sub, |a, b| binary(a, b, algebra::difference))
.with_binary(Binary::And, |a, b| binary(a, b, algebra::intersection))
.with_binary(Binary::Or, |a, b| binary(a, b, union_of))
.with_binary(Binary::Xor, |a, b| binary(a, b, algebra::symmetric_difference));

pub static SET: TypeSpec = TypeSpec {
    id: tag::SET,
    name: "set",
    descriptor: SetObj::DESCRIPTOR,
    slots: Slots { new: Some(new_set), init: Some(init_set), ..COMMON }
        .with_in_place(Binary::Sub, |a, b| in_place(a, b, algebra::difference_update))
        .with_in_place(Binary::And, |a, b| in_place(a, b, intersection_update))
        .with_in_place(Binary::Or, |a, b| in_place(a, b, algebra::update))
        .with_in_place(Binary::Xor, |a, b| in_place(a, b, algebra::symmetric_difference_update)),
    methods: &[
        MethodDef::method("add", add),
        MethodDef::method("discard", discard),
        MethodDef::method("remove", remove),
        MethodDef::method("pop", pop),
        MethodDef::method("clear", clear),
        MethodDef::method("copy", copy),
        MethodDef::method("update", update),
        MethodDef::method("intersection_update", |a| {
            let s = receiver(a);
            a.no_keywords("set.intersection_update")?;
            let result = intersection_all(a)?;
            SetObj::swap(s, as_set(result).expect("an intersection is a set"));
            Ok(Value::NONE)
        }),
        MethodDef::method("difference_update", |a| {
            a.no_keywords("set.difference_update")?;
            for &other in a.rest() {
                algebra::difference_update(receiver(a), other)?;
            }
            Ok(Value::NONE)
        }),
        MethodDef::method("symmetric_difference_update", |a| {
            a.skip_receiver().exactly("set.symmetric_difference_update", 1)?;
            algebra::symmetric_difference_update(receiver(a), a.pos[1])?;
            Ok(Value::NONE)
        }),
        MethodDef::method("union", union),
        MethodDef::method("intersection", intersection_all),
        MethodDef::method("difference", difference_all),
        MethodDef::method("symmetric_difference", symmetric_difference),
        MethodDef::method("issubset", |a| relation(a, "issubset", algebra::is_subset)),
        MethodDef::method("issuperset", |a| relation(a, "issuperset", algebra::is_superset)),
        MethodDef::method("isdisjoint", |a| relation(a, "isdisjoint", algebra::is_disjoint)),
    ],
    subclassable: true,
    doc: "Build an unordered collection of unique elements.",
    ..TypeSpec::DEFAULT
};

pub static FROZENSET: TypeSpec = TypeSpec {
    id: tag::FROZENSET,
    name: "frozenset",
    descriptor: SetObj::DESCRIPTOR,
    slots: Slots { hash: Some(|v| Ok(SetObj::element_hash(v.cast()))), new: Some(new_frozenset), ..COMMON },
    methods: &[
        MethodDef::method("copy", copy),
        MethodDef::method("union", union),
        MethodDef::method("intersection", intersection_all),
        MethodDef::method("difference", difference_all),
        MethodDef::method("symmetric_difference", symmetric_difference),
        MethodDef::method("issubset", |a| relation(a, "issubset", algebra::is_subset)),
        MethodDef::method("issuperset", |a| relation(a, "issuperset", algebra::is_superset)),
        MethodDef::method("isdisjoint", |a| relation(a, "isdisjoint", algebra::is_disjoint)),
    ],
    subclassable: true,
    wrapped: true,
    doc: "Build an immutable unordered collection of unique elements.",
    ..TypeSpec::DEFAULT
};

fn receiver(args: &Args) -> Gc<SetObj> {
    ops::unwrap(args.receiver()).cast()
}

/// Name of the receiver's builtin type, for messages about arguments.
fn type_text(args: &Args) -> &'static str {
    if base_type(args.receiver()) == tag::FROZENSET { "frozenset" } else { "set" }
}

fn new_set(cls: Gc<TypeObj>, _: &Args) -> R {
    if cls.id == tag::SET {
        return Ok(SetObj::new().value());
    }
    let s: Gc<SetObj> = instance::allocate(cls).cast();
    SetObj::initialize(s);
    Ok(s.value())
}

fn init_set(v: Value, args: &Args) -> R<()> {
    if v.tag == tag::SET {
        args.no_keywords("set")?;
    }
    Args::positional(args.pos).between("set", 0, 1)?;
    let s: Gc<SetObj> = v.cast();
    SetObj::clear(s);
    match args.get(0) {
        Some(source) => algebra::update(s, source),
        None => Ok(()),
    }
}

fn new_frozenset(_: Gc<TypeObj>, args: &Args) -> R {
    args.no_keywords("frozenset")?;
    args.between("frozenset", 0, 1)?;
    match args.get(0) {
        Some(v) if v.tag == tag::FROZENSET => Ok(v),
        Some(source) => {
            let s = SetObj::of_type(tag::FROZENSET);
            algebra::update(s, source)?;
            Ok(s.value())
        }
        None => Ok(SetObj::of_type(tag::FROZENSET).value()),
    }
}

fn repr(v: Value) -> R {
    // A wrapped frozenset's class name is asked for by its own slot; here `v` is exact or a subclass of set.
    repr_named(v, &ops::type_name(v))
}

/// `{1, 2}`, or with the name around it for all but exact sets.
pub fn repr_named(v: Value, name: &str) -> R {
    let s = as_set(v).expect("the repr of a set");
    if s.len == 0 {
        return Ok(text(&format!("{name}()")));
    }
    let Some(_guard) = InProgress::enter(s) else { return Ok(text(&format!("{name}(...)"))) };
    let mut out = Buffer::new();
    let plain = v.tag == tag::SET;
    if !plain {
        out.push_str(name);
        out.push_ascii(b"(");
    }
    // A copy first: reprs may change the set.
    let items = crate::iteration::collect::list(s.value())?;
    out.push_ascii(b"{");
    for i in 0..items.len {
        if i > 0 {
            out.push_ascii(b", ");
        }
        push_repr(&mut out, super::ListObj::get(items, i))?;
    }
    out.push_ascii(if plain { b"}" } else { b"})" });
    Ok(finish(out))
}

fn compare(a: Value, b: Value, op: Compare) -> R {
    let (Some(x), Some(y)) = (as_set(a), as_set(b)) else { return Ok(Value::NOT_IMPLEMENTED) };
    Ok(Value::bool(match op {
        Compare::Eq => equal(a, b)?,
        Compare::Ne => !equal(a, b)?,
        Compare::Le => algebra::is_subset(a, b)?,
        Compare::Ge => algebra::is_subset(b, a)?,
        Compare::Lt => x.len < y.len && algebra::is_subset(a, b)?,
        Compare::Gt => x.len > y.len && algebra::is_subset(b, a)?,
    }))
}

fn equal(a: Value, b: Value) -> R<bool> {
    let (Some(x), Some(y)) = (as_set(a), as_set(b)) else { return Ok(false) };
    if x.len != y.len || (x.hash != 0 && y.hash != 0 && x.hash != y.hash) {
        return Ok(false);
    }
    algebra::is_subset(a, b)
}

/// For look-ups of a set in a set: an unhashable set stands for the frozenset of its elements.
fn with_frozen<T>(k: Value, look: impl Fn(Value) -> R<T>) -> R<T> {
    match look(k) {
        Err(raised) if ops::builtin_layout(k) == tag::SET && pending_is(tag::exception::TypeError) => {
            let _ = error::take_pending(raised);
            look(algebra::copy(k.cast(), tag::FROZENSET)?.value())
        }
        result => result,
    }
}

/// `k in v`, a set or frozenset.
#[inline]
pub fn contains(v: Value, k: Value) -> R<bool> {
    if k.tag < tag::FIRST_CLASS && k.tag != tag::SET {
        return SetObj::contains(v.cast(), k);
    }
    with_frozen(k, |k| SetObj::contains(v.cast(), k))
}

/// An operator between sets only.
fn binary(a: Value, b: Value, operation: fn(Value, Value) -> R) -> R {
    if as_set(a).is_none() || as_set(b).is_none() {
        return Ok(Value::NOT_IMPLEMENTED);
    }
    operation(a, b)
}

fn in_place(a: Value, b: Value, operation: fn(Gc<SetObj>, Value) -> R<()>) -> R {
    if as_set(b).is_none() {
        return Ok(Value::NOT_IMPLEMENTED);
    }
    operation(a.cast(), b)?;
    Ok(a)
}

fn union_of(a: Value, b: Value) -> R {
    let new = algebra::copy(as_set(a).expect("checked by the operator"), base_type(a))?;
    algebra::update(new, b)?;
    Ok(new.value())
}

fn intersection_update(s: Gc<SetObj>, b: Value) -> R<()> {
    let result = algebra::intersection(s.value(), b)?;
    SetObj::swap(s, as_set(result).expect("an intersection is a set"));
    Ok(())
}

fn add(args: &Args) -> R {
    args.skip_receiver().exactly("set.add", 1)?;
    SetObj::add(receiver(args), args.pos[1])?;
    Ok(Value::NONE)
}

fn discard(args: &Args) -> R {
    args.skip_receiver().exactly("set.discard", 1)?;
    discard_from(receiver(args), args.pos[1])?;
    Ok(Value::NONE)
}

/// `s.discard(k)`; whether it was there.
pub fn discard_from(s: Gc<SetObj>, k: Value) -> R<bool> {
    with_frozen(k, |k| SetObj::discard(s, k))
}

fn remove(args: &Args) -> R {
    args.skip_receiver().exactly("set.remove", 1)?;
    remove_from(receiver(args), args.pos[1])?;
    Ok(Value::NONE)
}

/// `s.remove(k)`
pub fn remove_from(s: Gc<SetObj>, k: Value) -> R<()> {
    if discard_from(s, k)? { Ok(()) } else { Err(missing_key(k)) }
}

fn pop(args: &Args) -> R {
    args.skip_receiver().exactly("set.pop", 0)?;
    SetObj::pop(receiver(args)).ok_or_else(|| raise!(KeyError, "pop from an empty set"))
}

fn clear(args: &Args) -> R {
    args.skip_receiver().exactly("set.clear", 0)?;
    SetObj::clear(receiver(args));
    Ok(Value::NONE)
}

fn copy(args: &Args) -> R {
    let name = type_text(args);
    args.skip_receiver().exactly(&format!("{name}.copy"), 0)?;
    if args.receiver().tag == tag::FROZENSET {
        return Ok(args.receiver());
    }
    Ok(algebra::copy(receiver(args), base_type(args.receiver()))?.value())
}

fn update(args: &Args) -> R {
    args.no_keywords("set.update")?;
    for &other in args.rest() {
        algebra::update(receiver(args), other)?;
    }
    Ok(Value::NONE)
}

fn union(args: &Args) -> R {
    args.no_keywords(&format!("{}.union", type_text(args)))?;
    let new = algebra::copy(receiver(args), base_type(args.receiver()))?;
    for &other in args.rest() {
        if !other.is(args.receiver()) {
            algebra::update(new, other)?;
        }
    }
    Ok(new.value())
}

fn intersection_all(args: &Args) -> R {
    args.no_keywords(&format!("{}.intersection", type_text(args)))?;
    let mut result = receiver(args).value();
    if args.rest().is_empty() {
        return Ok(algebra::copy(receiver(args), base_type(result))?.value());
    }
    for &other in args.rest() {
        result = algebra::intersection(result, other)?;
    }
    Ok(result)
}

fn difference_all(args: &Args) -> R {
    args.no_keywords(&format!("{}.difference", type_text(args)))?;
    let s = receiver(args).value();
    let Some((&first, others)) = args.rest().split_first() else {
        return Ok(algebra::copy(receiver(args), base_type(s))?.value());
    };
    let result = algebra::difference(s, first)?;
    for &other in others {
        algebra::difference_update(result.cast(), other)?;
    }
    Ok(result)
}

fn symmetric_difference(args: &Args) -> R {
    let name = type_text(args);
    args.skip_receiver().exactly(&format!("{name}.symmetric_difference"), 1)?;
    algebra::symmetric_difference(receiver(args).value(), args.pos[1])
}

fn relation(args: &Args, method: &str, test: fn(Value, Value) -> R<bool>) -> R {
    let name = type_text(args);
    args.skip_receiver().exactly(&format!("{name}.{method}"), 1)?;
    Ok(Value::bool(test(receiver(args).value(), args.pos[1])?))
}

/// Iterates over the positions of a set's table.
#[repr(C)]
pub struct SetIterator {
    pub header: Header,
    /// The set; None once exhausted.
    set: Value,
    /// Length of the set when iteration began.
    len: usize,
    position: usize,
    /// Items not yielded yet.
    left: usize,
}

// SAFETY: the descriptor below describes this layout.
unsafe impl HeapObject for SetIterator {
    const TAG: u64 = tag::SET_ITERATOR;
}

pub fn set_iterator(s: Gc<SetObj>) -> Value {
    memory::new(SetIterator {
        header: Header::new(tag::SET_ITERATOR),
        set: s.value(),
        len: s.len,
        position: 0,
        left: s.len,
    })
    .value()
}

/// The next element where nothing is special; it calls nothing.
#[inline(always)]
pub fn next_plain(mut it: Gc<SetIterator>) -> Option<Value> {
    if it.set.is_none() {
        return None;
    }
    let s: Gc<SetObj> = it.set.cast();
    if it.len != s.len {
        return None;
    }
    let mut position = it.position;
    let (k, _) = SetObj::next_element(s, &mut position)?;
    it.position = position;
    it.left = it.left.saturating_sub(1);
    Some(k)
}

pub fn set_next(v: Value) -> R {
    let mut it: Gc<SetIterator> = v.cast();
    if it.set.is_none() {
        return Ok(Value::UNBOUND);
    }
    let s: Gc<SetObj> = it.set.cast();
    if it.len != s.len {
        it.len = usize::MAX;
        return Err(changed_size());
    }
    let mut position = it.position;
    let found = SetObj::next_element(s, &mut position);
    it.position = position;
    match found {
        Some((k, _)) => {
            it.left = it.left.saturating_sub(1);
            Ok(k)
        }
        None => {
            it.set = Value::NONE;
            Ok(Value::UNBOUND)
        }
    }
}

#[cold]
fn changed_size() -> Raised {
    raise!(RuntimeError, "Set changed size during iteration")
}

fn remaining(args: &Args) -> R {
    args.skip_receiver().exactly("__length_hint__", 0)?;
    let it: Gc<SetIterator> = args.receiver().cast();
    let fresh = !it.set.is_none() && it.len == it.set.cast::<SetObj>().len;
    Ok(Value::int(if fresh { it.left as i64 } else { 0 }))
}

pub static SET_ITERATOR: TypeSpec = TypeSpec {
    id: tag::SET_ITERATOR,
    name: "set_iterator",
    descriptor: Descriptor::words::<SetIterator>(0, word_of!(SetIterator, set)),
    slots: Slots { iter: Some(Ok), next: Some(set_next), ..Slots::NONE },
    methods: &[MethodDef::method("__length_hint__", remaining)],
    ..TypeSpec::DEFAULT
};

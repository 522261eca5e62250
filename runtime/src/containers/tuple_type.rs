//! `tuple`: slots and methods.

use super::index::{self, Subscript, subscript};
use super::sequence;
use super::tuple::TupleObj;
use super::{key, list::ListObj};
use crate::core::hash::hash_str;
use crate::core::{Args, Gc, R, Value};
use crate::iteration::collect;
use crate::iteration::sequence_iterators::tuple_iterator;
use crate::numbers::hash::hash_i64;
use crate::objects::ops;
use crate::types::{Compare, MethodDef, Slots, TypeObj, TypeSpec};
use runtime_interface::tag;

pub static TUPLE: TypeSpec = TypeSpec {
    id: tag::TUPLE,
    name: "tuple",
    descriptor: TupleObj::DESCRIPTOR,
    slots: Slots {
        repr: Some(repr),
        hash: Some(|v| hash_items(TupleObj::as_slice(v.cast()))),
        compare: Some(compare),
        len: Some(|v| Ok(v.cast::<TupleObj>().len)),
        getitem: Some(getitem),
        contains: Some(contains),
        iter: Some(|v| Ok(tuple_iterator(v.cast()))),
        new: Some(new),
        concat: Some(concat),
        repeat: Some(repeat),
        ..Slots::NONE
    },
    methods: &[
        MethodDef::method("index", index_of),
        MethodDef::method("count", count),
        MethodDef::method("__getnewargs__", getnewargs),
    ],
    subclassable: true,
    wrapped: true,
    doc: "Built-in immutable sequence.\n\nIf no argument is given, the constructor returns an empty tuple.\nIf iterable is specified the tuple is initialized from iterable's items.\n\nIf the argument is a tuple, the return value is the same object.",
    ..TypeSpec::DEFAULT
};

fn receiver(args: &Args) -> Gc<TupleObj> {
    ops::unwrap(args.receiver()).cast()
}

fn new(_: Gc<TypeObj>, args: &Args) -> R {
    args.no_keywords("tuple")?;
    args.between("tuple", 0, 1)?;
    match args.get(0) {
        None => Ok(TupleObj::empty().value()),
        Some(v) => Ok(from_iterable(v)?.value()),
    }
}

/// `tuple(iterable)`
pub fn from_iterable(v: Value) -> R<Gc<TupleObj>> {
    if let Some(t) = v.exact::<TupleObj>() {
        return Ok(t);
    }
    let items = match v.exact::<ListObj>() {
        Some(l) => l,
        None => collect::list(v)?,
    };
    Ok(TupleObj::from_list(items))
}

fn item(t: Gc<TupleObj>) -> impl Fn(usize) -> Option<Value> {
    move |i| TupleObj::as_slice(t).get(i).copied()
}

fn repr(v: Value) -> R {
    let t: Gc<TupleObj> = v.cast();
    sequence::repr(t, "(", if t.len == 1 { ",)" } else { ")" }, item(t)).map(|text| {
        // Inside itself a tuple of one shows as `(...)`, too.
        if t.len == 1 && text.cast::<crate::core::StrObj>().eq_str("(...,)") {
            super::repr::text("(...)")
        } else {
            text
        }
    })
}

/// `hash` of a tuple of these items: CPython's variant of xxHash.
#[inline]
pub fn hash_items(items: &[Value]) -> R<i64> {
    match simple_hash_items(items) {
        Some(hash) => Ok(hash),
        None => Ok(finish(mix(items)?, items.len())),
    }
}

/// The same if all items are exact ints and strs, whose hash calls nothing.
#[inline(always)]
pub fn simple_hash_items(items: &[Value]) -> Option<i64> {
    let mut acc = PRIME_5;
    for &v in items {
        let h = match v.tag {
            tag::INT => hash_i64(v.as_i64()),
            tag::STR => hash_str(v.cast()),
            _ => return None,
        };
        acc = mix_one(acc, h);
    }
    Some(finish(acc, items.len()))
}

#[inline(always)]
fn finish(acc: u64, len: usize) -> i64 {
    let acc = acc.wrapping_add(len as u64 ^ (PRIME_5 ^ 3527539));
    if acc == u64::MAX { 1546275796 } else { acc as i64 }
}

#[inline(always)]
fn mix_one(acc: u64, hash: i64) -> u64 {
    acc.wrapping_add((hash as u64).wrapping_mul(PRIME_2)).rotate_left(31).wrapping_mul(PRIME_1)
}

const PRIME_1: u64 = 11400714785074694791;
const PRIME_2: u64 = 14029467366897019727;
const PRIME_5: u64 = 2870177450012600261;

/// The hash before the length is mixed in (slices hash so).
#[inline(never)]
pub fn mix(items: &[Value]) -> R<u64> {
    let mut acc = PRIME_5;
    let mut guard = None;
    for &v in items {
        let h = match key::simple_hash(v) {
            Some(h) => h,
            None => {
                if guard.is_none() {
                    guard = Some(crate::core::mutator::DepthGuard::enter("while calling a Python object")?);
                }
                key::hash(v)?
            }
        };
        acc = mix_one(acc, h);
    }
    Ok(acc)
}

fn compare(a: Value, b: Value, op: Compare) -> R {
    let (a, b) = (ops::unwrap(a), ops::unwrap(b));
    let (Some(a), Some(b)) = (a.exact::<TupleObj>(), b.exact::<TupleObj>()) else {
        return Ok(Value::NOT_IMPLEMENTED);
    };
    if matches!(op, Compare::Eq | Compare::Ne)
        && let Some(equal) = key::simple_equal(a.value(), b.value())
    {
        return Ok(Value::bool(equal == (op == Compare::Eq)));
    }
    sequence::compare(item(a), item(b), || (a.len, b.len), op)
}

fn getitem(v: Value, k: Value) -> R {
    let t: Gc<TupleObj> = v.cast();
    match subscript(k, "tuple")? {
        Subscript::Index(i) => at(t, i),
        Subscript::Slice(s) => Ok(slice(t, index::bounds(s)?.select(t.len)).value()),
    }
}

/// `t[i]`
#[inline(always)]
pub fn at(t: Gc<TupleObj>, i: i64) -> R {
    match index::position(i, t.len) {
        // SAFETY: in range.
        Some(at) => Ok(unsafe { *TupleObj::items(t).add(at) }),
        None => Err(out_of_range()),
    }
}

#[cold]
fn out_of_range() -> crate::core::Raised {
    raise!(IndexError, "tuple index out of range")
}

fn slice(t: Gc<TupleObj>, sel: index::Selection) -> Gc<TupleObj> {
    if sel.count == t.len && sel.step == 1 {
        return t;
    }
    if sel.count == 0 {
        return TupleObj::empty();
    }
    let new = TupleObj::uninitialized(sel.count);
    for n in 0..sel.count {
        // SAFETY: the selection lies in the tuple; the new one has room.
        unsafe { TupleObj::items(new).add(n).write(*TupleObj::items(t).add(sel.at(n))) }
    }
    new
}

fn contains(v: Value, x: Value) -> R<bool> {
    let t: Gc<TupleObj> = v.cast();
    Ok(sequence::find(item(t), x, 0, usize::MAX)?.is_some())
}

fn concat(a: Value, b: Value) -> R {
    let a: Gc<TupleObj> = a.cast();
    let Some(b) = ops::unwrap(b).exact::<TupleObj>() else {
        let name = ops::type_name(b);
        return Err(raise!(TypeError, "can only concatenate tuple (not \"{name}\") to tuple"));
    };
    if a.len == 0 {
        return Ok(b.value());
    }
    if b.len == 0 {
        return Ok(a.value());
    }
    let new = TupleObj::uninitialized(a.len + b.len);
    // SAFETY: the new tuple has room for both.
    unsafe {
        std::ptr::copy_nonoverlapping(TupleObj::items(a), TupleObj::items(new), a.len);
        std::ptr::copy_nonoverlapping(TupleObj::items(b), TupleObj::items(new).add(a.len), b.len);
    }
    Ok(new.value())
}

fn repeat(v: Value, times: Value) -> R {
    let t: Gc<TupleObj> = v.cast();
    let total = sequence::repeated_length(t.len, times.as_i64())?;
    if total == 0 {
        return Ok(TupleObj::empty().value());
    }
    if total == t.len {
        return Ok(v);
    }
    let new = TupleObj::uninitialized(total);
    // SAFETY: the new tuple has room for all.
    unsafe {
        std::ptr::copy_nonoverlapping(TupleObj::items(t), TupleObj::items(new), t.len);
        sequence::replicate(TupleObj::items(new), t.len, total);
    }
    Ok(new.value())
}

fn index_of(args: &Args) -> R {
    let t = receiver(args);
    args.skip_receiver().between("index", 1, 3)?;
    let from = index::search_bound(args.get(2), 0, t.len)?;
    let to = index::search_bound(args.get(3), i64::MAX, t.len)?;
    match sequence::find(item(t), args.pos[1], from, to)? {
        Some(i) => Ok(Value::int(i as i64)),
        None => Err(raise!(ValueError, "tuple.index(x): x not in tuple")),
    }
}

fn count(args: &Args) -> R {
    args.skip_receiver().exactly("tuple.count", 1)?;
    Ok(Value::int(sequence::count(item(receiver(args)), args.pos[1])? as i64))
}

fn getnewargs(args: &Args) -> R {
    args.skip_receiver().exactly("tuple.__getnewargs__", 0)?;
    Ok(TupleObj::from_slice(&[receiver(args).value()]).value())
}

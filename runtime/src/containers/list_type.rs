//! `list`: slots and methods. Slices are in `list_slices`, sorting in `sort`.

use super::index::{self, Subscript, as_size, subscript};
use super::list::{Kind, ListObj};
use super::{list_numbers, list_slices, sequence, sort};
use crate::core::{Args, Gc, R, Raised, Value};
use crate::iteration::collect;
use crate::iteration::sequence_iterators::{list_iterator, list_reverse_iterator};
use crate::objects::{instance, ops};
use crate::types::{Compare, MethodDef, Slots, TypeObj, TypeSpec};
use runtime_interface::tag;

pub static LIST: TypeSpec = TypeSpec {
    id: tag::LIST,
    name: "list",
    descriptor: ListObj::DESCRIPTOR,
    slots: Slots {
        repr: Some(repr),
        compare: Some(compare),
        len: Some(|v| Ok(v.cast::<ListObj>().len)),
        getitem: Some(getitem),
        setitem: Some(setitem),
        contains: Some(contains),
        iter: Some(|v| Ok(list_iterator(v.cast()))),
        new: Some(new),
        init: Some(init),
        concat: Some(concat),
        repeat: Some(repeat),
        in_place_concat: Some(in_place_concat),
        in_place_repeat: Some(in_place_repeat),
        ..Slots::NONE
    },
    methods: &[
        MethodDef::method("append", append),
        MethodDef::method("extend", extend),
        MethodDef::method("insert", insert),
        MethodDef::method("remove", remove),
        MethodDef::method("pop", pop),
        MethodDef::method("clear", clear),
        MethodDef::method("index", index_of),
        MethodDef::method("count", count),
        MethodDef::method("sort", sort_method),
        MethodDef::method("reverse", reverse),
        MethodDef::method("copy", copy),
        MethodDef::method("__reversed__", reversed),
        MethodDef::method("__sizeof__", sizeof),
    ],
    subclassable: true,
    doc: "Built-in mutable sequence.\n\nIf no argument is given, the constructor creates a new empty list.\nThe argument must be an iterable if specified.",
    ..TypeSpec::DEFAULT
};

fn receiver(args: &Args) -> Gc<ListObj> {
    args.receiver().cast()
}

/// The list if `v` is one, or an instance of a subclass.
pub fn as_list(v: Value) -> Option<Gc<ListObj>> {
    if ops::builtin_layout(v) == tag::LIST { Some(v.cast()) } else { None }
}

fn new(cls: Gc<TypeObj>, _: &Args) -> R {
    if cls.id == tag::LIST {
        return Ok(ListObj::new().value());
    }
    let mut l: Gc<ListObj> = instance::allocate(cls).cast();
    l.len = 0;
    l.array = super::list::no_items();
    l.kind = Kind::VALUES;
    Ok(l.value())
}

fn init(v: Value, args: &Args) -> R<()> {
    if v.tag == tag::LIST {
        args.no_keywords("list")?;
    }
    Args::positional(args.pos).between("list", 0, 1)?;
    let l: Gc<ListObj> = v.cast();
    ListObj::truncate(l, 0);
    match args.get(0) {
        Some(iterable) => collect::extend(l, iterable),
        None => Ok(()),
    }
}

fn item(l: Gc<ListObj>) -> impl Fn(usize) -> Option<Value> {
    move |i| ListObj::at(l, i)
}

fn repr(v: Value) -> R {
    let l: Gc<ListObj> = v.cast();
    sequence::repr(l, "[", "]", item(l))
}

fn compare(a: Value, b: Value, op: Compare) -> R {
    let (Some(a), Some(b)) = (as_list(a), as_list(b)) else {
        return Ok(Value::NOT_IMPLEMENTED);
    };
    if a.kind == b.kind && a.kind != Kind::VALUES {
        if matches!(op, Compare::Eq | Compare::Ne)
            && let Some(equal) = list_numbers::equal(a, b)
        {
            return Ok(Value::bool(equal == (op == Compare::Eq)));
        }
        if let Some(order) = list_numbers::compare(a, b) {
            return Ok(Value::bool(sequence::holds(order, op)));
        }
    }
    sequence::compare(item(a), item(b), || (a.len, b.len), op)
}

fn getitem(v: Value, k: Value) -> R {
    let l: Gc<ListObj> = v.cast();
    match subscript(k, "list")? {
        Subscript::Index(i) => at(l, i),
        Subscript::Slice(s) => list_slices::get(l, s),
    }
}

/// `l[i]`
#[inline(always)]
pub fn at(l: Gc<ListObj>, i: i64) -> R {
    match index::position(i, l.len) {
        Some(at) => Ok(ListObj::get(l, at)),
        None => Err(out_of_range()),
    }
}

#[cold]
fn out_of_range() -> Raised {
    raise!(IndexError, "list index out of range")
}

#[cold]
fn assignment_out_of_range() -> Raised {
    raise!(IndexError, "list assignment index out of range")
}

/// `l[i] = x`
#[inline(always)]
pub fn set_at(l: Gc<ListObj>, i: i64, x: Value) -> R<()> {
    match index::position(i, l.len) {
        Some(at) => {
            ListObj::set(l, at, x);
            Ok(())
        }
        None => Err(assignment_out_of_range()),
    }
}

fn setitem(v: Value, k: Value, x: Value) -> R<()> {
    let l: Gc<ListObj> = v.cast();
    match subscript(k, "list")? {
        Subscript::Index(i) if !x.is_unbound() => set_at(l, i, x),
        Subscript::Index(i) => match index::position(i, l.len) {
            Some(at) => {
                list_slices::remove_range(l, at, 1);
                Ok(())
            }
            None => Err(assignment_out_of_range()),
        },
        Subscript::Slice(s) if x.is_unbound() => list_slices::delete(l, s),
        Subscript::Slice(s) => list_slices::assign(l, s, x),
    }
}

/// The first position in `from..to` of an item equal to `x`.
fn find(l: Gc<ListObj>, x: Value, from: usize, to: usize) -> R<Option<usize>> {
    match list_numbers::find(l, x, from, to) {
        Some(found) => Ok(found),
        None => sequence::find(item(l), x, from, to),
    }
}

fn contains(v: Value, x: Value) -> R<bool> {
    let l: Gc<ListObj> = v.cast();
    Ok(find(l, x, 0, usize::MAX)?.is_some())
}

pub fn concat(a: Value, b: Value) -> R {
    let a: Gc<ListObj> = a.cast();
    let Some(b) = as_list(b) else {
        let name = ops::type_name(b);
        return Err(raise!(TypeError, "can only concatenate list (not \"{name}\") to list"));
    };
    let (m, n) = (a.len, b.len);
    let kind = match (m, n) {
        (_, 0) => a.kind,
        (0, _) => b.kind,
        _ if a.kind == b.kind => a.kind,
        _ => Kind::VALUES,
    };
    let new = ListObj::new();
    if m + n > 0 {
        ListObj::admit_exactly(new, kind, m + n);
        ListObj::copy_items(new, 0, a, 0, m);
        ListObj::copy_items(new, m, b, 0, n);
    }
    Ok(new.value())
}

fn repeat(v: Value, times: Value) -> R {
    let l: Gc<ListObj> = v.cast();
    let total = sequence::repeated_length(l.len, times.as_i64())?;
    let new = ListObj::new();
    if total > 0 {
        ListObj::admit_exactly(new, l.kind, total);
        ListObj::copy_items(new, 0, l, 0, l.len);
        replicate(new, l.len, total);
    }
    Ok(new.value())
}

/// Repeats the first `len` items until there are `total`, for which there is room.
fn replicate(l: Gc<ListObj>, len: usize, total: usize) {
    let width = l.kind.width();
    // SAFETY: there is room.
    unsafe { sequence::replicate(ListObj::data(l), len * width, total * width) };
}

fn in_place_concat(a: Value, b: Value) -> R {
    collect::extend(a.cast(), b)?;
    Ok(a)
}

fn in_place_repeat(v: Value, times: Value) -> R {
    let mut l: Gc<ListObj> = v.cast();
    let (len, total) = (l.len, sequence::repeated_length(l.len, times.as_i64())?);
    if total <= len {
        ListObj::truncate(l, total);
        return Ok(v);
    }
    ListObj::reserve(l, total);
    replicate(l, len, total);
    l.len = total;
    ListObj::stored(l, len, total - len);
    Ok(v)
}

fn append(args: &Args) -> R {
    args.skip_receiver().exactly("list.append", 1)?;
    ListObj::push(receiver(args), args.pos[1]);
    Ok(Value::NONE)
}

fn extend(args: &Args) -> R {
    args.skip_receiver().exactly("list.extend", 1)?;
    collect::extend(receiver(args), args.pos[1])?;
    Ok(Value::NONE)
}

fn insert(args: &Args) -> R {
    args.skip_receiver().between("insert", 2, 2)?;
    let i = as_size(args.pos[1])?;
    insert_at(receiver(args), i, args.pos[2]);
    Ok(Value::NONE)
}

/// `l.insert(i, x)`
pub fn insert_at(l: Gc<ListObj>, i: i64, x: Value) {
    let n = l.len;
    let at = if i < 0 { (i + n as i64).max(0) as usize } else { (i as usize).min(n) };
    ListObj::admit(l, Kind::of(x), 1);
    ListObj::resize_range(l, at, 0, 1);
    ListObj::put(l, at, x);
}

fn remove(args: &Args) -> R {
    args.skip_receiver().exactly("list.remove", 1)?;
    let l = receiver(args);
    match find(l, args.pos[1], 0, usize::MAX)? {
        Some(i) => {
            // The comparison may have shortened the list.
            if i < l.len {
                list_slices::remove_range(l, i, 1);
            }
            Ok(Value::NONE)
        }
        None => Err(raise!(ValueError, "list.remove(x): x not in list")),
    }
}

fn pop(args: &Args) -> R {
    args.skip_receiver().between("pop", 0, 1)?;
    let i = match args.get(1) {
        Some(i) => as_size(i)?,
        None => -1,
    };
    pop_at(receiver(args), i)
}

/// `l.pop(i)`
#[inline]
pub fn pop_at(l: Gc<ListObj>, i: i64) -> R {
    let n = l.len;
    if n == 0 {
        return Err(raise!(IndexError, "pop from empty list"));
    }
    let Some(at) = index::position(i, n) else {
        return Err(raise!(IndexError, "pop index out of range"));
    };
    let v = ListObj::get(l, at);
    if at + 1 == n {
        ListObj::pop(l);
    } else {
        list_slices::remove_range(l, at, 1);
    }
    Ok(v)
}

fn clear(args: &Args) -> R {
    args.skip_receiver().exactly("list.clear", 0)?;
    ListObj::truncate(receiver(args), 0);
    Ok(Value::NONE)
}

fn index_of(args: &Args) -> R {
    args.skip_receiver().between("index", 1, 3)?;
    let l = receiver(args);
    let from = index::search_bound(args.get(2), 0, l.len)?;
    let to = index::search_bound(args.get(3), i64::MAX, l.len)?;
    match find(l, args.pos[1], from, to)? {
        Some(i) => Ok(Value::int(i as i64)),
        None => {
            let shown = ops::repr(args.pos[1])?.to_string_lossy();
            Err(raise!(ValueError, "{shown} is not in list"))
        }
    }
}

fn count(args: &Args) -> R {
    args.skip_receiver().exactly("list.count", 1)?;
    let (l, x) = (receiver(args), args.pos[1]);
    let n = match list_numbers::count(l, x) {
        Some(n) => n,
        None => sequence::count(item(l), x)?,
    };
    Ok(Value::int(n as i64))
}

fn sort_method(args: &Args) -> R {
    let [key, reverse] = args.skip_receiver().bind("sort", ["key", "reverse"], 0, 0, 0)?;
    let backward = match reverse.bound() {
        Some(v) => ops::truth(v)?,
        None => false,
    };
    sort::sort_list(receiver(args), key.bound().unwrap_or(Value::NONE), backward)?;
    Ok(Value::NONE)
}

fn reverse(args: &Args) -> R {
    args.skip_receiver().exactly("list.reverse", 0)?;
    let l = receiver(args);
    match l.kind {
        Kind::VALUES => {
            // SAFETY: the items of the list, not held across a call.
            unsafe { std::slice::from_raw_parts_mut(ListObj::data(l) as *mut Value, l.len) }.reverse();
            ListObj::stored(l, 0, l.len);
        }
        Kind::BOOLS => ListObj::payloads::<u8>(l, l.kind).into_iter().for_each(|items| items.reverse()),
        _ => ListObj::payloads::<u64>(l, l.kind).into_iter().for_each(|items| items.reverse()),
    }
    Ok(Value::NONE)
}

fn copy(args: &Args) -> R {
    args.skip_receiver().exactly("list.copy", 0)?;
    let l = receiver(args);
    Ok(ListObj::part(l, 0, l.len).value())
}

fn reversed(args: &Args) -> R {
    args.skip_receiver().exactly("list.__reversed__", 0)?;
    Ok(list_reverse_iterator(receiver(args)))
}

fn sizeof(args: &Args) -> R {
    args.skip_receiver().exactly("list.__sizeof__", 0)?;
    Ok(Value::int(40 + 8 * ListObj::capacity(receiver(args)) as i64))
}

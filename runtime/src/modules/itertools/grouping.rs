//! `accumulate`, `batched`, `pairwise`, `groupby`.

use super::super::ids;
use super::IterObj;
use crate::containers::{ListObj, TupleObj};
use crate::core::{Args, Gc, R, Value};
use crate::numbers::int_object::as_int;
use crate::objects::ops;
use crate::types::{Binary, TypeObj, type_by_id};

/// Values: iterator, function or None, total so far, initial value still to be given.
pub fn accumulate(cls: Gc<TypeObj>, args: &Args) -> R {
    let [iterable, function, initial] = args.bind("accumulate", ["iterable", "func", "initial"], 0, 2, 1)?;
    let it = ops::iter(iterable)?;
    let initial = if initial.is_none() { Value::UNBOUND } else { initial };
    Ok(IterObj::new(cls, &[it, function.bound().unwrap_or(Value::NONE), Value::UNBOUND, initial], &[]))
}

pub fn accumulate_next(v: Value) -> R {
    let mut o: Gc<IterObj> = v.cast();
    let initial = o.values[3];
    if !initial.is_unbound() {
        o.values[3] = Value::UNBOUND;
        IterObj::set(o, 2, initial);
        return Ok(initial);
    }
    let x = ops::next(o.values[0])?;
    if x.is_unbound() {
        return Ok(x);
    }
    let total = o.values[2];
    let total = if total.is_unbound() {
        x
    } else if o.values[1].is_none() {
        ops::binary(Binary::Add, total, x)?
    } else {
        ops::call(o.values[1], &[total, x])?
    };
    IterObj::set(o, 2, total);
    Ok(total)
}

/// Values: iterator. Numbers: size, strict.
pub fn batched(cls: Gc<TypeObj>, args: &Args) -> R {
    let [iterable, n, strict] = args.bind("batched", ["iterable", "n", "strict"], 0, 2, 2)?;
    let strict = strict.bound().map_or(Ok(false), ops::truth)?;
    let n = as_int(ops::index(n)?).expect("an int").clamped();
    if n < 1 {
        return Err(raise!(ValueError, "n must be at least one"));
    }
    let it = ops::iter(iterable)?;
    Ok(IterObj::new(cls, &[it], &[n, strict as i64]))
}

pub fn batched_next(v: Value) -> R {
    let mut o: Gc<IterObj> = v.cast();
    if o.values[0].is_unbound() {
        return Ok(Value::UNBOUND);
    }
    let n = o.numbers[0] as usize;
    let batch = ListObj::new();
    loop {
        if batch.len == n {
            break;
        }
        let x = ops::next(o.values[0])?;
        if x.is_unbound() {
            o.values[0] = Value::UNBOUND;
            if batch.len == 0 {
                return Ok(Value::UNBOUND);
            }
            if o.numbers[1] != 0 {
                return Err(raise!(ValueError, "batched(): incomplete batch"));
            }
            break;
        }
        ListObj::push(batch, x);
    }
    Ok(TupleObj::from_list(batch).value())
}

/// Values: iterator, the last item.
pub fn pairwise(cls: Gc<TypeObj>, args: &Args) -> R {
    args.exactly("pairwise", 1)?;
    let it = ops::iter(args.pos[0])?;
    Ok(IterObj::new(cls, &[it], &[]))
}

pub fn pairwise_next(v: Value) -> R {
    let mut o: Gc<IterObj> = v.cast();
    if o.values[0].is_unbound() {
        return Ok(Value::UNBOUND);
    }
    if o.values[1].is_unbound() {
        let first = ops::next(o.values[0])?;
        if first.is_unbound() {
            o.values[0] = Value::UNBOUND;
            return Ok(first);
        }
        IterObj::set(o, 1, first);
    }
    let old = o.values[1];
    let x = ops::next(o.values[0])?;
    if x.is_unbound() {
        o.values[0] = Value::UNBOUND;
        o.values[1] = Value::UNBOUND;
        return Ok(x);
    }
    IterObj::set(o, 1, x);
    Ok(TupleObj::pair(old, x).value())
}

// groupby — values: iterator, key function or None, current key, current item, key of the group given
// last. Numbers: serial number of that group; whether the current item was handed to no group yet.
//
// A grouper — values: its groupby, its key. Numbers: the group's serial number. It gives items as long
// as its group is the current one.

pub fn groupby(cls: Gc<TypeObj>, args: &Args) -> R {
    let [iterable, key] = args.bind("groupby", ["iterable", "key"], 0, 2, 1)?;
    let it = ops::iter(iterable)?;
    Ok(IterObj::new(cls, &[it, key.bound().unwrap_or(Value::NONE)], &[0, 0]))
}

/// Takes the next item and its key; false at the end.
fn advance(o: Gc<IterObj>) -> R<bool> {
    let x = ops::next(o.values[0])?;
    if x.is_unbound() {
        return Ok(false);
    }
    let key = if o.values[1].is_none() { x } else { ops::call(o.values[1], &[x])? };
    IterObj::set(o, 2, key);
    IterObj::set(o, 3, x);
    let mut o = o;
    o.numbers[1] = 1;
    Ok(true)
}

pub fn groupby_next(v: Value) -> R {
    let mut o: Gc<IterObj> = v.cast();
    o.numbers[0] += 1;
    // Skip what is left of the group before.
    loop {
        let (key, target) = (o.values[2], o.values[4]);
        if !key.is_unbound() && (target.is_unbound() || !ops::eq(target, key)?) {
            break;
        }
        if !advance(o)? {
            return Ok(Value::UNBOUND);
        }
    }
    let key = o.values[2];
    IterObj::set(o, 4, key);
    let grouper = IterObj::new(type_by_id(ids::GROUPER), &[o.value(), key], &[o.numbers[0]]);
    Ok(TupleObj::pair(key, grouper).value())
}

pub fn grouper_next(v: Value) -> R {
    let g: Gc<IterObj> = v.cast();
    let mut o: Gc<IterObj> = g.values[0].cast();
    if o.numbers[0] != g.numbers[0] {
        return Ok(Value::UNBOUND);
    }
    if o.numbers[1] == 0 && !advance(o)? {
        return Ok(Value::UNBOUND);
    }
    if !ops::eq(g.values[1], o.values[2])? {
        return Ok(Value::UNBOUND);
    }
    o.numbers[1] = 0;
    Ok(o.values[3])
}

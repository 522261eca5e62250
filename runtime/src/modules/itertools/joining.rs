//! Several inputs or outputs: `chain`, `zip_longest`, `tee`.

use super::super::ids;
use super::IterObj;
use crate::containers::{ListObj, TupleObj};
use crate::core::{Args, Gc, R, Value};
use crate::numbers::int_object::as_int;
use crate::objects::ops;
use crate::types::{TypeObj, type_by_id};

/// Values: iterator over the inputs, the current one.
pub fn chain(cls: Gc<TypeObj>, args: &Args) -> R {
    args.no_keywords("chain")?;
    let inputs = ops::iter(TupleObj::from_slice(args.pos).value())?;
    Ok(IterObj::new(cls, &[inputs], &[]))
}

pub fn chain_from_iterable(args: &Args) -> R {
    args.skip_receiver().exactly("chain.from_iterable", 1)?;
    let cls: Gc<TypeObj> = args.pos[0].cast();
    let inputs = ops::iter(args.pos[1])?;
    Ok(IterObj::new(cls, &[inputs], &[]))
}

pub fn chain_next(v: Value) -> R {
    let mut o: Gc<IterObj> = v.cast();
    loop {
        if o.values[0].is_unbound() {
            return Ok(Value::UNBOUND);
        }
        if o.values[1].is_unbound() {
            let input = ops::next(o.values[0])?;
            if input.is_unbound() {
                o.values[0] = Value::UNBOUND;
                return Ok(input);
            }
            let it = ops::iter(input)?;
            IterObj::set(o, 1, it);
        }
        let x = ops::next(o.values[1])?;
        if !x.is_unbound() {
            return Ok(x);
        }
        o.values[1] = Value::UNBOUND;
    }
}

/// Values: list of the iterators (None once exhausted), the fill value. Numbers: how many are active.
pub fn zip_longest(cls: Gc<TypeObj>, args: &Args) -> R {
    let mut fill = Value::NONE;
    for (name, value) in args.kw_names.iter().zip(args.kw) {
        if !name.cast::<crate::core::StrObj>().eq_str("fillvalue") {
            return Err(raise!(TypeError, "zip_longest() got an unexpected keyword argument"));
        }
        fill = *value;
    }
    let iterators = ListObj::new();
    for &v in args.pos {
        ListObj::push(iterators, ops::iter(v)?);
    }
    Ok(IterObj::new(cls, &[iterators.value(), fill], &[args.pos.len() as i64]))
}

pub fn zip_longest_next(v: Value) -> R {
    let mut o: Gc<IterObj> = v.cast();
    let iterators: Gc<ListObj> = o.values[0].cast();
    if o.numbers[0] == 0 {
        return Ok(Value::UNBOUND);
    }
    let row = TupleObj::new(iterators.len);
    for i in 0..iterators.len {
        let it = ListObj::get(iterators, i);
        let mut x = if it.is_none() { Value::UNBOUND } else { ops::next(it)? };
        if x.is_unbound() {
            if !it.is_none() {
                o.numbers[0] -= 1;
                if o.numbers[0] == 0 {
                    return Ok(Value::UNBOUND);
                }
                ListObj::set(iterators, i, Value::NONE);
            }
            x = o.values[1];
        }
        TupleObj::set(row, i, x);
    }
    Ok(row.value())
}

// A tee — values: the shared source, the shared list of nodes' head. Items form a chain of nodes, each
// a list [item, next node or None], so what every copy has passed is garbage.

pub fn tee(args: &Args) -> R {
    args.no_keywords("tee")?;
    args.between("tee", 1, 2)?;
    let n = match args.get(1) {
        None => 2,
        Some(n) => as_int(ops::index(n)?).expect("an int").clamped(),
    };
    if n < 0 {
        return Err(raise!(ValueError, "n must be >= 0"));
    }
    let result = TupleObj::new(n as usize);
    if n == 0 {
        return Ok(result.value());
    }
    let it = ops::iter(args.pos[0])?;
    let first = tee_over(it);
    TupleObj::set(result, 0, first);
    for i in 1..n as usize {
        TupleObj::set(result, i, copy(first));
    }
    Ok(result.value())
}

fn tee_over(it: Value) -> Value {
    if it.tag == ids::TEE {
        return copy(it);
    }
    IterObj::new(type_by_id(ids::TEE), &[it, empty_node()], &[])
}

fn empty_node() -> Value {
    ListObj::from_slice(&[Value::NONE, Value::NONE]).value()
}

fn copy(v: Value) -> Value {
    let o: Gc<IterObj> = v.cast();
    IterObj::new(type_by_id(ids::TEE), &[o.values[0], o.values[1]], &[])
}

pub fn tee_copy(_: Gc<TypeObj>, args: &Args) -> R {
    args.exactly("tee", 1)?;
    Ok(tee_over(ops::iter(args.pos[0])?))
}

pub fn tee_copy_method(args: &Args) -> R {
    Ok(copy(args.receiver()))
}

/// A node whose second item is None is the end of what was read; reading fills it and appends one.
pub fn tee_next(v: Value) -> R {
    let o: Gc<IterObj> = v.cast();
    let node: Gc<ListObj> = o.values[1].cast();
    if ListObj::get(node, 1).is_none() {
        let x = ops::next(o.values[0])?;
        if x.is_unbound() {
            return Ok(x);
        }
        ListObj::set(node, 0, x);
        ListObj::set(node, 1, empty_node());
    }
    IterObj::set(o, 1, ListObj::get(node, 1));
    Ok(ListObj::get(node, 0))
}

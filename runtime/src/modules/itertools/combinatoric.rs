//! `product`, `permutations`, `combinations`, `combinations_with_replacement`.
//!
//! Values: the pool (a tuple, for `product` a tuple of pools), the positions as a list of ints.
//! Numbers: whether the first was given, whether all were given, size of the results.

use super::IterObj;
use crate::containers::{ListObj, TupleObj};
use crate::core::{Args, Gc, R, Value};
use crate::numbers::int_object::as_int;
use crate::objects::ops;
use crate::types::TypeObj;

fn pool_of(iterable: Value) -> R<Gc<TupleObj>> {
    if let Some(t) = iterable.exact::<TupleObj>() {
        return Ok(t);
    }
    Ok(TupleObj::from_list(crate::modules::collect(iterable)?))
}

fn positions(count: usize, at: impl Fn(usize) -> i64) -> Value {
    let list = ListObj::with_capacity(count);
    for i in 0..count {
        ListObj::push(list, Value::int(at(i)));
    }
    list.value()
}

fn position(o: Gc<IterObj>, i: usize) -> usize {
    ListObj::get(o.values[1].cast(), i).as_i64() as usize
}
fn set_position(o: Gc<IterObj>, i: usize, p: usize) {
    ListObj::set(o.values[1].cast(), i, Value::int(p as i64));
}

/// The current result: pool items at the first `r` positions.
fn result(o: Gc<IterObj>, r: usize) -> Value {
    let pool: Gc<TupleObj> = o.values[0].cast();
    let t = TupleObj::new(r);
    for i in 0..r {
        TupleObj::set(t, i, TupleObj::get(pool, position(o, i)));
    }
    t.value()
}

fn finished(mut o: Gc<IterObj>) -> R {
    o.numbers[1] = 1;
    Ok(Value::UNBOUND)
}

fn size_argument(v: Value) -> R<i64> {
    let n = as_int(ops::index(v)?).expect("an int").clamped();
    if n < 0 {
        return Err(raise!(ValueError, "r must be non-negative"));
    }
    Ok(n)
}

pub fn product(cls: Gc<TypeObj>, args: &Args) -> R {
    let mut repeat = 1;
    for (name, value) in args.kw_names.iter().zip(args.kw) {
        if !name.cast::<crate::core::StrObj>().eq_str("repeat") {
            let name = name.cast::<crate::core::StrObj>().to_string_lossy();
            return Err(raise!(TypeError, "product() got an unexpected keyword argument '{name}'"));
        }
        repeat = as_int(ops::index(*value)?).expect("an int").clamped();
        if repeat < 0 {
            return Err(raise!(ValueError, "repeat argument cannot be negative"));
        }
    }
    let pools = ListObj::new();
    for &v in args.pos {
        ListObj::push(pools, pool_of(v)?.value());
    }
    let once = pools.len;
    for _ in 1..repeat {
        for i in 0..once {
            ListObj::push(pools, ListObj::get(pools, i));
        }
    }
    if repeat == 0 {
        ListObj::truncate(pools, 0);
    }
    let pools = TupleObj::from_slice(ListObj::as_slice(pools));
    let n = pools.len;
    Ok(IterObj::new(cls, &[pools.value(), positions(n, |_| 0)], &[0, 0, n as i64]))
}

pub fn product_next(v: Value) -> R {
    let mut o: Gc<IterObj> = v.cast();
    if o.numbers[1] != 0 {
        return Ok(Value::UNBOUND);
    }
    let pools: Gc<TupleObj> = o.values[0].cast();
    let n = pools.len;
    let pool = |i| TupleObj::get(pools, i).cast::<TupleObj>();
    if o.numbers[0] == 0 {
        o.numbers[0] = 1;
        if (0..n).any(|i| pool(i).len == 0) {
            return finished(o);
        }
    } else {
        // Like an odometer: the rightmost position that can move does, those after it start again.
        let mut i = n;
        loop {
            if i == 0 {
                return finished(o);
            }
            i -= 1;
            let p = position(o, i) + 1;
            if p < pool(i).len {
                set_position(o, i, p);
                break;
            }
            set_position(o, i, 0);
        }
    }
    let t = TupleObj::new(n);
    for i in 0..n {
        TupleObj::set(t, i, TupleObj::get(pool(i), position(o, i)));
    }
    Ok(t.value())
}

pub fn combinations(cls: Gc<TypeObj>, args: &Args) -> R {
    let [iterable, r] = args.bind("combinations", ["iterable", "r"], 0, 2, 2)?;
    let pool = pool_of(iterable)?;
    let r = size_argument(r)?;
    let none = r as usize > pool.len;
    let at = positions(if none { 0 } else { r as usize }, |i| i as i64);
    Ok(IterObj::new(cls, &[pool.value(), at], &[0, none as i64, r]))
}

pub fn combinations_next(v: Value) -> R {
    let mut o: Gc<IterObj> = v.cast();
    if o.numbers[1] != 0 {
        return Ok(Value::UNBOUND);
    }
    let (n, r) = (o.values[0].cast::<TupleObj>().len, o.numbers[2] as usize);
    if o.numbers[0] == 0 {
        o.numbers[0] = 1;
        return Ok(result(o, r));
    }
    let Some(i) = (0..r).rev().find(|&i| position(o, i) != i + n - r) else { return finished(o) };
    let p = position(o, i) + 1;
    for j in i..r {
        set_position(o, j, p + j - i);
    }
    Ok(result(o, r))
}

pub fn with_replacement(cls: Gc<TypeObj>, args: &Args) -> R {
    let [iterable, r] = args.bind("combinations_with_replacement", ["iterable", "r"], 0, 2, 2)?;
    let pool = pool_of(iterable)?;
    let r = size_argument(r)?;
    let none = pool.len == 0 && r > 0;
    Ok(IterObj::new(cls, &[pool.value(), positions(r as usize, |_| 0)], &[0, none as i64, r]))
}

pub fn with_replacement_next(v: Value) -> R {
    let mut o: Gc<IterObj> = v.cast();
    if o.numbers[1] != 0 {
        return Ok(Value::UNBOUND);
    }
    let (n, r) = (o.values[0].cast::<TupleObj>().len, o.numbers[2] as usize);
    if o.numbers[0] == 0 {
        o.numbers[0] = 1;
        return Ok(result(o, r));
    }
    let Some(i) = (0..r).rev().find(|&i| position(o, i) != n - 1) else { return finished(o) };
    let p = position(o, i) + 1;
    for j in i..r {
        set_position(o, j, p);
    }
    Ok(result(o, r))
}

/// The positions are a permutation of the whole pool, followed by one count-down for each place.
pub fn permutations(cls: Gc<TypeObj>, args: &Args) -> R {
    let [iterable, r] = args.bind("permutations", ["iterable", "r"], 0, 2, 1)?;
    let pool = pool_of(iterable)?;
    let n = pool.len;
    let r = match r.bound() {
        None => n as i64,
        Some(v) if v.is_none() => n as i64,
        Some(v) if as_int(v).is_none() => return Err(raise!(TypeError, "Expected int as r")),
        Some(v) => size_argument(v)?,
    };
    let none = r as usize > n;
    let places = if none { 0 } else { n + r as usize };
    let at = positions(places, |i| if i < n { i as i64 } else { (n - (i - n)) as i64 });
    Ok(IterObj::new(cls, &[pool.value(), at], &[0, none as i64, r]))
}

pub fn permutations_next(v: Value) -> R {
    let mut o: Gc<IterObj> = v.cast();
    if o.numbers[1] != 0 {
        return Ok(Value::UNBOUND);
    }
    let (n, r) = (o.values[0].cast::<TupleObj>().len, o.numbers[2] as usize);
    if o.numbers[0] == 0 {
        o.numbers[0] = 1;
        return Ok(result(o, r));
    }
    for i in (0..r).rev() {
        let left = position(o, n + i) - 1;
        if left == 0 {
            // This place went through all: rotate its item to the end and start its count again.
            let first = position(o, i);
            for j in i..n - 1 {
                set_position(o, j, position(o, j + 1));
            }
            set_position(o, n - 1, first);
            set_position(o, n + i, n - i);
        } else {
            set_position(o, n + i, left);
            let j = n - left;
            let (a, b) = (position(o, i), position(o, j));
            set_position(o, i, b);
            set_position(o, j, a);
            return Ok(result(o, r));
        }
    }
    finished(o)
}

//! Iterators that pass on part of one input: `compress`, `dropwhile`, `takewhile`, `filterfalse`,
//! `islice`, and `starmap`.

use super::IterObj;
use crate::containers::TupleObj;
use crate::core::{Args, Gc, R, Raised, Value};
use crate::numbers::int_object::{Int, as_int};
use crate::objects::ops;
use crate::types::TypeObj;

/// Values: data, selectors.
pub fn compress(cls: Gc<TypeObj>, args: &Args) -> R {
    let [data, selectors] = args.bind("compress", ["data", "selectors"], 0, 2, 2)?;
    let (data, selectors) = (ops::iter(data)?, ops::iter(selectors)?);
    Ok(IterObj::new(cls, &[data, selectors], &[]))
}

pub fn compress_next(v: Value) -> R {
    let o: Gc<IterObj> = v.cast();
    loop {
        let x = ops::next(o.values[0])?;
        if x.is_unbound() {
            return Ok(x);
        }
        let selector = ops::next(o.values[1])?;
        if selector.is_unbound() {
            return Ok(selector);
        }
        if ops::truth(selector)? {
            return Ok(x);
        }
    }
}

/// Values: function, iterator. Numbers: whether the start or end was passed.
fn with_function(cls: Gc<TypeObj>, args: &Args, name: &str) -> R {
    args.between(name, 2, 2)?;
    let it = ops::iter(args.pos[1])?;
    Ok(IterObj::new(cls, &[args.pos[0], it], &[0]))
}

pub fn dropwhile(cls: Gc<TypeObj>, args: &Args) -> R {
    with_function(cls, args, "dropwhile")
}

pub fn dropwhile_next(v: Value) -> R {
    let mut o: Gc<IterObj> = v.cast();
    loop {
        let x = ops::next(o.values[1])?;
        if x.is_unbound() || o.numbers[0] != 0 {
            return Ok(x);
        }
        let dropped = ops::call(o.values[0], &[x])?;
        if !ops::truth(dropped)? {
            o.numbers[0] = 1;
            return Ok(x);
        }
    }
}

pub fn takewhile(cls: Gc<TypeObj>, args: &Args) -> R {
    with_function(cls, args, "takewhile")
}

pub fn takewhile_next(v: Value) -> R {
    let mut o: Gc<IterObj> = v.cast();
    if o.numbers[0] != 0 {
        return Ok(Value::UNBOUND);
    }
    let x = ops::next(o.values[1])?;
    if x.is_unbound() {
        return Ok(x);
    }
    let taken = ops::call(o.values[0], &[x])?;
    if ops::truth(taken)? {
        return Ok(x);
    }
    o.numbers[0] = 1;
    Ok(Value::UNBOUND)
}

pub fn filterfalse(cls: Gc<TypeObj>, args: &Args) -> R {
    with_function(cls, args, "filterfalse")
}

pub fn filterfalse_next(v: Value) -> R {
    let o: Gc<IterObj> = v.cast();
    loop {
        let x = ops::next(o.values[1])?;
        if x.is_unbound() {
            return Ok(x);
        }
        let kept = if o.values[0].is_none() { x } else { ops::call(o.values[0], &[x])? };
        if !ops::truth(kept)? {
            return Ok(x);
        }
    }
}

pub fn starmap(cls: Gc<TypeObj>, args: &Args) -> R {
    with_function(cls, args, "starmap")
}

pub fn starmap_next(v: Value) -> R {
    let o: Gc<IterObj> = v.cast();
    let x = ops::next(o.values[1])?;
    if x.is_unbound() {
        return Ok(x);
    }
    let arguments = match x.exact::<TupleObj>() {
        Some(t) => t,
        None => TupleObj::from_list(crate::modules::collect(x)?),
    };
    ops::call(o.values[0], TupleObj::as_slice(arguments))
}

/// Values: iterator. Numbers: items passed so far, next wanted position, stop (-1: none), step.
pub fn islice(cls: Gc<TypeObj>, args: &Args) -> R {
    args.between("islice", 2, 4)?;
    let bound = |v: Value| -> Option<Option<i64>> {
        if v.is_none() {
            return Some(None);
        }
        let v = match as_int(v) {
            Some(n) => n,
            None => {
                let index = ops::index(v).map_err(forget).ok()?;
                as_int(index)?
            }
        };
        match v {
            Int::Small(n) if n >= 0 => Some(Some(n)),
            _ => None,
        }
    };
    let (start, stop) = if args.pos.len() == 2 {
        let Some(stop) = bound(args.pos[1]) else {
            return Err(raise!(
                ValueError,
                "Stop argument for islice() must be None or an integer: 0 <= x <= sys.maxsize."
            ));
        };
        (0, stop)
    } else {
        match (bound(args.pos[1]), bound(args.pos[2])) {
            (Some(start), Some(stop)) => (start.unwrap_or(0), stop),
            (Some(_), None) => {
                return Err(raise!(
                    ValueError,
                    "Stop argument for islice() must be None or an integer: 0 <= x <= sys.maxsize."
                ));
            }
            _ => {
                return Err(raise!(
                    ValueError,
                    "Indices for islice() must be None or an integer: 0 <= x <= sys.maxsize."
                ));
            }
        }
    };
    let step = match args.get(3).map(bound) {
        None | Some(Some(None)) => 1,
        Some(Some(Some(n))) if n >= 1 => n,
        _ => {
            return Err(raise!(ValueError, "Step for islice() must be a positive integer or None."));
        }
    };
    let it = ops::iter(args.pos[0])?;
    Ok(IterObj::new(cls, &[it], &[0, start, stop.unwrap_or(-1), step]))
}

/// Drops a pending exception that another one replaces.
fn forget(raised: Raised) {
    crate::core::error::take_pending(raised);
}

pub fn islice_next(v: Value) -> R {
    let mut o: Gc<IterObj> = v.cast();
    if o.values[0].is_unbound() {
        return Ok(Value::UNBOUND);
    }
    let [passed, wanted, stop, step] = o.numbers;
    let mut passed = passed;
    // Past the stop, what lies before it is still consumed.
    let last = if stop >= 0 { wanted.min(stop) } else { wanted };
    while passed < last {
        if ops::next(o.values[0])?.is_unbound() {
            o.values[0] = Value::UNBOUND;
            return Ok(Value::UNBOUND);
        }
        passed += 1;
        o.numbers[0] = passed;
    }
    if stop >= 0 && wanted >= stop {
        o.values[0] = Value::UNBOUND;
        return Ok(Value::UNBOUND);
    }
    let x = ops::next(o.values[0])?;
    if x.is_unbound() {
        o.values[0] = Value::UNBOUND;
        return Ok(x);
    }
    o.numbers[0] = passed + 1;
    o.numbers[1] = match wanted.checked_add(step) {
        Some(next) if stop < 0 || next < stop => next,
        _ if stop >= 0 => stop,
        _ => i64::MAX,
    };
    Ok(x)
}

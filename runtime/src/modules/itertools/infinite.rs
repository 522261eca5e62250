//! `count`, `cycle`, `repeat`.

use super::IterObj;
use crate::containers::ListObj;
use crate::core::{Args, Gc, R, StrObj, Value};
use crate::numbers::int_object::as_int;
use crate::objects::ops;
use crate::types::{Binary, TypeObj};
use runtime_interface::tag;

/// Values: the next number, the step.
pub fn count(cls: Gc<TypeObj>, args: &Args) -> R {
    let [start, step] = args.bind("count", ["start", "step"], 0, 2, 0)?;
    let start = start.bound().unwrap_or(Value::int(0));
    let step = step.bound().unwrap_or(Value::int(1));
    for v in [start, step] {
        let t = crate::types::type_of(v);
        if t.slots.index.is_none() && t.slots.float.is_none() && v.tag != tag::COMPLEX {
            return Err(raise!(TypeError, "a number is required"));
        }
    }
    Ok(IterObj::new(cls, &[start, step], &[]))
}

pub fn count_next(v: Value) -> R {
    let o: Gc<IterObj> = v.cast();
    let (now, step) = (o.values[0], o.values[1]);
    let next = match (now.tag, step.tag) {
        (tag::INT, tag::INT) => match now.as_i64().checked_add(step.as_i64()) {
            Some(n) => Value::int(n),
            None => ops::binary(Binary::Add, now, step)?,
        },
        _ => ops::binary(Binary::Add, now, step)?,
    };
    IterObj::set(o, 0, next);
    Ok(now)
}

pub fn count_repr(v: Value) -> R {
    let o: Gc<IterObj> = v.cast();
    let now = ops::repr(o.values[0])?.to_string_lossy();
    let text = if o.values[1].is(Value::int(1)) {
        format!("count({now})")
    } else {
        let step = ops::repr(o.values[1])?.to_string_lossy();
        format!("count({now}, {step})")
    };
    Ok(StrObj::from_str(&text).value())
}

/// Values: the iterator (unbound once exhausted), the list of what it gave. Numbers: position.
pub fn cycle(cls: Gc<TypeObj>, args: &Args) -> R {
    args.exactly("cycle", 1)?;
    let it = ops::iter(args.pos[0])?;
    Ok(IterObj::new(cls, &[it, ListObj::new().value()], &[0]))
}

pub fn cycle_next(v: Value) -> R {
    let mut o: Gc<IterObj> = v.cast();
    let saved: Gc<ListObj> = o.values[1].cast();
    if !o.values[0].is_unbound() {
        let x = ops::next(o.values[0])?;
        if !x.is_unbound() {
            ListObj::push(saved, x);
            return Ok(x);
        }
        o.values[0] = Value::UNBOUND;
    }
    if saved.len == 0 {
        return Ok(Value::UNBOUND);
    }
    let at = o.numbers[0] as usize;
    o.numbers[0] = if at + 1 >= saved.len { 0 } else { at as i64 + 1 };
    Ok(ListObj::get(saved, at))
}

/// Values: the object. Numbers: how many are left, negative for no end.
pub fn repeat(cls: Gc<TypeObj>, args: &Args) -> R {
    let [object, times] = args.bind("repeat", ["object", "times"], 0, 2, 1)?;
    let left = match times.bound() {
        None => -1,
        Some(n) => as_int(ops::index(n)?).expect("an int").clamped().max(0),
    };
    Ok(IterObj::new(cls, &[object], &[left]))
}

pub fn repeat_next(v: Value) -> R {
    let mut o: Gc<IterObj> = v.cast();
    match o.numbers[0] {
        0 => return Ok(Value::UNBOUND),
        n if n > 0 => o.numbers[0] = n - 1,
        _ => {}
    }
    Ok(o.values[0])
}

pub fn repeat_length_hint(args: &Args) -> R {
    let o: Gc<IterObj> = args.receiver().cast();
    if o.numbers[0] < 0 {
        return Err(raise!(TypeError, "len() of unsized object"));
    }
    Ok(Value::int(o.numbers[0]))
}

pub fn repeat_repr(v: Value) -> R {
    let o: Gc<IterObj> = v.cast();
    let object = ops::repr(o.values[0])?.to_string_lossy();
    let text = match o.numbers[0] {
        n if n < 0 => format!("repeat({object})"),
        n => format!("repeat({object}, {n})"),
    };
    Ok(StrObj::from_str(&text).value())
}

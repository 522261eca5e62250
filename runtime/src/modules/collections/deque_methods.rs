//! The methods of `deque`.

use super::deque::{DequeObj, as_deque};
use crate::containers::{TupleObj, sequence};
use crate::core::error::InBand;
use crate::core::{Args, Gc, R, Raised, Value};
use crate::numbers::int_object::as_int;
use crate::objects::ops;
use crate::types::type_of;

fn receiver(args: &Args) -> Gc<DequeObj> {
    args.receiver().cast()
}

pub fn append(args: &Args) -> R {
    args.skip_receiver().exactly("deque.append", 1)?;
    DequeObj::push_right(receiver(args), args.pos[1]);
    Ok(Value::NONE)
}

pub fn appendleft(args: &Args) -> R {
    args.skip_receiver().exactly("deque.appendleft", 1)?;
    DequeObj::push_left(receiver(args), args.pos[1]);
    Ok(Value::NONE)
}

pub fn pop(args: &Args) -> R {
    args.skip_receiver().exactly("deque.pop", 0)?;
    DequeObj::pop_right(receiver(args)).ok_or_else(empty)
}

pub fn popleft(args: &Args) -> R {
    args.skip_receiver().exactly("deque.popleft", 0)?;
    DequeObj::pop_left(receiver(args)).ok_or_else(empty)
}

#[cold]
fn empty() -> Raised {
    raise!(IndexError, "pop from an empty deque")
}

// ---- the same for compiled code, of an exact deque ----

#[unsafe(no_mangle)]
pub unsafe extern "C" fn tp_deque_append(d: Value, v: Value) -> i64 {
    if DequeObj::has_plain_room(d.cast()) {
        DequeObj::push_right(d.cast(), v);
        return 0;
    }
    // SAFETY: passed on.
    unsafe { tp_deque_append_rest(d, v) }
}

/// Never inlined: rows that compiled code takes in cross to the runtime by this symbol and the next.
#[inline(never)]
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tp_deque_append_rest(d: Value, v: Value) -> i64 {
    DequeObj::push_right(d.cast(), v);
    0
}

#[inline(never)]
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tp_deque_empty() -> Value {
    R::<Value>::Err(empty()).in_band()
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn tp_deque_append_left(d: Value, v: Value) -> i64 {
    DequeObj::push_left(d.cast(), v);
    0
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn tp_deque_pop(d: Value) -> Value {
    DequeObj::pop_right(d.cast()).ok_or_else(empty).in_band()
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn tp_deque_pop_left(d: Value) -> Value {
    match DequeObj::pop_left(d.cast()) {
        Some(v) => v,
        // SAFETY: needs nothing.
        None => unsafe { tp_deque_empty() },
    }
}

pub fn clear(args: &Args) -> R {
    args.skip_receiver().exactly("deque.clear", 0)?;
    DequeObj::clear(receiver(args));
    Ok(Value::NONE)
}

/// `deque.extend`, also by itself.
pub fn extend_with(d: Gc<DequeObj>, iterable: Value) -> R<()> {
    let own = iterable.is(d.value());
    let iterable = if own { super::super::collect(iterable)?.value() } else { iterable };
    let it = ops::iter(iterable)?;
    loop {
        let v = ops::next(it)?;
        if v.is_unbound() {
            return Ok(());
        }
        DequeObj::push_right(d, v);
    }
}

pub fn extend(args: &Args) -> R {
    args.skip_receiver().exactly("deque.extend", 1)?;
    extend_with(receiver(args), args.pos[1])?;
    Ok(Value::NONE)
}

pub fn extendleft(args: &Args) -> R {
    args.skip_receiver().exactly("deque.extendleft", 1)?;
    let d = receiver(args);
    let items =
        if args.pos[1].is(d.value()) { super::super::collect(args.pos[1])?.value() } else { args.pos[1] };
    let it = ops::iter(items)?;
    loop {
        let v = ops::next(it)?;
        if v.is_unbound() {
            return Ok(Value::NONE);
        }
        DequeObj::push_left(d, v);
    }
}

/// An empty deque of the same class and limit.
fn like(d: Gc<DequeObj>) -> R<Gc<DequeObj>> {
    let cls = type_of(d.value());
    if d.value().tag == runtime_interface::tag::DEQUE {
        return Ok(DequeObj::empty(cls, d.max_len));
    }
    let empty = TupleObj::from_slice(&[]).value();
    let arguments = [empty, DequeObj::limit(d)];
    let made = ops::call(cls.value(), if d.max_len < 0 { &arguments[..1] } else { &arguments })?;
    match as_deque(made) {
        Some(d) => Ok(d),
        None => Err(raise!(TypeError, "deque() must return a deque, not {}", ops::type_name(made))),
    }
}

fn copy_of(d: Gc<DequeObj>) -> R<Gc<DequeObj>> {
    let new = like(d)?;
    extend_with(new, d.value())?;
    Ok(new)
}

pub fn copy(args: &Args) -> R {
    Ok(copy_of(receiver(args))?.value())
}

pub fn concat(a: Value, b: Value) -> R {
    if as_deque(b).is_none() {
        let name = ops::type_name(b);
        return Err(raise!(TypeError, "can only concatenate deque (not \"{name}\") to deque"));
    }
    let new = copy_of(a.cast())?;
    extend_with(new, b)?;
    Ok(new.value())
}

pub fn in_place_concat(a: Value, b: Value) -> R {
    extend_with(a.cast(), b)?;
    Ok(a)
}

pub fn in_place_repeat(a: Value, n: Value) -> R {
    let times = as_int(ops::index(n)?).expect("an int").clamped();
    let d: Gc<DequeObj> = a.cast();
    if times <= 0 {
        DequeObj::clear(d);
        return Ok(a);
    }
    let items = super::super::collect(a)?;
    for _ in 1..times {
        for i in 0..items.len {
            DequeObj::push_right(d, crate::containers::ListObj::get(items, i));
        }
    }
    Ok(a)
}

pub fn repeat(a: Value, n: Value) -> R {
    let (a, n) = if as_deque(a).is_some() { (a, n) } else { (n, a) };
    in_place_repeat(copy_of(a.cast())?.value(), n)
}

pub fn contains(v: Value, x: Value) -> R<bool> {
    let d: Gc<DequeObj> = v.cast();
    let state = d.state;
    for i in 0..d.len {
        let equal = crate::containers::key::equal(DequeObj::get(d, i), x)?;
        if d.state != state {
            return Err(raise!(RuntimeError, "deque mutated during iteration"));
        }
        if equal {
            return Ok(true);
        }
    }
    Ok(false)
}

pub fn count(args: &Args) -> R {
    args.skip_receiver().exactly("deque.count", 1)?;
    let d = receiver(args);
    let state = d.state;
    let n = sequence::count(|i| if d.state == state { DequeObj::at(d, i) } else { None }, args.pos[1])?;
    if d.state != state {
        return Err(raise!(RuntimeError, "deque mutated during iteration"));
    }
    Ok(Value::int(n as i64))
}

pub fn index(args: &Args) -> R {
    args.skip_receiver().between("index", 1, 3)?;
    let d = receiver(args);
    let bound = |v: Option<Value>, default: i64| -> R<usize> {
        let i = match v {
            None => default,
            Some(v) => as_int(ops::index(v)?).expect("an int").clamped(),
        };
        let i = if i < 0 { (i + d.len as i64).max(0) } else { i };
        Ok((i as usize).min(d.len))
    };
    let (start, stop) = (bound(args.get(2), 0)?, bound(args.get(3), i64::MAX)?);
    match sequence::find(|i| DequeObj::at(d, i), args.pos[1], start, stop)? {
        Some(i) => Ok(Value::int(i as i64)),
        None => {
            let shown = ops::repr(args.pos[1])?.to_string_lossy();
            Err(raise!(ValueError, "{shown} is not in deque"))
        }
    }
}

pub fn insert(args: &Args) -> R {
    args.skip_receiver().between("insert", 2, 2)?;
    let d = receiver(args);
    if d.max_len >= 0 && d.len as i64 >= d.max_len {
        return Err(raise!(IndexError, "deque already at its maximum size"));
    }
    let i = as_int(ops::index(args.pos[1])?).expect("an int").clamped();
    let n = d.len as i64;
    let at = (if i < 0 { (i + n).max(0) } else { i.min(n) }) as usize;
    if at == 0 {
        DequeObj::push_left(d, args.pos[2]);
        return Ok(Value::NONE);
    }
    DequeObj::push_right(d, args.pos[2]);
    for j in (at + 1..d.len).rev() {
        DequeObj::set(d, j, DequeObj::get(d, j - 1));
    }
    DequeObj::set(d, at, args.pos[2]);
    Ok(Value::NONE)
}

/// `del d[i]`
pub fn remove_at(d: Gc<DequeObj>, i: usize) {
    for j in i..d.len - 1 {
        DequeObj::set(d, j, DequeObj::get(d, j + 1));
    }
    DequeObj::pop_right(d);
}

pub fn remove(args: &Args) -> R {
    args.skip_receiver().exactly("deque.remove", 1)?;
    let d = receiver(args);
    let state = d.state;
    for i in 0..d.len {
        let equal = crate::containers::key::equal(DequeObj::get(d, i), args.pos[1])?;
        if d.state != state {
            return Err(raise!(IndexError, "deque mutated during remove()."));
        }
        if equal {
            remove_at(d, i);
            return Ok(Value::NONE);
        }
    }
    let shown = ops::repr(args.pos[1])?.to_string_lossy();
    Err(raise!(ValueError, "{shown} is not in deque"))
}

pub fn reverse(args: &Args) -> R {
    args.skip_receiver().exactly("deque.reverse", 0)?;
    let d = receiver(args);
    for i in 0..d.len / 2 {
        let (a, b) = (DequeObj::get(d, i), DequeObj::get(d, d.len - 1 - i));
        DequeObj::set(d, i, b);
        DequeObj::set(d, d.len - 1 - i, a);
    }
    Ok(Value::NONE)
}

pub fn rotate(args: &Args) -> R {
    args.skip_receiver().between("rotate", 0, 1)?;
    let d = receiver(args);
    let n = match args.get(1) {
        None => 1,
        Some(v) => as_int(ops::index(v)?).expect("an int").clamped(),
    };
    if d.len < 2 {
        return Ok(Value::NONE);
    }
    let len = d.len as i64;
    let right = n.rem_euclid(len);
    // The shorter way round.
    if right <= len / 2 {
        for _ in 0..right {
            if let Some(v) = DequeObj::pop_right(d) {
                DequeObj::push_left(d, v);
            }
        }
    } else {
        for _ in 0..len - right {
            if let Some(v) = DequeObj::pop_left(d) {
                DequeObj::push_right(d, v);
            }
        }
    }
    Ok(Value::NONE)
}

pub fn repr(v: Value) -> R {
    let d: Gc<DequeObj> = v.cast();
    let name = type_of(v).name.to_string_lossy();
    let tail = if d.max_len >= 0 { format!("], maxlen={})", d.max_len) } else { "])".to_owned() };
    let Some(_shown) = crate::containers::repr::InProgress::enter(d) else {
        return Ok(crate::containers::repr::text("[...]"));
    };
    let items = super::super::collect(v)?;
    let shown = ops::repr(items.value())?;
    let inner = crate::text::object::substring(shown, 1, shown.len - 1);
    let head = crate::core::StrObj::from_str(&format!("{name}(["));
    let tail = crate::core::StrObj::from_str(&tail);
    Ok(crate::text::object::concat_all(&[head.value(), inner.value(), tail.value()], None).value())
}

pub fn reduce(args: &Args) -> R {
    let v = args.receiver();
    let d: Gc<DequeObj> = v.cast();
    let arguments = if d.max_len < 0 {
        TupleObj::from_slice(&[])
    } else {
        TupleObj::pair(TupleObj::from_slice(&[]).value(), DequeObj::limit(d))
    };
    let it = ops::iter(v)?;
    let state = ops::getattr_optional(v, name!("__dict__"))?.unwrap_or(Value::NONE);
    Ok(TupleObj::from_slice(&[type_of(v).value(), arguments.value(), state, it]).value())
}

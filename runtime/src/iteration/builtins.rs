//! The builtin functions that consume an iterable: `sorted`, `min`, `max`, `sum`, `any`, `all`.

use super::collect;
use crate::containers::less::{less, quickly_less};
use crate::containers::list::Kind;
use crate::containers::{ListObj, list_numbers, sort};
use crate::core::error::InBand;
use crate::core::{Args, Gc, R, Value};
use crate::objects::ops;
use crate::types::{Binary, Compare, MethodDef};
use runtime_interface::tag;
use std::ops::ControlFlow::{Break, Continue};

pub const FUNCTIONS: &[MethodDef] = &[
    MethodDef::function("sorted", sorted),
    MethodDef::function("min", |args| extreme(args, "min", Compare::Lt)),
    MethodDef::function("max", |args| extreme(args, "max", Compare::Gt)),
    MethodDef::function("sum", sum),
    MethodDef::function("any", |args| quantify(args, "any", true)),
    MethodDef::function("all", |args| quantify(args, "all", false)),
];

fn sorted(args: &Args) -> R {
    Args::positional(args.pos).between("sorted", 1, 1)?;
    let list = collect::list(args.pos[0])?;
    let [key, reverse] = Args { pos: &[], ..*args }.bind("sort", ["key", "reverse"], 0, 0, 0)?;
    let backward = match reverse.bound() {
        Some(v) => ops::truth(v)?,
        None => false,
    };
    sort::sort_list(list, key.bound().unwrap_or(Value::NONE), backward)?;
    Ok(list.value())
}

fn extreme(args: &Args, name: &str, better: Compare) -> R {
    if args.pos.is_empty() {
        return Err(raise!(TypeError, "{name} expected at least 1 argument, got 0"));
    }
    if args.kw.is_empty()
        && let [first, rest @ ..] = args.pos
        && !rest.is_empty()
    {
        let mut best = *first;
        for &item in rest {
            if beats(item, best, better)? {
                best = item;
            }
        }
        return Ok(best);
    }
    let [key, default] = Args { pos: &[], ..*args }.bind(name, ["key", "default"], 0, 0, 0)?;
    let many = args.pos.len() > 1;
    if many && !default.is_unbound() {
        return Err(raise!(
            TypeError,
            "Cannot specify a default for {name}() with multiple positional arguments"
        ));
    }
    let key = key.bound().filter(|k| !k.is_none());
    if let (None, false, Some(l)) = (key, many, args.pos[0].exact::<ListObj>())
        && let Some(best) = list_numbers::extreme(l, better == Compare::Lt)
    {
        return Ok(best);
    }
    let (mut best, mut best_key) = (Value::UNBOUND, Value::UNBOUND);
    let mut look = |item: Value| -> R<()> {
        let k = match key {
            Some(key) => ops::call(key, &[item])?,
            None => item,
        };
        let first = best.is_unbound();
        if first || beats(k, best_key, better)? {
            best = item;
            best_key = k;
        }
        Ok(())
    };
    if many {
        for &item in args.pos {
            look(item)?;
        }
    } else {
        let _ = collect::for_each(args.pos[0], |item| {
            look(item)?;
            Ok(Continue::<()>(()))
        })?;
    }
    match best.bound().or(default.bound()) {
        Some(v) => Ok(v),
        None => Err(raise!(ValueError, "{name}() iterable argument is empty")),
    }
}

#[inline]
fn beats(a: Value, b: Value, better: Compare) -> R<bool> {
    if better == Compare::Lt {
        return less(a, b);
    }
    match quickly_less(b, a) {
        Some(answer) => Ok(answer),
        None => ops::truth(ops::compare(a, b, better)?),
    }
}

fn quantify(args: &Args, name: &str, decisive: bool) -> R {
    args.exactly(name, 1)?;
    let decided = collect::for_each(args.pos[0], |item| {
        Ok(if ops::truth(item)? == decisive { Break(()) } else { Continue(()) })
    })?;
    Ok(Value::bool(decided.is_break() == decisive))
}

/// A sum so far: exact small ints, then floats with their lost low parts, then anything.
enum Sum {
    Int(i64),
    Float { sum: f64, lost: f64 },
    Any(Value),
}

impl Sum {
    fn of(v: Value) -> Sum {
        match v.tag {
            tag::INT => Sum::Int(v.as_i64()),
            _ => Sum::after_int(v),
        }
    }
    fn after_int(v: Value) -> Sum {
        match v.tag {
            tag::FLOAT => Sum::Float { sum: v.as_f64(), lost: 0.0 },
            _ => Sum::Any(v),
        }
    }
    fn value(&self) -> Value {
        match *self {
            Sum::Int(n) => Value::int(n),
            // The lost part must not turn an infinite sum into a NaN.
            Sum::Float { sum, lost } if lost != 0.0 && lost.is_finite() => Value::float(sum + lost),
            Sum::Float { sum, .. } => Value::float(sum),
            Sum::Any(v) => v,
        }
    }
    /// Adds a list of floats, or of ints as long as the sum is a small one; false if it is none, and nothing is added.
    fn add_numbers(&mut self, l: Gc<ListObj>) -> bool {
        if let Sum::Int(n) = self
            && let Some(items) = ListObj::payloads::<i64>(l, Kind::INTS)
        {
            let total = items.iter().try_fold(*n, |total, &item| total.checked_add(item));
            *n = total.unwrap_or(*n);
            return total.is_some();
        }
        if let Sum::Int(0) = self
            && l.len > 0
            && l.kind == Kind::FLOATS
        {
            // Exact, but for a -0.0 that comes alone.
            *self = Sum::Float { sum: 0.0, lost: 0.0 };
        }
        if let Sum::Float { sum, lost } = self
            && let Some(items) = ListObj::payloads::<f64>(l, Kind::FLOATS)
        {
            for &mut x in items {
                let total = *sum + x;
                *lost += if sum.abs() >= x.abs() { (*sum - total) + x } else { (x - total) + *sum };
                *sum = total;
            }
            return true;
        }
        false
    }
    fn add(&mut self, item: Value) -> R<()> {
        match (&mut *self, item.tag) {
            (Sum::Int(n), tag::INT | tag::BOOL) => {
                if let Some(total) = n.checked_add(item.as_i64()) {
                    *n = total;
                    return Ok(());
                }
            }
            (Sum::Float { sum, lost }, tag::FLOAT) => {
                let x = item.as_f64();
                let total = *sum + x;
                *lost += if sum.abs() >= x.abs() { (*sum - total) + x } else { (x - total) + *sum };
                *sum = total;
                return Ok(());
            }
            (Sum::Float { sum, .. }, tag::INT | tag::BOOL) => {
                *sum += item.as_i64() as f64;
                return Ok(());
            }
            _ => {}
        }
        let was_int = matches!(self, Sum::Int(_));
        let total = ops::binary(Binary::Add, self.value(), item)?;
        *self = if was_int { Sum::after_int(total) } else { Sum::Any(total) };
        Ok(())
    }
}

// A sum that compiled code goes on with, in two values. The carry says what the total is: a float is what has been lost of a
// float sum, but -0.0 before anything was added; `NotImplemented` stands for a sum of anything, all else for an int.

const NOTHING_YET: u64 = (-0.0f64).to_bits();

fn resumed(total: Value, carry: Value) -> Sum {
    match carry.tag {
        tag::FLOAT if carry.as_f64().to_bits() == NOTHING_YET => Sum::Int(0),
        tag::FLOAT => Sum::Float { sum: total.as_f64(), lost: carry.as_f64() },
        tag::NOT_IMPLEMENTED => Sum::Any(total),
        _ => Sum::of(total),
    }
}

/// Answers through `out`: the total and its carry.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tp_sum_step(total: Value, carry: Value, item: Value, out: *mut u8) -> i64 {
    let mut sum = resumed(total, carry);
    if let Err(raised) = sum.add(item) {
        return Err::<bool, _>(raised).in_band();
    }
    let (total, carry) = match sum {
        Sum::Int(n) => (Value::int(n), Value::int(0)),
        Sum::Float { sum, lost } => (Value::float(sum), Value::float(lost)),
        Sum::Any(v) => (v, Value::NOT_IMPLEMENTED),
    };
    let out = out as *mut Value;
    // SAFETY: compiled code passes room for two values.
    unsafe {
        out.write(total);
        out.add(1).write(carry);
    }
    0
}

#[unsafe(no_mangle)]
pub extern "C" fn tp_sum_end(total: Value, carry: Value) -> Value {
    resumed(total, carry).value()
}

fn sum(args: &Args) -> R {
    let [iterable, start] = args.bind("sum", ["iterable", "start"], 1, 2, 1)?;
    let start = start.bound().unwrap_or(Value::int(0));
    let refused = match ops::builtin_layout(start) {
        tag::STR => Some("strings [use ''.join(seq) instead]"),
        tag::BYTES => Some("bytes [use b''.join(seq) instead]"),
        tag::BYTEARRAY => Some("bytearray [use b''.join(seq) instead]"),
        _ => None,
    };
    if let Some(what) = refused {
        // CPython makes the iterator first.
        ops::iter(iterable)?;
        return Err(raise!(TypeError, "sum() can't sum {what}"));
    }
    let mut total = Sum::of(start);
    if let Some(l) = iterable.exact::<ListObj>()
        && total.add_numbers(l)
    {
        return Ok(total.value());
    }
    let _ = collect::for_each(iterable, |item| {
        total.add(item)?;
        Ok(Continue::<()>(()))
    })?;
    Ok(total.value())
}

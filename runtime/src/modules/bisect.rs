//! The module `bisect`.

use crate::containers::ListObj;
use crate::containers::less::less;
use crate::containers::list::Kind;
use crate::containers::list_type::insert_at;
use crate::core::error::InBand;
use crate::core::{Args, R, Value};
use crate::numbers::int_object::as_int;
use crate::objects::ops;
use crate::types::spec::{MethodDef, ModuleSpec};
use std::cmp::Ordering;

pub static MODULE: ModuleSpec = ModuleSpec {
    name: "bisect",
    functions: &[
        MethodDef::function("bisect", |a| find(a, "bisect_right", false)),
        MethodDef::function("bisect_right", |a| find(a, "bisect_right", false)),
        MethodDef::function("bisect_left", |a| find(a, "bisect_left", true)),
        MethodDef::function("insort", |a| insert(a, "insort_right", false)),
        MethodDef::function("insort_right", |a| insert(a, "insort_right", false)),
        MethodDef::function("insort_left", |a| insert(a, "insort_left", true)),
    ],
    setup: |_: Value| Ok(()),
    doc: "Bisection algorithms.",
};

super::native_module!(tp_module_bisect, MODULE);

const NAMES: [&str; 5] = ["a", "x", "lo", "hi", "key"];

fn find(args: &Args, name: &str, left: bool) -> R {
    let [list, x, lo, hi, key] = args.bind(name, NAMES, 0, 4, 2)?;
    Ok(Value::int(position(list, x, lo, hi, key, left)?))
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn tp_bisect_left(list: Value, x: Value) -> Value {
    position(list, x, Value::UNBOUND, Value::UNBOUND, Value::UNBOUND, true).map(Value::int).in_band()
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn tp_bisect_right(list: Value, x: Value) -> Value {
    position(list, x, Value::UNBOUND, Value::UNBOUND, Value::UNBOUND, false).map(Value::int).in_band()
}

fn insert(args: &Args, name: &str, left: bool) -> R {
    let [list, x, lo, hi, key] = args.bind(name, NAMES, 0, 4, 2)?;
    let key_given = !key.is_unbound() && !key.is_none();
    let x_key = if key_given { ops::call(key, &[x])? } else { x };
    let at = position(list, x_key, lo, hi, key, left)?;
    insert_found(list, at, x)?;
    Ok(Value::NONE)
}

fn insert_found(list: Value, at: i64, x: Value) -> R<()> {
    match list.exact::<ListObj>() {
        Some(l) => insert_at(l, at, x),
        None => ops::call_method(list, name!("insert"), &[Value::int(at), x]).map(|_| ())?,
    }
    Ok(())
}

fn insort(list: Value, x: Value, left: bool) -> R<()> {
    let at = position(list, x, Value::UNBOUND, Value::UNBOUND, Value::UNBOUND, left)?;
    insert_found(list, at, x)
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn tp_insort_left(list: Value, x: Value) -> i64 {
    insort(list, x, true).in_band()
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn tp_insort_right(list: Value, x: Value) -> i64 {
    insort(list, x, false).in_band()
}

/// Bisects numbers: the same steps whatever they are, without a jump that depends on them.
#[inline(always)]
fn among<T: Copy>(items: &[T], (low, high): (usize, usize), goes_right: impl Fn(T) -> bool) -> i64 {
    let (mut low, mut high) = (low, high);
    while low < high {
        let middle = low + (high - low) / 2;
        let right = goes_right(items[middle]);
        low = if right { middle + 1 } else { low };
        high = if right { high } else { middle };
    }
    low as i64
}

/// Where `x` (already a key) goes; before its equals if `left`.
fn position(list: Value, x: Value, lo: Value, hi: Value, key: Value, left: bool) -> R<i64> {
    let mut low = match lo.bound() {
        None => 0,
        Some(v) => as_int(ops::index(v)?).expect("an int").clamped(),
    };
    if low < 0 {
        return Err(raise!(ValueError, "lo must be non-negative"));
    }
    let mut high = match hi.bound().filter(|v| !v.is_none()) {
        None => ops::len(list)? as i64,
        Some(v) => as_int(ops::index(v)?).expect("an int").clamped(),
    };
    let key = key.bound().filter(|k| !k.is_none());
    let exact = list.exact::<ListObj>();
    if let (Some(l), None) = (exact, key)
        && high <= l.len as i64
    {
        let range = (low as usize, high.max(low) as usize);
        if x.is_int()
            && let Some(items) = ListObj::payloads::<i64>(l, Kind::INTS)
        {
            let x = x.as_i64();
            return Ok(among(items, range, |item| if left { item < x } else { item <= x }));
        }
        if x.is_float()
            && let Some(items) = ListObj::payloads::<f64>(l, Kind::FLOATS)
        {
            let x = x.as_f64();
            return Ok(among(items, range, |item| {
                if left { item < x } else { x.partial_cmp(&item) != Some(Ordering::Less) }
            }));
        }
    }
    while low < high {
        let middle = low + (high - low) / 2;
        let in_place = exact.and_then(|l| ListObj::at(l, middle as usize));
        let mut item = match in_place {
            Some(item) => item,
            None => ops::getitem(list, Value::int(middle))?,
        };
        if let Some(key) = key {
            item = ops::call(key, &[item])?;
        }
        let (a, b) = if left { (item, x) } else { (x, item) };
        let before = less(a, b)?;
        let goes_right = before == left;
        if goes_right {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    Ok(low)
}

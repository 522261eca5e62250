//! Methods of bytes and bytearray that look for bytes.

use super::object::{as_bytes, bytes_argument, like, receiver};
use crate::containers::{ListObj, TupleObj};
use crate::core::{Args, R, Value};
use crate::numbers::int_object::Int;
use crate::numbers::int_type::int;
use crate::objects::ops;
use crate::text::find_methods::{range_arguments, reverse, trim};
use crate::text::search;
use crate::text::units::Units;
use crate::types::{MethodDef, type_of};
use runtime_interface::tag;

pub const METHODS: &[MethodDef] = &[
    MethodDef::method("find", |a| Ok(Value::int(locate(a, "find", false)?))),
    MethodDef::method("rfind", |a| Ok(Value::int(locate(a, "rfind", true)?))),
    MethodDef::method("index", |a| found(locate(a, "index", false)?)),
    MethodDef::method("rindex", |a| found(locate(a, "rindex", true)?)),
    MethodDef::method("count", |a| {
        a.skip_receiver().between("count", 1, 3)?;
        let needle = needle(a.pos[1])?;
        let (start, end) = range_arguments(a, 2, receiver(a.receiver()).len())?;
        if start > end {
            return Ok(Value::int(0));
        }
        let window = &receiver(a.receiver())[start..end];
        Ok(Value::int(search::count(Units::One(window), Units::One(&needle)) as i64))
    }),
    MethodDef::method("startswith", |a| affix(a, "startswith", false)),
    MethodDef::method("endswith", |a| affix(a, "endswith", true)),
    MethodDef::method("split", |a| split(a, "split", false)),
    MethodDef::method("rsplit", |a| split(a, "rsplit", true)),
    MethodDef::method("splitlines", |a| {
        let [keep] = a.skip_receiver().bind("splitlines", ["keepends"], 0, 1, 0)?;
        let keep = keep.bound().map_or(Ok(false), ops::truth)?;
        let v = a.receiver();
        let list = ListObj::new();
        let bytes = receiver(v);
        search::lines(
            Units::One(bytes),
            keep,
            |c| c == 10 || c == 13,
            |from, to| {
                ListObj::push(list, like(v, &bytes[from..to]));
            },
        );
        Ok(list.value())
    }),
    MethodDef::method("partition", |a| partition(a, "partition", false)),
    MethodDef::method("rpartition", |a| partition(a, "rpartition", true)),
    MethodDef::method("strip", |a| strip(a, "strip", true, true)),
    MethodDef::method("lstrip", |a| strip(a, "lstrip", true, false)),
    MethodDef::method("rstrip", |a| strip(a, "rstrip", false, true)),
    MethodDef::method("removeprefix", |a| {
        a.skip_receiver().exactly("bytes.removeprefix", 1)?;
        let prefix = bytes_argument(a.pos[1])?;
        let s = receiver(a.receiver());
        Ok(like(a.receiver(), s.strip_prefix(prefix).unwrap_or(s)))
    }),
    MethodDef::method("removesuffix", |a| {
        a.skip_receiver().exactly("bytes.removesuffix", 1)?;
        let suffix = bytes_argument(a.pos[1])?;
        let s = receiver(a.receiver());
        Ok(like(a.receiver(), s.strip_suffix(suffix).unwrap_or(s)))
    }),
    MethodDef::method("replace", replace),
    MethodDef::method("join", join),
];

/// A needle: bytes-like, or an int that is one byte.
pub fn needle(v: Value) -> R<Vec<u8>> {
    if let Some(b) = as_bytes(v) {
        return Ok(b.to_vec());
    }
    if type_of(v).slots.index.is_none() {
        let name = ops::type_name(v);
        return Err(raise!(TypeError, "argument should be integer or bytes-like object, not '{name}'"));
    }
    match int(ops::index(v)?) {
        Int::Small(n @ 0..=255) => Ok(vec![n as u8]),
        _ => Err(raise!(ValueError, "byte must be in range(0, 256)")),
    }
}

fn locate(a: &Args, name: &str, last: bool) -> R<i64> {
    a.skip_receiver().between(name, 1, 3)?;
    let needle = needle(a.pos[1])?;
    let (start, end) = range_arguments(a, 2, receiver(a.receiver()).len())?;
    if start > end {
        return Ok(-1);
    }
    let window = Units::One(&receiver(a.receiver())[start..end]);
    let needle = Units::One(&needle);
    let hit = if last { search::rfind(window, needle) } else { search::find(window, needle) };
    Ok(hit.map_or(-1, |i| (i + start) as i64))
}

fn found(index: i64) -> R {
    if index < 0 { Err(raise!(ValueError, "subsection not found")) } else { Ok(Value::int(index)) }
}

fn affix(a: &Args, name: &str, at_end: bool) -> R {
    a.skip_receiver().between(name, 1, 3)?;
    let (start, end) = range_arguments(a, 2, receiver(a.receiver()).len())?;
    let test = |affix: &[u8]| {
        let s = receiver(a.receiver());
        start <= end && if at_end { s[start..end].ends_with(affix) } else { s[start..end].starts_with(affix) }
    };
    if let Some(affix) = as_bytes(a.pos[1]) {
        return Ok(Value::bool(test(affix)));
    }
    let Some(tuple) = ops::unwrap(a.pos[1]).exact::<TupleObj>() else {
        let name_of = ops::type_name(a.pos[1]);
        return Err(raise!(TypeError, "{name} first arg must be bytes or a tuple of bytes, not {name_of}"));
    };
    for item in TupleObj::as_slice(tuple) {
        if test(bytes_argument(*item)?) {
            return Ok(Value::TRUE);
        }
    }
    Ok(Value::FALSE)
}

/// White space of bytes.
pub fn is_space(c: u32) -> bool {
    matches!(c, 9..=13 | 32)
}

fn split(a: &Args, name: &str, from_right: bool) -> R {
    let [sep, limit] = a.skip_receiver().bind(name, ["sep", "maxsplit"], 0, 2, 0)?;
    let limit = match limit.bound() {
        None => usize::MAX,
        Some(v) => usize::try_from(crate::numbers::int_methods::to_ssize(v)?).unwrap_or(usize::MAX),
    };
    let v = a.receiver();
    let list = ListObj::new();
    let sep = if sep.is_unbound() || sep.is_none() { None } else { Some(bytes_argument(sep)?) };
    if sep.is_some_and(<[u8]>::is_empty) {
        return Err(raise!(ValueError, "empty separator"));
    }
    let bytes = receiver(v);
    let put = |from: usize, to: usize| ListObj::push(list, like(v, &bytes[from..to]));
    let text = Units::One(bytes);
    match (sep, from_right) {
        (Some(sep), false) => search::split_ranges(text, Units::One(sep), limit, put),
        (Some(sep), true) => search::rsplit_ranges(text, Units::One(sep), limit, put),
        (None, false) => search::words(text, limit, is_space, put),
        (None, true) => search::rwords(text, limit, is_space, put),
    }
    if from_right {
        reverse(list);
    }
    Ok(list.value())
}

fn partition(a: &Args, name: &str, last: bool) -> R {
    a.skip_receiver().exactly(&format!("bytes.{name}"), 1)?;
    let sep = bytes_argument(a.pos[1])?;
    if sep.is_empty() {
        return Err(raise!(ValueError, "empty separator"));
    }
    let v = a.receiver();
    let s = receiver(v);
    let (text, needle) = (Units::One(s), Units::One(sep));
    let hit = if last { search::rfind(text, needle) } else { search::find(text, needle) };
    let (before, middle, after): (&[u8], &[u8], &[u8]) = match hit {
        Some(i) => (&s[..i], sep, &s[i + sep.len()..]),
        None if last => (b"", b"", s),
        None => (s, b"", b""),
    };
    let before = like(v, before);
    let middle = like(v, middle);
    Ok(TupleObj::from_slice(&[before, middle, like(v, after)]).value())
}

fn strip(a: &Args, name: &str, left: bool, right: bool) -> R {
    a.skip_receiver().between(name, 0, 1)?;
    let set = match a.get(1) {
        None => None,
        Some(v) if v.is_none() => None,
        Some(v) => Some(bytes_argument(v)?),
    };
    let s = receiver(a.receiver());
    let (from, to) = match set {
        None => trim(Units::One(s), left, right, is_space),
        Some(set) => trim(Units::One(s), left, right, |c| set.contains(&(c as u8))),
    };
    Ok(like(a.receiver(), &s[from..to]))
}

fn replace(a: &Args) -> R {
    a.skip_receiver().between("replace", 2, 3)?;
    let limit = match a.get(3) {
        None => usize::MAX,
        Some(v) => usize::try_from(crate::numbers::int_methods::to_ssize(v)?).unwrap_or(usize::MAX),
    };
    let old = bytes_argument(a.pos[1])?;
    let new = bytes_argument(a.pos[2])?;
    let s = receiver(a.receiver());
    crate::text::find_methods::check_growth(s, old, new.len())?;
    let mut out = Vec::with_capacity(s.len());
    if old.is_empty() {
        for i in 0..=s.len() {
            if i < limit {
                out.extend_from_slice(new);
            }
            if i < s.len() {
                out.push(s[i]);
            }
        }
    } else {
        let mut first = true;
        search::split_ranges(Units::One(s), Units::One(old), limit, |from, to| {
            if !first {
                out.extend_from_slice(new);
            }
            first = false;
            out.extend_from_slice(&s[from..to]);
        });
    }
    Ok(like(a.receiver(), &out))
}

fn join(a: &Args) -> R {
    a.skip_receiver().exactly("bytes.join", 1)?;
    let items = match a.pos[1].tag {
        tag::LIST | tag::TUPLE => a.pos[1],
        _ => {
            if !crate::text::iterables::is_iterable(a.pos[1]) {
                return Err(raise!(TypeError, "can only join an iterable"));
            }
            crate::text::iterables::list_from(a.pos[1])?.value()
        }
    };
    let items: &[Value] = if items.tag == tag::LIST {
        ListObj::as_slice(items.cast())
    } else {
        TupleObj::as_slice(items.cast())
    };
    let separator = receiver(a.receiver());
    let mut out = Vec::new();
    for (i, item) in items.iter().enumerate() {
        if i > 0 {
            out.extend_from_slice(separator);
        }
        match as_bytes(*item) {
            Some(b) => out.extend_from_slice(b),
            None => {
                let name = ops::type_name(*item);
                return Err(raise!(
                    TypeError,
                    "sequence item {i}: expected a bytes-like object, {name} found"
                ));
            }
        }
    }
    Ok(like(a.receiver(), &out))
}

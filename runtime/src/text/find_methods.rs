//! Methods of `str` that look for text: `find`, `count`, `startswith`, `split`, `partition`, `strip`, `replace`, `join`.

use super::object::{self, piece, substring, units_of};
use super::search;
use super::str_type::receiver;
use super::unicode;
use super::units::{Buffer, Units};
use crate::containers::{ListObj, TupleObj};
use crate::core::{Args, Gc, R, StrObj, Value};
use crate::numbers::int_methods::clamped_index;
use crate::objects::ops;
use crate::types::MethodDef;
use runtime_interface::tag;

pub const METHODS: &[MethodDef] = &[
    MethodDef::method("find", |a| Ok(Value::int(locate(a, "find", false)?))),
    MethodDef::method("rfind", |a| Ok(Value::int(locate(a, "rfind", true)?))),
    MethodDef::method("index", |a| found(locate(a, "index", false)?)),
    MethodDef::method("rindex", |a| found(locate(a, "rindex", true)?)),
    MethodDef::method("count", count),
    MethodDef::method("startswith", |a| affix(a, "startswith", false)),
    MethodDef::method("endswith", |a| affix(a, "endswith", true)),
    MethodDef::method("split", split),
    MethodDef::method("rsplit", rsplit),
    MethodDef::method("splitlines", splitlines),
    MethodDef::method("partition", |a| partition(a, "partition", false)),
    MethodDef::method("rpartition", |a| partition(a, "rpartition", true)),
    MethodDef::method("strip", |a| strip(a, "strip", true, true)),
    MethodDef::method("lstrip", |a| strip(a, "lstrip", true, false)),
    MethodDef::method("rstrip", |a| strip(a, "rstrip", false, true)),
    MethodDef::method("removeprefix", |a| {
        let s = receiver(a.receiver());
        a.skip_receiver().exactly("str.removeprefix", 1)?;
        let prefix = text_argument(a.pos[1], "removeprefix() argument")?;
        let n = if search::matches_at(units_of(s), 0, units_of(prefix)) { prefix.len } else { 0 };
        Ok(substring(s, n, s.len).value())
    }),
    MethodDef::method("removesuffix", |a| {
        let s = receiver(a.receiver());
        a.skip_receiver().exactly("str.removesuffix", 1)?;
        let suffix = text_argument(a.pos[1], "removesuffix() argument")?;
        let hit =
            suffix.len <= s.len && search::matches_at(units_of(s), s.len - suffix.len, units_of(suffix));
        Ok(substring(s, 0, if hit { s.len - suffix.len } else { s.len }).value())
    }),
    MethodDef::method("replace", replace),
    MethodDef::method("join", |a| {
        a.skip_receiver().exactly("str.join", 1)?;
        Ok(join(receiver(a.receiver()), a.pos[1])?.value())
    }),
];

/// An argument that must be a str: `replace() argument 1 must be str, not int`.
pub fn text_argument(v: Value, what: &str) -> R<Gc<StrObj>> {
    match ops::as_str(v) {
        Some(s) => Ok(s),
        None => {
            let name = shown_type(v);
            Err(raise!(TypeError, "{what} must be str, not {name}"))
        }
    }
}

/// The type as argument errors show it: `None` stands for itself.
pub fn shown_type(v: Value) -> String {
    if v.is_none() { "None".to_string() } else { ops::type_name(v) }
}

/// Start and end arguments at `at`, clamped to the length as slices are. The start may lie beyond the length.
pub fn range_arguments(a: &Args, at: usize, len: usize) -> R<(usize, usize)> {
    let start = clamped_index(a.get(at).unwrap_or(Value::NONE), 0)?;
    let end = clamped_index(a.get(at + 1).unwrap_or(Value::NONE), i64::MAX)?;
    let len = len as i64;
    let fit = |i: i64| if i < 0 { (i + len).max(0) } else { i };
    Ok((fit(start) as usize, fit(end).min(len) as usize))
}

fn locate(a: &Args, name: &str, last: bool) -> R<i64> {
    a.skip_receiver().between(name, 1, 3)?;
    let s = receiver(a.receiver());
    let needle = text_argument(a.pos[1], &format!("{name}() argument 1"))?;
    let (start, end) = range_arguments(a, 2, s.len)?;
    if start > end || needle.len > end - start {
        return Ok(-1);
    }
    let window = units_of(s).slice(start, end);
    let hit =
        if last { search::rfind(window, units_of(needle)) } else { search::find(window, units_of(needle)) };
    Ok(hit.map_or(-1, |i| (i + start) as i64))
}

fn found(index: i64) -> R {
    if index < 0 { Err(raise!(ValueError, "substring not found")) } else { Ok(Value::int(index)) }
}

fn count(a: &Args) -> R {
    a.skip_receiver().between("count", 1, 3)?;
    let s = receiver(a.receiver());
    let needle = text_argument(a.pos[1], "count() argument 1")?;
    let (start, end) = range_arguments(a, 2, s.len)?;
    if start > end {
        return Ok(Value::int(0));
    }
    Ok(Value::int(search::count(units_of(s).slice(start, end), units_of(needle)) as i64))
}

fn affix(a: &Args, name: &str, at_end: bool) -> R {
    a.skip_receiver().between(name, 1, 3)?;
    let s = receiver(a.receiver());
    let (start, end) = range_arguments(a, 2, s.len)?;
    let test = |affix: Gc<StrObj>| {
        if start > end || affix.len > end - start {
            return false;
        }
        let at = if at_end { end - affix.len } else { start };
        search::matches_at(units_of(s), at, units_of(affix))
    };
    if let Some(affix) = ops::as_str(a.pos[1]) {
        return Ok(Value::bool(test(affix)));
    }
    let tuple = ops::unwrap(a.pos[1]);
    let Some(tuple) = tuple.exact::<TupleObj>() else {
        let name_of = ops::type_name(a.pos[1]);
        return Err(raise!(TypeError, "{name} first arg must be str or a tuple of str, not {name_of}"));
    };
    for item in TupleObj::as_slice(tuple) {
        let Some(affix) = ops::as_str(*item) else {
            let name_of = ops::type_name(*item);
            return Err(raise!(TypeError, "tuple for {name} must only contain str, not {name_of}"));
        };
        if test(affix) {
            return Ok(Value::TRUE);
        }
    }
    Ok(Value::FALSE)
}

/// `sep` and `maxsplit`.
fn split_arguments(a: &Args, name: &str) -> R<(Option<Gc<StrObj>>, usize)> {
    let [sep, limit] = a.skip_receiver().bind(name, ["sep", "maxsplit"], 0, 2, 0)?;
    let limit = match limit.bound() {
        None => usize::MAX,
        Some(v) => {
            let n = crate::numbers::int_methods::to_ssize(v)?;
            if n < 0 { usize::MAX } else { n as usize }
        }
    };
    if sep.is_unbound() || sep.is_none() {
        return Ok((None, limit));
    }
    let Some(sep) = ops::as_str(sep) else {
        let name = ops::type_name(sep);
        return Err(raise!(TypeError, "must be str or None, not {name}"));
    };
    if sep.len == 0 {
        return Err(raise!(ValueError, "empty separator"));
    }
    Ok((Some(sep), limit))
}

fn split(a: &Args) -> R {
    let s = receiver(a.receiver());
    let (sep, limit) = split_arguments(a, "split")?;
    Ok(split_at(s, sep, limit).value())
}

/// `s.split(sep, limit)`; at white space without a separator.
pub fn split_at(s: Gc<StrObj>, sep: Option<Gc<StrObj>>, limit: usize) -> Gc<ListObj> {
    let units = units_of(s);
    let ascii = s.is_ascii();
    let list = ListObj::new();
    let put = |from, to| ListObj::push(list, piece_of(s, units, ascii, from, to));
    match sep {
        Some(sep) => search::split_ranges(units, units_of(sep), limit, put),
        None if ascii => search::words(units, limit, |c| matches!(c, 9..=13 | 28..=32), put),
        None => search::words(units, limit, unicode::is_space, put),
    }
    list
}

#[inline]
fn piece_of(s: Gc<StrObj>, units: Units, ascii: bool, from: usize, to: usize) -> Value {
    if from == 0 && to == s.len { s.value() } else { piece(units, ascii, from, to).value() }
}

fn rsplit(a: &Args) -> R {
    let s = receiver(a.receiver());
    let (sep, limit) = split_arguments(a, "rsplit")?;
    let units = units_of(s);
    let ascii = s.is_ascii();
    let list = ListObj::new();
    let put = |from, to| ListObj::push(list, piece_of(s, units, ascii, from, to));
    match sep {
        Some(sep) => search::rsplit_ranges(units, units_of(sep), limit, put),
        None => search::rwords(units, limit, unicode::is_space, put),
    }
    reverse(list);
    Ok(list.value())
}

/// Reverses a list that nobody else has seen.
pub fn reverse(list: Gc<ListObj>) {
    let n = list.len;
    for i in 0..n / 2 {
        let (x, y) = (ListObj::get(list, i), ListObj::get(list, n - 1 - i));
        ListObj::set(list, i, y);
        ListObj::set(list, n - 1 - i, x);
    }
}

fn splitlines(a: &Args) -> R {
    let s = receiver(a.receiver());
    let [keep] = a.skip_receiver().bind("splitlines", ["keepends"], 0, 1, 0)?;
    let keep = keep.bound().map_or(Ok(false), ops::truth)?;
    Ok(split_lines(s, keep).value())
}

pub fn split_lines(s: Gc<StrObj>, keep: bool) -> Gc<ListObj> {
    let units = units_of(s);
    let ascii = s.is_ascii();
    let list = ListObj::new();
    search::lines(units, keep, search::is_line_end, |from, to| {
        ListObj::push(list, piece_of(s, units, ascii, from, to));
    });
    list
}

fn partition(a: &Args, name: &str, last: bool) -> R {
    a.skip_receiver().exactly(&format!("str.{name}"), 1)?;
    let s = receiver(a.receiver());
    let Some(sep) = ops::as_str(a.pos[1]) else {
        let name = ops::type_name(a.pos[1]);
        return Err(raise!(TypeError, "must be str, not {name}"));
    };
    if sep.len == 0 {
        return Err(raise!(ValueError, "empty separator"));
    }
    let units = units_of(s);
    let hit = if last { search::rfind(units, units_of(sep)) } else { search::find(units, units_of(sep)) };
    let empty = object::empty().value();
    let parts = match hit {
        Some(i) => {
            let before = substring(s, 0, i).value();
            [before, sep.value(), substring(s, i + sep.len, s.len).value()]
        }
        None if last => [empty, empty, s.value()],
        None => [s.value(), empty, empty],
    };
    Ok(TupleObj::from_slice(&parts).value())
}

fn strip(a: &Args, name: &str, left: bool, right: bool) -> R {
    a.skip_receiver().between(name, 0, 1)?;
    let s = receiver(a.receiver());
    let chars = match a.get(1) {
        None => None,
        Some(v) if v.is_none() => None,
        Some(v) => match ops::as_str(v) {
            Some(c) => Some(c),
            None => {
                return Err(raise!(TypeError, "{name} arg must be None or str"));
            }
        },
    };
    Ok(stripped(s, chars, left, right).value())
}

/// Without the characters at the ends; without white space if there are none given.
pub fn stripped(s: Gc<StrObj>, chars: Option<Gc<StrObj>>, left: bool, right: bool) -> Gc<StrObj> {
    let units = units_of(s);
    let (from, to) = match chars {
        None if s.is_ascii() => trim(units, left, right, |c| matches!(c, 9..=13 | 28..=32)),
        None => trim(units, left, right, unicode::is_space),
        Some(set) => {
            let set = units_of(set);
            trim(units, left, right, |c| set.codes().any(|x| x == c))
        }
    };
    substring(s, from, to)
}

/// The range left after taking off what matches.
pub fn trim(units: Units, left: bool, right: bool, drop: impl Fn(u32) -> bool) -> (usize, usize) {
    let mut from = 0;
    let mut to = units.len();
    if left {
        while from < to && drop(units.at(from)) {
            from += 1;
        }
    }
    if right {
        while to > from && drop(units.at(to - 1)) {
            to -= 1;
        }
    }
    (from, to)
}

fn replace(a: &Args) -> R {
    let rest = a.skip_receiver();
    if rest.pos.len() < 2 {
        let given = rest.pos.len();
        return Err(raise!(TypeError, "replace() takes at least 2 positional arguments ({given} given)"));
    }
    let [old, new, limit] = rest.bind("replace", ["", "", "count"], 2, 3, 2)?;
    let s = receiver(a.receiver());
    let old = text_argument(old, "replace() argument 1")?;
    let new = text_argument(new, "replace() argument 2")?;
    let limit = match limit.bound() {
        None => usize::MAX,
        Some(v) => {
            let n = crate::numbers::int_methods::to_ssize(v)?;
            if n < 0 { usize::MAX } else { n as usize }
        }
    };
    Ok(replace_all(s, old, new, limit)?.value())
}

pub fn replace_all(s: Gc<StrObj>, old: Gc<StrObj>, new: Gc<StrObj>, limit: usize) -> R<Gc<StrObj>> {
    check_growth(s.bytes(), old.bytes(), new.bytes().len())?;
    Ok(replaced(s, old, new, limit))
}

/// MemoryError if the text would not fit once each `old` became `new_len` bytes.
pub fn check_growth(text: &[u8], old: &[u8], new_len: usize) -> R<()> {
    let most = (text.len() / old.len().max(1) + 1).saturating_mul(new_len);
    if most < 64 << 20 || new_len <= old.len() {
        return Ok(());
    }
    let count = if old.is_empty() { text.len() + 1 } else { memchr::memmem::find_iter(text, old).count() };
    crate::memory::check_room(count.saturating_mul(new_len).saturating_mul(2))
}

fn replaced(s: Gc<StrObj>, old: Gc<StrObj>, new: Gc<StrObj>, limit: usize) -> Gc<StrObj> {
    let (text, old, new) = (units_of(s), units_of(old), units_of(new));
    if limit == 0 || old == new {
        return s;
    }
    let mut out = Buffer::with_capacity(s.len);
    if old.is_empty() {
        // Between all characters, and at both ends.
        for i in 0..=text.len() {
            if i < limit {
                out.push_units(new);
            }
            if i < text.len() {
                out.push(text.at(i));
            }
        }
        return object::finish(&out);
    }
    let mut last = None;
    search::split_ranges(text, old, limit, |from, to| {
        if last.is_some() {
            out.push_units(new);
        }
        last = Some(to);
        out.push_units(text.slice(from, to));
    });
    if out.len() == text.len() && old.len() != new.len() {
        return s;
    }
    object::finish(&out)
}

/// `separator.join(iterable)`.
pub fn join(separator: Gc<StrObj>, iterable: Value) -> R<Gc<StrObj>> {
    let values: &[Value] = match iterable.tag {
        tag::LIST => ListObj::as_slice(iterable.cast()),
        tag::TUPLE => TupleObj::as_slice(iterable.cast()),
        _ => {
            if !crate::text::iterables::is_iterable(iterable) {
                return Err(raise!(TypeError, "can only join an iterable"));
            }
            let list = crate::text::iterables::list_from(iterable)?;
            return join(separator, list.value());
        }
    };
    let mut exact = true;
    for (i, v) in values.iter().enumerate() {
        if v.tag != tag::STR {
            exact = false;
            if ops::as_str(*v).is_none() {
                let name = ops::type_name(*v);
                return Err(raise!(TypeError, "sequence item {i}: expected str instance, {name} found"));
            }
        }
    }
    let between = separator.bytes().len() * values.len().saturating_sub(1);
    crate::memory::check_room(between.saturating_mul(2))?;
    let separator = (separator.len > 0).then_some(separator);
    if exact {
        return Ok(object::concat_all(values, separator));
    }
    let plain = ListObj::with_capacity(values.len());
    for v in values {
        ListObj::push(plain, ops::unwrap(*v));
    }
    Ok(object::concat_all(ListObj::as_slice(plain), separator))
}

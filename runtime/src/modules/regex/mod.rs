//! The module `_sre`: regular expressions, compiled once for each text and flags, under `re` (in Python).
//!
//! A compiled pattern is a number, an index into [`COMPILED`]; a match comes back as a tuple of positions.

mod first;
mod matcher;
mod program;
mod syntax;

use self::matcher::{Matcher, NOWHERE};
use self::program::Program;
use crate::bytes::BytesObj;
use crate::bytes::object::as_bytes;
use crate::containers::list_type::as_list;
use crate::containers::repr::units;
use crate::containers::{ListObj, TupleObj};
use crate::core::{Args, R, StrObj, Value};
use crate::objects::ops;
use crate::text::object;
use crate::text::units::{Buffer, Units};
use crate::types::spec::{MethodDef, ModuleSpec};

pub static MODULE: ModuleSpec = ModuleSpec {
    name: "_sre",
    functions: &[
        MethodDef::function("compile", compile),
        MethodDef::function("run", run),
        MethodDef::function("run_all", run_all),
        MethodDef::function("findall", findall),
        MethodDef::function("split", split),
        MethodDef::function("substitute", substitute),
    ],
    setup: |_| Ok(()),
    doc: "Regular expressions.",
};

super::native_module!(tp_module__sre, MODULE);

struct Compiled {
    text: Vec<u32>,
    flags: u32,
    is_bytes: bool,
    program: &'static Program,
}

/// Every pattern of the program so far: found again by its text, never dropped.
static mut COMPILED: Vec<Compiled> = Vec::new();

fn compiled() -> &'static mut Vec<Compiled> {
    // SAFETY: one mutator thread; the reference ends within the caller.
    unsafe { &mut *(&raw mut COMPILED) }
}

/// The code units of a str or bytes-like.
fn subject<'a>(v: Value) -> R<(Units<'a>, bool)> {
    if let Some(text) = ops::as_str(v) {
        // SAFETY: strings do not move, and the caller's arguments keep this one alive.
        let text: &'a StrObj = unsafe { &*(text.header() as *const _ as *const StrObj) };
        return Ok((units(text), false));
    }
    match as_bytes(v) {
        Some(bytes) => Ok((Units::One(bytes), true)),
        None => {
            let name = ops::type_name(v);
            Err(raise!(TypeError, "expected string or bytes-like object, got '{name}'"))
        }
    }
}

/// `compile(pattern, flags)`: (number, flags, groups, ((name, group), ...)), or (message, position).
fn compile(args: &Args) -> R {
    args.exactly("compile", 2)?;
    let (text, is_bytes) = subject(args.pos[0])?;
    let text: Vec<u32> = text.codes().collect();
    let flags = args.pos[1].as_i64() as u32;
    let known = compiled();
    let at = known.iter().position(|c| c.flags == flags && c.is_bytes == is_bytes && c.text == text);
    let at = match at {
        Some(at) => at,
        None => match syntax::parse(&text, flags, is_bytes) {
            Err((message, position)) => {
                let message = StrObj::from_str(&message).value();
                return Ok(TupleObj::pair(message, Value::int(position as i64)).value());
            }
            Ok(parsed) => {
                let program = Box::leak(Box::new(program::compile(parsed)));
                known.push(Compiled { text, flags, is_bytes, program });
                known.len() - 1
            }
        },
    };
    let program = known[at].program;
    let names = TupleObj::new(program.names.len());
    for (i, (name, group)) in program.names.iter().enumerate() {
        let name = StrObj::from_str(name).value();
        TupleObj::set(names, i, TupleObj::pair(name, Value::int(*group as i64)).value());
    }
    let all = [at as i64, program.flags as i64, program.groups as i64].map(Value::int);
    Ok(TupleObj::from_slice(&[all[0], all[1], all[2], names.value()]).value())
}

/// The subject of a search and its bounds: arguments `number, string, pos, endpos`.
fn search_of<'a>(args: &Args) -> R<(&'static Program, Units<'a>, usize, usize)> {
    let pattern = &compiled()[args.pos[0].as_i64() as usize];
    let (text, is_bytes) = subject(args.pos[1])?;
    if is_bytes != pattern.is_bytes {
        return Err(if is_bytes {
            raise!(TypeError, "cannot use a string pattern on a bytes-like object")
        } else {
            raise!(TypeError, "cannot use a bytes pattern on a string-like object")
        });
    }
    let bound = |v: Value| (v.as_i64().max(0) as usize).min(text.len());
    let (from, end) = (bound(args.pos[2]), bound(args.pos[3]));
    Ok((pattern.program, text, from, end))
}

/// Positions of all groups, then the number of the last one closed.
fn spans(slots: &[usize], last_group: usize) -> Value {
    let all = TupleObj::new(slots.len() + 1);
    for (i, pair) in slots.chunks(2).enumerate() {
        let matched = pair[1] != NOWHERE && pair[0] != NOWHERE;
        for (j, &at) in pair.iter().enumerate() {
            TupleObj::set(all, i * 2 + j, Value::int(if matched { at as i64 } else { -1 }));
        }
    }
    TupleObj::set(all, slots.len(), Value::int(last_group as i64));
    all.value()
}

/// `run(number, string, pos, endpos, mode)`; the mode is 0 for search, 1 for match, 2 for fullmatch.
fn run(args: &Args) -> R {
    args.exactly("run", 5)?;
    let (program, text, from, end) = search_of(args)?;
    let mode = args.pos[4].as_i64();
    Ok(match text {
        Units::One(text) => run_in(program, text, from, end, mode),
        Units::Two(text) => run_in(program, text, from, end, mode),
        Units::Four(text) => run_in(program, text, from, end, mode),
    })
}

fn run_in<T: Copy + Into<u32>>(program: &Program, text: &[T], from: usize, end: usize, mode: i64) -> Value {
    let mut matcher = Matcher::new(program, text, end);
    matcher.full = mode == 2;
    let found = from <= end && if mode == 0 { matcher.search(from) } else { matcher.at(from) };
    if found { spans(&matcher.slots, matcher.last_group) } else { Value::NONE }
}

/// `run_all(number, string, pos, endpos, count)`: the list of all matches that do not overlap, at most `count` unless 0.
fn run_all(args: &Args) -> R {
    args.exactly("run_all", 5)?;
    let (program, text, from, end) = search_of(args)?;
    let count = args.pos[4].as_i64().max(0) as usize;
    let list = ListObj::new();
    each_match(program, text, from, end, count, |found| {
        ListObj::push(list, spans(found.slots, found.last_group));
    });
    Ok(list.value())
}

/// What a match left: the boundaries of its groups and which was closed last.
struct Found<'a> {
    slots: &'a [usize],
    last_group: usize,
}

/// Calls `each` for every match that does not overlap the last, `count` of them at most unless that is 0.
fn each_match(
    program: &Program,
    text: Units,
    from: usize,
    end: usize,
    count: usize,
    each: impl FnMut(Found),
) {
    match text {
        Units::One(text) => each_in(program, text, from, end, count, each),
        Units::Two(text) => each_in(program, text, from, end, count, each),
        Units::Four(text) => each_in(program, text, from, end, count, each),
    }
}

fn each_in<T: Copy + Into<u32>>(
    program: &Program,
    text: &[T],
    from: usize,
    end: usize,
    count: usize,
    mut each: impl FnMut(Found),
) {
    let mut matcher = Matcher::new(program, text, end);
    let mut at = from;
    let mut found = 0;
    while at <= end && (count == 0 || found < count) {
        if !matcher.search(at) {
            return;
        }
        each(Found { slots: &matcher.slots, last_group: matcher.last_group });
        found += 1;
        let (start, to) = (matcher.slots[0], matcher.slots[1]);
        // After an empty match the next one here must not be empty.
        matcher.not_empty_at = if start == to { to } else { NOWHERE };
        at = to;
    }
}

/// Parts of a subject as objects of their own: of str or of bytes.
struct Pieces<'a> {
    text: Units<'a>,
    ascii: bool,
    is_bytes: bool,
}

impl<'a> Pieces<'a> {
    fn of(subject: Value, text: Units<'a>) -> Pieces<'a> {
        Pieces { text, ascii: text.bits() < 0x80, is_bytes: ops::as_str(subject).is_none() }
    }

    fn piece(&self, from: usize, to: usize) -> Value {
        if self.is_bytes {
            BytesObj::from_slice(self.text.slice(from, to).bytes()).value()
        } else {
            object::piece(self.text, self.ascii, from, to).value()
        }
    }

    /// The text of group `n`, `None` if it has not matched.
    fn group(&self, slots: &[usize], n: usize) -> Option<Value> {
        bounds(slots, n).map(|(from, to)| self.piece(from, to))
    }
}

/// From where to where group `n` matched.
fn bounds(slots: &[usize], n: usize) -> Option<(usize, usize)> {
    let (from, to) = (slots[2 * n], slots[2 * n + 1]);
    (from != NOWHERE && to != NOWHERE).then_some((from, to))
}

/// `findall(number, string, pos, endpos)`: the texts of all matches, of their group, or tuples of their groups.
fn findall(args: &Args) -> R {
    args.exactly("findall", 4)?;
    let (program, text, from, end) = search_of(args)?;
    let pieces = Pieces::of(args.pos[1], text);
    let list = ListObj::new();
    each_match(program, text, from, end, 0, |found| {
        let group = |n| pieces.group(found.slots, n).unwrap_or_else(|| pieces.piece(0, 0));
        let item = match program.groups {
            0 => group(0),
            1 => group(1),
            groups => {
                let all = TupleObj::new(groups);
                for n in 0..groups {
                    TupleObj::set(all, n, group(n + 1));
                }
                all.value()
            }
        };
        ListObj::push(list, item);
    });
    Ok(list.value())
}

/// `split(number, string, pos, endpos, count)`: what stands between the matches, and their groups.
fn split(args: &Args) -> R {
    args.exactly("split", 5)?;
    let (program, text, from, end) = search_of(args)?;
    let count = args.pos[4].as_i64().max(0) as usize;
    let pieces = Pieces::of(args.pos[1], text);
    let list = ListObj::new();
    let mut at = 0;
    each_match(program, text, from, end, count, |found| {
        ListObj::push(list, pieces.piece(at, found.slots[0]));
        for n in 1..=program.groups {
            ListObj::push(list, pieces.group(found.slots, n).unwrap_or(Value::NONE));
        }
        at = found.slots[1];
    });
    ListObj::push(list, pieces.piece(at, text.len()));
    Ok(list.value())
}

/// `substitute(number, string, pos, endpos, count, template)`: the new text, and how often it was put in. The template
/// is a list of texts and numbers of groups; where nothing matches the subject itself comes back.
fn substitute(args: &Args) -> R {
    args.exactly("substitute", 6)?;
    let (program, text, from, end) = search_of(args)?;
    let count = args.pos[4].as_i64().max(0) as usize;
    let Some(template) = as_list(args.pos[5]) else {
        return Err(raise!(TypeError, "a template is a list"));
    };
    let mut made = Buffer::new();
    let mut times = 0;
    let mut at = 0;
    each_match(program, text, from, end, count, |found| {
        made.push_units(text.slice(at, found.slots[0]));
        for part in (0..template.len).map(|i| ListObj::get(template, i)) {
            if part.is_int() {
                if let Some((from, to)) = bounds(found.slots, part.as_i64() as usize) {
                    made.push_units(text.slice(from, to));
                }
            } else if let Ok((part, _)) = subject(part) {
                made.push_units(part);
            }
        }
        at = found.slots[1];
        times += 1;
    });
    if times == 0 {
        return Ok(TupleObj::pair(args.pos[1], Value::int(0)).value());
    }
    made.push_units(text.slice(at, text.len()));
    let made = if ops::as_str(args.pos[1]).is_some() {
        object::finish(&made).value()
    } else {
        BytesObj::from_slice(made.units().bytes()).value()
    };
    Ok(TupleObj::pair(made, Value::int(times)).value())
}

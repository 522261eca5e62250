//! Methods of `str` that give text another shape: case, alignment, tabs, translation; and the `is*` predicates.

use super::case;
use super::find_methods::text_argument;
use super::object::{self, finish, units_of};
use super::str_type::receiver;
use super::unicode::{self, Case};
use super::units::{Buffer, Units};
use crate::containers::DictObj;
use crate::core::{Args, Gc, R, StrObj, Value};
use crate::numbers::int_object::as_int;
use crate::objects::ops;
use crate::types::MethodDef;
use runtime_interface::tag;

/// A method without arguments from the text to a new text.
macro_rules! reshape {
    ($name:literal, $form:expr) => {
        MethodDef::method($name, |a| {
            a.skip_receiver().exactly(concat!("str.", $name), 0)?;
            Ok(form(receiver(a.receiver()), $form).value())
        })
    };
}

/// What `s.lower()` and the like make of a text.
#[derive(Clone, Copy)]
pub enum Form {
    Capitalize,
    Casefold,
    Lower,
    Swapcase,
    Title,
    Upper,
}

pub fn form(s: Gc<StrObj>, form: Form) -> Gc<StrObj> {
    let units = units_of(s);
    let Units::One(bytes) = units else { return finish(&other_form(units, form)) };
    if !s.is_ascii() {
        return finish(&other_form(units, form));
    }
    if let [c] = *bytes {
        let c = match form {
            Form::Lower | Form::Casefold => c.to_ascii_lowercase(),
            Form::Swapcase if c.is_ascii_uppercase() => c.to_ascii_lowercase(),
            _ => c.to_ascii_uppercase(),
        };
        return object::of_code(u32::from(c));
    }
    if bytes.is_empty() {
        return s;
    }
    let result = StrObj::alloc(bytes.len(), 1, true);
    let put = StrObj::data_mut(result);
    // SAFETY: there is room for as many bytes; a collection would not have moved the text.
    let out = unsafe {
        put.copy_from_nonoverlapping(bytes.as_ptr(), bytes.len());
        std::slice::from_raw_parts_mut(put, bytes.len())
    };
    match form {
        Form::Upper => out.make_ascii_uppercase(),
        Form::Lower | Form::Casefold => out.make_ascii_lowercase(),
        Form::Capitalize => {
            out.make_ascii_lowercase();
            out[0].make_ascii_uppercase();
        }
        Form::Title => {
            let mut inside = false;
            for c in out {
                *c = if inside { c.to_ascii_lowercase() } else { c.to_ascii_uppercase() };
                inside = c.is_ascii_alphabetic();
            }
        }
        Form::Swapcase => {
            for c in out {
                *c = if c.is_ascii_lowercase() { c.to_ascii_uppercase() } else { c.to_ascii_lowercase() };
            }
        }
    }
    result
}

fn other_form(units: Units, form: Form) -> Buffer {
    match form {
        Form::Upper => case::map_all(units, Case::Upper),
        Form::Lower => case::map_all(units, Case::Lower),
        Form::Casefold => case::map_all(units, Case::Fold),
        Form::Capitalize => case::capitalize(units),
        Form::Title => case::title(units),
        Form::Swapcase => case::swapcase(units),
    }
}

macro_rules! predicate {
    ($name:literal, $f:expr) => {
        MethodDef::method($name, |a| {
            a.skip_receiver().exactly(concat!("str.", $name), 0)?;
            let f: fn(Units) -> bool = $f;
            Ok(Value::bool(f(units_of(receiver(a.receiver())))))
        })
    };
}

pub const METHODS: &[MethodDef] = &[
    reshape!("upper", Form::Upper),
    reshape!("lower", Form::Lower),
    reshape!("casefold", Form::Casefold),
    reshape!("capitalize", Form::Capitalize),
    reshape!("title", Form::Title),
    reshape!("swapcase", Form::Swapcase),
    predicate!("isalpha", |u| case::all(u, unicode::ALPHA)),
    predicate!("isdecimal", |u| case::all(u, unicode::DECIMAL)),
    predicate!("isdigit", |u| case::all(u, unicode::DIGIT)),
    predicate!("isnumeric", |u| case::all(u, unicode::NUMERIC)),
    predicate!("isalnum", |u| case::all(
        u,
        unicode::ALPHA | unicode::DECIMAL | unicode::DIGIT | unicode::NUMERIC
    )),
    predicate!("isspace", |u| case::all(u, unicode::SPACE)),
    predicate!("isprintable", |u| u.is_empty() || case::all(u, unicode::PRINTABLE)),
    predicate!("isascii", |u| u.bits() < 128),
    predicate!("isupper", |u| case::all_cased(u, unicode::UPPER)),
    predicate!("islower", |u| case::all_cased(u, unicode::LOWER)),
    predicate!("istitle", case::is_title),
    predicate!("isidentifier", case::is_identifier),
    MethodDef::method("center", |a| justify(a, "center")),
    MethodDef::method("ljust", |a| justify(a, "ljust")),
    MethodDef::method("rjust", |a| justify(a, "rjust")),
    MethodDef::method("zfill", zfill),
    MethodDef::method("expandtabs", expandtabs),
    MethodDef::method("translate", translate),
    MethodDef::static_method("maketrans", maketrans),
];

fn width_argument(v: Value) -> R<usize> {
    Ok(crate::numbers::int_methods::to_ssize(v)?.max(0) as usize)
}

fn justify(a: &Args, name: &str) -> R {
    a.skip_receiver().between(name, 1, 2)?;
    let s = receiver(a.receiver());
    let width = width_argument(a.pos[1])?;
    let fill = match a.get(2) {
        None => b' ' as u32,
        Some(v) => match ops::as_str(v) {
            Some(f) if f.len == 1 => f.at(0),
            Some(_) => {
                return Err(raise!(TypeError, "The fill character must be exactly one character long"));
            }
            None => {
                let name = ops::type_name(v);
                return Err(raise!(TypeError, "The fill character must be a unicode character, not {name}"));
            }
        },
    };
    Ok(justified(s, width, fill, name)?.value())
}

/// `ljust`, `rjust` or `center`.
pub fn justified(s: Gc<StrObj>, width: usize, fill: u32, name: &str) -> R<Gc<StrObj>> {
    if width <= s.len {
        return Ok(s);
    }
    crate::memory::check_room(width.saturating_mul(2))?;
    let total = width - s.len;
    let left = match name {
        "rjust" => total,
        // An odd margin is split as CPython does: the extra one goes left when the width is odd.
        "center" => total / 2 + (total & width & 1),
        _ => 0,
    };
    let mut out = Buffer::with_capacity(width);
    out.fill(fill, left);
    out.push_units(units_of(s));
    out.fill(fill, total - left);
    Ok(finish(&out))
}

fn zfill(a: &Args) -> R {
    a.skip_receiver().exactly("str.zfill", 1)?;
    let s = receiver(a.receiver());
    let width = width_argument(a.pos[1])?;
    Ok(zero_filled(s, width)?.value())
}

pub fn zero_filled(s: Gc<StrObj>, width: usize) -> R<Gc<StrObj>> {
    if width <= s.len {
        return Ok(s);
    }
    crate::memory::check_room(width.saturating_mul(2))?;
    let units = units_of(s);
    let signed = s.len > 0 && matches!(units.at(0), 0x2b | 0x2d);
    let mut out = Buffer::with_capacity(width);
    if signed {
        out.push(units.at(0));
    }
    out.fill(b'0' as u32, width - s.len);
    out.push_units(units.from(signed as usize));
    Ok(finish(&out))
}

fn expandtabs(a: &Args) -> R {
    let s = receiver(a.receiver());
    let [size] = a.skip_receiver().bind("expandtabs", ["tabsize"], 0, 1, 0)?;
    let size = size.bound().map_or(Ok(8), crate::numbers::int_methods::to_c_long)?;
    let mut out = Buffer::with_capacity(s.len);
    let mut column = 0i64;
    for c in units_of(s).codes() {
        match c {
            9 => {
                if size > 0 {
                    let step = size - column % size;
                    column += step;
                    crate::memory::check_room((out.len() + step as usize).saturating_mul(2))?;
                    out.fill(b' ' as u32, step as usize);
                }
            }
            10 | 13 => {
                column = 0;
                out.push(c);
            }
            _ => {
                column += 1;
                out.push(c);
            }
        }
    }
    Ok(finish(&out).value())
}

fn translate(a: &Args) -> R {
    a.skip_receiver().exactly("str.translate", 1)?;
    let s = receiver(a.receiver());
    let table = a.pos[1];
    let mut out = Buffer::with_capacity(s.len);
    for i in 0..s.len {
        let c = s.at(i);
        let entry = if let Some(dict) = table.exact::<DictObj>() {
            DictObj::get(dict, Value::int(c as i64))?
        } else {
            lookup(table, Value::int(c as i64))?
        };
        let Some(entry) = entry else {
            out.push(c);
            continue;
        };
        if entry.is_none() {
            continue;
        }
        if let Some(text) = ops::as_str(entry) {
            out.push_units(units_of(text));
        } else if let Some(n) = as_int(entry) {
            match n.to_i64() {
                Some(n @ 0..=0x10ffff) => out.push(n as u32),
                _ => return Err(raise!(ValueError, "character mapping must be in range(0x110000)")),
            }
        } else {
            return Err(raise!(TypeError, "character mapping must return integer, None or str"));
        }
    }
    Ok(finish(&out).value())
}

/// `table[key]`; `None` for a LookupError.
fn lookup(table: Value, key: Value) -> R<Option<Value>> {
    match ops::getitem(table, key) {
        Ok(v) => Ok(Some(v)),
        Err(raised) => {
            if is_lookup_error() {
                let _ = crate::core::error::take_pending(raised);
                return Ok(None);
            }
            Err(raised)
        }
    }
}

/// Whether the pending exception is a LookupError.
fn is_lookup_error() -> bool {
    // SAFETY: the mutator is a static of this thread.
    let pending = unsafe { (*crate::core::mutator()).exception };
    let class = crate::types::type_by_id(tag::exception::LookupError);
    crate::types::is_subtype(crate::types::type_of(pending), class)
}

fn maketrans(a: &Args) -> R {
    a.between("maketrans", 1, 3)?;
    let dict = DictObj::new();
    if a.pos.len() == 1 {
        let Some(source) = a.pos[0].exact::<DictObj>() else {
            return Err(raise!(TypeError, "if you give only one argument to maketrans it must be a dict"));
        };
        let mut at = 0;
        while let Some((k, v)) = DictObj::next_entry(source, &mut at) {
            let key = if let Some(s) = ops::as_str(k) {
                if s.len != 1 {
                    return Err(raise!(ValueError, "string keys in translate table must be of length 1"));
                }
                Value::int(s.at(0) as i64)
            } else if as_int(k).is_some() {
                k
            } else {
                return Err(raise!(TypeError, "keys in translate table must be strings or integers"));
            };
            DictObj::insert(dict, key, v)?;
        }
        return Ok(dict.value());
    }
    let Some(from) = ops::as_str(a.pos[0]) else {
        return Err(raise!(
            TypeError,
            "first maketrans argument must be a string if there is a second argument"
        ));
    };
    let to = text_argument(a.pos[1], "maketrans() argument 2")?;
    if from.len != to.len {
        return Err(raise!(ValueError, "the first two maketrans arguments must have equal length"));
    }
    for i in 0..from.len {
        let key = Value::int(from.at(i) as i64);
        DictObj::insert(dict, key, Value::int(to.at(i) as i64))?;
    }
    if let Some(v) = a.get(2) {
        let drop = text_argument(v, "maketrans() argument 3")?;
        for i in 0..drop.len {
            DictObj::insert(dict, Value::int(drop.at(i) as i64), Value::NONE)?;
        }
    }
    Ok(dict.value())
}

/// `s.upper()` and the like for callers in the runtime.
pub fn lowered(s: Gc<StrObj>) -> Gc<StrObj> {
    finish(&case::map_all(units_of(s), Case::Lower))
}

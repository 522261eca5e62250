//! Operations on exact strings that compiled code calls with the objects themselves: nothing is looked up, and nothing is
//! asked of the arguments that the compiler knows already.

use super::case;
use super::find_methods;
use super::object::{self, units_of};
use super::search;
use super::shape_methods::{self, Form};
use super::unicode::{ALPHA, DECIMAL, DIGIT, LOWER, NUMERIC, PRINTABLE, SPACE, UPPER};
use super::units::Units;
use crate::core::error::InBand;
use crate::core::{Gc, R, StrObj, Value};
use crate::objects::ops;
use std::cmp::Ordering;

type Text = *mut u8;

#[inline(always)]
fn text(pointer: Text) -> Gc<StrObj> {
    Gc::from_ptr(pointer as *mut StrObj)
}

#[inline(always)]
fn object(s: Gc<StrObj>) -> Text {
    s.as_ptr() as Text
}

#[inline(always)]
fn object_or_null(s: R<Gc<StrObj>>) -> Text {
    s.map_or(std::ptr::null_mut(), object)
}

#[unsafe(no_mangle)]
pub extern "C" fn tp_text_concat(a: Text, b: Text) -> Text {
    object(object::concat(text(a), text(b)))
}

#[unsafe(no_mangle)]
pub extern "C" fn tp_text_repeat(s: Text, n: i64) -> Text {
    object_or_null(object::repeat(text(s), n))
}

#[unsafe(no_mangle)]
pub extern "C" fn tp_text_order(a: Text, b: Text) -> i64 {
    match units_of(text(a)).cmp(&units_of(text(b))) {
        Ordering::Less => -1,
        Ordering::Equal => 0,
        Ordering::Greater => 1,
    }
}

#[unsafe(no_mangle)]
pub extern "C" fn tp_text_contains(s: Text, part: Text) -> bool {
    search::find(units_of(text(s)), units_of(text(part))).is_some()
}

/// A bound of a slice, from the start.
#[inline(always)]
fn bound(i: i64, len: usize) -> usize {
    let len = len as i64;
    (if i < 0 { i.saturating_add(len).max(0) } else { i.min(len) }) as usize
}

#[unsafe(no_mangle)]
pub extern "C" fn tp_text_slice(s: Text, start: i64, stop: i64) -> Text {
    let s = text(s);
    let (start, stop) = (bound(start, s.len), bound(stop, s.len));
    object(object::substring(s, start, stop.max(start)))
}

#[unsafe(no_mangle)]
pub extern "C" fn tp_text_reversed(s: Text) -> Text {
    let s = text(s);
    if s.len < 2 {
        return object(s);
    }
    let result = StrObj::alloc(s.len, s.width(), s.is_ascii());
    let data = StrObj::data_mut(result);
    // SAFETY: the new string has room for as many units of that width.
    unsafe {
        match units_of(s) {
            Units::One(u) => u.iter().rev().enumerate().for_each(|(i, c)| *data.add(i) = *c),
            Units::Two(u) => u.iter().rev().enumerate().for_each(|(i, c)| *(data as *mut u16).add(i) = *c),
            Units::Four(u) => u.iter().rev().enumerate().for_each(|(i, c)| *(data as *mut u32).add(i) = *c),
        }
    }
    object(result)
}

/// In the order of [`runtime_interface::text::TESTS`].
const TESTS: [fn(Units) -> bool; runtime_interface::text::TESTS.len()] = [
    |u| case::all(u, ALPHA | DECIMAL | DIGIT | NUMERIC),
    |u| case::all(u, ALPHA),
    |u| u.bits() < 128,
    |u| case::all(u, DECIMAL),
    |u| case::all(u, DIGIT),
    case::is_identifier,
    |u| case::all_cased(u, LOWER),
    |u| case::all(u, NUMERIC),
    |u| u.is_empty() || case::all(u, PRINTABLE),
    |u| case::all(u, SPACE),
    case::is_title,
    |u| case::all_cased(u, UPPER),
];

/// In the order of [`runtime_interface::text::FORMS`].
const FORMS: [Form; runtime_interface::text::FORMS.len()] =
    [Form::Capitalize, Form::Casefold, Form::Lower, Form::Swapcase, Form::Title, Form::Upper];

#[unsafe(no_mangle)]
pub extern "C" fn tp_text_is(s: Text, test: i64) -> bool {
    TESTS[test as usize](units_of(text(s)))
}

#[unsafe(no_mangle)]
pub extern "C" fn tp_text_starts(s: Text, prefix: Text) -> bool {
    search::matches_at(units_of(text(s)), 0, units_of(text(prefix)))
}

#[unsafe(no_mangle)]
pub extern "C" fn tp_text_ends(s: Text, suffix: Text) -> bool {
    let (s, suffix) = (text(s), text(suffix));
    suffix.len <= s.len && search::matches_at(units_of(s), s.len - suffix.len, units_of(suffix))
}

#[unsafe(no_mangle)]
pub extern "C" fn tp_text_find(s: Text, part: Text, start: i64) -> i64 {
    let s = text(s);
    let from = if start < 0 { start.saturating_add(s.len as i64).max(0) } else { start };
    if from as usize > s.len {
        return -1;
    }
    let from = from as usize;
    let hit = search::find(units_of(s).from(from), units_of(text(part)));
    hit.map_or(-1, |i| (i + from) as i64)
}

#[unsafe(no_mangle)]
pub extern "C" fn tp_text_find_last(s: Text, part: Text) -> i64 {
    search::rfind(units_of(text(s)), units_of(text(part))).map_or(-1, |i| i as i64)
}

#[unsafe(no_mangle)]
pub extern "C" fn tp_text_count(s: Text, part: Text) -> i64 {
    search::count(units_of(text(s)), units_of(text(part))) as i64
}

#[unsafe(no_mangle)]
pub extern "C" fn tp_text_form(s: Text, form: i64) -> Text {
    object(shape_methods::form(text(s), FORMS[form as usize]))
}

#[unsafe(no_mangle)]
pub extern "C" fn tp_text_strip(s: Text, chars: Text, sides: i64) -> Text {
    let chars = (!chars.is_null()).then(|| text(chars));
    object(find_methods::stripped(text(s), chars, sides & 1 != 0, sides & 2 != 0))
}

#[unsafe(no_mangle)]
pub extern "C" fn tp_text_replace(s: Text, old: Text, new: Text) -> Text {
    object_or_null(find_methods::replace_all(text(s), text(old), text(new), usize::MAX))
}

#[unsafe(no_mangle)]
pub extern "C" fn tp_text_words(s: Text) -> Value {
    find_methods::split_at(text(s), None, usize::MAX).value()
}

#[unsafe(no_mangle)]
pub extern "C" fn tp_text_split(s: Text, separator: Text) -> Value {
    let separator = text(separator);
    if separator.len == 0 {
        return R::<Value>::Err(raise!(ValueError, "empty separator")).in_band();
    }
    find_methods::split_at(text(s), Some(separator), usize::MAX).value()
}

#[unsafe(no_mangle)]
pub extern "C" fn tp_text_lines(s: Text) -> Value {
    find_methods::split_lines(text(s), false).value()
}

#[unsafe(no_mangle)]
pub extern "C" fn tp_text_join(separator: Text, items: Value) -> Text {
    object_or_null(find_methods::join(text(separator), items))
}

#[unsafe(no_mangle)]
pub extern "C" fn tp_text_justify(s: Text, width: i64, fill: i64, how: i64) -> Text {
    let (s, width) = (text(s), width.max(0) as usize);
    object_or_null(match how {
        3 => shape_methods::zero_filled(s, width),
        2 => shape_methods::justified(s, width, fill as u32, "center"),
        1 => shape_methods::justified(s, width, fill as u32, "rjust"),
        _ => shape_methods::justified(s, width, fill as u32, "ljust"),
    })
}

#[unsafe(no_mangle)]
pub extern "C" fn tp_text_of_int(n: i64) -> Text {
    object(crate::numbers::decimal::text(n))
}

#[unsafe(no_mangle)]
pub extern "C" fn tp_text_of_float(x: f64) -> Text {
    object(crate::numbers::float_type::repr(x))
}

#[unsafe(no_mangle)]
pub extern "C" fn tp_text_of_code(code: i64) -> Text {
    object_or_null(match code {
        0..=0x10ffff => Ok(object::of_code(code as u32)),
        _ => Err(raise!(ValueError, "chr() arg not in range(0x110000)")),
    })
}

#[unsafe(no_mangle)]
pub extern "C" fn tp_text_to_int(s: Text) -> Value {
    let s = text(s);
    match s.as_ascii().and_then(|digits| crate::numbers::int_text::plain(digits.as_bytes())) {
        Some(n) => Value::int(n),
        None => crate::numbers::int_type::to_int(s.value()).in_band(),
    }
}

#[unsafe(no_mangle)]
pub extern "C" fn tp_text_to_float(s: Text) -> Value {
    crate::numbers::float_type::to_float(text(s).value()).map(Value::float).in_band()
}

#[unsafe(no_mangle)]
pub extern "C" fn tp_text_iterator_from(object: Value, position: i64) -> Value {
    iterator_from(object, position).in_band()
}

fn iterator_from(object: Value, position: i64) -> R {
    if let Some(s) = object.exact::<StrObj>() {
        let mut it = super::str_type::iterator(s);
        it.at = position as usize;
        return Ok(it.value());
    }
    let it = ops::iter(object)?;
    for _ in 0..position {
        ops::next(it)?;
    }
    Ok(it)
}

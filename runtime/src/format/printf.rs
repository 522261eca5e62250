//! The directives of `%` formatting: `%[(key)][flags][width][.precision][length]conversion`.
//!
//! This file reads directives and renders numbers; fetching the arguments is the callers' (str and bytes).

use super::spec::Spec;
use crate::numbers::fault::{Fault, Outcome};
use crate::numbers::float_text;
use crate::text::units::{Buffer, Units};

/// A width or precision: none, a number, or `*` (the next argument).
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Amount {
    None,
    Number(usize),
    Star,
}

#[derive(Debug)]
pub struct Directive {
    /// Range of the mapping key in the format text.
    pub key: Option<(usize, usize)>,
    pub left: bool,
    pub plus: bool,
    pub space: bool,
    pub alternate: bool,
    pub zero: bool,
    pub width: Amount,
    pub precision: Amount,
    pub conversion: u32,
    /// Index of the conversion character.
    pub at: usize,
    /// Index after the directive.
    pub end: usize,
}

pub fn not_enough() -> Fault {
    Fault::type_error("not enough arguments for format string")
}

/// Reads the directive whose `%` stands before `at`.
pub fn read(text: Units, at: usize) -> Outcome<Directive> {
    let n = text.len();
    let mut at = at;
    let mut d = Directive {
        key: None,
        left: false,
        plus: false,
        space: false,
        alternate: false,
        zero: false,
        width: Amount::None,
        precision: Amount::None,
        conversion: 0,
        at: 0,
        end: 0,
    };
    if at < n && text.at(at) == b'(' as u32 {
        at += 1;
        let start = at;
        let mut depth = 1;
        while depth > 0 && at < n {
            match text.at(at) {
                0x28 => depth += 1,
                0x29 => depth -= 1,
                _ => {}
            }
            at += 1;
        }
        if depth > 0 {
            return Err(Fault::value("incomplete format key"));
        }
        d.key = Some((start, at - 1));
    }
    while at < n {
        match text.at(at) {
            0x2d => d.left = true,
            0x2b => d.plus = true,
            0x20 => d.space = true,
            0x23 => d.alternate = true,
            0x30 => d.zero = true,
            _ => break,
        }
        at += 1;
    }
    d.width = amount(text, &mut at, "width too big")?;
    if at < n && text.at(at) == b'.' as u32 {
        at += 1;
        d.precision = match amount(text, &mut at, "precision too big")? {
            Amount::None => Amount::Number(0),
            a => a,
        };
    }
    if at < n && matches!(text.at(at), 0x68 | 0x6c | 0x4c) {
        at += 1;
    }
    if at >= n {
        return Err(Fault::value("incomplete format"));
    }
    d.at = at;
    d.conversion = text.at(at);
    d.end = at + 1;
    Ok(d)
}

fn amount(text: Units, at: &mut usize, too_big: &str) -> Outcome<Amount> {
    if *at < text.len() && text.at(*at) == b'*' as u32 {
        *at += 1;
        return Ok(Amount::Star);
    }
    let mut n: usize = 0;
    let start = *at;
    while *at < text.len() {
        let c = text.at(*at);
        if !(0x30..=0x39).contains(&c) {
            break;
        }
        n = n * 10 + (c - 0x30) as usize;
        if n > i32::MAX as usize {
            return Err(Fault::value(too_big));
        }
        *at += 1;
    }
    Ok(if *at > start { Amount::Number(n) } else { Amount::None })
}

pub fn unsupported(d: &Directive) -> Fault {
    let c = d.conversion;
    let shown = char::from_u32(c).unwrap_or('?');
    let shown = if (31..=126).contains(&c) { shown } else { '?' };
    Fault::value(format!("unsupported format character '{shown}' (0x{c:x}) at index {}", d.at))
}

/// The magnitude of an int for `d i u o x X`: digits with the precision's zeros, and the prefix.
pub fn int_parts(mut digits: String, d: &Directive, precision: Option<usize>) -> (Vec<u8>, &'static [u8]) {
    let upper = d.conversion == b'X' as u32;
    if upper {
        digits.make_ascii_uppercase();
    }
    let prefix: &[u8] = match (d.alternate, d.conversion as u8) {
        (true, b'x') => b"0x",
        (true, b'X') => b"0X",
        (true, b'o') => b"0o",
        _ => b"",
    };
    let zeros = precision.unwrap_or(0).saturating_sub(digits.len());
    let mut out = vec![b'0'; zeros];
    out.extend_from_slice(digits.as_bytes());
    (out, prefix)
}

/// The magnitude of a float for `e E f F g G`.
pub fn float_magnitude(x: f64, d: &Directive, precision: Option<usize>) -> Vec<u8> {
    let mut out = Vec::new();
    float_text::write_magnitude(&mut out, x, d.conversion as u8, precision.unwrap_or(6), d.alternate, false);
    out
}

/// Puts a number: sign, prefix, zeros or spaces, magnitude.
pub fn put_number(
    out: &mut Buffer,
    negative: bool,
    prefix: &[u8],
    magnitude: &[u8],
    d: &Directive,
    width: Option<usize>,
    left: bool,
) {
    let sign: &[u8] = match (negative, d.plus, d.space) {
        (true, ..) => b"-",
        (_, true, _) => b"+",
        (_, _, true) => b" ",
        _ => b"",
    };
    let total = width.unwrap_or(0).saturating_sub(sign.len() + prefix.len() + magnitude.len());
    let zero = d.zero && !left;
    if !left && !zero {
        out.fill(b' ' as u32, total);
    }
    out.push_ascii(sign);
    out.push_ascii(prefix);
    if zero {
        out.fill(b'0' as u32, total);
    }
    out.push_ascii(magnitude);
    if left {
        out.fill(b' ' as u32, total);
    }
}

/// Puts text: cut to the precision, padded to the width.
pub fn put_text(out: &mut Buffer, text: Units, precision: Option<usize>, width: Option<usize>, left: bool) {
    let keep = precision.map_or(text.len(), |p| p.min(text.len()));
    let total = width.unwrap_or(0).saturating_sub(keep);
    if !left {
        out.fill(b' ' as u32, total);
    }
    out.push_units(text.slice(0, keep));
    if left {
        out.fill(b' ' as u32, total);
    }
}

/// A spec without anything set, for callers that render through `spec`.
pub const PLAIN: Spec = Spec {
    fill: b' ' as u32,
    align: b'<',
    sign: 0,
    no_negative_zero: false,
    alternate: false,
    width: None,
    grouping: super::spec::Grouping::None,
    precision: None,
    kind: 0,
};

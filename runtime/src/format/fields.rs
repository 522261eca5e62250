//! The replacement fields of `str.format`: `{name.attr[key]!r:spec}` and the literal text between them.

use super::spec::read_number;
use crate::numbers::fault::{Fault, Outcome};
use crate::text::units::Units;

type Range = (usize, usize);

/// One step through a format text: literal text, then perhaps a field.
#[derive(Debug)]
pub struct Piece {
    pub literal: Range,
    pub field: Option<Field>,
}

#[derive(Debug)]
pub struct Field {
    pub name: Range,
    /// 0 when there is none.
    pub conversion: u32,
    pub spec: Range,
    /// The spec has fields of its own.
    pub nested: bool,
}

const OPEN: u32 = b'{' as u32;
const CLOSE: u32 = b'}' as u32;

/// The next piece from `at` on, which moves past it; `None` at the end.
pub fn next(text: Units, at: &mut usize) -> Outcome<Option<Piece>> {
    let n = text.len();
    if *at >= n {
        return Ok(None);
    }
    let start = *at;
    let mut c = 0;
    while *at < n {
        c = text.at(*at);
        *at += 1;
        if c == OPEN || c == CLOSE {
            break;
        }
        c = 0;
    }
    if c == 0 {
        return Ok(Some(Piece { literal: (start, n), field: None }));
    }
    let at_end = *at >= n;
    let doubled = !at_end && text.at(*at) == c;
    if c == CLOSE && !doubled {
        return Err(Fault::value("Single '}' encountered in format string"));
    }
    if at_end {
        return Err(Fault::value("Single '{' encountered in format string"));
    }
    if doubled {
        let literal = (start, *at);
        *at += 1;
        return Ok(Some(Piece { literal, field: None }));
    }
    let literal = (start, *at - 1);
    let field = field(text, at)?;
    Ok(Some(Piece { literal, field: Some(field) }))
}

fn field(text: Units, at: &mut usize) -> Outcome<Field> {
    let n = text.len();
    let start = *at;
    let mut c = 0;
    while *at < n {
        c = text.at(*at);
        *at += 1;
        match c {
            OPEN => return Err(Fault::value("unexpected '{' in field name")),
            0x5b => {
                while *at < n && text.at(*at) != b']' as u32 {
                    *at += 1;
                }
                c = 0;
                continue;
            }
            CLOSE | 0x3a | 0x21 => break,
            _ => c = 0,
        }
    }
    let mut field =
        Field { name: (start, (*at).max(start + 1) - 1), conversion: 0, spec: (0, 0), nested: false };
    if c == CLOSE {
        return Ok(field);
    }
    if c == 0 {
        return Err(Fault::value("expected '}' before end of string"));
    }
    if c == b'!' as u32 {
        if *at >= n {
            return Err(Fault::value("end of string while looking for conversion specifier"));
        }
        field.conversion = text.at(*at);
        *at += 1;
        if *at < n {
            let c = text.at(*at);
            *at += 1;
            if c == CLOSE {
                return Ok(field);
            }
            if c != b':' as u32 {
                return Err(Fault::value("expected ':' after conversion specifier"));
            }
        }
    }
    let from = *at;
    let mut depth = 1;
    while *at < n {
        let c = text.at(*at);
        *at += 1;
        if c == OPEN {
            field.nested = true;
            depth += 1;
        } else if c == CLOSE {
            depth -= 1;
            if depth == 0 {
                field.spec = (from, *at - 1);
                return Ok(field);
            }
        }
    }
    Err(Fault::value("unmatched '{' in format spec"))
}

/// What a field name starts with.
#[derive(Debug, PartialEq)]
pub enum First {
    /// `{}`
    Auto,
    Index(usize),
    Name(Range),
}

/// A step after that: `.name` or `[key]`.
#[derive(Debug, PartialEq)]
pub enum Step {
    Attribute(Range),
    Index(usize),
    Key(Range),
}

/// The start of a field name, and where its steps begin.
pub fn first(text: Units, name: Range) -> Outcome<(First, usize)> {
    let mut end = name.0;
    while end < name.1 && !matches!(text.at(end), 0x2e | 0x5b) {
        end += 1;
    }
    if end == name.0 {
        return Ok((First::Auto, end));
    }
    Ok((index(text, (name.0, end))?.map_or(First::Name((name.0, end)), First::Index), end))
}

fn index(text: Units, range: Range) -> Outcome<Option<usize>> {
    let part = text.slice(range.0, range.1);
    let mut at = 0;
    let n = read_number(part, &mut at)?;
    Ok(if at == part.len() { n } else { None })
}

pub fn step(text: Units, name: Range, at: &mut usize) -> Outcome<Option<Step>> {
    if *at >= name.1 {
        return Ok(None);
    }
    let mark = text.at(*at);
    *at += 1;
    let start = *at;
    let empty = || Fault::value("Empty attribute in format string");
    match mark {
        0x2e => {
            while *at < name.1 && !matches!(text.at(*at), 0x2e | 0x5b) {
                *at += 1;
            }
            if *at == start {
                return Err(empty());
            }
            Ok(Some(Step::Attribute((start, *at))))
        }
        0x5b => {
            while *at < name.1 && text.at(*at) != 0x5d {
                *at += 1;
            }
            if *at >= name.1 {
                return Err(Fault::value("Missing ']' in format string"));
            }
            let range = (start, *at);
            *at += 1;
            if range.0 == range.1 {
                return Err(empty());
            }
            Ok(Some(index(text, range)?.map_or(Step::Key(range), Step::Index)))
        }
        _ => Err(Fault::value("Only '.' or '[' may follow ']' in format field specifier")),
    }
}

/// `Unknown conversion specifier x`.
pub fn unknown_conversion(c: u32) -> Fault {
    let shown = if c > 32 && c < 127 { (c as u8 as char).to_string() } else { format!("\\x{c:x}") };
    Fault::value(format!("Unknown conversion specifier {shown}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pieces() {
        let t = Units::One(b"a{{b{0.x[1]!r:>{w}}}}");
        let mut at = 0;
        let p = next(t, &mut at).unwrap().unwrap();
        assert_eq!((p.literal, p.field.is_none()), ((0, 2), true));
        let p = next(t, &mut at).unwrap().unwrap();
        assert_eq!(p.literal, (3, 4));
        let f = p.field.unwrap();
        assert_eq!((f.conversion, f.nested, f.name), (b'r' as u32, true, (5, 11)));
        let (start, mut s) = first(t, f.name).unwrap();
        assert_eq!(start, First::Index(0));
        assert_eq!(step(t, f.name, &mut s).unwrap(), Some(Step::Attribute((7, 8))));
        assert_eq!(step(t, f.name, &mut s).unwrap(), Some(Step::Index(1)));
        assert_eq!(step(t, f.name, &mut s).unwrap(), None);
        assert_eq!(f.spec, (14, 18));
        assert_eq!(next(t, &mut at).unwrap().unwrap().literal, (19, 20));
    }
}

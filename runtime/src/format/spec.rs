//! The format mini-language: `[[fill]align][sign][z][#][0][width][grouping][.precision][type]`.
//!
//! Parsing and rendering of `format(value, spec)` for str, int, float and complex, with CPython's messages.

use crate::numbers::fault::{Fault, Outcome};
use crate::numbers::{decimal::Digits, float_text};
use crate::text::units::{Buffer, Units};

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Grouping {
    None,
    Comma,
    Underscore,
    /// `_` with `b`, `o`, `x`: groups of four.
    UnderscoreFour,
}

#[derive(Clone, Copy, Debug)]
pub struct Spec {
    pub fill: u32,
    pub align: u8,
    /// 0, `+`, `-` or a space.
    pub sign: u8,
    pub no_negative_zero: bool,
    pub alternate: bool,
    pub width: Option<usize>,
    pub grouping: Grouping,
    pub precision: Option<usize>,
    /// 0 when there was none and the type has no default.
    pub kind: u32,
}

fn is_align(c: u32) -> bool {
    matches!(c, 60 | 61 | 62 | 94)
}

/// Digits at `at`; moves past them. `None` when there are none.
pub fn read_number(text: Units, at: &mut usize) -> Outcome<Option<usize>> {
    let start = *at;
    let mut n: usize = 0;
    while *at < text.len() {
        let Some(d) = crate::text::unicode::decimal_value(text.at(*at)) else { break };
        n = n
            .checked_mul(10)
            .and_then(|n| n.checked_add(d as usize))
            .filter(|n| *n <= isize::MAX as usize)
            .ok_or_else(|| Fault::value("Too many decimal digits in format string"))?;
        *at += 1;
    }
    Ok((*at > start).then_some(n))
}

/// A character as CPython's messages show it: itself or `\x1b`.
fn shown(c: u32) -> String {
    if c > 32 && c < 128 { (c as u8 as char).to_string() } else { format!("\\x{c:x}") }
}

pub fn unknown_code(code: u32, type_name: &str) -> Fault {
    Fault::value(format!("Unknown format code '{}' for object of type '{type_name}'", shown(code)))
}

/// Parses a non-empty spec. `default_kind` and `default_align` depend on the value's type.
pub fn parse(text: Units, default_kind: u8, default_align: u8, type_name: &str) -> Outcome<Spec> {
    let n = text.len();
    let mut at = 0;
    let peek = |at: usize| if at < n { text.at(at) } else { 0 };
    let is = |at: usize, b: u8| at < n && text.at(at) == b as u32;
    let mut spec = Spec {
        fill: b' ' as u32,
        align: default_align,
        sign: 0,
        no_negative_zero: false,
        alternate: false,
        width: None,
        grouping: Grouping::None,
        precision: None,
        kind: default_kind as u32,
    };
    let mut fill_given = false;
    let mut align_given = false;
    if n >= 2 && is_align(text.at(1)) {
        spec.fill = text.at(0);
        spec.align = text.at(1) as u8;
        fill_given = true;
        align_given = true;
        at = 2;
    } else if n >= 1 && is_align(text.at(0)) {
        spec.align = text.at(0) as u8;
        align_given = true;
        at = 1;
    }
    if matches!(peek(at), 0x20 | 0x2b | 0x2d) {
        spec.sign = peek(at) as u8;
        at += 1;
    }
    if is(at, b'z') {
        spec.no_negative_zero = true;
        at += 1;
    }
    if is(at, b'#') {
        spec.alternate = true;
        at += 1;
    }
    if !fill_given && is(at, b'0') {
        spec.fill = b'0' as u32;
        if !align_given && default_align == b'>' {
            spec.align = b'=';
        }
        at += 1;
    }
    spec.width = read_number(text, &mut at)?;
    let both = || Fault::value("Cannot specify both ',' and '_'.");
    if is(at, b',') {
        spec.grouping = Grouping::Comma;
        at += 1;
    }
    if is(at, b'_') {
        if spec.grouping != Grouping::None {
            return Err(both());
        }
        spec.grouping = Grouping::Underscore;
        at += 1;
    }
    if is(at, b',') && spec.grouping == Grouping::Underscore {
        return Err(both());
    }
    if is(at, b'.') {
        at += 1;
        spec.precision = read_number(text, &mut at)?;
        if spec.precision.is_none() {
            return Err(Fault::value("Format specifier missing precision"));
        }
    }
    // A width that no memory holds is refused before anything is made.
    let most = spec.width.unwrap_or(0).max(spec.precision.unwrap_or(0));
    if !crate::memory::has_room(most.saturating_mul(2)) {
        return Err(Fault::memory());
    }
    if n - at > 1 {
        return Err(Fault::value(format!(
            "Invalid format specifier '{}' for object of type '{type_name}'",
            text.to_lossy()
        )));
    }
    if n - at == 1 {
        spec.kind = text.at(at);
    }
    if spec.grouping != Grouping::None {
        match u8::try_from(spec.kind).unwrap_or(b'?') {
            b'd' | b'e' | b'f' | b'g' | b'E' | b'G' | b'%' | b'F' | 0 => {}
            b'b' | b'o' | b'x' | b'X' if spec.grouping == Grouping::Underscore => {
                spec.grouping = Grouping::UnderscoreFour;
            }
            _ => {
                let mark = if spec.grouping == Grouping::Comma { ',' } else { '_' };
                return Err(Fault::value(format!("Cannot specify '{mark}' with '{}'.", shown(spec.kind))));
            }
        }
    }
    Ok(spec)
}

/// Puts `body` with the padding that width and alignment ask for.
fn pad(out: &mut Buffer, spec: &Spec, body: Units, default_fill: u32) {
    let total = spec.width.unwrap_or(0).saturating_sub(body.len());
    let fill = default_fill;
    let left = match spec.align {
        b'>' => total,
        b'^' => total / 2,
        _ => 0,
    };
    out.fill(fill, left);
    out.push_units(body);
    out.fill(fill, total - left);
}

pub fn format_text(out: &mut Buffer, text: Units, spec: &Spec, type_name: &str) -> Outcome<()> {
    if spec.kind != b's' as u32 {
        return Err(unknown_code(spec.kind, type_name));
    }
    let refuse = |what: &str| Err(Fault::value(format!("{what} not allowed in string format specifier")));
    match spec.sign {
        0 => {}
        b' ' => return refuse("Space"),
        _ => return refuse("Sign"),
    }
    if spec.no_negative_zero {
        return refuse("Negative zero coercion (z)");
    }
    if spec.alternate {
        return refuse("Alternate form (#)");
    }
    if spec.align == b'=' {
        return refuse("'=' alignment");
    }
    let keep = spec.precision.map_or(text.len(), |p| p.min(text.len()));
    pad(out, spec, text.slice(0, keep), spec.fill);
    Ok(())
}

/// The pieces of a number before they are padded: `sign prefix digits . remainder`.
struct Pieces<'a> {
    sign: &'a [u8],
    prefix: &'a [u8],
    digits: &'a [u8],
    /// Everything from the decimal point on.
    tail: &'a [u8],
}

fn put_number(out: &mut Buffer, spec: &Spec, p: Pieces) {
    let width = spec.width.unwrap_or(0);
    let fixed = p.sign.len() + p.prefix.len() + p.tail.len();
    let min_digits =
        if spec.fill == b'0' as u32 && spec.align == b'=' { width.saturating_sub(fixed) } else { 0 };
    let made;
    let mut zeros = 0;
    let grouped = if spec.grouping == Grouping::None {
        zeros = if p.digits.is_empty() { 0 } else { min_digits.saturating_sub(p.digits.len()) };
        p.digits
    } else {
        made = group(p.digits, spec.grouping, min_digits);
        &made
    };
    let total = width.saturating_sub(fixed + zeros + grouped.len());
    let (left, inner) = match spec.align {
        b'>' => (total, 0),
        b'^' => (total / 2, 0),
        b'=' => (0, total),
        _ => (0, 0),
    };
    out.fill(spec.fill, left);
    out.push_ascii(p.sign);
    out.push_ascii(p.prefix);
    out.fill(spec.fill, inner);
    out.fill(u32::from(b'0'), zeros);
    out.push_ascii(grouped);
    out.push_ascii(p.tail);
    out.fill(spec.fill, total - left - inner);
}

/// Digits with separators, zero-filled on the left to at least `min_width` characters (as CPython counts them: the
/// first group is never empty, so the result may be one longer).
fn group(digits: &[u8], grouping: Grouping, min_width: usize) -> Vec<u8> {
    let (size, mark) = match grouping {
        Grouping::None => (usize::MAX, 0),
        Grouping::Comma => (3, b','),
        Grouping::Underscore => (3, b'_'),
        Grouping::UnderscoreFour => (4, b'_'),
    };
    if digits.is_empty() {
        return Vec::new();
    }
    let mut reversed = Vec::with_capacity(digits.len() + digits.len() / 3 + min_width);
    let mut remaining = digits.len();
    let mut min_width = min_width as isize;
    let mut first = true;
    loop {
        let wanted = (remaining as isize).max(min_width).max(1) as usize;
        let len = size.min(wanted);
        if !first {
            reversed.push(mark);
        }
        first = false;
        let chars = remaining.min(len);
        reversed.extend(digits[remaining - chars..remaining].iter().rev());
        reversed.extend(std::iter::repeat_n(b'0', len - chars));
        remaining -= chars;
        min_width -= len as isize;
        if remaining == 0 && min_width <= 0 {
            break;
        }
        min_width -= 1;
    }
    reversed.reverse();
    reversed
}

fn sign_text(negative: bool, sign: u8) -> &'static [u8] {
    match (negative, sign) {
        (true, _) => b"-",
        (false, b'+') => b"+",
        (false, b' ') => b" ",
        _ => b"",
    }
}

/// The integer conversions except `c`. `magnitude` gives the digits of the absolute value in a base.
pub fn format_int(
    out: &mut Buffer,
    negative: bool,
    magnitude: impl FnOnce(u32) -> Outcome<String>,
    spec: &Spec,
) -> Outcome<()> {
    check_int(spec)?;
    let (base, prefix): (u32, &[u8]) = match spec.kind as u8 {
        b'b' => (2, b"0b"),
        b'o' => (8, b"0o"),
        b'x' => (16, b"0x"),
        b'X' => (16, b"0X"),
        _ => (10, b""),
    };
    let mut digits = magnitude(base)?.into_bytes();
    if spec.kind == b'X' as u32 {
        digits.make_ascii_uppercase();
    }
    put_number(
        out,
        spec,
        Pieces {
            sign: sign_text(negative, spec.sign),
            prefix: if spec.alternate { prefix } else { b"" },
            digits: &digits,
            tail: b"",
        },
    );
    Ok(())
}

/// The same for an int of 64 bits, where nothing can be wrong with the specification.
pub fn format_small_int(out: &mut Buffer, n: i64, spec: &Spec) {
    let sign = sign_text(n < 0, spec.sign);
    let (bits, prefix): (u32, &[u8]) = match spec.kind as u8 {
        b'b' => (1, b"0b"),
        b'o' => (3, b"0o"),
        b'x' => (4, b"0x"),
        b'X' => (4, b"0X"),
        _ => {
            let digits = Digits::of_magnitude(n.unsigned_abs());
            return put_number(out, spec, Pieces { sign, prefix: b"", digits: digits.bytes(), tail: b"" });
        }
    };
    let letters: &[u8; 16] = if spec.kind == b'X' as u32 { b"0123456789ABCDEF" } else { b"0123456789abcdef" };
    let mut digits = [0; 64];
    let mut start = digits.len();
    let mut rest = n.unsigned_abs();
    loop {
        start -= 1;
        digits[start] = letters[(rest & ((1 << bits) - 1)) as usize];
        rest >>= bits;
        if rest == 0 {
            break;
        }
    }
    let prefix = if spec.alternate { prefix } else { b"" };
    put_number(out, spec, Pieces { sign, prefix, digits: &digits[start..], tail: b"" });
}

fn check_int(spec: &Spec) -> Outcome<()> {
    if spec.precision.is_some() {
        return Err(Fault::value("Precision not allowed in integer format specifier"));
    }
    if spec.no_negative_zero {
        return Err(Fault::value("Negative zero coercion (z) not allowed in integer format specifier"));
    }
    Ok(())
}

/// `format(65, "c")`.
pub fn format_char(out: &mut Buffer, code: Option<i64>, spec: &Spec) -> Outcome<()> {
    check_int(spec)?;
    if spec.sign != 0 {
        return Err(Fault::value("Sign not allowed with integer format specifier 'c'"));
    }
    if spec.alternate {
        return Err(Fault::value("Alternate form (#) not allowed with integer format specifier 'c'"));
    }
    let code = code.ok_or_else(|| Fault::overflow("Python int too large to convert to C long"))?;
    if !(0..=0x10ffff).contains(&code) {
        return Err(Fault::overflow("%c arg not in range(0x110000)"));
    }
    let unit = [code as u32];
    let mut spec = *spec;
    if spec.align == b'=' {
        spec.align = b'>';
    }
    pad(out, &spec, Units::Four(&unit), spec.fill);
    Ok(())
}

/// Whether the code is one of the float conversions an int is turned into a float for.
pub fn is_float_code(code: u32) -> bool {
    matches!(u8::try_from(code), Ok(b'e' | b'E' | b'f' | b'F' | b'g' | b'G' | b'%'))
}

pub fn is_int_code(code: u32) -> bool {
    matches!(u8::try_from(code), Ok(b'b' | b'd' | b'o' | b'x' | b'X' | b'n'))
}

/// Conversion, precision and flags of a float for `kind` (0: none).
fn float_digits(x: f64, kind: u8, spec: &Spec) -> Vec<u8> {
    let mut digits = Vec::with_capacity(32);
    let (kind, precision, dot_zero) = match (kind, spec.precision) {
        (0, None) => (b'r', 0, true),
        (0, Some(p)) => (b'g', p, true),
        (b'n', p) => (b'g', p.unwrap_or(6), false),
        (b'%', p) => (b'f', p.unwrap_or(6), false),
        (k, p) => (k, p.unwrap_or(6), false),
    };
    float_text::write_magnitude(&mut digits, x, kind, precision, spec.alternate, dot_zero);
    digits
}

fn is_zero_text(digits: &[u8]) -> bool {
    digits.iter().take_while(|b| **b != b'e' && **b != b'E').all(|b| matches!(b, b'0' | b'.' | b'%'))
}

pub fn format_float(out: &mut Buffer, x: f64, spec: &Spec, type_name: &str) -> Outcome<()> {
    if spec.kind != 0 && spec.kind != b'n' as u32 && !is_float_code(spec.kind) {
        return Err(unknown_code(spec.kind, type_name));
    }
    if spec.precision.is_some_and(|p| p > i32::MAX as usize) {
        return Err(Fault::value("precision too big"));
    }
    let percent = spec.kind == b'%' as u32;
    let x = if percent { x * 100.0 } else { x };
    let mut text = float_digits(x, spec.kind as u8, spec);
    let mut negative = x.is_sign_negative() && !x.is_nan();
    if negative && spec.no_negative_zero && is_zero_text(&text) {
        negative = false;
    }
    if percent {
        text.push(b'%');
    }
    let split = text.iter().position(|b| !b.is_ascii_digit()).unwrap_or(text.len());
    put_number(
        out,
        spec,
        Pieces {
            sign: sign_text(negative, spec.sign),
            prefix: b"",
            digits: &text[..split],
            tail: &text[split..],
        },
    );
    Ok(())
}

pub fn format_complex(out: &mut Buffer, re: f64, im: f64, spec: &Spec, type_name: &str) -> Outcome<()> {
    let code = spec.kind;
    if code != 0 && code != b'n' as u32 && (!is_float_code(code) || code == b'%' as u32) {
        return Err(unknown_code(code, type_name));
    }
    if spec.precision.is_some_and(|p| p > i32::MAX as usize) {
        return Err(Fault::value("precision too big"));
    }
    if spec.fill == b'0' as u32 {
        return Err(Fault::value("Zero padding is not allowed in complex format specifier"));
    }
    if spec.align == b'=' {
        return Err(Fault::value("'=' alignment flag is not allowed in complex format specifier"));
    }
    let skip_real = code == 0 && re == 0.0 && re.is_sign_positive();
    let parens = code == 0 && !skip_real;
    let mut body = Buffer::new();
    if parens {
        body.push(b'(' as u32);
    }
    let plain = Spec { width: None, fill: b' ' as u32, align: b'<', ..*spec };
    let part = |body: &mut Buffer, x: f64, spec: &Spec| {
        let mut text = if code == 0 && spec.precision.is_none() {
            // As str(): no `.0`.
            let mut t = Vec::new();
            float_text::write_magnitude(&mut t, x, b'r', 0, spec.alternate, false);
            t
        } else {
            let kind = if code == 0 { b'n' } else { code as u8 };
            float_digits(x, kind, spec)
        };
        let mut negative = x.is_sign_negative() && !x.is_nan();
        if negative && spec.no_negative_zero && is_zero_text(&text) {
            negative = false;
        }
        let split = text.iter().position(|b| !b.is_ascii_digit()).unwrap_or(text.len());
        let tail = text.split_off(split);
        put_number(
            body,
            spec,
            Pieces { sign: sign_text(negative, spec.sign), prefix: b"", digits: &text, tail: &tail },
        );
    };
    if skip_real {
        part(&mut body, im, &plain);
    } else {
        part(&mut body, re, &plain);
        part(&mut body, im, &Spec { sign: b'+', ..plain });
    }
    body.push(b'j' as u32);
    if parens {
        body.push(b')' as u32);
    }
    pad(out, spec, body.units(), spec.fill);
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn int(n: i64, spec: &str) -> String {
        let spec = parse(Units::One(spec.as_bytes()), b'd', b'>', "int").unwrap();
        let mut out = Buffer::new();
        let digits = |base| Ok(num_bigint::BigInt::from(n).magnitude().to_str_radix(base));
        format_int(&mut out, n < 0, digits, &spec).unwrap();
        out.to_lossy()
    }

    fn float(x: f64, spec: &str) -> String {
        let spec = parse(Units::One(spec.as_bytes()), 0, b'>', "float").unwrap();
        let mut out = Buffer::new();
        format_float(&mut out, x, &spec, "float").unwrap();
        out.to_lossy()
    }

    #[test]
    fn ints() {
        assert_eq!(int(1234567, ","), "1,234,567");
        assert_eq!(int(1234, "010,"), "00,001,234");
        assert_eq!(int(1234, "09,"), "0,001,234");
        assert_eq!(int(255, "#06x"), "0x00ff");
        assert_eq!(int(-5, "=+6"), "-    5");
        assert_eq!(int(5, "*^7"), "***5***");
        assert_eq!(int(65535, "_x"), "ffff");
        assert_eq!(int(1048575, "_b"), "1111_1111_1111_1111_1111");
    }

    #[test]
    fn floats() {
        assert_eq!(float(1.0, "08.2f"), "00001.00");
        assert_eq!(float(1234567.891, ",.2f"), "1,234,567.89");
        assert_eq!(float(0.5, "%"), "50.000000%");
        assert_eq!(float(-0.0, "z.1f"), "0.0");
        assert_eq!(float(123456.0, ".6"), "1.23456e+05");
        assert_eq!(float(3.0, ""), "3.0");
        assert_eq!(float(f64::INFINITY, "06"), "000inf");
        assert_eq!(float(1e22, ",f"), "10,000,000,000,000,000,000,000.000000");
    }
}

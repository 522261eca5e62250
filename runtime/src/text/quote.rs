//! `repr` of text: which quote, what is escaped.

use super::unicode::is_printable;
use super::units::{Buffer, Units};

const HEX: &[u8; 16] = b"0123456789abcdef";

/// `repr(text)`, or `ascii(text)` when `ascii_only`.
pub fn write_repr(out: &mut Buffer, text: Units, ascii_only: bool) {
    let (mut single, mut double, mut plain) = (false, false, true);
    if let Units::One(s) = text {
        for &b in s {
            single |= b == b'\'';
            double |= b == b'"';
            plain &= matches!(b, b' '..=b'~') && b != b'\\';
        }
        let quote = if single && !double { b'"' } else { b'\'' };
        if plain && !(quote == b'\'' && single) {
            out.push(quote as u32);
            out.push_ascii(s);
            return out.push(quote as u32);
        }
    } else {
        for c in text.codes() {
            single |= c == b'\'' as u32;
            double |= c == b'"' as u32;
        }
    }
    let quote = if single && !double { b'"' } else { b'\'' } as u32;
    out.push(quote);
    for c in text.codes() {
        if c == quote || c == b'\\' as u32 {
            out.push(b'\\' as u32);
            out.push(c);
        } else if (0x20..0x7f).contains(&c) {
            out.push(c);
        } else {
            escape(out, c, ascii_only);
        }
    }
    out.push(quote);
}

fn escape(out: &mut Buffer, c: u32, ascii_only: bool) {
    match c {
        9 => out.push_ascii(b"\\t"),
        10 => out.push_ascii(b"\\n"),
        13 => out.push_ascii(b"\\r"),
        _ if c >= 0x80 && !ascii_only && is_printable(c) => out.push(c),
        _ => push_hex_escape(out, c),
    }
}

/// `\x1b`, `\u0394`, `\U0001f40d`.
pub fn push_hex_escape(out: &mut Buffer, c: u32) {
    let (mark, digits) = match c {
        0..0x100 => (b'x', 2),
        0x100..0x10000 => (b'u', 4),
        _ => (b'U', 8),
    };
    out.push_ascii(&[b'\\', mark]);
    for i in (0..digits).rev() {
        out.push(HEX[(c >> (4 * i)) as usize & 15] as u32);
    }
}

/// `repr(b"...")` with its `b`.
pub fn write_bytes_repr(out: &mut Vec<u8>, bytes: &[u8]) {
    let single = bytes.contains(&b'\'');
    let double = bytes.contains(&b'"');
    let quote = if single && !double { b'"' } else { b'\'' };
    out.push(b'b');
    out.push(quote);
    for &b in bytes {
        match b {
            b'\t' => out.extend_from_slice(b"\\t"),
            b'\n' => out.extend_from_slice(b"\\n"),
            b'\r' => out.extend_from_slice(b"\\r"),
            _ if b == quote || b == b'\\' => out.extend_from_slice(&[b'\\', b]),
            b' '..=b'~' => out.push(b),
            _ => out.extend_from_slice(&[b'\\', b'x', HEX[(b >> 4) as usize], HEX[(b & 15) as usize]]),
        }
    }
    out.push(quote);
}

#[cfg(test)]
mod tests {
    use super::*;

    fn quoted(s: &str, ascii: bool) -> String {
        let codes: Vec<u32> = s.chars().map(|c| c as u32).collect();
        let mut out = Buffer::new();
        write_repr(&mut out, Units::Four(&codes), ascii);
        out.to_lossy()
    }

    #[test]
    fn quotes() {
        assert_eq!(quoted("it's", false), "\"it's\"");
        assert_eq!(quoted("it's \"x\"", false), "'it\\'s \"x\"'");
        assert_eq!(quoted("a\n\x1bé\u{200b}", false), "'a\\n\\x1bé\\u200b'");
        assert_eq!(quoted("é🐍", true), "'\\xe9\\U0001f40d'");
    }
}

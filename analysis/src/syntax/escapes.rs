//! Escapes in string literals: from the text between quotes to code points or bytes.

use super::tokens::LexError;

/// The code points of a `str` literal. `start` is where `text` stands in the file, for errors.
pub fn read_text(text: &str, raw: bool, start: usize) -> Result<Vec<u32>, LexError> {
    let mut points = Vec::with_capacity(text.len());
    let mut rest = text;
    loop {
        let Some(at) = rest.find('\\').filter(|_| !raw) else {
            points.extend(rest.chars().map(|c| c as u32));
            return Ok(points);
        };
        points.extend(rest[..at].chars().map(|c| c as u32));
        let escape = &rest[at..];
        let here = start + text.len() - escape.len();
        let used = read_escape(escape, &mut points).map_err(|(length, what)| {
            // CPython counts positions in bytes of the literal's text with other escapes unread.
            let first = text.len() - escape.len();
            let message = format!(
                "(unicode error) 'unicodeescape' codec can't decode bytes in position {first}-{}: {what}",
                first + length - 1
            );
            LexError::new(message, here, here + length)
        })?;
        rest = &escape[used..];
    }
}

/// Reads the escape at the start of `text`; the length it takes, or how much of it is wrong and why.
fn read_escape(text: &str, points: &mut Vec<u32>) -> Result<usize, (usize, &'static str)> {
    let Some(kind) = text[1..].chars().next() else {
        points.push('\\' as u32);
        return Ok(1);
    };
    let simple = match kind {
        '\n' => return Ok(2),
        '\\' | '\'' | '"' => kind as u32,
        'a' => 7,
        'b' => 8,
        'f' => 12,
        'n' => 10,
        'r' => 13,
        't' => 9,
        'v' => 11,
        '0'..='7' => {
            let digits = octal_digits(&text.as_bytes()[1..]);
            points.push(u32::from_str_radix(&text[1..1 + digits], 8).expect("octal digits"));
            return Ok(1 + digits);
        }
        'x' => return read_hex(text, 2, "truncated \\xXX escape", points),
        'u' => return read_hex(text, 4, "truncated \\uXXXX escape", points),
        'U' => return read_hex(text, 8, "truncated \\UXXXXXXXX escape", points),
        'N' => return read_name(text, points),
        other => {
            // Not an escape: both characters stand for themselves (CPython warns).
            points.extend(['\\' as u32, other as u32]);
            return Ok(1 + other.len_utf8());
        }
    };
    points.push(simple);
    Ok(2)
}

fn octal_digits(bytes: &[u8]) -> usize {
    bytes.iter().take(3).take_while(|b| matches!(b, b'0'..=b'7')).count()
}

fn read_hex(
    text: &str,
    count: usize,
    truncated: &'static str,
    points: &mut Vec<u32>,
) -> Result<usize, (usize, &'static str)> {
    let digits = text.as_bytes()[2..].iter().take(count).take_while(|b| b.is_ascii_hexdigit()).count();
    if digits < count {
        return Err((2 + digits, truncated));
    }
    let point = u32::from_str_radix(&text[2..2 + count], 16).expect("hex digits");
    if point > 0x10FFFF {
        return Err((2 + count, "illegal Unicode character"));
    }
    points.push(point);
    Ok(2 + count)
}

fn read_name(text: &str, points: &mut Vec<u32>) -> Result<usize, (usize, &'static str)> {
    let Some(name) = text[2..].strip_prefix('{') else { return Err((2, "malformed \\N character escape")) };
    let Some(end) = name.find('}') else { return Err((text.len(), "malformed \\N character escape")) };
    let length = 3 + end + 1;
    match unicode_names2::character(&name[..end]) {
        Some(c) => {
            points.push(c as u32);
            Ok(length)
        }
        None if end == 0 => Err((3, "malformed \\N character escape")),
        None => Err((length, "unknown Unicode character name")),
    }
}

/// The bytes of a `bytes` literal.
pub fn read_bytes(text: &str, raw: bool, start: usize) -> Result<Vec<u8>, LexError> {
    if !text.is_ascii() {
        let message = "bytes can only contain ASCII literal characters";
        return Err(LexError::new(message, start, start + text.len()));
    }
    let bytes = text.as_bytes();
    if raw {
        return Ok(bytes.to_vec());
    }
    let mut out = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while at < bytes.len() {
        if bytes[at] != b'\\' || at + 1 >= bytes.len() {
            out.push(bytes[at]);
            at += 1;
            continue;
        }
        let kind = bytes[at + 1];
        match kind {
            b'\n' => {}
            b'\\' | b'\'' | b'"' => out.push(kind),
            b'a' => out.push(7),
            b'b' => out.push(8),
            b'f' => out.push(12),
            b'n' => out.push(10),
            b'r' => out.push(13),
            b't' => out.push(9),
            b'v' => out.push(11),
            b'0'..=b'7' => {
                let digits = octal_digits(&bytes[at + 1..]);
                let value = u32::from_str_radix(&text[at + 1..at + 1 + digits], 8).expect("octal digits");
                out.push(value as u8);
                at += digits - 1;
            }
            b'x' => {
                let digits = bytes[at + 2..].iter().take(2).take_while(|b| b.is_ascii_hexdigit()).count();
                if digits < 2 {
                    let message = format!("(value error) invalid \\x escape at position {at}");
                    return Err(LexError::new(message, start + at, start + at + 2));
                }
                out.push(u8::from_str_radix(&text[at + 2..at + 4], 16).expect("hex digits"));
                at += 2;
            }
            _ => out.extend([b'\\', kind]),
        }
        at += 2;
    }
    Ok(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn escapes_of_text() {
        let read = |text| read_text(text, false, 0).map(super::super::literal_from_code_points);
        assert_eq!(read("a\\n\\x41\\u00e9\\101\\d\\N{BULLET}").unwrap(), "a\nA\u{e9}A\\d\u{2022}");
        let error = read("ab\\x4").unwrap_err().message;
        assert_eq!(
            error,
            "(unicode error) 'unicodeescape' codec can't decode bytes in position 2-4: truncated \\xXX escape"
        );
    }

    #[test]
    fn escapes_of_bytes() {
        assert_eq!(read_bytes("\\x00\\377\\q", false, 0).unwrap(), b"\x00\xff\\q");
        assert_eq!(read_bytes("\\n", true, 0).unwrap(), b"\\n");
    }
}

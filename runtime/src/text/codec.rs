//! Text to bytes and back: utf-8, ascii, latin-1, utf-16, utf-32, unicode_escape, and the error handlers.

use super::quote::push_hex_escape;
use super::units::{Buffer, Units};

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Encoding {
    Utf8,
    Utf8Sig,
    Ascii,
    Latin1,
    /// `None`: with a byte order mark, little endian.
    Utf16(Option<Endian>),
    Utf32(Option<Endian>),
    UnicodeEscape,
    RawUnicodeEscape,
    Cp1252,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Endian {
    Little,
    Big,
}

/// The encoding that Python knows under this name.
pub fn lookup(name: &str) -> Option<Encoding> {
    let norm: String =
        name.trim().to_ascii_lowercase().replace(['_', ' '], "-").trim_matches('-').to_string();
    Some(match norm.as_str() {
        "utf-8" | "utf8" | "u8" | "utf" | "utf8-ucs2" | "utf8-ucs4" | "cp65001" => Encoding::Utf8,
        "utf-8-sig" | "utf8-sig" => Encoding::Utf8Sig,
        "ascii" | "us-ascii" | "646" | "ansi-x3.4-1968" => Encoding::Ascii,
        "latin-1" | "latin1" | "latin" | "l1" | "iso-8859-1" | "iso8859-1" | "8859" | "cp819"
        | "iso-ir-100" => Encoding::Latin1,
        "utf-16" | "utf16" | "u16" => Encoding::Utf16(None),
        "utf-16-le" | "utf-16le" | "unicodelittleunmarked" => Encoding::Utf16(Some(Endian::Little)),
        "utf-16-be" | "utf-16be" | "unicodebigunmarked" => Encoding::Utf16(Some(Endian::Big)),
        "utf-32" | "utf32" | "u32" => Encoding::Utf32(None),
        "utf-32-le" | "utf-32le" => Encoding::Utf32(Some(Endian::Little)),
        "utf-32-be" | "utf-32be" => Encoding::Utf32(Some(Endian::Big)),
        "unicode-escape" => Encoding::UnicodeEscape,
        "raw-unicode-escape" => Encoding::RawUnicodeEscape,
        "cp1252" | "windows-1252" | "1252" => Encoding::Cp1252,
        _ => return None,
    })
}

impl Encoding {
    /// The name in error messages.
    pub fn name(self) -> &'static str {
        match self {
            Encoding::Utf8 | Encoding::Utf8Sig => "utf-8",
            Encoding::Ascii => "ascii",
            Encoding::Latin1 => "latin-1",
            Encoding::Utf16(None) => "utf-16",
            Encoding::Utf16(Some(Endian::Little)) => "utf-16-le",
            Encoding::Utf16(Some(Endian::Big)) => "utf-16-be",
            Encoding::Utf32(None) => "utf-32",
            Encoding::Utf32(Some(Endian::Little)) => "utf-32-le",
            Encoding::Utf32(Some(Endian::Big)) => "utf-32-be",
            Encoding::UnicodeEscape => "unicodeescape",
            Encoding::RawUnicodeEscape => "rawunicodeescape",
            Encoding::Cp1252 => "charmap",
        }
    }
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Handler {
    Strict,
    Ignore,
    Replace,
    XmlCharRef,
    Backslash,
    SurrogateEscape,
    SurrogatePass,
}

pub fn handler(name: &str) -> Option<Handler> {
    Some(match name {
        "strict" => Handler::Strict,
        "ignore" => Handler::Ignore,
        "replace" => Handler::Replace,
        "xmlcharrefreplace" => Handler::XmlCharRef,
        "backslashreplace" | "namereplace" => Handler::Backslash,
        "surrogateescape" => Handler::SurrogateEscape,
        "surrogatepass" => Handler::SurrogatePass,
        _ => return None,
    })
}

/// What UnicodeEncodeError and UnicodeDecodeError say.
#[derive(Debug, PartialEq)]
pub struct CodecError {
    pub encoding: &'static str,
    pub start: usize,
    pub end: usize,
    pub reason: &'static str,
}

const CP1252_HIGH: [u16; 32] = [
    0x20ac, 0, 0x201a, 0x192, 0x201e, 0x2026, 0x2020, 0x2021, 0x2c6, 0x2030, 0x160, 0x2039, 0x152, 0, 0x17d,
    0, 0, 0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014, 0x2dc, 0x2122, 0x161, 0x203a, 0x153, 0,
    0x17e, 0x178,
];

pub fn encode(text: Units, encoding: Encoding, handler: Handler) -> Result<Vec<u8>, CodecError> {
    if let Units::One(s) = text
        && matches!(encoding, Encoding::Utf8 | Encoding::Ascii | Encoding::Latin1)
        && (encoding == Encoding::Latin1 || s.is_ascii())
    {
        return Ok(s.to_vec());
    }
    let n = text.len();
    let mut out = Vec::with_capacity(n * 2);
    match encoding {
        Encoding::Utf8Sig => out.extend_from_slice(&[0xef, 0xbb, 0xbf]),
        Encoding::Utf16(None) => out.extend_from_slice(&[0xff, 0xfe]),
        Encoding::Utf32(None) => out.extend_from_slice(&[0xff, 0xfe, 0, 0]),
        _ => {}
    }
    let mut at = 0;
    while at < n {
        let c = text.at(at);
        if put(&mut out, c, encoding) {
            at += 1;
            continue;
        }
        // The run of code points that cannot be encoded is one error.
        let start = at;
        let mut scratch = Vec::new();
        while at < n && !put(&mut scratch, text.at(at), encoding) {
            at += 1;
        }
        let error = |start, end| CodecError {
            encoding: encoding.name(),
            start,
            end,
            reason: match encoding {
                Encoding::Ascii => "ordinal not in range(128)",
                Encoding::Latin1 => "ordinal not in range(256)",
                Encoding::Cp1252 => "character maps to <undefined>",
                _ => "surrogates not allowed",
            },
        };
        // utf-16 and utf-32 report each surrogate by itself.
        let end = match encoding {
            Encoding::Utf16(_) | Encoding::Utf32(_) => start + 1,
            _ => at,
        };
        for i in start..at {
            let c = text.at(i);
            match handler {
                Handler::Strict => return Err(error(start, end)),
                Handler::Ignore => {}
                Handler::Replace => {
                    put(&mut out, b'?' as u32, encoding);
                }
                Handler::XmlCharRef => {
                    for b in format!("&#{c};").bytes() {
                        put(&mut out, b as u32, encoding);
                    }
                }
                Handler::Backslash => {
                    let mut escaped = Buffer::new();
                    push_hex_escape(&mut escaped, c);
                    for b in escaped.units().codes() {
                        put(&mut out, b, encoding);
                    }
                }
                Handler::SurrogateEscape => {
                    if !(0xdc80..=0xdcff).contains(&c) {
                        return Err(error(i, end));
                    }
                    out.push((c - 0xdc00) as u8);
                }
                Handler::SurrogatePass => {
                    if !(0xd800..=0xdfff).contains(&c) || !put_surrogate(&mut out, c, encoding) {
                        return Err(error(i, end));
                    }
                }
            }
        }
    }
    Ok(out)
}

/// Appends one code point; false if the encoding has no form for it.
fn put(out: &mut Vec<u8>, c: u32, encoding: Encoding) -> bool {
    let surrogate = (0xd800..=0xdfff).contains(&c);
    match encoding {
        Encoding::Ascii if c < 128 => out.push(c as u8),
        Encoding::Latin1 if c < 256 => out.push(c as u8),
        Encoding::Ascii | Encoding::Latin1 => return false,
        Encoding::Cp1252 => {
            if c < 128 || (0xa0..0x100).contains(&c) {
                out.push(c as u8);
            } else {
                match CP1252_HIGH.iter().position(|h| *h != 0 && *h as u32 == c) {
                    Some(i) => out.push(0x80 + i as u8),
                    None => return false,
                }
            }
        }
        Encoding::UnicodeEscape => match c {
            9 => out.extend_from_slice(b"\\t"),
            10 => out.extend_from_slice(b"\\n"),
            13 => out.extend_from_slice(b"\\r"),
            0x5c => out.extend_from_slice(b"\\\\"),
            0x20..0x7f => out.push(c as u8),
            _ => {
                let mut escaped = Buffer::new();
                push_hex_escape(&mut escaped, c);
                out.extend(escaped.units().codes().map(|c| c as u8));
            }
        },
        Encoding::RawUnicodeEscape => {
            if c < 256 {
                out.push(c as u8);
            } else {
                let mut escaped = Buffer::new();
                push_hex_escape(&mut escaped, c);
                out.extend(escaped.units().codes().map(|c| c as u8));
            }
        }
        _ if surrogate => return false,
        Encoding::Utf8 | Encoding::Utf8Sig => push_utf8(out, c),
        Encoding::Utf16(endian) => {
            if c < 0x10000 {
                push16(out, c as u16, endian);
            } else {
                let c = c - 0x10000;
                push16(out, 0xd800 + (c >> 10) as u16, endian);
                push16(out, 0xdc00 + (c & 0x3ff) as u16, endian);
            }
        }
        Encoding::Utf32(endian) => push32(out, c, endian),
    }
    true
}

fn put_surrogate(out: &mut Vec<u8>, c: u32, encoding: Encoding) -> bool {
    match encoding {
        Encoding::Utf8 | Encoding::Utf8Sig => push_utf8(out, c),
        Encoding::Utf16(endian) => push16(out, c as u16, endian),
        Encoding::Utf32(endian) => push32(out, c, endian),
        _ => return false,
    }
    true
}

/// Appends the utf-8 form, of surrogates too.
#[inline]
pub fn push_utf8(out: &mut Vec<u8>, c: u32) {
    let tail = |shift: u32| 0x80 | ((c >> shift) & 0x3f) as u8;
    match c {
        0..0x80 => out.push(c as u8),
        0x80..0x800 => out.extend_from_slice(&[0xc0 | (c >> 6) as u8, tail(0)]),
        0x800..0x10000 => out.extend_from_slice(&[0xe0 | (c >> 12) as u8, tail(6), tail(0)]),
        _ => out.extend_from_slice(&[0xf0 | (c >> 18) as u8, tail(12), tail(6), tail(0)]),
    }
}

fn push16(out: &mut Vec<u8>, unit: u16, endian: Option<Endian>) {
    out.extend_from_slice(&match endian {
        Some(Endian::Big) => unit.to_be_bytes(),
        _ => unit.to_le_bytes(),
    });
}

fn push32(out: &mut Vec<u8>, unit: u32, endian: Option<Endian>) {
    out.extend_from_slice(&match endian {
        Some(Endian::Big) => unit.to_be_bytes(),
        _ => unit.to_le_bytes(),
    });
}

pub fn decode(bytes: &[u8], encoding: Encoding, handler: Handler) -> Result<Buffer, CodecError> {
    let mut bytes = bytes;
    let mut endian = Endian::Little;
    let mut skipped = 0;
    match encoding {
        Encoding::Utf8Sig if bytes.starts_with(&[0xef, 0xbb, 0xbf]) => skipped = 3,
        Encoding::Utf16(None) if bytes.starts_with(&[0xff, 0xfe]) => skipped = 2,
        Encoding::Utf16(None) if bytes.starts_with(&[0xfe, 0xff]) => {
            skipped = 2;
            endian = Endian::Big;
        }
        Encoding::Utf32(None) if bytes.starts_with(&[0xff, 0xfe, 0, 0]) => skipped = 4,
        Encoding::Utf32(None) if bytes.starts_with(&[0, 0, 0xfe, 0xff]) => {
            skipped = 4;
            endian = Endian::Big;
        }
        Encoding::Utf16(Some(e)) | Encoding::Utf32(Some(e)) => endian = e,
        _ => {}
    }
    bytes = &bytes[skipped..];
    let mut out = Buffer::with_capacity(bytes.len());
    let mut at = 0;
    while at < bytes.len() {
        let step = match encoding {
            Encoding::Utf8 | Encoding::Utf8Sig => utf8_step(bytes, at, &mut out),
            Encoding::Ascii => {
                let plain = bytes[at..].iter().position(|b| *b >= 128).unwrap_or(bytes.len() - at);
                out.push_ascii(&bytes[at..at + plain]);
                at += plain;
                if at == bytes.len() {
                    break;
                }
                Err((1, "ordinal not in range(128)"))
            }
            Encoding::Latin1 => {
                out.push_units(Units::One(bytes));
                Ok(bytes.len())
            }
            Encoding::Cp1252 => {
                let b = bytes[at];
                match b {
                    0x80..=0x9f if CP1252_HIGH[(b - 0x80) as usize] == 0 => {
                        Err((1, "character maps to <undefined>"))
                    }
                    0x80..=0x9f => {
                        out.push(CP1252_HIGH[(b - 0x80) as usize] as u32);
                        Ok(1)
                    }
                    _ => {
                        out.push(b as u32);
                        Ok(1)
                    }
                }
            }
            Encoding::Utf16(_) => utf16_step(&bytes[at..], endian, &mut out),
            Encoding::Utf32(_) => utf32_step(&bytes[at..], endian, &mut out),
            Encoding::UnicodeEscape => escape_step(&bytes[at..], false, &mut out),
            Encoding::RawUnicodeEscape => escape_step(&bytes[at..], true, &mut out),
        };
        let (bad, reason) = match step {
            Ok(n) => {
                at += n;
                continue;
            }
            Err(e) => e,
        };
        let error = CodecError {
            encoding: match encoding {
                Encoding::Utf16(None) => Encoding::Utf16(Some(endian)).name(),
                Encoding::Utf32(None) => Encoding::Utf32(Some(endian)).name(),
                e => e.name(),
            },
            start: at + skipped,
            end: at + bad + skipped,
            reason,
        };
        let wrong = &bytes[at..at + bad];
        match handler {
            Handler::Ignore => {}
            Handler::Replace => out.push(0xfffd),
            Handler::Backslash => wrong.iter().for_each(|b| push_hex_escape(&mut out, *b as u32)),
            Handler::SurrogateEscape if wrong[0] >= 128 => {
                out.push(0xdc00 + wrong[0] as u32);
                at += 1;
                continue;
            }
            Handler::SurrogatePass => match surrogate_at(&bytes[at..], encoding, endian) {
                Some((c, n)) => {
                    out.push(c);
                    at += n;
                    continue;
                }
                None => return Err(error),
            },
            _ => return Err(error),
        }
        at += bad;
    }
    Ok(out)
}

type Step = Result<usize, (usize, &'static str)>;

fn utf8_step(bytes: &[u8], at: usize, out: &mut Buffer) -> Step {
    let rest = &bytes[at..];
    let (valid, failure) = match std::str::from_utf8(rest) {
        Ok(s) => (s, None),
        Err(e) => {
            let good = e.valid_up_to();
            // SAFETY: checked up to there.
            let s = unsafe { std::str::from_utf8_unchecked(&rest[..good]) };
            (s, Some((good, e.error_len())))
        }
    };
    if !valid.is_empty() {
        out.push_str(valid);
        return Ok(valid.len());
    }
    let Some((_, length)) = failure else { return Ok(0) };
    Err(match length {
        None => (rest.len(), "unexpected end of data"),
        Some(_) if matches!(rest[0], 0x80..=0xc1 | 0xf5..=0xff) => (1, "invalid start byte"),
        Some(n) => (n, "invalid continuation byte"),
    })
}

fn utf16_step(rest: &[u8], endian: Endian, out: &mut Buffer) -> Step {
    let unit = |i: usize| match endian {
        Endian::Little => u16::from_le_bytes([rest[i], rest[i + 1]]) as u32,
        Endian::Big => u16::from_be_bytes([rest[i], rest[i + 1]]) as u32,
    };
    if rest.len() < 2 {
        return Err((1, "truncated data"));
    }
    let c = unit(0);
    match c {
        0xd800..=0xdbff => {
            if rest.len() < 4 {
                return Err((rest.len(), "unexpected end of data"));
            }
            let low = unit(2);
            if !(0xdc00..=0xdfff).contains(&low) {
                return Err((2, "illegal UTF-16 surrogate"));
            }
            out.push(0x10000 + ((c - 0xd800) << 10) + (low - 0xdc00));
            Ok(4)
        }
        0xdc00..=0xdfff => Err((2, "illegal encoding")),
        _ => {
            out.push(c);
            Ok(2)
        }
    }
}

fn utf32_step(rest: &[u8], endian: Endian, out: &mut Buffer) -> Step {
    if rest.len() < 4 {
        return Err((rest.len(), "truncated data"));
    }
    let word = [rest[0], rest[1], rest[2], rest[3]];
    let c = match endian {
        Endian::Little => u32::from_le_bytes(word),
        Endian::Big => u32::from_be_bytes(word),
    };
    match c {
        0xd800..=0xdfff => Err((4, "code point in surrogate code point range (0xd800-0xdfff)")),
        0x110000.. => Err((4, "code point not in range(0x110000)")),
        _ => {
            out.push(c);
            Ok(4)
        }
    }
}

fn escape_step(rest: &[u8], raw: bool, out: &mut Buffer) -> Step {
    if rest[0] != b'\\' {
        out.push(rest[0] as u32);
        return Ok(1);
    }
    let Some(&mark) = rest.get(1) else {
        if raw {
            out.push(b'\\' as u32);
            return Ok(1);
        }
        return Err((1, "\\ at end of string"));
    };
    let digits = match mark {
        b'x' if !raw => 2,
        b'u' => 4,
        b'U' => 8,
        _ => 0,
    };
    if digits > 0 {
        let hex = &rest[2..(2 + digits).min(rest.len())];
        let good = hex.iter().take_while(|b| b.is_ascii_hexdigit()).count();
        if good < digits {
            let reason = match mark {
                b'x' => "truncated \\xXX escape",
                b'u' => "truncated \\uXXXX escape",
                _ => "truncated \\UXXXXXXXX escape",
            };
            return Err((2 + good, reason));
        }
        let text = std::str::from_utf8(hex).expect("hex digits");
        let c = u32::from_str_radix(text, 16).expect("hex digits");
        if c > 0x10ffff {
            return Err((2 + digits, "illegal Unicode character"));
        }
        out.push(c);
        return Ok(2 + digits);
    }
    if raw {
        out.push(b'\\' as u32);
        return Ok(1);
    }
    if (b'0'..=b'7').contains(&mark) {
        let n = rest[1..].iter().take(3).take_while(|b| (b'0'..=b'7').contains(b)).count();
        out.push(rest[1..1 + n].iter().fold(0, |v, b| v * 8 + (b - b'0') as u32));
        return Ok(1 + n);
    }
    let c = match mark {
        b'\n' => return Ok(2),
        b'\\' | b'\'' | b'"' => mark,
        b'a' => 7,
        b'b' => 8,
        b'f' => 12,
        b'n' => 10,
        b'r' => 13,
        b't' => 9,
        b'v' => 11,
        _ => {
            out.push(b'\\' as u32);
            out.push(mark as u32);
            return Ok(2);
        }
    };
    out.push(c as u32);
    Ok(2)
}

fn surrogate_at(rest: &[u8], encoding: Encoding, endian: Endian) -> Option<(u32, usize)> {
    match encoding {
        Encoding::Utf8 | Encoding::Utf8Sig => {
            let &[0xed, b @ 0xa0..=0xbf, c @ 0x80..=0xbf, ..] = rest else { return None };
            Some((0xd000 | ((b & 0x3f) as u32) << 6 | (c & 0x3f) as u32, 3))
        }
        Encoding::Utf16(_) if rest.len() >= 2 => {
            let c = match endian {
                Endian::Little => u16::from_le_bytes([rest[0], rest[1]]),
                Endian::Big => u16::from_be_bytes([rest[0], rest[1]]),
            } as u32;
            (0xd800..=0xdfff).contains(&c).then_some((c, 2))
        }
        Encoding::Utf32(_) if rest.len() >= 4 => {
            let word = [rest[0], rest[1], rest[2], rest[3]];
            let c = match endian {
                Endian::Little => u32::from_le_bytes(word),
                Endian::Big => u32::from_be_bytes(word),
            };
            (0xd800..=0xdfff).contains(&c).then_some((c, 4))
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn there_and_back() {
        let codes = [0x61, 0xe9, 0x3bb, 0x1f40d];
        for name in ["utf-8", "utf_16", "UTF-16-BE", "utf-32", "unicode_escape"] {
            let e = lookup(name).unwrap();
            let bytes = encode(Units::Four(&codes), e, Handler::Strict).unwrap();
            let back = decode(&bytes, e, Handler::Strict).unwrap();
            assert_eq!(back.units().codes().collect::<Vec<_>>(), codes, "{name}");
        }
    }

    #[test]
    fn failures() {
        let e = decode(b"ab\xff", Encoding::Utf8, Handler::Strict).err().unwrap();
        assert_eq!((e.start, e.end, e.reason), (2, 3, "invalid start byte"));
        let e = decode(b"\xe2\x82", Encoding::Utf8, Handler::Strict).err().unwrap();
        assert_eq!((e.start, e.end, e.reason), (0, 2, "unexpected end of data"));
        let e = decode(b"\xe2\x41", Encoding::Utf8, Handler::Strict).err().unwrap();
        assert_eq!((e.start, e.end, e.reason), (0, 1, "invalid continuation byte"));
        let e = encode(Units::Two(&[0x61, 0x3bb, 0x3bc]), Encoding::Ascii, Handler::Strict);
        assert_eq!(e.err().unwrap().end, 3);
        let b = encode(Units::Two(&[0x3bb]), Encoding::Ascii, Handler::XmlCharRef).unwrap();
        assert_eq!(b, b"&#955;");
        assert_eq!(decode(b"a\xff", Encoding::Utf8, Handler::Replace).unwrap().to_lossy(), "a\u{fffd}");
    }
}

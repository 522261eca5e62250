//! From the bytes of a file to its text, as CPython's tokenizer reads it: byte order mark, coding cookie (PEP 263),
//! universal line ends.

use crate::source::{Diagnostic, FileId, Span};
use std::path::Path;

/// Why bytes are not the text of a module.
#[derive(Debug, PartialEq, Eq)]
pub enum Undecodable {
    UnknownEncoding(String),
    /// `at` is a byte offset of the bytes decoded lossily, `byte` the first wrong one, `line` its line.
    NotInEncoding {
        byte: u8,
        line: usize,
        declared: bool,
    },
    NullByte,
}

impl Undecodable {
    pub fn diagnostic(&self, file: FileId, path: &Path) -> Diagnostic {
        let message = match self {
            Self::UnknownEncoding(name) => format!("encoding problem: {name}"),
            Self::NotInEncoding { byte, line, declared: false } => format!(
                "Non-UTF-8 code starting with '\\x{byte:02x}' in file {} on line {line}, but no encoding declared; \
                 see https://peps.python.org/pep-0263/ for details",
                path.display()
            ),
            Self::NotInEncoding { byte, .. } => {
                format!("(unicode error) 'utf-8' codec can't decode byte {byte:#04x}")
            }
            Self::NullByte => "source code cannot contain null bytes".to_owned(),
        };
        Diagnostic::syntax_error(Span::new(file, 0, 0), message)
    }
}

/// The text of a module; if it is not one, a text good enough to show beside the error.
pub fn decode_source(bytes: &[u8]) -> (String, Option<Undecodable>) {
    let (bytes, marked) = match bytes.strip_prefix(b"\xEF\xBB\xBF") {
        Some(rest) => (rest, true),
        None => (bytes, false),
    };
    let cookie = cookie(bytes).map(|name| normal_encoding_name(&name));
    let (text, mut wrong) = match cookie.as_deref() {
        None | Some("utf-8") => match std::str::from_utf8(bytes) {
            Ok(text) => (text.to_owned(), None),
            Err(error) => {
                let at = error.valid_up_to();
                let line = 1 + bytes[..at].iter().filter(|&&b| b == b'\n').count();
                let declared = cookie.is_some() || marked;
                let wrong = Undecodable::NotInEncoding { byte: bytes[at], line, declared };
                (String::from_utf8_lossy(bytes).into_owned(), Some(wrong))
            }
        },
        Some("iso-8859-1") => (bytes.iter().map(|&b| b as char).collect(), None),
        Some("ascii") => {
            let wrong = bytes.iter().position(|b| !b.is_ascii()).map(|at| Undecodable::NotInEncoding {
                byte: bytes[at],
                line: 1 + bytes[..at].iter().filter(|&&b| b == b'\n').count(),
                declared: true,
            });
            (String::from_utf8_lossy(bytes).into_owned(), wrong)
        }
        Some("cp1252") => (bytes.iter().map(|&b| cp1252(b)).collect(), None),
        Some(other) => (
            String::from_utf8_lossy(bytes).into_owned(),
            Some(Undecodable::UnknownEncoding(other.to_owned())),
        ),
    };
    if wrong.is_none() && text.contains('\0') {
        wrong = Some(Undecodable::NullByte);
    }
    (with_line_feeds(text), wrong)
}

fn with_line_feeds(text: String) -> String {
    if text.contains('\r') { text.replace("\r\n", "\n").replace('\r', "\n") } else { text }
}

/// The encoding that a comment of the first two lines names.
fn cookie(bytes: &[u8]) -> Option<String> {
    for line in bytes.split(|&b| b == b'\n').take(2) {
        let line = String::from_utf8_lossy(line);
        let line = line.trim_matches([' ', '\t', '\x0c', '\r']);
        if line.is_empty() {
            continue;
        }
        let comment = line.strip_prefix('#')?;
        let mut rest = comment;
        while let Some(at) = rest.find("coding") {
            rest = &rest[at + "coding".len()..];
            if let Some(value) = rest.strip_prefix([':', '=']) {
                let value = value.trim_start_matches([' ', '\t']);
                let good = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.');
                let end = value.find(|c| !good(c)).unwrap_or(value.len());
                if end > 0 {
                    return Some(value[..end].to_owned());
                }
            }
        }
    }
    None
}

fn normal_encoding_name(name: &str) -> String {
    let lower = name.to_ascii_lowercase().replace('_', "-");
    match lower.as_str() {
        "utf-8" | "utf8" | "u8" | "utf-8-sig" | "cp65001" => "utf-8",
        "latin-1" | "latin1" | "iso-8859-1" | "iso8859-1" | "l1" | "8859" | "cp819" => "iso-8859-1",
        "ascii" | "us-ascii" | "646" => "ascii",
        "cp1252" | "windows-1252" | "1252" => "cp1252",
        other if other.starts_with("utf-8-") => "utf-8",
        other if other.starts_with("iso-8859-1-") || other.starts_with("latin-1-") => "iso-8859-1",
        other => other,
    }
    .to_owned()
}

fn cp1252(byte: u8) -> char {
    const HIGH: [char; 32] = [
        '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8d}', 'Ž', '\u{8f}',
        '\u{90}', '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9d}', 'ž', 'Ÿ',
    ];
    match byte {
        0x80..=0x9F => HIGH[byte as usize - 0x80],
        _ => byte as char,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn line_ends_and_mark_go() {
        assert_eq!(decode_source(b"\xEF\xBB\xBFa\r\nb\rc\n"), ("a\nb\nc\n".to_owned(), None));
    }

    #[test]
    fn the_cookie_decides() {
        assert_eq!(
            decode_source(b"# -*- coding: latin-1 -*-\nx = '\xe9'").0,
            "# -*- coding: latin-1 -*-\nx = 'é'"
        );
        assert_eq!(decode_source(b"#!/x\n# vim: set fileencoding=utf-8 :\n\xc3\xa9").1, None);
        assert!(matches!(decode_source(b"# coding: nope\n").1, Some(Undecodable::UnknownEncoding(_))));
        assert_eq!(decode_source(b"x = 1\n# coding: nope\n").1, None);
        assert!(matches!(
            decode_source(b"'\xff'").1,
            Some(Undecodable::NotInEncoding { byte: 0xff, line: 1, .. })
        ));
    }
}

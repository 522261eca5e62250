//! f-strings (PEP 701): literal text and replacement fields, whose expressions are ordinary tokens and may hold any
//! string, comment or line end again.

use super::{
    Field, FormatPart, Kind, LexError, Token,
    lexer::{Lexer, Stop},
    string::Quote,
};

/// CPython's limits on f-strings in f-strings, and on fields in format specifications.
const MAX_NESTED: usize = 150;
const MAX_SPECIFICATIONS: usize = 2;

impl Lexer<'_> {
    /// The parts up to the closing quote; goes behind it.
    pub(super) fn format_string(&mut self, quote: Quote) -> Result<Vec<FormatPart>, LexError> {
        self.format_quotes.push(quote);
        if self.format_quotes.len() >= MAX_NESTED {
            return Err(LexError::new("too many nested f-strings", quote.start, quote.start + 1));
        }
        let parts = self.parts(quote, 0)?;
        self.at += quote.length();
        self.format_quotes.pop();
        Ok(parts)
    }

    /// Text and fields up to the closing quote or, in a specification (`depth` > 0), the closing brace.
    fn parts(&mut self, quote: Quote, depth: usize) -> Result<Vec<FormatPart>, LexError> {
        let mut parts = Vec::new();
        let mut start = self.at;
        loop {
            if self.closes(quote) {
                self.literal(&mut parts, start, self.at);
                return Ok(parts);
            }
            match self.bytes.get(self.at) {
                None if depth > 0 => return Ok(parts),
                None => return Err(self.unterminated(quote, "f-")),
                Some(b'\n') if !quote.triple && depth > 0 => {
                    // The field's brace is missing: the caller says so.
                    self.literal(&mut parts, start, self.at);
                    return Ok(parts);
                }
                Some(b'\n') if !quote.triple => return Err(self.unterminated(quote, "f-")),
                Some(b'{') if self.peek(1) == b'{' && depth == 0 => {
                    self.literal(&mut parts, start, self.at + 1);
                    self.at += 2;
                    start = self.at;
                }
                Some(b'{') => {
                    self.literal(&mut parts, start, self.at);
                    if depth >= MAX_SPECIFICATIONS {
                        return Err(LexError::new(
                            "f-string: expressions nested too deeply",
                            self.at,
                            self.at + 1,
                        ));
                    }
                    let field = self.field(quote, depth)?;
                    parts.push(FormatPart::Field(field));
                    start = self.at;
                }
                Some(b'}') if depth > 0 => {
                    self.literal(&mut parts, start, self.at);
                    return Ok(parts);
                }
                Some(b'}') if self.peek(1) == b'}' => {
                    self.literal(&mut parts, start, self.at + 1);
                    self.at += 2;
                    start = self.at;
                }
                Some(b'}') => {
                    return Err(LexError::new("f-string: single '}' is not allowed", self.at, self.at + 1));
                }
                Some(b'\\') => self.escape(quote),
                Some(_) => self.at += 1,
            }
        }
    }

    /// Goes behind an escape, of which only its extent matters here.
    fn escape(&mut self, quote: Quote) {
        self.at += 1;
        match self.peek(0) {
            b'{' | b'}' => {}
            b'N' if !quote.raw && self.peek(1) == b'{' => {
                let name =
                    self.bytes[self.at..].iter().position(|&b| matches!(b, b'}' | b'\n' | b'"' | b'\''));
                match name {
                    Some(length) if self.bytes[self.at + length] == b'}' => self.at += length + 1,
                    _ => self.at += 2,
                }
            }
            0 => {}
            _ => self.at += 1,
        }
    }

    fn literal(&self, parts: &mut Vec<FormatPart>, start: usize, end: usize) {
        if start < end {
            parts.push(FormatPart::Literal { start: start as u32, end: end as u32 });
        }
    }

    fn field(&mut self, quote: Quote, depth: usize) -> Result<Field, LexError> {
        let start = self.at;
        self.at += 1;
        self.open.push((b'{', start as u32));
        let brackets = self.open.len();
        self.fields.push(brackets);
        let outer = std::mem::take(&mut self.tokens);
        let stop = loop {
            match self.token(Some(brackets)) {
                Ok(None) => {}
                Ok(Some(stop)) => break stop,
                Err(error) => {
                    // The tokens before the f-string stay, for errors of the grammar that come first.
                    self.tokens = outer;
                    return Err(error);
                }
            }
        };
        let tokens = std::mem::replace(&mut self.tokens, outer);
        if stop == Stop::EndOfFile {
            self.at = self.bytes.len();
            return Err(LexError::new("'{' was never closed", start, start + 1));
        }
        self.fields.pop();
        let mut field = Field {
            start: start as u32,
            end: 0,
            tokens,
            debug_end: None,
            conversion: None,
            specification: None,
            specification_start: 0,
        };
        if field.tokens.is_empty() {
            let what = self.peek(0) as char;
            let message = format!("f-string: valid expression required before '{what}'");
            return Err(LexError::new(message, self.at, self.at + 1));
        }
        if self.peek(0) == b'=' {
            self.at += 1;
            self.skip_blanks();
            field.debug_end = Some(self.at as u32);
        }
        if self.peek(0) == b'!' {
            self.at += 1;
            field.conversion = Some(self.conversion()?);
        }
        if self.peek(0) == b':' {
            self.at += 1;
            field.specification_start = self.at as u32;
            field.specification = Some(self.parts(quote, depth + 1)?);
        }
        if self.peek(0) != b'}' {
            return Err(self.unclosed_field(&field));
        }
        self.at += 1;
        self.open.pop();
        field.end = self.at as u32;
        Ok(field)
    }

    fn skip_blanks(&mut self) {
        loop {
            match self.peek(0) {
                b' ' | b'\t' | 0x0c | b'\n' => self.at += 1,
                b'#' => self.skip_comment(),
                _ => return,
            }
        }
    }

    fn conversion(&mut self) -> Result<Token, LexError> {
        let start = self.at;
        while self.char().is_some_and(super::is_identifier_continue) {
            self.at += self.char().map_or(0, char::len_utf8);
        }
        let name = &self.text[start..self.at];
        if name.is_empty() {
            let blank = matches!(self.peek(0), b' ' | b'\t' | b'\n');
            let message = match self.peek(0) {
                b':' | b'}' => "f-string: missing conversion character",
                _ if blank => "f-string: conversion type must come right after the exclamation mark",
                _ => "f-string: invalid conversion character",
            };
            return Err(LexError::new(message, start, start + 1));
        }
        if !matches!(name, "s" | "r" | "a") {
            let message =
                format!("f-string: invalid conversion character '{name}': expected 's', 'r', or 'a'");
            return Err(LexError::new(message, start, self.at));
        }
        let end = self.at;
        self.skip_blanks();
        Ok(Token { kind: Kind::Name, start: start as u32, end: end as u32 })
    }

    fn unclosed_field(&self, field: &Field) -> LexError {
        let at = self.at;
        let message = match (&field.specification, &field.conversion, field.debug_end) {
            (Some(_), ..) => "f-string: expecting '}', or format specs",
            (None, Some(_), _) => "f-string: expecting ':' or '}'",
            (None, None, Some(_)) => "f-string: expecting '!', or ':', or '}'",
            _ => "f-string: expecting '=', or '!', or ':', or '}'",
        };
        LexError::new(message, at, at + 1)
    }
}

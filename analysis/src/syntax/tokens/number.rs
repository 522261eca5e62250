//! Numbers: where they end, and what is wrong with them.

use super::{
    Kind, LexError,
    lexer::{Lexer, is_identifier_continue},
};

impl Lexer<'_> {
    pub(super) fn number(&mut self) -> Result<(), LexError> {
        let start = self.at;
        let base = if self.peek(0) == b'0' { self.peek(1).to_ascii_lowercase() } else { 0 };
        match base {
            b'x' => self.based(start, "hexadecimal", |b| b.is_ascii_hexdigit())?,
            b'o' => self.based(start, "octal", |b| matches!(b, b'0'..=b'7'))?,
            b'b' => self.based(start, "binary", |b| matches!(b, b'0' | b'1'))?,
            _ => self.decimal(start)?,
        }
        self.push(Kind::Number, start, self.at);
        Ok(())
    }

    fn based(&mut self, start: usize, name: &str, digit: fn(u8) -> bool) -> Result<(), LexError> {
        self.at += 2;
        loop {
            if self.peek(0) == b'_' {
                self.at += 1;
            }
            if !digit(self.peek(0)) {
                if self.peek(0).is_ascii_digit() {
                    return Err(self.wrong_digit(start, name));
                }
                return Err(LexError::new(
                    format!("invalid {name} literal"),
                    self.at.saturating_sub(1),
                    self.at,
                ));
            }
            while digit(self.peek(0)) {
                self.at += 1;
            }
            if self.peek(0) != b'_' {
                break;
            }
        }
        if self.peek(0).is_ascii_digit() {
            return Err(self.wrong_digit(start, name));
        }
        self.end_of_number(name)
    }

    fn wrong_digit(&self, _start: usize, name: &str) -> LexError {
        let digit = self.peek(0) as char;
        LexError::new(format!("invalid digit '{digit}' in {name} literal"), self.at, self.at + 1)
    }

    fn decimal(&mut self, start: usize) -> Result<(), LexError> {
        let mut is_int = true;
        if self.peek(0) != b'.' {
            self.digits()?;
        }
        if self.peek(0) == b'.' {
            is_int = false;
            self.at += 1;
            if self.peek(0).is_ascii_digit() {
                self.digits()?;
            }
        }
        if matches!(self.peek(0), b'e' | b'E') {
            let sign = usize::from(matches!(self.peek(1), b'+' | b'-'));
            if self.peek(1 + sign).is_ascii_digit() {
                is_int = false;
                self.at += 1 + sign;
                self.digits()?;
            } else if sign == 1 {
                self.at += 2;
                return Err(LexError::new("invalid decimal literal", self.at - 1, self.at));
            }
        }
        if matches!(self.peek(0), b'j' | b'J') {
            self.at += 1;
            return self.end_of_number("imaginary");
        }
        let text = &self.bytes[start..self.at];
        if is_int && text[0] == b'0' && text.iter().any(|b| matches!(b, b'1'..=b'9')) {
            let zeros = text.iter().take_while(|b| matches!(b, b'0' | b'_')).count();
            return Err(LexError::new(
                "leading zeros in decimal integer literals are not permitted; use an 0o prefix for octal integers",
                start,
                start + zeros,
            ));
        }
        self.end_of_number("decimal")
    }

    fn digits(&mut self) -> Result<(), LexError> {
        loop {
            while self.peek(0).is_ascii_digit() {
                self.at += 1;
            }
            if self.peek(0) != b'_' {
                return Ok(());
            }
            self.at += 1;
            if !self.peek(0).is_ascii_digit() {
                return Err(LexError::new("invalid decimal literal", self.at - 1, self.at));
            }
        }
    }

    /// A name must not follow a number directly, but for the keywords that CPython still lets.
    fn end_of_number(&self, name: &str) -> Result<(), LexError> {
        let rest = &self.text[self.at..];
        if ["and", "else", "for", "if", "in", "is", "not", "or"].iter().any(|word| rest.starts_with(word)) {
            return Ok(());
        }
        match rest.chars().next() {
            Some(c) if is_identifier_continue(c) => {
                Err(LexError::new(format!("invalid {name} literal"), self.at - 1, self.at))
            }
            _ => Ok(()),
        }
    }
}

//! String tokens: prefixes, quotes, where they end. Escapes are read later (`syntax::escapes`).

use super::{Kind, LexError, StringContents, StringToken, lexer::Lexer};

/// True if `word` before a quote makes it one string token: `rb`, `F`, `u`, ...
pub fn is_prefix(word: &str) -> bool {
    if word.len() > 2 {
        return false;
    }
    matches!(word.to_ascii_lowercase().as_str(), "r" | "b" | "u" | "f" | "rb" | "br" | "rf" | "fr")
}

/// What a string began with.
#[derive(Clone, Copy)]
pub(super) struct Quote {
    /// Start of the prefix.
    pub start: usize,
    pub byte: u8,
    pub triple: bool,
    pub raw: bool,
}

impl Quote {
    pub fn length(self) -> usize {
        if self.triple { 3 } else { 1 }
    }
}

impl Lexer<'_> {
    /// The string whose prefix starts at `start` and whose first quote is here.
    pub(super) fn string(&mut self, start: usize) -> Result<(), LexError> {
        let prefix = self.text[start..self.at].to_ascii_lowercase();
        let byte = self.peek(0);
        let triple = self.peek(1) == byte && self.peek(2) == byte;
        let quote = Quote { start, byte, triple, raw: prefix.contains('r') };
        self.at += quote.length();
        let contents = if prefix.contains('f') {
            StringContents::Format(self.format_string(quote)?)
        } else {
            let (start, end) = self.plain(quote)?;
            StringContents::Plain { start: start as u32, end: end as u32 }
        };
        let index = self.strings.len() as u32;
        self.strings.push(StringToken { raw: quote.raw, bytes: prefix.contains('b'), contents });
        self.push(Kind::String(index), start, self.at);
        Ok(())
    }

    /// The range between the quotes; goes behind the closing one.
    fn plain(&mut self, quote: Quote) -> Result<(usize, usize), LexError> {
        let start = self.at;
        loop {
            if self.closes(quote) {
                let end = self.at;
                self.at += quote.length();
                return Ok((start, end));
            }
            match self.bytes.get(self.at) {
                None => return Err(self.unterminated(quote, "")),
                Some(b'\n') if !quote.triple => return Err(self.unterminated(quote, "")),
                Some(b'\\') => self.at += 1 + usize::from(self.at + 1 < self.bytes.len()),
                Some(_) => self.at += 1,
            }
        }
    }

    pub(super) fn closes(&self, quote: Quote) -> bool {
        let here = &self.bytes[self.at.min(self.bytes.len())..];
        here.len() >= quote.length() && here[..quote.length()].iter().all(|&b| b == quote.byte)
    }

    pub(super) fn unterminated(&self, quote: Quote, f: &str) -> LexError {
        let end = self.at.min(self.bytes.len());
        // What looks like a string in a replacement field is the end of the f-string: a brace is missing.
        if let Some(around) = self.format_quotes.last()
            && around.start != quote.start
            && (around.byte, around.triple) == (quote.byte, quote.triple)
        {
            return LexError::new("f-string: expecting '}'", quote.start, quote.start + 1);
        }
        let mut line = 1 + self.bytes[..end].iter().filter(|&&b| b == b'\n').count();
        // The end of the file after a line end counts as that line's.
        if quote.triple && end == self.bytes.len() && self.bytes.last() == Some(&b'\n') {
            line -= 1;
        }
        let kind = if quote.triple { "triple-quoted " } else { "" };
        let message = format!("unterminated {kind}{f}string literal (detected at line {line})");
        LexError::new(message, quote.start, quote.start + 1)
    }
}

//! The main loop: one token after the other, brackets, line ends, indentation.

use super::{ErrorClass, Kind, LexError, StringToken, Token, Tokens, indent::Indentation, string::Quote};

/// CPython's limit on brackets inside brackets.
const MAX_BRACKETS: usize = 200;

pub(super) struct Lexer<'a> {
    pub text: &'a str,
    pub bytes: &'a [u8],
    pub at: usize,
    pub tokens: Vec<Token>,
    pub strings: Vec<StringToken>,
    pub open: Vec<(u8, u32)>,
    /// The quotes of the f-strings that are being read, and how many brackets are open in each field that is.
    pub format_quotes: Vec<Quote>,
    pub fields: Vec<usize>,
    indentation: Indentation,
}

pub fn tokenize(text: &str) -> Tokens {
    let mut lexer = Lexer {
        text,
        bytes: text.as_bytes(),
        at: 0,
        tokens: Vec::new(),
        strings: Vec::new(),
        open: Vec::new(),
        format_quotes: Vec::new(),
        fields: Vec::new(),
        indentation: Indentation::default(),
    };
    let error = lexer.module().err();
    Tokens { tokens: lexer.tokens, strings: lexer.strings, open: lexer.open, error }
}

/// How a run of tokens ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Stop {
    EndOfFile,
    /// In a replacement field, at the character that ends its expression.
    FieldEnd,
}

impl Lexer<'_> {
    fn module(&mut self) -> Result<(), LexError> {
        loop {
            if self.open.is_empty() && self.at_line_start() {
                self.line_start()?;
            }
            match self.token(None)? {
                Some(Stop::EndOfFile) => break,
                _ => continue,
            }
        }
        if !self.open.is_empty() {
            // "'(' was never closed" is said by the caller: errors of the grammar may come first.
            return Ok(());
        }
        let end = self.text.len();
        if self.tokens.last().is_some_and(|last| last.kind != Kind::Newline && last.kind != Kind::Dedent) {
            self.push(Kind::Newline, end, end);
        }
        for _ in 0..self.indentation.close_all() {
            self.push(Kind::Dedent, end, end);
        }
        self.push(Kind::End, end, end);
        Ok(())
    }

    pub(super) fn push(&mut self, kind: Kind, start: usize, end: usize) {
        self.tokens.push(Token { kind, start: start as u32, end: end as u32 });
    }

    pub(super) fn peek(&self, ahead: usize) -> u8 {
        self.bytes.get(self.at + ahead).copied().unwrap_or(0)
    }

    pub(super) fn char(&self) -> Option<char> {
        self.text[self.at..].chars().next()
    }

    fn at_line_start(&self) -> bool {
        self.at == 0 || (self.bytes[self.at - 1] == b'\n' && !self.continued())
    }

    /// True if the line end before this place was escaped by a backslash.
    fn continued(&self) -> bool {
        self.at >= 2
            && self.bytes[self.at - 2] == b'\\'
            && self.tokens.last().is_none_or(|last| (last.end as usize) < self.at)
    }

    /// Measures the indentation of a line and makes Indent and Dedent tokens; blank lines make none.
    fn line_start(&mut self) -> Result<(), LexError> {
        loop {
            let start = self.at;
            let (mut column, mut narrow) = (0, 0);
            loop {
                match self.peek(0) {
                    b' ' => (column, narrow) = (column + 1, narrow + 1),
                    b'\t' => (column, narrow) = ((column / 8 + 1) * 8, narrow + 1),
                    0x0c => (column, narrow) = (0, 0),
                    b'\\' if self.peek(1) == b'\n' => {
                        // The indentation goes on in the next line only if nothing else did.
                        self.at += 1;
                        if self.at + 1 >= self.bytes.len() {
                            return Err(LexError::new("unexpected EOF while parsing", self.at, self.at));
                        }
                    }
                    _ => break,
                }
                self.at += 1;
            }
            match self.peek(0) {
                b'#' => self.skip_comment(),
                b'\n' => {}
                0 if self.at >= self.bytes.len() => return Ok(()),
                _ => {
                    let changes = self.indentation.line(column, narrow).map_err(|wrong| LexError {
                        class: wrong.class(),
                        message: wrong.message().to_owned(),
                        start: self.at as u32,
                        end: self.at as u32,
                    })?;
                    if changes > 0 {
                        self.push(Kind::Indent, start, self.at);
                    }
                    for _ in changes..0 {
                        self.push(Kind::Dedent, self.at, self.at);
                    }
                    return Ok(());
                }
            }
            if self.peek(0) == b'\n' {
                self.at += 1;
            } else {
                return Ok(());
            }
        }
    }

    pub(super) fn skip_comment(&mut self) {
        while self.at < self.bytes.len() && self.bytes[self.at] != b'\n' {
            self.at += 1;
        }
    }

    /// Reads one token, or skips blanks. In a replacement field (`field`: how many brackets were open at its `{`) it
    /// stops at the character that ends the expression.
    pub(super) fn token(&mut self, field: Option<usize>) -> Result<Option<Stop>, LexError> {
        let start = self.at;
        if start >= self.bytes.len() {
            return Ok(Some(Stop::EndOfFile));
        }
        if field == Some(self.open.len()) && self.ends_field() {
            return Ok(Some(Stop::FieldEnd));
        }
        match self.peek(0) {
            b' ' | b'\t' | 0x0c => self.at += 1,
            b'#' => self.skip_comment(),
            b'\n' => {
                self.at += 1;
                if self.open.is_empty() && field.is_none() {
                    self.push(Kind::Newline, start, self.at);
                }
            }
            b'\\' => self.continuation()?,
            b'0'..=b'9' => self.number()?,
            b'.' if self.peek(1).is_ascii_digit() => self.number()?,
            b'"' | b'\'' => self.string(start)?,
            b'A'..=b'Z' | b'a'..=b'z' | b'_' | 0x80.. => self.name()?,
            _ => self.operator()?,
        }
        Ok(None)
    }

    /// At the `}`, `:`, `!` or `=` that ends the expression of a replacement field.
    fn ends_field(&self) -> bool {
        match self.peek(0) {
            b'}' | b':' => true,
            b'!' => self.peek(1) != b'=',
            b'=' => self.peek(1) != b'=',
            _ => false,
        }
    }

    fn continuation(&mut self) -> Result<(), LexError> {
        match self.bytes.get(self.at + 1) {
            Some(b'\n') => {
                self.at += 2;
                if self.at >= self.bytes.len() {
                    return Err(LexError::new("unexpected EOF while parsing", self.at - 1, self.at - 1));
                }
                Ok(())
            }
            None => Err(LexError::new("unexpected EOF while parsing", self.at, self.at + 1)),
            Some(_) => {
                let next = self.at + 1;
                Err(LexError::new("unexpected character after line continuation character", next, next))
            }
        }
    }

    fn name(&mut self) -> Result<(), LexError> {
        let start = self.at;
        let first = self.char().expect("not at the end");
        if !is_identifier_start(first) {
            return Err(invalid_character(first, start));
        }
        let mut end = start + first.len_utf8();
        for c in self.text[end..].chars() {
            if !is_identifier_continue(c) {
                break;
            }
            end += c.len_utf8();
        }
        self.at = end;
        let word = &self.text[start..end];
        if matches!(self.peek(0), b'"' | b'\'') && super::string::is_prefix(word) {
            return self.string(start);
        }
        // A letter that no identifier can hold, in the middle of one.
        if let Some(c) = self.char()
            && !c.is_ascii()
        {
            return Err(invalid_character(c, end));
        }
        self.push(if is_keyword(word) { Kind::Keyword } else { Kind::Name }, start, end);
        Ok(())
    }

    fn operator(&mut self) -> Result<(), LexError> {
        let start = self.at;
        let first = self.peek(0);
        match first {
            b'(' | b'[' | b'{' => {
                if self.open.len() >= MAX_BRACKETS {
                    return Err(LexError::new("too many nested parentheses", start, start + 1));
                }
                self.open.push((first, start as u32));
            }
            b')' | b']' | b'}' => self.close(first)?,
            _ => {}
        }
        let length = operator_length(&self.bytes[start..]);
        if length == 0 {
            let c = self.char().expect("not at the end");
            return Err(match c {
                '$' | '?' | '!' | '`' => LexError::new("invalid syntax", start, start + 1),
                c => invalid_character(c, start),
            });
        }
        self.at += length;
        self.push(Kind::Operator, start, self.at);
        Ok(())
    }

    fn close(&mut self, closing: u8) -> Result<(), LexError> {
        let at = self.at;
        if self.fields.last() == Some(&self.open.len()) {
            return Err(LexError::new(format!("f-string: unmatched '{}'", closing as char), at, at + 1));
        }
        let Some((opening, place)) = self.open.pop() else {
            return Err(LexError::new(format!("unmatched '{}'", closing as char), at, at + 1));
        };
        let fits = matches!((opening, closing), (b'(', b')') | (b'[', b']') | (b'{', b'}'));
        if fits {
            return Ok(());
        }
        let line = |offset: usize| 1 + self.bytes[..offset].iter().filter(|&&b| b == b'\n').count();
        let (line_opened, line_here) = (line(place as usize), line(at));
        let mut message = format!(
            "closing parenthesis '{}' does not match opening parenthesis '{}'",
            closing as char, opening as char
        );
        if line_opened != line_here {
            message.push_str(&format!(" on line {line_opened}"));
        }
        Err(LexError::new(message, at, at + 1))
    }
}

pub fn is_identifier_start(c: char) -> bool {
    c == '_' || unicode_ident::is_xid_start(c)
}

pub fn is_identifier_continue(c: char) -> bool {
    unicode_ident::is_xid_continue(c)
}

fn invalid_character(c: char, at: usize) -> LexError {
    let message = if c.is_control() || (c.is_whitespace() && c != ' ') || is_format_character(c) {
        format!("invalid non-printable character U+{:04X}", c as u32)
    } else {
        format!("invalid character '{c}' (U+{:04X})", c as u32)
    };
    LexError::new(message, at, at + c.len_utf8())
}

/// Characters without a glyph of their own: soft hyphen, zero-width and direction marks, byte order mark, private use.
fn is_format_character(c: char) -> bool {
    matches!(c as u32, 0xAD | 0x600..=0x605 | 0x61C | 0x6DD | 0x180E | 0x200B..=0x200F | 0x202A..=0x202E
        | 0x2060..=0x206F | 0xE000..=0xF8FF | 0xFEFF | 0xFFF9..=0xFFFF | 0xE0000..=0x10FFFF)
}

fn is_keyword(word: &str) -> bool {
    matches!(
        word,
        "False"
            | "None"
            | "True"
            | "and"
            | "as"
            | "assert"
            | "async"
            | "await"
            | "break"
            | "class"
            | "continue"
            | "def"
            | "del"
            | "elif"
            | "else"
            | "except"
            | "finally"
            | "for"
            | "from"
            | "global"
            | "if"
            | "import"
            | "in"
            | "is"
            | "lambda"
            | "nonlocal"
            | "not"
            | "or"
            | "pass"
            | "raise"
            | "return"
            | "try"
            | "while"
            | "with"
            | "yield"
    )
}

/// The length of the longest operator at the start of `bytes`, 0 if there is none.
fn operator_length(bytes: &[u8]) -> usize {
    let three = bytes.get(..3).unwrap_or_default();
    if matches!(three, b"**=" | b"//=" | b"<<=" | b">>=" | b"...") {
        return 3;
    }
    let two = bytes.get(..2).unwrap_or_default();
    if matches!(
        two,
        b"**"
            | b"//"
            | b"<<"
            | b">>"
            | b"<="
            | b">="
            | b"=="
            | b"!="
            | b"->"
            | b"+="
            | b"-="
            | b"*="
            | b"/="
            | b"%="
            | b"&="
            | b"|="
            | b"^="
            | b"@="
            | b":="
            | b"<>"
    ) {
        return 2;
    }
    usize::from(b"+-*/%@<>&|^~=()[]{},:;.".contains(&bytes[0]))
}

impl super::indent::Wrong {
    fn class(&self) -> ErrorClass {
        match self {
            Self::Tabs => ErrorClass::Tab,
            _ => ErrorClass::Indentation,
        }
    }
}

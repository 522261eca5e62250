//! From text to tokens, as CPython 3.13's tokenizer makes them.
//!
//! A *token* is a kind and a byte range. An f-string is one token whose *replacement fields* hold token lists of their
//! own (PEP 701), with the same absolute ranges, so positions inside f-strings are as exact as anywhere else.
//! The tokenizer stops at the first error; the tokens before it are kept, because an error of the grammar in them comes
//! first.

mod format;
mod indent;
mod lexer;
mod number;
mod string;

pub use lexer::{is_identifier_continue, tokenize};

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// An identifier; soft keywords are identifiers here.
    Name,
    /// A hard keyword.
    Keyword,
    Number,
    /// Index into `Tokens::strings`.
    String(u32),
    /// Operator or delimiter.
    Operator,
    Newline,
    Indent,
    Dedent,
    End,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Token {
    pub kind: Kind,
    pub start: u32,
    pub end: u32,
}

impl Token {
    pub fn text<'a>(&self, source: &'a str) -> &'a str {
        &source[self.start as usize..self.end as usize]
    }
}

#[derive(Debug)]
pub struct Tokens {
    pub tokens: Vec<Token>,
    pub strings: Vec<StringToken>,
    /// Brackets still open where tokenizing ended: opening character and its place.
    pub open: Vec<(u8, u32)>,
    pub error: Option<LexError>,
}

#[derive(Debug, Clone)]
pub struct StringToken {
    pub raw: bool,
    pub bytes: bool,
    pub contents: StringContents,
}

#[derive(Debug, Clone)]
pub enum StringContents {
    /// Byte range between the quotes.
    Plain {
        start: u32,
        end: u32,
    },
    Format(Vec<FormatPart>),
}

/// A piece of an f-string or of a format specification.
#[derive(Debug, Clone)]
pub enum FormatPart {
    /// Text whose escapes are not yet read; a doubled brace is cut so that it stands here once.
    Literal {
        start: u32,
        end: u32,
    },
    Field(Field),
}

/// `{expression=!conversion:specification}`
#[derive(Debug, Clone)]
pub struct Field {
    /// From `{` to after `}`.
    pub start: u32,
    pub end: u32,
    pub tokens: Vec<Token>,
    /// With `=`: the end of its text, trailing blanks included.
    pub debug_end: Option<u32>,
    /// The name after `!`.
    pub conversion: Option<Token>,
    pub specification: Option<Vec<FormatPart>>,
    /// Range of the specification, for positions.
    pub specification_start: u32,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LexError {
    pub class: ErrorClass,
    pub message: String,
    pub start: u32,
    pub end: u32,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ErrorClass {
    Syntax,
    Indentation,
    Tab,
}

impl LexError {
    pub fn new(message: impl Into<String>, start: usize, end: usize) -> Self {
        Self { class: ErrorClass::Syntax, message: message.into(), start: start as u32, end: end as u32 }
    }
}

//! The one file that calls rustpython-parser.

use crate::source::{Diagnostic, FileId, Span};
use rustpython_parser::{Parse, ParseErrorType};

pub use rustpython_parser::ast;

/// Parses a whole module, or says why it is not Python.
pub fn parse_module(file: FileId, text: &str) -> Result<ast::Suite, Vec<Diagnostic>> {
    ast::Suite::parse(text, "").map_err(|error| {
        let start = error.offset.to_u32().min(text.len() as u32);
        let message = match &error.error {
            ParseErrorType::Lexical(lexical) => lexical.to_string(),
            _ => "invalid syntax".to_owned(),
        };
        vec![Diagnostic::syntax_error(Span::new(file, start, start), message)]
    })
}

//! A whole module: tokens, grammar, strings, and the checks that CPython makes after parsing.

use super::{
    explain::explain,
    parse::{StringRuns, ast, parse_suite},
    strings::{StringError, Strings},
    tokens::{ErrorClass, LexError, Tokens, tokenize},
};
use crate::source::{Diagnostic, FileId, Span};

/// Parses a whole module, or says why it is not Python.
pub fn parse_module(file: FileId, text: &str) -> Result<ast::Suite, Vec<Diagnostic>> {
    let one = |error: LexError| vec![diagnostic(file, text, &error)];
    let tokens = tokenize(text);
    let mut runs = StringRuns::new();
    let suite = match parse_suite(text, &tokens.tokens, &mut runs) {
        Ok(suite) if tokens.error.is_none() && tokens.open.is_empty() => suite,
        Ok(_) => return Err(one(unfinished(&tokens))),
        Err(error) => {
            // An error of the tokens wins, wherever it is: CPython looks for one before it blames the grammar.
            let at_end = tokens.tokens.get(error.token).is_none();
            if tokens.error.is_some() || (at_end && !tokens.open.is_empty()) {
                return Err(one(unfinished(&tokens)));
            }
            let explained = explain(text, &tokens.tokens, &error);
            if let Some(&(_, open)) = tokens.open.last()
                && line(text, explained.start) > line(text, open)
            {
                return Err(one(unfinished(&tokens)));
            }
            return Err(one(explained));
        }
    };
    let strings = Strings::new(text, &tokens, runs).suite(suite);
    let suite = strings.map_err(|error| {
        one(match error {
            StringError::Text(error) => error,
            StringError::Field { tokens, error } => {
                let mut error = explain(text, &tokens, &error);
                error.message = format!("f-string: {}", error.message);
                error
            }
        })
    })?;
    Ok(suite)
}

fn line(text: &str, offset: u32) -> usize {
    text.as_bytes()[..offset as usize].iter().filter(|&&b| b == b'\n').count()
}

/// The error of tokens that end too early: their own, or a bracket that stays open.
fn unfinished(tokens: &Tokens) -> LexError {
    match (&tokens.error, tokens.open.last()) {
        (Some(error), _) => error.clone(),
        (None, Some(&(bracket, at))) => {
            LexError::new(format!("'{}' was never closed", bracket as char), at as usize, at as usize + 1)
        }
        (None, None) => LexError::new("invalid syntax", 0, 0),
    }
}

fn diagnostic(file: FileId, text: &str, error: &LexError) -> Diagnostic {
    let end = text.len() as u32;
    let start = error.start.min(end);
    let span = Span::new(file, start, error.end.clamp(start, end));
    let mut diagnostic = Diagnostic::syntax_error(span, error.message.clone());
    let class = match error.class {
        ErrorClass::Syntax => "SyntaxError",
        ErrorClass::Indentation => "IndentationError",
        ErrorClass::Tab => "TabError",
    };
    diagnostic.message = format!("{class}: {}", error.message);
    diagnostic
}

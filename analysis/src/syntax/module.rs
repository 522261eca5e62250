//! A whole module: tokens, grammar, strings, and the checks that CPython makes after parsing.

use super::{
    check::{check_module, check_parsed_part},
    explain::explain,
    parse::{StringRuns, ast, parse_suite},
    strings::{StringError, Strings},
    tokens::{ErrorClass, Kind, LexError, Tokens, tokenize},
    warnings::{SyntaxWarning, warnings},
};
use crate::source::{Diagnostic, FileId, Span};

/// A module that is Python.
pub struct Parsed {
    pub suite: ast::Suite,
    /// What CPython's compiler warns of.
    pub warnings: Vec<SyntaxWarning>,
}

/// Parses a whole module, or says why it is not Python.
pub fn parse_module(file: FileId, text: &str) -> Result<Parsed, Vec<Diagnostic>> {
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
            if let Some(earlier) = error_before(text, &tokens, error.token) {
                return Err(one(earlier));
            }
            let explained = explain(text, &tokens.tokens, &error, false);
            if let Some(&(_, open)) = tokens.open.last()
                && line(text, tokens.tokens[error.token].start) > line(text, open)
            {
                return Err(one(unfinished(&tokens)));
            }
            return Err(one(not_behind_the_end(text, explained)));
        }
    };
    let strings = Strings::new(text, &tokens, runs).suite(suite);
    let suite = strings.map_err(|error| {
        one(match error {
            StringError::Text(error) => error,
            StringError::Field { tokens, error } => explain(text, &tokens, &error, true),
        })
    })?;
    match check_module(text, &tokens.tokens, &suite) {
        Some(error) => Err(one(error)),
        None => Ok(Parsed { warnings: warnings(text, &tokens, &suite), suite }),
    }
}

/// An error of the kind that CPython's parser finds and ours does not, in the statements before the one at `token`.
fn error_before(text: &str, tokens: &Tokens, token: usize) -> Option<LexError> {
    let mut depth = 0;
    let mut end = 0;
    for (index, here) in tokens.tokens[..token.min(tokens.tokens.len())].iter().enumerate() {
        match here.kind {
            Kind::Indent => depth += 1,
            Kind::Dedent => depth -= 1,
            _ => {}
        }
        let next_indents = tokens.tokens.get(index + 1).is_some_and(|next| next.kind == Kind::Indent);
        if depth == 0 && !next_indents && matches!(here.kind, Kind::Newline | Kind::Dedent) {
            end = index + 1;
        }
    }
    let part = &tokens.tokens[..end];
    let suite = parse_suite(text, part, &mut StringRuns::new()).ok()?;
    check_parsed_part(text, part, &suite)
}

/// What is missing at the end of the file is missed in its last line.
fn not_behind_the_end(text: &str, error: LexError) -> LexError {
    let last = text.trim_end_matches('\n').len().max(text.len().saturating_sub(1)) as u32;
    LexError { start: error.start.min(last), ..error }
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

//! Says what is wrong with tokens that the grammar does not take, in CPython's words.

use super::{
    parse::{Found, GrammarError},
    tokens::{LexError, Token},
};

pub fn explain(_source: &str, tokens: &[Token], error: &GrammarError) -> LexError {
    let (start, end) = match tokens.get(error.token).or(tokens.last()) {
        Some(token) => (token.start as usize, token.end as usize),
        None => (0, 0),
    };
    match &error.found {
        Found::Number(message) | Found::Rule(message) => LexError::new(message.clone(), start, end),
        Found::Unexpected { .. } => LexError::new("invalid syntax", start, end),
    }
}

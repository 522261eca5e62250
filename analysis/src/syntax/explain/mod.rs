//! Says what is wrong with tokens that the grammar does not take, in CPython's words.
//!
//! CPython parses such a module again with extra rules for common mistakes. Here the parser only tells the first token
//! that nothing can follow; the rules look at the tokens around it. The first rule that knows the mistake names it,
//! otherwise it is "invalid syntax".

mod blocks;
mod context;
mod expressions;
mod parameters;

use super::{
    parse::{Found, GrammarError},
    tokens::{ErrorClass, Kind, LexError, Token},
};
use context::Context;

/// A rule: the message if this is the mistake it knows, and the tokens to show (the offending one if `None`).
type Rule = fn(&Context) -> Option<LexError>;

const RULES: &[Rule] = &[
    blocks::indentation,
    blocks::missing_handler,
    blocks::handlers,
    parameters::parameters,
    expressions::legacy_statement,
    blocks::missing_colon,
    blocks::imports,
    expressions::comprehension,
    expressions::conditional,
    expressions::dictionary,
    expressions::star,
    expressions::walrus,
    expressions::assignment,
    expressions::misplaced,
    expressions::missing_comma,
];

/// `in_field`: the tokens are those of a replacement field.
pub fn explain(source: &str, tokens: &[Token], error: &GrammarError, in_field: bool) -> LexError {
    let context = Context::new(source, tokens, error, in_field);
    match &error.found {
        Found::Number(message) => return context.here(message.clone()),
        Found::Rule(message) => return context.here(in_cpython_words(message, &context)),
        Found::Unexpected { .. } => {}
    }
    if in_field {
        return explain_field(&context);
    }
    RULES.iter().find_map(|rule| rule(&context)).unwrap_or_else(|| context.here("invalid syntax"))
}

fn explain_field(context: &Context) -> LexError {
    if context.tokens.first().is_some_and(|first| first.text(context.source) == "lambda") {
        return context.here("f-string: lambda expressions are not allowed without parentheses");
    }
    let known = expressions::missing_comma(context).or_else(|| expressions::conditional(context));
    known.unwrap_or_else(|| context.here("f-string: expecting '=', or '!', or ':', or '}'"))
}

/// The parser's own messages where CPython has others.
fn in_cpython_words(message: &str, context: &Context) -> String {
    if message.starts_with("non-default argument follows") {
        "parameter without a default follows parameter with a default".to_owned()
    } else if message == "positional argument follows keyword argument" {
        let inside = context.at_depth(context.bracket.map_or(0, |bracket| bracket + 1));
        let unpacked = inside.into_iter().any(|index| context.text(index) == "**");
        format!("{message}{}", if unpacked { " unpacking" } else { "" })
    } else {
        message.to_owned()
    }
}

fn error_over(first: &Token, last: &Token, message: impl Into<String>) -> LexError {
    LexError::new(message, first.start as usize, last.end.max(first.start) as usize)
}

fn indentation_error(at: &Token, message: impl Into<String>) -> LexError {
    LexError { class: ErrorClass::Indentation, ..error_over(at, at, message) }
}

/// True if an expression can end with this token.
fn ends_expression(source: &str, token: &Token) -> bool {
    match token.kind {
        Kind::Name | Kind::Number | Kind::String(_) => true,
        Kind::Keyword => matches!(token.text(source), "None" | "True" | "False"),
        Kind::Operator => matches!(token.text(source), ")" | "]" | "}" | "..."),
        _ => false,
    }
}

/// True if an expression can begin with this token and go on from no other one.
fn begins_expression(source: &str, token: &Token) -> bool {
    match token.kind {
        Kind::Name | Kind::Number | Kind::String(_) => true,
        Kind::Keyword => matches!(token.text(source), "None" | "True" | "False" | "not" | "lambda" | "await"),
        Kind::Operator => matches!(token.text(source), "(" | "[" | "{" | "~" | "..."),
        _ => false,
    }
}

//! The surroundings of the offending token: its line, and the brackets around it.

use super::super::{
    parse::{Found, GrammarError, StringRuns, ast::Expr, parse_expression},
    tokens::{Kind, LexError, Token},
};

pub struct Context<'a> {
    pub source: &'a str,
    pub tokens: &'a [Token],
    /// The offending token (its index; `tokens.len()` if the tokens end too early).
    pub at: usize,
    pub needs_indent: bool,
    /// The first token of its logical line.
    pub head: usize,
    /// The innermost bracket of the line that is open at the token.
    pub bracket: Option<usize>,
    pub in_field: bool,
}

impl<'a> Context<'a> {
    pub fn new(source: &'a str, tokens: &'a [Token], error: &GrammarError, in_field: bool) -> Self {
        let at = error.token.min(tokens.len());
        let needs_indent = matches!(error.found, Found::Unexpected { needs_indent: true });
        let starts_line = |token: &Token| matches!(token.kind, Kind::Newline | Kind::Indent | Kind::Dedent);
        let head = tokens[..at].iter().rposition(starts_line).map_or(0, |before| before + 1);
        let mut open = Vec::new();
        for (index, token) in tokens.iter().enumerate().take(at).skip(head) {
            match token.text(source) {
                _ if token.kind != Kind::Operator => {}
                "(" | "[" | "{" => open.push(index),
                ")" | "]" | "}" => drop(open.pop()),
                _ => {}
            }
        }
        Self { source, tokens, at, needs_indent, head, bracket: open.last().copied(), in_field }
    }

    /// An error that shows the offending token.
    pub fn here(&self, message: impl Into<String>) -> LexError {
        match self.tokens.get(self.at).or(self.tokens.last()) {
            Some(token) => super::error_over(token, token, message),
            None => LexError::new(message, 0, 0),
        }
    }

    pub fn text(&self, index: usize) -> &'a str {
        self.tokens.get(index).map_or("", |token| match token.kind {
            Kind::Newline | Kind::Indent | Kind::Dedent | Kind::End => "",
            _ => token.text(self.source),
        })
    }

    pub fn kind(&self, index: usize) -> Kind {
        self.tokens.get(index).map_or(Kind::End, |token| token.kind)
    }

    /// The token before the offending one, `tokens.len()` if it is the first.
    pub fn before(&self) -> usize {
        self.at.checked_sub(1).unwrap_or(self.tokens.len())
    }

    pub fn line_ends_here(&self) -> bool {
        matches!(self.kind(self.at), Kind::Newline | Kind::End)
    }

    /// The first token of the statement, `async` left out.
    pub fn keyword(&self) -> usize {
        if self.text(self.head) == "async" { self.head + 1 } else { self.head }
    }

    /// True if the innermost bracket is that of a call's arguments.
    pub fn in_call(&self) -> bool {
        self.bracket.is_some_and(|bracket| {
            self.text(bracket) == "("
                && bracket > self.head
                && super::ends_expression(self.source, &self.tokens[bracket - 1])
                && self.kind(bracket - 1) != Kind::Number
        })
    }

    /// Where the part of the innermost bracket (or of the statement) that the token stands in begins: behind the last
    /// token at the same depth for which `separates` holds.
    pub fn part_start(&self, separates: impl Fn(&str, Kind) -> bool) -> usize {
        let floor = self.bracket.map_or(self.head, |bracket| bracket + 1);
        let mut depth = 0;
        for index in (floor..self.at).rev() {
            let text = self.text(index);
            match text {
                ")" | "]" | "}" if self.kind(index) == Kind::Operator => depth += 1,
                "(" | "[" | "{" if self.kind(index) == Kind::Operator => depth -= 1,
                _ if depth == 0 && separates(text, self.kind(index)) => return index + 1,
                _ => {}
            }
        }
        floor
    }

    /// The indices of the tokens from `start` to the offending one that are at its depth.
    pub fn at_depth(&self, start: usize) -> Vec<usize> {
        let mut depth = 0;
        let mut found = Vec::new();
        for index in start..self.at {
            match self.text(index) {
                "(" | "[" | "{" if self.kind(index) == Kind::Operator => depth += 1,
                ")" | "]" | "}" if self.kind(index) == Kind::Operator => depth -= 1,
                _ if depth == 0 => found.push(index),
                _ => {}
            }
        }
        found
    }

    /// The tokens as an expression, if they are one.
    pub fn expression(&self, start: usize, end: usize) -> Option<Expr> {
        if start >= end {
            return None;
        }
        parse_expression(self.source, &self.tokens[start..end], &mut StringRuns::new()).ok()
    }
}

//! What CPython rejects although its grammar takes it.
//!
//! CPython finds such errors in phases, each over the whole module, and stops at the first error: *grammar* (its parser
//! knows what can be assigned to, ours takes any expression), *future* (imports from `__future__`), *symbols* (what each name
//! means), *binding* (which function a `nonlocal` means), *code* (the rest). One file for each group of checks; the error
//! reported is the first of the earliest phase.

mod calls;
mod comprehensions;
mod control_flow;
mod future;
mod names;
mod parameters;
mod patterns;
mod scopes;
mod starred;
mod targets;

use super::{
    parse::ast::{self, Expr, Ranged},
    tokens::{LexError, Token},
};

/// When CPython would find an error.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Phase {
    Grammar,
    Future,
    Symbols,
    Binding,
    Code,
}

/// The errors of one module; only the first of the earliest phase is kept.
pub struct Findings<'a> {
    pub source: &'a str,
    pub tokens: &'a [Token],
    first: Option<(Phase, u32, LexError)>,
}

impl Findings<'_> {
    pub fn report(&mut self, phase: Phase, node: &impl Ranged, message: impl Into<String>) {
        let range = node.range();
        self.report_at(phase, range.start().to_u32(), range.end().to_u32(), message);
    }

    /// Within a phase, errors count in the order of the text; at one place, in the order of discovery.
    pub fn report_at(&mut self, phase: Phase, start: u32, end: u32, message: impl Into<String>) {
        if self.first.as_ref().is_none_or(|(before, place, _)| (phase, start) < (*before, *place)) {
            self.first = Some((phase, start, LexError::new(message, start as usize, end as usize)));
        }
    }

    /// The token that starts at `offset` or after it.
    pub fn token_from(&self, offset: u32) -> usize {
        self.tokens.partition_point(|token| token.start < offset)
    }

    pub fn token_text(&self, index: usize) -> &str {
        self.tokens.get(index).map_or("", |token| token.text(self.source))
    }
}

/// The error CPython would report for a module that its grammar takes.
pub fn check_module(source: &str, tokens: &[Token], suite: &[ast::Stmt]) -> Option<LexError> {
    let mut findings = Findings { source, tokens, first: None };
    check_grammar(suite, &mut findings);
    if findings.first.is_none() {
        future::check(suite, &mut findings);
        scopes::check(suite, &mut findings);
        comprehensions::check(suite, &mut findings);
        names::check(suite, &mut findings);
        starred::check(suite, &mut findings);
        control_flow::check(suite, &mut findings);
        patterns::check(suite, &mut findings);
    }
    findings.first.map(|(_, _, error)| error)
}

/// Only the errors that CPython's parser finds: also asked about the part of a module before another error.
pub fn check_parsed_part(source: &str, tokens: &[Token], suite: &[ast::Stmt]) -> Option<LexError> {
    let mut findings = Findings { source, tokens, first: None };
    check_grammar(suite, &mut findings);
    findings.first.map(|(_, _, error)| error)
}

fn check_grammar(suite: &[ast::Stmt], findings: &mut Findings) {
    targets::check(suite, findings);
    calls::check(suite, findings);
    parameters::check(suite, findings);
    patterns::check_grammar(suite, findings);
}

/// What CPython calls an expression in "cannot assign to …".
pub fn expression_name(expr: &Expr) -> &'static str {
    match expr {
        Expr::Attribute(_) => "attribute",
        Expr::Subscript(_) | Expr::Slice(_) => "subscript",
        Expr::Starred(_) => "starred",
        Expr::Name(_) => "name",
        Expr::List(_) => "list",
        Expr::Tuple(_) => "tuple",
        Expr::Lambda(_) => "lambda",
        Expr::Call(_) => "function call",
        Expr::BoolOp(_) | Expr::BinOp(_) | Expr::UnaryOp(_) => "expression",
        Expr::GeneratorExp(_) => "generator expression",
        Expr::Yield(_) | Expr::YieldFrom(_) => "yield expression",
        Expr::Await(_) => "await expression",
        Expr::ListComp(_) => "list comprehension",
        Expr::SetComp(_) => "set comprehension",
        Expr::DictComp(_) => "dict comprehension",
        Expr::Dict(_) => "dict literal",
        Expr::Set(_) => "set display",
        Expr::JoinedStr(_) | Expr::FormattedValue(_) => "f-string expression",
        Expr::Constant(constant) => match constant.value {
            ast::Constant::None => "None",
            ast::Constant::Bool(true) => "True",
            ast::Constant::Bool(false) => "False",
            ast::Constant::Ellipsis => "ellipsis",
            _ => "literal",
        },
        Expr::Compare(_) => "comparison",
        Expr::IfExp(_) => "conditional expression",
        Expr::NamedExpr(_) => "named expression",
    }
}

//! Patterns of `match`.
//!
//! ```text
//! case a: …            name capture 'a' makes remaining patterns unreachable   (if a case follows)
//! case [a] | [b]: …    alternative patterns bind different names
//! ```

use super::{Findings, Phase};
use crate::syntax::{
    parse::ast::{self, Constant, Expr, Pattern, Stmt},
    walk::{Child, pattern_children, stmt_children},
};
use std::collections::BTreeSet;

/// What CPython's grammar does not take, and our parser does.
pub fn check_grammar(suite: &[Stmt], findings: &mut Findings) {
    each_case(suite, &mut |case| {
        if matches!(case.pattern, Pattern::MatchStar(_)) {
            findings.report(Phase::Grammar, &case.pattern, "invalid syntax");
        }
        grammar(&case.pattern, findings);
    });
}

pub fn check(suite: &[Stmt], findings: &mut Findings) {
    each_case(suite, &mut |case| {
        names(&case.pattern, findings);
        shapes(&case.pattern, findings);
    });
    each_match(suite, &mut |node| {
        let last = node.cases.len() - 1;
        for case in &node.cases[..last] {
            if case.guard.is_none() {
                irrefutable(&case.pattern, findings);
            }
        }
    });
}

fn each_match<'a>(suite: &'a [Stmt], f: &mut dyn FnMut(&'a ast::StmtMatch)) {
    for stmt in suite {
        if let Stmt::Match(node) = stmt {
            f(node);
        }
        stmt_children(stmt, &mut |child| {
            if let Child::Suite(suite) = child {
                each_match(suite, f);
            }
        });
    }
}

fn each_case<'a>(suite: &'a [Stmt], f: &mut dyn FnMut(&'a ast::MatchCase)) {
    each_match(suite, &mut |node| node.cases.iter().for_each(&mut *f));
}

fn grammar(pattern: &Pattern, findings: &mut Findings) {
    match pattern {
        Pattern::MatchValue(node) => literal(&node.value, findings),
        Pattern::MatchMapping(node) => {
            node.keys.iter().for_each(|key| literal(key, findings));
            if node.rest.as_ref().is_some_and(|rest| rest.as_str() == "_") {
                findings.report(Phase::Grammar, pattern, "invalid syntax");
            }
        }
        Pattern::MatchSequence(_) => {}
        _ => pattern_children(pattern, &mut |child| {
            if matches!(child, Pattern::MatchStar(_)) {
                findings.report(Phase::Grammar, child, "invalid syntax");
            }
        }),
    }
    pattern_children(pattern, &mut |child| grammar(child, findings));
}

/// A sum in a pattern must be a complex number: real part first.
fn literal(value: &Expr, findings: &mut Findings) {
    let Expr::BinOp(sum) = value else { return };
    let is_imaginary =
        |expr: &Expr| matches!(expr, Expr::Constant(c) if matches!(c.value, Constant::Complex { .. }));
    let real = match &*sum.left {
        Expr::UnaryOp(negated) => &negated.operand,
        other => other,
    };
    if is_imaginary(real) {
        findings.report(Phase::Grammar, real, "real number required in complex literal");
    } else if !is_imaginary(&sum.right) {
        findings.report(Phase::Grammar, &*sum.right, "imaginary number required in complex literal");
    }
}

/// Reports a pattern that always matches.
fn irrefutable(pattern: &Pattern, findings: &mut Findings) {
    match pattern {
        Pattern::MatchAs(node) => match (&node.pattern, &node.name) {
            (Some(inner), _) => irrefutable(inner, findings),
            (None, Some(name)) => {
                let message = format!("name capture '{name}' makes remaining patterns unreachable");
                findings.report(Phase::Code, pattern, message);
            }
            (None, None) => {
                findings.report(Phase::Code, pattern, "wildcard makes remaining patterns unreachable");
            }
        },
        Pattern::MatchOr(node) => {
            if let Some(last) = node.patterns.last() {
                irrefutable(last, findings);
            }
        }
        _ => {}
    }
}

/// The names a pattern binds; reports a name bound twice and alternatives that bind different ones.
fn names<'a>(pattern: &'a Pattern, findings: &mut Findings) -> BTreeSet<&'a str> {
    let mut bound = BTreeSet::new();
    let mut bind = |name: &'a str, findings: &mut Findings| {
        if !bound.insert(name) {
            let message = format!("multiple assignments to name '{name}' in pattern");
            findings.report(Phase::Code, pattern, message);
        }
    };
    if let Pattern::MatchOr(node) = pattern {
        let mut first: Option<BTreeSet<&str>> = None;
        for (index, alternative) in node.patterns.iter().enumerate() {
            if index + 1 < node.patterns.len() {
                irrefutable(alternative, findings);
            }
            let names = names(alternative, findings);
            if *first.get_or_insert_with(|| names.clone()) != names {
                findings.report(Phase::Code, pattern, "alternative patterns bind different names");
            }
        }
        return first.unwrap_or_default();
    }
    let mut inner = Vec::new();
    pattern_children(pattern, &mut |child| inner.push(child));
    for child in inner {
        names(child, findings).into_iter().for_each(|name| bind(name, findings));
    }
    let own = match pattern {
        Pattern::MatchAs(node) => &node.name,
        Pattern::MatchStar(node) => &node.name,
        Pattern::MatchMapping(node) => &node.rest,
        _ => &None,
    };
    if let Some(name) = own {
        bind(name, findings);
    }
    bound
}

fn shapes(pattern: &Pattern, findings: &mut Findings) {
    match pattern {
        Pattern::MatchSequence(node) => {
            let starred = node.patterns.iter().filter(|pattern| matches!(pattern, Pattern::MatchStar(_)));
            if starred.count() > 1 {
                findings.report(Phase::Code, pattern, "multiple starred names in sequence pattern");
            }
        }
        Pattern::MatchMapping(node) => {
            for (index, key) in node.keys.iter().enumerate() {
                let Expr::Constant(constant) = key else { continue };
                let same =
                    |other: &Expr| matches!(other, Expr::Constant(other) if other.value == constant.value);
                if node.keys[..index].iter().any(same) {
                    let shown = match &constant.value {
                        Constant::Str(text) => format!("'{text}'"),
                        Constant::Int(number) => number.to_string(),
                        Constant::None => "None".to_owned(),
                        Constant::Bool(true) => "True".to_owned(),
                        Constant::Bool(false) => "False".to_owned(),
                        other => format!("{other:?}"),
                    };
                    let message = format!("mapping pattern checks duplicate key ({shown})");
                    findings.report(Phase::Code, pattern, message);
                }
            }
        }
        Pattern::MatchClass(node) => {
            for (index, name) in node.kwd_attrs.iter().enumerate() {
                if node.kwd_attrs[..index].contains(name) {
                    let message = format!("attribute name repeated in class pattern: {name}");
                    findings.report(Phase::Code, pattern, message);
                }
            }
        }
        Pattern::MatchValue(node) if matches!(&*node.value, Expr::JoinedStr(_)) => {
            let message = "patterns may only match literals and attribute lookups";
            findings.report(Phase::Code, pattern, message);
        }
        _ => {}
    }
    pattern_children(pattern, &mut |child| shapes(child, findings));
}

//! Arguments of calls.
//!
//! ```text
//! f(x for x in y, 1)     Generator expression must be parenthesized
//! f(True=1)              cannot assign to True
//! ```

use super::{Findings, Phase};
use crate::syntax::{
    parse::ast::{Expr, ExprCall, Ranged, Stmt},
    walk::{Child, each_expr, stmt_children},
};

pub fn check(suite: &[Stmt], findings: &mut Findings) {
    for stmt in suite {
        stmt_children(stmt, &mut |child| match child {
            Child::Expr(expr) => each_expr(expr, &mut |expr| expression(expr, findings)),
            Child::Suite(suite) => check(suite, findings),
            Child::Pattern(_) => {}
        });
        if let Stmt::ClassDef(class) = stmt
            && let Some(base) = class.bases.iter().find(|base| is_bare_generator(base, findings))
        {
            findings.report(Phase::Grammar, base, "invalid syntax");
        }
    }
}

fn expression(expr: &Expr, findings: &mut Findings) {
    match expr {
        Expr::Call(call) => arguments(call, findings),
        Expr::Dict(_) => {}
        Expr::ListComp(node) => unpacked(&node.elt, findings),
        Expr::SetComp(node) => unpacked(&node.elt, findings),
        Expr::GeneratorExp(node) => unpacked(&node.elt, findings),
        _ => {}
    }
}

fn unpacked(element: &Expr, findings: &mut Findings) {
    if matches!(element, Expr::Starred(_)) {
        findings.report(Phase::Grammar, element, "iterable unpacking cannot be used in comprehension");
    }
}

fn arguments(call: &ExprCall, findings: &mut Findings) {
    let last = findings.token_from(call.range.end().to_u32()).saturating_sub(2);
    let trailing_comma = findings.token_text(last) == ",";
    if call.args.len() + call.keywords.len() == 1 && !trailing_comma {
        return;
    }
    for argument in &call.args {
        if is_bare_generator(argument, findings) {
            findings.report(Phase::Grammar, argument, "Generator expression must be parenthesized");
        }
    }
}

/// True if a generator expression lacks brackets of its own: what stands at its two ends is not a pair of brackets.
fn is_bare_generator(expr: &Expr, findings: &Findings) -> bool {
    let Expr::GeneratorExp(generator) = expr else { return false };
    let first = findings.token_from(generator.range.start().to_u32());
    if findings.token_text(first) != "(" {
        return true;
    }
    let mut depth = 0;
    let closing = findings.tokens[first..].iter().find(|token| {
        match token.text(findings.source) {
            "(" => depth += 1,
            ")" => depth -= 1,
            _ => {}
        }
        depth == 0
    });
    closing.is_none_or(|closing| closing.end != generator.range.end().to_u32())
        || generator.elt.range().start() == generator.range.start()
}

//! `def f(*, **k)`: the bare `*` wants named parameters after it.

use super::{Findings, Phase};
use crate::syntax::{
    parse::ast::{Arguments, Expr, Ranged, Stmt},
    walk::{Child, each_expr, stmt_children},
};

pub fn check(suite: &[Stmt], findings: &mut Findings) {
    for stmt in suite {
        match stmt {
            Stmt::FunctionDef(node) => bare_star(&node.args, node.range.start().to_u32(), findings),
            Stmt::AsyncFunctionDef(node) => bare_star(&node.args, node.range.start().to_u32(), findings),
            _ => {}
        }
        stmt_children(stmt, &mut |child| match child {
            Child::Expr(expr) => each_expr(expr, &mut |expr| {
                if let Expr::Lambda(node) = expr {
                    bare_star(&node.args, node.range.start().to_u32(), findings);
                }
            }),
            Child::Suite(suite) => check(suite, findings),
            Child::Pattern(_) => {}
        });
    }
}

/// The tree does not keep a bare `*` that nothing follows; the tokens do.
fn bare_star(arguments: &Arguments, start: u32, findings: &mut Findings) {
    let Some(last) =
        arguments.kwarg.as_ref().filter(|_| arguments.vararg.is_none() && arguments.kwonlyargs.is_empty())
    else {
        return;
    };
    let (first, end) = (findings.token_from(start), findings.token_from(last.range().start().to_u32()));
    let texts: Vec<&str> =
        findings.tokens[first..end].iter().map(|token| token.text(findings.source)).collect();
    if let [.., star, comma, stars] = texts.as_slice()
        && (*star, *comma, *stars) == ("*", ",", "**")
    {
        let token = findings.tokens[end - 3];
        findings.report_at(Phase::Grammar, token.start, token.end, "named arguments must follow bare *");
    }
}

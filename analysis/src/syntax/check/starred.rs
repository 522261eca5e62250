//! Where a starred expression may stand, and how many of them.

use super::{Findings, Phase};
use crate::syntax::{
    parse::ast::{Expr, ExprContext, Ranged, Stmt},
    walk::{Child, expr_children, stmt_children},
};

/// CPython's limit on targets before a starred one.
const MAX_BEFORE: usize = 255;

pub fn check(suite: &[Stmt], findings: &mut Findings) {
    for stmt in suite {
        let bare_targets = match stmt {
            Stmt::Assign(node) => node.targets.as_slice(),
            Stmt::For(node) => std::slice::from_ref(&*node.target),
            Stmt::AsyncFor(node) => std::slice::from_ref(&*node.target),
            _ => &[],
        };
        for target in bare_targets {
            if matches!(target, Expr::Starred(_)) {
                findings.report(Phase::Code, target, "starred assignment target must be in a list or tuple");
            }
        }
        // `*args: *Ts`
        let annotation = match stmt {
            Stmt::FunctionDef(node) => node.args.vararg.as_ref().and_then(|a| a.annotation.as_deref()),
            Stmt::AsyncFunctionDef(node) => node.args.vararg.as_ref().and_then(|a| a.annotation.as_deref()),
            _ => None,
        };
        stmt_children(stmt, &mut |child| match child {
            Child::Expr(expr) if annotation.is_some_and(|allowed| std::ptr::eq(allowed, expr)) => {}
            Child::Expr(Expr::Starred(node)) => {
                findings.report(Phase::Code, node, "can't use starred expression here");
            }
            Child::Expr(expr) => expression(expr, findings),
            Child::Suite(suite) => check(suite, findings),
            Child::Pattern(_) => {}
        });
    }
}

fn expression(expr: &Expr, findings: &mut Findings) {
    let (elements, context) = match expr {
        Expr::Tuple(node) => (&node.elts, node.ctx),
        Expr::List(node) => (&node.elts, node.ctx),
        _ => (&Vec::new(), ExprContext::Load),
    };
    if context == ExprContext::Store {
        let mut starred =
            elements.iter().enumerate().filter(|(_, element)| matches!(element, Expr::Starred(_)));
        if let Some((before, _)) = starred.next() {
            if starred.next().is_some() {
                findings.report(Phase::Code, expr, "multiple starred expressions in assignment");
            } else if before > MAX_BEFORE {
                findings.report(Phase::Code, expr, "too many expressions in star-unpacking assignment");
            }
        }
    }
    let may_star = match expr {
        Expr::Tuple(_) | Expr::List(_) | Expr::Set(_) | Expr::Call(_) => true,
        Expr::Subscript(_) => false,
        _ => false,
    };
    expr_children(expr, &mut |child| {
        if let Expr::Starred(node) = child {
            // `a[*b]` is a tuple of one element without its comma.
            let in_subscript = matches!(expr, Expr::Subscript(node) if node.slice.range() == child.range());
            if !may_star && !in_subscript && !matches!(expr, Expr::Starred(_)) {
                findings.report(Phase::Code, node, "can't use starred expression here");
            }
        }
        expression(child, findings);
    });
}

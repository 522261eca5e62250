//! What can be assigned to, deleted, annotated.
//!
//! ```text
//! f() = 1        cannot assign to function call here. Maybe you meant '==' instead of '='?
//! del 1          cannot delete literal
//! (a, b): int    only single target (not tuple) can be annotated
//! ```

use super::{Findings, Phase, expression_name};
use crate::syntax::{
    parse::ast::{Expr, Ranged, Stmt, UnaryOp},
    walk::{Child, expr_children, stmt_children},
};

pub fn check(suite: &[Stmt], findings: &mut Findings) {
    for stmt in suite {
        statement(stmt, findings);
        stmt_children(stmt, &mut |child| match child {
            Child::Expr(expr) => expression(expr, findings),
            Child::Suite(suite) => check(suite, findings),
            Child::Pattern(_) => {}
        });
    }
}

fn statement(stmt: &Stmt, findings: &mut Findings) {
    match stmt {
        Stmt::Assign(node) => {
            let last = node.targets.len() - 1;
            for (index, target) in node.targets.iter().enumerate() {
                if matches!(target, Expr::Yield(_) | Expr::YieldFrom(_)) && !in_brackets(target, findings) {
                    findings.report(Phase::Grammar, target, "assignment to yield expression not possible");
                } else if let Some(wrong) = not_assignable(target) {
                    let confused = index == last && (index == 0 || in_bare_tuple(target, wrong, findings));
                    assigned(target, wrong, confused.then_some(&*node.value), findings);
                }
            }
        }
        Stmt::AugAssign(node)
            if !matches!(&*node.target, Expr::Name(_) | Expr::Attribute(_) | Expr::Subscript(_)) =>
        {
            let name = expression_name(&node.target);
            let message = format!("'{name}' is an illegal expression for augmented assignment");
            findings.report(Phase::Grammar, &*node.target, message);
        }
        Stmt::AnnAssign(node) => match &*node.target {
            Expr::Name(_) | Expr::Attribute(_) | Expr::Subscript(_) => {}
            target @ (Expr::List(_) | Expr::Tuple(_)) => {
                let name = expression_name(target);
                let message = format!("only single target (not {name}) can be annotated");
                findings.report(Phase::Grammar, target, message);
            }
            target => findings.report(Phase::Grammar, target, "illegal target for annotation"),
        },
        Stmt::Delete(node) => node.targets.iter().for_each(|target| deleted(target, findings)),
        Stmt::For(node) => plain_target(&node.target, findings),
        Stmt::AsyncFor(node) => plain_target(&node.target, findings),
        Stmt::With(node) => {
            node.items
                .iter()
                .filter_map(|item| item.optional_vars.as_deref())
                .for_each(|t| plain_target(t, findings));
        }
        Stmt::AsyncWith(node) => {
            node.items
                .iter()
                .filter_map(|item| item.optional_vars.as_deref())
                .for_each(|t| plain_target(t, findings));
        }
        _ => {}
    }
}

fn expression(expr: &Expr, findings: &mut Findings) {
    let generators = match expr {
        Expr::ListComp(node) => &node.generators,
        Expr::SetComp(node) => &node.generators,
        Expr::DictComp(node) => &node.generators,
        Expr::GeneratorExp(node) => &node.generators,
        _ => &Vec::new(),
    };
    generators.iter().for_each(|generator| plain_target(&generator.target, findings));
    expr_children(expr, &mut |child| expression(child, findings));
}

/// The part of a target that cannot be assigned to.
fn not_assignable(target: &Expr) -> Option<&Expr> {
    match target {
        Expr::Name(_) | Expr::Attribute(_) | Expr::Subscript(_) => None,
        Expr::List(node) => node.elts.iter().find_map(not_assignable),
        Expr::Tuple(node) => node.elts.iter().find_map(not_assignable),
        Expr::Starred(node) => not_assignable(&node.value),
        other => Some(other),
    }
}

fn plain_target(target: &Expr, findings: &mut Findings) {
    if let Some(wrong) = not_assignable(target) {
        findings.report(Phase::Grammar, wrong, format!("cannot assign to {}", expression_name(wrong)));
    }
}

/// `value` is there where CPython takes `=` for a mistaken `==`.
fn assigned(target: &Expr, wrong: &Expr, value: Option<&Expr>, findings: &mut Findings) {
    let name = expression_name(wrong);
    let bare_tuple = matches!(target, Expr::Tuple(_)) && !in_brackets(target, findings);
    let whole = std::ptr::eq(target, wrong) || bare_tuple;
    let bracketed = in_brackets(wrong, findings);
    // `!(list|tuple|genexp|'True'|'None'|'False') bitwise_or '=' bitwise_or`
    let simple = match wrong {
        Expr::GeneratorExp(_) | Expr::List(_) | Expr::Tuple(_) => false,
        Expr::Constant(_) if matches!(name, "None" | "True" | "False") => bracketed,
        Expr::Compare(_) | Expr::BoolOp(_) | Expr::Lambda(_) | Expr::IfExp(_) => bracketed,
        Expr::UnaryOp(node) => node.op != UnaryOp::Not || bracketed,
        _ => true,
    };
    let takes_value = value.is_some_and(|value| match value {
        Expr::Lambda(_) | Expr::Yield(_) | Expr::YieldFrom(_) | Expr::Starred(_) => false,
        Expr::UnaryOp(node) => node.op != UnaryOp::Not,
        _ => true,
    });
    let hint =
        if whole && simple && takes_value { " here. Maybe you meant '==' instead of '='?" } else { "" };
    findings.report(Phase::Grammar, wrong, format!("cannot assign to {name}{hint}"));
}

/// True if `wrong` is the last of several targets that no brackets hold together.
fn in_bare_tuple(target: &Expr, wrong: &Expr, findings: &Findings) -> bool {
    matches!(target, Expr::Tuple(tuple) if tuple.elts.last().is_some_and(|last| std::ptr::eq(last, wrong)))
        && !in_brackets(target, findings)
}

/// True if the expression stands between round brackets of its own.
fn in_brackets(expr: &Expr, findings: &Findings) -> bool {
    let start = findings.token_from(expr.range().start().to_u32());
    if matches!(expr, Expr::Tuple(_) | Expr::GeneratorExp(_)) {
        return findings.token_text(start) == "(";
    }
    start > 0
        && findings.token_text(start - 1) == "("
        && findings.token_text(findings.token_from(expr.range().end().to_u32())) == ")"
}

fn deleted(target: &Expr, findings: &mut Findings) {
    match target {
        Expr::Name(_) | Expr::Attribute(_) | Expr::Subscript(_) => {}
        Expr::List(node) => node.elts.iter().for_each(|target| deleted(target, findings)),
        Expr::Tuple(node) => node.elts.iter().for_each(|target| deleted(target, findings)),
        other => {
            findings.report(Phase::Grammar, other, format!("cannot delete {}", expression_name(other)));
        }
    }
}

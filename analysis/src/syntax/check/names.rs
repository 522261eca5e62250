//! `__debug__` is a constant: nothing may bind it. And names that a call gives twice.

use super::{Findings, Phase};
use crate::syntax::{
    parse::ast::{Expr, ExprContext, Ranged, Stmt},
    walk::{Child, each_expr, parameters, stmt_children},
};

const DEBUG: &str = "__debug__";

pub fn check(suite: &[Stmt], findings: &mut Findings) {
    for stmt in suite {
        statement(stmt, findings);
        stmt_children(stmt, &mut |child| match child {
            Child::Expr(expr) => each_expr(expr, &mut |expr| expression(expr, findings)),
            Child::Suite(suite) => check(suite, findings),
            Child::Pattern(_) => {}
        });
    }
}

fn bound(name: &str, node: &impl Ranged, findings: &mut Findings) {
    if name == DEBUG {
        findings.report(Phase::Code, node, "cannot assign to __debug__");
    }
}

fn statement(stmt: &Stmt, findings: &mut Findings) {
    match stmt {
        Stmt::FunctionDef(node) => {
            bound(&node.name, node, findings);
            parameters(&node.args).for_each(|parameter| bound(&parameter.arg, parameter, findings));
        }
        Stmt::AsyncFunctionDef(node) => {
            bound(&node.name, node, findings);
            parameters(&node.args).for_each(|parameter| bound(&parameter.arg, parameter, findings));
        }
        Stmt::ClassDef(node) => bound(&node.name, node, findings),
        Stmt::Import(node) => {
            for alias in &node.names {
                let name = alias.asname.as_ref().unwrap_or(&alias.name);
                bound(name.split('.').next().unwrap_or_default(), alias, findings);
            }
        }
        Stmt::ImportFrom(node) => {
            for alias in &node.names {
                bound(alias.asname.as_ref().unwrap_or(&alias.name), alias, findings);
            }
        }
        _ => {}
    }
}

fn expression(expr: &Expr, findings: &mut Findings) {
    let (name, context) = match expr {
        Expr::Name(node) => (node.id.as_str(), node.ctx),
        Expr::Attribute(node) => (node.attr.as_str(), node.ctx),
        Expr::Lambda(node) => {
            parameters(&node.args).for_each(|parameter| bound(&parameter.arg, parameter, findings));
            return;
        }
        Expr::Call(node) => {
            for keyword in &node.keywords {
                if let Some(name) = &keyword.arg {
                    bound(name, keyword, findings);
                }
            }
            return;
        }
        _ => return,
    };
    match context {
        ExprContext::Store => bound(name, expr, findings),
        ExprContext::Del if name == DEBUG => {
            findings.report(Phase::Code, expr, "cannot delete __debug__");
        }
        _ => {}
    }
}

//! Assignment expressions in comprehensions.
//!
//! ```text
//! [x := 1 for x in y]          cannot rebind comprehension iteration variable 'x'
//! [y for x in (y := z)]        cannot be used in a comprehension iterable expression
//! ```

use super::{Findings, Phase};
use crate::syntax::{
    parse::ast::{Comprehension, Expr, Stmt},
    walk::{Child, each_expr, expr_children, stmt_children},
};

#[derive(Clone, Default)]
struct Around<'a> {
    /// Iteration variables of the comprehensions around, innermost last.
    variables: Vec<&'a str>,
    depth: usize,
    in_iterable: bool,
    in_class: bool,
}

pub fn check(suite: &[Stmt], findings: &mut Findings) {
    statements(suite, false, findings);
}

fn statements(suite: &[Stmt], in_class: bool, findings: &mut Findings) {
    for stmt in suite {
        let inner_class = match stmt {
            Stmt::ClassDef(_) => true,
            Stmt::FunctionDef(_) | Stmt::AsyncFunctionDef(_) => false,
            _ => in_class,
        };
        stmt_children(stmt, &mut |child| match child {
            Child::Expr(expr) => expression(expr, &Around { in_class, ..Around::default() }, findings),
            Child::Suite(suite) => statements(suite, inner_class, findings),
            Child::Pattern(_) => {}
        });
    }
}

fn expression<'a>(expr: &'a Expr, around: &Around<'a>, findings: &mut Findings) {
    match expr {
        Expr::NamedExpr(node) if around.depth > 0 => {
            if let Expr::Name(target) = &*node.target {
                let name = target.id.as_str();
                let message = if around.in_iterable {
                    "assignment expression cannot be used in a comprehension iterable expression".to_owned()
                } else if around.variables.contains(&name) {
                    format!("assignment expression cannot rebind comprehension iteration variable '{name}'")
                } else if around.in_class {
                    "assignment expression within a comprehension cannot be used in a class body".to_owned()
                } else {
                    return expression(&node.value, around, findings);
                };
                findings.report(Phase::Symbols, expr, message);
            }
        }
        Expr::ListComp(node) => comprehension(&[&node.elt], &node.generators, around, findings),
        Expr::SetComp(node) => comprehension(&[&node.elt], &node.generators, around, findings),
        Expr::DictComp(node) => comprehension(&[&node.key, &node.value], &node.generators, around, findings),
        Expr::GeneratorExp(node) => comprehension(&[&node.elt], &node.generators, around, findings),
        Expr::Lambda(node) => {
            let inner = Around { in_iterable: around.in_iterable, ..Around::default() };
            expression(&node.body, &inner, findings);
        }
        _ => expr_children(expr, &mut |child| expression(child, around, findings)),
    }
}

fn comprehension<'a>(
    parts: &[&'a Expr],
    generators: &'a [Comprehension],
    around: &Around<'a>,
    findings: &mut Findings,
) {
    let mut inner = Around { depth: around.depth + 1, in_iterable: false, ..around.clone() };
    for generator in generators {
        each_expr(&generator.target, &mut |target| {
            if let Expr::Name(name) = target {
                inner.variables.push(name.id.as_str());
            }
        });
    }
    let in_iterable = Around { in_iterable: true, ..inner.clone() };
    inner.in_iterable = around.in_iterable;
    for generator in generators {
        expression(&generator.iter, &in_iterable, findings);
        generator.ifs.iter().for_each(|test| expression(test, &inner, findings));
    }
    parts.iter().for_each(|part| expression(part, &inner, findings));
}

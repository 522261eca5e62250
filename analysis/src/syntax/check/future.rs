//! Imports from `__future__`: only known features, only at the beginning of the file.

use super::{Findings, Phase};
use crate::syntax::{
    parse::ast::{Constant, Expr, Stmt, StmtImportFrom},
    walk::{Child, stmt_children},
};

const FEATURES: &[&str] = &[
    "nested_scopes",
    "generators",
    "division",
    "absolute_import",
    "with_statement",
    "print_function",
    "unicode_literals",
    "barry_as_FLUFL",
    "generator_stop",
    "annotations",
];

pub fn check(suite: &[Stmt], findings: &mut Findings) {
    let mut beginning = true;
    for (index, stmt) in suite.iter().enumerate() {
        match stmt {
            Stmt::ImportFrom(import) if is_future(import) => {
                if beginning {
                    features(import, findings);
                } else {
                    late(import, findings);
                }
            }
            Stmt::Expr(node)
                if index == 0
                    && matches!(&*node.value, Expr::Constant(c) if matches!(c.value, Constant::Str(_))) => {}
            _ => {
                beginning = false;
                inside(stmt, findings);
            }
        }
    }
}

fn is_future(import: &StmtImportFrom) -> bool {
    import.module.as_ref().is_some_and(|module| module.as_str() == "__future__")
        && import.level.as_ref().is_none_or(|level| level.to_u32() == 0)
}

fn features(import: &StmtImportFrom, findings: &mut Findings) {
    for alias in &import.names {
        let name = alias.name.as_str();
        if name == "braces" {
            findings.report(Phase::Future, import, "not a chance");
        } else if !FEATURES.contains(&name) {
            findings.report(Phase::Future, import, format!("future feature {name} is not defined"));
        }
    }
}

fn late(import: &StmtImportFrom, findings: &mut Findings) {
    // The compiler proper says this, after the names are known.
    findings.report(Phase::Code, import, "from __future__ imports must occur at the beginning of the file");
}

fn inside(stmt: &Stmt, findings: &mut Findings) {
    stmt_children(stmt, &mut |child| {
        if let Child::Suite(suite) = child {
            for stmt in suite {
                match stmt {
                    Stmt::ImportFrom(import) if is_future(import) => late(import, findings),
                    _ => inside(stmt, findings),
                }
            }
        }
    });
}

//! Statements and expressions that need a function, a loop or an `async def` around them.
//!
//! ```text
//! return 1      'return' outside function
//! break         'break' outside loop
//! ```

use super::{Findings, Phase};
use crate::syntax::{
    parse::ast::{self, Comprehension, Expr, Stmt},
    walk::{Child, argument_children, each_expr, expr_children, stmt_children},
};

/// How many loops, `with` and `try` inside each other CPython takes.
const MAX_BLOCKS: usize = 21;

#[derive(Clone, Copy, PartialEq, Eq)]
enum Function {
    None,
    Plain,
    Async,
    /// `async def` with a `yield` in it.
    AsyncGenerator,
}

#[derive(Clone, Copy)]
struct Around {
    function: Function,
    in_loop: bool,
    /// In an `except*` block, with no function or loop between.
    in_except_star: bool,
    /// In the body of a comprehension of this kind.
    comprehension: Option<&'static str>,
    blocks: usize,
}

impl Around {
    fn body_of(function: Function) -> Self {
        Self { function, in_loop: false, in_except_star: false, comprehension: None, blocks: 0 }
    }

    fn block(self) -> Self {
        Self { blocks: self.blocks + 1, ..self }
    }
}

pub fn check(suite: &[Stmt], findings: &mut Findings) {
    statements(suite, Around::body_of(Function::None), findings);
}

fn statements(suite: &[Stmt], around: Around, findings: &mut Findings) {
    suite.iter().for_each(|stmt| statement(stmt, around, findings));
}

fn statement(stmt: &Stmt, around: Around, findings: &mut Findings) {
    if around.blocks > MAX_BLOCKS {
        findings.report(Phase::Code, stmt, "too many statically nested blocks");
        return;
    }
    let mut report = |message: &str| findings.report(Phase::Code, stmt, message);
    match stmt {
        Stmt::Return(_) if around.function == Function::None => report("'return' outside function"),
        Stmt::Return(node) if node.value.is_some() && around.function == Function::AsyncGenerator => {
            report("'return' with value in async generator");
        }
        Stmt::Return(_) | Stmt::Break(_) | Stmt::Continue(_) if around.in_except_star => {
            report("'break', 'continue' and 'return' cannot appear in an except* block");
        }
        Stmt::Break(_) if !around.in_loop => report("'break' outside loop"),
        Stmt::Continue(_) if !around.in_loop => report("'continue' not properly in loop"),
        Stmt::AsyncWith(_) | Stmt::AsyncFor(_)
            if !matches!(around.function, Function::Async | Function::AsyncGenerator) =>
        {
            let what = if matches!(stmt, Stmt::AsyncWith(_)) { "with" } else { "for" };
            report(&format!("'async {what}' outside async function"));
        }
        _ => {}
    }
    let looped = Around { in_loop: true, in_except_star: false, ..around.block() };
    match stmt {
        Stmt::FunctionDef(node) => {
            node.decorator_list.iter().for_each(|expr| expression(expr, around, findings));
            argument_children(&node.args, &mut |child| nested(child, around, findings));
            statements(&node.body, Around::body_of(Function::Plain), findings);
        }
        Stmt::AsyncFunctionDef(node) => {
            node.decorator_list.iter().for_each(|expr| expression(expr, around, findings));
            argument_children(&node.args, &mut |child| nested(child, around, findings));
            let function = if yields(&node.body) { Function::AsyncGenerator } else { Function::Async };
            statements(&node.body, Around::body_of(function), findings);
        }
        Stmt::ClassDef(node) => {
            let heads = node.decorator_list.iter().chain(&node.bases);
            heads
                .chain(node.keywords.iter().map(|k| &k.value))
                .for_each(|expr| expression(expr, around, findings));
            statements(&node.body, Around::body_of(Function::None), findings);
        }
        Stmt::While(node) => {
            expression(&node.test, around, findings);
            statements(&node.body, looped, findings);
            statements(&node.orelse, around, findings);
        }
        Stmt::For(ast::StmtFor { target, iter, body, orelse, .. })
        | Stmt::AsyncFor(ast::StmtAsyncFor { target, iter, body, orelse, .. }) => {
            expression(target, around, findings);
            expression(iter, around, findings);
            statements(body, looped, findings);
            statements(orelse, around, findings);
        }
        Stmt::TryStar(node) => {
            statements(&node.body, around.block(), findings);
            for ast::ExceptHandler::ExceptHandler(handler) in &node.handlers {
                handler.type_.iter().for_each(|expr| expression(expr, around, findings));
                statements(&handler.body, Around { in_except_star: true, ..around.block() }, findings);
            }
            statements(&node.orelse, around, findings);
            statements(&node.finalbody, around, findings);
        }
        Stmt::Try(node) => {
            for handler in node.handlers.iter().rev().skip(1) {
                let ast::ExceptHandler::ExceptHandler(handler) = handler;
                if handler.type_.is_none() {
                    findings.report(Phase::Code, handler, "default 'except:' must be last");
                }
            }
            stmt_children(stmt, &mut |child| nested(child, around.block(), findings));
        }
        Stmt::With(_) | Stmt::AsyncWith(_) => {
            stmt_children(stmt, &mut |child| nested(child, around.block(), findings));
        }
        _ => stmt_children(stmt, &mut |child| nested(child, around, findings)),
    }
}

fn nested(child: Child, around: Around, findings: &mut Findings) {
    match child {
        Child::Expr(expr) => expression(expr, around, findings),
        Child::Suite(suite) => statements(suite, around, findings),
        Child::Pattern(_) => {}
    }
}

fn expression(expr: &Expr, around: Around, findings: &mut Findings) {
    let in_async = matches!(around.function, Function::Async | Function::AsyncGenerator);
    match expr {
        Expr::Yield(_) | Expr::YieldFrom(_) => {
            let what = if matches!(expr, Expr::Yield(_)) { "'yield'" } else { "'yield from'" };
            if let Some(kind) = around.comprehension {
                findings.report(Phase::Symbols, expr, format!("'yield' inside {kind}"));
            } else if around.function == Function::None {
                findings.report(Phase::Code, expr, format!("{what} outside function"));
            } else if in_async && matches!(expr, Expr::YieldFrom(_)) {
                findings.report(Phase::Code, expr, "'yield from' inside async function");
            }
        }
        Expr::Await(_) if around.function == Function::None && around.comprehension.is_none() => {
            findings.report(Phase::Code, expr, "'await' outside function");
        }
        Expr::Await(_) if !in_async && around.comprehension != Some("generator expression") => {
            findings.report(Phase::Code, expr, "'await' outside async function");
        }
        Expr::Lambda(node) => {
            argument_children(&node.args, &mut |child| nested(child, around, findings));
            expression(&node.body, Around::body_of(Function::Plain), findings);
            return;
        }
        Expr::ListComp(node) => {
            return comprehension(
                expr,
                &[&node.elt],
                &node.generators,
                "list comprehension",
                around,
                findings,
            );
        }
        Expr::SetComp(node) => {
            return comprehension(
                expr,
                &[&node.elt],
                &node.generators,
                "set comprehension",
                around,
                findings,
            );
        }
        Expr::DictComp(node) => {
            let parts = [&*node.key, &*node.value];
            return comprehension(expr, &parts, &node.generators, "dict comprehension", around, findings);
        }
        Expr::GeneratorExp(node) => {
            return comprehension(
                expr,
                &[&node.elt],
                &node.generators,
                "generator expression",
                around,
                findings,
            );
        }
        _ => {}
    }
    expr_children(expr, &mut |child| expression(child, around, findings));
}

fn comprehension(
    expr: &Expr,
    parts: &[&Expr],
    generators: &[Comprehension],
    kind: &'static str,
    around: Around,
    findings: &mut Findings,
) {
    let in_async = matches!(around.function, Function::Async | Function::AsyncGenerator);
    let inside = Around { comprehension: Some(kind), ..around };
    if kind != "generator expression" && !in_async && generators.iter().any(|generator| generator.is_async) {
        let message = "asynchronous comprehension outside of an asynchronous function";
        findings.report(Phase::Code, expr, message);
    }
    for (index, generator) in generators.iter().enumerate() {
        // The first iterable is evaluated outside.
        expression(&generator.iter, if index == 0 { around } else { inside }, findings);
        expression(&generator.target, inside, findings);
        generator.ifs.iter().for_each(|test| expression(test, inside, findings));
    }
    parts.iter().for_each(|part| expression(part, inside, findings));
}

/// True if a `yield` of the function itself, not of one inside it, stands in its body.
fn yields(suite: &[Stmt]) -> bool {
    let mut found = false;
    for stmt in suite {
        if matches!(stmt, Stmt::FunctionDef(_) | Stmt::AsyncFunctionDef(_) | Stmt::ClassDef(_)) {
            continue;
        }
        stmt_children(stmt, &mut |child| match child {
            Child::Expr(expr) => each_expr(expr, &mut |expr| found |= matches!(expr, Expr::Yield(_))),
            Child::Suite(suite) => found |= yields(suite),
            Child::Pattern(_) => {}
        });
    }
    found
}

//! The children of syntax nodes, in source order: what a check that looks at every node is built on.

use super::parse::ast::{self, Expr, Pattern, Stmt};

/// A direct child.
#[derive(Clone, Copy)]
pub enum Child<'a> {
    Expr(&'a Expr),
    Suite(&'a [Stmt]),
    Pattern(&'a Pattern),
}

fn all<'a>(exprs: &'a [Expr], f: &mut dyn FnMut(Child<'a>)) {
    exprs.iter().for_each(|expr| f(Child::Expr(expr)));
}

fn boxed<'a>(expr: &'a Option<Box<Expr>>, f: &mut dyn FnMut(Child<'a>)) {
    if let Some(expr) = expr {
        f(Child::Expr(expr));
    }
}

/// Defaults and annotations of parameters: what is evaluated outside the function.
pub fn argument_children<'a>(arguments: &'a ast::Arguments, f: &mut dyn FnMut(Child<'a>)) {
    for argument in parameters(arguments) {
        boxed(&argument.annotation, f);
    }
    for argument in arguments.posonlyargs.iter().chain(&arguments.args).chain(&arguments.kwonlyargs) {
        boxed(&argument.default, f);
    }
}

/// All parameters, in the order of the text.
pub fn parameters(arguments: &ast::Arguments) -> impl Iterator<Item = &ast::Arg> {
    let positional = arguments.posonlyargs.iter().chain(&arguments.args).map(|argument| &argument.def);
    let keyword = arguments.kwonlyargs.iter().map(|argument| &argument.def);
    positional.chain(arguments.vararg.as_deref()).chain(keyword).chain(arguments.kwarg.as_deref())
}

pub fn stmt_children<'a>(stmt: &'a Stmt, f: &mut dyn FnMut(Child<'a>)) {
    match stmt {
        Stmt::FunctionDef(node) => {
            all(&node.decorator_list, f);
            argument_children(&node.args, f);
            boxed(&node.returns, f);
            f(Child::Suite(&node.body));
        }
        Stmt::AsyncFunctionDef(node) => {
            all(&node.decorator_list, f);
            argument_children(&node.args, f);
            boxed(&node.returns, f);
            f(Child::Suite(&node.body));
        }
        Stmt::ClassDef(node) => {
            all(&node.decorator_list, f);
            all(&node.bases, f);
            node.keywords.iter().for_each(|keyword| f(Child::Expr(&keyword.value)));
            f(Child::Suite(&node.body));
        }
        Stmt::Return(node) => boxed(&node.value, f),
        Stmt::Delete(node) => all(&node.targets, f),
        Stmt::Assign(node) => {
            all(&node.targets, f);
            f(Child::Expr(&node.value));
        }
        Stmt::TypeAlias(node) => {
            f(Child::Expr(&node.name));
            f(Child::Expr(&node.value));
        }
        Stmt::AugAssign(node) => {
            f(Child::Expr(&node.target));
            f(Child::Expr(&node.value));
        }
        Stmt::AnnAssign(node) => {
            f(Child::Expr(&node.target));
            f(Child::Expr(&node.annotation));
            boxed(&node.value, f);
        }
        Stmt::For(node) => {
            f(Child::Expr(&node.target));
            f(Child::Expr(&node.iter));
            f(Child::Suite(&node.body));
            f(Child::Suite(&node.orelse));
        }
        Stmt::AsyncFor(node) => {
            f(Child::Expr(&node.target));
            f(Child::Expr(&node.iter));
            f(Child::Suite(&node.body));
            f(Child::Suite(&node.orelse));
        }
        Stmt::While(node) => {
            f(Child::Expr(&node.test));
            f(Child::Suite(&node.body));
            f(Child::Suite(&node.orelse));
        }
        Stmt::If(node) => {
            f(Child::Expr(&node.test));
            f(Child::Suite(&node.body));
            f(Child::Suite(&node.orelse));
        }
        Stmt::With(node) => {
            items(&node.items, f);
            f(Child::Suite(&node.body));
        }
        Stmt::AsyncWith(node) => {
            items(&node.items, f);
            f(Child::Suite(&node.body));
        }
        Stmt::Match(node) => {
            f(Child::Expr(&node.subject));
            for case in &node.cases {
                f(Child::Pattern(&case.pattern));
                boxed(&case.guard, f);
                f(Child::Suite(&case.body));
            }
        }
        Stmt::Raise(node) => {
            boxed(&node.exc, f);
            boxed(&node.cause, f);
        }
        Stmt::Try(node) => {
            f(Child::Suite(&node.body));
            handlers(&node.handlers, f);
            f(Child::Suite(&node.orelse));
            f(Child::Suite(&node.finalbody));
        }
        Stmt::TryStar(node) => {
            f(Child::Suite(&node.body));
            handlers(&node.handlers, f);
            f(Child::Suite(&node.orelse));
            f(Child::Suite(&node.finalbody));
        }
        Stmt::Assert(node) => {
            f(Child::Expr(&node.test));
            boxed(&node.msg, f);
        }
        Stmt::Expr(node) => f(Child::Expr(&node.value)),
        Stmt::Import(_) | Stmt::ImportFrom(_) | Stmt::Global(_) | Stmt::Nonlocal(_) => {}
        Stmt::Pass(_) | Stmt::Break(_) | Stmt::Continue(_) => {}
    }
}

fn items<'a>(items: &'a [ast::WithItem], f: &mut dyn FnMut(Child<'a>)) {
    for item in items {
        f(Child::Expr(&item.context_expr));
        boxed(&item.optional_vars, f);
    }
}

fn handlers<'a>(handlers: &'a [ast::ExceptHandler], f: &mut dyn FnMut(Child<'a>)) {
    for ast::ExceptHandler::ExceptHandler(handler) in handlers {
        boxed(&handler.type_, f);
        f(Child::Suite(&handler.body));
    }
}

pub fn expr_children<'a>(expr: &'a Expr, f: &mut dyn FnMut(&'a Expr)) {
    match expr {
        Expr::BoolOp(node) => node.values.iter().for_each(f),
        Expr::NamedExpr(node) => {
            f(&node.target);
            f(&node.value);
        }
        Expr::BinOp(node) => {
            f(&node.left);
            f(&node.right);
        }
        Expr::UnaryOp(node) => f(&node.operand),
        Expr::Lambda(node) => {
            argument_children(&node.args, &mut |child| {
                if let Child::Expr(expr) = child {
                    f(expr);
                }
            });
            f(&node.body);
        }
        Expr::IfExp(node) => {
            f(&node.body);
            f(&node.test);
            f(&node.orelse);
        }
        Expr::Dict(node) => {
            for (key, value) in node.keys.iter().zip(&node.values) {
                key.iter().for_each(&mut *f);
                f(value);
            }
        }
        Expr::Set(node) => node.elts.iter().for_each(f),
        Expr::ListComp(node) => {
            f(&node.elt);
            generators(&node.generators, f);
        }
        Expr::SetComp(node) => {
            f(&node.elt);
            generators(&node.generators, f);
        }
        Expr::DictComp(node) => {
            f(&node.key);
            f(&node.value);
            generators(&node.generators, f);
        }
        Expr::GeneratorExp(node) => {
            f(&node.elt);
            generators(&node.generators, f);
        }
        Expr::Await(node) => f(&node.value),
        Expr::Yield(node) => node.value.iter().for_each(|value| f(value)),
        Expr::YieldFrom(node) => f(&node.value),
        Expr::Compare(node) => {
            f(&node.left);
            node.comparators.iter().for_each(f);
        }
        Expr::Call(node) => {
            f(&node.func);
            node.args.iter().for_each(&mut *f);
            node.keywords.iter().for_each(|keyword| f(&keyword.value));
        }
        Expr::FormattedValue(node) => {
            f(&node.value);
            node.format_spec.iter().for_each(|spec| f(spec));
        }
        Expr::JoinedStr(node) => node.values.iter().for_each(f),
        Expr::Constant(_) | Expr::Name(_) => {}
        Expr::Attribute(node) => f(&node.value),
        Expr::Subscript(node) => {
            f(&node.value);
            f(&node.slice);
        }
        Expr::Starred(node) => f(&node.value),
        Expr::List(node) => node.elts.iter().for_each(f),
        Expr::Tuple(node) => node.elts.iter().for_each(f),
        Expr::Slice(node) => {
            for part in [&node.lower, &node.upper, &node.step] {
                part.iter().for_each(|part| f(part));
            }
        }
    }
}

fn generators<'a>(generators: &'a [ast::Comprehension], f: &mut dyn FnMut(&'a Expr)) {
    for generator in generators {
        f(&generator.target);
        f(&generator.iter);
        generator.ifs.iter().for_each(&mut *f);
    }
}

/// Calls `f` for every expression in `expr`, itself first.
pub fn each_expr<'a>(expr: &'a Expr, f: &mut dyn FnMut(&'a Expr)) {
    f(expr);
    expr_children(expr, &mut |child| each_expr(child, f));
}

pub fn pattern_children<'a>(pattern: &'a Pattern, f: &mut dyn FnMut(&'a Pattern)) {
    match pattern {
        Pattern::MatchSequence(node) => node.patterns.iter().for_each(f),
        Pattern::MatchMapping(node) => node.patterns.iter().for_each(f),
        Pattern::MatchClass(node) => {
            node.patterns.iter().for_each(&mut *f);
            node.kwd_patterns.iter().for_each(f);
        }
        Pattern::MatchAs(node) => node.pattern.iter().for_each(|pattern| f(pattern)),
        Pattern::MatchOr(node) => node.patterns.iter().for_each(f),
        Pattern::MatchValue(_) | Pattern::MatchSingleton(_) | Pattern::MatchStar(_) => {}
    }
}

/// Some function yields while a `try` or `with` of it is open.
pub fn yields_inside_try(suite: &[Stmt]) -> bool {
    let mut found = false;
    for stmt in suite {
        let opens = matches!(stmt, Stmt::Try(_) | Stmt::TryStar(_) | Stmt::With(_) | Stmt::AsyncWith(_));
        stmt_children(stmt, &mut |child| {
            if let Child::Suite(body) = child {
                found |= opens && yields(body) || yields_inside_try(body);
            }
        });
    }
    found
}

/// Some statement of the body yields, inner functions aside.
fn yields(body: &[Stmt]) -> bool {
    let mut found = false;
    for stmt in body {
        if matches!(stmt, Stmt::FunctionDef(_) | Stmt::AsyncFunctionDef(_) | Stmt::ClassDef(_)) {
            continue;
        }
        stmt_children(stmt, &mut |child| match child {
            Child::Expr(expr) => each_expr(expr, &mut |expr| {
                found |= matches!(expr, Expr::Yield(_) | Expr::YieldFrom(_));
            }),
            Child::Suite(suite) => found |= yields(suite),
            Child::Pattern(_) => {}
        });
    }
    found
}

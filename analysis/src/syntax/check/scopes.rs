//! `global` and `nonlocal` against the other uses of a name in its scope, and names that are given twice.
//!
//! A *scope* is a module, class, function, lambda or comprehension. Each records how it uses each name, in the order of the
//! text; when all are known, every `nonlocal` must find a function around it that binds the name.

use super::{Findings, Phase};
use crate::syntax::{
    parse::ast::{self, Comprehension, Expr, ExprContext, Pattern, Ranged, Stmt, TypeParam},
    walk::{Child, argument_children, expr_children, parameters, pattern_children, stmt_children},
};
use std::collections::BTreeMap;

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Module,
    Class,
    Function,
    Comprehension,
}

/// How a scope uses a name.
#[derive(Clone, Copy, Default)]
struct Uses {
    parameter: bool,
    assigned: bool,
    read: bool,
    annotated: bool,
    imported: bool,
    global: Option<(u32, u32)>,
    nonlocal: Option<(u32, u32)>,
}

struct Scope<'a> {
    kind: Kind,
    parent: Option<usize>,
    names: BTreeMap<&'a str, Uses>,
    /// In the order of the text.
    nonlocals: Vec<(&'a str, u32, u32)>,
}

struct Walk<'a, 'f, 's> {
    scopes: Vec<Scope<'a>>,
    current: usize,
    findings: &'f mut Findings<'s>,
}

pub fn check(suite: &[Stmt], findings: &mut Findings) {
    let mut walk = Walk { scopes: Vec::new(), current: 0, findings };
    walk.inside(Kind::Module, |walk| walk.suite(suite));
    walk.bindings();
}

impl<'a> Walk<'a, '_, '_> {
    fn inside(&mut self, kind: Kind, work: impl FnOnce(&mut Self)) {
        let outer = self.current;
        let parent = (!self.scopes.is_empty()).then_some(outer);
        self.current = self.scopes.len();
        self.scopes.push(Scope { kind, parent, names: BTreeMap::new(), nonlocals: Vec::new() });
        work(self);
        self.current = outer;
    }

    fn uses(&mut self, name: &'a str) -> &mut Uses {
        self.scopes[self.current].names.entry(name).or_default()
    }

    fn suite(&mut self, suite: &'a [Stmt]) {
        suite.iter().for_each(|stmt| self.stmt(stmt));
    }

    fn children(&mut self, stmt: &'a Stmt) {
        stmt_children(stmt, &mut |child| match child {
            Child::Expr(expr) => self.expr(expr),
            Child::Suite(suite) => self.suite(suite),
            Child::Pattern(pattern) => self.pattern(pattern),
        });
    }

    fn stmt(&mut self, stmt: &'a Stmt) {
        match stmt {
            Stmt::FunctionDef(node) => {
                self.uses(&node.name).assigned = true;
                self.function(
                    &node.decorator_list,
                    &node.args,
                    &node.type_params,
                    node.returns.as_deref(),
                    &node.body,
                );
            }
            Stmt::AsyncFunctionDef(node) => {
                self.uses(&node.name).assigned = true;
                self.function(
                    &node.decorator_list,
                    &node.args,
                    &node.type_params,
                    node.returns.as_deref(),
                    &node.body,
                );
            }
            Stmt::ClassDef(node) => {
                self.uses(&node.name).assigned = true;
                let heads = node.decorator_list.iter().chain(&node.bases);
                heads.chain(node.keywords.iter().map(|k| &k.value)).for_each(|expr| self.expr(expr));
                self.type_parameters(&node.type_params);
                self.inside(Kind::Class, |walk| walk.suite(&node.body));
            }
            Stmt::TypeAlias(node) => {
                self.expr(&node.name);
                self.type_parameters(&node.type_params);
            }
            Stmt::AnnAssign(node) => {
                if let Expr::Name(name) = &*node.target {
                    let at_module_level = self.scopes[self.current].kind == Kind::Module;
                    let uses = self.uses(&name.id);
                    let word = match (uses.global, uses.nonlocal) {
                        _ if at_module_level => None,
                        (Some(_), _) => Some("global"),
                        (_, Some(_)) => Some("nonlocal"),
                        _ => None,
                    };
                    uses.annotated = true;
                    uses.assigned |= node.value.is_some();
                    if let Some(word) = word {
                        let message = format!("annotated name '{}' can't be {word}", name.id);
                        self.findings.report(Phase::Symbols, stmt, message);
                    }
                } else {
                    self.expr(&node.target);
                }
                self.expr(&node.annotation);
                node.value.iter().for_each(|value| self.expr(value));
            }
            Stmt::Import(node) => {
                for alias in &node.names {
                    let name = alias.asname.as_ref().unwrap_or(&alias.name).as_str();
                    self.uses(name.split('.').next().unwrap_or_default()).imported = true;
                }
            }
            Stmt::ImportFrom(node) => {
                for alias in &node.names {
                    if alias.name.as_str() == "*" {
                        if self.scopes[self.current].kind != Kind::Module {
                            self.findings.report(
                                Phase::Symbols,
                                stmt,
                                "import * only allowed at module level",
                            );
                        }
                        continue;
                    }
                    self.uses(alias.asname.as_ref().unwrap_or(&alias.name)).imported = true;
                }
            }
            Stmt::Global(node) => node.names.iter().for_each(|name| self.declare(stmt, name, "global")),
            Stmt::Nonlocal(node) => {
                if self.scopes[self.current].kind == Kind::Module {
                    let message = "nonlocal declaration not allowed at module level";
                    self.findings.report(Phase::Symbols, stmt, message);
                    return;
                }
                node.names.iter().for_each(|name| self.declare(stmt, name, "nonlocal"));
            }
            Stmt::Try(node) => {
                self.handler_names(&node.handlers);
                self.children(stmt);
            }
            Stmt::TryStar(node) => {
                self.handler_names(&node.handlers);
                self.children(stmt);
            }
            _ => self.children(stmt),
        }
    }

    fn handler_names(&mut self, handlers: &'a [ast::ExceptHandler]) {
        for ast::ExceptHandler::ExceptHandler(handler) in handlers {
            if let Some(name) = &handler.name {
                self.uses(name).assigned = true;
            }
        }
    }

    fn declare(&mut self, stmt: &Stmt, name: &'a str, word: &str) {
        let (start, end) = (stmt.range().start().to_u32(), stmt.range().end().to_u32());
        let uses = *self.uses(name);
        let message = if uses.parameter {
            Some(format!("name '{name}' is parameter and {word}"))
        } else if uses.read {
            Some(format!("name '{name}' is used prior to {word} declaration"))
        } else if uses.annotated {
            Some(format!("annotated name '{name}' can't be {word}"))
        } else if uses.assigned {
            Some(format!("name '{name}' is assigned to before {word} declaration"))
        } else {
            None
        };
        if let Some(message) = message {
            self.findings.report(Phase::Symbols, stmt, message);
        }
        if word == "global" {
            self.uses(name).global.get_or_insert((start, end));
        } else {
            self.uses(name).nonlocal.get_or_insert((start, end));
            self.scopes[self.current].nonlocals.push((name, start, end));
        }
    }

    fn function(
        &mut self,
        decorators: &'a [Expr],
        arguments: &'a ast::Arguments,
        type_parameters: &'a [TypeParam],
        returns: Option<&'a Expr>,
        body: &'a [Stmt],
    ) {
        decorators.iter().for_each(|expr| self.expr(expr));
        self.type_parameters(type_parameters);
        argument_children(arguments, &mut |child| {
            if let Child::Expr(expr) = child {
                self.expr(expr);
            }
        });
        returns.into_iter().for_each(|expr| self.expr(expr));
        self.inside(Kind::Function, |walk| {
            walk.parameters(arguments);
            walk.suite(body);
        });
    }

    fn parameters(&mut self, arguments: &'a ast::Arguments) {
        for parameter in parameters(arguments) {
            let uses = self.uses(&parameter.arg);
            if std::mem::replace(&mut uses.parameter, true) {
                let message = format!("duplicate argument '{}' in function definition", parameter.arg);
                self.findings.report(Phase::Symbols, parameter, message);
            }
        }
    }

    fn type_parameters(&mut self, parameters: &[TypeParam]) {
        let mut seen = Vec::new();
        for parameter in parameters {
            let name = match parameter {
                TypeParam::TypeVar(node) => &node.name,
                TypeParam::ParamSpec(node) => &node.name,
                TypeParam::TypeVarTuple(node) => &node.name,
            };
            if seen.contains(&name) {
                self.findings.report(Phase::Symbols, parameter, format!("duplicate type parameter '{name}'"));
            }
            seen.push(name);
        }
    }

    fn expr(&mut self, expr: &'a Expr) {
        match expr {
            Expr::Name(node) => match node.ctx {
                ExprContext::Load => self.uses(&node.id).read = true,
                ExprContext::Store | ExprContext::Del => self.uses(&node.id).assigned = true,
            },
            Expr::NamedExpr(node) => {
                self.expr(&node.value);
                if let Expr::Name(name) = &*node.target {
                    // It binds in the function around the comprehensions.
                    let mut scope = self.current;
                    while self.scopes[scope].kind == Kind::Comprehension {
                        scope = self.scopes[scope].parent.unwrap_or(0);
                    }
                    self.scopes[scope].names.entry(&name.id).or_default().assigned = true;
                }
            }
            Expr::Lambda(node) => {
                argument_children(&node.args, &mut |child| {
                    if let Child::Expr(expr) = child {
                        self.expr(expr);
                    }
                });
                self.inside(Kind::Function, |walk| {
                    walk.parameters(&node.args);
                    walk.expr(&node.body);
                });
            }
            Expr::ListComp(node) => self.comprehension(&[&node.elt], &node.generators),
            Expr::SetComp(node) => self.comprehension(&[&node.elt], &node.generators),
            Expr::DictComp(node) => self.comprehension(&[&node.key, &node.value], &node.generators),
            Expr::GeneratorExp(node) => self.comprehension(&[&node.elt], &node.generators),
            _ => expr_children(expr, &mut |child| self.expr(child)),
        }
    }

    fn comprehension(&mut self, parts: &[&'a Expr], generators: &'a [Comprehension]) {
        self.expr(&generators[0].iter);
        self.inside(Kind::Comprehension, |walk| {
            for (index, generator) in generators.iter().enumerate() {
                walk.expr(&generator.target);
                if index > 0 {
                    walk.expr(&generator.iter);
                }
                generator.ifs.iter().for_each(|test| walk.expr(test));
            }
            parts.iter().for_each(|part| walk.expr(part));
        });
    }

    fn pattern(&mut self, pattern: &'a Pattern) {
        let name = match pattern {
            Pattern::MatchAs(node) => node.name.as_ref(),
            Pattern::MatchStar(node) => node.name.as_ref(),
            Pattern::MatchMapping(node) => {
                node.keys.iter().for_each(|key| self.expr(key));
                node.rest.as_ref()
            }
            Pattern::MatchValue(node) => {
                self.expr(&node.value);
                None
            }
            Pattern::MatchClass(node) => {
                self.expr(&node.cls);
                None
            }
            _ => None,
        };
        if let Some(name) = name {
            self.uses(name).assigned = true;
        }
        pattern_children(pattern, &mut |child| self.pattern(child));
    }

    /// Every `nonlocal` needs a function around it that binds the name.
    fn bindings(&mut self) {
        for scope in &self.scopes {
            for &(name, start, end) in &scope.nonlocals {
                if let Some((start, end)) = scope.names[name].global {
                    let message = format!("name '{name}' is nonlocal and global");
                    self.findings.report_at(Phase::Binding, start, end, message);
                } else if !self.bound_around(scope, name) {
                    let message = format!("no binding for nonlocal '{name}' found");
                    self.findings.report_at(Phase::Binding, start, end, message);
                }
            }
        }
    }

    fn bound_around(&self, scope: &Scope, name: &str) -> bool {
        let mut around = scope.parent;
        while let Some(index) = around {
            let scope = &self.scopes[index];
            if scope.kind == Kind::Function
                && let Some(uses) = scope.names.get(name)
                && uses.global.is_none()
                && (uses.parameter
                    || uses.assigned
                    || uses.annotated
                    || uses.imported
                    || uses.nonlocal.is_some())
            {
                return true;
            }
            around = scope.parent;
        }
        false
    }
}

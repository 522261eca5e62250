//! Writes down what each scope binds, mentions and declares: CPython's symbol table pass.

use super::{
    mangle::mangle,
    resolve::CLASS_NAMESPACE,
    tree::{NodeKey, Part, Scope, ScopeId, ScopeKind, ScopeTree},
};
use crate::syntax::ast::{self, Expr, Stmt};

pub(super) fn collect(suite: &[Stmt]) -> ScopeTree {
    let mut collector = Collector {
        tree: ScopeTree::default(),
        current: ScopeTree::MODULE,
        lazy_annotations: has_future_annotations(suite),
    };
    collector.tree.scopes.push(Scope::new(ScopeKind::Module, None, None));
    collector.body(suite);
    collector.tree
}

fn has_future_annotations(suite: &[Stmt]) -> bool {
    suite.iter().any(|stmt| match stmt {
        Stmt::ImportFrom(import) => {
            import.module.as_ref().is_some_and(|m| m == "__future__")
                && import.names.iter().any(|alias| &alias.name == "annotations")
        }
        _ => false,
    })
}

struct Collector {
    tree: ScopeTree,
    current: ScopeId,
    /// `from __future__ import annotations`: annotations are strings, their names mean nothing.
    lazy_annotations: bool,
}

impl Collector {
    fn scope(&mut self) -> &mut Scope {
        &mut self.tree.scopes[self.current]
    }

    fn mangled(&self, name: &str) -> String {
        mangle(self.tree.scopes[self.current].private_class.as_deref(), name).into_owned()
    }

    /// Runs `inside` in a new scope.
    fn within(&mut self, kind: ScopeKind, key: NodeKey, inside: impl FnOnce(&mut Self)) {
        let private = self.tree.scopes[self.current].private_class.clone();
        self.within_class(kind, key, private, inside);
    }

    fn within_class(
        &mut self,
        kind: ScopeKind,
        key: NodeKey,
        private_class: Option<String>,
        inside: impl FnOnce(&mut Self),
    ) {
        let outer = self.current;
        let id = self.tree.scopes.push(Scope::new(kind, Some(outer), private_class));
        self.tree.scopes[outer].children.push(id);
        self.tree.by_node.insert(key, id);
        self.current = id;
        inside(self);
        self.current = outer;
    }

    fn mention(&mut self, name: &str) {
        let name = self.mangled(name);
        // Names that type parameters do not bind mean what they mean around them.
        let mut at = self.current;
        while self.tree.scopes[at].kind == ScopeKind::TypeParams && self.tree.scopes[at].name(&name).is_none()
        {
            at = self.tree.scopes[at].parent.expect("type parameters stand in a scope");
        }
        self.tree.scopes[at].name_mut(&name);
        let scope = &self.tree.scopes[at];
        if name == "super" && scope.is_function_like() {
            self.tree.scopes[at].name_mut("__class__");
        }
        if self.tree.scopes[at].kind == ScopeKind::Lazy {
            let around = self.tree.scopes[at].parent.expect("inside a module");
            if self.enclosing_class(around) {
                self.tree.scopes[at].name_mut(CLASS_NAMESPACE);
            }
        }
    }

    /// `id` is a class body, type parameters that stand in one included.
    fn enclosing_class(&self, mut id: ScopeId) -> bool {
        while self.tree.scopes[id].kind == ScopeKind::TypeParams {
            id = self.tree.scopes[id].parent.expect("inside a module");
        }
        self.tree.scopes[id].kind == ScopeKind::Class
    }

    fn bind(&mut self, name: &str) {
        let name = self.mangled(name);
        let mut at = self.current;
        while self.tree.scopes[at].kind == ScopeKind::TypeParams {
            at = self.tree.scopes[at].parent.expect("inside a module");
        }
        self.tree.scopes[at].name_mut(&name).is_bound = true;
    }

    /// The target of `:=` belongs to the scope around all comprehensions and generator expressions.
    fn bind_walrus(&mut self, name: &str) {
        let name = self.mangled(name);
        let mut at = self.current;
        let mut passed = Vec::new();
        while matches!(
            self.tree.scopes[at].kind,
            ScopeKind::Comprehension | ScopeKind::Generator | ScopeKind::TypeParams
        ) {
            self.tree.scopes[at].has_walrus = true;
            if self.tree.scopes[at].kind != ScopeKind::TypeParams {
                passed.push(at);
            }
            at = self.tree.scopes[at].parent.expect("inside a module");
        }
        let owner = &mut self.tree.scopes[at];
        owner.has_walrus = true;
        let is_module = owner.kind == ScopeKind::Module;
        let info = owner.name_mut(&name);
        info.is_bound = true;
        let global = is_module || info.declared_global;
        for scope in passed {
            let info = self.tree.scopes[scope].name_mut(&name);
            info.is_bound = true;
            if global {
                info.declared_global = true;
            } else {
                info.declared_nonlocal = true;
            }
        }
    }

    fn body(&mut self, body: &[Stmt]) {
        for stmt in body {
            self.stmt(stmt);
        }
    }

    fn stmt(&mut self, stmt: &Stmt) {
        match stmt {
            Stmt::FunctionDef(def) => self.function(
                def,
                &def.name,
                &def.args,
                &def.body,
                &def.decorator_list,
                def.returns.as_deref(),
                &def.type_params,
            ),
            Stmt::AsyncFunctionDef(def) => self.function(
                def,
                &def.name,
                &def.args,
                &def.body,
                &def.decorator_list,
                def.returns.as_deref(),
                &def.type_params,
            ),
            Stmt::ClassDef(def) => self.class(def),
            Stmt::Return(s) => self.maybe(s.value.as_deref()),
            Stmt::Delete(s) => self.exprs(&s.targets),
            Stmt::Assign(s) => {
                self.expr(&s.value);
                self.exprs(&s.targets);
            }
            Stmt::TypeAlias(s) => self.type_alias(s),
            Stmt::AugAssign(s) => {
                self.expr(&s.target);
                self.expr(&s.value);
            }
            Stmt::AnnAssign(s) => self.annotated_assignment(s),
            Stmt::For(s) => {
                self.expr(&s.iter);
                self.expr(&s.target);
                self.body(&s.body);
                self.body(&s.orelse);
            }
            Stmt::AsyncFor(s) => {
                self.expr(&s.iter);
                self.expr(&s.target);
                self.body(&s.body);
                self.body(&s.orelse);
            }
            Stmt::While(s) => {
                self.expr(&s.test);
                self.body(&s.body);
                self.body(&s.orelse);
            }
            Stmt::If(s) => {
                self.expr(&s.test);
                self.body(&s.body);
                self.body(&s.orelse);
            }
            Stmt::With(s) => self.with(&s.items, &s.body),
            Stmt::AsyncWith(s) => self.with(&s.items, &s.body),
            Stmt::Match(s) => {
                self.expr(&s.subject);
                for case in &s.cases {
                    self.pattern(&case.pattern);
                    self.maybe(case.guard.as_deref());
                    self.body(&case.body);
                }
            }
            Stmt::Raise(s) => {
                self.maybe(s.exc.as_deref());
                self.maybe(s.cause.as_deref());
            }
            Stmt::Try(s) => self.try_statement(&s.body, &s.handlers, &s.orelse, &s.finalbody),
            Stmt::TryStar(s) => self.try_statement(&s.body, &s.handlers, &s.orelse, &s.finalbody),
            Stmt::Assert(s) => {
                self.expr(&s.test);
                self.maybe(s.msg.as_deref());
            }
            Stmt::Import(s) => {
                for alias in &s.names {
                    let name = alias.asname.as_ref().unwrap_or(&alias.name);
                    self.bind(name.split('.').next().unwrap_or(name));
                }
            }
            Stmt::ImportFrom(s) => {
                for alias in &s.names {
                    if &alias.name == "*" {
                        self.scope().imports_star = true;
                    } else {
                        self.bind(alias.asname.as_ref().unwrap_or(&alias.name));
                    }
                }
            }
            Stmt::Global(s) => {
                for name in &s.names {
                    let name = self.mangled(name);
                    self.scope().name_mut(&name).declared_global = true;
                }
            }
            Stmt::Nonlocal(s) => {
                for name in &s.names {
                    let name = self.mangled(name);
                    self.scope().name_mut(&name).declared_nonlocal = true;
                }
            }
            Stmt::Expr(s) => self.expr(&s.value),
            Stmt::Pass(_) | Stmt::Break(_) | Stmt::Continue(_) => {}
        }
    }

    #[allow(clippy::too_many_arguments)]
    fn function<T>(
        &mut self,
        node: &T,
        name: &str,
        args: &ast::Arguments,
        body: &[Stmt],
        decorators: &[Expr],
        returns: Option<&Expr>,
        type_params: &[ast::TypeParam],
    ) {
        self.exprs(decorators);
        self.defaults(args);
        self.bind(name);
        self.type_params(node, type_params, |this| {
            if has_annotations(args, returns) {
                this.within(ScopeKind::Lazy, NodeKey::of(node, Part::Lazy), |this| {
                    if !this.lazy_annotations {
                        for annotation in annotations(args, returns) {
                            this.expr(annotation);
                        }
                    }
                });
            }
            this.within(ScopeKind::Function, NodeKey::of(node, Part::Body), |this| {
                this.params(args);
                this.body(body);
            });
        });
    }

    fn class(&mut self, def: &ast::StmtClassDef) {
        self.exprs(&def.decorator_list);
        self.bind(&def.name);
        self.type_params(def, &def.type_params, |this| {
            this.exprs(&def.bases);
            for keyword in &def.keywords {
                this.expr(&keyword.value);
            }
            let private = Some(def.name.to_string());
            this.within_class(ScopeKind::Class, NodeKey::of(def, Part::Body), private, |this| {
                for name in ["__module__", "__qualname__"] {
                    this.scope().name_mut(name).is_bound = true;
                }
                this.body(&def.body);
            });
        });
    }

    fn type_alias(&mut self, alias: &ast::StmtTypeAlias) {
        self.expr(&alias.name);
        self.type_params(alias, &alias.type_params, |this| {
            this.within(ScopeKind::Lazy, NodeKey::of(alias, Part::Lazy), |this| {
                this.expr(&alias.value);
            });
        });
    }

    /// `inside` sees the type parameters; without any there is no scope for them.
    fn type_params<T>(&mut self, node: &T, params: &[ast::TypeParam], inside: impl FnOnce(&mut Self)) {
        if params.is_empty() {
            return inside(self);
        }
        self.within(ScopeKind::TypeParams, NodeKey::of(node, Part::TypeParams), |this| {
            for param in params {
                let name = match param {
                    ast::TypeParam::TypeVar(p) => &p.name,
                    ast::TypeParam::ParamSpec(p) => &p.name,
                    ast::TypeParam::TypeVarTuple(p) => &p.name,
                };
                let name = this.mangled(name);
                this.scope().name_mut(&name).is_bound = true;
            }
            inside(this);
        });
    }

    fn annotated_assignment(&mut self, s: &ast::StmtAnnAssign) {
        let in_function = self.tree.scopes[self.current].is_function_like();
        if !in_function && s.simple {
            self.scope().has_annotations = true;
            self.scope().name_mut("__annotations__").is_bound = true;
        }
        self.maybe(s.value.as_deref());
        self.expr(&s.target);
        if !in_function && !self.lazy_annotations {
            self.expr(&s.annotation);
        }
    }

    fn with(&mut self, items: &[ast::WithItem], body: &[Stmt]) {
        for item in items {
            self.expr(&item.context_expr);
            self.maybe(item.optional_vars.as_deref());
        }
        self.body(body);
    }

    fn try_statement(
        &mut self,
        body: &[Stmt],
        handlers: &[ast::ExceptHandler],
        orelse: &[Stmt],
        finalbody: &[Stmt],
    ) {
        self.body(body);
        for handler in handlers {
            let ast::ExceptHandler::ExceptHandler(handler) = handler;
            self.maybe(handler.type_.as_deref());
            if let Some(name) = &handler.name {
                self.bind(name);
            }
            self.body(&handler.body);
        }
        self.body(orelse);
        self.body(finalbody);
    }

    fn pattern(&mut self, pattern: &ast::Pattern) {
        match pattern {
            ast::Pattern::MatchValue(p) => self.expr(&p.value),
            ast::Pattern::MatchSingleton(_) => {}
            ast::Pattern::MatchSequence(p) => p.patterns.iter().for_each(|p| self.pattern(p)),
            ast::Pattern::MatchMapping(p) => {
                self.exprs(&p.keys);
                p.patterns.iter().for_each(|p| self.pattern(p));
                if let Some(rest) = &p.rest {
                    self.bind(rest);
                }
            }
            ast::Pattern::MatchClass(p) => {
                self.expr(&p.cls);
                p.patterns.iter().chain(&p.kwd_patterns).for_each(|p| self.pattern(p));
            }
            ast::Pattern::MatchStar(p) => {
                if let Some(name) = &p.name {
                    self.bind(name);
                }
            }
            ast::Pattern::MatchAs(p) => {
                if let Some(pattern) = &p.pattern {
                    self.pattern(pattern);
                }
                if let Some(name) = &p.name {
                    self.bind(name);
                }
            }
            ast::Pattern::MatchOr(p) => p.patterns.iter().for_each(|p| self.pattern(p)),
        }
    }

    fn defaults(&mut self, args: &ast::Arguments) {
        for arg in args.posonlyargs.iter().chain(&args.args).chain(&args.kwonlyargs) {
            self.maybe(arg.default.as_deref());
        }
    }

    fn params(&mut self, args: &ast::Arguments) {
        let plain = args.posonlyargs.iter().chain(&args.args).chain(&args.kwonlyargs);
        let names: Vec<String> = plain
            .map(|arg| &arg.def)
            .chain(args.vararg.as_deref())
            .chain(args.kwarg.as_deref())
            .map(|arg| self.mangled(&arg.arg))
            .collect();
        for name in names {
            let info = self.scope().name_mut(&name);
            info.is_bound = true;
            info.is_param = true;
        }
    }

    fn exprs(&mut self, exprs: &[Expr]) {
        for expr in exprs {
            self.expr(expr);
        }
    }

    fn maybe(&mut self, expr: Option<&Expr>) {
        if let Some(expr) = expr {
            self.expr(expr);
        }
    }

    fn expr(&mut self, expr: &Expr) {
        match expr {
            Expr::BoolOp(e) => self.exprs(&e.values),
            Expr::NamedExpr(e) => {
                self.expr(&e.value);
                if let Expr::Name(name) = &*e.target {
                    self.bind_walrus(&name.id);
                }
            }
            Expr::BinOp(e) => {
                self.expr(&e.left);
                self.expr(&e.right);
            }
            Expr::UnaryOp(e) => self.expr(&e.operand),
            Expr::Lambda(e) => {
                self.defaults(&e.args);
                self.within(ScopeKind::Lambda, NodeKey::of(e, Part::Body), |this| {
                    this.params(&e.args);
                    this.expr(&e.body);
                });
            }
            Expr::IfExp(e) => {
                self.expr(&e.test);
                self.expr(&e.body);
                self.expr(&e.orelse);
            }
            Expr::Dict(e) => {
                e.keys.iter().flatten().for_each(|key| self.expr(key));
                self.exprs(&e.values);
            }
            Expr::Set(e) => self.exprs(&e.elts),
            Expr::ListComp(e) => {
                let key = NodeKey::of(e, Part::Body);
                self.comprehension(ScopeKind::Comprehension, key, &[&e.elt], &e.generators);
            }
            Expr::SetComp(e) => {
                let key = NodeKey::of(e, Part::Body);
                self.comprehension(ScopeKind::Comprehension, key, &[&e.elt], &e.generators);
            }
            Expr::DictComp(e) => {
                let key = NodeKey::of(e, Part::Body);
                let parts = [&*e.key, &*e.value];
                self.comprehension(ScopeKind::Comprehension, key, &parts, &e.generators);
            }
            Expr::GeneratorExp(e) => {
                let key = NodeKey::of(e, Part::Body);
                self.comprehension(ScopeKind::Generator, key, &[&e.elt], &e.generators);
            }
            Expr::Await(e) => self.expr(&e.value),
            Expr::Yield(e) => {
                self.scope().is_generator = true;
                self.maybe(e.value.as_deref());
            }
            Expr::YieldFrom(e) => {
                self.scope().is_generator = true;
                self.expr(&e.value);
            }
            Expr::Compare(e) => {
                self.expr(&e.left);
                self.exprs(&e.comparators);
            }
            Expr::Call(e) => {
                self.expr(&e.func);
                self.exprs(&e.args);
                e.keywords.iter().for_each(|k| self.expr(&k.value));
            }
            Expr::FormattedValue(e) => {
                self.expr(&e.value);
                self.maybe(e.format_spec.as_deref());
            }
            Expr::JoinedStr(e) => self.exprs(&e.values),
            Expr::Constant(_) => {}
            Expr::Attribute(e) => self.expr(&e.value),
            Expr::Subscript(e) => {
                self.expr(&e.value);
                self.expr(&e.slice);
            }
            Expr::Starred(e) => self.expr(&e.value),
            Expr::Name(e) => match e.ctx {
                ast::ExprContext::Load => self.mention(&e.id),
                ast::ExprContext::Store | ast::ExprContext::Del => self.bind(&e.id),
            },
            Expr::List(e) => self.exprs(&e.elts),
            Expr::Tuple(e) => self.exprs(&e.elts),
            Expr::Slice(e) => {
                self.maybe(e.lower.as_deref());
                self.maybe(e.upper.as_deref());
                self.maybe(e.step.as_deref());
            }
        }
    }

    /// The outermost iterable is evaluated around the comprehension, all else inside.
    fn comprehension(
        &mut self,
        kind: ScopeKind,
        key: NodeKey,
        elements: &[&Expr],
        generators: &[ast::Comprehension],
    ) {
        self.expr(&generators[0].iter);
        self.within(kind, key, |this| {
            if kind == ScopeKind::Generator {
                this.scope().is_generator = true;
                let info = this.scope().name_mut(".0");
                info.is_bound = true;
                info.is_param = true;
            }
            for (at, generator) in generators.iter().enumerate() {
                if at > 0 {
                    this.expr(&generator.iter);
                }
                this.expr(&generator.target);
                this.exprs(&generator.ifs);
            }
            for element in elements {
                this.expr(element);
            }
        });
    }
}

fn has_annotations(args: &ast::Arguments, returns: Option<&Expr>) -> bool {
    annotations(args, returns).next().is_some()
}

/// The annotation expressions of a signature, in CPython's order.
fn annotations<'a>(args: &'a ast::Arguments, returns: Option<&'a Expr>) -> impl Iterator<Item = &'a Expr> {
    let plain = args.posonlyargs.iter().chain(&args.args).map(|a| &a.def);
    plain
        .chain(args.vararg.as_deref())
        .chain(args.kwonlyargs.iter().map(|a| &a.def))
        .chain(args.kwarg.as_deref())
        .filter_map(|arg| arg.annotation.as_deref())
        .chain(returns)
}

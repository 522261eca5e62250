//! `def`, `lambda`, type aliases and type parameters; what every inner function has in common.

use super::{
    body::Body,
    module::{blank_function, docstring},
};
use crate::{
    hir::{
        Const, Function, FunctionId, FunctionKind, Method, Op, Param, ParamKind, Place, Symbol, Var, VarId,
        VarKind,
    },
    modules::generated_in,
    scopes::{NodeKey, Part, Resolution, ScopeId, ScopeKind},
    source::{FileId, Span},
    syntax::ast::{self, Expr, Ranged, Stmt},
};

/// The parts that `def` and `async def` share.
struct Definition<'a> {
    lazy: NodeKey,
    body_key: NodeKey,
    type_params_key: NodeKey,
    span: Span,
    name: &'a str,
    args: &'a ast::Arguments,
    body: &'a [Stmt],
    decorators: &'a [Expr],
    returns: Option<&'a Expr>,
    type_params: &'a [ast::TypeParam],
    is_async: bool,
    is_generated: bool,
}

impl<'a> Body<'_, 'a> {
    pub fn function_definition(&mut self, def: &'a ast::StmtFunctionDef) {
        let Some(file) = generated_in(def) else { return self.plain_definition(def) };
        let file = FileId::new(file);
        let text = self.module.sources.file(file);
        let own = (self.module.file, self.module.source);
        (self.module.file, self.module.source) = (file, text);
        self.plain_definition(def);
        (self.module.file, self.module.source) = own;
    }

    fn plain_definition(&mut self, def: &'a ast::StmtFunctionDef) {
        self.define_function(Definition {
            lazy: NodeKey::of(def, Part::Lazy),
            body_key: NodeKey::of(def, Part::Body),
            type_params_key: NodeKey::of(def, Part::TypeParams),
            span: self.definition_span(def, &def.decorator_list),
            name: &def.name,
            args: &def.args,
            body: &def.body,
            decorators: &def.decorator_list,
            returns: def.returns.as_deref(),
            type_params: &def.type_params,
            is_async: false,
            is_generated: generated_in(def).is_some(),
        });
    }

    pub fn async_function_definition(&mut self, def: &'a ast::StmtAsyncFunctionDef) {
        self.define_function(Definition {
            lazy: NodeKey::of(def, Part::Lazy),
            body_key: NodeKey::of(def, Part::Body),
            type_params_key: NodeKey::of(def, Part::TypeParams),
            span: self.definition_span(def, &def.decorator_list),
            name: &def.name,
            args: &def.args,
            body: &def.body,
            decorators: &def.decorator_list,
            returns: def.returns.as_deref(),
            type_params: &def.type_params,
            is_async: true,
            is_generated: false,
        });
    }

    /// From `def` or `class` on, without the decorators.
    pub fn definition_span(&self, node: &impl Ranged, decorators: &[Expr]) -> Span {
        let mut span = self.span(node);
        let Some(last) = decorators.last() else {
            return span;
        };
        let after = last.range().end().to_u32();
        if after > span.start {
            let text = &self.module.source.text[after as usize..span.end as usize];
            let mut at = after;
            let mut rest = text;
            loop {
                let line_end = rest.find('\n').map_or(rest.len(), |n| n + 1);
                at += line_end as u32;
                rest = &rest[line_end..];
                let trimmed = rest.trim_start_matches([' ', '\t']);
                if rest.is_empty() {
                    break;
                }
                if !trimmed.starts_with('#') && !trimmed.starts_with('\n') {
                    at += (rest.len() - trimmed.len()) as u32;
                    break;
                }
            }
            span.start = at.min(span.end);
        }
        span
    }

    fn define_function(&mut self, def: Definition<'a>) {
        let place = self.place_of(def.span, None);
        let decorators = self.decorators(def.decorators);
        let (defaults, kwdefaults) = self.defaults(def.args);
        let outer_scope = self.scope;
        let type_params = self.type_params(def.type_params_key, def.type_params, place);
        let annotations = self.annotations_function(&def, place);
        let scope = self.scope_of(def.body_key);
        let is_method = matches!(self.function.kind, FunctionKind::ClassBody(_))
            && self.module.tree[self.root].kind == ScopeKind::Class;
        let function = match self.module.functions.get(&scope) {
            Some(&function) => function,
            None => {
                let name = self.symbol(def.name);
                let mut blank = blank_function(name, self.module.id, FunctionKind::Def, def.span);
                blank.qualname = self.inner_qualname(def.name);
                let first = def.decorators.first().map_or(def.span.start, |d| d.range().start().to_u32());
                blank.first_line = self.module.source.line(first);
                blank.parent = Some(self.id);
                blank.doc = docstring(def.body);
                blank.is_async = def.is_async;
                blank.is_generated = def.is_generated;
                let is_frozen = |doc: &std::sync::Arc<str>| doc.ends_with(";frozen");
                blank.thaws = def.is_generated && blank.doc.as_ref().is_some_and(is_frozen);
                if let FunctionKind::ClassBody(class) = self.function.kind {
                    blank.class = Some(class);
                }
                self.define(scope, blank, |inner| {
                    inner.params(def.args);
                    inner.make_cells(scope, place);
                    if def.is_async {
                        inner.no_async(place);
                    } else {
                        inner.statements(def.body);
                    }
                    inner.return_none(place);
                })
            }
        };
        if let (true, FunctionKind::ClassBody(class)) = (is_method, self.function.kind) {
            let name = self.mangled_symbol(def.name);
            self.module.program.classes[class].methods.push(Method {
                name,
                function,
                is_decorated: !def.decorators.is_empty(),
            });
        }
        let closure = self.closure(scope);
        let op = Op::MakeFunction { function, defaults, kwdefaults, closure, annotations };
        let value = self.emit(op, place);
        if let Some(params) = type_params {
            let name = self.symbol("__type_params__");
            self.run(Op::SetAttr { object: value, name, value: params }, place);
        }
        self.scope = outer_scope;
        let value = self.decorate(decorators, value);
        self.store_name(def.name, value, place);
    }

    pub fn decorators(&mut self, decorators: &'a [Expr]) -> Vec<(VarId, Place)> {
        let mut found = Vec::new();
        for decorator in decorators {
            found.push((self.expr(decorator), self.place(decorator)));
        }
        found
    }

    pub fn decorate(&mut self, decorators: Vec<(VarId, Place)>, mut value: VarId) -> VarId {
        for (callee, place) in decorators.into_iter().rev() {
            let op = Op::Call { callee, args: vec![value], kwargs: Vec::new() };
            value = self.emit(op, place);
        }
        value
    }

    fn defaults(&mut self, args: &'a ast::Arguments) -> (Vec<VarId>, Vec<(Symbol, VarId)>) {
        let mut defaults = Vec::new();
        for arg in args.posonlyargs.iter().chain(&args.args) {
            if let Some(default) = &arg.default {
                defaults.push(self.expr(default));
            }
        }
        let mut kwdefaults = Vec::new();
        for arg in &args.kwonlyargs {
            if let Some(default) = &arg.default {
                let name = self.mangled_symbol(&arg.def.arg);
                kwdefaults.push((name, self.expr(default)));
            }
        }
        (defaults, kwdefaults)
    }

    fn params(&mut self, args: &ast::Arguments) {
        let mut found: Vec<(&ast::Arg, ParamKind, bool)> = Vec::new();
        for (list, kind) in [
            (&args.posonlyargs, ParamKind::PositionalOnly),
            (&args.args, ParamKind::PositionalOrKeyword),
            (&args.kwonlyargs, ParamKind::KeywordOnly),
        ] {
            for arg in list {
                found.push((&arg.def, kind, arg.default.is_some()));
            }
        }
        if let Some(arg) = &args.vararg {
            found.push((arg, ParamKind::Args, false));
        }
        if let Some(arg) = &args.kwarg {
            found.push((arg, ParamKind::Kwargs, false));
        }
        for (arg, kind, has_default) in found {
            let name = self.mangled_symbol(&arg.arg);
            let text = self.module.program.names[name].to_owned();
            let resolution = self.module.tree[self.root].name(&text).map(|i| i.resolution);
            let var = if resolution == Some(Resolution::Cell) {
                // The name means the cell; the argument itself is read once, to fill it.
                self.function.vars.push(Var {
                    name: Some(name),
                    kind: VarKind::Local,
                    is_free: false,
                    maybe_unbound: false,
                })
            } else {
                self.named_var(self.root, name, VarKind::Local)
            };
            self.function.params.push(Param { name, kind, var, has_default });
        }
    }

    /// Builds the body of an inner function.
    pub fn define(
        &mut self,
        scope: ScopeId,
        blank: Function,
        build: impl FnOnce(&mut Body<'_, 'a>),
    ) -> FunctionId {
        let mut blank = blank;
        blank.is_generator |= self.module.tree[scope].is_generator;
        let id = self.module.reserve_function(blank);
        self.module.functions.insert(scope, id);
        let mut inner = Body::new(&mut *self.module, id, scope);
        build(&mut inner);
        inner.finish();
        id
    }

    /// The cells that a function with this scope takes along.
    pub fn closure(&mut self, scope: ScopeId) -> Vec<VarId> {
        let names: Vec<String> = self.module.tree[scope].free().map(str::to_owned).collect();
        names.iter().map(|name| self.cell_for_closure(name)).collect()
    }

    /// `__qualname__` of something defined here.
    pub fn inner_qualname(&mut self, name: &str) -> Symbol {
        let mangled = self.mangled(name);
        let declared_global =
            self.module.tree[self.root].name(&mangled).is_some_and(|info| info.declared_global);
        let outer = &self.module.program.names[self.function.qualname];
        let text = match self.module.tree[self.root].kind {
            _ if declared_global => name.to_owned(),
            ScopeKind::Module => name.to_owned(),
            ScopeKind::Class => format!("{outer}.{name}"),
            _ => format!("{outer}.<locals>.{name}"),
        };
        self.symbol(&text)
    }

    pub fn lambda(&mut self, e: &'a ast::ExprLambda) -> VarId {
        let span = self.span(e);
        let place = self.place_of(span, None);
        let (defaults, kwdefaults) = self.defaults(&e.args);
        let scope = self.scope_of(NodeKey::of(e, Part::Body));
        let function = match self.module.functions.get(&scope) {
            Some(&function) => function,
            None => {
                let name = self.symbol("<lambda>");
                let mut blank = blank_function(name, self.module.id, FunctionKind::Lambda, span);
                blank.qualname = self.inner_qualname("<lambda>");
                blank.first_line = self.module.source.line(span.start);
                blank.parent = Some(self.id);
                if let FunctionKind::ClassBody(class) = self.function.kind {
                    blank.class = Some(class);
                }
                let statement = self.statement;
                self.define(scope, blank, |inner| {
                    inner.statement = statement;
                    inner.params(&e.args);
                    inner.make_cells(scope, place);
                    let value = inner.handed_out(&e.body);
                    let place = inner.place(&e.body);
                    inner.terminate(crate::hir::Terminator::Return(value), place);
                })
            }
        };
        let closure = self.closure(scope);
        let op = Op::MakeFunction { function, defaults, kwdefaults, closure, annotations: None };
        self.emit(op, place)
    }

    // Annotations and type parameters

    /// Whether names annotated here end up in `__annotations__`.
    pub fn collects_annotations(&self) -> bool {
        let scope = &self.module.tree[self.root];
        match scope.kind {
            ScopeKind::Class => scope.has_annotations,
            ScopeKind::Module => scope.has_annotations && self.module.keeps_annotations,
            _ => false,
        }
    }

    /// The value of an annotation: under `from __future__ import annotations` its text.
    pub fn annotation(&mut self, annotation: &'a Expr) -> VarId {
        if self.module.lazy_annotations {
            let place = self.place(annotation);
            let range = annotation.range();
            let text =
                &self.module.source.text[range.start().to_u32() as usize..range.end().to_u32() as usize];
            return self.constant(Const::Str(text.into()), place);
        }
        match annotation {
            // `*args: *Ts`
            Expr::Starred(e) => self.expr(&e.value),
            annotation => self.expr(annotation),
        }
    }

    /// The function that makes the dict of a signature's annotations.
    fn annotations_function(&mut self, def: &Definition<'a>, place: Place) -> Option<VarId> {
        let scope = self.module.tree.find(def.lazy)?;
        let plain = def.args.posonlyargs.iter().chain(&def.args.args);
        let args: Vec<&'a ast::Arg> = plain
            .map(|arg| &arg.def)
            .chain(def.args.vararg.as_deref())
            .chain(def.args.kwonlyargs.iter().map(|arg| &arg.def))
            .chain(def.args.kwarg.as_deref())
            .collect();
        let returns = def.returns;
        let build = |inner: &mut Body<'_, 'a>| {
            let mut items = Vec::new();
            for arg in args {
                if let Some(annotation) = &arg.annotation {
                    let key = inner.mangled(&arg.arg).as_ref().into();
                    let key = inner.constant(Const::Str(key), place);
                    items.push((key, inner.annotation(annotation)));
                }
            }
            if let Some(annotation) = returns {
                let key = inner.constant(Const::Str("return".into()), place);
                items.push((key, inner.annotation(annotation)));
            }
            let dict = inner.emit(Op::BuildDict(items), place);
            inner.terminate(crate::hir::Terminator::Return(dict), place);
        };
        Some(self.lazy(scope, FunctionKind::Annotations, "__annotate__", place, build))
    }

    /// A function object without parameters that is called when somebody asks for the value.
    fn lazy(
        &mut self,
        scope: ScopeId,
        kind: FunctionKind,
        name: &str,
        place: Place,
        build: impl FnOnce(&mut Body<'_, 'a>),
    ) -> VarId {
        let function = match self.module.functions.get(&scope) {
            Some(&function) => function,
            None => {
                let symbol = self.symbol(name);
                let mut blank = blank_function(symbol, self.module.id, kind, place.span);
                blank.qualname = self.inner_qualname(name);
                blank.first_line = self.module.source.line(place.span.start);
                blank.parent = Some(self.id);
                self.define(scope, blank, build)
            }
        };
        let closure = self.closure(scope);
        let op = Op::MakeFunction {
            function,
            defaults: Vec::new(),
            kwdefaults: Vec::new(),
            closure,
            annotations: None,
        };
        self.emit(op, place)
    }

    /// Enters the scope of type parameters and makes them; the caller restores `scope`. The result is their tuple.
    pub fn type_params(&mut self, key: NodeKey, params: &[ast::TypeParam], place: Place) -> Option<VarId> {
        if params.is_empty() {
            return None;
        }
        let scope = self.scope_of(key);
        self.scope = scope;
        self.make_cells(scope, place);
        let mut made = Vec::new();
        for param in params {
            let (name, stars) = match param {
                ast::TypeParam::TypeVar(p) => (&p.name, 0),
                ast::TypeParam::TypeVarTuple(p) => (&p.name, 1),
                ast::TypeParam::ParamSpec(p) => (&p.name, 2),
            };
            let symbol = self.mangled_symbol(name);
            let op = Op::MakeTypeParam { name: symbol, stars };
            let value = self.emit(op, place);
            self.store_name(name, value, place);
            made.push(value);
        }
        Some(self.emit(Op::BuildTuple(made), place))
    }

    pub fn type_alias(&mut self, s: &'a ast::StmtTypeAlias) {
        let place = self.plain(s);
        let outer_scope = self.scope;
        let key = NodeKey::of(s, Part::TypeParams);
        let type_params = self.type_params(key, &s.type_params, place);
        let scope = self.scope_of(NodeKey::of(s, Part::Lazy));
        let Expr::Name(name) = &*s.name else {
            unreachable!("a type alias has a plain name");
        };
        let value = self.lazy(scope, FunctionKind::TypeAlias, &name.id, place, |inner| {
            let value = inner.expr(&s.value);
            inner.terminate(crate::hir::Terminator::Return(value), place);
        });
        let symbol = self.symbol(&name.id);
        let op = Op::MakeTypeAlias { name: symbol, value, type_params };
        let alias = self.emit(op, place);
        self.scope = outer_scope;
        self.store_name(&name.id, alias, place);
    }
}

//! `class`: its arguments, its body, and the summary of what it defines.

use super::{
    body::Body,
    module::{Outside, blank_function, docstring},
};
use crate::{
    hir::{
        Class, ClassArguments, ClassBase, Const, FunctionId, FunctionKind, Op, Param, ParamKind, Place,
        Symbol, VarId, VarKind,
    },
    modules::generated_in,
    scopes::{NodeKey, Part, ScopeId},
    syntax::ast::{self, Expr, Ranged, Stmt},
};
use std::collections::HashSet;

impl<'a> Body<'_, 'a> {
    pub fn class_definition(&mut self, def: &'a ast::StmtClassDef) {
        let span = self.definition_span(def, &def.decorator_list);
        let place = self.place_of(span, None);
        let decorators = self.decorators(&def.decorator_list);
        let outer_scope = self.scope;
        let key = NodeKey::of(def, Part::TypeParams);
        let type_params = self.type_params(key, &def.type_params, place);
        let scope = self.scope_of(NodeKey::of(def, Part::Body));
        let function = match self.module.functions.get(&scope) {
            Some(&function) => function,
            None => self.class_body(def, scope, place),
        };
        let FunctionKind::ClassBody(class) = self.module.program.functions[function].kind else {
            unreachable!("made as a class body");
        };
        let closure = self.closure(scope);
        let arguments = self.class_arguments(def, place);
        let op = Op::MakeClass { class, arguments, closure, type_params };
        let value = self.emit(op, place);
        self.scope = outer_scope;
        let value = self.decorate(decorators, value);
        self.store_name(&def.name, value, place);
    }

    fn class_arguments(&mut self, def: &'a ast::StmtClassDef, place: Place) -> ClassArguments {
        let starred = def.bases.iter().any(Expr::is_starred_expr)
            || def.keywords.iter().any(|keyword| keyword.arg.is_none());
        if starred {
            let bases = self.tuple(&def.bases, place);
            let keywords = (!def.keywords.is_empty()).then(|| self.keyword_dict(bases, &def.keywords, place));
            return ClassArguments::Star { bases, keywords };
        }
        let bases = self.exprs(&def.bases);
        let mut keywords = Vec::new();
        for keyword in &def.keywords {
            let name = keyword.arg.as_ref().expect("no `**` among them");
            let name = self.symbol(name);
            keywords.push((name, self.expr(&keyword.value)));
        }
        ClassArguments::Plain { bases, keywords }
    }

    fn class_body(&mut self, def: &'a ast::StmtClassDef, scope: ScopeId, place: Place) -> FunctionId {
        let class = self.module.program.classes.next_id();
        let name = self.symbol(&def.name);
        let qualname = self.inner_qualname(&def.name);
        let first = def.decorator_list.first().map_or(place.span.start, |d| d.range().start().to_u32());
        let first_line = self.module.source.line(first);
        let mut blank = blank_function(name, self.module.id, FunctionKind::ClassBody(class), place.span);
        blank.qualname = qualname;
        blank.first_line = first_line;
        blank.parent = Some(self.id);
        let bases = def.bases.iter().map(|base| self.class_base(base)).collect();
        let class_attributes = self.class_attributes(scope);
        let annotated = self.annotated(&def.body);
        let assigned = self.instance_attributes(def);
        let options = looks_like_data_class(def);
        let mut instance_attributes = match options {
            Some(_) => self.fields(&def.body),
            None => Vec::new(),
        };
        let slots = match options {
            Some(DataOptions { slots: true, .. }) => Some(instance_attributes.clone()),
            _ => self.literal_slots(def),
        };
        for &name in &assigned {
            if !instance_attributes.contains(&name) {
                instance_attributes.push(name);
            }
        }
        let summary = Class {
            name,
            qualname,
            module: self.module.id,
            body: self.module.program.functions.next_id(),
            parent: self.id,
            span: place.span,
            first_line,
            doc: docstring(&def.body),
            bases,
            has_keywords: !def.keywords.is_empty(),
            is_decorated: !def.decorator_list.is_empty(),
            is_data_class: options.is_some_and(|options| options.is_plain),
            is_frozen: options.is_some_and(|options| options.frozen),
            instance_attributes,
            class_attributes,
            annotated,
            methods: Vec::new(),
            slots,
            is_generic: !def.type_params.is_empty(),
        };
        self.module.program.classes.push(summary);
        self.define(scope, blank, |inner| {
            inner.namespace_statements(def, scope, &assigned, first_line, place);
        })
    }

    /// What a class body does: fill its namespace.
    fn namespace_statements(
        &mut self,
        def: &'a ast::StmtClassDef,
        scope: ScopeId,
        instance_attributes: &[Symbol],
        first_line: u32,
        place: Place,
    ) {
        let dot = self.symbol(".namespace");
        let namespace = self.named_var(scope, dot, VarKind::Local);
        self.function.params.push(Param {
            name: dot,
            kind: ParamKind::PositionalOnly,
            var: namespace,
            has_default: false,
        });
        self.namespace = Some(namespace);
        let needs_class_cell = self.module.tree[scope].needs_class_cell;
        if needs_class_cell {
            let class = self.symbol("__class__");
            let cell = self.unnamed(VarKind::Cell);
            self.function.vars[cell].name = Some(class);
            self.emit_to(cell, Op::NewCell(None), place);
            self.class_cell = Some(cell);
        }
        if self.module.tree[scope].needs_class_namespace {
            let dict = self.symbol("__classdict__");
            let cell = self.unnamed(VarKind::Cell);
            self.function.vars[cell].name = Some(dict);
            self.emit_to(cell, Op::NewCell(Some(namespace)), place);
            self.namespace_cell = Some(cell);
        }
        let module_name = self.load_global("__name__", place);
        self.store_key("__module__", module_name, place);
        let qualname = self.module.program.names[self.function.qualname].into();
        self.store_constant("__qualname__", Const::Str(qualname), place);
        self.store_constant("__firstlineno__", Const::Int(first_line.into()), place);
        if let Some(doc) = docstring(&def.body) {
            self.store_constant("__doc__", Const::Str(doc), place);
        }
        if self.collects_annotations() {
            let dict = self.emit(Op::BuildDict(Vec::new()), place);
            self.store_key("__annotations__", dict, place);
        }
        self.statements(&def.body);
        let attributes = instance_attributes
            .iter()
            .map(|&name| Const::Str(self.module.program.names[name].into()))
            .collect();
        self.store_constant("__static_attributes__", Const::Tuple(attributes), place);
        if let Some(cell) = self.class_cell {
            let cell = self.emit(Op::CellObject(cell), place);
            self.store_key("__classcell__", cell, place);
        }
        self.return_none(place);
    }

    fn store_constant(&mut self, name: &str, value: Const, place: Place) {
        let value = self.constant(value, place);
        self.store_key(name, value, place);
    }

    fn store_key(&mut self, name: &str, value: VarId, place: Place) {
        let namespace = self.namespace.expect("a class body has a namespace");
        let name = self.symbol(name);
        let op = Op::StoreName { namespace, name, value };
        self.run(op, place);
    }

    // The summary

    fn class_base(&mut self, base: &Expr) -> ClassBase {
        let Expr::Name(name) = base else {
            return ClassBase::Other;
        };
        let name = self.mangled(&name.id).into_owned();
        if !self.means_global(&name) {
            return ClassBase::Other;
        }
        match self.module.outside(&name) {
            Outside::Slot(slot) => ClassBase::Global(slot),
            Outside::Builtin(name) => ClassBase::Builtin(name),
        }
    }

    fn class_attributes(&mut self, scope: ScopeId) -> Vec<Symbol> {
        let hidden = ["__module__", "__qualname__", "__annotations__"];
        let names: Vec<String> = self.module.tree[scope]
            .names()
            .filter(|(name, info)| info.is_bound && !info.declared_global && !hidden.contains(name))
            .map(|(name, _)| name.to_owned())
            .collect();
        names.iter().map(|name| self.symbol(name)).collect()
    }

    fn instance_attributes(&mut self, def: &ast::StmtClassDef) -> Vec<Symbol> {
        let mut found = Assigned { receiver: "", names: Vec::new(), seen: HashSet::new() };
        found.class(&def.body);
        let class = Some(&*def.name);
        let names: Vec<String> =
            found.names.iter().map(|name| crate::scopes::mangle(class, name).into_owned()).collect();
        names.iter().map(|name| self.symbol(name)).collect()
    }

    fn annotated(&mut self, body: &[Stmt]) -> Vec<Symbol> {
        let mut found = Vec::new();
        for stmt in body {
            if let Stmt::AnnAssign(s) = stmt
                && let Expr::Name(name) = &*s.target
            {
                let name = self.symbol(&name.id);
                if !found.contains(&name) {
                    found.push(name);
                }
            }
        }
        found
    }

    /// The annotated names that instances of a data class have.
    fn fields(&mut self, body: &[Stmt]) -> Vec<Symbol> {
        let mut found = Vec::new();
        for stmt in body {
            if let Stmt::AnnAssign(s) = stmt
                && let Expr::Name(name) = &*s.target
                && !is_no_field(&s.annotation)
            {
                let name = self.symbol(&name.id);
                if !found.contains(&name) {
                    found.push(name);
                }
            }
        }
        found
    }

    fn literal_slots(&mut self, def: &ast::StmtClassDef) -> Option<Vec<Symbol>> {
        let value = def.body.iter().find_map(|stmt| match stmt {
            Stmt::Assign(s) => match &s.targets[..] {
                [Expr::Name(name)] if &name.id == "__slots__" => Some(&*s.value),
                _ => None,
            },
            _ => None,
        })?;
        let single = std::slice::from_ref(value);
        let items = match value {
            Expr::Tuple(e) => &e.elts[..],
            Expr::List(e) => &e.elts[..],
            _ => single,
        };
        let mut names = Vec::new();
        for item in items {
            let Some(Const::Str(name)) = super::constant::constant(item) else {
                return None;
            };
            let name = crate::scopes::mangle(Some(&*def.name), &name).into_owned();
            names.push(self.symbol(&name));
        }
        Some(names)
    }
}

/// How the decorator `dataclass` is called.
#[derive(Clone, Copy)]
struct DataOptions {
    /// With options only that are known here.
    is_plain: bool,
    frozen: bool,
    slots: bool,
}

/// What the text says of a class whose decorator is `dataclass`, perhaps called.
fn looks_like_data_class(def: &ast::StmtClassDef) -> Option<DataOptions> {
    const PLAIN: [&str; 9] =
        ["init", "repr", "eq", "order", "unsafe_hash", "kw_only", "frozen", "slots", "match_args"];
    let [decorator] = &def.decorator_list[..] else { return None };
    let (name, options) = match decorator {
        Expr::Call(call) if call.args.is_empty() => (&*call.func, &call.keywords[..]),
        other => (other, &[][..]),
    };
    let name = match name {
        Expr::Name(name) => &name.id,
        Expr::Attribute(attribute) => &attribute.attr,
        _ => return None,
    };
    let is_plain =
        |option: &ast::Keyword| option.arg.as_ref().is_some_and(|arg| PLAIN.contains(&arg.as_str()));
    let is_set = |name: &str| {
        let is_true = |e: &Expr| matches!(super::constant::constant(e), Some(Const::Bool(true)));
        options.iter().any(|option| option.arg.as_deref() == Some(name) && is_true(&option.value))
    };
    (name.as_str() == "dataclass").then(|| DataOptions {
        is_plain: options.iter().all(is_plain),
        frozen: is_set("frozen"),
        slots: is_set("slots"),
    })
}

/// `ClassVar[...]` and the like.
fn is_no_field(annotation: &Expr) -> bool {
    match annotation {
        Expr::Name(name) => ["ClassVar", "InitVar", "KW_ONLY"].contains(&name.id.as_str()),
        Expr::Attribute(attribute) => ["ClassVar", "InitVar", "KW_ONLY"].contains(&attribute.attr.as_str()),
        Expr::Subscript(subscript) => is_no_field(&subscript.value),
        _ => false,
    }
}

/// Collects the attributes that methods assign through their first parameter.
struct Assigned<'a> {
    receiver: &'a str,
    names: Vec<&'a str>,
    seen: HashSet<&'a str>,
}

impl<'a> Assigned<'a> {
    fn class(&mut self, body: &'a [Stmt]) {
        for stmt in body {
            match stmt {
                // What it assigns are the annotated names.
                Stmt::FunctionDef(def) if generated_in(def).is_some() => {}
                Stmt::FunctionDef(def) => self.method(&def.args, &def.body),
                Stmt::AsyncFunctionDef(def) => self.method(&def.args, &def.body),
                Stmt::If(s) => {
                    self.class(&s.body);
                    self.class(&s.orelse);
                }
                Stmt::Try(s) => {
                    self.class(&s.body);
                    self.class(&s.orelse);
                }
                _ => {}
            }
        }
    }

    fn method(&mut self, args: &'a ast::Arguments, body: &'a [Stmt]) {
        let Some(first) = args.posonlyargs.iter().chain(&args.args).next() else {
            return;
        };
        self.receiver = first.def.arg.as_str();
        self.body(body);
    }

    fn body(&mut self, body: &'a [Stmt]) {
        for stmt in body {
            self.stmt(stmt);
        }
    }

    fn stmt(&mut self, stmt: &'a Stmt) {
        match stmt {
            Stmt::Assign(s) => s.targets.iter().for_each(|target| self.target(target)),
            Stmt::AugAssign(s) => self.target(&s.target),
            Stmt::AnnAssign(s) => self.target(&s.target),
            Stmt::For(s) => {
                self.target(&s.target);
                self.body(&s.body);
                self.body(&s.orelse);
            }
            Stmt::AsyncFor(s) => {
                self.target(&s.target);
                self.body(&s.body);
                self.body(&s.orelse);
            }
            Stmt::While(s) => {
                self.body(&s.body);
                self.body(&s.orelse);
            }
            Stmt::If(s) => {
                self.body(&s.body);
                self.body(&s.orelse);
            }
            Stmt::With(s) => {
                s.items
                    .iter()
                    .filter_map(|item| item.optional_vars.as_deref())
                    .for_each(|target| self.target(target));
                self.body(&s.body);
            }
            Stmt::AsyncWith(s) => self.body(&s.body),
            Stmt::Match(s) => s.cases.iter().for_each(|case| self.body(&case.body)),
            Stmt::Try(s) => self.try_parts(&s.body, &s.handlers, &s.orelse, &s.finalbody),
            Stmt::TryStar(s) => self.try_parts(&s.body, &s.handlers, &s.orelse, &s.finalbody),
            Stmt::FunctionDef(s) => self.body(&s.body),
            _ => {}
        }
    }

    fn try_parts(
        &mut self,
        body: &'a [Stmt],
        handlers: &'a [ast::ExceptHandler],
        orelse: &'a [Stmt],
        finalbody: &'a [Stmt],
    ) {
        self.body(body);
        for handler in handlers {
            let ast::ExceptHandler::ExceptHandler(handler) = handler;
            self.body(&handler.body);
        }
        self.body(orelse);
        self.body(finalbody);
    }

    fn target(&mut self, target: &'a Expr) {
        match target {
            Expr::Attribute(e) => {
                if let Expr::Name(object) = &*e.value
                    && object.id.as_str() == self.receiver
                    && self.seen.insert(&e.attr)
                {
                    self.names.push(&e.attr);
                }
            }
            Expr::Tuple(e) => e.elts.iter().for_each(|target| self.target(target)),
            Expr::List(e) => e.elts.iter().for_each(|target| self.target(target)),
            Expr::Starred(e) => self.target(&e.value),
            _ => {}
        }
    }
}

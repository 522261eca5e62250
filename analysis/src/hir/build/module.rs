//! One module: its scopes, its global slots, its body.

use super::body::Body;
use crate::{
    hir::{
        Block, Carets, Function, FunctionId, FunctionKind, Global, GlobalId, Module, Place, Program, Symbol,
        Terminator,
    },
    index::IndexVec,
    modules::{ModuleGraph, ModuleId, ModuleRef, Origin},
    scopes::{self, ScopeId, ScopeTree},
    source::{FileId, SourceFile, SourceMap, Span},
    syntax::ast,
};
use std::{
    collections::{BTreeSet, HashMap},
    sync::Arc,
};

/// Slots that every module has, filled in at start-up.
const STANDARD_GLOBALS: &[&str] = &["__name__", "__doc__", "__package__", "__file__"];

pub(super) struct ModuleBuilder<'a> {
    pub program: &'a mut Program,
    pub graph: &'a ModuleGraph,
    pub id: ModuleId,
    pub file: FileId,
    pub source: &'a SourceFile,
    pub sources: &'a SourceMap,
    pub tree: ScopeTree,
    pub globals: IndexVec<GlobalId, Global>,
    pub global_numbers: HashMap<Symbol, GlobalId>,
    pub imports_star: bool,
    /// `from __future__ import annotations`
    pub lazy_annotations: bool,
    /// Some module of the program looks at annotations: module bodies evaluate theirs.
    pub keeps_annotations: bool,
    /// The program has finalizers or weak references.
    pub finalizes: bool,
    /// The body of the program's own file, which is built first.
    pub main_body: FunctionId,
    /// Some generator of the program has something to do when it is closed.
    pub closes_generators: bool,
    /// The function made for a scope: a `finally` body is built several times, its functions once.
    pub functions: HashMap<ScopeId, FunctionId>,
}

/// What a name that is no variable of a function means.
#[derive(Clone, Copy)]
pub(super) enum Outside {
    Slot(GlobalId),
    Builtin(Symbol),
}

impl ModuleBuilder<'_> {
    /// The meaning of a global name; makes a slot if it needs one.
    pub fn outside(&mut self, name: &str) -> Outside {
        let symbol = self.program.names.intern(name);
        if let Some(&slot) = self.global_numbers.get(&symbol) {
            return Outside::Slot(slot);
        }
        if scopes::is_builtin(name) && !self.imports_star {
            return Outside::Builtin(symbol);
        }
        Outside::Slot(self.slot(symbol, false))
    }

    /// True if some statement of the module binds the global `name`.
    pub fn binds(&self, name: &str) -> bool {
        let slot = self.program.names.find(name).and_then(|symbol| self.global_numbers.get(&symbol));
        slot.is_some_and(|&slot| self.globals[slot].bound)
    }

    /// The slot of a name that is being bound or deleted.
    pub fn bound_slot(&mut self, name: &str) -> GlobalId {
        let symbol = self.program.names.intern(name);
        self.slot(symbol, true)
    }

    fn slot(&mut self, symbol: Symbol, bound: bool) -> GlobalId {
        if let Some(&slot) = self.global_numbers.get(&symbol) {
            self.globals[slot].bound |= bound;
            return slot;
        }
        let builtin = scopes::is_builtin(&self.program.names[symbol]);
        let slot = self.globals.push(Global { name: symbol, builtin, bound });
        self.global_numbers.insert(symbol, slot);
        slot
    }

    /// The id of a function that is about to be built.
    pub fn reserve_function(&mut self, function: Function) -> FunctionId {
        self.program.functions.push(function)
    }
}

pub(super) fn build_module(
    program: &mut Program,
    graph: &ModuleGraph,
    sources: &SourceMap,
    id: ModuleId,
    keeps_annotations: bool,
    closes_generators: bool,
    finalizes: bool,
) {
    let source = &graph.modules[id];
    let tree = scopes::analyze(&source.ast);
    let imports_star = tree.scopes.iter().any(|scope| scope.imports_star);
    let mut builder = ModuleBuilder {
        program,
        graph,
        id,
        file: source.file,
        source: sources.file(source.file),
        sources,
        tree,
        globals: IndexVec::new(),
        global_numbers: HashMap::new(),
        imports_star,
        lazy_annotations: has_future_annotations(&source.ast),
        keeps_annotations,
        closes_generators,
        finalizes,
        main_body: FunctionId::new(0),
        functions: HashMap::new(),
    };
    for name in STANDARD_GLOBALS {
        builder.bound_slot(name);
    }
    if source.is_package() {
        builder.bound_slot("__path__");
    }
    let mut bound = Vec::new();
    for (at, scope) in builder.tree.scopes.iter_enumerated() {
        for (name, info) in scope.names() {
            if info.is_bound && (at == ScopeTree::MODULE || info.declared_global) {
                bound.push(name.to_owned());
            }
        }
    }
    for name in bound {
        builder.bound_slot(&name);
    }
    let doc = docstring(&source.ast);
    let name = builder.program.names.intern(&source.name);
    let body_name = builder.program.names.intern("<module>");
    let span = Span::new(source.file, 0, builder.source.text.len() as u32);
    let body = builder.reserve_function(blank_function(body_name, id, FunctionKind::Module, span));
    let mut function = Body::new(&mut builder, body, ScopeTree::MODULE);
    function.module_body(&source.ast);
    function.finish();
    let package = builder.program.names.intern(source.package());
    let globals = builder.globals;
    let module = Module {
        name,
        package,
        kind: source.kind,
        origin: source.origin,
        file: source.file,
        body,
        doc,
        warnings: source.warnings.clone(),
        globals,
        imports_star,
    };
    let pushed = program.modules.push(module);
    assert_eq!(pushed, id, "modules are built in the order of the graph");
}

impl<'a> Body<'_, 'a> {
    fn module_body(&mut self, suite: &'a [ast::Stmt]) {
        let place = Place { span: Span::new(self.module.file, 0, 0), carets: Carets::Hidden, inlined: None };
        if self.module.tree[ScopeTree::MODULE].has_annotations && self.module.keeps_annotations {
            let dict = self.emit(crate::hir::Op::BuildDict(Vec::new()), place);
            self.store_name("__annotations__", dict, place);
        }
        self.statements(suite);
        self.return_none(place);
    }
}

/// A function with everything but its body.
pub(super) fn blank_function(name: Symbol, module: ModuleId, kind: FunctionKind, span: Span) -> Function {
    let entry = Block {
        instrs: Vec::new(),
        term: Terminator::Unreachable,
        term_place: Place { span, carets: Carets::Hidden, inlined: None },
        handler: None,
    };
    Function {
        name,
        qualname: name,
        module,
        kind,
        is_generator: false,
        is_async: false,
        params: Vec::new(),
        vars: IndexVec::new(),
        blocks: IndexVec::from_vec(vec![entry]),
        free: Vec::new(),
        doc: None,
        first_line: 1,
        span,
        parent: None,
        class: None,
        uses_locals: false,
        unsupported: Vec::new(),
        is_generated: false,
        thaws: false,
        reachable: true,
    }
}

/// The string that a body begins with, its indentation removed as CPython 3.13 does.
pub(super) fn docstring(body: &[ast::Stmt]) -> Option<Arc<str>> {
    let ast::Stmt::Expr(first) = body.first()? else {
        return None;
    };
    let ast::Expr::Constant(constant) = &*first.value else {
        return None;
    };
    let ast::Constant::Str(text) = &constant.value else {
        return None;
    };
    Some(clean_docstring(text).into())
}

fn clean_docstring(text: &str) -> String {
    let mut expanded = String::new();
    let mut column = 0;
    for c in text.chars() {
        match c {
            '\t' => {
                let width = 8 - column % 8;
                expanded.extend(std::iter::repeat_n(' ', width));
                column += width;
            }
            '\n' | '\r' => {
                expanded.push(c);
                column = 0;
            }
            c => {
                expanded.push(c);
                column += 1;
            }
        }
    }
    let mut lines = expanded.split('\n');
    let first = lines.next().unwrap_or_default();
    let rest: Vec<&str> = lines.collect();
    let indent = |line: &str| line.len() - line.trim_start_matches(' ').len();
    let margin = rest
        .iter()
        .filter(|line| !line.trim_start_matches(' ').is_empty())
        .map(|line| indent(line))
        .min()
        .unwrap_or(0);
    let mut out = first.trim_start_matches(' ').to_owned();
    for line in rest {
        out.push('\n');
        out.push_str(&line[margin.min(indent(line))..]);
    }
    out
}

fn has_future_annotations(suite: &[ast::Stmt]) -> bool {
    suite.iter().any(|stmt| match stmt {
        ast::Stmt::ImportFrom(import) => {
            import.module.as_ref().is_some_and(|m| m == "__future__")
                && import.names.iter().any(|a| &a.name == "annotations")
        }
        _ => false,
    })
}

/// Whether the program (not the library) can look at the annotations of a module or of a plain class.
pub(super) fn mentions_annotations(graph: &ModuleGraph, sources: &SourceMap) -> bool {
    graph.modules.iter().any(|module| {
        let text = &sources.file(module.file).text;
        module.origin == Origin::Program
            && ["__annotations__", "get_type_hints", "get_annotations"].iter().any(|name| text.contains(name))
    })
}

/// A class of the program has `__del__`, or it uses weak references.
pub(super) fn mentions_finalizers(graph: &ModuleGraph, sources: &SourceMap) -> bool {
    let mut program = graph.modules.iter().filter(|module| module.origin == Origin::Program);
    program.any(|module| {
        let text = &sources.file(module.file).text;
        text.contains("__del__") || text.contains("weakref")
    })
}

/// A generator of the program's own yields inside `try` or `with`.
pub(super) fn closes_generators(graph: &ModuleGraph) -> bool {
    let program = graph.modules.iter().filter(|module| module.origin == Origin::Program);
    program.into_iter().any(|module| crate::syntax::yields_inside_try(&module.ast))
}

pub(super) fn natives(graph: &ModuleGraph) -> Vec<&'static str> {
    let natives = graph.by_name.values().filter_map(|module| match module {
        ModuleRef::Native(name) => Some(*name),
        ModuleRef::Source(_) | ModuleRef::Unsupported(_) => None,
    });
    natives.collect::<BTreeSet<_>>().into_iter().collect()
}

//! The static data that instances refer to: constants, names, sites, descriptors. Each distinct one exists once.

use super::{Lowering, PerFunction, Task, entries};
use crate::hir;
use crate::index::IndexVec;
use crate::mir::body::{Const, Global};
use crate::mir::program::*;
use crate::modules::ModuleKind;
use crate::syntax::literal_code_points;
use crate::types::InstanceKey;
use num_bigint::{BigInt, Sign};
use runtime_interface::layout::code_flags;
use std::collections::HashMap;

/// What exists already. The hash maps are only for look-ups.
pub(super) struct Tables {
    constants: HashMap<Constant, ConstantId>,
    sites: HashMap<Site, SiteId>,
    codes: PerFunction<CodeId>,
    /// Modules by dotted name.
    modules: HashMap<String, ModuleId>,
    /// Cells that all accesses to one attribute of one class share.
    shared_caches: HashMap<(CacheKind, hir::ClassId, hir::Symbol), CacheId>,
    /// What is assumed of classes; none where a class has surprises.
    pub shapes: HashMap<hir::ClassId, Option<ShapeId>>,
    /// Something stores to `x.__class__`: instances may then change between classes that have the same layout only
    /// without fields.
    pub assigns_class: bool,
}

impl Tables {
    pub fn new(hir: &hir::Program) -> Self {
        let modules = hir.modules.iter_enumerated().map(|(id, m)| (hir.names[m.name].to_owned(), id));
        Self {
            constants: HashMap::new(),
            sites: HashMap::new(),
            codes: IndexVec::from_elem(None, hir.functions.len()),
            modules: modules.collect(),
            shared_caches: HashMap::new(),
            shapes: HashMap::new(),
            assigns_class: assigns_class(hir),
        }
    }
}

fn assigns_class(hir: &hir::Program) -> bool {
    hir.functions
        .iter()
        .flat_map(|function| &function.blocks)
        .flat_map(|block| &block.instrs)
        .any(|instr| matches!(instr.op, hir::Op::SetAttr { name, .. } if &hir.names[name] == "__class__"))
}

impl Lowering<'_> {
    pub(super) fn constant(&mut self, constant: Constant) -> ConstantId {
        if let Some(&id) = self.data.constants.get(&constant) {
            return id;
        }
        let id = self.program.constants.push(constant.clone());
        self.data.constants.insert(constant, id);
        id
    }

    /// A `str` constant from the tree's literal form.
    pub(super) fn string(&mut self, text: &str) -> ConstantId {
        self.constant(Constant::Str(literal_code_points(text).collect()))
    }

    pub(super) fn symbol(&mut self, symbol: hir::Symbol) -> ConstantId {
        let hir = self.hir;
        self.string(&hir.names[symbol])
    }

    /// A tuple of names: keyword names of a call, attribute names of a pattern.
    pub(super) fn symbols(&mut self, symbols: impl IntoIterator<Item = hir::Symbol>) -> ConstantId {
        let items = symbols.into_iter().map(|s| Const::Object(self.symbol(s))).collect();
        self.constant(Constant::Tuple(items))
    }

    /// A constant of the program, as a value.
    pub(super) fn literal(&mut self, constant: &hir::Const) -> Const {
        match constant {
            hir::Const::None => Const::None,
            hir::Const::Ellipsis => Const::Ellipsis,
            hir::Const::NotGiven => Const::Unbound,
            hir::Const::Bool(b) => Const::BoolValue(*b),
            hir::Const::Int(i) => Const::IntValue(*i),
            hir::Const::Float(f) => Const::FloatValue(f.to_bits()),
            hir::Const::BigInt(i) => Const::Object(self.constant(big_constant(i))),
            hir::Const::Imaginary(im) => {
                Const::Object(self.constant(Constant::Complex(0.0f64.to_bits(), im.to_bits())))
            }
            hir::Const::Str(text) => Const::Object(self.string(text)),
            hir::Const::Bytes(bytes) => Const::Object(self.constant(Constant::Bytes(bytes.as_ref().into()))),
            hir::Const::Tuple(items) => {
                let items = items.iter().map(|item| self.literal(item)).collect();
                Const::Object(self.constant(Constant::Tuple(items)))
            }
        }
    }

    pub(super) fn site(&mut self, function: hir::FunctionId, place: hir::Place) -> SiteId {
        let code = self.code(function);
        let start = self.sources.start(place.span);
        let end = self.sources.end(place.span);
        let mut site = Site {
            code,
            line: start.line,
            end_line: end.line,
            column: start.column,
            end_column: end.column,
            anchor: None,
        };
        match place.carets {
            // The lines are shown all the same.
            hir::Carets::Hidden => (site.column, site.end_column) = (0, 0),
            hir::Carets::Whole => {}
            hir::Carets::Unmarked { .. } if start.line == end.line => {
                (site.column, site.end_column) = (0, 0);
            }
            hir::Carets::Anchored { start: from, end: to }
            | hir::Carets::Unmarked { start: from, end: to } => {
                if let hir::Carets::Unmarked { .. } = place.carets {
                    (site.column, site.end_column) = (0, 0);
                }
                let file = self.sources.file(place.span.file);
                let (from, to) = (file.line_column(from), file.line_column(to));
                site.anchor = Some(Anchor {
                    line: from.line - start.line,
                    column: from.column,
                    end_line: to.line - start.line,
                    end_column: to.column,
                });
            }
        }
        if let Some(&id) = self.data.sites.get(&site) {
            return id;
        }
        let id = self.program.sites.push(site);
        self.data.sites.insert(site, id);
        id
    }

    pub(super) fn cache(&mut self, kind: CacheKind) -> CacheId {
        self.program.caches.push(kind)
    }

    /// The cell of an access to an attribute of an object: where its class is known one for the whole program, so that a
    /// later access finds what an earlier one left.
    pub(super) fn attribute_cache(
        &mut self,
        kind: CacheKind,
        class: Option<hir::ClassId>,
        name: hir::Symbol,
    ) -> CacheId {
        let Some(class) = class else { return self.cache(kind) };
        match self.data.shared_caches.get(&(kind, class, name)) {
            Some(&cache) => cache,
            None => {
                let cache = self.cache(kind);
                self.data.shared_caches.insert((kind, class, name), cache);
                cache
            }
        }
    }

    /// The body of a class statement, which names the class at run time.
    pub(super) fn class_code(&mut self, class: hir::ClassId) -> CodeId {
        self.code(self.hir.classes[class].body)
    }

    pub(super) fn global(&self, function: hir::FunctionId, global: hir::GlobalId) -> Global {
        Global { module: self.function(function).module, slot: global.as_u32() }
    }

    pub(super) fn module_named(&self, name: &str) -> Option<ModuleId> {
        self.data.modules.get(name).copied()
    }

    /// Whether it is the body of a data class with generated methods.
    fn offers_methods(&self, function: &hir::Function) -> bool {
        let hir::FunctionKind::ClassBody(class) = function.kind else { return false };
        self.hir.classes[class].methods.iter().any(|method| self.function(method.function).is_generated)
    }

    /// The descriptor of a function, made on demand.
    pub(super) fn code(&mut self, id: hir::FunctionId) -> CodeId {
        if let Some(code) = self.data.codes[id] {
            return code;
        }
        let function = self.function(id);
        let mut flags = 0;
        let has = |kind| function.params.iter().any(|p| p.kind == kind);
        for (bit, present) in [
            (code_flags::VARARGS, has(hir::ParamKind::Args)),
            (code_flags::VARKW, has(hir::ParamKind::Kwargs)),
            (code_flags::GENERATOR, function.is_generator && !function.is_async),
            (code_flags::COROUTINE, function.is_async),
            (code_flags::LAMBDA, function.kind == hir::FunctionKind::Lambda),
            (code_flags::METHOD, function.class.is_some()),
            (code_flags::CLOSES, closes(function)),
            (code_flags::HANDLES, entries::handles(function)),
            (code_flags::GENERATED, function.is_generated),
            (code_flags::OFFERS, self.offers_methods(function)),
        ] {
            flags |= if present { bit } else { 0 };
        }
        let code = Code {
            name: self.symbol(function.name),
            qualname: self.symbol(function.qualname),
            module: function.module,
            entry: None,
            names: self.names_of(id),
            doc: function.doc.as_deref().map(|doc| self.string(doc)),
            flags,
            positional: function.positional() as u32,
            positional_only: function.positional_only() as u32,
            keyword_only: function.keyword_only() as u32,
            free_names: function.free.iter().map(|&name| self.symbol(name)).collect(),
            first_line: function.first_line,
            frame_size: 0,
            shape: None,
        };
        let code = self.program.codes.push(code);
        self.data.codes[id] = Some(code);
        code
    }

    /// The parameters, then the other local variables. Of a class body, after the parameters: the attributes that the class's methods assign to `self`, which
    /// become fields of its instances.
    fn names_of(&mut self, id: hir::FunctionId) -> Vec<ConstantId> {
        let function = self.function(id);
        let mut names: Vec<hir::Symbol> = function.params.iter().map(|p| p.name).collect();
        if let hir::FunctionKind::ClassBody(class) = function.kind
            && !self.data.assigns_class
        {
            names.extend(&self.hir.classes[class].instance_attributes);
        }
        if matches!(function.kind, hir::FunctionKind::Def | hir::FunctionKind::Lambda) {
            for var in function.vars.iter().filter(|var| var.kind == hir::VarKind::Local) {
                if let Some(name) = var.name
                    && !names.contains(&name)
                {
                    names.push(name);
                }
            }
        }
        names.into_iter().map(|name| self.symbol(name)).collect()
    }

    /// The descriptor of a function of which an object is made: it then needs a boxed entry.
    pub(super) fn code_with_entry(&mut self, id: hir::FunctionId) -> CodeId {
        let code = self.code(id);
        if self.program.codes[code].entry.is_none() {
            let entry = self.new_instance(id, InstanceKind::BoxedEntry, "/boxed");
            self.program.codes[code].entry = Some(entry);
            self.pending.push_back(Task::BoxedEntry(id, entry));
        }
        code
    }

    /// All modules, in the order of the module graph, and their bodies.
    pub(super) fn make_modules(&mut self) {
        let hir = self.hir;
        self.program.natives = hir.natives.iter().map(|name| (*name).to_owned()).collect();
        for (_, module) in hir.modules.iter_enumerated() {
            let body_key: InstanceKey = self.types.entry(module.body);
            let file = self.sources.file(module.file);
            let entry = Module {
                name: self.symbol(module.name),
                file: self.string(&file.full_path.to_string_lossy()),
                package: self.symbol(module.package),
                doc: module.doc.as_deref().map(|doc| self.string(doc)),
                warnings: (!module.warnings.is_empty()).then(|| self.string(&module.warnings)),
                is_package: matches!(module.kind, ModuleKind::Package | ModuleKind::Namespace),
                source: file.text.clone(),
                globals: module.globals.iter().map(|g| self.symbol(g.name)).collect(),
                body: self.body_instance(body_key),
                code: self.code(module.body),
            };
            self.program.modules.push(entry);
        }
    }
}

fn big_constant(value: &BigInt) -> Constant {
    let (sign, limbs) = value.to_u64_digits();
    Constant::BigInt { negative: sign == Sign::Minus, limbs: limbs.into() }
}

/// Closing the generator where it is suspended may run code of it.
fn closes(function: &hir::Function) -> bool {
    function.is_generator
        && function.blocks.iter().any(|block| {
            let yields =
                matches!(block.term, hir::Terminator::Yield { .. } | hir::Terminator::YieldFrom { .. });
            yields && block.handler.is_some()
        })
}

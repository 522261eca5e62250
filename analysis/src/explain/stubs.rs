//! The inferred types as stub files (`.pyi`): what a type checker or an editor can use of them.
//!
//! A type that stubs cannot say, or that is local to a function, is `Any`. A decorated function is whatever its decorator
//! makes of it: `Any`.

use crate::hir::{ClassBase, ClassId, FunctionId, FunctionKind, ParamKind, Program, Symbol};
use crate::modules::{ModuleId, ModuleKind, Origin};
use crate::types::lattice::{Atom, Container, Set, Site, kinds};
use crate::types::state::Slot;
use crate::types::{InstanceKey, Solution};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;

/// One stub file.
pub struct Stub {
    /// Relative to the folder of stubs: `package/module.pyi`. The root is named after its file.
    pub path: String,
    pub text: String,
}

/// What every stub imports.
const IMPORTED: &[&str] = &["defaultdict", "deque", "Any", "Callable", "Iterator", "Never"];

/// How deep a type is written out.
const DEEPEST: usize = 4;

/// A stub for each of the program's own modules; `root` is what the root module is called.
pub fn stubs(program: &Program, solution: &Solution, root: &str) -> Vec<Stub> {
    let mut contexts: BTreeMap<FunctionId, Vec<InstanceKey>> = BTreeMap::new();
    solution.keys().for_each(|key| contexts.entry(key.function).or_default().push(key));
    let own = program.modules.iter_enumerated().filter(|(_, module)| module.origin != Origin::Library);
    own.map(|(id, module)| {
        let name = program.names.text(module.name);
        let path = match module.kind {
            ModuleKind::Root => format!("{root}.pyi"),
            ModuleKind::Package => format!("{}/__init__.pyi", name.replace('.', "/")),
            _ => format!("{}.pyi", name.replace('.', "/")),
        };
        let mut writer =
            Writer { program, solution, contexts: &contexts, module: id, imports: BTreeSet::new() };
        Stub { path, text: writer.module_text() }
    })
    .collect()
}

struct Writer<'a> {
    program: &'a Program,
    solution: &'a Solution<'a>,
    contexts: &'a BTreeMap<FunctionId, Vec<InstanceKey>>,
    module: ModuleId,
    /// Modules whose classes are named.
    imports: BTreeSet<String>,
}

impl Writer<'_> {
    fn name(&self, symbol: Symbol) -> String {
        self.program.names.text(symbol).to_owned()
    }

    fn module_text(&mut self) -> String {
        let program = self.program;
        let mut body = String::new();
        let mut taken: BTreeSet<Symbol> = BTreeSet::new();
        for (id, class) in program.classes.iter_enumerated() {
            let parent = &program.functions[class.parent];
            if class.module == self.module && parent.kind == FunctionKind::Module && taken.insert(class.name)
            {
                body += &self.class_text(id);
            }
        }
        for (id, function) in program.functions.iter_enumerated() {
            let top = function.parent.is_some_and(|p| program.functions[p].kind == FunctionKind::Module);
            let here = function.module == self.module && function.reachable && top;
            if here
                && function.kind == FunctionKind::Def
                && function.class.is_none()
                && taken.insert(function.name)
            {
                body += &self.function_text(id, "", None);
            }
        }
        for (slot, global) in program.modules[self.module].globals.iter_enumerated() {
            let set = self.solution.fixpoint().state.get(Slot::Global(self.module, slot)).clone();
            let name = self.name(global.name);
            let imported = |atom: &Atom| matches!(atom, Atom::Module(_) | Atom::Class(_) | Atom::Function(_));
            let code = !set.is_any() && !set.atoms().is_empty() && set.atoms().iter().all(imported);
            if global.bound
                && !name.starts_with("__")
                && !IMPORTED.contains(&name.as_str())
                && !taken.contains(&global.name)
                && !code
                && !set.is_bottom()
            {
                let ty = self.set(&set, 0);
                let _ = writeln!(body, "{name}: {ty}");
            }
        }
        let mut head = String::from(
            "from collections import defaultdict, deque\nfrom typing import Any, Callable, Iterator, Never\n",
        );
        for module in &self.imports {
            let _ = writeln!(head, "import {module}");
        }
        format!("{head}\n{body}")
    }

    fn class_text(&mut self, id: ClassId) -> String {
        let program = self.program;
        let class = &program.classes[id];
        let bases = class.bases.iter().map(|base| match base {
            ClassBase::Global(global) => self.name(program.modules[class.module].globals[*global].name),
            ClassBase::Builtin(symbol) => self.name(*symbol),
            ClassBase::Other => "Any".to_owned(),
        });
        // A base that the module only imports would need its import.
        let local = |name: &String| {
            program.classes.iter().any(|c| c.module == self.module && program.names.text(c.name) == name)
                || !program.modules[self.module].globals.iter().any(|g| program.names.text(g.name) == name)
        };
        let bases: Vec<String> = bases.map(|name| if local(&name) { name } else { "Any".into() }).collect();
        let bases = if bases.is_empty() { String::new() } else { format!("({})", bases.join(", ")) };
        let mut body = String::new();
        let mut taken: BTreeSet<Symbol> = BTreeSet::new();
        for method in &class.methods {
            if !taken.insert(method.name) || !program.functions[method.function].reachable {
                continue;
            }
            if method.is_decorated {
                let _ = writeln!(body, "    {}: Any", self.name(method.name));
            } else {
                body += &self.function_text(method.function, "    ", Some(id));
            }
        }
        for &field in class.instance_attributes.iter().chain(&class.class_attributes) {
            let name = self.name(field);
            if name.starts_with("__") || !taken.insert(field) {
                continue;
            }
            let mut ty = self.field_type(id, field);
            // A type checker wants what a subclass redefines to have the base's type.
            if self
                .ancestors(id)
                .into_iter()
                .any(|base| self.has_field(base, field) && self.field_type(base, field) != ty)
            {
                ty = "Any".into();
            }
            let _ = writeln!(body, "    {name}: {ty}");
        }
        if body.is_empty() {
            body.push_str("    ...\n");
        }
        format!("class {}{bases}:\n{body}", self.name(class.name))
    }

    fn field_type(&mut self, class: ClassId, field: Symbol) -> String {
        let state = &self.solution.fixpoint().state;
        let mut set = state.get(Slot::Field(class, field)).clone();
        set.join(state.get(Slot::ClassAttribute(class, field)));
        // What only subclasses give a value to has no type here.
        if set.is_bottom() { "Any".into() } else { self.set(&set, 0) }
    }

    fn has_field(&self, class: ClassId, field: Symbol) -> bool {
        let class = &self.program.classes[class];
        class.instance_attributes.contains(&field) || class.class_attributes.contains(&field)
    }

    /// The classes of the program that a class inherits from.
    fn ancestors(&self, id: ClassId) -> Vec<ClassId> {
        let program = self.program;
        let mut found = vec![id];
        let mut at = 0;
        while let Some(&class) = found.get(at) {
            at += 1;
            let class = &program.classes[class];
            for base in &class.bases {
                let ClassBase::Global(global) = base else { continue };
                let name = program.modules[class.module].globals[*global].name;
                let bases = program.classes.iter_enumerated();
                let bases = bases.filter(|(_, base)| base.module == class.module && base.name == name);
                let new: Vec<ClassId> = bases.map(|(id, _)| id).filter(|id| !found.contains(id)).collect();
                found.extend(new);
            }
        }
        found.remove(0);
        found
    }

    /// The method of a base that a method overrides.
    fn overridden(&self, class: ClassId, name: Symbol) -> Option<FunctionId> {
        let methods = |class: ClassId| self.program.classes[class].methods.iter();
        let mut all = self.ancestors(class).into_iter().flat_map(methods);
        all.find(|method| method.name == name && !method.is_decorated).map(|method| method.function)
    }

    /// What a parameter is given.
    fn parameter_type(&mut self, id: FunctionId, index: usize) -> String {
        let state = &self.solution.fixpoint().state;
        let mut set = Set::BOTTOM;
        for &key in self.contexts.get(&id).into_iter().flatten() {
            if let Some(context) = self.solution.context(key) {
                set.join(state.get(Slot::Parameter(context, index as u32)));
            }
        }
        if self.program.functions[id].params[index].has_default {
            set.join(state.get(Slot::Default(id, index as u32)));
        }
        // An unused function has no arguments: anything may be given.
        if set.is_bottom() { "Any".to_owned() } else { self.set(&set, 0) }
    }

    fn result_type(&mut self, id: FunctionId) -> String {
        let function = &self.program.functions[id];
        let contexts: Vec<InstanceKey> = self.contexts.get(&id).cloned().unwrap_or_default();
        let state = &self.solution.fixpoint().state;
        let mut result = Set::BOTTOM;
        for context in contexts.iter().filter_map(|&key| self.solution.context(key)) {
            result.join(state.get(Slot::Result(context)));
        }
        match function.is_generator {
            true => {
                let yielded = state.get(Slot::Yielded(id)).clone();
                format!("Iterator[{}]", self.set(&yielded, 1))
            }
            // Whatever it returns, a type checker accepts nothing else.
            false if self.name(function.name) == "__init__" => "None".into(),
            false if contexts.is_empty() => "Any".into(),
            false => self.set(&result, 0),
        }
    }

    fn function_text(&mut self, id: FunctionId, indent: &str, class: Option<ClassId>) -> String {
        let program = self.program;
        let function = &program.functions[id];
        // A type checker wants a method that overrides another to take and return what that one does, and any object to be
        // compared with any.
        let init = self.name(function.name) == "__init__";
        let base = class.filter(|_| !init).and_then(|class| self.overridden(class, function.name));
        let compares = class.is_some() && matches!(self.name(function.name).as_str(), "__eq__" | "__ne__");
        let mut params: Vec<String> = Vec::new();
        let only = function.positional_only();
        for (i, param) in function.params.iter().enumerate() {
            let name = self.name(param.name);
            let default = if param.has_default { " = ..." } else { "" };
            let mut ty = self.parameter_type(id, i);
            if compares {
                ty = "object".into();
            } else if let Some(base) = base.filter(|&base| i < program.functions[base].params.len())
                && self.parameter_type(base, i) != ty
            {
                ty = "Any".into();
            }
            let star = match param.kind {
                ParamKind::Args => "*",
                ParamKind::Kwargs => "**",
                _ => "",
            };
            match param.kind {
                _ if i == 0 && class.is_some() && star.is_empty() => params.push(name),
                ParamKind::Args | ParamKind::Kwargs => params.push(format!("{star}{name}: Any")),
                _ => params.push(format!("{name}: {ty}{default}")),
            }
            if only > 0 && i + 1 == only {
                params.push("/".into());
            }
        }
        if function.keyword_only() > 0 {
            let at = function.positional() + usize::from(only > 0);
            let args = function.params.iter().position(|param| param.kind == ParamKind::Args);
            match args {
                // `*args` stands before keyword-only parameters.
                Some(args) => {
                    let text = params.remove(args + usize::from(only > 0));
                    params.insert(at, text);
                }
                None => params.insert(at, "*".into()),
            }
        }
        let mut result = self.result_type(id);
        if base.is_some_and(|base| self.result_type(base) != result) {
            result = "Any".into();
        }
        let word = if function.is_async { "async def" } else { "def" };
        format!("{indent}{word} {}({}) -> {result}: ...\n", self.name(function.name), params.join(", "))
    }

    fn set(&mut self, set: &Set, depth: usize) -> String {
        if set.is_any() {
            return "Any".into();
        }
        if set.is_bottom() {
            return if depth == 0 { "Never" } else { "Any" }.into();
        }
        let mut texts: Vec<String> = set.atoms().iter().map(|atom| self.atom(*atom, depth)).collect();
        let simple = kinds::NAMES.iter().filter(|(bit, _)| set.kind_bits() & bit != 0);
        texts.extend(simple.map(|(_, name)| (*name).to_owned()));
        if texts.iter().any(|text| text == "Any") {
            return "Any".into();
        }
        texts.sort_by_key(|text| (text == "None", text.clone()));
        texts.dedup();
        texts.join(" | ")
    }

    fn atom(&mut self, atom: Atom, depth: usize) -> String {
        match atom {
            Atom::Instance(class) => self.class(class),
            Atom::Class(class) => match self.class(class) {
                name if name == "Any" => name,
                name => format!("type[{name}]"),
            },
            Atom::Function(_) | Atom::Bound(..) => "Callable[..., Any]".into(),
            Atom::Made(container, site) => self.container(container, site, depth),
            _ => "Any".into(),
        }
    }

    /// A class that stands at the top of a module of the program.
    fn class(&mut self, id: ClassId) -> String {
        let class = &self.program.classes[id];
        let module = &self.program.modules[class.module];
        let top = self.program.functions[class.parent].kind == FunctionKind::Module;
        if !top || module.origin == Origin::Library {
            return "Any".into();
        }
        if class.module == self.module {
            return self.name(class.name);
        }
        if module.kind == ModuleKind::Root {
            return "Any".into();
        }
        let name = self.name(module.name);
        self.imports.insert(name.clone());
        format!("{name}.{}", self.name(class.name))
    }

    fn container(&mut self, container: Container, site: Site, depth: usize) -> String {
        if depth == DEEPEST {
            return "Any".into();
        }
        let mut slot = |i| {
            let set = self.solution.fixpoint().state.get(Slot::Element(site, i)).clone();
            self.set(&set, depth + 1)
        };
        match container {
            Container::List => format!("list[{}]", slot(0)),
            Container::Set => format!("set[{}]", slot(0)),
            Container::FrozenSet => format!("frozenset[{}]", slot(0)),
            Container::Deque => format!("deque[{}]", slot(0)),
            Container::Iterator => format!("Iterator[{}]", slot(0)),
            Container::Dict => format!("dict[{}, {}]", slot(0), slot(1)),
            Container::DefaultDict => format!("defaultdict[{}, {}]", slot(0), slot(1)),
            Container::ANY_TUPLE => format!("tuple[{}, ...]", slot(0)),
            Container::Tuple(0) => "tuple[()]".into(),
            Container::Tuple(n) => format!("tuple[{}]", (0..n).map(slot).collect::<Vec<_>>().join(", ")),
        }
    }
}

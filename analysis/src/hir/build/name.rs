//! Reading, binding and deleting names.

use super::{body::Body, module::Outside};
use crate::{
    hir::{Const, NameFallback, Op, Place, VarId, VarKind},
    scopes::{Resolution, ScopeKind},
    source::Diagnostic,
};

/// What a name means at one point of a function.
enum Binding {
    Local(VarId),
    Cell(VarId),
    Global,
    /// A key of the class body's namespace.
    Namespace {
        namespace: VarId,
        fallback: Option<VarId>,
    },
    /// Evaluated later on behalf of a class body: its namespace is in that cell.
    LateNamespace {
        cell: VarId,
        fallback: Option<VarId>,
    },
}

const NOT_SUPPORTED_BUILTINS: &[&str] =
    &["__import__", "breakpoint", "compile", "eval", "exec", "help", "memoryview"];

impl Body<'_, '_> {
    /// `name` is mangled already.
    fn binding(&mut self, name: &str) -> Binding {
        let symbol = self.symbol(name);
        let mut at = self.scope;
        let mut from_comprehension = false;
        loop {
            let scope = &self.module.tree[at];
            let kind = scope.kind;
            if kind == ScopeKind::Class
                && name == "__class__"
                && from_comprehension
                && let Some(cell) = self.class_cell
            {
                return Binding::Cell(cell);
            }
            let Some(info) = scope.name(name) else {
                match scope.parent {
                    Some(parent) if scope.is_inlined() => at = parent,
                    _ => return Binding::Global,
                }
                continue;
            };
            let (resolution, free_in_class) = (info.resolution, info.is_free_in_class);
            match (kind, resolution) {
                (ScopeKind::Module, _) => return Binding::Global,
                (ScopeKind::Class, Resolution::Local | Resolution::Cell) if !from_comprehension => {
                    // Where the class has not bound it yet, it is a global, even if a function around binds it.
                    let namespace = self.namespace.expect("a class body has a namespace");
                    return Binding::Namespace { namespace, fallback: None };
                }
                (ScopeKind::Class, _) if !from_comprehension && self.may_be_in_namespace(name) => {
                    let namespace = self.namespace.expect("a class body has a namespace");
                    let fallback = self.free.get(&symbol).copied();
                    return Binding::Namespace { namespace, fallback };
                }
                (ScopeKind::Class, _) => match self.free.get(&symbol) {
                    Some(&cell) if free_in_class || resolution == Resolution::Free => {
                        return Binding::Cell(cell);
                    }
                    _ => return Binding::Global,
                },
                (ScopeKind::Lazy, _) if scope.name("__classdict__").is_some() => {
                    let dict = self.symbol("__classdict__");
                    return match self.free.get(&dict) {
                        Some(&cell) => {
                            Binding::LateNamespace { cell, fallback: self.free.get(&symbol).copied() }
                        }
                        None => Binding::Global,
                    };
                }
                (_, Resolution::Local) => {
                    return Binding::Local(self.named_var(at, symbol, VarKind::Local));
                }
                (_, Resolution::Cell) => {
                    return Binding::Cell(self.named_var(at, symbol, VarKind::Cell));
                }
                (_, Resolution::Free) if scope.is_inlined() => {
                    from_comprehension = true;
                    at = scope.parent.expect("an inlined scope stands in another");
                }
                (_, Resolution::Free) => return Binding::Cell(self.free[&symbol]),
                (_, Resolution::Global) => return Binding::Global,
            }
        }
    }

    /// A class body's namespace may hold `name` although no statement of the body binds it: by its metaclass's
    /// `__prepare__`, or by an assignment to an item of `locals()`.
    fn may_be_in_namespace(&self, name: &str) -> bool {
        let scope = &self.module.tree[self.root];
        let declared = scope.name(name).is_some_and(|info| info.declared_global || info.declared_nonlocal);
        let means_scope = matches!(name, "super" | "locals" | "globals" | "vars" | "dir");
        !declared
            && !means_scope
            && (matches!(name, "__module__" | "__qualname__" | "__firstlineno__")
                || ["locals", "vars"].iter().any(|name| scope.name(name).is_some())
                || self.module.source.text.contains("__prepare__"))
    }

    /// The cell that a function defined here takes into its closure for its free `name`.
    pub fn cell_for_closure(&mut self, name: &str) -> VarId {
        if name == "__class__" && self.is_class_body() {
            return self.class_cell.expect("resolved to this class");
        }
        if name == "__classdict__" && self.is_class_body() {
            return self.namespace_cell.expect("resolved to this class");
        }
        match self.binding(name) {
            Binding::Cell(cell) => cell,
            Binding::Namespace { .. } => {
                let symbol = self.symbol(name);
                self.free[&symbol]
            }
            _ => unreachable!("scope resolution promised a cell for `{name}`"),
        }
    }

    pub fn is_class_body(&self) -> bool {
        self.module.tree[self.root].kind == ScopeKind::Class
    }

    pub fn load_name(&mut self, name: &str, place: Place) -> VarId {
        if name == "__debug__" {
            return self.constant(Const::Bool(true), place);
        }
        let name = self.mangled(name).into_owned();
        match self.binding(&name) {
            Binding::Local(var) => {
                self.run(Op::CheckBound(var), place);
                if self.module.tree[self.root].has_walrus { self.emit(Op::Copy(var), place) } else { var }
            }
            Binding::Cell(cell) => self.emit(Op::LoadCell(cell), place),
            Binding::Global => self.load_global(&name, place),
            Binding::Namespace { namespace, fallback } => {
                self.load_from_namespace(namespace, &name, fallback, place)
            }
            Binding::LateNamespace { cell, fallback } => {
                let namespace = self.emit(Op::LoadCell(cell), place);
                self.load_from_namespace(namespace, &name, fallback, place)
            }
        }
    }

    fn load_from_namespace(
        &mut self,
        namespace: VarId,
        name: &str,
        fallback: Option<VarId>,
        place: Place,
    ) -> VarId {
        let fallback = match (fallback, self.module.outside(name)) {
            (Some(cell), _) => NameFallback::Cell(cell),
            (None, Outside::Slot(slot)) => NameFallback::Global(slot),
            (None, Outside::Builtin(name)) => NameFallback::Builtin(name),
        };
        let name = self.symbol(name);
        let op = Op::LoadName { namespace, name, fallback };
        self.emit(op, place)
    }

    pub fn load_global(&mut self, name: &str, place: Place) -> VarId {
        match self.module.outside(name) {
            Outside::Slot(slot) => self.emit(Op::LoadGlobal(slot), place),
            Outside::Builtin(symbol) => {
                if NOT_SUPPORTED_BUILTINS.contains(&name) {
                    self.not_supported(
                        "unsupported-builtin",
                        &format!("the builtin `{name}` is not supported yet"),
                        place,
                    );
                }
                self.emit(Op::LoadBuiltin(symbol), place)
            }
        }
    }

    /// Notes something unsupported, to be reported if this function can be reached.
    pub fn not_supported(&mut self, code: &'static str, message: &str, place: Place) {
        if self.current.is_some() {
            let diagnostic = Diagnostic::unsupported(code, message).at(place.span, "");
            self.function.unsupported.push(diagnostic);
        }
    }

    pub fn store_name(&mut self, name: &str, value: VarId, place: Place) {
        let name = self.mangled(name).into_owned();
        match self.binding(&name) {
            Binding::Local(var) => self.emit_to(var, Op::Copy(value), place),
            Binding::Cell(cell) => self.run(Op::StoreCell { cell, value }, place),
            Binding::Namespace { namespace, .. } => {
                let name = self.symbol(&name);
                let op = Op::StoreName { namespace, name, value };
                self.run(op, place);
            }
            Binding::Global | Binding::LateNamespace { .. } => {
                let slot = self.module.bound_slot(&name);
                self.run(Op::StoreGlobal(slot, value), place);
            }
        }
    }

    pub fn delete_name(&mut self, name: &str, place: Place) {
        let name = self.mangled(name).into_owned();
        match self.binding(&name) {
            Binding::Local(var) => {
                self.run(Op::CheckBound(var), place);
                self.emit_to(var, Op::Unbind, place);
            }
            Binding::Cell(cell) => self.run(Op::DelCell(cell), place),
            Binding::Namespace { namespace, .. } => {
                let name = self.symbol(&name);
                self.run(Op::DelName { namespace, name }, place);
            }
            Binding::Global | Binding::LateNamespace { .. } => {
                let slot = self.module.bound_slot(&name);
                self.run(Op::DelGlobal(slot), place);
            }
        }
    }

    /// The local variable that a plain store to `name` assigns, if it is one.
    pub fn local_target(&mut self, name: &str) -> Option<VarId> {
        let name = self.mangled(name).into_owned();
        match self.binding(&name) {
            Binding::Local(var) => Some(var),
            _ => None,
        }
    }

    /// `name` (mangled) is no variable of any function.
    pub fn means_global(&mut self, name: &str) -> bool {
        matches!(self.binding(name), Binding::Global)
    }

    /// `name` means the builtin, as far as the text shows.
    pub fn means_builtin(&mut self, name: &str) -> bool {
        self.means_global(name) && matches!(self.module.outside(name), Outside::Builtin(_))
    }

    /// No statement of the module binds `name`. A star import may still do so: for `super()` and its like, which must be
    /// known when the function is compiled, that is left out of account.
    pub fn means_unshadowed_builtin(&mut self, name: &str) -> bool {
        self.means_global(name) && !self.module.binds(name)
    }
}

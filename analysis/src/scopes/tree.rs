//! The tree of scopes and what is known about each name in each of them.

use crate::{define_index, index::IndexVec};
use std::collections::HashMap;

define_index!(
    /// One scope of a module.
    pub struct ScopeId,
    "s"
);

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ScopeKind {
    Module,
    Class,
    Function,
    Lambda,
    Generator,
    /// List, set or dict comprehension: inlined.
    Comprehension,
    /// `[T]` of a generic function, class or alias: inlined. Only the parameters are names of it; all others mean what
    /// they mean around it.
    TypeParams,
    /// The hidden function that evaluates a `def`'s annotations or a type alias's value.
    Lazy,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Resolution {
    /// A variable of this scope (in a class: a key of its namespace; in a module: a global).
    Local,
    /// A variable of this scope that inner functions share.
    Cell,
    /// A variable of an enclosing function.
    Free,
    /// A global of the module, or a builtin.
    Global,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NameInfo {
    pub is_bound: bool,
    pub is_param: bool,
    pub declared_global: bool,
    pub declared_nonlocal: bool,
    pub resolution: Resolution,
    /// In a class that binds the name: a function inside the class means an enclosing function's variable of that name.
    pub is_free_in_class: bool,
}

#[derive(Debug)]
pub struct Scope {
    pub kind: ScopeKind,
    pub parent: Option<ScopeId>,
    pub children: Vec<ScopeId>,
    /// The class whose private names are meant here.
    pub private_class: Option<String>,
    /// Its function contains `yield`.
    pub is_generator: bool,
    /// It or a comprehension in it assigns with `:=`: reading a local and using it later are two things.
    pub has_walrus: bool,
    /// A class some method of which needs `__class__`.
    pub needs_class_cell: bool,
    /// A class some hidden function of which looks names up in its namespace.
    pub needs_class_namespace: bool,
    /// Has annotated names: keeps `__annotations__`.
    pub has_annotations: bool,
    pub imports_star: bool,
    names: Vec<(String, NameInfo)>,
    numbers: HashMap<String, usize>,
}

impl Scope {
    pub(super) fn new(kind: ScopeKind, parent: Option<ScopeId>, private_class: Option<String>) -> Self {
        Self {
            kind,
            parent,
            children: Vec::new(),
            private_class,
            is_generator: false,
            has_walrus: false,
            needs_class_cell: false,
            needs_class_namespace: false,
            has_annotations: false,
            imports_star: false,
            names: Vec::new(),
            numbers: HashMap::new(),
        }
    }

    /// What is known about `name` (mangled).
    pub fn name(&self, name: &str) -> Option<&NameInfo> {
        self.numbers.get(name).map(|&at| &self.names[at].1)
    }

    pub(super) fn name_mut(&mut self, name: &str) -> &mut NameInfo {
        let at = *self.numbers.entry(name.to_owned()).or_insert_with(|| {
            self.names.push((
                name.to_owned(),
                NameInfo {
                    is_bound: false,
                    is_param: false,
                    declared_global: false,
                    declared_nonlocal: false,
                    resolution: Resolution::Global,
                    is_free_in_class: false,
                },
            ));
            self.names.len() - 1
        });
        &mut self.names[at].1
    }

    /// All names, in the order in which the text first mentions them.
    pub fn names(&self) -> impl Iterator<Item = (&str, &NameInfo)> {
        self.names.iter().map(|(name, info)| (name.as_str(), info))
    }

    /// The free variables in the order in which a closure carries them.
    pub fn free(&self) -> impl Iterator<Item = &str> {
        self.names()
            .filter(|(_, info)| info.resolution == Resolution::Free || info.is_free_in_class)
            .map(|(name, _)| name)
    }

    /// Its code is part of the function around it.
    pub fn is_inlined(&self) -> bool {
        matches!(self.kind, ScopeKind::Comprehension | ScopeKind::TypeParams)
    }

    /// Its local names are visible to functions inside it.
    pub(super) fn is_function_like(&self) -> bool {
        !matches!(self.kind, ScopeKind::Module | ScopeKind::Class)
    }
}

/// A node of the syntax tree by its address, and which of its scopes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct NodeKey(usize, Part);

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Part {
    Body,
    TypeParams,
    Lazy,
}

impl NodeKey {
    pub fn of<T>(node: &T, part: Part) -> Self {
        Self(std::ptr::from_ref(node) as usize, part)
    }
}

#[derive(Debug, Default)]
pub struct ScopeTree {
    pub scopes: IndexVec<ScopeId, Scope>,
    pub(super) by_node: HashMap<NodeKey, ScopeId>,
}

impl ScopeTree {
    pub const MODULE: ScopeId = ScopeId::new(0);

    pub fn find(&self, key: NodeKey) -> Option<ScopeId> {
        self.by_node.get(&key).copied()
    }
}

impl std::ops::Index<ScopeId> for ScopeTree {
    type Output = Scope;

    fn index(&self, id: ScopeId) -> &Scope {
        &self.scopes[id]
    }
}

//! Decides what each name of each scope means: CPython's `analyze_block`, with inlined scopes.
//!
//! Downwards go the names that enclosing functions bind; upwards come the free names of each scope, with the mark
//! whether a function of its own (not only inlined code) needs the name: only then must its owner keep it in a cell.

use super::tree::{Resolution, ScopeId, ScopeKind, ScopeTree};
use std::collections::BTreeSet;

const CLASS_CELL: &str = "__class__";
pub(super) const CLASS_NAMESPACE: &str = "__classdict__";

/// A name that a scope needs from outside.
struct FreeName {
    name: String,
    /// Through a function object's closure, not only in inlined code.
    captured: bool,
}

pub(super) fn resolve(tree: &mut ScopeTree) {
    let free = resolve_scope(tree, ScopeTree::MODULE, &BTreeSet::new());
    debug_assert!(free.is_empty(), "a module has no free names");
}

fn resolve_scope(tree: &mut ScopeTree, id: ScopeId, enclosing: &BTreeSet<String>) -> Vec<FreeName> {
    let scope = &mut tree.scopes[id];
    let function_like = scope.is_function_like();
    let inlined = scope.is_inlined();
    let mut inner = enclosing.clone();
    let mut free: Vec<FreeName> = Vec::new();
    let names: Vec<String> = scope.names().map(|(name, _)| name.to_owned()).collect();
    for name in &names {
        let info = scope.name_mut(name);
        info.resolution = if info.declared_global {
            if function_like {
                inner.remove(name);
            }
            Resolution::Global
        } else if info.is_bound && !info.declared_nonlocal {
            if function_like {
                inner.insert(name.clone());
            }
            Resolution::Local
        } else if enclosing.contains(name) {
            free.push(FreeName { name: name.clone(), captured: !inlined });
            Resolution::Free
        } else {
            Resolution::Global
        };
    }
    if scope.kind == ScopeKind::Class {
        inner.insert(CLASS_CELL.to_owned());
        inner.insert(CLASS_NAMESPACE.to_owned());
    }
    for child in scope.children.clone() {
        for needed in resolve_scope(tree, child, &inner) {
            absorb(tree, id, needed, inlined, &mut free);
        }
    }
    free
}

/// Satisfies a child's free name from scope `id`, or passes it on upwards.
fn absorb(tree: &mut ScopeTree, id: ScopeId, needed: FreeName, inlined: bool, free: &mut Vec<FreeName>) {
    let scope = &mut tree.scopes[id];
    let is_class = scope.kind == ScopeKind::Class;
    if is_class && needed.name == CLASS_CELL {
        scope.needs_class_cell = true;
        return;
    }
    if is_class && needed.name == CLASS_NAMESPACE {
        scope.needs_class_namespace = true;
        return;
    }
    let known = scope.name(&needed.name).is_some();
    let info = scope.name_mut(&needed.name);
    match info.resolution {
        Resolution::Local | Resolution::Cell if !is_class => {
            if needed.captured {
                info.resolution = Resolution::Cell;
            }
            return;
        }
        Resolution::Local | Resolution::Cell => info.is_free_in_class = true,
        Resolution::Global if is_class && known => info.is_free_in_class = true,
        _ => info.resolution = Resolution::Free,
    }
    let captured = needed.captured || !inlined;
    match free.iter_mut().find(|other| other.name == needed.name) {
        Some(other) => other.captured |= captured,
        None => free.push(FreeName { name: needed.name, captured }),
    }
}

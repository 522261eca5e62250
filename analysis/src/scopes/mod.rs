//! Scopes: which variable each name means, by CPython's rules.
//!
//! A *scope* is a module, class body, function, lambda, generator expression, comprehension, list of type parameters, or
//! one of the hidden functions that evaluate annotations. An *inlined* scope (comprehension, type parameters) has names
//! of its own but no function of its own: its code is part of the function around it. `collect` writes down what each
//! scope binds and mentions; `resolve` then decides for every name whether it is local, a cell, free or global.

mod builtins;
mod collect;
mod mangle;
mod resolve;
mod tree;

pub use builtins::{BUILTINS, is_builtin};
pub use mangle::mangle;
pub use tree::{NameInfo, NodeKey, Part, Resolution, Scope, ScopeId, ScopeKind, ScopeTree};

use crate::syntax::ast;

/// The scopes of one module. The tree is keyed by the addresses of the nodes of `suite`, so it is of use only as long as
/// the suite stays where it is.
pub fn analyze(suite: &[ast::Stmt]) -> ScopeTree {
    let mut tree = collect::collect(suite);
    resolve::resolve(&mut tree);
    tree
}

#[cfg(test)]
mod tests;

//! The import statements of a module, wherever they stand in it.

use crate::syntax::ast::{self, Stmt};

/// One thing an import statement asks for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Import {
    /// `import a.b.c`
    Module(String),
    /// `from ..a.b import x, y`: level 2, module `a.b`.
    From { level: u32, module: String, names: Vec<String> },
}

/// Every import of `suite` in source order, those inside functions, classes and branches too.
pub fn imports(suite: &[Stmt]) -> Vec<Import> {
    let mut found = Vec::new();
    collect(suite, &mut found);
    found
}

fn collect(suite: &[Stmt], found: &mut Vec<Import>) {
    for stmt in suite {
        match stmt {
            Stmt::Import(import) => {
                found.extend(import.names.iter().map(|alias| Import::Module(alias.name.to_string())))
            }
            Stmt::ImportFrom(import) => found.push(Import::From {
                level: import.level.as_ref().map_or(0, |level| level.to_u32()),
                module: import.module.as_ref().map_or(String::new(), |name| name.to_string()),
                names: import.names.iter().map(|alias| alias.name.to_string()).collect(),
            }),
            Stmt::FunctionDef(def) => collect(&def.body, found),
            Stmt::AsyncFunctionDef(def) => collect(&def.body, found),
            Stmt::ClassDef(def) => collect(&def.body, found),
            Stmt::For(node) => both(&node.body, &node.orelse, found),
            Stmt::AsyncFor(node) => both(&node.body, &node.orelse, found),
            Stmt::While(node) => both(&node.body, &node.orelse, found),
            Stmt::If(node) => both(&node.body, &node.orelse, found),
            Stmt::With(node) => collect(&node.body, found),
            Stmt::AsyncWith(node) => collect(&node.body, found),
            Stmt::Match(node) => node.cases.iter().for_each(|case| collect(&case.body, found)),
            Stmt::Try(node) => {
                collect(&node.body, found);
                handlers(&node.handlers, found);
                both(&node.orelse, &node.finalbody, found);
            }
            Stmt::TryStar(node) => {
                collect(&node.body, found);
                handlers(&node.handlers, found);
                both(&node.orelse, &node.finalbody, found);
            }
            _ => {}
        }
    }
}

fn both(first: &[Stmt], second: &[Stmt], found: &mut Vec<Import>) {
    collect(first, found);
    collect(second, found);
}

fn handlers(handlers: &[ast::ExceptHandler], found: &mut Vec<Import>) {
    for ast::ExceptHandler::ExceptHandler(handler) in handlers {
        collect(&handler.body, found);
    }
}

/// The strings of a module's `__all__ = ["a", "b"]`, which `from package import *` imports as submodules.
pub fn all_names(suite: &[Stmt]) -> Vec<String> {
    let mut names = Vec::new();
    for stmt in suite {
        let value = match stmt {
            Stmt::Assign(node) if matches!(node.targets.as_slice(), [ast::Expr::Name(name)] if name.id.as_str() == "__all__") => {
                &node.value
            }
            Stmt::AugAssign(node) if matches!(&*node.target, ast::Expr::Name(name) if name.id.as_str() == "__all__") => {
                &node.value
            }
            _ => continue,
        };
        let elements = match &**value {
            ast::Expr::List(list) => &list.elts,
            ast::Expr::Tuple(tuple) => &tuple.elts,
            _ => continue,
        };
        names.extend(elements.iter().filter_map(|element| match element {
            ast::Expr::Constant(constant) => constant.value.as_str().cloned(),
            _ => None,
        }));
    }
    names
}

//! What names mean, scope by scope.

use super::{Resolution, ScopeTree, analyze};
use crate::{
    source::{FileId, SourceMap},
    syntax::parse_module,
};
use std::fmt::Write;

fn file() -> FileId {
    SourceMap::new().add("t.py".into(), String::new())
}

/// One line for each scope: its kind and its names with their meaning.
fn show(text: &str) -> String {
    let suite = parse_module(file(), text).expect("the test is Python").suite;
    let tree: ScopeTree = analyze(&suite);
    let mut out = String::new();
    for scope in tree.scopes.iter() {
        let _ = write!(out, "{:?}:", scope.kind);
        for (name, info) in scope.names() {
            let mark = match info.resolution {
                Resolution::Local => "local",
                Resolution::Cell => "cell",
                Resolution::Free => "free",
                Resolution::Global => "global",
            };
            let class = if info.is_free_in_class { "+free" } else { "" };
            let _ = write!(out, " {name}={mark}{class}");
        }
        if scope.needs_class_cell {
            out.push_str(" [__class__]");
        }
        out.push('\n');
    }
    out
}

#[test]
fn closures_share_cells() {
    let shown = show("def f(a):\n    b = a\n    def g():\n        nonlocal b\n        b = c\n    return g\n");
    assert_eq!(shown, "Module: f=local\nFunction: a=local b=cell g=local\nFunction: b=free c=global\n");
}

#[test]
fn class_names_are_hidden_from_methods() {
    let shown = show(
        "def f():\n    x = 1\n    class A:\n        x = x\n        def m(self):\n            return x, super(), self.__y\n",
    );
    assert_eq!(
        shown,
        "Module: f=local\nFunction: x=cell A=local\nClass: __module__=local __qualname__=local x=local+free m=local [__class__]\n\
         Function: self=local x=free super=global __class__=free\n"
    );
}

#[test]
fn comprehensions_are_inlined() {
    let shown = show("def f(n):\n    return [x + n for x in range(n)], [lambda: y for y in n]\n");
    assert_eq!(
        shown,
        "Module: f=local\nFunction: n=local range=global\nComprehension: x=local n=free\nComprehension: y=cell\nLambda: y=free\n"
    );
}

#[test]
fn walrus_binds_around_comprehensions() {
    let shown = show(
        "def f(d):\n    any((h := x) for x in d)\n    [k := x for x in d]\n    return h, k\n[z := 1 for _ in ()]\n",
    );
    assert_eq!(
        shown,
        "Module: f=local z=local\nFunction: d=local any=global h=cell k=local\n\
         Generator: .0=local x=local h=free\nComprehension: x=local k=free\nComprehension: _=local z=global\n"
    );
}

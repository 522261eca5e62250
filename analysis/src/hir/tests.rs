//! Desugarings, by the text of the HIR. `UPDATE_EXPECT=1` is not needed: the expectations are short and written by hand.

use super::{Program, build, print_function, verify_program};
use crate::{
    modules::{ModuleGraph, ModuleKind, Origin, SourceModule},
    source::SourceMap,
    syntax::parse_module,
};

fn program(text: &str) -> Program {
    let mut sources = SourceMap::new();
    let file = sources.add("t.py".into(), text.to_owned());
    let mut graph = ModuleGraph::default();
    graph.modules.push(SourceModule {
        name: "__main__".into(),
        path: "t.py".into(),
        file,
        kind: ModuleKind::Root,
        origin: Origin::Program,
        ast: parse_module(file, text).expect("the test is Python"),
    });
    let program = build(&graph, &sources);
    verify_program(&program);
    program
}

/// The function called `name`, without the prefix of the test.
fn shown(text: &str, name: &str) -> String {
    let program = program(text);
    let (id, function) = program
        .functions
        .iter_enumerated()
        .find(|(_, function)| &program.names[function.qualname] == name)
        .expect("the test defines the function");
    print_function(&program, id, function, None)
}

#[track_caller]
fn expect(text: &str, name: &str, expected: &str) {
    let shown = shown(text, name);
    let lines = |text: &str| -> Vec<String> {
        text.lines().map(|line| line.trim().to_owned()).filter(|line| !line.is_empty()).collect()
    };
    assert_eq!(lines(&shown), lines(expected), "\n{shown}");
}

#[test]
fn a_plain_function() {
    expect(
        "def add(a, b):\n    return a + b\n",
        "add",
        "f1 def add(a v0, b v1)
           b0:
             v2 = Add a.0, b.1
             return v2",
    );
}

#[test]
fn tmp_corpus() {
    let Ok(list) = std::env::var("TAIPAN_CORPUS") else { return };
    for path in list.split_whitespace() {
        let Ok(text) = std::fs::read_to_string(path) else { continue };
        let mut sources = SourceMap::new();
        let file = sources.add(path.into(), text.replace("\r\n", "\n"));
        let Ok(ast) = parse_module(file, &sources.file(file).text) else {
            println!("noparse {path}");
            continue;
        };
        let mut graph = ModuleGraph::default();
        graph.modules.push(SourceModule {
            name: "__main__".into(),
            path: "t.py".into(),
            file,
            kind: ModuleKind::Root,
            origin: Origin::Program,
            ast,
        });
        let r = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| {
            let program = build(&graph, &sources);
            verify_program(&program);
            super::print_program(&program, Some(&sources)).len()
        }));
        println!("{} {path}", if r.is_ok() { "ok" } else { "FAIL" });
    }
}

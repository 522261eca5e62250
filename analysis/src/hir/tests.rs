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
        ast: parse_module(file, text).expect("the test is Python").suite,
        warnings: String::new(),
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
fn locals_are_checked_only_where_they_may_be_unbound() {
    expect(
        "def f(c):\n    if c:\n        x = 1\n    return x\n",
        "f",
        "f1 def f(c v0)
           b0:
             v1 = Truth c.0
             if v1 then b1 else b2
           b1:
             v2 = const 1
             x.3 = v2
             goto b2
           b2:
             CheckBound x.3
             return x.3",
    );
}

#[test]
fn a_chained_comparison_as_a_condition() {
    expect(
        "def f(a, b, c):\n    while a < b < c: pass\n",
        "f",
        "f1 def f(a v0, b v1, c v2)
           b0:
             goto b1
           b1:
             v3 = Lt a.0, b.1
             v4 = Truth v3
             if v4 then b2 else b3
           b2:
             v5 = Lt b.1, c.2
             v6 = Truth v5
             if v6 then b1 else b3
           b3:
             v7 = const None
             return v7",
    );
}

#[test]
fn parts_of_an_augmented_target_are_evaluated_once() {
    expect(
        "def f(a, i, v):\n    a.b[i] += v\n",
        "f",
        "f1 def f(a v0, i v1, v v2)
           b0:
             v3 = a.0.b
             v4 = v3[i.1]
             v5 = InPlaceAdd v4, v.2
             v3[i.1] = v5
             v6 = const None
             return v6",
    );
}

#[test]
fn finally_runs_on_every_way_out() {
    expect(
        "def f(g):\n    try:\n        return g()\n    finally:\n        print(1)\n",
        "f",
        "f1 def f(g v0)
           b0: handler b2
             v1 = call g.0()
             goto b1
           b1:
             v2 = builtin print
             v3 = const 1
             v4 = call v2(v3)
             return v1
           b2: handler b4
             v5 = TakeException
             v6 = EnterHandler v5
             v7 = builtin print
             v8 = const 1
             v9 = call v7(v8)
             goto b3
           b3:
             LeaveHandler v6
             reraise v5
           b4:
             v10 = TakeException
             LeaveHandler v6
             reraise v10",
    );
}

#[test]
fn comprehensions_are_part_of_the_function() {
    expect(
        "def f(xs, n):\n    return [x + n for x in xs if x]\n",
        "f",
        "f1 def f(xs v0, n v1)
           b0:
             v2 = GetIter xs.0
             v3 = BuildList
             goto b1
           b1:
             x.4 = next v2 then b2 else b4
           b2:
             v5 = Truth x.4
             if v5 then b3 else b1
           b3:
             v6 = Add x.4, n.1
             ListAppend v3, v6
             goto b1
           b4:
             return v3",
    );
}

#[test]
fn arguments_that_can_be_seen_come_after_the_method() {
    expect(
        "def f(a, b):\n    a.m(b)\n    a.m(b())\n",
        "f",
        "f1 def f(a v0, b v1)
           b0:
             v4 = call a.0.m(b.1)
             v6 = method a.0.m receiver v5
             v7 = call b.1()
             v8 = call a.0.m(v7) as v6 v5
             v9 = const None
             return v9",
    );
}

#[test]
fn swapping_needs_no_tuple() {
    expect(
        "def f(a, b):\n    a, b = b, a\n    return a\n",
        "f",
        "f1 def f(a v0, b v1)
           b0:
             v2 = b.1
             v3 = a.0
             a.0 = v2
             b.1 = v3
             return a.0",
    );
}

#[test]
fn walrus_makes_earlier_reads_settle() {
    expect(
        "def f(x):\n    return x, (x := 2)\n",
        "f",
        "f1 def f(x v0)
           b0:
             v1 = x.0
             v2 = const 2
             x.0 = v2
             v3 = BuildTuple v1, v2
             return v3",
    );
}

#[test]
fn captured_parameters_move_into_cells() {
    expect(
        "def f(a):\n    return lambda: a\n",
        "f",
        "f1 def f(a v0)
           b0:
             &a.1 = cell a.0
             v2 = function f2 closure &a.1
             return v2",
    );
}

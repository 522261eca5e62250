//! MIR of small programs: shapes of key lowerings, and that whatever is lowered passes the verifier.

use analysis::mir::{self, InstanceKind, Op, Program, Terminator, print::print_instance};
use analysis::modules::{RootFile, load_program};
use analysis::source::SourceMap;
use analysis::{hir, types};
use std::path::Path;

fn lower_bytes(path: &Path, bytes: &[u8], specialize: bool) -> Option<Program> {
    let mut sources = SourceMap::new();
    let graph = load_program(RootFile { shown: path, path, bytes }, &mut sources).ok()?;
    let hir = hir::build(&graph, &sources);
    let mut program = if specialize {
        mir::lower_program(&hir, &sources, &types::infer(&hir))
    } else {
        mir::lower_program(&hir, &sources, &types::Dynamic)
    };
    mir::passes::run(&mut program, |_, _| {});
    mir::verify::verify_program(&program, "the last pass");
    Some(program)
}

fn lower(source: &str, specialize: bool) -> Program {
    lower_bytes(Path::new("/test.py"), source.as_bytes(), specialize).expect("a program without errors")
}

/// The text of the instances whose name begins so.
fn text(program: &Program, name: &str) -> String {
    let mut out = String::new();
    for (id, instance) in program.instances.iter_enumerated() {
        if instance.name.starts_with(name) {
            print_instance(&mut out, program, id).expect("a string takes all");
        }
    }
    out
}

/// Not run by default: `TAIPAN_CORPUS=folder cargo test -p analysis --test mir corpus -- --nocapture`.
#[test]
fn corpus() {
    let Ok(folder) = std::env::var("TAIPAN_CORPUS") else { return };
    let mut files = vec![Path::new(&folder).to_owned()];
    let mut lowered = 0;
    while let Some(path) = files.pop() {
        if path.is_dir() {
            let entries = std::fs::read_dir(&path).expect("a folder that can be read");
            files.extend(entries.map(|entry| entry.expect("an entry").path()));
            continue;
        }
        if path.extension().is_none_or(|extension| extension != "py") {
            continue;
        }
        let bytes = std::fs::read(&path).expect("a file that can be read");
        for specialize in [false, true] {
            let attempt = std::panic::catch_unwind(|| lower_bytes(&path, &bytes, specialize).is_some());
            match attempt {
                Ok(true) => lowered += 1,
                Ok(false) => {}
                Err(_) => println!("PANIC {} specialize={specialize}", path.display()),
            }
        }
    }
    println!("lowered {lowered}");
}

#[test]
fn dynamic_comparison_and_branch_are_one_test() {
    let program = lower("def f(a, b):\n    if a < b:\n        return a\n    return b\n", false);
    let body = text(&program, "__main__.f#");
    assert!(body.contains("truth < "), "{body}");
}

#[test]
fn boxed_entry_takes_or_binds_arguments() {
    let program = lower("def f(a, b=1):\n    return a\nprint(f)\n", false);
    let entry = text(&program, "__main__.f/boxed");
    assert!(entry.contains("tp_bind_arguments"), "{entry}");
    assert!(entry.contains("raw == _2, raw 2"), "{entry}");
}

#[test]
fn generators_have_no_yield_left() {
    let program = lower("def g(n):\n    while True:\n        x = yield n\n        n += x\ng(1)\n", false);
    let resume =
        program.instances.iter().find(|i| i.kind == InstanceKind::GeneratorResume).expect("a resume");
    for block in resume.body.blocks.iter() {
        assert!(!matches!(block.terminator, Terminator::Yield { .. }));
    }
    assert!(resume.body.blocks.iter().any(|block| matches!(block.terminator, Terminator::Switch { .. })));
}

#[test]
fn int_loop_is_unboxed() {
    let source = "def total(n: int):\n    t = 0\n    for i in range(n):\n        t += i * i\n    return t\nprint(total(10))\n";
    let program = lower(source, true);
    let typed = program
        .instances
        .iter()
        .find(|i| i.kind == InstanceKind::Body && matches!(i.ret, mir::Return::Guarded(_)))
        .expect("a typed instance");
    let blocks = || typed.body.blocks.iter();
    let checked = blocks().filter(|b| matches!(b.terminator, Terminator::CheckedInt { .. })).count();
    assert_eq!(checked, 2, "{}", text(&program, "__main__.total"));
    let calls =
        blocks().filter(|b| !b.cold).flat_map(|b| &b.statements).any(|s| matches!(s.op, Op::Rt { .. }));
    assert!(!calls, "{}", text(&program, "__main__.total"));
}

/// `TAIPAN_DUMP=file.py cargo test -p analysis --test mir dump -- --nocapture` shows the typed MIR of a program.
#[test]
fn dump() {
    let Ok(file) = std::env::var("TAIPAN_DUMP") else { return };
    let bytes = std::fs::read(&file).expect("a file that can be read");
    let program = lower_bytes(Path::new(&file), &bytes, true).expect("a program without errors");
    println!("{}", mir::print::print_program(&program));
}

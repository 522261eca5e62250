//! `taipan emit` through the command, and the debug information behind it.

#[path = "support/process.rs"]
mod process;

use process::Outcome;
use std::{fs, path::Path, process::Command, time::Duration};
use tempfile::TempDir;

const PROGRAM: &str = "\
def collatz(n):
    steps = 0
    while n != 1:
        if n % 2 == 0:
            n = n // 2
        else:
            n = 3 * n + 1
        steps += 1
    return steps


class Pair:
    def __init__(self, x):
        self.x = x


best = 0
for i in range(1, 200):
    best = max(best, collatz(i))
print(best, Pair(1).x)
";

fn folder() -> TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    fs::write(folder.path().join("prog.py"), PROGRAM).expect("prog.py");
    folder
}

fn run(mut command: Command, folder: &Path) -> Outcome {
    command.current_dir(folder);
    let outcome = process::run(command, b"", Duration::from_secs(60)).expect("it ends");
    assert!(outcome.status.is_some(), "{}", outcome.status_text());
    outcome
}

fn taipan(folder: &Path, args: &[&str]) -> Outcome {
    let mut command = Command::new(env!("CARGO_BIN_EXE_taipan"));
    command.args(args);
    run(command, folder)
}

fn emitted(folder: &Path, args: &[&str]) -> String {
    let outcome = taipan(folder, args);
    assert_eq!(outcome.status, Some(0), "{args:?}: {}", String::from_utf8_lossy(&outcome.stderr));
    String::from_utf8(outcome.stdout).expect("UTF-8")
}

#[test]
fn every_stage_stands_between_its_source_lines() {
    let folder = folder();
    for kind in ["hir", "mir", "llvm-ir", "asm"] {
        let text = emitted(folder.path(), &["emit", kind, "prog.py", "--function", "collatz"]);
        for line in ["    8 |         steps += 1", "    5 |             n = n // 2"] {
            assert!(text.contains(line), "{kind}: {text}");
        }
        assert!(!text.contains("Pair") && !text.contains("!dbg") && !text.contains(".cfi"), "{kind}: {text}");
        // Not on a terminal: no colours, unless they are asked for.
        assert!(!text.contains('\x1b'));
        let coloured = ["emit", kind, "prog.py", "--function", "collatz", "--color", "always"];
        assert!(emitted(folder.path(), &coloured).contains("\x1b["));
    }
}

#[test]
fn one_line_and_the_state_before_optimization() {
    let folder = folder();
    let one = emitted(folder.path(), &["emit", "llvm-ir", "prog.py", "--line", "7"]);
    assert!(one.contains("smul.with.overflow") && !one.contains("steps += 1"), "{one}");
    let before = ["emit", "llvm-ir", "prog.py", "--function", "collatz", "--before-opt"];
    assert!(emitted(folder.path(), &before).contains("%steps = alloca i64"));
}

#[test]
fn raw_ir_is_accepted_by_llvm() {
    let folder = folder();
    llvm_backend::llvm_library::load().expect("LLVM");
    for flags in [&[][..], &["-O0"], &["--before-opt"], &["-g"]] {
        let text = emitted(folder.path(), &[&["emit", "llvm-ir", "prog.py", "--raw"], flags].concat());
        let context = inkwell::context::Context::create();
        let buffer =
            inkwell::memory_buffer::MemoryBuffer::create_from_memory_range_copy(text.as_bytes(), "raw.ll");
        let module = context.create_module_from_ir(buffer).expect("LLVM parses it");
        module.verify().expect("LLVM verifies it");
    }
}

/// Assembly in one piece is one file for an assembler, though it comes from several units.
#[test]
fn raw_assembly_is_accepted_by_an_assembler() {
    let folder = folder();
    for flags in [&[][..], &["-O0"]] {
        let text = emitted(folder.path(), &[&["emit", "asm", "prog.py", "--raw"], flags].concat());
        fs::write(folder.path().join("raw.s"), &text).expect("raw.s");
        let mut assembler = Command::new("cc");
        assembler.args(["-c", "raw.s", "-o", "raw.o"]);
        let outcome = run(assembler, folder.path());
        assert_eq!(outcome.status, Some(0), "{flags:?}: {}", String::from_utf8_lossy(&outcome.stderr));
        assert!(text.contains("collatz") && text.contains("taipan_program"), "{flags:?}");
    }
}

/// What would move the cursor or change colours is shown as what it is: nothing of the sort reaches the terminal.
#[test]
fn control_characters_of_a_program_are_not_printed() {
    let folder = folder();
    let program = "text = 'a\x1b[31mb'  # \x07\x1b]0;title\x07\nprint(len(text))\n";
    fs::write(folder.path().join("odd.py"), program).expect("odd.py");
    for args in
        [&["emit", "hir"][..], &["emit", "mir"], &["emit", "llvm-ir"], &["emit", "types"], &["explain"]]
    {
        let text = emitted(folder.path(), &[args, &["odd.py"]].concat());
        assert!(text.contains("31mb"), "{args:?}: {text}");
        assert!(!text.contains(['\x1b', '\x07']), "{args:?}: {text}");
    }
}

#[test]
fn what_cannot_be_shown_is_said() {
    let folder = folder();
    for (args, expected) in [
        (&["emit", "mir", "absent.py"][..], "can't open file"),
        (&["emit", "mir", "prog.py", "--function", "nobody"], "no function of prog.py matches `nobody`"),
        (&["emit", "mir", "prog.py", "--line", "10"], "no code comes from line 10"),
        (&["emit", "mir", "prog.py", "--line", "1000"], "it has 20 lines"),
        (&["emit", "everything", "prog.py"], "invalid value 'everything'"),
    ] {
        let outcome = taipan(folder.path(), args);
        let shown = String::from_utf8_lossy(&outcome.stderr).into_owned();
        assert_eq!(outcome.status, Some(2), "{args:?}: {shown}");
        assert!(shown.contains(expected), "{args:?}: {shown}");
    }
}

/// A debugger stops at a Python line and names Python functions, at every level. Where there is no gdb, the line table is
/// looked for in the executable.
#[test]
fn debuggers_see_python() {
    let folder = folder();
    for level in ["-O0", "-O1", "-O2", "-O3"] {
        let built = taipan(folder.path(), &["build", "-g", level, "prog.py", "-o", "prog"]);
        assert_eq!(built.status, Some(0), "{}", String::from_utf8_lossy(&built.stderr));
        if Command::new("gdb").arg("--version").output().is_err() {
            let bytes = fs::read(folder.path().join("prog")).expect("the executable");
            assert!(bytes.windows(12).any(|window| window == b".debug_line\0"));
            continue;
        }
        let mut gdb = Command::new("gdb");
        gdb.args(["-nx", "-batch", "-ex", "break prog.py:8", "-ex", "run", "-ex", "bt", "prog"]);
        let outcome = run(gdb, folder.path());
        let shown = String::from_utf8_lossy(&outcome.stdout).into_owned();
        assert!(shown.contains("8\t        steps += 1"), "{level}: {shown}");
        assert!(shown.contains("collatz ()") && shown.contains("prog.py:8"), "{level}: {shown}");
        assert!(shown.contains("<module> ()"), "{level}: {shown}");
    }
}

//! A compiler that fails compiles the program once more with everything dynamic, and nobody sees it.

use std::process::{Command, Output};

const PROGRAM: &str = "\
import os
import sys
def twice(n):
    return n * 2
print(twice(21), sys.argv[1:], input(), sorted(name for name in os.environ if 'IS_SECOND' in name))
print(1 / 0)
";

fn run(fault: &str, second: &str, flags: &[&str]) -> Output {
    let folder = tempfile::tempdir().expect("a folder");
    let (source, input) = (folder.path().join("prog.py"), folder.path().join("input"));
    std::fs::write(&source, PROGRAM).expect("the program");
    std::fs::write(&input, "typed\n").expect("its input");
    Command::new(env!("CARGO_BIN_EXE_taipan"))
        .args(["run", "--no-cache", "-O0"])
        .args(flags)
        .args([source.as_os_str(), "a b".as_ref(), "-x".as_ref()])
        .env("TAIPAN_FAULT", fault)
        .env("TAIPAN_SECOND_ATTEMPT", second)
        .stdin(std::fs::File::open(input).expect("its input"))
        .output()
        .expect("the compiler")
}

#[test]
fn failures_do_not_reach_the_user() {
    for fault in ["panic", "abort", "broken-mir"] {
        let output = run(fault, "1", &[]);
        let (out, err) = (String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
        assert_eq!(out, "42 ['a b', '-x'] typed []\n", "{fault}: {err}");
        assert!(
            err.starts_with("Traceback") && err.ends_with("\nZeroDivisionError: division by zero\n"),
            "{err}"
        );
        assert_eq!(output.status.code(), Some(1), "{fault}");
    }
}

#[test]
fn verbose_runs_tell_of_them() {
    let output = run("panic", "1", &["-v"]);
    let err = String::from_utf8_lossy(&output.stderr);
    assert!(
        err.contains("taipan: the compiler failed, and tries once more with everything dynamic\n"),
        "{err}"
    );
}

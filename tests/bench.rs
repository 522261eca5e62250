//! `taipan bench` and `taipan verify` through the command: what they report, and what they say when something is wrong.
//!
//! The other side is a C program beside the Python one, which can be made to differ, to hang, or not to compile.

#[path = "support/process.rs"]
mod process;

use process::Outcome;
use std::{fs, os::unix::fs::PermissionsExt, path::Path, process::Command, time::Duration};
use tempfile::TempDir;

const COUNT: &str = "import sys\nfor i in range(int(sys.argv[1])):\n    print(i)\n";

const COUNT_C: &str = r#"
#include <stdio.h>
#include <stdlib.h>
int main(int argc, char **argv) {
    for (int i = 0; i < atoi(argv[1]); i++) printf("%d\n", i == LIE ? -1 : i);
    return END;
}
"#;

/// A folder with `count.py`, and `count.c` with this number printed wrong and this exit status.
fn folder(lie: i32, end: i32) -> TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    fs::write(folder.path().join("count.py"), COUNT).expect("count.py");
    let c = COUNT_C.replace("LIE", &lie.to_string()).replace("END", &end.to_string());
    fs::write(folder.path().join("count.c"), c).expect("count.c");
    folder
}

fn taipan(folder: &Path, args: &[&str]) -> Outcome {
    let mut command = Command::new(env!("CARGO_BIN_EXE_taipan"));
    command.args(args).current_dir(folder);
    let outcome = process::run(command, b"", Duration::from_secs(60)).expect("taipan ends");
    assert!(outcome.status.is_some(), "{args:?}: {}", outcome.status_text());
    outcome
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

#[test]
fn equal_programs_and_their_figures() {
    let folder = folder(-1, 0);
    let outcome =
        taipan(folder.path(), &["bench", "--against", "c", "--runs", "4", "--json", "count.py", "100"]);
    assert_eq!(outcome.status, Some(0), "{}", text(&outcome.stderr));
    let report: serde_json::Value = serde_json::from_slice(&outcome.stdout).expect("JSON");
    assert_eq!(report["baseline"], "c");
    let results = report["programs"][0]["results"].as_array().expect("results");
    assert_eq!(results.len(), 2);
    for result in results {
        assert_eq!(result["outcome"], "equal");
        assert_eq!(result["stdout_bytes"], 290);
        assert_eq!(result["user"].as_array().map(Vec::len), Some(4));
        assert!(result["build_seconds"].as_f64().is_some_and(|seconds| seconds > 0.0));
        assert!(result["memory"][0].as_u64().is_some_and(|kilobytes| kilobytes > 100));
        assert!(result["speedup"]["level"].as_f64().is_some_and(|level| level >= 0.95));
    }
    assert!(report["contenders"][1]["version"].as_str().is_some_and(|version| version.starts_with("0.")));
}

#[test]
fn a_difference_is_shown_and_is_exit_status_1() {
    let folder = folder(70, 0);
    let outcome = taipan(folder.path(), &["bench", "--against", "c", "--runs", "1", "count.py", "100"]);
    assert_eq!(outcome.status, Some(1));
    let shown = text(&outcome.stdout);
    assert!(shown.contains("standard output differs in line 71, byte 1"), "{shown}");
    assert!(
        shown.contains("  - -1\n") && shown.contains("  + 70\n") && shown.contains("    69\n"),
        "{shown}"
    );
}

#[test]
fn what_hangs_is_ended_and_what_does_not_compile_is_reported() {
    let folder = folder(-1, 0);
    fs::write(folder.path().join("count.c"), "int main(void) { for (;;) {} }\n").expect("count.c");
    let bench = ["bench", "--against", "taipan,c", "--runs", "1", "--timeout", "0.7", "count.py", "3"];
    let outcome = taipan(folder.path(), &bench);
    assert_eq!(outcome.status, Some(0), "{}", text(&outcome.stderr));
    assert!(text(&outcome.stdout).contains("timed out"), "{}", text(&outcome.stdout));
    fs::write(folder.path().join("count.c"), "int main(void) { return nothing; }\n").expect("count.c");
    let outcome = taipan(folder.path(), &bench);
    assert_eq!(outcome.status, Some(0), "{}", text(&outcome.stderr));
    let shown = text(&outcome.stdout);
    assert!(
        shown.contains("not compiled") && shown.contains("error:") && shown.contains("nothing"),
        "{shown}"
    );
}

#[test]
fn a_suite_its_reports_and_what_changed() {
    let folder = folder(-1, 0);
    let programs = folder.path().join("programs");
    fs::create_dir(&programs).expect("programs");
    for name in ["one", "two"] {
        fs::write(programs.join(format!("{name}.py")), COUNT).expect("a program");
        fs::write(programs.join(format!("{name}.args")), "50\n").expect("its arguments");
    }
    let outcome = taipan(
        folder.path(),
        &[
            "bench",
            "--suite",
            "programs",
            "--against",
            "taipan",
            "--runs",
            "2",
            "--report",
            "report.html",
            "--markdown=table.md",
            "--json=new.json",
            "--history",
            "history.ndjson",
        ],
    );
    assert_eq!(outcome.status, Some(0), "{}", text(&outcome.stderr));
    let read = |name: &str| fs::read_to_string(folder.path().join(name)).expect("a report");
    assert!(read("table.md").contains("| one |") && read("table.md").contains("*geometric mean*"));
    assert!(
        read("report.html").contains("\"name\":\"two\"") && !read("report.html").contains("http://localhost")
    );
    assert_eq!(read("history.ndjson").lines().count(), 4);
    assert!(text(&outcome.stdout).contains("geometric mean"));
    let outcome = taipan(
        folder.path(),
        &["bench", "--suite", "programs", "--only", "one", "--against", "taipan", "--compare", "new.json"],
    );
    assert_eq!(outcome.status, Some(0), "{}", text(&outcome.stderr));
    assert!(text(&outcome.stdout).contains("compared with"), "{}", text(&outcome.stdout));
}

/// Compilers that are not installed where tests run, as scripts that take the command lines of the real ones and no others.
#[test]
fn peers_are_called_as_their_command_lines_want_it() {
    let folder = folder(-1, 0);
    let bin = folder.path().join("bin");
    fs::create_dir(&bin).expect("bin");
    let counts = "'#!/bin/sh' 'exec seq 0 $(($1 - 1))'";
    let codon = format!(
        "#!/bin/sh\nif [ \"$1\" = --version ]; then echo 0.19.3; exit; fi\n\
         [ \"$1 $2 $3 $4\" = 'build -release -exe -o' ] && [ -f \"$6\" ] || exit 9\n\
         printf '%s\\n' {counts} > \"$5\" && chmod +x \"$5\"\n"
    );
    let shedskin = format!(
        "#!/bin/sh\nif [ \"$1\" = --version ]; then echo 0.9.12; exit; fi\n\
         [ \"$1 $2\" = 'translate program' ] && [ -f program.py ] || exit 9\n\
         printf '%s\\n' {counts} > program.sh\n\
         printf 'program:\\n\\tcp program.sh program && chmod +x program\\n' > Makefile\n"
    );
    for (name, script) in [("codon", codon), ("shedskin", shedskin)] {
        fs::write(bin.join(name), script).expect("a script");
        fs::set_permissions(bin.join(name), fs::Permissions::from_mode(0o755)).expect("its mode");
    }
    let path = format!("{}:{}", bin.display(), std::env::var("PATH").unwrap_or_default());
    let mut command = Command::new(env!("CARGO_BIN_EXE_taipan"));
    command.args(["bench", "--against", "taipan,codon,shedskin", "--runs", "1", "--json", "count.py", "30"]);
    command.current_dir(folder.path()).env("PATH", path);
    let outcome = process::run(command, b"", Duration::from_secs(60)).expect("taipan ends");
    assert_eq!(outcome.status, Some(0), "{}", text(&outcome.stderr));
    let report: serde_json::Value = serde_json::from_slice(&outcome.stdout).expect("JSON");
    let results = report["programs"][0]["results"].as_array().expect("results");
    let outcomes: Vec<&str> = results.iter().filter_map(|result| result["outcome"].as_str()).collect();
    assert_eq!(outcomes, ["equal"; 4], "{results:?}");
    assert!(report["contenders"].to_string().contains("Codon 0.19.3"));
}

/// What programs and compilers write is shown without what a terminal would obey.
#[test]
fn outputs_in_reports_leave_the_terminal_alone() {
    let folder = folder(2, 0);
    let c = COUNT_C.replace("\\n\", i", "\\033[31m\\n\", i").replace("LIE", "2").replace("END", "0");
    fs::write(folder.path().join("count.c"), c).expect("count.c");
    for command in ["bench", "verify"] {
        let outcome = taipan(folder.path(), &[command, "--against", "c", "count.py", "9"]);
        assert_eq!(outcome.status, Some(1));
        let shown = text(&outcome.stdout);
        assert!(shown.contains("differs in line") && shown.contains("[31m"), "{shown}");
        assert!(!shown.contains('\x1b'), "{shown}");
    }
}

#[test]
fn verify_compares_output_and_exit_status() {
    let equal = folder(-1, 0);
    let outcome = taipan(equal.path(), &["verify", "--against", "c", "count.py", "9"]);
    assert_eq!(outcome.status, Some(0), "{}", text(&outcome.stdout));
    assert!(text(&outcome.stdout).starts_with("equal: 18 bytes of standard output"));
    let outcome = taipan(folder(5, 3).path(), &["verify", "--against", "c", "count.py", "9"]);
    assert_eq!(outcome.status, Some(1));
    let shown = text(&outcome.stdout);
    assert!(shown.contains("differs in line 6") && shown.contains("exit status 3"), "{shown}");
}

#[test]
fn wrong_requests_are_one_line_and_status_2() {
    let folder = folder(-1, 0);
    fs::write(folder.path().join("old.json"), "{}").expect("old.json");
    for (args, expected) in [
        (&["bench", "absent.py"][..], "can't open file 'absent.py': No such file or directory"),
        (&["bench", "--against", "nobody", "count.py"], "no peer `nobody`"),
        (&["bench", "--suite", "absent"], "can't open folder 'absent'"),
        (&["bench", "--suite", ".", "--only", "absent"], "there is no program `absent`"),
        (&["bench", "--compare", "old.json", "count.py"], "old.json is no report of `taipan bench --json`"),
        (&["bench", "--stdin", "absent.txt", "count.py"], "can't open file 'absent.txt'"),
        (&["verify", "absent.py"], "can't open file 'absent.py'"),
    ] {
        let outcome = taipan(folder.path(), args);
        let shown = text(&outcome.stderr);
        assert_eq!(outcome.status, Some(2), "{args:?}: {shown}");
        assert!(shown.contains(expected) && shown.lines().count() == 1, "{args:?}: {shown}");
    }
}

//! Large programs. `cargo test --test scale` compiles one of 2,000 lines in two ways and compares what they print.
//!
//! `TAIPAN_SCALE=1000,5000,20000 cargo test --release --test scale` measures inference too: a row for each number of lines,
//! with the time on one thread and on two, and the exponent of the growth from the first row to the last.

#[path = "scale/generate.rs"]
mod generate;
#[path = "support/process.rs"]
mod process;

use std::{
    path::{Path, PathBuf},
    process::Command,
    time::Duration,
};

/// Writes the program of so many lines; its root file, and how many lines it has.
fn write_program(folder: &Path, lines: usize) -> (PathBuf, usize) {
    let mut written = 0;
    for (name, text) in generate::program(lines) {
        written += text.lines().count();
        std::fs::write(folder.join(name), text).expect("a file of the program");
    }
    (folder.join("program.py"), written)
}

fn taipan(arguments: &[&str], root: &Path) -> process::Outcome {
    let mut command = Command::new(env!("CARGO_BIN_EXE_taipan"));
    command.args(arguments).arg(root).env("TAIPAN_SECOND_ATTEMPT", "0");
    let outcome = process::run(command, b"", Duration::from_secs(300)).expect("an end");
    let stderr = String::from_utf8_lossy(&outcome.stderr);
    assert_eq!(outcome.status, Some(0), "status {}\n{stderr}", outcome.status_text());
    outcome
}

#[test]
fn two_thousand_lines_print_the_same_with_types_and_without() {
    let folder = tempfile::tempdir().expect("a folder");
    let (root, lines) = write_program(folder.path(), 2000);
    assert!((1900..2600).contains(&lines), "{lines} lines");
    let typed = taipan(&["run", "--no-cache", "-O0"], &root);
    let dynamic = taipan(&["run", "--no-cache", "-O0", "--no-specialize"], &root);
    let text = String::from_utf8_lossy(&typed.stdout);
    assert!(text.trim().parse::<u64>().is_ok_and(|total| total > 1000), "{text}");
    assert_eq!(text, String::from_utf8_lossy(&dynamic.stdout));
}

#[test]
fn inference_grows_with_the_program() {
    let Ok(wanted) = std::env::var("TAIPAN_SCALE") else { return };
    let mut rows: Vec<(usize, f64)> = vec![];
    println!("{:>8}  {:>10}  {:>10}  {:>8}", "lines", "1 thread", "2 threads", "ratio");
    for lines in wanted.split(',').map(|text| text.trim().parse().expect("TAIPAN_SCALE=1000,5000")) {
        let folder = tempfile::tempdir().expect("a folder");
        let (root, lines) = write_program(folder.path(), lines);
        let [one, two] =
            ["1", "2"].map(|jobs| (0..3).map(|_| inference(&root, jobs)).fold(f64::MAX, f64::min));
        println!("{lines:>8}  {one:>8.1}ms  {two:>8.1}ms  {:>8.2}", one / two);
        rows.push((lines, one));
    }
    if let (Some(first), Some(last)) = (rows.first(), rows.last())
        && rows.len() > 1
    {
        let exponent = (last.1 / first.1).ln() / (last.0 as f64 / first.0 as f64).ln();
        println!("exponent {exponent:.2}");
    }
}

/// Milliseconds of the stage `types`.
fn inference(root: &Path, jobs: &str) -> f64 {
    let outcome = taipan(&["build", "--emit=types=/dev/null", "--time-passes", "--jobs", jobs], root);
    let stderr = String::from_utf8_lossy(&outcome.stderr).into_owned();
    let row = stderr.lines().find(|line| line.ends_with("  types")).expect("a row of the stage");
    row.split_whitespace().next().and_then(|text| text.parse().ok()).expect("a time")
}

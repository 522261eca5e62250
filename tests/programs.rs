//! Every program below `tests/programs`, compiled and run at `-O0`, at `-O3` and with `--no-specialize`, must print what
//! CPython 3.13 printed; and once more with a collector that collects all the time, poisons what it frees and checks the
//! heap after each collection.
//!
//! Beside `NAME.py`: `NAME.out` (standard output), `NAME.err` (standard error, absent if empty), `NAME.status` (exit
//! status, absent if 0), `NAME.in` (standard input, optional), `NAME.args` (arguments, one a line, optional). A folder that
//! has a `__main__.py` is one program, all of whose files belong together; its expectations are named after the folder.
//! `UPDATE_EXPECT=1` makes the expectations anew, with CPython only (`python3.13`, or what `TAIPAN_CPYTHON` names).
//! Arguments filter by name as usual: `cargo test --test programs -- O3::strings`.

#[path = "support/expect.rs"]
mod expect;
#[path = "support/process.rs"]
mod process;

use libtest_mimic::{Arguments, Failed, Trial};
use std::{
    path::{Path, PathBuf},
    process::Command,
    sync::Arc,
    time::Duration,
};

/// How programs are compiled and run.
struct Mode {
    name: &'static str,
    flags: &'static [&'static str],
    /// Collect at every n-th allocation.
    stress: Option<&'static str>,
}

const MODES: &[Mode] = &[
    Mode { name: "O0", flags: &["-O0"], stress: None },
    Mode { name: "O3", flags: &["-O3"], stress: None },
    Mode { name: "dynamic", flags: &["-O1", "--no-specialize"], stress: None },
    Mode { name: "memory", flags: &["-O1"], stress: Some("41") },
];

const TIMEOUT: Duration = Duration::from_secs(60);

fn main() {
    let mut arguments = Arguments::from_args();
    let cores = std::thread::available_parallelism().map_or(2, |n| n.get());
    arguments.test_threads = Some(arguments.test_threads.unwrap_or(cores));
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/programs");
    let mut programs = Vec::new();
    collect(&root, &mut programs);
    programs.sort();
    if std::env::var_os("UPDATE_EXPECT").is_some() {
        let trials = programs.into_iter().map(|program| {
            let name = name_of(&root, &program);
            Trial::test(format!("update::{name}"), move || update(&program))
        });
        libtest_mimic::run(&arguments, trials.collect()).exit();
    }
    let scratch = Arc::new(tempfile::tempdir().expect("a scratch folder"));
    let mut trials = Vec::new();
    for program in programs {
        for mode in MODES {
            let (program, scratch) = (program.clone(), scratch.clone());
            let name = format!("{}::{}", mode.name, name_of(&root, &program));
            trials.push(Trial::test(name, move || check(&program, mode, scratch.path())));
        }
    }
    libtest_mimic::run(&arguments, trials).exit();
}

fn collect(folder: &Path, programs: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).expect("tests/programs").flatten() {
        let path = entry.path();
        if path.join("__main__.py").is_file() {
            programs.push(path.join("__main__.py"));
        } else if path.is_dir() {
            collect(&path, programs);
        } else if path.extension().is_some_and(|ext| ext == "py") {
            programs.push(path);
        }
    }
}

/// What `NAME.out` and the others are named after.
fn stem(program: &Path) -> PathBuf {
    if program.ends_with("__main__.py") {
        program.parent().expect("a folder").to_owned()
    } else {
        program.with_extension("")
    }
}

fn beside(program: &Path, extension: &str) -> PathBuf {
    let mut name = stem(program).into_os_string();
    name.push(".");
    name.push(extension);
    PathBuf::from(name)
}

fn name_of(root: &Path, program: &Path) -> String {
    stem(program).strip_prefix(root).expect("a path below the root").display().to_string()
}

/// Runs a program in a folder of its own, where it may write what it likes: its other modes run at the same time.
fn run(mut command: Command, program: &Path) -> Result<process::Outcome, Failed> {
    let scratch = tempfile::tempdir().map_err(|error| error.to_string())?;
    let arguments = std::fs::read_to_string(beside(program, "args")).unwrap_or_default();
    command.arg(program).args(arguments.lines()).current_dir(scratch.path());
    command.env("PYTHONHASHSEED", "0").env("PYTHONDONTWRITEBYTECODE", "1");
    let input = std::fs::read(beside(program, "in")).unwrap_or_default();
    Ok(process::run(command, &input, TIMEOUT)?)
}

/// Tracebacks and warnings name files by their absolute path: the expectation must not depend on where the project lies.
fn without_folders(output: &[u8]) -> String {
    String::from_utf8_lossy(output).replace(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/programs/"), "")
}

fn check(program: &Path, mode: &Mode, scratch: &Path) -> Result<(), Failed> {
    let mut command = Command::new(env!("CARGO_BIN_EXE_taipan"));
    command.arg("run").arg("--no-cache").args(mode.flags);
    // A compiler that fails and hides it has failed.
    command.env("TAIPAN_SECOND_ATTEMPT", "0");
    command.env("TMPDIR", scratch);
    if let Some(stress) = mode.stress {
        command.env("TAIPAN_GC_STRESS", stress).env("TAIPAN_GC_VERIFY", "1");
    }
    let outcome = run(command, program)?;
    let expected_out = std::fs::read(beside(program, "out")).unwrap_or_default();
    let expected_err = std::fs::read(beside(program, "err")).unwrap_or_default();
    let expected_status = std::fs::read_to_string(beside(program, "status")).unwrap_or_default();
    let expected_status = expected_status.trim().parse().unwrap_or(0);
    let mut wrong = Vec::new();
    if outcome.status != Some(expected_status) {
        wrong.push(format!("exit status {}, expected {expected_status}", outcome.status_text()));
    }
    let (expected, got) = (String::from_utf8_lossy(&expected_out), without_folders(&outcome.stdout));
    wrong.extend(expect::difference("standard output", &expected, &got));
    let (expected, got) = (String::from_utf8_lossy(&expected_err), without_folders(&outcome.stderr));
    wrong.extend(expect::difference("standard error", &expected, &got));
    if wrong.is_empty() { Ok(()) } else { Err(wrong.join("\n").into()) }
}

fn update(program: &Path) -> Result<(), Failed> {
    let command = expect::cpython()?;
    let outcome = run(command, program)?;
    let status = outcome.status.ok_or("CPython was killed")?;
    let write = |extension: &str, text: &[u8], always: bool| {
        let path = beside(program, extension);
        if text.is_empty() && !always {
            let _ = std::fs::remove_file(path);
            Ok(())
        } else {
            std::fs::write(path, text)
        }
    };
    write("out", without_folders(&outcome.stdout).as_bytes(), true)?;
    write("err", without_folders(&outcome.stderr).as_bytes(), false)?;
    let status = if status == 0 { String::new() } else { format!("{status}\n") };
    write("status", status.as_bytes(), false)?;
    Ok(())
}

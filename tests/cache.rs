//! The cache of executables: what is found again, what is made anew, and what concurrent runs may do to each other.

#[path = "scale/generate.rs"]
mod generate;
#[path = "support/process.rs"]
mod process;

use process::Outcome;
use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
    time::Duration,
};

/// A program with a module, in a folder with a cache of its own.
struct Case {
    folder: tempfile::TempDir,
}

impl Case {
    fn new() -> Self {
        let case = Self { folder: tempfile::tempdir().expect("a folder") };
        case.write("greeting.py", "def words():\n    return 'hello'\n");
        case.write("prog.py", "import greeting\nprint(greeting.words())\n");
        case
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn write(&self, name: &str, text: &str) {
        fs::write(self.path(name), text).expect("a file of the case");
    }

    /// The command with the case's cache.
    fn taipan(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_taipan"));
        command.args(arguments).env("XDG_CACHE_HOME", self.path("cache"));
        command
    }

    fn run_with(&self, flags: &[&str], variable: (&str, &str)) -> Outcome {
        let mut command = self.taipan(&["run", "-O0"]);
        command.args(flags).arg(self.path("prog.py")).env(variable.0, variable.1);
        process::run(command, b"", Duration::from_secs(120)).expect("the run ends")
    }

    fn prints(&self, flags: &[&str]) -> String {
        let outcome = self.run_with(flags, ("TAIPAN_TEST", "1"));
        let stderr = String::from_utf8_lossy(&outcome.stderr);
        assert_eq!(outcome.status, Some(0), "status {}\n{stderr}", outcome.status_text());
        String::from_utf8(outcome.stdout).expect("text")
    }

    /// Whether a run compiles: then LLVM's library is loaded.
    fn compiles(&self, flags: &[&str]) -> bool {
        let outcome = self.run_with(flags, ("LD_DEBUG", "files"));
        assert_eq!(outcome.status, Some(0));
        String::from_utf8_lossy(&outcome.stderr).contains("libLLVM")
    }

    /// The cached executables.
    fn entries(&self) -> Vec<PathBuf> {
        let folder = self.path("cache/taipan");
        let files = fs::read_dir(folder).expect("a cache").flatten().map(|entry| entry.path());
        files.filter(|path| path.is_file() && path.extension().is_none()).collect()
    }
}

#[test]
fn the_second_run_does_not_load_llvm() {
    let case = Case::new();
    assert!(case.compiles(&[]));
    assert!(!case.compiles(&[]));
    assert_eq!(case.prints(&[]), "hello\n");
}

#[test]
fn sources_and_flags_are_the_key() {
    let case = Case::new();
    assert_eq!(case.prints(&[]), "hello\n");
    case.write("greeting.py", "def words():\n    return 'good evening'\n");
    assert_eq!(case.prints(&[]), "good evening\n");
    assert!(case.compiles(&["-g"]));
    assert!(case.compiles(&["--no-specialize"]));
    assert!(!case.compiles(&["-g"]));
    // As it was before: the first executable again.
    case.write("greeting.py", "def words():\n    return 'hello'\n");
    assert!(!case.compiles(&[]));
    assert_eq!(case.prints(&[]), "hello\n");
}

#[test]
fn a_module_that_appears_is_seen() {
    let case = Case::new();
    case.write("prog.py", "try:\n    import extra\nexcept ImportError:\n    print('none')\n");
    assert_eq!(case.prints(&[]), "none\n");
    case.write("extra.py", "print('here')\n");
    assert_eq!(case.prints(&[]), "here\n");
    case.write("greeting.py", "not imported: anything may stand here\n");
    assert!(!case.compiles(&[]));
}

#[test]
fn a_damaged_entry_is_made_again() {
    let case = Case::new();
    case.prints(&[]);
    let entries = case.entries();
    assert_eq!(entries.len(), 1);
    let whole = fs::read(&entries[0]).expect("the entry");
    for damaged in [&whole[..whole.len() / 2], b"", b"#!/bin/sh\necho wrong\n"] {
        fs::write(&entries[0], damaged).expect("the entry can be written");
        assert_eq!(case.prints(&[]), "hello\n");
    }
    assert!(fs::read(&entries[0]).expect("the entry") == whole, "not the same bytes again");
}

#[test]
fn concurrent_runs_and_a_clean_do_not_meet() {
    let case = Case::new();
    case.prints(&[]);
    std::thread::scope(|scope| {
        for round in 0..6 {
            let case = &case;
            scope.spawn(move || {
                for _ in 0..3 {
                    assert_eq!(
                        case.prints(if round % 2 == 0 { &[] } else { &["--no-specialize"] }),
                        "hello\n"
                    );
                }
            });
        }
        scope.spawn(|| {
            for _ in 0..10 {
                let outcome = process::run(case.taipan(&["clean"]), b"", Duration::from_secs(20));
                assert_eq!(outcome.expect("an end").status, Some(0));
                std::thread::sleep(Duration::from_millis(60));
            }
        });
    });
    let left = workshops(&case.path("cache/taipan"));
    assert!(left.is_empty(), "left behind: {left:?}");
}

#[test]
fn an_edit_of_one_function_compiles_few_units() {
    let case = Case::new();
    for (name, text) in generate::program(2000) {
        case.write(&name, &text);
    }
    let units = || -> Vec<PathBuf> {
        let files =
            fs::read_dir(case.path("cache/taipan")).expect("a cache").flatten().map(|entry| entry.path());
        files.filter(|path| path.extension().is_some_and(|extension| extension == "unit")).collect()
    };
    let build = || {
        let mut command = case.taipan(&["build", "-O0", "-o"]);
        command.arg(case.path("made")).arg(case.path("program.py"));
        let outcome = process::run(command, b"", Duration::from_secs(120)).expect("an end");
        assert_eq!(outcome.status, Some(0), "{}", String::from_utf8_lossy(&outcome.stderr));
        fs::read(case.path("made")).expect("the executable")
    };
    let first = build();
    let cold = units();
    assert!(cold.len() >= 6, "{} units", cold.len());

    // A line more in the middle, with a new constant: everything below it moves down.
    let file = "part01.py";
    let text = fs::read_to_string(case.path(file)).expect("a part");
    let edited = text.replacen("def collatz12(n):\n", "def collatz12(n):\n    n += 4711\n", 1);
    assert_ne!(text, edited);
    case.write(file, &edited);
    assert!(build() != first);
    let new = units().len() - cold.len();
    assert!(new * 2 < cold.len(), "{new} units were compiled again, {} before", cold.len());

    // As it was, from damaged objects: the same bytes.
    case.write(file, &text);
    for unit in &cold {
        let bytes = fs::read(unit).expect("a unit");
        fs::write(unit, &bytes[..bytes.len() / 2]).expect("a unit can be written");
    }
    assert!(build() == first);
}

/// What compilations leave in the cache while they run.
fn workshops(cache: &Path) -> Vec<PathBuf> {
    let Ok(listing) = fs::read_dir(cache) else { return Vec::new() };
    listing.flatten().map(|entry| entry.path()).filter(|path| path.is_dir()).collect()
}

/// It would make programs that crash.
#[test]
fn a_runtime_of_another_build_is_refused() {
    let case = Case::new();
    case.write("libother.a", "!<arch>\n");
    let mut command = case.taipan(&["run", "--no-cache"]);
    command.arg(case.path("prog.py")).env("TAIPAN_RUNTIME_LIB", case.path("libother.a"));
    let outcome = process::run(command, b"", Duration::from_secs(60)).expect("an end");
    let said = String::from_utf8_lossy(&outcome.stderr).into_owned();
    assert_eq!(outcome.status, Some(1), "{said}");
    assert!(said.contains("is not a runtime library of this build of the compiler"), "{said}");
}

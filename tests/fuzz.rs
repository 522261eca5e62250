//! Differential fuzzing: seeded small programs must print the same under CPython, compiled with types, and compiled with
//! `--no-specialize`.
//!
//! Even seeds are programs that mix everything (`generate.rs`), odd ones such as people write, whose types are steady and then
//! change (`typed.rs`).
//!
//! `TAIPAN_FUZZ_SEEDS=1000..6000` runs other seeds than the default ones. `TAIPAN_FUZZ_WRITE=folder` only writes the programs. Where there is no CPython 3.13 the two ways of
//! compiling are still compared with each other. A failing seed's program is printed; it belongs into `tests/programs`,
//! shrunk, with its seed named in a comment.

#[path = "support/expect.rs"]
mod expect;
#[path = "fuzz/generate.rs"]
mod generate;
#[path = "support/process.rs"]
mod process;
#[path = "fuzz/typed.rs"]
mod typed;

use libtest_mimic::{Arguments, Failed, Trial};
use std::{ops::Range, path::Path, process::Command, sync::Arc, time::Duration};

const SEEDS: Range<u64> = 0..500;
/// Seeds of one test, which compiles them one after the other.
const BATCH: u64 = 10;
const TIMEOUT: Duration = Duration::from_secs(30);

fn main() {
    let mut arguments = Arguments::from_args();
    let cores = std::thread::available_parallelism().map_or(2, |n| n.get());
    arguments.test_threads = Some(arguments.test_threads.unwrap_or(cores));
    let seeds = std::env::var("TAIPAN_FUZZ_SEEDS").ok().map_or(SEEDS, |text| {
        let (from, to) = text.split_once("..").expect("TAIPAN_FUZZ_SEEDS=from..to");
        from.parse().expect("a number")..to.parse().expect("a number")
    });
    if let Some(folder) = std::env::var_os("TAIPAN_FUZZ_WRITE") {
        for seed in seeds {
            let file = Path::new(&folder).join(format!("seed{seed}.py"));
            std::fs::write(file, program(seed)).expect("the program is written");
        }
        return;
    }
    let scratch = Arc::new(tempfile::tempdir().expect("a scratch folder"));
    let trials = seeds
        .clone()
        .step_by(BATCH as usize)
        .map(|first| {
            let (scratch, end) = (scratch.clone(), seeds.end.min(first + BATCH));
            Trial::test(format!("seeds {first}..{end}"), move || {
                let wrong: Vec<String> =
                    (first..end).filter_map(|seed| check(seed, scratch.path()).err()).collect();
                if wrong.is_empty() { Ok(()) } else { Err(Failed::from(wrong.join("\n"))) }
            })
        })
        .collect();
    libtest_mimic::run(&arguments, trials).exit();
}

fn program(seed: u64) -> String {
    if seed.is_multiple_of(2) { generate::program(seed) } else { typed::program(seed) }
}

fn check(seed: u64, scratch: &Path) -> Result<(), String> {
    let text = program(seed);
    let file = scratch.join(format!("seed{seed}.py"));
    std::fs::write(&file, &text).map_err(|e| e.to_string())?;
    let run = |mut command: Command| -> Result<String, String> {
        command.arg(&file).env("TMPDIR", scratch).env("PYTHONHASHSEED", "0");
        let named = format!("seed {seed}, {command:?}");
        let outcome = process::run(command, b"", TIMEOUT).map_err(|e| format!("{named}: {e}\n{text}"))?;
        let (out, err) = (String::from_utf8_lossy(&outcome.stdout), String::from_utf8_lossy(&outcome.stderr));
        Ok(format!("{out}{err}status {}\n", outcome.status_text()))
    };
    let taipan = |flags: &[&str]| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_taipan"));
        command.arg("run").arg("--no-cache").args(flags);
        // A compiler that fails and hides it has failed.
        command.env("TAIPAN_SECOND_ATTEMPT", "0");
        run(command)
    };
    let oracle = taipan(&["-O0", "--no-specialize"]);
    let typed = taipan(&[if (seed / 2).is_multiple_of(2) { "-O1" } else { "-O3" }]);
    let (oracle, typed) = match (oracle, typed) {
        // The program itself asks for more than there is time for.
        (Err(_), Err(_)) => return Ok(()),
        (oracle, typed) => (oracle?, typed?),
    };
    let mut wrong: Vec<String> = vec![];
    // Where CPython does not come to an end in time, nothing can be said of it.
    if let Ok(Ok(expected)) = expect::cpython().map(run) {
        wrong.extend(expect::difference("--no-specialize", &expected, &oracle));
    }
    wrong.extend(expect::difference("typed", &oracle, &typed));
    let _ = std::fs::remove_file(&file);
    if wrong.is_empty() { Ok(()) } else { Err(format!("seed {seed}:\n{}\n{text}", wrong.join("\n"))) }
}

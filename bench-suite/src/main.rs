//! The repository's own suite: `cargo run --release -p bench-suite` is `taipan bench --suite bench-suite/programs` with
//! where its results go: `docs/benchmarks.md`, `docs/benchmarks.html`, a line for each result in `docs/benchmarks.ndjson`,
//! and the table of the README. Further arguments are passed on (`--runs 3`, `--against python3.13,pypy,c`).

use std::{
    fs,
    path::{Path, PathBuf},
    process::{Command, ExitCode},
};

/// The README's table stands between these lines.
const BEGIN: &str = "<!-- benchmarks -->";
const END: &str = "<!-- end of benchmarks -->";

fn main() -> ExitCode {
    match run() {
        Ok(status) => ExitCode::from(status),
        Err(message) => {
            eprintln!("error: {message}");
            ExitCode::from(2)
        }
    }
}

fn run() -> Result<u8, String> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().ok_or("the workspace")?;
    let taipan = match std::env::var_os("TAIPAN") {
        Some(path) => PathBuf::from(path),
        None => std::env::current_exe().map_err(|error| error.to_string())?.with_file_name("taipan"),
    };
    if !taipan.is_file() {
        return Err(format!("{} is not there: build it first (`cargo build --release`)", taipan.display()));
    }
    let docs = root.join("docs");
    fs::create_dir_all(&docs).map_err(|error| error.to_string())?;
    let table = docs.join("benchmarks.md");
    let mut command = Command::new(&taipan);
    // Reports name programs by the path from here.
    command.current_dir(root).args(["bench", "--suite", "bench-suite/programs"]);
    command.arg("--report").arg(docs.join("benchmarks.html"));
    command.arg(format!("--markdown={}", table.display()));
    command.arg("--history").arg(docs.join("benchmarks.ndjson"));
    let status = command.args(std::env::args_os().skip(1)).status();
    let status = status.map_err(|error| format!("cannot start {}: {error}", taipan.display()))?;
    let status = status.code().unwrap_or(1) as u8;
    if status <= 1 {
        let text = fs::read_to_string(&table).map_err(|error| format!("{}: {error}", table.display()))?;
        update_readme(&root.join("README.md"), &text)?;
    }
    Ok(status)
}

fn update_readme(readme: &Path, table: &str) -> Result<(), String> {
    let text = fs::read_to_string(readme).map_err(|error| error.to_string())?;
    let (Some(begin), Some(end)) = (text.find(BEGIN), text.find(END)) else { return Ok(()) };
    let new = format!("{}\n{}\n{}", &text[..begin + BEGIN.len()], table.trim_end(), &text[end..]);
    fs::write(readme, new).map_err(|error| error.to_string())
}

//! Every file of `tests/infer` is prose about inference with programs in it: each fenced `python` block is one. A comment
//! `# revealed: list[int]` stands at the end of each line that calls `reveal_type`, with the type that must be inferred
//! there. `UPDATE_EXPECT=1` writes what is inferred today; read the difference before you believe it.

#[path = "support/process.rs"]
mod process;

use libtest_mimic::{Arguments, Failed, Trial};
use std::{
    fmt::Write,
    path::{Path, PathBuf},
    process::Command,
    time::Duration,
};

const MARK: &str = "# revealed: ";

fn main() {
    let arguments = Arguments::from_args();
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/infer");
    let mut files: Vec<PathBuf> = std::fs::read_dir(&root)
        .expect("tests/infer")
        .flatten()
        .map(|entry| entry.path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "md"))
        .collect();
    files.sort();
    let update_wanted = std::env::var_os("UPDATE_EXPECT").is_some();
    let mut trials = Vec::new();
    for file in files {
        let name = file.file_stem().expect("a name").to_string_lossy().into_owned();
        if update_wanted {
            trials.push(Trial::test(format!("update::{name}"), move || update(&file)));
            continue;
        }
        let text = std::fs::read_to_string(&file).expect("an inference test");
        for snippet in snippets(&text) {
            let lines: Vec<String> = text.lines().map(str::to_owned).collect();
            trials
                .push(Trial::test(format!("{name}:{}", snippet.first_line), move || check(&lines, &snippet)));
        }
    }
    libtest_mimic::run(&arguments, trials).exit();
}

/// A program in a file of prose.
struct Snippet {
    /// The line of the file on which its first line stands, from 1.
    first_line: usize,
    lines: usize,
}

fn snippets(text: &str) -> Vec<Snippet> {
    let mut found = Vec::new();
    let mut open: Option<usize> = None;
    for (number, line) in text.lines().enumerate() {
        match (line.trim_end(), open) {
            ("```python", None) => open = Some(number + 2),
            ("```", Some(first_line)) => {
                found.push(Snippet { first_line, lines: number + 1 - first_line });
                open = None;
            }
            _ => {}
        }
    }
    found
}

fn check(text: &[String], snippet: &Snippet) -> Result<(), Failed> {
    let revealed = infer(text, snippet)?;
    let mut wrong = String::new();
    let last = snippet.first_line + snippet.lines;
    for (line, source) in (snippet.first_line..last).zip(&text[snippet.first_line - 1..]) {
        let expected = source.split_once(MARK).map(|(_, expected)| expected.trim());
        let got = revealed.iter().find(|(at, _)| *at == line).map(|(_, got)| got.as_str());
        if expected != got {
            let (expected, got) = (expected.unwrap_or("nothing"), got.unwrap_or("nothing"));
            let _ = writeln!(
                wrong,
                "line {line}: {}\n  expected {expected}\n  revealed {got}",
                before_mark(source).trim()
            );
        }
    }
    if wrong.is_empty() { Ok(()) } else { Err(wrong.into()) }
}

/// Line of the file, and what is revealed there.
fn infer(text: &[String], snippet: &Snippet) -> Result<Vec<(usize, String)>, Failed> {
    let folder = tempfile::tempdir()?;
    let file = folder.path().join("snippet.py");
    let lines = &text[snippet.first_line - 1..][..snippet.lines];
    std::fs::write(&file, lines.join("\n") + "\n")?;
    let mut command = Command::new(env!("CARGO_BIN_EXE_taipan"));
    command.args(["check", "--reveal"]).arg(&file);
    let outcome = process::run(command, b"", Duration::from_secs(20))?;
    if outcome.status != Some(0) {
        let stderr = String::from_utf8_lossy(&outcome.stderr);
        return Err(format!("exit status {}\n{stderr}", outcome.status_text()).into());
    }
    let prefix = format!("{}:", file.display());
    let stdout = String::from_utf8_lossy(&outcome.stdout);
    let parsed = stdout.lines().filter_map(|line| {
        let (number, revealed) = line.strip_prefix(&prefix)?.split_once(": ")?;
        Some((number.parse::<usize>().ok()? + snippet.first_line - 1, revealed.to_owned()))
    });
    Ok(parsed.collect())
}

fn before_mark(line: &str) -> &str {
    line.split_once(MARK).map_or(line, |(program, _)| program).trim_end()
}

fn update(file: &Path) -> Result<(), Failed> {
    let text = std::fs::read_to_string(file)?;
    let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
    for snippet in snippets(&text) {
        let revealed = infer(&lines, &snippet)?;
        for number in snippet.first_line..snippet.first_line + snippet.lines {
            let line = before_mark(&lines[number - 1]).to_owned();
            lines[number - 1] = match revealed.iter().find(|(at, _)| *at == number) {
                Some((_, revealed)) => format!("{line}  {MARK}{revealed}"),
                None => line,
            };
        }
    }
    std::fs::write(file, lines.join("\n") + "\n")?;
    Ok(())
}

//! Every file below `tests/diagnostics` holds *cases* separated by lines `# %%`; each case is a program of its own.
//! A comment `# error: [code] message` stands at the end of the line that the diagnostic must name; a case without one must
//! be accepted. `UPDATE_EXPECT=1` writes the comments of syntax errors anew from what CPython 3.13 says of the case.

#[path = "support/expect.rs"]
mod expect;
#[path = "support/process.rs"]
mod process;

use libtest_mimic::{Arguments, Failed, Trial};
use std::{
    path::{Path, PathBuf},
    process::Command,
    time::Duration,
};

const MARK: &str = "# error: [";
const SEPARATOR: &str = "# %%";

fn main() {
    let arguments = Arguments::from_args();
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/diagnostics");
    let mut files: Vec<PathBuf> = std::fs::read_dir(&root)
        .expect("tests/diagnostics")
        .flatten()
        .map(|entry| entry.path())
        .filter(|path| path.extension().is_some_and(|ext| ext == "py"))
        .collect();
    files.sort();
    let mut trials = Vec::new();
    for file in files {
        let name = file.file_stem().expect("a name").to_string_lossy().into_owned();
        if std::env::var_os("UPDATE_EXPECT").is_some() {
            trials.push(Trial::test(format!("update::{name}"), move || update(&file)));
            continue;
        }
        let text = std::fs::read_to_string(&file).expect("a diagnostics test");
        for (number, case) in cases(&text).into_iter().enumerate() {
            trials.push(Trial::test(format!("{name}::{}", number + 1), move || check(&case)));
        }
    }
    libtest_mimic::run(&arguments, trials).exit();
}

fn cases(text: &str) -> Vec<String> {
    let mut cases = vec![String::new()];
    for line in text.split_inclusive('\n') {
        if line.trim_end() == SEPARATOR {
            cases.push(String::new());
        } else {
            cases.last_mut().expect("one").push_str(line);
        }
    }
    cases
}

/// The case without its expectations, and they: line, code, message.
fn expectations(case: &str) -> (String, Vec<(usize, String, String)>) {
    let mut program = String::new();
    let mut expected = Vec::new();
    for (number, line) in case.split_inclusive('\n').enumerate() {
        let Some(at) = line.find(MARK) else {
            program.push_str(line);
            continue;
        };
        program.push_str(line[..at].trim_end_matches(' '));
        program.push_str(if line.ends_with('\n') { "\n" } else { "" });
        let (code, message) = line[at + MARK.len()..].split_once(']').expect("a code in brackets");
        expected.push((number + 1, code.to_owned(), message.trim().to_owned()));
    }
    (program, expected)
}

fn check(case: &str) -> Result<(), Failed> {
    let (program, expected) = expectations(case);
    let folder = tempfile::tempdir()?;
    let file = folder.path().join("case.py");
    std::fs::write(&file, &program)?;
    let mut command = Command::new(env!("CARGO_BIN_EXE_taipan"));
    command.arg("check").arg("--error-format=json").arg(&file);
    let outcome = process::run(command, b"", Duration::from_secs(20))?;
    let stderr = String::from_utf8_lossy(&outcome.stderr).into_owned();
    let mut got = Vec::new();
    for line in stderr.lines().filter(|line| line.contains("\"severity\":\"error\"")) {
        let field = |key: &str| {
            let at = line.find(key)? + key.len();
            Some(&line[at..])
        };
        let code = field("\"code\":\"").and_then(|rest| rest.split('"').next()).unwrap_or_default();
        let at = field("\"line\":").and_then(|rest| rest.split(',').next()?.parse().ok()).unwrap_or(0);
        got.push((at, code.to_owned(), message_of(line)));
    }
    let status = match () {
        () if expected.is_empty() => 0,
        () if expected.iter().all(|(_, code, _)| code.starts_with("unsupported")) => 3,
        () => 1,
    };
    let mut wrong = Vec::new();
    if outcome.status != Some(status) {
        wrong.push(format!("exit status {}, expected {status}", outcome.status_text()));
    }
    let show = |rows: &[(usize, String, String)]| {
        rows.iter()
            .map(|(line, code, message)| format!("line {line}: [{code}] {message}\n"))
            .collect::<String>()
    };
    wrong.extend(expect::difference("the list of diagnostics", &show(&expected), &show(&got)));
    if wrong.is_empty() { Ok(()) } else { Err(format!("{program}\n{}\n{stderr}", wrong.join("\n")).into()) }
}

/// The `message` of a JSON line, unescaped.
fn message_of(line: &str) -> String {
    let key = "\"message\":\"";
    let mut chars = line[line.find(key).map_or(line.len(), |at| at + key.len())..].chars();
    let mut message = String::new();
    while let Some(c) = chars.next() {
        match c {
            '"' => break,
            '\\' => message.extend(chars.next()),
            c => message.push(c),
        }
    }
    message
}

const ASK: &str = r#"
import sys, warnings
warnings.simplefilter("ignore")
try:
    compile(open(sys.argv[1], "rb").read(), "case.py", "exec", dont_inherit=True)
except SyntaxError as e:
    print(e.lineno, f"{type(e).__name__}: {e.msg}")
"#;

fn update(file: &Path) -> Result<(), Failed> {
    let text = std::fs::read_to_string(file)?;
    let mut out = Vec::new();
    for case in cases(&text) {
        let (program, expected) = expectations(&case);
        if expected.iter().any(|(_, code, _)| code != "syntax-error") {
            out.push(case);
            continue;
        }
        let folder = tempfile::tempdir()?;
        let path = folder.path().join("case.py");
        std::fs::write(&path, &program)?;
        let mut command = expect::cpython()?;
        command.args(["-c", ASK]).arg(&path);
        let outcome = process::run(command, b"", Duration::from_secs(20))?;
        let answer = String::from_utf8_lossy(&outcome.stdout).trim_end().to_owned();
        let mut lines: Vec<String> = program.split_inclusive('\n').map(str::to_owned).collect();
        if let Some((line, message)) = answer.split_once(' ') {
            let line: usize = line.parse()?;
            let at = line.clamp(1, lines.len());
            let end = if lines[at - 1].ends_with('\n') { "\n" } else { "" };
            lines[at - 1] =
                format!("{}  {MARK}syntax-error] {message}{end}", lines[at - 1].trim_end_matches('\n'));
        }
        out.push(lines.concat());
    }
    std::fs::write(file, out.join(&format!("{SEPARATOR}\n")))?;
    Ok(())
}

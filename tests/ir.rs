//! Every file of `tests/ir` claims something of the LLVM IR that it becomes, in comments:
//!
//! ```python
//! # FLAGS: -O1 --no-specialize      (first, optional; the default is -O3)
//! # FUNCTION: total                 what follows is about the function whose symbol contains this
//! # CHECK: sadd.with.overflow       the text occurs after the last match
//! # CHECK-NOT: @tp_add              the text does not occur between its neighbours' matches
//! ```

#[path = "support/process.rs"]
mod process;

use libtest_mimic::{Arguments, Failed, Trial};
use std::{
    path::{Path, PathBuf},
    process::Command,
    time::Duration,
};

fn main() {
    let arguments = Arguments::from_args();
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/ir");
    let mut files: Vec<PathBuf> = std::fs::read_dir(&root)
        .expect("tests/ir")
        .flatten()
        .map(|entry| entry.path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "py"))
        .collect();
    files.sort();
    let trials = files
        .into_iter()
        .map(|file| {
            let name = file.file_stem().expect("a name").to_string_lossy().into_owned();
            Trial::test(name, move || check(&file))
        })
        .collect();
    libtest_mimic::run(&arguments, trials).exit();
}

enum Claim {
    Function(String),
    Occurs(String),
    Absent(String),
}

fn claims(source: &str) -> (Vec<String>, Vec<Claim>) {
    let mut flags = vec!["-O3".to_owned()];
    let mut claims = Vec::new();
    for line in source.lines() {
        let line = line.trim();
        if let Some(text) = line.strip_prefix("# FLAGS:") {
            flags = text.split_whitespace().map(str::to_owned).collect();
        } else if let Some(text) = line.strip_prefix("# FUNCTION:") {
            claims.push(Claim::Function(text.trim().to_owned()));
        } else if let Some(text) = line.strip_prefix("# CHECK-NOT:") {
            claims.push(Claim::Absent(text.trim().to_owned()));
        } else if let Some(text) = line.strip_prefix("# CHECK:") {
            claims.push(Claim::Occurs(text.trim().to_owned()));
        }
    }
    (flags, claims)
}

fn check(file: &Path) -> Result<(), Failed> {
    let (flags, claims) = claims(&std::fs::read_to_string(file)?);
    let mut command = Command::new(env!("CARGO_BIN_EXE_taipan"));
    // A function that is inlined away has no body to look at.
    command.env("TAIPAN_LLVM_ARGS", "-inline-threshold=-1000000");
    command.arg("build").args(flags).arg("--emit=llvm-ir=-").arg(file);
    let outcome = process::run(command, b"", Duration::from_secs(60))?;
    if outcome.status != Some(0) {
        let log = String::from_utf8_lossy(&outcome.stderr).into_owned();
        return Err(format!("exit status {}\n{log}", outcome.status_text()).into());
    }
    let ir = String::from_utf8_lossy(&outcome.stdout).into_owned();
    holds(&ir, &claims).map_err(|message| format!("{message}\n\n{ir}").into())
}

fn holds(ir: &str, claims: &[Claim]) -> Result<(), String> {
    let mut text = ir;
    let mut absent: Vec<&String> = Vec::new();
    let refused = |absent: &[&String], between: &str| {
        let found = absent.iter().find(|text| between.contains(text.as_str()));
        found.map_or(Ok(()), |text| Err(format!("CHECK-NOT: {text} occurs")))
    };
    for claim in claims {
        match claim {
            Claim::Function(name) => {
                refused(&std::mem::take(&mut absent), text)?;
                text = function(ir, name).ok_or_else(|| format!("FUNCTION: {name} is not defined"))?;
            }
            Claim::Absent(wanted) => absent.push(wanted),
            Claim::Occurs(wanted) => {
                let at =
                    text.find(wanted.as_str()).ok_or_else(|| format!("CHECK: {wanted} does not occur"))?;
                refused(&std::mem::take(&mut absent), &text[..at])?;
                text = &text[at + wanted.len()..];
            }
        }
    }
    refused(&absent, text)
}

/// The definition whose symbol contains `name`.
fn function<'a>(ir: &'a str, name: &str) -> Option<&'a str> {
    let mut from = 0;
    while let Some(at) = ir[from..].find("\ndefine ") {
        let start = from + at + 1;
        let end = ir[start..].find("\n}").map_or(ir.len(), |end| start + end + 2);
        let head = ir[start..].lines().next().unwrap_or("");
        let symbol = head.split('@').nth(1).and_then(|rest| rest.split('(').next()).unwrap_or("");
        if symbol.contains(name) {
            return Some(&ir[start..end]);
        }
        from = end;
    }
    None
}

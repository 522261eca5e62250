//! Expectations: how they differ from what was printed, and the CPython that makes them.

use std::process::Command;

/// The command of CPython 3.13, the only source of expectations.
pub fn cpython() -> Result<Command, String> {
    let name = std::env::var_os("TAIPAN_CPYTHON").unwrap_or_else(|| "python3.13".into());
    let version = Command::new(&name)
        .args(["-c", "import sys; print(sys.implementation.name, *sys.version_info[:2])"])
        .output()
        .map_err(|error| format!("cannot start {}: {error}", name.to_string_lossy()))?;
    if version.stdout != b"cpython 3 13\n" {
        return Err(format!("{} is not CPython 3.13", name.to_string_lossy()));
    }
    Ok(Command::new(name))
}

/// The first lines in which two texts differ, with what stands before them; `None` if they are equal.
pub fn difference(what: &str, expected: &str, got: &str) -> Option<String> {
    if expected == got {
        return None;
    }
    let (expected, got): (Vec<&str>, Vec<&str>) = (expected.split('\n').collect(), got.split('\n').collect());
    let first = expected.iter().zip(&got).take_while(|(a, b)| a == b).count();
    let mut out = format!("{what} differs from line {}:\n", first + 1);
    for line in &expected[first.saturating_sub(2)..first] {
        out.push_str(&format!("    {line}\n"));
    }
    for (mark, lines) in [('-', &expected), ('+', &got)] {
        for line in lines.iter().skip(first).take(12) {
            out.push_str(&format!("  {mark} {line}\n"));
        }
    }
    out.push_str("  (- CPython, + Taipan)");
    Some(out)
}

//! What README.md shows is what the examples print.

use std::{path::Path, process::Command};

#[test]
fn readme_shows_real_output() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let readme = std::fs::read_to_string(root.join("README.md")).expect("README.md");
    let example = readme.split("run examples/calculator.py\n").nth(1).expect("the example");
    let shown = example.split("```").next().expect("its output");
    let output = Command::new(env!("CARGO_BIN_EXE_taipan"))
        .args(["run", "--no-cache", "examples/calculator.py"])
        .current_dir(root)
        .output()
        .expect("taipan starts");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    assert_eq!(String::from_utf8_lossy(&output.stdout), shown);
}

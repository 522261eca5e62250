//! The same executable, byte for byte, whatever the number of threads that made it.

use std::{path::Path, process::Command};

const PROGRAMS: &[&str] = &["examples/mandelbrot.py", "examples/bank.py", "examples/calculator.py"];

#[test]
fn one_thread_or_eight() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let folder = tempfile::tempdir().expect("a folder");
    for program in PROGRAMS {
        for flags in [&["-O0"][..], &["-O3"], &["-O1", "--no-specialize"]] {
            let made: Vec<Vec<u8>> =
                ["1", "8"].map(|jobs| build(&root.join(program), flags, jobs, folder.path())).into();
            assert!(made[0] == made[1], "{program} {flags:?}: --jobs 1 and --jobs 8 differ");
        }
    }
}

fn build(program: &Path, flags: &[&str], jobs: &str, folder: &Path) -> Vec<u8> {
    let executable = folder.join("program");
    let status = Command::new(env!("CARGO_BIN_EXE_taipan"))
        .arg("build")
        .args(flags)
        .args(["--no-cache", "--jobs", jobs, "-o"])
        .arg(&executable)
        .arg(program)
        .status()
        .expect("taipan starts");
    assert!(status.success(), "{} {flags:?}: {status}", program.display());
    std::fs::read(&executable).expect("the executable")
}

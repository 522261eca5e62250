//! The speedup report: every program of `bench-suite/programs`, compiled by Taipan and run by CPython, with the outputs
//! compared and the medians of user CPU seconds.
//!
//! `cargo run --release -p bench-suite -- [--runs N] [NAME ...]` uses the `taipan` beside this executable (or `TAIPAN`),
//! and `python3.13` (or `TAIPAN_CPYTHON`). Exit status 1 if an output differs.

use std::{
    mem::MaybeUninit,
    os::unix::process::ExitStatusExt,
    path::{Path, PathBuf},
    process::{Command, ExitCode, ExitStatus, Stdio},
    time::Instant,
};

/// One finished process.
struct Run {
    stdout: Vec<u8>,
    status: ExitStatus,
    /// User CPU seconds.
    user: f64,
    /// Peak memory in megabytes.
    memory: f64,
}

fn main() -> ExitCode {
    match report() {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::from(1),
        Err(message) => {
            eprintln!("error: {message}");
            ExitCode::from(2)
        }
    }
}

fn report() -> Result<bool, String> {
    let mut runs = 3usize;
    let mut wanted: Vec<String> = vec![];
    let mut arguments = std::env::args().skip(1);
    while let Some(argument) = arguments.next() {
        if argument == "--runs" {
            let number = arguments.next().and_then(|n| n.parse().ok()).filter(|&n| n > 0);
            runs = number.ok_or("--runs takes a number from 1 on")?;
        } else {
            wanted.push(argument);
        }
    }
    let programs = programs(&wanted)?;
    let taipan = match std::env::var_os("TAIPAN") {
        Some(path) => PathBuf::from(path),
        None => std::env::current_exe().map_err(|e| e.to_string())?.with_file_name("taipan"),
    };
    let cpython = std::env::var("TAIPAN_CPYTHON").unwrap_or_else(|_| "python3.13".into());
    let scratch = tempfile::tempdir().map_err(|e| e.to_string())?;
    println!(
        "{:<20} {:>9} {:>9} {:>8} {:>9} {:>9}",
        "program", "CPython s", "Taipan s", "speedup", "build s", "MB"
    );
    let mut all_equal = true;
    let mut logarithms = vec![];
    for program in programs {
        let name = program.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        let executable = scratch.path().join(&name);
        let started = Instant::now();
        let mut build = Command::new(&taipan);
        build.arg("build").arg("--target-cpu").arg("native").arg("-o").arg(&executable).arg(&program);
        let built = build.status().map_err(|e| format!("cannot start {}: {e}", taipan.display()))?;
        let build_seconds = started.elapsed().as_secs_f64();
        if !built.success() {
            println!("{name:<20} not compiled");
            all_equal = false;
            continue;
        }
        let mut ours = vec![];
        let mut theirs = vec![];
        // Interleaved, so that a drift of the machine's speed meets both.
        for _ in 0..runs {
            ours.push(measure(&mut Command::new(&executable))?);
            theirs.push(measure(Command::new(&cpython).arg(&program))?);
        }
        let equal =
            ours.iter().chain(&theirs).all(|r| r.stdout == ours[0].stdout && r.status == ours[0].status);
        let (a, b) = (median(&ours), median(&theirs));
        let speedup = b / a.max(1e-4);
        logarithms.push(speedup.ln());
        let note = if equal { "" } else { "  OUTPUT DIFFERS" };
        all_equal &= equal;
        println!(
            "{name:<20} {b:>9.3} {a:>9.3} {speedup:>7.1}x {build_seconds:>9.2} {:>9.1}{note}",
            ours[0].memory
        );
    }
    if !logarithms.is_empty() {
        let mean = (logarithms.iter().sum::<f64>() / logarithms.len() as f64).exp();
        println!("{:<20} {:>9} {:>9} {mean:>7.1}x", "geometric mean", "", "");
    }
    Ok(all_equal)
}

/// The programs with these names, all of them if none is named.
fn programs(wanted: &[String]) -> Result<Vec<PathBuf>, String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("programs");
    let mut found: Vec<PathBuf> = std::fs::read_dir(&folder)
        .map_err(|e| format!("{}: {e}", folder.display()))?
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| path.extension().is_some_and(|e| e == "py"))
        .filter(|path| {
            wanted.is_empty() || wanted.iter().any(|w| path.file_stem().is_some_and(|s| s == w.as_str()))
        })
        .collect();
    found.sort();
    if found.is_empty() { Err(format!("no such program in {}", folder.display())) } else { Ok(found) }
}

fn median(runs: &[Run]) -> f64 {
    let mut seconds: Vec<f64> = runs.iter().map(|r| r.user).collect();
    seconds.sort_by(f64::total_cmp);
    seconds[seconds.len() / 2]
}

/// Runs a command to its end and asks the system what it used.
fn measure(command: &mut Command) -> Result<Run, String> {
    let name = command.get_program().to_string_lossy().into_owned();
    let mut child = command
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .spawn()
        .map_err(|e| format!("cannot start {name}: {e}"))?;
    let mut stdout = vec![];
    if let Some(mut pipe) = child.stdout.take() {
        std::io::Read::read_to_end(&mut pipe, &mut stdout).map_err(|e| e.to_string())?;
    }
    let mut usage = MaybeUninit::<libc::rusage>::zeroed();
    let mut status = 0;
    // SAFETY: waits for our own child, whose handle is not waited for again; fills two locals.
    let usage = unsafe {
        if libc::wait4(child.id() as i32, &mut status, 0, usage.as_mut_ptr()) < 0 {
            return Err(std::io::Error::last_os_error().to_string());
        }
        usage.assume_init()
    };
    Ok(Run {
        stdout,
        status: ExitStatus::from_raw(status),
        user: usage.ru_utime.tv_sec as f64 + usage.ru_utime.tv_usec as f64 * 1e-6,
        memory: usage.ru_maxrss as f64 / 1024.0,
    })
}

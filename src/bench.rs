//! `taipan bench`: the contest that the command line describes, and its reports. The engine is the crate `bench-suite`.

use crate::options::BenchOptions;
use bench_suite::{
    contest::{self, Contest},
    peers::{self, Contender},
    program::Program,
    progress::Bar,
    report,
    results::{Outcome, Report},
};
use std::{
    fs,
    io::Write,
    path::{Path, PathBuf},
    process::ExitCode,
    time::Duration,
};

pub fn bench(options: &BenchOptions) -> ExitCode {
    match hold(options) {
        Ok(status) => status,
        Err(message) => {
            eprintln!("taipan: {message}");
            ExitCode::from(crate::failure::STATUS_COMMAND_LINE)
        }
    }
}

fn hold(options: &BenchOptions) -> Result<ExitCode, String> {
    let programs = programs(options)?;
    let old = options.compare.as_deref().map(Report::read).transpose()?;
    let contenders = contenders(options, &programs)?;
    let contest = Contest {
        programs,
        contenders,
        runs: options.runs,
        limit: Duration::from_secs_f64(options.timeout),
        build_limit: Duration::from_secs_f64(options.timeout.max(600.0)),
    };
    let mut bar = Bar::new(contest::steps(&contest));
    let report = contest::hold(&contest, &mut bar)?;
    drop(bar);
    write(options, &report)?;
    if let Some(old) = &old {
        print(&report::change::changes(old, &report));
    }
    let failed = |result: &bench_suite::results::RunResult| {
        result.contender == "taipan" && !matches!(result.outcome, Outcome::Equal)
    };
    let ours_failed = report.programs.iter().flat_map(|program| &program.results).any(failed);
    Ok(ExitCode::from(u8::from(ours_failed || !report.all_equal())))
}

fn programs(options: &BenchOptions) -> Result<Vec<Program>, String> {
    if let Some(folder) = &options.suite {
        let mut programs = Program::suite(folder)?;
        if !options.only.is_empty() {
            for wanted in &options.only {
                if !programs.iter().any(|program| program.name == *wanted) {
                    return Err(format!("there is no program `{wanted}` in '{}'", folder.display()));
                }
            }
            programs.retain(|program| options.only.contains(&program.name));
        }
        return Ok(programs);
    }
    let file = options.file.as_ref().ok_or("name a program, or a folder of programs with --suite")?;
    let args = options.args.iter().map(|arg| arg.to_string_lossy().into_owned()).collect();
    Ok(vec![Program::new(file, args, options.stdin.as_deref())?])
}

/// The baseline, then Taipan, then the others.
fn contenders(options: &BenchOptions, programs: &[Program]) -> Result<Vec<Contender>, String> {
    let taipan =
        std::env::current_exe().map_err(|error| format!("cannot find the command itself: {error}"))?;
    let mut found = Vec::new();
    if options.against.is_empty() {
        found.push(peers::reference(&taipan)?);
    }
    for wanted in &options.against {
        for contender in peers::find(wanted, &taipan)? {
            if wanted != "all" || found.iter().all(|other: &Contender| other.program != contender.program) {
                found.push(contender);
            }
        }
    }
    if found.is_empty() {
        return Err("no peer is installed".into());
    }
    let ours = peers::find("taipan", &taipan)?;
    found.splice(1..1, ours);
    // One that is named twice is told apart by a number, so that a program can be compared with itself.
    for at in 1..found.len() {
        let name = found[at].name.clone();
        let before = found[..at].iter().filter(|other| other.name == name).count();
        if before > 0 {
            // Our own keeps its name: it is what the exit status is about.
            let renamed =
                if name == "taipan" { found.iter().position(|c| c.name == name).unwrap_or(at) } else { at };
            found[renamed].name = format!("{name}#{}", before + 1);
        }
    }
    if options.against.is_empty() && programs.iter().any(|program| program.c_source().is_some()) {
        found.extend(peers::find("c", &taipan).unwrap_or_default());
    }
    Ok(found)
}

/// Where a report goes: `-` is standard output.
fn write(options: &BenchOptions, report: &Report) -> Result<(), String> {
    let mut said = false;
    let mut put = |path: &Option<PathBuf>, text: &dyn Fn() -> String| match path {
        None => Ok(()),
        Some(path) if path == Path::new("-") => {
            said = true;
            print(&text());
            Ok(())
        }
        Some(path) => {
            fs::write(path, text()).map_err(|error| format!("cannot write {}: {error}", path.display()))
        }
    };
    put(&options.report, &|| report::html(report))?;
    put(&options.markdown, &|| report::markdown(report))?;
    put(&options.json, &|| report.to_json())?;
    if let Some(path) = &options.history {
        report.append_history(path).map_err(|error| format!("cannot write {}: {error}", path.display()))?;
    }
    if !said {
        print(&report::terminal(report));
    }
    Ok(())
}

/// To standard output; a reader that has gone is no bug.
fn print(text: &str) {
    let _ = std::io::stdout().lock().write_all(text.as_bytes());
}

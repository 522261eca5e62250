//! The contest: every program by every contender, in turn.
//!
//! Runs are interleaved (each round runs every contender once, each round beginning with another one), so that a machine
//! that gets slower or warmer does so for all. The first round warms up caches and is not counted; its outputs are compared
//! like all others.

use crate::{
    lockstep::{self, Input},
    measure::{self, Digest, End, Launch, Run},
    peers::{Contender, Refusal},
    program::Program,
    report::difference,
    results::{ContenderInfo, Machine, Outcome, ProgramResult, Report, RunResult, SCHEMA, commit_of, now},
};
use std::{path::Path, time::Duration};

pub struct Contest {
    pub programs: Vec<Program>,
    /// The first is the baseline.
    pub contenders: Vec<Contender>,
    pub runs: usize,
    /// For one run, and for one build.
    pub limit: Duration,
    pub build_limit: Duration,
}

/// Told of every step before it is done.
pub trait Progress {
    fn step(&mut self, what: &str);
}

pub fn hold(contest: &Contest, progress: &mut dyn Progress) -> Result<Report, String> {
    let baseline = contest.contenders.first().ok_or("there is nobody to compare")?;
    let folder = contest
        .programs
        .first()
        .map_or(Path::new("."), |program| program.source.parent().unwrap_or(Path::new(".")));
    let mut report = Report {
        schema: SCHEMA,
        created: now(),
        machine: Machine::this(),
        commit: commit_of(folder),
        runs: contest.runs,
        contenders: contest
            .contenders
            .iter()
            .map(|contender| ContenderInfo {
                name: contender.name.clone(),
                peer: contender.peer.name.clone(),
                title: contender.title(),
                version: contender.version.clone(),
            })
            .collect(),
        baseline: baseline.name.clone(),
        programs: Vec::new(),
        means: Vec::new(),
    };
    for program in &contest.programs {
        report.programs.push(run_program(contest, program, progress)?);
    }
    report.conclude();
    Ok(report)
}

/// The number of steps that `hold` announces.
pub fn steps(contest: &Contest) -> u64 {
    (contest.programs.len() * contest.contenders.len() * (contest.runs + 2)) as u64
}

struct Entry<'a> {
    contender: &'a Contender,
    launch: Option<Launch>,
    result: RunResult,
    digest: Option<(Digest, End)>,
}

fn run_program(
    contest: &Contest,
    program: &Program,
    progress: &mut dyn Progress,
) -> Result<ProgramResult, String> {
    let scratch = tempfile::Builder::new()
        .prefix("taipan-bench-")
        .tempdir()
        .map_err(|error| format!("cannot make a folder for executables: {error}"))?;
    let mut entries: Vec<Entry> = Vec::new();
    for (number, contender) in contest.contenders.iter().enumerate() {
        progress.step(&format!("{}: {} gets ready", program.name, contender.title()));
        let work = scratch.path().join(number.to_string());
        std::fs::create_dir(&work).map_err(|error| format!("cannot write to {}: {error}", work.display()))?;
        entries.push(prepare(contest, program, contender, &work));
    }
    for round in 0..=contest.runs {
        for turn in 0..entries.len() {
            let at = (turn + round) % entries.len();
            let entry = &mut entries[at];
            let what =
                if round == 0 { "warm-up".to_owned() } else { format!("run {round} of {}", contest.runs) };
            progress.step(&format!("{}: {}, {what}", program.name, entry.contender.title()));
            let Some(launch) = &entry.launch else { continue };
            let run = measure::run(launch, contest.limit)
                .map_err(|error| format!("cannot start {}: {error}", launch.command[0]))?;
            note(entry, run, round > 0);
        }
    }
    judge(&mut entries, contest.limit);
    Ok(ProgramResult {
        name: program.name.clone(),
        file: program.shown.clone(),
        args: program.args.clone(),
        results: entries.into_iter().map(|entry| entry.result).collect(),
    })
}

fn prepare<'a>(contest: &Contest, program: &Program, contender: &'a Contender, work: &Path) -> Entry<'a> {
    let mut result = RunResult {
        contender: contender.name.clone(),
        outcome: Outcome::Equal,
        message: String::new(),
        command: Vec::new(),
        build: Vec::new(),
        build_seconds: None,
        end: None,
        stdout_bytes: 0,
        user: Vec::new(),
        system: Vec::new(),
        wall: Vec::new(),
        memory: Vec::new(),
        speedup: None,
        wall_speedup: None,
    };
    let mut launch = None;
    match contender.prepare(program, work, contest.build_limit) {
        Ok(prepared) => {
            let shown = |command: &[String]| shown_command(command, program, contender, work);
            result.command = shown(&prepared.launch.command);
            if let Some((commands, seconds)) = prepared.built {
                result.build = commands.iter().map(|command| shown(command)).collect();
                result.build_seconds = Some(seconds);
            }
            launch = Some(prepared.launch);
        }
        Err(Refusal::NoSource) => result.outcome = Outcome::Absent,
        Err(Refusal::Build(message)) => (result.outcome, result.message) = (Outcome::NotCompiled, message),
    }
    Entry { contender, launch, result, digest: None }
}

/// A command as another reader would type it: without the folders of this machine.
fn shown_command(command: &[String], program: &Program, contender: &Contender, work: &Path) -> Vec<String> {
    let text = |path: &Path| path.to_string_lossy().into_owned();
    let base = contender.program.file_name().map_or(String::new(), |name| text(Path::new(name)));
    let source = program.source.with_extension("");
    let known = [
        (text(work), "$WORK".to_owned()),
        (text(&source), program.shown.trim_end_matches(".py").to_owned()),
        (text(&contender.program), base),
        (contender.program.parent().map_or(String::new(), |folder| text(folder) + "/"), String::new()),
    ];
    let shorten = |part: &String| {
        let known = known.iter().filter(|(long, _)| long.len() > 1);
        known.fold(part.clone(), |part, (long, short)| part.replace(long, short))
    };
    command.iter().map(shorten).collect()
}

fn note(entry: &mut Entry, run: Run, counts: bool) {
    let result = &mut entry.result;
    result.end = Some(run.end);
    if run.end == End::TimedOut {
        result.outcome = Outcome::TimedOut;
        result.message = run.end.to_string();
        entry.launch = None;
        return;
    }
    let said = (run.stdout, run.end);
    if *entry.digest.get_or_insert(said) != said {
        result.outcome = Outcome::Unsteady;
        result.message = "its output differs from run to run".into();
    }
    result.stdout_bytes = run.stdout.bytes;
    if run.end != End::Status(0) && result.message.is_empty() {
        result.message = last_lines(&run.stderr_tail);
    }
    if counts {
        result.user.push(run.user);
        result.system.push(run.system);
        result.wall.push(run.wall);
        result.memory.push(run.memory);
    }
}

fn last_lines(text: &str) -> String {
    let lines: Vec<&str> = text.trim_end().lines().collect();
    lines[lines.len().saturating_sub(3)..].join("\n")
}

/// Whose output is not that of the first contender that ran; runs both once more for the place where they differ.
fn judge(entries: &mut [Entry], limit: Duration) {
    let Some(first) = entries.iter().position(|entry| entry.digest.is_some() && entry.launch.is_some())
    else {
        return;
    };
    let (expected, reference) = (entries[first].digest, entries[first].launch.clone());
    let Some(reference) = reference else { return };
    let reference_title = entries[first].contender.title();
    for entry in entries.iter_mut().skip(first + 1) {
        let Some(launch) = &entry.launch else { continue };
        if entry.digest == expected || entry.result.outcome != Outcome::Equal {
            continue;
        }
        entry.result.outcome = Outcome::Differs;
        entry.result.message = match lockstep::compare([&reference, launch], Input::Own, limit) {
            Ok(found) => difference::describe(&found, [&reference_title, &entry.contender.title()], false),
            Err(error) => error.to_string(),
        };
    }
}

//! What a contest found, as it is written with `--json`, read by `--compare` and appended to a history.
//!
//! All times are in seconds, all memory in kilobytes. Every single measurement is kept, so that two reports can be compared
//! with the same statistics as two contenders.

use crate::{
    measure::End,
    statistics::{Ratio, geometric_mean, median},
};
use serde::{Deserialize, Serialize};
use std::{
    fs,
    io::{self, Write},
    path::Path,
    process::Command,
    time::SystemTime,
};

/// Grows when a field changes its meaning.
pub const SCHEMA: u32 = 1;

#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Report {
    pub schema: u32,
    /// UTC, `2026-01-31T12:00:00Z`.
    pub created: String,
    pub machine: Machine,
    /// The commit of the folder that the programs stand in, if it is a git work tree; `+` if something is changed.
    pub commit: Option<String>,
    /// Measured runs of each program by each contender, after one that is not counted.
    pub runs: usize,
    pub contenders: Vec<ContenderInfo>,
    /// The name of the contender that speedups are relative to, and whose output is the expected one.
    pub baseline: String,
    pub programs: Vec<ProgramResult>,
    pub means: Vec<Mean>,
}

#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Machine {
    pub cpu: String,
    pub cores: usize,
    /// Megabytes.
    pub memory: u64,
    pub system: String,
}

#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct ContenderInfo {
    pub name: String,
    pub peer: String,
    pub title: String,
    pub version: String,
}

#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct ProgramResult {
    pub name: String,
    pub file: String,
    pub args: Vec<String>,
    pub results: Vec<RunResult>,
}

/// One program by one contender.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct RunResult {
    pub contender: String,
    pub outcome: Outcome,
    /// The compiler's words, or the last lines of standard error of a run that failed, or how the output differs.
    pub message: String,
    pub command: Vec<String>,
    pub build: Vec<Vec<String>>,
    pub build_seconds: Option<f64>,
    pub end: Option<End>,
    pub stdout_bytes: u64,
    pub user: Vec<f64>,
    pub system: Vec<f64>,
    pub wall: Vec<f64>,
    pub memory: Vec<u64>,
    /// Of user CPU time, relative to the baseline: how many times as fast.
    pub speedup: Option<Ratio>,
    pub wall_speedup: Option<Ratio>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Outcome {
    /// Ran, and printed what the baseline printed.
    Equal,
    /// Ran, and printed or exited differently.
    Differs,
    /// The peer cannot compile the program.
    NotCompiled,
    /// No end within the time limit.
    TimedOut,
    /// It does not print the same twice, so nothing can be said.
    Unsteady,
    /// There is no program for this contender (no C equivalent).
    Absent,
}

/// The geometric mean of the speedups over the programs that both ran right.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Mean {
    pub contender: String,
    pub speedup: f64,
    pub programs: usize,
}

impl RunResult {
    pub fn is_measured(&self) -> bool {
        matches!(self.outcome, Outcome::Equal | Outcome::Differs | Outcome::Unsteady) && !self.user.is_empty()
    }

    pub fn peak_memory(&self) -> f64 {
        median(&self.memory.iter().map(|&kilobytes| kilobytes as f64).collect::<Vec<_>>())
    }
}

impl Report {
    pub fn result<'a>(&'a self, program: &'a ProgramResult, contender: &str) -> Option<&'a RunResult> {
        program.results.iter().find(|result| result.contender == contender)
    }

    /// Fills in what follows from the measurements.
    pub fn conclude(&mut self) {
        for program in &mut self.programs {
            let Some(base) = program.results.iter().find(|r| r.contender == self.baseline).cloned() else {
                continue;
            };
            for result in program.results.iter_mut().filter(|result| result.is_measured()) {
                result.speedup = Ratio::of(&base.user, &result.user);
                result.wall_speedup = Ratio::of(&base.wall, &result.wall);
            }
        }
        // Nobody asks about one who took no part.
        let took_part = |name: &str| {
            let results = self.programs.iter().flat_map(|program| &program.results);
            results.filter(|result| result.contender == name).any(|result| result.outcome != Outcome::Absent)
        };
        self.contenders = self.contenders.iter().filter(|c| took_part(&c.name)).cloned().collect();
        self.means = self
            .contenders
            .iter()
            .filter(|contender| contender.name != self.baseline)
            .filter_map(|contender| {
                let speedups: Vec<f64> = self
                    .programs
                    .iter()
                    .filter_map(|program| self.result(program, &contender.name))
                    .filter(|result| result.outcome == Outcome::Equal)
                    .filter_map(|result| Some(result.speedup?.estimate))
                    .collect();
                let (programs, name) = (speedups.len(), contender.name.clone());
                (programs > 0).then(|| Mean { contender: name, speedup: geometric_mean(&speedups), programs })
            })
            .collect();
    }

    /// Whether every program that ran did what the baseline did.
    pub fn all_equal(&self) -> bool {
        let wrong = |result: &RunResult| matches!(result.outcome, Outcome::Differs | Outcome::Unsteady);
        !self.programs.iter().flat_map(|program| &program.results).any(wrong)
    }

    pub fn read(path: &Path) -> Result<Report, String> {
        let text =
            fs::read_to_string(path).map_err(|error| format!("cannot read {}: {error}", path.display()))?;
        let report: Report = serde_json::from_str(&text)
            .map_err(|error| format!("{} is no report of `taipan bench --json`: {error}", path.display()))?;
        if report.schema != SCHEMA {
            return Err(format!("{} has schema {}, this is {SCHEMA}", path.display(), report.schema));
        }
        Ok(report)
    }

    pub fn to_json(&self) -> String {
        serde_json::to_string_pretty(self).expect("a report is representable") + "\n"
    }

    /// Appends a line for each program and contender that was measured.
    pub fn append_history(&self, path: &Path) -> io::Result<()> {
        #[derive(Serialize)]
        struct Line<'a> {
            created: &'a str,
            commit: Option<&'a str>,
            cpu: &'a str,
            program: &'a str,
            contender: &'a str,
            version: &'a str,
            outcome: Outcome,
            user: f64,
            wall: f64,
            memory: f64,
            build_seconds: Option<f64>,
            baseline: &'a str,
            speedup: Option<f64>,
        }
        let mut text = String::new();
        for program in &self.programs {
            for result in program.results.iter().filter(|result| result.is_measured()) {
                let version = self.contenders.iter().find(|c| c.name == result.contender);
                let line = Line {
                    created: &self.created,
                    commit: self.commit.as_deref(),
                    cpu: &self.machine.cpu,
                    program: &program.name,
                    contender: &result.contender,
                    version: version.map_or("", |contender| &contender.version),
                    outcome: result.outcome,
                    user: median(&result.user),
                    wall: median(&result.wall),
                    memory: result.peak_memory(),
                    build_seconds: result.build_seconds,
                    baseline: &self.baseline,
                    speedup: result.speedup.map(|ratio| ratio.estimate),
                };
                text += &serde_json::to_string(&line).expect("a line is representable");
                text.push('\n');
            }
        }
        fs::OpenOptions::new().create(true).append(true).open(path)?.write_all(text.as_bytes())
    }
}

impl Machine {
    pub fn this() -> Machine {
        let read = |path: &str| fs::read_to_string(path).unwrap_or_default();
        let (cpuinfo, meminfo) = (read("/proc/cpuinfo"), read("/proc/meminfo"));
        let field = |text: &str, key: &str| {
            let line = text.lines().find(|line| line.starts_with(key))?;
            Some(line.split_once(':')?.1.trim().to_owned())
        };
        let kilobytes =
            field(&meminfo, "MemTotal").and_then(|text| text.split(' ').next()?.parse::<u64>().ok());
        Machine {
            cpu: field(&cpuinfo, "model name").unwrap_or_else(|| "unknown".into()),
            cores: std::thread::available_parallelism().map_or(1, |count| count.get()),
            memory: kilobytes.unwrap_or(0) / 1024,
            system: format!("Linux {}", read("/proc/sys/kernel/osrelease").trim()),
        }
    }
}

/// The commit of the work tree that a folder belongs to.
pub fn commit_of(folder: &Path) -> Option<String> {
    let git = |args: &[&str]| {
        let output = Command::new("git").arg("-C").arg(folder).args(args).output().ok()?;
        output.status.success().then(|| String::from_utf8_lossy(&output.stdout).trim().to_owned())
    };
    let commit = git(&["rev-parse", "--short=12", "HEAD"])?;
    let changed =
        git(&["status", "--porcelain", "--untracked-files=no"]).is_some_and(|text| !text.is_empty());
    Some(if changed { commit + "+" } else { commit })
}

/// The time in UTC as ISO 8601.
pub fn now() -> String {
    let seconds = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH).map_or(0, |time| time.as_secs());
    let (days, rest) = ((seconds / 86_400) as i64, seconds % 86_400);
    // The civil date of a day number, by eras of 400 years that begin on a first of March.
    let shifted = days + 719_468;
    let (era, day) = (shifted.div_euclid(146_097), shifted.rem_euclid(146_097));
    let year = (day - day / 1460 + day / 36_524 - day / 146_096) / 365;
    let day = day - (365 * year + year / 4 - year / 100);
    let month = (5 * day + 2) / 153;
    let (day, month) = (day - (153 * month + 2) / 5 + 1, if month < 10 { month + 3 } else { month - 9 });
    let year = year + era * 400 + i64::from(month <= 2);
    format!("{year:04}-{month:02}-{day:02}T{:02}:{:02}:{:02}Z", rest / 3600, rest / 60 % 60, rest % 60)
}

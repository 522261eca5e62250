//! Reports for people: on the terminal, as Markdown, as a page, and what changed since an older report.

pub mod change;
pub mod difference;
mod html;
mod markdown;
mod terminal;

pub use html::html;
pub use markdown::markdown;
pub use terminal::terminal;

use crate::{
    results::{Outcome, Report, RunResult},
    statistics::Ratio,
};

/// `1.23 s`, `45 ms`, `0.9 ms`
pub fn seconds(value: f64) -> String {
    match value {
        _ if value.is_nan() => "-".into(),
        _ if value >= 10.0 => format!("{value:.1} s"),
        _ if value >= 1.0 => format!("{value:.2} s"),
        _ if value >= 0.01 => format!("{:.0} ms", value * 1e3),
        _ => format!("{:.1} ms", value * 1e3),
    }
}

/// `12.3 MB`
pub fn memory(kilobytes: f64) -> String {
    format!("{:.1} MB", kilobytes / 1024.0)
}

/// `3.42x`
pub fn times(value: f64) -> String {
    match value {
        _ if value >= 100.0 => format!("{value:.0}x"),
        _ if value >= 10.0 => format!("{value:.1}x"),
        _ => format!("{value:.2}x"),
    }
}

/// `[3.31, 3.55]`, with its level where that is not the usual one.
pub fn interval(ratio: &Ratio) -> String {
    let digits = if ratio.high >= 100.0 {
        0
    } else if ratio.high >= 10.0 {
        1
    } else {
        2
    };
    // One run of each says nothing of the noise.
    if ratio.level <= 0.0 {
        return String::new();
    }
    let level = match ratio.level {
        level if level >= crate::statistics::LEVEL => String::new(),
        level => format!(" ({:.0}%)", (level * 100.0).floor()),
    };
    format!("[{:.digits$}, {:.digits$}]{level}", ratio.low, ratio.high)
}

/// What stands in a table where there is no measurement.
pub fn outcome(result: &RunResult) -> &'static str {
    match result.outcome {
        Outcome::Equal => "",
        Outcome::Differs => "output differs",
        Outcome::NotCompiled => "not compiled",
        Outcome::TimedOut => "timed out",
        Outcome::Unsteady => "output not steady",
        Outcome::Absent => "",
    }
}

/// What a program or a compiler has written, as it may be shown on a terminal: without what moves the cursor or changes
/// colours.
pub fn printable(text: &str) -> String {
    text.chars().map(|c| if c.is_control() && !matches!(c, '\n' | '\t') { '\u{fffd}' } else { c }).collect()
}

/// What was compared, where: the lines that stand around every report.
pub fn circumstances(report: &Report) -> Vec<String> {
    let mut lines = vec![format!(
        "{}, {} cores, {} GB, {}",
        report.machine.cpu,
        report.machine.cores,
        (report.machine.memory + 512) / 1024,
        report.machine.system
    )];
    for contender in &report.contenders {
        // `CPython 3.13.0` and what else its version says.
        let more = contender.version.split_once(" (").map(|(_, rest)| format!(" ({rest}"));
        let more = match contender.peer.as_str() {
            "c" => format!(", {}", contender.version),
            _ => more.unwrap_or_default(),
        };
        lines.push(format!("{}{more}", contender.title));
    }
    lines.push(format!(
        "{} on {}; {} interleaved runs each after a warm-up; medians of user CPU time; speedups with {:.0} % rank intervals",
        report.commit.as_deref().map_or("no commit".to_owned(), |commit| format!("commit {commit}")),
        &report.created[..10.min(report.created.len())],
        report.runs,
        crate::statistics::LEVEL * 100.0
    ));
    lines
}

/// Everything that went wrong, in a line or more each.
pub fn troubles(report: &Report) -> Vec<String> {
    let mut found = Vec::new();
    for program in &report.programs {
        for result in &program.results {
            let title =
                report.contenders.iter().find(|c| c.name == result.contender).map_or("", |c| &c.title);
            let failed = result.outcome == Outcome::Equal
                && result.end.is_some_and(|end| end != crate::measure::End::Status(0));
            if failed && result.contender == report.baseline {
                let end = result.end.map_or(String::new(), |end| end.to_string());
                found.push(format!("{}: {end} under {title}\n{}", program.name, result.message));
            } else if !outcome(result).is_empty() {
                found.push(format!("{}: {title}: {}\n{}", program.name, outcome(result), result.message));
            }
        }
    }
    found
}

//! One compilation: what was asked for, the sources, and what has been measured so far.

use crate::{
    bug,
    emit::{EmitKind, EmitRequest},
    failure::{Failure, STATUS_COMMAND_LINE},
    options::{Color, ErrorFormat, Options},
    report::StageTimes,
};
use analysis::source::{Diagnostic, Severity, SourceMap, Style, render_human, render_json};
use std::{
    fs,
    io::{IsTerminal, Write},
    path::{Path, PathBuf},
};

pub struct Session {
    pub options: Options,
    /// The CPU that code is emitted for.
    pub target_cpu: String,
    /// The root file as the user named it, absolute, and its bytes.
    pub shown: PathBuf,
    pub path: PathBuf,
    pub bytes: Vec<u8>,
    pub map: SourceMap,
    times: StageTimes,
}

impl Session {
    pub fn new(file: &Path, options: Options, default_cpu: &str) -> Result<Self, Failure> {
        let path = absolute(file);
        let bytes = fs::read(file).map_err(|error| cannot_open(&path, &error))?;
        let target_cpu = options.target_cpu.clone().unwrap_or_else(|| default_cpu.to_owned());
        let (map, times) = (SourceMap::new(), StageTimes::default());
        Ok(Self { options, target_cpu, shown: file.to_owned(), path, bytes, map, times })
    }

    /// Runs one stage of the pipeline: the one place where stages are timed and announced.
    pub fn stage<T>(&mut self, name: &'static str, work: impl FnOnce(&mut Self) -> T) -> T {
        if self.options.verbose {
            eprintln!("taipan: {name}");
        }
        let mut times = std::mem::take(&mut self.times);
        let result = times.measure(name, || work(self));
        self.times = times;
        result
    }

    pub fn wanted(&self, kind: EmitKind) -> impl Iterator<Item = &EmitRequest> {
        self.options.emit.iter().filter(move |request| request.kind == kind)
    }

    /// Writes the output of `kind` if it was asked for.
    pub fn emit(&self, kind: EmitKind, text: impl Fn() -> String) -> Result<(), Failure> {
        self.wanted(kind).try_for_each(|request| request.write(&self.shown, None, text().as_bytes()))
    }

    /// Where the (last) output of `kind` goes, for stages that write files themselves.
    pub fn output_path(&self, kind: EmitKind) -> Option<PathBuf> {
        let request = self.wanted(kind).last()?;
        Some(request.destination(&self.shown, None).unwrap_or_else(|| PathBuf::from("/dev/stdout")))
    }

    /// True if nothing after `kind` was asked for: the pipeline ends here.
    pub fn ends_with(&self, kind: EmitKind) -> bool {
        let last = self.options.emit.iter().map(|request| request.kind).max();
        last.is_some_and(|last| last <= kind)
    }

    /// Adds rows that were measured elsewhere.
    pub fn add_times(&mut self, rows: impl IntoIterator<Item = (&'static str, std::time::Duration)>) {
        rows.into_iter().for_each(|(stage, took)| self.times.add(stage, took));
    }

    pub fn jobs(&self) -> usize {
        let all = || std::thread::available_parallelism().map_or(1, |count| count.get());
        self.options.jobs.unwrap_or_else(all)
    }

    /// Prints what was measured, once.
    pub fn finish(&mut self) {
        if self.options.time_passes {
            std::mem::take(&mut self.times).print();
        }
    }

    pub fn report(&self, diagnostics: &[Diagnostic]) {
        let mut out = String::new();
        for diagnostic in diagnostics {
            if diagnostic.severity == Severity::Warning && self.options.quiet {
                continue;
            }
            match self.options.error_format {
                ErrorFormat::Json => {
                    out.push_str(&render_json(diagnostic, &self.map));
                    out.push('\n');
                }
                ErrorFormat::Human => {
                    out.push_str(&render_human(diagnostic, &self.map, style(self.options.color)));
                    out.push('\n');
                }
            }
        }
        let _ = std::io::stderr().write_all(out.as_bytes());
    }
}

/// Prints what went wrong; `session` is absent if it could not even be made.
pub fn report_failure(failure: &Failure, session: Option<&Session>) {
    match failure {
        Failure::Program(diagnostics) => {
            if let Some(session) = session {
                session.report(diagnostics);
            }
        }
        Failure::Environment { message, help, .. } => {
            eprintln!("taipan: {message}");
            if !help.is_empty() {
                eprintln!("  = help: {help}");
            }
        }
        Failure::Bug(what) => bug::report(what),
    }
}

fn style(color: Color) -> Style {
    if wants_colour(color, &std::io::stderr()) { Style::Colour } else { Style::Plain }
}

/// Whether what goes to `stream` is coloured.
pub fn wants_colour(color: Color, stream: &impl IsTerminal) -> bool {
    match color {
        Color::Always => true,
        Color::Never => false,
        Color::Auto => {
            let refused = std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty());
            !refused && stream.is_terminal()
        }
    }
}

/// As CPython makes `__file__` absolute: the current folder in front, nothing else changed but a leading `./`.
fn absolute(file: &Path) -> PathBuf {
    if file.is_absolute() {
        return file.to_owned();
    }
    let mut rest = file;
    while let Ok(shorter) = rest.strip_prefix(".") {
        rest = shorter;
    }
    std::env::current_dir().unwrap_or_else(|_| PathBuf::from("/")).join(rest)
}

fn cannot_open(path: &Path, error: &std::io::Error) -> Failure {
    let number = error.raw_os_error().unwrap_or(0);
    let text = error.to_string();
    let text = text.split(" (os error").next().unwrap_or_default();
    let message = format!("can't open file '{}': [Errno {number}] {text}", path.display());
    Failure::Environment { message, help: String::new(), status: STATUS_COMMAND_LINE }
}

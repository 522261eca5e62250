//! Who is compared: the entries of `peers.toml`, and which of them are on this machine.

use crate::{
    measure::{self, End, Launch},
    program::Program,
};
use serde::Deserialize;
use std::{
    path::{Path, PathBuf},
    process::{Command, Stdio},
    time::Duration,
};

/// One entry of `peers.toml`, whose head says what the fields mean.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Peer {
    pub name: String,
    pub title: String,
    programs: Vec<String>,
    #[serde(default)]
    folders: Vec<String>,
    #[serde(default)]
    each: bool,
    version: Vec<String>,
    #[serde(default)]
    builds: Vec<Vec<String>>,
    run: Vec<String>,
    #[serde(default)]
    arg0: bool,
    #[serde(default)]
    source: Source,
}

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
enum Source {
    #[default]
    Python,
    C,
}

/// A peer found on this machine.
#[derive(Debug, Clone)]
pub struct Contender {
    pub peer: Peer,
    pub program: PathBuf,
    /// What it says of itself: `3.13.0 (built without PGO)`.
    pub version: String,
    /// What `--against` called it: unique among the contenders.
    pub name: String,
}

/// A program made ready to run by one contender.
pub struct Prepared {
    pub launch: Launch,
    /// The commands that compiled it, and how long they took; none for an interpreter.
    pub built: Option<(Vec<Vec<String>>, f64)>,
}

/// Why a contender cannot run a program.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refusal {
    /// There is no C equivalent beside the program.
    NoSource,
    /// What the peer's compiler said.
    Build(String),
}

pub fn known_peers() -> Vec<Peer> {
    #[derive(Deserialize)]
    struct File {
        peer: Vec<Peer>,
    }
    let file: File = toml::from_str(include_str!("peers.toml")).expect("peers.toml is well-formed");
    file.peer
}

/// Finds what `wanted` names: a peer (`pypy`), a program (`python3.11`), a path to an interpreter, or `all`.
/// `taipan` is the command that the peer of that name runs. The error is for the user.
pub fn find(wanted: &str, taipan: &Path) -> Result<Vec<Contender>, String> {
    let peers = known_peers();
    if wanted == "all" {
        return Ok(peers
            .iter()
            .filter(|peer| peer.name != "taipan")
            .flat_map(|p| p.installed(taipan))
            .collect());
    }
    if let Some(peer) = peers.iter().find(|peer| peer.name == wanted) {
        let mut found = peer.installed(taipan);
        if found.is_empty() {
            return Err(format!(
                "the peer `{wanted}` is not installed (looked for {})",
                peer.programs.join(", ")
            ));
        }
        // A bare name is one contender, under that name: the first one found.
        found.truncate(1);
        found[0].name = wanted.to_owned();
        return Ok(found);
    }
    if let Some(peer) = peers.iter().find(|peer| peer.programs.iter().any(|program| program == wanted)) {
        let found = peer.candidates(wanted).into_iter().find_map(|path| peer.contender(wanted, &path));
        return match found {
            Some(contender) => Ok(vec![contender]),
            None => Err(format!("the peer `{wanted}` is not installed, or does not answer")),
        };
    }
    // Some other interpreter: as an entry that knows how to ask it for its version.
    let base = Path::new(wanted).file_name().unwrap_or_default().to_string_lossy().into_owned();
    for peer in &peers {
        let alike =
            peer.programs.iter().any(|program| base.starts_with(program.trim_end_matches(char::is_numeric)));
        if alike
            && peer.name != "c"
            && let Some(path) = in_path(wanted)
            && let Some(contender) = peer.contender(wanted, &path)
        {
            return Ok(vec![contender]);
        }
    }
    let names: Vec<&str> = peers.iter().map(|peer| peer.name.as_str()).collect();
    Err(format!(
        "no peer `{wanted}`: known are {}, `all`, and any program such as python3.12 that is one of these",
        names.join(", ")
    ))
}

/// The CPython that everything is compared with: `TAIPAN_CPYTHON`, else 3.13, else what there is.
pub fn reference(taipan: &Path) -> Result<Contender, String> {
    let wanted = match std::env::var("TAIPAN_CPYTHON") {
        Ok(name) => name,
        Err(_) => {
            if let Ok(mut found) = find("python3.13", taipan) {
                return Ok(found.remove(0));
            }
            "python3".to_owned()
        }
    };
    find(&wanted, taipan).map(|mut found| found.remove(0))
}

impl Peer {
    /// Every contender of this peer, or the first, in the order of `programs`.
    fn installed(&self, taipan: &Path) -> Vec<Contender> {
        if self.name == "taipan" {
            return self.contender("taipan", taipan).into_iter().collect();
        }
        let mut found: Vec<Contender> = Vec::new();
        for program in &self.programs {
            let contender =
                self.candidates(program).into_iter().find_map(|path| self.contender(program, &path));
            if let Some(contender) = contender
                && found.iter().all(|other| other.version != contender.version)
            {
                found.push(contender);
                if !self.each {
                    break;
                }
            }
        }
        found
    }

    /// Where a program of that name stands: in PATH, then in the folders.
    fn candidates(&self, program: &str) -> Vec<PathBuf> {
        let mut found: Vec<PathBuf> = in_path(program).into_iter().collect();
        for folder in self.folders.iter().flat_map(|pattern| folders(pattern)) {
            let path = folder.join(program);
            if path.is_file() {
                found.push(path);
            }
        }
        found
    }

    /// The contender, if the program answers when it is asked for its version.
    fn contender(&self, name: &str, program: &Path) -> Option<Contender> {
        let known = |text: &str| substitute_program(text, program);
        let command: Vec<String> = self.version.iter().map(|part| known(part)).collect();
        let output = Command::new(&command[0])
            .args(&command[1..])
            .stdin(Stdio::null())
            .stderr(Stdio::null())
            .output()
            .ok()?;
        let text = String::from_utf8_lossy(&output.stdout).into_owned();
        let mut lines = text.lines();
        let version = lines.next()?.trim().to_owned();
        let real = lines.next().map(PathBuf::from).filter(|path| path.is_absolute() && path.is_file());
        output.status.success().then(|| Contender {
            peer: self.clone(),
            program: real.unwrap_or_else(|| program.to_owned()),
            version: version.strip_prefix("taipan ").unwrap_or(&version).to_owned(),
            name: name.to_owned(),
        })
    }
}

impl Contender {
    pub fn title(&self) -> String {
        match self.peer.source {
            Source::C => self.peer.title.clone(),
            Source::Python => {
                format!("{} {}", self.peer.title, self.version.split(" (").next().unwrap_or_default())
            }
        }
    }

    /// Compiles the program in `work`, an empty folder, if this peer compiles.
    pub fn prepare(&self, program: &Program, work: &Path, limit: Duration) -> Result<Prepared, Refusal> {
        let c_source = program.c_source();
        if self.peer.source == Source::C && c_source.is_none() {
            return Err(Refusal::NoSource);
        }
        let known = [
            ("{source}", program.source.clone()),
            ("{stem}", PathBuf::from(program.source.file_stem().unwrap_or_default())),
            ("{c_source}", c_source.unwrap_or_default()),
            ("{work}", work.to_owned()),
            ("{executable}", work.join("program")),
        ];
        let fill = |parts: &[String]| -> Vec<String> {
            let fill = |part: &String| {
                let text = substitute_program(part, &self.program);
                known.iter().fold(text, |text, (name, value)| text.replace(name, &value.to_string_lossy()))
            };
            parts.iter().map(fill).collect()
        };
        let mut seconds = 0.0;
        let commands: Vec<Vec<String>> = self.peer.builds.iter().map(|parts| fill(parts)).collect();
        for command in &commands {
            let launch = Launch { folder: work.to_owned(), ..Launch::new(command.clone()) };
            let run = measure::run(&launch, limit)
                .map_err(|error| Refusal::Build(format!("cannot start {}: {error}", command[0])))?;
            seconds += run.wall;
            if run.end != End::Status(0) {
                return Err(Refusal::Build(build_message(&run)));
            }
        }
        let mut command = fill(&self.peer.run);
        command.extend(program.args.iter().cloned());
        let launch = Launch {
            arg0: self.peer.arg0.then(|| program.shown.clone()),
            folder: program.folder.clone(),
            stdin: program.stdin.clone(),
            ..Launch::new(command)
        };
        Ok(Prepared { launch, built: (!commands.is_empty()).then_some((commands, seconds)) })
    }
}

/// What a failed build said, in a few lines.
fn build_message(run: &measure::Run) -> String {
    let text = run.stderr_tail.trim();
    if text.is_empty() || run.end == End::TimedOut {
        return run.end.to_string();
    }
    let lines: Vec<&str> = text.lines().filter(|line| !line.trim().is_empty()).collect();
    // The first error, if it says so; otherwise what came last.
    let first = lines.iter().position(|line| line.to_lowercase().contains("error"));
    let from = first.unwrap_or(lines.len().saturating_sub(4));
    lines[from..].iter().take(4).copied().collect::<Vec<_>>().join("\n")
}

fn substitute_program(text: &str, program: &Path) -> String {
    let folder = program.parent().unwrap_or(Path::new("."));
    text.replace("{program}", &program.to_string_lossy()).replace("{folder}", &folder.to_string_lossy())
}

/// The file that a shell would start.
fn in_path(program: &str) -> Option<PathBuf> {
    if program.contains('/') {
        return Path::new(program).is_file().then(|| PathBuf::from(program));
    }
    let path = std::env::var_os("PATH")?;
    std::env::split_paths(&path).map(|folder| folder.join(program)).find(|file| file.is_file())
}

/// The folders that a pattern with at most one `*` names, the last in the order of names first: the newest version.
fn folders(pattern: &str) -> Vec<PathBuf> {
    let pattern = match pattern.strip_prefix("~/") {
        Some(rest) => match std::env::var("HOME") {
            Ok(home) => format!("{home}/{rest}"),
            Err(_) => return Vec::new(),
        },
        None => pattern.to_owned(),
    };
    let Some((before, after)) = pattern.split_once('*') else { return vec![PathBuf::from(pattern)] };
    let (parent, prefix) = before.rsplit_once('/').unwrap_or((".", before));
    let Ok(listing) = std::fs::read_dir(parent) else { return Vec::new() };
    let mut names: Vec<String> = listing
        .flatten()
        .filter_map(|entry| entry.file_name().into_string().ok())
        .filter(|name| name.starts_with(prefix))
        .collect();
    names.sort();
    names.reverse();
    names.into_iter().map(|name| PathBuf::from(format!("{parent}/{name}{after}"))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_data_file_is_well_formed() {
        let peers = known_peers();
        for name in ["taipan", "cpython", "pypy", "nuitka", "cython", "mypyc", "codon", "shedskin", "c"] {
            assert!(peers.iter().any(|peer| peer.name == name), "{name}");
        }
    }

    #[test]
    fn an_unknown_or_missing_peer_is_said() {
        let taipan = Path::new("/bin/true");
        assert!(find("nonsense", taipan).unwrap_err().contains("no peer `nonsense`"));
        assert!(
            find("python3.15", taipan).is_err_and(|e| e.contains("not installed"))
                || in_path("python3.15").is_some()
        );
    }
}

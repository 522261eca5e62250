//! What `--emit` can ask for, and where it goes.

use crate::failure::Failure;
use std::{
    fmt, fs,
    io::Write,
    path::{Path, PathBuf},
    str::FromStr,
};

/// In the order of the pipeline: a compilation stops after the last stage that is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum EmitKind {
    Ast,
    Hir,
    CallGraph,
    Types,
    Mir,
    LlvmIr,
    LlvmBc,
    Asm,
    Obj,
    Exe,
}

/// Name on the command line and default file extension of each kind.
const KINDS: &[(EmitKind, &str, &str)] = &[
    (EmitKind::Ast, "ast", "ast"),
    (EmitKind::Hir, "hir", "hir"),
    (EmitKind::CallGraph, "callgraph", "callgraph"),
    (EmitKind::Types, "types", "types"),
    (EmitKind::Mir, "mir", "mir"),
    (EmitKind::LlvmIr, "llvm-ir", "ll"),
    (EmitKind::LlvmBc, "llvm-bc", "bc"),
    (EmitKind::Asm, "asm", "s"),
    (EmitKind::Obj, "obj", "o"),
    (EmitKind::Exe, "exe", ""),
];

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EmitRequest {
    pub kind: EmitKind,
    /// `None`: a file named after the program, in the current folder. `-`: standard output.
    pub path: Option<PathBuf>,
}

impl FromStr for EmitRequest {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let (name, path) = match text.split_once('=') {
            Some((name, path)) => (name, Some(PathBuf::from(path))),
            None => (text, None),
        };
        match KINDS.iter().find(|(_, known, _)| *known == name) {
            Some(&(kind, ..)) => Ok(Self { kind, path }),
            None => {
                let names: Vec<&str> = KINDS.iter().map(|(_, name, _)| *name).collect();
                Err(format!("`{name}` is not one of {}", names.join(", ")))
            }
        }
    }
}

impl fmt::Display for EmitKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let name = KINDS.iter().find(|(kind, ..)| kind == self).map_or("", |(_, name, _)| name);
        f.write_str(name)
    }
}

impl EmitRequest {
    /// The file to write; `number` tells several outputs of one kind apart (one per codegen unit).
    pub fn destination(&self, program: &Path, number: Option<usize>) -> Option<PathBuf> {
        let extension = KINDS.iter().find(|(kind, ..)| *kind == self.kind).map_or("", |(.., ext)| ext);
        let base = match &self.path {
            Some(path) if path == Path::new("-") => return None,
            Some(path) => path.clone(),
            None => PathBuf::from(program.file_stem().unwrap_or_default()).with_extension(extension),
        };
        Some(match number {
            None | Some(0) => base,
            Some(number) => {
                let end = base.extension().unwrap_or_default().to_string_lossy().into_owned();
                base.with_extension(format!("{number}.{end}"))
            }
        })
    }

    pub fn write(&self, program: &Path, number: Option<usize>, contents: &[u8]) -> Result<(), Failure> {
        let written = match self.destination(program, number) {
            None => std::io::stdout().lock().write_all(contents),
            Some(path) => fs::write(path, contents),
        };
        written.map_err(|error| {
            Failure::environment(
                format!("cannot write the {} output: {error}", self.kind),
                "choose another path",
            )
        })
    }
}

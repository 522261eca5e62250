//! The modules of a program and the names under which imports find them.

use crate::{define_index, index::IndexVec, source::FileId, syntax::ast};
use std::{collections::BTreeMap, path::PathBuf};

define_index!(
    /// One source module of the program.
    pub struct ModuleId,
    "m"
);

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ModuleKind {
    /// The root file: `__name__ == "__main__"`.
    Root,
    Module,
    /// A folder with `__init__.py`.
    Package,
    /// A folder without one: an empty module with a `__path__`.
    Namespace,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Origin {
    /// A file of the program.
    Program,
    /// A file packaged with the compiler.
    Library,
}

#[derive(Debug, Clone)]
pub struct SourceModule {
    /// The dotted name imports use: `pkg.mod`; `__main__` for the root.
    pub name: String,
    /// `__file__`, absolute, which is what tracebacks show; of a namespace package its folder; of a library module
    /// `<taipan>/functools.py`.
    pub path: PathBuf,
    /// Its text in the source map; a namespace package has an empty one.
    pub file: FileId,
    pub kind: ModuleKind,
    pub origin: Origin,
    pub ast: ast::Suite,
    /// What CPython prints of it to standard error when it compiles it.
    pub warnings: String,
}

impl SourceModule {
    pub fn is_package(&self) -> bool {
        matches!(self.kind, ModuleKind::Package | ModuleKind::Namespace)
    }

    /// `__package__`: what relative imports start from.
    pub fn package(&self) -> &str {
        match self.kind {
            ModuleKind::Package | ModuleKind::Namespace => &self.name,
            ModuleKind::Root => "",
            ModuleKind::Module => self.name.rsplit_once('.').map_or("", |(package, _)| package),
        }
    }
}

/// What a dotted name stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ModuleRef {
    Source(ModuleId),
    /// A module of the runtime, under its dotted name.
    Native(&'static str),
    /// A module of CPython's library that is not supported yet (its top-level name). An import of it that is reachable
    /// is reported as `unsupported-module`.
    Unsupported(&'static str),
}

#[derive(Debug, Default)]
pub struct ModuleGraph {
    /// In the order in which the imports were found, root first: the same for every run.
    pub modules: IndexVec<ModuleId, SourceModule>,
    /// Every dotted name that an import of the program may reach. A name that is absent is not there at run time
    /// either: importing it raises ModuleNotFoundError.
    pub by_name: BTreeMap<String, ModuleRef>,
    /// Files that imports looked for in vain: if one of them appears, the program is another.
    pub absent: Vec<PathBuf>,
}

impl ModuleGraph {
    pub const ROOT: ModuleId = ModuleId::new(0);

    pub fn root(&self) -> &SourceModule {
        &self.modules[Self::ROOT]
    }

    /// The module that the absolute dotted `name` stands for.
    pub fn lookup(&self, name: &str) -> Option<ModuleRef> {
        self.by_name.get(name).copied()
    }

    /// The absolute name that `from <level dots><name> import …` in `importer` means; `None` if the dots lead out of
    /// the outermost package.
    pub fn absolute_name(&self, importer: ModuleId, level: u32, name: &str) -> Option<String> {
        if level == 0 {
            return Some(name.to_owned());
        }
        let mut package = self.modules[importer].package();
        for _ in 1..level {
            package = package.rsplit_once('.')?.0;
        }
        match (package, name) {
            ("", _) => None,
            (_, "") => Some(package.to_owned()),
            _ => Some(format!("{package}.{name}")),
        }
    }
}

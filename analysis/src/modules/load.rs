//! Loads a program: the root file and every module its imports can reach.
//!
//! Imports are followed breadth first in source order, those of the program's own modules before those of library
//! modules, so that ids are the same in every run. Every module that an import statement anywhere names is loaded; which
//! of them run, and when, is decided by the program when it runs.

use super::{
    ModuleGraph, ModuleId, ModuleKind, ModuleRef, Origin, SourceModule, data_classes,
    find::{Found, Parent, canonical_name, find},
    imports::{Import, all_names, imports},
};
use crate::{
    source::{Diagnostic, SourceMap},
    syntax::{SyntaxWarning, decode_source, parse_module},
};
use std::{
    collections::VecDeque,
    fs,
    path::{Path, PathBuf},
};

/// The root file as the command got it.
pub struct RootFile<'a> {
    /// As the user named it: shown in diagnostics.
    pub shown: &'a Path,
    /// Absolute: `__file__`, shown in tracebacks.
    pub path: &'a Path,
    pub bytes: &'a [u8],
}

struct Loader<'a> {
    map: &'a mut SourceMap,
    graph: ModuleGraph,
    diagnostics: Vec<Diagnostic>,
    /// The program's folder, `sys.path[0]`.
    folder: PathBuf,
    /// How diagnostics name that folder.
    shown_folder: PathBuf,
    of_program: VecDeque<ModuleId>,
    of_library: VecDeque<ModuleId>,
}

/// All modules of the program, or what is wrong with their texts.
pub fn load_program(root: RootFile, map: &mut SourceMap) -> Result<ModuleGraph, Vec<Diagnostic>> {
    let parent = root.path.parent().unwrap_or(Path::new("/"));
    let mut loader = Loader {
        map,
        graph: ModuleGraph::default(),
        diagnostics: Vec::new(),
        folder: fs::canonicalize(parent).unwrap_or_else(|_| parent.to_owned()),
        shown_folder: root.shown.parent().map(Path::to_owned).unwrap_or_default(),
        of_program: VecDeque::new(),
        of_library: VecDeque::new(),
    };
    loader.add(
        "__main__",
        root.path.to_owned(),
        root.shown.to_owned(),
        ModuleKind::Root,
        Origin::Program,
        root.bytes,
    );
    loop {
        if let Some(module) = loader.of_program.pop_front() {
            loader.follow(module, false);
        } else if let Some(module) = loader.of_library.pop_front() {
            loader.follow(module, true);
        } else {
            break;
        }
    }
    let Loader { mut graph, diagnostics, map, .. } = loader;
    if !diagnostics.is_empty() {
        return Err(diagnostics);
    }
    if matches!(graph.lookup("dataclasses"), Some(ModuleRef::Source(m)) if graph.modules[m].origin == Origin::Library)
    {
        data_classes::add_methods(&mut graph, map);
    }
    Ok(graph)
}

impl Loader<'_> {
    fn follow(&mut self, importer: ModuleId, by_library: bool) {
        for import in imports(&self.graph.modules[importer].ast) {
            match import {
                Import::Module(name) => {
                    self.require(&name, by_library);
                }
                Import::From { level, module, names } => {
                    let Some(name) = self.graph.absolute_name(importer, level, &module) else {
                        continue;
                    };
                    let Some(found) = self.require(&name, by_library) else {
                        continue;
                    };
                    let ModuleRef::Source(package) = found else {
                        continue;
                    };
                    if !self.graph.modules[package].is_package() {
                        continue;
                    }
                    let star = names.iter().any(|name| name == "*");
                    let names = if star { all_names(&self.graph.modules[package].ast) } else { names };
                    for submodule in names {
                        self.require(&format!("{name}.{submodule}"), by_library);
                    }
                }
            }
        }
    }

    /// Loads `name` and the packages it is in, once.
    fn require(&mut self, name: &str, by_library: bool) -> Option<ModuleRef> {
        if let Some(known) = self.graph.lookup(name) {
            return Some(known);
        }
        let real = canonical_name(name);
        if real != name {
            let package = name.rsplit_once('.').map(|(package, _)| package.to_owned());
            package.map(|package| self.require(&package, by_library));
            let found = self.require(real, by_library)?;
            self.graph.by_name.insert(name.to_owned(), found);
            return Some(found);
        }
        let package = match name.rsplit_once('.') {
            None => None,
            Some((package, _)) => Some(self.require(package, by_library)?),
        };
        let folder;
        let parent = match package {
            None => Parent::None,
            Some(ModuleRef::Unsupported(_)) => return package,
            Some(ModuleRef::Native(_)) => Parent::LibraryPackage,
            Some(ModuleRef::Source(id)) => {
                let module = &self.graph.modules[id];
                match (module.kind, module.origin) {
                    (_, Origin::Library) => Parent::LibraryPackage,
                    (ModuleKind::Package, _) => {
                        folder = module.path.parent().unwrap_or(Path::new("/")).to_owned();
                        Parent::ProgramPackage(&folder)
                    }
                    (ModuleKind::Namespace, _) => {
                        folder = module.path.clone();
                        Parent::ProgramPackage(&folder)
                    }
                    _ => return None,
                }
            }
        };
        let found = match find(name, &self.folder, parent, by_library, &mut self.graph.absent)? {
            Found::Native(native) => ModuleRef::Native(native),
            Found::Unsupported(module) => ModuleRef::Unsupported(module),
            Found::Namespace { folder } => {
                let shown = self.shown(&folder);
                let kind = ModuleKind::Namespace;
                ModuleRef::Source(self.add(name, folder, shown, kind, Origin::Program, b""))
            }
            Found::Library(file) => {
                let path = Path::new("<taipan>").join(file.path);
                let kind = if file.is_package { ModuleKind::Package } else { ModuleKind::Module };
                let text = file.text.as_bytes();
                ModuleRef::Source(self.add(name, path.clone(), path, kind, Origin::Library, text))
            }
            Found::File { path, is_package } => {
                let shown = self.shown(&path);
                let kind = if is_package { ModuleKind::Package } else { ModuleKind::Module };
                let bytes = match fs::read(&path) {
                    Ok(bytes) => bytes,
                    Err(error) => {
                        let message = format!("cannot read {}: {error}", shown.display());
                        self.diagnostics.push(Diagnostic::rejected("unreadable-file", message));
                        return None;
                    }
                };
                ModuleRef::Source(self.add(name, path, shown, kind, Origin::Program, &bytes))
            }
        };
        self.graph.by_name.insert(name.to_owned(), found);
        Some(found)
    }

    fn shown(&self, path: &Path) -> PathBuf {
        path.strip_prefix(&self.folder)
            .map_or_else(|_| path.to_owned(), |below| self.shown_folder.join(below))
    }

    fn add(
        &mut self,
        name: &str,
        path: PathBuf,
        shown: PathBuf,
        kind: ModuleKind,
        origin: Origin,
        bytes: &[u8],
    ) -> ModuleId {
        let (text, wrong) = decode_source(bytes);
        let file = self.map.add_at(shown, path.clone(), text);
        let mut ast = Vec::new();
        let mut warnings = String::new();
        if let Some(wrong) = wrong {
            self.diagnostics.push(wrong.diagnostic(file, &path));
        } else {
            match parse_module(file, &self.map.file(file).text) {
                Ok(parsed) => {
                    ast = parsed.suite;
                    if origin == Origin::Program {
                        warnings = shown_warnings(&path, &self.map.file(file).text, &parsed.warnings);
                    }
                }
                Err(diagnostics) => self.diagnostics.extend(diagnostics),
            }
        }
        let module = SourceModule { name: name.to_owned(), path, file, kind, origin, ast, warnings };
        let id = self.graph.modules.push(module);
        match origin {
            Origin::Program => self.of_program.push_back(id),
            Origin::Library => self.of_library.push_back(id),
        }
        id
    }
}

/// The warnings as CPython prints them when it compiles the module.
fn shown_warnings(path: &Path, text: &str, warnings: &[SyntaxWarning]) -> String {
    let mut shown = String::new();
    for SyntaxWarning { offset, message } in warnings {
        let (before, after) = text.split_at(*offset as usize);
        let number = before.matches('\n').count() + 1;
        let start = before.rfind('\n').map_or(0, |at| at + 1);
        let end = after.find('\n').map_or(text.len(), |at| before.len() + at);
        shown += &format!("{}:{number}: SyntaxWarning: {message}\n", path.display());
        let line = text[start..end].trim();
        if !line.is_empty() {
            shown += &format!("  {line}\n");
        }
    }
    shown
}

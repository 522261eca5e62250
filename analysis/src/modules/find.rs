//! Where the module of a dotted name is: in the program's folder, in the packaged library, in the runtime.

use super::{library::LibraryFile, library::library_file};
use runtime_interface::native_modules::NATIVE_MODULES;
use runtime_interface::standard_library as stdlib;
use std::path::{Path, PathBuf};

/// What a dotted name was found to be, before it is loaded.
pub enum Found {
    File { path: PathBuf, is_package: bool },
    Namespace { folder: PathBuf },
    Library(&'static LibraryFile),
    Native(&'static str),
    Unsupported(&'static str),
}

/// Modules that CPython's library keeps under a second name.
const ALIASES: &[(&str, &str)] = &[("os.path", "posixpath")];

pub fn canonical_name(name: &str) -> &str {
    ALIASES.iter().find(|(alias, _)| *alias == name).map_or(name, |(_, real)| real)
}

/// Looks `name` up. `parent` is the folder of its parent package if that is a package of the program (else the program's
/// own folder), `asked_by_library` says that only library modules import it: those see the library first, so that a
/// program's `types.py` does not get between two modules of ours that CPython's library does not connect.
pub fn find(
    name: &str,
    program: &Path,
    parent: Parent,
    asked_by_library: bool,
    absent: &mut Vec<PathBuf>,
) -> Option<Found> {
    let last = name.rsplit('.').next().unwrap_or(name);
    match parent {
        Parent::ProgramPackage(folder) => in_folder(folder, last, absent),
        Parent::LibraryPackage => in_library(name),
        Parent::None => {
            let library_first = asked_by_library || stdlib::is_never_shadowed(name);
            if library_first && let Some(found) = in_library(name) {
                return Some(found);
            }
            if !stdlib::is_never_shadowed(name)
                && let Some(found) = in_folder(program, last, absent)
            {
                // A folder without `__init__.py` never hides a real module.
                if !matches!(found, Found::Namespace { .. }) {
                    return Some(found);
                }
                return in_library(name).or(Some(found));
            }
            in_library(name).or_else(|| stdlib::stdlib_name(name).map(Found::Unsupported))
        }
    }
}

/// The package that holds the module looked for.
#[derive(Clone, Copy)]
pub enum Parent<'a> {
    None,
    ProgramPackage(&'a Path),
    LibraryPackage,
}

/// `absent` is told which files were looked for in vain: if one appears, the program is another.
fn in_folder(folder: &Path, name: &str, absent: &mut Vec<PathBuf>) -> Option<Found> {
    let package = folder.join(name);
    let init = package.join("__init__.py");
    if init.is_file() {
        return Some(Found::File { path: init, is_package: true });
    }
    absent.push(init);
    let path = folder.join(format!("{name}.py"));
    if path.is_file() {
        return Some(Found::File { path, is_package: false });
    }
    absent.push(path);
    if package.is_dir() {
        return Some(Found::Namespace { folder: package });
    }
    absent.push(package);
    None
}

fn in_library(name: &str) -> Option<Found> {
    if let Some(file) = library_file(name) {
        return Some(Found::Library(file));
    }
    NATIVE_MODULES.iter().find(|native| **native == name).map(|native| Found::Native(native))
}

//! Packages the library modules written in Python (`runtime/python/**/*.py`) into the compiler: writes the table
//! `LIBRARY` of dotted names, paths and texts that `modules::library` includes.

use std::{
    env,
    fmt::Write,
    fs,
    path::{Path, PathBuf},
};

fn main() {
    let root = PathBuf::from(env::var("CARGO_MANIFEST_DIR").unwrap()).join("../runtime/python");
    println!("cargo:rerun-if-changed={}", root.display());
    let mut files = Vec::new();
    collect(&root, &mut files);
    files.sort();
    let mut table = String::from("pub static LIBRARY: &[LibraryFile] = &[\n");
    for file in &files {
        println!("cargo:rerun-if-changed={}", file.display());
        let relative = file.strip_prefix(&root).unwrap();
        let stem = relative.with_extension("");
        let mut parts: Vec<&str> = stem.iter().map(|part| part.to_str().unwrap()).collect();
        let is_package = parts.last() == Some(&"__init__");
        if is_package {
            parts.pop();
        }
        let absolute = fs::canonicalize(file).unwrap();
        let _ = writeln!(
            table,
            "    LibraryFile {{ name: {:?}, path: {:?}, is_package: {is_package}, text: include_str!({absolute:?}) }},",
            parts.join("."),
            relative.to_str().unwrap(),
        );
    }
    table.push_str("];\n");
    fs::write(PathBuf::from(env::var("OUT_DIR").unwrap()).join("library.rs"), table).unwrap();
}

fn collect(folder: &Path, files: &mut Vec<PathBuf>) {
    let Ok(entries) = fs::read_dir(folder) else {
        return;
    };
    for entry in entries {
        let path = entry.unwrap().path();
        if path.is_dir() {
            println!("cargo:rerun-if-changed={}", path.display());
            collect(&path, files);
        } else if path.extension().is_some_and(|ext| ext == "py") {
            files.push(path);
        }
    }
}

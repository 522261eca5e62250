//! The library modules written in Python that travel inside the compiler.

pub struct LibraryFile {
    /// Dotted name: `collections.abc`.
    pub name: &'static str,
    /// Path below the library's folder.
    pub path: &'static str,
    pub is_package: bool,
    pub text: &'static str,
}

include!(concat!(env!("OUT_DIR"), "/library.rs"));

pub fn library_file(name: &str) -> Option<&'static LibraryFile> {
    LIBRARY.iter().find(|file| file.name == name)
}

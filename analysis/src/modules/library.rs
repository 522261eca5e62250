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

/// Packaged modules whose functions run when classes are made and forms are written down, hardly ever in loops: their
/// code is made in little time rather than to be fast. With the names of functions that are the exception.
const QUICK: &[(&str, &[&str])] = &[
    ("_collections_abc", &[]),
    ("_suggestions", &[]),
    ("abc", &[]),
    ("dataclasses", &["_asdict_inner", "_astuple_inner"]),
    (
        "enum",
        &[
            "__and__",
            "__call__",
            "__contains__",
            "__get__",
            "__hash__",
            "__invert__",
            "__iter__",
            "__or__",
            "__xor__",
        ],
    ),
    ("keyword", &[]),
    ("numbers", &[]),
    ("os", &[]),
    ("posixpath", &[]),
    ("reprlib", &[]),
    ("types", &[]),
    ("typing", &[]),
    ("warnings", &[]),
    ("weakref", &[]),
];

/// Whether to compile a function of a packaged module quickly.
pub fn is_compiled_quickly(module: &str, function: &str) -> bool {
    QUICK.iter().any(|(name, except)| *name == module && !except.contains(&function))
}

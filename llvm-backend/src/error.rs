//! What can go wrong in the backend, told apart by whose business it is.

use std::{fmt, path::Path};

#[derive(Debug)]
pub enum Error {
    /// The compiler contradicted itself (LLVM rejected a module, a link failed on a symbol): exit status 70.
    Bug(String),
    /// The surroundings failed (no C linker, disk full): a message for the user and what would mend it.
    Environment { message: String, help: String },
}

pub type Result<T> = std::result::Result<T, Error>;

impl Error {
    pub fn bug(message: impl Into<String>) -> Error {
        Error::Bug(message.into())
    }

    pub fn environment(message: impl Into<String>, help: impl Into<String>) -> Error {
        Error::Environment { message: message.into(), help: help.into() }
    }

    /// A file operation that failed.
    pub fn file(doing: &str, path: &Path, error: std::io::Error) -> Error {
        Error::environment(
            format!("{doing} {}: {error}", path.display()),
            "check that the folder exists, is writable and has space left",
        )
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Error::Bug(message) => write!(f, "{message}"),
            Error::Environment { message, .. } => write!(f, "{message}"),
        }
    }
}

impl std::error::Error for Error {}

/// inkwell's builder only fails on misuse: its error is always a bug of ours.
impl From<inkwell::builder::BuilderError> for Error {
    fn from(error: inkwell::builder::BuilderError) -> Error {
        Error::bug(format!("LLVM builder: {error}"))
    }
}

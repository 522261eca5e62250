//! Why a compilation ended without a result, and the exit status that says so.

use analysis::source::{Diagnostic, Verdict};

pub enum Failure {
    /// What is wrong with the program, or not supported.
    Program(Vec<Diagnostic>),
    /// The surroundings failed: no such file, no linker, disk full.
    Environment { message: String, help: String, status: u8 },
    /// The compiler contradicted itself.
    Bug(String),
}

pub const STATUS_REJECTED: u8 = 1;
pub const STATUS_COMMAND_LINE: u8 = 2;
pub const STATUS_UNSUPPORTED: u8 = 3;
pub const STATUS_BUG: u8 = 70;

impl Failure {
    pub fn environment(message: impl Into<String>, help: impl Into<String>) -> Self {
        Self::Environment { message: message.into(), help: help.into(), status: STATUS_REJECTED }
    }

    pub fn status(&self) -> u8 {
        match self {
            Self::Program(diagnostics) => {
                if diagnostics.iter().any(|d| d.verdict == Verdict::Rejected) {
                    STATUS_REJECTED
                } else {
                    STATUS_UNSUPPORTED
                }
            }
            Self::Environment { status, .. } => *status,
            Self::Bug(_) => STATUS_BUG,
        }
    }
}

impl From<Vec<Diagnostic>> for Failure {
    fn from(diagnostics: Vec<Diagnostic>) -> Self {
        Self::Program(diagnostics)
    }
}

impl From<llvm_backend::error::Error> for Failure {
    fn from(error: llvm_backend::error::Error) -> Self {
        match error {
            llvm_backend::error::Error::Bug(message) => Self::Bug(message),
            llvm_backend::error::Error::Environment { message, help } => Self::environment(message, help),
        }
    }
}

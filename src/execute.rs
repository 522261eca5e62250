//! The actions of the command: `run`, `build`, `check`, `clean`, `env`.

use crate::{
    cache::Cache,
    driver,
    failure::Failure,
    options::Options,
    session::{Session, report_failure},
};
use std::{
    ffi::OsString,
    path::{Path, PathBuf},
    process::ExitCode,
};

pub fn run(file: &Path, _args: &[OsString], options: Options) -> ExitCode {
    with_session(file, options, "native", |session| {
        driver::analyse(session)?;
        Ok(())
    })
}

pub fn build(file: &Path, _output: Option<PathBuf>, options: Options) -> ExitCode {
    with_session(file, options, "x86-64-v3", |session| {
        driver::analyse(session)?;
        Ok(())
    })
}

pub fn check(file: &Path, options: Options) -> ExitCode {
    with_session(file, options, "native", |session| driver::analyse(session).map(drop))
}

fn with_session(
    file: &Path,
    options: Options,
    default_cpu: &str,
    work: impl FnOnce(&mut Session) -> Result<(), Failure>,
) -> ExitCode {
    let mut session = match Session::new(file, options, default_cpu) {
        Ok(session) => session,
        Err(failure) => {
            report_failure(&failure, None);
            return ExitCode::from(failure.status());
        }
    };
    let done = work(&mut session);
    session.finish();
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            report_failure(&failure, Some(&session));
            ExitCode::from(failure.status())
        }
    }
}

pub fn clean() -> ExitCode {
    match Cache::clear() {
        Ok(Some(folder)) => println!("removed {}", folder.display()),
        Ok(None) => println!("nothing to remove"),
        Err(error) => {
            eprintln!("taipan: cannot empty the cache: {error}");
            return ExitCode::FAILURE;
        }
    }
    ExitCode::SUCCESS
}

pub fn env() -> ExitCode {
    println!("version     {}", env!("CARGO_PKG_VERSION"));
    println!("target      {}", llvm_backend::target::TRIPLE);
    let cache = Cache::folder().map_or("none".to_owned(), |folder| folder.display().to_string());
    println!("cache       {cache}");
    ExitCode::SUCCESS
}

//! The actions of the command: `run`, `build`, `check`, `clean`, `env`.

use crate::{
    cache::Cache,
    driver,
    emit::EmitKind,
    failure::Failure,
    inspect,
    options::{EmitOptions, ExplainOptions, Options},
    recipe,
    session::{Session, report_failure},
};
use std::{
    ffi::OsString,
    os::unix::process::{CommandExt, ExitStatusExt},
    path::{Path, PathBuf},
    process::{Command, ExitCode},
};

pub fn run(file: &Path, args: &[OsString], options: Options) -> ExitCode {
    with_session(file, options, "native", |session| {
        let cacheable = !session.options.no_cache && session.options.emit.is_empty();
        let cache = if cacheable { Cache::open() } else { None };
        if let Some(executable) = cache.as_ref().and_then(|cache| recipe::recall(cache, session)) {
            try_cached(&executable, file, args)?;
        }
        let graph = driver::load(session)?;
        if !session.options.emit.is_empty() {
            return emit_only(session, &graph);
        }
        let Some(cache) = cache else {
            return run_from_scratch(session, &graph, args);
        };
        let key = driver::cache_key(session, &graph);
        if let Some(executable) = cache.lookup(&key) {
            let _ = recipe::note(&cache, session, &graph, &key);
            session.finish();
            try_cached(&executable, file, args)?;
        }
        let Ok(workshop) = cache.workshop() else {
            return run_from_scratch(session, &graph, args);
        };
        let made = workshop.path().join("program");
        let hir = driver::analyse(session, &graph)?;
        driver::compile(session, &hir, Some(&made))?;
        session.finish();
        let executable = cache.keep(&key, &made).map_err(|error| {
            Failure::environment(format!("cannot write to the cache: {error}"), "use --no-cache")
        })?;
        drop(workshop);
        let _ = recipe::note(&cache, session, &graph, &key);
        try_cached(&executable, file, args)?;
        // Somebody emptied the cache at this moment.
        run_from_scratch(session, &graph, args)
    })
}

/// Without a cache: the executable lives in a folder of its own and goes when the program ends.
fn run_from_scratch(
    session: &mut Session,
    graph: &analysis::modules::ModuleGraph,
    args: &[OsString],
) -> Result<ExitCode, Failure> {
    let folder = tempfile::Builder::new().prefix("taipan-run-").tempdir().map_err(|error| {
        Failure::environment(format!("cannot make a folder for the executable: {error}"), "set TMPDIR")
    })?;
    let executable = folder.path().join("program");
    let hir = driver::analyse(session, graph)?;
    driver::compile(session, &hir, Some(&executable))?;
    session.finish();
    // An interrupt from the keyboard goes to the program too; it decides what that means.
    unsafe { libc::signal(libc::SIGINT, libc::SIG_IGN) };
    let mut command = program_command(&executable, &session.shown, args);
    unsafe {
        command.pre_exec(|| {
            libc::signal(libc::SIGINT, libc::SIG_DFL);
            Ok(())
        });
    }
    let status = command.status().map_err(|error| cannot_start(&executable, &error))?;
    Ok(match status.code() {
        Some(code) => ExitCode::from(code as u8),
        None => ExitCode::from(128u8.wrapping_add(status.signal().unwrap_or(0) as u8)),
    })
}

/// `sys.argv[0]` is the root file as the user named it.
fn program_command(executable: &Path, file: &Path, args: &[OsString]) -> Command {
    let mut command = Command::new(executable);
    command.arg0(file).args(args);
    command
}

/// The program takes this process over: streams, signals and exit status are its own. Returns if the entry is gone, which
/// can be at any moment: other processes trim the cache.
fn try_cached(executable: &Path, file: &Path, args: &[OsString]) -> Result<(), Failure> {
    let error = program_command(executable, file, args).exec();
    match error.kind() {
        std::io::ErrorKind::NotFound => Ok(()),
        _ => Err(cannot_start(executable, &error)),
    }
}

fn cannot_start(executable: &Path, error: &std::io::Error) -> Failure {
    Failure::environment(
        format!("cannot start {}: {error}", executable.display()),
        "the folder may forbid execution: set XDG_CACHE_HOME or TMPDIR",
    )
}

pub fn build(file: &Path, output: Option<PathBuf>, options: Options) -> ExitCode {
    with_session(file, options, "x86-64-v3", |session| {
        let graph = driver::load(session)?;
        if !session.options.emit.is_empty() && output.is_none() {
            return emit_only(session, &graph);
        }
        let output = output.unwrap_or_else(|| PathBuf::from(file.file_stem().unwrap_or_default()));
        if output.is_dir() {
            return Err(Failure::environment(
                format!("cannot write the executable {}: it is a folder", output.display()),
                "name a file with -o",
            ));
        }
        let hir = driver::analyse(session, &graph)?;
        driver::compile(session, &hir, Some(&output))?;
        Ok(ExitCode::SUCCESS)
    })
}

/// `--emit`: writes what was asked for and goes no further in the pipeline than that.
fn emit_only(session: &mut Session, graph: &analysis::modules::ModuleGraph) -> Result<ExitCode, Failure> {
    if session.ends_with(EmitKind::Ast) {
        return Ok(ExitCode::SUCCESS);
    }
    let hir = driver::analyse(session, graph)?;
    if session.ends_with(EmitKind::Hir) {
        return Ok(ExitCode::SUCCESS);
    }
    let executable = session.output_path(EmitKind::Exe);
    driver::compile(session, &hir, executable.as_deref())?;
    Ok(ExitCode::SUCCESS)
}

pub fn check(file: &Path, reveal: bool, options: Options) -> ExitCode {
    with_session(file, options, "native", |session| {
        let graph = driver::load(session)?;
        if session.ends_with(EmitKind::Ast) {
            return Ok(ExitCode::SUCCESS);
        }
        let mut hir = driver::analyse(session, &graph)?;
        if reveal {
            print!("{}", driver::reveal(session, &mut hir));
        }
        Ok(ExitCode::SUCCESS)
    })
}

pub fn emit(options: &EmitOptions) -> ExitCode {
    with_session(&options.file, options.options.clone(), "native", |session| {
        inspect::emit::emit(session, options)
    })
}

pub fn explain(options: &ExplainOptions) -> ExitCode {
    with_session(&options.file, options.options.clone(), "native", |session| {
        inspect::explain::explain(session, options)
    })
}

fn with_session(
    file: &Path,
    options: Options,
    default_cpu: &str,
    work: impl FnOnce(&mut Session) -> Result<ExitCode, Failure>,
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
        Ok(status) => status,
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

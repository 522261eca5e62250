//! `taipan explain`: the facts that `analysis::explain` gathers, in the form that was asked for.

use super::{emit, page, sampling, terminal};
use crate::{
    driver,
    failure::Failure,
    options::ExplainOptions,
    session::{Session, wants_colour},
};
use analysis::{
    explain::{Explanation, facts::FileFacts, stubs},
    hir,
    source::printable,
    types,
};
use std::{
    fs,
    io::Write as _,
    path::{Path, PathBuf},
    process::ExitCode,
};

pub fn explain(session: &mut Session, options: &ExplainOptions) -> Result<ExitCode, Failure> {
    let graph = driver::load(session)?;
    let hir = driver::analyse(session, &graph)?;
    let solution = session.stage("types", |_| types::infer(&hir));
    let mir = driver::lower(session, &hir, Some(&solution));
    let mut facts =
        session.stage("explain", |session| analysis::explain::explain(&hir, &session.map, &solution, &mir));
    let mut note = None;
    if options.hot {
        let measured = sampling::run(session, &mir, &options.args)?;
        note = Some(measured.note());
        measured.fill(&mut facts);
    }
    let mut said = false;
    if let Some(folder) = &options.stubs {
        said = true;
        write_stubs(session, &hir, &solution, folder)?;
    }
    if let Some(path) = &options.html {
        said = true;
        let page = page::page(session, &facts, &mir, note.as_deref(), options.function.as_deref())?;
        write(path, page.as_bytes())?;
    }
    if let Some(path) = &options.json {
        said = true;
        let text =
            serde_json::to_string_pretty(&facts).map_err(|error| Failure::Bug(error.to_string()))? + "\n";
        match path == Path::new("-") {
            true => print(&text),
            false => write(path, text.as_bytes())?,
        }
    }
    if !said {
        let wanted = wanted_lines(session, &hir, &facts, options.function.as_deref())?;
        let colour = wants_colour(session.options.color, &std::io::stdout());
        print(&terminal::terminal(session, &facts, &wanted, colour));
        note.into_iter().for_each(|note| print(&format!("{note}\n")));
    }
    Ok(ExitCode::SUCCESS)
}

/// The text of a line, as it may be shown.
pub fn source_line(session: &Session, file: &FileFacts, line: u32) -> String {
    let found = session.map.files().find(|(_, source)| source.full_path == Path::new(&file.full_path));
    found.map_or(String::new(), |(_, source)| printable(source.line_text(line)))
}

/// Which lines of one file are shown.
pub type Wanted = Box<dyn Fn(u32) -> bool>;

/// For each file of the facts: which lines belong to the functions that match; all without a pattern.
pub fn wanted_lines(
    session: &Session,
    hir: &hir::Program,
    facts: &Explanation,
    pattern: Option<&str>,
) -> Result<Vec<Wanted>, Failure> {
    let Some(pattern) = pattern else {
        return Ok(facts.files.iter().map(|_| Box::new(|_| true) as Wanted).collect());
    };
    let mut found = false;
    let mut wanted = Vec::new();
    for file in &facts.files {
        let mut spans: Vec<(u32, u32)> = Vec::new();
        for function in hir.functions.iter().filter(|function| function.reachable) {
            let module = &hir.names[hir.modules[function.module].name];
            let name = format!("{module}.{}", &hir.names[function.qualname]);
            if *module == file.module && emit::matches(pattern, &name) {
                spans.push((session.map.start(function.span).line, session.map.end(function.span).line));
            }
        }
        found |= !spans.is_empty();
        wanted.push(Box::new(move |line| spans.iter().any(|&(a, b)| (a..=b).contains(&line))) as Wanted);
    }
    if found {
        return Ok(wanted);
    }
    let functions = hir.functions.iter().filter(|function| function.reachable);
    let own = functions.filter(|function| {
        facts.files.iter().any(|file| file.module == hir.names[hir.modules[function.module].name])
    });
    let names: Vec<&str> = own.map(|function| &hir.names[function.qualname]).take(12).collect();
    Err(emit::failure(
        format!("no function of {} matches `{pattern}`", session.shown.display()),
        format!("there are {}", names.join(", ")),
    ))
}

fn write_stubs(
    session: &Session,
    hir: &hir::Program,
    solution: &types::Solution,
    folder: &Path,
) -> Result<(), Failure> {
    let root = session.shown.file_stem().unwrap_or_default().to_string_lossy().into_owned();
    for stub in stubs(hir, solution, &root) {
        let path = folder.join(&stub.path);
        if let Some(parent) = path.parent() {
            fs::create_dir_all(parent).map_err(|error| cannot_write(&path, &error))?;
        }
        write(&path, stub.text.as_bytes())?;
    }
    Ok(())
}

fn write(path: &PathBuf, bytes: &[u8]) -> Result<(), Failure> {
    fs::write(path, bytes).map_err(|error| cannot_write(path, &error))
}

fn cannot_write(path: &Path, error: &std::io::Error) -> Failure {
    Failure::environment(format!("cannot write {}: {error}", path.display()), "choose another path")
}

/// A reader that has seen enough is no error.
fn print(text: &str) {
    let _ = std::io::stdout().lock().write_all(text.as_bytes());
}

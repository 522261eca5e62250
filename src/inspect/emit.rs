//! `taipan emit`: the program at one stage, a function at a time, between the source lines it comes from.

use super::highlight;
use crate::{
    driver,
    failure::{Failure, STATUS_COMMAND_LINE},
    options::{EmitOptions, ListingKind},
    session::{Session, wants_colour},
};
use analysis::{
    hir,
    listing::{self, ListedFunction, ListedLine},
    mir,
    modules::Origin,
    source::printable,
    types,
};
use llvm_backend::{Outputs, machine_text::Text};
use std::{fmt::Write as _, io::Write as _, path::Path, process::ExitCode};

pub fn emit(session: &mut Session, options: &EmitOptions) -> Result<ExitCode, Failure> {
    let graph = driver::load(session)?;
    let hir = driver::analyse(session, &graph)?;
    let text = match options.kind {
        ListingKind::Hir if options.raw => hir::print_program(&hir, Some(&session.map)),
        ListingKind::Hir => {
            let listed = listing::list_hir(&hir, &session.map);
            show(session, options, &hir, listed, ';')?
        }
        ListingKind::Mir => {
            let mir = lower(session, &hir);
            match options.raw {
                true => mir::print::print_program(&mir),
                false => show(session, options, &hir, listing::list_mir(&mir), ';')?,
            }
        }
        ListingKind::LlvmIr | ListingKind::Asm => {
            let mir = lower(session, &hir);
            match options.raw {
                true => whole_text(session, options, &mir)?,
                false => machine_text(session, options, &hir, &mir)?,
            }
        }
        ListingKind::Types | ListingKind::Callgraph => {
            let solution = session.stage("types", |_| types::infer(&hir));
            let graph = || analysis::explain::call_graph::CallGraph::of(&hir, &session.map, &solution);
            match options.kind {
                ListingKind::Types if options.raw => types::print_types(&solution),
                ListingKind::Types => {
                    let mir = mir::lower_program(&hir, &session.map, &solution);
                    let facts = analysis::explain::explain(&hir, &session.map, &solution, &mir);
                    types_text(session, options, &hir, &facts)?
                }
                _ if options.raw => types::print_call_graph(&solution),
                _ if options.dot => graph().dot(),
                _ => graph().text(),
            }
        }
    };
    // A reader that has seen enough is no error.
    let _ = std::io::stdout().lock().write_all(text.as_bytes());
    Ok(ExitCode::SUCCESS)
}

fn lower(session: &mut Session, hir: &hir::Program) -> mir::Program {
    let solution = driver::infer(session, hir);
    driver::lower(session, hir, solution.as_ref())
}

/// The code of the functions that are shown. What only runs after a leave or only passes arguments on is compiled, which
/// takes time, when it is asked for by name.
fn machine_text(
    session: &mut Session,
    options: &EmitOptions,
    hir: &hir::Program,
    mir: &mir::Program,
) -> Result<String, Failure> {
    let asm = options.kind == ListingKind::Asm;
    let text = match (asm, options.before_opt) {
        (true, _) => Text::Assembly,
        (false, true) => Text::IrBeforePasses,
        (false, false) => Text::Ir,
    };
    let own = own_modules(hir);
    let is_left_out =
        |instance: &mir::Instance| instance.is_fallback() || instance.kind == mir::InstanceKind::BoxedEntry;
    let is_own = |instance: &mir::Instance| own.iter().any(|module| instance.name.starts_with(module));
    let made = driver::machine_text(session, mir, text, |instance| match &options.function {
        Some(pattern) => matches(pattern, &instance.name),
        None => is_own(instance) && !is_left_out(instance),
    })?;
    let (listed, comment) = if asm { (made.assembly, '#') } else { (made.ir, ';') };
    let mut shown = show(session, options, hir, listed, comment)?;
    let left_out = mir.instances.iter().filter(|instance| is_own(instance) && is_left_out(instance)).count();
    if left_out > 0 && options.function.is_none() && options.line.is_none() {
        shown += &format!(
            "{comment} not shown: {left_out} entries for callers that know no types, and dynamic forms that run when a type \
             or an int turns out otherwise; --function NAME shows those of a function\n"
        );
    }
    Ok(shown)
}

/// The backend's text of the whole program in one piece, for other tools: of the units of a build, except that assembly with
/// debug information, which has tables over the whole file, is made in one.
fn whole_text(session: &mut Session, options: &EmitOptions, mir: &mir::Program) -> Result<String, Failure> {
    let folder = tempfile::tempdir().map_err(|error| {
        Failure::environment(format!("cannot make a folder for the output: {error}"), "set TMPDIR")
    })?;
    let path = folder.path().join("text");
    let outputs = match options.kind {
        ListingKind::Asm => {
            Outputs { asm: Some(path.clone()), joined: !session.options.debug_info, ..Outputs::default() }
        }
        _ => Outputs {
            llvm_ir: Some(path.clone()),
            before_optimization: options.before_opt,
            joined: true,
            ..Outputs::default()
        },
    };
    driver::generate(session, mir, outputs)?;
    std::fs::read_to_string(&path)
        .map_err(|error| Failure::environment(format!("cannot read {}: {error}", path.display()), ""))
}

/// The type of each name that a line binds, beside the line.
fn types_text(
    session: &Session,
    options: &EmitOptions,
    hir: &hir::Program,
    facts: &analysis::explain::Explanation,
) -> Result<String, Failure> {
    let wanted = super::explain::wanted_lines(session, hir, facts, options.function.as_deref())?;
    let colour = wants_colour(session.options.color, &std::io::stdout());
    let mut out = String::new();
    for (file, wanted) in facts.files.iter().zip(wanted) {
        let root = file.full_path == session.path.to_string_lossy();
        for line in &file.lines {
            let asked = options.line.is_none_or(|asked| root && asked == line.line);
            if line.bindings.is_empty() || !asked || !wanted(line.line) {
                continue;
            }
            let source = super::explain::source_line(session, file, line.line);
            let text = format!("{}:{:>4} | {source}", file.path, line.line);
            let _ = match colour {
                true => writeln!(out, "{}", highlight::source(&text)),
                false => writeln!(out, "{text}"),
            };
            for binding in &line.bindings {
                let _ = writeln!(out, "    {}", super::terminal::binding(binding));
            }
        }
    }
    match (out.is_empty(), options.line) {
        (true, Some(line)) => Err(no_code(session, line)),
        _ => Ok(out),
    }
}

/// The functions that were asked for, as text.
fn show(
    session: &Session,
    options: &EmitOptions,
    hir: &hir::Program,
    listed: Vec<ListedFunction>,
    comment: char,
) -> Result<String, Failure> {
    let own = own_modules(hir);
    let wanted: Vec<&ListedFunction> = match &options.function {
        Some(pattern) => {
            let found: Vec<_> = listed.iter().filter(|f| matches(pattern, &f.symbol)).collect();
            if found.is_empty() {
                return Err(no_function(session, hir, pattern, &listed));
            }
            found
        }
        None => listed.iter().filter(|f| own.iter().any(|module| f.symbol.starts_with(module))).collect(),
    };
    let colour = wants_colour(session.options.color, &std::io::stdout());
    let printer = Printer { session, colour, comment };
    let Some(line) = options.line else {
        return Ok(wanted.iter().map(|function| printer.function(function) + "\n").collect());
    };
    let root = session.path.to_string_lossy();
    let of_line = |l: &&ListedLine| l.line == line && l.file.as_deref() == Some(&*root);
    let mut out = String::new();
    for function in wanted {
        let lines: Vec<ListedLine> = function.lines.iter().filter(of_line).cloned().collect();
        if !lines.is_empty() {
            let head = ListedLine { text: format!("{}:", function.symbol), file: None, line: 0 };
            let lines = std::iter::once(head).chain(lines).collect();
            out += &printer.function(&ListedFunction { symbol: function.symbol.clone(), lines });
            out.push('\n');
        }
    }
    if out.is_empty() {
        return Err(no_code(session, line));
    }
    Ok(out)
}

/// What the symbols of the program's own modules begin with.
fn own_modules(hir: &hir::Program) -> Vec<String> {
    let own = hir.modules.iter().filter(|module| module.origin != Origin::Library);
    own.map(|module| format!("{}.", &hir.names[module.name])).collect()
}

/// `*` stands for anything; a pattern without it may be any part of the name.
pub fn matches(pattern: &str, symbol: &str) -> bool {
    let name = symbol.split('#').next().unwrap_or_default();
    if !pattern.contains('*') {
        return symbol.contains(pattern);
    }
    let short = name.split_once('.').map_or(name, |(_, rest)| rest);
    [symbol, name, short].iter().any(|text| glob(pattern, text))
}

fn glob(pattern: &str, text: &str) -> bool {
    match pattern.split_once('*') {
        None => pattern == text,
        Some((start, rest)) => text.strip_prefix(start).is_some_and(|text| {
            text.char_indices().map(|(at, _)| at).chain([text.len()]).any(|at| glob(rest, &text[at..]))
        }),
    }
}

pub fn failure(message: String, help: String) -> Failure {
    Failure::Environment { message, help, status: STATUS_COMMAND_LINE }
}

fn no_function(session: &Session, hir: &hir::Program, pattern: &str, listed: &[ListedFunction]) -> Failure {
    let exists = hir.functions.iter().any(|function| {
        let module = &hir.names[hir.modules[function.module].name];
        matches(pattern, &format!("{module}.{}", &hir.names[function.qualname]))
    });
    if exists {
        return failure(
            format!(
                "nothing is left of `{pattern}` at this stage: it is never called, or was inlined everywhere"
            ),
            "see `taipan emit hir`, or use --before-opt or -O0".into(),
        );
    }
    let mut names: Vec<&str> = Vec::new();
    for function in listed {
        let name = function.symbol.split(['#', '/']).next().unwrap_or_default();
        if !names.contains(&name) {
            names.push(name);
        }
    }
    let shown = names.iter().take(12).copied().collect::<Vec<_>>().join(", ");
    let more = if names.len() > 12 { ", ..." } else { "" };
    failure(
        format!("no function of {} matches `{pattern}`", session.shown.display()),
        format!("there are {shown}{more}"),
    )
}

fn no_code(session: &Session, line: u32) -> Failure {
    let count = String::from_utf8_lossy(&session.bytes).lines().count();
    let why = match line as usize > count {
        true => format!("it has {count} lines"),
        false => "it is a comment, a declaration, or nothing is left of it at this stage".into(),
    };
    failure(format!("no code comes from line {line} of {}", session.shown.display()), why)
}

struct Printer<'a> {
    session: &'a Session,
    colour: bool,
    comment: char,
}

impl Printer<'_> {
    fn function(&self, function: &ListedFunction) -> String {
        let mut out = String::new();
        let mut before = (None, 0);
        for line in &function.lines {
            let place = (line.file.as_deref(), line.line);
            if line.line != 0 && place != before {
                before = place;
                out += &self.source(line.file.as_deref(), line.line);
            }
            let _ = match self.colour {
                true => writeln!(out, "{}", highlight::code(&line.text, self.comment)),
                false => writeln!(out, "{}", line.text),
            };
        }
        out
    }

    fn source(&self, file: Option<&str>, line: u32) -> String {
        let Some(path) = file else { return String::new() };
        let found = self.session.map.files().find(|(_, file)| file.full_path == Path::new(path));
        let Some((_, source)) = found.filter(|(_, source)| line <= source.line_count()) else {
            return String::new();
        };
        let name = match source.full_path == self.session.path {
            true => String::new(),
            false => format!("{} ", source.path.display()),
        };
        let text = format!("{} {name}{line:>4} | {}", self.comment, printable(source.line_text(line)));
        let text = text.trim_end();
        match self.colour {
            true => format!("{}\n", highlight::source(text)),
            false => format!("{text}\n"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn patterns() {
        assert!(matches("area", "__main__.area#2") && matches("area#2", "__main__.area#2"));
        assert!(matches("P.*", "__main__.P.norm#7") && matches("*.norm", "__main__.P.norm#7"));
        assert!(matches("__main__.*", "__main__.f#1") && !matches("P.*", "__main__.Q.norm#7"));
        assert!(!matches("norm*x", "__main__.P.norm#7"));
    }
}

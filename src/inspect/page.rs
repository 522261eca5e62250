//! The page of `taipan explain --html`: the facts, the source and the code of each line, compressed into one file that
//! needs nothing else.

use crate::{driver, failure::Failure, session::Session};
use analysis::{
    explain::Explanation,
    listing::{self, ListedFunction},
    mir,
};
use flate2::{Compression, write::GzEncoder};
use llvm_backend::machine_text::Text;
use serde::Serialize;
use std::{
    collections::{BTreeMap, BTreeSet},
    io::Write,
};

/// All that the page shows.
#[derive(Serialize)]
struct Data<'a> {
    facts: &'a Explanation,
    /// By file, in the order of the facts.
    sources: Vec<Vec<String>>,
    /// The code of each instance, by its symbol.
    code: BTreeMap<String, Code>,
    target: String,
    note: Option<&'a str>,
}

#[derive(Serialize, Default)]
struct Code {
    mir: Vec<Line>,
    ir: Vec<Line>,
    asm: Vec<Line>,
}

/// File number (-1: none), line, text.
#[derive(Serialize)]
struct Line(i32, u32, String);

pub fn page(
    session: &mut Session,
    facts: &Explanation,
    mir: &mir::Program,
    note: Option<&str>,
) -> Result<String, Failure> {
    let own: BTreeSet<&str> = facts.instances.iter().map(|instance| instance.symbol.as_str()).collect();
    // Of what only runs after a leave, or only passes arguments on, MIR says enough.
    let made = driver::machine_text(session, mir, Text::IrAndAssembly, |instance| {
        own.contains(instance.name.as_str())
            && !instance.is_fallback()
            && instance.kind != mir::InstanceKind::BoxedEntry
    })?;
    let number = |file: Option<&str>| {
        let found = facts.files.iter().position(|known| Some(known.full_path.as_str()) == file);
        found.map_or(-1, |at| at as i32)
    };
    let mut code: BTreeMap<String, Code> = BTreeMap::new();
    let mut add = |listed: Vec<ListedFunction>, field: fn(&mut Code) -> &mut Vec<Line>| {
        for function in listed.into_iter().filter(|function| own.contains(function.symbol.as_str())) {
            let lines = function.lines.into_iter();
            let lines = lines.map(|line| Line(number(line.file.as_deref()), line.line, line.text)).collect();
            *field(code.entry(function.symbol).or_default()) = lines;
        }
    };
    add(listing::list_mir(mir), |code| &mut code.mir);
    add(made.ir, |code| &mut code.ir);
    add(made.assembly, |code| &mut code.asm);
    let sources = facts
        .files
        .iter()
        .map(|file| file.lines.iter().map(|l| super::explain::source_line(session, file, l.line)).collect())
        .collect();
    let target = format!("-O{}, {}", session.options.opt_level, session.target_cpu);
    let data = serde_json::to_vec(&Data { facts, sources, code, target, note })
        .map_err(|error| Failure::Bug(error.to_string()))?;
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    let packed = encoder.write_all(&data).and_then(|()| encoder.finish());
    let packed = packed.map_err(|error| Failure::Bug(error.to_string()))?;
    let title = session.shown.display().to_string().replace('&', "&amp;").replace('<', "&lt;");
    Ok(include_str!("page.html")
        .replace("{{title}}", &title)
        .replace("\"DATA\"", &format!("\"{}\"", base64(&packed))))
}

fn base64(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut out = String::with_capacity(bytes.len().div_ceil(3) * 4);
    for group in bytes.chunks(3) {
        let word =
            group.iter().fold(0u32, |word, &byte| word << 8 | u32::from(byte)) << (8 * (3 - group.len()));
        for digit in 0..4 {
            match digit <= group.len() {
                true => out.push(DIGITS[(word >> (18 - 6 * digit)) as usize & 63] as char),
                false => out.push('='),
            }
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::base64;

    #[test]
    fn base64_of_each_length() {
        assert_eq!(base64(b""), "");
        assert_eq!(base64(b"f"), "Zg==");
        assert_eq!(base64(b"fo"), "Zm8=");
        assert_eq!(base64(b"foo"), "Zm9v");
        assert_eq!(base64(b"foobar"), "Zm9vYmFy");
    }
}

//! The page of `taipan explain --html`: the facts, the source and the code of each line, compressed into one file that
//! needs nothing else.

use crate::{driver, failure::Failure, session::Session};
use analysis::{
    explain::{Explanation, facts::InstanceFacts},
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
    /// Why there is neither LLVM IR nor assembly, if they were not made.
    left_out: Option<&'static str>,
}

/// How many operations are compiled for the page: those of the hottest instances. More would take longer than one
/// wants to wait for a page.
const MOST_OPERATIONS: usize = 2500;

/// File number (-1: none), line, text.
#[derive(Serialize)]
struct Line(i32, u32, String);

pub fn page(
    session: &mut Session,
    facts: &Explanation,
    mir: &mir::Program,
    note: Option<&str>,
    function: Option<&str>,
) -> Result<String, Failure> {
    let own: BTreeSet<&str> = facts.instances.iter().map(|instance| instance.symbol.as_str()).collect();
    let left_out = left_out(facts, mir, function);
    let made = driver::machine_text(session, mir, Text::IrAndAssembly, |instance| {
        let name = instance.name.as_str();
        own.contains(name) && !left_out.contains_key(name)
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
    for (symbol, why) in left_out {
        code.entry(symbol.to_owned()).or_default().left_out = Some(why);
    }
    let sources = facts
        .files
        .iter()
        .map(|file| file.lines.iter().map(|l| super::explain::source_line(session, file, l.line)).collect())
        .collect();
    let target = format!("-O{}, {}", session.options.opt_level, session.target_cpu);
    let data = serde_json::to_vec(&Data { facts, sources, code, target, note })
        .map_err(|error| Failure::Bug(error.to_string()))?;
    let mut encoder = GzEncoder::new(Vec::new(), Compression::default());
    let packed = encoder.write_all(&data).and_then(|()| encoder.finish());
    let packed = packed.map_err(|error| Failure::Bug(error.to_string()))?;
    let title = session.shown.display().to_string().replace('&', "&amp;").replace('<', "&lt;");
    Ok(include_str!("page.html")
        .replace("{{title}}", &title)
        .replace("\"DATA\"", &format!("\"{}\"", base64(&packed))))
}

/// The instances of which only MIR is shown, and why.
fn left_out<'a>(
    facts: &'a Explanation,
    mir: &'a mir::Program,
    function: Option<&str>,
) -> BTreeMap<&'a str, &'static str> {
    let mut left_out: BTreeMap<&str, &str> = BTreeMap::new();
    let named = |symbol: &str| function.is_some_and(|pattern| super::emit::matches(pattern, symbol));
    for instance in mir.instances.iter().filter(|instance| !named(&instance.name)) {
        let why = match instance.kind {
            _ if function.is_some() => "not among the functions asked for",
            mir::InstanceKind::BoxedEntry => "it only passes arguments on; --function shows its code",
            _ if instance.is_fallback() => {
                "it runs only when a type or an int turns out otherwise; --function shows its code"
            }
            _ => continue,
        };
        left_out.insert(&instance.name, why);
    }
    let mut hottest: Vec<&InstanceFacts> =
        facts.instances.iter().filter(|instance| !left_out.contains_key(instance.symbol.as_str())).collect();
    hottest.sort_by(|a, b| b.heat.total_cmp(&a.heat).then_with(|| a.symbol.cmp(&b.symbol)));
    let mut operations = 0;
    for instance in hottest {
        operations += instance.operations as usize;
        if operations > MOST_OPERATIONS && !named(&instance.symbol) {
            left_out.insert(&instance.symbol, "not among the hottest functions; --function shows its code");
        }
    }
    left_out
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

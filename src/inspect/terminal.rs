//! An explanation on the terminal: the source, and below each line what is to be said of it.

use super::explain::{Wanted, source_line};
use crate::session::Session;
use analysis::explain::{
    Explanation,
    facts::{Binding, FileFacts, LineFacts},
};
use std::fmt::Write;

struct Colours {
    source: &'static str,
    hot: &'static str,
    cost: &'static str,
    good: &'static str,
    dim: &'static str,
    end: &'static str,
}

const PLAIN: Colours = Colours { source: "", hot: "", cost: "", good: "", dim: "", end: "" };
const COLOURED: Colours = Colours {
    source: "\x1b[1m",
    hot: "\x1b[1;33m",
    cost: "\x1b[33m",
    good: "\x1b[32m",
    dim: "\x1b[2m",
    end: "\x1b[0m",
};

pub fn terminal(session: &Session, facts: &Explanation, wanted: &[Wanted], colour: bool) -> String {
    let colours = if colour { &COLOURED } else { &PLAIN };
    let mut out = String::new();
    let hottest = facts.files.iter().flat_map(|file| &file.lines).map(share).fold(0.0, f64::max);
    for (file, wanted) in facts.files.iter().zip(wanted) {
        if !file.lines.iter().any(|line| wanted(line.line)) {
            continue;
        }
        let _ = writeln!(out, "{}{}{}", colours.dim, file.path, colours.end);
        for line in file.lines.iter().filter(|line| wanted(line.line)) {
            one_line(&mut out, session, file, line, hottest, colours);
        }
    }
    out.push('\n');
    instances(&mut out, facts, colours);
    out
}

fn share(line: &LineFacts) -> f64 {
    line.time.unwrap_or(line.heat)
}

/// `x: int, unboxed i64`
pub fn binding(binding: &Binding) -> String {
    let of = match binding.instance.as_str() {
        "" => String::new(),
        instance => format!("  ({instance})"),
    };
    format!("{}: {}, {}{of}", binding.name, binding.ty, binding.representation)
}

fn one_line(
    out: &mut String,
    session: &Session,
    file: &FileFacts,
    line: &LineFacts,
    hottest: f64,
    c: &Colours,
) {
    // Eight steps of heat, on a logarithmic scale over three decades.
    let heat = match share(line) / hottest.max(f64::MIN_POSITIVE) {
        share if share <= 0.001 => ' ',
        share => "▁▂▃▄▅▆▇█".chars().nth(((share.log10() + 3.0) / 3.0 * 7.0).round() as usize).unwrap_or('█'),
    };
    let percent = match line.time {
        Some(time) if time >= 0.0005 => format!("{:>5.1}%", time * 100.0),
        Some(_) => " ".repeat(6),
        None => String::new(),
    };
    let source = source_line(session, file, line.line);
    let _ =
        writeln!(out, "{}{percent}{heat}{} {:>4} | {}{source}{}", c.hot, c.end, line.line, c.source, c.end);
    let indent = " ".repeat(percent.chars().count() + 7);
    let mut say = |colour: &str, text: &str| {
        let _ = writeln!(out, "{indent}| {colour}{text}{}", c.end);
    };
    for bound in &line.bindings {
        say(c.good, &format!("  {}", binding(bound)));
    }
    if !line.costs.is_empty() {
        let count = |count: u32| if count > 1 { format!(" x{count}") } else { String::new() };
        let costs: Vec<String> =
            line.costs.iter().map(|cost| format!("{}{}", cost.kind.title(), count(cost.count))).collect();
        say(c.cost, &format!("  costs: {}", costs.join(", ")));
    }
    if !line.savings.is_empty() {
        let saved: Vec<String> =
            line.savings.iter().map(|saving| format!("{} ({})", saving.what, saving.fact)).collect();
        say(c.dim, &format!("  spared: {}", saved.join("; ")));
    }
    for reason in &line.reasons {
        say(c.cost, &format!("  because {}", reason.text));
        for origin in &reason.origins {
            say(c.dim, &format!("    {}", origin.text()));
        }
    }
}

fn instances(out: &mut String, facts: &Explanation, c: &Colours) {
    let _ = writeln!(out, "{}instances (share of operations on boxed values){}", c.source, c.end);
    let width = facts.instances.iter().map(|i| i.symbol.chars().count()).max().unwrap_or(0);
    for instance in &facts.instances {
        let share = match instance.operations {
            0 => 0.0,
            operations => f64::from(instance.boxed) / f64::from(operations) * 100.0,
        };
        let _ = writeln!(
            out,
            "  {:<width$}  {share:>3.0}% of {:<4}  {:<12}  {}",
            instance.symbol, instance.operations, instance.kind, instance.signature
        );
    }
}

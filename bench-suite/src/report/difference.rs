//! The first difference between two processes, for people.

use crate::{
    lockstep::{Comparison, Difference},
    report::printable,
};

/// Lines with `-` are the first's, lines with `+` the second's.
pub fn describe(found: &Comparison, titles: [&str; 2], colour: bool) -> String {
    let mut out = String::new();
    for (stream, difference) in [("standard output", &found.stdout), ("standard error", &found.stderr)] {
        if let Some(difference) = difference {
            out += &stream_difference(stream, difference, titles, colour);
        }
    }
    if let [Some(a), Some(b)] = found.ends
        && a != b
    {
        out += &format!("{}: {a}; {}: {b}\n", titles[0], titles[1]);
    }
    if out.is_empty() {
        out.push_str("a second comparison found no difference: the output changes from run to run\n");
    }
    out.trim_end().to_owned()
}

fn stream_difference(stream: &str, difference: &Difference, titles: [&str; 2], colour: bool) -> String {
    let (red, green, end) = if colour { ("\x1b[31m", "\x1b[32m", "\x1b[0m") } else { ("", "", "") };
    let mut out = format!("{stream} differs in line {}, byte {}:\n", difference.line, difference.column + 1);
    for line in &difference.before {
        out += &format!("    {}\n", printable(line));
    }
    for (mark, tint, lines) in [('-', red, &difference.lines[0]), ('+', green, &difference.lines[1])] {
        for line in lines {
            out += &format!("  {tint}{mark} {}{end}\n", printable(line));
        }
        if lines.is_empty() {
            out += &format!("  {tint}{mark} (end of the output){end}\n");
        }
    }
    out + &format!("  (- {}, + {})\n", titles[0], titles[1])
}

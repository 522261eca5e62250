//! Diagnostics as text: for people as rustc prints them, for tools one JSON object a line.
//!
//! ```text
//! error[syntax-error]: SyntaxError: 'return' outside function
//!  --> prog.py:3:1
//!   |
//! 3 | return 1
//!   | ^^^^^^^^
//! ```

use super::{Diagnostic, Label, Severity, SourceMap};
use std::fmt::Write;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Style {
    Plain,
    Colour,
}

/// The escape sequences of one rendering; all empty in plain text.
struct Paint {
    error: &'static str,
    warning: &'static str,
    frame: &'static str,
    help: &'static str,
    bold: &'static str,
    end: &'static str,
}

const PLAIN: Paint = Paint { error: "", warning: "", frame: "", help: "", bold: "", end: "" };
const COLOUR: Paint = Paint {
    error: "\x1b[1;31m",
    warning: "\x1b[1;33m",
    frame: "\x1b[1;34m",
    help: "\x1b[1;36m",
    bold: "\x1b[1m",
    end: "\x1b[0m",
};

pub fn render_human(diagnostic: &Diagnostic, map: &SourceMap, style: Style) -> String {
    let paint = if style == Style::Colour { &COLOUR } else { &PLAIN };
    let Paint { frame, help, bold, end, .. } = paint;
    let (word, tint) = match diagnostic.severity {
        Severity::Error => ("error", paint.error),
        Severity::Warning => ("warning", paint.warning),
    };
    let mut out = String::new();
    let _ = writeln!(out, "{tint}{word}[{}]{end}{bold}: {}{end}", diagnostic.code, diagnostic.message);
    let mut gutter = 0;
    if let Some(primary) = &diagnostic.primary {
        let same_file = diagnostic.secondary.iter().filter(|l| l.span.file == primary.span.file);
        let widest = same_file.chain([primary]).map(|l| map.end(l.span).line).max().unwrap_or(1);
        gutter = widest.to_string().len();
        snippet(&mut out, primary, diagnostic, map, gutter, tint, paint);
    }
    let pad = " ".repeat(gutter);
    for note in &diagnostic.notes {
        let _ = writeln!(out, "{pad} {frame}={end} {bold}note{end}: {note}");
    }
    for text in &diagnostic.help {
        let _ = writeln!(out, "{pad} {frame}={end} {help}help{end}: {text}");
    }
    out
}

/// The arrow line and the quoted lines: those of the primary label and of every secondary one of the same file.
fn snippet(
    out: &mut String,
    primary: &Label,
    diagnostic: &Diagnostic,
    map: &SourceMap,
    gutter: usize,
    tint: &str,
    paint: &Paint,
) {
    let Paint { frame, end, .. } = paint;
    let file = map.file(primary.span.file);
    let at = file.line_char_column(primary.span.start);
    let pad = " ".repeat(gutter);
    let _ = writeln!(out, "{pad}{frame}-->{end} {}:{}:{}", file.path.display(), at.line, at.column + 1);
    let _ = writeln!(out, "{pad} {frame}|{end}");
    let mut labels: Vec<(&Label, char, &str)> = vec![(primary, '^', tint)];
    let near = diagnostic.secondary.iter().filter(|label| label.span.file == primary.span.file);
    labels.extend(near.map(|label| (label, '-', paint.frame)));
    labels.sort_by_key(|(label, mark, _)| (file.line(label.span.start), *mark != '^'));
    let mut previous: Option<u32> = None;
    for (label, mark, colour) in labels {
        let line = file.line(label.span.start);
        match previous {
            Some(before) if before == line => {}
            Some(before) if before + 1 < line => {
                let _ = writeln!(out, "{frame}...{end}");
                quote(out, file.line_text(line), line, gutter, paint);
            }
            _ => quote(out, file.line_text(line), line, gutter, paint),
        }
        previous = Some(line);
        let text = file.line_text(line);
        let from = (label.span.start - file.line_start(line)) as usize;
        let last = (label.span.end.saturating_sub(file.line_start(line)) as usize).min(text.len());
        let lead: String = text[..from.min(text.len())].chars().map(blank).collect();
        let width = text.get(from..last).map_or(0, |covered| covered.chars().map(columns).sum()).max(1);
        let marks: String = std::iter::repeat_n(mark, width).collect();
        let space = if label.text.is_empty() { "" } else { " " };
        let _ = writeln!(out, "{pad} {frame}|{end} {lead}{colour}{marks}{space}{}{end}", label.text);
    }
    for label in diagnostic.secondary.iter().filter(|l| l.span.file != primary.span.file) {
        let file = map.file(label.span.file);
        let at = file.line_char_column(label.span.start);
        let _ = writeln!(
            out,
            "{pad}{frame}:::{end} {}:{}:{}: {}",
            file.path.display(),
            at.line,
            at.column + 1,
            label.text
        );
    }
}

fn quote(out: &mut String, text: &str, line: u32, gutter: usize, paint: &Paint) {
    let Paint { frame, end, .. } = paint;
    let _ = writeln!(out, "{frame}{line:>gutter$} |{end} {}", printable(text).trim_end());
}

/// A line of a program as it may be shown on a terminal: a file may hold what would move the cursor or change colours.
pub fn printable(text: &str) -> String {
    text.chars().map(|c| if c.is_control() && c != '\t' { '\u{fffd}' } else { c }).collect()
}

/// What stands under `c` in the line of marks so that the marks line up: a tab under a tab.
fn blank(c: char) -> &'static str {
    match (c, columns(c)) {
        ('\t', _) => "\t",
        (_, 2) => "  ",
        _ => " ",
    }
}

/// How many terminal columns `c` takes: two in the wide blocks of East Asian scripts and emoji.
fn columns(c: char) -> usize {
    match c as u32 {
        0x1100..=0x115F | 0x2E80..=0xA4CF | 0xAC00..=0xD7A3 | 0xF900..=0xFAFF | 0xFE30..=0xFE6F => 2,
        0xFF00..=0xFF60 | 0xFFE0..=0xFFE6 | 0x1F300..=0x1F64F | 0x1F900..=0x1F9FF | 0x20000..=0x3FFFD => 2,
        _ => 1,
    }
}

/// One object on one line: `{"severity":…,"code":…,"message":…,"spans":[…],"notes":[…],"help":[…]}`.
pub fn render_json(diagnostic: &Diagnostic, map: &SourceMap) -> String {
    let mut out = String::from("{\"severity\":");
    string(
        &mut out,
        match diagnostic.severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
        },
    );
    out.push_str(",\"code\":");
    string(&mut out, diagnostic.code);
    out.push_str(",\"message\":");
    string(&mut out, &diagnostic.message);
    out.push_str(",\"spans\":[");
    let labels = diagnostic.primary.iter().map(|l| (l, true));
    for (i, (label, primary)) in labels.chain(diagnostic.secondary.iter().map(|l| (l, false))).enumerate() {
        if i > 0 {
            out.push(',');
        }
        let file = map.file(label.span.file);
        let (start, end) = (file.line_char_column(label.span.start), file.line_char_column(label.span.end));
        out.push_str("{\"file\":");
        string(&mut out, &file.path.to_string_lossy());
        let _ = write!(
            out,
            ",\"line\":{},\"column\":{},\"end_line\":{},\"end_column\":{},\"start\":{},\"end\":{},\"primary\":{primary},\"label\":",
            start.line,
            start.column + 1,
            end.line,
            end.column + 1,
            label.span.start,
            label.span.end
        );
        string(&mut out, &label.text);
        out.push('}');
    }
    for (key, texts) in [("notes", &diagnostic.notes), ("help", &diagnostic.help)] {
        let _ = write!(out, "],\"{key}\":[");
        for (i, text) in texts.iter().enumerate() {
            if i > 0 {
                out.push(',');
            }
            string(&mut out, text);
        }
    }
    out.push_str("]}");
    out
}

fn string(out: &mut String, text: &str) {
    out.push('"');
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\t' => out.push_str("\\t"),
            c if c.is_control() => {
                let _ = write!(out, "\\u{:04x}", c as u32);
            }
            c => out.push(c),
        }
    }
    out.push('"');
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::Span;

    fn example() -> (SourceMap, Diagnostic) {
        let mut map = SourceMap::new();
        let file = map.add("prog.py".into(), "def f(x):\n\tглобал = 1\n\n\nx = f(1, 2)\n".into());
        let diagnostic = Diagnostic::rejected("demo", "two places")
            .at(Span::new(file, 11, 23), "here")
            .secondary(Span::new(file, 34, 35), "there")
            .help("try again");
        (map, diagnostic)
    }

    #[test]
    fn people_read_lines_and_marks() {
        let (map, diagnostic) = example();
        let expected = "error[demo]: two places\n --> prog.py:2:2\n  |\n2 | \tглобал = 1\n  | \t^^^^^^ here\n...\n5 | x = f(1, 2)\n  |     - there\n  = help: try again\n";
        assert_eq!(render_human(&diagnostic, &map, Style::Plain), expected);
    }

    #[test]
    fn tools_read_json() {
        let (map, diagnostic) = example();
        let json = render_json(&diagnostic, &map);
        assert!(
            json.starts_with("{\"severity\":\"error\",\"code\":\"demo\",\"message\":\"two places\""),
            "{json}"
        );
        assert!(json.contains("\"line\":2,\"column\":2,\"end_line\":2,\"end_column\":8"), "{json}");
    }
}

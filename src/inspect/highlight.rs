//! Colours for listings, by the look of words: good enough for HIR, MIR, LLVM IR, assembly and Python alike.

const DIM: &str = "\x1b[2m";
const NAME: &str = "\x1b[36m";
const GLOBAL: &str = "\x1b[33m";
const NUMBER: &str = "\x1b[35m";
const WORD: &str = "\x1b[34m";
const LABEL: &str = "\x1b[1m";
const END: &str = "\x1b[0m";

/// One line of code; `comment` is what begins a comment in its language.
pub fn code(line: &str, comment: char) -> String {
    if !line.starts_with(' ') && (line.ends_with(':') || line.contains(":  ")) {
        return format!("{LABEL}{line}{END}");
    }
    let mut out = String::new();
    let mut rest = line;
    // The operation is the first word, or the first after `=`.
    let mut operation = !line.contains(" = ");
    while let Some(first) = rest.chars().next() {
        if first == comment {
            out += &format!("{DIM}{rest}{END}");
            break;
        }
        let end = match first {
            '"' => rest[1..].find('"').map_or(rest.len(), |at| at + 2),
            '%' | '@' | '$' => 1 + word_end(&rest[1..]),
            _ if first.is_alphanumeric() || first == '_' => word_end(rest),
            _ => first.len_utf8(),
        };
        // `@"quoted"` is one name.
        let end = match rest[..end].starts_with('@') && rest[1..].starts_with('"') {
            true => rest[2..].find('"').map_or(rest.len(), |at| at + 3),
            false => end,
        };
        let word = &rest[..end];
        let numbered = |prefix: char| {
            word.strip_prefix(prefix).is_some_and(|n| n.starts_with(|c: char| c.is_ascii_digit()))
        };
        let colour = match first {
            '%' => NAME,
            '@' | '"' => GLOBAL,
            '$' => NUMBER,
            _ if numbered('_') || numbered('v') => NAME,
            _ if first.is_ascii_digit() => NUMBER,
            _ if operation && first.is_alphabetic() => {
                operation = false;
                WORD
            }
            _ => "",
        };
        operation |= word == "=";
        match colour {
            "" => out += word,
            colour => out += &format!("{colour}{word}{END}"),
        }
        rest = &rest[end..];
    }
    out
}

/// A line of the source that stands between lines of code.
pub fn source(line: &str) -> String {
    format!("\x1b[1;32m{line}{END}")
}

fn word_end(text: &str) -> usize {
    text.find(|c: char| !c.is_alphanumeric() && c != '_' && c != '.').unwrap_or(text.len())
}

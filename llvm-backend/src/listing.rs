//! LLVM's text, made pleasant to read: each function's lines with the Python lines they come from, without what is noise to
//! a reader. The text has to come from a module with debug information: that is where the lines stand.

use analysis::listing::{ListedFunction, ListedLine};
use std::{collections::HashMap, sync::Arc};

/// What stands before the name of an instance in a symbol.
const PREFIX: &str = "py.";

/// The functions of a module's text.
pub fn list_ir(text: &str) -> Vec<ListedFunction> {
    let places = Places::of(text);
    let mut listed: Vec<ListedFunction> = Vec::new();
    let mut inside = false;
    // The lines of an instruction that goes over several; the last one has its place.
    let mut open: Vec<String> = Vec::new();
    for line in text.lines() {
        if let Some(symbol) = line.starts_with("define ").then(|| symbol_of(line)).flatten() {
            inside = true;
            let head = ListedLine { text: clean_head(line), file: None, line: 0 };
            listed.push(ListedFunction { symbol, lines: vec![head] });
            continue;
        }
        let Some(function) = listed.last_mut().filter(|_| inside) else { continue };
        if line == "}" {
            inside = false;
            function.lines.push(ListedLine { text: "}".into(), file: None, line: 0 });
            continue;
        }
        if line.trim_start().starts_with("#dbg_") {
            continue;
        }
        let (code, place) = places.split(line);
        open.push(code);
        if line.ends_with('[') || open.len() > 1 && !line.trim_start().starts_with(']') {
            continue;
        }
        let (file, line) = place;
        function.lines.extend(open.drain(..).map(|text| ListedLine { text, file: file.clone(), line }));
    }
    listed
}

/// `define internal fastcc i64 @"py.f#2"(i64 %x) #0 !dbg !3 {`
fn symbol_of(line: &str) -> Option<String> {
    let after = line.split_once('@')?.1;
    let name = match after.strip_prefix('"') {
        Some(quoted) => quoted.split('"').next()?,
        None => after.split('(').next()?,
    };
    name.strip_prefix(PREFIX).map(str::to_owned)
}

fn clean_head(line: &str) -> String {
    let mut head = line.trim_end_matches('{').trim_end().to_owned();
    if let Some(at) = head.find(" !dbg ") {
        head.truncate(at);
    }
    // `#0` is the number of a group of attributes that is not shown.
    if let Some(at) = head.rfind(") ") {
        let kept: Vec<&str> = head[at + 2..]
            .split(' ')
            .filter(|word| !word.starts_with('#') && !matches!(*word, "unnamed_addr" | "local_unnamed_addr"))
            .collect();
        head = format!("{}{}{}", &head[..at + 1], if kept.is_empty() { "" } else { " " }, kept.join(" "));
    }
    for noise in ["internal ", "hidden ", "dso_local ", "noundef "] {
        head = head.replace(noise, "");
    }
    head + " {"
}

type Place = (Option<Arc<str>>, u32);

/// The debug locations of a module by the number of their metadata.
struct Places {
    locations: HashMap<u32, Place>,
}

impl Places {
    fn of(text: &str) -> Places {
        let mut files: HashMap<u32, Arc<str>> = HashMap::new();
        let mut scopes: HashMap<u32, u32> = HashMap::new();
        let mut raw: Vec<(u32, u32, u32)> = Vec::new();
        for line in text.lines().rev().take_while(|line| !line.starts_with('}')) {
            let Some((id, rest)) = line.split_once(" = ") else { continue };
            let Some(id) = number(id.trim_start_matches('!')) else { continue };
            let rest = rest.trim_start_matches("distinct ");
            if rest.starts_with("!DIFile(") {
                files.insert(id, field(rest, "filename: \"").split('"').next().unwrap_or_default().into());
            } else if rest.starts_with("!DISubprogram(") {
                scopes.extend(number(field(rest, "file: !")).map(|file| (id, file)));
            } else if rest.starts_with("!DILocation(") {
                let line = number(field(rest, "line: ")).unwrap_or(0);
                raw.push((id, line, number(field(rest, "scope: !")).unwrap_or(0)));
            }
        }
        let place = |(id, line, scope): (u32, u32, u32)| {
            let file = scopes.get(&scope).and_then(|file| files.get(file)).cloned();
            (id, (file, line))
        };
        Places { locations: raw.into_iter().map(place).collect() }
    }

    /// A line without its metadata, and where it comes from.
    fn split(&self, line: &str) -> (String, Place) {
        let mut place = (None, 0);
        let mut code = line.to_owned();
        // `%x = ..., !dbg !12, !tbaa !5`: all metadata stands at the end.
        if let Some(at) = line.find(", !dbg !") {
            let id = number(&line[at + ", !dbg !".len()..]);
            place = id.and_then(|id| self.locations.get(&id)).cloned().unwrap_or_default();
        }
        if let Some(at) = first_attachment(&code) {
            code.truncate(at);
        }
        // Groups of attributes of calls: `call void @f() #12`.
        if let Some(at) = code.rfind(" #")
            && code[at + 2..].bytes().all(|byte| byte.is_ascii_digit())
        {
            code.truncate(at);
        }
        if let Some(at) = code.find("; preds = ") {
            code = format!("{}  {}", code[..at].trim_end(), &code[at..]);
        }
        for noise in ["noundef ", "tail call", "notail call"] {
            code = code.replace(noise, if noise.ends_with("call") { "call" } else { "" });
        }
        (code.trim_end().to_owned(), place)
    }
}

/// Where the metadata attached to an instruction begins; metadata as an argument is part of the instruction.
fn first_attachment(code: &str) -> Option<usize> {
    let mut from = 0;
    while let Some(at) = code[from..].find(", !").map(|at| at + from) {
        let name = code[at + 3..].split(' ').next().unwrap_or_default();
        let is_kind = name.starts_with(|c: char| c.is_ascii_lowercase());
        if is_kind && code[at + 3 + name.len()..].starts_with(" !") {
            return Some(at);
        }
        from = at + 3;
    }
    None
}

fn field<'a>(text: &'a str, key: &str) -> &'a str {
    text.find(key).map_or("", |at| &text[at + key.len()..])
}

fn number(text: &str) -> Option<u32> {
    let end = text.find(|c: char| !c.is_ascii_digit()).unwrap_or(text.len());
    text[..end].parse().ok()
}

/// The functions of an assembly file.
pub fn list_asm(text: &str) -> Vec<ListedFunction> {
    let mut files: HashMap<u32, Arc<str>> = HashMap::new();
    let mut listed: Vec<ListedFunction> = Vec::new();
    let mut inside = false;
    let mut place: Place = (None, 0);
    for line in text.lines() {
        let code = line.trim();
        if let Some(symbol) = code.strip_prefix("\"py.").and_then(|rest| rest.strip_suffix("\":")) {
            inside = true;
            place = (None, 0);
            let head = ListedLine { text: format!("{symbol}:"), file: None, line: 0 };
            listed.push(ListedFunction { symbol: symbol.to_owned(), lines: vec![head] });
            continue;
        }
        if let Some(rest) = code.strip_prefix(".file\t") {
            // `.file 1 "folder" "name"`
            let mut parts = rest.split('"');
            let id = parts.next().and_then(|id| number(id.trim()));
            let names: Vec<&str> = parts.filter(|part| !part.trim().is_empty()).collect();
            if let (Some(id), Some(name)) = (id, names.iter().rfind(|name| !name.starts_with(" md5"))) {
                files.insert(id, (*name).into());
            }
            continue;
        }
        if let Some(rest) = code.strip_prefix(".loc\t") {
            let mut numbers = rest.split_whitespace().map(number);
            let (file, line) = (numbers.next().flatten(), numbers.next().flatten());
            place = (file.and_then(|file| files.get(&file)).cloned(), line.unwrap_or(0));
            continue;
        }
        if code.starts_with(".Lfunc_end") {
            inside = false;
        }
        let Some(function) = listed.last_mut().filter(|_| inside) else { continue };
        let label = code.ends_with(':');
        if code.is_empty()
            || code.starts_with('.') && !label
            || code.starts_with(".Ltmp")
            || code.starts_with(".Lfunc_begin")
        {
            continue;
        }
        let (text, of) = match label {
            true => (code.to_owned(), (None, 0)),
            false => (format!("    {}", code.replacen('\t', " ", 1)), place.clone()),
        };
        function.lines.push(ListedLine { text, file: of.0, line: of.1 });
    }
    listed
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ir_has_its_lines_and_no_noise() {
        let text = r#"
define internal fastcc i64 @"py.m.f#1"(i64 noundef %x) unnamed_addr #0 !dbg !3 {
entry:
  %1 = tail call i64 @g(i64 noundef %x) #4, !dbg !5
  switch i64 %1, label %a [
    i64 0, label %a
  ], !dbg !6, !prof !9
a:                                                ; preds = %entry
  %2 = call i64 @llvm.read_register.i64(metadata !13), !dbg !5
  ret i64 %1
}

define void @other() {
}

!1 = !DIFile(filename: "/p/m.py", directory: ".")
!3 = distinct !DISubprogram(name: "f", file: !1, line: 1)
!5 = !DILocation(line: 7, column: 2, scope: !3)
!6 = !DILocation(line: 8, scope: !3, inlinedAt: !5)
"#;
        let listed = list_ir(text);
        assert_eq!(listed.len(), 1);
        assert_eq!(listed[0].symbol, "m.f#1");
        let lines: Vec<(u32, &str)> = listed[0].lines.iter().map(|l| (l.line, l.text.as_str())).collect();
        assert_eq!(lines[0], (0, "define fastcc i64 @\"py.m.f#1\"(i64 %x) {"));
        assert_eq!(lines[2], (7, "  %1 = call i64 @g(i64 %x)"));
        assert_eq!(lines[3..6], [(8, "  switch i64 %1, label %a ["), (8, "    i64 0, label %a"), (8, "  ]")]);
        assert_eq!(lines[7], (7, "  %2 = call i64 @llvm.read_register.i64(metadata !13)"));
        assert_eq!(listed[0].lines[2].file.as_deref(), Some("/p/m.py"));
    }

    #[test]
    fn assembly_has_its_lines_and_no_directives() {
        let text = "\t.file\t\"unit0\"\n\"py.m.f#1\":\n.Lfunc_begin0:\n\t.file\t1 \".\" \"/p/m.py\"\n\t.loc\t1 7 2\n\t.cfi_startproc\n\taddq\t%rax, %rbx\n.LBB0_1:\n\tretq\n.Lfunc_end0:\n\tnop\n";
        let listed = list_asm(text);
        let lines: Vec<(u32, &str)> = listed[0].lines.iter().map(|l| (l.line, l.text.as_str())).collect();
        assert_eq!(lines, [(0, "m.f#1:"), (7, "    addq %rax, %rbx"), (0, ".LBB0_1:"), (7, "    retq")]);
        assert_eq!(listed[0].lines[1].file.as_deref(), Some("/p/m.py"));
    }
}

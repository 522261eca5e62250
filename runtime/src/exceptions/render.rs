//! An uncaught exception as text: what CPython's `traceback` module prints, letter for letter.
//!
//! Frames with their source line and carets, repeated frames folded, chained exceptions, notes,
//! groups as trees, suggestions.

use super::traceback::TracebackObj;
use super::{ExceptionObj, exception_of, extra, get_extra, groups, suggestions};
use crate::containers::{DictObj, ListObj};
use crate::core::error::take_pending;
use crate::core::{Gc, StrObj, Value};
use crate::objects::function::{file_of, static_str};
use crate::objects::ops;
use crate::types::naming::qualified_name;
use crate::types::type_of;
use runtime_interface::layout::{ModuleDesc, Site, code_flags};
use runtime_interface::tag;
use runtime_interface::tag::exception;

const CAUSE: &str = "\nThe above exception was the direct cause of the following exception:\n\n";
const CONTEXT: &str = "\nDuring handling of the above exception, another exception occurred:\n\n";
const REPEATS_SHOWN: usize = 3;
const WIDEST_GROUP: usize = 15;
const DEEPEST_GROUP: usize = 10;

/// The whole text for an exception, chained ones included.
pub fn render(e: Value) -> String {
    let mut p = Printer::default();
    p.exception(e);
    p.out
}

#[derive(Default)]
struct Printer {
    out: String,
    /// Nesting in groups, and whether the innermost group's closing line is still to come.
    depth: usize,
    need_close: bool,
    seen: Vec<u64>,
}

impl Printer {
    fn indent(&self) -> String {
        " ".repeat(2 * self.depth)
    }
    /// Text, each line behind the group's margin.
    fn emit(&mut self, text: &str, margin: Option<char>) {
        let mut prefix = self.indent();
        if self.depth > 0 {
            prefix.push(margin.unwrap_or('|'));
            prefix.push(' ');
        }
        for line in text.split_inclusive('\n') {
            self.out.push_str(&prefix);
            self.out.push_str(line);
        }
    }

    fn exception(&mut self, e: Value) {
        // The chain, newest first, each with the message that leads to it from the older one.
        let mut chain: Vec<(Option<&str>, u64)> = Vec::new();
        let mut at = e;
        self.seen.push(at.bits);
        loop {
            let o = exception_of(at);
            let (message, next) = if o.cause.is_heap() && !self.seen.contains(&o.cause.bits) {
                (Some(CAUSE), o.cause)
            } else if o.context.is_heap() && o.suppress_context == 0 && !self.seen.contains(&o.context.bits) {
                (Some(CONTEXT), o.context)
            } else {
                (None, Value::NONE)
            };
            chain.push((message, at.bits));
            if next.is_none() {
                break;
            }
            self.seen.push(next.bits);
            at = next;
        }
        for (message, bits) in chain.into_iter().rev() {
            if let Some(m) = message {
                self.emit(m, None);
            }
            let o: Gc<ExceptionObj> = Gc::from_ptr(bits as *mut ExceptionObj);
            self.single(o.value());
        }
    }

    fn single(&mut self, e: Value) {
        let traceback = exception_of(e).traceback;
        if !groups::is_group(e) {
            if traceback.is_heap() {
                self.emit("Traceback (most recent call last):\n", None);
                let stack = render_stack(traceback);
                self.emit(&stack, None);
            }
            let last = final_lines(e);
            return self.emit(&last, None);
        }
        if self.depth > DEEPEST_GROUP {
            return self.emit(&format!("... (max_group_depth is {DEEPEST_GROUP})\n"), None);
        }
        let top = self.depth == 0;
        if top {
            self.depth = 1;
        }
        if traceback.is_heap() {
            let margin = if top { Some('+') } else { None };
            self.emit("Exception Group Traceback (most recent call last):\n", margin);
            let stack = render_stack(traceback);
            self.emit(&stack, None);
        }
        let last = final_lines(e);
        self.emit(&last, None);
        let members = groups::members(e);
        let shown = if members.len() <= WIDEST_GROUP { members.len() } else { WIDEST_GROUP + 1 };
        self.need_close = false;
        for i in 0..shown {
            let is_last = i == shown - 1;
            if is_last {
                self.need_close = true;
            }
            let truncated = i >= WIDEST_GROUP;
            let title = if truncated { "...".to_owned() } else { (i + 1).to_string() };
            let corner = if i == 0 { "+-" } else { "  " };
            let line = format!("{}{corner}+---------------- {title} ----------------\n", self.indent());
            self.out.push_str(&line);
            self.depth += 1;
            if truncated {
                let n = members.len() - WIDEST_GROUP;
                let s = if n > 1 { "s" } else { "" };
                self.emit(&format!("and {n} more exception{s}\n"), None);
            } else {
                self.exception(members[i]);
            }
            if is_last && self.need_close {
                let line = format!("{}+------------------------------------\n", self.indent());
                self.out.push_str(&line);
                self.need_close = false;
            }
            self.depth -= 1;
        }
        if top {
            self.depth = 0;
        }
    }
}

/// `str(e)`, or what stands for it when that fails.
fn text_of(e: Value) -> String {
    match ops::str(e) {
        Ok(s) => s.to_string_lossy(),
        Err(raised) => {
            let _ = take_pending(raised);
            "<exception str() failed>".to_owned()
        }
    }
}

/// The line with class and message, then the notes.
pub fn final_lines(e: Value) -> String {
    let name = qualified_name(type_of(e));
    let mut out = String::new();
    if super::is_instance_of(e, exception::SyntaxError) {
        out.push_str(&syntax_error_lines(e, &name));
    } else {
        let mut text = text_of(e);
        if let Some(hint) = hint(e) {
            text.push_str(&hint);
        }
        if text.is_empty() {
            out.push_str(&format!("{name}\n"));
        } else {
            out.push_str(&format!("{name}: {text}\n"));
        }
    }
    if let Some(d) = crate::objects::instance::existing_dict(e, type_of(e))
        && let Some(notes) = DictObj::get_str(d, name!("__notes__"))
    {
        if notes.tag == tag::LIST {
            for note in ListObj::as_slice(notes.cast()) {
                for line in text_of(*note).split('\n') {
                    out.push_str(line);
                    out.push('\n');
                }
            }
        } else if !notes.is_none()
            && let Ok(r) = ops::repr(notes)
        {
            out.push_str(&format!("{}\n", r.to_string_lossy()));
        }
    }
    out
}

fn syntax_error_lines(e: Value, name: &str) -> String {
    let field = |i: usize| get_extra(e, i);
    let file = ops::as_str(field(1)).map(|f| f.to_string_lossy());
    let mut out = String::new();
    let mut suffix = String::new();
    if field(2).is_int() {
        let file = file.unwrap_or_else(|| "<string>".to_owned());
        out.push_str(&format!("  File \"{file}\", line {}\n", field(2).as_i64()));
    } else if let Some(f) = file {
        suffix = format!(" ({f})");
    }
    if let Some(text) = ops::as_str(field(4)) {
        let text = text.to_string_lossy();
        let trimmed = text.trim_end_matches('\n');
        let line = trimmed.trim_start_matches([' ', '\n', '\x0c']);
        out.push_str(&format!("    {line}\n"));
        if field(3).is_int() {
            let spaces = (trimmed.chars().count() - line.chars().count()) as i64;
            let offset = field(3).as_i64();
            let mut end =
                if field(6).is_int() && field(6).as_i64() != 0 { field(6).as_i64() } else { offset };
            if offset >= end || end < 0 {
                end = offset + 1;
            }
            let (from, to) = (offset - 1 - spaces, end - 1 - spaces);
            if from >= 0 {
                let blank = " ".repeat(from as usize);
                out.push_str(&format!("    {blank}{}\n", "^".repeat((to - from) as usize)));
            }
        }
    }
    let message = if field(0).is_none() { "<no detail available>".to_owned() } else { text_of(field(0)) };
    out.push_str(&format!("{name}: {message}{suffix}\n"));
    out
}

// ---- suggestions ----

fn hint(e: Value) -> Option<String> {
    if super::is_instance_of(e, exception::ImportError) {
        let wrong = ops::as_str(get_extra(e, extra::NAME_FROM))?.to_string_lossy();
        let module = crate::objects::module::loaded(get_extra(e, extra::IMPORT_NAME))?;
        let names = names_of(module, &wrong)?;
        return suggestions::best(&names, &wrong).map(|s| format!(". Did you mean: '{s}'?"));
    }
    if super::is_instance_of(e, exception::AttributeError) {
        let wrong = ops::as_str(get_extra(e, extra::NAME))?.to_string_lossy();
        let names = names_of(get_extra(e, extra::OBJ), &wrong)?;
        return suggestions::best(&names, &wrong).map(|s| format!(". Did you mean: '{s}'?"));
    }
    if super::is_instance_of(e, exception::NameError) {
        let wrong = ops::as_str(get_extra(e, extra::NAME))?.to_string_lossy();
        let traceback = exception_of(e).traceback;
        if traceback.is_heap() && is_attribute_of_self(innermost(traceback), &wrong) {
            return Some(format!(". Did you mean: 'self.{wrong}'?"));
        }
        let found = if traceback.is_heap() {
            let names = names_in_scope(innermost(traceback));
            suggestions::best(&names, &wrong).map(str::to_owned)
        } else {
            None
        };
        let forgotten = crate::objects::module::is_standard(&wrong);
        return match (found, forgotten) {
            (Some(s), true) => Some(format!(". Did you mean: '{s}'? Or did you forget to import '{wrong}'?")),
            (Some(s), false) => Some(format!(". Did you mean: '{s}'?")),
            (None, true) => Some(format!(". Did you forget to import '{wrong}'?")),
            (None, false) => None,
        };
    }
    None
}

fn names_of(object: Value, wrong: &str) -> Option<Vec<String>> {
    let names = match crate::builtins::inspect::dir_of(object) {
        Ok(list) => list,
        Err(raised) => {
            let _ = take_pending(raised);
            return None;
        }
    };
    let list: Gc<ListObj> = names.cast();
    let names = ListObj::as_slice(list).iter().filter_map(|n| ops::as_str(*n));
    let names = names.map(|n| n.to_string_lossy());
    Some(names.filter(|n| wrong.starts_with('_') || !n.starts_with('_')).collect())
}

fn innermost(traceback: Value) -> Gc<TracebackObj> {
    let mut t: Gc<TracebackObj> = traceback.cast();
    while t.next.is_heap() {
        t = t.next.cast();
    }
    t
}

/// In a method with a `self` whose class, as far as its definition shows, gives it that attribute.
fn is_attribute_of_self(entry: Gc<TracebackObj>, wrong: &str) -> bool {
    // SAFETY: static data of the program.
    let code = unsafe { &*entry.code };
    let parameters = crate::objects::function::parameter_names(code);
    if !parameters.iter().any(|n| n.eq_str("self")) {
        return false;
    }
    let qualname = Gc::<StrObj>::from_ptr(code.qualname as *mut StrObj).to_string_lossy();
    let Some((class, _)) = qualname.rsplit_once('.') else { return false };
    let mut found = crate::objects::module::object_of(code.module as *mut ModuleDesc).value();
    for part in class.split('.') {
        match crate::objects::attributes::getattr_optional(found, StrObj::from_str(part)) {
            Ok(Some(inner)) => found = inner,
            Ok(None) => return false,
            Err(raised) => {
                let _ = take_pending(raised);
                return false;
            }
        }
    }
    let Some(class) = crate::types::lookup::as_type(found) else { return false };
    let name = StrObj::from_str(wrong);
    crate::types::lookup::mro_of(class).iter().any(|base| {
        let Some(base) = crate::types::lookup::as_type(*base) else { return false };
        let dict: Gc<crate::containers::DictObj> = base.dict.cast();
        let assigned = crate::containers::DictObj::get_str(dict, name!("__static_attributes__"));
        crate::containers::DictObj::get_str(dict, name).is_some()
            || assigned
                .is_some_and(|t| t.tag == tag::TUPLE && ops::contains(t, name.value()).unwrap_or(false))
    })
}

/// Locals, globals, builtins, in that order.
fn names_in_scope(entry: Gc<TracebackObj>) -> Vec<String> {
    let mut names = Vec::new();
    // SAFETY: static data of the program.
    unsafe {
        let code = &*entry.code;
        let n = (code.name_count as usize).max(crate::objects::function::parameter_names(code).len());
        for i in 0..n {
            names.push((*(code.names as *const Gc<StrObj>).add(i)).to_string_lossy());
        }
        let module = &*(code.module as *const ModuleDesc);
        for i in 0..module.global_count as usize {
            let v = *(module.globals as *const Value).add(i);
            if !v.is_unbound() {
                names.push((*(module.global_names as *const Gc<StrObj>).add(i)).to_string_lossy());
            }
        }
    }
    names.extend(crate::builtins::names());
    names
}

// ---- frames ----

/// The entries of a traceback.
pub fn render_stack(traceback: Value) -> String {
    let mut out = String::new();
    let mut last: Option<(String, u32, String)> = None;
    let mut count = 0;
    let repeated = |out: &mut String, count: usize| {
        if count > REPEATS_SHOWN {
            let n = count - REPEATS_SHOWN;
            let s = if n > 1 { "s" } else { "" };
            out.push_str(&format!("  [Previous line repeated {n} more time{s}]\n"));
        }
    };
    let mut at = traceback;
    while at.is_heap() {
        let entry: Gc<TracebackObj> = at.cast();
        at = entry.next;
        // SAFETY: static data of the program.
        let (file, name) = unsafe {
            let code = &*entry.code;
            (file_of(code).to_string_lossy(), static_str(code.name).to_string_lossy())
        };
        let here = (file, entry.line(), name);
        if last.as_ref() != Some(&here) {
            repeated(&mut out, count);
            count = 0;
            last = Some(here.clone());
        }
        count += 1;
        if count > REPEATS_SHOWN {
            continue;
        }
        out.push_str(&format!("  File \"{}\", line {}, in {}\n", here.0, here.1, here.2));
        out.push_str(&source_lines(entry));
    }
    repeated(&mut out, count);
    out
}

/// The source of a module, if it is in the executable.
fn source_of(module: &ModuleDesc) -> Option<&'static str> {
    if module.source.is_null() {
        return None;
    }
    // SAFETY: static data of the program, UTF-8 as the interface says.
    unsafe {
        let bytes = std::slice::from_raw_parts(module.source, module.source_len as usize);
        std::str::from_utf8(bytes).ok()
    }
}

fn source_lines(entry: Gc<TracebackObj>) -> String {
    // SAFETY: static data of the program.
    let module = unsafe { &*((*entry.code).module as *const ModuleDesc) };
    // SAFETY: as above.
    if unsafe { (*entry.code).flags } & code_flags::GENERATED != 0 {
        return String::new();
    }
    let Some(source) = source_of(module) else { return String::new() };
    let line = entry.line() as usize;
    if entry.site.is_null() {
        let text = source.lines().nth(line.saturating_sub(1)).unwrap_or("").trim();
        return if text.is_empty() { String::new() } else { format!("    {text}\n") };
    }
    // SAFETY: as above.
    let site = &shown_site(unsafe { &*entry.site }, entry.callee_only != 0);
    let count = (site.end_line.max(site.line) - site.line) as usize + 1;
    let lines: Vec<&str> =
        source.lines().skip(line.saturating_sub(1)).take(count).map(str::trim_end).collect();
    marked_lines(&lines, site)
}

/// The site, or only its part before the call's parentheses.
fn shown_site(site: &Site, callee_only: bool) -> Site {
    let whole = Site { ..*site };
    if !callee_only
        || (site.anchor_column == site.anchor_end_column && site.anchor_line == site.anchor_end_line)
    {
        return whole;
    }
    Site {
        end_line: site.line + site.anchor_line,
        end_column: site.anchor_column,
        anchor_line: 0,
        anchor_column: 0,
        anchor_end_line: 0,
        anchor_end_column: 0,
        ..whole
    }
}

/// Characters before a byte offset.
fn characters(line: &str, bytes: u32) -> usize {
    line.char_indices().take_while(|(i, _)| *i < bytes as usize).count()
}

/// Columns of a terminal that the first `n` characters take.
fn width(line: &str, n: usize) -> usize {
    line.chars().take(n).map(|c| if is_wide(c) { 2 } else { 1 }).sum()
}

fn is_wide(c: char) -> bool {
    matches!(c as u32, 0x1100..=0x115f | 0x2e80..=0x303e | 0x3041..=0x33ff | 0x3400..=0x4dbf
        | 0x4e00..=0x9fff | 0xa000..=0xa4cf | 0xac00..=0xd7a3 | 0xf900..=0xfaff | 0xfe30..=0xfe6f
        | 0xff00..=0xff60 | 0xffe0..=0xffe6 | 0x1f300..=0x1f64f | 0x1f900..=0x1f9ff | 0x20000..=0x3fffd)
}

fn marked_lines(lines: &[&str], site: &Site) -> String {
    if lines.iter().all(|l| l.trim().is_empty()) {
        return String::new();
    }
    // Common indentation goes, as textwrap.dedent does it.
    let indent = lines
        .iter()
        .filter(|l| !l.trim().is_empty())
        .map(|l| l.len() - l.trim_start().len())
        .min()
        .unwrap_or(0);
    let all: Vec<&str> = lines.iter().map(|l| if l.trim().is_empty() { "" } else { &l[indent..] }).collect();
    let last = all.len() - 1;
    let cut = |line: usize, bytes: u32| {
        characters(lines[line], bytes).saturating_sub(indent.min(lines[line].len()))
    };
    // Marks that CPython leaves out: both columns are 0, over several lines too.
    let no_marks = site.column == site.end_column && (site.line == site.end_line || site.column == 0);
    let (start, end) = (cut(0, site.column), cut(last, site.end_column));
    let has_anchor = site.anchor_line != site.anchor_end_line || site.anchor_column != site.anchor_end_column;
    let anchor = has_anchor.then(|| {
        let (a, b) = (site.anchor_line as usize, site.anchor_end_line as usize);
        let (a, b) = (a.min(last), b.min(last));
        ((a, width(all[a], cut(a, site.anchor_column))), (b, width(all[b], cut(b, site.anchor_end_column))))
    });
    let before: String = all[0].chars().take(start).collect();
    let after: String = all[last].chars().skip(end).collect();
    let carets = !no_marks && (anchor.is_some() || !before.trim().is_empty() || !after.trim().is_empty());
    let (start, end) = (width(all[0], start), width(all[last], end));
    let mut significant = vec![0, last];
    if let Some(((a, _), (b, _))) = anchor {
        for l in [a, b] {
            significant.extend([l.wrapping_sub(1), l, l + 1]);
        }
    }
    significant.retain(|l| *l <= last);
    significant.sort_unstable();
    significant.dedup();
    let mut shown: Vec<String> = Vec::new();
    let show = |shown: &mut Vec<String>, i: usize| {
        shown.push(all[i].to_owned());
        if !carets {
            return;
        }
        let blank = all[i].chars().count() - all[i].trim_start().chars().count();
        let columns = if i == last { end } else { width(all[i], usize::MAX) };
        let mut marks = String::new();
        for col in 0..columns {
            let c = if col < blank || (i == 0 && col < start) {
                ' '
            } else {
                match anchor {
                    None => '^',
                    Some(((al, ac), (bl, bc))) => {
                        let from = i > al || (i == al && col >= ac);
                        let to = i < bl || (i == bl && col < bc);
                        if from && to { '^' } else { '~' }
                    }
                }
            };
            marks.push(c);
        }
        shown.push(marks);
    };
    for (n, &i) in significant.iter().enumerate() {
        if n > 0 {
            match i - significant[n - 1] {
                1 => {}
                2 => show(&mut shown, i - 1),
                gap => shown.push(format!("...<{} lines>...", gap - 1)),
            }
        }
        show(&mut shown, i);
    }
    let mut out = String::new();
    for line in shown {
        let line = if line.trim().is_empty() { String::new() } else { line };
        out.push_str(&format!("    {line}\n"));
    }
    out
}

//! Code as lines of text that know which line of the program they come from: what `taipan emit` and the page of
//! `taipan explain` show, whatever stage it is of.

use crate::hir;
use crate::mir;
use crate::source::SourceMap;
use std::sync::Arc;

/// One function, in one form.
#[derive(Clone, Debug)]
pub struct ListedFunction {
    /// The instance's name, as in MIR: `__main__.area#2`; of HIR the qualified name: `__main__.area`.
    pub symbol: String,
    pub lines: Vec<ListedLine>,
}

#[derive(Clone, Debug)]
pub struct ListedLine {
    pub text: String,
    /// `__file__` of the module it comes from.
    pub file: Option<Arc<str>>,
    /// 0: of no line.
    pub line: u32,
}

/// Each reachable function's HIR.
pub fn list_hir(program: &hir::Program, map: &SourceMap) -> Vec<ListedFunction> {
    let mut listed = Vec::new();
    for (id, function) in program.functions.iter_enumerated().filter(|(_, function)| function.reachable) {
        let module = &program.modules[function.module];
        let file: Arc<str> = map.file(module.file).full_path.to_string_lossy().into();
        let text = hir::print_function(program, id, function, Some(map));
        let lines = text.lines().map(|text| match place(text) {
            Some((code, line)) => ListedLine { text: code.to_owned(), file: Some(file.clone()), line },
            None => ListedLine { text: text.to_owned(), file: Some(file.clone()), line: 0 },
        });
        let symbol = format!("{}.{}", &program.names[module.name], &program.names[function.qualname]);
        listed.push(ListedFunction { symbol, lines: lines.collect() });
    }
    listed
}

/// `code    ; 12:4-12:9 ...`: the code and the line.
fn place(text: &str) -> Option<(&str, u32)> {
    let (code, place) = text.rsplit_once("; ")?;
    Some((code.trim_end(), place.split(':').next()?.parse().ok()?))
}

/// Each instance's MIR.
pub fn list_mir(program: &mir::Program) -> Vec<ListedFunction> {
    let files: Vec<Arc<str>> =
        program.modules.iter().map(|module| program.text(module.file).as_str().into()).collect();
    let list = |(id, instance): (mir::InstanceId, &mir::Instance)| {
        let file = &files[program.codes[instance.code].module.index()];
        let lines = mir::print::instance_lines(program, id);
        let lines = lines
            .into_iter()
            .map(|(line, text)| ListedLine { text, file: Some(file.clone()), line })
            .collect();
        ListedFunction { symbol: instance.name.clone(), lines }
    };
    program.instances.iter_enumerated().map(list).collect()
}

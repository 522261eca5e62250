//! HIR as text, for `--emit=hir` and for tests.
//!
//! ```text
//! f1 def add(a v0, b v1)
//!   b0:
//!     v2 = Add v0, v1
//!     return v2
//! ```

use super::{
    Block, BlockId, Carets, ClassArguments, Const, Fact, Function, FunctionId, FunctionKind, Instr, LocalRef,
    NameFallback, Op, ParamKind, Place, Program, Symbol, Terminator, VarId, VarKind,
};
use crate::source::SourceMap;
use std::fmt::Write;

/// The whole program, functions in the order of their ids. With `sources` every line says where it stands.
pub fn print_program(program: &Program, sources: Option<&SourceMap>) -> String {
    let mut out = String::new();
    for (id, module) in program.modules.iter_enumerated() {
        let _ = write!(out, "{id} module {}:", &program.names[module.name]);
        for (slot, global) in module.globals.iter_enumerated() {
            let builtin = if global.builtin { "?" } else { "" };
            let _ = write!(out, " {slot}={}{builtin}", &program.names[global.name]);
        }
        out.push('\n');
    }
    for (id, class) in program.classes.iter_enumerated() {
        let names = |symbols: &[Symbol]| -> String {
            symbols.iter().map(|&s| &program.names[s]).collect::<Vec<_>>().join(" ")
        };
        let _ = writeln!(
            out,
            "{id} class {} body {} has [{}] instances [{}]",
            &program.names[class.qualname],
            class.body,
            names(&class.class_attributes),
            names(&class.instance_attributes)
        );
    }
    for (id, function) in program.functions.iter_enumerated() {
        if function.reachable {
            out.push('\n');
            out.push_str(&print_function(program, id, function, sources));
        }
    }
    out
}

pub fn print_function(
    program: &Program,
    id: FunctionId,
    function: &Function,
    sources: Option<&SourceMap>,
) -> String {
    let mut printer = Printer { program, function, sources, out: String::new() };
    printer.head(id);
    for (id, block) in function.blocks.iter_enumerated() {
        printer.block(id, block);
    }
    printer.out
}

struct Printer<'a> {
    program: &'a Program,
    function: &'a Function,
    sources: Option<&'a SourceMap>,
    out: String,
}

impl Printer<'_> {
    fn head(&mut self, id: FunctionId) {
        let kind = match self.function.kind {
            FunctionKind::Module => "module",
            FunctionKind::Def => "def",
            FunctionKind::Lambda => "lambda",
            FunctionKind::ClassBody(_) => "class",
            FunctionKind::GeneratorExpression => "genexpr",
            FunctionKind::Annotations => "annotations",
            FunctionKind::TypeAlias => "type",
        };
        let params: Vec<String> = self
            .function
            .params
            .iter()
            .map(|param| {
                let mark = match param.kind {
                    ParamKind::PositionalOnly => "/",
                    ParamKind::PositionalOrKeyword => "",
                    ParamKind::KeywordOnly => "key ",
                    ParamKind::Args => "*",
                    ParamKind::Kwargs => "**",
                };
                let default = if param.has_default { "=" } else { "" };
                format!("{mark}{}{default} {}", self.name(param.name), param.var)
            })
            .collect();
        let generator = if self.function.is_generator { " generator" } else { "" };
        let free: String = self.function.free.iter().map(|&name| format!(" {}", self.name(name))).collect();
        let free = if free.is_empty() { free } else { format!(" free{free}") };
        let qualname = self.name(self.function.qualname).to_owned();
        let _ = writeln!(self.out, "{id} {kind} {qualname}({}){generator}{free}", params.join(", "));
    }

    fn name(&self, symbol: Symbol) -> &str {
        &self.program.names[symbol]
    }

    fn block(&mut self, id: BlockId, block: &Block) {
        let handler = block.handler.map_or(String::new(), |handler| format!(" handler {handler}"));
        let _ = writeln!(self.out, "  {id}:{handler}");
        for instr in &block.instrs {
            let text = self.instr(instr);
            self.line(&text, instr.place);
        }
        let text = self.terminator(&block.term);
        self.line(&text, block.term_place);
    }

    fn line(&mut self, text: &str, place: Place) {
        let Some(sources) = self.sources else {
            let _ = writeln!(self.out, "    {text}");
            return;
        };
        let (start, end) = (sources.start(place.span), sources.end(place.span));
        let carets = match place.carets {
            Carets::Hidden | Carets::Unmarked { .. } => " hidden".to_owned(),
            Carets::Whole => String::new(),
            Carets::Anchored { start, end } => {
                let file = sources.file(place.span.file);
                let (start, end) = (file.line_column(start), file.line_column(end));
                format!(" ^{}:{}-{}:{}", start.line, start.column, end.line, end.column)
            }
        };
        let _ = writeln!(
            self.out,
            "    {text:<40} ; {}:{}-{}:{}{carets}",
            start.line, start.column, end.line, end.column
        );
    }

    fn var(&self, var: VarId) -> String {
        let info = &self.function.vars[var];
        match (info.name, info.kind) {
            (Some(name), VarKind::Local) => format!("{}.{}", self.name(name), var.index()),
            (Some(name), VarKind::Cell) => format!("&{}.{}", self.name(name), var.index()),
            _ => var.to_string(),
        }
    }

    fn vars(&self, vars: &[VarId]) -> String {
        let vars: Vec<String> = vars.iter().map(|&var| self.var(var)).collect();
        vars.join(", ")
    }

    fn keywords(&self, keywords: &[(Symbol, VarId)]) -> String {
        keywords.iter().map(|&(name, var)| format!(", {}={}", self.name(name), self.var(var))).collect()
    }

    fn instr(&self, instr: &Instr) -> String {
        let op = self.op(&instr.op);
        match instr.dst {
            Some(dst) => format!("{} = {op}", self.var(dst)),
            None => op,
        }
    }

    fn global(&self, slot: super::GlobalId) -> &str {
        // While a module is being built it is not in the program yet.
        match self.program.modules.get(self.function.module) {
            Some(module) => self.name(module.globals[slot].name),
            None => "?",
        }
    }

    fn op(&self, op: &Op) -> String {
        let var = |v: &VarId| self.var(*v);
        match op {
            Op::Const(value) => format!("const {}", constant(value)),
            Op::Copy(a) => var(a),
            Op::Narrow { value, fact } => match fact {
                Fact::OnlyNone => format!("{}, which is None", var(value)),
                Fact::NotNone => format!("{}, which is not None", var(value)),
                Fact::Given => format!("{}, which is given", var(value)),
                Fact::Instance(class) => format!("{}, an instance of {}", var(value), var(class)),
                Fact::NotInstance(class) => format!("{}, no instance of {}", var(value), var(class)),
            },
            Op::LoadGlobal(slot) => format!("global {}", self.global(*slot)),
            Op::StoreGlobal(slot, a) => format!("store global {} = {}", self.global(*slot), var(a)),
            Op::DelGlobal(slot) => format!("del global {}", self.global(*slot)),
            Op::LoadBuiltin(name) => format!("builtin {}", self.name(*name)),
            Op::NewCell(value) => match value {
                Some(value) => format!("cell {}", var(value)),
                None => "cell".to_owned(),
            },
            Op::LoadName { namespace, name, fallback } => {
                let fallback = match fallback {
                    NameFallback::Global(slot) => format!("global {}", self.global(*slot)),
                    NameFallback::Builtin(name) => format!("builtin {}", self.name(*name)),
                    NameFallback::Cell(cell) => format!("load {}", var(cell)),
                };
                format!("{}[{}] or {fallback}", var(namespace), self.name(*name))
            }
            Op::StoreName { namespace, name, value } => {
                format!("{}[{}] = {}", var(namespace), self.name(*name), var(value))
            }
            Op::DelName { namespace, name } => {
                format!("del {}[{}]", var(namespace), self.name(*name))
            }
            Op::LoadCell(cell) => format!("load {}", var(cell)),
            Op::StoreCell { cell, value } => format!("store {} = {}", var(cell), var(value)),
            Op::Binary(op, a, b) => format!("{op:?} {}, {}", var(a), var(b)),
            Op::InPlace(op, a, b) => format!("InPlace{op:?} {}, {}", var(a), var(b)),
            Op::Unary(op, a) => format!("{op:?} {}", var(a)),
            Op::Compare(op, a, b) => format!("{op:?} {}, {}", var(a), var(b)),
            Op::GetAttr { object, name } => format!("{}.{}", var(object), self.name(*name)),
            Op::ModuleAttr { object, name, module, .. } => {
                let module = self.name(self.program.modules[*module].name);
                format!("{}.{} of {module}", var(object), self.name(*name))
            }
            Op::SetAttr { object, name, value } => {
                format!("{}.{} = {}", var(object), self.name(*name), var(value))
            }
            Op::DelAttr { object, name } => format!("del {}.{}", var(object), self.name(*name)),
            Op::GetItem { object, index } => format!("{}[{}]", var(object), var(index)),
            Op::SetItem { object, index, value } => {
                format!("{}[{}] = {}", var(object), var(index), var(value))
            }
            Op::DelItem { object, index } => format!("del {}[{}]", var(object), var(index)),
            Op::BuildDict(items) => {
                let items: Vec<String> =
                    items.iter().map(|(k, v)| format!("{}: {}", var(k), var(v))).collect();
                format!("BuildDict {{{}}}", items.join(", "))
            }
            Op::FormatValue { value, conversion, spec } => {
                let conversion = conversion.map_or(String::new(), |c| format!(" !{c:?}"));
                let spec = spec.map_or(String::new(), |s| format!(" : {}", self.var(s)));
                format!("format {}{conversion}{spec}", var(value))
            }
            Op::Call { callee, args, kwargs } => {
                format!("call {}({}{})", var(callee), self.vars(args), self.keywords(kwargs))
            }
            Op::LoadMethod { object, name, receiver } => {
                format!("method {}.{} receiver {}", var(object), self.name(*name), var(receiver))
            }
            Op::CallMethod { object, name, method, args, kwargs } => {
                let method = method.map_or(String::new(), |(method, receiver)| {
                    format!(" as {} {}", self.var(method), self.var(receiver))
                });
                format!(
                    "call {}.{}({}{}){method}",
                    var(object),
                    self.name(*name),
                    self.vars(args),
                    self.keywords(kwargs)
                )
            }
            Op::CallStar { callee, args, kwargs } => {
                let kwargs = kwargs.map_or(String::new(), |k| format!(", **{}", self.var(k)));
                format!("call {}(*{}{kwargs})", var(callee), var(args))
            }
            Op::MakeFunction { function, defaults, kwdefaults, closure, annotations } => {
                let mut text = format!("function {function}");
                if !defaults.is_empty() || !kwdefaults.is_empty() {
                    let _ = write!(text, " defaults {}{}", self.vars(defaults), self.keywords(kwdefaults));
                }
                if !closure.is_empty() {
                    let _ = write!(text, " closure {}", self.vars(closure));
                }
                if let Some(annotations) = annotations {
                    let _ = write!(text, " annotations {}", var(annotations));
                }
                text
            }
            Op::MakeClass { class, arguments, closure, type_params } => {
                let mut text = match arguments {
                    ClassArguments::Plain { bases, keywords } => {
                        format!("class {class}({}{})", self.vars(bases), self.keywords(keywords))
                    }
                    ClassArguments::Star { bases, keywords } => {
                        let keywords = keywords.map_or(String::new(), |k| format!(", **{}", self.var(k)));
                        format!("class {class}(*{}{keywords})", var(bases))
                    }
                };
                if !closure.is_empty() {
                    let _ = write!(text, " closure {}", self.vars(closure));
                }
                if let Some(params) = type_params {
                    let _ = write!(text, " type_params {}", var(params));
                }
                text
            }
            Op::Unpack { value, targets } => {
                format!("Unpack {} -> {}", var(value), self.vars(targets))
            }
            Op::UnpackStar { value, before, rest, after } => format!(
                "UnpackStar {} -> [{}] *{} [{}]",
                var(value),
                self.vars(before),
                var(rest),
                self.vars(after)
            ),
            Op::ImportModule { name, module } => {
                let missing = if module.is_none() { " missing" } else { "" };
                format!("import {}{missing}", self.name(*name))
            }
            Op::ImportFrom { module, name, .. } => {
                format!("from {} import {}", var(module), self.name(*name))
            }
            Op::Locals(pairs) => {
                let pairs: Vec<String> = pairs
                    .iter()
                    .map(|&(name, place)| match place {
                        LocalRef::Var(v) | LocalRef::Cell(v) => {
                            format!("{}={}", self.name(name), self.var(v))
                        }
                    })
                    .collect();
                format!("Locals {}", pairs.join(", "))
            }
            Op::MatchClass { value, class, positional, keywords, values } => {
                let keywords: String = keywords.iter().map(|&name| format!(" {}", self.name(name))).collect();
                format!(
                    "MatchClass {}, {} {positional}{keywords} -> {}",
                    var(value),
                    var(class),
                    self.vars(values)
                )
            }
            op => self.plain_op(op),
        }
    }

    /// Ops that print as their name, what they use, and what else they define.
    fn plain_op(&self, op: &Op) -> String {
        let debug = format!("{op:?}");
        let name = debug.split([' ', '(']).next().unwrap_or_default();
        let mut text = name.to_owned();
        match op {
            Op::Closure(index) => {
                let _ = write!(text, " {index}");
            }
            Op::MatchLength { length, at_least, .. } => {
                let _ = write!(text, " {}{length}", if *at_least { ">=" } else { "==" });
            }
            Op::MatchItem { index, .. } => {
                let _ = write!(text, " [{index}]");
            }
            Op::MakeTypeParam { name, stars } => {
                let stars = "*".repeat((*stars).into());
                let _ = write!(text, " {stars}{}", self.name(*name));
            }
            Op::MakeTypeAlias { name, .. } => {
                let _ = write!(text, " {}", self.name(*name));
            }
            _ => {}
        }
        let uses = op.uses();
        if !uses.is_empty() {
            let _ = write!(text, " {}", self.vars(&uses));
        }
        let defs = op.more_defs();
        if !defs.is_empty() {
            let _ = write!(text, " -> {}", self.vars(&defs));
        }
        text
    }

    fn terminator(&self, term: &Terminator) -> String {
        let var = |v: &VarId| self.var(*v);
        match term {
            Terminator::Goto(to) => format!("goto {to}"),
            Terminator::Branch { cond, then, otherwise } => {
                format!("if {} then {then} else {otherwise}", var(cond))
            }
            Terminator::ForNext { iter, dst, body, exit } => {
                format!("{} = next {} then {body} else {exit}", var(dst), var(iter))
            }
            Terminator::Return(value) => format!("return {}", var(value)),
            Terminator::Raise { exc, cause } => {
                let cause = cause.map_or(String::new(), |c| format!(" from {}", self.var(c)));
                format!("raise {}{cause}", var(exc))
            }
            Terminator::RaiseCurrent => "raise".to_owned(),
            Terminator::Reraise(exc) => format!("reraise {}", var(exc)),
            Terminator::LeaveInlined(exc) => format!("leave inlined {}", var(exc)),
            Terminator::Yield { value, dst, resume } => {
                format!("{} = yield {} then {resume}", var(dst), var(value))
            }
            Terminator::YieldFrom { iter, dst, resume } => {
                format!("{} = yield from {} then {resume}", var(dst), var(iter))
            }
            Terminator::Unreachable => "unreachable".to_owned(),
        }
    }
}

fn constant(value: &Const) -> String {
    match value {
        Const::None => "None".to_owned(),
        Const::Ellipsis => "...".to_owned(),
        Const::NotGiven => "not given".to_owned(),
        Const::Bool(true) => "True".to_owned(),
        Const::Bool(false) => "False".to_owned(),
        Const::Int(value) => value.to_string(),
        Const::BigInt(value) => value.to_string(),
        Const::Float(value) => format!("{value:?}"),
        Const::Imaginary(value) => format!("{value:?}j"),
        Const::Str(text) => format!("{text:?}"),
        Const::Bytes(bytes) => format!("b\"{}\"", bytes.escape_ascii()),
        Const::Tuple(items) => {
            let items: Vec<String> = items.iter().map(constant).collect();
            format!("({})", items.join(", "))
        }
    }
}

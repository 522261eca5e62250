//! MIR as text, for `--emit=mir` and snapshot tests.
//!
//! ```text
//! fn __main__.add (i3, body) (_0 a: value, _1 b: value) -> value
//! bb0:
//!     _2: value = binary + _0, _1   @2:11
//!     return _2
//! ```

use crate::mir::body::*;
use crate::mir::program::*;
use std::fmt::{self, Write};

/// The whole program.
pub fn print_program(program: &Program) -> String {
    let mut out = String::new();
    for id in program.instances.ids() {
        let _ = print_instance(&mut out, program, id);
        out.push('\n');
    }
    out
}

/// One instance.
pub fn print_instance(out: &mut String, program: &Program, id: InstanceId) -> fmt::Result {
    for (_, text) in instance_lines(program, id) {
        out.push_str(&text);
        out.push('\n');
    }
    Ok(())
}

/// The lines of one instance, each with the line of the program it was made from, or 0.
pub fn instance_lines(program: &Program, id: InstanceId) -> Vec<(u32, String)> {
    let mut lines = Vec::new();
    let _ = print_lines(program, id, &mut |line, text| lines.push((line, text)));
    lines
}

fn print_lines(program: &Program, id: InstanceId, push: &mut impl FnMut(u32, String)) -> fmt::Result {
    let instance = &program.instances[id];
    let kind = match instance.kind {
        InstanceKind::Body => "body",
        InstanceKind::BoxedEntry => "boxed entry",
        InstanceKind::Module => "module",
        InstanceKind::GeneratorResume => "resume",
        InstanceKind::Continuation => "continuation",
    };
    let printer = Printer { program, body: &instance.body };
    let params: Vec<String> = instance.params.iter().map(|&param| printer.declaration(param)).collect();
    let ret = match instance.ret {
        Return::Value => "value".to_owned(),
        Return::Guarded(repr) => format!("guarded {repr}"),
        Return::Bare(repr) => repr.to_string(),
    };
    let cold = if instance.cold { ", cold" } else { "" };
    push(0, format!("fn {} ({id}, {kind}{cold}) ({}) -> {ret}", instance.name, params.join(", ")));
    for (id, block) in instance.body.blocks.iter_enumerated() {
        let handler = block.handler.map_or(String::new(), |handler| format!(" handler {handler}"));
        push(0, format!("{id}:{handler}{}", if block.cold { " cold" } else { "" }));
        for statement in &block.statements {
            let mut text = "    ".to_owned();
            if let Some(dst) = statement.dst {
                write!(text, "{} = ", printer.declaration(dst))?;
            }
            printer.op(&mut text, &statement.op)?;
            if let Some(site) = statement.site {
                printer.site(&mut text, site)?;
            }
            push(statement.line, text);
        }
        let mut text = "    ".to_owned();
        printer.terminator(&mut text, &block.terminator)?;
        push(block.terminator_line, text);
    }
    Ok(())
}

struct Printer<'a> {
    program: &'a Program,
    body: &'a Body,
}

impl Printer<'_> {
    fn declaration(&self, local: LocalId) -> String {
        let Local { repr, name, .. } = &self.body.locals[local];
        match name {
            Some(name) => format!("{local} {name}: {repr}"),
            None => format!("{local}: {repr}"),
        }
    }

    fn site(&self, out: &mut String, site: SiteId) -> fmt::Result {
        let site = &self.program.sites[site];
        write!(out, "   @{}:{}", site.line, site.column)
    }

    fn shape(&self, shape: ShapeId) -> String {
        self.constant(self.program.codes[self.program.shapes[shape].body].qualname)
    }

    fn constant(&self, id: ConstantId) -> String {
        match &self.program.constants[id] {
            Constant::Str(points) => {
                let text: String = points.iter().map(|&p| char::from_u32(p).unwrap_or('\u{FFFD}')).collect();
                format!("{text:?}")
            }
            Constant::Bytes(bytes) => format!("b\"{}\"", bytes.escape_ascii()),
            Constant::BigInt { negative, limbs } => {
                format!("{}0x{}", if *negative { "-" } else { "" }, hex(limbs))
            }
            Constant::Complex(re, im) => {
                format!("({}+{}j)", f64::from_bits(*re), f64::from_bits(*im))
            }
            Constant::Tuple(items) => {
                let items: Vec<_> = items.iter().map(|&c| self.literal(c)).collect();
                format!("({})", items.join(", "))
            }
        }
    }

    fn global(&self, global: Global) -> String {
        let module = &self.program.modules[global.module];
        let strip = |id| self.constant(id).trim_matches('"').to_owned();
        format!("{}.{}", strip(module.name), strip(module.globals[global.slot as usize]))
    }

    fn literal(&self, constant: Const) -> String {
        match constant {
            Const::Unbound => "unbound".into(),
            Const::None => "None".into(),
            Const::Ellipsis => "Ellipsis".into(),
            Const::NotImplemented => "NotImplemented".into(),
            Const::BoolValue(b) => if b { "True" } else { "False" }.into(),
            Const::IntValue(i) => format!("int {i}"),
            Const::FloatValue(bits) => format!("float {:?}", f64::from_bits(bits)),
            Const::Object(id) => self.constant(id),
            Const::I64(i) => format!("{i}"),
            Const::F64(bits) => format!("{:?}", f64::from_bits(bits)),
            Const::Bool(b) => format!("{b}"),
            Const::Pointer(id) => format!("&{}", self.constant(id)),
            Const::Raw(word) => format!("raw {word}"),
            Const::Null => "null".into(),
            Const::Code(id) => format!("{id}"),
            Const::Module(id) => format!("{id}"),
            Const::Cache(id) => format!("{id}"),
            Const::Site(id) => format!("{id}"),
            Const::Instance(id) => format!("&{}", self.program.instances[id].name),
            Const::Global(global) => format!("&{}", self.global(global)),
        }
    }

    fn operand(&self, operand: Operand) -> String {
        match operand {
            Operand::Local(local) => format!("{local}"),
            Operand::Const(constant) => self.literal(constant),
        }
    }

    fn list(&self, operands: &[Operand]) -> String {
        operands.iter().map(|&o| self.operand(o)).collect::<Vec<_>>().join(", ")
    }

    fn keywords(&self, names: Option<ConstantId>) -> String {
        names.map_or(String::new(), |names| format!(" names {}", self.constant(names)))
    }

    fn op(&self, out: &mut String, op: &Op) -> fmt::Result {
        let o = |a: &Operand| self.operand(*a);
        match op {
            Op::Copy(a) => write!(out, "{}", o(a)),
            Op::Box(a) => write!(out, "box {}", o(a)),
            Op::Unbox(a) => write!(out, "unbox {}", o(a)),
            Op::Tag(a) => write!(out, "tag {}", o(a)),
            Op::TagIs(a, tag) => {
                let name = runtime_interface::tag::NAMES.iter().find(|(id, _)| id == tag);
                match name {
                    Some((_, name)) => write!(out, "tag {} is {name}", o(a)),
                    None => write!(out, "tag {} is {tag}", o(a)),
                }
            }
            Op::FunctionIs(a, code) => {
                write!(out, "function {} is {}", o(a), self.constant(self.program.codes[*code].qualname))
            }
            Op::MethodPart(a, part) => write!(out, "{part:?} of method {}", o(a)),
            Op::ModuleIs(a, module) => {
                write!(out, "module {} is {}", o(a), self.constant(self.program.modules[*module].name))
            }
            Op::TagIn(a, mask) => {
                let names =
                    runtime_interface::tag::NAMES.iter().filter(|(id, _)| *id < 64 && mask >> id & 1 == 1);
                let names: Vec<&str> = names.map(|(_, name)| *name).collect();
                write!(out, "tag {} is one of {}", o(a), names.join(" "))
            }
            Op::IsInstance { value, class } => write!(out, "isinstance {}, {}", o(value), o(class)),
            Op::SameClass(a, b) => write!(out, "same class {}, {}", o(a), o(b)),
            Op::MethodIs { receiver, name, code, .. } => {
                let function = self.constant(self.program.codes[*code].qualname);
                write!(out, "method {}.{} is {function}", o(receiver), self.constant(*name))
            }
            Op::SuperMethodIs { class, receiver, name, code, .. } => {
                let function = self.constant(self.program.codes[*code].qualname);
                let name = self.constant(*name);
                write!(out, "method after {} of {}.{name} is {function}", o(class), o(receiver))
            }
            Op::InitIs { class, code, .. } => {
                let function = self.constant(self.program.codes[*code].qualname);
                write!(out, "init of {} is {function}", o(class))
            }
            Op::ShapeIs(a, shape) => write!(out, "{} has shape {}", o(a), self.shape(*shape)),
            Op::ClassIs(a, shape) => write!(out, "{} is class {}", o(a), self.shape(*shape)),
            Op::NewInstance(shape) => write!(out, "new {}", self.shape(*shape)),
            Op::Placeholder(shape) => write!(out, "instead of {}", self.shape(*shape)),
            Op::Materialize { shape, object, fields } => {
                write!(out, "make {} for {} with {}", self.shape(*shape), o(object), self.list(fields))
            }
            Op::CheckDepth { frames } => write!(out, "check depth {frames}"),
            Op::CountFrames(by) => write!(out, "frames {by:+}"),
            Op::CallContinuation { instance, point, live, .. } => {
                let name = &self.program.instances[*instance].name;
                write!(out, "{name} point {point} ({})", self.list(live))
            }
            Op::KeepAlive(a) => write!(out, "keep alive {}", o(a)),
            Op::HasDict(a) => write!(out, "has dict {}", o(a)),
            Op::LoadField { object, offset } => write!(out, "field {} at {offset}", o(object)),
            Op::FieldIsNext { object, offset, .. } => write!(out, "bound or next {} at {offset}", o(object)),
            Op::StoreField { object, offset, value } => {
                write!(out, "store field {} at {offset} = {}", o(object), o(value))
            }
            Op::ShapeFunction(shape, None) => write!(out, "init of {}", self.shape(*shape)),
            Op::ShapeFunction(shape, Some(method)) => {
                let name = self.program.shapes[*shape].methods[*method as usize].name;
                write!(out, "method {} of {}", self.constant(name), self.shape(*shape))
            }
            Op::NativeIs { value, module, name, .. } => {
                write!(out, "native {} is {}.{}", o(value), self.constant(*module), self.constant(*name))
            }
            Op::FoundFunction(cache) | Op::FoundNative(cache) | Op::FoundNumber(cache, _) => {
                write!(out, "found {cache}")
            }
            Op::IntToFloat(a) => write!(out, "int_to_float {}", o(a)),
            Op::Bits(a) => write!(out, "bits {}", o(a)),
            Op::Word(a) => write!(out, "word {}", o(a)),
            Op::FieldWord(a) => write!(out, "field of word {}", o(a)),
            Op::IsFieldWord(a) => write!(out, "field {} is word", o(a)),
            Op::WordOfField(a) => write!(out, "word of field {}", o(a)),
            Op::BoolToInt(a) => write!(out, "bool_to_int {}", o(a)),
            Op::Int(op, a, b) => write!(out, "int {op:?} {}, {}", o(a), o(b)),
            Op::Float(op, a, b) => write!(out, "float {op:?} {}, {}", o(a), o(b)),
            Op::FloatNeg(a) => write!(out, "float Neg {}", o(a)),
            Op::Round(how, a) => write!(out, "float {how:?} {}", o(a)),
            Op::Sqrt(a) => write!(out, "float Sqrt {}", o(a)),
            Op::FloatAbs(a) => write!(out, "float Abs {}", o(a)),
            Op::FloatToInt(a) => write!(out, "float_to_int {}", o(a)),
            Op::CompareInt(op, a, b) => write!(out, "int {} {}, {}", op.symbol(), o(a), o(b)),
            Op::CompareFloat(op, a, b) => write!(out, "float {} {}, {}", op.symbol(), o(a), o(b)),
            Op::CompareRaw(op, a, b) => write!(out, "raw {} {}, {}", op.symbol(), o(a), o(b)),
            Op::SameText(a, b) => write!(out, "same text {}, {}", o(a), o(b)),
            Op::Not(a) => write!(out, "not {}", o(a)),
            Op::Binary { op, inplace, a, b } => {
                let inplace = if *inplace { "=" } else { "" };
                write!(out, "binary {}{inplace} {}, {}", op.symbol(), o(a), o(b))
            }
            Op::Unary { op, a } => write!(out, "unary {op:?} {}", o(a)),
            Op::Compare { op, a, b } => write!(out, "compare {} {}, {}", op.symbol(), o(a), o(b)),
            Op::CompareTruth { op, a, b } => {
                write!(out, "truth {} {}, {}", op.symbol(), o(a), o(b))
            }
            Op::Truth(a) => write!(out, "truth {}", o(a)),
            Op::Is(a, b) => write!(out, "{} is {}", o(a), o(b)),
            Op::Len(a) => write!(out, "len {}", o(a)),
            Op::TupleLen(a) => write!(out, "tuple len {}", o(a)),
            Op::TupleAt { tuple, index } => write!(out, "{}.({})", o(tuple), o(index)),
            Op::ListLen(a) => write!(out, "list len {}", o(a)),
            Op::ListKindIs(a, kind) => {
                let name = runtime_interface::tag::NAMES.iter().find(|(id, _)| id == kind);
                write!(out, "list {} of {}", o(a), name.map_or("VALUES", |(_, name)| name))
            }
            Op::ListArray(a) => write!(out, "list array {}", o(a)),
            Op::IndexInside(index, len) => write!(out, "0 <= {} < {}", o(index), o(len)),
            Op::ArrayItem { array, index } => write!(out, "array item {}[{}]", o(array), o(index)),
            Op::StoreArrayItem { array, index, value } => {
                write!(out, "array item {}[{}] = {}", o(array), o(index), o(value))
            }
            Op::Ord(a) => write!(out, "ord {}", o(a)),
            Op::TextLen(a, _) => write!(out, "text len {}", o(a)),
            Op::CharAt { text, index, .. } => write!(out, "char {} at {}", o(text), o(index)),
            Op::CharOf(a) => write!(out, "char of {}", o(a)),
            Op::Char(a) => write!(out, "char {}", o(a)),
            Op::CharIn(a, [low, high]) => write!(out, "char {} in {high:016x}{low:016x}", o(a)),
            Op::IsTupleOf(a, len) => write!(out, "tuple {} of {len}", o(a)),
            Op::TupleItem { tuple, index } => write!(out, "{}.{index}", o(tuple)),
            Op::GetItem { object, index, .. } => write!(out, "{}[{}]", o(object), o(index)),
            Op::SetItem { object, index, value } => {
                write!(out, "{}[{}] = {}", o(object), o(index), o(value))
            }
            Op::Rt { row, args } => {
                write!(out, "{}(", row.row().symbol)?;
                for (i, arg) in args.iter().enumerate() {
                    let comma = if i == 0 { "" } else { ", " };
                    match arg {
                        Arg::Operand(a) => write!(out, "{comma}{}", o(a))?,
                        Arg::Values(values) => write!(out, "{comma}[{}]", self.list(values))?,
                    }
                }
                out.write_char(')')
            }
            Op::CallInstance { instance, args } => {
                write!(out, "{}({})", self.program.instances[*instance].name, self.list(args))
            }
            Op::CallBoxed { callee, args, kwnames } => {
                write!(out, "call {}({}){}", o(callee), self.list(args), self.keywords(*kwnames))
            }
            Op::CallMethod { receiver, name, args, kwnames, .. } => write!(
                out,
                "call {}.{}({}){}",
                o(receiver),
                self.constant(*name),
                self.list(args),
                self.keywords(*kwnames)
            ),
            Op::GetAttr { object, name, .. } => {
                write!(out, "getattr {}, {}", o(object), self.constant(*name))
            }
            Op::SetAttr { object, name, value, .. } => {
                write!(out, "setattr {}, {}, {}", o(object), self.constant(*name), o(value))
            }
            Op::LoadGlobal(global) => write!(out, "global {}", self.global(*global)),
            Op::LoadGlobalOrBuiltin(global) => {
                write!(out, "global or builtin {}", self.global(*global))
            }
            Op::StoreGlobal(global, a) => write!(out, "global {} = {}", self.global(*global), o(a)),
            Op::LoadBuiltin { name, .. } => write!(out, "builtin {}", self.constant(*name)),
            Op::StoredDefault { function, number } => write!(out, "default {number} of {}", o(function)),
            Op::LoadClosure { function, index } => write!(out, "closure {}[{index}]", o(function)),
            Op::LoadCell(cell) => write!(out, "cell {}", o(cell)),
            Op::StoreCell(cell, a) => write!(out, "cell {} = {}", o(cell), o(a)),
            Op::CheckBound { value, name, kind } => {
                write!(out, "bound {kind:?} {} {}", self.constant(*name), o(value))
            }
            Op::StackArray(len) => write!(out, "stack array {len}"),
            Op::LoadItem { array, index } => write!(out, "item {}[{index}]", o(array)),
            Op::StoreItem { array, index, value } => write!(out, "item {}[{index}] = {}", o(array), o(value)),
            Op::LoadFrame { generator, index } => write!(out, "frame {}[{index}]", o(generator)),
            Op::StoreFrame { generator, index, value } => {
                write!(out, "frame {}[{index}] = {}", o(generator), o(value))
            }
            Op::LoadState { generator } => write!(out, "state {}", o(generator)),
            Op::StoreState { generator, state } => write!(out, "state {} = {state}", o(generator)),
        }
    }

    fn terminator(&self, out: &mut String, terminator: &Terminator) -> fmt::Result {
        let o = |a: &Operand| self.operand(*a);
        match terminator {
            Terminator::Goto(to) => write!(out, "goto {to}"),
            Terminator::Branch { cond, then, otherwise } => {
                write!(out, "if {} then {then} else {otherwise}", o(cond))
            }
            Terminator::Switch { on, cases, otherwise } => {
                write!(out, "switch {}", o(on))?;
                for (word, to) in cases {
                    write!(out, " {word}: {to},")?;
                }
                write!(out, " else {otherwise}")
            }
            Terminator::Return(a) => write!(out, "return {}", o(a)),
            Terminator::CheckedInt { op, dst, a, b, ok, overflow } => write!(
                out,
                "{} = checked {op:?} {}, {} then {ok} overflow {overflow}",
                self.declaration(*dst),
                o(a),
                o(b)
            ),
            Terminator::ListItem { list, index, dst, ok, otherwise, .. } => write!(
                out,
                "{} = item {}, {} then {ok} else {otherwise}",
                self.declaration(*dst),
                o(list),
                o(index)
            ),
            Terminator::StoreListItem { list, index, value, ok, otherwise } => {
                write!(out, "store item {}, {}, {} then {ok} else {otherwise}", o(list), o(index), o(value))
            }
            Terminator::Call { instance, args, dst, ok, left, site, .. } => {
                write!(
                    out,
                    "{} = {}({}) then {ok} left {} {}",
                    self.declaration(*dst),
                    self.program.instances[*instance].name,
                    self.list(args),
                    left.0,
                    left.1
                )?;
                self.site(out, *site)
            }
            Terminator::CallUnboxed { instance, args, dst, ok, escaped, site } => {
                write!(
                    out,
                    "{} = {}({}) then {ok} escaped {} {}",
                    self.declaration(*dst),
                    self.program.instances[*instance].name,
                    self.list(args),
                    escaped.0,
                    escaped.1
                )?;
                self.site(out, *site)
            }
            Terminator::ForNext { iter, dst, body, exit, site } => {
                write!(out, "{} = next {} then {body} exhausted {exit}", self.declaration(*dst), o(iter))?;
                self.site(out, *site)
            }
            Terminator::Leave { instance, point, live } => write!(
                out,
                "leave to {} point {point} ({})",
                self.program.instances[*instance].name,
                self.list(live)
            ),
            Terminator::Raise { site } => {
                write!(out, "raise")?;
                site.map_or(Ok(()), |site| self.site(out, site))
            }
            Terminator::Yield { value, sent, resume, site } => {
                if let Some(sent) = sent {
                    write!(out, "{} = ", self.declaration(*sent))?;
                }
                write!(out, "yield {} then {resume}", o(value))?;
                site.map_or(Ok(()), |site| self.site(out, site))
            }
            Terminator::Unreachable => write!(out, "unreachable"),
        }
    }
}

fn hex(limbs: &[u64]) -> String {
    limbs.iter().rev().map(|limb| format!("{limb:016x}")).collect()
}

impl CompareOp {
    pub fn symbol(self) -> &'static str {
        match self {
            CompareOp::Eq => "==",
            CompareOp::Ne => "!=",
            CompareOp::Lt => "<",
            CompareOp::Le => "<=",
            CompareOp::Gt => ">",
            CompareOp::Ge => ">=",
        }
    }
}

impl BinaryOp {
    pub fn symbol(self) -> &'static str {
        match self {
            BinaryOp::Add => "+",
            BinaryOp::Sub => "-",
            BinaryOp::Mul => "*",
            BinaryOp::TrueDiv => "/",
            BinaryOp::FloorDiv => "//",
            BinaryOp::Mod => "%",
            BinaryOp::Pow => "**",
            BinaryOp::MatMul => "@",
            BinaryOp::Shl => "<<",
            BinaryOp::Shr => ">>",
            BinaryOp::And => "&",
            BinaryOp::Or => "|",
            BinaryOp::Xor => "^",
        }
    }
}

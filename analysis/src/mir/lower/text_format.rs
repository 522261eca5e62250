//! Texts with values in them, where the values' types are known and the specifications are literals: one row takes all parts.
//!
//! ```text
//! f"{n}: {x:.2f}"              =>    tp_text_build([n, ": ", x], specs [-, -, .2f])
//! "{:>5}|{}".format(n, s)            tp_text_build([n, "|", s], specs [>5, -, -])
//! "%5d %s" % (n, s)                  tp_text_build([n, " ", s], specs [>5d, -, -])
//! ```
//!
//! A part of an f-string stays what it is until the whole is put together; code that leaves in between formats it then.

use super::function::{FunctionLowering, Home};
use crate::hir::{self, VarId, VarKind};
use crate::index::IndexVec;
use crate::mir::Constant;
use crate::mir::body::*;
use crate::mir::program::ConstantId;
use crate::mir::repr::{Layout, Repr};
use runtime_interface::{rows::Rt, text::PackedSpec};

/// A part of an f-string that is not formatted yet.
#[derive(Clone, Copy, Debug)]
pub(super) struct FormattedPart {
    value: LocalId,
    /// As the op has it.
    spec: Option<VarId>,
    packed: i64,
}

/// What is formatted.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Class {
    Int,
    Float,
    Text,
}

/// A piece of a template.
enum Piece {
    Literal(Vec<u32>),
    /// An argument by number, and the specification.
    Argument(usize, i64),
}

const FLOAT_KINDS: &[u8] = b"eEfFgG%";
const INT_KINDS: &[u8] = b"bdoxX";

impl FunctionLowering<'_, '_> {
    /// Finds the parts of f-strings, before anything is lowered.
    pub fn find_formats(&mut self) {
        if !self.is_typed() {
            return;
        }
        let function = self.function;
        let mut built: IndexVec<VarId, bool> = IndexVec::from_elem(false, function.vars.len());
        for block in function.blocks.iter() {
            let mut parts = Vec::new();
            for instr in &block.instrs {
                match &instr.op {
                    hir::Op::FormatValue { .. } => parts.extend(instr.dst),
                    hir::Op::BuildString(items) => {
                        items.iter().filter(|item| parts.contains(item)).for_each(|&item| built[item] = true)
                    }
                    _ => {}
                }
            }
        }
        for instr in function.blocks.iter().flat_map(|block| &block.instrs) {
            let (Some(dst), hir::Op::FormatValue { value, conversion, spec }) = (instr.dst, &instr.op) else {
                continue;
            };
            let is_part = built[dst]
                && self.uses[dst] == 1
                && function.vars[dst].kind == VarKind::Temp
                && matches!(self.homes[dst], Home::Local(_));
            let Some(class) = self.class_of(*value).filter(|_| is_part) else { continue };
            let packed = match (conversion, spec) {
                (None | Some(hir::Conversion::Str), None) => Some(0),
                (Some(hir::Conversion::Repr), None) if class != Class::Text => Some(0),
                (None, Some(spec)) => self.literal_text(*spec).and_then(|spec| parse_spec(&spec, class)),
                _ => None,
            };
            if let Some(packed) = packed {
                let local = self.body.new_local(Repr::Value);
                self.homes[dst] = Home::Formatted(FormattedPart { value: local, spec: *spec, packed });
            }
        }
    }

    fn class_of(&self, var: VarId) -> Option<Class> {
        if self.is_plain_int(var) {
            return Some(Class::Int);
        }
        match self.homes[var] {
            Home::Const(Const::FloatValue(_)) => Some(Class::Float),
            Home::Local(local) if self.body.locals[local].repr == Repr::F64 => Some(Class::Float),
            _ if self.is_text(var) => Some(Class::Text),
            _ => None,
        }
    }

    fn literal_text(&self, var: VarId) -> Option<Vec<u32>> {
        match self.homes[var] {
            Home::Const(Const::Object(id)) => match &self.program.program.constants[id] {
                Constant::Str(points) => Some(points.to_vec()),
                _ => None,
            },
            _ => None,
        }
    }

    /// The part as the text that it stands for, for code that has to leave.
    pub fn formatted_part(&mut self, part: FormattedPart) -> Operand {
        let spec = part.spec.map_or(Const::Unbound.into(), |spec| self.value(spec));
        let args = [part.value.into(), Const::I64(0).into(), spec].map(Arg::Operand).into();
        self.compute(Repr::Value, Op::Rt { row: Rt::tp_format_value, args })
    }

    /// Lowers a part of an f-string, or the whole; false if it is neither.
    pub fn text_format_op(&mut self, dst: Option<VarId>, op: &hir::Op) -> bool {
        match op {
            hir::Op::FormatValue { value, .. } => {
                let Some(Home::Formatted(part)) = dst.map(|dst| self.homes[dst]) else { return false };
                let value = self.part_value(*value);
                self.emit(Some(part.value), Op::Copy(value));
                true
            }
            hir::Op::BuildString(items) if self.is_typed() => {
                let mut parts = Vec::new();
                for &item in items {
                    let part = match self.homes[item] {
                        Home::Formatted(part) => (part.value.into(), part.packed),
                        _ => (self.value(item), 0),
                    };
                    parts.push(part);
                }
                self.build_text(dst, parts);
                true
            }
            _ => false,
        }
    }

    fn part_value(&mut self, var: VarId) -> Operand {
        if self.is_text(var) { self.exact_text(var) } else { self.value(var) }
    }

    fn build_text(&mut self, dst: Option<VarId>, parts: Vec<(Operand, i64)>) {
        let specs = if parts.iter().all(|(_, packed)| *packed == 0) {
            Const::Null
        } else {
            let specs = parts.iter().map(|(_, packed)| Const::IntValue(*packed)).collect();
            Const::Pointer(self.program.constant(Constant::Tuple(specs)))
        };
        let count = Const::I64(parts.len() as i64).into();
        let values = parts.into_iter().map(|(value, _)| value).collect();
        let args = vec![Arg::Values(values), Arg::Operand(count), Arg::Operand(specs.into())];
        let text = self.compute(Repr::Ptr(Layout::Str), Op::Rt { row: Rt::tp_text_build, args });
        dst.into_iter().for_each(|dst| self.define(dst, text));
    }

    /// Whether `template.format(args)` is of this form.
    pub fn is_format_call(&self, object: VarId, args: &[VarId]) -> bool {
        self.format_pieces(object, args).is_some()
    }

    /// `template.format(args)`.
    pub fn format_call(&mut self, dst: Option<VarId>, object: VarId, args: &[VarId]) -> bool {
        let Some(pieces) = self.format_pieces(object, args) else { return false };
        let parts = self.parts_of(pieces, args);
        self.build_text(dst, parts);
        true
    }

    fn parts_of(&mut self, pieces: Vec<Piece>, args: &[VarId]) -> Vec<(Operand, i64)> {
        let mut parts = Vec::new();
        for piece in pieces {
            match piece {
                Piece::Literal(text) => {
                    let text: ConstantId = self.program.constant(Constant::Str(text.into()));
                    parts.push((Const::Object(text).into(), 0));
                }
                Piece::Argument(number, packed) => parts.push((self.part_value(args[number]), packed)),
            }
        }
        parts
    }

    fn classes_of(&self, args: &[VarId]) -> Option<Vec<Class>> {
        args.iter().map(|&arg| self.class_of(arg)).collect()
    }

    fn format_pieces(&self, object: VarId, args: &[VarId]) -> Option<Vec<Piece>> {
        let template = self.literal_text(object)?;
        parse_template(&template, &self.classes_of(args)?)
    }

    /// `template % (a, b)` at the tuple, where the next instruction is the operator; the answer is whether it was done.
    pub fn percent_of_tuple(
        &mut self,
        tuple: Option<VarId>,
        args: &[VarId],
        next: Option<&hir::Instr>,
    ) -> bool {
        let Some((tuple, next)) = tuple.zip(next) else { return false };
        let hir::Op::Binary(hir::BinaryOp::Mod, template, right) = next.op else { return false };
        if right != tuple || self.uses[tuple] != 1 || template == tuple || !self.is_typed() {
            return false;
        }
        let Some(pieces) = self.percent_pieces(template, args) else { return false };
        // Control may leave before the tuple, not between it and the operator.
        let parts = self.parts_of(pieces, args);
        self.at.instr += 1;
        self.after.instr += 1;
        self.stand_at(next.place);
        self.build_text(next.dst, parts);
        true
    }

    /// `template % a` of what is no tuple.
    pub fn percent_of_one(&mut self, dst: Option<VarId>, template: VarId, arg: VarId) -> bool {
        if !self.is_typed() {
            return false;
        }
        let Some(pieces) = self.percent_pieces(template, &[arg]) else { return false };
        let parts = self.parts_of(pieces, &[arg]);
        self.build_text(dst, parts);
        true
    }

    fn percent_pieces(&self, template: VarId, args: &[VarId]) -> Option<Vec<Piece>> {
        let template = self.literal_text(template)?;
        parse_percent(&template, &self.classes_of(args)?)
    }
}

fn byte(text: &[u32], at: usize) -> u8 {
    text.get(at).and_then(|&code| u8::try_from(code).ok()).filter(u8::is_ascii).unwrap_or(0)
}

/// Digits at `at`, of a number that is not too large to pack.
fn read_number(text: &[u32], at: &mut usize, limit: u32) -> Option<Option<u32>> {
    let start = *at;
    let mut number = 0;
    while byte(text, *at).is_ascii_digit() {
        number = number * 10 + u32::from(byte(text, *at) - b'0');
        if number >= limit {
            return None;
        }
        *at += 1;
    }
    Some((*at > start).then_some(number))
}

const WIDTHS: u32 = PackedSpec::WIDTHS as u32;
const PRECISIONS: u32 = 256;

/// A specification that cannot be wrong for the class.
fn parse_spec(text: &[u32], class: Class) -> Option<i64> {
    let is_align = |byte: u8| matches!(byte, b'<' | b'>' | b'^' | b'=');
    let mut at = 0;
    let mut spec = PackedSpec {
        kind: 0,
        fill: b' ',
        align: if class == Class::Text { b'<' } else { b'>' },
        sign: 0,
        alternate: false,
        grouping: 0,
        width: 0,
        precision: None,
    };
    let mut aligned = false;
    let mut filled = false;
    if is_align(byte(text, 1)) && byte(text, 0) != 0 {
        (spec.fill, spec.align) = (byte(text, 0), byte(text, 1));
        (aligned, filled) = (true, true);
        at = 2;
    } else if is_align(byte(text, 0)) {
        spec.align = byte(text, 0);
        aligned = true;
        at = 1;
    }
    if let sign @ (b'+' | b'-' | b' ') = byte(text, at) {
        if class == Class::Text {
            return None;
        }
        spec.sign = if sign == b'-' { 0 } else { sign };
        at += 1;
    }
    if byte(text, at) == b'#' {
        spec.alternate = true;
        at += 1;
    }
    if byte(text, at) == b'0' && !filled {
        spec.fill = b'0';
        if !aligned && class != Class::Text {
            spec.align = b'=';
        }
        at += 1;
    }
    spec.width = read_number(text, &mut at, WIDTHS)?.unwrap_or(0) as u16;
    if let grouping @ (b',' | b'_') = byte(text, at) {
        spec.grouping = grouping;
        at += 1;
    }
    if byte(text, at) == b'.' {
        at += 1;
        spec.precision = Some(read_number(text, &mut at, PRECISIONS)?? as u8);
    }
    if at < text.len() {
        spec.kind = byte(text, at);
        at += 1;
        if spec.kind == 0 {
            return None;
        }
    }
    let is_float_kind = FLOAT_KINDS.contains(&spec.kind);
    let is_valid = at == text.len()
        && match class {
            Class::Text => {
                if spec.kind == 0 {
                    spec.kind = b's';
                }
                spec.kind == b's' && !spec.alternate && spec.grouping == 0 && spec.align != b'='
            }
            Class::Int if is_float_kind => true,
            Class::Int => {
                if spec.kind == 0 {
                    spec.kind = b'd';
                }
                INT_KINDS.contains(&spec.kind)
                    && spec.precision.is_none()
                    && !(spec.grouping == b',' && spec.kind != b'd')
            }
            Class::Float => spec.kind == 0 || is_float_kind,
        };
    is_valid.then(|| spec.pack())
}

/// The pieces of a template of `str.format` whose fields are plain.
fn parse_template(text: &[u32], classes: &[Class]) -> Option<Vec<Piece>> {
    let mut pieces = Vec::new();
    let mut literal = Vec::new();
    let mut automatic = 0;
    let mut is_automatic = None;
    let mut at = 0;
    while at < text.len() {
        let code = text[at];
        match byte(text, at) {
            brace @ (b'{' | b'}') if byte(text, at + 1) == brace => {
                literal.push(code);
                at += 2;
            }
            b'}' => return None,
            b'{' => {
                at += 1;
                let number = read_number(text, &mut at, 100)?;
                if *is_automatic.get_or_insert(number.is_none()) != number.is_none() {
                    return None;
                }
                let number = number.map_or(automatic, |number| number as usize);
                automatic += 1;
                let mut spec = &text[..0];
                if byte(text, at) == b':' {
                    let start = at + 1;
                    let len = text[start..].iter().position(|&code| code == u32::from(b'}'))?;
                    spec = &text[start..start + len];
                    at = start + len;
                }
                if byte(text, at) != b'}' || spec.contains(&u32::from(b'{')) {
                    return None;
                }
                at += 1;
                let class = *classes.get(number)?;
                let packed = if spec.is_empty() { 0 } else { parse_spec(spec, class)? };
                push_literal(&mut pieces, &mut literal);
                pieces.push(Piece::Argument(number, packed));
            }
            _ => {
                literal.push(code);
                at += 1;
            }
        }
    }
    push_literal(&mut pieces, &mut literal);
    Some(pieces)
}

fn push_literal(pieces: &mut Vec<Piece>, literal: &mut Vec<u32>) {
    if !literal.is_empty() {
        pieces.push(Piece::Literal(std::mem::take(literal)));
    }
}

/// The pieces of a template of `%` that takes exactly these arguments.
fn parse_percent(text: &[u32], classes: &[Class]) -> Option<Vec<Piece>> {
    let mut pieces = Vec::new();
    let mut literal = Vec::new();
    let mut number = 0;
    let mut at = 0;
    while at < text.len() {
        if byte(text, at) != b'%' {
            literal.push(text[at]);
            at += 1;
            continue;
        }
        at += 1;
        if byte(text, at) == b'%' {
            literal.push(u32::from(b'%'));
            at += 1;
            continue;
        }
        let packed = parse_conversion(text, &mut at, *classes.get(number)?)?;
        push_literal(&mut pieces, &mut literal);
        pieces.push(Piece::Argument(number, packed));
        number += 1;
    }
    push_literal(&mut pieces, &mut literal);
    (number == classes.len()).then_some(pieces)
}

/// What follows the `%`.
fn parse_conversion(text: &[u32], at: &mut usize, class: Class) -> Option<i64> {
    let (mut left, mut zero, mut sign) = (false, false, 0);
    loop {
        match byte(text, *at) {
            b'-' => left = true,
            b'0' => zero = true,
            b'+' => sign = b'+',
            b' ' if sign == 0 => sign = b' ',
            b' ' => {}
            _ => break,
        }
        *at += 1;
    }
    let width = read_number(text, at, WIDTHS)?.unwrap_or(0) as u16;
    let mut precision = None;
    if byte(text, *at) == b'.' {
        *at += 1;
        precision = Some(read_number(text, at, PRECISIONS)?.unwrap_or(0) as u8);
    }
    let code = byte(text, *at);
    *at += 1;
    let kind = match (code, class) {
        (b's', Class::Text) => b's',
        (b's', Class::Int) if precision.is_none() => b'd',
        (b's', Class::Float) if precision.is_none() => 0,
        (b'd' | b'i' | b'u', Class::Int) if precision.is_none() => b'd',
        (b'x' | b'X' | b'o', Class::Int) if precision.is_none() => code,
        (b'e' | b'E' | b'f' | b'F' | b'g' | b'G', Class::Int | Class::Float) => code,
        _ => return None,
    };
    let is_number = code != b's';
    if !is_number && width == 0 && precision.is_none() {
        return Some(0);
    }
    let zeros = zero && !left && is_number;
    let align = match (left, zeros) {
        (true, _) => b'<',
        (_, true) => b'=',
        _ => b'>',
    };
    let fill = if zeros { b'0' } else { b' ' };
    let sign = if is_number { sign } else { 0 };
    let spec = PackedSpec { kind, fill, align, sign, alternate: false, grouping: 0, width, precision };
    Some(spec.pack())
}

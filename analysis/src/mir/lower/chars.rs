//! Characters: variables that only ever hold what `s[i]`, `for c in s`, `chr(i)` and literals give are strings to Python and
//! codes to the machine.
//!
//! ```text
//! c = s[i]                =>    k = char s at i; if k < 0: c = s[i], k = char of c    else: c = char k
//! if "0" <= c <= "9":           if k < 0: compare the strings    else: 48 <= k and k <= 57
//! if c in "+-*/":               if k < 0: search for c    else: the bit of k is set in a constant
//! ```
//!
//! The code stands in a local beside the variable's own, -1 where it is not known (no character, or none below 256). Where
//! the string itself is not asked for, LLVM drops it.

use super::function::{FunctionLowering, Home};
use crate::hir::{self, VarId, VarKind};
use crate::index::IndexVec;
use crate::mir::Constant;
use crate::mir::body::*;
use crate::mir::repr::{Layout, Repr};
use crate::types::{Point, Target, Type};
use runtime_interface::{rows::Rt, tag};

const ZERO: Operand = Operand::Const(Const::I64(0));
/// Codes from here on have no string in the table.
const NARROW: i64 = 256;

impl FunctionLowering<'_, '_> {
    pub fn is_text(&self, var: VarId) -> bool {
        self.is_typed() && self.program.types.var(self.key, var) == Type::Exact(tag::STR)
    }

    /// Finds the variables that hold characters, before anything is lowered.
    pub fn find_chars(&mut self) {
        self.codes = IndexVec::from_elem(None, self.function.vars.len());
        if !self.is_typed() {
            return;
        }
        let function = self.function;
        let mut is_char: IndexVec<VarId, bool> =
            function.vars.ids().map(|var| self.may_be_char(var)).collect();
        for param in &function.params {
            is_char[param.var] = false;
        }
        for block in function.blocks.iter() {
            for instr in &block.instrs {
                for (at, var) in instr.op.more_defs().into_iter().enumerate() {
                    is_char[var] &= matches!(&instr.op, hir::Op::Unpack { value, .. }
                        if self.gives_char_at(*value, at));
                }
            }
            if let Some(dst) = block.term.def() {
                is_char[dst] &= matches!(&block.term, hir::Terminator::ForNext { iter, .. }
                    if matches!(self.homes[*iter], Home::TextIterator(found) if found.of == tag::STR));
            }
        }
        loop {
            let mut changed = false;
            for (block, contents) in function.blocks.iter_enumerated() {
                for (at, instr) in contents.instrs.iter().enumerate() {
                    let Some(dst) = instr.dst else { continue };
                    let at = Point { block, instr: at as u32 };
                    if is_char[dst] && !self.gives_char(&instr.op, at, &is_char) {
                        is_char[dst] = false;
                        changed = true;
                    }
                }
            }
            if !changed {
                break;
            }
        }
        for (var, is_char) in is_char.iter_enumerated() {
            if *is_char {
                self.codes[var] = Some(self.body.new_local(Repr::I64));
            }
        }
    }

    fn may_be_char(&self, var: VarId) -> bool {
        let info = &self.function.vars[var];
        matches!(self.homes[var], Home::Local(local) if self.body.locals[local].repr == Repr::Value)
            && info.kind != VarKind::Cell
            && !info.maybe_unbound
            && self.is_text(var)
    }

    fn gives_char(&self, op: &hir::Op, at: Point, is_char: &IndexVec<VarId, bool>) -> bool {
        match op {
            hir::Op::Const(hir::Const::Str(_)) => true,
            hir::Op::Copy(from) | hir::Op::Expected(from) | hir::Op::Narrow { value: from, .. } => {
                is_char[*from] || matches!(self.homes[*from], Home::Const(_))
            }
            hir::Op::GetItem { object, index } => self.is_text(*object) && self.is_plain_int(*index),
            hir::Op::Call { args, kwargs, .. } => {
                kwargs.is_empty()
                    && args.len() == 1
                    && self.is_plain_int(args[0])
                    && self.program.types.target(self.key, at) == Target::Builtin("chr")
            }
            _ => false,
        }
    }

    /// Whether it is an int in a register, or a constant one.
    pub fn is_plain_int(&self, var: VarId) -> bool {
        match self.homes[var] {
            Home::Const(Const::IntValue(_)) => true,
            Home::Local(local) => self.body.locals[local].repr == Repr::I64,
            _ => false,
        }
    }

    /// The code of a variable that holds characters, or of a literal.
    pub fn code(&self, var: VarId) -> Option<Operand> {
        match self.literal_code(var) {
            Some(code) => Some(Const::I64(code).into()),
            None => self.codes[var].map(Operand::from),
        }
    }

    pub fn literal_code(&self, var: VarId) -> Option<i64> {
        match self.homes[var] {
            Home::Const(constant) => self.code_of_constant(constant),
            _ => None,
        }
    }

    fn code_of_constant(&self, constant: Const) -> Option<i64> {
        let Const::Object(id) = constant else { return None };
        match &self.program.program.constants[id] {
            Constant::Str(points) if points.len() == 1 => {
                Some(i64::from(points[0])).filter(|&code| code < NARROW)
            }
            _ => None,
        }
    }

    /// The same of any text.
    fn code_of_text(&mut self, var: VarId) -> Operand {
        match self.code(var) {
            Some(code) => code,
            None => {
                let text = self.exact_text(var);
                self.compute(Repr::I64, Op::CharOf(text))
            }
        }
    }

    /// `dst = value`, a character with that code.
    pub fn define_char(&mut self, dst: VarId, value: Operand, code: Operand) {
        if let Some(local) = self.codes[dst] {
            self.emit(Some(local), Op::Copy(code));
        }
        self.define(dst, value);
    }

    /// What `dst = from` does to the codes.
    pub fn copy_code(&mut self, dst: Option<VarId>, from: VarId) {
        let Some(local) = dst.and_then(|dst| self.codes[dst]) else { return };
        let code = self.code(from).unwrap_or(Const::I64(-1).into());
        self.emit(Some(local), Op::Copy(code));
    }

    /// The same for a literal.
    pub fn constant_code(&mut self, dst: Option<VarId>, constant: Const) {
        let Some(local) = dst.and_then(|dst| self.codes[dst]) else { return };
        let code = self.code_of_constant(constant).unwrap_or(-1);
        self.emit(Some(local), Op::Copy(Const::I64(code).into()));
    }

    /// A text operand that is one: control leaves unless it is.
    pub fn exact_text(&mut self, var: VarId) -> Operand {
        let value = self.value(var);
        if matches!(self.homes[var], Home::Const(_)) || self.codes[var].is_some() {
            return value;
        }
        self.leave_unless(value, tag::STR);
        value
    }

    pub fn leave_unless(&mut self, value: Operand, tag: u64) {
        let is_it = self.compute(Repr::Bool, Op::TagIs(value, tag));
        let (go_on, leave) = (self.new_block(), self.leave_before());
        self.branch(is_it, go_on, leave);
        self.current = go_on;
    }

    /// `dst = s[i]`; false if it is not of this form.
    pub fn text_item(&mut self, dst: Option<VarId>, op: &hir::Op) -> bool {
        let hir::Op::GetItem { object, index } = *op else { return false };
        let Some(dst) = dst else { return false };
        if !self.is_text(object) || !self.is_plain_int(index) {
            return false;
        }
        let (text, index) = (self.exact_text(object), self.unboxed(index));
        let at = Op::CharAt { text, of: tag::STR, index, inside: false };
        self.character(dst, at, |this| {
            let item = Op::GetItem { object: text, index, expected: tag::STR };
            this.compute(Repr::Value, item)
        });
        true
    }

    /// `dst = ` the character with the code that `code` gives, or what `otherwise` computes if that is negative.
    pub fn character(&mut self, dst: VarId, code: Op, otherwise: impl FnOnce(&mut Self) -> Operand) {
        let (value, code) = self.string_and_code(code, otherwise);
        self.define_char(dst, value, code);
    }

    /// The string of a character, and its code, which `code` gives or, where it is -1, the string.
    pub fn string_and_code(
        &mut self,
        code: Op,
        otherwise: impl FnOnce(&mut Self) -> Operand,
    ) -> (Operand, Operand) {
        let code = self.compute_local(Repr::I64, code);
        let result = self.body.new_local(Repr::Value);
        let [narrow, join] = std::array::from_fn(|_| self.new_block());
        let other = self.apart(|this| {
            let value = otherwise(this);
            this.emit(Some(result), Op::Copy(value));
            this.emit(Some(code), Op::CharOf(value));
            this.terminate(Terminator::Goto(join));
        });
        self.branch_on_code(code.into(), narrow, other);
        self.current = narrow;
        self.emit(Some(result), Op::Char(code.into()));
        self.terminate(Terminator::Goto(join));
        self.current = join;
        (result.into(), code.into())
    }

    fn branch_on_code(&mut self, code: Operand, known: BlockId, unknown: BlockId) {
        let is_known = self.compute(Repr::Bool, Op::CompareInt(CompareOp::Ge, code, ZERO));
        self.branch(is_known, known, unknown);
    }

    /// `chr(i)`.
    pub fn chr(&mut self, dst: Option<VarId>, code: VarId) -> bool {
        let Some(dst) = dst else { return false };
        if !self.is_plain_int(code) {
            return false;
        }
        let code = self.unboxed(code);
        let result = self.body.new_local(Repr::Value);
        let known = self.compute_local(Repr::I64, Op::Copy(code));
        let [narrow, other, join] = std::array::from_fn(|_| self.new_block());
        let is_positive = self.compute(Repr::Bool, Op::CompareInt(CompareOp::Ge, code, ZERO));
        let below = self.new_block();
        self.branch(is_positive, below, other);
        self.current = below;
        let is_narrow =
            self.compute(Repr::Bool, Op::CompareInt(CompareOp::Lt, code, Const::I64(NARROW).into()));
        self.branch(is_narrow, narrow, other);
        self.current = other;
        let args = vec![Arg::Operand(code)];
        let text = self.compute(Repr::Ptr(Layout::Str), Op::Rt { row: Rt::tp_text_of_code, args });
        self.emit(Some(result), Op::Box(text));
        self.emit(Some(known), Op::Copy(Const::I64(-1).into()));
        self.terminate(Terminator::Goto(join));
        self.current = narrow;
        self.emit(Some(result), Op::Char(code));
        self.terminate(Terminator::Goto(join));
        self.current = join;
        self.define_char(dst, result.into(), known.into());
        true
    }

    /// `ord(c)` of a variable that holds characters.
    pub fn ord_of_char(&mut self, dst: Option<VarId>, char: VarId) -> bool {
        let Some(code) = self.code(char) else { return false };
        let result = self.compute_local(Repr::I64, Op::Copy(code));
        if !matches!(code, Operand::Const(_)) {
            let join = self.new_block();
            let other = self.apart(|this| {
                let object = this.value(char);
                this.emit(Some(result), Op::Ord(object));
                this.terminate(Terminator::Goto(join));
            });
            self.branch_on_code(code, join, other);
            self.current = join;
        }
        dst.into_iter().for_each(|dst| self.define(dst, result.into()));
        true
    }

    /// `a op b` of two texts of which one is a character, as `Bool`.
    pub fn compare_chars(&mut self, op: CompareOp, a: VarId, b: VarId) -> Option<Operand> {
        let is_equality = matches!(op, CompareOp::Eq | CompareOp::Ne);
        let is_literal = |code: Option<Operand>| matches!(code, Some(Operand::Const(_)));
        let (x, y) = (self.code(a), self.code(b));
        if is_equality && (is_literal(x) || is_literal(y)) {
            // No text but that one character has its code.
            let (x, y) = (self.code_of_text(a), self.code_of_text(b));
            return Some(self.compute(Repr::Bool, Op::CompareInt(op, x, y)));
        }
        let (x, y) = (x?, y?);
        let result = self.body.new_local(Repr::Bool);
        let [codes, join] = std::array::from_fn(|_| self.new_block());
        let other = self.apart(|this| {
            let answer = this.compare_texts(op, a, b);
            this.emit(Some(result), Op::Copy(answer));
            this.terminate(Terminator::Goto(join));
        });
        for code in [x, y] {
            if !matches!(code, Operand::Const(_)) {
                let next = self.new_block();
                self.branch_on_code(code, next, other);
                self.current = next;
            }
        }
        self.terminate(Terminator::Goto(codes));
        self.current = codes;
        self.emit(Some(result), Op::CompareInt(op, x, y));
        self.terminate(Terminator::Goto(join));
        self.current = join;
        Some(result.into())
    }

    /// `item in container` for a text in a literal: a text, or a tuple of characters.
    pub fn char_in_literal(&mut self, item: VarId, container: VarId) -> Option<Operand> {
        let Home::Const(Const::Object(id)) = self.homes[container] else { return None };
        if !self.is_text(item) {
            return None;
        }
        let constants = &self.program.program.constants;
        let (chars, is_text): (Vec<u32>, bool) = match &constants[id] {
            Constant::Str(points) => (points.to_vec(), true),
            Constant::Tuple(items) => {
                let char = |item: &Const| match item {
                    Const::Object(id) => match &constants[*id] {
                        Constant::Str(points) if points.len() == 1 => Some(points[0]),
                        _ => None,
                    },
                    _ => None,
                };
                (items.iter().map(char).collect::<Option<_>>()?, false)
            }
            _ => return None,
        };
        let set = ascii_set(chars.iter().copied())?;
        let code = self.code_of_text(item);
        let row = if is_text { Rt::tp_text_contains } else { Rt::tp_contains };
        Some(self.test_char(code, set, |this| {
            let args = match is_text {
                true => vec![this.text_pointer(container), this.text_pointer(item)],
                false => this.values(&[container, item]),
            };
            Op::Rt { row, args: args.into_iter().map(Arg::Operand).collect() }
        }))
    }

    /// `c.isdigit()` and the like of a variable that holds characters.
    pub fn test_of_char(&mut self, char: VarId, test: usize) -> Option<Operand> {
        let code = self.codes[char]?;
        let set = ascii_set((0..128).filter(|&code| is_in_class(code as u8, test)))?;
        let result = self.body.new_local(Repr::Bool);
        let [ascii, other, join] = std::array::from_fn(|_| self.new_block());
        let known = self.new_block();
        self.branch_on_code(code.into(), known, other);
        self.current = known;
        let limit = Const::I64(128).into();
        let is_ascii = self.compute(Repr::Bool, Op::CompareInt(CompareOp::Lt, code.into(), limit));
        self.branch(is_ascii, ascii, other);
        self.current = ascii;
        self.emit(Some(result), Op::CharIn(code.into(), set));
        self.terminate(Terminator::Goto(join));
        self.current = other;
        let args = vec![Arg::Operand(self.text_pointer(char)), Arg::Operand(Const::I64(test as i64).into())];
        self.emit(Some(result), Op::Rt { row: Rt::tp_text_is, args });
        self.terminate(Terminator::Goto(join));
        self.current = join;
        Some(result.into())
    }

    /// Whether the code is in the set, or what `otherwise` gives if it is negative.
    fn test_char(
        &mut self,
        code: Operand,
        set: [u64; 2],
        otherwise: impl FnOnce(&mut Self) -> Op,
    ) -> Operand {
        let result = self.body.new_local(Repr::Bool);
        let [known, other, join] = std::array::from_fn(|_| self.new_block());
        self.branch_on_code(code, known, other);
        self.current = known;
        self.emit(Some(result), Op::CharIn(code, set));
        self.terminate(Terminator::Goto(join));
        self.current = other;
        let op = otherwise(self);
        self.emit(Some(result), op);
        self.terminate(Terminator::Goto(join));
        self.current = join;
        result.into()
    }
}

/// One bit for each character, if all are ASCII.
fn ascii_set(chars: impl Iterator<Item = u32>) -> Option<[u64; 2]> {
    let mut set = [0; 2];
    for code in chars {
        *set.get_mut(code as usize / 64)? |= 1 << (code % 64);
    }
    Some(set)
}

/// Whether an ASCII character passes the test of that number in `runtime_interface::text::TESTS`.
fn is_in_class(code: u8, test: usize) -> bool {
    match runtime_interface::text::TESTS[test] {
        "isalnum" => code.is_ascii_alphanumeric(),
        "isalpha" => code.is_ascii_alphabetic(),
        "isascii" => true,
        "isdecimal" | "isdigit" | "isnumeric" => code.is_ascii_digit(),
        "isidentifier" => code.is_ascii_alphabetic() || code == b'_',
        "islower" => code.is_ascii_lowercase(),
        "isprintable" => matches!(code, b' '..=b'~'),
        "isspace" => matches!(code, 9..=13 | 28..=32),
        _ => code.is_ascii_uppercase(),
    }
}

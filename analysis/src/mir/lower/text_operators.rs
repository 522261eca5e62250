//! Operators on what is known to be `str`: rows that take the objects, behind one test of a tag each.
//!
//! ```text
//! s + t           =>    tp_text_concat(s, t)
//! s[i:j]                tp_text_slice(s, i, j)
//! s < t                 tp_text_order(s, t) < 0
//! ```

use super::function::{FunctionLowering, Home};
use crate::hir::{self, BinaryOp as B, VarId};
use crate::mir::body::*;
use crate::mir::repr::{Layout, Repr};
use runtime_interface::rows::Rt;

const ZERO: Operand = Operand::Const(Const::I64(0));

impl FunctionLowering<'_, '_> {
    /// Lowers an operator on texts; false if it is none.
    pub fn text_operator(&mut self, dst: Option<VarId>, op: &hir::Op) -> bool {
        match *op {
            hir::Op::Binary(op, a, b) | hir::Op::InPlace(op, a, b) => {
                let (row, text, other) = match op {
                    B::Add if self.is_text(a) && self.is_text(b) => (Rt::tp_text_concat, a, b),
                    B::Mul if self.is_text(a) && self.is_plain_int(b) => (Rt::tp_text_repeat, a, b),
                    B::Mod => return self.percent_of_one(dst, a, b),
                    B::Mul if self.is_text(b) && self.is_plain_int(a) => (Rt::tp_text_repeat, b, a),
                    _ => return false,
                };
                let text = self.text_pointer(text);
                let other = match row {
                    Rt::tp_text_concat => self.text_pointer(other),
                    _ => self.unboxed(other),
                };
                self.text_row(dst, row, vec![text, other]);
            }
            hir::Op::Contains { item, container } | hir::Op::NotContains { item, container } => {
                let Some(mut answer) = self.text_contains(item, container) else { return false };
                if let hir::Op::NotContains { .. } = op {
                    answer = self.compute(Repr::Bool, Op::Not(answer));
                }
                dst.into_iter().for_each(|dst| self.define(dst, answer));
            }
            _ => return false,
        }
        true
    }

    /// The object of a text: control leaves unless it is one.
    pub fn text_pointer(&mut self, var: VarId) -> Operand {
        if let Home::Const(Const::Object(id)) = self.homes[var] {
            return Const::Pointer(id).into();
        }
        let text = self.exact_text(var);
        self.compute(Repr::Ptr(Layout::Str), Op::Unbox(text))
    }

    /// `dst = row(args)`, a new text.
    pub fn text_row(&mut self, dst: Option<VarId>, row: Rt, args: Vec<Operand>) {
        let args = args.into_iter().map(Arg::Operand).collect();
        let text = self.compute(Repr::Ptr(Layout::Str), Op::Rt { row, args });
        dst.into_iter().for_each(|dst| self.define(dst, text));
    }

    fn text_contains(&mut self, item: VarId, container: VarId) -> Option<Operand> {
        if let Some(answer) = self.char_in_literal(item, container) {
            return Some(answer);
        }
        if !self.is_text(item) || !self.is_text(container) {
            return None;
        }
        let args = [self.text_pointer(container), self.text_pointer(item)].map(Arg::Operand).into();
        Some(self.compute(Repr::Bool, Op::Rt { row: Rt::tp_text_contains, args }))
    }

    /// `a op b` as `Bool`, if both are texts.
    pub fn text_compare(&mut self, op: CompareOp, a: VarId, b: VarId) -> Option<Operand> {
        if !self.is_text(a) || !self.is_text(b) {
            return None;
        }
        if let Some(answer) = self.compare_chars(op, a, b) {
            return Some(answer);
        }
        Some(self.compare_texts(op, a, b))
    }

    pub fn compare_texts(&mut self, op: CompareOp, a: VarId, b: VarId) -> Operand {
        match op {
            CompareOp::Eq | CompareOp::Ne => {
                let (a, b) = (self.exact_text(a), self.exact_text(b));
                let same = self.compute(Repr::Bool, Op::SameText(a, b));
                match op {
                    CompareOp::Eq => same,
                    _ => self.compute(Repr::Bool, Op::Not(same)),
                }
            }
            _ => {
                let args = [self.text_pointer(a), self.text_pointer(b)].map(Arg::Operand).into();
                let order = self.compute(Repr::I64, Op::Rt { row: Rt::tp_text_order, args });
                self.compute(Repr::Bool, Op::CompareInt(op, order, ZERO))
            }
        }
    }

    /// `len(s)`.
    pub fn text_len(&mut self, var: VarId) -> Op {
        let text = self.exact_text(var);
        Op::TextLen(text, runtime_interface::tag::STR)
    }

    /// The row of `s[start:stop:step]`, and its arguments, where the bounds are ints or absent.
    pub fn text_slice(
        &mut self,
        object: VarId,
        [start, stop, step]: [VarId; 3],
    ) -> Option<(Rt, Vec<Operand>)> {
        let absent = |this: &Self, var: VarId| matches!(this.homes[var], Home::Const(Const::None));
        if !self.is_text(object) {
            return None;
        }
        if matches!(self.homes[step], Home::Const(Const::IntValue(-1)))
            && absent(self, start)
            && absent(self, stop)
        {
            return Some((Rt::tp_text_reversed, vec![self.text_pointer(object)]));
        }
        if !absent(self, step) {
            return None;
        }
        for bound in [start, stop] {
            if !absent(self, bound) && !self.is_plain_int(bound) {
                return None;
            }
        }
        let bound = |this: &mut Self, var: VarId, otherwise: i64| match absent(this, var) {
            true => Const::I64(otherwise).into(),
            false => this.unboxed(var),
        };
        let bounds = [bound(self, start, 0), bound(self, stop, i64::MAX)];
        Some((Rt::tp_text_slice, vec![self.text_pointer(object), bounds[0], bounds[1]]))
    }
}

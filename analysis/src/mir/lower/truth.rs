//! Variables as tests: one bit.
//!
//! ```text
//! if node:    =>    if node has shape Node: true      (a class without `__bool__` and `__len__`)
//!                   else if tag node is NONE: false
//!                   else: truth node
//! if pair:    =>    if tag pair is TUPLE: len pair != 0
//!                   else: truth pair
//! ```

use super::function::{FunctionLowering, Home};
use crate::hir::{ClassId, VarId};
use crate::mir::body::*;
use crate::mir::program::ShapeId;
use crate::mir::repr::Repr;
use crate::types::Type;
use runtime_interface::tag;

/// Of more classes than this the run time is asked.
const MOST_CLASSES: usize = 3;

impl FunctionLowering<'_, '_> {
    /// The truth of a variable.
    pub fn test(&mut self, var: VarId) -> Operand {
        if self.is_text(var) && !matches!(self.homes[var], Home::Const(_)) {
            let len = self.text_len(var);
            let len = self.compute(Repr::I64, len);
            return self.is_not_zero(len);
        }
        if self.is_list(var) {
            let list = self.exact_list(var);
            let len = self.compute(Repr::I64, Op::ListLen(list));
            return self.is_not_zero(len);
        }
        match self.operand(var) {
            Operand::Const(Const::BoolValue(b)) => Const::Bool(b).into(),
            operand => match self.body.repr(operand) {
                Repr::Bool => operand,
                Repr::I64 => self.is_not_zero(operand),
                Repr::Word => {
                    let bits = self.compute(Repr::I64, Op::Bits(operand));
                    self.is_not_zero(bits)
                }
                Repr::F64 => {
                    self.compute(Repr::Bool, Op::CompareFloat(CompareOp::Ne, operand, Const::F64(0).into()))
                }
                _ if self.is_typed() => self.test_of_expected(var, operand),
                _ => self.compute(Repr::Bool, Op::Truth(operand)),
            },
        }
    }

    fn is_not_zero(&mut self, int: Operand) -> Operand {
        self.compute(Repr::Bool, Op::CompareInt(CompareOp::Ne, int, Const::I64(0).into()))
    }

    /// What is expected first, the run time's answer for the rest.
    fn test_of_expected(&mut self, var: VarId, value: Operand) -> Operand {
        let is_tuple = self.program.types.var(self.key, var) == Type::Exact(tag::TUPLE);
        let classes = self.program.types.instances(self.key, var);
        let shapes = if is_tuple { vec![] } else { self.always_true(&classes) };
        if !is_tuple && shapes.is_empty() {
            return self.compute(Repr::Bool, Op::Truth(value));
        }
        let value = self.as_value(value);
        let result = self.body.new_local(Repr::Bool);
        let join = self.new_block();
        let answer = |this: &mut Self, expected: Op, op: &dyn Fn(&mut Self) -> Operand| {
            let is_it = this.compute(Repr::Bool, expected);
            let (known, next) = (this.new_block(), this.new_block());
            this.branch(is_it, known, next);
            this.current = known;
            let truth = op(this);
            this.emit(Some(result), Op::Copy(truth));
            this.terminate(Terminator::Goto(join));
            this.current = next;
        };
        if is_tuple {
            answer(self, Op::TagIs(value, tag::TUPLE), &|this| {
                let len = this.compute(Repr::I64, Op::Len(value));
                this.is_not_zero(len)
            });
        }
        for &shape in &shapes {
            answer(self, Op::ShapeIs(value, shape), &|_| Const::Bool(true).into());
        }
        if !shapes.is_empty() {
            answer(self, Op::TagIs(value, tag::NONE), &|_| Const::Bool(false).into());
        }
        let rest = self.current;
        self.body.blocks[rest].cold = true;
        self.emit(Some(result), Op::Truth(value));
        self.terminate(Terminator::Goto(join));
        self.current = join;
        result.into()
    }

    /// The shapes of classes whose instances are all true; none if not all are such.
    fn always_true(&mut self, classes: &[ClassId]) -> Vec<ShapeId> {
        if classes.len() > MOST_CLASSES {
            return vec![];
        }
        let shapes: Option<Vec<ShapeId>> =
            classes.iter().map(|&class| self.shape_without_truth(class)).collect();
        let shapes = shapes.unwrap_or_default();
        for &shape in &shapes {
            TRUTH.iter().for_each(|name| self.program.rely_on_absence(shape, name));
        }
        shapes
    }

    fn shape_without_truth(&mut self, class: ClassId) -> Option<ShapeId> {
        let hir = self.program.hir;
        let names: Vec<_> = TRUTH.iter().filter_map(|name| hir.names.find(name)).collect();
        let order = self.program.types.class_order(class)?;
        let defines =
            order.iter().any(|&c| names.iter().any(|n| hir.classes[c].class_attributes.contains(n)));
        if defines { None } else { self.program.shape_of(class) }
    }
}

/// What decides the truth of an instance.
const TRUTH: &[&str] = &["__bool__", "__len__"];

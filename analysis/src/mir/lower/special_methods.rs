//! Operators on instances of a known class: their special method is called directly.
//!
//! ```text
//! a + b    =>    if method a.__add__ is Vec.__add__ and b cannot go first: r = Vec.__add__#3(a, b)
//!                    if r is NotImplemented: r = the rest of the protocol
//!                else: a + b
//! ```
//!
//! The right operand goes first only if its class is a subclass of the left one's, so not if the two have one class or the
//! right one is no instance of a class of the program.

use super::direct_calls::{Argument, FunctionObject};
use super::function::FunctionLowering;
use super::operators::{binary_op, compare_op};
use crate::hir::{self, VarId};
use crate::mir::body::*;
use crate::mir::program::CacheKind;
use crate::mir::repr::Repr;
use crate::types::SpecialMethod;
use runtime_interface::{rows::Rt, tag};

impl FunctionLowering<'_, '_> {
    /// Lowers an operator on an instance of a known class; false if it is none.
    pub fn special_method(&mut self, dst: Option<VarId>, op: &hir::Op) -> bool {
        if !self.is_typed() {
            return false;
        }
        let (a, rest): (VarId, &[VarId]) = match op {
            hir::Op::Binary(_, a, b) | hir::Op::InPlace(_, a, b) | hir::Op::Compare(_, a, b) => {
                (*a, std::slice::from_ref(b))
            }
            hir::Op::GetItem { object, index } => (*object, std::slice::from_ref(index)),
            hir::Op::SetItem { object, index, value } => (*object, &[*index, *value]),
            _ => return false,
        };
        let Some(special) = self.program.types.special(self.key, self.at) else { return false };
        let args: Vec<VarId> = std::iter::once(a).chain(rest.iter().copied()).collect();
        let Some(bound) = self.bind(special.method.target.function, &args, &[]) else { return false };
        let result = self.body.new_local(Repr::Value);
        let [join, other] = std::array::from_fn(|_| self.new_block());
        self.body.blocks[other].cold = true;
        let [returned, done] = std::array::from_fn(|_| self.new_block());
        let left = self.left_special(&special, op, (dst, a, rest));
        let answer = self.call_special(&special, a, rest, &bound, ((result, returned), left), other);
        if self.body.repr(answer) == Repr::Value {
            self.put(result, answer);
            self.terminate(Terminator::Goto(returned));
        } else {
            dst.into_iter().for_each(|dst| self.define(dst, answer));
            self.terminate(Terminator::Goto(done));
        }
        // A result that is not of the type expected needs the look at it, too.
        self.current = returned;
        self.finish_special(op, (a, rest), result, join);

        self.current = other;
        let values = self.values(&args);
        let [a, rest @ ..] = &values[..] else { unreachable!("an operator has operands") };
        let generic = match *op {
            hir::Op::Binary(op, ..) => Op::Binary { op: binary_op(op), inplace: false, a: *a, b: rest[0] },
            hir::Op::InPlace(op, ..) => Op::Binary { op: binary_op(op), inplace: true, a: *a, b: rest[0] },
            hir::Op::Compare(op, ..) => Op::Compare { op: compare_op(op), a: *a, b: rest[0] },
            hir::Op::GetItem { .. } => Op::GetItem { object: *a, index: rest[0], expected: 0 },
            _ => Op::SetItem { object: *a, index: rest[0], value: rest[1] },
        };
        let takes_result = !matches!(op, hir::Op::SetItem { .. });
        self.emit(takes_result.then_some(result), generic);
        self.terminate(Terminator::Goto(join));
        self.current = join;
        dst.into_iter().for_each(|dst| self.define(dst, result.into()));
        self.terminate(Terminator::Goto(done));
        self.current = done;
        true
    }

    /// The tests and the direct call; the answer is what the method returned.
    fn call_special(
        &mut self,
        special: &SpecialMethod,
        a: VarId,
        rest: &[VarId],
        bound: &[Argument],
        ways: ((LocalId, BlockId), Option<(LocalId, BlockId)>),
        other: BlockId,
    ) -> Operand {
        let receiver = self.value(a);
        let class = special.method.class;
        let code = self.program.code(special.method.target.function);
        let [known, direct] = std::array::from_fn(|_| self.new_block());
        let (function, otherwise) = match self.program.rely_on_method(class, special.name, code, None) {
            Some((shape, number)) => {
                special.unless.into_iter().for_each(|name| self.program.rely_on_absence(shape, name));
                let leave = self.leave_before();
                let is_it = self.compute(Repr::Bool, Op::ShapeIs(receiver, shape));
                self.branch(is_it, known, leave);
                (FunctionObject::Shape(shape, Some(number)), leave)
            }
            None => {
                let cache = self.program.attribute_cache(CacheKind::Found, Some(class), special.name);
                let name = self.program.symbol(special.name);
                let unless = special.unless.map(|name| self.program.string(name));
                let class = self.program.class_code(class);
                let is_it =
                    self.compute(Repr::Bool, Op::MethodIs { receiver, class, name, code, cache, unless });
                self.branch(is_it, known, other);
                (FunctionObject::Found(cache), other)
            }
        };
        self.current = known;
        let right = rest[0];
        match function {
            _ if !special.reflects => self.terminate(Terminator::Goto(direct)),
            FunctionObject::Shape(shape, _) if self.program.types.instances(self.key, right) == [class] => {
                let b = self.value(right);
                let same = self.compute(Repr::Bool, Op::ShapeIs(b, shape));
                self.branch(same, direct, otherwise);
            }
            _ => {
                let b = self.value(right);
                let plain = self.new_block();
                let tag = self.compute(Repr::Raw, Op::Tag(b));
                let first = Const::Raw(tag::FIRST_CLASS).into();
                let is_builtin = self.compute(Repr::Bool, Op::CompareRaw(CompareOp::Lt, tag, first));
                self.branch(is_builtin, direct, plain);
                self.current = plain;
                let same = self.compute(Repr::Bool, Op::SameClass(receiver, b));
                self.branch(same, direct, other);
            }
        }
        self.current = direct;
        self.call_target(special.method.target, function, bound, ways, otherwise)
    }

    /// Where control goes with what the method returned after it left in the place of its call.
    fn left_special(
        &mut self,
        special: &SpecialMethod,
        op: &hir::Op,
        (dst, a, rest): (Option<VarId>, VarId, &[VarId]),
    ) -> Option<(LocalId, BlockId)> {
        if !self.may_inline(special.method.target) {
            return None;
        }
        let result = self.body.new_local(Repr::Value);
        let [block, join] = std::array::from_fn(|_| self.new_block());
        self.body.blocks[block].cold = true;
        self.body.blocks[join].cold = true;
        let back = std::mem::replace(&mut self.current, block);
        self.finish_special(op, (a, rest), result, join);
        self.current = join;
        let dst = dst.filter(|_| !matches!(op, hir::Op::SetItem { .. }));
        let defined: Vec<(VarId, Operand)> = dst.map(|dst| (dst, result.into())).into_iter().collect();
        let leave = self.leave_after(&defined);
        self.terminate(Terminator::Goto(leave));
        self.current = back;
        Some((result, block))
    }

    /// `NotImplemented` lets the rest of the protocol go on.
    fn finish_special(&mut self, op: &hir::Op, (a, rest): (VarId, &[VarId]), result: LocalId, join: BlockId) {
        let (row, number) = match *op {
            hir::Op::Binary(op, ..) => (Rt::tp_binary_rest, binary_op(op) as i64),
            hir::Op::InPlace(op, ..) => (Rt::tp_binary_rest, binary_op(op) as i64 + 256),
            hir::Op::Compare(op, ..) => (Rt::tp_compare_rest, compare_op(op) as i64),
            _ => return self.terminate(Terminator::Goto(join)),
        };
        let declined = self.compute(Repr::Bool, Op::TagIs(result.into(), tag::NOT_IMPLEMENTED));
        let go_on = self.new_block();
        self.body.blocks[go_on].cold = true;
        self.branch(declined, go_on, join);
        self.current = go_on;
        let args = [self.value(a), self.value(rest[0]), Const::I64(number).into()].map(Arg::Operand);
        self.emit(Some(result), Op::Rt { row, args: args.into() });
        self.terminate(Terminator::Goto(join));
    }
}

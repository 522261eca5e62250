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

use super::direct_calls::Argument;
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
        self.call_special(&special, a, rest, &bound, result, other);
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
        true
    }

    /// The tests and the direct call; goes on in a block where `result` is what the method returned.
    fn call_special(
        &mut self,
        special: &SpecialMethod,
        a: VarId,
        rest: &[VarId],
        bound: &[Argument],
        result: LocalId,
        other: BlockId,
    ) {
        let receiver = self.value(a);
        let code = self.program.code(special.method.target.function);
        let class = self.program.class_code(special.method.class);
        let known = Some(special.method.class);
        let cache = self.program.attribute_cache(CacheKind::Found, known, special.name);
        let name = self.program.symbol(special.name);
        let unless = special.unless.map(|name| self.program.string(name));
        let [known, direct] = std::array::from_fn(|_| self.new_block());
        let is_it = self.compute(Repr::Bool, Op::MethodIs { receiver, class, name, code, cache, unless });
        self.branch(is_it, known, other);
        self.current = known;
        if special.reflects {
            let b = self.value(rest[0]);
            let plain = self.new_block();
            let tag = self.compute(Repr::Raw, Op::Tag(b));
            let first = Const::Raw(tag::FIRST_CLASS).into();
            let is_builtin = self.compute(Repr::Bool, Op::CompareRaw(CompareOp::Lt, tag, first));
            self.branch(is_builtin, direct, plain);
            self.current = plain;
            let same = self.compute(Repr::Bool, Op::SameClass(receiver, b));
            self.branch(same, direct, other);
        } else {
            self.terminate(Terminator::Goto(direct));
        }
        self.current = direct;
        // A result that is not of the type expected needs the look at it, too.
        let returned = self.new_block();
        self.call_found(special.method.target, cache, bound, result, (returned, other));
        self.terminate(Terminator::Goto(returned));
        self.current = returned;
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

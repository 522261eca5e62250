//! `x in (1, 3, 5)` and `c in ("+", "-")`: comparisons with each, where the item is of the constants' type.
//!
//! ```text
//! i in (1, 3, 5)      =>    i == 1 or i == 3 or i == 5          i unboxed
//! c in ("+", "-")     =>    if c.tag == STR: c is "+" or same text ... else: tp_contains
//! ```

use super::function::FunctionLowering;
use crate::hir::VarId;
use crate::mir::body::*;
use crate::mir::program::Constant;
use crate::mir::repr::Repr;
use crate::types::Type;
use runtime_interface::{rows::Rt, tag};

/// More are looked for by the runtime.
const MOST: usize = 8;

impl FunctionLowering<'_, '_> {
    /// Whether the item is in a tuple that stands in the text; None if the runtime has to say.
    pub fn constant_member(&mut self, item: VarId, container: VarId) -> Option<Op> {
        if !self.is_typed() {
            return None;
        }
        let Operand::Const(Const::Object(tuple)) = self.operand(container) else { return None };
        let Constant::Tuple(members) = &self.program.program.constants[tuple] else { return None };
        let members = members.to_vec();
        if members.is_empty() || members.len() > MOST {
            return None;
        }
        if members.iter().all(|member| matches!(member, Const::IntValue(_))) {
            let item = self.unboxed(item);
            return (self.body.repr(item) == Repr::I64).then(|| self.int_member(item, &members));
        }
        let is_text = |member: &Const| match member {
            Const::Object(id) => matches!(self.program.program.constants[*id], Constant::Str(_)),
            _ => false,
        };
        if members.iter().all(is_text) && self.program.types.var(self.key, item) == Type::Exact(tag::STR) {
            let item = self.value(item);
            return Some(self.text_member(item, &members, tuple));
        }
        None
    }

    fn int_member(&mut self, item: Operand, members: &[Const]) -> Op {
        let result = self.body.new_local(Repr::Bool);
        let join = self.new_block();
        self.emit(Some(result), Op::Copy(Const::Bool(true).into()));
        let tests = members.iter().filter_map(|&member| match member {
            Const::IntValue(member) => Some(Op::CompareInt(CompareOp::Eq, item, Const::I64(member).into())),
            _ => None,
        });
        self.any_of(tests, result, join)
    }

    /// Joins with the result as it is where one of the tests holds, else with false.
    fn any_of(&mut self, tests: impl Iterator<Item = Op>, result: LocalId, join: BlockId) -> Op {
        for test in tests {
            let holds = self.compute(Repr::Bool, test);
            let next = self.new_block();
            self.branch(holds, join, next);
            self.current = next;
        }
        self.emit(Some(result), Op::Copy(Const::Bool(false).into()));
        self.terminate(Terminator::Goto(join));
        self.current = join;
        Op::Copy(result.into())
    }

    fn text_member(&mut self, item: Operand, members: &[Const], tuple: crate::mir::ConstantId) -> Op {
        let result = self.body.new_local(Repr::Bool);
        let [known, other, join] = std::array::from_fn(|_| self.new_block());
        let is_text = self.compute(Repr::Bool, Op::TagIs(item, tag::STR));
        self.branch(is_text, known, other);
        self.current = other;
        self.body.blocks[other].cold = true;
        let args = [Const::Object(tuple).into(), item].map(Arg::Operand);
        self.rt(Some(result), Rt::tp_contains, args);
        self.terminate(Terminator::Goto(join));
        self.current = known;
        self.emit(Some(result), Op::Copy(Const::Bool(true).into()));
        let tests = members.iter().map(|&member| Op::SameText(item, member.into()));
        self.any_of(tests, result, join)
    }
}

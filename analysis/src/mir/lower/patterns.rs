//! `match`: the tests of patterns.

use super::function::{FunctionLowering, Home};
use crate::hir::{self, VarId};
use crate::mir::body::*;
use crate::mir::repr::Repr;
use runtime_interface::{rows::Rt, tag};

impl FunctionLowering<'_, '_> {
    /// Lowers an op of this family; false if it is none.
    pub fn pattern_op(&mut self, dst: Option<VarId>, op: &hir::Op) -> bool {
        use hir::Op as H;
        match op {
            H::MatchSequence(value) => self.kind_test(dst, Rt::tp_match_is_sequence, *value),
            H::MatchMapping(value) => self.kind_test(dst, Rt::tp_match_is_mapping, *value),
            H::MatchLength { value, length, at_least } => {
                let value = self.value(*value);
                let found = self.compute(Repr::I64, Op::Len(value));
                let op = if *at_least { CompareOp::Ge } else { CompareOp::Eq };
                self.assign(dst, Repr::Bool, Op::CompareInt(op, found, Const::I64((*length).into()).into()));
            }
            H::MatchItem { value, index } => {
                let index = Const::I64((*index).into()).into();
                let args = [self.value(*value), index].map(Arg::Operand);
                self.assign(dst, Repr::Value, Op::Rt { row: Rt::tp_getitem_int, args: args.into() });
            }
            H::MatchKeys { mapping, keys, values } => {
                let keys = self.key_tuple(keys);
                let args = [self.value(*mapping), keys].map(Arg::Operand);
                let found = self.compute(Repr::Value, Op::Rt { row: Rt::tp_match_keys, args: args.into() });
                self.matched(dst, found, values);
            }
            H::MatchRest { mapping, keys } => {
                let keys = self.key_tuple(keys);
                let args = [self.value(*mapping), keys].map(Arg::Operand);
                self.assign(dst, Repr::Value, Op::Rt { row: Rt::tp_match_rest, args: args.into() });
            }
            H::MatchClass { value, class, positional, keywords, values } => {
                let names = Const::Object(self.program.symbols(keywords.iter().copied()));
                let count = Const::I64((*positional).into());
                let args =
                    [self.value(*value), self.value(*class), count.into(), names.into()].map(Arg::Operand);
                let found = self.compute(Repr::Value, Op::Rt { row: Rt::tp_match_class, args: args.into() });
                self.matched(dst, found, values);
            }
            _ => return false,
        }
        true
    }

    fn kind_test(&mut self, dst: Option<VarId>, row: Rt, value: VarId) {
        let args = vec![Arg::Operand(self.value(value))];
        self.assign(dst, Repr::Bool, Op::Rt { row, args });
    }

    fn key_tuple(&mut self, keys: &[VarId]) -> Operand {
        let keys = self.values(keys);
        self.compute(Repr::Value, super::containers::display(Rt::tp_build_tuple, keys))
    }

    /// `found` is the tuple of what a pattern found, or None: `dst` is whether it is one, `values` are its items. They hold
    /// nothing where it is none, since the graph does not show that nobody reads them then.
    fn matched(&mut self, dst: Option<VarId>, found: Operand, values: &[VarId]) {
        let hit = self.compute(Repr::Bool, Op::TagIs(found, tag::TUPLE));
        // First, for where an item is not of the type that is expected, control leaves to after the whole.
        self.assign(dst, Repr::Bool, Op::Copy(hit));
        if !values.is_empty() {
            let (take, miss, done) = (self.new_block(), self.new_block(), self.new_block());
            self.branch(hit, take, miss);
            self.current = take;
            let array = self.scratch(values.len());
            let count = Const::I64(values.len() as i64);
            self.rt(None, Rt::tp_unpack, [found, count.into(), array].map(Arg::Operand));
            self.take_items(array, values);
            self.terminate(Terminator::Goto(done));
            self.current = miss;
            for &value in values {
                let nothing = self.nothing_for(value);
                self.define(value, nothing.into());
            }
            self.terminate(Terminator::Goto(done));
            self.current = done;
        }
    }

    /// What a variable holds that nobody reads.
    fn nothing_for(&self, var: VarId) -> Const {
        match self.homes[var] {
            Home::Local(local) => match self.body.locals[local].repr {
                Repr::I64 | Repr::Word => Const::I64(0),
                Repr::F64 => Const::F64(0),
                Repr::Bool => Const::Bool(false),
                _ => Const::Unbound,
            },
            _ => Const::Unbound,
        }
    }
}

//! Items of what is known to be a list, by an index that is an unboxed int.
//!
//! ```text
//! x = xs[i]    =>    x = item xs, i else leave to the continuation, which does it again (and raises)
//! xs[i] = x    =>    store item xs, i, x else the same, or the general operation where it is likely to be needed
//! ```
//!
//! Where a handler stands around, the general operation takes the place of leaving: an `IndexError` that is caught again
//! and again must not end the typed mode.

use super::function::FunctionLowering;
use crate::hir::{self, VarId};
use crate::mir::body::*;
use crate::mir::repr::Repr;
use crate::types::Type;
use runtime_interface::tag;

impl FunctionLowering<'_, '_> {
    /// Lowers an item access of this form; false if it is none.
    pub fn list_item_op(&mut self, dst: Option<VarId>, op: &hir::Op) -> bool {
        match *op {
            hir::Op::GetItem { object, index } => match (self.list_index(object, index), dst) {
                (Some(index), Some(dst)) => self.get_list_item(dst, object, index),
                _ => return false,
            },
            hir::Op::SetItem { object, index, value } => match self.list_index(object, index) {
                Some(index) => self.set_list_item(object, index, value),
                None => return false,
            },
            _ => return false,
        }
        true
    }

    fn list_index(&mut self, object: VarId, index: VarId) -> Option<Operand> {
        if !self.is_list(object) {
            return None;
        }
        let index = self.unboxed(index);
        (self.body.repr(index) == Repr::I64).then_some(index)
    }

    fn get_list_item(&mut self, dst: VarId, object: VarId, index: Operand) {
        let list = self.value(object);
        let (repr, references) = self.item_repr(dst);
        let item = self.body.new_local(repr);
        let (ok, join) = (self.new_block(), self.new_block());
        let otherwise = match self.handler() {
            None => self.leave_before(),
            Some(_) => self.apart(|this| {
                let expected = tag::LIST;
                let result = this.compute(Repr::Value, Op::GetItem { object: list, index, expected });
                this.define(dst, result);
                this.terminate(Terminator::Goto(join));
            }),
        };
        self.terminate(Terminator::ListItem {
            list,
            index,
            dst: item,
            references,
            inside: false,
            ok,
            otherwise,
        });
        self.current = ok;
        self.define(dst, item.into());
        self.terminate(Terminator::Goto(join));
        self.current = join;
    }

    fn set_list_item(&mut self, object: VarId, index: Operand, value: VarId) {
        let list = self.value(object);
        let value = self.unboxed(value);
        let expected = match self.body.repr(value) {
            Repr::I64 => Some(Type::Int),
            Repr::F64 => Some(Type::Float),
            Repr::Bool => Some(Type::Bool),
            _ => None,
        };
        let value = if expected.is_some() { value } else { self.as_value(value) };
        let join = self.new_block();
        let fits = expected.is_some_and(|ty| self.program.types.item(self.key, object) == ty);
        let otherwise = match self.handler() {
            None if fits => self.leave_before(),
            _ => self.apart(|this| {
                let value = this.as_value(value);
                this.emit(None, Op::SetItem { object: list, index, value });
                this.terminate(Terminator::Goto(join));
            }),
        };
        self.terminate(Terminator::StoreListItem { list, index, value, ok: join, otherwise });
        self.current = join;
    }

    /// What an item that goes into a variable is taken as, and whether it is expected to be no number.
    pub fn item_repr(&self, dst: VarId) -> (Repr, bool) {
        match self.program.types.var(self.key, dst) {
            ty @ (Type::Int | Type::Float | Type::Bool) => (self.program.repr_of(self.key, ty), false),
            ty => (Repr::Value, matches!(ty, Type::Exact(_))),
        }
    }

    /// A variable that is expected to be a list: control leaves unless it is one.
    pub fn exact_list(&mut self, object: VarId) -> Operand {
        let list = self.value(object);
        let is_list = self.compute(Repr::Bool, Op::TagIs(list, tag::LIST));
        let (go_on, leave) = (self.new_block(), self.leave_before());
        self.branch(is_list, go_on, leave);
        self.current = go_on;
        list
    }

    pub fn is_list(&self, object: VarId) -> bool {
        self.is_typed() && self.program.types.var(self.key, object) == Type::Exact(tag::LIST)
    }

    /// A block off the hot path, with the handler of the current one.
    pub fn apart(&mut self, fill: impl FnOnce(&mut Self)) -> BlockId {
        let block = self.new_block();
        self.body.blocks[block].cold = true;
        let back = std::mem::replace(&mut self.current, block);
        fill(self);
        self.current = back;
        block
    }

    /// Where exceptions of the current block go, if not out of the function.
    fn handler(&self) -> Option<BlockId> {
        self.body.blocks[self.current].handler
    }
}

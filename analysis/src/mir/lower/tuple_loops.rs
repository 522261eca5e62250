//! `for x in t` over a tuple: no iterator object, a position.
//!
//! ```text
//! for x in t:           at = 0
//!     body        =>    while at < len(t): x = t[at]; at += 1; body
//! ```
//!
//! A tuple does not change, and the length of one that stands in the text is known. Code that leaves for the continuation
//! takes the iterator along that CPython would have there.

use super::function::{FunctionLowering, Home};
use crate::hir::{self, VarId, VarKind};
use crate::index::IndexVec;
use crate::mir::body::*;
use crate::mir::program::Constant;
use crate::mir::repr::Repr;
use crate::types::{Point, Type};
use runtime_interface::{rows::Rt, tag};

/// The iterator of such a loop: a tuple, and the position of the next item.
#[derive(Clone, Copy, Debug)]
pub(super) struct TupleLoop {
    tuple: LocalId,
    /// Where it is known.
    len: Option<i64>,
    position: LocalId,
}

impl FunctionLowering<'_, '_> {
    /// Finds the loops before anything is lowered, and gives their iterators homes.
    pub fn find_tuple_loops(&mut self) {
        if !self.is_typed() {
            return;
        }
        let function = self.function;
        let mut over: IndexVec<VarId, Option<VarId>> = IndexVec::from_elem(None, function.vars.len());
        for instr in function.blocks.iter().flat_map(|block| &block.instrs) {
            if let (Some(dst), hir::Op::GetIter(object)) = (instr.dst, &instr.op)
                && function.vars[dst].kind == VarKind::Temp
                && self.uses[dst] == 1
                && matches!(self.homes[dst], Home::Local(_))
                && self.program.types.var(self.key, *object) == Type::Exact(tag::TUPLE)
            {
                over[dst] = Some(*object);
            }
        }
        for block in function.blocks.iter() {
            let hir::Terminator::ForNext { iter, .. } = block.term else { continue };
            if let Some(object) = over[iter] {
                let tuple = self.body.new_local(Repr::Value);
                let position = self.body.new_local(Repr::I64);
                let len = match self.homes[object] {
                    Home::Const(Const::Object(id)) => match &self.program.program.constants[id] {
                        Constant::Tuple(items) => Some(items.len() as i64),
                        _ => None,
                    },
                    _ => None,
                };
                self.homes[iter] = Home::TupleIterator(TupleLoop { tuple, len, position });
            }
        }
    }

    /// An empty tuple, where it is never iterated over.
    pub fn tuple_nothing(&mut self, found: TupleLoop) {
        self.emit(Some(found.tuple), super::containers::display(Rt::tp_build_tuple, vec![]));
        self.emit(Some(found.position), Op::Copy(Const::I64(i64::MAX).into()));
    }

    /// Lowers the `GetIter` of such a loop; false if the op is none.
    pub fn tuple_loop_op(&mut self, dst: Option<VarId>, op: &hir::Op) -> bool {
        match (op, dst.map(|dst| self.homes[dst])) {
            (hir::Op::GetIter(object), Some(Home::TupleIterator(found))) => {
                let tuple = self.value(*object);
                if found.len.is_none() {
                    let is_tuple = self.compute(Repr::Bool, Op::TagIs(tuple, tag::TUPLE));
                    let (go_on, leave) = (self.new_block(), self.leave_before());
                    self.branch(is_tuple, go_on, leave);
                    self.current = go_on;
                }
                self.emit(Some(found.tuple), Op::Copy(tuple));
                self.emit(Some(found.position), Op::Copy(Const::I64(0).into()));
                true
            }
            _ => false,
        }
    }

    /// The head of the loop.
    pub fn next_tuple_item(&mut self, found: TupleLoop, dst: VarId, body: hir::BlockId, exit: hir::BlockId) {
        let (tuple, index) = (Operand::Local(found.tuple), Operand::Local(found.position));
        let len = match found.len {
            Some(len) => Const::I64(len).into(),
            None => self.compute(Repr::I64, Op::TupleLen(tuple)),
        };
        let more = self.compute(Repr::Bool, Op::CompareInt(CompareOp::Lt, index, len));
        let turn = self.new_block();
        self.branch(more, turn, self.blocks[exit]);
        self.current = turn;
        self.after = Point { block: body, instr: 0 };
        let item = self.compute(Repr::Value, Op::TupleAt { tuple, index });
        self.emit(Some(found.position), Op::Int(IntOp::Add, index, Const::I64(1).into()));
        self.define(dst, item);
        self.terminate(Terminator::Goto(self.blocks[body]));
    }

    /// The iterator as a Python object.
    pub fn tuple_iterator_object(&mut self, found: TupleLoop) -> Operand {
        let args = [found.tuple, found.position].map(|local| Arg::Operand(local.into())).into();
        self.compute(Repr::Value, Op::Rt { row: Rt::tp_tuple_iterator_from, args })
    }
}

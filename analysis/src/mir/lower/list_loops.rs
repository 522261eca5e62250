//! `for x in xs` over a list: no iterator object, a position.
//!
//! ```text
//! for x in xs:          at = 0
//!     body        =>    while at < len(xs): x = xs[at]; at += 1; body
//! ```
//!
//! The length is read in each turn, as CPython's iterator does. Code that leaves for the continuation takes the iterator
//! along that CPython would have there.

use super::function::{FunctionLowering, Home};
use crate::hir::{self, VarId, VarKind};
use crate::index::IndexVec;
use crate::mir::body::*;
use crate::mir::repr::Repr;
use crate::types::Point;
use runtime_interface::{rows::Rt, tag};

/// The iterator of such a loop: a list, and the position of the next item.
#[derive(Clone, Copy, Debug)]
pub(super) struct ListLoop {
    pub list: LocalId,
    pub position: LocalId,
}

impl FunctionLowering<'_, '_> {
    /// Finds the loops before anything is lowered, and gives their iterators homes.
    pub fn find_list_loops(&mut self) {
        if !self.is_typed() {
            return;
        }
        let function = self.function;
        let mut over_list = IndexVec::from_elem(false, function.vars.len());
        for instr in function.blocks.iter().flat_map(|block| &block.instrs) {
            if let (Some(dst), hir::Op::GetIter(object)) = (instr.dst, &instr.op) {
                over_list[dst] = function.vars[dst].kind == VarKind::Temp
                    && self.uses[dst] == 1
                    && matches!(self.homes[dst], Home::Local(_))
                    && self.is_list(*object);
            }
        }
        for block in function.blocks.iter() {
            let hir::Terminator::ForNext { iter, .. } = block.term else { continue };
            if over_list[iter] {
                let list = self.body.new_local(Repr::Value);
                let position = self.body.new_local(Repr::I64);
                self.homes[iter] = Home::ListIterator(ListLoop { list, position });
            }
        }
    }

    /// An empty list, where it is never iterated over.
    pub fn list_nothing(&mut self, found: ListLoop) {
        self.emit(Some(found.list), super::containers::display(Rt::tp_build_list, vec![]));
        self.emit(Some(found.position), Op::Copy(Const::I64(0).into()));
    }

    /// Lowers the `GetIter` of such a loop; false if the op is none.
    pub fn list_loop_op(&mut self, dst: Option<VarId>, op: &hir::Op) -> bool {
        match (op, dst.map(|dst| self.homes[dst])) {
            (hir::Op::GetIter(object), Some(Home::ListIterator(found))) => {
                let list = self.exact_list(*object);
                self.emit(Some(found.list), Op::Copy(list));
                self.emit(Some(found.position), Op::Copy(Const::I64(0).into()));
                true
            }
            _ => false,
        }
    }

    /// The head of the loop.
    pub fn next_list_item(&mut self, found: ListLoop, dst: VarId, body: hir::BlockId, exit: hir::BlockId) {
        let (list, index) = (Operand::Local(found.list), Operand::Local(found.position));
        let len = self.compute(Repr::I64, Op::ListLen(list));
        let more = self.compute(Repr::Bool, Op::CompareInt(CompareOp::Lt, index, len));
        let turn = self.new_block();
        self.branch(more, turn, self.blocks[exit]);
        self.current = turn;
        self.after = Point { block: body, instr: 0 };
        let body = self.blocks[body];
        let next = Op::Int(IntOp::Add, index, Const::I64(1).into());
        let otherwise = self.apart(|this| {
            let item = Op::GetItem { object: list, index, expected: tag::LIST };
            let item = this.compute(Repr::Value, item);
            this.emit(Some(found.position), next.clone());
            this.define(dst, item);
            this.terminate(Terminator::Goto(body));
        });
        let (repr, references) = self.item_repr(dst);
        let item = self.body.new_local(repr);
        let ok = self.new_block();
        self.item_inside(found, (item, references), ok, otherwise);
        self.emit(Some(found.position), next);
        self.define(dst, item.into());
        self.terminate(Terminator::Goto(body));
    }

    /// The item at the position, which the list has; goes on in `ok`.
    pub fn item_inside(
        &mut self,
        found: ListLoop,
        (item, references): (LocalId, bool),
        ok: BlockId,
        otherwise: BlockId,
    ) {
        self.terminate(Terminator::ListItem {
            list: found.list.into(),
            index: found.position.into(),
            dst: item,
            references,
            inside: true,
            ok,
            otherwise,
        });
        self.current = ok;
    }

    /// The iterator as a Python object.
    pub fn list_iterator_object(&mut self, found: ListLoop) -> Operand {
        let args = [found.list, found.position].map(|local| Arg::Operand(local.into())).into();
        self.compute(Repr::Value, Op::Rt { row: Rt::tp_list_iterator_from, args })
    }
}

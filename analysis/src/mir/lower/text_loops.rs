//! `for c in s` over a `str`, `bytes` or `bytearray`: no iterator object, a position.
//!
//! ```text
//! for c in s:          at = 0
//!     body       =>    while at < len(s): c = s[at]; at += 1; body
//! ```
//!
//! Code that leaves for the continuation takes the iterator along that CPython would have there.

use super::function::{FunctionLowering, Home};
use crate::hir::{self, VarId, VarKind};
use crate::mir::body::*;
use crate::mir::repr::Repr;
use crate::types::{Point, Type};
use runtime_interface::{rows::Rt, tag};

/// The iterator of such a loop: the object, its type, and the position of the next item.
#[derive(Clone, Copy, Debug)]
pub(super) struct TextLoop {
    pub text: LocalId,
    pub of: u64,
    pub position: LocalId,
}

impl FunctionLowering<'_, '_> {
    /// Finds the loops before anything is lowered, and gives their iterators homes.
    pub fn find_text_loops(&mut self) {
        if !self.is_typed() {
            return;
        }
        let function = self.function;
        for instr in function.blocks.iter().flat_map(|block| &block.instrs) {
            let (Some(dst), hir::Op::GetIter(object)) = (instr.dst, &instr.op) else { continue };
            let Type::Exact(of @ (tag::STR | tag::BYTES | tag::BYTEARRAY)) =
                self.program.types.var(self.key, *object)
            else {
                continue;
            };
            let is_loops = || {
                function
                    .blocks
                    .iter()
                    .any(|block| matches!(block.term, hir::Terminator::ForNext { iter, .. } if iter == dst))
            };
            if function.vars[dst].kind == VarKind::Temp
                && self.uses[dst] == 1
                && matches!(self.homes[dst], Home::Local(_))
                && is_loops()
            {
                self.homes[dst] = Home::TextIterator(self.new_text_loop(of));
            }
        }
    }

    pub fn new_text_loop(&mut self, of: u64) -> TextLoop {
        let text = self.body.new_local(Repr::Value);
        let position = self.body.new_local(Repr::I64);
        TextLoop { text, of, position }
    }

    /// An empty text, where it is never iterated over.
    pub fn text_nothing(&mut self, found: TextLoop) {
        let empty = Const::Object(self.program.string(""));
        self.emit(Some(found.text), Op::Copy(empty.into()));
        self.emit(Some(found.position), Op::Copy(Const::I64(0).into()));
    }

    /// Lowers the `GetIter` of such a loop; false if the op is none.
    pub fn text_loop_op(&mut self, dst: Option<VarId>, op: &hir::Op) -> bool {
        match (op, dst.map(|dst| self.homes[dst])) {
            (hir::Op::GetIter(object), Some(Home::TextIterator(found))) => {
                self.start_text_loop(found, *object);
                true
            }
            _ => false,
        }
    }

    pub fn start_text_loop(&mut self, found: TextLoop, object: VarId) {
        let value = self.value(object);
        if !matches!(self.homes[object], Home::Const(_)) {
            self.leave_unless(value, found.of);
        }
        self.emit(Some(found.text), Op::Copy(value));
        self.emit(Some(found.position), Op::Copy(Const::I64(0).into()));
    }

    /// The head of the loop.
    pub fn next_char(&mut self, found: TextLoop, dst: VarId, body: hir::BlockId, exit: hir::BlockId) {
        let exit = self.blocks[exit];
        let index = self.next_position(found, exit);
        self.after = Point { block: body, instr: 0 };
        let (at, text) = (self.char_at(found, index), Operand::from(found.text));
        if found.of == tag::STR {
            self.character(dst, at, |this| {
                this.compute(Repr::Value, Op::GetItem { object: text, index, expected: tag::STR })
            });
        } else {
            let item = self.compute(Repr::I64, at);
            self.define(dst, item);
        }
        self.terminate(Terminator::Goto(self.blocks[body]));
    }

    /// Goes to `exit` after the last item; else the position of this turn's, and the next one is that after it.
    fn next_position(&mut self, found: TextLoop, exit: BlockId) -> Operand {
        let len = self.compute(Repr::I64, Op::TextLen(found.text.into(), found.of));
        let more = self.compute(Repr::Bool, Op::CompareInt(CompareOp::Lt, found.position.into(), len));
        let turn = self.new_block();
        self.branch(more, turn, exit);
        self.current = turn;
        let index = self.compute(Repr::I64, Op::Copy(found.position.into()));
        self.emit(Some(found.position), Op::Int(IntOp::Add, index, Const::I64(1).into()));
        index
    }

    fn char_at(&self, found: TextLoop, index: Operand) -> Op {
        Op::CharAt { text: found.text.into(), of: found.of, index, inside: true }
    }

    /// The iterator as a Python object.
    pub fn text_iterator_object(&mut self, found: TextLoop) -> Operand {
        let args = [found.text, found.position].map(|local| Arg::Operand(local.into())).into();
        self.compute(Repr::Value, Op::Rt { row: Rt::tp_text_iterator_from, args })
    }
}

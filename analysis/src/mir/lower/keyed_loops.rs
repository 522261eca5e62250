//! `for x in s` over a set, and over the keys or values of a dict: the next element is found in line.
//!
//! ```text
//! for x in s:           it = iter(s)
//!     body        =>    while (x = if it.tag == SET_ITERATOR: tp_set_next(it) else: next(it)) is bound: body
//! ```
//!
//! The row answers what `tp_next` would; which row it is comes from the inferred type of what is iterated over.

use super::function::FunctionLowering;
use crate::hir::{self, VarId, VarKind};
use crate::index::IndexVec;
use crate::mir::body::*;
use crate::mir::repr::Repr;
use crate::types::{Point, Type};
use runtime_interface::{rows::Rt, tag};

/// The tag that the iterator is expected to have, and the row for its next element.
pub(super) type NextRow = (u64, Rt);

impl FunctionLowering<'_, '_> {
    /// Finds the iterators of such loops.
    pub fn find_keyed_loops(&mut self) {
        let function = self.function;
        self.next_rows = IndexVec::from_elem(None, function.vars.len());
        if !self.is_typed() {
            return;
        }
        let mut views: IndexVec<VarId, Option<NextRow>> = IndexVec::from_elem(None, function.vars.len());
        for instr in function.blocks.iter().flat_map(|block| &block.instrs) {
            let Some(dst) = instr.dst else { continue };
            if function.vars[dst].kind != VarKind::Temp {
                continue;
            }
            match &instr.op {
                hir::Op::CallMethod { object, name, args, kwargs, .. }
                    if args.is_empty() && kwargs.is_empty() && self.is_dict(*object) =>
                {
                    views[dst] = match &self.program.hir.names[*name] {
                        "keys" => Some((tag::DICT_KEY_ITERATOR, Rt::tp_dict_next_key)),
                        "values" => Some((tag::DICT_VALUE_ITERATOR, Rt::tp_dict_next_value)),
                        _ => None,
                    };
                }
                hir::Op::GetIter(object) => {
                    let row = match self.program.types.var(self.key, *object) {
                        Type::Exact(tag::SET | tag::FROZENSET) => Some((tag::SET_ITERATOR, Rt::tp_set_next)),
                        _ if self.is_dict(*object) => Some((tag::DICT_KEY_ITERATOR, Rt::tp_dict_next_key)),
                        _ => views[*object],
                    };
                    self.next_rows[dst] = row;
                }
                _ => {}
            }
        }
    }

    fn is_dict(&self, object: VarId) -> bool {
        matches!(self.program.types.var(self.key, object), Type::Exact(tag::DICT | tag::DEFAULTDICT))
    }

    /// The head of the loop.
    pub fn next_key(
        &mut self,
        (expected, row): NextRow,
        iter: Operand,
        dst: VarId,
        (body, exit): (hir::BlockId, hir::BlockId),
    ) {
        let site = self.site();
        let item = self.body.new_local(Repr::Value);
        let [plain, other, got] = std::array::from_fn(|_| self.new_block());
        let exit = self.blocks[exit];
        let is_it = self.compute(Repr::Bool, Op::TagIs(iter, expected));
        self.branch(is_it, plain, other);
        self.body.blocks[other].cold = true;
        self.current = other;
        self.terminate(Terminator::ForNext { iter, dst: item, body: got, exit, site });
        self.current = plain;
        let found = self.compute_local(Repr::Value, Op::Rt { row, args: vec![Arg::Operand(iter)] });
        let done = self.compute(Repr::Bool, Op::TagIs(found.into(), tag::UNBOUND));
        let some = self.new_block();
        self.branch(done, exit, some);
        self.current = some;
        self.emit(Some(item), Op::Copy(found.into()));
        self.terminate(Terminator::Goto(got));
        self.current = got;
        self.after = Point { block: body, instr: 0 };
        self.define(dst, item.into());
        self.terminate(Terminator::Goto(self.blocks[body]));
    }
}

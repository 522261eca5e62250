//! Ints as keys of dicts: the usual find is in line, on the unboxed int.
//!
//! ```text
//! r = d[k]    =>    if d.tag == DICT: r = tp_dict_item_int(d, k)
//!                   else: r = d[k]
//! ```

use super::function::FunctionLowering;
use crate::hir::VarId;
use crate::mir::body::*;
use crate::mir::repr::Repr;
use crate::types::Type;
use runtime_interface::{rows::Rt, tag};

impl FunctionLowering<'_, '_> {
    /// The dict's tag, where the container is expected to be one and the key an unboxed int.
    pub fn dict_of_ints(&mut self, container: VarId, key: VarId) -> Option<(u64, Operand)> {
        if !self.is_typed() {
            return None;
        }
        let Type::Exact(expected @ (tag::DICT | tag::DEFAULTDICT)) =
            self.program.types.var(self.key, container)
        else {
            return None;
        };
        let key = self.unboxed(key);
        (self.body.repr(key) == Repr::I64).then_some((expected, key))
    }

    /// `row(container, key, more)`, or `general` with the key as a value where the container has another tag.
    pub fn by_int(
        &mut self,
        (expected, key): (u64, Operand),
        container: Operand,
        (repr, row, more): (Repr, Rt, Option<Operand>),
        general: impl FnOnce(&mut Self, LocalId, Operand),
    ) -> Operand {
        let result = self.body.new_local(repr);
        let [plain, other, join] = std::array::from_fn(|_| self.new_block());
        let is_it = self.compute(Repr::Bool, Op::TagIs(container, expected));
        self.branch(is_it, plain, other);
        self.current = plain;
        let args = [container, key].into_iter().chain(more).map(Arg::Operand);
        self.rt(Some(result), row, args);
        self.terminate(Terminator::Goto(join));
        self.current = other;
        self.body.blocks[other].cold = true;
        let key = self.as_value(key);
        general(self, result, key);
        self.terminate(Terminator::Goto(join));
        self.current = join;
        result.into()
    }
}

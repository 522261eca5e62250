//! `super().method(...)`: the object that `super()` is gets made only where the method is not the one expected.
//!
//! ```text
//! super().__init__(x)    =>    if method after Circle of self is Shape.__init__: Shape.__init__#2(self, x)
//!                              else: call super(__class__, self).__init__(x)
//! ```

use super::function::{FunctionLowering, Home};
use crate::hir::{self, VarId, VarKind};
use crate::mir::body::*;
use crate::mir::repr::Repr;
use crate::types::Point;
use runtime_interface::rows::Rt;

impl FunctionLowering<'_, '_> {
    /// Finds the `super()`s that one method call uses and nothing else.
    pub fn find_super_calls(&mut self) {
        if !self.is_typed() {
            return;
        }
        let function = self.function;
        for (block, contents) in function.blocks.iter_enumerated() {
            for (at, instr) in contents.instrs.iter().enumerate() {
                let (Some(dst), hir::Op::Super { class_cell, first }) = (instr.dst, &instr.op) else {
                    continue;
                };
                let used_by = |i: &hir::Instr| matches!(i.op, hir::Op::CallMethod { object, method: None, .. } if object == dst);
                let Some(call) = contents.instrs[at..].iter().position(used_by) else { continue };
                let call = Point { block, instr: (at + call) as u32 };
                // Nothing rebinds what it is made of before the call.
                let rebound = contents.instrs[at..call.instr as usize].iter().any(|i| {
                    i.dst == Some(*first)
                        || i.op.more_defs().contains(first)
                        || matches!(i.op, hir::Op::StoreCell { cell, .. } if cell == *class_cell)
                });
                if !rebound
                    && self.uses[dst] == 1
                    && function.vars[dst].kind == VarKind::Temp
                    && !self.program.types.methods(self.key, call).is_empty()
                {
                    self.homes[dst] = Home::Super { class_cell: *class_cell, first: *first };
                }
            }
        }
    }

    pub fn is_deferred_super(&self, var: VarId) -> bool {
        matches!(self.homes[var], Home::Super { .. })
    }

    pub fn super_object(&mut self, class_cell: VarId, first: VarId) -> Operand {
        let class = self.load_cell(class_cell);
        let args = [class, self.value(first)].map(Arg::Operand);
        self.compute(Repr::Value, Op::Rt { row: Rt::tp_super, args: args.into() })
    }
}

//! Raising, handling, `with`.

use super::function::FunctionLowering;
use crate::hir::{self, VarId};
use crate::mir::body::*;
use crate::mir::repr::Repr;
use runtime_interface::rows::Rt;

impl FunctionLowering<'_, '_> {
    /// Lowers an op of this family; false if it is none.
    pub fn exception_op(&mut self, dst: Option<VarId>, op: &hir::Op) -> bool {
        use hir::Op as H;
        match *op {
            H::TakeException => self.row_of(dst, Rt::tp_take_exception, &[]),
            H::EnterHandler(exc) => self.row_of(dst, Rt::tp_enter_handler, &[exc]),
            H::LeaveHandler(previous) => self.row_of(None, Rt::tp_leave_handler, &[previous]),
            H::ExceptionMatch { exc, class } => {
                let args = self.values(&[exc, class]).into_iter().map(Arg::Operand).collect();
                self.assign(dst, Repr::Bool, Op::Rt { row: Rt::tp_exception_matches, args });
            }
            H::GroupSplit { exc, class, rest } => {
                let array = self.scratch(2);
                let args = [self.value(exc), self.value(class), array];
                self.rt(None, Rt::tp_exception_split, args.map(Arg::Operand));
                self.assign(dst, Repr::Value, Op::LoadItem { array, index: 0 });
                self.assign(Some(rest), Repr::Value, Op::LoadItem { array, index: 1 });
            }
            H::GroupJoin { original, raised } => self.row_of(dst, Rt::tp_exception_join, &[original, raised]),
            H::LoadAssertionError => self.row_of(dst, Rt::tp_assertion_error, &[]),
            H::ContextEnter { manager, exit } => {
                let array = self.scratch(1);
                let args = [self.value(manager), array].map(Arg::Operand);
                self.assign(dst, Repr::Value, Op::Rt { row: Rt::tp_context_enter, args: args.into() });
                self.take_items(array, &[exit]);
            }
            H::ContextExit { exit, exc } => {
                let exc = exc.map_or(Const::None.into(), |exc| self.value(exc));
                let args = [self.value(exit), exc].map(Arg::Operand);
                self.assign(dst, Repr::Bool, Op::Rt { row: Rt::tp_context_exit, args: args.into() });
            }
            _ => return false,
        }
        true
    }

    /// `raise exc from cause`
    pub fn lower_raise(&mut self, exc: VarId, cause: Option<VarId>) {
        let exc = self.value(exc);
        let cause = cause.map_or(Const::Unbound.into(), |cause| self.value(cause));
        self.rt(None, Rt::tp_raise, [exc, cause].map(Arg::Operand));
        self.raise();
    }
}

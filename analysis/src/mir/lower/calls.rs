//! Attribute access and calls.

use super::function::FunctionLowering;
use crate::hir::{self, VarId};
use crate::mir::body::*;
use crate::mir::program::{CacheKind, ConstantId};
use crate::mir::repr::Repr;
use runtime_interface::rows::Rt;

impl FunctionLowering<'_, '_> {
    /// Lowers an op of this family; false if it is none.
    pub fn call_op(&mut self, dst: Option<VarId>, op: &hir::Op) -> bool {
        use hir::Op as H;
        match op {
            H::GetAttr { object, name } => {
                let object = self.value(*object);
                let name = self.program.symbol(*name);
                let cache = self.program.cache(CacheKind::GetAttr);
                self.assign(dst, Repr::Value, Op::GetAttr { object, name, cache });
            }
            H::SetAttr { object, name, value } => {
                let (object, value) = (self.value(*object), self.value(*value));
                let name = self.program.symbol(*name);
                let cache = self.program.cache(CacheKind::SetAttr);
                self.emit(None, Op::SetAttr { object, name, value, cache });
            }
            H::DelAttr { object, name } => {
                let args = [self.value(*object), self.name_pointer(*name)];
                self.rt(None, Rt::tp_delattr, args.map(Arg::Operand));
            }
            H::Call { callee, args, kwargs } if self.direct_call(dst, *callee, args, kwargs) => {}
            H::Call { callee, args, kwargs } => {
                let callee = self.value(*callee);
                let (args, kwnames) = self.arguments(args, kwargs);
                self.assign(dst, Repr::Value, Op::CallBoxed { callee, args, kwnames });
            }
            H::LoadMethod { object, name, receiver } => {
                let array = self.scratch(1);
                let cache = Const::Cache(self.program.cache(CacheKind::CallMethod)).into();
                let args = [self.value(*object), self.name_pointer(*name), array, cache].map(Arg::Operand);
                self.assign(dst, Repr::Value, Op::Rt { row: Rt::tp_load_method, args: args.into() });
                self.take_items(array, &[*receiver]);
            }
            H::CallMethod { object, name, method: None, args, kwargs } => {
                let receiver = self.value(*object);
                let name = self.program.symbol(*name);
                let (args, kwnames) = self.arguments(args, kwargs);
                let cache = self.program.cache(CacheKind::CallMethod);
                self.assign(dst, Repr::Value, Op::CallMethod { receiver, name, args, kwnames, cache });
            }
            H::CallMethod { method: Some((callee, receiver)), args, kwargs, .. } => {
                let (callee, receiver) = (self.value(*callee), self.value(*receiver));
                let positional = Const::I64(args.len() as i64);
                let (args, kwnames) = self.arguments(args, kwargs);
                let args = vec![
                    Arg::Operand(callee),
                    Arg::Operand(receiver),
                    Arg::Values(args),
                    Arg::Operand(positional.into()),
                    Arg::Operand(names_pointer(kwnames)),
                ];
                self.assign(dst, Repr::Value, Op::Rt { row: Rt::tp_call_loaded, args });
            }
            H::CallStar { callee, args, kwargs } => {
                let kwargs = kwargs.map_or(Const::Unbound.into(), |kwargs| self.value(kwargs));
                let args = [self.value(*callee), self.value(*args), kwargs].map(Arg::Operand);
                self.assign(dst, Repr::Value, Op::Rt { row: Rt::tp_call_ex, args: args.into() });
            }
            H::Super { class_cell, first } => {
                let class = self.load_cell(*class_cell);
                let args = [class, self.value(*first)].map(Arg::Operand);
                self.assign(dst, Repr::Value, Op::Rt { row: Rt::tp_super, args: args.into() });
            }
            _ => return false,
        }
        true
    }

    /// Positional values, then keyword values; the keyword names as a tuple.
    pub fn arguments(
        &mut self,
        args: &[VarId],
        kwargs: &[(hir::Symbol, VarId)],
    ) -> (Vec<Operand>, Option<ConstantId>) {
        let mut values = self.values(args);
        if kwargs.is_empty() {
            return (values, None);
        }
        values.extend(kwargs.iter().map(|&(_, var)| self.value(var)));
        (values, Some(self.program.symbols(kwargs.iter().map(|&(name, _)| name))))
    }
}

/// Keyword names as rows take them: a tuple, or null.
pub(super) fn names_pointer(kwnames: Option<ConstantId>) -> Operand {
    kwnames.map_or(Const::Null, Const::Pointer).into()
}

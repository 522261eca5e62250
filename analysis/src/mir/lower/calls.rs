//! Attribute access and calls.

use super::function::FunctionLowering;
use crate::hir::{self, VarId};
use crate::mir::body::*;
use crate::mir::program::{CacheId, CacheKind, ConstantId};
use crate::mir::repr::Repr;
use runtime_interface::rows::Rt;

impl FunctionLowering<'_, '_> {
    /// Lowers an op of this family; false if it is none.
    pub fn call_op(&mut self, dst: Option<VarId>, op: &hir::Op) -> bool {
        use hir::Op as H;
        match op {
            H::GetAttr { object, name } if self.read_field(dst, *object, *name) => {}
            H::SetAttr { object, name, value } if self.write_field(*object, *name, *value) => {}
            H::GetAttr { object, name } if self.read_native_constant(dst, *object, *name) => {}
            H::GetAttr { object, name } => {
                let cache = self.attribute_cache(CacheKind::GetAttr, *object, *name);
                let object = self.value(*object);
                let name = self.program.symbol(*name);
                self.assign(dst, Repr::Value, Op::GetAttr { object, name, cache });
            }
            H::SetAttr { object, name, value } => {
                let value = self.value(*value);
                self.write_by_name(*object, *name, value);
            }
            H::DelAttr { object, name } => {
                let args = [self.value(*object), self.name_pointer(*name)];
                self.rt(None, Rt::tp_delattr, args.map(Arg::Operand));
            }
            H::Call { callee, args, kwargs } if self.make_instance(dst, *callee, args, kwargs) => {}
            H::CallMethod { .. } | H::LoadMethod { .. } if self.method_call(dst, op) => {}
            H::Call { callee, args, kwargs } if self.direct_call(dst, *callee, args, kwargs) => {}
            H::Call { callee, args, kwargs } => {
                let callee = self.value(*callee);
                let (args, kwnames) = self.arguments(args, kwargs);
                self.assign(dst, Repr::Value, Op::CallBoxed { callee, args, kwnames });
            }
            H::LoadMethod { object, name, receiver }
                if let Some(count) = dst.and_then(|dst| self.called_with[dst])
                    && let Some(method) = self.builtin_method(*object, *name, count) =>
            {
                self.load_builtin_method(dst, *object, *name, *receiver, method);
            }
            H::CallMethod { object, name, method: looked_up, args, kwargs }
                if kwargs.is_empty()
                    && let Some(method) = self.builtin_method(*object, *name, args.len()) =>
            {
                self.call_builtin_method(dst, (*object, *name), *looked_up, args, method);
            }
            H::LoadMethod { object, name, receiver } => {
                let (array, load) = self.load_method(*object, *name);
                self.assign(dst, Repr::Value, load);
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
                let (args, kwnames) = self.arguments(args, kwargs);
                let kwnames = kwnames.map(|names| (names, kwargs.len()));
                let call = call_loaded((callee, receiver), args, kwnames);
                self.assign(dst, Repr::Value, call);
            }
            H::CallStar { callee, args, kwargs } => {
                let kwargs = kwargs.map_or(Const::Unbound.into(), |kwargs| self.value(kwargs));
                let args = [self.value(*callee), self.value(*args), kwargs].map(Arg::Operand);
                self.assign(dst, Repr::Value, Op::Rt { row: Rt::tp_call_ex, args: args.into() });
            }
            H::Super { .. } if dst.is_some_and(|dst| self.is_deferred_super(dst)) => {}
            H::Super { class_cell, first } => {
                let object = self.super_object(*class_cell, *first);
                dst.into_iter().for_each(|dst| self.define(dst, object));
            }
            _ => return false,
        }
        true
    }

    /// The cell of an access to an attribute of what a variable holds.
    pub fn attribute_cache(&mut self, kind: CacheKind, object: VarId, name: hir::Symbol) -> CacheId {
        let class = self.program.types.instance_of(self.key, object);
        self.program.attribute_cache(kind, class, name)
    }

    /// The op that looks a method up, and the array where it leaves the receiver.
    pub fn load_method(&mut self, object: VarId, name: hir::Symbol) -> (Operand, Op) {
        let array = self.scratch(1);
        let cache = Const::Cache(self.program.cache(CacheKind::CallMethod)).into();
        let args = [self.value(object), self.name_pointer(name), array, cache].map(Arg::Operand);
        (array, Op::Rt { row: Rt::tp_load_method, args: args.into() })
    }

    /// The end of a look-up that comes before the arguments, where nothing was found so far: what the row finds.
    pub fn finish_look_up(
        &mut self,
        dst: Option<VarId>,
        (object, name, receiver): (VarId, hir::Symbol, VarId),
        (callee, first): (LocalId, LocalId),
        join: BlockId,
    ) {
        let (array, load) = self.load_method(object, name);
        self.emit(Some(callee), load);
        self.emit(Some(first), Op::LoadItem { array, index: 0 });
        self.terminate(Terminator::Goto(join));
        self.current = join;
        self.define_looked_up(dst, callee.into(), (receiver, first.into()));
    }

    /// Defines both variables of a look-up.
    pub fn define_looked_up(&mut self, dst: Option<VarId>, callee: Operand, receiver: (VarId, Operand)) {
        let defined: Vec<(VarId, Operand)> =
            dst.map(|dst| (dst, callee)).into_iter().chain([receiver]).collect();
        self.define_all(&defined);
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

/// The call of what was looked up before the arguments; the last of those belong to the keyword names.
pub(super) fn call_loaded(
    (callee, receiver): (Operand, Operand),
    args: Vec<Operand>,
    kwnames: Option<(ConstantId, usize)>,
) -> Op {
    let keywords = kwnames.map_or(0, |(_, count)| count);
    let positional = Const::I64((args.len() - keywords) as i64);
    let args = vec![
        Arg::Operand(callee),
        Arg::Operand(receiver),
        Arg::Values(args),
        Arg::Operand(positional.into()),
        Arg::Operand(names_pointer(kwnames.map(|(names, _)| names))),
    ];
    Op::Rt { row: Rt::tp_call_loaded, args }
}

/// Keyword names as rows take them: a tuple, or null.
pub(super) fn names_pointer(kwnames: Option<ConstantId>) -> Operand {
    kwnames.map_or(Const::Null, Const::Pointer).into()
}

//! Direct calls: arguments are bound at compile time, no argument vector is made.
//!
//! ```text
//! f(1)      =>     if global f is the function f: f#body(1, default) else: call f(1)
//! ```
//!
//! A callee is *likely* when its name is a global that one `def` of the program stores. That it is that function still is
//! tested on the object itself, and so are the types of arguments where the callee's instance takes them unboxed.

use super::function::FunctionLowering;
use crate::hir::{self, FunctionId, ParamKind, VarId};
use crate::mir::body::*;
use crate::mir::program::Return;
use crate::mir::repr::{Layout, Repr};
use crate::types::{InstanceKey, Target};

/// What a parameter is bound to.
pub(super) enum Argument {
    Var(VarId),
    Default(Const),
    Operand(Operand),
}

impl FunctionLowering<'_, '_> {
    /// Lowers a call of a likely callee; false if there is none.
    pub fn direct_call(
        &mut self,
        dst: Option<VarId>,
        callee: VarId,
        args: &[VarId],
        kwargs: &[(hir::Symbol, VarId)],
    ) -> bool {
        if self.is_continuation() {
            return false;
        }
        let Some(target) = self.likely_callee(callee) else { return false };
        let Some(bound) = self.bind(target.function, args, kwargs) else { return false };
        let code = self.program.code(target.function);
        let callee = self.value(callee);
        let result = self.body.new_local(Repr::Value);
        let is_it = self.compute(Repr::Bool, Op::FunctionIs(callee, code));
        let (direct, other, join) = (self.new_block(), self.new_block(), self.new_block());
        self.body.blocks[other].cold = true;
        self.branch(is_it, direct, other);

        self.current = direct;
        let mut operands = Vec::new();
        let function = self.program.function(target.function);
        if !function.free.is_empty() {
            operands.push(self.compute(Repr::Ptr(Layout::Function), Op::Unbox(callee)));
        }
        for (param, argument) in function.params.iter().zip(&bound) {
            let operand = self.argument(argument);
            operands.push(match self.program.param_repr(target, param.var) {
                Repr::Value => self.as_value(operand),
                repr => self.unbox_or(operand, repr, |_| other),
            });
        }
        let instance = self.program.body_instance(target);
        match self.program.program.instances[instance].ret {
            Return::Guarded(repr) => {
                let unboxed = self.body.new_local(repr);
                let (ok, site) = (self.new_block(), self.site());
                let escaped = (result, join);
                let args = operands;
                self.terminate(Terminator::CallUnboxed { instance, args, dst: unboxed, ok, escaped, site });
                self.current = ok;
                self.emit(Some(result), Op::Box(unboxed.into()));
            }
            _ => self.emit(Some(result), Op::CallInstance { instance, args: operands }),
        }
        self.terminate(Terminator::Goto(join));

        self.current = other;
        let (values, kwnames) = self.arguments(args, kwargs);
        self.emit(Some(result), Op::CallBoxed { callee, args: values, kwnames });
        self.terminate(Terminator::Goto(join));

        self.current = join;
        dst.into_iter().for_each(|dst| self.define(dst, result.into()));
        true
    }

    /// The instance that the analysis expects, else the dynamic one of the function that the text shows.
    fn likely_callee(&self, callee: VarId) -> Option<InstanceKey> {
        if let Target::Function(target) = self.program.types.target(self.key, self.at) {
            return Some(target);
        }
        let global = self.loaded_from[callee]?;
        let known = self.program.known.function_of(self.program.global(self.key.function, global));
        known.map(InstanceKey::dynamic)
    }

    /// What each parameter is bound to, if that can be told now: no `*args` or `**kwargs`, and every default taken is a
    /// constant.
    pub fn bind(
        &mut self,
        target: FunctionId,
        args: &[VarId],
        kwargs: &[(hir::Symbol, VarId)],
    ) -> Option<Vec<Argument>> {
        let function = self.program.function(target);
        if args.len() > function.positional() {
            return None;
        }
        let mut bound: Vec<Option<VarId>> = args.iter().copied().map(Some).collect();
        bound.resize(function.params.len(), None);
        for &(name, value) in kwargs {
            let at = function.params.iter().position(|param| {
                param.name == name
                    && matches!(param.kind, ParamKind::PositionalOrKeyword | ParamKind::KeywordOnly)
            })?;
            if bound[at].replace(value).is_some() {
                return None;
            }
        }
        let mut arguments = Vec::new();
        for (at, bound) in bound.into_iter().enumerate() {
            arguments.push(match bound {
                Some(var) => Argument::Var(var),
                None => {
                    let constant = self.program.known.default(target, function, at)?.clone();
                    Argument::Default(self.program.literal(&constant))
                }
            });
        }
        Some(arguments)
    }

    pub fn argument(&mut self, argument: &Argument) -> Operand {
        match argument {
            Argument::Var(var) => self.operand(*var),
            Argument::Default(constant) => (*constant).into(),
            Argument::Operand(operand) => *operand,
        }
    }
}

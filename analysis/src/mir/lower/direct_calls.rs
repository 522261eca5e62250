//! Direct calls: arguments are bound at compile time, no argument vector is made.
//!
//! ```text
//! f(1)      =>     if global f is the function f: f#body(1, default) else: call f(1)
//! ```
//!
//! A callee is *likely* when its name is a global that one `def` of the program stores. That it is that function still is
//! tested on the object itself, and so are the types of arguments where the callee's instance takes them unboxed.

use super::defaults::Default;
use super::function::FunctionLowering;
use crate::hir::{self, FunctionId, ParamKind, VarId};
use crate::mir::body::*;
use crate::mir::program::{CacheId, Return, ShapeId};
use crate::mir::repr::{Layout, Repr};
use crate::types::{InstanceKey, Target};

/// HIR instructions of a function that may come in the place of its calls.
const MOST_INLINED: usize = 60;

/// What a parameter is bound to.
pub(super) enum Argument {
    Var(VarId),
    Default(Const),
    /// A default that the function object holds.
    Stored(u32),
    Operand(Operand),
}

/// Where the function object of a callee is, should it have a closure.
#[derive(Clone, Copy)]
pub(super) enum FunctionObject {
    Value(Operand),
    /// Found by the test of this cell.
    Found(CacheId),
    /// A method of a shape, or its `__init__`.
    Shape(ShapeId, Option<u32>),
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
        let is_settled = self.settled_functions.get(&callee) == Some(&target.function);
        let callee = self.value(callee);
        let result = self.body.new_local(Repr::Value);
        let (direct, other, join) = (self.new_block(), self.new_block(), self.new_block());
        self.body.blocks[other].cold = true;
        if is_settled {
            self.terminate(Terminator::Goto(direct));
        } else {
            let is_it = self.compute(Repr::Bool, Op::FunctionIs(callee, code));
            self.branch(is_it, direct, other);
        }

        self.current = direct;
        let left = self.left_after(target, dst);
        let function = FunctionObject::Value(callee);
        let returned = self.call_target(target, function, &bound, ((result, join), left), other);
        self.put(result, returned);
        self.terminate(Terminator::Goto(join));

        self.current = other;
        let (values, kwnames) = self.arguments(args, kwargs);
        self.emit(Some(result), Op::CallBoxed { callee, args: values, kwnames });
        self.terminate(Terminator::Goto(join));

        self.current = join;
        dst.into_iter().for_each(|dst| self.define(dst, result.into()));
        true
    }

    /// Calls an instance with bound arguments; the answer is its result, unboxed if the instance returns it so. Goes to
    /// `otherwise` if an argument is not of the type that the instance takes, and to `escaped` with a result that is not of
    /// the type it gives. Where the instance's body comes in the place of the call and leaves, its result goes to `left`.
    pub fn call_target(
        &mut self,
        target: InstanceKey,
        function: FunctionObject,
        bound: &[Argument],
        (escaped, left): ((LocalId, BlockId), Option<(LocalId, BlockId)>),
        otherwise: BlockId,
    ) -> Operand {
        let callee = self.program.function(target.function);
        let (mut args, object) = self.function_argument(target, function, bound);
        for (param, argument) in callee.params.iter().zip(bound) {
            let operand = self.argument(argument, object);
            args.push(match self.program.param_repr(target, param.var) {
                Repr::Value => self.as_value(operand),
                repr => self.unbox_or(operand, repr, |_| otherwise),
            });
        }
        let instance = self.program.body_instance(target);
        let ret = self.program.program.instances[instance].ret;
        if let Some(left) = left {
            let dst = self.body.new_local(ret.repr());
            let (ok, site) = (self.new_block(), self.site());
            let escaped = matches!(ret, Return::Guarded(_)).then_some(escaped);
            self.terminate(Terminator::Call { instance, args, dst, ok, escaped, left, site });
            self.current = ok;
            return dst.into();
        }
        match ret {
            Return::Guarded(repr) => {
                let dst = self.body.new_local(repr);
                let (ok, site) = (self.new_block(), self.site());
                self.terminate(Terminator::CallUnboxed { instance, args, dst, ok, escaped, site });
                self.current = ok;
                dst.into()
            }
            _ => self.compute(Repr::Value, Op::CallInstance { instance, args }),
        }
    }

    /// The function object, where its closure is the first argument or a default is taken from it.
    pub fn function_argument(
        &mut self,
        target: InstanceKey,
        function: FunctionObject,
        bound: &[Argument],
    ) -> (Vec<Operand>, Option<Operand>) {
        let has_closure = !self.program.function(target.function).free.is_empty();
        if !has_closure && !bound.iter().any(|argument| matches!(argument, Argument::Stored(_))) {
            return (vec![], None);
        }
        let op = match function {
            FunctionObject::Value(value) => Op::Unbox(value),
            FunctionObject::Found(cache) => Op::FoundFunction(cache),
            FunctionObject::Shape(shape, method) => Op::ShapeFunction(shape, method),
        };
        let object = self.compute(Repr::Ptr(Layout::Function), op);
        (if has_closure { vec![object] } else { vec![] }, Some(object))
    }

    /// Whether the body of an instance is worth a copy in the place of a call here, as far as the text tells.
    pub fn may_inline(&self, target: InstanceKey) -> bool {
        let callee = self.program.function(target.function);
        let count: usize = callee.blocks.iter().map(|block| block.instrs.len() + 1).sum();
        self.is_typed()
            && !self.is_continuation()
            && !self.program.runs_once(self.key.function)
            && self.program.is_typed(target)
            && target.function != self.key.function
            && !self.program.has_loop[target.function]
            && matches!(callee.kind, hir::FunctionKind::Def | hir::FunctionKind::Lambda)
            && callee.blocks.iter().all(|block| block.handler.is_none())
            && count <= MOST_INLINED
    }

    /// Where control goes with the result of a call whose body stands in its place and left: it leaves here, too, so that
    /// what is known on the usual way stays known.
    pub fn left_after(&mut self, target: InstanceKey, dst: Option<VarId>) -> Option<(LocalId, BlockId)> {
        if !self.may_inline(target) {
            return None;
        }
        let result = self.body.new_local(Repr::Value);
        let defined: Vec<(VarId, Operand)> = dst.map(|dst| (dst, result.into())).into_iter().collect();
        Some((result, self.leave_after(&defined)))
    }

    /// `result = operand`, as a value.
    pub fn put(&mut self, result: LocalId, operand: Operand) {
        let value = self.as_value(operand);
        self.emit(Some(result), Op::Copy(value));
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

    /// What each parameter is bound to, if that can be told now: no `*args` or `**kwargs`.
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
                None => match self.program.known.default(target, function, at)? {
                    Default::Stored(number) => Argument::Stored(number),
                    Default::Constant(constant) => {
                        let constant = constant.clone();
                        Argument::Default(self.program.literal(&constant))
                    }
                },
            });
        }
        Some(arguments)
    }

    /// `object`: the function, if it was asked for ([`Self::function_argument`]).
    pub fn argument(&mut self, argument: &Argument, object: Option<Operand>) -> Operand {
        match argument {
            Argument::Stored(number) => {
                let function = object.expect("a default is taken from the function");
                self.compute(Repr::Value, Op::StoredDefault { function, number: *number })
            }
            Argument::Var(var) => self.operand(*var),
            Argument::Default(constant) => (*constant).into(),
            Argument::Operand(operand) => *operand,
        }
    }
}

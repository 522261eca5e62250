//! Method calls and the making of instances where the analysis knows the class: direct calls behind one test.
//!
//! ```text
//! shape.area()    =>    if method shape.area is Circle.area: Circle.area#3(shape)
//!                       else if method shape.area is Square.area: Square.area#5(shape)
//!                       else: call shape.area()
//! Point(1, 2)     =>    if init of Point is Point.__init__: p = new Point; Point.__init__#2(p, 1, 2)
//!                       else: call Point(1, 2)
//! ```
//!
//! The test asks the object itself, so a method that somebody replaces is the one that is called.

use super::direct_calls::Argument;
use super::function::{FunctionLowering, Home};
use crate::hir::{self, VarId};
use crate::mir::body::*;
use crate::mir::program::{CacheId, CacheKind, Return};
use crate::mir::repr::{Layout, Repr};
use crate::types::{InstanceKey, Method};
use runtime_interface::{rows::Rt, tag};

impl FunctionLowering<'_, '_> {
    /// Lowers a method's call or look-up whose targets are known; false if they are not.
    pub fn method_call(&mut self, dst: Option<VarId>, op: &hir::Op) -> bool {
        if self.is_continuation() {
            return false;
        }
        let methods = self.program.types.methods(self.key, self.at);
        if methods.is_empty() {
            return false;
        }
        match op {
            hir::Op::LoadMethod { object, name, receiver } => {
                self.look_up(dst, &methods, *object, *name, *receiver);
                true
            }
            hir::Op::CallMethod { object, name, method, args, kwargs } => {
                let receiver = match self.homes[*object] {
                    Home::Super { first, .. } => first,
                    _ => method.map_or(*object, |(_, receiver)| receiver),
                };
                let all: Vec<VarId> = std::iter::once(receiver).chain(args.iter().copied()).collect();
                let mut targets = Vec::new();
                for method in methods {
                    if let Some(bound) = self.bind(method.target.function, &all, kwargs) {
                        targets.push((method, bound));
                    }
                }
                if targets.is_empty() {
                    return false;
                }
                self.call_one_of(dst, &targets, (*object, *name, *method), args, kwargs);
                true
            }
            _ => false,
        }
    }

    /// What the method gets as its first argument.
    fn receiver(&mut self, object: VarId) -> Operand {
        match self.homes[object] {
            Home::Super { first, .. } => self.value(first),
            _ => self.value(object),
        }
    }

    fn call_one_of(
        &mut self,
        dst: Option<VarId>,
        targets: &[(Method, Vec<Argument>)],
        (object, name, looked_up): (VarId, hir::Symbol, Option<(VarId, VarId)>),
        args: &[VarId],
        kwargs: &[(hir::Symbol, VarId)],
    ) {
        let result = self.body.new_local(Repr::Value);
        let join = self.new_block();
        let mut receiver = self.receiver(object);
        let text = self.program.symbol(name);
        for (method, bound) in targets {
            let (direct, next) = (self.new_block(), self.new_block());
            let function = self.test_method(*method, (object, receiver, name), looked_up, direct, next);
            self.current = direct;
            self.call_target(method.target, function, bound, result, (join, next));
            self.terminate(Terminator::Goto(join));
            self.current = next;
        }
        let other = self.current;
        self.body.blocks[other].cold = true;
        let (values, kwnames) = self.arguments(args, kwargs);
        match looked_up {
            None => {
                receiver = self.value(object);
                let cache = self.program.cache(CacheKind::CallMethod);
                let call = Op::CallMethod { receiver, name: text, args: values, kwnames, cache };
                self.emit(Some(result), call);
            }
            Some((callee, receiver)) => {
                let (callee, receiver) = (self.value(callee), self.value(receiver));
                let args = vec![
                    Arg::Operand(callee),
                    Arg::Operand(receiver),
                    Arg::Values(values),
                    Arg::Operand(Const::I64(args.len() as i64).into()),
                    Arg::Operand(super::calls::names_pointer(kwnames)),
                ];
                self.emit(Some(result), Op::Rt { row: Rt::tp_call_loaded, args });
            }
        }
        self.terminate(Terminator::Goto(join));
        self.current = join;
        dst.into_iter().for_each(|dst| self.define(dst, result.into()));
    }

    /// Branches on whether the call runs the method; the answer is the function object, for a callee with a closure.
    fn test_method(
        &mut self,
        method: Method,
        (object, receiver, name): (VarId, Operand, hir::Symbol),
        looked_up: Option<(VarId, VarId)>,
        direct: BlockId,
        next: BlockId,
    ) -> FunctionObject {
        let code = self.program.code(method.target.function);
        match looked_up {
            Some((callee, first)) => {
                let callee = self.value(callee);
                let first = self.value(first);
                let is_it = self.compute(Repr::Bool, Op::FunctionIs(callee, code));
                let with_receiver = self.new_block();
                self.branch(is_it, with_receiver, next);
                self.current = with_receiver;
                let complete = self.compute(Repr::Bool, Op::TagIs(first, tag::UNBOUND));
                self.branch(complete, next, direct);
                FunctionObject::Value(callee)
            }
            None if let Home::Super { class_cell, .. } = self.homes[object] => {
                let cache = self.program.cache(CacheKind::Found);
                let name = self.program.symbol(name);
                let class = self.load_cell(class_cell);
                let is_it =
                    self.compute(Repr::Bool, Op::SuperMethodIs { class, receiver, name, code, cache });
                self.branch(is_it, direct, next);
                FunctionObject::Found(cache)
            }
            None => {
                let cache = self.program.attribute_cache(CacheKind::Found, Some(method.class), name);
                let name = self.program.symbol(name);
                let class = self.program.class_code(method.class);
                let is_it = self
                    .compute(Repr::Bool, Op::MethodIs { receiver, class, name, code, cache, unless: None });
                self.branch(is_it, direct, next);
                FunctionObject::Found(cache)
            }
        }
    }

    /// As [`Self::call_target`], of the function that the test of this cell found.
    pub fn call_found(
        &mut self,
        target: InstanceKey,
        cache: CacheId,
        bound: &[Argument],
        result: LocalId,
        blocks: (BlockId, BlockId),
    ) {
        self.call_target(target, FunctionObject::Found(cache), bound, result, blocks);
    }

    /// Calls an instance with bound arguments: the result as a value. Goes to `next` if an argument is not of the type
    /// that the instance takes, and to `join` with a result that is not of the type it gives.
    fn call_target(
        &mut self,
        target: InstanceKey,
        function: FunctionObject,
        bound: &[Argument],
        result: LocalId,
        (join, next): (BlockId, BlockId),
    ) {
        let callee = self.program.function(target.function);
        let mut operands = Vec::new();
        if !callee.free.is_empty() {
            let op = match function {
                FunctionObject::Value(value) => Op::Unbox(value),
                FunctionObject::Found(cache) => Op::FoundFunction(cache),
            };
            operands.push(self.compute(Repr::Ptr(Layout::Function), op));
        }
        for (param, argument) in callee.params.iter().zip(bound) {
            let operand = self.argument(argument);
            operands.push(match self.program.param_repr(target, param.var) {
                Repr::Value => self.as_value(operand),
                repr => self.unbox_or(operand, repr, |_| next),
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
    }

    /// A look-up that comes before the arguments: the function where the test holds, else what the row finds.
    fn look_up(
        &mut self,
        dst: Option<VarId>,
        methods: &[Method],
        object: VarId,
        name: hir::Symbol,
        receiver: VarId,
    ) {
        let callee = self.body.new_local(Repr::Value);
        let first = self.body.new_local(Repr::Value);
        let join = self.new_block();
        let value = self.value(object);
        for &method in methods {
            let (found, next) = (self.new_block(), self.new_block());
            let function = self.test_method(method, (object, value, name), None, found, next);
            let FunctionObject::Found(cache) = function else { unreachable!("nothing was looked up") };
            self.current = found;
            let function = self.compute(Repr::Ptr(Layout::Function), Op::FoundFunction(cache));
            self.emit(Some(callee), Op::Box(function));
            self.emit(Some(first), Op::Copy(value));
            self.terminate(Terminator::Goto(join));
            self.current = next;
        }
        let other = self.current;
        self.body.blocks[other].cold = true;
        let (array, load) = self.load_method(object, name);
        self.emit(Some(callee), load);
        self.emit(Some(first), Op::LoadItem { array, index: 0 });
        self.terminate(Terminator::Goto(join));
        self.current = join;
        let defined: Vec<(VarId, Operand)> =
            dst.map(|dst| (dst, callee.into())).into_iter().chain([(receiver, first.into())]).collect();
        self.define_all(&defined);
    }

    /// Lowers a call of a class with a known `__init__`; false if it is none.
    pub fn make_instance(
        &mut self,
        dst: Option<VarId>,
        callee: VarId,
        args: &[VarId],
        kwargs: &[(hir::Symbol, VarId)],
    ) -> bool {
        if self.is_continuation() {
            return false;
        }
        let Some(init) = self.program.types.init(self.key, self.at) else { return false };
        // The receiver's place is taken by the first argument's variable only to bind; it is filled in below.
        let with_receiver: Vec<VarId> = std::iter::once(callee).chain(args.iter().copied()).collect();
        let Some(mut bound) = self.bind(init.target.function, &with_receiver, kwargs) else { return false };
        let code = self.program.code(init.target.function);
        let class = self.value(callee);
        let result = self.body.new_local(Repr::Value);
        let returned = self.body.new_local(Repr::Value);
        let [direct, made, wrong, join, other] = std::array::from_fn(|_| self.new_block());
        self.body.blocks[other].cold = true;
        self.body.blocks[wrong].cold = true;
        let init_name = self.program.function(init.target.function).name;
        let cache = self.program.attribute_cache(CacheKind::Found, Some(init.class), init_name);
        let is_it = self.compute(Repr::Bool, Op::InitIs { class, code, cache });
        self.branch(is_it, direct, other);

        self.current = direct;
        let object = self
            .compute_local(Repr::Value, Op::Rt { row: Rt::tp_new_instance, args: vec![Arg::Operand(class)] });
        bound[0] = Argument::Operand(object.into());
        self.call_target(init.target, FunctionObject::Found(cache), &bound, returned, (made, other));
        self.terminate(Terminator::Goto(made));
        self.current = made;
        self.emit(Some(result), Op::Copy(object.into()));
        let is_none = self.compute(Repr::Bool, Op::TagIs(returned.into(), tag::NONE));
        self.branch(is_none, join, wrong);
        self.current = wrong;
        self.rt(None, Rt::tp_raise_init_returned, [Arg::Operand(returned.into())]);
        self.raise();

        self.current = other;
        let (values, kwnames) = self.arguments(args, kwargs);
        self.emit(Some(result), Op::CallBoxed { callee: class, args: values, kwnames });
        self.terminate(Terminator::Goto(join));
        self.current = join;
        dst.into_iter().for_each(|dst| self.define(dst, result.into()));
        true
    }
}

/// Where the function object of a callee is, should it have a closure.
#[derive(Clone, Copy)]
enum FunctionObject {
    Value(Operand),
    Found(CacheId),
}

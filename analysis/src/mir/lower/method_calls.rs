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
//! The test asks the object itself, so a method that somebody replaces is the one that is called. Where the class has a
//! shape (`shapes.rs`), it is the test of the shape, and a receiver of no class expected leaves to the continuation.

use super::direct_calls::{Argument, FunctionObject};
use super::function::{FunctionLowering, Home};
use crate::hir::{self, VarId};
use crate::mir::body::*;
use crate::mir::program::{CacheKind, ShapeId};
use crate::mir::repr::{Layout, Repr};
use crate::types::Method;
use runtime_interface::{rows::Rt, tag};

/// Targets of one call whose bodies may come in its place.
const MOST_INLINED: usize = 4;

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
        let [join, done, other] = std::array::from_fn(|_| self.new_block());
        self.body.blocks[other].cold = true;
        let receiver = self.receiver(object);
        let text = self.program.symbol(name);
        let certain = self.is_certain(object, name, targets.iter().map(|(method, _)| *method));
        for (number, (method, bound)) in targets.iter().enumerate() {
            let direct = self.new_block();
            let is_last = number + 1 == targets.len();
            let next = match is_last {
                // Nothing else is expected.
                true if certain && looked_up.is_none() => self.leave_before(),
                true => other,
                false => self.new_block(),
            };
            let function =
                self.test_method(*method, (object, receiver, name), looked_up, direct, (next, other));
            self.current = direct;
            let few = targets.len() <= MOST_INLINED;
            let left = few.then(|| self.left_after(method.target, dst)).flatten();
            let returned = self.call_target(method.target, function, bound, ((result, join), left), next);
            dst.into_iter().for_each(|dst| self.define(dst, returned));
            self.terminate(Terminator::Goto(done));
            self.current = next;
        }
        self.current = other;
        let (values, kwnames) = self.arguments(args, kwargs);
        match looked_up {
            None => {
                let receiver = self.value(object);
                let cache = self.program.cache(CacheKind::CallMethod);
                let call = Op::CallMethod { receiver, name: text, args: values, kwnames, cache };
                self.emit(Some(result), call);
            }
            Some((callee, receiver)) => {
                let found = (self.value(callee), self.value(receiver));
                let kwnames = kwnames.map(|names| (names, kwargs.len()));
                self.emit(Some(result), super::calls::call_loaded(found, values, kwnames));
            }
        }
        self.terminate(Terminator::Goto(join));
        self.current = join;
        dst.into_iter().for_each(|dst| self.define(dst, result.into()));
        self.terminate(Terminator::Goto(done));
        self.current = done;
    }

    /// Whether the variable is expected to hold instances of the classes of these methods only, and all have shapes.
    fn is_certain(
        &mut self,
        object: VarId,
        name: hir::Symbol,
        methods: impl Iterator<Item = Method> + Clone,
    ) -> bool {
        let classes = || methods.clone().map(|method| method.class);
        let expected = match self.homes[object] {
            Home::Super { .. } => classes().collect(),
            _ => self.program.types.instances(self.key, object),
        };
        expected.into_iter().eq(classes())
            && methods.clone().all(|method| self.method_of_shape(method, object, name).is_some())
    }

    /// The method of the shape of its class, where control may rely on it.
    fn method_of_shape(
        &mut self,
        method: Method,
        object: VarId,
        name: hir::Symbol,
    ) -> Option<(ShapeId, u32)> {
        if !self.is_typed() {
            return None;
        }
        let after = match self.homes[object] {
            Home::Super { .. } => Some(self.function.class?),
            _ => None,
        };
        let code = self.program.code(method.target.function);
        self.program.rely_on_method(method.class, name, code, after)
    }

    /// Branches on whether the call runs the method: to `next` if the receiver is of another class, and to `other` if it is
    /// to be asked by name. The answer is the function object, for a callee with a closure.
    fn test_method(
        &mut self,
        method: Method,
        (object, receiver, name): (VarId, Operand, hir::Symbol),
        looked_up: Option<(VarId, VarId)>,
        direct: BlockId,
        (next, other): (BlockId, BlockId),
    ) -> FunctionObject {
        let code = self.program.code(method.target.function);
        match looked_up {
            Some((callee, first)) => {
                let is_known = self.known_methods.contains(&callee);
                let by_class = self.methods_by_class.contains(&callee);
                let callee = self.value(callee);
                if is_known {
                    self.terminate(Terminator::Goto(direct));
                    return FunctionObject::Value(callee);
                }
                let first = self.value(first);
                if by_class && let Some((shape, _)) = self.method_of_shape(method, object, name) {
                    let is_it = self.compute(Repr::Bool, Op::ShapeIs(first, shape));
                    self.branch(is_it, direct, next);
                    return FunctionObject::Value(callee);
                }
                let is_it = self.compute(Repr::Bool, Op::FunctionIs(callee, code));
                let with_receiver = self.new_block();
                self.branch(is_it, with_receiver, next);
                self.current = with_receiver;
                let complete = self.compute(Repr::Bool, Op::TagIs(first, tag::UNBOUND));
                self.branch(complete, next, direct);
                FunctionObject::Value(callee)
            }
            None if let Some((shape, number)) = self.method_of_shape(method, object, name) => {
                let is_it = self.compute(Repr::Bool, Op::ShapeIs(receiver, shape));
                let is_super = matches!(self.homes[object], Home::Super { .. });
                let slotted = self.program.program.shapes[shape].slotted;
                if is_super || slotted || !self.program.types.may_be_in_dict(name) {
                    self.branch(is_it, direct, next);
                } else {
                    let look = self.new_block();
                    self.branch(is_it, look, next);
                    self.current = look;
                    let may_hide = self.compute(Repr::Bool, Op::HasDict(receiver));
                    self.branch(may_hide, other, direct);
                }
                FunctionObject::Shape(shape, Some(number))
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
        let [join, other] = std::array::from_fn(|_| self.new_block());
        self.body.blocks[other].cold = true;
        let value = self.value(object);
        let certain = self.is_certain(object, name, methods.iter().copied());
        let hides = self.program.types.may_be_in_dict(name);
        if let (true, false, Some(dst)) = (certain, hides, dst) {
            self.methods_by_class.insert(dst);
        }
        for (number, &method) in methods.iter().enumerate() {
            let found = self.new_block();
            let next = match number + 1 == methods.len() {
                true if certain => self.leave_before(),
                true => other,
                false => self.new_block(),
            };
            let function = self.test_method(method, (object, value, name), None, found, (next, other));
            self.current = found;
            let function = match function {
                FunctionObject::Found(cache) => Op::FoundFunction(cache),
                FunctionObject::Shape(shape, number) => Op::ShapeFunction(shape, number),
                FunctionObject::Value(_) => unreachable!("nothing was looked up"),
            };
            let function = self.compute(Repr::Ptr(Layout::Function), function);
            if let ([_], true, false, Some(dst)) = (methods, certain, hides, dst) {
                // There is no other way here.
                self.known_methods.insert(dst);
                let function = self.compute(Repr::Value, Op::Box(function));
                return self.define_looked_up(Some(dst), function, (receiver, value));
            }
            self.emit(Some(callee), Op::Box(function));
            self.emit(Some(first), Op::Copy(value));
            self.terminate(Terminator::Goto(join));
            self.current = next;
        }
        self.current = other;
        self.finish_look_up(dst, (object, name, receiver), (callee, first), join);
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
        let [result, returned] = std::array::from_fn(|_| self.body.new_local(Repr::Value));
        let [direct, made, wrong, join, other] = std::array::from_fn(|_| self.new_block());
        self.body.blocks[other].cold = true;
        self.body.blocks[wrong].cold = true;
        let shape = if self.is_typed() { self.program.rely_on_init(init.class, code) } else { None };
        let (function, otherwise, object) = match shape {
            Some(shape) => {
                let leave = self.leave_before();
                let is_it = self.compute(Repr::Bool, Op::ClassIs(class, shape));
                self.branch(is_it, direct, leave);
                self.current = direct;
                let object = self.compute(Repr::Value, Op::NewInstance(shape));
                (FunctionObject::Shape(shape, None), leave, object)
            }
            None => {
                let init_name = self.program.function(init.target.function).name;
                let cache = self.program.attribute_cache(CacheKind::Found, Some(init.class), init_name);
                let is_it = self.compute(Repr::Bool, Op::InitIs { class, code, cache });
                self.branch(is_it, direct, other);
                self.current = direct;
                let args = vec![Arg::Operand(class)];
                let object = self.compute(Repr::Value, Op::Rt { row: Rt::tp_new_instance, args });
                (FunctionObject::Found(cache), other, object)
            }
        };
        bound[0] = Argument::Operand(object);
        let left = self.may_inline(init.target).then(|| {
            let left = self.body.new_local(Repr::Value);
            let block = self.new_block();
            self.body.blocks[block].cold = true;
            let back = std::mem::replace(&mut self.current, block);
            self.emit(Some(returned), Op::Copy(left.into()));
            let is_none = self.compute(Repr::Bool, Op::TagIs(left.into(), tag::NONE));
            let defined: Vec<(VarId, Operand)> = dst.map(|dst| (dst, object)).into_iter().collect();
            let leave = self.leave_after(&defined);
            self.branch(is_none, leave, wrong);
            self.current = back;
            (left, block)
        });
        let answer = self.call_target(init.target, function, &bound, ((returned, made), left), otherwise);
        self.put(returned, answer);
        self.terminate(Terminator::Goto(made));
        self.current = made;
        self.emit(Some(result), Op::Copy(object));
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

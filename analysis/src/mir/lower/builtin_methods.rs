//! Methods of builtin containers that are rows of their own: nothing can replace the method of an exact builtin type, so
//! one test of the receiver's tag is enough.
//!
//! ```text
//! d.get(k, 0)    =>    if d.tag == DICT: tp_dict_get(d, k, 0)
//!                      else: call d.get(k, 0)
//! ```
//!
//! Which type is tested is what inference says of the receiver, else the likeliest type that has a method of that name. A
//! look-up that comes before the arguments leaves the callee unbound, and the call knows what that means. Control may leave
//! between the two, so every form of a function treats the names of the table so.

use super::calls::call_loaded;
use super::function::FunctionLowering;
use crate::hir::{self, VarId};
use crate::mir::body::*;
use crate::mir::program::CacheKind;
use crate::mir::repr::Repr;
use crate::types::Type;
use runtime_interface::{
    rows::{Kind, Rt},
    tag,
};

/// A method with so many positional arguments. Rows that answer a status stand for methods that answer None.
pub(super) struct BuiltinMethod {
    receiver: u64,
    name: &'static str,
    args: usize,
    row: Rt,
    /// Arguments that the row wants beyond those given.
    more: &'static [Const],
}

const fn method(receiver: u64, name: &'static str, args: usize, row: Rt) -> BuiltinMethod {
    BuiltinMethod { receiver, name, args, row, more: &[] }
}

/// Of several types with a method the likeliest comes first.
const METHODS: &[BuiltinMethod] = &[
    method(tag::LIST, "append", 1, Rt::tp_list_append),
    method(tag::LIST, "pop", 0, Rt::tp_list_pop),
    method(tag::SET, "add", 1, Rt::tp_set_add),
    method(tag::SET, "discard", 1, Rt::tp_set_discard),
    method(tag::SET, "remove", 1, Rt::tp_set_remove),
    BuiltinMethod { more: &[Const::None], ..method(tag::DICT, "get", 1, Rt::tp_dict_get) },
    method(tag::DICT, "get", 2, Rt::tp_dict_get),
    BuiltinMethod { more: &[Const::Unbound], ..method(tag::DICT, "pop", 1, Rt::tp_dict_pop) },
    method(tag::DICT, "pop", 2, Rt::tp_dict_pop),
    method(tag::DICT, "setdefault", 2, Rt::tp_dict_set_default),
    method(tag::DEQUE, "append", 1, Rt::tp_deque_append),
    method(tag::DEQUE, "appendleft", 1, Rt::tp_deque_append_left),
    method(tag::DEQUE, "pop", 0, Rt::tp_deque_pop),
    method(tag::DEQUE, "popleft", 0, Rt::tp_deque_pop_left),
    method(tag::RANDOM_GENERATOR, "random", 0, Rt::tp_random),
    method(tag::RANDOM_GENERATOR, "randbelow", 1, Rt::tp_random_below),
    BuiltinMethod { more: &[Const::None], ..method(tag::DEFAULTDICT, "get", 1, Rt::tp_dict_get) },
    method(tag::DEFAULTDICT, "get", 2, Rt::tp_dict_get),
    BuiltinMethod { more: &[Const::Unbound], ..method(tag::DEFAULTDICT, "pop", 1, Rt::tp_dict_pop) },
];

impl FunctionLowering<'_, '_> {
    /// The row for a method called with so many positional arguments.
    pub fn builtin_method(
        &self,
        object: VarId,
        name: hir::Symbol,
        args: usize,
    ) -> Option<&'static BuiltinMethod> {
        let name = &self.program.hir.names[name];
        let mut candidates = METHODS.iter().filter(|method| method.name == name && method.args == args);
        match self.program.types.var(self.key, object) {
            Type::Exact(tag) => candidates.find(|method| method.receiver == tag),
            _ => candidates.next(),
        }
    }

    /// Whether inference says that the receiver is of the method's type.
    fn is_of(&self, object: VarId, method: &BuiltinMethod) -> bool {
        self.is_typed() && self.program.types.var(self.key, object) == Type::Exact(method.receiver)
    }

    /// A look-up before the arguments: the callee is left unbound where the row will do.
    pub fn load_builtin_method(
        &mut self,
        dst: Option<VarId>,
        object: VarId,
        name: hir::Symbol,
        receiver: VarId,
        method: &BuiltinMethod,
    ) {
        let value = self.value(object);
        let callee = self.compute_local(Repr::Value, Op::Copy(Const::Unbound.into()));
        let first = self.compute_local(Repr::Value, Op::Copy(value));
        let is_it = self.compute(Repr::Bool, Op::TagIs(value, method.receiver));
        let (other, join) = (self.new_block(), self.new_block());
        self.body.blocks[other].cold = self.is_of(object, method);
        self.branch(is_it, join, other);
        self.current = other;
        self.finish_look_up(dst, (object, name, receiver), (callee, first), join);
    }

    /// `looked_up`: callee and receiver of a look-up that came before the arguments.
    pub fn call_builtin_method(
        &mut self,
        dst: Option<VarId>,
        (object, name): (VarId, hir::Symbol),
        looked_up: Option<(VarId, VarId)>,
        args: &[VarId],
        method: &BuiltinMethod,
    ) {
        let result = self.compute_local(Repr::Value, Op::Copy(Const::None.into()));
        let [row, other, join] = std::array::from_fn(|_| self.new_block());
        self.body.blocks[other].cold = self.is_of(object, method);
        let receiver = match looked_up {
            Some((callee, receiver)) => {
                let (callee, receiver) = (self.value(callee), self.value(receiver));
                let unbound = self.compute(Repr::Bool, Op::TagIs(callee, tag::UNBOUND));
                let found = if self.is_typed() { row } else { self.new_block() };
                self.branch(unbound, found, other);
                self.current = other;
                let values = self.values(args);
                self.emit(Some(result), call_loaded((callee, receiver), values, None));
                self.terminate(Terminator::Goto(join));
                if found != row {
                    // Typed code may have looked another type's method up.
                    self.current = found;
                    let by_name = self.new_block();
                    let is_it = self.compute(Repr::Bool, Op::TagIs(receiver, method.receiver));
                    self.branch(is_it, row, by_name);
                    self.current = by_name;
                    self.call_by_name(result, receiver, name, args);
                    self.terminate(Terminator::Goto(join));
                }
                receiver
            }
            None => {
                if method.row == Rt::tp_dict_get
                    && let Some(found) = self.dict_of_ints(object, args[0])
                {
                    return self.get_by_int(dst, object, (name, args), found);
                }
                let expected = self.program.types.var(self.key, object) == Type::Exact(method.receiver);
                let receiver = self.value(object);
                let is_it = self.compute(Repr::Bool, Op::TagIs(receiver, method.receiver));
                self.branch(is_it, row, other);
                self.body.blocks[other].cold |= expected;
                self.current = other;
                self.call_by_name(result, receiver, name, args);
                self.terminate(Terminator::Goto(join));
                receiver
            }
        };
        self.current = row;
        let operands = std::iter::once(receiver).chain(self.values(args));
        let more = method.more.iter().map(|&constant| constant.into());
        let operands: Vec<Arg> = operands.chain(more).map(Arg::Operand).collect();
        let answer = (method.row.row().result == Kind::Value).then_some(result);
        self.rt(answer, method.row, operands);
        self.terminate(Terminator::Goto(join));
        self.current = join;
        dst.into_iter().for_each(|dst| self.define(dst, result.into()));
    }

    /// `d.get(k, default)` by an unboxed int.
    fn get_by_int(
        &mut self,
        dst: Option<VarId>,
        object: VarId,
        (name, args): (hir::Symbol, &[VarId]),
        found: (u64, Operand),
    ) {
        let receiver = self.value(object);
        let default = args.get(1).map_or(Const::None.into(), |&default| self.value(default));
        let row = (Repr::Value, Rt::tp_dict_get_int, Some(default));
        let result = self
            .by_int(found, receiver, row, |this, result, _| this.call_by_name(result, receiver, name, args));
        dst.into_iter().for_each(|dst| self.define(dst, result));
    }

    fn call_by_name(&mut self, result: LocalId, receiver: Operand, name: hir::Symbol, args: &[VarId]) {
        let args = self.values(args);
        let name = self.program.symbol(name);
        let cache = self.program.cache(CacheKind::CallMethod);
        self.emit(Some(result), Op::CallMethod { receiver, name, args, kwnames: None, cache });
    }
}

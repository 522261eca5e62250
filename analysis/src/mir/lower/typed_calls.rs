//! Calls whose target is known: instances called directly with unboxed arguments and results, and builtins that are an
//! instruction or a row.
//!
//! That the callee is the function expected is tested on the object (its code word), so that a name that somebody rebinds
//! behind the analysis' back still means what it says: control then leaves before the call. Globals that nobody can rebind
//! (`settled_globals.rs`) need no test.

use super::direct_calls::{Argument, FunctionObject};
use super::function::{FunctionLowering, Home};
use crate::hir::{self, VarId};
use crate::mir::body::*;
use crate::mir::program::Return;
use crate::mir::repr::Repr;
use crate::types::{InstanceKey, Target};
use runtime_interface::rows::Rt;
use runtime_interface::tag;

impl FunctionLowering<'_, '_> {
    /// Lowers a call with a known target; false if it is none.
    pub fn typed_call(&mut self, dst: Option<VarId>, op: &hir::Op) -> bool {
        let hir::Op::Call { callee, args, kwargs } = op else { return false };
        let target = self.program.types.target(self.key, self.at);
        if let (Target::Builtin("next"), [iterator, default @ ..], true) =
            (target, &args[..], kwargs.is_empty())
            && default.len() <= 1
        {
            let iterator = self.value(*iterator);
            let default = default.first().map_or(Const::Unbound.into(), |&default| self.value(default));
            let args = [iterator, default].map(Arg::Operand).into();
            self.assign(dst, Repr::Value, Op::Rt { row: Rt::tp_next_item, args });
            return true;
        }
        if !self.is_typed() {
            return false;
        }
        match target {
            Target::Unknown => false,
            Target::Function(target) => match self.bind(target.function, args, kwargs) {
                Some(bound) => {
                    let is_settled = self.settled_functions.get(callee) == Some(&target.function);
                    let callee = self.value(*callee);
                    if !is_settled {
                        self.expect_function(callee, target);
                    }
                    self.call_function(dst, target, callee, &bound);
                    true
                }
                None => false,
            },
            Target::Bound(target) => self.call_bound(dst, target, *callee, (args, kwargs)),
            Target::Builtin(name) => kwargs.is_empty() && self.call_builtin(dst, name, args),
        }
    }

    /// Leaves where the callee is another function.
    fn expect_function(&mut self, callee: Operand, target: InstanceKey) {
        let code = self.program.code(target.function);
        let is_it = self.compute(Repr::Bool, Op::FunctionIs(callee, code));
        let (go_on, leave) = (self.new_block(), self.leave_before());
        self.branch(is_it, go_on, leave);
        self.current = go_on;
    }

    /// A call of a bound method that is a value: `f = shape.area; f()`.
    fn call_bound(
        &mut self,
        dst: Option<VarId>,
        target: InstanceKey,
        callee: VarId,
        (args, kwargs): (&[VarId], &[(hir::Symbol, VarId)]),
    ) -> bool {
        // The receiver's place is taken by the callee's variable only to bind.
        let with_receiver: Vec<VarId> = std::iter::once(callee).chain(args.iter().copied()).collect();
        let Some(mut bound) = self.bind(target.function, &with_receiver, kwargs) else { return false };
        let method = self.value(callee);
        let is_method = self.compute(Repr::Bool, Op::TagIs(method, tag::METHOD));
        let (go_on, leave) = (self.new_block(), self.leave_before());
        self.branch(is_method, go_on, leave);
        self.current = go_on;
        let function = self.compute(Repr::Value, Op::MethodPart(method, MethodPart::Function));
        self.expect_function(function, target);
        let receiver = self.compute(Repr::Value, Op::MethodPart(method, MethodPart::Receiver));
        bound[0] = Argument::Operand(receiver);
        self.call_function(dst, target, function, &bound);
        true
    }

    /// Calls the function that the callee was found to be.
    fn call_function(
        &mut self,
        dst: Option<VarId>,
        target: InstanceKey,
        callee: Operand,
        bound: &[Argument],
    ) {
        let function = self.program.function(target.function);
        let (mut args, object) = self.function_argument(target, FunctionObject::Value(callee), bound);
        for (param, arg) in function.params.iter().zip(bound) {
            let wanted = self.program.param_repr(target, param.var);
            let operand = self.argument(arg, object);
            let operand = match wanted {
                Repr::Value => self.as_value(operand),
                _ => self.unbox_or(operand, wanted, |this| this.leave_before()),
            };
            args.push(operand);
        }
        let instance = self.program.body_instance(target);
        let Return::Guarded(repr) = self.program.program.instances[instance].ret else {
            return self.assign(dst, Repr::Value, Op::CallInstance { instance, args });
        };
        let result = self.body.new_local(repr);
        let escaped = self.body.new_local(Repr::Value);
        let site = self.site();
        let ok = self.new_block();
        let call = self.current;
        // The escaped result goes where it may: to a variable that holds any value, or out of the typed mode.
        let holds_any = dst.is_none_or(|dst| match self.homes[dst] {
            Home::Local(local) => matches!(self.body.locals[local].repr, Repr::Value | Repr::Word),
            _ => true,
        });
        let elsewhere = if holds_any {
            let join = self.new_block();
            let other = self.new_block();
            self.body.blocks[other].cold = true;
            self.current = other;
            dst.into_iter().for_each(|dst| self.define(dst, escaped.into()));
            self.terminate(Terminator::Goto(join));
            self.current = ok;
            dst.into_iter().for_each(|dst| self.define(dst, result.into()));
            self.terminate(Terminator::Goto(join));
            self.current = join;
            other
        } else {
            let leave =
                self.leave_after(&dst.map(|dst| (dst, escaped.into())).into_iter().collect::<Vec<_>>());
            self.current = ok;
            dst.into_iter().for_each(|dst| self.define(dst, result.into()));
            leave
        };
        let after = std::mem::replace(&mut self.current, call);
        let escaped = (escaped, elsewhere);
        self.terminate(Terminator::CallUnboxed { instance, args, dst: result, ok, escaped, site });
        self.current = after;
    }

    fn call_builtin(&mut self, dst: Option<VarId>, name: &str, args: &[VarId]) -> bool {
        if args.len() == 1 && self.text_builtin(dst, name, args[0]) {
            return true;
        }
        let operands: Vec<Operand> = match name {
            "len" if args.len() == 1 => {
                let length = if self.is_list(args[0]) {
                    Op::ListLen(self.exact_list(args[0]))
                } else {
                    Op::Len(self.value(args[0]))
                };
                self.assign(dst, Repr::I64, length);
                return true;
            }
            "ord" if args.len() == 1 => {
                let object = self.value(args[0]);
                self.assign(dst, Repr::I64, Op::Ord(object));
                return true;
            }
            "type" if args.len() == 1 => {
                let object = self.value(args[0]);
                let op = Op::Rt { row: Rt::tp_type_of, args: vec![Arg::Operand(object)] };
                self.assign(dst, Repr::Value, op);
                return true;
            }
            "isinstance" if args.len() == 2 => {
                self.is_instance(dst, args[0], args[1]);
                return true;
            }
            "abs" | "float" | "int" | "min" | "max" | "round" => {
                args.iter().map(|&arg| self.unboxed(arg)).collect()
            }
            _ => return false,
        };
        let reprs: Vec<Repr> = operands.iter().map(|&operand| self.body.repr(operand)).collect();
        let result = match (name, &reprs[..]) {
            ("abs", [Repr::I64]) => self.checked(CheckedIntOp::Abs, operands[0], Const::I64(0).into()),
            ("abs", [Repr::F64]) => self.compute(Repr::F64, Op::FloatAbs(operands[0])),
            ("int", [Repr::F64]) => self.rounded(Rounding::Trunc, operands[0]),
            ("round", [Repr::F64]) => self.rounded(Rounding::Even, operands[0]),
            ("round", [Repr::I64]) => operands[0],
            ("float", [Repr::I64]) => self.compute(Repr::F64, Op::IntToFloat(operands[0])),
            ("float", [Repr::F64]) | ("int", [Repr::I64]) => operands[0],
            ("int", [Repr::Bool]) => self.compute(Repr::I64, Op::BoolToInt(operands[0])),
            ("min" | "max", [first @ (Repr::I64 | Repr::F64), rest @ ..])
                if !rest.is_empty() && rest.iter().all(|repr| repr == first) =>
            {
                let mut best = operands[0];
                for &other in &operands[1..] {
                    best = self.lesser_or_greater(name == "min", best, other);
                }
                best
            }
            _ => return false,
        };
        dst.into_iter().for_each(|dst| self.define(dst, result));
        true
    }

    /// `q, r = divmod(a, b)` of ints, without the tuple; leaves where there is no quotient. The answer is whether it does both
    /// instructions.
    pub fn divmod_pair(&mut self, dst: Option<VarId>, args: &[VarId], next: Option<&hir::Instr>) -> bool {
        let (Some(dst), Some(next), &[a, b]) = (dst, next, args) else { return false };
        let hir::Op::Unpack { value, targets } = &next.op else { return false };
        let is_it = self.is_typed()
            && *value == dst
            && self.uses[dst] == 1
            && targets.len() == 2
            && matches!(self.program.types.target(self.key, self.at), Target::Builtin("divmod"));
        if !is_it {
            return false;
        }
        let (a, b) = (self.unboxed(a), self.unboxed(b));
        if [a, b].map(|operand| self.body.repr(operand)) != [Repr::I64; 2] {
            return false;
        }
        let zero = Const::I64(0).into();
        let quotient = match b {
            Operand::Const(Const::I64(divisor)) if divisor != 0 && divisor != -1 => {
                self.compute(Repr::I64, Op::Int(IntOp::FloorDiv, a, b))
            }
            _ => {
                self.leave_if(Op::CompareInt(CompareOp::Eq, b, zero));
                self.checked(CheckedIntOp::FloorDiv, a, b)
            }
        };
        let rest = self.compute(Repr::I64, Op::Int(IntOp::Mod, a, b));
        self.at.instr += 1;
        self.after.instr += 1;
        self.stand_at(next.place);
        self.define_all(&[(targets[0], quotient), (targets[1], rest)]);
        true
    }

    /// A float as an int; leaves where it has none in 64 bits.
    fn rounded(&mut self, how: Rounding, float: Operand) -> Operand {
        let rounded = self.compute(Repr::F64, Op::Round(how, float));
        let (int, fits) = self.float_to_int(rounded);
        let (go_on, leave) = (self.new_block(), self.leave_before());
        self.branch(fits, go_on, leave);
        self.current = go_on;
        int
    }

    /// `min(a, b)`: the first unless the second is less, as Python has it for equal ones and NaN.
    fn lesser_or_greater(&mut self, lesser: bool, a: Operand, b: Operand) -> Operand {
        let repr = self.body.repr(a);
        let op = if lesser { CompareOp::Lt } else { CompareOp::Gt };
        let test = match repr {
            Repr::I64 => Op::CompareInt(op, b, a),
            _ => Op::CompareFloat(op, b, a),
        };
        let result = self.compute_local(repr, Op::Copy(a));
        let take_second = self.compute(Repr::Bool, test);
        let (second, join) = (self.new_block(), self.new_block());
        self.branch(take_second, second, join);
        self.current = second;
        self.emit(Some(result), Op::Copy(b));
        self.terminate(Terminator::Goto(join));
        self.current = join;
        result.into()
    }
}

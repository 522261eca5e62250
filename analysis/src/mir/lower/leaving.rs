//! Leaving the typed mode. An `int` that outgrows 64 bits, or a value that is not of the type expected, makes the function
//! go on in its *continuation*: an all-`Value` copy of the function that can be entered at numbered *points*.
//!
//! ```text
//! typed:         _5: i64 = checked Add _3, _4 then bb2 overflow bb9
//!                bb9 (cold): leave to f/continuation point 0 (box _3, box _4)
//! continuation:  switch point { 0: take _3, _4 as values, go to the instruction }
//! ```
//!
//! A point lies before an instruction; the operation that could not be done is done again there. Where an op's result does
//! not fit its variable, the point lies after it, and the result is handed over in place of the variable's contents. The
//! values handed over are those of the live variables by number, after the function object if there is a closure.
//!
//! There is one continuation per function, whatever the number of its typed instances, and none if no instance can leave.
//! That of a generator is a resume function: the generator itself goes on as that one from then on.

use super::function::{FunctionLowering, Home};
use super::{Lowering, Task, function};
use crate::hir::liveness::Liveness;
use crate::hir::{self, VarId};
use crate::mir::body::*;
use crate::mir::program::*;
use crate::mir::repr::Repr;
use crate::types::Point;
use runtime_interface::{rows::Rt, tag};

/// The continuation of one function.
pub(super) struct Continuation {
    pub instance: InstanceId,
    pub points: Vec<Point>,
    liveness: Liveness,
    /// A task to lower it is queued and has not run.
    queued: bool,
}

impl Lowering<'_> {
    /// The number of a point, and the variables live there.
    fn leaving_point(&mut self, function: hir::FunctionId, at: Point) -> (InstanceId, u32, Vec<VarId>) {
        if !self.continuations.contains_key(&function) {
            let kind = match self.function(function).is_generator {
                true => InstanceKind::GeneratorResume,
                false => InstanceKind::Continuation,
            };
            let instance = self.new_instance(function, kind, "/continuation");
            self.program.instances[instance].cold = true;
            let liveness = Liveness::of(self.function(function));
            let new = Continuation { instance, points: Vec::new(), liveness, queued: false };
            self.continuations.insert(function, new);
        }
        let hir_function = self.function(function);
        let continuation = self.continuations.get_mut(&function).expect("just inserted");
        let live = continuation.liveness.live_at(hir_function, at.block, at.instr);
        let number = match continuation.points.iter().position(|&point| point == at) {
            Some(number) => number,
            None => {
                continuation.points.push(at);
                continuation.points.len() - 1
            }
        };
        let instance = continuation.instance;
        if !std::mem::replace(&mut continuation.queued, true) {
            self.late.push_back(Task::Continuation(function));
        }
        (instance, number as u32, live)
    }

    pub(super) fn lower_continuation(&mut self, function: hir::FunctionId) {
        let continuation = self.continuations.get_mut(&function).expect("queued when made");
        continuation.queued = false;
        let instance = continuation.instance;
        let points = continuation.points.clone();
        let live: Vec<Vec<VarId>> = points
            .iter()
            .map(|&at| continuation.liveness.live_at(&self.hir.functions[function], at.block, at.instr))
            .collect();
        let points = points.into_iter().zip(live).collect();
        if self.function(function).is_generator {
            return self.lower_generator_continuation(function, instance, points);
        }
        let (params, body) = function::lower_continuation(self, function, points);
        self.fill(instance, params, body);
    }
}

impl FunctionLowering<'_, '_> {
    /// A block that leaves before the instruction being lowered.
    pub fn leave_before(&mut self) -> BlockId {
        match self.leave_here {
            Some((at, block)) if at == self.at => block,
            _ => {
                let block = self.leave(self.at, &[]);
                self.leave_here = Some((self.at, block));
                block
            }
        }
    }

    /// A block that leaves after the instruction being lowered, which defines these variables.
    pub fn leave_after(&mut self, defined: &[(VarId, Operand)]) -> BlockId {
        let after = self.after;
        self.leave(after, defined)
    }

    fn leave(&mut self, at: Point, defined: &[(VarId, Operand)]) -> BlockId {
        let (instance, point, live) = self.program.leaving_point(self.key.function, at);
        let block = self.body.new_block(None);
        self.body.blocks[block].cold = true;
        let back = std::mem::replace(&mut self.current, block);
        let mut values = Vec::new();
        if let Some(closure) = self.closure {
            values.push(self.as_value(closure.into()));
        }
        for var in live {
            match defined.iter().find(|(defined, _)| *defined == var) {
                Some((_, value)) => {
                    let value = self.as_value(*value);
                    values.push(value);
                }
                None if matches!(self.homes[var], Home::Const(_)) => {}
                None => {
                    let value = self.exact(var);
                    values.push(value);
                }
            }
        }
        self.terminate(Terminator::Leave { instance, point, live: values });
        self.current = back;
        block
    }

    /// `operand`, unboxed to `repr` if it is of that type; else control leaves to `otherwise`.
    pub fn unbox_or(
        &mut self,
        operand: Operand,
        repr: Repr,
        otherwise: impl FnOnce(&mut Self) -> BlockId,
    ) -> Operand {
        let found = self.body.repr(operand);
        match (operand, repr) {
            _ if found == repr => return operand,
            _ if repr == Repr::Word || found == Repr::Word && repr == Repr::I64 => {
                return match operand {
                    Operand::Const(Const::IntValue(i)) => self.word_or(Const::I64(i).into(), repr, otherwise),
                    _ => self.word_or(operand, repr, otherwise),
                };
            }
            (Operand::Const(Const::IntValue(i)), Repr::I64) => return Const::I64(i).into(),
            (Operand::Const(Const::FloatValue(bits)), Repr::F64) => return Const::F64(bits).into(),
            (Operand::Const(Const::BoolValue(b)), Repr::Bool) => return Const::Bool(b).into(),
            _ => {}
        }
        let value = self.as_value(operand);
        let is_typed = self.compute(Repr::Bool, Op::TagIs(value, tag_of(repr)));
        let typed = self.new_block();
        let leave = otherwise(self);
        self.branch(is_typed, typed, leave);
        self.current = typed;
        self.compute(repr, Op::Unbox(value))
    }

    /// The variables' values at a point, taken from where a leave put them.
    pub fn take_live(&mut self, live: &[VarId], load: impl Fn(u32) -> Op) {
        let mut index = 0;
        let mut next = |this: &mut Self| {
            index += 1;
            this.compute(Repr::Value, load(index - 1))
        };
        if let Some(closure) = self.closure {
            let value = next(self);
            self.emit(Some(closure), Op::Unbox(value));
        }
        for &var in live {
            if let Home::Local(local) = self.homes[var] {
                let value = next(self);
                let op = match self.body.locals[local].repr {
                    Repr::Value => Op::Copy(value),
                    _ => Op::Unbox(value),
                };
                self.emit(Some(local), op);
            }
        }
    }

    /// A range or its iterator as a Python object, for code that has to leave.
    pub fn range_object(&mut self, start: Operand, stop: Operand, step: Operand, iterator: bool) -> Operand {
        let args = [start, stop, step].map(Arg::Operand).into();
        let range = self.compute(Repr::Value, Op::Rt { row: Rt::tp_range, args });
        if iterator {
            self.compute(Repr::Value, Op::Rt { row: Rt::tp_iter, args: vec![Arg::Operand(range)] })
        } else {
            range
        }
    }
}

/// The tag of the values that a representation holds.
pub(super) fn tag_of(repr: Repr) -> u64 {
    match repr {
        Repr::I64 => tag::INT,
        Repr::F64 => tag::FLOAT,
        Repr::Bool => tag::BOOL,
        _ => unreachable!("{repr} is not the representation of a type"),
    }
}

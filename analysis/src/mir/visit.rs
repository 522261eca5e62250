//! What statements and terminators read, write and jump to, said once for printers, verifier and passes.

use crate::mir::body::{Arg, Block, BlockId, LocalId, Op, Operand, Statement, Terminator};
use crate::mir::program::InstanceId;

impl Op {
    /// Calls `visit` with each operand, in order.
    pub fn operands(&self, mut visit: impl FnMut(Operand)) {
        // A clone, so that the mutable walk stays the only list of operands.
        let mut copy = self.clone();
        copy.operands_mut(|operand| visit(*operand));
    }

    /// Calls `visit` with each operand, in order, for rewriting.
    pub fn operands_mut(&mut self, mut visit: impl FnMut(&mut Operand)) {
        match self {
            Op::Copy(a)
            | Op::Box(a)
            | Op::Unbox(a)
            | Op::Tag(a)
            | Op::TagIs(a, _)
            | Op::TagIn(a, _)
            | Op::FunctionIs(a, _)
            | Op::ModuleIs(a, _)
            | Op::MethodPart(a, _)
            | Op::MethodIs { receiver: a, .. }
            | Op::InitIs { class: a, .. }
            | Op::ShapeIs(a, _)
            | Op::ClassIs(a, _)
            | Op::HasDict(a)
            | Op::KeepAlive(a)
            | Op::LoadField { object: a, .. }
            | Op::FieldIsNext { object: a, .. }
            | Op::NativeIs { value: a, .. }
            | Op::Round(_, a)
            | Op::Sqrt(a)
            | Op::FloatAbs(a)
            | Op::FloatToInt(a)
            | Op::IntToFloat(a)
            | Op::BoolToInt(a)
            | Op::Bits(a)
            | Op::Word(a)
            | Op::FieldWord(a)
            | Op::IsFieldWord(a)
            | Op::WordOfField(a)
            | Op::FloatNeg(a)
            | Op::Not(a)
            | Op::Truth(a)
            | Op::Len(a)
            | Op::ListLen(a)
            | Op::TupleLen(a)
            | Op::ListKindIs(a, _)
            | Op::ListArray(a)
            | Op::Ord(a)
            | Op::TextLen(a, _)
            | Op::CharOf(a)
            | Op::Char(a)
            | Op::CharIn(a, _)
            | Op::IsTupleOf(a, _)
            | Op::TupleItem { tuple: a, .. }
            | Op::LoadCell(a)
            | Op::StoreGlobal(_, a)
            | Op::Unary { a, .. }
            | Op::GetAttr { object: a, .. }
            | Op::LoadClosure { function: a, .. }
            | Op::StoredDefault { function: a, .. }
            | Op::CheckBound { value: a, .. }
            | Op::LoadItem { array: a, .. }
            | Op::LoadFrame { generator: a, .. }
            | Op::LoadState { generator: a }
            | Op::StoreState { generator: a, .. } => visit(a),
            Op::Int(_, a, b)
            | Op::Float(_, a, b)
            | Op::CompareInt(_, a, b)
            | Op::CompareFloat(_, a, b)
            | Op::CompareRaw(_, a, b)
            | Op::Binary { a, b, .. }
            | Op::Compare { a, b, .. }
            | Op::CompareTruth { a, b, .. }
            | Op::Is(a, b)
            | Op::SameText(a, b)
            | Op::TupleAt { tuple: a, index: b }
            | Op::SameClass(a, b)
            | Op::IsInstance { value: a, class: b }
            | Op::SuperMethodIs { class: a, receiver: b, .. }
            | Op::GetItem { object: a, index: b, .. }
            | Op::IndexInside(a, b)
            | Op::ArrayItem { array: a, index: b }
            | Op::CharAt { text: a, index: b, .. }
            | Op::StoreCell(a, b)
            | Op::StoreField { object: a, value: b, .. }
            | Op::SetAttr { object: a, value: b, .. }
            | Op::StoreItem { array: a, value: b, .. }
            | Op::StoreFrame { generator: a, value: b, .. } => {
                visit(a);
                visit(b);
            }
            Op::SetItem { object: a, index: b, value: c }
            | Op::StoreArrayItem { array: a, index: b, value: c } => {
                visit(a);
                visit(b);
                visit(c);
            }
            Op::Rt { args, .. } => {
                for arg in args {
                    match arg {
                        Arg::Operand(a) => visit(a),
                        Arg::Values(values) => values.iter_mut().for_each(&mut visit),
                    }
                }
            }
            Op::CallInstance { args, .. } | Op::CallContinuation { live: args, .. } => {
                args.iter_mut().for_each(visit)
            }
            Op::Materialize { object, fields, .. } => {
                visit(object);
                fields.iter_mut().for_each(visit);
            }
            Op::CallBoxed { callee: first, args, .. } | Op::CallMethod { receiver: first, args, .. } => {
                visit(first);
                args.iter_mut().for_each(visit);
            }
            Op::LoadGlobal(_)
            | Op::LoadGlobalOrBuiltin(_)
            | Op::LoadBuiltin { .. }
            | Op::StackArray(_)
            | Op::FoundFunction(_)
            | Op::ShapeFunction(..)
            | Op::NewInstance(_)
            | Op::Placeholder(_)
            | Op::CheckDepth { .. }
            | Op::CountFrames(_)
            | Op::FoundNative(_)
            | Op::FoundNumber(..) => {}
        }
    }

    /// Whether dropping it (when `dst` is not read) changes nothing.
    pub fn is_removable(&self) -> bool {
        use runtime_interface::rows::Effects;
        match self {
            Op::Rt { row, .. } => row.row().effects.has(Effects::PURE) && !self.may_raise(),
            Op::StoreGlobal(..)
            | Op::StoreCell(..)
            | Op::StoreItem { .. }
            | Op::StoreArrayItem { .. }
            | Op::StoreField { .. }
            | Op::StoreFrame { .. }
            | Op::CountFrames(_)
            | Op::StoreState { .. } => false,
            _ => !self.may_raise(),
        }
    }
}

impl Terminator {
    /// Calls `visit` with each operand that is read.
    pub fn operands(&self, mut visit: impl FnMut(Operand)) {
        let mut copy = self.clone();
        copy.operands_mut(|operand| visit(*operand));
    }

    pub fn operands_mut(&mut self, mut visit: impl FnMut(&mut Operand)) {
        match self {
            Terminator::Branch { cond: a, .. }
            | Terminator::Switch { on: a, .. }
            | Terminator::Return(a)
            | Terminator::ForNext { iter: a, .. }
            | Terminator::Yield { value: a, .. } => visit(a),
            Terminator::CheckedInt { a, b, .. } | Terminator::ListItem { list: a, index: b, .. } => {
                visit(a);
                visit(b);
            }
            Terminator::StoreListItem { list, index, value, .. } => {
                visit(list);
                visit(index);
                visit(value);
            }
            Terminator::CallUnboxed { args: all, .. }
            | Terminator::Call { args: all, .. }
            | Terminator::Leave { live: all, .. } => all.iter_mut().for_each(visit),
            Terminator::Goto(_) | Terminator::Raise { .. } | Terminator::Unreachable => {}
        }
    }

    /// The locals that it writes, each with the successor on which it does.
    pub fn definitions(&self) -> Vec<(LocalId, BlockId)> {
        match *self {
            Terminator::CheckedInt { dst, ok, .. } | Terminator::ListItem { dst, ok, .. } => vec![(dst, ok)],
            Terminator::CallUnboxed { dst, ok, escaped, .. } => vec![(dst, ok), escaped],
            Terminator::Call { dst, ok, escaped, left, .. } => {
                [(dst, ok), left].into_iter().chain(escaped).collect()
            }
            Terminator::ForNext { dst, body, .. } => vec![(dst, body)],
            Terminator::Yield { sent: Some(sent), resume, .. } => vec![(sent, resume)],
            _ => Vec::new(),
        }
    }

    /// The blocks it names, without the exceptional edge.
    pub fn successors(&self) -> Vec<BlockId> {
        let mut copy = self.clone();
        let mut all = Vec::new();
        copy.successors_mut(|block| all.push(*block));
        all
    }

    pub fn successors_mut(&mut self, mut visit: impl FnMut(&mut BlockId)) {
        match self {
            Terminator::Goto(to) => visit(to),
            Terminator::Branch { then, otherwise, .. } => {
                visit(then);
                visit(otherwise);
            }
            Terminator::Switch { cases, otherwise, .. } => {
                cases.iter_mut().for_each(|(_, to)| visit(to));
                visit(otherwise);
            }
            Terminator::CheckedInt { ok, overflow, .. } => {
                visit(ok);
                visit(overflow);
            }
            Terminator::ListItem { ok, otherwise, .. } | Terminator::StoreListItem { ok, otherwise, .. } => {
                visit(ok);
                visit(otherwise);
            }
            Terminator::CallUnboxed { ok, escaped, .. } => {
                visit(ok);
                visit(&mut escaped.1);
            }
            Terminator::Call { ok, escaped, left, .. } => {
                visit(ok);
                escaped.iter_mut().for_each(|(_, block)| visit(block));
                visit(&mut left.1);
            }
            Terminator::ForNext { body, exit, .. } => {
                visit(body);
                visit(exit);
            }
            Terminator::Yield { resume, .. } => visit(resume),
            Terminator::Return(_)
            | Terminator::Leave { .. }
            | Terminator::Raise { .. }
            | Terminator::Unreachable => {}
        }
    }

    /// Whether control may leave by the exceptional edge.
    pub fn may_raise(&self) -> bool {
        matches!(
            self,
            Terminator::CallUnboxed { .. }
                | Terminator::Call { .. }
                | Terminator::ForNext { .. }
                | Terminator::Raise { .. }
                | Terminator::Yield { .. }
        )
    }
}

impl Block {
    /// Whether something in it can go to its handler.
    pub fn may_raise(&self) -> bool {
        self.terminator.may_raise() || self.statements.iter().any(|s| s.op.may_raise())
    }

    /// All successors, the handler included if something can raise.
    pub fn all_successors(&self) -> Vec<BlockId> {
        let mut all = self.terminator.successors();
        if let Some(handler) = self.handler.filter(|_| self.may_raise()) {
            all.push(handler);
        }
        all
    }
}

impl Statement {
    /// The instances it names: what keeps them alive.
    pub fn instances(&self, mut visit: impl FnMut(InstanceId)) {
        if let Op::CallInstance { instance, .. } | Op::CallContinuation { instance, .. } = self.op {
            visit(instance);
        }
        self.op.operands(|operand| {
            if let Operand::Const(crate::mir::body::Const::Instance(instance)) = operand {
                visit(instance);
            }
        });
    }
}
